//! The books of a house that lived by chance: the log says what the tables say, and makes them anew.

use std::path::Path;

use hotel_core::wire::booking::BookingOutcome;
use hotel_core::wire::verify::VerifyReport;
use jiff::{SignedDuration, Timestamp};

use super::bench::{Bench, On, envelope, on_every_database};
use super::chance::Dice;
use crate::store::StoreError;
use crate::store::copy;
use crate::store::database::Database;

/// Lives through twenty days, and returns how many commands were carried out.
pub(super) async fn live(bench: &Bench, seed: u64) -> usize {
    let mut dice = Dice::new(seed, "BER-ADLER", 20);
    let (mut known, mut done) = (Vec::new(), 0);
    // As fine as a machine's clock is, and finer than a column.
    let mut now: Timestamp = "2026-11-30T12:00:00.000000789Z".parse().unwrap();
    for _ in 0..120 {
        now = now.saturating_add(SignedDuration::from_hours(4)).unwrap();
        bench.clock.set(&now.to_string());
        let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
        // All at once, so that many of them meet in one batch.
        let envelopes = (0..25).map(|_| envelope(dice.command(&known, today), None)).collect();
        for answer in bench.engine.submit_all(envelopes).await.unwrap() {
            let answer = answer.unwrap();
            done += usize::from(answer.status < 400);
            if answer.status == 201 {
                let outcome: BookingOutcome = serde_json::from_str(&answer.body).unwrap();
                known.push(outcome.booking.code);
            }
        }
    }
    done
}

async fn report(bench: &Bench) -> VerifyReport {
    bench.settle().await;
    bench.queries.verify(|_| true).await.unwrap()
}

async fn a_house_that_lived_by_chance_is_as_its_log_says_and_so_is_one_made_of_the_log(on: On) {
    for seed in [1, 2, 3] {
        let bench = Bench::new(on).await;
        let done = live(&bench, seed).await;
        let found = report(&bench).await;
        assert_eq!(found.first, None, "seed {seed}");
        assert!(done > 600 && found.bookings > 200, "seed {seed}: {done} done, {found:?}");
        if on == On::Postgres {
            continue;
        }
        let folder = bench.place.folder.path();
        let mut words = 0;
        let made = copy(&bench.place.database, &file(folder, "new.db"), &mut |_| words += 1);
        // All but the moment it was looked at is the same, number by number.
        assert_eq!(made.unwrap(), found, "seed {seed}");
        assert!(words > 3, "nobody was told how far it came");
    }
}

fn file(folder: &Path, name: &str) -> Database {
    Database::File(folder.join(name))
}

async fn whoever_asked_and_went_away_stops_it(on: On) {
    let bench = Bench::new(on).await;
    let stopped = bench.queries.verify(|_| false).await;
    assert!(matches!(stopped, Err(StoreError::Closing)));
    // The next one is not held up by it.
    assert_eq!(report(&bench).await.first, None);
}

async fn a_verification_beside_a_busy_house_sees_one_state_of_it(on: On) {
    let bench = Bench::new(on).await;
    let queries = bench.queries.clone();
    let looked = tokio::spawn(async move {
        let mut positions = Vec::new();
        for _ in 0..20 {
            let found = queries.verify(|_| true).await.unwrap();
            assert_eq!(found.first, None);
            positions.push(found.position);
        }
        positions
    });
    live(&bench, 4).await;
    let positions = looked.await.unwrap();
    assert!(positions.is_sorted() && positions.first() < positions.last(), "{positions:?}");
}

#[tokio::test]
async fn a_store_is_not_made_anew_over_another_or_from_what_is_none() {
    let bench = Bench::new(On::Sqlite).await;
    let folder = bench.place.folder.path();
    let refused = |from: &Path, to: &Path| {
        copy(&from.to_owned().into(), &to.to_owned().into(), &mut |_| {}).unwrap_err().to_string()
    };
    let (own, new) = (folder.join("hotel.db"), folder.join("new.db"));
    assert!(refused(&own, &own).contains("in use by another `hotel serve`"));
    std::fs::write(&new, "mine").unwrap();
    assert!(refused(&own, &new).contains("is there already"));
    assert_eq!(std::fs::read(&new).unwrap(), b"mine");
    std::fs::remove_file(&new).unwrap();
    assert!(refused(&folder.join("none.db"), &new).contains("can't be opened"));
    let damaged = folder.join("damaged.db");
    std::fs::write(&damaged, vec![b'x'; 8_192]).unwrap();
    assert!(refused(&damaged, &new).contains("is damaged"));
    let old = folder.join("old.db");
    let connection = rusqlite::Connection::open(&old).unwrap();
    let schema = "CREATE TABLE refinery_schema_history (version INTEGER); \
                  INSERT INTO refinery_schema_history (version) VALUES (1)";
    connection.execute_batch(schema).unwrap();
    assert!(refused(&old, &new).contains("schema version 1"));
    assert!(!new.exists() && !folder.join("new.db.part").exists());
}

on_every_database!(
    a_house_that_lived_by_chance_is_as_its_log_says_and_so_is_one_made_of_the_log,
    whoever_asked_and_went_away_stops_it,
    a_verification_beside_a_busy_house_sees_one_state_of_it,
);
