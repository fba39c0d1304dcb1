//! `hotel inventory close` and `hotel inventory open`: nights leave the sale and come back.

use hotel_core::command::house::{InventoryChange, InventoryRequest};
use hotel_core::ids::{HotelCode, RoomTypeCode};

use crate::commands::changed;
use crate::commands::nights::{code_of, nights_at};
use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::CliError;
use crate::when::When;

const CLOSE_EXAMPLES: &str = "\
Examples:
  $ hotel inventory close BER-ADLER DLX +250d+2n
  $ hotel inventory close BER-ADLER +260d --dry-run";

const OPEN_EXAMPLES: &str = "\
Examples:
  $ hotel inventory open BER-ADLER DLX +250d+2n
  $ hotel inventory open BER-ADLER +260d+7n";

/// Close nights: nothing more is sold, whatever the rate
#[derive(clap::Args, Debug)]
#[command(after_help = CLOSE_EXAMPLES)]
pub(crate) struct CloseArgs {
    #[command(flatten)]
    nights: SaleNights,
}

/// Open nights for sale, also those that had no inventory yet
#[derive(clap::Args, Debug)]
#[command(after_help = OPEN_EXAMPLES)]
pub(crate) struct OpenArgs {
    #[command(flatten)]
    nights: SaleNights,
}

/// Nights of one room type, or of all.
#[derive(clap::Args, Debug)]
struct SaleNights {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
    /// Room type and nights, as in DLX fri+7n; without a type all of them
    #[arg(value_name = "[TYPE] WHEN", num_args = 1..=2, required = true)]
    what: Vec<String>,
    #[command(flatten)]
    write: WriteArgs,
}

/// Closes nights.
pub(crate) async fn close(ctx: &Context, args: CloseArgs) -> Result<(), CliError> {
    set(ctx, &args.nights, true).await
}

/// Opens nights.
pub(crate) async fn open(ctx: &Context, args: OpenArgs) -> Result<(), CliError> {
    set(ctx, &args.nights, false).await
}

async fn set(ctx: &Context, args: &SaleNights, closed: bool) -> Result<(), CliError> {
    let (types, when) = match args.what.as_slice() {
        [room_type, when] => (vec![code_of::<RoomTypeCode>(room_type, "TYPE")?], when),
        [when, ..] => (Vec::new(), when),
        [] => return Err(CliError::internal("the nights are missing")),
    };
    let nights = nights_at(ctx, args.hotel, &When::parse(when)?).await?;
    let subject = types.first().map_or_else(|| "all types".to_owned(), ToString::to_string);
    let word = if closed { "closed" } else { "open" };
    let set = InventoryChange { closed: Some(closed), overbook: None };
    let request = InventoryRequest { room_types: types, nights, set };
    let answer = ctx.api()?.set_inventory(args.hotel, &request, &args.write.write()?).await?;
    changed::tell(ctx, &answer, &format!("{subject}  {word}"))
}
