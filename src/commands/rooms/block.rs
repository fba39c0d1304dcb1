//! `hotel rooms out-of-order` and `hotel rooms in-order`: a room leaves the sale and comes back.

use hotel_core::command::house::BlockRequest;
use hotel_core::ids::{HotelCode, RoomNo};

use crate::commands::changed;
use crate::commands::nights::nights_at;
use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::CliError;
use crate::when::When;

const OUT_EXAMPLES: &str = "\
Examples:
  $ hotel rooms out-of-order BER-ADLER 101 +300d+3n
  $ hotel rooms in-order BER-ADLER 101 +300d+3n";

const IN_EXAMPLES: &str = "\
Examples:
  $ hotel rooms out-of-order BER-ADLER 102 +310d
  $ hotel rooms in-order BER-ADLER 102 +310d";

/// Take a room out of order, which takes it out of the sale
#[derive(clap::Args, Debug)]
#[command(after_help = OUT_EXAMPLES)]
pub(crate) struct OutOfOrderArgs {
    #[command(flatten)]
    room: RoomNights,
}

/// Put a room back in order
#[derive(clap::Args, Debug)]
#[command(after_help = IN_EXAMPLES)]
pub(crate) struct InOrderArgs {
    #[command(flatten)]
    room: RoomNights,
}

/// A room and the nights that are meant.
#[derive(clap::Args, Debug)]
struct RoomNights {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
    /// Number of the room
    #[arg(value_name = "ROOM")]
    room: RoomNo,
    /// The nights, as in fri+2n; a day alone is that one night
    #[arg(value_name = "WHEN")]
    when: When,
    #[command(flatten)]
    write: WriteArgs,
}

/// Takes a room out of order.
pub(crate) async fn out_of_order(ctx: &Context, args: OutOfOrderArgs) -> Result<(), CliError> {
    block(ctx, &args.room, true).await
}

/// Puts a room back in order.
pub(crate) async fn in_order(ctx: &Context, args: InOrderArgs) -> Result<(), CliError> {
    block(ctx, &args.room, false).await
}

async fn block(ctx: &Context, args: &RoomNights, out_of_order: bool) -> Result<(), CliError> {
    let nights = nights_at(ctx, args.hotel, &args.when).await?;
    let request = BlockRequest { nights, out_of_order };
    let write = args.write.write()?;
    let answer = ctx.api()?.block_room(args.hotel, args.room, &request, &write).await?;
    changed::tell(ctx, &answer, args.room.as_str())
}
