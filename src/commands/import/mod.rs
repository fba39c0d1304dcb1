//! `hotel import`: the past, told to a house line by line through its ordinary commands.
//!
//! A file is read whole, its lines are put into the order of days, and each becomes a few commands with a
//! key that is made of the line. So nothing is remembered here: a second run sends the same commands, the
//! house answers those it knows from its record, and goes on where the first run was stopped.

mod capacity;
mod entry;
mod house;
mod input;
mod layout;
mod order;
mod plan;
mod progress;
mod replay;
mod report;
mod sheet;
mod sink;
mod summary;
mod tally;

use std::path::PathBuf;
use std::time::Instant;

use hotel_core::zone::Zone;

use self::capacity::Capacity;
use self::entry::Ledger;
use self::layout::Layout;
use self::progress::Progress;
use self::replay::Replay;
use self::sink::Sink;
use self::summary::Summary;
use self::tally::Tally;
use crate::context::Context;
use crate::error::{CliError, WriteOutcome, codes};
use crate::start::{interrupted, terminated};

const EXAMPLES: &str = "\
Examples:
  $ hotel import --template
With a file of your own, first without a server, then in earnest:
  hotel import bookings.csv --dry-run --capacity BER-ADLER/DLX=20 --capacity BER-ADLER/STD=80
  hotel import bookings.csv --report refused.csv
The public hotel booking demand data (doi 10.1016/j.dib.2018.11.126):
  hotel import hotel_bookings.csv.gz --layout booking-demand --capacity \"City Hotel=226\" \\
    --capacity \"Resort Hotel=187\"";

/// What is true of every failure before the first command.
const NOTHING_IMPORTED: &str = "nothing was imported.";

/// Import bookings of the past from CSV, each at its own moment
///
/// Bookings are made, cancelled, checked in and out in the order of days, each as an ordinary command whose
/// clock is the line's; that takes the role manager, and admin where hotels are built. A line is imported
/// once: who runs the same import again, after it was stopped or by mistake, changes nothing that is there.
/// It must be the same user, since a command is known by its user and its line.
///
/// What the house refuses is counted, and listed with --report; it is part of history and no failure, so
/// the exit code is 0. A file that can't be understood is refused whole, with the line and the column.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ImportArgs {
    /// CSV, plain or gzip, or - for stdin
    #[arg(value_name = "FILE", required_unless_present = "template")]
    file: Option<String>,
    /// Which columns the file has
    #[arg(long, value_enum, value_name = "LAYOUT", default_value = "hotel")]
    layout: Layout,
    /// Build this hotel with so many rooms; NAME/TYPE=ROOMS for one of several room types
    #[arg(long, value_name = "NAME=ROOMS")]
    capacity: Vec<Capacity>,
    /// The zone of hotels that are built [default: UTC, Europe/Lisbon for booking-demand]
    #[arg(long, value_name = "ZONE")]
    zone: Option<Zone>,
    /// Write the lines that were refused, and why, to this file as CSV
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Ask no server: tell what a fresh house would accept
    #[arg(long)]
    dry_run: bool,
    /// Print a model file of the layout hotel
    #[arg(long, conflicts_with = "file")]
    template: bool,
}

/// Imports.
pub(crate) async fn run(ctx: &Context, args: ImportArgs) -> Result<(), CliError> {
    let Some(file) = args.file.as_deref().filter(|_| !args.template) else {
        return ctx.out.verbatim(&layout::template());
    };
    // What a house is like decides what becomes of thousands of lines.
    ctx.ask_anew();
    let started = Instant::now();
    let content = input::read(file)?;
    let ledger = args.layout.read(&content)?;
    drop(content);
    if ledger.entries.is_empty() {
        let message = "the file has a header and no line";
        return Err(CliError::of(codes::USAGE_INVALID_VALUE, message).field("FILE"));
    }
    let mut houses = capacity::houses(&ledger, &args.capacity, args.layout, args.zone.clone())?;
    let sink = if args.dry_run { Sink::memory(ctx)? } else { Sink::server(ctx)? };
    let buildings = sink
        .prepare(&ledger, &mut houses, args.layout)
        .await
        .map_err(|error| error.note(NOTHING_IMPORTED))?;
    let steps = plan::steps(&ledger, &houses);
    ctx.announce(format!("{} lines, {} commands", ledger.entries.len(), steps.len()));
    // Who can't write the report should hear of it now, and not after the work.
    report::write(args.report.as_deref(), &Tally::default())?;
    let progress = Progress::start(ctx, steps.len())?;
    let mut replay = Replay::new(&ledger, &houses, sink, &progress);
    let told = tokio::select! {
        biased;
        told = async {
            replay.build(buildings).await?;
            replay.tell(&steps).await
        } => told,
        failure = stopped() => Err(failure),
    };
    progress.end();
    let mut tally = replay.tally;
    tally.refused.sort_unstable();
    let reported = report::write(args.report.as_deref(), &tally);
    told.map_err(|error| unfinished(error, &ledger, &tally))?;
    reported?;
    let measured = (args.layout, args.dry_run, started.elapsed());
    ctx.out.record(&Summary::of(&ledger, &houses, &tally, measured))?;
    remark(ctx, &args, &ledger, &tally);
    Ok(())
}

/// Waits for Ctrl-C or SIGTERM.
async fn stopped() -> CliError {
    let info = tokio::select! {
        () = interrupted() => codes::RUN_INTERRUPTED,
        () = terminated() => codes::RUN_TERMINATED,
    };
    CliError::of(info, "stopped")
}

/// Says how far an import came that did not come to its end.
fn unfinished(error: CliError, ledger: &Ledger, tally: &Tally) -> CliError {
    let outcome = match (tally.commands, tally.is_waiting) {
        (0, false) => WriteOutcome::NotApplied,
        (0, true) => WriteOutcome::Unknown,
        (_, _) => WriteOutcome::Applied,
    };
    let (decided, lines) = (tally.lines(), ledger.entries.len());
    let mut details =
        if error.details.is_object() { error.details.clone() } else { serde_json::json!({}) };
    details["lines"] = lines.into();
    details["lines_decided"] = decided.into();
    details["accepted"] = tally.accepted().into();
    details["commands"] = tally.commands.into();
    error.outcome(outcome).details(details).note(format!(
        "{decided} of {lines} lines are decided, {} of them accepted, and stay so; the same command \
         once more goes on from there.",
        tally.accepted()
    ))
}

/// Tells on stderr what deserves a look.
fn remark(ctx: &Context, args: &ImportArgs, ledger: &Ledger, tally: &Tally) {
    for (warning, (count, first)) in &ledger.warnings {
        let lines = if *count == 1 { "line" } else { "lines" };
        ctx.out.warn(format!("{}: {count} {lines}, first {first}", warning.sentence()));
    }
    if !tally.steps_refused.is_empty() {
        ctx.out.warn(format!(
            "{} later steps of accepted lines were refused; --report names them",
            tally.steps_refused.len()
        ));
    }
    match &args.report {
        Some(path) => ctx.out.status(format!("the lines refused are in {}", path.display())),
        None if tally.refused.is_empty() => {}
        None => ctx.out.hint("--report refused.csv names the lines that were refused, and why"),
    }
}
