//! `hotel check-out`.

use hotel_core::command::booking::CheckOutRequest;
use hotel_core::ids::provisional::BookingRef;

use super::amount::Amount;
use super::fee::Costly;
use super::write::WriteArgs;
use crate::api::bookings::Verb;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel check-out 7F3K2QXD --dry-run
  $ hotel check-out 7F3K2QXD";

/// Check guests out
///
/// Leaving early gives the later nights back and may cost a fee; it is shown before you are asked,
/// or accepted with --accept-fee AMOUNT.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CheckOutArgs {
    /// Code of the booking
    code: BookingRef,
    /// Accept this fee for leaving early; one that differs changes nothing
    #[arg(long, value_name = "AMOUNT")]
    accept_fee: Option<Amount>,
    #[command(flatten)]
    write: WriteArgs,
}

/// Checks guests out.
pub(crate) async fn run(ctx: &Context, args: CheckOutArgs) -> Result<(), CliError> {
    let costly = Costly {
        code: args.code,
        doing: "Check out",
        always_asks: false,
        accept_fee: args.accept_fee.as_ref(),
        write: &args.write,
    };
    costly.run(ctx, |accept_fee| Verb::CheckOut(CheckOutRequest { accept_fee })).await
}
