//! `hotel config list`.

use crate::config::ShownSetting;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column, Listing, Present};
use crate::output::style::Tone;

const EXAMPLES: &str = "\
Examples:
  $ hotel config list
  $ hotel config list --json";

/// List every setting with its value and where it comes from
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ListArgs {}

/// Lists settings.
pub(crate) fn run(ctx: &Context, _args: &ListArgs) -> Result<(), CliError> {
    ctx.out.listing(&Listing::of(&ctx.config.list())?)
}

impl Present for ShownSetting {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("key", "setting"),
            Column::text("value", "value"),
            Column::code("layer", "layer"),
            Column::text("source", "source"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let tone = if self.wins { Tone::Plain } else { Tone::Dim };
        vec![
            Cell::text(self.key).tone(tone),
            Cell::optional(self.value.as_deref()).tone(tone),
            Cell::text(self.layer).tone(tone),
            Cell::text(&self.source).tone(tone),
        ]
    }

    fn id(&self) -> String {
        self.key.to_owned()
    }
}
