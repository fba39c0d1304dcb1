//! One hotel in the index: nights by room type, and the rooms they are counted from. The same fold as
//! `hotel_core::apply`, over what search needs of it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use hotel_core::calendar::Calendar;
use hotel_core::catalogue::Catalogue;
use hotel_core::event::{EventData, InventorySet, RoomBlock, RoomChange};
use hotel_core::ids::{RoomNo, RoomTypeCode};
use hotel_core::inventory::{Night, Taken};
use hotel_core::stay::{StayDates, dates};

/// What keeps a stay from a room type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Obstacle {
    /// No inventory was ever opened.
    NotOpen,
    /// Closed to sale.
    Closed,
    /// Fewer rooms are left than wanted.
    SoldOut {
        /// How many are left.
        left: i64,
    },
}

/// How many rooms are left on the scarcest night of a stay, or the first night that has too few.
pub(super) type Left = Result<i64, (Date, Obstacle)>;

/// A hotel's nights and rooms.
#[derive(Default, PartialEq, Debug)]
pub(super) struct House {
    /// The sequence of the last event that was applied.
    sequence: u64,
    nights: BTreeMap<RoomTypeCode, Calendar<Night>>,
    rooms: BTreeMap<RoomNo, RoomTypeCode>,
    out_of_order: BTreeSet<(Date, RoomNo)>,
}

impl House {
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let rooms = catalogue.rooms.values().map(|room| (room.number, room.room_type));
        Self { rooms: rooms.collect(), ..Self::default() }
    }

    pub(super) fn put(&mut self, room_type: RoomTypeCode, date: Date, night: Night) {
        self.nights.entry(room_type).or_default().set(date, night);
    }

    pub(super) fn put_out_of_order(&mut self, room: RoomNo, date: Date) {
        self.out_of_order.insert((date, room));
    }

    /// Returns how many rooms are left for a stay of which `wanted` are needed.
    pub(super) fn left(&self, room_type: RoomTypeCode, stay: StayDates, wanted: u16) -> Left {
        let calendar = self.nights.get(&room_type);
        let mut scarcest = i64::MAX;
        for date in stay.nights() {
            let Some(night) = calendar.and_then(|calendar| calendar.get(date)) else {
                return Err((date, Obstacle::NotOpen));
            };
            if night.closed {
                return Err((date, Obstacle::Closed));
            }
            let left = night.left();
            if left < i64::from(wanted) {
                return Err((date, Obstacle::SoldOut { left }));
            }
            scarcest = scarcest.min(left);
        }
        Ok(scarcest)
    }

    /// Goes on after a sequence: what came before is in what was read.
    pub(super) fn begin_after(&mut self, sequence: u64) {
        self.sequence = sequence;
    }

    /// Applies the event that follows the last one; tells whether it is applied now.
    pub(super) fn follow(&mut self, sequence: u64, data: &EventData) -> bool {
        if sequence == self.sequence + 1 {
            self.apply(data);
            self.sequence = sequence;
        }
        sequence <= self.sequence
    }

    /// Applies what happened.
    pub(super) fn apply(&mut self, data: &EventData) {
        match data {
            EventData::Booking(change) => {
                for taken in &change.taken {
                    self.take(*taken);
                }
            }
            EventData::Room(change) => self.change_room(change),
            EventData::Inventory(set) => self.set(set),
            EventData::RoomBlock(block) => self.block(block),
            EventData::Hotel(_)
            | EventData::RoomType(_)
            | EventData::RatePlan(_)
            | EventData::Rates(_)
            | EventData::Guest(_)
            | EventData::User(_)
            | EventData::Token(_) => {}
        }
    }

    fn change(&mut self, room_type: RoomTypeCode, date: Date, change: impl FnOnce(&mut Night)) {
        let Some(calendar) = self.nights.get_mut(&room_type) else { return };
        if let Some(mut night) = calendar.get(date).copied() {
            change(&mut night);
            calendar.set(date, night);
        }
    }

    fn take(&mut self, taken: Taken) {
        for date in dates(taken.from, taken.to) {
            self.change(taken.room_type, date, |night| {
                night.sold = night.sold.saturating_add_signed(taken.sold);
                night.held = night.held.saturating_add_signed(taken.held);
            });
        }
    }

    fn change_room(&mut self, change: &RoomChange) {
        if let Some(room) = &change.old {
            self.rooms.remove(&room.number);
        }
        if let Some(room) = &change.new {
            self.rooms.insert(room.number, room.room_type);
        }
        let old_type = change.old.as_ref().map(|room| room.room_type);
        let new_type = change.new.as_ref().map(|room| room.room_type);
        if old_type == new_type {
            return;
        }
        for (room_type, more) in [(old_type, -1), (new_type, 1)] {
            let Some(room_type) = room_type else { continue };
            let calendar = self.nights.get(&room_type);
            let opened: Vec<Date> = calendar
                .into_iter()
                .flat_map(Calendar::iter)
                .map(|(date, _)| date)
                .filter(|date| *date >= change.from)
                .collect();
            for date in opened {
                self.change(room_type, date, |night| {
                    night.physical = night.physical.saturating_add_signed(more);
                });
            }
        }
    }

    fn set(&mut self, set: &InventorySet) {
        for date in set.nights.nights() {
            let known = self.nights.get(&set.room_type).and_then(|calendar| calendar.get(date));
            if known.is_none() && set.set.closed == Some(false) {
                let night = self.fresh(set.room_type, date);
                self.put(set.room_type, date, night);
            }
            self.change(set.room_type, date, |night| {
                night.closed = set.set.closed.unwrap_or(night.closed);
                night.overbook = set.set.overbook.unwrap_or(night.overbook);
            });
        }
    }

    /// Returns a night as it is when it opens: all rooms of the type, less those out of order.
    fn fresh(&self, room_type: RoomTypeCode, date: Date) -> Night {
        let mut night = Night::default();
        for (room, _) in self.rooms.iter().filter(|(_, of_type)| **of_type == room_type) {
            night.physical += 1;
            night.out_of_order += u32::from(self.out_of_order.contains(&(date, *room)));
        }
        night
    }

    fn block(&mut self, block: &RoomBlock) {
        for date in block.nights.nights() {
            let key = (date, block.room);
            let more = if block.out_of_order {
                if !self.out_of_order.insert(key) {
                    continue;
                }
                1
            } else if self.out_of_order.remove(&key) {
                -1
            } else {
                continue;
            };
            self.change(block.room_type, date, |night| {
                night.out_of_order = night.out_of_order.saturating_add_signed(more);
            });
        }
    }
}
