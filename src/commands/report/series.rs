//! What a chart shows: points with labels, in one unit. Knows neither the terminal nor SVG.

use hotel_core::money::{Currency, Money};
use hotel_core::wire::report::ReportBy;
use jiff::civil::Date;

/// What is written where a report knows no word.
pub(super) const UNKNOWN: &str = "(not known)";

/// What the numbers of a chart are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Tenths of a percent, rounded from the counts and not from another share.
    Share,
    /// Minor units.
    Amount(Currency),
    /// Things that are counted.
    Count,
}

impl Unit {
    /// Writes a number.
    pub(super) fn text(self, value: i64) -> String {
        match self {
            Self::Share => format!("{} %", tenths(value)),
            Self::Amount(currency) => Money::new(value, currency).to_string(),
            Self::Count => value.to_string(),
        }
    }

    /// Writes a number beside an axis: whole where it can be.
    pub(super) fn axis_text(self, value: i64) -> String {
        match self {
            Self::Share => format!("{} %", value / 10),
            Self::Amount(currency) => {
                let amount = Money::new(value, currency).amount();
                amount.strip_suffix(".00").map_or(amount.clone(), str::to_owned)
            }
            Self::Count => value.to_string(),
        }
    }

    /// Returns how many of the smallest unit make one that people count in.
    pub(super) fn whole(self) -> i64 {
        match self {
            Self::Share => 10,
            Self::Amount(currency) => 10_i64.saturating_pow(currency.exponent()),
            Self::Count => 1,
        }
    }
}

/// Writes tenths: `63.4`.
pub(super) fn tenths(value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{}.{}", value.unsigned_abs() / 10, value.unsigned_abs() % 10)
}

/// One point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Point {
    /// Its label; from the network, not yet safe.
    pub(super) label: String,
    /// Its value; nothing where there is nothing to divide by.
    pub(super) value: Option<i64>,
}

/// What one chart shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Series {
    /// What it is.
    pub(super) title: String,
    /// Which days it covers.
    pub(super) period: String,
    /// What its numbers are.
    pub(super) unit: Unit,
    /// Whether the points follow each other in time.
    pub(super) is_time: bool,
    /// The points.
    pub(super) points: Vec<Point>,
}

impl Series {
    /// Returns the largest value, at least one of what people count in.
    pub(super) fn top(&self) -> i64 {
        let values = self.points.iter().filter_map(|point| point.value);
        values.max().unwrap_or(0).max(self.unit.whole())
    }
}

/// Returns how a group is written for people.
pub(super) fn group_text(by: Option<ReportBy>, group: Option<&str>) -> String {
    let Some(group) = group else { return UNKNOWN.to_owned() };
    let day = |text: &str| text.parse::<Date>().ok();
    match by {
        Some(ReportBy::Day) => day(group).map(|day| day.strftime("%a %d %b %Y").to_string()),
        Some(ReportBy::Month) => {
            day(&format!("{group}-01")).map(|day| day.strftime("%b %Y").to_string())
        }
        Some(
            ReportBy::Hotel
            | ReportBy::Channel
            | ReportBy::Segment
            | ReportBy::Country
            | ReportBy::Agency
            | ReportBy::Agent,
        )
        | None => None,
    }
    .unwrap_or_else(|| group.to_owned())
}

/// Tells whether the rows of a report follow each other in time.
pub(super) fn is_time(by: Option<ReportBy>) -> bool {
    matches!(by, Some(ReportBy::Day | ReportBy::Month))
}
