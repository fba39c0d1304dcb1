//! `hotel events cursors`: one file a verb.

mod list;
mod remove;
mod reset;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel events cursors list
  $ hotel tail --cursor pms --after 0 --count 3
  $ hotel events cursors reset pms --to 1
  $ hotel events cursors remove pms";

/// List, reset and remove the cursors of `hotel tail --cursor`
///
/// Without a verb, they are listed.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CursorsArgs {
    #[command(subcommand)]
    verb: Option<CursorsVerb>,
}

#[derive(Subcommand, Debug)]
enum CursorsVerb {
    List(list::ListArgs),
    Reset(reset::ResetArgs),
    Remove(remove::RemoveArgs),
}

/// Runs the verb.
pub(crate) fn run(ctx: &Context, args: CursorsArgs) -> Result<(), CliError> {
    match args.verb {
        None => list::run(ctx, list::ListArgs {}),
        Some(CursorsVerb::List(args)) => list::run(ctx, args),
        Some(CursorsVerb::Reset(args)) => reset::run(ctx, args),
        Some(CursorsVerb::Remove(args)) => remove::run(ctx, &args),
    }
}
