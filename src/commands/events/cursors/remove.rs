//! `hotel events cursors remove`.

use crate::cache::cursors::CursorName;
use crate::commands::tail::cursor_lease;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel tail --cursor pms --after 0 --count 3
  $ hotel events cursors remove pms";

/// Forget a cursor
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RemoveArgs {
    /// Name of the cursor
    #[arg(value_name = "NAME")]
    name: CursorName,
}

/// Forgets a cursor.
pub(crate) fn run(ctx: &Context, args: &RemoveArgs) -> Result<(), CliError> {
    let _lease = cursor_lease(ctx, &args.name)?;
    ctx.data_file()?.remove_cursor(&args.name)?;
    ctx.out.status(format!("{} is forgotten", args.name));
    Ok(())
}
