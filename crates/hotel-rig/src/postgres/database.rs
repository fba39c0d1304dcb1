//! Databases by their URL, on whichever server.

use std::hash::{BuildHasher as _, RandomState};
use std::net::IpAddr;
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};

use super::binaries;
use crate::{RigError, process};

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
    static MADE: AtomicU64 = AtomicU64::new(0);
    let made = MADE.fetch_add(1, Ordering::Relaxed);
    // Other processes make databases on the same server.
    let random = RandomState::new().hash_one(made);
    let name = format!("hotel_{}_{made}_{random:016x}", std::process::id());
    psql(server, &format!("CREATE DATABASE {name}"))?;
    Ok(with_database(server, &name))
}

/// Returns a URL on 127.0.0.1 as it reads for those who reach the server at another address.
pub fn at(url: &str, address: IpAddr) -> String {
    let host = match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    };
    url.replacen("127.0.0.1", &host, 1)
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
    fn the_name_of_the_database_is_the_only_thing_that_changes() {
        let check = |url, expect| assert_eq!(with_database(url, "new"), expect);
        check("postgres://hotel@127.0.0.1:5432/postgres", "postgres://hotel@127.0.0.1:5432/new");
        check("postgres://hotel@host", "postgres://hotel@host/new");
        check("postgres://a:b@host/old?sslmode=disable", "postgres://a:b@host/new?sslmode=disable");
    }
}
