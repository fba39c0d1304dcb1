//! `hotel check-in`.

use hotel_core::command::booking::CheckInRequest;
use hotel_core::ids::RoomNo;
use hotel_core::ids::provisional::BookingRef;

use super::write::{WriteArgs, change};
use crate::api::bookings::Verb;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel check-in 7F3K2QXD --dry-run
  $ hotel check-in 7F3K2QXD";

/// Check guests in
///
/// A room that is neither assigned nor named with --room is chosen by the house.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CheckInArgs {
    /// Code of the booking
    code: BookingRef,
    /// Give this room; once for each room of the booking, in its order
    #[arg(long, value_name = "ROOM", value_delimiter = ',')]
    room: Vec<RoomNo>,
    #[command(flatten)]
    write: WriteArgs,
}

/// Checks guests in.
pub(crate) async fn run(ctx: &Context, args: CheckInArgs) -> Result<(), CliError> {
    change(ctx, args.code, &Verb::CheckIn(CheckInRequest { rooms: args.room }), &args.write).await
}
