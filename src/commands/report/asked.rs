//! How every report is asked for: hotels, days, what the rows stand for, and how it is drawn.

use std::path::PathBuf;
use std::str::FromStr;

use hotel_core::ids::HotelCode;
use hotel_core::wire::report::{ReportBy, ReportQuery};
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::commands::dates::resolve_at;
use crate::context::Context;
use crate::error::CliError;
use crate::when::When;

/// Flags that every report takes.
#[derive(clap::Args, Debug)]
pub(super) struct AskedArgs {
    /// Of these hotels; without it your usual one, else all
    #[arg(long, value_name = "HOTEL", value_delimiter = ',')]
    hotel: Vec<HotelCode>,
    /// First day, as in 2026-12-01, today or 1dec
    #[arg(long, value_name = "DATE")]
    from: Option<When>,
    /// First day no longer meant
    #[arg(long, value_name = "DATE")]
    to: Option<When>,
    /// One month, as in 2026-12
    #[arg(long, value_name = "MONTH", conflicts_with_all = ["from", "to"])]
    month: Option<MonthArg>,
    /// What a row stands for
    #[arg(long, value_name = "WHAT", value_enum)]
    by: Option<ByArg>,
    #[command(flatten)]
    pub(super) drawing: DrawingArgs,
}

/// How a report is drawn.
#[derive(clap::Args, Debug)]
pub(super) struct DrawingArgs {
    /// Draw a chart below the rows, also where stdout is no terminal
    #[arg(long)]
    pub(super) chart: bool,
    /// Write the chart as a picture into this file
    #[arg(long, value_name = "FILE")]
    pub(super) svg: Option<PathBuf>,
}

/// What a row stands for, as a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum ByArg {
    /// A day
    Day,
    /// A month
    Month,
    /// A hotel
    Hotel,
    /// A distribution channel
    Channel,
    /// A market segment
    Segment,
    /// A country the guests come from
    Country,
    /// A travel agency
    Agency,
    /// An agent of this house
    Agent,
}

impl From<ByArg> for ReportBy {
    fn from(by: ByArg) -> Self {
        match by {
            ByArg::Day => Self::Day,
            ByArg::Month => Self::Month,
            ByArg::Hotel => Self::Hotel,
            ByArg::Channel => Self::Channel,
            ByArg::Segment => Self::Segment,
            ByArg::Country => Self::Country,
            ByArg::Agency => Self::Agency,
            ByArg::Agent => Self::Agent,
        }
    }
}

/// A month as written: `2026-12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MonthArg(pub(super) Date);

/// The text is no month.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is no month: write the year and the month, as in 2026-12")]
pub(super) struct MonthError(String);

impl FromStr for MonthArg {
    type Err = MonthError;

    fn from_str(text: &str) -> Result<Self, MonthError> {
        let first = if text.len() == 7 { format!("{text}-01").parse().ok() } else { None };
        first.map(Self).ok_or_else(|| MonthError(text.to_owned()))
    }
}

impl AskedArgs {
    /// Returns the question, with its days read in the zone of the hotel named first.
    pub(super) async fn query(&self, ctx: &Context) -> Result<ReportQuery, CliError> {
        let usual = if self.hotel.is_empty() { ctx.usual_hotel()? } else { None };
        let hotels: Vec<HotelCode> = self.hotel.iter().copied().chain(usual).collect();
        let first = hotels.first().copied();
        let (from, to) = if let Some(MonthArg(month)) = self.month {
            (Some(month), Some(month.saturating_add(1.month())))
        } else {
            let from = day(ctx, first, self.from.as_ref()).await?;
            (from, day(ctx, first, self.to.as_ref()).await?)
        };
        let codes: Vec<&str> = hotels.iter().map(HotelCode::as_str).collect();
        Ok(ReportQuery {
            hotel: (!codes.is_empty()).then(|| codes.join(",")),
            from,
            to,
            by: self.by.map(ReportBy::from),
            days: None,
            as_of: None,
        })
    }
}

/// Returns a day as it is meant at a hotel.
pub(super) async fn day(
    ctx: &Context,
    hotel: Option<HotelCode>,
    when: Option<&When>,
) -> Result<Option<Date>, CliError> {
    match when {
        Some(when) => resolve_at(ctx, hotel, |today| when.single_date(today)).await.map(Some),
        None => Ok(None),
    }
}
