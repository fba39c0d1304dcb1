//! Runs the real program as a child, as a person at a terminal would. Knows processes; knows nothing
//! of bookings but how to find a code in what was said.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use hotel_core::ids::{BookingCode, HotelCode};

use crate::error::CliError;
use crate::paths::HOME_VARIABLE;

/// The width of the terminal that the tour pretends to be.
const WIDTH: &str = "100";

/// What every variable of ours begins with; none of the caller's may reach the tour.
const OWN_VARIABLES: &str = "HOTEL_";

/// What a desk may look like, which is the caller's to say.
const TASTES: [&str; 2] = ["HOTEL_COLOR", "HOTEL_ASCII"];

/// Where commands are run.
#[derive(Debug)]
pub(super) struct Shell {
    program: PathBuf,
    home: PathBuf,
}

/// What a command said, both streams in the order of their lines, and how it ended.
#[derive(Debug)]
pub(in crate::commands::demo) struct Said {
    pub(super) exit: Option<i32>,
    pub(super) text: String,
}

impl Shell {
    /// Finds the program that is running.
    pub(super) fn new(home: &Path) -> Result<Self, CliError> {
        let program = std::env::current_exe()
            .map_err(|error| CliError::internal("where am I?").why(error.to_string()))?;
        Ok(Self { program, home: home.to_path_buf() })
    }

    /// Runs the program with words.
    pub(super) fn run(&self, words: &[&str]) -> Result<Said, CliError> {
        self.speak(words).map_err(|error| CliError::file("run", &self.program, &error))
    }

    /// Runs the desk on the caller's terminal, until it is left.
    pub(super) fn open_desk(&self, hotel: HotelCode) -> Result<(), CliError> {
        let failed = |error: io::Error| CliError::file("run", &self.program, &error);
        let mut command = self.command();
        let taste = TASTES.iter().filter_map(|name| Some((name, std::env::var_os(name)?)));
        command.envs(taste).env("HOTEL_HOTEL", hotel.as_str());
        let ended = command.status().map_err(failed)?;
        if ended.success() { Ok(()) } else { Err(CliError::internal(format!("the desk: {ended}"))) }
    }

    /// Returns the program in the demo's folder, with nothing of the caller's own settings.
    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        let inherited = std::env::vars_os().map(|(name, _)| name);
        for name in inherited.filter(|name| name.to_string_lossy().starts_with(OWN_VARIABLES)) {
            command.env_remove(name);
        }
        command.env(HOME_VARIABLE, &self.home);
        command
    }

    fn speak(&self, words: &[&str]) -> io::Result<Said> {
        let (mut heard, mouth) = io::pipe()?;
        let mut command = self.command();
        command.args(words).stdin(Stdio::null()).stdout(mouth.try_clone()?).stderr(mouth);
        command.env("HOTEL_FORCE_TTY", WIDTH).env("HOTEL_COLOR", "never");
        let mut child = command.spawn()?;
        // The command holds the other end of the pipe: while it lives the pipe never ends.
        drop(command);
        let mut bytes = Vec::new();
        heard.read_to_end(&mut bytes)?;
        let exit = child.wait()?.code();
        Ok(Said { exit, text: String::from_utf8_lossy(&bytes).into_owned() })
    }
}

impl Said {
    /// Returns the code of the booking that the command was about: the first word that is one, behind
    /// what was done to it.
    pub(super) fn code(&self) -> Option<BookingCode> {
        let second_word = |line: &str| line.split_whitespace().nth(1).map(str::to_owned);
        self.text.lines().filter_map(second_word).find_map(|word| word.parse().ok())
    }

    /// Returns what follows some words on their line.
    pub(super) fn after(&self, words: &str) -> Option<&str> {
        let line = self.text.lines().find_map(|line| line.split_once(words))?;
        Some(line.1.trim())
    }
}

/// Writes words as a person types them, quoted where the shell would take them apart.
pub(super) fn typed(words: &[&str]) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_.,:+=/@".contains(letter);
    let quoted = words.iter().map(|word| {
        let needs_none = !word.is_empty() && word.chars().all(is_plain);
        if needs_none { (*word).to_owned() } else { format!("\"{word}\"") }
    });
    let line: Vec<String> = quoted.collect();
    format!("$ hotel {}", line.join(" "))
}

#[cfg(test)]
mod tests;
