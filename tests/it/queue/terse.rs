//! Terse lines through the binary: in a shell without a terminal, and in batches.

use std::io::Write as _;
use std::process::Stdio;

use serde_json::Value;

use super::Link;
use crate::harness::Said;

/// Types lines into a shell without a terminal.
fn shell(link: &Link, lines: &str) -> Said {
    let args = ["shell", "--server", &link.proxy.url()].map(str::to_owned);
    let mut command = link.home().command();
    let child = command.args(&args).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = child.stderr(Stdio::piped()).spawn().expect("the binary runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(lines.as_bytes()).expect("lines");
    drop(stdin);
    Said::from_output(&args, child.wait_with_output().expect("the end"))
}

fn bookings(link: &Link, state: &str) -> Vec<Value> {
    link.json(&format!("list --state {state}")).as_array().expect("rows").clone()
}

#[test]
fn a_booking_from_search_to_end() {
    let link = Link::new();
    let said = shell(
        &link,
        "ber-adler fri+2 --rate-plan BAR --room-type STD\n1*2\n\
         nKelly/Joe; p0301234567; r quiet room\ner\nh\n+1\ny\n",
    );
    said.expect(0);
    for words in [
        "$ hotel search BER-ADLER fri+2n --rate-plan BAR --room-type STD",
        "$ hotel book 1 --rooms 2 --hold 10m",
        "--guest 'Kelly, Joe' --phone 0301234567 --requests 'quiet room'",
        "nothing was changed: this was a dry run",
        "--nights 3 --max-price 'EUR ",
    ] {
        assert!(said.stderr.contains(words), "{words}: {said:#?}");
    }
    let rows = bookings(&link, "requested");
    assert_eq!((rows.len(), &rows[0]["guest_name"]), (1, &"Kelly, Joe".into()));
    let code = rows[0]["code"].as_str().expect("a code");
    let shown = link.json(&format!("show {code}"));
    assert_eq!(shown["guest_details"]["phone"], "0301234567");
    assert_eq!((&shown["requests"], &shown["version"]), (&"quiet room".into(), &3.into()));
    assert_eq!(shown["rooms"].as_array().map(Vec::len), Some(2));
    assert!(said.stdout.contains("booking.held"), "{said:#?}");
}

#[test]
fn what_is_ignored_or_left_is_given_back_at_once() {
    let link = Link::new();
    for end in ["i\n", "", "zz\n"] {
        let said = shell(&link, &format!("ber-adler fri+2\n1\n2\n{end}"));
        assert!(said.stderr.contains("$ hotel book 2 --hold 10m"), "{said:#?}");
        said.expect(if end == "zz\n" { 10 } else { 0 });
        assert_eq!(bookings(&link, "held").len(), 0, "after {end:?}");
    }
    assert_eq!(bookings(&link, "released").len(), 6);
}

#[test]
fn a_chain_stops_where_it_fails_and_the_next_line_goes_on() {
    let link = Link::new();
    // The cheapest rate wants its money at once.
    let said = shell(
        &link,
        "ber-adler fri+2 --rate-plan ADV\n1;nKelly/Joe;e;h\nber-adler fri+2x\ng;e\nlist -o ids\n",
    );
    said.expect(10);
    assert!(said.stderr.contains("[guarantee.required]"), "{said:#?}");
    assert!(said.stderr.contains("can't stand at place 11"), "{said:#?}");
    assert!(!said.stderr.contains("hotel history"), "{said:#?}");
    let rows = bookings(&link, "requested");
    assert_eq!(rows.len(), 1);
    let code = rows[0]["code"].as_str().expect("a code");
    assert!(said.stdout.ends_with(&format!("{code}\n")), "{said:#?}");
}

#[test]
fn the_queue_is_worked_off_and_a_shell_goes_on_without_a_link() {
    let link = Link::new();
    let first = link.desk.book("STD +30d+2n --rate BAR");
    let second = link.desk.book("STD +31d+2n --rate BAR");
    let said = shell(&link, "q\nq req\nqn\nqn\n");
    said.expect(0);
    let places = [first.as_str(), second.as_str()].map(|code| said.stdout.find(code));
    assert!(places.iter().all(Option::is_some) && places[0] < places[1], "{said:#?}");
    assert!(said.stderr.contains("2 of 2  requested"), "{said:#?}");
    link.json("search BER-ADLER fri+2n --rate-plan BAR");
    link.cut();
    let said = shell(&link, "1;nKelly/Joe;e\n");
    said.expect(0);
    let open = link.json("queue ls");
    let open = open.as_array().expect("operations");
    assert_eq!(open.len(), 1, "the sale waits, and no hold: {said:#?}");
    link.mend();
    link.typed("queue run").expect(0);
    assert_eq!(bookings(&link, "requested").len(), 3);
}

#[test]
fn a_batch_of_entries_is_done_once_however_often_it_is_run() {
    let link = Link::new();
    let file = link.home().path().join("entries.csv");
    let text = "command,id\nber-adler fri+2 --rate-plan BAR --room-type STD,a\n1,b\n\
                nKelly/Joe;p0301234567,c\ne,d\n\"1;nLi/Wei;e\",e\nhotel list,f\n";
    std::fs::write(&file, text).expect("a file");
    let states = |expect_code: i32| -> Vec<(String, String)> {
        let said = link.typed(&format!("batch {} -o jsonl", file.display()));
        said.expect(expect_code);
        let read = |line: &str| -> Value { serde_json::from_str(line).expect("JSON") };
        let word = |record: &Value, name: &str| record[name].as_str().unwrap_or("").to_owned();
        let records = said.stdout.lines().map(read);
        records.map(|record| (word(&record, "id"), word(&record, "state"))).collect()
    };
    let pairs = |sold: &str| {
        [
            ("a", "done"),
            ("b", "noted"),
            ("c", "noted"),
            ("c", "noted"),
            ("d", sold),
            ("e", "noted"),
            ("e", "noted"),
            ("e", sold),
            ("f", "done"),
        ]
        .map(|(id, state)| (id.to_owned(), state.to_owned()))
    };
    assert_eq!(states(0), pairs("done"));
    assert_eq!(states(0), pairs("done_before"));
    assert_eq!(link.count("booking.requested"), 2);
    assert_eq!(link.count("booking.held"), 0);
    // An entry that is refused is a record of its own, and ends the batch as any failure does.
    std::fs::write(&file, "command\nber-adler fri+2x\nlist\n").expect("a file");
    assert_eq!(states(10), [(String::new(), "failed".to_owned())]);
}
