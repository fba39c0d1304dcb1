//! `hotel profile list`.

use serde::Serialize;

use crate::config::Config;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column, Listing, Present};
use crate::output::style::Glyph;

const EXAMPLES: &str = "\
Examples:
  $ hotel profile list
  $ hotel profile list -o ids";

/// List profiles
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ListArgs {}

/// A profile in the list.
#[derive(Debug, Serialize)]
struct ProfileRow {
    name: String,
    server: Option<String>,
    environment: Option<String>,
    is_used: bool,
}

/// Lists profiles.
pub(crate) fn run(ctx: &Context, _args: &ListArgs) -> Result<(), CliError> {
    let row = |name: &str| ProfileRow {
        name: name.to_owned(),
        server: written(&ctx.config, name, "server"),
        environment: written(&ctx.config, name, "environment"),
        is_used: name == ctx.config.profile(),
    };
    let rows: Vec<ProfileRow> = ctx.config.profile_names().into_iter().map(row).collect();
    ctx.out.listing(&Listing::of(&rows)?.empty("no profiles yet"))
}

/// Returns what the file says about a setting of a profile.
fn written(config: &Config, profile: &str, key: &str) -> Option<String> {
    config.written(profile).into_iter().find(|(name, _)| *name == key).map(|(_, value)| value)
}

impl Present for ProfileRow {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("name", "name"),
            Column::text("server", "server"),
            Column::text("environment", "environment"),
            Column::text("is_used", "used"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let used = if self.is_used { Cell::status(Glyph::Done, "in use") } else { Cell::default() };
        vec![
            Cell::text(&self.name),
            Cell::optional(self.server.as_deref()),
            Cell::optional(self.environment.as_deref()),
            used.machine(self.is_used.to_string()),
        ]
    }

    fn id(&self) -> String {
        self.name.clone()
    }
}
