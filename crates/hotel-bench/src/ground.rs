//! Where a house keeps its books while it is measured: made for a run, and gone with it.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use hotel_rig::postgres::psql;
use hotel_server::store::database::Database;

use crate::error::{BenchError, Doing as _};
use crate::runs::Site;

/// The books of one house, and a folder for what else it needs; both go with the last that holds them.
#[derive(Clone)]
pub(crate) struct Ground {
    folder: Arc<TempDir>,
    database: Database,
}

/// What a database holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Stored {
    /// Bookings.
    pub(crate) bookings: u64,
    /// Room nights that are taken.
    pub(crate) nights: u64,
}

const STORED: &str =
    "SELECT (SELECT count(*) FROM booking), (SELECT coalesce(sum(sold + held), 0) FROM inventory)";

const SIZE: &str = "SELECT pg_database_size(current_database()), 0";

impl Ground {
    /// Makes an empty one.
    pub(crate) fn make(site: &Site) -> Result<Self, BenchError> {
        let folder = tempfile::Builder::new()
            .prefix("hotel-bench-")
            .tempdir_in(&site.folder)
            .doing("make a folder for the database")?;
        let folder = Arc::new(folder);
        let database = match &site.postgres {
            None => Database::File(folder.path().join("hotel.db")),
            Some(postgres) => Database::Postgres(postgres.database()?),
        };
        Ok(Self { folder, database })
    }

    /// Returns the folder.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Returns where the books are.
    pub(crate) fn database(&self) -> &Database {
        &self.database
    }

    /// Opens the file of the books, to look only.
    pub(crate) fn look(&self) -> Result<Connection, BenchError> {
        match &self.database {
            Database::File(path) => look(path),
            Database::Postgres(_) => Err(BenchError::said("these books are in no file")),
        }
    }

    /// Counts what the books hold.
    pub(crate) fn stored(&self) -> Result<Stored, BenchError> {
        match &self.database {
            Database::File(path) => stored(&look(path)?),
            Database::Postgres(url) => {
                let (bookings, nights) = pair(url, STORED)?;
                Ok(Stored { bookings, nights })
            }
        }
    }

    /// Returns how large the books are, in bytes.
    pub(crate) fn size(&self) -> Result<u64, BenchError> {
        match &self.database {
            Database::File(path) => Ok(std::fs::metadata(path).map_or(0, |file| file.len())),
            Database::Postgres(url) => Ok(pair(url, SIZE)?.0),
        }
    }
}

/// Reads two numbers out of Postgres.
pub(crate) fn pair(url: &str, sql: &str) -> Result<(u64, u64), BenchError> {
    let said = psql(url, sql)?;
    let mut numbers = said.trim().split('|').map(|number| number.trim().parse().ok());
    match (numbers.next().flatten(), numbers.next().flatten()) {
        (Some(first), Some(second)) => Ok((first, second)),
        _ => Err(BenchError::said(format!("psql says {said}"))),
    }
}

/// Opens a database file to look only.
pub(crate) fn look(database: &Path) -> Result<Connection, BenchError> {
    let connection = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    Ok(connection)
}

/// Counts what a database file holds.
pub(crate) fn stored(database: &Connection) -> Result<Stored, BenchError> {
    let row = |row: &rusqlite::Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?));
    let (bookings, nights) = database.query_row(STORED, [], row)?;
    let whole = |count: i64| u64::try_from(count).unwrap_or(0);
    Ok(Stored { bookings: whole(bookings), nights: whole(nights) })
}

/// Returns what names a database, for a process that is to open it.
pub(crate) fn named(database: &Database) -> String {
    match database {
        Database::File(path) => path.display().to_string(),
        Database::Postgres(url) => url.clone(),
    }
}
