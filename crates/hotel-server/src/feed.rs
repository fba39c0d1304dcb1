//! The feed: how far the log reaches, and a wake-up for those who read it. It carries no events; they
//! are read from the log, so that nobody can miss one.

use tokio::sync::watch;

/// How far the log reaches.
#[derive(Clone)]
pub struct Feed {
    head: watch::Sender<u64>,
    epoch: u32,
}

impl Feed {
    /// Makes a feed that reaches to a position. The epoch tells one history of the log from another.
    pub fn new(head: u64, epoch: u32) -> Self {
        Self { head: watch::Sender::new(head), epoch }
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

    /// Tells readers that the log reaches further.
    pub(crate) fn advance(&self, head: u64) {
        self.head.send_replace(head);
    }
}
