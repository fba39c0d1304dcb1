//! `hotel book`.

use std::collections::VecDeque;
use std::time::Duration;

use hotel_core::command::booking::{GuaranteeRequest, Intent, RoomRequest, RoomRequests};
use hotel_core::command::people::GuestRef;
use hotel_core::ids::RoomTypeCode;
use hotel_core::ids::provisional::BookingRef;
use hotel_core::money::{Currency, Money};
use hotel_core::price::Occupancy;
use hotel_core::stay::StayDates;
use hotel_core::wire::booking::BookBody;
use hotel_core::zone::Zone;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::amount::Amount;
use super::dates::{stay_of, tell_stay};
use super::guest::GuestArgs;
use super::otherwise::OtherwiseArgs;
use super::outcome;
pub(crate) use super::target::Target;
use super::wish::{SaleArgs, Wish, new_body, quoted, wish_body};
use super::words::stay_words;
use super::write::{WriteArgs, change};
use crate::api::Write;
use crate::api::bookings::Verb;
use crate::context::Context;
use crate::error::category::Category;
use crate::error::{CliError, WriteOutcome, codes};
use crate::lines::{Line, Lines};
use crate::queue::{following, provisional_of};
use crate::when::When;
use crate::when::span::parse_span;

const EXAMPLES: &str = "\
Examples:
  $ hotel book BER-ADLER DLX +30d+2n --guest \"Novak, Jana\" --guarantee agency
  $ hotel book BER-ADLER STD +40d+3n --rate BAR --guest \"Li, Wei\" --hold 20m
  $ hotel book BER-ADLER DLX +50d -n 2 --guest \"Okafor, Ada\" --guarantee agency --dry-run
  $ hotel search BER-ADLER +30d+2n
  $ hotel book 1 --guest \"Garcia, Ana\" --guarantee agency --max-price 900
  $ hotel book BER-ADLER STD +60d+2n --guest \"Cruz, Eva\" --guarantee agency --max-price 500 \
--or-room-type DLX";

/// Book rooms: a line of the last search, a hold, an offer, or a hotel's room type
///
/// A line is booked at its price or below, or up to --max-price. A hotel needs ROOMTYPE and WHEN;
/// without --rate the cheapest rate is taken. Rooms can be held before it is known who stays; the
/// code of a hold turns it into a sale, to whom --guest says.
///
/// While the server can't be reached, a booking whose price is known or limited is REQUESTED: it waits in
/// the queue under a code like ~K7Q2XD, exits with 8, and is confirmed by nobody yet.
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
    otherwise: OtherwiseArgs,
    #[command(flatten)]
    write: WriteArgs,
}

/// Books.
pub(crate) async fn run(ctx: &Context, args: BookArgs) -> Result<(), CliError> {
    let intent = match args.hold {
        Some(span) => Intent::Hold { minutes: minutes_of(span)? },
        None => Intent::Sell,
    };
    let (mut zone, mut quote) = (None, None);
    let body = match (&args.target, args.room_type, &args.when) {
        (Target::Line(number), None, None) => {
            // Who names a price of their own needs no offer that still holds.
            let now = args.sale.max_price.is_none().then(|| ctx.now());
            let line = Lines::pick(&ctx.paths, *number, ctx.api()?.server(), now)?;
            zone = line.zone.parse().ok();
            line_body(ctx, &args, &line, intent)?
        }
        (Target::Offer(offer), None, None) => offer_body(&args, offer, intent)?,
        (Target::Named { hotel, .. }, Some(room_type), Some(when)) => {
            let hotel = hotel.clone().map_err(|error| usage("TARGET", error.to_string()))?;
            let (nights, sale) = (args.nights, &args.sale);
            let guest = guest_for(&args)?;
            let has_others = args.otherwise.is_asked();
            let wish = Wish { hotel, room_type, when, nights, sale, intent, guest, has_others };
            let body = wish_body(ctx, &wish).await?;
            quote = quoted(ctx, ctx.api()?, &wish, body.stay).and_then(|quote| quote.1);
            body
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
    let others = args.otherwise.bodies(&body)?;
    send(ctx, Order { body, others, zone, quote }, &args.write).await
}

/// What is booked, and what instead if the house refuses it.
pub(crate) struct Order {
    /// What is asked for first.
    pub(crate) body: BookBody,
    /// What is tried in its place, in order.
    pub(crate) others: Vec<BookBody>,
    /// The zone of the hotel, if it is known.
    pub(crate) zone: Option<Zone>,
    /// What it cost when it was searched for: agreed to if nobody can be asked what it costs now.
    pub(crate) quote: Option<Money>,
}

/// Sends a booking and tells what came of it. What is tried instead travels with it, in case that it has to
/// wait; if the house answers at once, it is tried at once.
pub(crate) async fn send(
    ctx: &Context,
    order: Order,
    write_args: &WriteArgs,
) -> Result<(), CliError> {
    let Order { body, others, zone, quote } = order;
    let mut bodies: VecDeque<BookBody> = std::iter::once(body).chain(others).collect();
    let mut write = write_args.write()?;
    loop {
        let Some(mut body) = bodies.pop_front() else {
            return Err(CliError::internal("there is nothing to book"));
        };
        body.provisional = Some(provisional_of(&write.key)?);
        let others = bodies.iter().map(|other| {
            let named = BookBody { provisional: body.provisional, ..other.clone() };
            serde_json::to_vec(&named).map_err(|error| CliError::internal(error.to_string()))
        });
        write.waiting.alternatives = others.collect::<Result<_, CliError>>()?;
        if write.waiting.expires_in.is_none() {
            write.waiting.expires_at = body.stay.and_then(|stay| of_no_use(stay, zone.as_ref()));
        }
        let error = match ctx.api()?.book(&body, &write).await {
            Ok(answer) => return outcome::tell(ctx, &answer),
            Err(error) => error,
        };
        // Under a key that was given it would be another change than the one which that names.
        let is_free = write_args.idempotency_key.is_none() && body.price_max.is_none();
        if error.category == Category::Unavailable && is_free && quote.is_some() {
            body.price_max = quote;
            bodies.push_front(body);
            write = Write { waiting: write.waiting, ..Write::new(None, write.dry_run)? };
            continue;
        }
        if error.category != Category::Conflict || bodies.is_empty() {
            let is_settled = error.outcome == WriteOutcome::NotApplied;
            let waits = error.category == Category::Queued;
            return Err(if is_settled && !waits {
                error.note("nothing was booked.")
            } else {
                error
            });
        }
        ctx.announce(format!("{error}: something else is tried"));
        let key = following(&write.key)?;
        write = Write { waiting: write.waiting, ..Write::new(Some(key), write.dry_run)? };
    }
}

/// Returns when a booking that could not be sent is of no more use: on the day of arrival at 18:00 (ux.md
/// 2.3, rule 13). Where the zone is not known, it is 18:00 in the last one.
fn of_no_use(stay: StayDates, zone: Option<&Zone>) -> Option<Timestamp> {
    let evening = jiff::civil::time(18, 0, 0, 0);
    if let Some(zone) = zone {
        return Some(zone.moment(stay.check_in(), evening));
    }
    let last = TimeZone::fixed(jiff::tz::offset(-12));
    last.to_timestamp(stay.check_in().to_datetime(evening)).ok()
}

async fn guarantee(ctx: &Context, args: &BookArgs, code: BookingRef) -> Result<(), CliError> {
    if args.hold.is_some() || args.nights.is_some() {
        return Err(usage("TARGET", format!("{code} is a hold: its nights are set"))
            .hint(format!("hotel update {code} --help")));
    }
    refuse_terms(&args.sale, "a hold")?;
    if args.sale.rooms.is_some() || args.sale.max_price.is_some() {
        return Err(usage("TARGET", format!("{code} is a hold: its rooms and price are set"))
            .hint(format!("hotel update {code} --help")));
    }
    let request = GuaranteeRequest {
        guarantee: args.sale.guarantee.map(Into::into),
        guest: args.guest.named(),
        requests: args.sale.requests.clone(),
    };
    change(ctx, code, &Verb::Guarantee(request), &args.write).await
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
    let sale = &args.sale;
    refuse_terms(sale, "a line")?;
    let rooms = sale.rooms.unwrap_or(line.rooms);
    // As many more rooms, as many times the price that was shown.
    let (each, shown) = (i64::from(rooms), i64::from(line.rooms.max(1)));
    let total = (line.total.saturating_mul(each) + shown - 1) / shown;
    let (stay, most) = line_stay(ctx, args, line, Money::new(total, currency), price_max)?;
    let occupancy = Occupancy { adults: line.adults, children: line.children };
    let room = RoomRequest {
        room_type: line.room_type.parse().map_err(|error| broken(format!("{error}")))?,
        occupancy,
    };
    let promo = line.promo.as_deref().map(str::parse).transpose();
    Ok(BookBody {
        hotel: Some(line.hotel.parse().map_err(|error| broken(format!("{error}")))?),
        stay: Some(stay),
        rate_plan: Some(line.rate_plan.parse().map_err(|error| broken(format!("{error}")))?),
        rooms: Some(
            RoomRequests::try_from(vec![room; usize::from(rooms)])
                .map_err(|error| broken(error.to_string()))?,
        ),
        promo: promo.map_err(|error| broken(format!("{error}")))?,
        price_max: most,
        ..new_body(sale, intent, guest_for(args)?)
    })
}

/// Returns who stays; rooms can be held before that is known.
fn guest_for(args: &BookArgs) -> Result<GuestRef, CliError> {
    match args.guest.named() {
        None if args.hold.is_some() => args.guest.to_be_named(),
        _ => args.guest.required(),
    }
}

/// Returns the nights of a line and the most that they may cost: the line's own at its price, others at the
/// price that the agent agrees to.
fn line_stay(
    ctx: &Context,
    args: &BookArgs,
    line: &Line,
    price: Money,
    price_max: Option<Money>,
) -> Result<(StayDates, Option<Money>), CliError> {
    let Some(nights) = args.nights else {
        let stay = stay_of((line.check_in, line.check_out))?;
        let most = price_max.unwrap_or(price);
        let (hotel, room_type, rate_plan) = (&line.hotel, &line.room_type, &line.rate_plan);
        let stay_words = stay_words(stay);
        ctx.announce(format!("{hotel} {room_type} {rate_plan}, {stay_words}, at most {most}"));
        return Ok((stay, Some(most)));
    };
    let check_out = line
        .check_in
        .checked_add(jiff::Span::new().days(i64::from(nights)))
        .map_err(|error| usage("--nights", error.to_string()))?;
    let stay = stay_of((line.check_in, check_out))?;
    tell_stay(ctx, stay, Some(&line.zone));
    Ok((stay, price_max))
}

/// Refuses terms beside something that has its own.
fn refuse_terms(sale: &SaleArgs, what: &str) -> Result<(), CliError> {
    let is_fixed = sale.rate.is_some()
        || sale.adults.is_some()
        || sale.children.is_some()
        || sale.promo.is_some();
    if !is_fixed {
        return Ok(());
    }
    let message = format!("people, rate and promotion of {what} are set: search with them");
    Err(usage("TARGET", message).hint("hotel search --help"))
}

fn offer_body(args: &BookArgs, offer: &str, intent: Intent) -> Result<BookBody, CliError> {
    let sale = &args.sale;
    refuse_terms(sale, "an offer")?;
    if sale.rooms.is_some() {
        return Err(usage("--rooms", "the rooms of an offer are set".to_owned()));
    }
    if args.nights.is_some() {
        return Err(usage("--nights", "the nights of an offer are set".to_owned()));
    }
    let price_max = sale.max_price.as_ref().map(Amount::with_own_currency).transpose()?;
    Ok(BookBody {
        offer: Some(offer.to_owned()),
        price_max,
        ..new_body(sale, intent, guest_for(args)?)
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
