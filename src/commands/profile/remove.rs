//! `hotel profile remove`.

use crate::config::remove_profile;
use crate::context::Context;
use crate::error::CliError;
use crate::output::safe_text::SafeText;

const EXAMPLES: &str = "\
Examples:
  $ hotel profile remove desk --yes";

/// Remove a profile and forget its token
///
/// The token itself stays valid until it is revoked.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RemoveArgs {
    /// Name of the profile
    #[arg(value_name = "NAME")]
    name: String,
}

/// Removes a profile.
pub(crate) fn run(ctx: &Context, args: &RemoveArgs) -> Result<(), CliError> {
    ctx.config.require_profile(&args.name)?;
    let question = format!("Remove the profile `{}` and forget its token?", args.name);
    ctx.prompt.confirm(&SafeText::line(&question))?;
    remove_profile(&ctx.paths, &args.name)?;
    ctx.out.status(format!("profile `{}` is gone", args.name));
    ctx.out.hint("hotel tokens list");
    Ok(())
}
