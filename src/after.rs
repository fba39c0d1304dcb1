//! What is done after a command: what waits is sent, if the server was there, for as long as nobody notices;
//! and a change that waits is told about.

use std::time::{Duration, Instant};

use crate::cache::journal::State;
use crate::commands::queue::operation_card::OperationCard;
use crate::commands::queue::operation_row::OperationRow;
use crate::context::Context;
use crate::error::category::Category;
use crate::error::{CliError, codes};
use crate::freshness;
use crate::queue::{Bounds, Offline};

/// Nobody waits longer for the shell to come back (ux.md 2.3, rule 11).
const SPAN_MAX: Duration = Duration::from_millis(300);

/// Ends a command.
pub(crate) async fn finish(ctx: &Context, result: Result<(), CliError>) -> Result<(), CliError> {
    let waiting = match &result {
        Err(error) if error.code == codes::QUEUE_WAITS.code => error.op_id.clone(),
        Ok(()) | Err(_) => None,
    };
    let is_there = match &result {
        Ok(()) => true,
        // Behind another one, which may go now.
        Err(error) if waiting.is_some() => error.details["behind"].is_number(),
        Err(error) => !matches!(
            error.category,
            Category::Unavailable | Category::Local | Category::UserInput | Category::Auth
        ),
    };
    if is_there && ctx.offline() == Offline::Queue {
        // The command is done; what is left to do is done by the next one if it fails here.
        replay(ctx).await.ok();
    }
    match waiting.and_then(|op| op.parse().ok()) {
        Some(op) => tell(ctx, op, result),
        None => result,
    }
}

async fn replay(ctx: &Context) -> Result<(), CliError> {
    let Some(client) = ctx.used_api() else { return Ok(()) };
    let bounds = Bounds { until: Some(Instant::now() + SPAN_MAX), is_eager: true };
    let (folder, whose) = (ctx.data_folder(), ctx.whose()?);
    let run = freshness::replay(&folder, client, &whose, bounds);
    // What is cut off in the middle is in doubt, and asked about by the next one.
    tokio::time::timeout(SPAN_MAX, run).await.map_or(Ok(()), |stopped| stopped.map(drop))
}

/// Tells of a change that waits, or that was sent after all.
fn tell(ctx: &Context, op: u64, result: Result<(), CliError>) -> Result<(), CliError> {
    let journal = ctx.journal()?;
    let Some(operation) = journal.operation(op)? else { return result };
    let row = OperationRow::new(&operation, journal.paused()?, ctx.now());
    ctx.out.record(&OperationCard(row))?;
    if matches!(operation.state, State::Applied | State::Noop) { Ok(()) } else { result }
}
