//! A hotel's time zone and its business date.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::ids::text_schema_of;

/// Why a text is not a zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an IANA time zone such as Europe/Berlin")]
pub struct ZoneError(String);

/// An IANA time zone.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone {
    name: String,
    zone: TimeZone,
}

impl Eq for Zone {}

text_schema_of!(Zone, "IANA time zone", "Europe/Berlin", None);

impl Zone {
    /// Returns the zone's IANA name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the local calendar date and time at a moment.
    pub fn local(&self, now: Timestamp) -> jiff::civil::DateTime {
        self.zone.to_datetime(now)
    }

    /// Returns the business date at a moment: the calendar date, until `day_starts` still the one before.
    pub fn business_date(&self, now: Timestamp, day_starts: Time) -> Date {
        let local = self.local(now);
        if local.time() < day_starts {
            local.date().yesterday().unwrap_or_else(|_| local.date())
        } else {
            local.date()
        }
    }

    /// Returns the moment of a local date and time; in a gap of the clock, the moment after it.
    pub fn moment(&self, date: Date, time: Time) -> Timestamp {
        self.zone.to_timestamp(date.to_datetime(time)).unwrap_or(Timestamp::MAX)
    }

    /// Returns the offset from UTC in force at a moment.
    pub fn offset(&self, now: Timestamp) -> jiff::tz::Offset {
        self.zone.to_offset(now)
    }
}

impl TryFrom<String> for Zone {
    type Error = ZoneError;
    fn try_from(name: String) -> Result<Self, ZoneError> {
        match TimeZone::get(&name) {
            Ok(zone) => Ok(Self { name, zone }),
            Err(_) => Err(ZoneError(name.chars().take(40).collect())),
        }
    }
}

impl std::str::FromStr for Zone {
    type Err = ZoneError;
    fn from_str(name: &str) -> Result<Self, ZoneError> {
        Self::try_from(name.to_owned())
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name
    }
}
