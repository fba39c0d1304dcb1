//! `hotel tokens issue`.

use hotel_core::text::Name;
use hotel_core::wire::people::{TokenIssued, TokenRequest};
use serde::Serialize;

use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Describe, Description};

const EXAMPLES: &str = "\
Examples:
  $ hotel users set ann --role agent
  $ hotel tokens issue ann --days 30
Straight into a profile:
  hotel tokens issue ann | hotel profile add ann --server https://desk.example.com";

/// Issue a token to a user; its secret is told once
///
/// The secret goes to stdout, everything else to stderr. The server keeps only its hash, so a
/// secret that is lost is lost: revoke the token and issue another.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct IssueArgs {
    /// Name of the user
    #[arg(value_name = "USER")]
    user: Name,
    /// For how many days it opens the door [default: 90]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=3650))]
    days: Option<u16>,
    #[command(flatten)]
    write: WriteArgs,
}

/// A token with its secret, which is all that people need on stdout.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct SecretCard<'a>(&'a TokenIssued);

impl Describe for SecretCard<'_> {
    fn describe(&self) -> Description {
        Description::new().text(&self.0.secret)
    }

    fn id(&self) -> String {
        self.0.token.id.to_string()
    }

    fn optional_fields() -> &'static [&'static str] {
        &["expires_at"]
    }
}

/// Issues a token.
pub(crate) async fn run(ctx: &Context, args: IssueArgs) -> Result<(), CliError> {
    let request = TokenRequest { user: args.user, days: args.days };
    let issued = ctx.api()?.issue_token(&request, &args.write.write()?).await?.body;
    let until = issued.token.expires_at.map_or_else(String::new, |at| format!(", until {at}"));
    if args.write.dry_run {
        // The token of a preview opens nothing, so there is no secret to tell.
        ctx.out.record(&issued.token)?;
        ctx.out.status("nothing was changed: this was a dry run");
        return Ok(());
    }
    ctx.out.record(&SecretCard(&issued))?;
    ctx.out.status(format!("token {} of {}{until}", issued.token.id, issued.token.user));
    ctx.out.status("store the secret now: it is not told again");
    ctx.out.hint("hotel profile add NAME --server URL reads it from stdin");
    Ok(())
}
