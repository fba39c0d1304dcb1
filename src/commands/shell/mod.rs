//! `hotel shell`: terse entries and commands, line by line.

mod editor;
mod history;
mod reader;

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;

use tokio::sync::Notify;

use self::editor::Shown;
use self::history::History;
use self::reader::{Heard, Reader};
use super::dates::today_here;
use super::line::{Carried, Manner, carry_out};
use super::status::short;
use crate::cache::file::DataFile;
use crate::cache::journal::Paused;
use crate::context::Context;
use crate::error::report::report;
use crate::error::{CliError, codes};
use crate::start::{interrupted, stop, terminated};
use crate::terse::{self, Run, Session, Step};

const EXAMPLES: &str = "\
Examples:
  $ hotel shell
  $ hotel shell --no-history
From search to booking, line by line:
  ber fri+2
  1
  nKELLY/JOE; p0301234567
  e";

/// Work line by line, with short entries
///
/// A line is an ordinary command without `hotel`, or terse entries with `;` between them, which are turned
/// into ordinary commands and shown as such. `?` after any beginning tells what can follow. What is sold
/// is held for ten minutes until `e` ends the sale; who ignores it or leaves gives it back at once. Names and
/// telephone numbers are kept in no history. Without a terminal, lines are read from stdin.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ShellArgs {
    /// Remember no line, and offer none of earlier
    #[arg(long)]
    no_history: bool,
}

/// How a line ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    /// Everything was done.
    Done,
    /// An entry was refused, or a command failed or was stopped.
    Failed,
    /// The process was asked to stop.
    Terminated,
}

/// Reads lines and carries them out.
pub(crate) async fn run(ctx: &Context, args: &ShellArgs) -> Result<(), CliError> {
    let history = (!args.no_history).then(|| History::of(&ctx.paths, ctx.config.profile()));
    let mut reader = Reader::open(ctx, history)?;
    let told_to_stop = Arc::new(Notify::new());
    let heard = Arc::clone(&told_to_stop);
    // Listened to all the while, so that it is not missed between two lines.
    let listener = tokio::spawn(async move {
        terminated().await;
        heard.notify_one();
    });
    let mut shell = Shell { ctx, session: Session::new(today_here(ctx)), told_to_stop, failed: 0 };
    let result = shell.lines(&mut reader).await;
    listener.abort();
    let open: VecDeque<Step> = shell.session.leave().into();
    if !open.is_empty() {
        shell.carry(open).await;
    }
    result?;
    if shell.failed > 0 && !reader.is_terminal() {
        let message = format!("{} lines failed", shell.failed);
        return Err(CliError::of(codes::SHELL_FAILED, message));
    }
    Ok(())
}

/// A shell that is open.
struct Shell<'a> {
    ctx: &'a Context,
    session: Session,
    /// The process is asked to end.
    told_to_stop: Arc<Notify>,
    /// How many lines failed.
    failed: u32,
}

impl Shell<'_> {
    /// Reads lines up to the end.
    async fn lines(&mut self, reader: &mut Reader) -> Result<(), CliError> {
        loop {
            let heard = tokio::select! {
                heard = reader.line(shown(self.ctx, &self.session)) => heard,
                () = interrupted(), if !reader.is_terminal() => {
                    return Err(stop(self.ctx, codes::RUN_INTERRUPTED));
                }
                () = self.told_to_stop.notified() => {
                    reader.restore();
                    return Err(stop(self.ctx, codes::RUN_TERMINATED));
                }
            };
            match heard {
                Heard::Line(line) => match self.obey(&line).await {
                    Ended::Done => {}
                    Ended::Failed => self.failed += 1,
                    Ended::Terminated => return Err(stop(self.ctx, codes::RUN_TERMINATED)),
                },
                Heard::Dropped => {}
                Heard::End => return Ok(()),
                Heard::Broken(why) => {
                    return Err(CliError::of(codes::LOCAL_IO, "cannot read a line").why(why));
                }
            }
        }
    }

    /// Carries out a line, entry by entry, up to the first that fails.
    async fn obey(&mut self, line: &str) -> Ended {
        self.session.set_today(today_here(self.ctx));
        let entries = match terse::read(line) {
            Ok(entries) => entries,
            Err(refusal) => return self.tell(&refusal.into()),
        };
        for placed in entries {
            let steps = match self.session.steps(&placed) {
                Ok(steps) => steps,
                Err(refusal) => return self.tell(&refusal.into()),
            };
            let ended = self.carry(steps.into()).await;
            if ended != Ended::Done {
                return ended;
            }
        }
        Ended::Done
    }

    /// Carries out steps, and those that follow from them.
    async fn carry(&mut self, mut due: VecDeque<Step>) -> Ended {
        let ctx = self.ctx;
        while let Some(step) = due.pop_front() {
            let run = match step {
                Step::Say(text) => {
                    ctx.out.status(text);
                    continue;
                }
                Step::Run(run) => run,
            };
            if !run.is_typed() {
                ctx.out.note(format!("$ {}", run.long()));
            }
            let carried = tokio::select! {
                // A command that is done is done, whatever was pressed in the same moment.
                biased;
                carried = carry_out(ctx, &run.words, Manner::ALOUD) => carried,
                () = interrupted() => return self.tell(&stop(ctx, codes::RUN_INTERRUPTED)),
                () = self.told_to_stop.notified() => return Ended::Terminated,
            };
            let follow = learned(&mut self.session, &run, &carried);
            let Carried { result, shape, .. } = carried;
            if let Err(error) = result {
                report(&error, shape, &mut io::stderr());
                // What waits in the queue is no failure.
                if !error.is_waiting() {
                    return Ended::Failed;
                }
            }
            for step in follow.into_iter().rev() {
                due.push_front(step);
            }
        }
        Ended::Done
    }

    fn tell(&self, error: &CliError) -> Ended {
        report(error, self.ctx.shape, &mut io::stderr());
        Ended::Failed
    }
}

/// Has a session learn what came of a command, and returns what follows.
fn learned(session: &mut Session, run: &Run, carried: &Carried) -> Vec<Step> {
    let is_done = carried.result.as_ref().map_or_else(CliError::is_waiting, |()| true);
    match (&carried.told, is_done) {
        (Some(told), true) => session.learn(run, told),
        (None, true) => Vec::new(),
        (_, false) => {
            session.failed(run);
            Vec::new()
        }
    }
}

/// Returns what the prompt shows.
fn shown(ctx: &Context, session: &Session) -> Shown {
    let mut parts: Vec<String> = Vec::new();
    let search = [session.place(), session.dates()].into_iter().flatten().map(str::to_owned);
    parts.extend(search);
    parts.extend(session.booking().map(|booking| booking.code.clone()));
    let held = session.holds().len();
    if held > 0 {
        parts.push(format!("{held} held"));
    }
    parts.extend(session.guest().map(str::to_owned));
    parts.extend(session.place_in_queue().map(|(place, count)| format!("{place}/{count}")));
    parts.extend(link(ctx));
    Shown::new(&parts)
}

/// Returns how the link stands and how much waits for it, if there is anything to say.
fn link(ctx: &Context) -> Option<String> {
    if !DataFile::is_there(&ctx.data_folder()) {
        return None;
    }
    // A journal that can't be read is told of by whoever needs it.
    let journal = ctx.journal().ok()?;
    let counts = short(journal.counts().ok()?);
    let pause = match journal.paused().ok()? {
        Some(Paused::Link { .. }) => "offline",
        Some(Paused::Auth) => "log in",
        None => "",
    };
    let words = [pause, counts.as_str()].join(" ");
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_owned())
}
