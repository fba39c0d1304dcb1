//! Three instances over one Postgres behind a balancer: started, killed, paused, cut off, and gone with
//! the test however it ends.

use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use hotel_rig::guard::{Ending, Guard};
use hotel_rig::{Balancer, Namespace, Postgres, ports};

use super::line::Line;
use super::say;
use crate::harness::{HOTEL, Said, token_in, words};

/// How many instances there are.
pub(crate) const INSTANCES: usize = 3;

/// The one of them that may be cut off from everyone.
pub(crate) const CUT_OFF: usize = INSTANCES - 1;

/// The one of them whose line to the database may be cut.
pub(crate) const ON_THE_LINE: usize = 1;

/// What an instance may not log, whatever happens around it.
const FAULTS: [&str; 4] = ["panicked", "has a gap", "a batch failed", "the domain had allowed"];

/// How long an instance may take until it serves, on a machine that is busy.
const UP_MAX: Duration = Duration::from_mins(1);

/// Between two looks at something that is waited for.
const LOOK_EVERY: Duration = Duration::from_millis(10);

/// All of it; what others rely on goes last.
pub(crate) struct Cluster {
    pub(crate) instances: Vec<Instance>,
    pub(crate) balancer: Balancer,
    guard: Guard,
    pub(crate) namespace: Option<Namespace>,
    pub(crate) line: Line,
    pub(crate) postgres: Postgres,
    /// Where the books are, as this machine reaches them.
    pub(crate) database: String,
    pub(crate) token: String,
}

/// How instances are to be started.
#[derive(Clone, Copy, Default)]
pub(crate) struct Manner {
    /// Puts the last of them where it can be cut off from everyone, if that can be done here, and gives
    /// the second a line of its own to the database.
    pub(crate) fragile: bool,
    /// Has the balancer send nothing twice.
    pub(crate) once: bool,
    /// What they are told besides.
    pub(crate) options: &'static [&'static str],
    /// What they run, if that is not the binary under test.
    pub(crate) program: Option<&'static str>,
}

/// Tells whether there is nothing to test with, and says so.
pub(crate) fn skipped() -> bool {
    let missing = [(Postgres::available(), "PostgreSQL"), (Balancer::available(), "HAProxy")];
    for (_, name) in missing.iter().filter(|(is_there, _)| !is_there) {
        say(format_args!("skipped: there is no {name}"));
    }
    missing.iter().any(|(is_there, _)| !is_there)
}

impl Cluster {
    /// Starts it all, with nothing for sale yet.
    pub(crate) fn start(manner: Manner) -> Self {
        let wanted = manner.fragile && Namespace::available();
        if manner.fragile && !wanted {
            say("skipped: cuts of the network, for there are no namespaces without root");
        }
        let namespace = wanted.then(|| Namespace::start().expect("a namespace"));
        let mut builder = Postgres::builder().in_memory();
        if let Some(namespace) = &namespace {
            builder = builder.with_tls().listen_also(namespace.outside().into());
        }
        let postgres = builder.start().expect("a Postgres");
        let database = postgres.database().expect("a database");
        let folder = tempfile::Builder::new().prefix("hotel-many-").tempdir().expect("a folder");
        let ending = Ending { signal: "KILL", ..Ending::default() };
        let guard = Guard::over(folder.path(), ending).expect("a guard");
        // From here on the folder is the guard's to remove, with who works there.
        let _folder = folder.keep();
        let line = Line::lay(postgres.port());
        let by_line =
            database.replace(&format!(":{}/", postgres.port()), &format!(":{}/", line.port));
        let instances: Vec<Instance> = (0..INSTANCES)
            .map(|number| {
                let inside = namespace.as_ref().filter(|_| number == CUT_OFF);
                let folder = guard.folder().join(format!("instance-{number}"));
                std::fs::create_dir(&folder).expect("a folder");
                let is_fragile = manner.fragile && number == ON_THE_LINE;
                let database = if is_fragile { &by_line } else { &database };
                let instance = Instance::new(folder, &postgres, database, inside, manner.options);
                instance.run_from_now_on(manner.program.unwrap_or(HOTEL));
                instance
            })
            .collect();
        for instance in &instances {
            instance.start().unwrap_or_else(|error| panic!("{error}"));
        }
        let token = token_in(&instances[0].folder);
        let addresses: Vec<SocketAddr> = instances.iter().map(|one| one.address).collect();
        let balance = if manner.once { Balancer::start } else { Balancer::start_retrying };
        let balancer = balance(&addresses).expect("a balancer");
        let cluster =
            Self { instances, balancer, guard, namespace, line, postgres, database, token };
        cluster.wait_until_all_are_up();
        cluster
    }

    /// Waits until the balancer sends requests to every instance.
    pub(crate) fn wait_until_all_are_up(&self) {
        for instance in &self.instances {
            wait_for("the balancer takes an instance in", || {
                self.balancer.is_up(instance.address).then_some(())
            });
        }
    }

    /// Runs a line of the command line at the first instance.
    pub(crate) fn typed(&self, line: &str) {
        let words = words(line);
        let folder = &self.instances[0].folder;
        let output = bare(Command::new(HOTEL), folder).args(&words).output();
        Said::from_output(&words, output.expect("the binary runs")).expect(0);
    }

    /// Starts one more instance, over other books.
    pub(crate) fn instance_over(&self, database: &str) -> Instance {
        let folder = self.guard.folder().join("beside");
        std::fs::create_dir(&folder).expect("a folder");
        let instance = Instance::new(folder, &self.postgres, database, None, &[]);
        instance.start().unwrap_or_else(|error| panic!("{error}"));
        instance
    }
}

/// One instance, that may run or not.
pub(crate) struct Instance {
    pub(crate) address: SocketAddr,
    folder: PathBuf,
    child: Mutex<Option<Child>>,
    program: Mutex<&'static str>,
    /// Makes the command of a new life, of a program.
    command: Box<dyn Fn(&str) -> Command + Send + Sync>,
}

impl Instance {
    fn new(
        folder: PathBuf,
        postgres: &Postgres,
        database: &str,
        inside: Option<&Namespace>,
        options: &'static [&'static str],
    ) -> Self {
        let host = inside.map_or(Ipv4Addr::LOCALHOST, Namespace::inside);
        let address = SocketAddr::from((host, ports::free().expect("a port")));
        let database = match inside {
            Some(namespace) => {
                let url = hotel_rig::postgres::at(database, namespace.outside().into());
                format!("{url}?sslmode=require")
            }
            None => database.to_owned(),
        };
        // What is run inside stands behind what leads there.
        let way_in = inside.map(|namespace| {
            let way_in = namespace.command("");
            let words = std::iter::once(way_in.get_program()).chain(way_in.get_args());
            let mut words: Vec<_> = words.map(ToOwned::to_owned).collect();
            words.pop();
            words
        });
        let (certificate, home) = (postgres.certificate(), folder.clone());
        let command = Box::new(move |program: &str| {
            let mut words: Vec<_> = way_in.iter().flatten().cloned().collect();
            words.push(program.into());
            let mut command = bare(Command::new(&words[0]), &home);
            command.args(&words[1..]).args(["serve", "--behind-proxy", "--listen"]);
            command.arg(address.to_string()).args(["--database", &database]).args(options);
            command.env("HOTEL_LOG", "warn").current_dir(&home);
            if certificate.exists() {
                command.env("PGSSLROOTCERT", &certificate);
            }
            command
        });
        Self { address, folder, child: Mutex::default(), program: Mutex::new(HOTEL), command }
    }

    /// Has its next lives be those of a program.
    pub(crate) fn run_from_now_on(&self, program: &'static str) {
        *self.program.lock().unwrap_or_else(PoisonError::into_inner) = program;
    }

    /// Returns the URL of this instance alone.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Starts it and waits until it serves; tells what it said if it ends before.
    pub(crate) fn start(&self) -> Result<(), String> {
        let log = self.folder.join("log");
        let open = || File::options().create(true).append(true).open(&log).expect("a log");
        let serving = || said(&log).matches("hotel: serving ").count();
        let before = serving();
        let program = *self.program.lock().unwrap_or_else(PoisonError::into_inner);
        let mut child = (self.command)(program)
            .stdin(Stdio::null())
            .stdout(open())
            .stderr(open())
            .spawn()
            .expect("the server starts");
        let started = wait_for("an instance serves", || {
            if serving() > before {
                return Some(Ok(()));
            }
            let ended = child.try_wait().expect("a look at the instance");
            ended.map(|status| Err(format!("{status}: {}", said(&log))))
        });
        *self.lock() = Some(child);
        started
    }

    /// Kills it: no handler runs.
    pub(crate) fn kill(&self) {
        if let Some(mut child) = self.lock().take() {
            child.kill().expect("kill -9");
            child.wait().expect("the end of an instance");
        }
    }

    /// Sends it a signal, if it runs.
    pub(crate) fn signal(&self, name: &str) {
        if let Some(child) = self.lock().as_ref() {
            let id = child.id().to_string();
            assert!(Command::new("kill").args([name, &id]).status().expect("kill").success());
        }
    }

    /// Asks it to stop, and returns how it ended and after how long.
    pub(crate) fn stop(&self) -> (ExitStatus, Duration) {
        self.signal("-TERM");
        let began = Instant::now();
        let mut child = self.lock().take().expect("an instance that runs");
        (child.wait().expect("the end of an instance"), began.elapsed())
    }

    /// Returns the lines of its log, of all its lives, that tell of a fault of its own.
    pub(crate) fn faults(&self) -> Vec<String> {
        let text = said(&self.folder.join("log"));
        let lines = text.lines().filter(|line| FAULTS.iter().any(|word| line.contains(word)));
        lines.map(str::to_owned).collect()
    }

    fn lock(&self) -> MutexGuard<'_, Option<Child>> {
        self.child.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        self.kill();
    }
}

fn said(log: &Path) -> String {
    String::from_utf8_lossy(&std::fs::read(log).unwrap_or_default()).into_owned()
}

/// Returns a command with its own home and no trace of the caller's environment.
fn bare(mut command: Command, home: &Path) -> Command {
    command.env_clear().env("HOTEL_HOME", home).env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    command
}

/// Looks again and again until there is an answer.
#[track_caller]
pub(crate) fn wait_for<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    wait_at_most(UP_MAX, look).unwrap_or_else(|| panic!("in vain: {what}"))
}

/// Looks again and again until there is an answer or it takes too long.
pub(crate) fn wait_at_most<T>(max: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let began = Instant::now();
    loop {
        let answer = look();
        if answer.is_some() || began.elapsed() > max {
            return answer;
        }
        std::thread::sleep(LOOK_EVERY);
    }
}
