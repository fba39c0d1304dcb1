//! `hotel config`: one file a verb.

mod explain;
mod get;
mod list;
mod path;
mod set;
mod unset;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel config list
  $ hotel config set output json
  $ hotel config explain output
  $ hotel config unset output";

/// See and change the settings of the profile in use
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ConfigArgs {
    #[command(subcommand)]
    verb: ConfigVerb,
}

#[derive(Subcommand, Debug)]
enum ConfigVerb {
    List(list::ListArgs),
    Get(get::GetArgs),
    Set(set::SetArgs),
    Unset(unset::UnsetArgs),
    Explain(explain::ExplainArgs),
    Path(path::PathArgs),
}

/// Runs the verb.
pub(crate) fn run(ctx: &Context, args: &ConfigArgs) -> Result<(), CliError> {
    match &args.verb {
        ConfigVerb::List(args) => list::run(ctx, args),
        ConfigVerb::Get(args) => get::run(ctx, args),
        ConfigVerb::Set(args) => set::run(ctx, args),
        ConfigVerb::Unset(args) => unset::run(ctx, args),
        ConfigVerb::Explain(args) => explain::run(ctx, args),
        ConfigVerb::Path(args) => path::run(ctx, args),
    }
}
