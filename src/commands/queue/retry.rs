//! `hotel queue retry`.

use super::operation_row::OperationRow;
use super::word::{find, refused};
use crate::api::new_key;
use crate::cache::journal::{NewOperation, State};
use crate::context::Context;
use crate::error::CliError;
use crate::queue::{Bounds, Replay};

const EXAMPLES: &str = "\
Examples:
  $ hotel queue retry 7";

/// Try operations again at once
///
/// What was refused is asked again, as it is, under a new key. What is in doubt is asked about with its own
/// key: if it was done, it is not done again.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RetryArgs {
    /// Numbers of operations
    #[arg(value_name = "OP", required = true)]
    ops: Vec<u64>,
}

/// Tries operations again.
pub(crate) async fn run(ctx: &Context, args: &RetryArgs) -> Result<(), CliError> {
    let replay = Replay::new(&ctx.data_folder(), ctx.api()?, ctx.whose()?)?;
    let journal = replay.journal();
    let mut wanted = Vec::new();
    for op in &args.ops {
        let operation = find(journal, *op)?;
        let from = [State::Conflict, State::Rejected, State::Expired];
        if matches!(operation.state, State::Queued | State::InDoubt | State::Sending) {
            wanted.push(*op);
            continue;
        }
        let new = NewOperation { key: new_key()?, ..operation.entered };
        let again = journal.supersede(*op, &from, &new, ctx.now())?;
        wanted.push(again.map_err(|why| refused(*op, why, &from))?);
    }
    let bounds = Bounds { until: None, is_eager: true };
    replay.run(bounds, &mut |_| Ok(())).await?;
    let paused = journal.paused()?;
    for op in wanted {
        let row = OperationRow::new(&find(journal, op)?, paused, ctx.now());
        ctx.out.record(&super::operation_card::OperationCard(row))?;
    }
    Ok(())
}
