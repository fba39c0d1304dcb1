//! Rooms of a hotel as an agent names them, turned into a booking.

use hotel_core::command::booking::{Intent, RoomRequest, RoomRequests};
use hotel_core::command::people::GuestRef;
use hotel_core::ids::{HotelCode, PromoCode, RatePlanCode, RoomTypeCode};
use hotel_core::money::Money;
use hotel_core::origin::Origin;
use hotel_core::price::Occupancy;
use hotel_core::stay::StayDates;
use hotel_core::text::Note;
use hotel_core::wire::booking::BookBody;
use hotel_core::wire::search::{SearchAnswer, SearchQuery};

use super::amount::Amount;
use super::dates::{everywhere, nights_of, stay_of, tell_stay, today_at};
use super::words::GuaranteeArg;
use crate::context::Context;
use crate::error::category::Category;
use crate::error::{CliError, codes};
use crate::when::When;

/// How rooms of a hotel are sold; `waitlist add` takes the same.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Sale")]
pub(crate) struct SaleArgs {
    /// Rate plan [default: the cheapest]
    #[arg(long, value_name = "PLAN")]
    pub(crate) rate: Option<RatePlanCode>,
    /// How many rooms, all alike [default: 1]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=50))]
    pub(crate) rooms: Option<u16>,
    /// Adults in each room [default: 2]
    #[arg(long, value_name = "N")]
    pub(crate) adults: Option<u8>,
    /// Children in each room
    #[arg(long, value_name = "N")]
    pub(crate) children: Option<u8>,
    /// Who vouches for the money, where the rate wants that
    #[arg(long, value_enum, value_name = "WHO")]
    pub(crate) guarantee: Option<GuaranteeArg>,
    /// Promotion or corporate code
    #[arg(long, value_name = "CODE")]
    pub(crate) promo: Option<PromoCode>,
    /// Book nothing that costs more in all
    #[arg(long, value_name = "AMOUNT")]
    pub(crate) max_price: Option<Amount>,
    /// What the guest asks for
    #[arg(long, value_name = "TEXT")]
    pub(crate) requests: Option<Note>,
}

/// Rooms of a hotel, as an agent names them.
pub(crate) struct Wish<'a> {
    /// The hotel.
    pub(crate) hotel: HotelCode,
    /// The room type.
    pub(crate) room_type: RoomTypeCode,
    /// The nights.
    pub(crate) when: &'a When,
    /// How many of them, if the words don't say.
    pub(crate) nights: Option<u16>,
    /// How they are sold.
    pub(crate) sale: &'a SaleArgs,
    /// Sell, hold or waitlist.
    pub(crate) intent: Intent,
    /// Who stays.
    pub(crate) guest: GuestRef,
}

/// Turns a wish into a booking; without a rate plan the cheapest that can be had is taken, and its
/// price is the most the stay may cost.
pub(crate) async fn wish_body(ctx: &Context, wish: &Wish<'_>) -> Result<BookBody, CliError> {
    let api = ctx.api()?;
    let nights = |today| nights_of(wish.when, wish.nights, today);
    let resolved = everywhere(ctx.now(), nights)?;
    let hotel = if resolved.is_none() || wish.sale.max_price.is_some() {
        Some(api.hotel(wish.hotel).await?)
    } else {
        None
    };
    let stay = match (resolved, &hotel) {
        (Some(dates), _) => stay_of(dates)?,
        (None, Some(hotel)) => stay_of(nights(today_at(hotel, ctx.now()))?)?,
        (None, None) => return Err(CliError::internal("the nights have no zone")),
    };
    tell_stay(ctx, stay, hotel.as_ref().map(|hotel| hotel.zone.name()));
    let most = match (&wish.sale.max_price, &hotel) {
        (Some(amount), Some(hotel)) => Some(amount.in_currency(hotel.currency)?),
        (Some(_) | None, _) => None,
    };
    let (rate_plan, cheapest) = match wish.sale.rate {
        Some(plan) => (plan, None),
        None => cheapest(&api.search(&rate_query(wish, stay)).await?, wish)?,
    };
    Ok(BookBody {
        hotel: Some(wish.hotel),
        stay: Some(stay),
        rate_plan: Some(rate_plan),
        rooms: Some(rooms_of(wish.sale, wish.room_type)?),
        promo: wish.sale.promo,
        price_max: most.or(cheapest),
        ..new_body(wish.sale, wish.intent, wish.guest.clone())
    })
}

fn rate_query(wish: &Wish<'_>, stay: StayDates) -> SearchQuery {
    SearchQuery {
        place: Some(wish.hotel.to_string()),
        near: None,
        radius_km: None,
        check_in: stay.check_in(),
        check_out: stay.check_out(),
        adults: wish.sale.adults,
        children: wish.sale.children,
        rooms: wish.sale.rooms,
        room_type: Some(wish.room_type),
        rate_plan: None,
        amenities: None,
        stars_min: None,
        price_max_minor: None,
        refundable: None,
        promo: wish.sale.promo,
        sort: None,
        cursor: None,
        limit: Some(1),
    }
}

/// Picks the cheapest plan; for the waiting list any plan that is only short of rooms will do.
fn cheapest(
    answer: &SearchAnswer,
    wish: &Wish<'_>,
) -> Result<(RatePlanCode, Option<Money>), CliError> {
    if let Some(offer) = answer.items.first() {
        return Ok((offer.rate_plan, Some(offer.total)));
    }
    let sold_out = hotel_core::refusal::code::SOLD_OUT.code;
    let short = answer.unavailable.iter().find(|reason| reason.code == sold_out);
    if let Some(reason) = short.filter(|_| wish.intent == Intent::Waitlist) {
        return Ok((reason.rate_plan, None));
    }
    let Some(reason) = short.or(answer.unavailable.first()) else {
        let message = format!("{} sells no {} on these nights", wish.hotel, wish.room_type);
        return Err(CliError::new(Category::Conflict, "availability.no_rate", message)
            .note("nothing was booked.")
            .hint(format!("hotel search {} {}", wish.hotel, wish.when)));
    };
    Err(CliError::new(Category::Conflict, reason.code.clone(), reason.reason.clone())
        .note("nothing was booked.")
        .hint(format!("hotel search {} {}", wish.hotel, wish.when)))
}

/// Returns a booking for a guest, of nothing yet.
pub(crate) fn new_body(sale: &SaleArgs, intent: Intent, guest: GuestRef) -> BookBody {
    BookBody {
        offer: None,
        hotel: None,
        stay: None,
        rate_plan: None,
        rooms: None,
        guest,
        intent,
        guarantee: sale.guarantee.map(Into::into),
        promo: None,
        price_max: None,
        agreed_rate: None,
        origin: Origin::default(),
        provisional: None,
        requests: sale.requests.clone().unwrap_or_default(),
    }
}

/// Returns rooms of one type, all alike.
pub(crate) fn rooms_of(sale: &SaleArgs, room_type: RoomTypeCode) -> Result<RoomRequests, CliError> {
    let usual = Occupancy::default();
    let occupancy = Occupancy {
        adults: sale.adults.unwrap_or(usual.adults),
        children: sale.children.unwrap_or(usual.children),
    };
    let count = usize::from(sale.rooms.unwrap_or(1));
    RoomRequests::try_from(vec![RoomRequest { room_type, occupancy }; count])
        .map_err(|error| CliError::of(codes::USAGE_INVALID_VALUE, error.to_string()))
}
