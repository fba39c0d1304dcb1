//! What is done beside a feed that is followed: bookings that the cache has as they were before an event are
//! fetched anew, and what waits in the queue is sent whenever the feed is there again.
//!
//! It runs on a thread of its own, asks the house little, and nobody waits for it: who follows the feed tells
//! what was heard, and is told nothing.

use std::cell::Cell;
use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use hotel_core::ids::BookingCode;
use hotel_core::ids::provisional::BookingRef;
use hotel_core::wire::event::EventView;
use tokio::sync::{Notify, mpsc};

use crate::api::{self, Client};
use crate::cache::file::DataFile;
use crate::cache::journal::{Journal, Whose};
use crate::config::Token;
use crate::error::CliError;
use crate::memory::Recall;
use crate::output::Out;
use crate::output::format::Settings;
use crate::queue::{Bounds, Offline, Replay, Stopped};

/// The pause between two bookings that are fetched: three a second at most.
const FETCH_EVERY: Duration = Duration::from_millis(330);

/// How often a booking is fetched in vain.
const TRIES_MAX: u8 = 3;

/// Changes that were heard of and not looked at. What is more is left out: the cache is a copy, and whoever
/// asks for a booking gets it anew.
const HEARD_MAX: usize = 1_024;

/// How long a replay goes on when the feed is left: what was sent is mostly answered by then.
const LEAVE_WITHIN: Duration = Duration::from_millis(300);

/// What is needed to ask the house on another thread.
pub(crate) struct Kit {
    /// The address of the house.
    pub(crate) server: String,
    /// The proof of who asks.
    pub(crate) token: Token,
    /// How long a request may take.
    pub(crate) timeout: Duration,
    /// The same as the queue knows them.
    pub(crate) whose: Whose,
    /// The folder of the journal.
    pub(crate) data_folder: PathBuf,
    /// The folder of the cache.
    pub(crate) cache_folder: PathBuf,
}

/// Keeps an installation fresh until it is dropped.
pub(crate) struct Freshness {
    heard: mpsc::Sender<Change>,
    connected: Arc<Notify>,
    left: Arc<Notify>,
    thread: Option<JoinHandle<()>>,
}

/// A booking and its version after an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Change {
    code: BookingCode,
    version: u64,
}

impl Change {
    /// Reads what an event says of a booking, if it is about one.
    pub(crate) fn of(event: &EventView) -> Option<Self> {
        Some(Self { code: event.subject?, version: event.data["version"].as_u64()? })
    }
}

impl Freshness {
    /// Starts; nothing is asked before something is heard. Where no thread can be had nothing is kept fresh.
    pub(crate) fn start(kit: Kit) -> Self {
        let (heard, changes) = mpsc::channel(HEARD_MAX);
        let (connected, left) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let told = (Arc::clone(&connected), Arc::clone(&left));
        let thread = std::thread::Builder::new()
            .name("freshness".to_owned())
            .spawn(move || work(&kit, changes, (&told.0, &told.1)))
            .ok();
        Self { heard, connected, left, thread }
    }

    /// Says that the feed is there, for the first time or again.
    pub(crate) fn connected(&self) {
        self.connected.notify_one();
    }

    /// Says what an event made of a booking.
    pub(crate) fn heard(&self, change: Change) {
        self.heard.try_send(change).ok();
    }
}

impl Drop for Freshness {
    fn drop(&mut self) {
        self.left.notify_one();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

/// Sends what waits, if something does.
pub(crate) async fn replay(
    folder: &Path,
    client: &Client,
    whose: &Whose,
    bounds: Bounds,
) -> Result<Option<Stopped>, CliError> {
    if !DataFile::is_there(folder) {
        return Ok(None);
    }
    if Journal::new(DataFile::open(folder)?).counts()?.waiting == 0 {
        return Ok(None);
    }
    let replay = Replay::new(folder, client, whose.clone())?;
    replay.run(bounds, &mut |_| Ok(())).await.map(Some)
}

fn work(kit: &Kit, changes: mpsc::Receiver<Change>, (connected, left): (&Notify, &Notify)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    if let (Ok(runtime), Ok((client, memory))) = (runtime, client(kit)) {
        runtime.block_on(beside(kit, (&client, &memory), changes, (connected, left)));
        // A name that is still looked up is not waited for.
        runtime.shutdown_background();
    }
}

fn client(kit: &Kit) -> Result<(Client, Rc<Recall>), CliError> {
    // What is recalled here nobody reads.
    let nowhere = || Box::new(std::io::sink());
    let out = Arc::new(Out::with_writers(Settings::piped(), nowhere(), nowhere()));
    let memory = Rc::new(Recall::new(&kit.cache_folder, &kit.whose, Offline::Fail, out));
    let client = Client::new(api::Settings {
        server: kit.server.clone(),
        token: kit.token.clone(),
        timeout: kit.timeout,
        log: None,
        logs_bodies: false,
        keeper: None,
        memory: Some(Rc::<Recall>::clone(&memory)),
        clocks: None,
    })?;
    Ok((client, memory))
}

async fn beside(
    kit: &Kit,
    (client, memory): (&Client, &Recall),
    changes: mpsc::Receiver<Change>,
    (connected, left): (&Notify, &Notify),
) {
    let (is_sending, sent) = (Cell::new(false), Notify::new());
    let mut sending = std::pin::pin!(async {
        loop {
            connected.notified().await;
            is_sending.set(true);
            let bounds = Bounds { until: None, is_eager: true };
            // What fails here is told of by whoever asks for it.
            replay(&kit.data_folder, client, &kit.whose, bounds).await.ok();
            is_sending.set(false);
            sent.notify_waiters();
        }
    });
    tokio::select! {
        () = fetching((client, memory), changes) => {}
        () = &mut sending => {}
        () = left.notified() => {}
    }
    if is_sending.get() {
        // What is cut off in the middle is in doubt, and asked about by the next one.
        tokio::select! {
            () = &mut sending => {}
            () = sent.notified() => {}
            () = tokio::time::sleep(LEAVE_WITHIN) => {}
        }
    }
}

/// Fetches what has become old, one after another, until nobody tells anything any more.
async fn fetching((client, memory): (&Client, &Recall), mut changes: mpsc::Receiver<Change>) {
    let mut old = Old::default();
    let mut next_at = Instant::now();
    loop {
        let change = tokio::select! {
            biased;
            change = changes.recv() => change,
            () = tokio::time::sleep_until(next_at.into()), if !old.is_empty() => {
                next_at = Instant::now() + FETCH_EVERY;
                let Some((change, tries)) = old.pop() else { continue };
                let is_left = || memory.is_older(change.code, change.version);
                if is_left() {
                    client.booking(BookingRef::Code(change.code)).await.ok();
                }
                if tries + 1 < TRIES_MAX && is_left() {
                    old.push(change, tries + 1);
                }
                continue;
            }
        };
        match change {
            Some(change) if memory.is_older(change.code, change.version) => old.push(change, 0),
            Some(_) => {}
            None => return,
        }
    }
}

/// Bookings that are to be fetched, each once, the first that was heard of first.
#[derive(Debug, Default)]
struct Old {
    order: VecDeque<BookingCode>,
    versions: HashMap<BookingCode, (u64, u8)>,
}

impl Old {
    fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// Notes a booking; so many at most.
    fn push(&mut self, change: Change, tries: u8) {
        if let Some((version, _)) = self.versions.get_mut(&change.code) {
            *version = (*version).max(change.version);
        } else if self.order.len() < HEARD_MAX {
            self.order.push_back(change.code);
            self.versions.insert(change.code, (change.version, tries));
        }
    }

    fn pop(&mut self) -> Option<(Change, u8)> {
        let code = self.order.pop_front()?;
        let (version, tries) = self.versions.remove(&code)?;
        Some((Change { code, version }, tries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_booking_is_fetched_once_however_often_it_changed() {
        let code: BookingCode = "7F3K2QXD".parse().unwrap();
        let mut old = Old::default();
        for version in [2, 4, 3] {
            old.push(Change { code, version }, 0);
        }
        assert_eq!(old.pop(), Some((Change { code, version: 4 }, 0)));
        assert_eq!(old.pop(), None);
        old.push(Change { code, version: 5 }, 1);
        assert_eq!(old.pop(), Some((Change { code, version: 5 }, 1)));
        assert!(old.is_empty() && old.versions.is_empty());
    }
}
