//! Where the server keeps everything: a file, or the URL of a database. A URL may hold a password,
//! which is never shown.

use std::fmt;
use std::path::PathBuf;

/// What stands where a password is.
const HIDDEN: &str = "(hidden)";

/// Parameters of a URL that are passwords.
const SECRET_PARAMETERS: [&str; 2] = ["password", "sslpassword"];

/// Where the server keeps everything.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Place(String);

impl Place {
    /// Takes a place as it was written.
    pub(super) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// Returns whether it is a URL, and no file.
    pub(super) fn is_url(&self) -> bool {
        self.0.contains("://")
    }

    /// Returns whether it holds a password.
    pub(super) fn has_password(&self) -> bool {
        self.to_string() != self.0
    }

    /// Returns the place with its password, for the store; nothing else has use for it.
    pub(super) fn expose(&self) -> PathBuf {
        PathBuf::from(&self.0)
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
            assert_eq!(place.expose(), PathBuf::from(written));
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
