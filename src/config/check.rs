//! What the value of a setting may be, and how one that does not fit is refused.

#[cfg(feature = "server")]
use std::net::SocketAddr;
#[cfg(feature = "server")]
use std::time::Duration;

use crate::error::{CliError, codes};
use crate::when::span::parse_span;

/// The longest wait that can be set: longer than any balancer takes to notice.
#[cfg(feature = "server")]
const WAIT_MAX: Duration = Duration::from_mins(10);

/// What a value may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Check {
    /// Anything that is not blank.
    Text,
    /// The address of a server, as a URL.
    Address,
    /// One of some words.
    OneOf(&'static [&'static str]),
    /// A length of time.
    Span,
    /// A length of time that may be none.
    #[cfg(feature = "server")]
    Wait,
    /// A time zone.
    Zone,
    /// An address to listen on.
    #[cfg(feature = "server")]
    Socket,
}

impl Check {
    /// Returns what is expected instead of a value; nothing if the value fits.
    pub(crate) fn expected(self, value: &str) -> Option<String> {
        let (fits, expected) = match self {
            Self::Text => {
                (!value.trim().is_empty() && !value.contains(char::is_control), "text".to_owned())
            }
            Self::Address => (
                is_address(value),
                "an address like http://127.0.0.1:7070 or https://desk.example.com".to_owned(),
            ),
            Self::OneOf(allowed) => {
                (allowed.contains(&value), format!("one of {}", allowed.join(", ")))
            }
            Self::Span => (parse_span(value).is_ok(), "a length of time like 30s".to_owned()),
            #[cfg(feature = "server")]
            Self::Wait => {
                (parse_wait(value).is_some(), "a length of time from 0s to 10m, like 5s".to_owned())
            }
            Self::Zone => {
                (jiff::tz::TimeZone::get(value).is_ok(), "a zone like Europe/Berlin".to_owned())
            }
            #[cfg(feature = "server")]
            Self::Socket => (
                value.parse::<SocketAddr>().is_ok(),
                "an address and a port like 127.0.0.1:7070".to_owned(),
            ),
        };
        (!fits).then_some(expected)
    }
}

/// Reads a length of time that may be none.
#[cfg(feature = "server")]
pub(crate) fn parse_wait(text: &str) -> Option<Duration> {
    if matches!(text.trim(), "0" | "0s") {
        return Some(Duration::ZERO);
    }
    parse_span(text).ok().filter(|wait| *wait <= WAIT_MAX)
}

/// Words that a value does not fit; a secret one is not shown.
pub(crate) fn misfit(name: &str, value: Option<&str>, source: &str, expected: &str) -> CliError {
    let shown = value.map_or_else(|| "the value".to_owned(), |value| format!("`{value}`"));
    let message = format!("{shown} does not fit the setting {name}");
    CliError::of(codes::CONFIG_VALUE, message)
        .field(name)
        .why(format!("it comes from {source}"))
        .why(format!("it should be {expected}"))
}

/// Returns whether a text is an HTTP address without credentials, query or spaces.
fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("http://").or_else(|| text.strip_prefix("https://"));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && !rest.starts_with(['/', ':'])
            && !rest.contains(|letter: char| {
                letter.is_whitespace() || letter.is_control() || matches!(letter, '@' | '?' | '#')
            })
    })
}
