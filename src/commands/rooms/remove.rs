//! `hotel rooms remove`.

use hotel_core::ids::{HotelCode, RoomNo};

use crate::commands::changed;
use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::CliError;
use crate::output::safe_text::SafeText;

const EXAMPLES: &str = "\
Examples:
  $ hotel rooms add BER-ADLER DLX 907
  $ hotel rooms remove BER-ADLER 907 --yes";

/// Remove a room
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RemoveArgs {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
    /// Number of the room
    #[arg(value_name = "ROOM")]
    room: RoomNo,
    #[command(flatten)]
    write: WriteArgs,
}

/// Removes a room.
pub(crate) async fn run(ctx: &Context, args: RemoveArgs) -> Result<(), CliError> {
    if !args.write.dry_run {
        let question = format!("Remove room {} of {}?", args.room, args.hotel);
        ctx.prompt.confirm(&SafeText::line(&question))?;
    }
    let answer = ctx.api()?.remove_room(args.hotel, args.room, &args.write.write()?).await?;
    changed::tell(ctx, &answer, args.room.as_str())
}
