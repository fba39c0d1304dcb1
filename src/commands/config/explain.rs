//! `hotel config explain`.

use crate::config::Key;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::Listing;

const EXAMPLES: &str = "\
Examples:
  $ hotel config explain server
  $ hotel config explain output --json";

/// Show what each layer says about a setting, the strongest first
///
/// The first layer with a value wins: flag, environment, profile, default.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ExplainArgs {
    /// Name of the setting
    #[arg(value_name = "KEY")]
    key: String,
}

/// Explains a setting.
pub(crate) fn run(ctx: &Context, args: &ExplainArgs) -> Result<(), CliError> {
    let key = Key::parse(&args.key)?;
    ctx.out.listing(&Listing::of(&ctx.config.explain(key))?)?;
    ctx.out.status(key.info().meaning);
    Ok(())
}
