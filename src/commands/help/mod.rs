//! `hotel help`: a topic, or the help of a command.

mod environment;
mod errors;
mod exit_codes;
mod topics;

use clap::CommandFactory as _;

use crate::cli::Cli;
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::suggest::closest;

const EXAMPLES: &str = "\
Examples:
  $ hotel help
  $ hotel help dates
  $ hotel help errors -o json
  $ hotel help rates set
Topics:
  exit-codes   what the exit code says
  errors       every error code
  dates        how nights are written
  formats      what stdout can look like
  environment  variables and settings";

/// Show a topic, or the help of a command
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct HelpArgs {
    /// A topic (exit-codes, errors, dates, formats, environment) or a command
    #[arg(value_name = "TOPIC|COMMAND")]
    words: Vec<String>,
}

const TOPICS: [&str; 5] = ["exit-codes", "errors", "dates", "formats", "environment"];

/// Shows help.
pub(crate) fn run(ctx: &Context, args: &HelpArgs) -> Result<(), CliError> {
    match args.words.iter().map(String::as_str).collect::<Vec<&str>>().as_slice() {
        ["exit-codes"] => exit_codes::print(ctx),
        ["errors"] => errors::print(ctx),
        ["dates"] => ctx.out.verbatim(&topics::dates()),
        ["formats"] => ctx.out.verbatim(topics::FORMATS),
        ["environment"] => environment::print(ctx),
        _ => command_help(ctx, &args.words),
    }
}

fn command_help(ctx: &Context, words: &[String]) -> Result<(), CliError> {
    let mut program = Cli::command();
    program.build();
    let help = find(&program, words)?.clone().render_long_help();
    let text =
        if ctx.out.settings().stdout.color { help.ansi().to_string() } else { help.to_string() };
    ctx.out.verbatim(&text)
}

/// Finds a command by its words, or says which was meant.
pub(super) fn find<'a>(
    program: &'a clap::Command,
    words: &[String],
) -> Result<&'a clap::Command, CliError> {
    let mut command = program;
    for word in words {
        command = command.find_subcommand(word).ok_or_else(|| unknown(command, word))?;
    }
    Ok(command)
}

fn unknown(command: &clap::Command, word: &str) -> CliError {
    let path = command.get_bin_name().unwrap_or("hotel");
    let message = format!("`{path}` has no command `{word}`");
    let error = CliError::of(codes::USAGE_UNKNOWN_COMMAND, message);
    let names = command.get_subcommands().map(clap::Command::get_name);
    let is_top = command.get_name() == "hotel";
    let topics = TOPICS.into_iter().filter(|_| is_top);
    match closest(word, names.chain(topics)) {
        Some(meant) => {
            let inner = path.strip_prefix("hotel").unwrap_or_default();
            error.hint(format!("hotel help{inner} {meant}"))
        }
        None => error.hint("hotel help"),
    }
}

#[cfg(test)]
mod tests;
