//! Crashes, lost answers and two who send: what was sent and not answered is asked about with its own key
//! (ux.md 2.3, rules 1, 2, 4 and 12).

use std::time::Duration;

use hotel_rig::proxy::Fault;

use super::Link;
use crate::harness::{Said, words};

const GUEST: &str = "--guest \"OKAFOR, ADA\" --guarantee agency";

/// Runs a line that is to crash at a place.
fn crashes(link: &Link, place: &str, input: &str) -> Said {
    let input = format!("{input} --server {}", link.proxy.url());
    let words = words(&input);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    link.home().run_in(&words, &[("HOTEL_CRASH_AT", place)])
}

#[test]
fn rule_1_a_crash_at_any_point_of_a_command_loses_and_doubles_nothing() {
    let link = Link::new();
    let book = format!("book BER-ADLER STD +30d+1n --rate BAR --max-price 900EUR {GUEST}");
    let mut made = 0;
    for place in ["enter", "entered", "answered", "settled"] {
        let said = crashes(&link, place, &book);
        assert_eq!(said.code, None, "it was to crash at {place}: {said:?}");
        // Before it is written down there is nothing; from then on it is done, once.
        made += usize::from(place != "enter");
        link.typed("queue run").expect(0);
        assert_eq!(link.count("booking.requested"), made, "after a crash at {place}");
        assert_eq!(link.json("queue ls"), serde_json::json!([]));
    }
}

#[test]
fn rule_12_a_crash_at_any_point_of_a_replay_loses_and_doubles_nothing() {
    let link = Link::new();
    let mut made = 0;
    for place in ["taken", "replied", "replayed"] {
        link.cut();
        for _ in 0..2 {
            link.waits(&format!(
                "book BER-ADLER STD +30d+1n --rate BAR --max-price 900EUR {GUEST}"
            ));
        }
        link.mend();
        let said = crashes(&link, &format!("{place}:2"), "queue run");
        assert_eq!(said.code, None, "it was to crash at {place}: {said:?}");
        // The dead one's right to send is lost after a while; a person need not wait for it.
        made += 2;
        drained(&link);
        assert_eq!(link.count("booking.requested"), made, "after a crash at {place}");
    }
    link.elsewhere("inventory close BER-ADLER DLX +30d+2n").expect(0);
    link.cut();
    let op = link.waits(&format!(
        "book BER-ADLER DLX +30d+2n --max-price 900EUR --or-room-type STD {GUEST}"
    ));
    link.mend();
    assert_eq!(crashes(&link, "superseded", "queue run").code, None);
    drained(&link);
    assert_eq!(link.state(&op["op"]), "superseded");
    assert_eq!(link.count("booking.requested"), made + 1);
}

/// Sends what waits, once the right to do so is lost by who crashed.
fn drained(link: &Link) {
    let began = std::time::Instant::now();
    loop {
        let run = link.typed("queue run --json");
        if run.code == Some(0) {
            return;
        }
        assert_eq!(run.code, Some(11), "{run:?}");
        assert!(began.elapsed() < Duration::from_mins(1), "in vain");
        std::thread::yield_now();
    }
}

#[test]
fn rule_4_an_answer_that_was_lost_is_asked_for_with_the_same_key() {
    let link = Link::new();
    let book = format!("book BER-ADLER STD +30d+1n --rate BAR --max-price 900EUR {GUEST}");
    let mut made = 0;
    for fault in [
        Fault::LoseAnswer,
        Fault::CutRequest(200),
        Fault::CutAnswer(60),
        Fault::Refuse,
        Fault::Hang,
    ] {
        let planned = fault.clone();
        link.proxy.plan(move |_| planned.clone());
        let said = link.typed(&format!("{book} --timeout 1s -o json --error-format human"));
        said.expect(8);
        let op: serde_json::Value = serde_json::from_str(&said.stdout).expect("JSON");
        assert_eq!(op["state"], "in_doubt", "{fault:?}");
        // What may have been done is not given up before that is known.
        link.typed(&format!("queue drop {}", op["op"])).expect(6);
        link.proxy.plan(|_| Fault::Pass);
        link.typed("queue run").expect(0);
        made += 1;
        assert_eq!(link.count("booking.requested"), made, "{fault:?}");
        assert_eq!(link.state(&op["op"]), "applied", "{fault:?}");
    }
    link.proxy.plan(|_| Fault::Twice);
    link.typed(&book).expect(0);
    assert_eq!(link.count("booking.requested"), made + 1);
}

#[test]
fn a_client_that_forgot_its_key_books_twice() {
    // The control of the tests above: the key is what keeps a booking from being made again.
    let link = Link::new();
    let times = std::sync::atomic::AtomicU32::new(0);
    link.proxy.change(move |asked| {
        let time = times.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        asked.with("idempotency-key", &format!("another-{time}"))
    });
    link.proxy.plan(|_| Fault::LoseAnswer);
    let book = format!("book BER-ADLER STD +30d+1n --rate BAR --max-price 900EUR {GUEST}");
    link.typed(&book).expect(8);
    link.proxy.plan(|_| Fault::Pass);
    link.typed("queue run").expect(0);
    assert_eq!(link.count("booking.requested"), 2);
}

#[test]
fn rule_12_two_who_send_at_once_send_each_once() {
    let link = Link::new();
    link.cut();
    let count = 12;
    for _ in 0..count {
        link.waits(&format!("book BER-ADLER STD +30d+1n --rate BAR --max-price 900EUR {GUEST}"));
    }
    link.mend();
    let input = format!("queue run --server {}", link.proxy.url());
    let senders: Vec<_> = (0..4)
        .map(|_| {
            let mut command = link.home().command();
            command.args(input.split(' ')).stdout(std::process::Stdio::null());
            command.spawn().expect("the binary runs")
        })
        .collect();
    for mut sender in senders {
        let code = sender.wait().expect("an end").code();
        assert!(matches!(code, Some(0 | 11)), "{code:?}");
    }
    drained(&link);
    assert_eq!(link.count("booking.requested"), count);
    let posts = link.proxy.asked().iter().filter(|asked| asked.method() == "POST").count();
    assert!(posts >= count);
}

#[test]
fn rule_16_a_clock_that_is_wrong_by_a_day_changes_no_order() {
    // Only the number counts; the moment is told, and decides nothing.
    let link = Link::new();
    link.cut();
    let first =
        link.waits(&format!("book BER-ADLER STD +30d+1n --rate BAR --max-price 900EUR {GUEST}"));
    let code = first["provisional"].as_str().expect("a code").to_owned();
    let then = link.waits(&format!("cancel {code} --yes"));
    let kept = super::journal(link.home().path());
    let day = 86_400_000_000_i64;
    kept.execute(
        "UPDATE operation SET entered_at = entered_at + ?1 WHERE seq = ?2",
        [day, first["op"].as_i64().expect("a number")],
    )
    .expect("a clock set wrong");
    kept.execute("UPDATE pause SET until = until + ?1", [day]).expect("a clock set wrong");
    drop(kept);
    link.mend();
    link.json("whoami");
    assert_eq!(
        (link.state(&first["op"]), link.state(&then["op"])),
        ("applied".into(), "applied".into())
    );
    assert_eq!(link.json(&format!("show {code}"))["state"], "cancelled");
}

#[expect(clippy::disallowed_methods, reason = "a house that lives at another time than everybody")]
fn in_36_hours() -> String {
    let moment = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(36);
    moment.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

#[test]
fn rule_16_clocks_that_differ_are_told_once_and_nothing_is_decided_by_them() {
    let link = Link::new();
    link.cut();
    let first =
        link.waits(&format!("book BER-ADLER STD +30d+1n --rate BAR --max-price 900EUR {GUEST}"));
    let code = first["provisional"].as_str().expect("a code").to_owned();
    let then = link.waits(&format!("cancel {code} --yes"));
    assert_eq!(link.json("status")["clock_ahead_s"], serde_json::Value::Null);
    // From now on the house lives a day and a half ahead.
    let date = in_36_hours();
    link.proxy.plan(move |_| Fault::Dated(date.clone()));
    let run = link.typed("queue run");
    run.expect(0);
    assert_eq!(run.stderr.matches("h behind the server's").count(), 1, "{run:?}");
    for op in [&first, &then] {
        assert_eq!(link.state(&op["op"]), "applied");
    }
    assert_eq!((link.count("booking.requested"), link.count("booking.cancelled")), (1, 1));
    // A failure stays one line of JSON.
    link.typed("show 7F3K2QXD --json").expect_problem(3, "booking.not_found");
    let told = link.json("status")["clock_ahead_s"].as_i64().expect("seconds");
    assert!((-36 * 3_600..-35 * 3_600).contains(&told), "{told}");
    assert!(link.typed("status").stdout.contains("behind the server's"));
    let checks = link.json("doctor");
    let clock = |checks: &serde_json::Value| {
        let checks = checks.as_array().expect("checks");
        let found = checks.iter().find(|check| check["name"] == "clock");
        found.expect("a check of the clock")["verdict"].clone()
    };
    assert_eq!(clock(&checks), "warn");
    // Once they agree again nothing is said any more.
    link.proxy.plan(|_| Fault::Pass);
    let agreed = link.typed("whoami");
    assert!(!agreed.stderr.contains("clock"), "{agreed:?}");
    assert_eq!(link.json("status")["clock_ahead_s"], serde_json::Value::Null);
    assert_eq!(clock(&link.json("doctor")), "ok");
}
