//! `hotel rooms add`.

use hotel_core::catalogue::Room;
use hotel_core::command::house::RoomsRequest;
use hotel_core::ids::{HotelCode, RoomTypeCode};
use hotel_core::text::Note;

use super::numbers::Numbers;
use crate::commands::changed;
use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel rooms add BER-ADLER DLX 901..906 --note \"Garden side\" --dry-run
  $ hotel rooms add BER-ADLER STD 910 912 --dry-run";

/// Add rooms to a hotel, or change their type or note
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct AddArgs {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
    /// Their type
    #[arg(value_name = "TYPE")]
    room_type: RoomTypeCode,
    /// Their numbers, as in 301 or 301..320
    #[arg(value_name = "NUMBERS", required = true)]
    numbers: Vec<Numbers>,
    /// Where they lie and what is special about them
    #[arg(long, value_name = "TEXT")]
    note: Option<Note>,
    #[command(flatten)]
    write: WriteArgs,
}

/// Adds rooms.
pub(crate) async fn run(ctx: &Context, args: AddArgs) -> Result<(), CliError> {
    let note = args.note.unwrap_or_default();
    let room_type = args.room_type;
    let rooms = args.numbers.iter().flat_map(Numbers::rooms);
    let rooms = rooms.map(|number| Room { number: *number, room_type, note: note.clone() });
    let request = RoomsRequest { rooms: rooms.collect() };
    let answer = ctx.api()?.set_rooms(args.hotel, &request, &args.write.write()?).await?;
    let subject: Vec<&str> = args.numbers.iter().map(Numbers::as_str).collect();
    changed::tell(ctx, &answer, &subject.join(" "))
}
