//! The log as the projector reads it: of bookings only, and no more of each event than it needs.

use std::path::PathBuf;

use rusqlite::{Connection, OpenFlags, OptionalExtension as _, Row, params};

use hotel_core::event::BookingChange;

use crate::reports::{BookingEvent, Log, Mark, Stretch};
use crate::store::StoreError;
use crate::store::codes::Codes;
use crate::store::sqlite::rows::{count, counted, id, instant, json};
use crate::store::sqlite::{BUSY_TIMEOUT, READER_CACHE_KIB};

/// The log of a database, read over a connection of its own.
pub(super) struct SqliteLog {
    path: PathBuf,
    codes: Codes,
    connection: Option<Connection>,
}

impl SqliteLog {
    pub(super) fn new(path: PathBuf, codes: Codes) -> Self {
        Self { path, codes, connection: None }
    }

    fn connection(&mut self) -> Result<&Connection, StoreError> {
        if self.connection.is_none() {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
            let connection = Connection::open_with_flags(&self.path, flags)?;
            connection.busy_timeout(BUSY_TIMEOUT)?;
            connection.pragma_update(None, "cache_size", -READER_CACHE_KIB)?;
            self.connection = Some(connection);
        }
        self.connection.as_ref().ok_or(StoreError::Closing)
    }
}

const FOLLOWING: &str = "SELECT event.position, event.id, event.booking, event.recorded_at, \
     CASE WHEN event.booking IS NOT NULL THEN event.data END AS data FROM event \
     WHERE event.position > ?1 ORDER BY event.position LIMIT ?2";

const EVENT_AT: &str = "SELECT event.id FROM event WHERE event.position = ?1";

impl Log for SqliteLog {
    fn following(&mut self, after: u64, limit: u32) -> Result<Option<Stretch>, StoreError> {
        let codes = self.codes.clone();
        let mut statement = self.connection()?.prepare_cached(FOLLOWING)?;
        let mut rows = statement.query(params![count(after), limit])?;
        let mut events = Vec::new();
        let mut mark = None;
        while let Some(row) = rows.next()? {
            if let Some(number) = row.get::<_, Option<i64>>("booking")? {
                events.push(event_from_row(row, number, &codes)?);
            }
            mark = Some(Mark {
                position: counted(row, "position")?,
                event: id(row, "id")?,
                recorded_at: Some(instant(row.get("recorded_at")?)?),
            });
        }
        Ok(mark.map(|mark| Stretch { events, mark }))
    }

    fn holds(&mut self, mark: &Mark) -> Result<bool, StoreError> {
        let mut statement = self.connection()?.prepare_cached(EVENT_AT)?;
        let found = statement
            .query_row([count(mark.position)], |row| Ok(id(row, "id")))
            .optional()?
            .transpose()?;
        Ok(found == Some(mark.event))
    }
}

fn event_from_row(row: &Row<'_>, number: i64, codes: &Codes) -> Result<BookingEvent, StoreError> {
    // The change is read without what the log says around it, which reads much faster.
    let change: BookingChange = json(row, "data", "event")?;
    let parent = change.opened.as_ref().and_then(|booking| booking.split_from);
    let booking = u64::try_from(number)
        .map_err(|_| StoreError::Row { what: "booking number", source: None })?;
    Ok(BookingEvent { booking, split_from: parent.map(|code| codes.number(code)), change })
}
