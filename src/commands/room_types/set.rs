//! `hotel room-types set`.

use hotel_core::catalogue::RoomType;
use hotel_core::ids::{HotelCode, RoomTypeCode};
use hotel_core::text::{Name, Word};

use super::get;
use crate::commands::changed;
use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel room-types set BER-ADLER DLX --name \"Deluxe king\" --dry-run
  $ hotel room-types set BER-ADLER DLX --amenity balcony,bath --dry-run";

/// Change a room type
///
/// What no flag names stays as it is.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct SetArgs {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
    /// Code of the room type
    #[arg(value_name = "TYPE")]
    room_type: RoomTypeCode,
    /// Its name
    #[arg(long, value_name = "TEXT")]
    name: Option<Name>,
    /// The most adults in a room
    #[arg(long, value_name = "N")]
    adults: Option<u8>,
    /// The most children in a room
    #[arg(long, value_name = "N")]
    children: Option<u8>,
    /// The most people in a room
    #[arg(long, value_name = "N")]
    people: Option<u8>,
    /// What the room offers, as in balcony,bath; all of it
    #[arg(long, value_name = "WORDS", value_delimiter = ',')]
    amenity: Option<Vec<Word>>,
    #[command(flatten)]
    write: WriteArgs,
}

/// Changes a room type.
pub(crate) async fn run(ctx: &Context, args: SetArgs) -> Result<(), CliError> {
    let old = get(ctx, args.hotel, args.room_type).await?;
    let new = RoomType {
        code: old.code,
        name: args.name.unwrap_or(old.name),
        adults_max: args.adults.unwrap_or(old.adults_max),
        children_max: args.children.unwrap_or(old.children_max),
        guests_max: args.people.unwrap_or(old.guests_max),
        amenities: args.amenity.unwrap_or(old.amenities),
    };
    let answer = ctx.api()?.set_room_type(args.hotel, &new, &args.write.write()?).await?;
    changed::tell(ctx, &answer, args.room_type.as_str())
}
