//! A hermetic house: its own folder, a server on a free port, and the binary to talk to it.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;

use serde_json::Value;

/// The binary under test.
pub(crate) const HOTEL: &str = env!("CARGO_BIN_EXE_hotel");

/// The environment variable that says on what the servers keep their books; SQLite without it.
const ON: &str = "HOTEL_TEST_ON";

/// Tells whether servers keep their books in Postgres in this run.
pub(crate) fn on_postgres() -> bool {
    match std::env::var(ON).as_deref() {
        Ok("postgres") => true,
        Ok("sqlite") | Err(_) => false,
        Ok(other) => panic!("{ON} is sqlite or postgres, not {other}"),
    }
}

/// A folder that stands for a machine: everything of client and server lies in it, but for the books
/// where they are in Postgres.
#[derive(Clone)]
pub(crate) struct Home(Arc<Place>);

struct Place {
    folder: tempfile::TempDir,
    database: Option<String>,
}

impl Home {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database = on_postgres().then(hotel_rig::Postgres::for_tests);
        Self(Arc::new(Place { folder, database }))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.folder.path()
    }

    /// Returns where its books are, if that is in Postgres.
    pub(crate) fn database(&self) -> Option<&str> {
        self.0.database.as_deref()
    }

    /// Returns the binary with this home and no trace of the caller's environment.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(HOTEL);
        command.env_clear().env("HOTEL_HOME", self.path()).env("PATH", "/usr/bin:/bin");
        command.stdin(Stdio::null());
        command
    }

    /// Returns where a server of this home keeps its books, unless it is told.
    fn books(&self, told: &[&OsStr]) -> Vec<&str> {
        match &self.0.database {
            Some(url) if !told.contains(&OsStr::new("--database")) => vec!["--database", url],
            Some(_) | None => Vec::new(),
        }
    }

    /// Runs the binary and returns what it said.
    pub(crate) fn run(&self, args: &[&str]) -> Said {
        self.run_in(args, &[])
    }

    /// Runs the binary in an environment and returns what it said.
    pub(crate) fn run_in(&self, args: &[&str], env: &[(&str, &str)]) -> Said {
        let mut command = self.command();
        let output = command.args(args).envs(env.iter().copied()).output();
        let output = output.expect("the binary runs");
        Said::of(args, output)
    }

    /// Runs a line as typed, split at blanks outside quotes.
    pub(crate) fn typed(&self, line: &str) -> Said {
        let words = words(line);
        let args: Vec<&str> = words.iter().map(String::as_str).collect();
        self.run(&args)
    }

    /// Runs a line that must succeed and returns its JSON.
    pub(crate) fn json(&self, line: &str) -> Value {
        let said = self.typed(&format!("{line} --json"));
        said.expect(0);
        serde_json::from_str(&said.stdout).unwrap_or_else(|error| panic!("{error}: {said:?}"))
    }
}

/// Splits a line as a shell would, as far as quotes go.
pub(crate) fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote, mut open) = (Vec::new(), String::new(), None, false);
    for character in line.chars() {
        match (character, quote) {
            ('"' | '\'', None) => (quote, open) = (Some(character), true),
            (_, Some(mark)) if mark == character => quote = None,
            (' ', None) if open || !word.is_empty() => {
                words.push(std::mem::take(&mut word));
                open = false;
            }
            (' ', None) => {}
            (other, _) => word.push(other),
        }
    }
    if open || !word.is_empty() {
        words.push(word);
    }
    words
}

/// What the binary said.
#[derive(Debug)]
#[expect(dead_code, reason = "the words of the command are there to be read in a failed assertion")]
#[must_use = "look at the exit code or the output"]
pub(crate) struct Said {
    pub(crate) args: Vec<String>,
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Said {
    fn of(args: &[&str], output: Output) -> Self {
        let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
        Self::from_output(&args, output)
    }

    /// Reads what a run of the binary left.
    pub(crate) fn from_output(args: &[String], output: Output) -> Self {
        Self {
            args: args.to_vec(),
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).expect("UTF-8 on stdout"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8 on stderr"),
        }
    }

    /// Asserts the exit code.
    #[track_caller]
    pub(crate) fn expect(&self, code: i32) -> &Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        self
    }

    /// Asserts that it did not end so.
    #[track_caller]
    pub(crate) fn expect_not(&self, code: i32) {
        assert_ne!(self.code, Some(code), "{self:#?}");
    }

    /// Asserts that the error is one line of JSON with this code, and that stdout is empty.
    #[track_caller]
    pub(crate) fn expect_problem(&self, code: i32, problem: &str) -> Value {
        self.expect(code);
        assert_eq!(self.stdout, "", "{self:#?}");
        assert_eq!(self.stderr.lines().count(), 1, "{self:#?}");
        let error: Value = serde_json::from_str(&self.stderr).expect("JSON on stderr");
        assert_eq!(error["error"]["code"], problem, "{self:#?}");
        assert_eq!(error["error"]["exit_code"], code, "{self:#?}");
        error
    }
}

/// Connects to a Postgres behind the back of whoever uses it; the connection ends with the client.
pub(crate) async fn connect(url: &str) -> Result<tokio_postgres::Client, tokio_postgres::Error> {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
    tokio::spawn(connection);
    Ok(client)
}

/// A running server; killed when dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) url: String,
}

impl Server {
    /// Starts the server of a home and waits until it listens.
    pub(crate) fn start(home: &Home) -> Self {
        Self::start_with(home, &[])
    }

    /// Starts a server with more options.
    pub(crate) fn start_with(home: &Home, options: &[&OsStr]) -> Self {
        Self::start_in(home, options, &[])
    }

    /// Starts a server with more options and in an environment.
    pub(crate) fn start_in(home: &Home, options: &[&OsStr], env: &[(&str, &str)]) -> Self {
        Self::start_at(home, "127.0.0.1:0", (options, env))
    }

    /// Starts a server at an address, as one that was there before.
    pub(crate) fn start_at(
        home: &Home,
        address: &str,
        (options, env): (&[&OsStr], &[(&str, &str)]),
    ) -> Self {
        let mut child = home
            .command()
            .envs(env.iter().copied())
            .args(["serve", "--listen", address])
            .args(options)
            .args(home.books(options))
            .env("HOTEL_LOG", "warn")
            .stderr(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut stderr = BufReader::new(child.stderr.take().expect("a pipe"));
        let mut said = String::new();
        let url = loop {
            let mut line = String::new();
            let length = stderr.read_line(&mut line).expect("a line");
            assert!(length > 0, "the server ended: {said}");
            said.push_str(&line);
            if let Some(start) = line.find("http://") {
                break line[start..].split_whitespace().next().expect("an address").to_owned();
            }
        };
        // What the server says later must not fill the pipe.
        std::thread::spawn(move || std::io::copy(&mut stderr, &mut std::io::sink()));
        Self { child, url }
    }

    /// Returns where it listens.
    pub(crate) fn address(&self) -> std::net::SocketAddr {
        self.url.trim_start_matches("http://").parse().expect("an address")
    }

    /// Kills the server as a power cut would end the process: no handler runs.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("kill -9");
        self.child.wait().expect("the end of the server");
    }

    /// Asks the server to stop and returns its exit code.
    pub(crate) fn stop(mut self) -> Option<i32> {
        let done = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status()
            .expect("kill -TERM");
        assert!(done.success());
        self.child.wait().expect("the end of the server").code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Returns the token that the first start of a server wrote into a home's profile.
pub(crate) fn token(home: &Home) -> String {
    token_in(home.path())
}

/// Returns the token that the first start of a server wrote into the folder of a home.
pub(crate) fn token_in(home: &Path) -> String {
    let found = files(home)
        .into_iter()
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .find_map(|text| {
            let start = text.find("htl_")?;
            let rest = &text[start..];
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
            Some(rest[..end.unwrap_or(rest.len())].to_owned())
        });
    found.expect("a token in the profile")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_none_or(|extension| extension != "db") {
            found.push(path);
        }
    }
    found
}
