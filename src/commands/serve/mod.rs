//! `hotel serve`: the bundled server in the foreground. Beside `demo` the only command that names it.

mod settings;
mod signals;

use std::error::Error as _;
use std::fs::File;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use hotel_server::clock::SystemClock;
use hotel_server::engine::Pace;
use hotel_server::failure::{CODES, Code};
use hotel_server::house::{House, HouseError, Manner, Tls, check_exposure};
use hotel_server::store::database::{Books, Database};
use hotel_server::telemetry;
use tokio::sync::oneshot;

use self::settings::Settings;
pub(crate) use self::settings::{FILE_VARIABLE, SERVE_KEYS};
use self::signals::Signals;
use crate::commands::place::Place;
use crate::config::{Token, save_profile};
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::files::{Access, create_folder};
use crate::output::Out;
use crate::paths::Paths;

const EXAMPLES: &str = "\
Examples:
  $ hotel serve
  $ hotel serve --listen 127.0.0.1:7071 --database /srv/hotel/hotel.db
  $ hotel serve --database postgres://hotel@localhost/hotel
  $ hotel serve --database postgres://hotel@db1/hotel --database-replica postgres://hotel@db2/hotel
  $ hotel serve --listen 0.0.0.0:443 --tls-cert cert.pem --tls-key key.pem --log json
  $ hotel serve --config /etc/hotel/server.toml --print-config";

/// The profile that the first start on this machine makes.
const LOCAL_PROFILE: &str = "local";

/// Run the server in the foreground, until Ctrl-C or SIGTERM
///
/// Each setting comes from a flag, else from its variable, else from the file server.toml in the
/// server's folder, else from its default; the names in the file are those of the flags, written with
/// underscores. --print-config shows which. The first start makes an administrator. If only this
/// machine can reach the server, its token is kept in the profile `local`, else it is printed once on
/// stdout. Requests under way are finished before the server ends, in 5 seconds at most after the
/// drain wait; a second signal ends it at once.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ServeArgs {
    #[arg(help = "Read the settings in this file [default: server.toml in the server's folder] \
                  [env: HOTEL_SERVE_CONFIG]")]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    #[arg(help = "Listen on this address; port 0 takes any that is free \
                  [default: 127.0.0.1:7070] [env: HOTEL_SERVE_LISTEN]")]
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
    #[arg(
        help = "Keep everything in this file, or in Postgres [default: hotel.db in the server's folder] \
                  [env: HOTEL_SERVE_DATABASE]"
    )]
    #[arg(long, value_name = "FILE|URL")]
    database: Option<String>,
    #[arg(
        help = "Read lists and reports from this Postgres, which follows the database, where it has come \
                  as far [default: none] [env: HOTEL_SERVE_DATABASE_REPLICA]"
    )]
    #[arg(long, value_name = "URL")]
    database_replica: Option<String>,
    #[arg(help = "Certificate chain, PEM [env: HOTEL_SERVE_TLS_CERT]")]
    #[arg(long, value_name = "FILE")]
    tls_cert: Option<PathBuf>,
    #[arg(help = "Private key, PEM [env: HOTEL_SERVE_TLS_KEY]")]
    #[arg(long, value_name = "FILE")]
    tls_key: Option<PathBuf>,
    #[arg(help = "Others may reach this server, since a proxy before it does TLS \
                  [env: HOTEL_SERVE_BEHIND_PROXY]")]
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "true", hide_possible_values = true)]
    behind_proxy: Option<bool>,
    #[arg(
        help = "Answer /metrics for Prometheus on this address, which is best one that only the \
                  monitoring reaches [default: nowhere] [env: HOTEL_SERVE_METRICS_LISTEN]"
    )]
    #[arg(long, value_name = "ADDRESS")]
    metrics_listen: Option<SocketAddr>,
    #[arg(
        help = "When asked to stop, be unready but serve on for so long, so that a balancer can \
                  notice [default: 0s] [env: HOTEL_SERVE_DRAIN_WAIT]"
    )]
    #[arg(long, value_name = "SPAN")]
    drain_wait: Option<String>,
    #[arg(help = "Write log lines for people or as JSON [default: human] [env: HOTEL_SERVE_LOG]")]
    #[arg(long, value_enum, value_name = "FORMAT")]
    log: Option<LogFormat>,
    #[arg(help = "Log this, as info or hotel_server=debug [default: info] [env: HOTEL_LOG]")]
    #[arg(long, value_name = "FILTER")]
    log_filter: Option<String>,
    /// Print every setting with its value and where it comes from, and end
    #[arg(long)]
    print_config: bool,
}

/// What log lines look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum LogFormat {
    /// For people
    Human,
    /// One JSON object a line
    Json,
}

impl LogFormat {
    fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Json => "json",
        }
    }
}

/// Returns the codes of the server's HTTP layer, for the help.
pub(crate) fn http_codes() -> impl Iterator<Item = Code> {
    CODES.iter().copied()
}

/// Serves.
pub(crate) fn run(ctx: &Context, args: &ServeArgs) -> Result<(), CliError> {
    let settings = Settings::load(&ctx.paths, args, |name| std::env::var(name).ok())?;
    if args.print_config {
        return ctx.out.list(&settings.shown, None);
    }
    telemetry::init(settings.log_json, &settings.log_filter).map_err(|error| {
        CliError::of(codes::CONFIG_VALUE, "the log filter can't be read")
            .field("log_filter")
            .why(error.to_string())
            .hint("hotel serve --log-filter info")
    })?;
    let desk = Desk { out: Arc::clone(&ctx.out), paths: ctx.paths.clone(), settings };
    // The server has threads and signals of its own: it drains and ends well where any other
    // command is stopped. So this thread waits here, and never looks at the signals itself.
    let server = thread::Builder::new().name("serve".to_owned()).spawn(move || desk.run());
    let server = server
        .map_err(|error| CliError::of(codes::SERVE_FAILED, "no thread").why(error.to_string()))?;
    server.join().unwrap_or_else(|_| Err(CliError::internal("the server panicked")))
}

/// What the server needs of the command line.
struct Desk {
    out: Arc<Out>,
    paths: Paths,
    settings: Settings,
}

impl Desk {
    fn run(self) -> Result<(), CliError> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .map_err(|error| failed("the server can't start").why(error.to_string()))?;
        let served = runtime.block_on(self.serve());
        // What still runs by now was given its time, or is not waited for.
        runtime.shutdown_background();
        served
    }

    async fn serve(self) -> Result<(), CliError> {
        let tls = self.settings.tls.clone().map(|(certificate, key)| Tls { certificate, key });
        check_exposure(self.settings.listen, tls.as_ref(), self.settings.behind_proxy)
            .map_err(|error| refused(&error))?;
        if let Some(tls) = &tls {
            check_readable(&tls.certificate)?;
            check_readable(&tls.key)?;
        }
        let listener = bind(self.settings.listen, "--listen")?;
        let address = listener
            .local_addr()
            .map_err(|error| failed("the address is not known").why(error.to_string()))?;
        let metrics = self.settings.metrics_listen;
        let metrics = metrics.map(|address| bind(address, "--metrics-listen")).transpose()?;
        let house = self.open().await?;
        let scheme = if tls.is_some() { "https" } else { "http" };
        let server = format!("{scheme}://{address}");
        if let Some(secret) = house.first_admin().await.map_err(|error| refused(&error))? {
            let is_local = address.ip().is_loopback() && tls.is_none();
            self.welcome(&server, &secret, is_local)?;
        }
        if let Some(address) = metrics.as_ref().and_then(|listener| listener.local_addr().ok()) {
            self.tell(&format!("hotel: metrics on {address}/metrics"));
        }
        // Only now: who waits for this line may knock at once, or ask to stop.
        let mut signals = Signals::hear();
        self.tell(&format!("hotel: serving {server}  (API docs: /docs)"));
        let drain_wait = self.settings.drain_wait;
        let manner = Manner { tls, metrics, drain_wait, ..Manner::default() };
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = house.serve_so(listener, manner, async { drop(stopped.await) });
        let told_twice = async {
            signals.next().await;
            drop(stop);
            signals.next().await
        };
        tokio::select! {
            // A server that is done is done.
            biased;
            result = serving => result.map_err(|error| refused(&error)),
            info = told_twice => Err(CliError::of(info, "stopped at once, by a second signal")),
        }
    }

    /// Tells what the server does, where its log lines go.
    fn tell(&self, text: &str) {
        if self.settings.log_json {
            telemetry::tell(text);
        } else {
            self.out.status(text);
        }
    }

    async fn open(&self) -> Result<House, CliError> {
        let place = &self.settings.database;
        let folder = self.paths.server_dir();
        if self.settings.is_usual_database || place.is_postgres() {
            create_folder(&folder, Access::Private)
                .map_err(|error| CliError::file("make", &folder, &error))?;
        }
        let read = |place: &Place| -> Database {
            let Ok(database) = place.expose().parse();
            database
        };
        let replica = self.settings.replica.as_ref().map(read);
        let books = Books { database: read(place), replica };
        House::open_with(books, Arc::new(SystemClock), Pace::default(), &folder)
            .await
            .map_err(|error| refused(&error).why(format!("the database is {place}")))
    }

    /// Hands the first administrator's token over; it is not told again, so it must not get lost.
    fn welcome(&self, server: &str, secret: &str, is_local: bool) -> Result<(), CliError> {
        if let Some(token) = Token::new(secret).filter(|_| is_local) {
            let saved = save_profile(&self.paths, LOCAL_PROFILE, server, &token);
            let Err(error) = saved else {
                let name = LOCAL_PROFILE;
                self.tell(&format!("made the user admin; its token is in the profile `{name}`"));
                return Ok(());
            };
            self.out.warn(format!("the profile can't be written: {error}"));
        }
        self.out.verbatim(&format!("{secret}\n"))?;
        self.tell("made the user admin; its token is on stdout and is not told again");
        self.out.hint("hotel profile add NAME --server URL reads it from stdin");
        Ok(())
    }
}

/// Finds a missing file before a database and an administrator are made.
fn check_readable(path: &Path) -> Result<(), CliError> {
    File::open(path).map(|_| ()).map_err(|error| CliError::file("read", path, &error))
}

fn bind(address: SocketAddr, flag: &str) -> Result<TcpListener, CliError> {
    TcpListener::bind(address).map_err(|error| {
        let failure = failed(&format!("cannot listen on {address}")).why(error.to_string());
        if error.kind() == io::ErrorKind::AddrInUse {
            failure.hint(format!("hotel serve {flag} 127.0.0.1:0"))
        } else {
            failure
        }
    })
}

fn failed(message: &str) -> CliError {
    CliError::of(codes::SERVE_FAILED, message)
}

/// Words why a house does not run: the one place, for `serve` and for `demo`.
pub(super) fn refused(error: &HouseError) -> CliError {
    let info = match error {
        HouseError::Exposed(_) => codes::SERVE_EXPOSED,
        HouseError::Store(_)
        | HouseError::Listener(_)
        | HouseError::Tls(_)
        | HouseError::FirstAdmin(_) => codes::SERVE_FAILED,
    };
    let failure = CliError::of(info, error.to_string());
    match error.source() {
        Some(cause) => failure.why(cause.to_string()),
        None => failure,
    }
}
