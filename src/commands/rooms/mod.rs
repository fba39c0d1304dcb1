//! `hotel rooms`: one file a verb.

mod add;
mod block;
mod chart;
mod list;
mod numbers;
mod remove;
mod tape;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel rooms list BER-ADLER --type DLX
  $ hotel rooms chart BER-ADLER fri+7n";

/// List, add and block the rooms of a hotel, and see who is in them
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RoomsArgs {
    #[command(subcommand)]
    verb: RoomsVerb,
}

#[derive(Subcommand, Debug)]
enum RoomsVerb {
    List(list::ListArgs),
    Add(add::AddArgs),
    Remove(remove::RemoveArgs),
    OutOfOrder(block::OutOfOrderArgs),
    InOrder(block::InOrderArgs),
    Chart(chart::ChartArgs),
}

/// Runs the verb.
pub(crate) async fn run(ctx: &Context, args: RoomsArgs) -> Result<(), CliError> {
    match args.verb {
        RoomsVerb::List(args) => list::run(ctx, args).await,
        RoomsVerb::Add(args) => add::run(ctx, args).await,
        RoomsVerb::Remove(args) => remove::run(ctx, args).await,
        RoomsVerb::OutOfOrder(args) => block::out_of_order(ctx, args).await,
        RoomsVerb::InOrder(args) => block::in_order(ctx, args).await,
        RoomsVerb::Chart(args) => chart::run(ctx, args).await,
    }
}
