//! A PostgreSQL server of our own: started, killed, paused, started again, and never left behind.

mod binaries;
mod builder;
mod database;

use std::net::IpAddr;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use rustix::process::Signal;

pub use builder::PostgresBuilder;
pub use database::{at, copy_database, fresh_database, psql};

use crate::RigError;
use crate::guard::Guard;
use crate::process::{self, Reaped};

/// Names a server whose databases the tests are to use instead of one of their own.
pub const TEST_SERVER_VARIABLE: &str = "HOTEL_TEST_POSTGRES";

/// Recovery after a kill reads the whole log since the last checkpoint, on a machine that may be busy.
const UP_WITHIN: Duration = Duration::from_mins(1);

/// Returns the path of a program that comes with PostgreSQL, as `pgbench`.
pub fn program(name: &str) -> Result<PathBuf, RigError> {
    Ok(binaries::folder()?.join(name))
}

/// A PostgreSQL server in a folder and on a port of its own, trusting everyone on 127.0.0.1 whom it is
/// not told to ask for a password.
///
/// It ends, and its folder goes, when this value is dropped or when the process that owns it ends in
/// whatever way, even by SIGKILL.
#[derive(Debug)]
pub struct Postgres {
    // Dropped in this order: the guard ends the server, and only then can it be reaped.
    guard: Guard,
    server: Mutex<Option<Reaped>>,
    binaries: PathBuf,
    arguments: Vec<String>,
    port: u16,
}

impl Postgres {
    /// Returns whether PostgreSQL is installed.
    pub fn available() -> bool {
        binaries::folder().is_ok()
    }

    /// Starts a server with settings for tests, on disk; what makes it durable is left as PostgreSQL has it.
    pub fn start() -> Result<Self, RigError> {
        PostgresBuilder::default().start()
    }

    /// Starts a server with these settings besides.
    pub fn start_with(settings: &[(&str, &str)]) -> Result<Self, RigError> {
        let builder = PostgresBuilder::default();
        settings.iter().fold(builder, |builder, (name, value)| builder.setting(name, value)).start()
    }

    /// Starts a server that follows this one: whatever is committed here can be read there a moment later,
    /// until it is promoted. It may be killed, paused and started again like any other.
    pub fn replica(&self) -> Result<Self, RigError> {
        builder::follow(self)
    }

    /// Returns the URL of a database of this server, given the URL it has at another.
    pub fn url_of(&self, elsewhere: &str) -> String {
        database::with_port(elsewhere, self.port)
    }

    /// Returns a builder, for a server that is quick to start again or listens on more than 127.0.0.1.
    pub fn builder() -> PostgresBuilder {
        PostgresBuilder::default()
    }

    /// Returns the URL of a fresh database: on the server that `HOTEL_TEST_POSTGRES` names, else on one
    /// in memory that is shared by this process and ends with it.
    ///
    /// # Panics
    ///
    /// If there is no such server and none can be started: a test has nothing to go on with then.
    pub fn for_tests() -> String {
        static SHARED: OnceLock<Postgres> = OnceLock::new();
        let database = std::env::var(TEST_SERVER_VARIABLE).map_or_else(
            |_| {
                let shared = SHARED.get_or_init(|| {
                    let server = Self::builder().in_memory().start();
                    server.unwrap_or_else(|error| panic!("no PostgreSQL to test with: {error}"))
                });
                shared.database()
            },
            |url| fresh_database(&url),
        );
        database.unwrap_or_else(|error| panic!("no database to test with: {error}"))
    }

    /// Returns the URL of the database that is always there.
    pub fn url(&self) -> String {
        format!("postgres://hotel@127.0.0.1:{}/postgres", self.port)
    }

    /// Returns the URL of that database for those who reach this server at another address.
    pub fn url_at(&self, address: IpAddr) -> String {
        at(&self.url(), address)
    }

    /// Returns the port, which stays the same over a restart.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Returns the folder with `data` and `log`.
    pub fn folder(&self) -> &Path {
        self.guard.folder()
    }

    /// Returns the file with the certificate that a server with TLS shows, and that vouches for itself.
    pub fn certificate(&self) -> PathBuf {
        self.folder().join(builder::CERTIFICATE)
    }

    /// Makes a database that nobody else has, and returns its URL.
    pub fn database(&self) -> Result<String, RigError> {
        fresh_database(&self.url())
    }

    /// Runs SQL in the database `postgres` and returns the rows, columns parted by `|`.
    pub fn psql(&self, sql: &str) -> Result<String, RigError> {
        psql(&self.url(), sql)
    }

    /// Returns the end of what the server has logged.
    pub fn log(&self) -> String {
        process::end_of(&self.log_path())
    }

    /// Kills the server and all its children at one moment, without a shutdown.
    ///
    /// What the kernel has been given stays, as always when processes die; only what PostgreSQL kept in
    /// memory is lost.
    pub fn kill(&self) -> Result<(), RigError> {
        self.kill_locked(&mut self.lock())
    }

    /// Starts the server again over the same folder and port, and waits until it answers; if it still
    /// runs it is killed first.
    pub fn restart(&self) -> Result<(), RigError> {
        let mut server = self.lock();
        self.kill_locked(&mut server)?;
        // The number in it may be another process's by now, and PostgreSQL would believe that one to be
        // a server over this folder. Nobody works in the folder any more, so the file says nothing.
        match std::fs::remove_file(self.data().join("postmaster.pid")) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(RigError::io("remove what a killed server left")(error));
            }
            Ok(()) | Err(_) => {}
        }
        *server = Some(self.launch()?);
        Ok(())
    }

    /// Stops the server and all its children where they are; connections stay open and get no answer.
    pub fn pause(&self) {
        if let Some(first) = self.lock().as_ref().and_then(Reaped::pid) {
            process::stop_all(&self.data(), first);
        }
    }

    /// Lets a paused server go on.
    pub fn resume(&self) {
        let _server = self.lock();
        process::tell_all(&self.data(), Signal::CONT);
    }

    fn lock(&self) -> MutexGuard<'_, Option<Reaped>> {
        self.server.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn kill_locked(&self, server: &mut Option<Reaped>) -> Result<(), RigError> {
        match server.take() {
            Some(killed) => process::kill_all(&self.data(), &killed, &self.log_path()),
            None => Ok(()),
        }
    }

    /// Starts the server and waits until it answers.
    fn launch(&self) -> Result<Reaped, RigError> {
        let log = process::open_log(&self.log_path())?;
        let child = process::unprivileged(&self.binaries.join("postgres"))
            .args(&self.arguments)
            .current_dir(self.data())
            .stdin(Stdio::null())
            .stdout(log.try_clone().map_err(RigError::io("share the log"))?)
            .stderr(log)
            // Ctrl-C is the tests' affair.
            .process_group(0)
            .spawn()
            .map_err(RigError::io("start postgres"))?;
        let mut server = Reaped(child);
        process::wait_for("PostgreSQL's start", UP_WITHIN, &self.log_path(), || {
            if server.0.try_wait().map_err(RigError::io("look at postgres"))?.is_some() {
                return Err(RigError::Ended { what: "PostgreSQL", log: self.log() });
            }
            Ok(self.answers().then_some(()))
        })?;
        Ok(server)
    }

    fn answers(&self) -> bool {
        let url = self.url();
        let mut ask = Command::new(self.binaries.join("pg_isready"));
        process::run(ask.args(["-q", "-t", "1", "-d", &url])).is_ok()
    }

    fn data(&self) -> PathBuf {
        self.folder().join("data")
    }

    fn log_path(&self) -> PathBuf {
        self.folder().join("log")
    }
}
