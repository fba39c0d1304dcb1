//! `hotel room-types show`.

use hotel_core::catalogue::RoomType;
use hotel_core::ids::{HotelCode, RoomTypeCode};
use hotel_core::text::Word;

use super::get;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Describe, Description};

const EXAMPLES: &str = "\
Examples:
  $ hotel room-types show BER-ADLER DLX
  $ hotel room-types show BER-ADLER DLX --json";

/// Show a room type
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ShowArgs {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
    /// Code of the room type
    #[arg(value_name = "TYPE")]
    room_type: RoomTypeCode,
}

/// Shows a room type.
pub(crate) async fn run(ctx: &Context, args: ShowArgs) -> Result<(), CliError> {
    ctx.out.record(&get(ctx, args.hotel, args.room_type).await?)
}

impl Describe for RoomType {
    fn describe(&self) -> Description {
        let amenities: Vec<&str> = self.amenities.iter().map(Word::as_str).collect();
        Description::new()
            .field("code", self.code.as_str())
            .field("name", self.name.as_str())
            .field("adults", format!("up to {}", self.adults_max))
            .field("children", format!("up to {}", self.children_max))
            .field("people", format!("up to {}", self.guests_max))
            .field_if("amenities", (!amenities.is_empty()).then(|| amenities.join(", ")))
    }

    fn id(&self) -> String {
        self.code.to_string()
    }
}
