//! `hotel decline`.

use hotel_core::command::booking::DeclineRequest;
use hotel_core::ids::provisional::BookingRef;

use super::words::ReasonArg;
use super::write::{WriteArgs, change};
use crate::api::bookings::Verb;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel decline 7F3K2QXD --reason no-room --dry-run
  $ hotel decline 7F3K2QXD --reason no-room";

/// Decline a requested booking for the hotel
///
/// Managers speak for the hotel. The rooms go back on sale at once.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DeclineArgs {
    /// Code of the booking
    code: BookingRef,
    /// Say why
    #[arg(long, value_enum)]
    reason: Option<ReasonArg>,
    #[command(flatten)]
    write: WriteArgs,
}

/// Declines a booking.
pub(crate) async fn run(ctx: &Context, args: DeclineArgs) -> Result<(), CliError> {
    let verb = Verb::Decline(DeclineRequest { reason: args.reason.map(Into::into) });
    change(ctx, args.code, &verb, &args.write).await
}
