//! `hotel queue drop`.

use hotel_core::ids::provisional::BookingRef;

use super::word::{find, refused};
use crate::cache::journal::{Operation, State, Verb};
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel queue drop 7";

/// What can be given up: it is known not to be done.
const FROM: [State; 5] =
    [State::Queued, State::Held, State::Conflict, State::Rejected, State::Expired];

/// Give operations up that were not done
///
/// With a booking, the changes of it that wait behind are given up too. What is in doubt may have been
/// done: it is first asked about with `hotel queue retry`.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DropArgs {
    /// Numbers of operations
    #[arg(value_name = "OP", required = true)]
    ops: Vec<u64>,
}

/// Gives operations up.
pub(crate) fn run(ctx: &Context, args: &DropArgs) -> Result<(), CliError> {
    for op in &args.ops {
        give_up(ctx, *op)?;
    }
    Ok(())
}

/// Gives an operation up, and what stands upon it.
pub(super) fn give_up(ctx: &Context, op: u64) -> Result<(), CliError> {
    let journal = ctx.journal()?;
    let operation = find(&journal, op)?;
    let lane = operation.entered.provisional;
    let is_booking = operation.entered.request.errand().verb == Verb::Book;
    let stands_upon = |later: &Operation| {
        is_booking
            && later.seq != op
            && lane.is_some_and(|lane| {
                later.entered.request.errand().booking == Some(BookingRef::Provisional(lane))
            })
    };
    journal
        .shift(op, (&FROM, State::Dropped), ctx.now())?
        .map_err(|why| refused(op, why, &FROM))?;
    ctx.out.status(format!("operation {op} is given up"));
    for later in journal.open_operations()?.iter().filter(|later| stands_upon(later)) {
        if journal.shift(later.seq, (&FROM, State::Dropped), ctx.now())?.is_ok() {
            ctx.out.status(format!("operation {} too: its booking is not made", later.seq));
        }
    }
    Ok(())
}
