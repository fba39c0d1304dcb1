//! Reads the whole store once more, beside everything else, and lets `verify` judge it: one read
//! transaction sees one state of it all, and a reader holds nobody up.

mod bookings;
mod tables;

use std::collections::BTreeMap;
use std::sync::Arc;

use rusqlite::{Connection, OpenFlags, Row, params};

use hotel_core::event::EventData;
use hotel_core::ids::GuestId;
use hotel_core::wire::verify::{VerifyProgress, VerifyReport, VerifyStep};

use super::Queries;
use super::events::head;
use crate::store::StoreError;
use crate::store::codes::Codes;
use crate::store::sqlite::BUSY_TIMEOUT;
use crate::store::sqlite::rows::{counted, event_from_row, guest_from_row, id};
use crate::verify::{Findings, LogFold, Logged, readable};

/// Rows between two words of progress.
const TOLD_EVERY: u64 = 8_192;

/// The page cache while it runs, in KiB: histories lie scattered over the log.
const CACHE_KIB: i32 = 32 * 1024;

/// Who is told how far it has come, and says whether to go on.
pub(crate) type Tell<'a> = dyn FnMut(VerifyProgress) -> bool + 'a;

impl Queries {
    /// Folds the whole log again and compares every row with it. One runs at a time.
    pub async fn verify(
        &self,
        mut tell: impl FnMut(VerifyProgress) -> bool + Send + 'static,
    ) -> Result<VerifyReport, StoreError> {
        let _alone = self.pool.alone.acquire().await.map_err(|_| StoreError::Closing)?;
        let pool = Arc::clone(&self.pool);
        let read = tokio::task::spawn_blocking(move || {
            // A connection of its own, which nobody gets afterwards; one thread has it, so that
            // millions of columns need no lock.
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let connection = Connection::open_with_flags(&pool.path, flags)?;
            connection.busy_timeout(BUSY_TIMEOUT)?;
            connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
            verify(&connection, &pool.codes, &mut tell)
        });
        read.await.map_err(|_| StoreError::Closing)?
    }
}

/// Folds the log of a connection's database again and compares every row with it.
pub(in crate::store::sqlite) fn verify(
    connection: &Connection,
    codes: &Codes,
    tell: &mut Tell<'_>,
) -> Result<VerifyReport, StoreError> {
    connection.execute_batch("BEGIN")?;
    let mut audit = Audit {
        connection,
        codes,
        tell,
        events: head(connection)?,
        findings: Findings::default(),
        report: VerifyReport::default(),
    };
    let done = audit.run();
    // The transaction only read, and what it kept aside goes with it.
    connection.execute_batch("ROLLBACK")?;
    done.map(|()| {
        let Findings { count, first } = audit.findings;
        VerifyReport { differences: count, first, ..audit.report }
    })
}

/// A verification under way.
struct Audit<'a> {
    connection: &'a Connection,
    codes: &'a Codes,
    tell: &'a mut Tell<'a>,
    /// How many events there are, about.
    events: u64,
    findings: Findings,
    report: VerifyReport,
}

const KEEP_GUESTS: &str = "CREATE TEMP TABLE told_guest (\
     id BLOB PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID";

impl Audit<'_> {
    fn run(&mut self) -> Result<(), StoreError> {
        // Guests are as many as bookings, so they are kept aside by the database.
        self.connection.execute_batch(KEEP_GUESTS)?;
        let fold = self.log()?;
        self.told(VerifyStep::Tables, 0, 1)?;
        self.tables(&fold)?;
        self.guests()?;
        self.bookings(&fold.facts.nights)?;
        self.answers()?;
        self.report.overfull_nights = fold.overfull_nights();
        Ok(())
    }

    fn told(&mut self, step: VerifyStep, done: u64, of: u64) -> Result<(), StoreError> {
        // Whoever asked may have gone away.
        let goes_on = (self.tell)(VerifyProgress { step, done, of: of.max(done) });
        if goes_on { Ok(()) } else { Err(StoreError::Closing) }
    }

    /// Tells how far it has come, now and then.
    fn tick(&mut self, step: VerifyStep, done: u64) -> Result<(), StoreError> {
        if done.is_multiple_of(TOLD_EVERY) { self.told(step, done, self.events) } else { Ok(()) }
    }
}

// Whose booking an event is costs more to find out than all the rest of it.
const LOG: &str = "SELECT event.position, event.id, event.hotel, event.sequence, \
     NULL AS booking, event.booking IS NOT NULL AS is_of_booking, event.type, \
     event.occurred_at, event.recorded_at, event.actor, event.channel, event.correlation, \
     event.causation, event.data FROM event ORDER BY event.position";

fn logged_from_row(row: &Row<'_>, codes: &Codes) -> Result<Logged, StoreError> {
    Ok(Logged {
        event: event_from_row(row, codes)?,
        is_of_booking: row.get("is_of_booking")?,
        kind: row.get("type")?,
    })
}

const TELL_OF_GUEST: &str = "INSERT INTO temp.told_guest (id, version) VALUES (?1, ?2) \
     ON CONFLICT DO UPDATE SET version = max(version, excluded.version)";

impl Audit<'_> {
    /// Reads the log in its order.
    fn log(&mut self) -> Result<LogFold, StoreError> {
        let mut fold = LogFold::default();
        let mut statement = self.connection.prepare(LOG)?;
        let mut rows = statement.query([])?;
        let mut done = 0;
        while let Some(row) = rows.next()? {
            self.tick(VerifyStep::Log, done)?;
            done += 1;
            let position = counted(row, "position")?;
            match readable(logged_from_row(row, self.codes))? {
                Ok(logged) => {
                    self.tell_of_guest(&logged.event.data)?;
                    fold.take(&logged, &mut self.findings);
                }
                Err(why) => self.findings.in_log((&position, "data"), "an event", why),
            }
        }
        self.report.events = fold.events;
        self.report.position = fold.position;
        Ok(fold)
    }

    fn tell_of_guest(&self, data: &EventData) -> Result<(), StoreError> {
        if let Some((guest, version)) = LogFold::guest_told(data) {
            // Whom a booking brings along is at the first version, without an event of its own.
            let version = i64::try_from(version.unwrap_or(1)).unwrap_or(i64::MAX);
            let mut statement = self.connection.prepare_cached(TELL_OF_GUEST)?;
            statement.execute(params![guest.0.as_bytes(), version])?;
        }
        Ok(())
    }
}

const GUESTS: &str = "SELECT guest.id AS guest_id, guest.version AS guest_version, guest.family, \
     guest.given, guest.email, guest.phone, guest.note, told_guest.version AS told \
     FROM guest LEFT JOIN temp.told_guest ON told_guest.id = guest.id ORDER BY guest.id";

const GUESTS_MISSING: &str = "SELECT told_guest.id AS guest_id, told_guest.version AS told \
     FROM temp.told_guest WHERE NOT EXISTS (SELECT 1 FROM guest WHERE guest.id = told_guest.id) \
     ORDER BY told_guest.id";

const REQUESTS_ADRIFT: &str = "SELECT booking_request.booking FROM booking_request \
     WHERE NOT EXISTS (SELECT 1 FROM booking WHERE booking.number = booking_request.booking) \
     ORDER BY booking_request.booking";

// What a booking became is told from its history up to the version that was answered, so it has to
// reach that far: each event is a version. Whether the history is whole, the bookings show.
const ANSWERS_ADRIFT: &str = "SELECT command.key, command.etag FROM command \
     WHERE command.booking IS NOT NULL AND (command.etag IS NULL \
       OR command.etag NOT BETWEEN command.changes AND ( \
         SELECT count(*) FROM event INDEXED BY event_by_booking \
         WHERE event.booking = command.booking)) \
     ORDER BY command.principal, command.key";

impl Audit<'_> {
    /// Compares the guests with those the log names: their versions, never what stands in them.
    fn guests(&mut self) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare(GUESTS)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            self.report.guests += 1;
            let key = GuestId(id(row, "guest_id")?);
            let told = row.get::<_, Option<i64>>("told")?.map(|version| version.to_string());
            let field = if told.is_some() { "version" } else { "" };
            match readable(guest_from_row(row))? {
                Ok(guest) => {
                    let version = guest.version.to_string();
                    if told.as_ref() != Some(&version) {
                        self.findings.add(("guest", &key, field), told, Some(version));
                    }
                }
                Err(why) => self.findings.add(("guest", &key, field), told, Some(why)),
            }
        }
        let mut statement = self.connection.prepare(GUESTS_MISSING)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let key = GuestId(id(row, "guest_id")?);
            let told = format!("version {}", counted(row, "told")?);
            self.findings.add(("guest", &key, ""), Some(told), None);
        }
        let mut statement = self.connection.prepare(REQUESTS_ADRIFT)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let key = row.get::<_, i64>("booking")?;
            self.findings.add(("booking_request", &key, ""), None, Some("a row".to_owned()));
        }
        Ok(())
    }

    /// Looks for answers that could not be told again.
    fn answers(&mut self) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare(ANSWERS_ADRIFT)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let key = row.get::<_, String>("key")?;
            let version = row.get::<_, Option<i64>>("etag")?.unwrap_or_default().to_string();
            self.findings.add(("command", &key, "etag"), None, Some(version));
        }
        Ok(())
    }
}

/// Puts what is kept in no order into the order of its keys.
fn sorted<K: Ord, V>(unsorted: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    unsorted.into_iter().collect()
}
