//! `hotel help exit-codes`.

use serde::Serialize;

use crate::context::Context;
use crate::error::CliError;
use crate::error::category::{Category, Exit};
use crate::output::present::{Cell, Column, Listing, Present};

/// An exit code and what it says.
#[derive(Debug, Serialize)]
struct ExitRow {
    code: u8,
    meaning: &'static str,
}

/// Prints the exit codes.
pub(super) fn print(ctx: &Context) -> Result<(), CliError> {
    ctx.out.listing(&Listing::of(&rows())?)
}

fn rows() -> Vec<ExitRow> {
    let row = |category: Category, meaning| ExitRow { code: category.exit_code(), meaning };
    let done = "done; also an empty list, help, and a reader that went away";
    vec![
        ExitRow { code: Exit::Done.code(), meaning: done },
        row(Category::Internal, "a fault of this program or of the server"),
        row(Category::UserInput, "arguments, dates, or a question that can't be asked here"),
        row(Category::NotFound, "no such thing, or nothing found and --fail-if-empty"),
        row(Category::Auth, "no token, or one that is not known or has ended"),
        row(Category::Forbidden, "the role or the hotel is not yours"),
        row(Category::Conflict, "sold out, price moved, other version, wrong state"),
        row(Category::Rejected, "refused by validation or policy"),
        row(Category::Queued, "accepted into the queue, not applied yet; no failure"),
        row(Category::Unavailable, "unreachable or too busy; try again later"),
        row(Category::Partial, "some items of a batch failed"),
        row(Category::Local, "a local file: locked, full, broken, or of a newer version"),
        row(Category::Timeout, "the deadline of --timeout has passed"),
        row(Category::Interrupted, "Ctrl-C, or a question answered with no"),
        row(Category::Terminated, "SIGTERM"),
    ]
}

impl Present for ExitRow {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] =
            &[Column::number("code", "exit"), Column::text("meaning", "meaning")];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        vec![Cell::text(self.code.to_string()), Cell::text(self.meaning)]
    }

    fn id(&self) -> String {
        self.code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exit_codes_are_told_in_order_and_once() {
        let codes: Vec<u8> = rows().iter().map(|row| row.code).collect();
        assert!(codes.is_sorted_by(|one, next| one < next), "{codes:?}");
    }
}
