//! `hotel queue adopt`.

use super::word::refused;
use crate::cache::journal::State;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel queue adopt 7";

/// Take over operations that another user of this profile asked for
///
/// They are sent in your name from now on, and the house notes you as the one who made the change.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct AdoptArgs {
    /// Numbers of operations
    #[arg(value_name = "OP", required = true)]
    ops: Vec<u64>,
}

/// Takes operations over.
pub(crate) fn run(ctx: &Context, args: &AdoptArgs) -> Result<(), CliError> {
    let (journal, whose) = (ctx.journal()?, ctx.whose()?);
    let from = [State::Queued, State::InDoubt, State::Held, State::Conflict];
    for op in &args.ops {
        journal.adopt(*op, &whose)?.map_err(|why| refused(*op, why, &from))?;
        ctx.out.status(format!("operation {op} is yours"));
    }
    Ok(())
}
