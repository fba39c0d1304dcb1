//! The availability index: every hotel's nights in memory, built at start and kept current from
//! committed events. Knows neither SQL nor HTTP. It may be a moment old; the sale decides.

mod house;
mod search;
#[cfg(test)]
mod search_tests;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use hotel_core::catalogue::Catalogue;
use hotel_core::event::Event;
use hotel_core::facts::RoomNightKey;
use hotel_core::ids::HotelCode;
use hotel_core::inventory::{Night, NightKey};

use self::house::House;

pub use self::search::search;

/// Availability in memory: arrays of nights by hotel and room type.
pub struct Index {
    // One lock a hotel: a change of one holds up no search of another.
    houses: RwLock<BTreeMap<HotelCode, Arc<RwLock<House>>>>,
    // Up to where the feed was applied.
    position: AtomicU64,
}

/// What the index is built of, read at one moment.
#[derive(Debug, Default)]
pub struct Read {
    /// The nights.
    pub nights: Vec<(NightKey, Night)>,
    /// The rooms out of order, from the earliest business date on.
    pub out_of_order: Vec<RoomNightKey>,
    /// The last sequence of each hotel's stream.
    pub sequences: HashMap<HotelCode, u64>,
    /// The position that the feed had reached.
    pub position: u64,
}

impl Index {
    /// Builds the index of what was read and of the catalogues, whose rooms it counts by itself from
    /// then on (the shelf may already be ahead of the events that come).
    pub fn new(read: Read, catalogues: &[Arc<Catalogue>]) -> Self {
        let mut houses: BTreeMap<HotelCode, House> = catalogues
            .iter()
            .map(|catalogue| (catalogue.hotel.code, House::of(catalogue)))
            .collect();
        for ((hotel, room_type, date), night) in read.nights {
            houses.entry(hotel).or_default().put(room_type, date, night);
        }
        for (hotel, date, room) in read.out_of_order {
            houses.entry(hotel).or_default().put_out_of_order(room, date);
        }
        for (hotel, sequence) in read.sequences {
            houses.entry(hotel).or_default().begin_after(sequence);
        }
        let shared = |(hotel, house)| (hotel, Arc::new(RwLock::new(house)));
        let houses = RwLock::new(houses.into_iter().map(shared).collect());
        Self { houses, position: AtomicU64::new(read.position) }
    }

    /// Brings the index up to committed events. Each hotel's are applied once and in their sequence,
    /// on whichever way they come first: those that were seen are skipped, and those that come before
    /// their time are left to come again. Tells whether none were left.
    pub fn apply(&self, events: &[Event]) -> bool {
        let mut all = true;
        for event in events {
            if let Some(hotel) = event.hotel {
                let house = self.house_or_new(hotel);
                let mut house = house.write().unwrap_or_else(PoisonError::into_inner);
                all &= house.follow(event.sequence, &event.data);
            }
        }
        all
    }

    /// Notes that the feed was applied up to a position.
    pub fn reach(&self, position: u64) {
        self.position.fetch_max(position, Ordering::Relaxed);
    }

    /// Returns the position up to which the feed was applied.
    pub fn position(&self) -> u64 {
        self.position.load(Ordering::Relaxed)
    }

    fn house(&self, hotel: HotelCode) -> Option<Arc<RwLock<House>>> {
        self.houses.read().unwrap_or_else(PoisonError::into_inner).get(&hotel).cloned()
    }

    fn house_or_new(&self, hotel: HotelCode) -> Arc<RwLock<House>> {
        if let Some(house) = self.house(hotel) {
            return house;
        }
        let mut houses = self.houses.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(houses.entry(hotel).or_default())
    }
}
