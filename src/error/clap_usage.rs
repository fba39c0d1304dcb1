//! What clap says, in the words of this house.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::codes::CodeInfo;
use super::{CliError, codes};

/// What is to be done with what clap returned.
#[derive(Debug, Clone)]
pub(crate) enum ClapVerdict {
    /// Help or version was asked for: this goes to stdout, exit 0.
    Show(String),
    /// A usage error.
    Fail(CliError),
}

/// Turns what clap returned into a text for stdout or a usage error; `color` is whether that text
/// may be styled.
pub(crate) fn from_clap(error: &clap::Error, color: bool) -> ClapVerdict {
    let rendered = error.render();
    let text = if color { rendered.ansi().to_string() } else { rendered.to_string() };
    let kind = error.kind();
    if matches!(kind, ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return ClapVerdict::Show(text);
    }
    if kind == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let error = CliError::of(codes::USAGE_MISSING_COMMAND, "a command is missing");
        return ClapVerdict::Fail(error.help(text));
    }
    ClapVerdict::Fail(usage_error(code_of(kind), error, &rendered.to_string()))
}

fn code_of(kind: ErrorKind) -> CodeInfo {
    match kind {
        ErrorKind::InvalidValue
        | ErrorKind::ValueValidation
        | ErrorKind::InvalidUtf8
        | ErrorKind::NoEquals => codes::USAGE_INVALID_VALUE,
        ErrorKind::UnknownArgument => codes::USAGE_UNKNOWN_ARGUMENT,
        ErrorKind::InvalidSubcommand => codes::USAGE_UNKNOWN_COMMAND,
        ErrorKind::MissingRequiredArgument => codes::USAGE_MISSING_ARGUMENT,
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            codes::USAGE_MISSING_COMMAND
        }
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::Io | ErrorKind::Format => {
            codes::INTERNAL_BUG
        }
        // Clap may add kinds; they are about usage as well.
        ErrorKind::TooManyValues
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::ArgumentConflict
        | _ => codes::USAGE_ARGUMENTS,
    }
}

/// Takes clap's text apart: the sentence, the bracketed facts, the tips, and the usage line.
fn usage_error(info: CodeInfo, error: &clap::Error, text: &str) -> CliError {
    let mut paragraphs = text.split("\n\n");
    let mut first_lines = paragraphs.next().unwrap_or_default().lines().map(str::trim);
    let first_line = first_lines.next().unwrap_or_default();
    let sentence = first_line.strip_prefix("error:").unwrap_or(first_line).trim();
    let (facts, named): (Vec<&str>, Vec<&str>) =
        first_lines.filter(|line| !line.is_empty()).partition(|line| line.starts_with('['));
    // Missing arguments are listed a line each.
    let message = [&[sentence], named.as_slice()].concat().join(" ");
    let mut failure = CliError::of(info, message);
    for fact in facts {
        failure = failure.why(fact.trim_matches(['[', ']']));
    }
    for line in paragraphs.flat_map(str::lines).map(str::trim) {
        if let Some(tip) = line.strip_prefix("tip:") {
            failure = failure.why(tip.trim());
        } else if let Some(usage) = line.strip_prefix("Usage:") {
            let usage = usage.trim();
            failure = failure.why(format!("usage: {usage}")).hint(help_command(usage));
        }
    }
    match invalid_argument(error) {
        Some(argument) => failure.field(argument),
        None => failure,
    }
}

/// Returns `hotel rates set --help` for `hotel rates set [OPTIONS] <PLAN>`.
fn help_command(usage: &str) -> String {
    let words = usage
        .split_whitespace()
        .take_while(|word| word.starts_with(|first: char| first.is_ascii_lowercase()));
    words.chain(["--help"]).collect::<Vec<&str>>().join(" ")
}

fn invalid_argument(error: &clap::Error) -> Option<String> {
    let argument = error.get(ContextKind::InvalidArg)?;
    if let ContextValue::Strings(arguments) = argument {
        return Some(arguments.join(", "));
    }
    if let ContextValue::String(argument) = argument { Some(argument.clone()) } else { None }
}
