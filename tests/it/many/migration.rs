//! The tables change under load while instances of an older and a newer version serve together, and no
//! client hears of it.
//!
//! `HOTEL_OLD_BINARY` names the binary of an older version; `scripts/older` builds one.

use hotel_rig::postgres::psql;

use super::cluster::{Cluster, skipped};
use super::rolls::{roll, unheard};
use super::say;
use crate::dice::number;
use crate::harness::HOTEL;

const SEED: u64 = 20_261_122;

/// Which version the tables have.
const VERSION: &str = "SELECT max(version) FROM refinery_schema_history";

/// What a version to come might do: it adds to the tables, and says from which version on a program can
/// work with them.
const OF_THE_FUTURE: [&str; 3] = [
    "SET lock_timeout = '2s'; \
     BEGIN; \
     ALTER TABLE booking ADD COLUMN of_the_future text; \
     CREATE TABLE of_the_future (hotel text, booking bigint, PRIMARY KEY (hotel, booking)); \
     COMMIT",
    "CREATE INDEX CONCURRENTLY booking_of_the_future ON booking (hotel, of_the_future)",
    "BEGIN; \
     INSERT INTO meta (name, value) \
       SELECT 'works_from', int8send(max(version)) FROM refinery_schema_history \
       ON CONFLICT (name) DO UPDATE SET value = excluded.value; \
     INSERT INTO refinery_schema_history (version, name, applied_on, checksum) \
       SELECT max(version) + 1, 'of_the_future', now()::text, '0' FROM refinery_schema_history; \
     COMMIT",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_hears_of_tables_that_become_newer_than_the_instances() {
    if skipped() {
        return;
    }
    let seed = number("HOTEL_SEED", SEED);
    say(format_args!("HOTEL_SEED={seed}"));
    let (versions, answers) = unheard(None, seed, |cluster| {
        let before = version(cluster);
        for step in OF_THE_FUTURE {
            psql(&cluster.database, step).expect("a version to come");
        }
        for victim in &cluster.instances {
            roll(cluster, victim);
        }
        (before, version(cluster))
    })
    .await;
    assert_eq!(versions.1, versions.0 + 1);
    assert!(answers > 30, "the load was too thin to show anything");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_hears_of_a_newer_binary_that_comes_and_changes_the_tables() {
    let Ok(old) = std::env::var("HOTEL_OLD_BINARY") else {
        say("skipped: HOTEL_OLD_BINARY names no binary of an older version");
        return;
    };
    if skipped() {
        return;
    }
    let seed = number("HOTEL_SEED", SEED);
    say(format_args!("HOTEL_SEED={seed}"));
    let old: &'static str = old.leak();
    let (versions, answers) = unheard(Some(old), seed, move |cluster| {
        let [first, second, third] = cluster.instances.as_slice() else { panic!("three") };
        let before = version(cluster);
        // One comes, one goes back to what it was, and comes again; then the others.
        for (victim, program) in
            [(first, HOTEL), (second, HOTEL), (first, old), (third, HOTEL), (first, HOTEL)]
        {
            victim.run_from_now_on(program);
            roll(cluster, victim);
        }
        (before, version(cluster))
    })
    .await;
    let (before, after) = versions;
    assert!(before < after, "both versions have the same tables: {before}, {after}");
    assert!(answers > 50, "the load was too thin to show anything");
    say(format_args!("tables {before} -> {after} under load, {answers} answers, 0 failed"));
}

fn version(cluster: &Cluster) -> u32 {
    let text = psql(&cluster.database, VERSION).expect("the version of the tables");
    text.trim().parse().expect("a number")
}
