//! Rule 6: events on their way to a target that takes them, and to one that does not yet.

use std::collections::HashMap;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::json;

use super::hooks::{Delivery, Hooks, SECRET, status};
use super::{Running, head, position, positions, records, resumes};
use crate::harness::{Home, Said};
use crate::world::Desk;

/// Returns the command that forwards, with a cursor.
pub(super) fn forward(home: &Home, hooks: &Hooks, more: &[&str]) -> Command {
    let mut command = home.command();
    command
        .args(["tail", "--cursor", "pms", "--after", "0", "-o", "jsonl"])
        .args(["--forward-to", &hooks.url])
        .args(more)
        .env("HOTEL_WEBHOOK_SECRET", SECRET);
    command
}

/// Forwards until it ends by itself.
pub(super) fn forwarded(home: &Home, hooks: &Hooks, more: &[&str]) -> Said {
    let output = forward(home, hooks, more).output().expect("the binary runs");
    Said::from_output(&["tail".to_owned()], output)
}

/// Returns the positions of what was taken, in the order in which it was.
pub(super) fn taken(deliveries: &[Delivery]) -> Vec<u64> {
    let taken = deliveries.iter().filter(|delivery| delivery.status < 300);
    taken.map(|delivery| position(&delivery.event)).collect()
}

fn sorted(mut positions: Vec<u64>) -> Vec<u64> {
    positions.sort_unstable();
    positions
}

/// Makes bookings to which several things happen.
fn busy(desk: &Desk, bookings: u32) {
    for number in 0..bookings {
        let code = desk.book(&format!("STD +{}d+1n --rate BAR", 40 + number));
        desk.home.typed(&format!("update {code} --stay +{}d+1n", 80 + number)).expect(0);
        desk.home.typed(&format!("confirm {code}")).expect(0);
        desk.home.typed(&format!("cancel {code} --yes")).expect(0);
    }
}

#[test]
fn rule_6_each_event_is_handed_over_signed_and_once_and_each_booking_in_its_order() {
    let desk = Desk::open();
    busy(&desk, 6);
    let head = head(&desk.home);
    // Slow enough that several are under way.
    let hooks = Hooks::answering(|_, _| {
        std::thread::sleep(Duration::from_millis(15));
        status(204)
    });
    let said = forwarded(&desk.home, &hooks, &["--count", &head.to_string()]);
    said.expect(0);
    let deliveries = hooks.deliveries();
    assert_eq!(sorted(taken(&deliveries)), (1..=head).collect::<Vec<_>>());
    assert_eq!(sorted(positions(&records(&said.stdout))), (1..=head).collect::<Vec<_>>());
    let mut last: HashMap<String, u64> = HashMap::new();
    for delivery in &deliveries {
        assert_eq!(delivery.event["id"], json!(delivery.id), "the id of the event is the name");
        let lane = delivery.event["subject"].to_string() + &delivery.event["hotel"].to_string();
        let before = last.insert(lane, position(&delivery.event)).unwrap_or(0);
        assert!(before < position(&delivery.event), "out of order: {delivery:?}");
    }
    let (of_one, in_all) = hooks.most();
    assert_eq!(of_one, 1, "two about one booking were under way");
    assert!(in_all > 1, "nothing was ever done at the same time");
    // The next run has nothing to do again.
    desk.book("STD +99d+1n --rate BAR");
    forwarded(&desk.home, &hooks, &["--count", "1"]).expect(0);
    assert_eq!(taken(&hooks.deliveries()).last(), Some(&(head + 1)));
    assert_eq!(hooks.deliveries().len(), deliveries.len() + 1);
}

#[test]
fn rule_6_what_is_not_taken_is_sent_again_the_same_and_holds_up_its_own_booking_alone() {
    let desk = Desk::open();
    let first = head(&desk.home);
    busy(&desk, 3);
    let head = head(&desk.home);
    // The first event of each booking is refused twice: by a failure, and by a redirect.
    let hooks = Hooks::answering(|event, before| match (event["type"].as_str(), before) {
        (Some("booking.requested"), 0) => status(500),
        (Some("booking.requested"), 1) => {
            "HTTP/1.1 302 X\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n"
                .to_owned()
        }
        (_, _) => status(200),
    });
    let said = forwarded(&desk.home, &hooks, &["--count", &head.to_string()]);
    said.expect(0);
    let deliveries = hooks.deliveries();
    assert_eq!(sorted(taken(&deliveries)), (1..=head).collect::<Vec<_>>());
    let mut bodies: HashMap<&str, &str> = HashMap::new();
    for delivery in &deliveries {
        let body = bodies.entry(&delivery.id).or_insert(&delivery.body);
        assert_eq!(*body, delivery.body, "the body changed from one attempt to the next");
    }
    assert_eq!(deliveries.len() as u64, head + 6, "three events were sent three times");
    for booking in 0..3 {
        let of_it: Vec<u64> = (0..4).map(|step| first + 1 + booking * 4 + step).collect();
        let order: Vec<u64> =
            taken(&deliveries).into_iter().filter(|at| of_it.contains(at)).collect();
        assert_eq!(order, of_it);
    }
    // The others did not wait for them: all that is older was taken before the second attempt.
    let second = deliveries.iter().position(|delivery| delivery.status == 302).expect("one");
    assert!(taken(&deliveries[..second]).len() as u64 >= first, "they waited");
    let left = desk.home.json("events dead");
    assert_eq!(left, json!([]));
}

#[test]
fn rule_2_forwarders_that_are_killed_lose_nothing_whatever_the_target_does() {
    let desk = Desk::open();
    busy(&desk, 4);
    let head = head(&desk.home);
    // Every third delivery that comes for the first time is refused.
    let hooks = Hooks::answering(|event, before| {
        std::thread::sleep(Duration::from_millis(3));
        let is_refused = before == 0 && event["position"].as_u64().is_some_and(|at| at % 3 == 0);
        status(if is_refused { 503 } else { 200 })
    });
    for kill in 1..=usize::try_from(resumes(8)).expect("a number") {
        let tail = Running::start(&mut forward(&desk.home, &hooks, &[]));
        let many = hooks.deliveries().len() + 2 + kill % 7;
        let is_enough =
            |heard: &[Delivery]| heard.len() >= many || sorted(taken(heard)).last() == Some(&head);
        hooks.until("some more", is_enough);
        tail.signal("-KILL");
        tail.end();
    }
    let tail = Running::start(&mut forward(&desk.home, &hooks, &[]));
    let all = hooks.until("all of it", |heard| {
        let mut taken = sorted(taken(heard));
        taken.dedup();
        taken.len() as u64 == head
    });
    tail.signal("-INT");
    assert_eq!(tail.end().0, Some(130));
    // Each booking's events were taken in their order, whatever was sent again in between.
    let mut firsts: HashMap<String, Vec<u64>> = HashMap::new();
    for delivery in all.iter().filter(|delivery| delivery.status < 300) {
        let order = firsts.entry(delivery.event["subject"].to_string()).or_default();
        let at = position(&delivery.event);
        if !order.contains(&at) {
            order.push(at);
        }
    }
    for (booking, order) in firsts.iter().filter(|(booking, _)| *booking != "null") {
        assert!(order.is_sorted(), "{booking}: {order:?}");
    }
    assert!(all.len() as u64 > head, "nothing was ever sent again: the kills came too late");
}

#[test]
fn rule_6_a_target_that_answers_410_is_not_asked_again_until_somebody_says_so() {
    let desk = Desk::open();
    let is_gone = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let gone = is_gone.clone();
    let hooks = Hooks::answering(move |_, _| {
        status(if gone.load(std::sync::atomic::Ordering::SeqCst) { 410 } else { 200 })
    });
    let line = ["--count", "3"];
    for _ in 0..2 {
        forwarded(&desk.home, &hooks, &line).expect_problem(7, "target.shut");
    }
    assert!(hooks.deliveries().iter().all(|delivery| delivery.status == 410));
    let asked = hooks.deliveries().len();
    forwarded(&desk.home, &hooks, &line).expect_problem(7, "target.shut");
    assert_eq!(hooks.deliveries().len(), asked, "it was asked again");
    is_gone.store(false, std::sync::atomic::Ordering::SeqCst);
    let reopened = format!("events retry --all --forward-to {}", hooks.url);
    desk.home.typed(&reopened).expect(0);
    // Nothing was passed by the cursor.
    forwarded(&desk.home, &hooks, &["--count", "3"]).expect(0);
    assert_eq!(sorted(taken(&hooks.deliveries())), [1, 2, 3]);
}

#[test]
fn rule_6_one_process_at_a_time_forwards_to_a_target_whatever_their_cursors() {
    let desk = Desk::open();
    let hooks = Hooks::start();
    let tail = Running::start(&mut forward(&desk.home, &hooks, &[]));
    hooks.until("the first", |heard| !heard.is_empty());
    let second = |url: &str| {
        let line = format!("tail --cursor other --after 0 --count 1 --json --forward-to {url}");
        let words = crate::harness::words(&line);
        let output = desk.home.command().args(&words).env("HOTEL_WEBHOOK_SECRET", SECRET).output();
        Said::from_output(&words, output.expect("the binary runs"))
    };
    let error = second(&hooks.url).expect_problem(11, "local.busy");
    assert_eq!(error["error"]["field"], "--forward-to", "{error}");
    // Another target is another matter, and a target that nobody uses any more too.
    second(&Hooks::start().url).expect(0);
    tail.signal("-INT");
    tail.end();
    second(&hooks.url).expect(0);
}

/// Checks deliveries as a receiver does that takes the package of Standard Webhooks.
const RECEIVER: &str = "\
import json, sys
from standardwebhooks.webhooks import Webhook, WebhookVerificationError
secret, deliveries = json.load(sys.stdin)
webhook = Webhook(secret)
verified = 0
for body, headers in deliveries:
    webhook.verify(body, headers)
    try:
        webhook.verify(body + ' ', headers)
    except WebhookVerificationError:
        verified += 1
print(verified)
";

#[test]
fn rule_6_somebody_elses_receiver_finds_the_signatures_right_and_those_of_other_bodies_wrong() {
    // `scripts/test` names one that has the package.
    let Ok(python) = std::env::var("HOTEL_TEST_PYTHON") else {
        println!("skipped: HOTEL_TEST_PYTHON names no Python with `standardwebhooks`");
        return;
    };
    let desk = Desk::open();
    desk.book("STD +9d+2n --rate BAR");
    let hooks = Hooks::start();
    let head = head(&desk.home);
    forwarded(&desk.home, &hooks, &["--count", &head.to_string()]).expect(0);
    let deliveries = hooks.deliveries();
    let told: Vec<_> = deliveries.iter().map(|one| json!([one.body, one.headers])).collect();
    let mut receiver = Command::new(python)
        .args(["-c", RECEIVER])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python runs");
    let told = json!([SECRET, told]).to_string();
    receiver.stdin.take().expect("a pipe").write_all(told.as_bytes()).expect("deliveries");
    let output = receiver.wait_with_output().expect("an end");
    assert!(output.status.success(), "{output:?}");
    let verified = String::from_utf8_lossy(&output.stdout).trim().parse().ok();
    assert_eq!(verified, Some(deliveries.len()));
}
