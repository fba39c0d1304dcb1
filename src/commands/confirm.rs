//! `hotel confirm`.

use hotel_core::ids::provisional::BookingRef;

use super::write::{WriteArgs, change};
use crate::api::bookings::Verb;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel confirm 7F3K2QXD --dry-run
  $ hotel confirm 7F3K2QXD";

/// Confirm a requested booking for the hotel
///
/// Managers speak for the hotel; where a hotel confirms by itself, nobody needs this.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ConfirmArgs {
    /// Code of the booking
    code: BookingRef,
    #[command(flatten)]
    write: WriteArgs,
}

/// Confirms a booking.
pub(crate) async fn run(ctx: &Context, args: ConfirmArgs) -> Result<(), CliError> {
    change(ctx, args.code, &Verb::Confirm, &args.write).await
}
