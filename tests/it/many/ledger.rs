//! What was acknowledged, and whether it is what happened.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use super::partner::{Heard, Order, Partner};

/// How many contradictions are kept to be shown.
const SHOWN_MAX: usize = 20;

/// Everything partners heard.
#[derive(Default)]
pub(crate) struct Ledger(Mutex<Pages>);

/// What is written in a ledger.
#[derive(Default)]
pub(crate) struct Pages {
    /// Final answers, by key.
    pub(crate) answers: HashMap<String, Heard>,
    /// Commands as they were sent, with repetitions.
    pub(crate) sent: u64,
    /// Those of them that nobody answered.
    pub(crate) in_doubt: u64,
    /// Reads that nobody answered.
    pub(crate) unread: u64,
    /// Answers to commands that had been answered before.
    pub(crate) repeats: u64,
    /// Failures that were told, by status and code.
    pub(crate) failures: BTreeMap<String, u64>,
    /// Keys that were answered in two ways.
    contradictions: Vec<String>,
}

impl Ledger {
    pub(crate) fn open(&self) -> MutexGuard<'_, Pages> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn sent(&self) {
        self.open().sent += 1;
    }

    pub(crate) fn doubt(&self) {
        self.open().in_doubt += 1;
    }

    pub(crate) fn unread(&self) {
        self.open().unread += 1;
    }

    pub(crate) fn failed(&self, status: u16, text: &str) {
        let problem: Value = serde_json::from_str(text).unwrap_or_default();
        let code = problem["code"].as_str().unwrap_or("the balancer");
        *self.open().failures.entry(format!("{status} {code}")).or_default() += 1;
    }

    pub(crate) fn write(&self, order: &Order, heard: &Heard) {
        let mut pages = self.open();
        match pages.answers.get(&order.key) {
            None => drop(pages.answers.insert(order.key.clone(), heard.clone())),
            Some(before) if before == heard => pages.repeats += 1,
            Some(before) => {
                let line = format!("answered in two ways: {order:?}: {before:?} and {heard:?}");
                pages.contradictions.push(line);
            }
        }
    }
}

/// An event as the feed tells it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Told {
    pub(crate) position: u64,
    pub(crate) hotel: String,
    pub(crate) sequence: u64,
    pub(crate) id: String,
    kind: String,
    booking: Option<(String, u64)>,
}

impl Told {
    pub(crate) fn of(event: &Value) -> Self {
        let text = |name: &str| event[name].as_str().unwrap_or_default().to_owned();
        let number = |value: &Value| value.as_u64().unwrap_or_else(|| panic!("{event}"));
        let booking = event["subject"].as_str();
        let version = |code: &str| (code.to_owned(), number(&event["data"]["version"]));
        Self {
            position: number(&event["position"]),
            hotel: text("hotel"),
            sequence: number(&event["sequence"]),
            id: text("id"),
            kind: text("type"),
            booking: booking.map(version),
        }
    }
}

/// Reads the whole feed.
pub(crate) async fn feed(partner: &Partner, door: &str) -> Vec<Told> {
    let mut told = Vec::new();
    loop {
        let after = told.last().map_or(0, |last: &Told| last.position);
        let page = partner.read(door, &format!("events?after={after}&limit=200")).await;
        let items = page["items"].as_array().unwrap_or_else(|| panic!("{page}"));
        if items.is_empty() {
            return told;
        }
        told.extend(items.iter().map(Told::of));
    }
}

/// Compares what was acknowledged with what happened, and returns what does not fit.
pub(crate) fn reconcile(pages: &Pages, feed: &[Told]) -> Vec<String> {
    let mut wrong = pages.contradictions.clone();
    wrong.extend(disorder(feed));
    let mut open: HashMap<(String, u64), &str> = HashMap::new();
    for told in feed {
        if let Some((code, version)) = &told.booking
            && open.insert((code.clone(), *version), &told.kind).is_some()
        {
            wrong.push(format!("twice: version {version} of {code}"));
        }
    }
    for (key, heard) in pages.answers.iter().filter(|(_, heard)| heard.is_done()) {
        let outcome = heard.json();
        let (Some(code), Some(version), Some(kinds)) = (
            outcome["booking"]["code"].as_str(),
            outcome["booking"]["version"].as_u64(),
            outcome["events"].as_array(),
        ) else {
            continue;
        };
        for (kind, version) in kinds.iter().rev().zip((1..=version).rev()) {
            if open.remove(&(code.to_owned(), version)) != kind.as_str() {
                wrong.push(format!(
                    "lost: {kind} was acknowledged as version {version} of {code} under {key}"
                ));
            }
        }
    }
    // A hold runs out by itself.
    let nobodys = open.iter().filter(|(_, kind)| **kind != "booking.expired");
    wrong.extend(nobodys.map(|((code, version), kind)| {
        format!("too many: {kind}, version {version} of {code}, which nobody was told of")
    }));
    wrong.truncate(SHOWN_MAX);
    wrong
}

/// Returns where a feed has gaps, repetitions, or a hotel's events in another order than their own.
pub(crate) fn disorder(feed: &[Told]) -> Vec<String> {
    let mut wrong = Vec::new();
    let (mut ids, mut last) = (HashSet::new(), HashMap::new());
    for (position, told) in (1..).zip(feed) {
        if told.position != position {
            wrong.push(format!("not at position {position}: {told:?}"));
        }
        if !ids.insert(&told.id) {
            wrong.push(format!("there twice: {told:?}"));
        }
        let before = last.insert(&told.hotel, told.sequence).unwrap_or(0);
        if told.sequence != before + 1 {
            wrong.push(format!("after sequence {before} of its hotel: {told:?}"));
        }
    }
    wrong
}
