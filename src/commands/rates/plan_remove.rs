//! `hotel rates plan-remove`.

use hotel_core::ids::{HotelCode, RatePlanCode};

use crate::commands::changed;
use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::CliError;
use crate::output::safe_text::SafeText;

const EXAMPLES: &str = "\
Examples:
  $ hotel rates plan-remove BER-ADLER ADV --dry-run";

/// Remove a rate plan that no other derives from
///
/// Bookings that were sold under it keep their price and their policy.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct PlanRemoveArgs {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
    /// Code of the plan
    #[arg(value_name = "PLAN")]
    plan: RatePlanCode,
    #[command(flatten)]
    write: WriteArgs,
}

/// Removes a rate plan.
pub(crate) async fn run(ctx: &Context, args: PlanRemoveArgs) -> Result<(), CliError> {
    if !args.write.dry_run {
        let question = format!("Remove the rate plan {} of {}?", args.plan, args.hotel);
        ctx.prompt.confirm(&SafeText::line(&question))?;
    }
    let write = args.write.write()?;
    let answer = ctx.api()?.remove_rate_plan(args.hotel, args.plan, &write).await?;
    changed::tell(ctx, &answer, args.plan.as_str())
}
