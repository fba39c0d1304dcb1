//! The last room: many callers, one winner, every time; and a control that shows the race is real.

use std::sync::{Arc, Barrier};

use futures_util::future::join_all;
use hotel_core::command::booking::CancelRequest;
use hotel_core::command::{BookingCommand, Command};

use super::bench::{Bench, On, booked, booking, envelope, on_every_database, stay};

const CALLERS: usize = 64;
const ROUNDS: usize = 1_000;

async fn sixty_four_callers_race_for_the_last_room_and_one_wins(on: On) {
    let bench = Bench::new(on).await;
    for round in 0..ROUNDS {
        let callers = (0..CALLERS).map(|_| {
            let engine = bench.engine.clone();
            tokio::spawn(async move {
                let command = Command::Book(Box::new(booking("ONE", stay(1, 3))));
                engine.submit(envelope(command, None)).await.unwrap()
            })
        });
        let answers: Vec<_> =
            join_all(callers).await.into_iter().map(|answer| answer.unwrap()).collect();
        let (won, lost): (Vec<_>, Vec<_>) = answers.iter().partition(|answer| answer.status == 201);
        assert_eq!(won.len(), 1, "round {round}: the room was sold {} times", won.len());
        assert!(lost.iter().all(|answer| answer.body.contains("availability.sold_out")));
        let cancel = BookingCommand::Cancel(CancelRequest::default());
        assert_eq!(bench.tell(&booked(won[0]), cancel).await.status, 200);
    }
    super::fence::check_the_books(&bench).await;
}

/// The negative control: the same race against "read, then write" on the same kind of database, its
/// second fence taken away, sells the room more than once.
#[test]
fn the_race_is_real_a_read_before_a_write_sells_twice() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("naive.db");
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL;
             CREATE TABLE inventory (night INTEGER PRIMARY KEY, physical INTEGER, sold INTEGER);
             INSERT INTO inventory VALUES (1, 1, 0);",
        )
        .unwrap();
    let sold = || -> i64 {
        connection.query_row("SELECT sold FROM inventory", [], |row| row.get(0)).unwrap()
    };
    for _ in 0..ROUNDS {
        connection.execute("UPDATE inventory SET sold = 0", []).unwrap();
        let together = Arc::new(Barrier::new(8));
        let callers: Vec<_> = (0..8)
            .map(|_| {
                let (path, together) = (path.clone(), Arc::clone(&together));
                std::thread::spawn(move || naive_sale(&path, &together))
            })
            .collect();
        for caller in callers {
            caller.join().unwrap();
        }
        if sold() > 1 {
            return;
        }
    }
    panic!("the naive sale never oversold: this race would not catch anything");
}

fn naive_sale(path: &std::path::Path, together: &Barrier) {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection.busy_timeout(std::time::Duration::from_secs(5)).unwrap();
    together.wait();
    let left: i64 = connection
        .query_row("SELECT physical - sold FROM inventory WHERE night = 1", [], |row| row.get(0))
        .unwrap();
    if left > 0 {
        connection.execute("UPDATE inventory SET sold = sold + 1 WHERE night = 1", []).unwrap();
    }
}

on_every_database!(sixty_four_callers_race_for_the_last_room_and_one_wins,);
