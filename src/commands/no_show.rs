//! `hotel no-show`.

use hotel_core::command::booking::NoShowRequest;
use hotel_core::ids::provisional::BookingRef;

use super::amount::Amount;
use super::fee::Costly;
use super::write::WriteArgs;
use crate::api::bookings::Verb;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel no-show 7F3K2QXD --dry-run
  $ hotel no-show 7F3K2QXD --keep-nights --dry-run";

/// Mark guests who never came
///
/// The later nights go back on sale unless --keep-nights. The fee is shown before you are asked, or
/// accepted with --accept-fee AMOUNT.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct NoShowArgs {
    /// Code of the booking
    code: BookingRef,
    /// Keep the later nights, in case the guests still come
    #[arg(long)]
    keep_nights: bool,
    /// Accept this fee; one that differs changes nothing
    #[arg(long, value_name = "AMOUNT")]
    accept_fee: Option<Amount>,
    #[command(flatten)]
    write: WriteArgs,
}

/// Marks a no-show.
pub(crate) async fn run(ctx: &Context, args: NoShowArgs) -> Result<(), CliError> {
    let keep_nights = args.keep_nights;
    let costly = Costly {
        code: args.code,
        doing: "Mark as no-show",
        always_asks: false,
        accept_fee: args.accept_fee.as_ref(),
        write: &args.write,
    };
    costly.run(ctx, |accept_fee| Verb::NoShow(NoShowRequest { keep_nights, accept_fee })).await
}
