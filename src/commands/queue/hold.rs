//! `hotel queue hold`.

use super::word::shift;
use crate::cache::journal::State;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel queue hold 7";

/// Keep operations back until they are released
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct HoldArgs {
    /// Numbers of operations
    #[arg(value_name = "OP", required = true)]
    ops: Vec<u64>,
}

/// Keeps operations back.
pub(crate) fn run(ctx: &Context, args: &HoldArgs) -> Result<(), CliError> {
    shift(ctx, &args.ops, (&[State::Queued], State::Held), "is kept back")
}
