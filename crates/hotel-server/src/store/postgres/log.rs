//! The log as the projector of reports reads it: of bookings only, and no more of each event than it
//! needs.

use hotel_core::event::BookingChange;

use super::address::{Purpose, Shared};
use super::rows::{count, counted, get, json};
use super::session::Session;
use crate::reports::{BookingEvent, Log, Mark, Stretch};
use crate::store::StoreError;
use crate::store::codes::Codes;

/// The log, read over a connection of its own.
pub(crate) struct PgLog {
    session: Session,
    codes: Codes,
}

impl PgLog {
    pub(super) fn new(address: Shared, codes: Codes) -> Result<Self, StoreError> {
        Ok(Self { session: Session::new(address, Purpose::Read)?, codes })
    }
}

const FOLLOWING: &str = "SELECT batch.position + event.place AS position, event.id, \
     event.booking, batch.recorded_at, \
     CASE WHEN event.booking IS NOT NULL THEN event.data END AS data \
     FROM batch JOIN event ON event.batch = batch.id \
     WHERE batch.position >= coalesce( \
       (SELECT max(earlier.position) FROM batch AS earlier WHERE earlier.position <= $1), 0) \
     AND batch.position < $1 + $2 AND batch.position + event.place > $1 \
     ORDER BY batch.position, event.place LIMIT $2";

const EVENT_AT: &str = "SELECT event.id FROM batch JOIN event ON event.batch = batch.id \
     AND event.place = $1 - batch.position \
     WHERE batch.position < $1 ORDER BY batch.position DESC LIMIT 1";

impl Log for PgLog {
    fn following(&mut self, after: u64, limit: u32) -> Result<Option<Stretch>, StoreError> {
        let values: (i64, i64) = (count(after), i64::from(limit));
        let answered = self.session.ask(&[(FOLLOWING, vec![&values.0, &values.1])])?;
        let mut events = Vec::new();
        let mut mark = None;
        for row in answered.iter().flatten() {
            if let Some(number) = get::<Option<i64>>(row, "booking")? {
                // The change is read without what the log says around it, which reads much faster.
                let change: BookingChange = json(row, "data", "event")?;
                let parent = change.opened.as_ref().and_then(|booking| booking.split_from);
                let booking = u64::try_from(number)
                    .map_err(|_| StoreError::Row { what: "booking number", source: None })?;
                let split_from = parent.map(|code| self.codes.number(code));
                events.push(BookingEvent { booking, split_from, change });
            }
            mark = Some(Mark {
                position: counted(row, "position")?,
                event: get(row, "id")?,
                recorded_at: get(row, "recorded_at")?,
            });
        }
        Ok(mark.map(|mark| Stretch { events, mark }))
    }

    fn holds(&mut self, mark: &Mark) -> Result<bool, StoreError> {
        let answered = self.session.ask(&[(EVENT_AT, vec![&count(mark.position)])])?;
        let found = answered.iter().flatten().map(|row| get(row, "id")).next().transpose()?;
        Ok(found == Some(mark.event))
    }
}
