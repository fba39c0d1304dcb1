//! A line carried out in this process, as if it had been typed: what a batch and the desk do.

use clap::Parser as _;
use hotel_core::ids::IdempotencyKey;
use jiff::Timestamp;

use crate::cli::{Cli, Command};
use crate::context::Context;
use crate::error::clap_usage::{ClapVerdict, from_clap};
use crate::error::{CliError, codes};
use crate::output::format::{Format, Settings, Terminal};
use crate::prompt::Prompt;

/// A line that was read.
pub(crate) struct Line {
    words: Vec<String>,
    command: Command,
    /// Whether every question is answered with yes.
    yes: bool,
    is_change: bool,
}

/// What came of a line.
#[derive(Debug)]
pub(crate) struct Carried {
    /// Whether it was done.
    pub(crate) result: Result<(), CliError>,
    /// What it said, as JSON.
    pub(crate) said: String,
    /// What it told beside that, to people.
    pub(crate) beside: String,
    /// How old the oldest part of that is, if it is not of now.
    pub(crate) stale_since: Option<Timestamp>,
}

impl Line {
    /// Reads a line. One that changes something gets the key, unless it names one of its own.
    pub(crate) fn read(words: &[String], key: &IdempotencyKey) -> Result<Self, CliError> {
        let typed = || std::iter::once("hotel").chain(words.iter().map(String::as_str));
        let line = |cli: Cli, is_change| {
            let command = cli.command.ok_or_else(|| refusal("a command is missing"))?;
            Ok(Self { words: words.to_vec(), command, yes: cli.global.yes, is_change })
        };
        let keyed = typed().chain(["--idempotency-key", key.as_str()]);
        if let Ok(cli) = Cli::try_parse_from(keyed) {
            return line(cli, true);
        }
        match Cli::try_parse_from(typed()) {
            Ok(cli) => line(cli, words.iter().any(|word| word.starts_with("--idempotency-key"))),
            Err(error) => Err(match from_clap(&error, false) {
                ClapVerdict::Fail(failure) => failure,
                ClapVerdict::Show(_) => refusal("a help text is no change"),
            }),
        }
    }

    /// Refuses commands that go on until they are stopped, or hold lines of their own.
    pub(crate) fn may_stand_among_others(&self) -> Result<(), CliError> {
        let is_refused = match &self.command {
            Command::Batch(_) | Command::Tail(_) => true,
            #[cfg(feature = "server")]
            Command::Serve(_) | Command::Demo(_) => true,
            _ => false,
        };
        if is_refused { Err(refusal("this command stands alone")) } else { Ok(()) }
    }

    /// Returns whether it changes something.
    pub(crate) fn is_change(&self) -> bool {
        self.is_change
    }

    /// Carries it out, and listens to what it says: in a format, and in so many columns where that is for
    /// people.
    pub(crate) async fn carry_out(
        self,
        ctx: &Context,
        (format, columns): (Format, Option<u16>),
    ) -> Carried {
        let prompt = if self.yes { Prompt::AssumeYes } else { ctx.prompt.without_a_person() };
        let piped = Settings::piped();
        let settings = Settings {
            format: Some(format),
            stdout: Terminal { is_terminal: columns.is_some(), ..piped.stdout },
            width: columns.unwrap_or(piped.width),
            ascii: ctx.out.settings().ascii,
            ..piped
        };
        let change = self.is_change.then_some(&self.words);
        let (inner, told, beside) = ctx.of_line(change, prompt, settings);
        // A line holds no lines, so that this goes one deep.
        let result = Box::pin(self.command.run(&inner)).await;
        Carried {
            result,
            said: told.text(),
            beside: beside.text(),
            stale_since: inner.out.staleness(),
        }
    }
}

fn refusal(message: &str) -> CliError {
    CliError::of(codes::USAGE_INVALID_VALUE, message).field("command")
}
