//! `hotel hotels remove`.

use hotel_core::ids::HotelCode;

use crate::commands::changed;
use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::CliError;
use crate::output::safe_text::SafeText;

const EXAMPLES: &str = "\
Examples:
  $ hotel hotels remove BER-ADLER --dry-run
To sell again:
  hotel hotels set BER-ADLER --active";

/// End the sale of a hotel
///
/// Its bookings stay and can be looked after; nothing more is sold.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RemoveArgs {
    /// Code of the hotel
    #[arg(value_name = "CODE")]
    code: HotelCode,
    #[command(flatten)]
    write: WriteArgs,
}

/// Ends the sale of a hotel.
pub(crate) async fn run(ctx: &Context, args: RemoveArgs) -> Result<(), CliError> {
    if !args.write.dry_run {
        ctx.prompt.confirm(&SafeText::line(&format!("Sell {} no more?", args.code)))?;
    }
    let answer = ctx.api()?.remove_hotel(args.code, &args.write.write()?).await?;
    changed::tell(ctx, &answer, args.code.as_str())
}
