//! `hotel users`: one file a verb.

pub(crate) mod list;
mod set;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel users list
  $ hotel users set ann --role agent";

/// List, add and change those who may use the house
///
/// Without a verb, users are listed.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct UsersArgs {
    #[command(subcommand)]
    verb: Option<UsersVerb>,
}

#[derive(Subcommand, Debug)]
enum UsersVerb {
    List(list::ListArgs),
    Set(set::SetArgs),
}

/// Runs the verb.
pub(crate) async fn run(ctx: &Context, args: UsersArgs) -> Result<(), CliError> {
    match args.verb {
        None => list::run(ctx, list::ListArgs {}).await,
        Some(UsersVerb::List(args)) => list::run(ctx, args).await,
        Some(UsersVerb::Set(args)) => set::run(ctx, args).await,
    }
}
