//! Prices: a night, a room, an occupancy; taxes by code; totals that always add up.

use serde::{Deserialize, Serialize};

use crate::catalogue::{Catalogue, Promotion, Tax, TaxRate};
use crate::ids::TaxCode;
use crate::money::BasisPoints;
use crate::rate::RatePlan;

/// A line of tax on a bill.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct TaxLine {
    /// The tax.
    pub code: TaxCode,
    /// Minor units.
    pub minor: i64,
    /// Whether the room prices already contain it.
    pub included: bool,
}

/// What a stay costs.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Price {
    /// Nights of all rooms, in minor units.
    pub rooms_minor: i64,
    /// Taxes, inclusive and exclusive.
    pub taxes: Vec<TaxLine>,
    /// What the guest pays: rooms and the taxes not yet in them.
    pub total_minor: i64,
}

/// The most adults in one room: a dormitory. How many a room type takes, the type says.
pub const ADULTS_MAX: u8 = 100;

/// Who sleeps in a room.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Occupancy {
    /// Adults.
    #[schema(minimum = 1, maximum = 100)]
    pub adults: u8,
    /// Children.
    #[serde(default)]
    pub children: u8,
}

impl Default for Occupancy {
    fn default() -> Self {
        Self { adults: 2, children: 0 }
    }
}

/// Returns what one night costs for an occupancy, in minor units.
pub fn night_price(
    plan: &RatePlan,
    night_minor: i64,
    occupancy: Occupancy,
    promotion: Option<&Promotion>,
) -> i64 {
    let extra_adults = i64::from(occupancy.adults.saturating_sub(plan.adults_included));
    let full = night_minor
        + extra_adults * plan.extra_adult_minor
        + i64::from(occupancy.children) * plan.extra_child_minor;
    let less = promotion.map_or(BasisPoints::ZERO, |promotion| promotion.less);
    (full - less.of(full)).max(0)
}

/// Returns what rooms cost with their taxes: `rooms` holds each room's occupancy and nightly prices.
pub fn price(catalogue: &Catalogue, rooms: &[(Occupancy, &[i64])]) -> Price {
    let rooms_minor = rooms.iter().map(|(_, nights)| nights.iter().sum::<i64>()).sum();
    let taxes: Vec<TaxLine> = catalogue
        .hotel
        .taxes
        .iter()
        .map(|tax| TaxLine {
            code: tax.code,
            minor: tax_minor(tax, rooms, rooms_minor),
            included: tax.included,
        })
        .collect();
    Price { rooms_minor, taxes, total_minor: total_minor(catalogue, rooms) }
}

/// Returns what rooms cost with the taxes that their prices do not contain.
pub fn total_minor(catalogue: &Catalogue, rooms: &[(Occupancy, &[i64])]) -> i64 {
    let rooms_minor = rooms.iter().map(|(_, nights)| nights.iter().sum::<i64>()).sum();
    let exclusive = catalogue.hotel.taxes.iter().filter(|tax| !tax.included);
    rooms_minor + exclusive.map(|tax| tax_minor(tax, rooms, rooms_minor)).sum::<i64>()
}

fn tax_minor(tax: &Tax, rooms: &[(Occupancy, &[i64])], rooms_minor: i64) -> i64 {
    let per_room = |count: fn(&(Occupancy, &[i64])) -> usize| -> i64 {
        rooms.iter().map(count).map(|count| i64::try_from(count).unwrap_or(0)).sum()
    };
    match tax.rate {
        TaxRate::Percent { basis_points } if tax.included => basis_points.within(rooms_minor),
        TaxRate::Percent { basis_points } => basis_points.of(rooms_minor),
        TaxRate::PerStay { minor } => minor * per_room(|_| 1),
        TaxRate::PerNight { minor } => minor * per_room(|(_, nights)| nights.len()),
        TaxRate::PerPersonNight { minor } => {
            minor * per_room(|(occupancy, nights)| usize::from(occupancy.adults) * nights.len())
        }
    }
}
