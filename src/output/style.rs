//! Colours and glyphs. A state is always a glyph with a word; colour only repeats it.

use std::ffi::OsStr;

/// Whether colours are used, as asked for with `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub(crate) enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Always, whatever `NO_COLOR` says
    Always,
    /// Never
    Never,
}

impl ColorChoice {
    /// Decides for one stream; `NO_COLOR` counts when it is present and not empty.
    pub(crate) fn resolve(
        self,
        is_terminal: bool,
        no_color: Option<&OsStr>,
        term: Option<&OsStr>,
    ) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => {
                is_terminal
                    && no_color.is_none_or(OsStr::is_empty)
                    && term.is_none_or(|term| term != "dumb")
            }
        }
    }
}

/// What a piece of text is meant to feel like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Tone {
    /// As any other text.
    #[default]
    Plain,
    /// All is well.
    Good,
    /// Someone should look.
    Warn,
    /// Failed or refused.
    Bad,
    /// Less important.
    Dim,
    /// More important.
    Strong,
}

impl Tone {
    /// Returns the ANSI parameters, if the tone has any.
    fn ansi(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Good => Some("32"),
            Self::Warn => Some("33"),
            Self::Bad => Some("1;31"),
            Self::Dim => Some("2"),
            Self::Strong => Some("1"),
        }
    }
}

/// Wraps text that is already safe in a colour.
pub(crate) fn paint(safe: &str, tone: Tone, color: bool) -> String {
    match tone.ansi() {
        Some(parameters) if color => format!("\u{1b}[{parameters}m{safe}\u{1b}[0m"),
        Some(_) | None => safe.to_owned(),
    }
}

/// The sign in front of a state's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Glyph {
    /// Confirmed, done, in house.
    Done,
    /// Waits for someone: held, requested.
    Waiting,
    /// Is not done yet: it waits for the link.
    Pending,
    /// Needs a person.
    Warning,
    /// Cancelled, declined, failed.
    Failed,
    /// Over: checked out, expired, released.
    Over,
}

impl Glyph {
    /// Returns the sign, in ASCII where asked.
    pub(crate) fn sign(self, ascii: bool) -> &'static str {
        match (self, ascii) {
            (Self::Done, false) => "●",
            (Self::Done, true) => "*",
            (Self::Waiting, false) => "○",
            (Self::Waiting, true) => "o",
            (Self::Pending, _) => "~",
            (Self::Warning, _) => "!",
            (Self::Failed, false) => "✗",
            (Self::Failed, true) => "x",
            (Self::Over, false) => "·",
            (Self::Over, true) => ".",
        }
    }

    /// Returns the tone that goes with it.
    pub(crate) fn tone(self) -> Tone {
        match self {
            Self::Done => Tone::Good,
            Self::Waiting | Self::Pending | Self::Warning => Tone::Warn,
            Self::Failed => Tone::Bad,
            Self::Over => Tone::Dim,
        }
    }
}
