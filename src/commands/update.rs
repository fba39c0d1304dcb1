//! `hotel update`.

use hotel_core::booking::Booking;
use hotel_core::command::booking::{AmendRequest, RoomRequest, RoomRequests};
use hotel_core::ids::provisional::BookingRef;
use hotel_core::ids::{RatePlanCode, RoomTypeCode};
use hotel_core::stay::StayDates;
use hotel_core::text::Note;
use hotel_core::wire::booking::BookingView;
use jiff::civil::Date;

use super::amount::Amount;
use super::dates::{nights_of, stay_of, tell_stay};
use super::guest::GuestArgs;
use super::outcome;
use super::write::WriteArgs;
use crate::context::Context;
use crate::error::category::Category;
use crate::error::{CliError, codes};
use crate::when::When;

const EXAMPLES: &str = "\
Examples:
  $ hotel update 7F3K2QXD --nights 3 --dry-run
  $ hotel update 7F3K2QXD --room-type DLX --max-price 900 --dry-run
  $ hotel update 7F3K2QXD --requests \"quiet room, late arrival\"";

/// Change the nights, rooms, guest or wishes of a booking
///
/// What is not named stays. Only changed nights are priced anew, unless --reprice. The change is
/// refused if somebody else changed the booking in between, and the new total is shown beside the
/// old one; see it first with --dry-run.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct UpdateArgs {
    /// Code of the booking
    code: BookingRef,
    /// New nights, as in fri+3n or 2026-12-24..2026-12-27
    #[arg(long, value_name = "WHEN")]
    stay: Option<When>,
    /// New number of nights, from the same arrival unless --stay names a day
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=365))]
    nights: Option<u16>,
    /// New type of all rooms
    #[arg(long, value_name = "CODE")]
    room_type: Option<RoomTypeCode>,
    /// New number of rooms; more are like the last one
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=50))]
    rooms: Option<u16>,
    /// Adults in each room
    #[arg(long, value_name = "N")]
    adults: Option<u8>,
    /// Children in each room
    #[arg(long, value_name = "N")]
    children: Option<u8>,
    /// Another rate plan
    #[arg(long, value_name = "PLAN")]
    rate: Option<RatePlanCode>,
    #[command(flatten)]
    guest: GuestArgs,
    /// What the guest asks for; an empty text takes it back
    #[arg(long, value_name = "TEXT")]
    requests: Option<Note>,
    /// Price every night at today's rates, not only the changed ones
    #[arg(long)]
    reprice: bool,
    /// Change nothing if the stay would cost more in all
    #[arg(long, value_name = "AMOUNT")]
    max_price: Option<Amount>,
    #[command(flatten)]
    write: WriteArgs,
}

/// Changes a booking.
pub(crate) async fn run(ctx: &Context, args: UpdateArgs) -> Result<(), CliError> {
    let api = ctx.api()?;
    refuse_nothing(&args)?;
    let view = match api.booking(args.code).await {
        Ok(view) => view,
        // What the guest asks for depends on nothing that would have to be seen.
        Err(error) if error.category == Category::Unavailable && is_a_note(&args) => {
            let request = AmendRequest { requests: args.requests, ..AmendRequest::default() };
            let answer = api.amend(args.code, &request, &args.write.write()?).await?;
            return outcome::tell(ctx, &answer);
        }
        Err(error) => return Err(error),
    };
    let request = request_of(&args, &view)?;
    if let Some(stay) = request.stay {
        tell_stay(ctx, stay, Some(&view.zone));
    }
    let mut write = args.write.write()?.if_version(view.booking.version);
    // What others change meanwhile is found against what was seen.
    write.waiting.base = serde_json::to_vec(&view).ok();
    let answer = api.amend(args.code, &request, &write).await?;
    outcome::tell(ctx, &answer)
}

fn refuse_nothing(args: &UpdateArgs) -> Result<(), CliError> {
    let is_something = args.stay.is_some()
        || args.nights.is_some()
        || args.room_type.is_some()
        || args.rooms.is_some()
        || args.adults.is_some()
        || args.children.is_some()
        || args.rate.is_some()
        || args.guest.named().is_some()
        || args.requests.is_some()
        || args.reprice;
    if is_something {
        return Ok(());
    }
    Err(CliError::of(codes::USAGE_MISSING_ARGUMENT, "nothing is named that shall change")
        .hint(format!("hotel update {} --nights 3", args.code))
        .hint("hotel update --help"))
}

/// Tells whether only the wishes of a booking change that waits itself, and that nobody else knows.
fn is_a_note(args: &UpdateArgs) -> bool {
    let is_more = args.stay.is_some()
        || args.nights.is_some()
        || args.room_type.is_some()
        || args.rooms.is_some()
        || args.adults.is_some()
        || args.children.is_some()
        || args.rate.is_some()
        || args.guest.named().is_some()
        || args.reprice
        || args.max_price.is_some();
    matches!(args.code, BookingRef::Provisional(_)) && args.requests.is_some() && !is_more
}

fn request_of(args: &UpdateArgs, view: &BookingView) -> Result<AmendRequest, CliError> {
    let booking = &view.booking;
    let max_price = args.max_price.as_ref();
    Ok(AmendRequest {
        stay: new_stay(args, booking.stay, view.business_date)?,
        rate_plan: args.rate,
        rooms: new_rooms(args, booking)?,
        guest: args.guest.named(),
        requests: args.requests.clone(),
        reprice: args.reprice,
        price_max: max_price.map(|amount| amount.in_currency(booking.currency)).transpose()?,
    })
}

fn new_stay(
    args: &UpdateArgs,
    booked: StayDates,
    today: Date,
) -> Result<Option<StayDates>, CliError> {
    match (&args.stay, args.nights) {
        (Some(when), nights) => stay_of(nights_of(when, nights, today)?).map(Some),
        (None, Some(nights)) => {
            let check_in = booked.check_in();
            let check_out = check_in
                .checked_add(jiff::Span::new().days(i64::from(nights)))
                .map_err(|error| CliError::of(codes::USAGE_DATE, error.to_string()))?;
            stay_of((check_in, check_out)).map(Some)
        }
        (None, None) => Ok(None),
    }
}

/// Returns all rooms as they shall be, if anything about them changes.
fn new_rooms(args: &UpdateArgs, booking: &Booking) -> Result<Option<RoomRequests>, CliError> {
    let changes = args.room_type.is_some()
        || args.rooms.is_some()
        || args.adults.is_some()
        || args.children.is_some();
    let (true, Some(last)) = (changes, booking.rooms.last()) else { return Ok(None) };
    let count = args.rooms.map_or(booking.rooms.len(), usize::from);
    let rooms = (0..count).map(|place| {
        let room = booking.rooms.get(place).unwrap_or(last);
        let mut occupancy = room.occupancy;
        occupancy.adults = args.adults.unwrap_or(occupancy.adults);
        occupancy.children = args.children.unwrap_or(occupancy.children);
        RoomRequest { room_type: args.room_type.unwrap_or(room.room_type), occupancy }
    });
    RoomRequests::try_from(rooms.collect::<Vec<RoomRequest>>())
        .map(Some)
        .map_err(|error| CliError::of(codes::USAGE_INVALID_VALUE, error.to_string()))
}
