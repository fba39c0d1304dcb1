//! `hotel revert`.

use hotel_core::ids::provisional::BookingRef;

use super::write::{WriteArgs, change};
use crate::api::bookings::Verb;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel revert 7F3K2QXD --dry-run
  $ hotel revert 7F3K2QXD";

/// Take the last step of a booking back
///
/// Cancellation, check-in, check-out and no-show can be taken back within the business day.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RevertArgs {
    /// Code of the booking
    code: BookingRef,
    #[command(flatten)]
    write: WriteArgs,
}

/// Takes the last step back.
pub(crate) async fn run(ctx: &Context, args: RevertArgs) -> Result<(), CliError> {
    change(ctx, args.code, &Verb::Revert, &args.write).await
}
