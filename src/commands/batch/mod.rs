//! `hotel batch`.

mod key;
mod record;
mod source;

use self::key::{Standing, standing};
use self::record::{Outcome, Record};
use self::source::Line;
use super::input::read_bytes;
use super::line;
use crate::cache::journal::Journal;
use crate::context::Context;
use crate::error::category::Category;
use crate::error::{CliError, codes};
use crate::output::format::Format;
use crate::output::stream::Stream;

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
    let read = line::Line::read(&line.words, &key)
        .and_then(|line| line.may_stand_among_others().map(|()| line));
    match read {
        Ok(line) => {
            let carried = line.carry_out(ctx, (Format::Json, None)).await;
            Ok(Outcome::of(carried.result, &carried.said))
        }
        Err(failure) => Ok(Outcome::failed(failure)),
    }
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
