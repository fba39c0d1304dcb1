//! `hotel config unset`.

use crate::config::{self, Key};
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel config unset hotel";

/// Take a setting back to what holds without it; a token is forgotten
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct UnsetArgs {
    /// Name of the setting
    #[arg(value_name = "KEY")]
    key: String,
}

/// Unsets a setting.
pub(crate) fn run(ctx: &Context, args: &UnsetArgs) -> Result<(), CliError> {
    let key = Key::parse(&args.key)?;
    config::unset(&ctx.paths, ctx.config.profile(), key)?;
    ctx.out.status(format!("{} of profile `{}`: not set", key.name(), ctx.config.profile()));
    Ok(())
}
