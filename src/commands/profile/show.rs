//! `hotel profile show`.

use serde::Serialize;

use crate::config::ShownSetting;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Describe, Description};

const EXAMPLES: &str = "\
Examples:
  $ hotel profile show
  $ hotel profile show --json";

/// Show the profile that is in use, with every setting that holds
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ShowArgs {}

/// A profile with its settings.
#[derive(Debug, Serialize)]
struct ProfileCard {
    profile: String,
    settings: Vec<ShownSetting>,
}

/// Shows the profile.
pub(crate) fn run(ctx: &Context, _args: &ShowArgs) -> Result<(), CliError> {
    let profile = ctx.config.profile().to_owned();
    ctx.out.record(&ProfileCard { profile, settings: ctx.config.list() })
}

impl Describe for ProfileCard {
    fn describe(&self) -> Description {
        let named = Description::new().field("profile", &self.profile);
        let said = self.settings.iter().filter(|setting| setting.value.is_some());
        said.fold(named, |description, setting| {
            description.field_if(setting.key, setting.value.as_deref())
        })
    }

    fn id(&self) -> String {
        self.profile.clone()
    }
}
