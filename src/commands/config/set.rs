//! `hotel config set`.

use crate::commands::profile::add::read_token;
use crate::config::{self, Key};
use crate::context::Context;
use crate::error::{CliError, codes};

const EXAMPLES: &str = "\
Examples:
  $ hotel config set hotel BER-ADLER
  $ hotel config set tz Europe/Berlin
A token is asked for, or read from stdin:
  hotel config set token < token.txt";

/// Set a setting of the profile in use
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct SetArgs {
    /// Name of the setting
    #[arg(value_name = "KEY")]
    key: String,
    /// Its value; left out for a token
    #[arg(value_name = "VALUE")]
    value: Option<String>,
}

/// Sets a setting.
pub(crate) fn run(ctx: &Context, args: &SetArgs) -> Result<(), CliError> {
    let key = Key::parse(&args.key)?;
    let value = match (&args.value, key.is_secret()) {
        (Some(value), false) => value.clone(),
        (None, true) => read_token(ctx)?.expose().to_owned(),
        (Some(_), true) => {
            let message = "a token on the command line can be read by others";
            return Err(CliError::of(codes::USAGE_ARGUMENTS, message)
                .field("VALUE")
                .hint("hotel config set token < token.txt"));
        }
        (None, false) => {
            return Err(
                CliError::of(codes::USAGE_MISSING_ARGUMENT, "the value is missing").field("VALUE")
            );
        }
    };
    config::set(&ctx.paths, ctx.config.profile(), key, &value)?;
    let shown = if key.is_secret() { "set" } else { value.as_str() };
    ctx.out.status(format!("{} of profile `{}`: {shown}", key.name(), ctx.config.profile()));
    let stronger =
        ctx.config.explain(key).into_iter().find(|layer| layer.wins && layer.layer == "env");
    if let Some(layer) = stronger {
        ctx.out.warn(format!("{} is set and wins", layer.source));
    }
    Ok(())
}
