//! `hotel cancel`.

use hotel_core::command::booking::CancelRequest;
use hotel_core::ids::provisional::BookingRef;

use super::amount::Amount;
use super::fee::Costly;
use super::words::ReasonArg;
use super::write::WriteArgs;
use crate::api::bookings::Verb;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel cancel 7F3K2QXD --dry-run
  $ hotel cancel 7F3K2QXD --reason guest --yes";

/// Cancel a booking
///
/// The fee of the moment is shown before you are asked. --yes answers the question but accepts no
/// fee: with a fee, write it as --accept-fee AMOUNT.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CancelArgs {
    /// Code of the booking
    code: BookingRef,
    /// Accept this fee; one that differs cancels nothing
    #[arg(long, value_name = "AMOUNT")]
    accept_fee: Option<Amount>,
    /// Say why
    #[arg(long, value_enum)]
    reason: Option<ReasonArg>,
    #[command(flatten)]
    write: WriteArgs,
}

/// Cancels a booking.
pub(crate) async fn run(ctx: &Context, args: CancelArgs) -> Result<(), CliError> {
    let reason = args.reason.map(Into::into);
    let costly = Costly {
        code: args.code,
        doing: "Cancel",
        always_asks: true,
        accept_fee: args.accept_fee.as_ref(),
        write: &args.write,
    };
    costly.run(ctx, |accept_fee| Verb::Cancel(CancelRequest { accept_fee, reason })).await
}
