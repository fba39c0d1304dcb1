//! `hotel report cancellations`.

use hotel_core::money::Currency;
use hotel_core::statistics::per_mille;
use hotel_core::wire::report::{CancellationsRow, ReportKind};

use super::asked::AskedArgs;
use super::series::Unit;
use super::show::{Figures, amount_cell, ask, count_cell, share_cell};
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column};

const EXAMPLES: &str = "\
Examples:
  $ hotel report cancellations --hotel BER-ADLER
  $ hotel report cancellations --by channel
  $ hotel report cancellations --month 2026-12 --by country -o csv";

/// Count bookings cancelled and guests who never came, by arrival
///
/// Counted are the bookings that were sold for arrival on these days. Without days, the last twelve
/// months by month.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CancellationsArgs {
    #[command(flatten)]
    asked: AskedArgs,
}

/// Shows the report.
pub(crate) async fn run(ctx: &Context, args: CancellationsArgs) -> Result<(), CliError> {
    let query = args.asked.query(ctx).await?;
    ask::<CancellationsRow>(ctx, ReportKind::Cancellations, &query, &args.asked.drawing).await
}

impl Figures for CancellationsRow {
    const DRAWN: &'static str = "Bookings cancelled";
    const COLUMNS: &'static [Column] = &[
        Column::number("bookings", "made"),
        Column::number("cancelled", "cancelled"),
        Column::number("no_shows", "no-shows"),
        Column::number("cancelled_bp", "rate"),
        Column::number("nights_lost", "nights lost"),
        Column::number("revenue_lost", "revenue lost"),
        Column::number("fees", "fees"),
        Column::code("currency", ""),
    ];

    fn group(&self) -> Option<&str> {
        self.group.as_deref()
    }

    fn cells(&self, _total: Option<&Self>) -> Vec<Cell> {
        vec![
            count_cell(self.bookings),
            count_cell(self.cancelled),
            count_cell(self.no_shows),
            share_cell(self.cancelled, self.bookings),
            count_cell(self.nights_lost),
            amount_cell(Some(self.revenue_lost)),
            amount_cell(Some(self.fees)),
            Cell::text(self.currency.code()),
        ]
    }

    fn currency(&self) -> Option<Currency> {
        Some(self.currency)
    }

    fn drawn(&self) -> (Unit, Option<i64>) {
        (Unit::Share, per_mille(self.cancelled, self.bookings))
    }
}
