//! `hotel queue`: one file a verb.

mod adopt;
mod conflict;
mod diff;
mod drop;
mod edit;
mod editor;
mod export;
mod hold;
mod import;
mod list;
mod log;
pub(crate) mod operation_card;
pub(crate) mod operation_row;
mod portable;
mod release;
mod resolve;
mod retry;
mod run;
mod show;
mod word;

use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel queue ls
  $ hotel queue log -n 20
  $ hotel queue run";

/// Look after changes that wait for the link, or for your word
///
/// Every change is written down before it is sent. What can't be sent waits here, in order, and is sent
/// once, when the link is back: by the next command, by `hotel queue run`, or by the desk.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct QueueArgs {
    #[command(subcommand)]
    command: QueueCommand,
}

#[derive(clap::Subcommand, Debug)]
enum QueueCommand {
    #[command(visible_alias = "list")]
    Ls(list::ListArgs),
    Show(show::ShowArgs),
    Diff(diff::DiffArgs),
    Edit(edit::EditArgs),
    Hold(hold::HoldArgs),
    Release(release::ReleaseArgs),
    Retry(retry::RetryArgs),
    Resolve(resolve::ResolveArgs),
    Drop(drop::DropArgs),
    Run(run::RunArgs),
    Export(export::ExportArgs),
    Import(import::ImportArgs),
    Log(log::LogArgs),
    Adopt(adopt::AdoptArgs),
}

/// Looks after the queue.
pub(crate) async fn run(ctx: &Context, args: QueueArgs) -> Result<(), CliError> {
    match args.command {
        QueueCommand::Ls(args) => list::run(ctx, &args),
        QueueCommand::Show(args) => show::run(ctx, &args).await,
        QueueCommand::Diff(args) => diff::run(ctx, &args).await,
        QueueCommand::Edit(args) => edit::run(ctx, &args),
        QueueCommand::Hold(args) => hold::run(ctx, &args),
        QueueCommand::Release(args) => release::run(ctx, &args),
        QueueCommand::Retry(args) => retry::run(ctx, &args).await,
        QueueCommand::Resolve(args) => resolve::run(ctx, &args).await,
        QueueCommand::Drop(args) => drop::run(ctx, &args),
        QueueCommand::Run(args) => run::run(ctx, &args).await,
        QueueCommand::Export(args) => export::run(ctx, &args),
        QueueCommand::Import(args) => import::run(ctx, &args),
        QueueCommand::Log(args) => log::run(ctx, &args),
        QueueCommand::Adopt(args) => adopt::run(ctx, &args),
    }
}
