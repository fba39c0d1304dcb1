//! `--capacity`: which hotels are built, and with how many rooms.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use hotel_core::ids::RoomTypeCode;
use hotel_core::stay::StayDates;
use hotel_core::zone::Zone;
use jiff::civil::Date;

use super::entry::{Ledger, Lodging};
use super::house::House;
use super::layout::Layout;
use crate::error::{CliError, codes};

/// More than the largest hotel there is.
const ROOMS_MAX: u32 = 10_000;

/// `NAME=ROOMS` or `NAME/TYPE=ROOMS`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Capacity {
    name: String,
    room_type: Option<RoomTypeCode>,
    rooms: u32,
}

/// The text is no capacity.
#[derive(Debug, thiserror::Error)]
#[error(
    "write NAME=ROOMS or NAME/TYPE=ROOMS with 1 to {ROOMS_MAX} rooms, as in \"City Hotel=226\""
)]
pub(super) struct CapacityError;

impl FromStr for Capacity {
    type Err = CapacityError;

    fn from_str(text: &str) -> Result<Self, CapacityError> {
        let (name, rooms) = text.rsplit_once('=').ok_or(CapacityError)?;
        let rooms: u32 = rooms.trim().parse().map_err(|_| CapacityError)?;
        let (name, room_type) = match name.rsplit_once('/') {
            Some((name, room_type)) => {
                (name, Some(room_type.trim().parse().map_err(|_| CapacityError)?))
            }
            None => (name, None),
        };
        let name = name.trim().to_owned();
        if name.is_empty() || !(1..=ROOMS_MAX).contains(&rooms) {
            return Err(CapacityError);
        }
        Ok(Self { name, room_type, rooms })
    }
}

/// Makes the houses of a ledger with the capacities given.
pub(super) fn houses(
    ledger: &Ledger,
    capacities: &[Capacity],
    layout: Layout,
    zone: Option<Zone>,
) -> Result<Vec<House>, CliError> {
    let usual = if layout == Layout::BookingDemand { "Europe/Lisbon" } else { "UTC" };
    let zone = match zone {
        Some(zone) => zone,
        None => usual
            .parse()
            .map_err(|error: hotel_core::zone::ZoneError| CliError::internal(error.to_string()))?,
    };
    let mut houses: Vec<House> = ledger
        .houses
        .iter()
        .map(|named| House {
            label: named.label.clone(),
            code: named.code,
            zone: zone.clone(),
            confirms: true,
            rooms: BTreeMap::new(),
            currency: ledger.fixed.euro,
            nights: None,
            needs_plan: false,
        })
        .collect();
    let types = look_through(ledger, &mut houses);
    for capacity in capacities {
        give(capacity, &mut houses, &types)?;
    }
    check(&houses, &types, layout)?;
    Ok(houses)
}

/// Notes what the lines want of each house, and returns the room types they name.
fn look_through(ledger: &Ledger, houses: &mut [House]) -> Vec<BTreeSet<RoomTypeCode>> {
    let mut types = vec![BTreeSet::new(); houses.len()];
    for entry in &ledger.entries {
        let house = &mut houses[entry.house];
        if types[entry.house].is_empty() {
            house.currency = entry.rate.currency;
        }
        types[entry.house].insert(entry.room_type);
        house.needs_plan |= entry.rate_plan == ledger.fixed.rate_plan;
        if let Lodging::Stay(stay) = entry.lodging {
            house.nights = Some(wider(house.nights, stay));
        }
    }
    types
}

fn wider(nights: Option<(Date, Date)>, stay: StayDates) -> (Date, Date) {
    let (from, to) = nights.unwrap_or((stay.check_in(), stay.check_out()));
    (from.min(stay.check_in()), to.max(stay.check_out()))
}

fn give(
    capacity: &Capacity,
    houses: &mut [House],
    types: &[BTreeSet<RoomTypeCode>],
) -> Result<(), CliError> {
    let is_meant =
        |house: &House| house.label == capacity.name || house.code.as_str() == capacity.name;
    let Some(at) = houses.iter().position(is_meant) else {
        let names: Vec<&str> = houses.iter().map(|house| house.label.as_str()).collect();
        let message = format!("the file has no hotel {}", capacity.name);
        return Err(usage(message).why(format!("its hotels are {}", names.join(", "))));
    };
    let only = types[at].first().filter(|_| types[at].len() == 1).copied();
    let Some(room_type) = capacity.room_type.or(only) else {
        let message = format!("{} has several room types in the file", capacity.name);
        return Err(usage(message).why("name each, as in BER-ADLER/DLX=20"));
    };
    if houses[at].rooms.insert(room_type, capacity.rooms).is_some() {
        return Err(usage(format!("{} is given twice", capacity.name)));
    }
    Ok(())
}

/// Refuses to guess: a house is built with all its room types, or it is there.
fn check(
    houses: &[House],
    types: &[BTreeSet<RoomTypeCode>],
    layout: Layout,
) -> Result<(), CliError> {
    if layout == Layout::BookingDemand {
        let without: Vec<String> = houses
            .iter()
            .filter(|house| !house.is_built())
            .map(|house| format!("--capacity \"{}=ROOMS\"", house.label))
            .collect();
        if !without.is_empty() {
            let message = "how many rooms a hotel has is not in the file";
            return Err(usage(message.to_owned()).hint(without.join(" ")));
        }
    }
    for (house, types) in houses.iter().zip(types).filter(|(house, _)| house.is_built()) {
        if let Some(missing) = types.iter().find(|code| !house.rooms.contains_key(*code)) {
            let message = format!("how many rooms of {missing} {} has is not said", house.label);
            return Err(usage(message).hint(format!("--capacity {}/{missing}=ROOMS", house.label)));
        }
    }
    Ok(())
}

fn usage(message: String) -> CliError {
    CliError::of(codes::USAGE_ARGUMENTS, message).field("--capacity").note(super::NOTHING_IMPORTED)
}
