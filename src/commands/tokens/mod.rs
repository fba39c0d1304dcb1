//! `hotel tokens`: one file a verb.

mod issue;
mod list;
mod revoke;

use clap::{Args, Subcommand};

use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel tokens list
  $ hotel tokens issue ann --days 30 --dry-run";

/// List, issue and revoke tokens
///
/// Without a verb, tokens are listed.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct TokensArgs {
    #[command(subcommand)]
    verb: Option<TokensVerb>,
}

#[derive(Subcommand, Debug)]
enum TokensVerb {
    List(list::ListArgs),
    Issue(issue::IssueArgs),
    Revoke(revoke::RevokeArgs),
}

/// Runs the verb.
pub(crate) async fn run(ctx: &Context, args: TokensArgs) -> Result<(), CliError> {
    match args.verb {
        None => list::run(ctx, list::ListArgs {}).await,
        Some(TokensVerb::List(args)) => list::run(ctx, args).await,
        Some(TokensVerb::Issue(args)) => issue::run(ctx, args).await,
        Some(TokensVerb::Revoke(args)) => revoke::run(ctx, args).await,
    }
}
