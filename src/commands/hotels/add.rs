//! `hotel hotels add`.

use hotel_core::catalogue::Hotel;
use hotel_core::ids::HotelCode;

use super::input::{HotelFields, same_code};
use crate::commands::changed;
use crate::commands::input::read_json;
use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::category::Category;
use crate::error::{CliError, codes};

const EXAMPLES: &str = "\
Examples:
  $ hotel hotels add BER-PARK --name \"Park am See\" --city Berlin --city-code BER --country DE \
--zone Europe/Berlin --at 52.51,13.38 --stars 3 --currency EUR --dry-run
A file has taxes and promotions as well; take one that exists as a model:
  hotel hotels show BER-ADLER --json > hotel.json
  hotel hotels add --file hotel.json";

/// Add a hotel
///
/// The zone and the currency stand for ever: its nights and prices are told in them.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct AddArgs {
    /// Code of the hotel, for ever; with --file the file says it
    #[arg(value_name = "CODE", required_unless_present = "file")]
    code: Option<HotelCode>,
    #[command(flatten)]
    fields: HotelFields,
    #[command(flatten)]
    write: WriteArgs,
}

/// Adds a hotel.
pub(crate) async fn run(ctx: &Context, args: AddArgs) -> Result<(), CliError> {
    let hotel: Hotel = match (&args.fields.file, args.code) {
        (Some(file), None) => read_json(file)?,
        (Some(file), Some(code)) => same_code(read_json(file)?, code)?,
        (None, Some(code)) => args.fields.hotel(code)?,
        (None, None) => {
            return Err(CliError::of(codes::USAGE_MISSING_ARGUMENT, "the hotel has no code"));
        }
    };
    // Who repeats an add under its key wants to hear what came of it.
    if args.write.idempotency_key.is_none() {
        refuse_if_known(ctx, hotel.code).await?;
    }
    let answer = ctx.api()?.add_hotel(&hotel, &args.write.write()?).await?;
    changed::tell(ctx, &answer, hotel.code.as_str())?;
    if !answer.body.dry_run {
        ctx.out.hint(format!("hotel room-types add {} --help", hotel.code));
    }
    Ok(())
}

/// Refuses to write over a hotel by mistake.
async fn refuse_if_known(ctx: &Context, code: HotelCode) -> Result<(), CliError> {
    match ctx.api()?.hotel(code).await {
        Ok(_) => {
            Err(CliError::of(codes::CATALOGUE_EXISTS, format!("there is a hotel {code} already"))
                .field("CODE")
                .hint(format!("hotel hotels set {code} --help")))
        }
        Err(error) if error.category == Category::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}
