//! `HAProxy` in front of several servers.

mod binary;

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use binary::Binary;

use crate::guard::{Ending, Guard};
use crate::process::{self, Reaped};
use crate::{RigError, ports};

/// A machine that is busy needs a while even for this.
const UP_WITHIN: Duration = Duration::from_secs(20);

/// Streams stay open as long as a test may last. A server that is cut off is told from one that has
/// nothing to say by `tcp-ut`: what was sent must be acknowledged within two seconds. A server that turns
/// unready gets nothing new and finishes what it has.
const CONFIGURATION: &str = "\
global
    maxconn 4000
    nbthread 1
    stats socket unix@stats
    log stdout format raw local0 info
defaults
    mode http
    log global
    option httplog
    option redispatch 1
    retries 3
    timeout connect 500ms
    timeout check 500ms
    timeout client 1h
    timeout server 1h
    timeout tunnel 1h
    timeout http-request 30s
    balance roundrobin
    default-server check inter 100ms fall 1 rise 1 tcp-ut 2s
";

/// A request may be sent again only where that is safe by its method or by its key.
const RETRYING: &str = "\
    retry-on conn-failure empty-response 503
    http-request disable-l7-retry if !{ method GET HEAD } !{ req.hdr(Idempotency-Key) -m found }
";

/// A load balancer on a port of its own on 127.0.0.1, round robin over the servers that are ready.
///
/// It ends when this value is dropped or when the process that owns it ends in whatever way.
#[derive(Debug)]
pub struct Balancer {
    // Dropped in this order: the guard ends the balancer, and only then can it be reaped.
    guard: Guard,
    process: Mutex<Option<Reaped>>,
    binary: Binary,
    backends: Vec<SocketAddr>,
    port: u16,
}

impl Balancer {
    /// Returns whether `HAProxy` is installed or can be fetched, which is done by this.
    pub fn available() -> bool {
        Binary::find().is_ok_and(|binary| process::run(binary.command().arg("-v")).is_ok())
    }

    /// Starts a balancer that asks each server `GET /readyz` ten times a second. A request goes to
    /// another server if the one it was meant for cannot be connected to, and is never sent twice.
    pub fn start(backends: &[SocketAddr]) -> Result<Self, RigError> {
        Self::start_as(backends, "    retry-on conn-failure\n")
    }

    /// Starts a balancer that also sends a request again after a 503 or no answer at all, if it is a
    /// `GET` or `HEAD` or has an `Idempotency-Key`.
    pub fn start_retrying(backends: &[SocketAddr]) -> Result<Self, RigError> {
        Self::start_as(backends, RETRYING)
    }

    /// Returns where it listens, which stays the same over a restart.
    pub fn address(&self) -> SocketAddr {
        (Ipv4Addr::LOCALHOST, self.port).into()
    }

    /// Returns the URL of what it listens at.
    pub fn url(&self) -> String {
        format!("http://{}", self.address())
    }

    /// Returns whether a server gets requests, as the balancer knows by now.
    pub fn is_up(&self, backend: SocketAddr) -> bool {
        let name = self.backends.iter().position(|other| *other == backend);
        let (Some(name), Ok(table)) = (name, self.ask("show stat\n")) else { return false };
        let row = format!("hotel,server{name},");
        // The eighteenth column is the state.
        let state = table.lines().find(|line| line.starts_with(&row));
        state.and_then(|line| line.split(',').nth(17)).is_some_and(|state| state.starts_with("UP"))
    }

    /// Returns the end of what the balancer has logged.
    pub fn log(&self) -> String {
        process::end_of(&self.log_path())
    }

    /// Kills the balancer and all connections with it.
    pub fn kill(&self) -> Result<(), RigError> {
        self.kill_locked(&mut self.lock())
    }

    /// Starts it again at the same address; if it still runs it is killed first.
    pub fn restart(&self) -> Result<(), RigError> {
        let mut process = self.lock();
        self.kill_locked(&mut process)?;
        *process = Some(self.launch()?);
        Ok(())
    }

    fn start_as(backends: &[SocketAddr], retries: &str) -> Result<Self, RigError> {
        let binary = Binary::find()?;
        let folder = tempfile::Builder::new()
            .prefix("hotel-lb-")
            .tempdir()
            .map_err(RigError::io("make a folder for HAProxy"))?;
        let guard = Guard::over(folder.path(), Ending { signal: "TERM", ..Ending::default() })?;
        // From here on the folder is the guard's to remove.
        let folder = folder.keep();
        let port = ports::free()?;
        let mut text = format!("{CONFIGURATION}listen hotel\n    bind 127.0.0.1:{port}\n{retries}");
        text.push_str("    option httpchk GET /readyz\n    http-check expect status 200\n");
        for (name, backend) in backends.iter().enumerate() {
            // Writing to a text does not fail.
            let _ = writeln!(text, "    server server{name} {backend}");
        }
        std::fs::write(folder.join("haproxy.cfg"), text)
            .map_err(RigError::io("write the balancer's configuration"))?;
        let backends = backends.to_vec();
        let balancer = Self { guard, process: Mutex::new(None), binary, backends, port };
        balancer.restart()?;
        Ok(balancer)
    }

    fn lock(&self) -> MutexGuard<'_, Option<Reaped>> {
        self.process.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn kill_locked(&self, process: &mut Option<Reaped>) -> Result<(), RigError> {
        match process.take() {
            Some(killed) => process::kill_all(self.guard.folder(), &killed, &self.log_path()),
            None => Ok(()),
        }
    }

    fn launch(&self) -> Result<Reaped, RigError> {
        let log = process::open_log(&self.log_path())?;
        let mut command = self.binary.command();
        let child = command
            .args(["-db", "-f", "haproxy.cfg"])
            .current_dir(self.guard.folder())
            .stdin(Stdio::null())
            .stdout(log.try_clone().map_err(RigError::io("share the log"))?)
            .stderr(log)
            // Ctrl-C is the tests' affair.
            .process_group(0)
            .spawn()
            .map_err(RigError::io("start haproxy"))?;
        let mut process = Reaped(child);
        process::wait_for("HAProxy's start", UP_WITHIN, &self.log_path(), || {
            if process.0.try_wait().map_err(RigError::io("look at haproxy"))?.is_some() {
                return Err(RigError::Ended { what: "HAProxy", log: self.log() });
            }
            Ok(TcpStream::connect(self.address()).is_ok().then_some(()))
        })?;
        Ok(process)
    }

    fn ask(&self, question: &str) -> std::io::Result<String> {
        let mut stream = UnixStream::connect(self.guard.folder().join("stats"))?;
        stream.set_read_timeout(Some(UP_WITHIN))?;
        stream.write_all(question.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    fn log_path(&self) -> PathBuf {
        self.guard.folder().join("log")
    }
}
