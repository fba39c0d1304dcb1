//! `hotel batch`.

mod key;
mod record;
mod source;

use clap::Parser as _;
use hotel_core::ids::IdempotencyKey;

use self::key::{Standing, standing};
use self::record::{Outcome, Record};
use self::source::Line;
use super::input::read_bytes;
use crate::cache::journal::Journal;
use crate::cli::{Cli, Command};
use crate::context::Context;
use crate::error::category::Category;
use crate::error::clap_usage::{ClapVerdict, from_clap};
use crate::error::{CliError, codes};
use crate::output::stream::Stream;
use crate::prompt::Prompt;

const EXAMPLES: &str = "\
Examples:
  $ hotel batch monday.csv
  $ hotel batch monday.csv --continue-on-error -o jsonl
From another program:
  report-to-commands | hotel batch - --id monday";

/// Carry out the commands of a file, each once however often it is run
///
/// FILE is CSV with a column `command`, or JSON lines like {"command": "book BER-ADLER DLX fri+2n …"}.
/// A column or field `id` is told again with the result. What was done is not done again when the file is
/// run once more: a command is known by its words, how often they came before in the file, and --id. What
/// can't be sent waits in the queue, line by line.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct BatchArgs {
    /// File of commands, `-` for stdin
    #[arg(value_name = "FILE")]
    file: String,
    /// Name of the batch [default: the file's path]
    #[arg(long, value_name = "NAME", required_if_eq("file", "-"))]
    id: Option<String>,
    /// Go on after a command that failed
    #[arg(long)]
    continue_on_error: bool,
    /// Go on after commands that failed, up to so many
    #[arg(long, value_name = "N")]
    max_failures: Option<u32>,
}

/// How the lines came out.
#[derive(Debug, Default)]
struct Tally {
    failed: u32,
    queued: u32,
    left: usize,
}

/// Carries out commands.
pub(crate) async fn run(ctx: &Context, args: BatchArgs) -> Result<(), CliError> {
    let bytes = read_bytes(&args.file, "FILE")?;
    let lines = source::lines(&bytes)?;
    let batch = match &args.id {
        Some(id) => id.clone(),
        None => std::path::absolute(&args.file)
            .map_err(|error| CliError::file("find", args.file.as_ref(), &error))?
            .display()
            .to_string(),
    };
    let failures_max = match (args.max_failures, args.continue_on_error) {
        (Some(most), _) => most,
        (None, true) => u32::MAX,
        (None, false) => 0,
    };
    let journal = ctx.journal()?;
    let mut seen = key::Seen::default();
    let mut stream: Stream<'_, Record> = ctx.out.stream();
    let mut tally = Tally::default();
    for (place, line) in lines.iter().enumerate() {
        let nth = seen.count(&line.words);
        let outcome = one(ctx, &journal, (&batch, nth), line).await?;
        tally.failed += u32::from(outcome.is_failed());
        tally.queued += u32::from(outcome.waits());
        stream.push(&Record::new(line, outcome))?;
        if tally.failed > failures_max {
            tally.left = lines.len() - place - 1;
            break;
        }
    }
    end(&tally)
}

/// Carries out one line, unless that was done before.
async fn one(
    ctx: &Context,
    journal: &Journal,
    (batch, nth): (&str, u32),
    line: &Line,
) -> Result<Outcome, CliError> {
    let key = match standing(journal, batch, &line.words, nth)? {
        Standing::Done(operation) => return Ok(Outcome::before(&operation)),
        Standing::Waits(operation) => return Ok(Outcome::waiting(&operation)),
        Standing::Open(key) => key,
    };
    let cli = match parsed(&line.words, &key) {
        Ok(cli) => cli,
        Err(failure) => return Ok(Outcome::failed(failure)),
    };
    if let Err(failure) = may_stand_in_a_batch(&cli.command) {
        return Ok(Outcome::failed(failure));
    }
    let prompt = if cli.global.yes { Prompt::AssumeYes } else { ctx.prompt.without_a_person() };
    let (inner, told) = ctx.of_line(&line.words, prompt);
    // A batch stands in no batch, so that this goes one deep.
    let result = Box::pin(cli.command.run(&inner)).await;
    Ok(Outcome::of(result, &told.text()))
}

/// Reads a line, with its key if it is one that takes a key and has none of its own.
fn parsed(words: &[String], key: &IdempotencyKey) -> Result<Cli, CliError> {
    let typed = || std::iter::once("hotel").chain(words.iter().map(String::as_str));
    if let Ok(cli) = Cli::try_parse_from(typed().chain(["--idempotency-key", key.as_str()])) {
        return Ok(cli);
    }
    Cli::try_parse_from(typed()).map_err(|error| match from_clap(&error, false) {
        ClapVerdict::Fail(failure) => failure,
        ClapVerdict::Show(_) => refusal("a help text is no change"),
    })
}

fn may_stand_in_a_batch(command: &Command) -> Result<(), CliError> {
    let is_refused = match command {
        Command::Batch(_) | Command::Tail(_) => true,
        #[cfg(feature = "server")]
        Command::Serve(_) | Command::Demo(_) => true,
        _ => false,
    };
    if is_refused { Err(refusal("this command stands in no batch")) } else { Ok(()) }
}

fn refusal(message: &str) -> CliError {
    CliError::of(codes::USAGE_INVALID_VALUE, message).field("command")
}

fn end(tally: &Tally) -> Result<(), CliError> {
    if tally.failed > 0 {
        let message = format!("{} commands failed", tally.failed);
        let error = CliError::new(Category::Partial, codes::BATCH_PARTIAL.code, message);
        return Err(if tally.left > 0 {
            error
                .why(format!("{} after them were not tried", tally.left))
                .hint("--continue-on-error")
        } else {
            error
        });
    }
    if tally.queued > 0 {
        let message = format!("{} commands wait in the queue", tally.queued);
        return Err(CliError::of(codes::BATCH_WAITS, message).hint("hotel queue ls"));
    }
    Ok(())
}
