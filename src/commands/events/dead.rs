//! `hotel events dead`.

use super::letter_row::LetterRow;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::Listing;
use crate::webhooks::target::Target;

const EXAMPLES: &str = "\
Examples:
  $ hotel events dead
  $ hotel events dead --json";

/// List events that a target has not taken
///
/// Those that wait are tried again by the next `hotel tail --forward-to`, for 72 hours; the dead are not,
/// until `hotel events retry`.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DeadArgs {
    /// Only of this target
    #[arg(long, value_name = "URL")]
    forward_to: Option<Target>,
}

/// Lists letters.
pub(crate) fn run(ctx: &Context, args: &DeadArgs) -> Result<(), CliError> {
    let is_of_target =
        |target: &str| args.forward_to.as_ref().is_none_or(|wanted| wanted.as_str() == target);
    let letters = ctx.data_file()?.letters()?.into_iter();
    let rows: Vec<LetterRow> =
        letters.filter(|letter| is_of_target(&letter.target)).map(LetterRow).collect();
    ctx.out.listing(&Listing::of(&rows)?.empty("every event was taken"))
}
