//! Which lines are no terse entries but the command line itself.

use std::sync::OnceLock;

use clap::CommandFactory as _;

use crate::cli::Cli;

/// Returns the names of the commands; to describe them all takes a while, so that it is done once.
pub(super) fn commands() -> &'static [String] {
    static NAMES: OnceLock<Vec<String>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let names = |command: &clap::Command| {
            let name = command.get_name().to_owned();
            command.get_all_aliases().map(str::to_owned).chain([name]).collect::<Vec<String>>()
        };
        Cli::command().get_subcommands().flat_map(names).collect()
    })
}

/// Tells whether a line is the command line itself: it begins with `hotel`, the full name of a command, in quotes
/// or not, or a flag.
pub(crate) fn is_cli(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    let plain = shlex::split(first).and_then(|words| words.into_iter().next());
    let first = plain.as_deref().unwrap_or(first);
    first == "hotel" || first.starts_with("--") || commands().iter().any(|name| name == first)
}

/// Splits such a line into its words, without `hotel`; none if a quote is open.
pub(super) fn words_of(line: &str) -> Option<Vec<String>> {
    let mut words = shlex::split(line)?;
    if words.first().is_some_and(|word| word == "hotel") {
        words.remove(0);
    }
    Some(words)
}
