//! The contract of a tail, rule by rule: the tests are named after the rules they attack.
//!
//! 1. Every event has a place, a type, who, when, a schema; delivery at least once, in the order of places.
//! 2. A named cursor is kept after the line was written or the target answered 2xx; resuming is exclusive.
//! 3. What was and what comes is one stream: nothing lost or doubled in between.
//! 4. Where the feed does not go on a gap is told; lost connections are taken up after the newest seen.
//! 5. `--exit-on`, `--count` and a closed pipe end with 0, Ctrl-C with 130 and the cursor kept.
//! 6. Forwarding: one under way a booking, retries, then a dead letter; 410 shuts the target; body and id
//!    never change.

mod cursors;
mod cuts;
mod feed;
mod forward;
mod fresh;
mod hooks;
mod letters;

use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::Value;

use crate::dice::number;
use crate::harness::Home;

/// Reads lines of JSON.
fn records(text: &str) -> Vec<Value> {
    let read =
        |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    text.lines().map(read).collect()
}

fn position(record: &Value) -> u64 {
    record["position"].as_u64().unwrap_or_else(|| panic!("no event: {record}"))
}

fn positions(records: &[Value]) -> Vec<u64> {
    records.iter().map(position).collect()
}

/// Returns how far the feed reaches. On Postgres positions are given just after the commit, so it is looked
/// until two looks agree.
fn head(home: &Home) -> u64 {
    let look = || {
        let last = home.typed("events list --last 1 -o jsonl");
        last.expect(0);
        position(&records(&last.stdout)[0])
    };
    let mut before = look();
    loop {
        let now = look();
        if now == before {
            return now;
        }
        before = now;
    }
}

/// How often something is cut off or killed: so often, or as `HOTEL_RESUMES` says.
fn resumes(briefly: u64) -> u64 {
    number("HOTEL_RESUMES", briefly)
}

/// Makes events that are about one hotel each, so many.
fn grow(home: &Home, events: u32) {
    for number in 0..events {
        let price = 100 + number;
        // Without the journal, which some tests hold.
        let line = format!("rates set BER-ADLER BAR STD +{number}d+1n {price} --no-journal");
        home.typed(&line).expect(0);
    }
}

/// A tail under way; killed when dropped.
struct Running {
    child: Child,
    lines: std::io::Lines<BufReader<ChildStdout>>,
}

impl Running {
    fn start(command: &mut Command) -> Self {
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the binary runs");
        let stdout = child.stdout.take().expect("a pipe");
        Self { child, lines: BufReader::new(stdout).lines() }
    }

    /// Waits for the next line.
    fn next(&mut self) -> Value {
        let line = self.lines.next().expect("the tail goes on").expect("a line");
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"))
    }

    /// Sends a signal by its name.
    fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([name, &id]).status().expect("kill").success());
    }

    /// Waits for the end, and returns the exit code and the rest of what it wrote.
    fn end(mut self) -> (Option<i32>, Vec<Value>) {
        let rest: Vec<String> = self.lines.by_ref().map_while(Result::ok).collect();
        let code = self.child.wait().expect("the end of the tail").code();
        // A line that was cut off by a kill is none.
        (code, rest.iter().filter_map(|line| serde_json::from_str(line).ok()).collect())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
