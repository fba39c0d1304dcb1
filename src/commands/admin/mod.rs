//! `hotel admin`: one file a verb.

#[cfg(feature = "server")]
mod copy;
#[cfg(feature = "server")]
mod rebuild;
mod report;
mod verify;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel admin verify
  $ hotel admin verify --json";

/// Look after the house's books: verify them, make them anew, move them
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct AdminArgs {
    #[command(subcommand)]
    verb: AdminVerb,
}

#[derive(Subcommand, Debug)]
enum AdminVerb {
    Verify(verify::VerifyArgs),
    #[cfg(feature = "server")]
    Rebuild(rebuild::RebuildArgs),
    #[cfg(feature = "server")]
    Copy(copy::CopyArgs),
}

/// Runs the verb.
pub(crate) async fn run(ctx: &Context, args: AdminArgs) -> Result<(), CliError> {
    match args.verb {
        AdminVerb::Verify(args) => verify::run(ctx, args).await,
        #[cfg(feature = "server")]
        AdminVerb::Rebuild(args) => rebuild::run(ctx, args).await,
        #[cfg(feature = "server")]
        AdminVerb::Copy(args) => copy::run(ctx, args).await,
    }
}
