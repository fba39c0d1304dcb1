//! What clients had to keep before the house heard of it: under which code, and since when.

use hotel_core::booking::Booking;
use hotel_core::command::booking::{AmendRequest, SplitRequest};
use hotel_core::command::{BookingCommand, Command};
use hotel_core::ids::provisional::ProvisionalCode;
use hotel_core::wire::booking::BookingOutcome;
use hotel_core::wire::event::EventView;
use jiff::Timestamp;

use super::bench::{Bench, On, booked, booking, envelope, on_every_database, sql, stay};
use crate::engine::Envelope;
use crate::store::database::Database;

fn called() -> ProvisionalCode {
    "~K7Q2".parse().unwrap()
}

async fn book(bench: &Bench, rooms: usize) -> Booking {
    let mut request = booking("STD", stay(1, 2));
    let room = request.rooms.as_slice()[0];
    request.rooms = vec![room; rooms].try_into().unwrap();
    request.provisional = Some(called());
    booked(&bench.submit(Command::Book(Box::new(request))).await.unwrap())
}

/// Moves a booking to another night, so that its row gets a body.
fn moved() -> BookingCommand {
    let amend = AmendRequest { stay: Some(stay(5, 2)), ..AmendRequest::default() };
    BookingCommand::Amend(Box::new(amend))
}

async fn a_booking_keeps_its_provisional_code_in_event_and_row_and_is_found_by_it(on: On) {
    let bench = Bench::new(on).await;
    let made = book(&bench, 1).await;
    assert_eq!(made.provisional, Some(called()));
    let namesakes = async || bench.queries.bookings_provisional(vec![called()]).await.unwrap();
    assert_eq!(namesakes().await, std::slice::from_ref(&made));
    bench.settle().await;
    let history = bench.queries.history(made.code).await.unwrap();
    let opened = history[0].data.as_booking().unwrap().opened.clone();
    assert_eq!(opened, Some(made.clone()));
    assert_eq!(bench.tell(&made, moved()).await.status, 200);
    let after = bench.queries.booking(made.code).await.unwrap().unwrap().booking;
    assert_eq!((after.version, after.provisional), (2, Some(called())));
    // The same name for another booking is no reason to refuse it.
    let other = book(&bench, 1).await;
    assert_eq!(namesakes().await, [after, other]);
    let nobody = bench.queries.bookings_provisional(vec!["~NNNN".parse().unwrap()]).await.unwrap();
    assert_eq!(nobody, []);
    bench.settle().await;
    assert_eq!(bench.queries.verify(|_| true).await.unwrap().first, None);
}

async fn the_part_that_a_split_makes_has_no_provisional_code(on: On) {
    let bench = Bench::new(on).await;
    let made = book(&bench, 2).await;
    let split = BookingCommand::Split(SplitRequest { rooms: vec![2], guest: None });
    let answer = bench.tell(&made, split).await;
    let part = serde_json::from_str::<BookingOutcome>(&answer.body).unwrap().booking;
    assert_eq!((part.split_from, part.provisional), (Some(made.code), None));
    let found = bench.queries.bookings_provisional(vec![called()]).await.unwrap();
    assert_eq!(found.iter().map(|booking| booking.code).collect::<Vec<_>>(), [made.code]);
    bench.settle().await;
    assert_eq!(bench.queries.verify(|_| true).await.unwrap().first, None);
}

async fn every_event_of_a_command_tells_since_when_it_waited(on: On) {
    let bench = Bench::new(on).await;
    let made = book(&bench, 2).await;
    let waited: Timestamp = "2026-11-28T08:30:00.5Z".parse().unwrap();
    let split = BookingCommand::Split(SplitRequest { rooms: vec![2], guest: None });
    let split = envelope(Command::Booking(made.code, split), None);
    let split = Envelope { enqueued_at: Some(waited), ..split };
    assert_eq!(bench.engine.submit(split).await.unwrap().status, 201);
    bench.settle().await;
    let log = bench.queries.last_events(crate::store::EventFilter::default(), 3).await.unwrap();
    let waited_since: Vec<_> = log.events.iter().map(|event| event.enqueued_at).collect();
    assert_eq!(waited_since, [None, Some(waited), Some(waited)]);
    let told = log.events.iter().map(|event| serde_json::to_value(EventView::of(event)).unwrap());
    let told: Vec<_> = told.map(|view| view["enqueuedat"].clone()).collect();
    assert_eq!(told, [serde_json::Value::Null, "2026-11-28T08:30:00.5Z".into(), told[1].clone()]);
    // It is evidence, and the house's own clock decides.
    let clock = crate::clock::Clock::now(&*bench.clock);
    assert!(log.events.iter().all(|event| event.occurred_at == clock));
}

on_every_database!(
    a_booking_keeps_its_provisional_code_in_event_and_row_and_is_found_by_it,
    the_part_that_a_split_makes_has_no_provisional_code,
    every_event_of_a_command_tells_since_when_it_waited,
);

/// What a program from before these columns does when it changes a booking: it writes the body anew,
/// without what it does not know.
const OLDER_PROGRAM: &str =
    "UPDATE booking SET body = (body::jsonb - 'provisional')::text WHERE number = 1";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_program_that_does_not_know_provisional_codes_can_not_lose_one() {
    let bench = Bench::new(On::Postgres).await;
    let made = book(&bench, 1).await;
    assert_eq!(bench.tell(&made, moved()).await.status, 200);
    let Database::Postgres(url) = &bench.place.database else { panic!("not in Postgres") };
    let client = sql(url).await;
    assert_eq!(client.execute(OLDER_PROGRAM, &[]).await.unwrap(), 1);
    let kept =
        async || bench.queries.booking(made.code).await.unwrap().unwrap().booking.provisional;
    assert_eq!(kept().await, Some(called()));
    // The control: without the trigger it would be gone.
    let unguarded = "ALTER TABLE booking DISABLE TRIGGER a_provisional_code_is_kept";
    client.batch_execute(unguarded).await.unwrap();
    assert_eq!(client.execute(OLDER_PROGRAM, &[]).await.unwrap(), 1);
    assert_eq!(kept().await, None);
}
