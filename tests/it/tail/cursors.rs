//! Rule 2: named cursors.

use rusqlite::Connection;

use super::{Running, grow, head, position, positions, records, resumes};
use crate::harness::{Home, Server};
use crate::world::Desk;

/// Holds the data file so that nobody else can write to it.
fn hold(home: &Home) -> Connection {
    let file = home.path().join("data/profiles/local/journal.db");
    let connection = Connection::open(file).expect("the file");
    connection.execute_batch("BEGIN IMMEDIATE").expect("the right to write");
    connection
}

/// Returns where a cursor stands.
fn place(home: &Home, name: &str) -> u64 {
    let listed = home.json("events cursors list");
    let found = listed.as_array().expect("a list").iter().find(|cursor| cursor["name"] == name);
    let place = found.expect("the cursor")["place"].as_str().expect("a place");
    place.rsplit_once('-').expect("a place").1.parse().expect("a position")
}

#[test]
fn rule_2_each_run_goes_on_after_the_last_line_of_the_one_before() {
    let desk = Desk::open();
    let home = &desk.home;
    let head = head(home);
    let mut told = Vec::new();
    while told.len() < 40 {
        let said = home.typed("tail --cursor pms --after 0 --count 5 -o jsonl");
        said.expect(0);
        told.extend(positions(&records(&said.stdout)));
        assert_eq!(place(home, "pms"), *told.last().expect("events"));
    }
    assert_eq!(told, (1..=40).collect::<Vec<_>>());
    assert!(head >= 40, "{head}");
    // One file a profile, in the data folder, and nothing of it in the cache.
    assert!(home.path().join("data/profiles/local/journal.db").exists());
    assert!(!home.path().join("cache/profiles/local/journal.db").exists());
    home.typed("events cursors reset pms --to 3").expect(0);
    let again = home.typed("tail --cursor pms --count 1 -o jsonl");
    assert_eq!(positions(&records(&again.stdout)), [4]);
    home.typed("events cursors remove pms").expect(0);
    home.typed("events cursors remove pms --json").expect_problem(3, "cursor.unknown");
}

#[test]
fn rule_2_tails_that_are_killed_miss_nothing_and_repeat_only_what_was_not_kept() {
    let desk = Desk::open();
    let home = &desk.home;
    let (mut told, mut repeated) = (Vec::new(), 0);
    for round in 0..resumes(12) {
        let made = head(home);
        grow(home, 3);
        let mut command = home.command();
        let args = ["tail", "--cursor", "pms", "--after", "0", "-o", "jsonl"];
        let mut tail = Running::start(command.args(args));
        // Killed after so many lines, or when all is told.
        let lines = if round == 0 { made } else { 1 + round % 5 };
        let mut seen: Vec<u64> = (0..lines.min(3)).map(|_| position(&tail.next())).collect();
        tail.signal("-KILL");
        seen.extend(tail.end().1.iter().map(position));
        let last = told.last().copied().unwrap_or(0);
        assert!(seen.windows(2).all(|pair| pair[1] == pair[0] + 1), "{seen:?}");
        assert!(seen[0] <= last + 1, "missed between {last} and {}", seen[0]);
        assert!(seen[0] > 0 && seen[0] <= place(home, "pms").max(last) + 1, "{seen:?}");
        repeated += seen.iter().filter(|position| **position <= last).count();
        told.extend(seen.into_iter().filter(|position| *position > last));
    }
    assert_eq!(told, (1..=told.len() as u64).collect::<Vec<_>>());
    let rest = head(home) - told.len() as u64;
    let all = home.typed(&format!("tail --cursor pms --count {} -o jsonl", rest.max(1)));
    all.expect(0);
    // What is repeated was written and not kept yet: a tenth of a second of a busy feed, at most.
    assert!(repeated < told.len(), "{repeated} of {} were told twice", told.len());
}

#[test]
fn rule_2_a_tail_killed_between_the_line_and_its_cursor_tells_the_line_again_and_misses_none() {
    let desk = Desk::open();
    let home = &desk.home;
    home.typed("tail --cursor pms --after 0 --count 3 -o jsonl").expect(0);
    let mut command = home.command();
    let mut tail = Running::start(command.args(["tail", "--cursor", "pms", "-o", "jsonl"]));
    let head = head(home);
    let seen: Vec<u64> = (3..head).map(|_| position(&tail.next())).collect();
    assert_eq!(seen, (4..=head).collect::<Vec<_>>());
    while place(home, "pms") < head {}
    // From here on a line is written, and its cursor can't be kept.
    let writing = hold(home);
    grow(home, 1);
    assert_eq!(position(&tail.next()), head + 1);
    tail.signal("-KILL");
    assert_eq!(tail.end().0, None);
    drop(writing);
    assert_eq!(place(home, "pms"), head, "the cursor passed what was not kept");
    let again = home.typed("tail --cursor pms --count 1 -o jsonl");
    again.expect(0);
    assert_eq!(positions(&records(&again.stdout)), [head + 1]);
}

#[test]
fn rule_2_what_a_filter_leaves_out_is_passed_as_well() {
    let desk = Desk::open();
    let home = &desk.home;
    let head = head(home);
    let code = desk.book("STD +9d+2n --rate BAR");
    home.typed(&format!("cancel {code} --yes")).expect(0);
    let line =
        "tail --cursor books --type booking.* --after 0 --exit-on booking.cancelled -o jsonl";
    let said = home.typed(line);
    said.expect(0);
    let told = positions(&records(&said.stdout));
    assert!(told[0] > head && place(home, "books") == *told.last().expect("events"), "{told:?}");
    // Nothing that fits is to come; the cursor moves all the same.
    grow(home, 2);
    let mut command = home.command();
    let args = ["tail", "--cursor", "books", "--type", "booking.*", "-o", "jsonl"];
    let tail = Running::start(command.args(args));
    // Each look is a process that runs: there is time in between.
    while place(home, "books") < super::head(home) {}
    drop(tail);
}

#[test]
fn rule_5_ctrl_c_ends_with_130_and_the_cursor_kept() {
    let desk = Desk::open();
    let mut command = desk.home.command();
    let args = ["tail", "--cursor", "pms", "--after", "0", "-o", "jsonl"];
    let mut tail = Running::start(command.args(args));
    let head = head(&desk.home);
    let mut told: Vec<u64> = (0..head).map(|_| position(&tail.next())).collect();
    tail.signal("-INT");
    let (code, rest) = tail.end();
    told.extend(positions(&rest));
    assert_eq!(code, Some(130));
    assert_eq!(place(&desk.home, "pms"), *told.last().expect("events"));
}

#[test]
fn a_cursor_in_use_is_refused_and_one_of_another_server_too() {
    let Desk { home, server } = Desk::open();
    let mut command = home.command();
    let args = ["tail", "--cursor", "pms", "--after", "0", "-o", "jsonl"];
    let mut tail = Running::start(command.args(args));
    tail.next();
    for line in
        ["tail --cursor pms", "events cursors reset pms --to 1", "events cursors remove pms"]
    {
        let refused = home.typed(&format!("{line} --json"));
        let error = refused.expect_problem(11, "local.busy");
        assert!(error["error"]["message"].to_string().contains("`pms` is in use"), "{error}");
    }
    // Another name is another matter.
    home.typed("tail --cursor ops --after 0 --count 1").expect(0);
    drop(tail);
    home.typed("events cursors reset pms --to 1").expect(0);
    home.typed("tail --cursor pms --count 1").expect(0);
    drop(server);
    let other = Server::start(&home);
    let refused = home.typed(&format!("tail --cursor pms --json --server {}", other.url));
    refused.expect_problem(2, "usage.arguments");
}
