//! Runs of nights, and one value a night over them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::stay::{date_of, dates, day_number};

/// One value a night over a run of nights, without gaps in memory.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Calendar<T> {
    first: i32,
    nights: Vec<Option<T>>,
}

impl<T> Default for Calendar<T> {
    fn default() -> Self {
        Self { first: 0, nights: Vec::new() }
    }
}

impl<T> Calendar<T> {
    /// Returns the value of a night.
    pub fn get(&self, night: Date) -> Option<&T> {
        let offset = usize::try_from(day_number(night) - self.first).ok()?;
        self.nights.get(offset)?.as_ref()
    }

    /// Sets the value of a night.
    pub fn set(&mut self, night: Date, value: T) {
        let day = day_number(night);
        if self.nights.is_empty() {
            self.first = day;
        }
        if day < self.first {
            let missing = usize::try_from(self.first - day).unwrap_or(0);
            self.nights.splice(0..0, std::iter::repeat_with(|| None).take(missing));
            self.first = day;
        }
        let offset = usize::try_from(day - self.first).unwrap_or(0);
        if offset >= self.nights.len() {
            self.nights.resize_with(offset + 1, || None);
        }
        self.nights[offset] = Some(value);
    }

    /// Returns the nights that have a value, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Date, &T)> {
        (self.first..)
            .zip(&self.nights)
            .filter_map(|(day, value)| Some((date_of(day)?, value.as_ref()?)))
    }
}

/// Which days of the week a change of a range touches; all of them by default.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct Weekdays(
    /// One bit a day, Monday is the lowest.
    pub u8,
);

impl Default for Weekdays {
    fn default() -> Self {
        Self(0b111_1111)
    }
}

/// A run of nights, perhaps of some weekdays alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "RawNights")]
pub struct NightRange {
    /// The first night.
    pub from: Date,
    /// The first night no longer meant.
    pub to: Date,
    /// The weekdays meant.
    pub weekdays: Weekdays,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNights {
    from: Date,
    to: Date,
    #[serde(default)]
    weekdays: Weekdays,
}

/// The longest run of nights one command may change.
pub const RANGE_NIGHTS_MAX: i32 = 1_100;

/// Why two dates are not a run of nights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a run of nights ends after it begins and has at most {RANGE_NIGHTS_MAX} nights")]
pub struct NightRangeError;

impl TryFrom<RawNights> for NightRange {
    type Error = NightRangeError;
    fn try_from(raw: RawNights) -> Result<Self, NightRangeError> {
        let range = Self::new(raw.from, raw.to)?;
        Ok(Self { weekdays: raw.weekdays, ..range })
    }
}

impl NightRange {
    /// Makes a run of all nights from one up to another.
    pub fn new(from: Date, to: Date) -> Result<Self, NightRangeError> {
        let length = day_number(to) - day_number(from);
        if (1..=RANGE_NIGHTS_MAX).contains(&length) {
            Ok(Self { from, to, weekdays: Weekdays::default() })
        } else {
            Err(NightRangeError)
        }
    }

    /// Returns the nights meant, in order.
    pub fn nights(&self) -> impl Iterator<Item = Date> + use<> {
        let weekdays = self.weekdays.0;
        dates(self.from, self.to)
            .filter(move |night| weekdays & (1 << night.weekday().to_monday_zero_offset()) != 0)
    }
}
