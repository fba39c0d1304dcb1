//! `hotel queue release`.

use super::word::shift;
use crate::cache::journal::State;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel queue release 7";

/// Let operations go that were kept back
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ReleaseArgs {
    /// Numbers of operations
    #[arg(value_name = "OP", required = true)]
    ops: Vec<u64>,
}

/// Lets operations go.
pub(crate) fn run(ctx: &Context, args: &ReleaseArgs) -> Result<(), CliError> {
    shift(ctx, &args.ops, (&[State::Held], State::Queued), "waits to be sent")
}
