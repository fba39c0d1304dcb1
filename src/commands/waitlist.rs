//! `hotel waitlist`.

use std::time::Duration;

use hotel_core::booking::BookingState;
use hotel_core::command::booking::{Intent, OfferRequest};
use hotel_core::ids::provisional::BookingRef;
use hotel_core::ids::{HotelCode, RoomTypeCode};
use hotel_core::wire::booking::BookingQuery;

use super::book::{Order, minutes_of, send};
use super::guest::GuestArgs;
use super::list::{PageArgs, list};
use super::release;
use super::wish::{SaleArgs, Wish, wish_body};
use super::write::{WriteArgs, change};
use crate::api::bookings::Verb;
use crate::context::Context;
use crate::error::CliError;
use crate::when::When;
use crate::when::span::parse_span;

const EXAMPLES: &str = "\
Examples:
  $ hotel waitlist add BER-ADLER DLX +30d+2n --rate BAR --guest \"Novak, Jana\"
  $ hotel waitlist ls --hotel BER-ADLER";

const OFFER_EXAMPLES: &str = "\
Examples:
  $ hotel waitlist offer 7F3K2QXD --hold 2h --dry-run
  $ hotel waitlist offer 7F3K2QXD --hold 2h";

/// Keep who waits for a room
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct WaitlistArgs {
    #[command(subcommand)]
    command: WaitlistCommand,
}

#[derive(clap::Subcommand, Debug)]
enum WaitlistCommand {
    Add(Box<AddArgs>),
    #[command(visible_alias = "list")]
    Ls(LsArgs),
    Offer(OfferArgs),
    Release(release::ReleaseArgs),
}

/// Put somebody on the waiting list
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
struct AddArgs {
    /// Hotel
    hotel: HotelCode,
    /// Room type
    #[arg(value_name = "ROOMTYPE")]
    room_type: RoomTypeCode,
    /// The nights, as in fri+2n
    when: When,
    /// How many nights, beside a single day
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=365))]
    nights: Option<u16>,
    #[command(flatten)]
    guest: GuestArgs,
    #[command(flatten)]
    sale: SaleArgs,
    #[command(flatten)]
    write: WriteArgs,
}

/// List who waits
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
struct LsArgs {
    /// Only of this hotel
    #[arg(long, value_name = "HOTEL")]
    hotel: Option<HotelCode>,
    #[command(flatten)]
    page: PageArgs,
}

/// Hold a room for somebody who waits
#[derive(clap::Args, Debug)]
#[command(after_help = OFFER_EXAMPLES)]
struct OfferArgs {
    /// Code of the booking
    code: BookingRef,
    /// For how long
    #[arg(long, value_name = "SPAN", value_parser = parse_span, default_value = "30m")]
    hold: Duration,
    #[command(flatten)]
    write: WriteArgs,
}

/// Keeps the waiting list.
pub(crate) async fn run(ctx: &Context, args: WaitlistArgs) -> Result<(), CliError> {
    match args.command {
        WaitlistCommand::Add(args) => add(ctx, *args).await,
        WaitlistCommand::Ls(args) => ls(ctx, args).await,
        WaitlistCommand::Offer(args) => {
            let verb = Verb::Offer(OfferRequest { minutes: minutes_of(args.hold)? });
            change(ctx, args.code, &verb, &args.write).await
        }
        WaitlistCommand::Release(args) => release::run(ctx, args).await,
    }
}

async fn add(ctx: &Context, args: AddArgs) -> Result<(), CliError> {
    let wish = Wish {
        hotel: args.hotel,
        room_type: args.room_type,
        when: &args.when,
        nights: args.nights,
        sale: &args.sale,
        intent: Intent::Waitlist,
        guest: args.guest.required()?,
        has_others: false,
    };
    let body = wish_body(ctx, &wish).await?;
    send(ctx, Order { body, others: Vec::new(), zone: None, quote: None }, &args.write).await
}

async fn ls(ctx: &Context, args: LsArgs) -> Result<(), CliError> {
    let hotel = match args.hotel {
        Some(hotel) => Some(hotel),
        None => ctx.usual_hotel()?,
    };
    let query =
        BookingQuery { hotel, state: Some(BookingState::Waitlisted), ..BookingQuery::default() };
    list(ctx, query, &args.page, false).await
}
