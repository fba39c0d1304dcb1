//! `hotel rates set`.

use std::str::FromStr;

use hotel_core::calendar::NightRange;
use hotel_core::command::house::{RateChange, RatesRequest};
use hotel_core::ids::{CodeError, HotelCode, RatePlanCode, RoomTypeCode};
use hotel_core::rate::Restriction;

use super::show::restriction_words;
use crate::commands::amount::Amount;
use crate::commands::changed;
use crate::commands::dates::{stay_of, tell_stay, today_at};
use crate::commands::nights::{WeekdaysArg, range_of};
use crate::commands::write::WriteArgs;
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::when::When;

const EXAMPLES: &str = "\
Examples:
  $ hotel rates set BER-ADLER BAR DLX +200d+7n 189.00
  $ hotel rates set BER-ADLER BAR STD,DLX +200d+30n 219 --weekdays fri,sat --min-stay 2
  $ hotel rates set BER-ADLER BAR STD +230d+2n --closed
  $ hotel rates set BER-ADLER BAR STD +230d+2n --open";

/// Set nightly prices and restrictions of a rate plan
///
/// Restrictions are set as a whole: naming one lifts those that are not named, --open lifts them
/// all. Without any the restrictions stay as they are. Plans that derive their prices take them
/// from the plan they derive from.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct SetArgs {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
    /// Code of the rate plan
    #[arg(value_name = "PLAN")]
    plan: RatePlanCode,
    /// Codes of the room types, as in STD,DLX
    #[arg(value_name = "TYPE,..")]
    room_types: Types,
    /// The nights, as in fri+2n; a day alone is that one night
    #[arg(value_name = "WHEN")]
    when: When,
    /// Price of a room and night, in the hotel's currency
    #[arg(value_name = "PRICE")]
    price: Option<Amount>,
    /// Only on these days of the week, as in fri,sat
    #[arg(long, value_name = "DAYS")]
    weekdays: Option<WeekdaysArg>,
    #[command(flatten)]
    restrictions: RestrictionArgs,
    #[command(flatten)]
    write: WriteArgs,
}

/// Room types as written: `STD,DLX`.
#[derive(Debug, Clone)]
struct Types(Vec<RoomTypeCode>);

impl FromStr for Types {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        text.split(',').map(str::parse).collect::<Result<Vec<RoomTypeCode>, CodeError>>().map(Self)
    }
}

/// What may stand in the way of a sale.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Restrictions")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
struct RestrictionArgs {
    /// The shortest stay from an arrival on these nights
    #[arg(long, value_name = "NIGHTS")]
    min_stay: Option<u16>,
    /// The longest stay from an arrival on these nights
    #[arg(long, value_name = "NIGHTS")]
    max_stay: Option<u16>,
    /// Don't sell these nights under this plan
    #[arg(long)]
    closed: bool,
    /// Sell these nights, and lift every restriction that is not named
    #[arg(long, conflicts_with = "closed")]
    open: bool,
    /// No stay may begin on these days
    #[arg(long)]
    cta: bool,
    /// No stay may end on these days
    #[arg(long)]
    ctd: bool,
}

impl RestrictionArgs {
    /// Returns the restrictions, if anything is said about them.
    fn restriction(&self) -> Option<Restriction> {
        let restriction = Restriction {
            closed: self.closed,
            closed_to_arrival: self.cta,
            closed_to_departure: self.ctd,
            nights_min: self.min_stay.unwrap_or_default(),
            nights_max: self.max_stay.unwrap_or_default(),
        };
        let is_said = self.open || self.min_stay.is_some() || self.max_stay.is_some();
        (is_said || restriction != Restriction::default()).then_some(restriction)
    }
}

/// Sets nightly rates.
pub(crate) async fn run(ctx: &Context, args: SetArgs) -> Result<(), CliError> {
    let restriction = args.restrictions.restriction();
    if args.price.is_none() && restriction.is_none() {
        let message = "nothing to set: name a price, a restriction or both";
        return Err(CliError::of(codes::USAGE_MISSING_ARGUMENT, message).field("PRICE"));
    }
    let api = ctx.api()?;
    let hotel = api.hotel(args.hotel).await?;
    let (from, to) = args.when.resolve_range(today_at(&hotel, ctx.now()))?;
    tell_stay(ctx, stay_of((from, to))?, Some(hotel.zone.name()));
    let weekdays = args.weekdays.map(|weekdays| weekdays.0).unwrap_or_default();
    let price = args.price.map(|price| price.in_currency(hotel.currency)).transpose()?;
    let request = RatesRequest {
        rate_plan: args.plan,
        room_types: args.room_types.0,
        nights: NightRange { weekdays, ..range_of(from, to)? },
        set: RateChange { minor: price.map(|price| price.minor), restriction },
    };
    let answer = api.set_rates(args.hotel, &request, &args.write.write()?).await?;
    let types: Vec<&str> = request.room_types.iter().map(RoomTypeCode::as_str).collect();
    let mut subject = vec![args.plan.to_string(), types.join(",")];
    subject.extend(price.map(|price| price.to_string()));
    subject.extend(restriction.map(|restriction| match restriction_words(restriction) {
        words if words.is_empty() => "open".to_owned(),
        words => words,
    }));
    changed::tell(ctx, &answer, &subject.join("  "))
}
