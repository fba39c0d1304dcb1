//! The log as the projector of reports reads it: of bookings only, and no more of each event than it
//! needs.

use std::sync::Arc;

use tokio::runtime::Handle;

use hotel_core::event::BookingChange;

use super::places::Places;
use super::rows::{count, counted, get, json};
use super::session::Cell;
use crate::reports::{BookingEvent, Log, Mark, Stretch};
use crate::store::StoreError;
use crate::store::codes::Codes;

/// The log, read by a thread that has nothing to do meanwhile, over the connections of a runtime.
pub(crate) struct PgLog {
    places: Arc<Places>,
    codes: Codes,
    runtime: Handle,
}

impl PgLog {
    pub(super) fn new(places: Arc<Places>, codes: Codes) -> Self {
        Self { places, codes, runtime: Handle::current() }
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
        let (after, limit) = (count(after), i64::from(limit));
        let values: [Cell<'_>; 2] = [&after, &limit];
        let asked = self.places.rows_anywhere(FOLLOWING, &values);
        let rows = self.runtime.block_on(asked)?;
        let mut events = Vec::new();
        let mut mark = None;
        for row in &rows {
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
        let position = count(mark.position);
        let found = self.runtime.block_on(self.places.first(EVENT_AT, &[&position]))?;
        let found = found.as_ref().map(|row| get(row, "id")).transpose()?;
        Ok(found == Some(mark.event))
    }
}
