//! `hotel queue ls`.

use super::operation_row::OperationRow;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::Listing;

const EXAMPLES: &str = "\
Examples:
  $ hotel queue ls
  $ hotel queue ls -o ids";

/// List what waits, and what needs your word
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ListArgs {}

/// Lists operations.
pub(crate) fn run(ctx: &Context, _args: &ListArgs) -> Result<(), CliError> {
    let journal = ctx.journal()?;
    let paused = journal.paused()?;
    let rows: Vec<OperationRow> = journal
        .open_operations()?
        .iter()
        .map(|operation| OperationRow::new(operation, paused, ctx.now()))
        .collect();
    ctx.out.listing(&Listing::of(&rows)?.empty("nothing waits"))
}
