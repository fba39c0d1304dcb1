//! `hotel queue export`.

use super::portable::Portable;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel queue export
To take it elsewhere:
  hotel queue export > monday.jsonl";

/// Write what waits as JSON lines, for another machine
///
/// Each keeps its key: sent from both machines, it is done once. The lines hold names of guests.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ExportArgs {}

/// Writes operations.
pub(crate) fn run(ctx: &Context, _args: &ExportArgs) -> Result<(), CliError> {
    for operation in ctx.journal()?.open_operations()? {
        let line = serde_json::to_string(&Portable::of(&operation))
            .map_err(|error| CliError::internal(error.to_string()))?;
        ctx.out.text(&crate::output::safe_text::SafeText::line(&line))?;
    }
    Ok(())
}
