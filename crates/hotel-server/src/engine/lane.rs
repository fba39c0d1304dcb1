//! A lane: a plain thread that runs batch after batch.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::JoinHandle;

use tracing::field::{DisplayValue, display};
use uuid::Uuid;

use hotel_core::event::Event;

use super::batch::Batcher;
use super::{Answer, Engine, EngineError, Envelope, Gauges, Job, Pace, QUEUE_LEN_MAX};
use crate::clock::Clock;
use crate::feed::Feed;
use crate::index::Index;
use crate::shelf::Shelf;
use crate::store::{StoreError, Unit};

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
    pub(super) fn publish(&self, events: &[Event]) {
        self.index.apply(events);
        self.gauges.published(events);
        if let Some(last) = events.last() {
            self.feed.advance(last.position);
        }
    }
}

/// A running lane.
pub(crate) struct Lane {
    thread: JoinHandle<()>,
}

impl Lane {
    /// Starts a lane over a write unit, and returns the way into it.
    pub(crate) fn start(
        unit: Box<dyn Unit>,
        published: Published,
        clock: Arc<dyn Clock>,
        pace: Pace,
    ) -> Result<(Engine, Self), StoreError> {
        let (queue, jobs) = sync_channel(QUEUE_LEN_MAX);
        let waiting = Arc::new(AtomicUsize::new(0));
        let taken = Arc::clone(&waiting);
        let gauges = published.gauges.clone();
        let mut batcher = Batcher::new(unit, published, clock)?;
        let thread = std::thread::Builder::new()
            .name("lane".to_owned())
            .spawn(move || run(&jobs, (&taken, &gauges), &mut batcher, pace))
            .map_err(|error| StoreError::Open(format!("no thread for the engine: {error}")))?;
        Ok((Engine { queue, waiting }, Self { thread }))
    }

    /// Waits until everything that was submitted is decided; call it once the last `Engine` is gone.
    pub(crate) fn join(self) {
        if self.thread.join().is_err() {
            tracing::error!("the engine's thread panicked");
        }
    }
}

/// Takes what waited while the last batch was committed; a lone command waits for nobody.
fn run(
    jobs: &Receiver<Job>,
    (waiting, gauges): (&AtomicUsize, &Gauges),
    batcher: &mut Batcher,
    pace: Pace,
) {
    while let Ok(first) = jobs.recv() {
        let mut envelopes = first.envelopes;
        let mut replies = vec![(envelopes.len(), first.reply)];
        while envelopes.len() < pace.batch_len_max
            && let Ok(next) = jobs.try_recv()
        {
            replies.push((next.envelopes.len(), next.reply));
            envelopes.extend(next.envelopes);
        }
        waiting.fetch_sub(envelopes.len(), Ordering::Relaxed);
        gauges.taken(first.since.elapsed(), envelopes.len());
        let answers = answers(batcher, &envelopes);
        gauges.answered(&answers);
        let mut answers = answers.into_iter();
        for (count, reply) in replies {
            // A caller who has gone away finds the answer under the command's key.
            drop(reply.send(answers.by_ref().take(count).collect()));
        }
    }
}

/// Runs a batch; if the second fence fires, runs it again one command at a time, so that only the
/// offender is refused.
fn answers(batcher: &mut Batcher, envelopes: &[Envelope]) -> Vec<Result<Answer, EngineError>> {
    match batcher.run(envelopes) {
        Ok(answers) => answers,
        Err(StoreError::Fence(fence)) if envelopes.len() > 1 => {
            tracing::warn!(fence, commands = envelopes.len(), "a fence fired: one at a time now");
            envelopes.chunks(1).flat_map(|one| answers(batcher, one)).collect()
        }
        Err(StoreError::Fence(fence)) => {
            tracing::error!(
                fence,
                correlation.id = alone(envelopes),
                "the database refused what the domain had allowed"
            );
            vec![Ok(super::answer::fenced())]
        }
        Err(error) => {
            let error = &error as &dyn std::error::Error;
            tracing::error!(error, correlation.id = alone(envelopes), "a batch failed");
            envelopes.iter().map(|_| Err(EngineError::Failed)).collect()
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
