//! Showing a report, whatever its rows: a table with totals and a chart for people, the whole report
//! as JSON or YAML, the rows alone in every other format.

use std::path::Path;

use hotel_core::money::{Currency, Money};
use hotel_core::wire::report::{Report, ReportBy, ReportKind, ReportQuery};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::asked::DrawingArgs;
use super::chart::chart_lines;
use super::series::{Point, Series, Unit, group_text, is_time};
use super::svg::svg_text;
use crate::commands::words::instant;
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::files::{Access, write_atomic};
use crate::output::format::{Format, Settings};
use crate::output::present::{Cell, Column, Describe, Description, Listing};
use crate::output::safe_text::SafeText;
use crate::output::style::Tone;

/// A row of a report as it is shown and drawn.
pub(super) trait Figures: Serialize + DeserializeOwned {
    /// What the chart shows, as a title.
    const DRAWN: &'static str;
    /// The columns after the first, which is the group.
    const COLUMNS: &'static [Column];
    /// Returns the group.
    fn group(&self) -> Option<&str>;
    /// Returns the cells after the first, beside the total if there is one.
    fn cells(&self, total: Option<&Self>) -> Vec<Cell>;
    /// Returns the currency of the row; none if it has no amounts.
    fn currency(&self) -> Option<Currency>;
    /// Returns what the chart draws of the row.
    fn drawn(&self) -> (Unit, Option<i64>);
}

/// A report as one record.
#[derive(Serialize)]
#[serde(transparent)]
struct Whole<'a, Row>(&'a Report<Row>);

impl<Row: Serialize> Describe for Whole<'_, Row> {
    fn describe(&self) -> Description {
        // Only JSON and YAML show a report as a record.
        Description::new().field("report", self.0.report.as_str())
    }

    fn id(&self) -> String {
        self.0.report.as_str().to_owned()
    }
}

/// Asks for a report and shows it.
pub(super) async fn ask<Row: Figures>(
    ctx: &Context,
    kind: ReportKind,
    query: &ReportQuery,
    drawing: &DrawingArgs,
) -> Result<(), CliError> {
    let format = ctx.out.settings().format;
    if drawing.chart && format.is_some_and(|format| format != Format::Table) {
        let message = "a chart can't be drawn into a format for machines";
        return Err(CliError::of(codes::USAGE_ARGUMENTS, message).field("--chart"));
    }
    let report: Report<Row> = ctx.api()?.report(kind, query).await?;
    tell(ctx, &report);
    let is_whole = matches!(format, Some(Format::Json | Format::Yaml));
    if is_whole && ctx.out.settings().fields.is_empty() {
        ctx.out.record(&Whole(&report))?;
    } else {
        ctx.out.listing(&listing(ctx, &report)?)?;
    }
    if drawing.chart || ctx.out.is_for_people() {
        draw(ctx, &report)?;
    }
    match &drawing.svg {
        Some(path) => write_svg(ctx, &report, path),
        None => Ok(()),
    }
}

/// Tells on stderr what is counted.
fn tell<Row>(ctx: &Context, report: &Report<Row>) {
    let hotels = match report.hotels.as_slice() {
        [one] => one.to_string(),
        several => format!("{} hotels", several.len()),
    };
    let counted = match report.counted_to {
        Some(moment) => {
            format!("event {}, {}", report.position, instant(moment, ctx.zone().as_ref()))
        }
        None => "the first event".to_owned(),
    };
    ctx.announce(format!("{}, {hotels}, counted up to {counted}", period(report)));
}

/// Returns the days of a report, the last one included.
fn period<Row>(report: &Report<Row>) -> String {
    let last = report.to.yesterday().unwrap_or(report.to);
    let days = format!("{} to {last}", report.from);
    match (report.days, report.as_of) {
        (Some(back), Some(as_of)) => format!("{days}, as of {as_of} and {back} days before"),
        (Some(back), None) => format!("{days}, now and {back} days ago"),
        (None, _) => days,
    }
}

fn listing<Row: Figures>(ctx: &Context, report: &Report<Row>) -> Result<Listing, CliError> {
    let title = report.by.map_or("days before", ReportBy::as_str);
    let mut columns = vec![Column::code("group", title)];
    columns.extend_from_slice(Row::COLUMNS);
    let mut listing = Listing::with_columns(&columns).empty("nothing to count");
    let whole = report.totals.first();
    for row in &report.rows {
        let group = Cell::text(group_text(report.by, row.group()));
        let group = if row.group().is_none() { group.tone(Tone::Dim) } else { group };
        let machine = row.group().unwrap_or_default();
        let cells = std::iter::once(group.machine(machine)).chain(row.cells(whole));
        listing.push(machine, row, cells.collect())?;
    }
    // Machines add for themselves, and would count a total twice.
    if is_table(ctx.out.settings()) && !report.rows.is_empty() {
        for total in &report.totals {
            let cells = std::iter::once(Cell::text("total")).chain(total.cells(Some(total)));
            let cells = cells.map(|cell| cell.tone(Tone::Strong)).collect();
            listing.push("total", total, cells)?;
        }
    }
    Ok(listing)
}

/// Tells whether people read the rows as a table.
fn is_table(settings: &Settings) -> bool {
    settings.format.map_or(settings.stdout.is_terminal, |format| format == Format::Table)
}

/// Returns what a report draws: one series a currency.
fn series<Row: Figures>(report: &Report<Row>) -> Vec<Series> {
    let mut all: Vec<(Option<Currency>, Series)> = Vec::new();
    for row in &report.rows {
        let (unit, value) = row.drawn();
        let currency = row.currency();
        if all.last().is_none_or(|(last, _)| *last != currency) {
            let title = match unit {
                Unit::Amount(currency) => format!("{} in {currency}", Row::DRAWN),
                Unit::Share | Unit::Count => Row::DRAWN.to_owned(),
            };
            let (period, is_time) = (period(report), is_time(report.by));
            all.push((currency, Series { title, period, unit, is_time, points: Vec::new() }));
        }
        if let Some((_, series)) = all.last_mut() {
            series.points.push(Point { label: group_text(report.by, row.group()), value });
        }
    }
    if all.len() > 1 {
        for (currency, series) in &mut all {
            if let Some(currency) = currency
                && !matches!(series.unit, Unit::Amount(_))
            {
                series.title = format!("{}, hotels that sell in {currency}", series.title);
            }
        }
    }
    all.into_iter().map(|(_, series)| series).collect()
}

fn draw<Row: Figures>(ctx: &Context, report: &Report<Row>) -> Result<(), CliError> {
    let settings = ctx.out.settings();
    for series in series(report) {
        let lines = chart_lines(&series, usize::from(settings.width), settings.ascii);
        ctx.out.text(&SafeText::multi_line(&format!("\n{}", lines.join("\n"))))?;
    }
    Ok(())
}

fn write_svg<Row: Figures>(
    ctx: &Context,
    report: &Report<Row>,
    path: &Path,
) -> Result<(), CliError> {
    let failed = |error: std::io::Error| CliError::file("write", path, &error);
    let whole = std::path::absolute(path).map_err(failed)?;
    let picture = svg_text(&series(report));
    write_atomic(&whole, picture.as_bytes(), Access::Shared).map_err(failed)?;
    ctx.announce(format!("the chart is in {}", path.display()));
    Ok(())
}

/// Returns a cell of an amount without its currency, which has a column of its own.
pub(super) fn amount_cell(amount: Option<Money>) -> Cell {
    match amount {
        Some(amount) => Cell::text(amount.amount()).machine(amount.amount()),
        None => Cell::default().machine(""),
    }
}

/// Returns a cell of a count.
pub(super) fn count_cell(count: i64) -> Cell {
    Cell::text(count.to_string())
}

/// Returns a cell of a share for people, with one decimal; machines get hundredths of a percent.
pub(super) fn share_cell(part: i64, whole: i64) -> Cell {
    let share = hotel_core::statistics::per_mille(part, whole);
    Cell::optional(share.map(|share| format!("{} %", super::series::tenths(share))))
}
