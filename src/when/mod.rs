//! Stay dates as agents write them: `fri+2n`, `tomorrow..sun`, `24dec+3n`. Knows the grammar; knows
//! neither the clock nor a zone, so the caller says which day it is at the hotel.

mod day;
pub(crate) mod span;

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use self::day::Day;

/// The forms that are understood, for help texts and messages.
pub(crate) const FORMS: &str =
    "fri+2n, tomorrow..sun, +3d+2n, 24dec+3n, 2026-12-24+3n or 2026-12-24..2026-12-27";

/// A year of nights: nobody books longer in one stay, and a typo in the year is caught.
pub(crate) const NIGHTS_MAX: i32 = 365;

/// Why a text is not a date, or a date not a stay.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum WhenError {
    /// Nothing was written.
    #[error("no date is given: write {FORMS}")]
    Empty,
    /// Not one of the forms.
    #[error("`{text}` is not a date: write {FORMS}")]
    Unknown {
        /// What was written.
        text: String,
    },
    /// Day and month can't be told apart, or could be by people of another country.
    #[error(
        "`{text}` is ambiguous, the day and the month could be either: write 24dec, 24dec2026 or 2026-12-24"
    )]
    Ambiguous {
        /// What was written.
        text: String,
    },
    /// A day the calendar does not have.
    #[error("`{text}` is not a day of the calendar")]
    NoSuchDay {
        /// What was written.
        text: String,
    },
    /// The part after the plus sign is not a number of nights.
    #[error("`+{text}` is not a number of nights: write a number and n, as in fri+2n")]
    Nights {
        /// What was written after the plus sign.
        text: String,
    },
    /// Nights without a day of arrival.
    #[error("`{text}` has no check-in: write the day first, as in fri+2n or +3d+2n")]
    CheckInMissing {
        /// What was written.
        text: String,
    },
    /// A stay needs at least one night.
    #[error("a stay has at least one night")]
    ZeroNights,
    /// The guest would leave before or on the day of arrival.
    #[error("check-out {check_out} is not after check-in {check_in}")]
    CheckOutNotAfter {
        /// The first night.
        check_in: Date,
        /// The day of departure.
        check_out: Date,
    },
    /// Longer than a year.
    #[error("{nights} nights are more than {NIGHTS_MAX}: split the stay")]
    TooLong {
        /// How many were asked for.
        nights: i64,
    },
    /// A stay was wanted and only a day was written.
    #[error("`{text}` does not say how long: add the nights, as in {text}+2n")]
    NightsMissing {
        /// What was written.
        text: String,
    },
    /// A day was wanted and a stay was written.
    #[error("`{text}` is more than one day: write a single day, as in fri or 24dec")]
    NotOneDay {
        /// What was written.
        text: String,
    },
    /// Past the end of the calendar.
    #[error("the date lies outside the calendar")]
    OutOfRange,
}

/// What follows the first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// Nothing: a single day.
    Open,
    /// A number of nights.
    Nights(i32),
    /// The day of departure.
    Day(Day),
}

/// Dates as written, not yet tied to a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct When {
    text: String,
    start: Day,
    end: End,
}

impl When {
    /// Parses the written form; needs no clock, so clap can do it.
    pub(crate) fn parse(text: &str) -> Result<Self, WhenError> {
        let text = text.trim().to_lowercase();
        if text.is_empty() {
            return Err(WhenError::Empty);
        }
        let (start, end) = match text.split_once("..") {
            Some((start, end)) => (Day::parse(start)?, End::Day(Day::parse(end)?)),
            None => parse_day_and_nights(&text)?,
        };
        Ok(Self { text, start, end })
    }

    /// Returns check-in and check-out of a stay; a day alone is refused.
    pub(crate) fn resolve(&self, today: Date) -> Result<(Date, Date), WhenError> {
        match self.end {
            End::Open => Err(WhenError::NightsMissing { text: self.text.clone() }),
            End::Nights(_) | End::Day(_) => self.resolve_range(today),
        }
    }

    /// Returns the first night and the day after the last, for inventory; a day alone is that one
    /// night.
    pub(crate) fn resolve_range(&self, today: Date) -> Result<(Date, Date), WhenError> {
        let first = self.start.resolve(today)?;
        let end = match self.end {
            End::Open => day::plus_days(first, 1)?,
            End::Nights(nights) => day::plus_days(first, nights)?,
            End::Day(day) if day.is_same_words(self.start) => first,
            End::Day(day) => day.after(first, today)?,
        };
        if end <= first {
            return Err(WhenError::CheckOutNotAfter { check_in: first, check_out: end });
        }
        let nights = nights_between(first, end);
        if nights > NIGHTS_MAX {
            return Err(WhenError::TooLong { nights: i64::from(nights) });
        }
        Ok((first, end))
    }

    /// Returns the one day that is written; a stay is refused.
    pub(crate) fn single_date(&self, today: Date) -> Result<Date, WhenError> {
        match self.end {
            End::Open => self.start.resolve(today),
            End::Nights(_) | End::Day(_) => Err(WhenError::NotOneDay { text: self.text.clone() }),
        }
    }
}

impl FromStr for When {
    type Err = WhenError;

    fn from_str(text: &str) -> Result<Self, WhenError> {
        Self::parse(text)
    }
}

impl fmt::Display for When {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// Returns the stay as it is repeated before a write:
/// `Fri 5 Dec -> Sun 7 Dec 2026, 2 nights, Europe/Berlin`.
pub(crate) fn echo(check_in: Date, check_out: Date, zone_name: &str) -> String {
    format!("{}, {zone_name}", stay_words(check_in, check_out))
}

/// Returns the stay in words: `Fri 5 Dec -> Sun 7 Dec 2026, 2 nights`.
pub(crate) fn stay_words(check_in: Date, check_out: Date) -> String {
    let nights = nights_between(check_in, check_out);
    let unit = if nights == 1 { "night" } else { "nights" };
    let arrival = if check_in.year() == check_out.year() { "%a %-d %b" } else { "%a %-d %b %Y" };
    format!(
        "{} -> {}, {nights} {unit}",
        check_in.strftime(arrival),
        check_out.strftime("%a %-d %b %Y")
    )
}

/// Returns how many nights lie between two days.
pub(crate) fn nights_between(check_in: Date, check_out: Date) -> i32 {
    (check_out - check_in).get_days()
}

fn parse_day_and_nights(text: &str) -> Result<(Day, End), WhenError> {
    let Some((day, nights)) = text.rsplit_once('+') else {
        return Ok((Day::parse(text)?, End::Open));
    };
    if day.trim().is_empty() {
        // `+3d` is a day, `+2n` is nights without one.
        if nights.ends_with('n') {
            return Err(WhenError::CheckInMissing { text: text.to_owned() });
        }
        return Ok((Day::parse(text)?, End::Open));
    }
    // The day comes first: `03/04+x` is wrong about its date before it is wrong about its nights.
    let day = Day::parse(day)?;
    Ok((day, End::Nights(parse_nights(nights.trim())?)))
}

fn parse_nights(text: &str) -> Result<i32, WhenError> {
    let refused = || WhenError::Nights { text: text.to_owned() };
    let digits = text.strip_suffix('n').map(str::trim_end).ok_or_else(refused)?;
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(refused());
    }
    // More digits than an i64 holds are too long a stay as well.
    let nights: i64 = digits.parse().unwrap_or(i64::MAX);
    match i32::try_from(nights) {
        Ok(0) => Err(WhenError::ZeroNights),
        Ok(nights) if nights <= NIGHTS_MAX => Ok(nights),
        Ok(_) | Err(_) => Err(WhenError::TooLong { nights }),
    }
}

#[cfg(test)]
mod tests;
