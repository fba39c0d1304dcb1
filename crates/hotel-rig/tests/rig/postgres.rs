//! PostgreSQL starts, dies, comes back, and goes with its owner.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use hotel_rig::{Postgres, postgres};

use crate::holder;
use crate::wait::until;

/// Returns whether there is nothing to test with, and says so.
#[expect(clippy::print_stderr, reason = "whoever runs the tests is to read it")]
fn skipped() -> bool {
    let skipped = !Postgres::available();
    if skipped {
        eprintln!("skipped: PostgreSQL is not installed");
    }
    skipped
}

fn in_memory() -> Postgres {
    Postgres::builder().in_memory().start().expect("a server")
}

/// Counts the processes that work in a folder.
fn living_in(folder: &Path) -> usize {
    let entries = std::fs::read_dir("/proc").expect("processes").flatten();
    let places = entries.filter_map(|entry| std::fs::read_link(entry.path().join("cwd")).ok());
    places.filter(|place| place.starts_with(folder)).count()
}

#[test]
fn databases_are_fresh_and_durable_by_default() {
    if skipped() {
        return;
    }
    let (one, two) = (Postgres::for_tests(), Postgres::for_tests());
    assert_ne!(one, two);
    postgres::psql(&one, "CREATE TABLE night (id int)").unwrap();
    assert_eq!(postgres::psql(&two, "SELECT to_regclass('night') IS NULL").unwrap(), "t");
    for setting in ["fsync", "synchronous_commit", "full_page_writes"] {
        assert_eq!(postgres::psql(&one, &format!("SHOW {setting}")).unwrap(), "on");
    }
    assert!(postgres::psql(&one, "SELECT nothing").is_err());
}

#[test]
fn a_copy_is_as_its_original_was_though_that_was_in_use() {
    if skipped() {
        return;
    }
    let url = Postgres::for_tests();
    postgres::psql(&url, "CREATE TABLE night (id int); INSERT INTO night VALUES (1)").unwrap();
    let mut user = Command::new("psql");
    user.args(["-X", "-c", "SELECT pg_sleep(60)", "-d", &url]);
    let mut user = user.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    until("somebody uses it", || {
        let sql = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)'";
        postgres::psql(&url, sql).unwrap() == "1"
    });
    let copy = postgres::copy_database(&url).unwrap();
    assert!(!user.wait().unwrap().success());
    postgres::psql(&url, "INSERT INTO night VALUES (2)").unwrap();
    assert_eq!(postgres::psql(&copy, "SELECT count(*) FROM night").unwrap(), "1");
    assert_eq!(postgres::psql(&url, "SELECT count(*) FROM night").unwrap(), "2");
}

#[test]
fn tls_is_spoken_under_a_certificate_that_can_be_verified() {
    if skipped() {
        return;
    }
    let server = Postgres::builder().in_memory().with_tls().start().unwrap();
    let spoken = |url: &str| {
        postgres::psql(url, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()").unwrap()
    };
    let certificate = server.certificate().display().to_string();
    let url = format!("{}?sslmode=verify-full&sslrootcert={certificate}", server.url());
    assert_eq!(spoken(&url), "t");
    server.restart().unwrap();
    assert_eq!(spoken(&url), "t");
}

#[test]
fn what_was_committed_outlives_a_kill() {
    if skipped() {
        return;
    }
    let on_disk = Postgres::start_with(&[("max_connections", "20")]).unwrap();
    assert_eq!(on_disk.psql("SHOW max_connections").unwrap(), "20");
    kill_again_and_again(&on_disk, 1);
    kill_again_and_again(&in_memory(), 5);
}

fn kill_again_and_again(server: &Postgres, rounds: u32) {
    let database = server.database().expect("an answer");
    postgres::psql(&database, "CREATE TABLE night (id int)").expect("an answer");
    for round in 1..=rounds {
        postgres::psql(&database, &format!("INSERT INTO night VALUES ({round})"))
            .expect("an answer");
        server.kill().expect("an answer");
        assert_eq!(living_in(server.folder()), 0);
        assert!(postgres::psql(&database, "SELECT 1").is_err());
        server.restart().expect("an answer");
        let count = postgres::psql(&database, "SELECT count(*) FROM night").expect("an answer");
        assert_eq!(count, round.to_string());
    }
    let log = std::fs::read_to_string(server.folder().join("log")).expect("a log");
    assert!(log.contains("automatic recovery in progress"));
}

#[test]
fn a_paused_server_answers_nobody_until_it_goes_on() {
    if skipped() {
        return;
    }
    let server = in_memory();
    server.pause();
    let is_up = || {
        let port = server.port().to_string();
        let mut ask = Command::new("psql");
        ask.env("PGCONNECT_TIMEOUT", "2").args([
            "-X",
            "-h",
            "127.0.0.1",
            "-U",
            "hotel",
            "-p",
            &port,
        ]);
        ask.args(["-c", "SELECT 1", "postgres"]).stdout(Stdio::null()).stderr(Stdio::null());
        ask.status().unwrap().success()
    };
    assert!(!is_up());
    server.resume();
    assert!(is_up());
    server.pause();
    server.kill().unwrap();
    assert_eq!(living_in(server.folder()), 0);
}

#[test]
fn a_replica_tells_what_its_primary_was_told_and_takes_nothing_itself() {
    if skipped() {
        return;
    }
    let primary = in_memory();
    let url = primary.database().unwrap();
    postgres::psql(&url, "CREATE TABLE night (id int)").unwrap();
    let replica = primary.replica().unwrap();
    let there = replica.url_of(&url);
    let count = || postgres::psql(&there, "SELECT count(*) FROM night").unwrap();
    for (written, restarted) in [("1", false), ("2", true)] {
        postgres::psql(&url, "INSERT INTO night VALUES (1)").unwrap();
        if restarted {
            replica.kill().unwrap();
            replica.restart().unwrap();
        }
        until("it was streamed", || count() == written);
    }
    let refused = postgres::psql(&there, "INSERT INTO night VALUES (3)").unwrap_err();
    assert!(refused.to_string().contains("read-only transaction"), "{refused}");
    let folder = replica.folder().to_path_buf();
    drop(replica);
    assert_eq!((folder.exists(), living_in(&folder)), (false, 0));
}

#[test]
fn a_user_who_is_asked_for_a_password_needs_it_and_nobody_else_does() {
    if skipped() {
        return;
    }
    let server = Postgres::builder().in_memory().asking("clerk").start().unwrap();
    server.psql("CREATE ROLE clerk LOGIN PASSWORD 'sesame'").unwrap();
    let url = |who: &str| server.url().replace("hotel@", &format!("{who}@"));
    let asks = |url: &str| postgres::psql(url, "SELECT 1").is_ok();
    assert!(asks(&url("clerk:sesame")) && asks(&url("hotel")));
    assert!(!asks(&url("clerk:other")));
}

#[test]
fn nothing_is_left_of_a_server_that_is_dropped() {
    if skipped() {
        return;
    }
    for killed in [false, true] {
        let server = in_memory();
        let folder = server.folder().to_path_buf();
        assert!(living_in(&folder) > 1);
        if killed {
            server.kill().unwrap();
        }
        drop(server);
        assert!(!folder.exists());
        assert_eq!(living_in(&folder), 0);
    }
}

#[test]
fn nothing_is_left_of_a_server_whose_owner_is_killed() {
    static HELD: OnceLock<Postgres> = OnceLock::new();
    if skipped() {
        return;
    }
    if holder::is_holder() {
        let server = HELD.get_or_init(in_memory);
        return holder::hold(&server.folder().display().to_string());
    }
    let test = "postgres::nothing_is_left_of_a_server_whose_owner_is_killed";
    let (mut owner, folder) = holder::start(test, |program| Command::new(program));
    let folder = PathBuf::from(folder);
    assert!(living_in(&folder) > 1);
    owner.kill().unwrap();
    owner.wait().unwrap();
    until("the folder is gone", || !folder.exists());
    assert_eq!(living_in(&folder), 0);
}
