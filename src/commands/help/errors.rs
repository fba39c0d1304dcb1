//! `hotel help errors`: every code there is, of this side and of the server.

use hotel_core::refusal::{self, RefusalKind};
use serde::Serialize;

use crate::context::Context;
use crate::error::category::Category;
use crate::error::{CliError, codes};
use crate::output::present::{Cell, Column, Listing, Present};

/// Where a code comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Origin {
    /// This program.
    Client,
    /// The rules of booking.
    Rules,
    /// The HTTP layer of the server.
    #[cfg(feature = "server")]
    Server,
}

/// A code and what it means.
#[derive(Debug, Serialize)]
struct CodeRow {
    code: &'static str,
    category: Category,
    exit_code: u8,
    origin: Origin,
    meaning: &'static str,
}

impl CodeRow {
    fn new(code: &'static str, category: Category, origin: Origin, meaning: &'static str) -> Self {
        Self { code, category, exit_code: category.exit_code(), origin, meaning }
    }
}

/// Prints the codes.
pub(super) fn print(ctx: &Context) -> Result<(), CliError> {
    ctx.out.listing(&Listing::of(&rows())?)
}

fn rows() -> Vec<CodeRow> {
    let client = codes::ALL
        .iter()
        .map(|info| CodeRow::new(info.code, info.category, Origin::Client, info.meaning));
    let rules = refusal::code::ALL.iter().map(|known| {
        CodeRow::new(known.code, category_of(known.kind), Origin::Rules, known.meaning)
    });
    let mut rows: Vec<CodeRow> = client.chain(rules).collect();
    #[cfg(feature = "server")]
    rows.extend(super::super::serve::http_codes().map(|(code, status, meaning)| {
        CodeRow::new(code, Category::from_http_status(status), Origin::Server, meaning)
    }));
    rows.sort_by_key(|row| row.code);
    rows
}

/// Returns the category of a refusal, as its HTTP status has it.
fn category_of(kind: RefusalKind) -> Category {
    match kind {
        RefusalKind::NotFound => Category::NotFound,
        RefusalKind::Forbidden => Category::Forbidden,
        RefusalKind::Conflict | RefusalKind::Stale => Category::Conflict,
        RefusalKind::Rejected => Category::Rejected,
    }
}

impl Present for CodeRow {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("code", "code"),
            Column::number("exit_code", "exit"),
            Column::code("origin", "from"),
            Column::text("meaning", "meaning"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let origin = match self.origin {
            Origin::Client => "client",
            Origin::Rules => "rules",
            #[cfg(feature = "server")]
            Origin::Server => "server",
        };
        vec![
            Cell::text(self.code),
            Cell::text(self.exit_code.to_string()),
            Cell::text(origin),
            Cell::text(self.meaning),
        ]
    }

    fn id(&self) -> String {
        self.code.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_told_once() {
        let rows = rows();
        for pair in rows.windows(2) {
            assert_ne!(pair[0].code, pair[1].code);
        }
        assert!(rows.iter().any(|row| row.code == "availability.sold_out"));
    }
}
