//! The binary that is shipped, run as people run it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use tempfile::TempDir;

use crate::child::Guarded;
use crate::error::{BenchError, Doing as _};

/// The hidden word that makes this program look after another.
pub(crate) const GUARD_ROLE: &str = "guard-role";

/// The environment variable that names the binary.
const HOTEL_BIN: &str = "HOTEL_BIN";

/// The database within its home.
const DATABASE: &str = "hotel.db";

/// How long `hotel serve` may take to say where it listens.
const SERVE_MAX: Duration = Duration::from_secs(30);

/// How long it may take to end.
const STOP_MAX: Duration = Duration::from_secs(40);

/// Finds the binary: named by the environment, or beside this one.
pub(crate) fn find() -> Result<PathBuf, BenchError> {
    let beside = std::env::current_exe().doing("find this program")?.with_file_name("hotel");
    let path = std::env::var_os(HOTEL_BIN).map_or(beside, PathBuf::from);
    if path.is_file() {
        return Ok(path);
    }
    Err(BenchError::said(format!(
        "there is no {}: build it with `cargo build --release -p hotel`, or name it in {HOTEL_BIN}",
        path.display()
    )))
}

/// Returns the binary as a command with a home of its own and nothing of the caller's settings.
pub(crate) fn command(hotel: &Path, home: &Path) -> Command {
    let mut command = Command::new(hotel);
    command.env_clear().env("HOTEL_HOME", home).env("PATH", "/usr/bin:/bin").stdin(Stdio::null());
    command
}

/// `hotel serve`, running.
pub(crate) struct Serve {
    guard: Guarded,
    stdin: Option<ChildStdin>,
    pid: u32,
    home: TempDir,
}

impl Serve {
    /// Starts it over a fresh home and waits until it serves; its client's profile lies there too.
    pub(crate) fn start(hotel: &Path, under: &Path) -> Result<Self, BenchError> {
        let home = tempfile::Builder::new()
            .prefix("hotel-bench-")
            .tempdir_in(under)
            .doing("make a home")?;
        let program = std::env::current_exe().doing("find this program")?;
        let mut child = command(&program, home.path())
            .arg(GUARD_ROLE)
            .arg(home.path())
            .arg(hotel)
            .args(["serve", "--listen", "127.0.0.1:0", "--database"])
            .arg(home.path().join(DATABASE))
            .env("HOTEL_LOG", "off")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .doing("start the server")?;
        let stdin = child.stdin.take();
        let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
        let guard = Guarded::new(child);
        let (heard, said) = channel();
        let pid_heard = heard.clone();
        std::thread::spawn(move || {
            for line in stdout.into_iter().flat_map(|out| BufReader::new(out).lines()).flatten() {
                pid_heard.send(line).ok();
            }
        });
        std::thread::spawn(move || {
            for line in stderr.into_iter().flat_map(|err| BufReader::new(err).lines()).flatten() {
                // What the server says later must not fill the pipe.
                heard.send(line).ok();
            }
        });
        let (mut pid, mut is_serving) = (None, false);
        let mut lines = Vec::new();
        while pid.is_none() || !is_serving {
            let line = said.recv_timeout(SERVE_MAX).map_err(|_| {
                BenchError::said(format!("`hotel serve` does not serve: {}", lines.join(" | ")))
            })?;
            pid = pid.or(line.parse::<u32>().ok());
            is_serving |= line.contains("http://");
            lines.push(line);
        }
        Ok(Self { guard, stdin, pid: pid.unwrap_or_default(), home })
    }

    /// Returns the number of the server's process.
    pub(crate) fn pid(&self) -> u32 {
        self.pid
    }

    /// Returns the home of server and client.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Returns its database file.
    pub(crate) fn database(&self) -> PathBuf {
        self.home.path().join(DATABASE)
    }

    /// Asks it to end and waits for that.
    pub(crate) fn stop(mut self) -> Result<(), BenchError> {
        if let Some(mut stdin) = self.stdin.take() {
            stdin.write_all(b"end\n").doing("ask the server to end")?;
        }
        match self.guard.wait_at_most(STOP_MAX)? {
            Some(status) if status.success() => Ok(()),
            Some(status) => Err(BenchError::said(format!("`hotel serve` ended with {status}"))),
            None => Err(BenchError::said("`hotel serve` did not end when it was asked to")),
        }
    }
}
