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
use hotel_core::wire::search::{Offer, SearchAnswer, SearchQuery};

use super::amount::Amount;
use super::dates::{everywhere, nights_of, stay_of, tell_stay, today_at};
use super::words::GuaranteeArg;
use crate::api::Client;
use crate::context::Context;
use crate::error::category::Category;
use crate::error::{CliError, codes};
use crate::queue::Offline;
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
    /// Whether something else is tried if it can't be had.
    pub(crate) has_others: bool,
}

/// Turns a wish into a booking; without a rate plan the cheapest that can be had is taken, and its
/// price is the most the stay may cost.
pub(crate) async fn wish_body(ctx: &Context, wish: &Wish<'_>) -> Result<BookBody, CliError> {
    let api = ctx.api()?;
    let nights = |today| nights_of(wish.when, wish.nights, today);
    let resolved = everywhere(ctx.now(), nights)?;
    let hotel = if resolved.is_none() || wish.sale.max_price.is_some() {
        match api.hotel(wish.hotel).await {
            Ok(hotel) => Some(hotel),
            // The day is clear, and an amount may tell its own currency.
            Err(error) if error.category == Category::Unavailable && resolved.is_some() => None,
            Err(error) if error.category == Category::Unavailable => {
                return Err(error
                    .why("nobody says which day it is at a hotel that was never asked about")
                    .hint(format!("hotel book {} {} 2026-12-24+2n", wish.hotel, wish.room_type)));
            }
            Err(error) => return Err(error),
        }
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
        (Some(amount), None) => Some(amount.with_own_currency()?),
        (None, _) => None,
    };
    let (rate_plan, cheapest) = match wish.sale.rate {
        Some(plan) => (Some(plan), None),
        None => match api.search(&rate_query(wish, stay)).await {
            Ok(answer) => match cheapest(&answer, wish) {
                Ok((plan, price)) => (Some(plan), price),
                // The house says so itself, and the next is tried.
                Err(_) if wish.has_others => (None, None),
                Err(error) => return Err(error),
            },
            Err(error) if error.category == Category::Unavailable => {
                quoted(ctx, api, wish, Some(stay)).ok_or(error)?
            }
            Err(error) => return Err(error),
        },
    };
    Ok(BookBody {
        hotel: Some(wish.hotel),
        stay: Some(stay),
        rate_plan,
        rooms: Some(rooms_of(wish.sale, wish.room_type)?),
        promo: wish.sale.promo,
        price_max: most.or(cheapest),
        ..new_body(wish.sale, wish.intent, wish.guest.clone())
    })
}

fn rate_query(wish: &Wish<'_>, stay: StayDates) -> SearchQuery {
    SearchQuery {
        place: Some(wish.hotel.to_string()),
        adults: wish.sale.adults,
        children: wish.sale.children,
        rooms: wish.sale.rooms,
        room_type: Some(wish.room_type),
        promo: wish.sale.promo,
        limit: Some(1),
        ..SearchQuery::of(stay)
    }
}

/// Returns the cheapest plan of an earlier search for the same rooms and nights, while the house can't be
/// asked. Without one, the plan is left to the house if the agent said how much it may cost.
pub(crate) fn quoted(
    ctx: &Context,
    api: &Client,
    wish: &Wish<'_>,
    stay: Option<StayDates>,
) -> Option<(Option<RatePlanCode>, Option<Money>)> {
    if ctx.offline() == Offline::Fail {
        return None;
    }
    let stay = stay?;
    let rooms = rooms_of(wish.sale, wish.room_type).ok()?;
    let occupancy = rooms.as_slice().first()?.occupancy;
    let is_wanted = |offer: &Offer| {
        offer.hotel == wish.hotel
            && offer.room_type == wish.room_type
            && offer.stay == stay
            && offer.occupancy == occupancy
            && usize::from(offer.rooms) == rooms.as_slice().len()
            && wish.sale.rate.is_none_or(|plan| plan == offer.rate_plan)
    };
    let answers: Vec<SearchAnswer> = api.known("/v1/search");
    // The latest answer that knows them says what they cost.
    let quote = answers.into_iter().find_map(|answer| {
        let offers = answer.items.into_iter().filter(is_wanted);
        offers.min_by_key(|offer| offer.total.minor)
    });
    match quote {
        Some(offer) => Some((Some(offer.rate_plan), Some(offer.total))),
        None => wish.sale.max_price.is_some().then_some((None, None)),
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
