//! `hotel hotels set`.

use hotel_core::ids::HotelCode;

use super::input::{HotelFields, same_code};
use crate::commands::changed;
use crate::commands::input::read_json;
use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel hotels set BER-ADLER --stars 5 --dry-run
  $ hotel hotels set BER-ADLER --amenity wifi,sauna,bar
Taxes and promotions are changed in a file:
  hotel hotels show BER-ADLER --json > hotel.json
  hotel hotels set BER-ADLER --file hotel.json";

/// Change a hotel
///
/// What no flag names stays as it is.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct SetArgs {
    /// Code of the hotel
    #[arg(value_name = "CODE")]
    code: HotelCode,
    /// Sell again after `hotels remove`
    #[arg(long, conflicts_with = "file")]
    active: bool,
    #[command(flatten)]
    fields: HotelFields,
    #[command(flatten)]
    write: WriteArgs,
}

/// Changes a hotel.
pub(crate) async fn run(ctx: &Context, args: SetArgs) -> Result<(), CliError> {
    let api = ctx.api()?;
    let hotel = if let Some(file) = &args.fields.file {
        same_code(read_json(file)?, args.code)?
    } else {
        let mut hotel = args.fields.over(api.hotel(args.code).await?);
        hotel.active |= args.active;
        hotel
    };
    let answer = api.set_hotel(&hotel, &args.write.write()?).await?;
    changed::tell(ctx, &answer, args.code.as_str())
}
