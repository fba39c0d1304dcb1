//! `hotel completions`.

use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::cli::Cli;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel completions bash
  $ hotel completions zsh
To be offered bookings, hotels and operations too, a line in the shell's own file (bash, zsh; fish):
  source <(COMPLETE=bash hotel)
  COMPLETE=fish hotel | source
Where a script belongs that needs no such line, and offers commands and flags alone:
  hotel completions bash > ~/.local/share/bash-completion/completions/hotel
  hotel completions fish > ~/.config/fish/completions/hotel.fish";

/// Print the completion script of a shell
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CompletionsArgs {
    /// Which shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Prints a completion script.
pub(crate) fn run(ctx: &Context, args: &CompletionsArgs) -> Result<(), CliError> {
    let script = script(args.shell)?;
    ctx.out.verbatim(&script)
}

fn script(shell: Shell) -> Result<String, CliError> {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "hotel", &mut bytes);
    String::from_utf8(bytes)
        .map_err(|error| CliError::internal("the script is no text").why(error.to_string()))
}

#[cfg(all(test, feature = "server"))]
mod tests;
