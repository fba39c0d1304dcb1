//! `hotel events cursors list`.

use serde::{Serialize, Serializer};

use crate::cache::cursors::Kept;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column, Listing, Present};

const EXAMPLES: &str = "\
Examples:
  $ hotel events cursors list
  $ hotel events cursors list --json";

/// List the cursors of the profile
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ListArgs {}

/// A cursor as it is printed.
#[derive(Debug)]
struct CursorRow(Kept);

#[derive(Serialize)]
struct Told<'a> {
    name: &'a str,
    server: &'a str,
    place: &'a str,
    filter: &'a str,
    handled_at: String,
}

impl Serialize for CursorRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Kept { name, server, place, filter, handled_at } = &self.0;
        let (name, handled_at) = (name.as_str(), handled_at.to_string());
        Told { name, server, place, filter, handled_at }.serialize(serializer)
    }
}

impl Present for CursorRow {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("name", "name"),
            Column::code("place", "after"),
            Column::code("handled_at", "handled"),
            Column::text("filter", "filter"),
            Column::text("server", "server"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let kept = &self.0;
        let handled_at = kept.handled_at.strftime("%Y-%m-%d %H:%M:%S UTC").to_string();
        vec![
            Cell::text(kept.name.as_str()),
            Cell::text(&kept.place),
            Cell::text(handled_at).machine(kept.handled_at.to_string()),
            Cell::text(&kept.filter),
            Cell::text(&kept.server),
        ]
    }

    fn id(&self) -> String {
        self.0.name.to_string()
    }
}

/// Lists cursors.
pub(crate) fn run(ctx: &Context, _args: ListArgs) -> Result<(), CliError> {
    let rows: Vec<CursorRow> = ctx.data_file()?.cursors()?.into_iter().map(CursorRow).collect();
    ctx.out.listing(&Listing::of(&rows)?.empty("no cursors"))
}
