//! The feed: takes committed batches in, and follows it for everything that lives in memory. Every
//! instance does both; the row of the feed is the fence between them. A notice of Postgres wakes, and so
//! does a commit of our own; without either it looks by itself.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use tokio::sync::{Notify, mpsc, oneshot};
use tokio::time::{Instant, sleep};
use tokio_postgres::{AsyncMessage, Client, Statement};

use hotel_core::apply::apply;
use hotel_core::event::Event;
use hotel_core::facts::Facts;

use super::address::{Purpose, Shared};
use super::fault::in_time;
use super::rows::{count, counted, event_columns, event_from_row, get};
use crate::engine::Published;
use crate::feed::Expected;
use crate::store::StoreError;
use crate::store::codes::Codes;

/// Batches taken in at once, and read at once.
const BATCHES_MAX: i32 = 256;

/// More batches than the lanes commit while the feed is looked at once.
const KNOWN_MAX: usize = 4_096;

/// How long it rests between two looks, so that many commits are taken in at once.
const REST: Duration = Duration::from_millis(8);

/// How long it sleeps when nobody wakes it.
const SLEEP_MAX: Duration = Duration::from_millis(250);

/// How long it waits before it connects anew.
const RETRY: Duration = Duration::from_millis(200);

/// How long an answer may take.
const ANSWER_MAX: Duration = Duration::from_secs(5);

const LISTEN: &str = "LISTEN feed";

const TAKE_IN: &str = "SELECT take_in($1) AS reached";

const BATCHES: &str = "SELECT batch.id, batch.position, batch.events FROM batch \
     WHERE batch.position >= $1 ORDER BY batch.position LIMIT $2";

// Put in order here: asked for it, Postgres goes through all batches there ever were, by their positions.
const EVENTS: &str = concat!(
    "SELECT ",
    event_columns!(),
    " FROM (SELECT unnest($1::bigint[]) AS id) AS wanted \
     JOIN batch ON batch.id = wanted.id JOIN event ON event.batch = batch.id"
);

/// Whoever follows the feed.
pub(super) struct Follower {
    address: Shared,
    codes: Codes,
    published: Published,
    /// Batches of this process that the feed has not reached yet.
    expected: mpsc::UnboundedReceiver<Expected>,
    /// Those of them that everything in memory knows already.
    known: Known,
    /// The position that was reached.
    position: u64,
}

/// Batches that everything in memory knows before the feed reaches them.
#[derive(Default)]
struct Known(HashSet<u64>);

impl Known {
    /// Notes a batch. The feed may have been taken past it before this was told, and then nobody asks for
    /// it any more; so when there are too many all are let go, and read like those of others.
    fn note(&mut self, batch: u64) {
        if self.0.len() >= KNOWN_MAX {
            self.0.clear();
        }
        self.0.insert(batch);
    }

    /// Tells whether a batch is known, the one time that is asked.
    fn take(&mut self, batch: u64) -> bool {
        self.0.remove(&batch)
    }
}

/// A connection with what it is asked.
struct Way {
    client: Client,
    take_in: Statement,
    batches: Statement,
    events: Statement,
}

impl Follower {
    /// Makes one that goes on from where the index stands.
    pub(super) fn new(
        address: Shared,
        codes: Codes,
        published: Published,
        expected: mpsc::UnboundedReceiver<Expected>,
    ) -> Self {
        let position = published.index.position();
        Self { address, codes, published, expected, known: Known::default(), position }
    }

    /// Follows until it is told to stop; takes in what is left then.
    pub(super) async fn run(mut self, mut stop: oneshot::Receiver<()>) {
        let woken = Arc::new(Notify::new());
        loop {
            let ended = match self.connect(&woken).await {
                Ok(way) => self.follow(&way, &woken, &mut stop).await,
                Err(error) => Err(error),
            };
            match ended {
                Ok(()) => return,
                Err(error) => {
                    let error = &error as &dyn std::error::Error;
                    tracing::warn!(error, "the feed can't be followed; it is tried again");
                }
            }
            tokio::select! {
                _ = &mut stop => return,
                () = sleep(RETRY) => {}
            }
        }
    }

    async fn connect(&self, woken: &Arc<Notify>) -> Result<Way, StoreError> {
        let (client, mut messages) = self.address.connect(Purpose::Feed).await?;
        let woken = Arc::clone(woken);
        tokio::spawn(async move {
            while let Some(Ok(message)) = messages.next().await {
                if matches!(message, AsyncMessage::Notification(_)) {
                    woken.notify_one();
                }
            }
            // The end wakes too, so that it is noticed.
            woken.notify_one();
        });
        let prepared = async {
            // First to listen, then to look: what comes in between wakes.
            client.batch_execute(LISTEN).await?;
            let take_in = client.prepare(TAKE_IN).await?;
            let batches = client.prepare(BATCHES).await?;
            let events = client.prepare(EVENTS).await?;
            Ok((take_in, batches, events))
        };
        let (take_in, batches, events) = in_time(ANSWER_MAX, prepared).await?;
        Ok(Way { client, take_in, batches, events })
    }

    async fn follow(
        &mut self,
        way: &Way,
        woken: &Notify,
        stop: &mut oneshot::Receiver<()>,
    ) -> Result<(), StoreError> {
        let mut stopping = false;
        loop {
            let began = Instant::now();
            let reached = self.look(way).await?;
            if stopping {
                return Ok(());
            }
            if reached > self.position {
                continue;
            }
            tokio::select! {
                _ = &mut *stop => stopping = true,
                () = woken.notified() => {}
                () = sleep(SLEEP_MAX) => {}
                expected = self.expected.recv() => match expected {
                    Some(expected) => self.expect(expected),
                    // The last lane is gone.
                    None => stopping = true,
                },
            }
            if !stopping {
                tokio::time::sleep_until(began + REST).await;
            }
        }
    }

    fn expect(&mut self, expected: Expected) {
        if expected.is_known {
            self.known.note(expected.batch);
        }
    }

    /// Takes in what waits, and follows to where the feed then reaches; returns where that is.
    async fn look(&mut self, way: &Way) -> Result<u64, StoreError> {
        while let Ok(expected) = self.expected.try_recv() {
            self.expect(expected);
        }
        let row = in_time(ANSWER_MAX, way.client.query_one(&way.take_in, &[&BATCHES_MAX])).await?;
        let reached = counted(&row, "reached")?;
        if reached > self.position {
            self.catch_up(way).await?;
        }
        Ok(reached)
    }

    async fn catch_up(&mut self, way: &Way) -> Result<(), StoreError> {
        let (after, limit) = (count(self.position), i64::from(BATCHES_MAX));
        let batches =
            in_time(ANSWER_MAX, way.client.query(&way.batches, &[&after, &limit])).await?;
        let mut unknown: Vec<i64> = Vec::new();
        let mut last = self.position;
        for row in &batches {
            let id = counted(row, "id")?;
            last = counted(row, "position")? + u64::from(get::<i32>(row, "events")?.unsigned_abs());
            if !self.known.take(id) {
                unknown.push(count(id));
            }
        }
        if !unknown.is_empty() {
            let rows = in_time(ANSWER_MAX, way.client.query(&way.events, &[&unknown])).await?;
            let mut events: Vec<Event> = rows
                .iter()
                .map(|row| event_from_row(row, &self.codes))
                .collect::<Result<_, _>>()?;
            events.sort_unstable_by_key(|event| event.position);
            self.apply(&events);
        }
        self.position = last;
        self.published.index.reach(last);
        self.published.feed.advance(last);
        Ok(())
    }

    /// Brings what lives in memory up to events of others.
    fn apply(&self, events: &[Event]) {
        let mut facts = Facts::default();
        let mut versions: HashMap<_, u64> = HashMap::new();
        for event in events.iter().filter(|event| event.data.is_catalogue()) {
            let Some(hotel) = event.hotel else { continue };
            let version = *versions.entry(hotel).or_insert_with(|| {
                if let Some(catalogue) = self.published.shelf.get(hotel) {
                    facts.catalogues.insert(hotel, catalogue);
                }
                self.published.shelf.version(hotel)
            });
            if event.sequence > version {
                apply(&mut facts, event.hotel, event.booking, &event.data);
                versions.insert(hotel, event.sequence);
            }
        }
        for (hotel, catalogue) in facts.catalogues {
            let version = versions.get(&hotel).copied().unwrap_or_default();
            self.published.shelf.put(catalogue, version);
        }
        self.published.gauges.followed(events);
        if !self.published.index.apply(events) {
            tracing::error!("the feed has a gap: availability may be out of date");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_that_nobody_asks_for_are_not_kept_for_ever() {
        let mut known = Known::default();
        for batch in 0..100_000 {
            known.note(batch);
            assert!(known.0.len() <= KNOWN_MAX);
        }
        assert!(known.take(99_999) && !known.take(99_999) && !known.take(0));
    }
}
