//! Applying events: the fold that makes state. It decides nothing and refuses nothing.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::booking::{Booking, Undo};
use crate::catalogue::Catalogue;
use crate::event::{BookingChange, EventData, InventorySet, RatesSet, RoomBlock, RoomChange};
use crate::facts::{Facts, Occupant};
use crate::ids::{BookingCode, HotelCode, RoomTypeCode};
use crate::inventory::{Night, NightKey};
use crate::rate::NightRate;

/// Applies what happened to the facts.
pub fn apply(
    facts: &mut Facts,
    hotel: Option<HotelCode>,
    booking: Option<BookingCode>,
    data: &EventData,
) {
    if let EventData::User(change) = data {
        facts.touched.users.insert(change.new.name.clone());
        facts.users.insert(change.new.name.clone(), change.new.clone());
    }
    let Some(hotel) = hotel else { return };
    match data {
        EventData::Booking(change) => {
            if let Some(code) = booking {
                apply_booking(facts, hotel, code, change);
            }
        }
        EventData::Hotel(change) => match facts.catalogues.get_mut(&hotel) {
            Some(catalogue) => Arc::make_mut(catalogue).hotel = change.new.clone(),
            None => {
                facts.catalogues.insert(hotel, Arc::new(Catalogue::new(change.new.clone())));
            }
        },
        EventData::RoomType(change) => change_catalogue(facts, hotel, |catalogue| {
            put(&mut catalogue.room_types, change.old.as_ref(), change.new.as_ref(), |it| it.code);
        }),
        EventData::RatePlan(change) => change_catalogue(facts, hotel, |catalogue| {
            put(&mut catalogue.rate_plans, change.old.as_ref(), change.new.as_ref(), |it| it.code);
        }),
        EventData::Room(change) => apply_room(facts, hotel, change),
        EventData::Rates(set) => {
            change_catalogue(facts, hotel, |catalogue| apply_rates(catalogue, set));
        }
        EventData::Inventory(set) => apply_inventory(facts, hotel, set),
        EventData::RoomBlock(block) => apply_block(facts, hotel, block),
        EventData::Guest(_) | EventData::User(_) | EventData::Token(_) => {}
    }
    if data.is_catalogue() {
        facts.touched.catalogues.insert(hotel);
    }
}

/// Returns the booking after a change.
pub fn fold_booking(before: Option<&Booking>, change: &BookingChange) -> Option<Booking> {
    if let Some(opened) = &change.opened {
        return Some(opened.clone());
    }
    let before = before?;
    let mut after = before.clone();
    let changed = &change.changed;
    macro_rules! take {
        ($($field:ident),*) => { $( if let Some(change) = &changed.$field {
            after.$field.clone_from(&change.new);
        } )* };
    }
    take!(state, stay, rooms, terms, price, fee_minor, guarantee, guest, expires_at, freed_from);
    after.version = change.version;
    after.undo = change.verb.is_reversible().then(|| Undo {
        business_date: change.business_date,
        state: before.state,
        stay: before.stay,
        rooms: before.rooms.clone(),
        price: before.price.clone(),
        fee_minor: before.fee_minor,
    });
    Some(after)
}

fn apply_booking(facts: &mut Facts, hotel: HotelCode, code: BookingCode, change: &BookingChange) {
    let before = facts.bookings.get(&code);
    let Some(after) = fold_booking(before, change) else { return };
    let rooms_of = |booking: &Booking| -> BTreeSet<_> {
        booking.room_nights().filter_map(|taken| Some((hotel, taken.night, taken.room?))).collect()
    };
    let (had, has) = (before.map(rooms_of).unwrap_or_default(), rooms_of(&after));
    for key in had.difference(&has) {
        facts.room_nights.remove(key);
        facts.touched.room_nights.insert(*key);
    }
    for key in has.difference(&had) {
        facts.room_nights.insert(*key, Occupant::Booking(code));
        facts.touched.room_nights.insert(*key);
    }
    for taken in &change.taken {
        for night in crate::stay::dates(taken.from, taken.to) {
            change_night(facts, (hotel, taken.room_type, night), |night| {
                night.sold = night.sold.saturating_add_signed(taken.sold);
                night.held = night.held.saturating_add_signed(taken.held);
            });
        }
    }
    facts.touched.bookings.insert(code);
    facts.bookings.insert(code, after);
}

fn change_night(facts: &mut Facts, key: NightKey, change: impl FnOnce(&mut Night)) {
    if let Some(night) = facts.nights.get_mut(&key) {
        change(night);
        facts.touched.nights.insert(key);
    }
}

fn change_catalogue(facts: &mut Facts, hotel: HotelCode, change: impl FnOnce(&mut Catalogue)) {
    if let Some(catalogue) = facts.catalogues.get_mut(&hotel) {
        change(Arc::make_mut(catalogue));
    }
}

fn put<K: Ord, V: Clone>(
    map: &mut std::collections::BTreeMap<K, V>,
    old: Option<&V>,
    new: Option<&V>,
    key: impl Fn(&V) -> K,
) {
    if let Some(old) = old {
        map.remove(&key(old));
    }
    if let Some(new) = new {
        map.insert(key(new), new.clone());
    }
}

fn apply_room(facts: &mut Facts, hotel: HotelCode, change: &RoomChange) {
    change_catalogue(facts, hotel, |catalogue| {
        put(&mut catalogue.rooms, change.old.as_ref(), change.new.as_ref(), |room| room.number);
    });
    let old_type = change.old.as_ref().map(|room| room.room_type);
    let new_type = change.new.as_ref().map(|room| room.room_type);
    if old_type == new_type {
        return;
    }
    for (room_type, more) in [(old_type, -1), (new_type, 1)] {
        let Some(room_type) = room_type else { continue };
        for key in nights_from(facts, hotel, room_type, change.from) {
            change_night(facts, key, |night| {
                night.physical = night.physical.saturating_add_signed(more);
            });
        }
    }
}

fn nights_from(
    facts: &Facts,
    hotel: HotelCode,
    room_type: RoomTypeCode,
    from: Date,
) -> Vec<NightKey> {
    facts
        .nights
        .range((hotel, room_type, from)..=(hotel, room_type, Date::MAX))
        .map(|(key, _)| *key)
        .collect()
}

fn apply_rates(catalogue: &mut Catalogue, set: &RatesSet) {
    let calendar = catalogue.rates.entry((set.rate_plan, set.room_type)).or_default();
    for night in set.nights.nights() {
        let before = calendar.get(night).copied();
        // A restriction without a price would make a night that can't be sold look priced.
        let Some(minor) = set.set.minor.or(before.map(|rate| rate.minor)) else { continue };
        let restriction =
            set.set.restriction.or(before.map(|rate| rate.restriction)).unwrap_or_default();
        calendar.set(night, NightRate { minor, restriction });
    }
}

fn apply_inventory(facts: &mut Facts, hotel: HotelCode, set: &InventorySet) {
    let Some(catalogue) = facts.catalogues.get(&hotel).cloned() else { return };
    for date in set.nights.nights() {
        let key = (hotel, set.room_type, date);
        if set.set.closed == Some(false) && !facts.nights.contains_key(&key) {
            let out_of_order = rooms_out_of_order(facts, &catalogue, set.room_type, date);
            let physical = catalogue.room_count(set.room_type);
            facts.nights.insert(key, Night { physical, out_of_order, ..Night::default() });
        }
        change_night(facts, key, |night| {
            night.closed = set.set.closed.unwrap_or(night.closed);
            night.overbook = set.set.overbook.unwrap_or(night.overbook);
        });
    }
}

fn rooms_out_of_order(
    facts: &Facts,
    catalogue: &Catalogue,
    room_type: RoomTypeCode,
    date: Date,
) -> u32 {
    let count = catalogue
        .rooms
        .values()
        .filter(|room| room.room_type == room_type)
        .filter(|room| {
            let key = (catalogue.hotel.code, date, room.number);
            facts.room_nights.get(&key) == Some(&Occupant::OutOfOrder)
        })
        .count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn apply_block(facts: &mut Facts, hotel: HotelCode, block: &RoomBlock) {
    for date in block.nights.nights() {
        let room_key = (hotel, date, block.room);
        let is_blocked = facts.room_nights.get(&room_key) == Some(&Occupant::OutOfOrder);
        let more = match (block.out_of_order, is_blocked) {
            (true, false) => {
                facts.room_nights.insert(room_key, Occupant::OutOfOrder);
                1
            }
            (false, true) => {
                facts.room_nights.remove(&room_key);
                -1
            }
            (true, true) | (false, false) => continue,
        };
        facts.touched.room_nights.insert(room_key);
        change_night(facts, (hotel, block.room_type, date), |night| {
            night.out_of_order = night.out_of_order.saturating_add_signed(more);
        });
    }
}
