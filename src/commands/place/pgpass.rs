//! The password of a Postgres from where its own tools look: `PGPASSWORD`, else the file that
//! `PGPASSFILE` names, with lines of `host:port:database:user:password`.

use std::path::Path;

use super::Place;
use crate::error::{CliError, codes};
use crate::files::is_open_to_others;

/// The environment variable with the password.
const PASSWORD_VARIABLE: &str = "PGPASSWORD";

/// The environment variable that names the file of passwords.
const FILE_VARIABLE: &str = "PGPASSFILE";

/// The variables, for the help.
pub(crate) const VARIABLES: &[(&str, &str)] = &[
    (PASSWORD_VARIABLE, "Password of a Postgres, if its URL has none"),
    (FILE_VARIABLE, "File with passwords of databases, as psql reads it, if PGPASSWORD is not set"),
];

/// Adds the password to the URL of a Postgres that has none.
pub(super) fn with_password(
    place: Place,
    env: impl Fn(&str) -> Option<String>,
) -> Result<Place, CliError> {
    if !place.is_postgres() || place.has_password() {
        return Ok(place);
    }
    let env = |name: &str| env(name).filter(|value| !value.is_empty());
    if let Some(password) = env(PASSWORD_VARIABLE) {
        return Ok(place.and_password(&password));
    }
    let Some(path) = env(FILE_VARIABLE) else { return Ok(place) };
    let text = read(Path::new(&path))?;
    let asked = place.asked();
    let found = text.lines().find_map(|line| password_of(line, &asked));
    Ok(match found {
        Some(password) => place.and_password(&password),
        None => place,
    })
}

fn read(path: &Path) -> Result<String, CliError> {
    let failed = |error| CliError::file("read", path, &error).field(FILE_VARIABLE);
    if is_open_to_others(path).map_err(failed)? {
        let message = format!("{} holds passwords and others can read it", path.display());
        return Err(CliError::of(codes::CONFIG_SECRET_EXPOSED, message)
            .field(FILE_VARIABLE)
            .hint(format!("chmod 600 {}", path.display())));
    }
    std::fs::read_to_string(path).map_err(failed)
}

/// Returns the password of a line, if the line is about this host, port, database and user.
fn password_of(line: &str, asked: &[String; 4]) -> Option<String> {
    if line.starts_with('#') {
        return None;
    }
    let fields = fields(line);
    let [who @ .., password] = fields.as_slice() else { return None };
    let fits = |(field, asked): (&String, &String)| field == "*" || field == asked;
    (who.len() == asked.len() && who.iter().zip(asked).all(fits)).then(|| password.clone())
}

/// Splits a line at its colons; a backslash takes the next character as it is.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        let letter = match letter {
            // A fifth colon belongs to the password.
            ':' if fields.len() < 5 => {
                fields.push(String::new());
                continue;
            }
            '\\' => letters.next().unwrap_or('\\'),
            other => other,
        };
        if let Some(field) = fields.last_mut() {
            field.push(letter);
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(url: &str, env: &[(&str, &str)]) -> Result<Place, CliError> {
        with_password(Place::new(url), |name| {
            env.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_variable_fills_in_for_a_postgres_without_a_password() {
        let env = &[(PASSWORD_VARIABLE, "se same&1")];
        for (url, expect) in [
            ("postgres://ann@db/hotel", "postgres://ann@db/hotel?password=se%20same%261"),
            ("postgres://db/h?user=ann", "postgres://db/h?user=ann&password=se%20same%261"),
            ("postgres://ann:own@db/hotel", "postgres://ann:own@db/hotel"),
            ("hotel.db", "hotel.db"),
        ] {
            let place = found(url, env).unwrap();
            assert_eq!(place.expose(), expect);
            assert!(!place.to_string().contains("same"), "{place}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn the_file_is_searched_for_the_line_that_fits() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pgpass");
        let text = "# db:5432:hotel:ann:no\ndb:5433:hotel:ann:other\ndb:5432:*:ann:a\\:b\\\\c:d\n\
                    *:*:*:bob:bobs\n";
        std::fs::write(&path, text).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        let env = &[(FILE_VARIABLE, path.to_str().unwrap())];
        for (url, expect) in [
            ("postgres://ann@db/hotel", Some("a%3Ab%5Cc%3Ad")),
            ("postgres://ann@db:5433/hotel", Some("other")),
            ("postgresql://b%6Fb@other:1/x", Some("bobs")),
            ("postgres:///hotel?host=/run&user=bob", Some("bobs")),
            ("postgres://eve@db/hotel", None),
        ] {
            let place = found(url, env).unwrap();
            let password = place.expose().split_once("password=").map(|(_, password)| password);
            assert_eq!(password, expect, "{url}");
        }
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        let error = found("postgres://ann@db/hotel", env).unwrap_err();
        assert_eq!(error.code, "config.secret_exposed");
        let missing = &[(FILE_VARIABLE, "/nowhere/pgpass")];
        assert_eq!(found("postgres://ann@db/hotel", missing).unwrap_err().code, "local.io");
        assert!(found("hotel.db", missing).is_ok());
    }
}
