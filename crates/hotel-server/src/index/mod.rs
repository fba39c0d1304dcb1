//! The availability index: every hotel's nights in memory, built at start and kept current from
//! committed events. Knows neither SQL nor HTTP. It may be a moment old; the sale decides.

mod house;
mod search;
#[cfg(test)]
mod search_tests;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use hotel_core::catalogue::Catalogue;
use hotel_core::event::{Event, EventData};
use hotel_core::facts::RoomNightKey;
use hotel_core::ids::HotelCode;
use hotel_core::inventory::{Night, NightKey};

use self::house::House;

pub use self::search::search;

/// Availability in memory: arrays of nights by hotel and room type.
pub struct Index {
    // One lock a hotel: a change of one holds up no search of another.
    houses: RwLock<BTreeMap<HotelCode, Arc<RwLock<House>>>>,
    // Held while events are applied, so that each is applied once and in order.
    position: Mutex<u64>,
}

impl Index {
    /// Builds the index of what was read at one position of the feed: the nights, the rooms out of
    /// order from the earliest business date on, and the catalogues, whose rooms it counts by itself
    /// from then on (the shelf may already be ahead of the events that come).
    pub fn new(
        nights: Vec<(NightKey, Night)>,
        out_of_order: Vec<RoomNightKey>,
        catalogues: &[Arc<Catalogue>],
        at: u64,
    ) -> Self {
        let mut houses: BTreeMap<HotelCode, House> = catalogues
            .iter()
            .map(|catalogue| (catalogue.hotel.code, House::of(catalogue)))
            .collect();
        for ((hotel, room_type, date), night) in nights {
            houses.entry(hotel).or_default().put(room_type, date, night);
        }
        for (hotel, date, room) in out_of_order {
            houses.entry(hotel).or_default().put_out_of_order(room, date);
        }
        let shared = |(hotel, house)| (hotel, Arc::new(RwLock::new(house)));
        let houses = RwLock::new(houses.into_iter().map(shared).collect());
        Self { houses, position: Mutex::new(at) }
    }

    /// Brings the index up to committed events, in the order of the feed; those it has seen already
    /// are skipped.
    pub fn apply(&self, events: &[Event]) {
        let mut position = self.position.lock().unwrap_or_else(PoisonError::into_inner);
        for event in events {
            if event.position <= *position {
                continue;
            }
            *position = event.position;
            if let Some(hotel) = event.hotel
                && touches(&event.data)
            {
                let house = self.house_or_new(hotel);
                house.write().unwrap_or_else(PoisonError::into_inner).apply(&event.data);
            }
        }
    }

    /// Returns the position of the last event the index has seen.
    pub fn position(&self) -> u64 {
        *self.position.lock().unwrap_or_else(PoisonError::into_inner)
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

/// Tells whether an event changes how many rooms are free.
fn touches(data: &EventData) -> bool {
    match data {
        EventData::Booking(_)
        | EventData::Room(_)
        | EventData::Inventory(_)
        | EventData::RoomBlock(_) => true,
        EventData::Hotel(_)
        | EventData::RoomType(_)
        | EventData::RatePlan(_)
        | EventData::Rates(_)
        | EventData::Guest(_)
        | EventData::User(_)
        | EventData::Token(_) => false,
    }
}
