//! `hotel queue resolve`.

use hotel_core::wire::booking::BookBody;

use super::conflict::{Conflict, insisting, taking};
use super::drop::give_up;
use super::operation_card::OperationCard;
use super::operation_row::OperationRow;
use super::word::{find, refused};
use crate::api::new_key;
use crate::cache::journal::{NewOperation, Operation, State, Verb};
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::queue::{Bounds, Replay};

const EXAMPLES: &str = "\
Examples:
  $ hotel queue resolve 7 --mine
  $ hotel queue resolve 7 --theirs
  $ hotel queue resolve 7 --alt 2";

/// What a person may decide about.
const FROM: [State; 3] = [State::Conflict, State::Rejected, State::Expired];

/// Decide a conflict: your side, the other one, or something else
///
/// See both sides and the prices first, with `hotel queue show`. --mine makes the change upon what is the
/// case now: at the price, and with the fee, that is shown. A new operation takes the place of the old.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
#[command(group(clap::ArgGroup::new("side").required(true)))]
pub(crate) struct ResolveArgs {
    /// Number of the operation
    #[arg(value_name = "OP")]
    op: u64,
    /// Make your change upon what is the case now
    #[arg(long, group = "side")]
    mine: bool,
    /// Leave it as the others made it, and give yours up
    #[arg(long, group = "side")]
    theirs: bool,
    /// Book the alternative of this number instead
    #[arg(long, value_name = "N", group = "side")]
    alt: Option<usize>,
}

/// Decides a conflict.
pub(crate) async fn run(ctx: &Context, args: &ResolveArgs) -> Result<(), CliError> {
    if args.theirs {
        return give_up(ctx, args.op);
    }
    let replay = Replay::new(&ctx.data_folder(), ctx.api()?, ctx.whose()?)?;
    let journal = replay.journal();
    let operation = find(journal, args.op)?;
    if !FROM.contains(&operation.state) {
        return Err(refused(args.op, crate::cache::journal::Refused::Is(operation.state), &FROM));
    }
    let conflict = Conflict::look(ctx.api()?, &operation).await?;
    let new = match args.alt {
        Some(number) => alternative(&operation, &conflict, number)?,
        None => mine(&operation, &conflict)?,
    };
    let op = journal
        .supersede(args.op, &FROM, &new, ctx.now())?
        .map_err(|why| refused(args.op, why, &FROM))?;
    let bounds = Bounds { until: None, is_eager: true };
    replay.run(bounds, &mut |_| Ok(())).await?;
    let row = OperationRow::new(&find(journal, op)?, journal.paused()?, ctx.now());
    ctx.out.record(&OperationCard(row))
}

fn mine(operation: &Operation, conflict: &Conflict) -> Result<NewOperation, CliError> {
    let mut new = again(operation)?;
    new.request.body = insisting(operation, conflict)?;
    if new.request.if_version.is_some() {
        new.request.if_version = conflict.version;
    }
    Ok(new)
}

fn alternative(
    operation: &Operation,
    conflict: &Conflict,
    number: usize,
) -> Result<NewOperation, CliError> {
    let offer = number.checked_sub(1).and_then(|place| conflict.alternatives.get(place));
    let Some(offer) = offer else {
        let message = format!("there is no alternative {number}");
        return Err(CliError::of(codes::USAGE_INVALID_VALUE, message)
            .field("--alt")
            .hint(format!("hotel queue show {}", operation.seq)));
    };
    let mut new = again(operation)?;
    debug_assert_eq!(new.request.errand().verb, Verb::Book, "others have no alternatives");
    let body: BookBody = serde_json::from_slice(&new.request.body)
        .map_err(|error| CliError::internal("a kept booking is none").why(error.to_string()))?;
    new.request.body = taking(&body, offer)?;
    Ok(new)
}

/// Returns the same operation under a new key.
fn again(operation: &Operation) -> Result<NewOperation, CliError> {
    let new =
        NewOperation { key: new_key()?, alternatives: Vec::new(), ..operation.entered.clone() };
    // It is asked for now, however long the first one was of use.
    Ok(NewOperation { expires_at: None, ..new })
}
