//! Random commands, told to the reference, to SQLite and to Postgres: all three answer alike, word for
//! word, and hold the same nights in the end.
//!
//! `HOTEL_SEQUENCES` sets how many sequences (1,000 without it), `HOTEL_SEED` repeats a run.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use hotel_core::command::Command;
use hotel_core::ids::{BookingCode, HotelCode};
use hotel_core::inventory::{Night, NightKey};
use hotel_core::wire::booking::BookingOutcome;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::bench::{Bench, On, Place, StoppedClock, catalogue, envelope};
use super::chance::Dice;
use super::memory::{Memory, MemoryUnit};
use crate::clock::Clock;
use crate::engine::{Answer, Engine, Envelope, Gauges, Lanes, Pace, Published};
use crate::feed::Feed;
use crate::index::{Index, Read};
use crate::shelf::Shelf;
use crate::store::Unit;

/// Commands of a sequence in one request.
const COMMANDS: usize = 4;

/// How often a sequence is told some; a day lies between every six.
const ROUNDS: usize = 6;

/// Rooms of type STD, so few that they run out.
const ROOMS: usize = 4;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// A sequence as one store lives through it.
struct Sequence {
    dice: Dice,
    hotel: HotelCode,
    known: Vec<BookingCode>,
    sent: Vec<Envelope>,
}

impl Sequence {
    fn new(seed: u64, number: u64) -> Self {
        let hotel = format!("H{number}");
        let dice = Dice::new(seed ^ (number << 20), &hotel, ROOMS);
        Self { dice, hotel: hotel.parse().unwrap(), known: Vec::new(), sent: Vec::new() }
    }

    /// Returns what is told next: new commands under keys of their own, and now and then an old one.
    fn next(&mut self, now: Timestamp) -> Vec<Envelope> {
        let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
        (0..COMMANDS)
            .map(|_| {
                if !self.sent.is_empty() && self.dice.roll(6) == 0 {
                    let again = self.dice.roll(self.sent.len());
                    return self.sent[again].clone();
                }
                let command = self.dice.command(&self.known, today);
                let key = format!("{}-{}", self.hotel, self.sent.len());
                self.sent.push(envelope(command, Some(&key)));
                self.sent[self.sent.len() - 1].clone()
            })
            .collect()
    }

    /// Reads an answer as it would be with any codes and ids.
    fn read(&mut self, answer: &Answer) -> String {
        if answer.status == 201 && !answer.replayed {
            let outcome: BookingOutcome = serde_json::from_str(&answer.body).unwrap();
            self.known.push(outcome.booking.code);
        }
        let mut body: Value = serde_json::from_str(&answer.body).unwrap();
        self.strip(&mut body);
        format!("{} {:?} {} {body}", answer.status, answer.etag, answer.replayed)
    }

    fn strip(&self, value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.remove("guest");
                fields.values_mut().for_each(|value| self.strip(value));
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.strip(item)),
            Value::String(text) => {
                for (place, code) in self.known.iter().enumerate() {
                    *text = text.replace(&code.to_string(), &format!("#{place}"));
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// The reference, with an engine over it.
struct Reference {
    engine: Engine,
    clock: Arc<StoppedClock>,
    memory: Arc<Mutex<Memory>>,
    _lanes: Lanes,
}

impl Reference {
    fn new() -> Self {
        let (unit, memory) = MemoryUnit::new();
        let (units, clock): (Vec<Box<dyn Unit>>, _) =
            (vec![Box::new(unit)], Arc::new(StoppedClock::new()));
        let published = Published {
            shelf: Shelf::default(),
            index: Arc::new(Index::new(Read::default(), &[])),
            feed: Feed::new(0, 1),
            gauges: Gauges::default(),
        };
        let told: Arc<dyn Clock> = Arc::<StoppedClock>::clone(&clock);
        let (engine, lanes) = Lanes::start(units, &published, &told, Pace::default()).unwrap();
        Self { engine, clock, memory, _lanes: lanes }
    }
}

/// Tells all sequences to one engine, and returns what each was answered.
async fn live(engine: &Engine, clock: &StoppedClock, seed: u64, count: u64) -> Vec<Vec<String>> {
    let mut sequences: Vec<Sequence> =
        (0..count).map(|number| Sequence::new(seed, number)).collect();
    let mut told = vec![Vec::new(); sequences.len()];
    for sequence in &sequences {
        let furniture = catalogue(sequence.hotel, ROOMS).into_iter();
        let commands =
            furniture.map(|command| envelope(Command::Hotel(sequence.hotel, command), None));
        for answer in engine.submit_all(commands.collect()).await.unwrap() {
            assert_eq!(answer.unwrap().status, 200);
        }
    }
    let mut now: Timestamp = "2026-11-30T12:00:00Z".parse().unwrap();
    for _ in 0..ROUNDS {
        now = now.saturating_add(SignedDuration::from_hours(4)).unwrap();
        clock.set(&now.to_string());
        // Several in one batch, as they would meet in a busy house.
        for (few, told) in sequences.chunks_mut(16).zip(told.chunks_mut(16)) {
            let commands = few.iter_mut().flat_map(|sequence| sequence.next(now)).collect();
            let answers = engine.submit_all(commands).await.unwrap();
            for (place, answer) in answers.into_iter().enumerate() {
                let of = place / COMMANDS;
                told[of].push(few[of].read(&answer.unwrap()));
            }
        }
    }
    told
}

fn same(left: &[Vec<String>], right: &[Vec<String>], seed: u64) {
    for (number, (left, right)) in left.iter().zip(right).enumerate() {
        for (place, (left, right)) in left.iter().zip(right).enumerate() {
            assert_eq!(left, right, "HOTEL_SEED={seed}, sequence {number}, answer {place}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn random_commands_are_answered_alike_by_the_reference_sqlite_and_postgres() {
    let (seed, count) = (number("HOTEL_SEED", 20_261_121), number("HOTEL_SEQUENCES", 1_000));
    let reference = Reference::new();
    let expected = live(&reference.engine, &reference.clock, seed, count).await;
    let nights: BTreeMap<NightKey, Night> = reference.memory.lock().unwrap().nights();
    for on in [On::Sqlite, On::Postgres] {
        let bench = Bench::reopen(Place::new(on), |unit| unit).await;
        let told = live(&bench.engine, &bench.clock, seed, count).await;
        same(&expected, &told, seed);
        let held: BTreeMap<_, _> = bench.queries.all_nights().await.unwrap().into_iter().collect();
        assert!(held == nights, "{on:?} holds other nights: HOTEL_SEED={seed}");
    }
    let answers: usize = expected.iter().map(Vec::len).sum();
    let done = expected.iter().flatten().filter(|told| told.starts_with('2')).count();
    let again = expected.iter().flatten().filter(|told| told.contains(" true {")).count();
    let all = format!("of {answers} answers {done} tell of deeds, {again} were repeated");
    assert!(done * 3 > answers && again * 20 > answers, "too little happened: {all}");
}

/// The negative control: a store that answers one command otherwise is found out.
#[test]
#[should_panic(expected = "sequence 1, answer 0")]
fn an_answer_that_differs_is_found() {
    let told = |last: &str| vec![vec!["200 a".to_owned()], vec![last.to_owned()]];
    same(&told("200 b"), &told("409 b"), 1);
}
