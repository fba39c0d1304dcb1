//! The books of a house that lived by chance: the log says what the tables say, and makes them anew.

use std::path::Path;

use hotel_core::command::Command;
use hotel_core::ids::BookingCode;
use hotel_core::wire::booking::BookingOutcome;
use hotel_core::wire::bulk::BulkCommand;
use hotel_core::wire::verify::VerifyReport;
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::bench::{Bench, On, envelope, on_every_database};
use crate::store::StoreError;
use crate::store::copy;
use crate::store::database::Database;

/// A small generator of numbers that look random: `SplitMix64` (Steele, Lea, Flood 2014).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from(z ^ (z >> 31)).unwrap_or(0) % sides
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(of.len())]
    }

    fn nights(&mut self, today: Date) -> (Date, Date) {
        let days = |count: usize| jiff::Span::new().days(i64::try_from(count).unwrap());
        let from = today.saturating_add(days(self.roll(8)));
        let to = from.saturating_add(days(1 + self.roll(4)));
        (from.min(date(2026, 12, 30)), to.min(date(2026, 12, 31)))
    }

    fn room(&mut self) -> String {
        format!("STD{}", 1 + self.roll(20))
    }

    fn house(&mut self, today: Date) -> Value {
        let (from, to) = self.nights(today);
        let nights = json!({ "from": from, "to": to });
        let (room, yes) = (self.room(), self.roll(2) == 0);
        let change = match self.roll(6) {
            0..=2 => json!({ "block_room": [room, { "nights": nights, "out_of_order": yes }] }),
            3 => json!({ "set_inventory": { "room_types": ["STD"], "nights": nights,
                "set": { "closed": yes, "overbook": { "rooms": self.roll(4) } } } }),
            4 => json!({ "set_rates": { "rate_plan": "BAR", "room_types": ["STD"],
                "nights": nights, "set": { "minor": 5_000 + self.roll(9_000) } } }),
            _ if yes => json!({ "remove_room": room }),
            _ => json!({ "set_rooms": { "rooms": [{ "number": room, "room_type": "STD" }] } }),
        };
        json!({ "hotel": { "code": "BER-ADLER", "change": change } })
    }

    fn book(&mut self, today: Date) -> Value {
        let (check_in, check_out) = self.nights(today);
        let room_type = self.pick(&["STD", "STD", "STD", "ONE"]);
        let rooms = vec![json!({ "room_type": room_type }); 1 + self.roll(3)];
        let intent = match self.roll(5) {
            0 => json!({ "hold": { "minutes": 30 + self.roll(600) } }),
            1 => json!("waitlist"),
            _ => json!("sell"),
        };
        json!({ "book": {
            "hotel": "BER-ADLER", "rate_plan": "BAR", "rooms": rooms, "intent": intent,
            "stay": { "check_in": check_in, "check_out": check_out },
            "guest": { "new": { "family": "LI", "given": "WEI" } },
        } })
    }

    fn change(&mut self, code: BookingCode, today: Date) -> Value {
        let (check_in, check_out) = self.nights(today);
        let stay = json!({ "check_in": check_in, "check_out": check_out });
        let change = match self.roll(16) {
            0 => json!("confirm"),
            1 => json!("release"),
            2 => json!({ "guarantee": {} }),
            3 => json!({ "offer": { "minutes": 60 } }),
            4 => json!({ "decline": {} }),
            5 => json!({ "split": { "rooms": [1] } }),
            6 => json!({ "cancel": {} }),
            7 | 8 => json!("revert"),
            9 => json!({ "no_show": { "keep_nights": self.roll(2) == 0 } }),
            10 => json!({ "check_out": {} }),
            11 => json!({ "move": { "of": 1, "to": self.room() } }),
            12 => json!({ "assign": { "of": 1, "room": self.room() } }),
            13 => json!({ "amend": { "stay": stay, "reprice": true } }),
            _ => json!({ "check_in": {} }),
        };
        json!({ "booking": { "code": code, "change": change } })
    }

    fn command(&mut self, known: &[BookingCode], today: Date) -> Command {
        let command = match (self.roll(8), known.is_empty()) {
            (0, _) => self.house(today),
            (1 | 2, _) | (_, true) => self.book(today),
            (_, false) => {
                // The newest are those with whom most happens.
                let back = self.roll(known.len().min(60));
                self.change(known[known.len() - 1 - back], today)
            }
        };
        let parsed = serde_json::from_value::<BulkCommand>(command.clone());
        parsed.unwrap_or_else(|error| panic!("{error}: {command}")).into()
    }
}

/// Lives through twenty days, and returns how many commands were carried out.
pub(super) async fn live(bench: &Bench, seed: u64) -> usize {
    let mut dice = Dice(seed);
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
        copy(&from.into(), &to.into(), &mut |_| {}).unwrap_err().to_string()
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
