//! A lane: a plain thread that runs batch after batch.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tracing::field::{DisplayValue, display};
use uuid::Uuid;

use hotel_core::event::Event;

use super::batch::Batcher;
use super::crowd::Crowd;
use super::{Answer, Engine, EngineError, Envelope, Gauges, Job, Pace, QUEUE_LEN_MAX, Way};
use crate::clock::Clock;
use crate::feed::Feed;
use crate::index::Index;
use crate::shelf::Shelf;
use crate::store::{Heard, StoreError, Unit};

/// Tells whether a fence keeps a night or a room from being sold twice: that is an answer, and whatever
/// else a database refuses is our fault.
fn is_of_rooms(fence: &str) -> bool {
    ["no_night_sold_twice", "room_night"].iter().any(|name| fence.contains(name))
}

/// How often a batch is tried that others keep from its end.
const TRIES_MAX: u32 = 4;

/// For how long it is tried anew: each try may take some seconds, and whoever waits is told after ten that
/// it took too long.
const TRYING_MAX: Duration = Duration::from_secs(7);

/// What hears of a commit: everything that lives in memory and follows the log.
#[derive(Clone)]
pub(crate) struct Published {
    pub(crate) shelf: Shelf,
    pub(crate) index: Arc<Index>,
    pub(crate) feed: Feed,
    pub(crate) gauges: Gauges,
}

impl Published {
    /// Lets readers see what was committed.
    pub(super) fn publish(&self, heard: Heard, events: &[Event]) {
        let applied = self.index.apply(events);
        self.gauges.published(events);
        match (heard, events.last()) {
            (Heard::Now, Some(last)) => {
                self.index.reach(last.position);
                self.feed.advance(last.position);
            }
            (Heard::Later(batch), Some(_)) => self.feed.expect(batch, applied),
            // There were answers alone.
            (_, None) => {}
        }
    }
}

/// The running lanes of an engine.
pub(crate) struct Lanes {
    threads: Vec<JoinHandle<()>>,
}

impl Lanes {
    /// Starts a lane over each write unit, and returns the way into them.
    pub(crate) fn start(
        units: Vec<Box<dyn Unit>>,
        published: &Published,
        clock: &Arc<dyn Clock>,
        pace: Pace,
    ) -> Result<(Engine, Self), StoreError> {
        let (mut ways, mut threads) = (Vec::new(), Vec::new());
        for unit in units {
            let (queue, jobs) = sync_channel(QUEUE_LEN_MAX);
            let waiting = Arc::new(AtomicUsize::new(0));
            let taken = Arc::clone(&waiting);
            let gauges = published.gauges.clone();
            let mut batcher = Batcher::new(unit, published.clone(), Arc::clone(clock));
            let thread = std::thread::Builder::new()
                .name("lane".to_owned())
                .spawn(move || run(&jobs, (&taken, &gauges), &mut batcher, pace))
                .map_err(|error| StoreError::Open(format!("no thread for the engine: {error}")))?;
            ways.push(Way { queue, waiting });
            threads.push(thread);
        }
        Ok((Engine::new(ways), Self { threads }))
    }

    /// Waits until everything that was submitted is decided; call it once the last `Engine` is gone.
    pub(crate) fn join(self) {
        for thread in self.threads {
            if thread.join().is_err() {
                tracing::error!("the engine's thread panicked");
            }
        }
    }
}

/// Takes what waited while the last batch was committed, and who is about to come back; a lone command
/// waits for nobody.
fn run(
    jobs: &Receiver<Job>,
    (waiting, gauges): (&AtomicUsize, &Gauges),
    batcher: &mut Batcher,
    pace: Pace,
) {
    let mut crowd = Crowd::default();
    while let Ok(first) = jobs.recv() {
        if first.envelopes.len() < pace.batch_len_max {
            crowd.gather(waiting);
        }
        let mut envelopes = first.envelopes;
        let mut replies = vec![(envelopes.len(), first.reply)];
        while envelopes.len() < pace.batch_len_max
            && let Ok(next) = jobs.try_recv()
        {
            replies.push((next.envelopes.len(), next.reply));
            envelopes.extend(next.envelopes);
        }
        waiting.fetch_sub(envelopes.len(), Ordering::Relaxed);
        let mut answers = if envelopes.is_empty() {
            Vec::new().into_iter()
        } else {
            gauges.taken(first.since.elapsed(), envelopes.len());
            let begun = Instant::now();
            let answers = answers(batcher, &envelopes);
            crowd.learn(envelopes.len(), begun.elapsed());
            gauges.answered(&answers);
            answers.into_iter()
        };
        for (count, reply) in replies {
            // A caller who has gone away finds the answer under the command's key.
            drop(reply.send(answers.by_ref().take(count).collect()));
        }
    }
}

/// Runs a batch; if the second fence fires, runs it again one command at a time, so that only the
/// offender is refused. A batch that ran into another's way, or lost the database on its own, is run
/// again as it is: what it did in spite of that is found under its keys.
fn answers(batcher: &mut Batcher, envelopes: &[Envelope]) -> Vec<Result<Answer, EngineError>> {
    let (mut tries, began) = (0, Instant::now());
    loop {
        tries += 1;
        let error = match batcher.run(envelopes) {
            Ok(answers) => return answers,
            Err(error) => error,
        };
        let shown = &error as &dyn std::error::Error;
        match &error {
            StoreError::Fence(fence) if envelopes.len() > 1 => {
                tracing::warn!(fence, commands = envelopes.len(), "a fence: one at a time now");
                return envelopes.chunks(1).flat_map(|one| answers(batcher, one)).collect();
            }
            // Somebody else may have come first between the look and the deed.
            StoreError::Fence(fence) if tries >= TRIES_MAX && is_of_rooms(fence) => {
                tracing::error!(
                    fence,
                    correlation.id = alone(envelopes),
                    "the database refused what the domain had allowed"
                );
                return vec![Ok(super::answer::fenced())];
            }
            StoreError::Fence(fence) if tries >= TRIES_MAX => {
                let correlation = alone(envelopes);
                tracing::error!(
                    fence,
                    correlation.id = correlation,
                    "a fence has no reason to fire"
                );
                return vec![Err(EngineError::Failed)];
            }
            StoreError::Conflict(_) | StoreError::Lost(_)
                if tries >= TRIES_MAX || began.elapsed() > TRYING_MAX =>
            {
                tracing::warn!(error = shown, tries, "a batch was given up");
                return envelopes.iter().map(|_| Err(EngineError::Unavailable)).collect();
            }
            StoreError::Fence(_) | StoreError::Conflict(_) | StoreError::Lost(_) => {
                tracing::warn!(error = shown, tries, "a batch is run again");
            }
            StoreError::Unavailable(_) => {
                tracing::warn!(error = shown, "the database can't be reached");
                return envelopes.iter().map(|_| Err(EngineError::Unavailable)).collect();
            }
            StoreError::Sqlite(_)
            | StoreError::Postgres(_)
            | StoreError::Row { .. }
            | StoreError::Open(_)
            | StoreError::Closing
            | StoreError::Cursor => {
                tracing::error!(error = shown, correlation.id = alone(envelopes), "a batch failed");
                return envelopes.iter().map(|_| Err(EngineError::Failed)).collect();
            }
        }
    }
}

/// Returns the correlation id of a command that is a batch of its own. Those of many are told by the
/// requests that waited for them.
fn alone(envelopes: &[Envelope]) -> Option<DisplayValue<Uuid>> {
    match envelopes {
        [envelope] => Some(display(envelope.correlation)),
        _ => None,
    }
}
