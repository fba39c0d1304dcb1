//! `hotel inventory show`.

use hotel_core::ids::{HotelCode, RoomTypeCode};
use hotel_core::inventory::Overbook;
use hotel_core::wire::hotel::InventoryNight;

use crate::commands::nights::{code_of, query_at, take_when};
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::output::present::{Cell, Column, Listing, Present};
use crate::output::style::{Glyph, Tone};

const EXAMPLES: &str = "\
Examples:
  $ hotel inventory show BER-ADLER
  $ hotel inventory show BER-ADLER DLX fri+7n
  $ hotel inventory show BER-ADLER fri+2n --fields room_type,date,left";

/// Show what is left to sell, night by night
///
/// Without WHEN, two weeks from the hotel's today.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ShowArgs {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
    /// Room type and nights, as in DLX fri+7n
    #[arg(value_name = "[TYPE] [WHEN]", num_args = 0..=2)]
    what: Vec<String>,
}

/// Shows inventory.
pub(crate) async fn run(ctx: &Context, args: ShowArgs) -> Result<(), CliError> {
    let mut words = args.what;
    let when = take_when(&mut words);
    let room_type = match words.as_slice() {
        [] => None,
        [room_type] => Some(code_of::<RoomTypeCode>(room_type, "TYPE")?),
        [_, last, ..] => {
            let message = format!("`{last}` names no nights");
            return Err(CliError::of(codes::USAGE_DATE, message).hint("hotel help dates"));
        }
    };
    let query = query_at(ctx, args.hotel, when.as_ref(), (None, room_type)).await?;
    let page = ctx.api()?.inventory(args.hotel, &query).await?;
    ctx.out.listing(&Listing::of(&page.items)?.next_cursor(page.next).empty("no such nights"))
}

impl Present for InventoryNight {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("room_type", "type"),
            Column::code("date", "night"),
            Column::number("physical", "rooms"),
            Column::number("out_of_order", "broken"),
            Column::number("overbook", "overbook"),
            Column::number("sold", "sold"),
            Column::number("held", "held"),
            Column::number("left", "left"),
            Column::text("closed", "sale"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let night = &self.night;
        let sale = if night.closed {
            Cell::status(Glyph::Failed, "closed")
        } else {
            Cell::status(Glyph::Done, "open")
        };
        let left = Cell::text(self.left.to_string());
        vec![
            Cell::text(self.room_type.as_str()),
            Cell::text(self.date.strftime("%a %d %b %Y").to_string())
                .machine(self.date.to_string()),
            Cell::text(night.physical.to_string()),
            Cell::text(night.out_of_order.to_string()),
            Cell::text(overbook_words(night.overbook)),
            Cell::text(night.sold.to_string()),
            Cell::text(night.held.to_string()),
            if self.left <= 0 { left.tone(Tone::Bad) } else { left },
            sale.machine(night.closed.to_string()),
        ]
    }

    fn id(&self) -> String {
        format!("{}/{}", self.room_type, self.date)
    }
}

/// Returns how far sales may go beyond the rooms: `+2`, `10 %`, or nothing.
pub(super) fn overbook_words(overbook: Overbook) -> String {
    match (overbook.rooms, overbook.share.get()) {
        (0, 0) => String::new(),
        (rooms, 0) => format!("{rooms:+}"),
        (0, _) => overbook.share.to_string(),
        (rooms, _) => format!("{rooms:+} and {}", overbook.share),
    }
}
