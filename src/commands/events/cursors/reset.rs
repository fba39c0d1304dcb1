//! `hotel events cursors reset`.

use crate::cache::cursors::{CursorName, Kept, unknown};
use crate::commands::events::filter::parse_place;
use crate::commands::tail::cursor_lease;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel tail --cursor pms --after 0 --count 3
  $ hotel events cursors reset pms --to 1";

/// Put a cursor to another place, to be told something again or to leave something out
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ResetArgs {
    /// Name of the cursor
    #[arg(value_name = "NAME")]
    name: CursorName,
    /// The position after which it goes on; `latest` begins with what happens then
    #[arg(long, value_name = "POSITION", value_parser = parse_place)]
    to: String,
}

/// Puts a cursor to another place.
pub(crate) fn run(ctx: &Context, args: ResetArgs) -> Result<(), CliError> {
    let _lease = cursor_lease(ctx, &args.name)?;
    let file = ctx.data_file()?;
    let kept = file.cursor(&args.name)?.ok_or_else(|| unknown(&args.name))?;
    ctx.out
        .status(format!("{} stood after {} and goes on after {}", args.name, kept.place, args.to));
    file.keep_cursor(&Kept { place: args.to, handled_at: ctx.now(), ..kept })
}
