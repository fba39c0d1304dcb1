//! `hotel inventory`: one file a verb.

mod overbook;
mod sale;
mod show;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel inventory show BER-ADLER DLX fri+7n
  $ hotel inventory close BER-ADLER DLX +250d --dry-run";

/// Show what is left to sell, open and close nights, set overbooking
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct InventoryArgs {
    #[command(subcommand)]
    verb: InventoryVerb,
}

#[derive(Subcommand, Debug)]
enum InventoryVerb {
    Show(show::ShowArgs),
    Close(sale::CloseArgs),
    Open(sale::OpenArgs),
    Overbook(overbook::OverbookArgs),
}

/// Runs the verb.
pub(crate) async fn run(ctx: &Context, args: InventoryArgs) -> Result<(), CliError> {
    match args.verb {
        InventoryVerb::Show(args) => show::run(ctx, args).await,
        InventoryVerb::Close(args) => sale::close(ctx, args).await,
        InventoryVerb::Open(args) => sale::open(ctx, args).await,
        InventoryVerb::Overbook(args) => overbook::run(ctx, args).await,
    }
}
