//! `hotel split`.

use hotel_core::command::booking::SplitRequest;
use hotel_core::ids::provisional::BookingRef;

use super::guest::GuestArgs;
use super::write::{WriteArgs, change};
use crate::api::bookings::Verb;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel split 7F3K2QXD --rooms 2 --dry-run
  $ hotel split 7F3K2QXD --rooms 2 --guest \"Okafor, Ada\"";

/// Put some rooms of a booking into a booking of their own
///
/// The price of each room stays as it was sold; the new booking is printed.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct SplitArgs {
    /// Code of the booking
    code: BookingRef,
    /// Which rooms of the booking, counted from 1, as in 2,3
    #[arg(long, value_name = "N", value_delimiter = ',', required = true)]
    #[arg(value_parser = clap::value_parser!(u16).range(1..))]
    rooms: Vec<u16>,
    #[command(flatten)]
    guest: GuestArgs,
    #[command(flatten)]
    write: WriteArgs,
}

/// Splits a booking.
pub(crate) async fn run(ctx: &Context, args: SplitArgs) -> Result<(), CliError> {
    let verb = Verb::Split(SplitRequest { rooms: args.rooms, guest: args.guest.named() });
    change(ctx, args.code, &verb, &args.write).await
}
