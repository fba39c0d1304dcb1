//! What a target has not taken: it is kept, tried again, told, sent by hand, and dies after three days.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU16, Ordering};

use rusqlite::Connection;
use serde_json::{Value, json};

use super::forward::{forward, forwarded, taken};
use super::hooks::{Delivery, Hooks, SECRET, status};
use super::{Running, head, position, records};
use crate::harness::{Home, Said};
use crate::world::Desk;

/// A target that can be told to refuse.
fn moody() -> (Hooks, Arc<AtomicBool>) {
    let refuses = Arc::new(AtomicBool::new(true));
    let refusing = Arc::clone(&refuses);
    let hooks = Hooks::answering(move |_, _| {
        if refusing.load(Ordering::SeqCst) {
            let body = "\u{1b}]0;owned\u{7}\u{9b}2Jthe ledger \u{202e}is closed";
            format!("HTTP/1.1 500 X\r\ncontent-length: {}\r\n\r\n{body}", body.len())
        } else {
            status(204)
        }
    });
    (hooks, refuses)
}

/// Runs a line with the secret in the environment.
fn signed(home: &Home, line: &str) -> Said {
    let words = crate::harness::words(line);
    let output = home.command().args(&words).env("HOTEL_WEBHOOK_SECRET", SECRET).output();
    Said::from_output(&words, output.expect("the binary runs"))
}

/// Forwards two events in vain.
fn refused_twice(desk: &Desk, hooks: &Hooks) -> Vec<Delivery> {
    let code = desk.book("STD +9d+2n --rate BAR");
    desk.home.typed(&format!("confirm {code}")).expect(0);
    let from = (head(&desk.home) - 2).to_string();
    let mut command = desk.home.command();
    command
        .args(["tail", "--cursor", "pms", "--after", &from, "--forward-to", &hooks.url])
        .env("HOTEL_WEBHOOK_SECRET", SECRET);
    let tail = Running::start(&mut command);
    let heard = hooks.until("a second attempt", |heard| heard.len() >= 2);
    tail.signal("-INT");
    assert_eq!(tail.end().0, Some(130));
    heard
}

#[test]
fn what_is_not_taken_is_listed_and_can_be_sent_by_hand() {
    let desk = Desk::open();
    let (hooks, refuses) = moody();
    let heard = refused_twice(&desk, &hooks);
    assert_eq!(heard[0].body, heard[1].body);
    let waiting = desk.home.json("events dead");
    let row = |at: usize, field: &str| waiting[at][field].clone();
    assert_eq!(waiting.as_array().map(Vec::len), Some(2), "{waiting}");
    assert_eq!((row(0, "state"), row(0, "target")), (json!("waiting"), json!(hooks.url)));
    assert!(row(0, "why").to_string().contains("the ledger"), "{waiting}");
    // What a target answers is told, and does nothing to the terminal.
    let shown = desk.home.typed("events dead --color always");
    shown.expect(0);
    assert!(shown.stdout.contains("the ledger"), "{shown:?}");
    for hostile in ["\u{1b}]", "\u{7}", "\u{9b}", "\u{202e}"] {
        assert!(!shown.stdout.contains(hostile), "{shown:?}");
    }
    // The second waits for the first: it was never tried.
    assert_eq!((row(1, "attempts"), row(1, "type")), (json!(0), json!("booking.confirmed")));
    let retry = format!("events retry --all --forward-to {}", hooks.url);
    let still = signed(&desk.home, &retry);
    still.expect(10);
    assert!(!still.stderr.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{still:?}");
    assert_eq!(desk.home.json("events dead").as_array().map(Vec::len), Some(2));
    refuses.store(false, Ordering::SeqCst);
    let one = signed(&desk.home, &format!("events retry {}", row(0, "id")));
    one.expect(0);
    signed(&desk.home, &retry).expect(0);
    assert_eq!(desk.home.json("events dead"), json!([]));
    let last = head(&desk.home);
    assert_eq!(taken(&hooks.deliveries()), [last - 1, last]);
    signed(&desk.home, &format!("events retry {} --json", row(0, "id")))
        .expect_problem(3, "letter.unknown");
}

/// Changes what is kept, as if days had passed.
fn age(home: &Home, sql: &str) {
    let file = home.path().join("data/profiles/local/journal.db");
    let connection = Connection::open(file).expect("the file");
    assert!(connection.execute(sql, []).expect("a change") > 0);
}

const FOUR_DAYS_AGO: &str = "UPDATE letter SET due_at = 0, \
     tried_first_at = tried_first_at - 4 * 24 * 3600 * 1000000 WHERE attempts > 0";

const IN_AN_HOUR: &str = "INSERT INTO letter (target, event, kind, lane, position, body, state, \
     attempts, tried_first_at, due_at, why) SELECT letter.target, 'other', letter.kind, 'OTHER', 1, \
     letter.body, 'waiting', 1, letter.tried_first_at, unixepoch() * 1000000 + 3600000000, 'not yet' \
     FROM letter LIMIT 1";

#[test]
fn rule_6_what_was_tried_for_three_days_is_dead_and_holds_nobody_up() {
    let desk = Desk::open();
    let (hooks, refuses) = moody();
    refused_twice(&desk, &hooks);
    age(&desk.home, FOUR_DAYS_AGO);
    let before = hooks.deliveries().len();
    let tail = Running::start(&mut forward(&desk.home, &hooks, &[]));
    // The one that died lets the one behind it be tried.
    let second = head(&desk.home);
    hooks.until("the one behind it", |heard| {
        heard.iter().skip(before).any(|delivery| position(&delivery.event) == second)
    });
    tail.signal("-INT");
    tail.end();
    let kept = desk.home.json("events dead");
    let states: Vec<&Value> =
        kept.as_array().expect("a list").iter().map(|letter| &letter["state"]).collect();
    assert_eq!(states, ["dead", "waiting"], "{kept}");
    // The dead are not tried by themselves; a person says so, and a running tail does it.
    refuses.store(false, Ordering::SeqCst);
    age(&desk.home, "UPDATE letter SET due_at = 0");
    // Another booking's waits for an hour yet; that holds nobody up either.
    age(&desk.home, IN_AN_HOUR);
    let tail = Running::start(&mut forward(&desk.home, &hooks, &[]));
    hooks.until("the one that waits", |heard| taken(heard) == [second]);
    let left = signed(&desk.home, &format!("events retry {}", kept[0]["id"]));
    left.expect(0);
    assert!(left.stderr.contains("the tail that forwards there"), "{left:?}");
    hooks.until("the one that was dead", |heard| taken(heard) == [second, second - 1]);
    tail.signal("-INT");
    tail.end();
    let left = desk.home.json("events dead");
    assert_eq!((&left[0]["lane"], &left[1]), (&json!("OTHER"), &Value::Null), "{left}");
}

#[test]
fn rule_6_a_target_that_answers_410_to_a_retry_is_shut_again() {
    let desk = Desk::open();
    let answer = Arc::new(AtomicU16::new(500));
    let answering = Arc::clone(&answer);
    let hooks = Hooks::answering(move |_, _| status(answering.load(Ordering::SeqCst)));
    refused_twice(&desk, &hooks);
    answer.store(410, Ordering::SeqCst);
    let asked = hooks.deliveries().len();
    let retry = format!("events retry --all --forward-to {} --json", hooks.url);
    signed(&desk.home, &retry).expect_problem(7, "target.shut");
    assert_eq!(hooks.deliveries().len(), asked + 1, "the others were sent all the same");
    assert_eq!(desk.home.json("events dead").as_array().map(Vec::len), Some(2));
    forwarded(&desk.home, &hooks, &[]).expect_problem(7, "target.shut");
    assert_eq!(hooks.deliveries().len(), asked + 1, "the tail asked it again");
    answer.store(204, Ordering::SeqCst);
    signed(&desk.home, &retry).expect(0);
    assert_eq!(desk.home.json("events dead"), json!([]));
}

#[test]
fn one_event_is_sent_again_by_its_position_or_its_id_and_a_made_up_one_by_its_type() {
    let desk = Desk::open();
    let hooks = Hooks::start();
    let home = &desk.home;
    let event = records(&home.typed("events list --last 1 -o jsonl").stdout).remove(0);
    let id = event["id"].as_str().expect("an id");
    for name in [&position(&event).to_string(), id] {
        let said =
            signed(home, &format!("events resend {name} --forward-to {} -o json", hooks.url));
        said.expect(0);
        assert_eq!(records(&said.stdout), std::slice::from_ref(&event));
    }
    let made_up = format!("events trigger booking.held --forward-to {}", hooks.url);
    signed(home, &made_up).expect(0);
    let deliveries = hooks.deliveries();
    assert_eq!(deliveries[0].event, event);
    assert_eq!((&deliveries[0].id, &deliveries[0].body), (&deliveries[1].id, &deliveries[1].body));
    let made_up = &deliveries[2].event;
    assert_eq!(
        (&made_up["type"], &made_up["source"]),
        (&json!("booking.held"), &json!("/example"))
    );
    assert_eq!(made_up["data"]["opened"]["state"], "held");
    signed(home, &format!("events resend 999999 --forward-to {} --json", hooks.url))
        .expect_problem(3, "event.unknown");
    let nobody = Hooks::answering(|_, _| status(400));
    signed(home, &format!("events resend {id} --forward-to {} --json", nobody.url))
        .expect_problem(9, "target.refused");
}

#[test]
fn the_secret_stands_in_no_argument_and_is_not_told() {
    let desk = Desk::open();
    let hooks = Hooks::start();
    let line = format!("events trigger booking.held --forward-to {} --json", hooks.url);
    desk.home.typed(&line).expect_problem(2, "usage.missing_argument");
    let file = desk.home.path().join("webhook.secret");
    std::fs::write(&file, SECRET).expect("a file");
    let with_file = format!("{line} --secret-file {}", file.display());
    let exposed = desk.home.typed(&with_file);
    let error = exposed.expect_problem(4, "config.secret_exposed");
    assert!(!error.to_string().contains(SECRET), "{error}");
    let owner_only = std::os::unix::fs::PermissionsExt::from_mode(0o600);
    std::fs::set_permissions(&file, owner_only).expect("a mode");
    desk.home.typed(&with_file).expect(0);
    assert_eq!(hooks.deliveries().len(), 1);
    let help = desk.home.typed("tail --help");
    assert!(!help.stdout.contains("--secret "), "{help:?}");
    let clear = "events trigger booking.held --forward-to http://pms.example.com/ --json";
    signed(&desk.home, clear).expect_problem(2, "usage.invalid_value");
    let said = forwarded(&desk.home, &hooks, &["--count", "1", "--debug"]);
    said.expect(0);
    assert!(!said.stderr.contains("whsec_"), "{said:?}");
}
