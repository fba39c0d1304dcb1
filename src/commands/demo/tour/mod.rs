//! The guided tour: each step is typed, run as a process of its own against the demo's server, shown,
//! and held against what it should have said.

mod shell;
mod story;

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use hotel_core::catalogue::Catalogue;
use hotel_core::ids::BookingCode;
use jiff::Timestamp;
use jiff::civil::{Date, Time};

use self::shell::{Said, Shell, typed};
use super::clock::DemoClock;
use super::home::Home;
use crate::error::category::Category;
use crate::error::{CliError, codes};
use crate::output::Out;

/// How often a step that waits for the server is tried: the server looks for lapsed holds each second.
const TRIES_MAX: u32 = 40;

/// How long it waits between two tries.
const TRY_EVERY: Duration = Duration::from_millis(100);

/// The exit code of a refusal.
const REFUSED: u8 = 6;

/// The exit code when the server can't be reached.
const UNREACHABLE: u8 = 9;

/// The exit code of a change that waits.
const WAITS: u8 = 8;

/// A tour under way.
pub(super) struct Tour {
    out: Arc<Out>,
    shell: Shell,
    clock: Arc<DemoClock>,
    /// The hotel it visits.
    hotel: Arc<Catalogue>,
    /// The business date there when it began.
    today: Date,
    steps: usize,
    /// A booking that the last act asks for in vain.
    souvenir: Option<BookingCode>,
    /// What was asked for while the server was away.
    asked: Vec<Asked>,
}

/// An operation that waits.
#[derive(Debug)]
struct Asked {
    op: String,
    code: String,
}

/// How a step should end.
#[derive(Debug, Clone, Copy)]
struct Wanted<'a> {
    exit: u8,
    words: &'a [&'a str],
}

fn done<'a>(words: &'a [&'a str]) -> Wanted<'a> {
    Wanted { exit: 0, words }
}

fn waits<'a>(words: &'a [&'a str]) -> Wanted<'a> {
    Wanted { exit: WAITS, words }
}

fn refused<'a>(words: &'a [&'a str]) -> Wanted<'a> {
    Wanted { exit: REFUSED, words }
}

impl Wanted<'_> {
    /// Says what is wrong, if something is.
    fn complaint(&self, said: &Said) -> Option<String> {
        if said.exit != Some(i32::from(self.exit)) {
            let ended = said.exit.map_or_else(|| "a signal".to_owned(), |code| code.to_string());
            return Some(format!("it ended with {ended}, not {}", self.exit));
        }
        let missing = self.words.iter().find(|word| !said.text.contains(**word))?;
        Some(format!("it did not say `{missing}`"))
    }
}

impl Tour {
    /// Makes ready for a tour of a hotel.
    pub(super) fn new(
        out: Arc<Out>,
        home: &Home,
        clock: Arc<DemoClock>,
        hotel: Arc<Catalogue>,
    ) -> Result<Self, CliError> {
        let today = hotel.business_date(clock.read());
        let shell = Shell::new(home.folder())?;
        Ok(Self { out, shell, clock, hotel, today, steps: 0, souvenir: None, asked: Vec::new() })
    }

    /// Opens the desk, and waits until it is left.
    pub(super) fn open_desk(&mut self) -> Result<(), CliError> {
        self.shell.open_desk(self.hotel.hotel.code)
    }

    /// Returns how many steps were taken.
    pub(super) fn step_count(&self) -> usize {
        self.steps
    }

    /// Shows a booking's whole life, while the server runs.
    pub(super) fn walk(&mut self) -> Result<(), CliError> {
        self.look_around()?;
        self.sell()?;
        self.cancel()?;
        self.hold()?;
        self.wait_in_line()?;
        self.stay()?;
        self.look_back()?;
        self.foresee()
    }

    /// Shows what happens when the server is gone.
    pub(super) fn without_server(&mut self) -> Result<(), CliError> {
        self.say("The server is stopped: commands say so, and nothing is made up.")?;
        let code = self.souvenir.map(|code| code.to_string()).unwrap_or_default();
        let wanted = Wanted { exit: UNREACHABLE, words: &["can't be reached"] };
        self.step(&["show", &code], wanted)?;
        self.go_on_selling()
    }

    /// Shows what becomes of it when the server is back.
    pub(super) fn with_server_again(&mut self) -> Result<(), CliError> {
        self.drain()
    }

    fn say(&self, text: &str) -> Result<(), CliError> {
        self.out.verbatim(&format!("\n# {text}\n"))
    }

    /// Takes a step: types it, runs it, shows what it said.
    fn step(&mut self, words: &[&str], wanted: Wanted<'_>) -> Result<Said, CliError> {
        self.steps += 1;
        self.out.verbatim(&format!("\n{}\n", typed(words)))?;
        let said = self.shell.run(words)?;
        self.judge(said, wanted)
    }

    /// Takes a step that comes true a moment later, and shows only how it came out.
    fn step_in_time(&mut self, words: &[&str], wanted: Wanted<'_>) -> Result<Said, CliError> {
        self.steps += 1;
        self.out.verbatim(&format!("\n{}\n", typed(words)))?;
        let mut said = self.shell.run(words)?;
        for _ in 1..TRIES_MAX {
            if wanted.complaint(&said).is_none() {
                break;
            }
            thread::sleep(TRY_EVERY);
            said = self.shell.run(words)?;
        }
        self.judge(said, wanted)
    }

    fn judge(&self, said: Said, wanted: Wanted<'_>) -> Result<Said, CliError> {
        self.out.verbatim(&said.text)?;
        match wanted.complaint(&said) {
            Some(complaint) => Err(self.failed(&complaint)),
            None => Ok(said),
        }
    }

    fn failed(&self, complaint: &str) -> CliError {
        let message = format!("demo: step {} failed: {complaint}", self.steps);
        CliError::new(Category::Internal, codes::INTERNAL_BUG.code, message)
    }

    /// Takes a step that makes a booking, and returns its code.
    fn booked(&mut self, words: &[&str], wanted: Wanted<'_>) -> Result<String, CliError> {
        let said = self.step(words, wanted)?;
        let code = said.code().ok_or_else(|| self.failed("it named no booking"))?;
        self.souvenir = Some(code);
        Ok(code.to_string())
    }

    /// Takes a step that has to wait, and keeps what it is called until then.
    fn queued(&mut self, words: &[&str], says: &[&str]) -> Result<(), CliError> {
        let said = self.step(words, waits(says))?;
        let first = |text: &str| text.split_whitespace().next().map(str::to_owned);
        let op = said.after("waits as operation ").and_then(first);
        let op = op.ok_or_else(|| self.failed("it named no operation"))?;
        let code = said.after("not confirmed: ").and_then(first).unwrap_or_default();
        self.asked.push(Asked { op, code });
        Ok(())
    }

    /// Returns what was asked for while the server was away, by its place.
    fn asked(&self, place: usize) -> Result<(String, String), CliError> {
        let asked = self.asked.get(place).ok_or_else(|| self.failed("it was never asked for"))?;
        Ok((asked.op.clone(), asked.code.clone()))
    }

    /// Returns nights as they are typed, counted from the day the tour began.
    fn nights(&self, ahead: i32, count: u32) -> Result<String, CliError> {
        Ok(format!("{}+{count}n", self.day(ahead)?))
    }

    fn day(&self, ahead: i32) -> Result<Date, CliError> {
        super::world::day(self.today, ahead)
    }

    /// Puts the clock to an hour of a day at the hotel.
    fn go_to(&self, ahead: i32, hour: i8, text: &str) -> Result<(), CliError> {
        let at = Time::new(hour, 0, 0, 0).map_err(|error| CliError::internal(error.to_string()))?;
        self.put_clock(self.hotel.hotel.zone.moment(self.day(ahead)?, at), text)
    }

    fn put_clock(&self, moment: Timestamp, text: &str) -> Result<(), CliError> {
        self.clock.run_from(moment);
        let local = self.hotel.hotel.zone.local(moment).strftime("%a %-d %b %Y %H:%M");
        self.say(&format!("{text} It is {local} in {}.", self.hotel.hotel.city))
    }
}
