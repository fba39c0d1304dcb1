//! `hotel batch`.

mod key;
mod record;
mod source;

use std::collections::VecDeque;

use serde_json::Value;

use self::key::{Standing, standing};
use self::record::{Outcome, Record};
use self::source::Line;
use super::dates::today_here;
use super::input::read_bytes;
use super::line::{Manner, carry_out};
use crate::cache::journal::Journal;
use crate::context::Context;
use crate::error::category::Category;
use crate::error::{CliError, codes};
use crate::output::stream::Stream;
use crate::terse::{self, Entry, Refusal, Session, Step};
use crate::voice::Voice;

const EXAMPLES: &str = "\
Examples:
  $ hotel batch monday.csv
  $ hotel batch monday.csv --continue-on-error -o jsonl
From another program:
  report-to-commands | hotel batch - --id monday";

/// Carry out the commands of a file, each once however often it is run
///
/// FILE is CSV with a column `command`, or JSON lines like {"command": "book BER-ADLER DLX fri+2n …"}.
/// A command may also be a terse line, as in `ber fri+2; 1; nKELLY/JOE; e`: what it does is the same as in
/// `hotel shell`, but nothing is held before the sale ends. A column or field `id` is told again with the
/// result. What was done is not done again when the file is run once more: a command is known by its words,
/// how often they came before in the file, and --id. What can't be sent waits in the queue, line by line.
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
    let name = match &args.id {
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
    let mut batch = Batch {
        ctx,
        journal: ctx.journal()?,
        name,
        seen: key::Seen::default(),
        // What was held before a fault would have run out when the file is run again.
        session: Session::outright(today_here(ctx)),
        stream: ctx.out.stream(),
        tally: Tally::default(),
    };
    for (place, line) in lines.iter().enumerate() {
        batch.line(line).await?;
        if batch.tally.failed > failures_max {
            batch.tally.left = lines.len() - place - 1;
            break;
        }
    }
    end(&batch.tally)
}

/// A batch that is carried out.
struct Batch<'a> {
    ctx: &'a Context,
    journal: Journal,
    name: String,
    seen: key::Seen,
    session: Session,
    stream: Stream<'a, Record>,
    tally: Tally,
}

impl Batch<'_> {
    /// Carries out the entries of a line, one after another, up to the first that fails.
    async fn line(&mut self, line: &Line) -> Result<(), CliError> {
        let entries = match terse::read(&line.text) {
            Ok(entries) => entries,
            Err(refusal) => return self.refused(line, refusal),
        };
        for placed in entries {
            let is_full = matches!(placed.entry, Entry::Cli(_));
            let entry = (!is_full).then(|| placed.text.clone());
            let mut due: VecDeque<Step> = match self.session.steps(&placed) {
                Ok(steps) => steps.into(),
                Err(refusal) => return self.refused(line, refusal),
            };
            if !due.iter().any(|step| matches!(step, Step::Run(_))) {
                self.push(&Record::new(line, placed.text.clone(), entry, Outcome::noted()))?;
                continue;
            }
            while let Some(step) = due.pop_front() {
                let Step::Run(run) = step else { continue };
                let outcome = self.step(&run.words).await?;
                let told = self.told(&outcome)?;
                let is_failed = outcome.is_failed();
                let command = if is_full { run.words.join(" ") } else { run.long() };
                self.push(&Record::new(line, command, entry.clone(), outcome))?;
                if is_failed {
                    self.session.failed(&run);
                    return Ok(());
                }
                due.extend(told.map(|told| self.session.learn(&run, &told)).into_iter().flatten());
            }
        }
        Ok(())
    }

    /// Carries out one command, unless that was done before.
    async fn step(&mut self, words: &[String]) -> Result<Outcome, CliError> {
        let nth = self.seen.count(words);
        let key = match standing(&self.journal, &self.name, words, nth)? {
            Standing::Done(operation) => return Ok(Outcome::before(&operation)),
            Standing::Waits(operation) => return Ok(Outcome::waiting(&operation)),
            Standing::Open(key) => key,
        };
        let manner = Manner { voice: Voice::Silent, key: Some(&key) };
        Ok(Outcome::of(carry_out(self.ctx, words, manner).await))
    }

    /// Returns what a session learns from: what the command told, or the operation that waits.
    fn told(&self, outcome: &Outcome) -> Result<Option<Value>, CliError> {
        let Some(op) = outcome.waiting_op() else { return Ok(outcome.result().cloned()) };
        let operation = self.journal.operation(op)?;
        let provisional = operation.and_then(|operation| operation.entered.provisional);
        Ok(Some(serde_json::json!({ "op": op, "provisional": provisional })))
    }

    fn refused(&mut self, line: &Line, refusal: Refusal) -> Result<(), CliError> {
        let outcome = Outcome::failed(refusal.into());
        self.push(&Record::new(line, line.text.clone(), None, outcome))
    }

    fn push(&mut self, record: &Record) -> Result<(), CliError> {
        self.tally.failed += u32::from(record.is_failed());
        self.tally.queued += u32::from(record.waits());
        self.stream.push(record)
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
