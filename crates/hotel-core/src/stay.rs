//! Stays: nights from check-in to check-out, the last one exclusive.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The longest stay in one booking, in nights.
pub const NIGHTS_MAX: usize = 365;

/// Why two dates are not a stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StayError {
    /// Check-out on or before check-in.
    #[error(
        "check-out {check_out} is not after check-in {check_in}: a stay has at least one night"
    )]
    NoNights {
        /// The first night.
        check_in: Date,
        /// The day of leaving.
        check_out: Date,
    },
    /// Longer than `NIGHTS_MAX`.
    #[error("a stay has at most {NIGHTS_MAX} nights")]
    TooLong,
}

/// The nights of a stay: plain dates in the hotel's zone, check-out exclusive.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(try_from = "RawStay")]
pub struct StayDates {
    #[schema(example = "2026-12-24")]
    check_in: Date,
    #[schema(example = "2026-12-27")]
    check_out: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStay {
    check_in: Date,
    check_out: Date,
}

impl TryFrom<RawStay> for StayDates {
    type Error = StayError;
    fn try_from(raw: RawStay) -> Result<Self, StayError> {
        Self::new(raw.check_in, raw.check_out)
    }
}

impl StayDates {
    /// Makes a stay of one to `NIGHTS_MAX` nights.
    pub fn new(check_in: Date, check_out: Date) -> Result<Self, StayError> {
        if check_out <= check_in {
            return Err(StayError::NoNights { check_in, check_out });
        }
        let stay = Self { check_in, check_out };
        if stay.night_count() > NIGHTS_MAX { Err(StayError::TooLong) } else { Ok(stay) }
    }

    /// Returns the first night.
    pub fn check_in(&self) -> Date {
        self.check_in
    }

    /// Returns the day of leaving; its night is not part of the stay.
    pub fn check_out(&self) -> Date {
        self.check_out
    }

    /// Returns how many nights there are.
    pub fn night_count(&self) -> usize {
        usize::try_from(days_between(self.check_in, self.check_out)).unwrap_or(0)
    }

    /// Returns the nights in order.
    pub fn nights(&self) -> impl Iterator<Item = Date> + use<> {
        dates(self.check_in, self.check_out)
    }

    /// Tells whether a night belongs to the stay.
    pub fn contains(&self, night: Date) -> bool {
        self.check_in <= night && night < self.check_out
    }
}

/// Returns the dates from one up to another, the last exclusive.
pub fn dates(from: Date, to: Date) -> impl Iterator<Item = Date> {
    std::iter::successors((from < to).then_some(from), move |date| {
        date.tomorrow().ok().filter(|next| *next < to)
    })
}

/// Returns how many days lie between two dates; negative if the second is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    day_number(to) - day_number(from)
}

/// Returns the days since 1970-01-01, the store's way of writing a date.
pub fn day_number(date: Date) -> i32 {
    // Days from civil, Howard Hinnant's algorithm: exact for every date jiff can hold.
    let (year, month, day) =
        (i32::from(date.year()), i32::from(date.month()), i32::from(date.day()));
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Returns the date of a day number, or none outside the calendar.
pub fn date_of(day_number: i32) -> Option<Date> {
    Date::constant(1970, 1, 1).checked_add(jiff::Span::new().try_days(day_number).ok()?).ok()
}
