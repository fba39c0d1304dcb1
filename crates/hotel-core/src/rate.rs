//! Rate plans: prices, their conditions and restrictions.

use serde::{Deserialize, Serialize};

use crate::ids::{PromoCode, RatePlanCode};
use crate::money::{BasisPoints, bounded_minor};
use crate::policy::CancellationPolicy;
use crate::text::Name;

/// When the house wants its money.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum PaymentTerm {
    /// On the spot, at the hotel.
    AtHotel,
    /// A guarantee at booking; the money on arrival, or as a fee.
    Guarantee,
    /// All of it at booking.
    Prepaid,
}

/// What is eaten.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MealPlan {
    /// Nothing.
    #[default]
    RoomOnly,
    /// Breakfast.
    Breakfast,
    /// Breakfast and one more.
    HalfBoard,
    /// Three meals.
    FullBoard,
    /// Everything.
    AllInclusive,
}

/// Where a plan's nightly prices come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Pricing {
    /// From its own calendar.
    Nightly,
    /// From another plan's calendar, made higher or lower; its restrictions hold too.
    Derived {
        /// The plan with the calendar.
        from: RatePlanCode,
        /// How much more (or less) than it.
        adjust: BasisPoints,
    },
}

/// A rate plan: a price, its conditions and its policy.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RatePlan {
    /// Its code within the hotel.
    pub code: RatePlanCode,
    /// Its name.
    pub name: Name,
    /// When the house wants its money.
    pub payment: PaymentTerm,
    /// What cancelling costs.
    #[serde(default)]
    pub policy: CancellationPolicy,
    /// Where its prices come from.
    pub pricing: Pricing,
    /// What is eaten.
    #[serde(default)]
    pub meals: MealPlan,
    /// Adults covered by the nightly price.
    #[serde(default = "two")]
    pub adults_included: u8,
    /// Each adult more, a night, in minor units.
    #[serde(default, deserialize_with = "bounded_minor")]
    pub extra_adult_minor: i64,
    /// Each child, a night, in minor units.
    #[serde(default, deserialize_with = "bounded_minor")]
    pub extra_child_minor: i64,
    /// The fewest days from booking to arrival.
    #[serde(default)]
    pub advance_days_min: Option<u16>,
    /// The most days from booking to arrival.
    #[serde(default)]
    pub advance_days_max: Option<u16>,
    /// The corporate code that opens it; without one it is for all.
    #[serde(default)]
    pub corporate: Option<PromoCode>,
}

fn two() -> u8 {
    2
}

/// What may stand in the way of a sale on one night of a rate plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Restriction {
    /// Not for sale.
    #[serde(default, skip_serializing_if = "is_false")]
    pub closed: bool,
    /// No stay may begin.
    #[serde(default, skip_serializing_if = "is_false")]
    pub closed_to_arrival: bool,
    /// No stay may end.
    #[serde(default, skip_serializing_if = "is_false")]
    pub closed_to_departure: bool,
    /// The shortest stay through this arrival, in nights; 0 is any.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub nights_min: u16,
    /// The longest stay through this arrival, in nights; 0 is any.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub nights_max: u16,
}

impl Restriction {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    fn is_open(&self) -> bool {
        *self == Self::default()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(flag: &bool) -> bool {
    !*flag
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(count: &u16) -> bool {
    *count == 0
}

/// The price and the restrictions of one night.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NightRate {
    /// Minor units a room, for the adults included.
    #[serde(deserialize_with = "bounded_minor")]
    pub minor: i64,
    /// What stands in the way.
    #[serde(default, skip_serializing_if = "Restriction::is_open")]
    pub restriction: Restriction,
}
