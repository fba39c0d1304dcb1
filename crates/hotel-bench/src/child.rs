//! Processes that are started and surely ended: server children, and the shipped binary.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::error::{BenchError, Doing as _};
use crate::ground::{Ground, named};
use crate::orders::Field;
use crate::role::{Question, Ready, Spec};
use crate::runs::Site;
use crate::template::Door;
use crate::world::World;

/// The hidden word that makes this program a server.
pub(crate) const SERVER_ROLE: &str = "server-role";

/// How long a world may take to make, without bookings.
const BUILD_MAX: Duration = Duration::from_mins(5);

/// The slowest that bookings may be stored while a world is made, a second.
const FILL_RATE_MIN: u64 = 2_000;

/// How long a server may take to end.
const STOP_MAX: Duration = Duration::from_secs(30);

/// How long a question may take longer than it was asked to.
const ANSWER_MAX: Duration = Duration::from_secs(30);

/// How often an end that is waited for is looked for.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// A process; killed when dropped.
pub(crate) struct Guarded(Child);

impl Guarded {
    /// Takes a process into care.
    pub(crate) fn new(child: Child) -> Self {
        Self(child)
    }

    /// Returns its number.
    pub(crate) fn id(&self) -> u32 {
        self.0.id()
    }

    /// Returns the process.
    pub(crate) fn child(&mut self) -> &mut Child {
        &mut self.0
    }

    /// Waits for its end; none if it does not come in time.
    pub(crate) fn wait_at_most(
        &mut self,
        most: Duration,
    ) -> Result<Option<std::process::ExitStatus>, BenchError> {
        let began = Instant::now();
        loop {
            if let Some(status) = self.0.try_wait().doing("wait for a process")? {
                return Ok(Some(status));
            }
            if began.elapsed() > most {
                return Ok(None);
            }
            std::thread::sleep(LOOK_EVERY);
        }
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// What a server shall be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wish {
    /// The world to make.
    pub(crate) world: World,
    /// One transaction a booking.
    pub(crate) naive: bool,
    /// Bookings to store before it serves.
    pub(crate) fill: u64,
}

impl Wish {
    /// A server as it is, with a world and no bookings.
    pub(crate) fn of(world: World) -> Self {
        Self { world, naive: false, fill: 0 }
    }
}

/// A server in a process of its own.
pub(crate) struct Server {
    process: Guarded,
    stdin: Option<ChildStdin>,
    lines: Receiver<String>,
    /// What it said when it began to serve.
    pub(crate) ready: Ready,
    world: World,
    // Behind the process, so that it goes when nobody writes into it any more.
    ground: Ground,
}

impl Server {
    /// Starts a server over a fresh database under a folder.
    pub(crate) fn start(site: &Site, wish: Wish) -> Result<Self, BenchError> {
        let ground = Ground::make(site)?;
        let spec = Spec {
            world: Some(wish.world),
            folder: ground.folder().to_owned(),
            database: named(ground.database()),
            naive: wish.naive,
            fill: wish.fill,
        };
        Self::run(&spec, wish.world, ground)
    }

    /// Starts the server once more over the same database.
    pub(crate) fn again(self) -> Result<Self, BenchError> {
        let world = self.world;
        let token = self.ready.token.clone();
        let ground = self.stop()?;
        let spec = Spec {
            world: None,
            folder: ground.folder().to_owned(),
            database: named(ground.database()),
            naive: false,
            fill: 0,
        };
        let mut server = Self::run(&spec, world, ground)?;
        server.ready.token = token;
        Ok(server)
    }

    /// Starts one more server over the same books.
    pub(crate) fn beside(&self) -> Result<Self, BenchError> {
        let spec = Spec {
            world: None,
            folder: self.ground.folder().to_owned(),
            database: named(self.ground.database()),
            naive: false,
            fill: 0,
        };
        let mut server = Self::run(&spec, self.world, self.ground.clone())?;
        server.ready.token.clone_from(&self.ready.token);
        Ok(server)
    }

    fn run(spec: &Spec, world: World, ground: Ground) -> Result<Self, BenchError> {
        let program = std::env::current_exe().doing("find this program")?;
        let mut child = Command::new(program)
            .args([SERVER_ROLE, &serde_json::to_string(&spec)?])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .doing("start a server")?;
        let stdin = child.stdin.take();
        let stdout = child.stdout.take();
        let process = Guarded::new(child);
        let (heard, lines) = channel();
        std::thread::spawn(move || {
            for line in stdout.into_iter().flat_map(|out| BufReader::new(out).lines()) {
                if !line.is_ok_and(|line| heard.send(line).is_ok()) {
                    break;
                }
            }
        });
        let most = BUILD_MAX + Duration::from_secs(spec.fill / FILL_RATE_MIN);
        let line = hear(&lines, most)?;
        let ready = serde_json::from_str(&line)?;
        Ok(Self { process, stdin, lines, ready, world, ground })
    }

    /// Returns the number of the process.
    pub(crate) fn pid(&self) -> u32 {
        self.process.id()
    }

    /// Returns where it listens, and the token that opens.
    pub(crate) fn door(&self) -> Door {
        Door { address: self.ready.address, token: self.ready.token.clone() }
    }

    /// Returns where bookings may fall.
    pub(crate) fn field(&self) -> Field {
        self.world.field(self.ready.first_night)
    }

    /// Returns where its books are.
    pub(crate) fn ground(&self) -> &Ground {
        &self.ground
    }

    /// Asks something, and waits for the answer a while longer than it should take.
    pub(crate) fn ask(
        &mut self,
        question: &Question,
        takes: Duration,
    ) -> Result<Value, BenchError> {
        self.tell(question)?;
        let answer: Value = serde_json::from_str(&hear(&self.lines, takes + ANSWER_MAX)?)?;
        match answer.get("fault") {
            Some(fault) => Err(BenchError::said(format!("the server says: {fault}"))),
            None => Ok(answer),
        }
    }

    fn tell(&mut self, question: &Question) -> Result<(), BenchError> {
        let line = serde_json::to_string(question)?;
        let stdin = self.stdin.as_mut().ok_or_else(|| BenchError::said("the server is gone"))?;
        writeln!(stdin, "{line}").and_then(|()| stdin.flush()).doing("ask the server")
    }

    /// Asks the server to end, waits for it, and returns the books it leaves.
    pub(crate) fn stop(mut self) -> Result<Ground, BenchError> {
        self.tell(&Question::End)?;
        drop(self.stdin.take());
        match self.process.wait_at_most(STOP_MAX)? {
            Some(status) if status.success() => Ok(self.ground),
            Some(status) => Err(BenchError::said(format!("the server ended with {status}"))),
            None => Err(BenchError::said("the server did not end when it was asked to")),
        }
    }
}

fn hear(lines: &Receiver<String>, most: Duration) -> Result<String, BenchError> {
    lines.recv_timeout(most).map_err(|error| match error {
        RecvTimeoutError::Timeout => {
            BenchError::said(format!("the server said nothing for {} s", most.as_secs()))
        }
        RecvTimeoutError::Disconnected => {
            BenchError::said("the server ended; what it said stands on stderr")
        }
    })
}
