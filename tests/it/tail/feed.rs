//! Rules 1, 3, 4 and 5 through the binary: what is told, whatever becomes of the line and of the server.

use std::net::SocketAddr;
use std::process::Stdio;

use hotel_rig::Proxy;
use hotel_rig::proxy::{Asked, Fault, Faults, Reply};
use serde_json::json;

use super::{Running, grow, head, position, positions, records};
use crate::harness::{Home, Server};
use crate::world::Desk;

pub(super) fn address(server: &Server) -> SocketAddr {
    server.url.trim_start_matches("http://").parse().expect("an address")
}

/// Makes events like [`grow`], by a server that the profile does not know.
fn grow_at(home: &Home, server: &Server, events: u32) {
    for number in 0..events {
        let price = 200 + number;
        let url = &server.url;
        home.typed(&format!("rates set BER-ADLER BAR STD +{number}d+1n {price} --server {url}"))
            .expect(0);
    }
}

/// Tells whether a request follows the feed.
pub(super) fn is_stream(asked: &Asked) -> bool {
    asked.header("accept") == Some("text/event-stream")
}

#[test]
fn rule_1_every_event_says_where_what_who_and_when_and_they_come_in_their_order() {
    let desk = Desk::open();
    let head = head(&desk.home);
    let told = desk.home.typed(&format!("tail --after 0 --count {head} -o jsonl"));
    told.expect(0);
    let told = records(&told.stdout);
    assert_eq!(positions(&told), (1..=head).collect::<Vec<_>>());
    for event in &told {
        for field in ["id", "type", "source", "time", "actor", "channel", "schemaversion", "data"] {
            assert!(!event[field].is_null(), "{field}: {event}");
        }
    }
    let mut ids: Vec<_> = told.iter().map(|event| event["id"].to_string()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), told.len(), "an id stands twice");
}

#[test]
fn rule_3_nothing_is_lost_or_doubled_between_what_was_and_what_comes() {
    let desk = Desk::open();
    let first = head(&desk.home);
    let mut command = desk.home.command();
    let mut tail = Running::start(command.args(["tail", "--since", "1h", "-o", "jsonl"]));
    // While the past is told, the present goes on.
    let home = desk.home.clone();
    let growing = std::thread::spawn(move || grow(&home, 15));
    let told: Vec<u64> = (0..first + 15).map(|_| position(&tail.next())).collect();
    assert_eq!(told, (1..=first + 15).collect::<Vec<_>>());
    growing.join().expect("the house grows");
}

#[test]
fn rule_4_a_line_that_is_cut_again_and_again_is_taken_up_where_it_was_each_time() {
    let desk = Desk::open();
    let head = head(&desk.home);
    // So many bytes are let through, the last number first.
    let mut cuts = vec![0, 1, 300, 700, 1_201, 1_999, 2_500, 3_333];
    let proxy = Proxy::start(address(&desk.server), move |asked| {
        let cut = if is_stream(asked) { cuts.pop() } else { None };
        cut.map_or(Fault::Pass, Fault::CutAnswer)
    });
    let proxy = proxy.expect("a proxy");
    let line = format!("tail --after 0 --count {head} -o jsonl --server {}", proxy.url());
    let told = desk.home.typed(&line);
    told.expect(0);
    assert_eq!(positions(&records(&told.stdout)), (1..=head).collect::<Vec<_>>());
    let streams = proxy.asked().iter().filter(|asked| is_stream(asked)).count();
    assert_eq!(streams, 9, "each cut is one more connection");
}

#[test]
fn rule_4_a_tail_outlives_its_server_and_every_fault_of_the_line() {
    let Desk { home, server } = Desk::open();
    let first = head(&home);
    let proxy = Proxy::start(address(&server), |_| Fault::Pass).expect("a proxy");
    let mut command = home.command();
    let args = ["tail", "--after", "0", "-o", "jsonl", "--server", &proxy.url()];
    let mut tail = Running::start(command.args(args));
    let mut told: Vec<u64> = (0..first).map(|_| position(&tail.next())).collect();
    // Killed without a word, and back elsewhere.
    server.kill();
    let server = Server::start(&home);
    proxy.lead_to(address(&server));
    grow_at(&home, &server, 3);
    told.extend((0..3).map(|_| position(&tail.next())));
    // From now on most connections break, or something else answers.
    let mut faults = Faults::of(11, 70);
    let mut left = 12;
    proxy.plan(move |asked| {
        left -= i32::from(is_stream(asked));
        if is_stream(asked) && left > 0 { faults.next(asked) } else { Fault::Pass }
    });
    proxy.cut();
    grow_at(&home, &server, 4);
    told.extend((0..4).map(|_| position(&tail.next())));
    assert_eq!(told, (1..=first + 7).collect::<Vec<_>>());
    tail.signal("-INT");
    assert_eq!(tail.end(), (Some(130), Vec::new()));
}

#[test]
fn rule_4_a_cursor_from_after_the_head_is_a_gap_and_goes_on_or_fails() {
    let desk = Desk::open();
    let head = head(&desk.home);
    let mut command = desk.home.command();
    let mut tail = Running::start(command.args(["tail", "--after", "999999", "-o", "jsonl"]));
    let gap = tail.next();
    assert_eq!((&gap["type"], &gap["from"]), (&json!("gap"), &json!("999999")));
    assert!(gap["to"].as_str().expect("a place").ends_with(&format!("-{head}")), "{gap}");
    grow(&desk.home, 1);
    assert_eq!(position(&tail.next()), head + 1);
    drop(tail);
    let failed = desk.home.typed("tail --after 999999 --fail-on-gap --json");
    failed.expect_problem(6, "feed.gap");
    // A cursor of another life of the feed says nothing about this one.
    let epoch = gap["to"].as_str().and_then(|to| to.split_once('-')).expect("a place").0;
    let other = epoch.parse::<u64>().expect("a number") + 1;
    let failed = desk.home.typed(&format!("tail --after {other}-3 --fail-on-gap --json"));
    failed.expect_problem(6, "feed.gap");
    // Before the first event there is nothing that could be missing.
    let whole = desk.home.typed("tail --after 0 --fail-on-gap --count 1 -o jsonl");
    whole.expect(0);
    assert_eq!(positions(&records(&whole.stdout)), [1]);
}

#[test]
fn rule_4_a_cursor_from_before_the_floor_is_a_gap_up_to_the_floor_and_fails_or_goes_on_after_it() {
    let desk = Desk::open();
    let head = head(&desk.home);
    desk.home.typed("tail --cursor other --after 0 --count 1").expect(0);
    let epoch = desk.home.json("events cursors list")[0]["place"].clone();
    let epoch =
        epoch.as_str().and_then(|place| place.split_once('-')).expect("a place").0.to_owned();
    let floor = json!(format!("{epoch}-5"));
    // This house keeps all of its log; one that does not answers so to whoever asks for too much.
    let pruning = move |asked: &Asked| {
        let is_before_the_floor = asked.path().contains("after=2") && is_stream(asked);
        if is_before_the_floor && asked.header("last-event-id").is_none() {
            let problem = json!({ "type": "about:blank", "title": "Gone", "status": 410,
                "detail": "What came before the floor is no longer told.", "code": "cursor.pruned",
                "details": { "epoch": epoch.parse::<u64>().expect("a number"), "floor": 5 } });
            let kind = "application/problem+json";
            let reply = Reply::status(410).with("content-type", kind);
            return Fault::Answer(reply.saying(problem.to_string().as_bytes()));
        }
        Fault::Pass
    };
    let proxy = Proxy::start(address(&desk.server), pruning).expect("a proxy");
    let line = format!("tail --cursor pms --after 2 --server {}", proxy.url());
    let failed = desk.home.typed(&format!("{line} --fail-on-gap --json"));
    failed.expect_problem(6, "feed.gap");
    let told = desk.home.typed(&format!("{line} --count {} -o jsonl", head - 5));
    told.expect(0);
    let mut told = records(&told.stdout);
    let gap = told.remove(0);
    assert_eq!((&gap["type"], &gap["from"]), (&json!("gap"), &json!("2")), "{gap}");
    assert_eq!(gap["to"], floor, "{gap}");
    assert_eq!(positions(&told), (6..=head).collect::<Vec<_>>());
}

#[test]
fn rule_1_only_what_passes_every_filter_is_told() {
    let desk = Desk::open();
    let home = &desk.home;
    let first = head(home);
    let code = desk.book("STD +9d+2n --rate BAR");
    home.typed(&format!("confirm {code}")).expect(0);
    home.typed("rates set BER-SPREE BAR STD +3d+1n 99").expect(0);
    desk.book("STD +9d+2n --rate BAR");
    let told = |filter: &str, count: usize| {
        let said = home.typed(&format!("tail {filter} --after 0 --count {count} -o jsonl"));
        said.expect(0);
        records(&said.stdout)
    };
    let of_it = told(&format!("--booking {code}"), 2);
    assert!(of_it.iter().all(|event| event["subject"] == json!(code)), "{of_it:?}");
    let both = told("--type booking.requested --hotel BER-ADLER", 2);
    assert!(both.iter().all(|event| event["type"] == "booking.requested"), "{both:?}");
    let of_hotel = told("--hotel BER-SPREE", 1);
    assert_eq!(of_hotel[0]["hotel"], "BER-SPREE");
    let all = told("--type 'booking.*','rates.*'", 1);
    assert!(position(&all[0]) <= first, "{all:?}");
}

#[test]
fn rule_4_whoever_is_away_for_too_long_ends_with_9() {
    let Desk { home, server } = Desk::open();
    let mut command = home.command();
    let args = ["tail", "-n", "1", "--max-offline", "1s", "-o", "jsonl"];
    let mut tail = Running::start(command.args(args));
    tail.next();
    server.kill();
    assert_eq!(tail.end(), (Some(9), Vec::new()));
}

#[test]
fn rule_5_what_is_waited_for_the_count_and_a_closed_pipe_end_with_0() {
    let desk = Desk::open();
    let home = &desk.home;
    let code = desk.book("STD +9d+2n --rate BAR");
    let mut command = home.command();
    let wait = ["tail", "--booking", &code, "--exit-on", "booking.conf*", "-o", "jsonl"];
    let tail = Running::start(command.args(wait));
    home.typed(&format!("update {code} --stay +10d+2n")).expect(0);
    home.typed(&format!("confirm {code}")).expect(0);
    let (exit, told) = tail.end();
    assert_eq!(exit, Some(0));
    assert_eq!(told.last().map(|event| &event["type"]), Some(&json!("booking.confirmed")));
    home.typed("tail --after 0 --count 3 -o jsonl").expect(0);
    // Whoever reads only the first line and goes.
    let mut tail = home.command();
    let mut tail = tail
        .args(["tail", "--after", "0", "-o", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary runs");
    drop(tail.stdout.take());
    assert_eq!(tail.wait().expect("an end").code(), Some(0));
}

#[test]
fn a_tail_up_to_a_moment_ends_there() {
    let desk = Desk::open();
    let all = records(&desk.home.typed("events list --limit 200 -o jsonl").stdout);
    let (middle, last) = (&all[all.len() / 2], all.last().expect("events"));
    let moment = middle["time"].as_str().expect("a moment");
    assert_ne!(middle["time"], last["time"]);
    let told = desk.home.typed(&format!("tail --after 0 --until {moment} -o jsonl"));
    told.expect(0);
    let told = positions(&records(&told.stdout));
    assert!(!told.is_empty() && told == (1..=told.len() as u64).collect::<Vec<_>>(), "{told:?}");
    assert!(told.len() <= all.len() / 2, "{told:?}");
}
