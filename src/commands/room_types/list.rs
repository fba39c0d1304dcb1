//! `hotel room-types list`.

use hotel_core::catalogue::RoomType;
use hotel_core::ids::HotelCode;
use hotel_core::text::Word;

use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column, Listing, Present};

const EXAMPLES: &str = "\
Examples:
  $ hotel room-types list BER-ADLER
  $ hotel room-types list BER-ADLER -o ids";

/// List the room types of a hotel
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ListArgs {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
}

/// Lists room types.
pub(crate) async fn run(ctx: &Context, args: ListArgs) -> Result<(), CliError> {
    let page = ctx.api()?.room_types(args.hotel).await?;
    let listing = Listing::of(&page.items)?.next_cursor(page.next).empty("no room types");
    ctx.out.listing(&listing)
}

impl Present for RoomType {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("code", "code"),
            Column::text("name", "name"),
            Column::number("adults_max", "adults"),
            Column::number("children_max", "children"),
            Column::number("guests_max", "people"),
            Column::text("amenities", "amenities"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let amenities: Vec<&str> = self.amenities.iter().map(Word::as_str).collect();
        vec![
            Cell::text(self.code.as_str()),
            Cell::text(self.name.as_str()),
            Cell::text(self.adults_max.to_string()),
            Cell::text(self.children_max.to_string()),
            Cell::text(self.guests_max.to_string()),
            Cell::text(amenities.join(", ")),
        ]
    }

    fn id(&self) -> String {
        self.code.to_string()
    }
}
