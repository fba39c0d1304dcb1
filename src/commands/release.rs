//! `hotel release`.

use hotel_core::ids::provisional::BookingRef;

use super::write::{WriteArgs, change};
use crate::api::bookings::Verb;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel release 7F3K2QXD --dry-run
  $ hotel release 7F3K2QXD";

/// Give up a hold or a place on the waiting list
///
/// The rooms go back on sale at once.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ReleaseArgs {
    /// Code of the booking
    code: BookingRef,
    #[command(flatten)]
    write: WriteArgs,
}

/// Gives up a hold.
pub(crate) async fn run(ctx: &Context, args: ReleaseArgs) -> Result<(), CliError> {
    change(ctx, args.code, &Verb::Release, &args.write).await
}
