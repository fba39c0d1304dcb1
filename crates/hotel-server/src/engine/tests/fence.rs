//! The second fence, batches that fail, and files that are not opened.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use futures_util::future::join_all;
use hotel_core::apply::apply;
use hotel_core::command::Command;
use hotel_core::decide::needs::Needs;
use hotel_core::event::BookingChange;
use hotel_core::facts::Facts;
use hotel_core::ids::{BookingCode, HotelCode};
use jiff::Timestamp;

use super::bench::{Bench, On, Place, booking, envelope, on_every_database, sql, stay};
use crate::engine::{Answer, EngineError};
use crate::failure::Failure;
use crate::store::codes::Codes;
use crate::store::database::Database;
use crate::store::sqlite::SqliteStore;
use crate::store::{
    Batch, Begun, Claims, CommandKey, EventFilter, Heard, StoreError, StoredCommand, Unit,
};

/// Folds the whole log and compares every booking and every inventory night with the tables, and
/// every sequence with 1, 2, 3 …
pub(super) async fn check_the_books(bench: &Bench) {
    bench.settle().await;
    let mut folded = Facts::default();
    let mut sequences: BTreeMap<Option<HotelCode>, u64> = BTreeMap::new();
    let (mut after, mut position) = (0, 0);
    loop {
        let stretch = bench.queries.events(EventFilter::default(), after, 200).await.unwrap();
        if stretch.events.is_empty() {
            break;
        }
        after = stretch.scanned_to;
        for event in stretch.events {
            let sequence = sequences.entry(event.hotel).or_default();
            *sequence += 1;
            position += 1;
            assert_eq!((event.sequence, event.position), (*sequence, position));
            apply(&mut folded, event.hotel, event.booking, &event.data);
        }
    }
    for (code, booking) in &folded.bookings {
        let stored = bench.queries.booking(*code).await.unwrap().unwrap();
        assert_eq!(&stored.booking, booking);
    }
    let nights: BTreeMap<_, _> = bench.queries.all_nights().await.unwrap().into_iter().collect();
    assert_eq!(nights, folded.nights);
    for (key, night) in nights {
        assert!(night.left() >= 0, "{key:?} is oversold: {night:?}");
    }
}

#[tokio::test]
async fn the_database_itself_refuses_to_sell_a_night_twice() {
    let bench = Bench::new(On::Sqlite).await;
    assert_eq!(bench.book("ONE", stay(1, 2)).await.status, 201);
    let place = bench.close();
    let connection = rusqlite::Connection::open(place.file()).unwrap();
    let sell = "UPDATE inventory SET sold = sold + 1 WHERE room_type = 'ONE' AND night = \
                (SELECT min(night) FROM inventory)";
    let refused = connection.execute(sell, []).unwrap_err().to_string();
    assert!(refused.contains("no_night_sold_twice"), "{refused}");
    // Rooms may break on a sold night; what is over the limit then may shrink but not grow.
    let broken = "UPDATE inventory SET out_of_order = 1 WHERE room_type = 'ONE'";
    connection.execute(broken, []).unwrap();
    connection.execute("UPDATE inventory SET sold = 0 WHERE room_type = 'ONE'", []).unwrap();
    assert!(connection.execute(sell, []).is_err());
    for forbidden in ["DELETE FROM event", "UPDATE event SET actor = 'nobody'"] {
        assert!(connection.execute(forbidden, []).is_err(), "{forbidden}");
    }
}

/// A unit whose fence fires for every batch that books more than one room at once.
struct Fenced(Box<dyn Unit>);

impl Unit for Fenced {
    fn codes(&self) -> Codes {
        self.0.codes()
    }
    fn begin(&mut self, claims: &Claims) -> Result<Begun, StoreError> {
        self.0.begin(claims)
    }
    fn results(
        &mut self,
        keys: &[CommandKey],
    ) -> Result<HashMap<CommandKey, StoredCommand>, StoreError> {
        self.0.results(keys)
    }
    fn changes(
        &mut self,
        codes: &BTreeSet<BookingCode>,
    ) -> Result<HashMap<BookingCode, Vec<BookingChange>>, StoreError> {
        self.0.changes(codes)
    }

    fn bookings(
        &mut self,
        codes: &BTreeSet<BookingCode>,
        facts: &mut Facts,
    ) -> Result<(), StoreError> {
        self.0.bookings(codes, facts)
    }
    fn lapsed(
        &mut self,
        hotels: &BTreeSet<HotelCode>,
        now: Timestamp,
        facts: &mut Facts,
    ) -> Result<Vec<BookingCode>, StoreError> {
        self.0.lapsed(hotels, now, facts)
    }
    fn load(&mut self, needs: &Needs, facts: &mut Facts) -> Result<(), StoreError> {
        self.0.load(needs, facts)
    }
    fn sequences(
        &mut self,
        streams: &BTreeSet<Option<HotelCode>>,
    ) -> Result<BTreeMap<Option<HotelCode>, u64>, StoreError> {
        self.0.sequences(streams)
    }
    fn save(&mut self, batch: &Batch<'_>) -> Result<(), StoreError> {
        self.0.save(batch)?;
        if batch.facts.touched.bookings.len() > 1 {
            return Err(StoreError::Fence("test".to_owned()));
        }
        Ok(())
    }
    fn commit(&mut self) -> Result<Heard, StoreError> {
        self.0.commit()
    }
    fn rollback(&mut self) {
        self.0.rollback();
    }
}

async fn when_the_fence_fires_the_batch_is_run_again_one_by_one(on: On) {
    let bench = Bench::over(on, |unit| Box::new(Fenced(unit))).await;
    let commands = (0..30).map(|_| {
        let command = Command::Book(Box::new(booking("STD", stay(1, 2))));
        bench.engine.submit(envelope(command, None))
    });
    let answers = join_all(commands).await;
    let sold = answers.iter().filter(|answer| answer.as_ref().unwrap().status == 201).count();
    assert_eq!(sold, 20, "there are 20 rooms, and a batch undone must not count");
    check_the_books(&bench).await;
}

/// Has the database itself refuse a guest of this name, and tells how that is taken back.
async fn fence_off(place: &Place, fence: &str) -> String {
    match &place.database {
        Database::File(_) => {
            let trigger = format!(
                "CREATE TRIGGER {fence} BEFORE INSERT ON guest WHEN NEW.family = 'NEMO' \
                 BEGIN SELECT RAISE(ABORT, '{fence}'); END"
            );
            change(place, &trigger).await;
            format!("DROP TRIGGER {fence}")
        }
        Database::Postgres(_) => {
            let check = format!("ADD CONSTRAINT {fence} CHECK (family <> 'NEMO')");
            change(place, &format!("ALTER TABLE guest {check}")).await;
            format!("ALTER TABLE guest DROP CONSTRAINT {fence}")
        }
    }
}

/// Changes the tables of a house that is closed.
async fn change(place: &Place, statement: &str) {
    match &place.database {
        Database::File(path) => {
            rusqlite::Connection::open(path).unwrap().execute_batch(statement).unwrap();
        }
        Database::Postgres(url) => sql(url).await.batch_execute(statement).await.unwrap(),
    }
}

/// The sixth of ten commands that come at once runs into a fence; returns its answer, and that to the
/// same command once the fence is gone.
async fn run_into(on: On, fence: &str) -> [Result<Answer, EngineError>; 2] {
    let place = Bench::new(on).await.close();
    let no_fence = fence_off(&place, fence).await;
    let bench = Bench::reopen(place, |unit| unit).await;
    let named = |number: u32| {
        let mut request = booking("STD", stay(1, 2));
        let family = if number == 6 { "NEMO" } else { "LI" };
        let guest = serde_json::json!({ "new": { "family": family, "given": "WEI" } });
        request.guest = serde_json::from_value(guest).unwrap();
        envelope(Command::Book(Box::new(request)), Some(&format!("key-{number}")))
    };
    let mut answers = bench.engine.submit_all((1..=10).map(named).collect()).await.unwrap();
    let fenced = answers.remove(5);
    assert!(answers.iter().all(|answer| answer.as_ref().unwrap().status == 201), "{answers:?}");
    bench.settle().await;
    let filter = || EventFilter { kinds: vec!["booking.".to_owned()], ..EventFilter::default() };
    let log = bench.queries.events(filter(), 0, 100).await.unwrap().events;
    assert_eq!(log.len(), 9, "something of it was kept");
    check_the_books(&bench).await;
    assert_eq!(bench.queries.verify(|_| true).await.unwrap().first, None);
    let place = bench.close();
    change(&place, &no_fence).await;
    let bench = Bench::reopen(place, |unit| unit).await;
    let again = bench.engine.submit(named(6)).await;
    [fenced, again]
}

async fn a_fence_that_has_no_reason_to_fire_is_a_fault_of_ours_and_of_one_command_alone(on: On) {
    let [fenced, again] = run_into(on, "nobody_is_called_nemo").await;
    let problem = Failure::from(fenced.unwrap_err()).problem().clone();
    assert_eq!((problem.status, problem.code.as_str()), (500, "internal"));
    assert!(!problem.detail.contains("nemo"), "{problem:?}");
    // Nothing stands under its key: it is decided as if it came for the first time.
    let again = again.unwrap();
    assert_eq!((again.status, again.replayed), (201, false));
    // The same fence under the name of one that has a reason is an answer.
    let [fenced, _] = run_into(on, "no_night_sold_twice_either").await;
    assert_eq!(fenced.unwrap().status, 409);
}

#[tokio::test]
async fn postgres_itself_refuses_to_sell_a_night_twice() {
    let bench = Bench::new(On::Postgres).await;
    assert_eq!(bench.book("ONE", stay(1, 2)).await.status, 201);
    let place = bench.close();
    let Database::Postgres(url) = &place.database else { panic!("no Postgres") };
    let client = sql(url).await;
    let sell = "UPDATE inventory SET sold = sold + 1 WHERE room_type = 'ONE' AND night = \
                (SELECT min(night) FROM inventory)";
    let refused = async |sql: &str| {
        let error = client.execute(sql, &[]).await.expect_err(sql);
        error.as_db_error().and_then(|said| said.constraint()).unwrap_or_default().to_owned()
    };
    assert_eq!(refused(sell).await, "no_night_sold_twice");
    // Rooms may break on a sold night; what is over the limit then may shrink but not grow.
    let broken = "UPDATE inventory SET out_of_order = 1 WHERE room_type = 'ONE'";
    client.execute(broken, &[]).await.unwrap();
    client.execute("UPDATE inventory SET sold = 0 WHERE room_type = 'ONE'", &[]).await.unwrap();
    assert_eq!(refused(sell).await, "no_night_sold_twice");
    for forbidden in ["DELETE FROM event", "UPDATE event SET actor = 'nobody'", "TRUNCATE event"] {
        assert_eq!(refused(forbidden).await, "event_is_never_changed", "{forbidden}");
    }
    // Nobody can write at a place of a stream that is taken.
    let twice = "INSERT INTO event SELECT * FROM event LIMIT 1";
    assert_eq!(refused(twice).await, "event_pkey");
}

fn refused(path: &std::path::Path) -> String {
    match SqliteStore::open(path) {
        Ok(_) => panic!("{} was opened", path.display()),
        Err(error) => error.to_string(),
    }
}

#[tokio::test]
async fn a_file_that_is_locked_damaged_or_newer_is_refused_and_left_as_it_is() {
    let bench = Bench::new(On::Sqlite).await;
    let path = bench.place.file().to_owned();
    assert!(refused(&path).contains("in use by another `hotel serve`"));
    let place = bench.close();
    let newer = rusqlite::Connection::open(&path).unwrap();
    newer
        .execute_batch(
            "INSERT INTO refinery_schema_history (version, name, applied_on, checksum)
             VALUES (9999, 'future', '2030-01-01T00:00:00Z', '0'); PRAGMA journal_mode = DELETE;",
        )
        .unwrap();
    drop(newer);
    let before = std::fs::read(&path).unwrap();
    assert!(refused(&path).contains("use the newer `hotel`"));
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let damaged = place.folder.path().join("damaged.db");
    std::fs::write(&damaged, vec![b'x'; 8_192]).unwrap();
    assert!(refused(&damaged).contains("was left as it is"));
    assert_eq!(std::fs::read(&damaged).unwrap(), vec![b'x'; 8_192]);
}

on_every_database!(
    when_the_fence_fires_the_batch_is_run_again_one_by_one,
    a_fence_that_has_no_reason_to_fire_is_a_fault_of_ours_and_of_one_command_alone,
);
