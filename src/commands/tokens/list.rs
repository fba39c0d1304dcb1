//! `hotel tokens list`.

use hotel_core::wire::people::TokenView;

use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column, Describe, Description, Listing, Present};
use crate::output::style::Glyph;

const EXAMPLES: &str = "\
Examples:
  $ hotel tokens list
  $ hotel tokens list --json";

/// List tokens, without their secrets
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ListArgs {}

/// Lists tokens.
pub(crate) async fn run(ctx: &Context, _args: ListArgs) -> Result<(), CliError> {
    let page = ctx.api()?.tokens().await?;
    ctx.out.listing(&Listing::of(&page.items)?.next_cursor(page.next).empty("no tokens"))
}

impl Present for TokenView {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("id", "id"),
            Column::text("user", "user"),
            Column::code("created_at", "issued"),
            Column::code("expires_at", "until"),
            Column::text("revoked", "state"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let moment = |moment: jiff::Timestamp| {
            Cell::text(moment.strftime("%Y-%m-%d %H:%M UTC").to_string())
                .machine(moment.to_string())
        };
        vec![
            Cell::text(self.id.to_string()),
            Cell::text(self.user.as_str()),
            moment(self.created_at),
            self.expires_at.map_or_else(|| Cell::text("for ever").machine(""), moment),
            state_cell(self),
        ]
    }

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn optional_fields() -> &'static [&'static str] {
        &["expires_at"]
    }
}

impl Describe for TokenView {
    fn describe(&self) -> Description {
        let until = self.expires_at.map_or_else(|| "for ever".to_owned(), |at| at.to_string());
        Description::new()
            .field("id", self.id.to_string())
            .field("user", self.user.as_str())
            .field("until", until)
            .field("state", state_cell(self))
    }

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn optional_fields() -> &'static [&'static str] {
        &["expires_at"]
    }
}

fn state_cell(token: &TokenView) -> Cell {
    if token.revoked {
        Cell::status(Glyph::Failed, "revoked")
    } else {
        Cell::status(Glyph::Done, "valid")
    }
}
