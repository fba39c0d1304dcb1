//! The finder's file: what is in it, how it is opened, and how it is written.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension as _, params};

use super::recent::Hints;
use crate::store::StoreError;
use crate::store::sqlite::BUSY_TIMEOUT;
use crate::store::sqlite::insert::{Cell, Insert};
use crate::store::sqlite::moving::remove;
use crate::store::sqlite::rows::count;

/// The tables.
pub(crate) const SCHEMA: &str = include_str!("schema.sql");

/// The version of the tables, and of what is written into them.
const VERSION: i64 = 1;

/// The page cache, in KiB: a second's bookings come to most pages of the file's tables.
const CACHE_KIB: i32 = 16 * 1024;

/// How many pages the file's log of writes takes before they are carried over, 4 MiB: a small step,
/// since the disk serves no commit meanwhile.
const CHECKPOINT_PAGES: u32 = 1_024;

/// How far the file goes: an event of the database, by its position and its id.
type Mark = (i64, [u8; 16]);

/// Opens the file and brings it up to the database beside it. One of another version or another
/// database, or one that can't be read, is deleted and made anew.
pub(crate) fn open(path: &Path, database: &Path) -> Result<Connection, StoreError> {
    match open_known(path, database) {
        Ok(Some(connection)) => return Ok(connection),
        Ok(None) => {}
        Err(error) => {
            tracing::warn!(error = &error as &dyn std::error::Error, "the finder is made anew");
        }
    }
    remove(path)?;
    let connection = prepared(path)?;
    connection.execute_batch(SCHEMA)?;
    connection.pragma_update(None, "user_version", VERSION)?;
    beside(&connection, database, || {
        connection.execute_batch(&format!("BEGIN; {EVERYTHING} {MARK_HEAD} COMMIT;"))
    })?;
    Ok(connection)
}

/// Opens a file that is there; returns none where it is of another version or another database.
fn open_known(path: &Path, database: &Path) -> Result<Option<Connection>, StoreError> {
    let connection = prepared(path)?;
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if version != VERSION {
        return Ok(None);
    }
    let mark = |row: &rusqlite::Row<'_>| Ok((row.get("position")?, row.get("event")?));
    let mark: Option<Mark> = connection.query_row(MARK, [], mark).optional()?;
    let Some((position, event)) = mark else { return Ok(None) };
    let is_of_it = beside(&connection, database, || {
        let there: Option<[u8; 16]> =
            connection.query_row(EVENT_AT, [position], |row| row.get("id")).optional()?;
        if there != Some(event) {
            return Ok(false);
        }
        connection.execute_batch(&format!("BEGIN; {LATER} {MARK_HEAD} COMMIT;"))?;
        Ok(true)
    })?;
    Ok(is_of_it.then_some(connection))
}

fn prepared(path: &Path) -> Result<Connection, rusqlite::Error> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // A power cut may cost the last rounds, never the file; they are made up for at the next start.
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    Ok(connection)
}

/// Runs something with the database at hand as `house`.
fn beside<T>(
    connection: &Connection,
    database: &Path,
    run: impl FnOnce() -> Result<T, rusqlite::Error>,
) -> Result<T, rusqlite::Error> {
    connection.execute("ATTACH DATABASE ?1 AS house", [database.to_string_lossy()])?;
    let outcome = run();
    if outcome.is_err() && !connection.is_autocommit() {
        connection.execute_batch("ROLLBACK")?;
    }
    connection.execute_batch("DETACH DATABASE house")?;
    outcome
}

const MARK: &str = "SELECT mark.position, mark.event FROM mark WHERE mark.id = 1";

const EVENT_AT: &str = "SELECT event.id FROM house.event WHERE event.position = ?1";

const MARK_HEAD: &str = "INSERT OR REPLACE INTO mark (id, position, event) \
     SELECT 1, event.position, event.id FROM house.event ORDER BY event.position DESC LIMIT 1;";

// In the order of the tables, so that each page is written once.
const EVERYTHING: &str = "\
     INSERT INTO stay_of_hotel (hotel, check_in, number) \
       SELECT booking.hotel, booking.check_in, booking.number FROM house.booking ORDER BY 1, 2, 3; \
     INSERT INTO stay_of_guest (guest, number) \
       SELECT booking.guest, booking.number FROM house.booking ORDER BY 1, 2; \
     INSERT INTO guest_name (family, guest) \
       SELECT guest.family, guest.id FROM house.guest ORDER BY guest.family COLLATE NOCASE, 2;";

const LATER: &str = "\
     CREATE TEMP TABLE later AS SELECT DISTINCT event.booking AS number FROM house.event \
       WHERE event.position > (SELECT mark.position FROM mark) AND event.booking IS NOT NULL; \
     CREATE TEMP TABLE later_guest AS \
       SELECT DISTINCT unhex(event.data ->> '$.guest', '-') AS id FROM house.event \
       WHERE event.position > (SELECT mark.position FROM mark) AND event.type LIKE 'guest.%'; \
     INSERT OR IGNORE INTO stay_of_hotel (hotel, check_in, number) \
       SELECT booking.hotel, booking.check_in, booking.number \
       FROM later CROSS JOIN house.booking ON booking.number = later.number ORDER BY 1, 2, 3; \
     INSERT OR IGNORE INTO stay_of_guest (guest, number) \
       SELECT booking.guest, booking.number \
       FROM later CROSS JOIN house.booking ON booking.number = later.number ORDER BY 1, 2; \
     DELETE FROM guest_name WHERE guest_name.guest IN (SELECT later_guest.id FROM later_guest); \
     INSERT OR IGNORE INTO guest_name (family, guest) \
       SELECT guest.family, guest.id FROM later_guest CROSS JOIN house.guest \
       ON guest.id = later_guest.id ORDER BY guest.family COLLATE NOCASE, 2; \
     DROP TABLE later; DROP TABLE later_guest;";

static STAYS_OF_HOTEL: Insert =
    Insert::new("INSERT OR IGNORE INTO stay_of_hotel (hotel, check_in, number)", 3, "");
static STAYS_OF_GUEST: Insert =
    Insert::new("INSERT OR IGNORE INTO stay_of_guest (guest, number)", 2, "");
static GUEST_NAMES: Insert =
    Insert::new("INSERT OR REPLACE INTO guest_name (family, guest)", 2, "");

// A name that was given up is personal too.
const FORGET_NAMES: &str = "DELETE FROM guest_name WHERE guest_name.guest IN \
     (SELECT unhex(changed.value) FROM json_each(?1) AS changed)";

const SET_MARK: &str = "INSERT OR REPLACE INTO mark (id, position, event) VALUES (1, ?1, ?2)";

/// Writes hints, sorted, so that those of one page are written together.
pub(crate) fn write(connection: &Connection, hints: &Hints) -> Result<(), StoreError> {
    let mut stays: Vec<_> = hints.stays.iter().collect();
    stays.sort_unstable_by_key(|stay| (stay.hotel, stay.check_in, stay.number));
    let mut rows = Vec::with_capacity(stays.len() * 3);
    for stay in &stays {
        let check_in = Cell::Integer(stay.check_in.into());
        rows.extend([Cell::Text(stay.hotel.as_str()), check_in, count(stay.number)]);
    }
    STAYS_OF_HOTEL.run(connection, &rows)?;
    stays.sort_unstable_by_key(|stay| (stay.guest, stay.number));
    let mut rows = Vec::with_capacity(stays.len() * 2);
    for stay in &stays {
        rows.extend([Cell::Blob(stay.guest.0.as_bytes()), count(stay.number)]);
    }
    STAYS_OF_GUEST.run(connection, &rows)?;
    write_names(connection, hints)?;
    if let Some((position, event)) = hints.mark {
        let position = i64::try_from(position).unwrap_or(i64::MAX);
        let mark = params![position, event.0.as_bytes()];
        connection.prepare_cached(SET_MARK)?.execute(mark)?;
    }
    Ok(())
}

fn write_names(connection: &Connection, hints: &Hints) -> Result<(), StoreError> {
    let changed = hints.names.iter().filter(|name| name.is_changed);
    let changed: Vec<String> = changed.map(|name| name.guest.0.simple().to_string()).collect();
    if !changed.is_empty() {
        let changed = serde_json::to_string(&changed).unwrap_or_default();
        connection.prepare_cached(FORGET_NAMES)?.execute([changed])?;
    }
    // Of a guest who was written twice, the last counts.
    let last: std::collections::HashMap<_, _> =
        hints.names.iter().map(|name| (name.guest, name.family.as_str())).collect();
    let key = |(guest, family): (_, &str)| (family.to_ascii_lowercase(), guest, family.to_owned());
    let mut names: Vec<_> = last.into_iter().map(key).collect();
    names.sort_unstable();
    let mut rows = Vec::with_capacity(names.len() * 2);
    for (_, guest, family) in &names {
        rows.extend([Cell::Text(family), Cell::Blob(guest.0.as_bytes())]);
    }
    GUEST_NAMES.run(connection, &rows)
}
