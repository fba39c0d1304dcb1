//! More than can be done: the queue has an end, and what it refuses was not done.

use futures_util::FutureExt as _;
use hotel_core::command::Command;

use super::bench::{Bench, On, booking, envelope, on_every_database, stay};
use crate::engine::{EngineError, QUEUE_LEN_MAX};

async fn a_full_queue_refuses_at_once_and_loses_nothing_it_took(on: On) {
    let bench = Bench::new(on).await;
    let submit = |key: usize| {
        let command = Command::Book(Box::new(booking("STD", stay(1, 2))));
        let engine = bench.engine.clone();
        let envelope = envelope(command, Some(&format!("k{key}")));
        async move { engine.submit(envelope).await }
    };
    let gate = bench.clock.gate.lock().unwrap();
    // The lane waits at the clock with its first batch in hand; behind it the queue fills up.
    let mut taken = Vec::new();
    let refused = loop {
        let mut waiting = Box::pin(submit(taken.len()));
        match waiting.as_mut().now_or_never() {
            None => taken.push(waiting),
            Some(answer) => break answer,
        }
        assert!(taken.len() <= 2 * QUEUE_LEN_MAX, "the queue has no end");
    };
    assert_eq!(refused, Err(EngineError::Busy));
    assert!(taken.len() >= QUEUE_LEN_MAX);
    drop(gate);
    let mut sold = 0;
    for waiting in taken {
        sold += usize::from(waiting.await.unwrap().status == 201);
    }
    assert_eq!(sold, 20, "there are 20 rooms");
    super::fence::check_the_books(&bench).await;
}

on_every_database!(a_full_queue_refuses_at_once_and_loses_nothing_it_took,);
