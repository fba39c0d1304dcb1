//! `hotel room-types add`.

use hotel_core::catalogue::RoomType;
use hotel_core::ids::{HotelCode, RoomTypeCode};
use hotel_core::text::{Name, Word};

use super::find;
use crate::commands::changed;
use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::{CliError, codes};

const EXAMPLES: &str = "\
Examples:
  $ hotel room-types add BER-ADLER FAM --name \"Family room\" --adults 2 --children 3 --dry-run
Then give it rooms:
  hotel rooms add BER-ADLER FAM 401..406";

/// Add a room type to a hotel
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct AddArgs {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
    /// Code of the new room type
    #[arg(value_name = "TYPE")]
    room_type: RoomTypeCode,
    /// Its name
    #[arg(long, value_name = "TEXT")]
    name: Name,
    /// The most adults in a room
    #[arg(long, value_name = "N", default_value_t = 2)]
    adults: u8,
    /// The most children in a room
    #[arg(long, value_name = "N", default_value_t = 0)]
    children: u8,
    /// The most people in a room [default: adults and children together]
    #[arg(long, value_name = "N")]
    people: Option<u8>,
    /// What the room offers, as in balcony,bath
    #[arg(long, value_name = "WORDS", value_delimiter = ',')]
    amenity: Vec<Word>,
    #[command(flatten)]
    write: WriteArgs,
}

/// Adds a room type.
pub(crate) async fn run(ctx: &Context, args: AddArgs) -> Result<(), CliError> {
    let room_type = RoomType {
        code: args.room_type,
        name: args.name,
        adults_max: args.adults,
        children_max: args.children,
        guests_max: args.people.unwrap_or(args.adults.saturating_add(args.children)),
        amenities: args.amenity,
    };
    // Who repeats an add under its key wants to hear what came of it.
    let is_first = args.write.idempotency_key.is_none();
    if is_first && find(ctx, args.hotel, args.room_type).await?.is_some() {
        let message = format!("hotel {} has a room type {} already", args.hotel, args.room_type);
        return Err(CliError::of(codes::CATALOGUE_EXISTS, message)
            .field("TYPE")
            .hint(format!("hotel room-types set {} {} --help", args.hotel, args.room_type)));
    }
    let write = args.write.write()?;
    let answer = ctx.api()?.set_room_type(args.hotel, &room_type, &write).await?;
    changed::tell(ctx, &answer, args.room_type.as_str())
}
