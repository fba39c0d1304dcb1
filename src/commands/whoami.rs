//! `hotel whoami`.

use hotel_core::wire::people::WhoAmI;
use jiff::SignedDuration;
use serde::Serialize;

use super::users::list::hotels_words;
use super::words::instant;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Describe, Description};

const EXAMPLES: &str = "\
Examples:
  $ hotel whoami
  $ hotel whoami --json";

/// A token that ends sooner is worth a warning.
const EXPIRY_SOON: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Show who the server takes you for
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct WhoAmIArgs {}

/// Who the caller is, and by which profile.
#[derive(Debug, Serialize)]
struct WhoCard {
    profile: String,
    server: String,
    #[serde(flatten)]
    who: WhoAmI,
    #[serde(skip)]
    until: Option<String>,
}

/// Shows who the caller is.
pub(crate) async fn run(ctx: &Context, _args: WhoAmIArgs) -> Result<(), CliError> {
    let api = ctx.api()?;
    let who = api.me().await?;
    let expires_at = who.token_expires_at;
    ctx.out.record(&WhoCard {
        profile: ctx.config.profile().to_owned(),
        server: api.server().to_owned(),
        until: expires_at.map(|at| instant(at, ctx.zone().as_ref())),
        who,
    })?;
    if expires_at.is_some_and(|at| at.duration_since(ctx.now()) < EXPIRY_SOON) {
        ctx.out.warn("the token ends within a week: ask an administrator for another");
    }
    Ok(())
}

impl Describe for WhoCard {
    fn describe(&self) -> Description {
        Description::new()
            .field("user", self.who.user.as_str())
            .field("role", self.who.role.as_str())
            .field("hotels", hotels_words(&self.who.hotels))
            .field("token until", self.until.as_deref().unwrap_or("for ever"))
            .field("profile", &self.profile)
            .field("server", &self.server)
            .field("version", &self.who.server_version)
    }

    fn id(&self) -> String {
        self.who.user.to_string()
    }

    fn optional_fields() -> &'static [&'static str] {
        &["token_expires_at"]
    }
}
