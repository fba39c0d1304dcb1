//! What kind of failure it is, and the exit code that says so.

/// The kind of a failure; each has one exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Category {
    /// The reader of stdout went away: nothing is wrong.
    ClosedPipe,
    /// Unclassified, or a fault of ours.
    Internal,
    /// Flags, dates, an expression, or a prompt that can't be shown.
    UserInput,
    /// No such thing.
    NotFound,
    /// Login is required or has expired.
    Auth,
    /// Logged in, not allowed.
    Forbidden,
    /// Sold out, price moved, other version, wrong state.
    Conflict,
    /// Refused by validation or policy.
    Rejected,
    /// Accepted into the queue, not applied; not an error.
    Queued,
    /// Unreachable or temporary, and not queued.
    Unavailable,
    /// Some items of a batch failed.
    Partial,
    /// The local store or files: locked, full, broken, newer.
    Local,
    /// The deadline of `--wait` or `--timeout`.
    Timeout,
    /// Ctrl-C, or a question answered with no.
    Interrupted,
    /// SIGTERM.
    Terminated,
}

impl Category {
    /// Returns the exit code.
    pub(crate) fn exit_code(self) -> u8 {
        match self {
            Self::ClosedPipe => 0,
            Self::Internal => 1,
            Self::UserInput => 2,
            Self::NotFound => 3,
            Self::Auth => 4,
            Self::Forbidden => 5,
            Self::Conflict => 6,
            Self::Rejected => 7,
            Self::Queued => 8,
            Self::Unavailable => 9,
            Self::Partial => 10,
            Self::Local => 11,
            Self::Timeout => 124,
            Self::Interrupted => 130,
            Self::Terminated => 143,
        }
    }

    /// Returns the category of a refusal by its HTTP status.
    pub(crate) fn from_http_status(status: u16) -> Self {
        match status {
            401 => Self::Auth,
            403 => Self::Forbidden,
            404 | 410 => Self::NotFound,
            409 | 412 | 428 => Self::Conflict,
            408 | 425 | 429 | 502 | 503 | 504 => Self::Unavailable,
            400..=499 => Self::Rejected,
            _ => Self::Internal,
        }
    }
}

/// How a command ended that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done, or nothing to do.
    Done,
}

impl Exit {
    /// Returns the exit code.
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Done => 0,
        }
    }
}
