//! `hotel rates show`.

use hotel_core::ids::{HotelCode, RatePlanCode, RoomTypeCode};
use hotel_core::money::Money;
use hotel_core::rate::Restriction;
use hotel_core::wire::hotel::RateNight;
use serde::Serialize;

use crate::commands::nights::{code_of, query_at, take_when};
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::output::present::{Cell, Column, Listing, Present};

const EXAMPLES: &str = "\
Examples:
  $ hotel rates show BER-ADLER
  $ hotel rates show BER-ADLER BAR DLX fri+7n
  $ hotel rates show BER-ADLER BAR -o csv";

/// Show the nightly prices and restrictions of a hotel
///
/// Without WHEN, two weeks from the hotel's today.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ShowArgs {
    /// Code of the hotel
    #[arg(value_name = "HOTEL")]
    hotel: HotelCode,
    /// Rate plan, room type and nights, as in BAR DLX fri+7n
    #[arg(value_name = "[PLAN] [TYPE] [WHEN]", num_args = 0..=3)]
    what: Vec<String>,
}

/// A night with its price in words.
#[derive(Debug, Serialize)]
struct RateRow {
    #[serde(flatten)]
    rate: RateNight,
    price: Money,
}

/// Shows nightly rates.
pub(crate) async fn run(ctx: &Context, args: ShowArgs) -> Result<(), CliError> {
    let mut words = args.what;
    let when = take_when(&mut words);
    let (plan, room_type) = match words.as_slice() {
        [] => (None, None),
        [plan] => (Some(code_of::<RatePlanCode>(plan, "PLAN")?), None),
        [plan, room_type] => (
            Some(code_of::<RatePlanCode>(plan, "PLAN")?),
            Some(code_of::<RoomTypeCode>(room_type, "TYPE")?),
        ),
        [_, _, last, ..] => {
            let message = format!("`{last}` names no nights");
            return Err(CliError::of(codes::USAGE_DATE, message).hint("hotel help dates"));
        }
    };
    let api = ctx.api()?;
    let currency = api.hotel(args.hotel).await?.currency;
    let query = query_at(ctx, args.hotel, when.as_ref(), (plan, room_type)).await?;
    let page = api.rates(args.hotel, &query).await?;
    let row = |rate: RateNight| RateRow { price: Money::new(rate.rate.minor, currency), rate };
    let rows: Vec<RateRow> = page.items.into_iter().map(row).collect();
    ctx.out.listing(&Listing::of(&rows)?.next_cursor(page.next).empty("no prices on these nights"))
}

impl Present for RateRow {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("rate_plan", "plan"),
            Column::code("room_type", "type"),
            Column::code("night", "night"),
            Column::number("price", "price"),
            Column::text("restriction", "restrictions"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let night = self.rate.night;
        vec![
            Cell::text(self.rate.rate_plan.as_str()),
            Cell::text(self.rate.room_type.as_str()),
            Cell::text(night.strftime("%a %d %b %Y").to_string()).machine(night.to_string()),
            Cell::text(self.price.to_string()).machine(self.price.amount()),
            Cell::text(restriction_words(self.rate.rate.restriction)),
        ]
    }

    fn id(&self) -> String {
        format!("{}/{}/{}", self.rate.rate_plan, self.rate.room_type, self.rate.night)
    }

    fn optional_fields() -> &'static [&'static str] {
        &["restriction"]
    }
}

/// Returns what stands in the way of a sale, in words.
pub(super) fn restriction_words(restriction: Restriction) -> String {
    let mut words = Vec::new();
    if restriction.closed {
        words.push("closed".to_owned());
    }
    if restriction.closed_to_arrival {
        words.push("no arrival".to_owned());
    }
    if restriction.closed_to_departure {
        words.push("no departure".to_owned());
    }
    if restriction.nights_min > 1 {
        words.push(format!("min {} nights", restriction.nights_min));
    }
    if restriction.nights_max > 0 {
        words.push(format!("max {} nights", restriction.nights_max));
    }
    words.join(", ")
}
