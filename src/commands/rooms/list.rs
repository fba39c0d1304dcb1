//! `hotel rooms list`.

use hotel_core::ids::{HotelCode, RoomTypeCode};
use hotel_core::wire::hotel::{RoomRow, RoomsQuery};
use hotel_core::wire::page::PAGE_MAX;

use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column, Listing, Present};

const EXAMPLES: &str = "\
Examples:
  $ hotel rooms list BER-ADLER
  $ hotel rooms list BER-ADLER --type DLX -o ids";

/// List the rooms of a hotel
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ListArgs {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
    /// Only rooms of this type
    #[arg(long = "type", value_name = "TYPE")]
    room_type: Option<RoomTypeCode>,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = PAGE_MAX)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=i64::from(PAGE_MAX)))]
    limit: u32,
    /// Go on where the last page ended
    #[arg(long, value_name = "CURSOR")]
    cursor: Option<String>,
}

/// Lists rooms.
pub(crate) async fn run(ctx: &Context, args: ListArgs) -> Result<(), CliError> {
    let query = RoomsQuery {
        hotel: Some(args.hotel),
        room_type: args.room_type,
        cursor: args.cursor,
        limit: Some(args.limit),
    };
    let page = ctx.api()?.rooms(&query).await?;
    let listing = Listing::of(&page.items)?.next_cursor(page.next).empty("no rooms");
    ctx.out.listing(&listing)
}

impl Present for RoomRow {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("number", "room"),
            Column::code("room_type", "type"),
            Column::text("note", "note"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.room.number.as_str()),
            Cell::text(self.room.room_type.as_str()),
            Cell::text(self.room.note.as_str()),
        ]
    }

    fn id(&self) -> String {
        self.room.number.to_string()
    }
}
