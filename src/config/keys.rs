//! The settings there are: names, environment variables, defaults, and what each may be.

use super::check::{Check, misfit};
use crate::error::{CliError, codes};
use crate::suggest::closest;

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
    /// Which colours the desk has.
    Theme,
    /// Whether the desk takes the mouse.
    Mouse,
}

/// Yes or no.
pub(crate) const YES_NO: Check = Check::OneOf(&["true", "false"]);

/// Everything about a setting.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KeyInfo<K = Key> {
    /// Which one.
    pub(crate) key: K,
    /// Its name in the file.
    pub(crate) name: &'static str,
    /// Its environment variable.
    pub(crate) env: &'static str,
    /// What holds when nobody says anything.
    pub(crate) default: Option<&'static str>,
    /// One line for people.
    pub(crate) meaning: &'static str,
    /// What its value may be.
    pub(crate) check: Check,
}

/// Describes a setting.
pub(crate) const fn info<K: Copy>(
    key: K,
    (name, env): (&'static str, &'static str),
    default: Option<&'static str>,
    check: Check,
    meaning: &'static str,
) -> KeyInfo<K> {
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
    info(
        Key::Theme,
        ("theme", "HOTEL_THEME"),
        Some("sixteen"),
        Check::OneOf(&["sixteen", "colour-blind", "mono"]),
        "Colours of the desk",
    ),
    info(Key::Mouse, ("mouse", "HOTEL_MOUSE"), Some("true"), YES_NO, "Mouse in the desk"),
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
        let shown = (!self.is_secret()).then_some(value);
        match self.info().check.expected(value) {
            Some(expected) => Err(misfit(self.name(), shown, source, &expected)),
            None => Ok(()),
        }
    }
}
