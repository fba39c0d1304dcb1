//! Random schedules: commands over a link that does anything, by a client that crashes anywhere; then all is
//! well, and every word is compared with what happened (ux.md 2.3, rule 18).
//!
//! `HOTEL_SCHEDULES` sets how many (20 without it), `HOTEL_SEED` repeats a run.

use std::path::Path;
use std::process::{Command, Stdio};

use hotel_rig::Proxy;
use hotel_rig::proxy::{Fault, Faults};
use serde_json::Value;

use crate::dice::{Dice, number};
use crate::harness::{HOTEL, token};
use crate::world::Desk;

/// Where a client may crash.
const PLACES: [&str; 8] =
    ["enter", "entered", "answered", "settled", "kept_files", "replied", "replayed", "superseded"];

/// Where the journal of a client without a profile lies.
const JOURNAL: &str = "data/profiles/default/journal.db";

/// A client of its own for each schedule.
struct Client<'a> {
    home: tempfile::TempDir,
    token: &'a str,
    server: String,
}

impl Client<'_> {
    fn run(&self, line: &str, crash: Option<&str>) -> std::process::Output {
        let mut command = Command::new(HOTEL);
        command
            .env_clear()
            .env("HOTEL_HOME", self.home.path())
            .env("HOTEL_TOKEN", self.token)
            .env("HOTEL_SERVER", &self.server)
            .stdin(Stdio::null());
        if let Some(place) = crash {
            command.env("HOTEL_CRASH_AT", place);
        }
        command.args(crate::harness::words(line)).output().expect("the binary runs")
    }

    fn json(&self, line: &str) -> Value {
        let output = self.run(&format!("{line} --json"), None);
        serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|error| panic!("{error}: {line}: {output:?}"))
    }
}

#[test]
fn whatever_happens_on_the_way_everything_is_done_once_and_in_order() {
    let seed = number("HOTEL_SEED", 20_261_122);
    let schedules = number("HOTEL_SCHEDULES", 20);
    println!("HOTEL_SCHEDULES={schedules} HOTEL_SEED={seed}");
    let desk = Desk::open();
    desk.home.typed("inventory overbook BER-ADLER STD +1d+300n +10000").expect(0);
    let token = token(&desk.home);
    let mut tally = (0, 0);
    for schedule in 0..schedules {
        let seed = seed.wrapping_add(schedule.wrapping_mul(0x9e37_79b9));
        let (commands, crashes) = live(&desk, &token, seed);
        tally = (tally.0 + commands, tally.1 + crashes);
    }
    println!("{} commands, {} crashes", tally.0, tally.1);
}

/// Lives through a schedule and compares; returns how many commands there were and how many crashed.
fn live(desk: &Desk, token: &str, seed: u64) -> (u32, u32) {
    let mut dice = Dice(seed);
    let mut faults = Faults::of(seed, 45);
    let proxy = Proxy::start(desk.server.address(), move |asked| faults.next(asked));
    let proxy = proxy.expect("a proxy");
    let home = tempfile::tempdir().expect("a folder");
    let client = Client { home, token, server: proxy.url() };
    let (mut commands, mut crashes) = (0, 0);
    let mut codes: Vec<String> = Vec::new();
    for _ in 0..2 + dice.roll(5) {
        let line = line(&mut dice, &codes);
        let crash = (dice.roll(4) == 0).then(|| *dice.one_of(&PLACES));
        let output = client.run(&line, crash);
        commands += 1;
        crashes += u32::from(output.status.code().is_none());
        codes = provisional(client.home.path());
    }
    proxy.plan(|_| Fault::Pass);
    drain(&client, seed);
    compare(&client, seed);
    (commands, crashes)
}

fn line(dice: &mut Dice, codes: &[String]) -> String {
    let day = 30 + dice.roll(60);
    match (dice.roll(6), codes) {
        (0, _) | (_, []) => format!(
            "book BER-ADLER STD +{day}d+2n --rate BAR --max-price 90000EUR --guest \"OKAFOR, ADA\" \
             --guarantee agency"
        ),
        (1, codes) => format!("cancel {} --yes", dice.one_of(codes)),
        (2, _) => "queue run".to_owned(),
        (_, codes) => {
            let nights = 1 + dice.roll(9);
            format!("update {} --nights {nights} --max-price 90000EUR", dice.one_of(codes))
        }
    }
}

fn journal(home: &Path) -> Option<rusqlite::Connection> {
    let path = home.join(JOURNAL);
    path.exists().then(|| rusqlite::Connection::open(path).expect("the journal"))
}

fn provisional(home: &Path) -> Vec<String> {
    let Some(journal) = journal(home) else { return Vec::new() };
    let mut statement = journal
        .prepare(
            "SELECT DISTINCT provisional FROM operation WHERE provisional IS NOT NULL ORDER BY 1",
        )
        .expect("a statement");
    let rows = statement.query_map([], |row| row.get(0)).expect("rows");
    rows.collect::<Result<_, _>>().expect("codes")
}

/// Sends until nothing is left that could be sent.
fn drain(client: &Client<'_>, seed: u64) {
    for _ in 0..10_000 {
        let output = client.run("queue run --json", None);
        match output.status.code() {
            Some(0 | 6) => return,
            // The right to send is lost by who crashed, after a while.
            Some(11) => {}
            _ => panic!("seed {seed}: {output:?}"),
        }
        let journal = super::journal(client.home.path());
        // The clock of a test need not wait.
        journal.execute("DELETE FROM lease", []).expect("the lease");
    }
    panic!("seed {seed}: it never ends");
}

/// Compares what the journal says with what the house did.
fn compare(client: &Client<'_>, seed: u64) {
    let log = client.json("queue log -n 1000");
    let mut operations: Vec<&Value> = log.as_array().expect("rows").iter().collect();
    operations.reverse();
    for operation in &operations {
        let state = operation["state"].as_str().expect("a state");
        let is_settled = ["applied", "noop", "rejected", "superseded"].contains(&state);
        let is_visible = ["conflict", "blocked"].contains(&state);
        assert!(is_settled || is_visible, "seed {seed}: {operation}");
    }
    for code in provisional(client.home.path()) {
        let of_code = |operation: &&&Value| {
            operation["provisional"] == code.as_str()
                || operation["request"]["path"].as_str().is_some_and(|path| path.contains(&code))
        };
        let applied: Vec<&Value> = operations
            .iter()
            .filter(of_code)
            .filter(|operation| operation["state"] == "applied")
            .copied()
            .collect();
        let expect: Vec<String> = applied.iter().map(|operation| effect(operation)).collect();
        if expect.is_empty() {
            let output = client.run(&format!("show {code} --json"), None);
            assert_eq!(output.status.code(), Some(3), "seed {seed}: made without a word: {code}");
            continue;
        }
        // Two bookings of one name would not be told apart, and be refused.
        let history = client.json(&format!("history {code}"));
        let happened: Vec<String> =
            history.as_array().expect("rows").iter().filter_map(told).collect();
        assert_eq!(happened, expect, "seed {seed}: {code} {log:#}");
    }
}

/// Returns what an operation was to do, in a word.
fn effect(operation: &Value) -> String {
    let body = &operation["request"]["body"];
    match operation["verb"].as_str() {
        Some("book") => "made".to_owned(),
        Some("update") => format!("until {}", body["stay"]["check_out"].as_str().unwrap_or("?")),
        Some(other) => other.to_owned(),
        None => panic!("no verb: {operation}"),
    }
}

/// Returns what happened, in a word.
fn told(event: &Value) -> Option<String> {
    match event["type"].as_str()? {
        "booking.requested" | "booking.confirmed" | "booking.held" => Some("made".to_owned()),
        "booking.cancelled" => Some("cancel".to_owned()),
        "booking.amended" => {
            let stay = event["data"]["changed"]["stay"]["new"]["check_out"].as_str();
            Some(format!("until {}", stay.unwrap_or("?")))
        }
        _ => None,
    }
}

#[test]
fn a_journal_that_the_power_took_is_found_out() {
    // The control of the comparison: without an fsync a loss of power takes the last entries, and the house
    // has done what nobody here knows of.
    let desk = Desk::open();
    let home = tempfile::tempdir().expect("a folder");
    let token = token(&desk.home);
    let client = Client { home, token: &token, server: desk.server.url.clone() };
    let line = "book BER-ADLER STD +30d+2n --rate BAR --max-price 90000EUR --guest \"OKAFOR, ADA\" \
                --guarantee agency";
    client.run(line, None);
    let count =
        |client: &Client<'_>| client.json("queue log -n 1000").as_array().expect("rows").len();
    let made = || desk.home.json("events list --type booking.requested --last 100");
    let before = made().as_array().expect("rows").len();
    assert_eq!((count(&client), before), (1, 1));
    let folder = super::journal_path(client.home.path());
    let folder = folder.parent().expect("its folder");
    let files = || {
        ["journal.db", "journal.db-wal"]
            .map(|name| (folder.join(name), std::fs::read(folder.join(name)).ok()))
    };
    let kept_files = files();
    client.run(line, None);
    std::fs::remove_file(folder.join("journal.db-shm")).ok();
    for (path, bytes) in kept_files {
        match bytes {
            Some(bytes) => std::fs::write(path, bytes).expect("the journal of before"),
            None => std::fs::remove_file(path).unwrap_or_default(),
        }
    }
    let after = made().as_array().expect("rows").len();
    assert_ne!(count(&client), after, "a comparison that sees nothing");
}
