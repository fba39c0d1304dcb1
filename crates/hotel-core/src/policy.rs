//! Cancellation and no-show fees: one pure function serves the preview and the deed.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::money::{BasisPoints, bounded_minor};
use crate::zone::Zone;

/// The most tiers a policy may have.
pub const TIERS_MAX: usize = 10;

/// What a fee is reckoned from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Fee {
    /// Nothing.
    #[default]
    None,
    /// A fixed amount a room, in minor units of the hotel's currency.
    Flat {
        /// Minor units a room.
        #[serde(deserialize_with = "bounded_minor")]
        minor: i64,
    },
    /// A share of the whole stay.
    Percent {
        /// Hundredths of a percent.
        basis_points: BasisPoints,
    },
    /// The first nights of each room.
    Nights {
        /// How many.
        nights: u16,
    },
    /// The first night of each room.
    FirstNight,
    /// The whole stay.
    WholeStay,
}

impl Fee {
    /// Returns the fee in minor units, never more than the whole stay: `rooms` holds the nightly
    /// prices of each room, `total_minor` what the stay costs with everything.
    pub fn amount(self, rooms: &[&[i64]], total_minor: i64) -> i64 {
        let first_nights =
            |count: usize| rooms.iter().map(|nights| nights.iter().take(count).sum::<i64>()).sum();
        let fee = match self {
            Self::None => 0,
            Self::Flat { minor } => {
                minor.saturating_mul(i64::try_from(rooms.len()).unwrap_or(i64::MAX))
            }
            Self::Percent { basis_points } => basis_points.of(total_minor),
            Self::Nights { nights } => first_nights(usize::from(nights)),
            Self::FirstNight => first_nights(1),
            Self::WholeStay => total_minor,
        };
        fee.clamp(0, total_minor.max(0))
    }
}

/// From which moment on a tier's fee is due.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Deadline {
    /// From the booking on: non-refundable.
    Booking,
    /// A number of minutes after the booking.
    AfterBooking {
        /// Minutes of grace.
        minutes: u32,
    },
    /// A time of day, a number of days before arrival, in the hotel's zone.
    BeforeArrival {
        /// Days before the day of arrival; 0 is that day itself.
        days: u16,
        /// The local time of day.
        #[schema(value_type = String, example = "18:00:00")]
        at: Time,
    },
}

impl Deadline {
    /// Returns the moment of the deadline for one booking.
    pub fn moment(self, booked_at: Timestamp, check_in: Date, zone: &Zone) -> Timestamp {
        match self {
            Self::Booking => booked_at,
            Self::AfterBooking { minutes } => booked_at
                .checked_add(jiff::SignedDuration::from_mins(i64::from(minutes)))
                .unwrap_or(Timestamp::MAX),
            Self::BeforeArrival { days, at } => {
                let day = check_in
                    .checked_sub(jiff::Span::new().days(i64::from(days)))
                    .unwrap_or(Date::MIN);
                zone.moment(day, at)
            }
        }
    }
}

/// A fee and the moment from which it is due.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// From when.
    pub from: Deadline,
    /// How much.
    pub fee: Fee,
}

/// What cancelling, staying away and leaving early cost. Free of charge before the first tier.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "RawPolicy")]
pub struct CancellationPolicy {
    /// Tiers; of those whose moment has come, the latest counts.
    pub tiers: Vec<Tier>,
    /// The fee for staying away.
    pub no_show: Fee,
    /// The fee for leaving early, reckoned from the nights given back.
    pub early_departure: Fee,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPolicy {
    #[serde(default)]
    tiers: Vec<Tier>,
    #[serde(default)]
    no_show: Fee,
    #[serde(default)]
    early_departure: Fee,
}

/// Why a policy can't be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a cancellation policy has at most {TIERS_MAX} tiers")]
pub struct PolicyError;

impl TryFrom<RawPolicy> for CancellationPolicy {
    type Error = PolicyError;
    fn try_from(raw: RawPolicy) -> Result<Self, PolicyError> {
        let RawPolicy { tiers, no_show, early_departure } = raw;
        if tiers.len() > TIERS_MAX {
            return Err(PolicyError);
        }
        Ok(Self { tiers, no_show, early_departure })
    }
}

/// What cancelling costs at one moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct FeeQuote {
    /// The fee in minor units.
    pub minor: i64,
    /// When a higher tier begins, if one does.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub next_tier_at: Option<Timestamp>,
}

impl CancellationPolicy {
    /// Returns what cancelling costs `now`: the tier in force, and when the next one begins.
    pub fn cancellation_fee(&self, moment: &FeeMoment<'_>) -> FeeQuote {
        let mut in_force: Option<(Timestamp, Fee)> = None;
        let mut next_tier_at: Option<Timestamp> = None;
        for tier in &self.tiers {
            let from = tier.from.moment(moment.booked_at, moment.check_in, moment.zone);
            if from > moment.now {
                next_tier_at = Some(next_tier_at.map_or(from, |next| next.min(from)));
            } else if in_force.is_none_or(|(since, _)| since <= from) {
                in_force = Some((from, tier.fee));
            }
        }
        let fee = in_force.map_or(Fee::None, |(_, fee)| fee);
        FeeQuote { minor: fee.amount(moment.rooms, moment.total_minor), next_tier_at }
    }

    /// Returns until when cancelling is free, if it ever is and ever stops being so.
    pub fn free_until(
        &self,
        booked_at: Timestamp,
        check_in: Date,
        zone: &Zone,
    ) -> Option<Timestamp> {
        self.tiers
            .iter()
            .filter(|tier| tier.fee != Fee::None)
            .map(|tier| tier.from.moment(booked_at, check_in, zone))
            .min()
            .filter(|moment| *moment > booked_at)
    }
}

/// The facts a fee is reckoned from.
pub struct FeeMoment<'a> {
    /// The moment in question.
    pub now: Timestamp,
    /// When the booking was made.
    pub booked_at: Timestamp,
    /// The day of arrival.
    pub check_in: Date,
    /// The hotel's zone.
    pub zone: &'a Zone,
    /// The nightly prices of each room, in minor units.
    pub rooms: &'a [&'a [i64]],
    /// What the stay costs with everything, in minor units.
    pub total_minor: i64,
}
