//! `hotel man`.

use std::path::{Path, PathBuf};

use clap::CommandFactory as _;
use clap_mangen::Man;

use super::help::find;
use crate::cli::Cli;
use crate::context::Context;
use crate::error::CliError;
use crate::files::{Access, create_folder, write_atomic};

const EXAMPLES: &str = "\
Examples:
  $ hotel man
  $ hotel man hotels list
To read or to install:
  hotel man book | man -l -
  hotel man --dir ~/.local/share/man/man1";

/// Print the manual page of a command, or write all of them
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ManArgs {
    /// Command, as in hotels list; without it, the page of the program
    #[arg(value_name = "COMMAND", conflicts_with = "dir")]
    command: Vec<String>,
    /// Write every page into this folder
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// Prints or writes manual pages.
pub(crate) fn run(ctx: &Context, args: &ManArgs) -> Result<(), CliError> {
    let mut program = Cli::command();
    program.build();
    let Some(dir) = &args.dir else {
        return ctx.out.verbatim(&page(find(&program, &args.command)?)?);
    };
    create_folder(dir, Access::Shared).map_err(|error| CliError::file("make", dir, &error))?;
    write_pages(dir, &program)?;
    ctx.out.status(format!("the manual is in {}", dir.display()));
    Ok(())
}

/// Writes the page of a command and of all below it.
fn write_pages(dir: &Path, command: &clap::Command) -> Result<(), CliError> {
    let path = dir.join(format!("{}.1", page_name(command)));
    write_atomic(&path, page(command)?.as_bytes(), Access::Shared)
        .map_err(|error| CliError::file("write", &path, &error))?;
    // The help that clap adds to each group says nothing that the others don't.
    let is_program = command.get_name() == "hotel";
    command
        .get_subcommands()
        .filter(|inner| is_program || inner.get_name() != "help")
        .try_for_each(|inner| write_pages(dir, inner))
}

/// Returns the name of a page: `hotel-rates-set`.
fn page_name(command: &clap::Command) -> String {
    command.get_bin_name().unwrap_or_else(|| command.get_name()).replace(' ', "-")
}

fn page(command: &clap::Command) -> Result<String, CliError> {
    let mut bytes = Vec::new();
    let broken = |why: String| CliError::internal("the page can't be made").why(why);
    Man::new(command.clone())
        .title(page_name(command))
        .source(concat!("hotel ", env!("CARGO_PKG_VERSION")))
        .render(&mut bytes)
        .map_err(|error| broken(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| broken(error.to_string()))
}
