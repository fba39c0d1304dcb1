//! `hotel tokens revoke`.

use hotel_core::ids::TokenId;

use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::CliError;
use crate::output::safe_text::SafeText;

const EXAMPLES: &str = "\
Examples:
  $ hotel tokens list
  $ hotel tokens revoke 01936f0e-7b1c-7a3e-9d2f-1f0c5a6b7c8d --yes";

/// Revoke a token: it opens the door no more
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RevokeArgs {
    /// Id of the token
    #[arg(value_name = "ID")]
    id: TokenId,
    #[command(flatten)]
    write: WriteArgs,
}

/// Revokes a token.
pub(crate) async fn run(ctx: &Context, args: RevokeArgs) -> Result<(), CliError> {
    if !args.write.dry_run {
        ctx.prompt.confirm(&SafeText::line(&format!("Revoke the token {}?", args.id)))?;
    }
    let answer = ctx.api()?.revoke_token(args.id, &args.write.write()?).await?;
    ctx.out.record(&answer.body)?;
    if args.write.dry_run {
        ctx.out.status("nothing was changed: this was a dry run");
    }
    Ok(())
}
