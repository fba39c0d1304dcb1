//! What a report is asked for, checked and with its defaults filled in.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use hotel_core::catalogue::Catalogue;
use hotel_core::ids::HotelCode;
use hotel_core::money::Currency;
use hotel_core::stay::days_between;
use hotel_core::wire::report::{
    DAYS_MAX, PICKUP_DAYS, PICKUP_DAYS_MAX, ReportBy, ReportKind, ReportQuery,
};

use super::Wanted;

/// How many days a pick-up looks ahead when nobody says.
const PICKUP_AHEAD_DAYS: i64 = 30;

/// A hotel that is reported on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct AskedHotel {
    /// Its code.
    pub(crate) code: HotelCode,
    /// The currency it sells in.
    pub(crate) currency: Currency,
    /// Its business date.
    pub(crate) today: Date,
}

/// What a report is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Asked {
    /// Which report.
    pub(crate) kind: ReportKind,
    /// Of which hotels.
    pub(crate) hotels: Vec<AskedHotel>,
    /// The first day.
    pub(crate) from: Date,
    /// The first day no longer meant.
    pub(crate) to: Date,
    /// What the rows stand for; nothing where they are spans of lead times.
    pub(crate) by: Option<ReportBy>,
    /// How many days back a pick-up looks.
    pub(crate) days: u16,
    /// The day whose books a pick-up shows; none is now.
    pub(crate) as_of: Option<Date>,
}

/// A question that has no answer: the parameter at fault, and the rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Fault {
    /// The parameter.
    pub(crate) field: &'static str,
    /// The rule.
    pub(crate) rule: String,
}

fn fault<T>(field: &'static str, rule: impl Into<String>) -> Result<T, Fault> {
    Err(Fault { field, rule: format!("{field}: {}", rule.into()) })
}

impl Asked {
    /// Checks a question over some hotels at a moment and fills its defaults in.
    pub(crate) fn read(
        kind: ReportKind,
        query: &ReportQuery,
        catalogues: &[Arc<Catalogue>],
        now: Timestamp,
    ) -> Result<Self, Fault> {
        let hotels: Vec<AskedHotel> = catalogues
            .iter()
            .map(|catalogue| AskedHotel {
                code: catalogue.hotel.code,
                currency: catalogue.hotel.currency,
                today: catalogue.business_date(now),
            })
            .collect();
        let latest = hotels.iter().map(|hotel| hotel.today).max();
        let today = latest.unwrap_or_else(|| TimeZone::UTC.to_datetime(now).date());
        let (from, to) = period(kind, query, today)?;
        let is_pickup = kind == ReportKind::Pickup;
        if !is_pickup && query.days.is_some() {
            return fault("days", "only a pick-up looks back");
        }
        if !is_pickup && query.as_of.is_some() {
            return fault("as_of", "only a pick-up looks from another day");
        }
        let days = query.days.unwrap_or(PICKUP_DAYS);
        if !(1..=PICKUP_DAYS_MAX).contains(&days) {
            return fault("days", format!("a pick-up looks 1 to {PICKUP_DAYS_MAX} days back"));
        }
        let by = query.by.or(usual(kind));
        Ok(Self { kind, hotels, from, to, by, days, as_of: query.as_of })
    }

    /// Returns which bookings have to be counted.
    pub(crate) fn wanted(&self) -> Wanted {
        let hotels = self.hotels.iter().map(|hotel| hotel.code).collect();
        Wanted { hotels, from: self.from, to: self.to }
    }

    /// Tells whether a day is reported on.
    pub(crate) fn covers(&self, day: Date) -> bool {
        self.from <= day && day < self.to
    }
}

/// Returns what the rows of a report stand for when nobody says.
fn usual(kind: ReportKind) -> Option<ReportBy> {
    match kind {
        ReportKind::Occupancy | ReportKind::Pickup => Some(ReportBy::Day),
        ReportKind::Revenue | ReportKind::Cancellations => Some(ReportBy::Month),
        ReportKind::LeadTime => None,
    }
}

/// Returns the days of a report: those asked for, else those that people look at.
fn period(kind: ReportKind, query: &ReportQuery, today: Date) -> Result<(Date, Date), Fault> {
    let month = today.first_of_month();
    let (from, to) = match kind {
        ReportKind::Occupancy => (month, plus(month, Span::new().months(1))),
        ReportKind::Revenue => {
            let year = today.first_of_year();
            (year, plus(year, Span::new().years(1)))
        }
        ReportKind::Cancellations | ReportKind::LeadTime => {
            (plus(month, Span::new().months(-11)), plus(month, Span::new().months(1)))
        }
        ReportKind::Pickup => (today, plus(today, Span::new().days(PICKUP_AHEAD_DAYS))),
    };
    let length = Span::new().days(i64::from(days_between(from, to)));
    let (from, to) = match (query.from, query.to) {
        (None, None) => (from, to),
        (Some(first), None) => (first, if to > first { to } else { plus(first, length) }),
        (None, Some(end)) => (if from < end { from } else { plus(end, -length) }, end),
        (Some(first), Some(end)) => (first, end),
    };
    let days = days_between(from, to);
    if days <= 0 {
        let field = if query.to.is_some() { "to" } else { "from" };
        return fault(field, format!("the days end before they begin: {from} to {to}"));
    }
    if days > DAYS_MAX {
        let field = if query.from.is_some() { "from" } else { "to" };
        return fault(field, format!("{from} to {to} are {days} days, a report has {DAYS_MAX}"));
    }
    Ok((from, to))
}

fn plus(date: Date, span: Span) -> Date {
    date.saturating_add(span)
}
