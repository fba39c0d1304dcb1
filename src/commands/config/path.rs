//! `hotel config path`.

use std::path::Path;

use serde::Serialize;

use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column, Listing, Present};

const EXAMPLES: &str = "\
Examples:
  $ hotel config path
  $ hotel config path --all";

/// Show where the configuration lives
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct PathArgs {
    /// Show every folder of this program
    #[arg(long)]
    all: bool,
}

/// A place and what lives there.
#[derive(Debug, Serialize)]
struct PlaceRow {
    what: &'static str,
    path: String,
    exists: bool,
}

impl PlaceRow {
    fn new(what: &'static str, path: &Path) -> Self {
        Self { what, path: path.display().to_string(), exists: path.exists() }
    }
}

/// Shows paths.
pub(crate) fn run(ctx: &Context, args: &PathArgs) -> Result<(), CliError> {
    let paths = &ctx.paths;
    let mut rows = vec![PlaceRow::new("settings", &ctx.config.path())];
    if args.all {
        rows.extend([
            PlaceRow::new("config", paths.config_dir()),
            PlaceRow::new("data", paths.data_dir()),
            PlaceRow::new("state", paths.state_dir()),
            PlaceRow::new("cache", paths.cache_dir()),
            PlaceRow::new("server", &paths.server_dir()),
        ]);
    }
    ctx.out.listing(&Listing::of(&rows)?)
}

impl Present for PlaceRow {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("what", "what"),
            Column::text("path", "path"),
            Column::text("exists", "exists"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let exists = if self.exists { "yes" } else { "not yet" };
        vec![
            Cell::text(self.what),
            Cell::text(&self.path),
            Cell::text(exists).machine(self.exists.to_string()),
        ]
    }

    fn id(&self) -> String {
        self.path.clone()
    }
}
