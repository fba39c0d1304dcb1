//! The settings there are: names, environment variables, defaults, and what each may be.

use crate::error::{CliError, codes};
use crate::suggest::closest;
use crate::when::span::parse_span;

/// A setting of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Key {
    /// The address of the server.
    Server,
    /// The proof of who the agent is.
    Token,
    /// What kind of system it is.
    Environment,
    /// The hotel that is meant when none is named.
    Hotel,
    /// The format of stdout.
    Output,
    /// The wording of failures.
    ErrorFormat,
    /// Whether colours are used.
    Color,
    /// How long a request may take.
    Timeout,
    /// What happens to writes without a connection.
    Offline,
    /// The zone that instants are shown in.
    Tz,
    /// Whether our own signs are ASCII.
    Ascii,
}

/// What a value may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Check {
    Text,
    Address,
    OneOf(&'static [&'static str]),
    Span,
    Zone,
}

const YES_NO: Check = Check::OneOf(&["true", "false"]);

/// Everything about a setting.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KeyInfo {
    /// Which one.
    pub(crate) key: Key,
    /// Its name in `config.toml`.
    pub(crate) name: &'static str,
    /// Its environment variable.
    pub(crate) env: &'static str,
    /// What holds when nobody says anything.
    pub(crate) default: Option<&'static str>,
    /// One line for people.
    pub(crate) meaning: &'static str,
    check: Check,
}

const fn info(
    key: Key,
    (name, env): (&'static str, &'static str),
    default: Option<&'static str>,
    check: Check,
    meaning: &'static str,
) -> KeyInfo {
    KeyInfo { key, name, env, default, meaning, check }
}

/// All settings, in the order in which they are listed.
pub(crate) const KEYS: &[KeyInfo] = &[
    info(
        Key::Server,
        ("server", "HOTEL_SERVER"),
        Some("http://127.0.0.1:7070"),
        Check::Address,
        "Address of the server",
    ),
    info(
        Key::Token,
        ("token", "HOTEL_TOKEN"),
        None,
        Check::Text,
        "Token of the agent, never shown",
    ),
    info(
        Key::Environment,
        ("environment", "HOTEL_ENVIRONMENT"),
        None,
        Check::OneOf(&["local", "test", "staging", "production"]),
        "Kind of system; production asks harder",
    ),
    info(
        Key::Hotel,
        ("hotel", "HOTEL_HOTEL"),
        None,
        Check::Text,
        "Hotel that is meant when none is named",
    ),
    info(
        Key::Output,
        ("output", "HOTEL_OUTPUT"),
        None,
        Check::OneOf(&["table", "json", "jsonl", "csv", "tsv", "yaml", "ids"]),
        "Format of stdout",
    ),
    info(
        Key::ErrorFormat,
        ("error_format", "HOTEL_ERROR_FORMAT"),
        Some("auto"),
        Check::OneOf(&["auto", "human", "json"]),
        "Wording of failures",
    ),
    info(
        Key::Color,
        ("color", "HOTEL_COLOR"),
        Some("auto"),
        Check::OneOf(&["auto", "always", "never"]),
        "Colours",
    ),
    info(
        Key::Timeout,
        ("timeout", "HOTEL_TIMEOUT"),
        Some("30s"),
        Check::Span,
        "How long a request may take",
    ),
    info(
        Key::Offline,
        ("offline", "HOTEL_OFFLINE"),
        Some("queue"),
        Check::OneOf(&["queue", "fail", "only"]),
        "What happens to writes without a connection",
    ),
    info(Key::Tz, ("tz", "HOTEL_TZ"), None, Check::Zone, "Zone that instants are shown in"),
    info(Key::Ascii, ("ascii", "HOTEL_ASCII"), Some("false"), YES_NO, "Signs in ASCII only"),
];

impl Key {
    /// Returns everything about the setting.
    pub(crate) fn info(self) -> &'static KeyInfo {
        // The test `every_key_is_listed_once_in_its_place` keeps the table and the enum together.
        &KEYS[self as usize]
    }

    /// Returns the name in `config.toml`.
    pub(crate) fn name(self) -> &'static str {
        self.info().name
    }

    /// Returns whether the value is never shown.
    pub(crate) fn is_secret(self) -> bool {
        self == Self::Token
    }

    /// Finds a setting by its name; a dash counts as an underscore.
    pub(crate) fn parse(name: &str) -> Result<Self, CliError> {
        let plain = name.replace('-', "_");
        if let Some(info) = KEYS.iter().find(|info| info.name == plain) {
            return Ok(info.key);
        }
        let names: Vec<&str> = KEYS.iter().map(|info| info.name).collect();
        let error =
            CliError::of(codes::CONFIG_UNKNOWN_KEY, format!("there is no setting `{name}`"))
                .why(format!("the settings are {}", names.join(", ")));
        Err(match closest(&plain, names) {
            Some(meant) => error.hint(format!("hotel config get {meant}")),
            None => error,
        })
    }

    /// Refuses a value that does not fit; `source` says where it was written.
    pub(crate) fn check(self, value: &str, source: &str) -> Result<(), CliError> {
        let expected = match self.info().check {
            Check::Text if value.trim().is_empty() || value.contains(char::is_control) => {
                "text".to_owned()
            }
            Check::Address if !is_address(value) => {
                "an address like http://127.0.0.1:7070 or https://desk.example.com".to_owned()
            }
            Check::OneOf(allowed) if !allowed.contains(&value) => {
                format!("one of {}", allowed.join(", "))
            }
            Check::Span if parse_span(value).is_err() => "a length of time like 30s".to_owned(),
            Check::Zone if jiff::tz::TimeZone::get(value).is_err() => {
                "a zone like Europe/Berlin".to_owned()
            }
            Check::Text | Check::Address | Check::OneOf(_) | Check::Span | Check::Zone => {
                return Ok(());
            }
        };
        let shown = if self.is_secret() { "the value".to_owned() } else { format!("`{value}`") };
        let message = format!("{shown} does not fit the setting {}", self.name());
        Err(CliError::of(codes::CONFIG_VALUE, message)
            .field(self.name())
            .why(format!("it comes from {source}"))
            .why(format!("it should be {expected}")))
    }
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
