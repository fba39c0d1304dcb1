//! The projector: a plain thread that reads the log into the read model, and answers reports from it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::sync::oneshot;

use super::{Log, Mark, ReadModel};
use crate::feed::Feed;
use crate::store::StoreError;

/// How often the projector looks whether the house is quiet.
const TICK: Duration = Duration::from_secs(1);

/// Events of one tick up to which a house is quiet; a busier one is left to its bookings.
const QUIET_EVENTS_MAX: u64 = 200;

/// Events read and written in one transaction: a few hundredths of a second.
const STRETCH_EVENTS_MAX: u32 = 2_000;

/// Reports that may wait; each takes less than a second once the log is read.
const QUESTIONS_MAX: usize = 64;

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReportError {
    /// Too many wait already.
    #[error("too many reports are waiting")]
    Busy,
    /// The read model or the log failed.
    #[error("the report could not be counted")]
    Store(#[from] StoreError),
}

/// What is done with the read model once it has read far enough.
type Work = Box<dyn FnOnce(&mut dyn ReadModel, Result<Mark, StoreError>) + Send>;

struct Question {
    head: u64,
    work: Work,
}

/// The way to the reports; cheap to clone.
#[derive(Clone)]
pub struct Reports {
    questions: SyncSender<Question>,
}

impl Reports {
    /// Counts something over the read model, once it has read the log up to a position.
    pub(crate) async fn count<T: Send + 'static>(
        &self,
        head: u64,
        count: impl FnOnce(&mut dyn ReadModel) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<(T, Mark), ReportError> {
        let (reply, answer) = oneshot::channel();
        let work: Work = Box::new(move |model, read| {
            // A caller who has gone away needs no numbers.
            if !reply.is_closed() {
                let counted = read.and_then(|mark| Ok((count(model)?, mark)));
                drop(reply.send(counted));
            }
        });
        self.questions.try_send(Question { head, work }).map_err(|_| ReportError::Busy)?;
        Ok(answer.await.map_err(|_| StoreError::Closing)??)
    }
}

/// The running projector.
pub(crate) struct Projector {
    thread: JoinHandle<()>,
    stopping: Arc<AtomicBool>,
}

impl Projector {
    /// Starts the thread; nothing is opened or read before the first tick or question.
    pub(crate) fn start(
        log: Box<dyn Log>,
        model: Box<dyn ReadModel>,
        feed: Feed,
    ) -> Result<(Reports, Self), StoreError> {
        let (questions, asked) = sync_channel(QUESTIONS_MAX);
        let stopping = Arc::new(AtomicBool::new(false));
        let mut reader = Reader {
            log,
            model,
            is_checked: false,
            stopping: Arc::clone(&stopping),
            seen: feed.head(),
            feed,
        };
        let thread = std::thread::Builder::new()
            .name("reports".to_owned())
            .spawn(move || reader.run(&asked))
            .map_err(|error| StoreError::Open(format!("no thread for reports: {error}")))?;
        Ok((Reports { questions }, Self { thread, stopping }))
    }

    /// Stops between two stretches and waits for the end; call it once the last `Reports` is gone.
    pub(crate) fn join(self) {
        self.stopping.store(true, Ordering::Relaxed);
        if self.thread.join().is_err() {
            tracing::error!("the projector's thread panicked");
        }
    }
}

struct Reader {
    log: Box<dyn Log>,
    model: Box<dyn ReadModel>,
    /// Whether the model's mark was found in the log.
    is_checked: bool,
    stopping: Arc<AtomicBool>,
    feed: Feed,
    /// How far the log reached at the last tick.
    seen: u64,
}

impl Reader {
    fn run(&mut self, asked: &Receiver<Question>) {
        loop {
            match asked.recv_timeout(TICK) {
                Ok(question) => self.answer(question),
                Err(RecvTimeoutError::Timeout) => self.tick(),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn answer(&mut self, question: Question) {
        let read = self.catch_up(question.head, |_| true);
        if read.is_err() {
            self.is_checked = false;
        }
        (question.work)(self.model.as_mut(), read);
    }

    /// Reads on while the house is quiet.
    fn tick(&mut self) {
        let head = self.feed.head();
        let came = head.saturating_sub(self.seen);
        self.seen = head;
        if came >= QUIET_EVENTS_MAX {
            return;
        }
        let feed = self.feed.clone();
        let is_quiet = move |_: &Mark| feed.head().saturating_sub(head) < QUIET_EVENTS_MAX;
        if let Err(error) = self.catch_up(head, is_quiet) {
            self.is_checked = false;
            tracing::warn!(error = &error as &dyn std::error::Error, "reports lag behind the log");
        }
    }

    /// Reads the log up to a position, stretch by stretch, as long as it may go on.
    fn catch_up(
        &mut self,
        head: u64,
        may_go_on: impl Fn(&Mark) -> bool,
    ) -> Result<Mark, StoreError> {
        let mut mark = self.checked_mark()?;
        while mark.position < head && may_go_on(&mark) {
            if self.stopping.load(Ordering::Relaxed) {
                return Err(StoreError::Closing);
            }
            let Some(stretch) = self.log.following(mark.position, STRETCH_EVENTS_MAX)? else {
                break;
            };
            self.model.apply(&stretch)?;
            mark = stretch.mark;
        }
        Ok(mark)
    }

    /// Returns how far the model has read, and has it begin anew if it read another log.
    fn checked_mark(&mut self) -> Result<Mark, StoreError> {
        let mark = self.model.mark()?;
        if self.is_checked || mark.position == 0 {
            return Ok(mark);
        }
        self.is_checked = self.log.holds(&mark)?;
        if !self.is_checked {
            tracing::warn!(mark.position, "the reports were of another log and are made anew");
            self.model.renew()?;
        }
        self.model.mark()
    }
}
