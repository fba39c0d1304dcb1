//! `hotel serve`: the bundled server in the foreground. Beside `demo` the only command that names it.

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
use hotel_server::house::{House, HouseError, Tls, check_exposure};
use hotel_server::store::database::Database;
use hotel_server::telemetry;

use crate::config::{Token, save_profile};
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::files::{Access, create_folder};
use crate::output::Out;
use crate::paths::Paths;
use crate::start::{interrupted, terminated};

const EXAMPLES: &str = "\
Examples:
  $ hotel serve
  $ hotel serve --listen 127.0.0.1:7071 --database /srv/hotel/hotel.db
  $ hotel serve --database postgres://hotel@localhost/hotel
  $ hotel serve --listen 0.0.0.0:443 --tls-cert cert.pem --tls-key key.pem --log json";

/// The profile that the first start on this machine makes.
const LOCAL_PROFILE: &str = "local";

/// Run the server in the foreground, until Ctrl-C or SIGTERM
///
/// The first start makes an administrator. If only this machine can reach the server, its token is
/// kept in the profile `local`, else it is printed once on stdout. Requests under way are finished
/// before the server ends. `HOTEL_LOG` says what is logged on stderr.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ServeArgs {
    /// Listen on this address; port 0 takes any that is free
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7070")]
    listen: SocketAddr,
    /// Keep everything in this file, or in Postgres [default: hotel.db in the server's folder]
    #[arg(long, value_name = "FILE|URL")]
    database: Option<Database>,
    /// Certificate chain, PEM
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// Private key, PEM
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// Others may reach this server, since a proxy before it does TLS
    #[arg(long)]
    behind_proxy: bool,
    /// Write log lines for people or as JSON
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "human")]
    log: LogFormat,
}

/// What log lines look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum LogFormat {
    /// For people
    Human,
    /// One JSON object a line
    Json,
}

/// Returns the codes of the server's HTTP layer, for the help.
pub(crate) fn http_codes() -> impl Iterator<Item = Code> {
    CODES.iter().copied()
}

/// Serves.
pub(crate) fn run(ctx: &Context, args: ServeArgs) -> Result<(), CliError> {
    let desk = Desk { out: Arc::clone(&ctx.out), paths: ctx.paths.clone(), args };
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
    args: ServeArgs,
}

impl Desk {
    fn run(self) -> Result<(), CliError> {
        telemetry::init(self.args.log == LogFormat::Json);
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .map_err(|error| failed("the server can't start").why(error.to_string()))?;
        runtime.block_on(self.serve())
    }

    async fn serve(self) -> Result<(), CliError> {
        let tls = self.args.tls_cert.clone().zip(self.args.tls_key.clone());
        let tls = tls.map(|(certificate, key)| Tls { certificate, key });
        check_exposure(self.args.listen, tls.as_ref(), self.args.behind_proxy)
            .map_err(|error| refused(&error))?;
        if let Some(tls) = &tls {
            check_readable(&tls.certificate)?;
            check_readable(&tls.key)?;
        }
        let listener = bind(self.args.listen)?;
        let address = listener
            .local_addr()
            .map_err(|error| failed("the address is not known").why(error.to_string()))?;
        let house = self.open().await?;
        let scheme = if tls.is_some() { "https" } else { "http" };
        let server = format!("{scheme}://{address}");
        if let Some(secret) = house.first_admin().await.map_err(|error| refused(&error))? {
            let is_local = address.ip().is_loopback() && tls.is_none();
            self.welcome(&server, &secret, is_local)?;
        }
        // Only now: who waits for this line may knock at once.
        self.out.status(format!("hotel: serving {server}  (API docs: /docs)"));
        house.serve(listener, tls, stop()).await.map_err(|error| refused(&error))
    }

    async fn open(&self) -> Result<House, CliError> {
        let folder = self.paths.server_dir();
        create_folder(&folder, Access::Private)
            .map_err(|error| CliError::file("make", &folder, &error))?;
        let database =
            self.args.database.clone().unwrap_or_else(|| Database::from(folder.join("hotel.db")));
        let opened =
            House::open_with(database.clone(), Arc::new(SystemClock), Pace::default(), &folder);
        opened.await.map_err(|error| refused(&error).why(format!("the database is {database}")))
    }

    /// Hands the first administrator's token over; it is not told again, so it must not get lost.
    fn welcome(&self, server: &str, secret: &str, is_local: bool) -> Result<(), CliError> {
        if let Some(token) = Token::new(secret).filter(|_| is_local) {
            let saved = save_profile(&self.paths, LOCAL_PROFILE, server, &token);
            let Err(error) = saved else {
                let name = LOCAL_PROFILE;
                self.out
                    .status(format!("made the user admin; its token is in the profile `{name}`"));
                return Ok(());
            };
            self.out.warn(format!("the profile can't be written: {error}"));
        }
        self.out.verbatim(&format!("{secret}\n"))?;
        self.out.status("made the user admin; its token is above and is not told again");
        self.out.hint("hotel profile add NAME --server URL reads it from stdin");
        Ok(())
    }
}

/// Finds a missing file before a database and an administrator are made.
fn check_readable(path: &Path) -> Result<(), CliError> {
    File::open(path).map(|_| ()).map_err(|error| CliError::file("read", path, &error))
}

fn bind(address: SocketAddr) -> Result<TcpListener, CliError> {
    TcpListener::bind(address).map_err(|error| {
        let failure = failed(&format!("cannot listen on {address}")).why(error.to_string());
        if error.kind() == io::ErrorKind::AddrInUse {
            failure.hint("hotel serve --listen 127.0.0.1:0")
        } else {
            failure
        }
    })
}

/// Ends when the server is asked to stop.
async fn stop() {
    tokio::select! {
        () = interrupted() => {}
        () = terminated() => {}
    }
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
