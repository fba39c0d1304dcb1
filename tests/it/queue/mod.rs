//! The journal and its queue, end to end: a proxy between the binary and a house.

mod batch;
mod conflicts;
mod doubt;
mod local;
mod offline;
mod pending;
mod storm;
mod terse;
mod todo;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hotel_rig::Proxy;
use hotel_rig::proxy::{Fault, Reply};
use serde_json::Value;

use crate::harness::{Home, Said};
use crate::world::Desk;

/// A desk whose link can be cut.
struct Link {
    desk: Desk,
    proxy: Proxy,
    is_up: Arc<AtomicBool>,
}

impl Link {
    fn new() -> Self {
        let desk = Desk::open();
        let is_up = Arc::new(AtomicBool::new(true));
        let up = Arc::clone(&is_up);
        let address = desk.server.address();
        let proxy =
            Proxy::start(
                address,
                move |_| {
                    if up.load(Ordering::SeqCst) { Fault::Pass } else { down() }
                },
            );
        let link = Self { desk, proxy: proxy.expect("a proxy"), is_up };
        // Which day it is there, the client has to know.
        link.json("hotels show BER-ADLER");
        link
    }

    fn home(&self) -> &Home {
        &self.desk.home
    }

    fn cut(&self) {
        self.is_up.store(false, Ordering::SeqCst);
    }

    fn mend(&self) {
        self.is_up.store(true, Ordering::SeqCst);
    }

    /// Runs a line as typed, over the link.
    fn typed(&self, line: &str) -> Said {
        self.home().typed(&format!("{line} --server {}", self.proxy.url()))
    }

    fn json(&self, line: &str) -> Value {
        let said = self.typed(&format!("{line} --json"));
        said.expect(0);
        serde_json::from_str(&said.stdout).unwrap_or_else(|error| panic!("{error}: {said:?}"))
    }

    /// Runs a line that has to wait, and returns what is told of the operation.
    #[track_caller]
    fn waits(&self, line: &str) -> Value {
        let said = self.typed(&format!("{line} -o json --error-format human"));
        said.expect(8);
        serde_json::from_str(&said.stdout).unwrap_or_else(|error| panic!("{error}: {said:?}"))
    }

    /// Returns the state of an operation.
    fn state(&self, op: &Value) -> String {
        self.json(&format!("queue show {op}"))["state"].as_str().expect("a state").to_owned()
    }

    /// Sells a room past the proxy, as somebody else.
    fn elsewhere(&self, line: &str) -> Said {
        self.home().typed(line)
    }

    /// Counts what happened of a type.
    fn count(&self, kind: &str) -> usize {
        let events = self.home().typed(&format!("events list --type {kind} --last 200 -o jsonl"));
        events.expect(0);
        events.stdout.lines().count()
    }
}

/// What stands in for a house that can't be reached: a gateway that has nothing behind it.
fn down() -> Fault {
    Fault::Answer(Reply::status(503))
}

/// Returns where the journal of a home lies.
fn journal_path(home: &std::path::Path) -> std::path::PathBuf {
    let mut folders = vec![home.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.ends_with("journal.db") {
                return path;
            }
        }
    }
    panic!("there is no journal in {}", home.display())
}

/// Opens the journal of a home behind the back of its owner.
fn journal(home: &std::path::Path) -> rusqlite::Connection {
    rusqlite::Connection::open(journal_path(home)).expect("the journal")
}
