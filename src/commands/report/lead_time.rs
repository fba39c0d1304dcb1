//! `hotel report lead-time`.

use hotel_core::money::Currency;
use hotel_core::wire::report::{LeadTimeRow, ReportKind};

use super::asked::AskedArgs;
use super::series::{Unit, tenths};
use super::show::{Figures, ask, count_cell, share_cell};
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column};

const EXAMPLES: &str = "\
Examples:
  $ hotel report lead-time --hotel BER-ADLER
  $ hotel report lead-time --by segment
  $ hotel report lead-time --from 2026-01-01 --to 2027-01-01 --by country -o csv";

/// Count how many days before arrival guests book
///
/// Counted are the bookings that were sold for arrival on these days, whatever became of them.
/// Without days, the last twelve months.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct LeadTimeArgs {
    #[command(flatten)]
    asked: AskedArgs,
}

/// Shows the report.
pub(crate) async fn run(ctx: &Context, args: LeadTimeArgs) -> Result<(), CliError> {
    let query = args.asked.query(ctx).await?;
    ask::<LeadTimeRow>(ctx, ReportKind::LeadTime, &query, &args.asked.drawing).await
}

impl Figures for LeadTimeRow {
    const DRAWN: &'static str = "Bookings";
    const COLUMNS: &'static [Column] = &[
        Column::number("bookings", "bookings"),
        Column::number("share_bp", "share"),
        Column::number("average_tenths", "average"),
        Column::number("median_tenths", "median"),
    ];

    fn group(&self) -> Option<&str> {
        self.group.as_deref()
    }

    fn cells(&self, total: Option<&Self>) -> Vec<Cell> {
        vec![
            count_cell(self.bookings),
            share_cell(self.bookings, total.map_or(0, |total| total.bookings)),
            Cell::optional(self.average_tenths.map(tenths)),
            Cell::optional(self.median_tenths.map(tenths)),
        ]
    }

    fn currency(&self) -> Option<Currency> {
        None
    }

    fn drawn(&self) -> (Unit, Option<i64>) {
        (Unit::Count, Some(self.bookings))
    }
}
