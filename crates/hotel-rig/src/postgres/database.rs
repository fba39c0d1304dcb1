//! Databases by their URL, on whichever server.

use std::hash::{BuildHasher as _, RandomState};
use std::net::IpAddr;
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};

use super::binaries;
use crate::{RigError, process};

/// How often a copy is tried before it is given up.
const COPIES_MAX: u32 = 50;

/// Runs SQL in the database at a URL and returns the rows, columns parted by `|`.
pub fn psql(url: &str, sql: &str) -> Result<String, RigError> {
    let mut psql = Command::new(binaries::folder()?.join("psql"));
    // What is set for this machine's own databases must not lead elsewhere.
    for name in ["PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGSERVICE", "PGOPTIONS"] {
        psql.env_remove(name);
    }
    psql.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", sql]);
    let mut rows = process::run(&mut psql)?;
    rows.truncate(rows.trim_end_matches('\n').len());
    Ok(rows)
}

/// Makes a database that nobody else has on the server at a URL, and returns the URL of it.
pub fn fresh_database(server: &str) -> Result<String, RigError> {
    let name = fresh_name();
    psql(server, &format!("CREATE DATABASE {name}"))?;
    Ok(with_database(server, &name))
}

/// Copies the database at a URL as it is at one moment, and returns the URL of the copy. Nobody may be
/// connected to what is copied, so everybody is sent away and kept out until it is done.
pub fn copy_database(url: &str) -> Result<String, RigError> {
    let (server, copy) = (with_database(url, "postgres"), fresh_name());
    let name = psql(url, "SELECT current_database()")?;
    psql(&server, &format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false"))?;
    let leave =
        format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    let copying = format!("CREATE DATABASE {copy} TEMPLATE {name}");
    let mut copied = psql(&server, &copying);
    for _ in 0..COPIES_MAX {
        if copied.is_ok() {
            break;
        }
        // Who is sent away takes a moment to go.
        copied = psql(&server, &leave).and_then(|_| psql(&server, &copying));
    }
    psql(&server, &format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true"))?;
    copied?;
    // It came to be as closed as what it was copied from.
    psql(&server, &format!("ALTER DATABASE {copy} WITH ALLOW_CONNECTIONS true"))?;
    Ok(with_database(url, &copy))
}

fn fresh_name() -> String {
    static MADE: AtomicU64 = AtomicU64::new(0);
    let made = MADE.fetch_add(1, Ordering::Relaxed);
    // Other processes make databases on the same server.
    let random = RandomState::new().hash_one(made);
    format!("hotel_{}_{made}_{random:016x}", std::process::id())
}

/// Returns a URL on 127.0.0.1 as it reads for those who reach the server at another address.
pub fn at(url: &str, address: IpAddr) -> String {
    let host = match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    };
    url.replacen("127.0.0.1", &host, 1)
}

/// Returns a URL on 127.0.0.1 with another port.
pub(super) fn with_port(url: &str, port: u16) -> String {
    let Some((who, rest)) = url.split_once("@127.0.0.1:") else { return url.to_owned() };
    let path = rest.find('/').map_or("", |at| &rest[at..]);
    format!("{who}@127.0.0.1:{port}{path}")
}

fn with_database(url: &str, name: &str) -> String {
    let (place, options) = match url.split_once('?') {
        Some((place, options)) => (place, format!("?{options}")),
        None => (url, String::new()),
    };
    let host = place.find("://").map_or(0, |at| at + 3);
    let end = place[host..].find('/').map_or(place.len(), |at| host + at);
    format!("{}/{name}{options}", &place[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_server_is_named_by_its_port() {
        let check = |url, expect| assert_eq!(with_port(url, 7), expect);
        check("postgres://hotel@127.0.0.1:5432/new?a=b", "postgres://hotel@127.0.0.1:7/new?a=b");
        check("postgres://a:b@127.0.0.1:5432", "postgres://a:b@127.0.0.1:7");
    }

    #[test]
    fn the_name_of_the_database_is_the_only_thing_that_changes() {
        let check = |url, expect| assert_eq!(with_database(url, "new"), expect);
        check("postgres://hotel@127.0.0.1:5432/postgres", "postgres://hotel@127.0.0.1:5432/new");
        check("postgres://hotel@host", "postgres://hotel@host/new");
        check("postgres://a:b@host/old?sslmode=disable", "postgres://a:b@host/new?sslmode=disable");
    }
}
