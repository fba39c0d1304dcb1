//! `hotel admin verify`.

use super::report::{Saying, conclude};
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel admin verify
  $ hotel admin verify --json --fields differences,first";

/// Check the house's books: fold every event again and compare all that is kept with it
///
/// The server goes on selling meanwhile. Exits with 0 if all is as the log says, and with 1 if not:
/// the first difference is named, all are counted. Takes the role admin.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct VerifyArgs {}

/// Verifies the server's store.
pub(crate) async fn run(ctx: &Context, _args: VerifyArgs) -> Result<(), CliError> {
    let mut saying = Saying::new(ctx);
    let report = ctx.api()?.verify(|progress| saying.say(progress)).await?;
    conclude(ctx, &report)
}
