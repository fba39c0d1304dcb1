//! Everything at once: load through a balancer over three instances and one Postgres, all of which are
//! killed, held still and cut off at random, while nights are watched and the feed is followed; at the
//! end every word that was given is compared with what happened.
//!
//! `HOTEL_FAULTS` sets how many faults (100 without it), `HOTEL_SEED` repeats a run.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::sync::watch;
use tokio::task::{JoinHandle, spawn_blocking};

use super::cluster::{Cluster, Manner, skipped};
use super::faults::Nemesis;
use super::ledger::{Pages, Told, feed, reconcile};
use super::load::{self, ALL_NIGHTS, HOTELS};
use super::partner::Partner;
use super::register::{self, Histories};
use super::tail::{self, Tail};
use super::{say, watch as watcher};
use crate::dice::{Dice, number};

/// Clients who book.
const CLIENTS: u64 = 12;

/// Bookings at once that are read and changed by several.
const TABLES: u64 = 3;

/// How long the readers of the feed may take to its end once all is well.
const CAUGHT_UP_MAX: Duration = Duration::from_mins(1);

/// All who work while faults happen.
struct Crew {
    clients: Vec<JoinHandle<()>>,
    tables: Vec<JoinHandle<Histories>>,
    tails: Vec<JoinHandle<Tail>>,
    watcher: JoinHandle<watcher::Seen>,
    naive: JoinHandle<BTreeSet<i64>>,
    stop: watch::Sender<bool>,
    end: watch::Sender<Option<u64>>,
}

impl Crew {
    fn start(cluster: &Cluster, partner: &Partner, dice: &mut Dice) -> Self {
        let ((stop, stopped), (end, ended)) = (watch::channel(false), watch::channel(None));
        let balancer = cluster.balancer.url();
        let doors = cluster.instances.iter().map(super::cluster::Instance::url);
        let doors = [balancer.clone(), balancer].into_iter().chain(doors);
        let mut seed = || dice.roll(u64::MAX);
        Self {
            clients: (0..CLIENTS)
                .map(|_| tokio::spawn(load::client(partner.clone(), seed())))
                .collect(),
            tables: (0..TABLES)
                .map(|_| tokio::spawn(register::live(partner.clone(), seed())))
                .collect(),
            tails: doors
                .map(|door| tokio::spawn(tail::follow(door, cluster.token.clone(), ended.clone())))
                .collect(),
            watcher: tokio::spawn(watcher::watch(cluster.database.clone(), stopped.clone())),
            naive: tokio::spawn(watcher::read_naively(cluster.database.clone(), stopped)),
            stop,
            end,
        }
    }

    /// Has the clients finish what they do, and whatever is in doubt answered.
    async fn settle(&mut self, partner: &Partner) -> Histories {
        partner.stop();
        for client in self.clients.drain(..) {
            client.await.expect("a client");
        }
        let mut histories = Histories::default();
        for table in self.tables.drain(..) {
            histories.add(table.await.expect("those round a booking"));
        }
        for order in &histories.doubts {
            partner.settle(order).await;
        }
        histories
    }
}

/// What is left to be compared.
struct Books {
    feed: Vec<Told>,
    /// The feed of a copy that was made half-way.
    old: Vec<Told>,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn instances_that_share_a_database_keep_their_word_whatever_is_killed() {
    if skipped() {
        return;
    }
    let (faults, seed) = (number("HOTEL_FAULTS", 100), number("HOTEL_SEED", 20_261_121));
    say(format_args!("HOTEL_FAULTS={faults} HOTEL_SEED={seed}"));
    let began = Instant::now();
    let cluster = spawn_blocking(|| {
        let cluster = Cluster::start(Manner { fragile: true, ..Manner::default() });
        load::furnish(&cluster);
        Arc::new(cluster)
    });
    let cluster = cluster.await.expect("a cluster");
    let doors = cluster.instances.iter().map(super::cluster::Instance::url);
    let doors = [cluster.balancer.url()].into_iter().chain(doors).collect();
    let partner = Partner::new(doors, &cluster.token);
    same_everywhere(&partner, &cluster).await;
    let mut dice = Dice(seed);
    let mut crew = Crew::start(&cluster, &partner, &mut dice);
    let mut nemesis = Nemesis::new(&cluster);
    rage(&mut nemesis, &crew, faults / 2, &mut dice).await;
    nemesis.rest().await;
    let books = cluster.database.clone();
    let old = spawn_blocking(move || hotel_rig::postgres::copy_database(&books).expect("a copy"));
    let old = old.await.expect("a copy");
    rage(&mut nemesis, &crew, faults - faults / 2, &mut dice).await;
    say(format_args!("faults: {:?}", nemesis.rest().await));
    let histories = crew.settle(&partner).await;
    let books = Books {
        feed: feed(&partner, partner.balancer()).await,
        old: old_feed(&cluster, &partner, old).await,
    };
    judge(&cluster, &partner, crew, &books).await;
    judge_histories(&histories);
    same_everywhere(&partner, &cluster).await;
    let faults: Vec<String> =
        cluster.instances.iter().flat_map(super::cluster::Instance::faults).collect();
    assert_eq!(faults, Vec::<String>::new(), "in the instances' logs");
    verify(&partner).await;
    say(format_args!("{:.0} s in all", began.elapsed().as_secs_f32()));
}

/// Does faults as long as everybody keeps working; who has ended has found something, and is asked.
async fn rage(nemesis: &mut Nemesis, crew: &Crew, faults: u64, dice: &mut Dice) {
    for done in (0..faults).step_by(10) {
        nemesis.rage((faults - done).min(10), dice).await;
        let mut working = crew.clients.iter().map(JoinHandle::is_finished);
        if working.any(|is_finished| is_finished) || crew.tables.iter().any(JoinHandle::is_finished)
        {
            return;
        }
    }
}

/// Reads the feed of a copy.
async fn old_feed(cluster: &Arc<Cluster>, partner: &Partner, old: String) -> Vec<Told> {
    let serving = Arc::clone(cluster);
    let beside = spawn_blocking(move || serving.instance_over(&old)).await.expect("an instance");
    feed(partner, &beside.url()).await
}

async fn judge(cluster: &Cluster, partner: &Partner, crew: Crew, books: &Books) {
    let pages = std::mem::take(&mut *partner.ledger.open());
    let done = pages.answers.values().filter(|heard| heard.is_done()).count();
    say(format_args!(
        "{} commands sent {} times: {} in doubt, {} repeats; {done} done, {} refused; {:?}",
        pages.answers.len(),
        pages.sent,
        pages.in_doubt,
        pages.repeats,
        pages.answers.len() - done,
        pages.failures,
    ));
    assert!(!pages.failures.keys().any(|failure| failure.starts_with("500")), "an instance failed");
    assert_eq!(reconcile(&pages, &books.feed), Vec::<String>::new());
    forgetful_is_found_out(&pages, &books.old);
    crew.end.send_replace(books.feed.last().map(|last| last.position));
    for tail in crew.tails {
        let tail = tokio::time::timeout(CAUGHT_UP_MAX, tail).await;
        let tail = tail.expect("a reader comes to the end").expect("a reader");
        say(format_args!("a reader: {} events over {} streams", tail.told.len(), tail.streams));
        assert_eq!(tail.wrong, Vec::<String>::new());
        assert!(tail.told.starts_with(&books.feed), "a reader saw another feed");
    }
    crew.stop.send_replace(true);
    let seen = crew.watcher.await.expect("the watcher");
    say(format_args!("{} snapshots, in {} of them bookings counted", seen.snapshots, seen.counts));
    assert_eq!(seen.wrong, Vec::<String>::new());
    let naive = crew.naive.await.expect("the naive reader");
    let there = watcher::below(&cluster.database, *naive.last().expect("a batch")).await;
    say(format_args!("the naive reader missed {} of {there} batches", there - naive.len()));
    assert!(naive.len() < there, "the control: nothing was written at the same time");
}

/// The control: books that forgot half-way what was acknowledged must be found out.
fn forgetful_is_found_out(pages: &Pages, old: &[Told]) {
    let wrong = reconcile(pages, old);
    assert!(wrong.iter().any(|line| line.starts_with("lost:")), "the reconciler is blind");
}

fn judge_histories(histories: &Histories) {
    say(format_args!(
        "{} bookings under several hands, {} operations, {} of them open for ever",
        histories.count, histories.operations, histories.open
    ));
    assert!(histories.wrong.is_empty(), "{}", histories.wrong[0]);
    assert_eq!(histories.overlooked, 0, "the control: an old read was accepted");
}

/// Asserts that every instance tells the same nights as the database has, and that what it finds by its
/// own index is the same. Holds run out at any moment, so that it is looked at again.
async fn same_everywhere(partner: &Partner, cluster: &Cluster) {
    for instance in &cluster.instances {
        for hotel in HOTELS {
            let began = Instant::now();
            while let Err(differs) = is_same(partner, &instance.url(), hotel).await {
                assert!(began.elapsed() < CAUGHT_UP_MAX, "{}: {hotel} {differs}", instance.url());
            }
        }
    }
}

async fn is_same(partner: &Partner, door: &str, hotel: &str) -> Result<(), String> {
    let path = format!("hotels/{hotel}/inventory?room_type=ONE&{ALL_NIGHTS}");
    let expect = partner.read(partner.balancer(), &path).await;
    let read = partner.read(door, &path).await;
    if read != expect {
        return Err(format!("{read} for {expect}"));
    }
    let nights = expect["items"].as_array().expect("items");
    assert_eq!(nights.len(), 28);
    for (night, next) in nights.iter().zip(2..) {
        let date = night["date"].as_str().expect("a date");
        let next = if next == 29 { "2029-03-01".to_owned() } else { format!("2029-02-{next:02}") };
        let query = format!("place={hotel}&room_type=ONE&check_in={date}&check_out={next}");
        let found = partner.read(door, &format!("search?{query}")).await;
        let is_offered = found["items"].as_array().is_some_and(|offers| !offers.is_empty());
        if is_offered != (night["left"].as_i64() > Some(0)) {
            return Err(format!("{found} for {night}"));
        }
    }
    Ok(())
}

/// Has the log folded anew and every row compared with it.
async fn verify(partner: &Partner) {
    let text = partner.text(partner.balancer(), "verify").await;
    let last: Value = serde_json::from_str(text.lines().last().expect("a line")).expect("JSON");
    assert_eq!((&last["what"], &last["differences"]), (&"report".into(), &0.into()), "{last}");
    say(format_args!("verified: {last}"));
}
