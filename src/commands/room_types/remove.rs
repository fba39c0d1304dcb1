//! `hotel room-types remove`.

use hotel_core::ids::{HotelCode, RoomTypeCode};

use crate::commands::changed;
use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::CliError;
use crate::output::safe_text::SafeText;

const EXAMPLES: &str = "\
Examples:
  $ hotel room-types add BER-ADLER FAM --name \"Family room\"
  $ hotel room-types remove BER-ADLER FAM --yes";

/// Remove a room type that has no rooms and no nights sold
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RemoveArgs {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
    /// Code of the room type
    #[arg(value_name = "TYPE")]
    room_type: RoomTypeCode,
    #[command(flatten)]
    write: WriteArgs,
}

/// Removes a room type.
pub(crate) async fn run(ctx: &Context, args: RemoveArgs) -> Result<(), CliError> {
    if !args.write.dry_run {
        let question = format!("Remove the room type {} of {}?", args.room_type, args.hotel);
        ctx.prompt.confirm(&SafeText::line(&question))?;
    }
    let write = args.write.write()?;
    let answer = ctx.api()?.remove_room_type(args.hotel, args.room_type, &write).await?;
    changed::tell(ctx, &answer, args.room_type.as_str())
}
