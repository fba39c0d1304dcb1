//! `hotel report occupancy`.

use hotel_core::money::Currency;
use hotel_core::statistics::per_mille;
use hotel_core::wire::report::{OccupancyRow, ReportKind};

use super::asked::AskedArgs;
use super::series::Unit;
use super::show::{Figures, amount_cell, ask, count_cell, share_cell};
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column};

const EXAMPLES: &str = "\
Examples:
  $ hotel report occupancy --hotel BER-ADLER
  $ hotel report occupancy --hotel BER-ADLER --from today --to +14d --chart
  $ hotel report occupancy --month 2026-12 --by hotel -o csv
As a picture:
  hotel report occupancy --hotel BER-ADLER --svg occupancy.svg";

/// Count rooms sold against rooms available, with ADR and `RevPAR`
///
/// Without days, the current month by day. By channel and the like, each row is held against all
/// rooms of the house, so that the rows add up to the total.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct OccupancyArgs {
    #[command(flatten)]
    asked: AskedArgs,
}

/// Shows the report.
pub(crate) async fn run(ctx: &Context, args: OccupancyArgs) -> Result<(), CliError> {
    let query = args.asked.query(ctx).await?;
    ask::<OccupancyRow>(ctx, ReportKind::Occupancy, &query, &args.asked.drawing).await
}

impl Figures for OccupancyRow {
    const DRAWN: &'static str = "Occupancy";
    const COLUMNS: &'static [Column] = &[
        Column::number("available", "rooms"),
        Column::number("sold", "sold"),
        Column::number("complimentary", "free"),
        Column::number("no_show", "no-show"),
        Column::number("occupancy_bp", "occupancy"),
        Column::number("room_revenue", "revenue"),
        Column::number("adr", "ADR"),
        Column::number("revpar", "RevPAR"),
        Column::code("currency", ""),
    ];

    fn group(&self) -> Option<&str> {
        self.group.as_deref()
    }

    fn cells(&self, _total: Option<&Self>) -> Vec<Cell> {
        vec![
            count_cell(self.available),
            count_cell(self.sold),
            count_cell(self.complimentary),
            count_cell(self.no_show),
            share_cell(self.sold, self.available),
            amount_cell(Some(self.room_revenue)),
            amount_cell(self.adr),
            amount_cell(self.revpar),
            Cell::text(self.currency.code()),
        ]
    }

    fn currency(&self) -> Option<Currency> {
        Some(self.currency)
    }

    fn drawn(&self) -> (Unit, Option<i64>) {
        (Unit::Share, per_mille(self.sold, self.available))
    }
}
