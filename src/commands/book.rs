//! `hotel book`.

use std::time::Duration;

use hotel_core::command::booking::{GuaranteeRequest, Intent};
use hotel_core::ids::RoomTypeCode;
use hotel_core::ids::provisional::BookingRef;
use hotel_core::money::{Currency, Money};
use hotel_core::wire::booking::BookBody;

use super::dates::{stay_of, tell_stay};
use super::guest::GuestArgs;
use super::outcome;
use super::target::Target;
use super::wish::{SaleArgs, Wish, new_body, rooms_of, wish_body};
use super::words::stay_words;
use super::write::{WriteArgs, change};
use crate::api::bookings::Verb;
use crate::context::Context;
use crate::error::{CliError, WriteOutcome, codes};
use crate::lines::{Line, Lines};
use crate::when::When;
use crate::when::span::parse_span;

const EXAMPLES: &str = "\
Examples:
  $ hotel book BER-ADLER DLX +30d+2n --guest \"Novak, Jana\" --guarantee agency
  $ hotel book BER-ADLER STD +40d+3n --rate BAR --guest \"Li, Wei\" --hold 20m
  $ hotel book BER-ADLER DLX +50d -n 2 --guest \"Okafor, Ada\" --guarantee agency --dry-run
  $ hotel search BER-ADLER +30d+2n
  $ hotel book 1 --guest \"Garcia, Ana\" --guarantee agency --max-price 900";

/// Book rooms: a line of the last search, a hold, an offer, or a hotel's room type
///
/// A line is booked at its price or below, or up to --max-price. A hotel needs ROOMTYPE and WHEN;
/// without --rate the cheapest rate is taken. The code of a hold turns it into a sale.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct BookArgs {
    /// Line of the last search, code of a hold, offer, or hotel
    #[arg(value_name = "TARGET")]
    target: Target,
    /// Room type, with a hotel
    #[arg(value_name = "ROOMTYPE")]
    room_type: Option<RoomTypeCode>,
    /// The nights, with a hotel, as in fri+2n
    #[arg(value_name = "WHEN", requires = "room_type")]
    when: Option<When>,
    #[command(flatten)]
    guest: GuestArgs,
    /// How many nights, instead of those of the line or beside a single day
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=365))]
    nights: Option<u16>,
    /// Hold the rooms for so long instead of selling them, as in 20m
    #[arg(long, value_name = "SPAN", value_parser = parse_span)]
    hold: Option<Duration>,
    #[command(flatten)]
    sale: SaleArgs,
    #[command(flatten)]
    write: WriteArgs,
}

/// Books.
pub(crate) async fn run(ctx: &Context, args: BookArgs) -> Result<(), CliError> {
    let intent = match args.hold {
        Some(span) => Intent::Hold { minutes: minutes_of(span)? },
        None => Intent::Sell,
    };
    let body = match (&args.target, args.room_type, &args.when) {
        (Target::Line(number), None, None) => {
            let line = Lines::pick(&ctx.paths, *number, ctx.api()?.server(), ctx.now())?;
            line_body(ctx, &args, &line, intent)?
        }
        (Target::Offer(offer), None, None) => offer_body(&args, offer, intent)?,
        (Target::Named { hotel, .. }, Some(room_type), Some(when)) => {
            let hotel = hotel.clone().map_err(|error| usage("TARGET", error.to_string()))?;
            let (nights, sale) = (args.nights, &args.sale);
            let guest = args.guest.required()?;
            let wish = Wish { hotel, room_type, when, nights, sale, intent, guest };
            wish_body(ctx, &wish).await?
        }
        (Target::Named { hotel: Ok(hotel), hold: Err(_) }, None, _) => {
            return Err(usage("ROOMTYPE", format!("which room of {hotel}, and when?"))
                .hint(format!("hotel book {hotel} DLX fri+2n --guest \"FAMILY, GIVEN\"")));
        }
        (Target::Named { hotel: Ok(hotel), .. }, Some(room_type), None) => {
            return Err(usage("WHEN", "the nights are missing".to_owned())
                .hint(format!("hotel book {hotel} {room_type} fri+2n")));
        }
        (Target::Named { hold, .. }, None, None) => {
            let code = hold.map_err(|error| usage("TARGET", error.to_string()))?;
            return guarantee(ctx, &args, code).await;
        }
        (Target::Line(_) | Target::Offer(_) | Target::Named { .. }, _, _) => {
            return Err(usage("ROOMTYPE", "only a hotel takes a room type and nights".to_owned()));
        }
    };
    send(ctx, &body, &args.write).await
}

/// Sends a booking and tells what came of it.
pub(crate) async fn send(
    ctx: &Context,
    body: &BookBody,
    write: &WriteArgs,
) -> Result<(), CliError> {
    let result = ctx.api()?.book(body, &write.write()?).await;
    let answer = result.map_err(|error| {
        let is_settled = error.outcome == WriteOutcome::NotApplied;
        if is_settled { error.note("nothing was booked.") } else { error }
    })?;
    outcome::tell(ctx, &answer)
}

async fn guarantee(ctx: &Context, args: &BookArgs, code: BookingRef) -> Result<(), CliError> {
    if args.guest.named().is_some() || args.hold.is_some() || args.nights.is_some() {
        return Err(usage("TARGET", format!("{code} is a hold: its guest and nights are set"))
            .hint(format!("hotel update {code} --help")));
    }
    let guarantee = args.sale.guarantee.map(Into::into);
    change(ctx, code, &Verb::Guarantee(GuaranteeRequest { guarantee }), &args.write).await
}

/// Books a line as it stands, or the same room for other nights.
fn line_body(
    ctx: &Context,
    args: &BookArgs,
    line: &Line,
    intent: Intent,
) -> Result<BookBody, CliError> {
    let broken = |why: String| {
        CliError::of(codes::LOCAL_BROKEN, "the line can't be understood")
            .why(why)
            .hint("hotel search")
    };
    let currency: Currency = line.currency.parse().map_err(|error| broken(format!("{error}")))?;
    let given = args.sale.max_price.as_ref();
    let price_max = given.map(|amount| amount.in_currency(currency)).transpose()?;
    let Some(nights) = args.nights else {
        let stay = stay_of((line.check_in, line.check_out))?;
        let most = price_max.unwrap_or(Money::new(line.total, currency));
        ctx.announce(format!(
            "{} {} {}, {}, at most {most}",
            line.hotel,
            line.room_type,
            line.rate_plan,
            stay_words(stay)
        ));
        let body = offer_body(args, &line.offer, intent)?;
        return Ok(BookBody { price_max: Some(most), ..body });
    };
    let check_out = line
        .check_in
        .checked_add(jiff::Span::new().days(i64::from(nights)))
        .map_err(|error| usage("--nights", error.to_string()))?;
    let stay = stay_of((line.check_in, check_out))?;
    tell_stay(ctx, stay, None);
    let room_type = line.room_type.parse().map_err(|error| broken(format!("{error}")))?;
    let rate_plan = line.rate_plan.parse().map_err(|error| broken(format!("{error}")))?;
    Ok(BookBody {
        offer: None,
        hotel: Some(line.hotel.parse().map_err(|error| broken(format!("{error}")))?),
        stay: Some(stay),
        rate_plan: Some(rate_plan),
        rooms: Some(rooms_of(&args.sale, room_type)?),
        promo: args.sale.promo,
        price_max,
        ..new_body(&args.sale, intent, args.guest.required()?)
    })
}

fn offer_body(args: &BookArgs, offer: &str, intent: Intent) -> Result<BookBody, CliError> {
    let sale = &args.sale;
    let is_fixed = sale.rate.is_some()
        || sale.rooms.is_some()
        || sale.adults.is_some()
        || sale.children.is_some()
        || sale.promo.is_some();
    if is_fixed {
        let message = "rooms, people, rate and promotion of an offer are set: search with them";
        return Err(usage("TARGET", message.to_owned()).hint("hotel search --help"));
    }
    if args.nights.is_some() && matches!(args.target, Target::Offer(_)) {
        return Err(usage("--nights", "the nights of an offer are set".to_owned()));
    }
    let price_max = match (&sale.max_price, &args.target) {
        (Some(amount), Target::Offer(_)) => Some(amount.with_own_currency()?),
        (Some(_) | None, _) => None,
    };
    Ok(BookBody {
        offer: Some(offer.to_owned()),
        price_max,
        ..new_body(sale, intent, args.guest.required()?)
    })
}

/// Returns whole minutes, the last one counted up.
pub(crate) fn minutes_of(span: Duration) -> Result<u32, CliError> {
    u32::try_from(span.as_secs().div_ceil(60))
        .map_err(|_| usage("--hold", "nobody holds a room for so long".to_owned()))
}

fn usage(field: &str, message: String) -> CliError {
    CliError::of(codes::USAGE_ARGUMENTS, message).field(field)
}
