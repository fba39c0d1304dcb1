//! `hotel guests list`.

use hotel_core::people::Guest;
use hotel_core::wire::page::PAGE_MAX;
use hotel_core::wire::people::GuestQuery;

use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column, Listing, Present};

const EXAMPLES: &str = "\
Examples:
  $ hotel guests list
  $ hotel guests list Nov
  $ hotel guests list Novak -o ids";

/// List guests by family name
#[derive(clap::Args, Debug, Default)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ListArgs {
    /// How the family name begins
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// How many at most
    #[arg(long, value_name = "N")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=i64::from(PAGE_MAX)))]
    limit: Option<u32>,
    /// Go on where the last page ended
    #[arg(long, value_name = "CURSOR")]
    cursor: Option<String>,
}

/// Lists guests.
pub(crate) async fn run(ctx: &Context, args: ListArgs) -> Result<(), CliError> {
    let query = GuestQuery { name: args.name, cursor: args.cursor, limit: args.limit };
    let page = ctx.api()?.guests(&query).await?;
    ctx.out.listing(&Listing::of(&page.items)?.next_cursor(page.next).empty("no such guests"))
}

impl Present for Guest {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("id", "id"),
            Column::text("family", "family"),
            Column::text("given", "given"),
            Column::text("email", "e-mail"),
            Column::text("phone", "phone"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.id.to_string()),
            Cell::text(self.family.as_str()),
            Cell::text(self.given.as_str()),
            Cell::text(self.email.as_str()),
            Cell::text(self.phone.as_str()),
        ]
    }

    fn id(&self) -> String {
        self.id.to_string()
    }
}
