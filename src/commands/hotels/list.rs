//! `hotel hotels list`.

use hotel_core::catalogue::Hotel;
use hotel_core::wire::page::PAGE_MAX;

use crate::api::catalogue::HotelsQuery;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column, Listing, Present};
use crate::output::style::Glyph;

const EXAMPLES: &str = "\
Examples:
  $ hotel hotels list
  $ hotel hotels list --place Berlin
  $ hotel hotels list --place BER -o ids";

/// List hotels
#[derive(clap::Args, Debug, Default)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ListArgs {
    /// Only this hotel, city code, or city whose name begins so
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    /// How many at most
    #[arg(long, value_name = "N")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=i64::from(PAGE_MAX)))]
    limit: Option<u32>,
    /// Go on where the last page ended
    #[arg(long, value_name = "CURSOR")]
    cursor: Option<String>,
}

/// Lists hotels.
pub(crate) async fn run(ctx: &Context, args: ListArgs) -> Result<(), CliError> {
    let query = HotelsQuery { place: args.place, cursor: args.cursor, limit: args.limit };
    let page = ctx.api()?.hotels(&query).await?;
    let listing = Listing::of(&page.items)?.next_cursor(page.next).empty("no hotels");
    ctx.out.listing(&listing)
}

impl Present for Hotel {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("code", "code"),
            Column::text("name", "name"),
            Column::text("city", "city"),
            Column::code("country", "country"),
            Column::number("stars", "stars"),
            Column::code("currency", "currency"),
            Column::text("zone", "zone"),
            Column::text("active", "state"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.code.as_str()),
            Cell::text(self.name.as_str()),
            Cell::text(self.city.as_str()),
            Cell::text(self.country.as_str()),
            Cell::text(self.stars.to_string()),
            Cell::text(self.currency.code()),
            Cell::text(self.zone.name()),
            active_cell(self.active),
        ]
    }

    fn id(&self) -> String {
        self.code.to_string()
    }
}

/// Returns whether a hotel sells, as a glyph with words.
pub(super) fn active_cell(active: bool) -> Cell {
    if active {
        Cell::status(Glyph::Done, "sells")
    } else {
        Cell::status(Glyph::Over, "sells no more")
    }
}
