//! A command sent any number of times takes effect once.

use futures_util::future::join_all;
use hotel_core::command::booking::{GuaranteeRequest, Intent};
use hotel_core::command::{BookingCommand, Command};

use super::bench::{Bench, On, booked, booking, envelope, on_every_database, stay};
use crate::engine::EngineError;
use crate::store::EventFilter;

fn book(key: &str) -> crate::engine::Envelope {
    envelope(Command::Book(Box::new(booking("STD", stay(1, 2)))), Some(key))
}

async fn a_repeated_command_is_answered_as_the_first_time(on: On) {
    let bench = Bench::new(on).await;
    let first = bench.engine.submit(book("k1")).await.unwrap();
    let again = bench.engine.submit(book("k1")).await.unwrap();
    assert!(!first.replayed && again.replayed);
    assert_eq!((first.status, &first.body, first.etag), (again.status, &again.body, again.etag));
    let other = bench.engine.submit(book("k2")).await.unwrap();
    assert_ne!(first.body, other.body);
}

async fn copies_that_arrive_together_take_effect_once(on: On) {
    let bench = Bench::new(on).await;
    let copies = (0..50).map(|_| bench.engine.submit(book("k1")));
    let answers = join_all(copies).await;
    let bodies: std::collections::BTreeSet<_> =
        answers.into_iter().map(|answer| answer.unwrap().body).collect();
    assert_eq!(bodies.len(), 1);
    assert_eq!(bench.queries.history(booked_code(&bodies)).await.unwrap().len(), 1);
}

fn booked_code(bodies: &std::collections::BTreeSet<String>) -> hotel_core::ids::BookingCode {
    let body = bodies.first().unwrap();
    serde_json::from_str::<hotel_core::wire::booking::BookingOutcome>(body).unwrap().booking.code
}

async fn a_key_is_not_taken_for_another_command(on: On) {
    let bench = Bench::new(on).await;
    bench.engine.submit(book("k1")).await.unwrap();
    let mut other = book("k1");
    other.fingerprint = [2; 32];
    assert_eq!(bench.engine.submit(other).await, Err(EngineError::KeyReused));
}

async fn a_refusal_is_kept_too_and_so_is_every_answer_over_a_restart(on: On) {
    let bench = Bench::new(on).await;
    let one = |key| envelope(Command::Book(Box::new(booking("ONE", stay(1, 2)))), Some(key));
    let won = bench.engine.submit(one("k1")).await.unwrap();
    let lost = bench.engine.submit(one("k2")).await.unwrap();
    assert_eq!((won.status, lost.status), (201, 409));
    let bench = Bench::reopen(bench.close(), |unit| unit).await;
    let won_again = bench.engine.submit(one("k1")).await.unwrap();
    let lost_again = bench.engine.submit(one("k2")).await.unwrap();
    assert_eq!((won.body, lost.body), (won_again.body, lost_again.body));
    assert!(won_again.replayed && lost_again.replayed);
}

async fn a_preview_says_what_would_be_and_does_nothing(on: On) {
    let bench = Bench::new(on).await;
    bench.settle().await;
    let before = bench.queries.head().await.unwrap();
    let mut preview = book("k1");
    preview.dry_run = true;
    let seen = bench.engine.submit(preview).await.unwrap();
    assert_eq!(seen.status, 200);
    assert!(seen.body.contains("\"dry_run\":true"), "{}", seen.body);
    bench.settle().await;
    assert_eq!(bench.queries.head().await.unwrap(), before);
    let done = bench.engine.submit(book("k1")).await.unwrap();
    assert!(!done.replayed, "a preview must not use up the key");
}

async fn a_sale_takes_the_nights_of_a_hold_that_has_run_out(on: On) {
    let bench = Bench::new(on).await;
    let mut request = booking("ONE", stay(1, 2));
    request.intent = Intent::Hold { minutes: 10 };
    let hold = booked(&bench.submit(Command::Book(Box::new(request))).await.unwrap());
    assert_eq!(bench.book("ONE", stay(1, 2)).await.status, 409);
    bench.clock.set("2026-11-30T12:10:00Z");
    // No sweeper runs here: the sale itself ends the hold, in its own transaction.
    assert_eq!(bench.book("ONE", stay(2, 2)).await.status, 201);
    let late = BookingCommand::Guarantee(GuaranteeRequest::default());
    assert_eq!(bench.tell(&hold, late).await.status, 409);
    let history = bench.queries.history(hold.code).await.unwrap();
    let kinds: Vec<_> = history.iter().map(|event| event.data.event_type()).collect();
    assert_eq!(kinds, ["booking.held", "booking.expired"]);
    super::fence::check_the_books(&bench).await;
}

async fn the_log_keeps_its_time_when_the_clock_is_set_back_over_a_restart(on: On) {
    let bench = Bench::new(on).await;
    bench.clock.set("2026-11-30T18:00:00Z");
    bench.book("STD", stay(1, 2)).await;
    // A house that opens again finds the bench's clock six hours earlier.
    let bench = Bench::reopen(bench.close(), |unit| unit).await;
    assert_eq!(bench.book("STD", stay(3, 2)).await.status, 201);
    bench.settle().await;
    let log = bench.queries.events(EventFilter::default(), 0, 1_000).await.unwrap().events;
    assert!(log.is_sorted_by_key(|event| event.recorded_at));
    assert_eq!(log.last().unwrap().recorded_at.to_string(), "2026-11-30T18:00:00Z");
}

on_every_database!(
    a_repeated_command_is_answered_as_the_first_time,
    copies_that_arrive_together_take_effect_once,
    a_key_is_not_taken_for_another_command,
    a_refusal_is_kept_too_and_so_is_every_answer_over_a_restart,
    a_preview_says_what_would_be_and_does_nothing,
    a_sale_takes_the_nights_of_a_hold_that_has_run_out,
    the_log_keeps_its_time_when_the_clock_is_set_back_over_a_restart,
);
