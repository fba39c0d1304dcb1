//! `hotel profile`: one file a verb.

pub(crate) mod add;
mod list;
mod remove;
mod show;
mod switch;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel profile list
  $ hotel profile show";

/// Manage profiles: which server, as whom
///
/// Without a verb, profiles are listed.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ProfileArgs {
    #[command(subcommand)]
    verb: Option<ProfileVerb>,
}

#[derive(Subcommand, Debug)]
enum ProfileVerb {
    List(list::ListArgs),
    Show(show::ShowArgs),
    Use(switch::UseArgs),
    Add(add::AddArgs),
    Remove(remove::RemoveArgs),
}

/// Runs the verb.
pub(crate) fn run(ctx: &Context, args: &ProfileArgs) -> Result<(), CliError> {
    match &args.verb {
        None => list::run(ctx, &list::ListArgs {}),
        Some(ProfileVerb::List(args)) => list::run(ctx, args),
        Some(ProfileVerb::Show(args)) => show::run(ctx, args),
        Some(ProfileVerb::Use(args)) => switch::run(ctx, args),
        Some(ProfileVerb::Add(args)) => add::run(ctx, args),
        Some(ProfileVerb::Remove(args)) => remove::run(ctx, args),
    }
}
