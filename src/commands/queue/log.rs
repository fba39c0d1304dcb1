//! `hotel queue log`.

use super::operation_row::OperationRow;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::Listing;

const EXAMPLES: &str = "\
Examples:
  $ hotel queue log
  $ hotel queue log -n 100 -o jsonl";

/// List the latest changes you made, whatever became of them
///
/// What is done stays 90 days.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct LogArgs {
    /// How many, the last first
    #[arg(short = 'n', long, value_name = "N", default_value_t = 20)]
    last: u32,
}

/// Lists operations.
pub(crate) fn run(ctx: &Context, args: &LogArgs) -> Result<(), CliError> {
    let journal = ctx.journal()?;
    let paused = journal.paused()?;
    let rows: Vec<OperationRow> = journal
        .latest_operations(args.last)?
        .iter()
        .map(|operation| OperationRow::new(operation, paused, ctx.now()))
        .collect();
    ctx.out.listing(&Listing::of(&rows)?.empty("nothing was changed from here"))
}
