//! `hotel keys`.

use clap::Subcommand;
use serde::Serialize;

use crate::context::Context;
use crate::error::{CliError, codes};
use crate::output::present::{Cell, Column, Listing, Present};
use crate::tui::keys::{ACTIONS, load, path, problems};

const EXAMPLES: &str = "\
Examples:
  $ hotel keys
  $ hotel keys check";

const LS_EXAMPLES: &str = "\
Examples:
  $ hotel keys ls
  $ hotel keys ls -o csv";

const CHECK_EXAMPLES: &str = "\
Examples:
  $ hotel keys check";

/// List the keys of the desk, and check those you chose
///
/// Other keys are chosen in `keys.toml` beside `config.toml`: a name and its keys a line, as in
/// `cancel = ["X", "ctrl-k"]`.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct KeysArgs {
    #[command(subcommand)]
    command: Option<KeysCommand>,
}

#[derive(Subcommand, Debug)]
enum KeysCommand {
    /// List every action with its keys
    #[command(visible_alias = "list", after_help = LS_EXAMPLES)]
    Ls,
    /// Check the keys that you chose
    #[command(after_help = CHECK_EXAMPLES)]
    Check,
}

/// An action with its keys, as it is listed.
#[derive(Debug, Serialize)]
struct KeyRow {
    action: &'static str,
    keys: Vec<String>,
    words: &'static str,
}

impl Present for KeyRow {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("action", "action"),
            Column::text("keys", "keys"),
            Column::text("words", "does"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        vec![Cell::text(self.action), Cell::text(self.keys.join("  ")), Cell::text(self.words)]
    }

    fn id(&self) -> String {
        self.action.to_owned()
    }
}

/// Lists or checks keys.
pub(crate) fn run(ctx: &Context, args: &KeysArgs) -> Result<(), CliError> {
    match args.command {
        None | Some(KeysCommand::Ls) => list(ctx),
        Some(KeysCommand::Check) => check(ctx),
    }
}

fn list(ctx: &Context) -> Result<(), CliError> {
    let map = load(&ctx.paths)?;
    let rows: Vec<KeyRow> = ACTIONS
        .iter()
        .map(|info| KeyRow {
            action: info.name,
            keys: map.keys(info.action).iter().map(ToString::to_string).collect(),
            words: info.words,
        })
        .collect();
    ctx.out.listing(&Listing::of(&rows)?)
}

fn check(ctx: &Context) -> Result<(), CliError> {
    let found = problems(&ctx.paths)?;
    if found.is_empty() {
        ctx.out.status("every action has a key of its own");
        return Ok(());
    }
    let message = format!("{} has {} mistakes", path(&ctx.paths).display(), found.len());
    let error = CliError::of(codes::CONFIG_VALUE, message);
    Err(found.into_iter().fold(error, CliError::why))
}
