//! `hotel man`.

use std::path::{Path, PathBuf};

use clap::CommandFactory as _;
use clap_mangen::Man;

use super::help::find;
use crate::cli::Cli;
use crate::context::Context;
use crate::error::CliError;
use crate::files::{Access, create_folder};

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
pub(crate) async fn run(ctx: &Context, args: ManArgs) -> Result<(), CliError> {
    let Some(dir) = &args.dir else {
        let mut program = Cli::command();
        program.build();
        return ctx.out.verbatim(&page(find(&program, &args.command)?.clone())?);
    };
    write_all(dir).map_err(|error| CliError::file("write the manual to", dir, &error))?;
    ctx.out.status(format!("the manual is in {}", dir.display()));
    Ok(())
}

fn write_all(dir: &Path) -> std::io::Result<()> {
    create_folder(dir, Access::Shared)?;
    clap_mangen::generate_to(Cli::command(), dir)
}

fn page(command: clap::Command) -> Result<String, CliError> {
    let mut bytes = Vec::new();
    let broken = |why: String| CliError::internal("the page can't be made").why(why);
    Man::new(command).render(&mut bytes).map_err(|error| broken(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| broken(error.to_string()))
}
