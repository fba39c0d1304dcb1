//! Where a house keeps everything: a file, or the URL of a database, for every command that takes one.
//! A URL may hold a password, which is never shown, and never taken from an argument.

mod pgpass;

use std::fmt::{self, Write as _};

pub(crate) use self::pgpass::VARIABLES as PASSWORD_VARIABLES;
use crate::error::{CliError, codes};

/// What stands where a password is.
const HIDDEN: &str = "(hidden)";

/// Parameters of a URL that are passwords.
const SECRET_PARAMETERS: [&str; 2] = ["password", "sslpassword"];

/// Where a house keeps everything.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Place(String);

impl Place {
    /// Takes a place as it was written.
    pub(crate) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Returns whether it is a URL, and no plain path.
    pub(crate) fn is_url(&self) -> bool {
        self.0.contains("://") || self.0.starts_with("sqlite:")
    }

    /// Returns whether it is a Postgres.
    pub(crate) fn is_postgres(&self) -> bool {
        self.0.starts_with("postgres://") || self.0.starts_with("postgresql://")
    }

    /// Returns whether it holds a password.
    pub(crate) fn has_password(&self) -> bool {
        self.to_string() != self.0
    }

    /// Returns the place with its password, for the store; nothing else has use for it.
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }

    /// Refuses a password that came in an argument: every user of the machine sees those of a process.
    pub(crate) fn refuse_in_argument(&self, flag: &str) -> Result<(), CliError> {
        if !self.has_password() {
            return Ok(());
        }
        let message = format!("a password in {flag} can be read by every user of this machine");
        Err(CliError::of(codes::CONFIG_VALUE, message)
            .field(flag)
            .hint("give the password in PGPASSWORD, or in the file that PGPASSFILE names"))
    }

    /// Returns the place with its password, looked for where the tools of Postgres look if the URL of
    /// one has none; `env` is asked for each variable.
    pub(crate) fn with_password(
        self,
        env: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, CliError> {
        pgpass::with_password(self, env)
    }

    /// Returns the place with a password.
    fn and_password(&self, password: &str) -> Self {
        let separator = if self.0.contains('?') { '&' } else { '?' };
        Self(format!("{}{separator}password={}", self.0, encoded(password)))
    }

    /// Returns the host, port, database and user that a URL without a password asks for.
    fn asked(&self) -> [String; 4] {
        let (_, rest) = self.0.split_once("://").unwrap_or_default();
        let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (server, database) = address.split_once('/').unwrap_or((address, ""));
        let (user, hosts) = server.split_once('@').unwrap_or(("", server));
        let host = hosts.split(',').next().unwrap_or_default();
        let (host, port) = match host.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => (host, port),
            Some(_) | None => (host, "5432"),
        };
        let named = |name: &str, written: &str| {
            let given = query.split('&').filter_map(|pair| pair.split_once('='));
            let given = given.filter(|(key, _)| *key == name).map(|(_, value)| value).next_back();
            decoded(given.unwrap_or(written))
        };
        let host = named("host", if host.is_empty() { "localhost" } else { host });
        [host, named("port", port), named("dbname", database), named("user", user)]
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.split_once("://") {
            Some((scheme, rest)) => write!(formatter, "{scheme}://{}", redacted(rest)),
            None => formatter.write_str(&self.0),
        }
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Place({self})")
    }
}

/// Hides the passwords of a URL without its scheme.
fn redacted(rest: &str) -> String {
    let (address, query) = match rest.split_once('?') {
        // A `?` before the `@` belongs to a password that should have been escaped.
        Some((address, query)) if address.contains('@') || !hides_a_password(rest) => {
            (address, Some(query))
        }
        Some(_) | None => (rest, None),
    };
    let address = match address.rsplit_once('@') {
        Some((who, host)) => match who.split_once(':') {
            Some((user, _)) => format!("{user}:{HIDDEN}@{host}"),
            None => address.to_owned(),
        },
        None => address.to_owned(),
    };
    match query {
        Some(query) => {
            let parameters: Vec<String> = query.split('&').map(parameter).collect();
            format!("{address}?{}", parameters.join("&"))
        }
        None => address,
    }
}

/// Writes a text so that it can stand in a URL.
fn encoded(text: &str) -> String {
    let mut url = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            url.push(char::from(byte));
        } else {
            let _infallible = write!(url, "%{byte:02X}");
        }
    }
    url
}

/// Reads a text that stands in a URL; what is no escape stays as it is.
fn decoded(url: &str) -> String {
    let mut bytes = Vec::with_capacity(url.len());
    let mut rest = url.as_bytes();
    while let [first, after @ ..] = rest {
        let escape = after.get(..2).filter(|_| *first == b'%');
        let escape = escape.and_then(|hex| std::str::from_utf8(hex).ok());
        if let Some(byte) = escape.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Returns whether what follows the first colon, up to an `@`, can be no port.
fn hides_a_password(rest: &str) -> bool {
    let Some((_, after)) = rest.split_once(':') else { return false };
    let port = after.find(['/', '?']).map_or(after, |end| &after[..end]);
    after.contains('@') && !port.bytes().all(|byte| byte.is_ascii_digit())
}

fn parameter(text: &str) -> String {
    match text.split_once('=') {
        Some((name, _)) if SECRET_PARAMETERS.contains(&name.to_lowercase().as_str()) => {
            format!("{name}={HIDDEN}")
        }
        Some(_) | None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        for (written, shown) in [
            ("postgres://ann:sesame@db:5432/hotel", "postgres://ann:(hidden)@db:5432/hotel"),
            ("postgres://ann:ses?me@db/hotel", "postgres://ann:(hidden)@db/hotel"),
            ("postgres://ann:se@s:me@db/hotel?a=b", "postgres://ann:(hidden)@db/hotel?a=b"),
            ("postgres://db/h?user=a&Password=sesame", "postgres://db/h?user=a&Password=(hidden)"),
        ] {
            let place = Place::new(written);
            assert_eq!(place.to_string(), shown);
            assert!(place.has_password() && place.is_url(), "{written}");
            assert_eq!(format!("{place:?}"), format!("Place({shown})"));
            assert_eq!(place.expose(), written);
        }
    }

    #[test]
    fn a_place_without_a_password_is_shown_as_it_is() {
        for written in [
            "/srv/hotel/hotel.db",
            "hotel.db",
            "postgres://ann@db/hotel",
            "postgres://db:5432/hotel?user=ann@corp",
            "postgres:///hotel?host=/run/postgresql",
        ] {
            let place = Place::new(written);
            assert_eq!((place.to_string().as_str(), place.has_password()), (written, false));
        }
    }
}
