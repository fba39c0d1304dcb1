//! `hotel assign`.

use hotel_core::command::booking::AssignRequest;
use hotel_core::ids::RoomNo;
use hotel_core::ids::provisional::BookingRef;

use super::write::{WriteArgs, change};
use crate::api::bookings::Verb;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel assign 7F3K2QXD 311 --dry-run
  $ hotel assign 7F3K2QXD 311
  $ hotel assign 7F3K2QXD --off";

/// Assign a room before arrival, or take it off
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct AssignArgs {
    /// Code of the booking
    code: BookingRef,
    /// Number of the room
    #[arg(required_unless_present = "off", conflicts_with = "off")]
    room: Option<RoomNo>,
    /// Take the room off again
    #[arg(long)]
    off: bool,
    /// Which room of the booking, counted from 1
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    of: u16,
    #[command(flatten)]
    write: WriteArgs,
}

/// Assigns a room.
pub(crate) async fn run(ctx: &Context, args: AssignArgs) -> Result<(), CliError> {
    let verb = Verb::Assign(AssignRequest { of: args.of, room: args.room });
    change(ctx, args.code, &verb, &args.write).await
}
