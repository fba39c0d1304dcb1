//! What was answered before: kept for the hours without a link, and to complete what is typed. It lies in the
//! cache folder, is bounded, and may be deleted at any time.

use std::fs;
use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _, Row, named_params, params};

use super::cursors::moment;
use crate::files::{Access, create_folder};

/// The name of the file in the folder of its profile.
const NAME: &str = "cache.db";

/// The version of the tables. Another one's file is thrown away.
const VERSION: i32 = 1;

/// The most that is kept, in bytes of the file; beyond it the oldest quarter goes.
const BYTES_MAX: i64 = 64 * 1024 * 1024;

/// Larger answers are not worth keeping.
const ANSWER_BYTES_MAX: usize = 1024 * 1024;

/// Nothing waits longer for a cache.
const BUSY_TIMEOUT: Duration = Duration::from_millis(200);

const TABLES: &str = "
    CREATE TABLE answer (
      house TEXT NOT NULL, path TEXT NOT NULL, body BLOB NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (house, path)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX answer_by_age ON answer (at);
    CREATE TABLE booking (
      house TEXT NOT NULL, code TEXT NOT NULL, provisional TEXT, hotel TEXT NOT NULL,
      state TEXT NOT NULL, guest TEXT NOT NULL, check_in TEXT NOT NULL, check_out TEXT NOT NULL,
      version INTEGER NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (house, code)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX booking_provisional ON booking (house, provisional) WHERE provisional IS NOT NULL;
    CREATE INDEX booking_by_age ON booking (house, at);";

/// The cache of a profile.
#[derive(Debug)]
pub(crate) struct Larder {
    connection: Connection,
}

/// An answer that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    /// JSON.
    pub(crate) body: Vec<u8>,
    /// When it was answered.
    pub(crate) at: Timestamp,
}

/// A booking as it was seen last, in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) code: String,
    pub(crate) provisional: Option<String>,
    pub(crate) hotel: String,
    pub(crate) state: String,
    /// Empty where only the change of it was seen.
    pub(crate) guest: String,
    pub(crate) check_in: String,
    pub(crate) check_out: String,
    pub(crate) version: u64,
}

impl Larder {
    /// Opens the cache in a folder, or makes it. One that can't be read, or has other tables, is thrown
    /// away; nothing depends on it.
    pub(crate) fn open(folder: &Path) -> rusqlite::Result<Self> {
        create_folder(folder, Access::Private).map_err(not_made)?;
        let path = folder.join(NAME);
        Self::at(&path).or_else(|_| {
            for suffix in ["", "-wal", "-shm"] {
                fs::remove_file(folder.join(format!("{NAME}{suffix}"))).ok();
            }
            Self::at(&path)
        })
    }

    /// Opens the cache in a folder if there is one, to look something up.
    pub(crate) fn look(folder: &Path) -> Option<Self> {
        let path = folder.join(NAME);
        path.exists().then(|| Self::at(&path).ok())?
    }

    fn at(path: &Path) -> rusqlite::Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(BUSY_TIMEOUT)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // A command leaves its few pages in the log, for one of the next to move.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        // What the power takes was only a copy.
        connection.pragma_update(None, "synchronous", "OFF")?;
        let version: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if version == 0 {
            let change = connection.transaction()?;
            change.execute_batch(TABLES)?;
            change.pragma_update(None, "user_version", VERSION)?;
            change.commit()?;
        } else if version != VERSION {
            return Err(rusqlite::Error::InvalidQuery);
        }
        Ok(Self { connection })
    }

    /// Keeps an answer.
    pub(crate) fn keep(
        &self,
        (house, path): (&str, &str),
        body: &[u8],
        now: Timestamp,
    ) -> rusqlite::Result<()> {
        if body.len() > ANSWER_BYTES_MAX {
            return Ok(());
        }
        let keep = "INSERT INTO answer (house, path, body, at) VALUES (?1, ?2, ?3, ?4) \
             ON CONFLICT DO UPDATE SET body = excluded.body, at = excluded.at";
        self.connection.prepare_cached(keep)?.execute(params![
            house,
            path,
            body,
            now.as_microsecond()
        ])?;
        self.bound()
    }

    /// Returns an answer that was kept.
    pub(crate) fn recall(&self, house: &str, path: &str) -> rusqlite::Result<Option<Kept>> {
        let recall = "SELECT body, at FROM answer WHERE house = ?1 AND path = ?2";
        let kept = |row: &Row<'_>| Ok(Kept { body: row.get(0)?, at: moment(row.get(1)?) });
        self.connection.prepare_cached(recall)?.query_row([house, path], kept).optional()
    }

    /// Forgets an answer.
    pub(crate) fn forget(&self, house: &str, path: &str) -> rusqlite::Result<()> {
        let forget = "DELETE FROM answer WHERE house = ?1 AND path = ?2";
        self.connection.prepare_cached(forget)?.execute([house, path]).map(drop)
    }

    /// Returns the answers whose path begins with something, the latest first.
    pub(crate) fn recall_all(&self, house: &str, start: &str) -> rusqlite::Result<Vec<Kept>> {
        let recall = "SELECT body, at FROM answer \
             WHERE house = ?1 AND path >= ?2 AND path < ?2 || char(1114111) ORDER BY at DESC";
        let mut statement = self.connection.prepare_cached(recall)?;
        let kept = |row: &Row<'_>| Ok(Kept { body: row.get(0)?, at: moment(row.get(1)?) });
        statement.query_map([house, start], kept)?.collect()
    }

    /// Notes bookings as they were seen; one that was seen newer stays.
    pub(crate) fn note(&self, house: &str, all: &[Seen], now: Timestamp) -> rusqlite::Result<()> {
        let mut note = self.connection.prepare_cached(
            "INSERT INTO booking (house, code, provisional, hotel, state, guest, check_in, check_out, \
               version, at) \
             VALUES (:house, :code, :provisional, :hotel, :state, :guest, :check_in, :check_out, \
               :version, :at) \
             ON CONFLICT DO UPDATE SET state = excluded.state, check_in = excluded.check_in, \
               check_out = excluded.check_out, version = excluded.version, at = excluded.at, \
               guest = CASE excluded.guest WHEN '' THEN booking.guest ELSE excluded.guest END, \
               provisional = coalesce(excluded.provisional, booking.provisional) \
             WHERE excluded.version >= booking.version",
        )?;
        for seen in all {
            note.execute(named_params! {
                ":house": house, ":code": seen.code, ":provisional": seen.provisional,
                ":hotel": seen.hotel, ":state": seen.state, ":guest": seen.guest,
                ":check_in": seen.check_in, ":check_out": seen.check_out,
                ":version": seen.version, ":at": now.as_microsecond(),
            })?;
        }
        Ok(())
    }

    /// Returns the bookings whose code, or whose guest's name, begins with something, the latest seen first.
    pub(crate) fn seen(&self, house: &str, start: &str, count: u32) -> rusqlite::Result<Vec<Seen>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT code, provisional, hotel, state, guest, check_in, check_out, version \
             FROM booking WHERE house = ?1 \
               AND (substr(code, 1, length(?2)) = upper(?2) \
                 OR substr(provisional, 1, length(?2)) = upper(?2) \
                 OR upper(substr(guest, 1, length(?2))) = upper(?2)) \
             ORDER BY at DESC LIMIT ?3",
        )?;
        statement.query_map(params![house, start, count], seen_from_row)?.collect()
    }

    /// Returns the version of a booking as it was seen last.
    pub(crate) fn version(&self, house: &str, code: &str) -> rusqlite::Result<Option<u64>> {
        let version = "SELECT version FROM booking WHERE house = ?1 AND code = ?2";
        self.connection
            .prepare_cached(version)?
            .query_row([house, code], |row| row.get(0))
            .optional()
    }

    /// Returns the code of a booking that was provisional, if it was seen.
    pub(crate) fn code_of(
        &self,
        house: &str,
        provisional: &str,
    ) -> rusqlite::Result<Option<String>> {
        let code = "SELECT code FROM booking WHERE house = ?1 AND provisional = ?2";
        self.connection
            .prepare_cached(code)?
            .query_row([house, provisional], |row| row.get(0))
            .optional()
    }

    fn bound(&self) -> rusqlite::Result<()> {
        let pragma = |name: &str| -> rusqlite::Result<i64> {
            self.connection.pragma_query_value(None, name, |row| row.get(0))
        };
        let used = (pragma("page_count")? - pragma("freelist_count")?) * pragma("page_size")?;
        if used <= BYTES_MAX {
            return Ok(());
        }
        self.connection.execute_batch(
            "DELETE FROM answer WHERE at <= (SELECT at FROM answer ORDER BY at \
               LIMIT 1 OFFSET (SELECT count(*) / 4 FROM answer)); \
             DELETE FROM booking WHERE at <= (SELECT at FROM booking ORDER BY at \
               LIMIT 1 OFFSET (SELECT count(*) / 4 FROM booking));",
        )
    }
}

fn seen_from_row(row: &Row<'_>) -> rusqlite::Result<Seen> {
    Ok(Seen {
        code: row.get("code")?,
        provisional: row.get("provisional")?,
        hotel: row.get("hotel")?,
        state: row.get("state")?,
        guest: row.get("guest")?,
        check_in: row.get("check_in")?,
        check_out: row.get("check_out")?,
        version: row.get("version")?,
    })
}

fn not_made(error: std::io::Error) -> rusqlite::Error {
    rusqlite::Error::ToSqlConversionFailure(Box::new(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUSE: &str = "http://127.0.0.1:7070 token:ann";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn seen(code: &str, guest: &str, version: u64) -> Seen {
        Seen {
            code: code.to_owned(),
            provisional: None,
            hotel: "BER-ADLER".to_owned(),
            state: "confirmed".to_owned(),
            guest: guest.to_owned(),
            check_in: "2026-12-24".to_owned(),
            check_out: "2026-12-27".to_owned(),
            version,
        }
    }

    #[test]
    fn the_last_answer_is_recalled_and_only_to_who_asked() {
        let folder = tempfile::tempdir().unwrap();
        let larder = Larder::open(folder.path()).unwrap();
        larder.keep((HOUSE, "/v1/me"), b"1", at(1)).unwrap();
        larder.keep((HOUSE, "/v1/me"), b"2", at(2)).unwrap();
        drop(larder);
        let larder = Larder::look(folder.path()).unwrap();
        let kept = larder.recall(HOUSE, "/v1/me").unwrap();
        assert_eq!(kept, Some(Kept { body: b"2".to_vec(), at: at(2) }));
        assert_eq!(larder.recall("http://127.0.0.1:7070 token:bob", "/v1/me").unwrap(), None);
        larder.keep((HOUSE, "/v1/search?a"), b"3", at(3)).unwrap();
        assert_eq!(larder.recall_all(HOUSE, "/v1/search").unwrap().len(), 1);
    }

    #[test]
    fn a_booking_is_found_by_code_and_by_name_as_it_was_seen_last() {
        let folder = tempfile::tempdir().unwrap();
        let larder = Larder::open(folder.path()).unwrap();
        larder.note(HOUSE, &[seen("7F3K2QXD", "NOVAK, JANA", 2)], at(1)).unwrap();
        larder.note(HOUSE, &[seen("7F3K2QXD", "", 3), seen("7F3K2QXD", "OLD", 1)], at(2)).unwrap();
        let expect = vec![seen("7F3K2QXD", "NOVAK, JANA", 3)];
        for start in ["", "7f3", "nov"] {
            assert_eq!(larder.seen(HOUSE, start, 9).unwrap(), expect, "{start}");
        }
        assert!(larder.seen(HOUSE, "8", 9).unwrap().is_empty());
    }

    #[test]
    fn a_file_that_is_none_of_ours_is_thrown_away() {
        let folder = tempfile::tempdir().unwrap();
        for bytes in [&b"nothing like a database, and long enough to be looked at as one"[..], b""]
        {
            fs::write(folder.path().join(NAME), bytes).unwrap();
            let larder = Larder::open(folder.path()).unwrap();
            larder.keep((HOUSE, "/"), b"1", at(1)).unwrap();
            larder.connection.pragma_update(None, "user_version", 99).unwrap();
            drop(larder);
            let larder = Larder::open(folder.path()).unwrap();
            assert_eq!(larder.recall(HOUSE, "/").unwrap(), None);
        }
    }

    #[test]
    fn it_does_not_grow_for_ever() {
        let folder = tempfile::tempdir().unwrap();
        let larder = Larder::open(folder.path()).unwrap();
        let body = vec![b'x'; ANSWER_BYTES_MAX];
        for number in 0..100 {
            larder.keep((HOUSE, &format!("/{number}")), &body, at(number)).unwrap();
        }
        let count: i64 = larder
            .connection
            .query_row("SELECT count(*) FROM answer", [], |row| row.get(0))
            .unwrap();
        assert!((40..=64).contains(&count), "{count}");
        assert!(larder.recall(HOUSE, "/99").unwrap().is_some());
        assert!(larder.recall(HOUSE, "/0").unwrap().is_none());
    }
}
