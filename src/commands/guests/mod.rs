//! `hotel guests`: one file a verb.

mod add;
mod list;
mod set;
mod show;

use clap::{Args, Subcommand};
use hotel_core::people::Guest;

use crate::api::Answer;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel guests list Novak
  $ hotel guests add \"Novak, Jana\" --email jana@example.com";

/// Look up, register and change guests
///
/// Without a verb, guests are listed.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct GuestsArgs {
    #[command(subcommand)]
    verb: Option<GuestsVerb>,
}

#[derive(Subcommand, Debug)]
enum GuestsVerb {
    List(list::ListArgs),
    Show(show::ShowArgs),
    Add(add::AddArgs),
    Set(set::SetArgs),
}

/// Runs the verb.
pub(crate) async fn run(ctx: &Context, args: GuestsArgs) -> Result<(), CliError> {
    match args.verb {
        None => list::run(ctx, list::ListArgs::default()).await,
        Some(GuestsVerb::List(args)) => list::run(ctx, args).await,
        Some(GuestsVerb::Show(args)) => show::run(ctx, args).await,
        Some(GuestsVerb::Add(args)) => add::run(ctx, args).await,
        Some(GuestsVerb::Set(args)) => set::run(ctx, args).await,
    }
}

/// Prints a guest after a change.
fn tell(ctx: &Context, answer: &Answer<Guest>, dry_run: bool) -> Result<(), CliError> {
    ctx.out.record(&answer.body)?;
    if answer.is_replay {
        ctx.out.status("done before: this is the answer of the first time");
    }
    if dry_run {
        ctx.out.status("nothing was changed: this was a dry run");
    }
    Ok(())
}
