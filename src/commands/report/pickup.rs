//! `hotel report pickup`.

use hotel_core::money::{Currency, Money};
use hotel_core::wire::report::{PICKUP_DAYS, PICKUP_DAYS_MAX, PickupRow, ReportKind, ReportQuery};

use super::asked::{AskedArgs, day};
use super::series::Unit;
use super::show::{Figures, amount_cell, ask, count_cell};
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column};
use crate::when::When;

const EXAMPLES: &str = "\
Examples:
  $ hotel report pickup --hotel BER-ADLER
  $ hotel report pickup --from today --to +90d --by month --days 14
  $ hotel report pickup --hotel BER-ADLER --as-of today --chart";

/// Count what came onto the books lately, by night of stay
///
/// On the books are the room nights sold; picked up is how many more (or fewer) they are than so many
/// days before. Without days, the thirty nights from today on.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct PickupArgs {
    #[command(flatten)]
    asked: AskedArgs,
    /// How many days back
    #[arg(long, value_name = "N", default_value_t = PICKUP_DAYS)]
    #[arg(value_parser = clap::value_parser!(u16).range(1..=i64::from(PICKUP_DAYS_MAX)))]
    days: u16,
    /// Look from the end of this day, not from now
    #[arg(long, value_name = "DATE")]
    as_of: Option<When>,
}

/// Shows the report.
pub(crate) async fn run(ctx: &Context, args: PickupArgs) -> Result<(), CliError> {
    let query = args.asked.query(ctx).await?;
    let first = query.hotel.as_deref().and_then(|codes| codes.split(',').next()?.parse().ok());
    let as_of = day(ctx, first, args.as_of.as_ref()).await?;
    let query = ReportQuery { days: Some(args.days), as_of, ..query };
    ask::<PickupRow>(ctx, ReportKind::Pickup, &query, &args.asked.drawing).await
}

impl Figures for PickupRow {
    const DRAWN: &'static str = "Room nights on the books";
    const COLUMNS: &'static [Column] = &[
        Column::number("on_books", "on books"),
        Column::number("revenue_on_books", "revenue"),
        Column::number("picked_up", "picked up"),
        Column::number("revenue_picked_up", "revenue picked up"),
        Column::code("currency", ""),
    ];

    fn group(&self) -> Option<&str> {
        self.group.as_deref()
    }

    fn cells(&self, _total: Option<&Self>) -> Vec<Cell> {
        vec![
            count_cell(self.on_books),
            amount_cell(Some(self.revenue_on_books)),
            Cell::text(format!("{:+}", self.picked_up)).machine(self.picked_up.to_string()),
            signed_cell(self.revenue_picked_up),
            Cell::text(self.currency.code()),
        ]
    }

    fn currency(&self) -> Option<Currency> {
        Some(self.currency)
    }

    fn drawn(&self) -> (Unit, Option<i64>) {
        (Unit::Count, Some(self.on_books))
    }
}

/// Returns a cell of more or less money, with its sign.
fn signed_cell(amount: Money) -> Cell {
    let sign = if amount.minor > 0 { "+" } else { "" };
    Cell::text(format!("{sign}{}", amount.amount())).machine(amount.amount())
}
