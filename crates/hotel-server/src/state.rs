//! What the handlers share.

use std::ops::Deref;
use std::sync::Arc;

use tokio::sync::watch;

use crate::clock::Clock;
use crate::engine::Engine;
use crate::feed::Feed;
use crate::index::Index;
use crate::metrics::Metrics;
use crate::offers::Offers;
use crate::reports::Reports;
use crate::shelf::Shelf;
use crate::store::Queries;

/// What every handler can reach; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Shared>);

/// What is behind an `App`.
pub struct Shared {
    /// The write path.
    pub engine: Engine,
    /// The reads.
    pub queries: Queries,
    /// The catalogues.
    pub shelf: Shelf,
    /// How far the log reaches.
    pub feed: Feed,
    /// The availability index.
    pub index: Arc<Index>,
    /// Offers, signed.
    pub offers: Offers,
    /// The reports.
    pub reports: Reports,
    /// What is counted.
    pub metrics: Metrics,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// What token secrets are derived from.
    pub token_key: [u8; 32],
    /// The server's version.
    pub version: &'static str,
    /// Turns true when the server is asked to stop: it is not ready any more.
    pub leaving: watch::Receiver<bool>,
    /// Turns true when the server stops: streams end then.
    pub draining: watch::Receiver<bool>,
}

impl App {
    /// Makes what the handlers share.
    pub fn new(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }
}

impl Deref for App {
    type Target = Shared;
    fn deref(&self) -> &Shared {
        &self.0
    }
}
