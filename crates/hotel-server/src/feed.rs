//! The feed: how far the log reaches, and a wake-up for those who read it. It carries no events; they
//! are read from the log, so that nobody can miss one.

use tokio::sync::{mpsc, watch};

/// How far the log reaches.
#[derive(Clone)]
pub struct Feed {
    head: watch::Sender<u64>,
    epoch: u32,
    expected: Option<mpsc::UnboundedSender<Expected>>,
}

/// A batch that this process has committed, and that the feed is to take in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Expected {
    /// The batch.
    pub(crate) batch: u64,
    /// Whether everything in memory knows all of it already.
    pub(crate) is_known: bool,
}

impl Feed {
    /// Makes a feed that reaches to a position. The epoch tells one history of the log from another.
    pub fn new(head: u64, epoch: u32) -> Self {
        Self { head: watch::Sender::new(head), epoch, expected: None }
    }

    /// Makes a feed that takes batches in after their commit: whoever does it hears of them.
    pub(crate) fn taken_in(head: u64, epoch: u32) -> (Self, mpsc::UnboundedReceiver<Expected>) {
        let (expected, batches) = mpsc::unbounded_channel();
        (Self { expected: Some(expected), ..Self::new(head, epoch) }, batches)
    }

    /// Returns the position of the last committed event.
    pub fn head(&self) -> u64 {
        *self.head.borrow()
    }

    /// Returns a receiver that wakes when the log grows.
    pub fn watch(&self) -> watch::Receiver<u64> {
        self.head.subscribe()
    }

    /// Returns which history of the log this is; a restored backup is another.
    pub fn epoch(&self) -> u32 {
        self.epoch
    }

    /// Tells whoever takes batches in that there is one.
    pub(crate) fn expect(&self, batch: u64, is_known: bool) {
        if let Some(expected) = &self.expected {
            // Nobody is left to hear it when the house closes; another instance takes it in.
            expected.send(Expected { batch, is_known }).ok();
        }
    }

    /// Tells readers that the log reaches further.
    pub(crate) fn advance(&self, head: u64) {
        self.head.send_replace(head);
    }
}
