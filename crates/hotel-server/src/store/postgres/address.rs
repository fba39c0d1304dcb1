//! Where a Postgres is reached, and how: who we are, TLS, and the limits of every session.

use std::net::IpAddr;
use std::path::Path;
use std::pin::Pin;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use futures_util::stream::{Stream, poll_fn};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::{AsyncMessage, Client, Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::fault::unavailable;
use crate::store::StoreError;

/// How long a connection may take to come about.
const CONNECT_MAX: Duration = Duration::from_secs(2);

/// How long a house that starts lets its database be silent where the answer is at hand, or comes row by
/// row: long enough for one that is very busy.
pub(super) const SILENCE_AT_START_MAX: Duration = Duration::from_secs(10);

/// How long the other side may leave what was sent unacknowledged before it counts as gone.
const SILENCE_MAX: Duration = Duration::from_secs(3);

/// The environment variable with a file of certificates to trust beside those of this machine.
const ROOTS_VARIABLE: &str = "PGSSLROOTCERT";

/// What every session is set to: it waits for nobody long, and a client that is gone holds nothing.
const SESSION: &str = "\
    SET lock_timeout = '2s'; SET idle_in_transaction_session_timeout = '3s'; \
    SET client_connection_check_interval = '1s'; SET tcp_keepalives_idle = 2; \
    SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 2; \
    SET TimeZone = 'UTC'; SET jit = off; SET synchronous_commit = on; ";

/// A Postgres server, and who we are there.
#[derive(Clone)]
pub struct Address {
    config: Config,
    tls: Option<MakeRustlsConnect>,
}

impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}

/// Without the password.
impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("postgres://")?;
        for (place, host) in self.config.get_hosts().iter().enumerate() {
            let ports = self.config.get_ports();
            let port = ports.get(place).or(ports.first()).copied().unwrap_or(5432);
            let separator = if place == 0 { "" } else { "," };
            match host {
                Host::Tcp(name) => write!(f, "{separator}{name}:{port}")?,
                Host::Unix(path) => write!(f, "{separator}{}:{port}", path.display())?,
            }
        }
        write!(f, "/{}", self.config.get_dbname().unwrap_or_default())
    }
}

impl FromStr for Address {
    type Err = StoreError;

    fn from_str(url: &str) -> Result<Self, StoreError> {
        let mut config: Config = url.parse().map_err(|error| {
            StoreError::Open(format!(
                "this is no address of a Postgres ({error}): write postgres://USER@HOST:PORT/DATABASE"
            ))
        })?;
        if config.get_hosts().is_empty() {
            config.host("localhost");
        }
        config.connect_timeout(CONNECT_MAX).tcp_user_timeout(SILENCE_MAX);
        config.keepalives_idle(SILENCE_MAX).keepalives_interval(Duration::from_secs(1));
        config.keepalives_retries(2);
        let tls = tls(&config)?;
        Ok(Self { config, tls })
    }
}

/// Returns how TLS is done: on this machine only where it is asked for, elsewhere always, and the
/// certificate is verified.
fn tls(config: &Config) -> Result<Option<MakeRustlsConnect>, StoreError> {
    let is_here = config.get_hosts().iter().all(|host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost" || name.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
        }
    });
    match config.get_ssl_mode() {
        SslMode::Disable if !is_here => Err(StoreError::Open(format!(
            "{} is another machine, and sslmode=disable would send it bookings and passwords in \
             clear text: leave it out",
            Address { config: config.clone(), tls: None }
        ))),
        SslMode::Disable | SslMode::Prefer if is_here => Ok(None),
        // Whatever is asked for, or comes to be known later.
        SslMode::Disable | SslMode::Prefer | SslMode::Require | _ => verified().map(Some),
    }
}

fn verified() -> Result<MakeRustlsConnect, StoreError> {
    // Only the first call counts; without one rustls would guess from its features.
    rustls::crypto::aws_lc_rs::default_provider().install_default().ok();
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if let Some(path) = std::env::var_os(ROOTS_VARIABLE) {
        let unreadable = |error: &dyn std::fmt::Display| {
            StoreError::Open(format!(
                "the certificates in {ROOTS_VARIABLE} ({}) can't be read: {error}",
                Path::new(&path).display()
            ))
        };
        let more = CertificateDer::pem_file_iter(&path).map_err(|error| unreadable(&error))?;
        for certificate in more {
            let certificate = certificate.map_err(|error| unreadable(&error))?;
            roots.add(certificate).map_err(|error| unreadable(&error))?;
        }
    }
    let client = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    Ok(MakeRustlsConnect::new(client))
}

/// What a session is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Purpose {
    /// Deciding and writing.
    Lane,
    /// Reading.
    Read,
    /// Taking batches into the feed and following it.
    Feed,
    /// Making and changing tables, and copying: what takes its time.
    Keep,
}

// Rows are looked up by their keys, whatever the planner believes of a table that was empty a moment ago.
macro_rules! by_keys {
    () => {
        "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; \
         SET enable_hashjoin = off; SET enable_mergejoin = off"
    };
}

impl Purpose {
    /// Returns how long a round trip may take; a database that holds still longer counts as gone, so
    /// that whoever waits hears of it. What takes its time may have to sort a whole log first.
    pub(super) fn answer_max(self) -> Duration {
        match self {
            Self::Lane | Self::Read | Self::Feed => Duration::from_secs(6),
            Self::Keep => Duration::from_mins(30),
        }
    }

    fn settings(self) -> &'static str {
        match self {
            Self::Lane => {
                concat!(
                    "SET application_name = 'hotel lane'; SET statement_timeout = '4s'; ",
                    by_keys!()
                )
            }
            Self::Read => {
                "SET application_name = 'hotel read'; SET statement_timeout = '8s'; \
                 SET default_transaction_read_only = on"
            }
            Self::Feed => {
                concat!(
                    "SET application_name = 'hotel feed'; SET statement_timeout = '4s'; ",
                    by_keys!()
                )
            }
            Self::Keep => {
                "SET application_name = 'hotel keep'; SET statement_timeout = 0; \
                 SET idle_in_transaction_session_timeout = 0"
            }
        }
    }
}

/// What a server sends of itself, until the connection ends.
pub(super) type Messages =
    Pin<Box<dyn Stream<Item = Result<AsyncMessage, tokio_postgres::Error>> + Send>>;

impl Address {
    /// Connects. The messages have to be awaited for anything to move.
    pub(super) async fn connect(&self, purpose: Purpose) -> Result<(Client, Messages), StoreError> {
        let connected = async {
            let (client, messages): (Client, Messages) = match &self.tls {
                None => {
                    let (client, mut way) = self.config.connect(NoTls).await?;
                    (client, Box::pin(poll_fn(move |context| way.poll_message(context))))
                }
                Some(tls) => {
                    let (client, mut way) = self.config.connect(tls.clone()).await?;
                    (client, Box::pin(poll_fn(move |context| way.poll_message(context))))
                }
            };
            Ok((client, messages))
        };
        let connected = tokio::time::timeout(CONNECT_MAX, connected).await;
        let (client, mut messages) = connected
            .map_err(|_| StoreError::Unavailable(format!("{self} does not answer")))?
            .map_err(|error| unavailable(self, &error))?;
        let set = settings(purpose);
        let setting = client.batch_execute(&set);
        // Nobody else awaits the messages yet.
        let ended =
            async { while let Some(Ok(_)) = futures_util::StreamExt::next(&mut messages).await {} };
        let set = tokio::select! {
            set = setting => set.map_err(|error| unavailable(self, &error)),
            () = ended => Err(StoreError::Unavailable(format!("{self} hung up"))),
            () = tokio::time::sleep(CONNECT_MAX) => {
                Err(StoreError::Unavailable(format!("{self} does not answer")))
            }
        };
        set.map(|()| (client, messages))
    }

    /// Connects, and leaves the messages to a task of the current runtime.
    pub(super) async fn client(&self, purpose: Purpose) -> Result<Client, StoreError> {
        let (client, mut messages) = self.connect(purpose).await?;
        tokio::spawn(async move {
            while let Some(Ok(_)) = futures_util::StreamExt::next(&mut messages).await {}
        });
        Ok(client)
    }

    /// Returns what a pool of connections is made of.
    pub(super) fn manager(&self) -> deadpool_postgres::Manager {
        let usual = deadpool_postgres::ManagerConfig::default();
        match &self.tls {
            None => deadpool_postgres::Manager::from_config(self.config.clone(), NoTls, usual),
            Some(tls) => {
                deadpool_postgres::Manager::from_config(self.config.clone(), tls.clone(), usual)
            }
        }
    }
}

/// Returns the statements that set a session up.
pub(super) fn settings(purpose: Purpose) -> String {
    [SESSION, purpose.settings()].concat()
}

/// An address that several tasks share.
pub(super) type Shared = Arc<Address>;
