//! `hotel admin rebuild`: without the server, from one file into another.

use std::path::PathBuf;

use hotel_server::store::database::Database;

use super::copy::copied;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel admin rebuild --from hotel.db --to new.db";

/// Make the house's books anew from its log, in a new file
///
/// The old file is only read, and may belong to a running server. Events are folded again from the
/// first to the last; guests, wishes, tokens' hashes and the answers kept for repeated commands are
/// copied, since the log holds none of them by design. The new file is verified at the end.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RebuildArgs {
    /// The file with the log
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// The file to make; it must not be there yet
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

/// Makes the books anew.
pub(crate) async fn run(ctx: &Context, args: RebuildArgs) -> Result<(), CliError> {
    copied(ctx, &Database::File(args.from), &Database::File(args.to)).await
}
