//! `hotel report revenue`.

use hotel_core::money::Currency;
use hotel_core::wire::report::{ReportKind, RevenueRow};

use super::asked::AskedArgs;
use super::series::Unit;
use super::show::{Figures, amount_cell, ask, count_cell};
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column};

const EXAMPLES: &str = "\
Examples:
  $ hotel report revenue --hotel BER-ADLER
  $ hotel report revenue --month 2026-12 --by segment
  $ hotel report revenue --hotel BER-ADLER,BER-SPREE --by hotel --json";

/// Count room revenue and fees, with ADR and `RevPAR`
///
/// Room revenue is what the nights sold cost, without the taxes contained in their rates. Fees count
/// on the day of arrival. Without days, the current year by month.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RevenueArgs {
    #[command(flatten)]
    asked: AskedArgs,
}

/// Shows the report.
pub(crate) async fn run(ctx: &Context, args: RevenueArgs) -> Result<(), CliError> {
    let query = args.asked.query(ctx).await?;
    ask::<RevenueRow>(ctx, ReportKind::Revenue, &query, &args.asked.drawing).await
}

impl Figures for RevenueRow {
    const DRAWN: &'static str = "Room revenue";
    const COLUMNS: &'static [Column] = &[
        Column::number("sold", "sold"),
        Column::number("room_revenue", "revenue"),
        Column::number("fees", "fees"),
        Column::number("adr", "ADR"),
        Column::number("revpar", "RevPAR"),
        Column::code("currency", ""),
    ];

    fn group(&self) -> Option<&str> {
        self.group.as_deref()
    }

    fn cells(&self, _total: Option<&Self>) -> Vec<Cell> {
        vec![
            count_cell(self.sold),
            amount_cell(Some(self.room_revenue)),
            amount_cell(Some(self.fees)),
            amount_cell(self.adr),
            amount_cell(self.revpar),
            Cell::text(self.currency.code()),
        ]
    }

    fn currency(&self) -> Option<Currency> {
        Some(self.currency)
    }

    fn drawn(&self) -> (Unit, Option<i64>) {
        (Unit::Amount(self.currency), Some(self.room_revenue.minor))
    }
}
