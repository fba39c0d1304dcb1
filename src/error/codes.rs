//! The codes of this side of the wire. They are never renamed within a major version; what the
//! server refuses carries a code of the server's.

use super::category::Category;

/// A stable code with what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub(crate) struct CodeInfo {
    /// Dotted and lower-case.
    pub(crate) code: &'static str,
    /// The kind, and so the exit code.
    pub(crate) category: Category,
    /// One line for people.
    pub(crate) meaning: &'static str,
}

macro_rules! codes {
    ($($name:ident = $code:literal, $category:ident, $meaning:literal;)+) => {
        $(
            #[doc = $meaning]
            pub(crate) const $name: CodeInfo =
                CodeInfo { code: $code, category: Category::$category, meaning: $meaning };
        )+

        /// All of them, in the order of their codes.
        pub(crate) const ALL: &[CodeInfo] = &[$($name),+];
    };
}

codes! {
    AUTH_NO_TOKEN = "auth.no_token", Auth, "The profile has no token: log in first.";
    AUTH_REFUSED = "auth.refused", Auth, "The server does not know the token: what waits goes on waiting.";
    AUTH_TOKEN_EXPOSED = "auth.token_exposed", Auth, "The token file can be read by others and is not used.";
    BATCH_PARTIAL = "batch.partial", Partial, "Some items of the batch failed; each record says which.";
    BATCH_WAITS = "batch.waits", Queued, "Some commands of the batch wait in the queue; each record says which.";
    CATALOGUE_EXISTS = "catalogue.exists", Conflict, "There is one of that code already.";
    CONFIG_BROKEN = "config.broken", Local, "The configuration file can't be read as TOML.";
    CONFIG_SECRET_EXPOSED = "config.secret_exposed", Auth, "The configuration file holds a password and can be read by others.";
    CONFIG_UNKNOWN_KEY = "config.unknown_key", UserInput, "There is no setting of that name.";
    CONFIG_UNKNOWN_PROFILE = "config.unknown_profile", UserInput, "There is no profile of that name.";
    CONFIG_UNSET = "config.unset", NotFound, "The setting has no value.";
    CONFIG_VALUE = "config.value", UserInput, "The value does not fit the setting.";
    CURSOR_UNKNOWN = "cursor.unknown", NotFound, "No cursor of that name is kept.";
    DOCTOR_FAILED = "doctor.failed", Internal, "At least one check of the doctor failed.";
    EVENT_UNKNOWN = "event.unknown", NotFound, "There is no event of that name.";
    FEED_GAP = "feed.gap", Conflict, "Events can't be told any more, and --fail-on-gap is set.";
    INTERNAL_BUG = "internal.bug", Internal, "A fault of this program; please report it.";
    LETTER_UNKNOWN = "letter.unknown", NotFound, "No event of that number waits for a target.";
    LINES_EXPIRED = "lines.expired", Conflict, "The offer on that line has expired: search again.";
    LINES_NONE = "lines.none", NotFound, "There is no search whose lines could be meant.";
    LINES_NOT_FOUND = "lines.not_found", NotFound, "The last search has no line of that number.";
    LINES_OTHER_SERVER = "lines.other_server", Conflict, "The last search asked another server.";
    LIST_EMPTY = "list.empty", NotFound, "Nothing was found, and --fail-if-empty is set.";
    LOCAL_BROKEN = "local.broken", Local, "A file of this program can't be understood.";
    LOCAL_BUSY = "local.busy", Local, "Another process holds the local store.";
    LOCAL_FULL = "local.full", Local, "There is no room for the local store.";
    LOCAL_IO = "local.io", Local, "A local file can't be read or written.";
    LOCAL_NEWER = "local.newer", Local, "The local store was written by a newer version.";
    LOCAL_NO_HOME = "local.no_home", Local, "There is no folder to keep files in.";
    NETWORK_BAD_ANSWER = "network.bad_answer", Unavailable, "What answered does not speak this protocol.";
    NETWORK_OFFLINE = "network.offline", Unavailable, "The command needs the server and --offline is set.";
    NETWORK_TIMEOUT = "network.timeout", Unavailable, "The server did not answer in time.";
    NETWORK_UNREACHABLE = "network.unreachable", Unavailable, "The server can't be reached.";
    OUTPUT_CLOSED = "output.closed", ClosedPipe, "The reader of the output went away.";
    PROMPT_DECLINED = "prompt.declined", Interrupted, "The question was answered with no.";
    QUEUE_BEHIND = "queue.behind", Conflict, "An earlier change of the booking still waits in the queue.";
    QUEUE_CONFLICTS = "queue.conflicts", Conflict, "Changes that were queued need your word.";
    QUEUE_STATE = "queue.state", Conflict, "The operation is in a state in which that can't be done.";
    QUEUE_UNKNOWN = "queue.unknown", NotFound, "There is no operation of that number.";
    QUEUE_WAITS = "queue.waits", Queued, "The change waits in the queue: requested, not done.";
    RUN_INTERRUPTED = "run.interrupted", Interrupted, "Stopped by Ctrl-C.";
    RUN_TERMINATED = "run.terminated", Terminated, "Stopped by SIGTERM.";
    SERVE_EXPOSED = "serve.exposed", UserInput, "Others would reach the server in clear text.";
    SERVE_FAILED = "serve.failed", Local, "The server can't start or was stopped by a fault.";
    SHELL_FAILED = "shell.failed", Partial, "Some lines of a shell without a terminal failed.";
    TARGET_REFUSED = "target.refused", Unavailable, "A target of events did not take one.";
    TARGET_SHUT = "target.shut", Rejected, "A target of events answered 410: it wants no more.";
    USAGE_ARGUMENTS = "usage.arguments", UserInput, "Arguments that don't go together, or too many or too few values.";
    USAGE_CONFIRMATION_REQUIRED = "usage.confirmation_required", UserInput, "A question can't be asked here: pass --yes.";
    USAGE_DATE = "usage.date", UserInput, "The date is not understood, ambiguous, or no stay.";
    USAGE_ENTRY = "usage.entry", UserInput, "The terse entry is not understood, or can't be said now.";
    USAGE_INVALID_VALUE = "usage.invalid_value", UserInput, "The value does not fit the argument.";
    USAGE_MISSING_ARGUMENT = "usage.missing_argument", UserInput, "A required argument is missing.";
    USAGE_MISSING_COMMAND = "usage.missing_command", UserInput, "A subcommand is missing.";
    USAGE_SPAN = "usage.span", UserInput, "The length of time is not understood.";
    USAGE_UNKNOWN_ARGUMENT = "usage.unknown_argument", UserInput, "There is no such argument.";
    USAGE_UNKNOWN_COMMAND = "usage.unknown_command", UserInput, "There is no such command.";
    USAGE_UNKNOWN_FIELD = "usage.unknown_field", UserInput, "The record has no field of that name.";
    WAIT_DEADLINE = "wait.deadline", Timeout, "The deadline of --wait or --timeout has passed.";
}
