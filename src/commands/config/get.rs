//! `hotel config get`.

use serde::Serialize;

use crate::config::Key;
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::output::present::{Describe, Description};

const EXAMPLES: &str = "\
Examples:
  $ hotel config get server
  $ hotel config get timeout --json";

/// Show the value of a setting
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct GetArgs {
    /// Name of the setting
    #[arg(value_name = "KEY")]
    key: String,
}

/// A setting with its value.
#[derive(Debug, Serialize)]
struct ValueCard {
    key: &'static str,
    value: String,
}

/// Shows the value of a setting.
pub(crate) fn run(ctx: &Context, args: &GetArgs) -> Result<(), CliError> {
    let key = Key::parse(&args.key)?;
    if key.is_secret() {
        let message = format!("the setting {} is never shown", key.name());
        return Err(CliError::of(codes::CONFIG_VALUE, message).hint("hotel config explain token"));
    }
    let Some(value) = ctx.config.get(key) else {
        let message = format!("the setting {} is not set", key.name());
        return Err(CliError::of(codes::CONFIG_UNSET, message)
            .hint(format!("hotel config set {} VALUE", key.name())));
    };
    ctx.out.record(&ValueCard { key: key.name(), value })
}

impl Describe for ValueCard {
    fn describe(&self) -> Description {
        Description::new().text(&self.value)
    }

    fn id(&self) -> String {
        self.value.clone()
    }
}
