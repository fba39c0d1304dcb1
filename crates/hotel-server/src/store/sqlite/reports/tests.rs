//! The read model's file: whatever becomes of it, the same log gives the same rows.

use std::sync::{Arc, Mutex};

use hotel_core::booking::BookingState;
use proptest::prelude::*;
use rusqlite::Connection;
use uuid::Uuid;

use super::SqliteReports;
use crate::feed::Feed;
use crate::reports::fact::StayFact;
use crate::reports::projector::Projector;
use crate::reports::tests::{Step, after, booking, changed, day, opened, step};
use crate::reports::{BookingEvent, Log, Mark, ReadModel, Stretch, Wanted};
use crate::store::StoreError;

fn mark(position: u64) -> Mark {
    let recorded_at = Some(jiff::Timestamp::from_second(1_900_000_000).unwrap());
    Mark { position, event: Uuid::from_u128(u128::from(position)), recorded_at }
}

fn wanted() -> Wanted {
    Wanted { hotels: vec!["BER-ADLER".parse().unwrap()], from: day(-500), to: day(500) }
}

fn facts(model: &mut dyn ReadModel) -> Result<Vec<StayFact>, StoreError> {
    let mut facts = Vec::new();
    model.facts(&wanted(), &mut |fact| facts.push(fact.clone()))?;
    facts.sort_by_key(|fact| fact.booking);
    Ok(facts)
}

/// Tells what happens to some bookings as events, one step after another.
fn told(steps: &[(u8, Step)]) -> Vec<BookingEvent> {
    let mut bookings = std::collections::BTreeMap::new();
    let mut events = Vec::new();
    for (today, (number, step)) in (0..).zip(steps) {
        let number = u64::from(*number);
        let event = match bookings.get(&number) {
            None => {
                let new = booking(BookingState::Requested, 9, &[10_000, 9_000]);
                bookings.insert(number, new.clone());
                let split_from = (number == 3 && bookings.contains_key(&2)).then_some(2);
                BookingEvent { split_from, ..opened(number, today, &new) }
            }
            Some(before) => {
                let next = after(before, step);
                let event = changed(number, today, before, &next);
                bookings.insert(number, next);
                event
            }
        };
        events.push(event);
    }
    events
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn piece_by_piece_is_the_same_as_at_once(
        steps in prop::collection::vec((0_u8..5, step()), 1..40),
        piece in 1_usize..10,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let events = told(&steps);
        let mut pieces = SqliteReports::new(folder.path().join("pieces.db"));
        let mut position = 0;
        for events in events.chunks(piece) {
            position += u64::try_from(events.len()).unwrap();
            pieces.apply(&Stretch { events: events.to_vec(), mark: mark(position) }).unwrap();
        }
        let mut whole = SqliteReports::new(folder.path().join("whole.db"));
        whole.apply(&Stretch { events: events.clone(), mark: mark(position) }).unwrap();
        prop_assert_eq!(facts(&mut pieces).unwrap(), facts(&mut whole).unwrap());
        prop_assert_eq!(pieces.mark().unwrap(), mark(position));
        whole.renew().unwrap();
        prop_assert_eq!(whole.mark().unwrap(), Mark::default());
        whole.apply(&Stretch { events, mark: mark(position) }).unwrap();
        prop_assert_eq!(facts(&mut pieces).unwrap(), facts(&mut whole).unwrap());
    }
}

#[test]
fn a_file_of_another_version_or_of_none_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hotel.reports.db");
    let new = booking(BookingState::Requested, 9, &[10_000]);
    let stretch = Stretch { events: vec![opened(1, 0, &new)], mark: mark(1) };
    let mut model = SqliteReports::new(path.clone());
    model.apply(&stretch).unwrap();
    drop(model);
    assert_eq!(SqliteReports::new(path.clone()).mark().unwrap(), mark(1), "it is kept");
    let connection = Connection::open(&path).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    let mut model = SqliteReports::new(path.clone());
    assert_eq!(model.mark().unwrap(), Mark::default());
    model.apply(&stretch).unwrap();
    drop(model);
    std::fs::write(&path, b"this is no database, and never was one of ours").unwrap();
    let mut model = SqliteReports::new(path);
    assert_eq!(model.mark().unwrap(), Mark::default());
    model.apply(&stretch).unwrap();
    assert_eq!(facts(&mut model).unwrap().len(), 1);
}

#[test]
fn a_booking_without_its_beginning_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let before = booking(BookingState::Requested, 9, &[10_000]);
    let events = vec![changed(1, 0, &before, &after(&before, &Step::Fee(5)))];
    let mut model = SqliteReports::new(folder.path().join("hotel.reports.db"));
    assert!(model.apply(&Stretch { events, mark: mark(1) }).is_err());
    assert_eq!(model.mark().unwrap(), Mark::default(), "nothing was taken in");
}

/// A log that can be changed under the reader's feet, one event a position.
#[derive(Clone)]
struct Told(Arc<Mutex<(u128, Vec<BookingEvent>)>>);

impl Told {
    fn mark_at(life: u128, position: u64) -> Mark {
        Mark { event: Uuid::from_u128(life << 64 | u128::from(position)), ..mark(position) }
    }
}

impl Log for Told {
    fn following(&mut self, after: u64, limit: u32) -> Result<Option<Stretch>, StoreError> {
        let (life, events) = &*self.0.lock().unwrap();
        let (start, limit) = (usize::try_from(after).unwrap(), usize::try_from(limit).unwrap());
        let events: Vec<_> = events.iter().skip(start).take(limit.min(3)).cloned().collect();
        let end = after + u64::try_from(events.len()).unwrap();
        Ok((end > after).then(|| Stretch { events, mark: Self::mark_at(*life, end) }))
    }

    fn holds(&mut self, mark: &Mark) -> Result<bool, StoreError> {
        let (life, events) = &*self.0.lock().unwrap();
        let is_there = mark.position <= u64::try_from(events.len()).unwrap();
        Ok(is_there && *mark == Self::mark_at(*life, mark.position))
    }
}

#[tokio::test]
async fn a_report_waits_for_the_log_and_notices_another_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hotel.reports.db");
    let new = booking(BookingState::Requested, 9, &[10_000]);
    let log = Told(Arc::new(Mutex::new((1, (0..8).map(|it| opened(it, 0, &new)).collect()))));
    let ask = async |head| {
        let model = Box::new(SqliteReports::new(path.clone()));
        let feed = Feed::new(head, 1);
        let (reports, projector) = Projector::start(Box::new(log.clone()), model, feed).unwrap();
        let counted = reports.count(head, |model| Ok(facts(model)?.len())).await.unwrap();
        drop(reports);
        projector.join();
        counted
    };
    assert_eq!(ask(5).await, (6, Told::mark_at(1, 6)), "as far as the stretch reaches");
    assert_eq!(ask(8).await, (8, Told::mark_at(1, 8)));
    *log.0.lock().unwrap() = (2, vec![opened(0, 0, &new)]);
    assert_eq!(ask(1).await, (1, Told::mark_at(2, 1)), "another log: begun anew");
    *log.0.lock().unwrap() = (2, Vec::new());
    assert_eq!(ask(0).await, (0, Mark::default()), "a log set back to its beginning");
}
