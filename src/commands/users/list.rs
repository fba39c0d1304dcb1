//! `hotel users list`.

use hotel_core::ids::HotelCode;
use hotel_core::people::User;

use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column, Describe, Description, Listing, Present};
use crate::output::style::Glyph;

const EXAMPLES: &str = "\
Examples:
  $ hotel users list
  $ hotel users list --fields name,role";

/// List users
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ListArgs {}

/// Lists users.
pub(crate) async fn run(ctx: &Context, _args: ListArgs) -> Result<(), CliError> {
    let page = ctx.api()?.users().await?;
    ctx.out.listing(&Listing::of(&page.items)?.next_cursor(page.next).empty("no users"))
}

impl Present for User {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::text("name", "name"),
            Column::code("role", "role"),
            Column::text("hotels", "hotels"),
            Column::text("active", "state"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.name.as_str()),
            Cell::text(self.role.as_str()),
            Cell::text(hotels_words(&self.hotels)),
            active_cell(self.active),
        ]
    }

    fn id(&self) -> String {
        self.name.to_string()
    }
}

impl Describe for User {
    fn describe(&self) -> Description {
        Description::new()
            .field("name", self.name.as_str())
            .field("role", self.role.as_str())
            .field("hotels", hotels_words(&self.hotels))
            .field("state", active_cell(self.active))
    }

    fn id(&self) -> String {
        self.name.to_string()
    }
}

fn active_cell(active: bool) -> Cell {
    if active {
        Cell::status(Glyph::Done, "active")
    } else {
        Cell::status(Glyph::Over, "may not come in")
    }
}

/// Returns the hotels a user may touch.
pub(crate) fn hotels_words(hotels: &[HotelCode]) -> String {
    let codes: Vec<&str> = hotels.iter().map(HotelCode::as_str).collect();
    if codes.is_empty() { "all".to_owned() } else { codes.join(", ") }
}
