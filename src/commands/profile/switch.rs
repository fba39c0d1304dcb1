//! `hotel profile use`.

use crate::config::set_default_profile;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel profile use local
For one command or one shell only:
  hotel list --profile local
  export HOTEL_PROFILE=local";

/// Make a profile the usual one
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct UseArgs {
    /// Name of the profile
    #[arg(value_name = "NAME")]
    name: String,
}

/// Makes a profile the usual one.
pub(crate) fn run(ctx: &Context, args: &UseArgs) -> Result<(), CliError> {
    set_default_profile(&ctx.paths, &args.name)?;
    ctx.out.status(format!("`{}` is the usual profile", args.name));
    if std::env::var_os(crate::config::PROFILE_VARIABLE).is_some_and(|value| !value.is_empty()) {
        ctx.out.warn(format!("{} is set and wins", crate::config::PROFILE_VARIABLE));
    }
    Ok(())
}
