//! How runs end otherwise: stopped, without a store, without a server; and the demo from end to end.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use crate::harness::{Home, Said};
use crate::world::Desk;

/// Follows the events, waits until it does, sends a signal and returns the exit code.
fn stopped_by(desk: &Desk, signal: &str) -> Option<i32> {
    let mut tail = desk
        .home
        .command()
        .args(["tail", "-n", "1"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary runs");
    let mut first = String::new();
    let mut stdout = BufReader::new(tail.stdout.take().expect("a pipe"));
    stdout.read_line(&mut first).expect("a line");
    assert!(!first.is_empty(), "the tail said nothing");
    let id = tail.id().to_string();
    assert!(Command::new("kill").args([signal, &id]).status().expect("kill").success());
    tail.wait().expect("an end").code()
}

#[test]
fn a_tail_that_is_stopped_says_by_what() {
    let desk = Desk::open();
    assert_eq!(stopped_by(&desk, "-INT"), Some(130));
    assert_eq!(stopped_by(&desk, "-TERM"), Some(143));
}

#[test]
fn a_closed_pipe_ends_a_tail_in_peace() {
    let desk = Desk::open();
    let mut tail = desk
        .home
        .command()
        .args(["events", "list", "--limit", "200", "-o", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    drop(tail.stdout.take());
    let said = Said::from_output(&[], tail.wait_with_output().expect("an end"));
    said.expect(0);
    assert_eq!(said.stderr, "", "{said:?}");
}

#[test]
fn local_files_that_are_broken_are_named_and_left() {
    let home = Home::new();
    let lines = home.path().join("state/lines.json");
    std::fs::create_dir_all(lines.parent().expect("a folder")).expect("the folder");
    std::fs::write(&lines, "not what we wrote").expect("written");
    let mut book = home.command();
    book.args(["book", "1", "--guest", "LI, WEI", "--json"]).env("HOTEL_TOKEN", "htl_nobody");
    let said = Said::from_output(&[], book.output().expect("the binary runs"));
    said.expect(11);
    assert!(said.stderr.contains("lines.json"), "{said:?}");
    let database = home.path().join("notes.db");
    std::fs::write(&database, vec![b'x'; 4096]).expect("written");
    let line = format!("serve --listen 127.0.0.1:0 --database {}", database.display());
    let said = home.typed(&line);
    said.expect(11);
    assert!(said.stderr.contains("left as it is"), "{said:?}");
    assert_eq!(std::fs::read(&database).expect("still there"), vec![b'x'; 4096]);
}

#[test]
fn a_server_others_can_reach_wants_tls_or_a_proxy() {
    let home = Home::new();
    let said = home.typed("serve --listen 0.0.0.0:0 --json");
    said.expect_problem(2, "serve.exposed");
    assert!(said.stderr.contains("--tls-cert"), "{said:?}");
}

#[test]
fn a_doctor_who_finds_something_says_so_with_exit_1() {
    let home = Home::new();
    let said = home.typed("doctor --server http://127.0.0.1:9");
    said.expect(1);
    assert!(said.stdout.contains("server"), "{said:?}");
}

#[test]
fn the_demo_shows_everything_and_all_is_as_it_should_be() {
    let home = Home::new();
    let said = home.typed("demo --script");
    said.expect(0);
    for word in [
        "search",
        "book",
        "show",
        "update",
        "cancel",
        "--hold",
        "expired",
        "confirm",
        "check-in",
        "check-out",
        "revert",
        "tail",
        "REQUESTED, not confirmed",
        "queue resolve",
        "all as they should be",
    ] {
        assert!(
            said.stdout.contains(word) || said.stderr.contains(word),
            "the demo does not show `{word}`"
        );
    }
}
