//! Moving house: from one database into another and back, and nothing is lost on the way.

use hotel_core::booking::Booking;
use hotel_core::command::Command;
use hotel_core::command::people::TokenGrant;
use hotel_core::event::Event;
use hotel_core::wire::verify::VerifyReport;
use serde_json::json;

use super::bench::{Bench, On, Place, booked, booking, envelope, on_every_database, sql, stay};
use super::books::live;
use crate::engine::Envelope;
use crate::store::database::{Database, Store};
use crate::store::{EventFilter, StoreError, copy};

fn once() -> Envelope {
    let mut request = booking("STD", stay(20, 1));
    request.intent = hotel_core::command::booking::Intent::Waitlist;
    request.requests = "quiet, high floor".parse().unwrap();
    request.provisional = Some("~K7Q2".parse().unwrap());
    let enqueued_at = Some("2026-11-29T23:59:59.123456Z".parse().unwrap());
    Envelope { enqueued_at, ..envelope(Command::Book(Box::new(request)), Some("once")) }
}

fn twice() -> Envelope {
    let user = json!({ "name": "ann", "role": "agent" });
    envelope(Command::SetUser(serde_json::from_value(user).unwrap()), Some("twice"))
}

/// What must be the same in the new place.
#[derive(PartialEq, Debug)]
struct Kept {
    report: VerifyReport,
    events: Vec<Event>,
    secrets: Vec<[u8; 32]>,
    answers: Vec<(u16, String)>,
    requests: String,
    owner: String,
    namesakes: Vec<Booking>,
}

async fn kept(bench: &Bench) -> Kept {
    let mut answers = Vec::new();
    for envelope in [once(), twice()] {
        let answer = bench.engine.submit(envelope).await.unwrap();
        answers.push((answer.status, answer.body.clone()));
    }
    let code = booked(&bench.engine.submit(once()).await.unwrap()).code;
    bench.settle().await;
    let mut events = Vec::new();
    loop {
        let after = events.last().map_or(0, |event: &Event| event.position);
        let read = bench.queries.events(EventFilter::default(), after, 10_000).await.unwrap();
        if read.events.is_empty() {
            break;
        }
        events.extend(read.events);
    }
    let caller = bench.queries.caller([7; 32]).await.unwrap().unwrap();
    let record = bench.queries.booking(code).await.unwrap().unwrap();
    let namesakes =
        bench.queries.bookings_provisional(vec!["~K7Q2".parse().unwrap()]).await.unwrap();
    assert_eq!(namesakes, std::slice::from_ref(&record.booking));
    Kept {
        report: bench.queries.verify(|_| true).await.unwrap(),
        events,
        secrets: bench.secrets.clone(),
        answers,
        requests: record.requests.as_str().to_owned(),
        owner: caller.user.name.as_str().to_owned(),
        namesakes,
    }
}

/// Copies a house that is closed, or not.
async fn moved(from: &Database, on: On) -> Place {
    let (from, to) = (from.clone(), Place::new(on));
    let database = to.database.clone();
    let report = tokio::task::spawn_blocking(move || copy(&from, &database, &mut |_| {}));
    assert_eq!(report.await.unwrap().unwrap().first, None);
    to
}

async fn a_house_moves_there_and_back_and_nothing_is_lost(on: On) {
    let bench = Bench::new(on).await;
    live(&bench, 5).await;
    assert_eq!(bench.engine.submit(twice()).await.unwrap().status, 200);
    let (user, secret_hash) = ("ann".parse().unwrap(), [7; 32]);
    let grant = TokenGrant { user, secret_hash, expires_at: None };
    assert_eq!(bench.submit(Command::IssueToken(grant)).await.unwrap().status, 201);
    let before = kept(&bench).await;
    assert_eq!(before.report.first, None);
    let other = if on == On::Sqlite { On::Postgres } else { On::Sqlite };
    let mut place = bench.close();
    for on in [other, on, on] {
        place = moved(&place.database, on).await;
        let bench = Bench::reopen(place.clone(), |unit| unit).await;
        assert_eq!(kept(&bench).await, before, "on {on:?}");
        bench.close();
    }
    // And life goes on, with numbers that nobody has.
    let bench = Bench::reopen(place, |unit| unit).await;
    live(&bench, 6).await;
    bench.settle().await;
    let report = bench.queries.verify(|_| true).await.unwrap();
    assert!(report.bookings > before.report.bookings, "{report:?}");
    assert_eq!(report.first, None);
}

async fn a_house_that_is_at_work_is_copied_as_it_was_at_one_moment(on: On) {
    let bench = Bench::new(on).await;
    let database = bench.place.database.clone();
    let copies = tokio::spawn(async move {
        let mut reports = Vec::new();
        for to in [On::Sqlite, On::Postgres, On::Sqlite] {
            let place = moved(&database, to).await;
            let store = Store::open(&place.database.clone().into()).await.unwrap();
            reports.push(store.queries().verify(|_| true).await.unwrap());
        }
        reports
    });
    assert!(live(&bench, 4).await > 600);
    for report in copies.await.unwrap() {
        assert_eq!(report.first, None);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_house_is_copied_over_no_other_and_half_a_house_is_not_opened() {
    let (full, own) =
        (Bench::new(On::Postgres).await.close(), Bench::new(On::Sqlite).await.close());
    let refused = |from: &Database, to: &Database| {
        let (from, to) = (from.clone(), to.clone());
        let copied = tokio::task::spawn_blocking(move || copy(&from, &to, &mut |_| {}));
        async move { copied.await.unwrap().unwrap_err().to_string() }
    };
    assert!(refused(&own.database, &full.database).await.contains("holds tables already"));
    assert!(refused(&full.database, &own.database).await.contains("is there already"));
    let (empty, new) = (Place::new(On::Postgres), Place::new(On::Sqlite));
    assert!(refused(&empty.database, &new.database).await.contains("holds no house"));
    let Database::Postgres(url) = &full.database else { panic!("not in Postgres") };
    let half = "INSERT INTO meta (name, value) VALUES ('arriving', '')";
    sql(url).await.batch_execute(half).await.unwrap();
    assert!(refused(&full.database, &new.database).await.contains("half a house"));
    let opened = Store::open(&full.database.clone().into()).await;
    assert!(matches!(opened, Err(StoreError::Open(why)) if why.contains("half a house")));
    assert!(!new.file().exists());
}

on_every_database!(
    a_house_moves_there_and_back_and_nothing_is_lost,
    a_house_that_is_at_work_is_copied_as_it_was_at_one_moment,
);
