//! `hotel search`.

use hotel_core::catalogue::Hotel;
use hotel_core::ids::{PromoCode, RatePlanCode, RoomTypeCode};
use hotel_core::stay::StayDates;
use hotel_core::wire::page::PAGE_MAX;
use hotel_core::wire::search::{SearchAnswer, SearchQuery, SearchSort};
use jiff::Timestamp;

use super::amount::Amount;
use super::dates::{everywhere, hotel_at, stay_of, tell_stay, today_at, today_here};
use super::offers::NumberedOffer;
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::lines::{Line, Lines};
use crate::output::present::Listing;
use crate::when::When;

const EXAMPLES: &str = "\
Examples:
  $ hotel search BER-ADLER fri+2n
  $ hotel search Berlin 24dec+3n --adults 2 --children 1 --refundable
  $ hotel search BER +30d+2n --max-price 400 --sort stars
  $ hotel search --near 52.52,13.40 +30d+2n --radius 5
Then book by the number of the line:
  hotel book 1 --guest \"Novak, Jana\"";

/// Search for rooms
///
/// PLACE is a hotel code, a city code, or how a city's name begins. WHEN is read in the hotel's
/// zone: fri+2n, tomorrow..sun, 24dec+3n, 2026-12-24..2026-12-27. The lines are numbered and
/// remembered until their prices expire.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct SearchArgs {
    /// Hotel, city code or beginning of a city's name; left out with --near
    #[arg(value_name = "PLACE")]
    place: String,
    /// The nights, as in fri+2n
    #[arg(value_name = "WHEN")]
    when: Option<String>,
    /// Adults in each room [default: 2]
    #[arg(long, value_name = "N")]
    adults: Option<u8>,
    /// Children in each room
    #[arg(long, value_name = "N")]
    children: Option<u8>,
    /// How many rooms, all alike [default: 1]
    #[arg(long, value_name = "N")]
    rooms: Option<u16>,
    /// Only this room type
    #[arg(long, value_name = "CODE")]
    room_type: Option<RoomTypeCode>,
    /// Only this rate plan
    #[arg(long, value_name = "CODE")]
    rate_plan: Option<RatePlanCode>,
    /// Only where hotel or room has all of these, as in pool,wifi
    #[arg(long, value_name = "WORDS", value_delimiter = ',')]
    amenity: Vec<String>,
    /// At least so many stars
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=5))]
    stars: Option<u8>,
    /// At most this for the whole stay
    #[arg(long, value_name = "AMOUNT")]
    max_price: Option<Amount>,
    /// Only what can be cancelled free of charge now
    #[arg(long)]
    refundable: bool,
    /// Promotion or corporate code
    #[arg(long, value_name = "CODE")]
    promo: Option<PromoCode>,
    /// Only around this point, in degrees north and east
    #[arg(long, value_name = "LAT,LON", allow_hyphen_values = true)]
    near: Option<String>,
    /// How far around it, in kilometres [default: 25]
    #[arg(long, value_name = "KM", requires = "near")]
    radius: Option<f64>,
    /// Which come first
    #[arg(long, value_enum, value_name = "ORDER", default_value = "price")]
    sort: Sort,
    /// How many lines at most
    #[arg(long, value_name = "N", default_value_t = LINES)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=i64::from(PAGE_MAX)))]
    limit: u32,
    /// Go on where the last page ended
    #[arg(long, value_name = "CURSOR")]
    cursor: Option<String>,
    /// Exit with 3 if nothing is found
    #[arg(long)]
    fail_if_empty: bool,
}

/// What fits on a screen.
const LINES: u32 = 20;

/// How many reasons are told when nothing is found.
const REASONS_MAX: usize = 12;

/// Which come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Sort {
    /// The cheapest
    Price,
    /// The most stars
    Stars,
    /// The nearest; needs --near
    Distance,
    /// By hotel code
    Hotel,
}

impl From<Sort> for SearchSort {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Price => Self::Price,
            Sort::Stars => Self::Stars,
            Sort::Distance => Self::Distance,
            Sort::Hotel => Self::Hotel,
        }
    }
}

/// Searches, numbers what is found, and remembers the numbers.
pub(crate) async fn run(ctx: &Context, args: SearchArgs) -> Result<(), CliError> {
    let (place, when) = place_and_when(&args)?;
    let resolved = everywhere(ctx.now(), |today| when.resolve(today))?;
    let hotel = match &place {
        Some(place) if resolved.is_none() || args.max_price.is_some() => {
            hotel_at(ctx, place).await?
        }
        Some(_) | None => None,
    };
    let stay = match (resolved, &hotel) {
        (Some(dates), _) => stay_of(dates)?,
        (None, Some(hotel)) => stay_of(when.resolve(today_at(hotel, ctx.now()))?)?,
        (None, None) => stay_of(when.resolve(today_here(ctx))?)?,
    };
    let query = query_of(&args, place, stay, hotel.as_ref())?;
    tell_stay(ctx, stay, hotel.as_ref().map(|hotel| hotel.zone.name()));
    let answer = ctx.api()?.search(&query).await?;
    let searched_at = ctx.now();
    remember(ctx, &query, &answer, searched_at)?;
    print(ctx, answer, args.fail_if_empty)
}

/// Takes the two words apart: with `--near`, the one word is the nights.
fn place_and_when(args: &SearchArgs) -> Result<(Option<String>, When), CliError> {
    match (&args.when, &args.near) {
        (Some(when), _) => Ok((Some(args.place.clone()), When::parse(when)?)),
        (None, Some(_)) => Ok((None, When::parse(&args.place)?)),
        (None, None) => Err(CliError::of(codes::USAGE_MISSING_ARGUMENT, "the nights are missing")
            .field("WHEN")
            .hint(format!("hotel search {} fri+2n", args.place))
            .hint("hotel help dates")),
    }
}

fn query_of(
    args: &SearchArgs,
    place: Option<String>,
    stay: StayDates,
    hotel: Option<&Hotel>,
) -> Result<SearchQuery, CliError> {
    let price_max = match (&args.max_price, hotel) {
        (Some(amount), Some(hotel)) => Some(amount.in_currency(hotel.currency)?),
        (Some(amount), None) => Some(amount.with_own_currency()?),
        (None, _) => None,
    };
    Ok(SearchQuery {
        place,
        near: args.near.clone(),
        radius_km: args.radius,
        check_in: stay.check_in(),
        check_out: stay.check_out(),
        adults: args.adults,
        children: args.children,
        rooms: args.rooms,
        room_type: args.room_type,
        rate_plan: args.rate_plan,
        amenities: (!args.amenity.is_empty()).then(|| args.amenity.join(",")),
        stars_min: args.stars,
        price_max_minor: price_max.map(|price| price.minor),
        refundable: args.refundable.then_some(true),
        promo: args.promo,
        sort: Some(args.sort.into()),
        cursor: args.cursor.clone(),
        limit: Some(args.limit),
    })
}

fn remember(
    ctx: &Context,
    query: &SearchQuery,
    answer: &SearchAnswer,
    searched_at: Timestamp,
) -> Result<(), CliError> {
    let lines = (1..).zip(&answer.items).map(|(n, offer)| Line {
        n,
        hotel: offer.hotel.to_string(),
        room_type: offer.room_type.to_string(),
        rate_plan: offer.rate_plan.to_string(),
        check_in: offer.stay.check_in(),
        check_out: offer.stay.check_out(),
        rooms: offer.rooms,
        adults: offer.occupancy.adults,
        children: offer.occupancy.children,
        promo: query.promo.map(|promo| promo.to_string()),
        zone: offer.zone.clone(),
        total: offer.total.minor,
        currency: offer.total.currency.code().to_owned(),
        expires_at: offer.expires_at,
    });
    Lines::new(ctx.api()?.server(), searched_at, lines.collect()).save(&ctx.paths)
}

fn print(ctx: &Context, answer: SearchAnswer, fail_if_empty: bool) -> Result<(), CliError> {
    let is_empty = answer.items.is_empty();
    let offers: Vec<NumberedOffer> =
        (1..).zip(answer.items).map(|(n, offer)| NumberedOffer { n, offer }).collect();
    let listing = Listing::of(&offers)?.next_cursor(answer.next).empty("nothing can be had");
    ctx.out.listing(&listing)?;
    if !is_empty {
        return Ok(());
    }
    for reason in answer.unavailable.iter().take(REASONS_MAX) {
        ctx.out.status(format!(
            "  {} {} {}: {}",
            reason.hotel, reason.room_type, reason.rate_plan, reason.reason
        ));
    }
    if let Some(more) = answer.unavailable.len().checked_sub(REASONS_MAX).filter(|more| *more > 0) {
        ctx.out.status(format!("  and {more} more"));
    }
    if fail_if_empty {
        return Err(CliError::of(codes::LIST_EMPTY, "nothing can be had"));
    }
    Ok(())
}
