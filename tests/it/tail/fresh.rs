//! What is done beside a tail: the cache is kept fresh, and the queue is sent when the feed is back
//! (ux.md 2.3, rule 11).

use std::time::{Duration, Instant};

use hotel_rig::Proxy;
use hotel_rig::proxy::{Asked, Fault, Reply};
use serde_json::Value;

use super::feed::address;
use super::{Running, grow, head};
use crate::harness::words;
use crate::world::Desk;

/// A tail over a proxy, by an agent who sees the house through it.
fn tail(desk: &Desk, proxy: &Proxy, more: &str) -> Running {
    let head = head(&desk.home);
    let line = format!("tail --after {head} -o jsonl --server {} {more}", proxy.url());
    Running::start(desk.home.command().args(words(&line)))
}

/// Waits until something is so; in vain for a minute at most.
fn until(is_so: impl Fn() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < Duration::from_mins(1), "in vain");
        std::thread::yield_now();
    }
}

/// Tells whether a request asks for one booking.
fn is_view(asked: &Asked, code: &str) -> bool {
    asked.method() == "GET" && asked.path() == format!("/v1/bookings/{code}")
}

fn views(proxy: &Proxy, code: &str) -> usize {
    proxy.asked().iter().filter(|asked| is_view(asked, code)).count()
}

/// Returns a booking as the cache has it.
fn kept(desk: &Desk, proxy: &Proxy, code: &str) -> Value {
    desk.home.json(&format!("show {code} --offline only --server {}", proxy.url()))
}

#[test]
fn what_the_cache_has_is_fetched_anew_when_it_changes_and_nothing_else_is() {
    let desk = Desk::open();
    let seen = desk.book("STD +30d+2n --rate BAR");
    let unseen = desk.book("STD +31d+2n --rate BAR");
    let proxy = Proxy::start(address(&desk.server), |_| Fault::Pass).expect("a proxy");
    desk.home.json(&format!("show {seen} --server {}", proxy.url()));
    let mut tail = tail(&desk, &proxy, "");
    let before = kept(&desk, &proxy, &seen);
    desk.home.typed(&format!("update {unseen} --nights 3")).expect(0);
    desk.home.typed(&format!("update {seen} --nights 3")).expect(0);
    for code in [&unseen, &seen] {
        assert_eq!(tail.next()["subject"], **code);
    }
    until(|| kept(&desk, &proxy, &seen)["version"] != before["version"]);
    assert_ne!(kept(&desk, &proxy, &seen)["stay"], before["stay"]);
    assert_eq!((views(&proxy, &seen), views(&proxy, &unseen)), (2, 0));
    tail.signal("-INT");
    assert_eq!(tail.end().0, Some(130));
}

#[test]
fn a_storm_of_changes_is_asked_about_a_few_times_a_second() {
    let desk = Desk::open();
    let proxy = Proxy::start(address(&desk.server), |_| Fault::Pass).expect("a proxy");
    let codes: Vec<String> =
        (0..8).map(|day| desk.book(&format!("STD +{}d+1n --rate BAR", 30 + day))).collect();
    for code in &codes {
        desk.home.json(&format!("show {code} --server {}", proxy.url()));
    }
    let tail = tail(&desk, &proxy, &format!("--count {}", 3 * codes.len()));
    let asked = || codes.iter().map(|code| views(&proxy, code)).sum::<usize>() - codes.len();
    let began = Instant::now();
    for nights in 2..5 {
        for code in &codes {
            desk.home.typed(&format!("update {code} --nights {nights}")).expect(0);
        }
    }
    let (code, told) = tail.end();
    let seconds = began.elapsed().as_secs_f64();
    assert_eq!((code, told.len()), (Some(0), 3 * codes.len()));
    let most = 3.1f64.mul_add(seconds, 2.0);
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    let asked = asked() as f64;
    assert!(asked >= 1.0 && asked <= most, "{asked} in {seconds} s");
}

#[test]
fn a_house_that_does_not_answer_delays_no_line_and_fails_no_tail() {
    let desk = Desk::open();
    let seen = desk.book("STD +30d+2n --rate BAR");
    let proxy = Proxy::start(address(&desk.server), |_| Fault::Pass).expect("a proxy");
    desk.home.json(&format!("show {seen} --server {}", proxy.url()));
    let code = seen.clone();
    proxy.plan(move |asked| if is_view(asked, &code) { Fault::Hang } else { Fault::Pass });
    let mut tail = tail(&desk, &proxy, "--count 3");
    for nights in [3, 4] {
        desk.home.typed(&format!("update {seen} --nights {nights}")).expect(0);
        assert_eq!(tail.next()["type"], "booking.amended");
    }
    until(|| views(&proxy, &seen) > 1);
    let began = Instant::now();
    desk.home.typed(&format!("update {seen} --nights 5")).expect(0);
    assert_eq!(tail.end().0, Some(0));
    // The request alone would take 30 s.
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
}

#[test]
fn rule_11_a_feed_that_is_back_sends_what_waits() {
    let desk = Desk::open();
    let proxy = Proxy::start(address(&desk.server), |_| Fault::Pass).expect("a proxy");
    desk.home.json(&format!("hotels show BER-ADLER --server {}", proxy.url()));
    let mut tail = tail(&desk, &proxy, "--exit-on booking.requested");
    grow(&desk.home, 1);
    assert_eq!(tail.next()["type"], "rates.set");
    proxy.plan(|_| Fault::Answer(Reply::status(503)));
    proxy.cut();
    let line = format!(
        "book BER-ADLER STD +30d+1n --rate BAR --max-price 900EUR --guest 'OKAFOR, ADA' \
         --guarantee agency --server {}",
        proxy.url()
    );
    desk.home.typed(&line).expect(8);
    proxy.plan(|_| Fault::Pass);
    // Nobody runs anything: the tail that finds the house again is the one that sends.
    let (code, told) = tail.end();
    assert_eq!(code, Some(0));
    assert_eq!(told.last().expect("the booking")["type"], "booking.requested");
    desk.home.typed(&format!("queue run --server {}", proxy.url())).expect(0);
    let made = desk.home.json("events list --type booking.requested --last 9");
    assert_eq!(made.as_array().map(Vec::len), Some(1), "{made}");
}
