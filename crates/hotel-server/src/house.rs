//! A running house: the store opened, the engine started, the index built, holds swept.

use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum_server::tls_rustls::{RustlsAcceptor, RustlsConfig};
use sha2::{Digest as _, Sha256};
use tokio::time::timeout;
use uuid::Uuid;

use hotel_core::booking::Channel;
use hotel_core::command::people::{TokenGrant, UserDetails};
use hotel_core::command::{BookingCommand, Command};
use hotel_core::people::Role;

use crate::auth::new_secret;
use crate::clock::Clock;
use crate::drain::{CLOSE_MAX, Drain};
use crate::engine::{EngineError, Envelope, Lanes, Pace, Published, house as house_user};
use crate::index::Index;
use crate::metrics::{Listener, Metrics};
use crate::offers::Offers;
use crate::patience::{Patience, STANDSTILL_MAX};
use crate::reports::projector::Projector;
use crate::router::router;
use crate::shelf::Shelf;
use crate::state::{App, Shared};
use crate::store::database::{Books, Keepers, Store};
use crate::store::{Opening, StoreError};

/// How often holds that have run out are ended; nobody waits for it, the event only comes sooner.
const SWEEP_EVERY: Duration = Duration::from_secs(1);

/// Holds ended in one sweep at most.
const SWEEP_LEN_MAX: u32 = 500;

/// The name of the user that the first start makes.
const FIRST_ADMIN: &str = "admin";

/// A certificate and its key, as PEM files.
#[derive(Clone, Debug)]
pub struct Tls {
    /// The certificate chain.
    pub certificate: PathBuf,
    /// The private key.
    pub key: PathBuf,
}

/// How a house serves.
#[derive(Debug)]
pub struct Manner {
    /// The certificate, where the house does TLS itself.
    pub tls: Option<Tls>,
    /// Where it tells what it counts, if anywhere.
    pub metrics: Option<TcpListener>,
    /// How long it goes on serving after it was asked to stop, so that a balancer can notice.
    pub drain_wait: Duration,
    /// How long the other end of a connection may take nothing of what waits for it.
    pub standstill_max: Duration,
}

impl Default for Manner {
    fn default() -> Self {
        Self {
            tls: None,
            metrics: None,
            drain_wait: Duration::ZERO,
            standstill_max: STANDSTILL_MAX,
        }
    }
}

/// Why a house can't run.
#[derive(Debug, thiserror::Error)]
pub enum HouseError {
    /// The store can't be used.
    #[error("{0}")]
    Store(String),
    /// The listener failed.
    #[error("the server stopped")]
    Listener(#[source] std::io::Error),
    /// The certificate or key can't be used.
    #[error("the TLS certificate or key can't be used")]
    Tls(#[source] std::io::Error),
    /// The address can be reached by others, in clear text.
    #[error(
        "{0} can be reached from other machines, and tokens would travel in clear text: give \
         --tls-cert and --tls-key, or --behind-proxy if a proxy before this server does TLS"
    )]
    Exposed(SocketAddr),
    /// The first administrator can't be made.
    #[error("the first administrator can't be made")]
    FirstAdmin(#[source] EngineError),
}

impl From<StoreError> for HouseError {
    fn from(error: StoreError) -> Self {
        Self::Store(error.in_full())
    }
}

/// Refuses an address that others can reach, unless somebody does TLS.
pub fn check_exposure(
    address: SocketAddr,
    tls: Option<&Tls>,
    behind_proxy: bool,
) -> Result<(), HouseError> {
    if address.ip().is_loopback() || tls.is_some() || behind_proxy {
        Ok(())
    } else {
        Err(HouseError::Exposed(address))
    }
}

/// A house, open.
pub struct House {
    app: App,
    lanes: Lanes,
    drain: Drain,
    projector: Projector,
    keepers: Keepers,
    store: Store,
    // Held as long as the house is open, so that no other instance writes its reports.
    _reports: Option<File>,
}

impl House {
    /// Opens the house over a database, made if it is not there.
    pub async fn open(books: impl Into<Books>, clock: Arc<dyn Clock>) -> Result<Self, HouseError> {
        Self::open_with(books, clock, Pace::default(), &std::env::temp_dir()).await
    }

    /// Opens the house with a pace of its own for the engine, and a folder for what is not worth saving.
    pub async fn open_with(
        books: impl Into<Books>,
        clock: Arc<dyn Clock>,
        pace: Pace,
        folder: &Path,
    ) -> Result<Self, HouseError> {
        let mut store = Store::open(&books.into()).await?;
        let offers = Offers::new(store.secret("offers").await?);
        let token_key = store.secret("tokens").await?;
        let epoch = store.secret("epoch").await?;
        let queries = store.queries();
        let Opening { catalogues, versions, index } = queries.opening(clock.now()).await?;
        let shelf = Shelf::new(catalogues, versions);
        let epoch = u32::from_le_bytes([epoch[0], epoch[1], epoch[2], 0]);
        let (feed, expected) = store.feed(index.position, epoch);
        let index = Arc::new(Index::new(index, &shelf.all()));
        let metrics = Metrics::new(env!("CARGO_PKG_VERSION"), &store.tally());
        let gauges = metrics.engine().clone();
        let (of_shelf, of_index) = (shelf.clone(), Arc::clone(&index));
        let published = Published { shelf: of_shelf, index: of_index, feed: feed.clone(), gauges };
        let units = store.units(&shelf)?;
        let (engine, lanes) = Lanes::start(units, &published, &clock, pace)?;
        let keepers = store.keep(published, expected)?;
        let (log, model, reports_lock) = store.reports(folder)?;
        let (reports, projector) = Projector::start(log, model, feed.clone())?;
        let (drain, leaving, draining) = Drain::new();
        let app = App::new(Shared {
            engine,
            queries,
            shelf,
            feed,
            index,
            offers,
            reports,
            metrics,
            clock,
            token_key,
            version: env!("CARGO_PKG_VERSION"),
            leaving,
            draining,
        });
        Ok(Self { app, lanes, drain, projector, keepers, store, _reports: reports_lock })
    }

    /// Returns what the handlers share.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Makes an administrator with a token if nobody can come in yet, and returns the token's secret.
    pub async fn first_admin(&self) -> Result<Option<String>, HouseError> {
        if !self.app.queries.users().await?.is_empty() {
            return Ok(None);
        }
        let name = FIRST_ADMIN.parse().unwrap_or_default();
        let secret = new_secret();
        let user = UserDetails { name, role: Role::Admin, hotels: Vec::new(), active: true };
        let grant = TokenGrant {
            user: user.name.clone(),
            secret_hash: Sha256::digest(secret.as_bytes()).into(),
            expires_at: None,
        };
        for command in [Command::SetUser(user), Command::IssueToken(grant)] {
            let answer =
                self.app.engine.submit(own(command)).await.map_err(HouseError::FirstAdmin)?;
            if answer.status >= 400 {
                return Err(HouseError::FirstAdmin(EngineError::Failed));
            }
        }
        Ok(Some(secret))
    }

    /// Serves until `stop` ends, then lets what is under way finish and closes the house.
    pub async fn serve(
        self,
        listener: TcpListener,
        tls: Option<Tls>,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), HouseError> {
        self.serve_so(listener, Manner { tls, ..Manner::default() }, stop).await
    }

    /// Serves in a manner of one's own.
    pub async fn serve_so(
        self,
        listener: TcpListener,
        manner: Manner,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), HouseError> {
        let Self { app, lanes, drain, projector, keepers, store, _reports } = self;
        listener.set_nonblocking(true).map_err(HouseError::Listener)?;
        let handle = axum_server::Handle::new();
        let metrics = manner.metrics.map(|listener| Listener::start(listener, app.clone()));
        let metrics = metrics.transpose().map_err(HouseError::Listener)?;
        let sweeper = tokio::spawn(sweep(app.clone()));
        let stopper = tokio::spawn(drain.run(stop, manner.drain_wait, handle.clone()));
        let service = router(app).into_make_service();
        let patience = Patience(manner.standstill_max);
        let served = match manner.tls {
            None => {
                let server = axum_server::from_tcp(listener).map_err(HouseError::Listener)?;
                server.acceptor(patience).handle(handle).serve(service).await
            }
            Some(tls) => {
                // Only the first call counts; without one rustls would guess from its features.
                rustls::crypto::aws_lc_rs::default_provider().install_default().ok();
                let config = RustlsConfig::from_pem_file(tls.certificate, tls.key)
                    .await
                    .map_err(HouseError::Tls)?;
                let server = axum_server::from_tcp(listener).map_err(HouseError::Listener)?;
                let acceptor = RustlsAcceptor::new(config).acceptor(patience);
                server.acceptor(acceptor).handle(handle).serve(service).await
            }
        };
        stopper.abort();
        sweeper.abort();
        if let Some(metrics) = metrics {
            metrics.stop().await;
        }
        // Both must be gone before the lane can see that nobody will submit any more.
        drop((stopper.await, sweeper.await));
        if timeout(CLOSE_MAX, close(lanes, projector, keepers, store)).await.is_err() {
            tracing::warn!("a request still holds on to the house; it ends without waiting");
        }
        served.map_err(HouseError::Listener)
    }
}

async fn close(lanes: Lanes, projector: Projector, keepers: Keepers, store: Store) {
    let closed = tokio::task::spawn_blocking(move || {
        lanes.join();
        projector.join();
        keepers.join();
        drop(store);
    });
    if closed.await.is_err() {
        tracing::error!("the house could not be closed in order");
    }
}

fn own(command: Command) -> Envelope {
    Envelope {
        command: Ok(command),
        user: Arc::new(house_user()),
        channel: Channel::House,
        key: None,
        fingerprint: [0; 32],
        expected_version: None,
        dry_run: false,
        at: None,
        enqueued_at: None,
        correlation: Uuid::now_v7(),
    }
}

/// Ends holds that have run out, so that their events come even where nothing else happens.
async fn sweep(app: App) {
    let mut draining = app.draining.clone();
    loop {
        tokio::select! {
            () = tokio::time::sleep(SWEEP_EVERY) => {}
            _ = draining.wait_for(|draining| *draining) => return,
        }
        match app.queries.lapsed_holds(app.clock.now(), SWEEP_LEN_MAX).await {
            Ok(lapsed) => {
                for code in lapsed {
                    let expire = own(Command::Booking(code, BookingCommand::Expire));
                    // Refused when something else ended it first; busy when there is more to do.
                    drop(app.engine.submit(expire).await);
                }
            }
            Err(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "holds were not swept");
            }
        }
    }
}
