//! `hotel inventory overbook`.

use std::str::FromStr;

use hotel_core::command::house::{InventoryChange, InventoryRequest};
use hotel_core::ids::{HotelCode, RoomTypeCode};
use hotel_core::inventory::Overbook;

use super::show::overbook_words;
use crate::commands::changed;
use crate::commands::nights::nights_at;
use crate::commands::percent::parse_percent;
use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::CliError;
use crate::when::When;

const EXAMPLES: &str = "\
Examples:
  $ hotel inventory overbook BER-ADLER STD +270d+7n +2
  $ hotel inventory overbook BER-ADLER STD +270d+7n 10%
  $ hotel inventory overbook BER-ADLER STD +270d+7n -1
  $ hotel inventory overbook BER-ADLER STD +270d+7n 0";

/// Sell more rooms than there are, or hold some back
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct OverbookArgs {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
    /// Code of the room type
    #[arg(value_name = "TYPE")]
    room_type: RoomTypeCode,
    /// The nights, as in fri+7n; a day alone is that one night
    #[arg(value_name = "WHEN")]
    when: When,
    /// Rooms more or fewer, or a share of the rooms: +2, -1, 10% or 0
    #[arg(value_name = "HOW", allow_hyphen_values = true)]
    how: OverbookArg,
    #[command(flatten)]
    write: WriteArgs,
}

/// How far sales go, as written.
#[derive(Debug, Clone, Copy)]
struct OverbookArg(Overbook);

/// The text is no overbooking.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is no overbooking: write a number of rooms or a share, as in +2, -1 or 10%")]
struct OverbookArgError(String);

impl FromStr for OverbookArg {
    type Err = OverbookArgError;

    fn from_str(text: &str) -> Result<Self, OverbookArgError> {
        let refuse = || OverbookArgError(text.to_owned());
        let overbook = if text.ends_with('%') {
            Overbook { rooms: 0, share: parse_percent(text).ok_or_else(refuse)? }
        } else {
            Overbook { rooms: text.parse().map_err(|_| refuse())?, ..Overbook::default() }
        };
        Ok(Self(overbook))
    }
}

/// Sets overbooking.
pub(crate) async fn run(ctx: &Context, args: OverbookArgs) -> Result<(), CliError> {
    let nights = nights_at(ctx, args.hotel, &args.when).await?;
    let set = InventoryChange { closed: None, overbook: Some(args.how.0) };
    let request = InventoryRequest { room_types: vec![args.room_type], nights, set };
    let answer = ctx.api()?.set_inventory(args.hotel, &request, &args.write.write()?).await?;
    let how = match overbook_words(args.how.0) {
        words if words.is_empty() => "no overbooking".to_owned(),
        words => format!("overbook {words}"),
    };
    changed::tell(ctx, &answer, &format!("{}  {how}", args.room_type))
}
