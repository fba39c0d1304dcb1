//! From arguments to exit code: parses, runs the one command, and stops it when asked to.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use crate::after;
use crate::api::flight::Progress;
use crate::cli::{Cli, Command};
use crate::context::Context;
use crate::error::category::Exit;
use crate::error::clap_usage::{ClapVerdict, from_clap};
use crate::error::codes::{self, CodeInfo};
use crate::error::report::{ErrorFormat, Shape, report};
use crate::error::{CliError, WriteOutcome};
use crate::output::Out;
use crate::output::format::Settings;
use crate::output::style::ColorChoice;
use crate::prompt::Surroundings;
use crate::tui;

/// Runs the program and returns its exit code.
pub(crate) fn run(arguments: Vec<OsString>) -> ExitCode {
    let words: Vec<String> =
        arguments.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let settings = Settings::detect(color_of(&words));
    let shape = ErrorFormat::sniff(&words, |name| std::env::var(name).ok(), settings.stderr.color);
    if matches!(words.as_slice(), [word] if word == "--version" || word == "-V") {
        // Asked by every prompt and script: it does not wait for a hundred commands to be described.
        let version = concat!("hotel ", env!("CARGO_PKG_VERSION"), "\n");
        return finish(Out::new(settings).verbatim(version), shape);
    }
    let (result, shape) = match Cli::read(arguments, Surroundings::detect()) {
        Ok(cli) => match Context::new(&cli.global, words) {
            // Now the configuration has its say as well.
            Ok(context) => (run_command(cli, &context), context.shape),
            Err(failure) => (Err(failure), shape),
        },
        Err(error) => match from_clap(&error, settings.stdout.color) {
            ClapVerdict::Show(text) => (Out::new(settings).verbatim(&text), shape),
            ClapVerdict::Fail(failure) => (Err(failure), shape),
        },
    };
    finish(result, shape)
}

fn finish(result: Result<(), CliError>, shape: Shape) -> ExitCode {
    match result {
        Ok(()) => ExitCode::from(Exit::Done.code()),
        Err(failure) => report(&failure, shape, &mut io::stderr()),
    }
}

/// Looks for the colours before anything is parsed, since the parser's own texts have some.
fn color_of(words: &[String]) -> ColorChoice {
    let mut choice = ColorChoice::Auto;
    for (at, word) in words.iter().enumerate().take_while(|(_, word)| *word != "--") {
        let value = match word.as_str() {
            "--no-color" => Some("never"),
            "--color" => words.get(at + 1).map(String::as_str),
            _ => word.strip_prefix("--color="),
        };
        let parsed =
            value.and_then(|value| <ColorChoice as clap::ValueEnum>::from_str(value, true).ok());
        choice = parsed.unwrap_or(choice);
    }
    choice
}

fn run_command(cli: Cli, context: &Context) -> Result<(), CliError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| CliError::internal("cannot start").why(error.to_string()))?;
    // A shell is stopped line by line, and gives back what it holds.
    let is_shell = matches!(cli.command, Some(Command::Shell(_)));
    runtime.block_on(async {
        tokio::select! {
            // A command that is done is done, whatever was pressed in the same moment.
            biased;
            result = run_one(cli.command, context) => result,
            failure = stopped(context), if !is_shell => Err(failure),
        }
    })
}

async fn run_one(command: Option<Command>, context: &Context) -> Result<(), CliError> {
    match command {
        Some(command) => after::finish(context, command.run(context).await).await,
        None => tui::run(context).await,
    }
}

/// Waits for Ctrl-C or SIGTERM, and says what became of the write.
async fn stopped(context: &Context) -> CliError {
    let info = tokio::select! {
        () = interrupted() => codes::RUN_INTERRUPTED,
        () = terminated() => codes::RUN_TERMINATED,
    };
    stop(context, info)
}

/// Says that a command was stopped, and what became of its write.
pub(crate) fn stop(context: &Context, info: CodeInfo) -> CliError {
    let error = CliError::of(info, "stopped");
    let error = match context.progress() {
        Progress::Nothing => error,
        Progress::Sent { key } => error
            .outcome(WriteOutcome::Unknown)
            .note(
                "the change was sent and not answered; it may have been made. Repeat the command \
                 with --idempotency-key and the key below: it takes effect once.",
            )
            .idempotency_key(key),
        Progress::Applied { key } => {
            error.outcome(WriteOutcome::Applied).note("the change was made.").idempotency_key(key)
        }
    };
    match context.resume_command() {
        Some(command) => error.hint(command),
        None => error,
    }
}

/// Ends at Ctrl-C.
pub(crate) async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        // Without a handler the system's own way of stopping stays in force.
        std::future::pending::<()>().await;
    }
}

/// Ends at SIGTERM.
#[cfg(unix)]
pub(crate) async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signals) => {
            signals.recv().await;
        }
        Err(_) => std::future::pending::<()>().await,
    }
}

/// Never ends: there is no SIGTERM.
#[cfg(not(unix))]
pub(crate) async fn terminated() {
    std::future::pending::<()>().await;
}
