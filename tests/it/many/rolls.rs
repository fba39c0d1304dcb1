//! Instances are stopped and started anew, one after another, under load, and no client hears of it,
//! though the balancer sends nothing twice.
//!
//! `HOTEL_ROLLS` sets how often (9 without it), `HOTEL_SEED` repeats a run.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::spawn_blocking;

use super::cluster::{Cluster, Instance, Manner, skipped, wait_for};
use super::ledger::{feed, reconcile};
use super::partner::Partner;
use super::{load, say, tail};
use crate::dice::{Dice, number};

/// Clients who book.
const CLIENTS: u64 = 8;

/// How long an instance serves on after it was asked to stop; the balancer looks ten times a second.
const DRAIN_WAIT: Duration = Duration::from_secs(1);

/// The same as it is told.
const OPTIONS: &[&str] = &["--drain-wait", "1s"];

/// How long it may take from then on.
const STOP_MAX: Duration = Duration::from_secs(5);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_hears_of_a_rolling_restart() {
    if skipped() {
        return;
    }
    let (rolls, seed) = (number("HOTEL_ROLLS", 9), number("HOTEL_SEED", 20_261_121));
    say(format_args!("HOTEL_ROLLS={rolls} HOTEL_SEED={seed}"));
    let (slowest, answers) = unheard(None, seed, move |cluster| {
        let victims = cluster.instances.iter().cycle().zip(0..rolls);
        victims.map(|(victim, _)| roll(cluster, victim)).max().unwrap_or_default()
    })
    .await;
    let slowest = slowest.as_secs_f32();
    assert!(answers > 10 * rolls, "the load was too thin to show anything");
    say(format_args!("{rolls} restarts, {answers} answers, 0 failed; slowest stop {slowest:.1} s"));
}

/// Does something to a cluster of some program while clients book and one reads the feed, all through the
/// balancer alone, and looks that none of them has heard of it. Returns what came of it, and how many
/// answers there were.
pub(super) async fn unheard<T: Send + 'static>(
    program: Option<&'static str>,
    seed: u64,
    deed: impl FnOnce(&Cluster) -> T + Send + 'static,
) -> (T, u64) {
    let cluster = spawn_blocking(move || {
        let cluster =
            Cluster::start(Manner { fragile: false, once: true, options: OPTIONS, program });
        load::furnish(&cluster);
        Arc::new(cluster)
    });
    let cluster = cluster.await.expect("a cluster");
    let doors = vec![cluster.balancer.url(), cluster.balancer.url()];
    let partner = Partner::new(doors, &cluster.token);
    let mut dice = Dice(seed);
    let clients: Vec<_> = (0..CLIENTS)
        .map(|_| tokio::spawn(load::client(partner.clone(), dice.roll(u64::MAX))))
        .collect();
    let (end, ended) = watch::channel(None);
    let reader = tail::follow(cluster.balancer.url(), cluster.token.clone(), ended);
    let reader = tokio::spawn(reader);
    let done_to = Arc::clone(&cluster);
    let done = spawn_blocking(move || deed(&done_to)).await.expect("what is done");
    partner.stop();
    for client in clients {
        client.await.expect("a client");
    }
    let told = feed(&partner, partner.balancer()).await;
    end.send_replace(told.last().map(|last| last.position));
    let tail = tokio::time::timeout(Duration::from_mins(1), reader).await;
    let tail = tail.expect("the reader comes to the end").expect("the reader");
    assert_eq!(tail.wrong, Vec::<String>::new());
    assert!(tail.told.starts_with(&told), "the reader saw another feed");
    let pages = partner.ledger.open();
    let failed = (pages.in_doubt, pages.unread, &pages.failures);
    assert_eq!(failed, (0, 0, &[].into()), "{}", cluster.balancer.log());
    assert_eq!(reconcile(&pages, &told), Vec::<String>::new());
    (done, pages.answers.len() as u64)
}

/// Stops an instance in order and starts it anew; returns how long the stop took.
pub(super) fn roll(cluster: &Cluster, victim: &Instance) -> Duration {
    let (status, took) = victim.stop();
    assert_eq!(status.code(), Some(0));
    assert!(took < DRAIN_WAIT + STOP_MAX, "{took:?}");
    victim.start().unwrap_or_else(|error| panic!("{error}"));
    wait_for("the balancer takes it in", || cluster.balancer.is_up(victim.address).then_some(()));
    took
}
