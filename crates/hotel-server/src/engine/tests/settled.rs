//! What a command came to, asked while it may still be under way: the answer is the truth afterwards.

use futures_util::FutureExt as _;
use hotel_core::booking::Booking;
use hotel_core::command::booking::SplitRequest;
use hotel_core::command::{BookingCommand, Command};
use hotel_core::ids::IdempotencyKey;

use super::bench::{Bench, On, booked, booking, envelope, on_every_database, stay};
use crate::engine::{Envelope, house};
use crate::store::{CommandKey, Decided};

fn key(text: &str) -> CommandKey {
    (house().id, IdempotencyKey::try_from(text.to_owned()).unwrap())
}

fn book(name: &str, room_type: &str) -> Envelope {
    envelope(Command::Book(Box::new(booking(room_type, stay(1, 2)))), Some(name))
}

async fn decided(bench: &Bench, name: &str) -> Option<Decided> {
    bench.engine.settled().await.unwrap();
    bench.queries.decided(key(name)).await.unwrap()
}

async fn a_command_that_waits_is_not_unknown(on: On) {
    let bench = Bench::new(on).await;
    let gate = bench.clock.gate.lock().unwrap();
    // The lane waits at the clock with the first in hand; behind it the second waits in the queue.
    let mut under_way: Vec<_> = ["k1", "k2"]
        .map(|name| Box::pin(bench.engine.submit(book(name, "STD"))))
        .into_iter()
        .collect();
    for one in &mut under_way {
        assert!(one.as_mut().now_or_never().is_none());
    }
    let mut asked = Box::pin(bench.engine.settled());
    assert!(asked.as_mut().now_or_never().is_none(), "nothing may be said yet");
    // The control: a mere look would say that there is no such command.
    let look = tokio::task::block_in_place(|| {
        tokio::runtime::Handle::current().block_on(bench.queries.decided(key("k1")))
    });
    assert!(look.unwrap().is_none());
    drop(gate);
    asked.await.unwrap();
    for name in ["k1", "k2"] {
        let found = bench.queries.decided(key(name)).await.unwrap();
        assert_eq!(found.unwrap().result.status, 201, "{name}");
    }
    for one in under_way {
        assert_eq!(one.await.unwrap().status, 201);
    }
}

async fn a_decided_command_is_told_as_its_repetition_is(on: On) {
    let bench = Bench::new(on).await;
    let mut group = booking("STD", stay(1, 2));
    group.rooms = vec![group.rooms.as_slice()[0]; 2].try_into().unwrap();
    let group = envelope(Command::Book(Box::new(group)), Some("group"));
    let envelopes = [book("sold", "ONE"), book("sold-out", "ONE"), group];
    let mut made: Vec<Booking> = Vec::new();
    for envelope in &envelopes {
        let answer = bench.engine.submit(envelope.clone()).await.unwrap();
        made.extend((answer.status == 201).then(|| booked(&answer)));
    }
    let cancel = BookingCommand::Cancel(hotel_core::command::booking::CancelRequest::default());
    let cancel = envelope(Command::Booking(made[0].code, cancel), Some("cancelled"));
    // An answer that tells of two bookings is kept as it was written.
    let split = BookingCommand::Split(SplitRequest { rooms: vec![2], guest: None });
    let split = envelope(Command::Booking(made[1].code, split), Some("split"));
    for envelope in envelopes.into_iter().chain([cancel, split]) {
        let name = envelope.key.clone().unwrap();
        bench.engine.submit(envelope.clone()).await.unwrap();
        let found = decided(&bench, name.as_str()).await.unwrap();
        let repeated = bench.engine.submit(envelope).await.unwrap();
        assert!(repeated.replayed);
        assert_eq!(found.answer(), Some(repeated), "{}", name.as_str());
        assert_eq!(found.decided_at.to_string(), "2026-11-30T12:00:00Z");
    }
}

async fn nobody_is_told_of_the_commands_of_others(on: On) {
    let bench = Bench::new(on).await;
    bench.engine.submit(book("k1", "STD")).await.unwrap();
    let (_, name) = key("k1");
    let stranger = hotel_core::ids::UserId(uuid::Uuid::from_u128(7));
    assert!(bench.queries.decided((stranger, name)).await.unwrap().is_none());
    assert!(decided(&bench, "k2").await.is_none());
    // A preview leaves nothing behind.
    let preview = Envelope { dry_run: true, ..book("k3", "STD") };
    bench.engine.submit(preview).await.unwrap();
    assert!(decided(&bench, "k3").await.is_none());
}

on_every_database!(
    a_command_that_waits_is_not_unknown,
    a_decided_command_is_told_as_its_repetition_is,
    nobody_is_told_of_the_commands_of_others,
);
