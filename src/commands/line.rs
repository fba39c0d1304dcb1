//! Carrying out a command within this process: the words that somebody typed, read by the one parser and done
//! by the one command, for batches, for the shell and for whoever else has lines.

use clap::Parser as _;
use hotel_core::ids::IdempotencyKey;
use jiff::Timestamp;
use serde_json::Value;

use crate::after;
use crate::cli::{Cli, Command, GlobalArgs};
use crate::context::Context;
use crate::error::clap_usage::{ClapVerdict, from_clap};
use crate::error::report::Shape;
use crate::error::{CliError, codes};
use crate::voice::Voice;

/// How words are carried out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Manner<'a> {
    /// Who hears it.
    pub(crate) voice: Voice,
    /// The name of the change, if the command makes one and has no name of its own.
    pub(crate) key: Option<&'a IdempotencyKey>,
}

impl Manner<'_> {
    /// As if it were typed into a shell.
    pub(crate) const ALOUD: Self = Self { voice: Voice::Aloud, key: None };
}

/// What came of words.
#[derive(Debug)]
pub(crate) struct Carried {
    /// Whether they were done.
    pub(crate) result: Result<(), CliError>,
    /// What the command told, as JSON, whatever it was printed as.
    pub(crate) told: Option<Value>,
    /// What it printed, where that was written down.
    pub(crate) said: String,
    /// What it told people beside, likewise.
    pub(crate) beside: String,
    /// How old the oldest part of it is, if it is not of now.
    pub(crate) stale_since: Option<Timestamp>,
    /// How a failure of it is worded.
    pub(crate) shape: Shape,
}

impl Carried {
    /// Returns what comes of words that were never a command.
    pub(crate) fn of(result: Result<(), CliError>, shape: Shape) -> Self {
        let (said, beside) = (String::new(), String::new());
        Self { result, told: None, said, beside, stale_since: None, shape }
    }
}

/// A line that was read.
pub(crate) struct Line {
    words: Vec<String>,
    cli: Cli,
    is_change: bool,
}

/// Carries out the words of a command, without `hotel`.
pub(crate) async fn carry_out(ctx: &Context, words: &[String], manner: Manner<'_>) -> Carried {
    match Line::read(ctx, words, manner) {
        Ok(Read::Line(line)) => line.carry_out(ctx, manner.voice).await,
        Ok(Read::Help(text)) => match manner.voice {
            Voice::Aloud => Carried::of(ctx.out.verbatim(&text), ctx.shape),
            Voice::Written(_) => Carried { said: text, ..Carried::of(Ok(()), ctx.shape) },
            Voice::Silent => Carried::of(Err(refusal("a help text is no change")), ctx.shape),
        },
        Err(error) => Carried::of(Err(error), ctx.shape),
    }
}

/// What words turned out to be.
pub(crate) enum Read {
    /// A command.
    Line(Box<Line>),
    /// A question for help, and the help.
    Help(String),
}

impl Line {
    /// Reads words, with the key if they are a command that takes one and have none.
    pub(crate) fn read(
        ctx: &Context,
        words: &[String],
        manner: Manner<'_>,
    ) -> Result<Read, CliError> {
        let typed = || std::iter::once("hotel").chain(words.iter().map(String::as_str));
        let keyed = manner.key.and_then(|key| {
            Cli::try_parse_from(typed().chain(["--idempotency-key", key.as_str()])).ok()
        });
        // Without a key to try it with, any command may be a change.
        let is_change = keyed.is_some()
            || manner.key.is_none()
            || words.iter().any(|word| word.starts_with("--idempotency-key"));
        let cli = match keyed.map_or_else(|| Cli::try_parse_from(typed()), Ok) {
            Ok(cli) => cli,
            Err(error) => match from_clap(&error, ctx.out.settings().stdout.color) {
                ClapVerdict::Fail(failure) => return Err(failure),
                ClapVerdict::Show(text) => return Ok(Read::Help(text)),
            },
        };
        may_stand(&cli, manner.voice)?;
        Ok(Read::Line(Box::new(Self { words: words.to_vec(), cli, is_change })))
    }

    /// Returns whether it changes something.
    pub(crate) fn is_change(&self) -> bool {
        self.is_change
    }

    /// Carries it out.
    pub(crate) async fn carry_out(self, ctx: &Context, voice: Voice) -> Carried {
        let Self { words, cli, is_change } = self;
        let Some(command) = cli.command else {
            return Carried::of(Err(refusal("a command is missing")), ctx.shape);
        };
        if let Some(client) = ctx.used_api().filter(|_| is_change) {
            client.begin();
        }
        let (inner, heard) = ctx.of_line(is_change.then_some(&words[..]), &cli.global, voice);
        // Commands that have lines carry out none that have, so that this goes one deep.
        let result = Box::pin(command.run(&inner)).await;
        let result = match voice {
            // Who has many lines sends what waits once, after the last of them.
            Voice::Silent | Voice::Written(_) => result,
            Voice::Aloud => after::finish(&inner, result).await,
        };
        Carried {
            result,
            told: heard.told.value(),
            said: heard.said.text(),
            beside: heard.beside.text(),
            stale_since: inner.out.staleness(),
            shape: inner.shape,
        }
    }
}

/// Refuses commands that have lines themselves or never end, and flags that belong to the whole process.
fn may_stand(cli: &Cli, voice: Voice) -> Result<(), CliError> {
    let is_refused = match &cli.command {
        None | Some(Command::Shell(_)) => true,
        #[cfg(feature = "server")]
        Some(Command::Serve(_) | Command::Demo(_)) => true,
        Some(Command::Batch(_) | Command::Tail(_)) => voice != Voice::Aloud,
        Some(_) => false,
    };
    if is_refused {
        return Err(refusal("this command can't be one line of several"));
    }
    let GlobalArgs { profile, server, offline, no_journal, .. } = &cli.global;
    let is_fixed = profile.is_some() || server.is_some() || offline.is_some() || *no_journal;
    if is_fixed && voice != Voice::Silent {
        let message = "profile, server and what is done offline are those of the shell";
        return Err(refusal(message).hint("hotel shell --help"));
    }
    Ok(())
}

fn refusal(message: &str) -> CliError {
    CliError::of(codes::USAGE_INVALID_VALUE, message).field("command")
}
