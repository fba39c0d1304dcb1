//! Where a booking comes from, in the words of the trade's statistics.

use serde::{Deserialize, Serialize};

use crate::rate::MealPlan;
use crate::text::Word;

/// Where a booking comes from and what came with it: what a house counts by, nothing about a person.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The country the guests come from, ISO 3166-1 alpha-2 or alpha-3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Word>,
    /// The market segment: leisure, corporate, groups …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segment: Option<Word>,
    /// The distribution channel: direct, travel agency, GDS …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Word>,
    /// The travel agency, by its number or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Word>,
    /// The company that pays, by its number or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<Word>,
    /// How the guests travel: transient, group, contract …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<Word>,
    /// What is eaten, where it is not the rate plan that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meals: Option<MealPlan>,
    /// The deposit agreed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deposit: Option<Word>,
    /// Parking spaces wanted.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub parking: u8,
}

impl Origin {
    /// Tells whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(count: &u8) -> bool {
    *count == 0
}
