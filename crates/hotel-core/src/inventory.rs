//! Inventory: how many rooms of a type may be sold on a night, and how many are.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{HotelCode, RoomTypeCode};
use crate::money::BasisPoints;

/// The key of an inventory night.
pub type NightKey = (HotelCode, RoomTypeCode, Date);

/// How many more (or fewer) rooms than stand ready may be sold.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Overbook {
    /// A number of rooms; negative holds rooms back.
    #[serde(default)]
    pub rooms: i32,
    /// A share of the physical rooms, rounded down.
    #[serde(default)]
    pub share: BasisPoints,
}

/// One night of one room type.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Night {
    /// Rooms of the type in the house.
    pub physical: u32,
    /// Rooms that can't be used.
    pub out_of_order: u32,
    /// How far sales may go beyond (or must stay below) the rooms.
    pub overbook: Overbook,
    /// Rooms sold.
    pub sold: u32,
    /// Rooms held for a while.
    pub held: u32,
    /// Not for sale: a blackout.
    pub closed: bool,
}

impl Night {
    /// Returns how many rooms may be sold in all; it may be negative.
    pub fn sellable(&self) -> i64 {
        let physical = i64::from(self.physical);
        let share = (physical * i64::from(self.overbook.share.get())).div_euclid(10_000);
        physical - i64::from(self.out_of_order) + i64::from(self.overbook.rooms) + share
    }

    /// Returns how many rooms are taken.
    pub fn used(&self) -> i64 {
        i64::from(self.sold) + i64::from(self.held)
    }

    /// Returns how many rooms are left to sell; negative when more are taken than may be.
    pub fn left(&self) -> i64 {
        self.sellable() - self.used()
    }
}

/// A change of what is taken over a run of nights of one room type.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Taken {
    /// The room type.
    pub room_type: RoomTypeCode,
    /// The first night.
    pub from: Date,
    /// The first night no longer meant.
    pub to: Date,
    /// Rooms sold more (or fewer).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub sold: i32,
    /// Rooms held more (or fewer).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub held: i32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(count: &i32) -> bool {
    *count == 0
}
