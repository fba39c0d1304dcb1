//! `hotel move`.

use hotel_core::command::booking::MoveRequest;
use hotel_core::ids::RoomNo;
use hotel_core::ids::provisional::BookingRef;

use super::write::{WriteArgs, change};
use crate::api::bookings::Verb;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel move 7F3K2QXD 312 --dry-run
  $ hotel move 7F3K2QXD 312";

/// Move guests who are in the house to another room, from tonight on
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct MoveArgs {
    /// Code of the booking
    code: BookingRef,
    /// Number of the room to move to
    room: RoomNo,
    /// Which room of the booking, counted from 1
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    of: u16,
    #[command(flatten)]
    write: WriteArgs,
}

/// Moves guests to another room.
pub(crate) async fn run(ctx: &Context, args: MoveArgs) -> Result<(), CliError> {
    let verb = Verb::Move(MoveRequest { of: args.of, to: args.room });
    change(ctx, args.code, &verb, &args.write).await
}
