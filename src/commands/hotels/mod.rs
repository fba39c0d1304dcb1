//! `hotel hotels`: one file a verb.

mod add;
mod input;
mod list;
mod remove;
mod set;
mod show;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel hotels list --place Berlin
  $ hotel hotels show BER-ADLER";

/// List, show, add and change hotels
///
/// Without a verb, all hotels are listed.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct HotelsArgs {
    #[command(subcommand)]
    verb: Option<HotelsVerb>,
}

#[derive(Subcommand, Debug)]
enum HotelsVerb {
    List(list::ListArgs),
    Show(show::ShowArgs),
    Add(Box<add::AddArgs>),
    Set(Box<set::SetArgs>),
    Remove(remove::RemoveArgs),
}

/// Runs the verb.
pub(crate) async fn run(ctx: &Context, args: HotelsArgs) -> Result<(), CliError> {
    match args.verb {
        None => list::run(ctx, list::ListArgs::default()).await,
        Some(HotelsVerb::List(args)) => list::run(ctx, args).await,
        Some(HotelsVerb::Show(args)) => show::run(ctx, args).await,
        Some(HotelsVerb::Add(args)) => add::run(ctx, *args).await,
        Some(HotelsVerb::Set(args)) => set::run(ctx, *args).await,
        Some(HotelsVerb::Remove(args)) => remove::run(ctx, args).await,
    }
}
