//! The engine: the one write path. A lane takes what waits, decides it in memory and makes it last in
//! one transaction; only then is anyone answered.

mod answer;
mod batch;
mod crowd;
mod gauges;
mod ids;
mod lane;

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{SyncSender, TrySendError};
use std::time::Instant;

use jiff::Timestamp;
use tokio::sync::oneshot;
use uuid::Uuid;

use hotel_core::booking::Channel;
use hotel_core::command::Command;
use hotel_core::ids::{IdempotencyKey, UserId};
use hotel_core::people::{Role, User};
use hotel_core::refusal::Refusal;

pub(crate) use gauges::Gauges;
pub(crate) use lane::{Lanes, Published};

/// Commands that may wait: several batches, and at the rate of a lane less than a second.
pub const QUEUE_LEN_MAX: usize = 4_096;

/// Commands in one batch at most: as many share a commit, and the pages of a night that several want.
pub const BATCH_LEN_MAX: usize = 1_024;

/// How the lane keeps pace.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pace {
    /// Commands decided in one transaction at most, unless one caller brings more at once.
    pub batch_len_max: usize,
}

impl Default for Pace {
    fn default() -> Self {
        Self { batch_len_max: BATCH_LEN_MAX }
    }
}

/// A command with all that comes with it.
#[derive(Clone, Debug)]
pub struct Envelope {
    /// What is asked; or a refusal known beforehand, which is given unless the command was answered
    /// before.
    pub command: Result<Command, Refusal>,
    /// Who asks.
    pub user: Arc<User>,
    /// Through which door.
    pub channel: Channel,
    /// The caller's name for the command; the house's own commands have none.
    pub key: Option<IdempotencyKey>,
    /// SHA-256 over what was asked.
    pub fingerprint: [u8; 32],
    /// The version of the thing that the caller saw.
    pub expected_version: Option<u64>,
    /// Only a preview.
    pub dry_run: bool,
    /// The moment it is decided at, where it is history that is told; none is now.
    pub at: Option<Timestamp>,
    /// When it began to wait for the house, by the clock of a client that had to keep it: kept with
    /// its events, and never decided by.
    pub enqueued_at: Option<Timestamp>,
    /// One id for everything that follows from one request.
    pub correlation: Uuid,
}

/// What a command came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// JSON: the outcome, or a problem where the status is 400 or more.
    pub body: String,
    /// The version of what was changed.
    pub etag: Option<u64>,
    /// Whether the command was decided before and this is that answer again.
    pub replayed: bool,
}

/// Why a command has no answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum EngineError {
    /// The queue is full; nothing was done.
    #[error("too many commands are waiting")]
    Busy,
    /// The key was used for another command; nothing was done.
    #[error("the idempotency key was used for another command")]
    KeyReused,
    /// The database can't be reached, or others keep it busy; it may have been done, and the answer is
    /// found under the command's key.
    #[error("the database can't be reached")]
    Unavailable,
    /// The store failed; nothing was done, and the log says why.
    #[error("the command could not be carried out")]
    Failed,
}

/// What the commands of one caller came to, in their order.
type Answers = Vec<Result<Answer, EngineError>>;

/// Commands of one caller, to be decided one after another; one without any only waits its turn.
struct Job {
    envelopes: Vec<Envelope>,
    since: Instant,
    reply: oneshot::Sender<Answers>,
}

/// The way into one lane.
#[derive(Clone)]
struct Way {
    queue: SyncSender<Job>,
    waiting: Arc<AtomicUsize>,
}

/// The way into the write path.
#[derive(Clone)]
pub struct Engine {
    ways: Arc<[Way]>,
}

impl Engine {
    fn new(ways: Vec<Way>) -> Self {
        Self { ways: ways.into() }
    }

    /// Returns how many commands wait.
    pub(crate) fn waiting(&self) -> usize {
        self.ways.iter().map(|way| way.waiting.load(Ordering::Relaxed)).sum()
    }

    /// Returns the way for some commands: those of one hotel meet in one lane, where they share its
    /// rows. Which lane it is decides nothing but that; the store keeps lanes apart.
    fn way(&self, envelopes: &[Envelope]) -> Option<&Way> {
        let mut hasher = DefaultHasher::new();
        let command = envelopes.first().and_then(|envelope| envelope.command.as_ref().ok());
        match command {
            Some(Command::Book(request)) => request.hotel.hash(&mut hasher),
            Some(Command::Hotel(hotel, _)) => hotel.hash(&mut hasher),
            Some(Command::Booking(booking, _)) => booking.hash(&mut hasher),
            Some(_) | None => {}
        }
        let lanes = u64::try_from(self.ways.len()).ok().filter(|lanes| *lanes > 0)?;
        self.ways.get(usize::try_from(hasher.finish() % lanes).ok()?)
    }

    /// Waits until every command that was submitted before is decided, on whatever lane. What the
    /// house knows of commands after that is true of all of those.
    pub async fn settled(&self) -> Result<(), EngineError> {
        let ended =
            self.ways.iter().map(|way| way.put(Vec::new())).collect::<Result<Vec<_>, _>>()?;
        for end in ended {
            end.await.map_err(|_| EngineError::Failed)?;
        }
        Ok(())
    }

    /// Decides a command and makes its effect last.
    pub async fn submit(&self, envelope: Envelope) -> Result<Answer, EngineError> {
        let answers = self.submit_all(vec![envelope]).await?;
        answers.into_iter().next().unwrap_or(Err(EngineError::Failed))
    }

    /// Decides commands in their order, each on its own, with nobody else's in between.
    pub async fn submit_all(&self, envelopes: Vec<Envelope>) -> Result<Answers, EngineError> {
        let way = self.way(&envelopes).ok_or(EngineError::Failed)?;
        way.put(envelopes)?.await.map_err(|_| EngineError::Failed)
    }
}

impl Way {
    /// Puts commands into the queue, and returns where their answers will come.
    fn put(&self, envelopes: Vec<Envelope>) -> Result<oneshot::Receiver<Answers>, EngineError> {
        let count = envelopes.len();
        let (reply, answers) = oneshot::channel();
        if self.waiting.fetch_add(count, Ordering::Relaxed) + count > QUEUE_LEN_MAX {
            self.waiting.fetch_sub(count, Ordering::Relaxed);
            return Err(EngineError::Busy);
        }
        match self.queue.try_send(Job { envelopes, since: Instant::now(), reply }) {
            Ok(()) => Ok(answers),
            Err(refused) => {
                self.waiting.fetch_sub(count, Ordering::Relaxed);
                Err(match refused {
                    TrySendError::Full(_) => EngineError::Busy,
                    TrySendError::Disconnected(_) => EngineError::Failed,
                })
            }
        }
    }
}

/// Returns the house itself as a user: it ends holds and makes the first admin.
pub fn house() -> User {
    User {
        id: UserId(Uuid::nil()),
        name: "house".parse().unwrap_or_default(),
        role: Role::Admin,
        hotels: Vec::new(),
        active: true,
    }
}

#[cfg(test)]
mod tests;
