//! The shelf: every hotel's catalogue in memory, shared by the engine, the handlers and search.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use hotel_core::catalogue::{Catalogue, Hotel, Position};
use hotel_core::ids::HotelCode;

/// The catalogues as they were last committed.
#[derive(Clone, Default)]
pub struct Shelf {
    shelved: Arc<RwLock<Shelved>>,
}

#[derive(Default)]
struct Shelved {
    catalogues: HashMap<HotelCode, Arc<Catalogue>>,
    /// The sequences of the events that made them what they are.
    versions: HashMap<HotelCode, u64>,
    directory: Arc<Vec<Listing>>,
}

/// Where a hotel is and what it is called, as searches compare it. Listings lie beside each other in
/// memory, so that a search of one city need not touch the catalogues of all.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Listing {
    /// The hotel.
    pub(crate) code: HotelCode,
    /// The code of its city.
    pub(crate) city_code: HotelCode,
    /// Its stars.
    pub(crate) stars: u8,
    /// Whether it sells.
    pub(crate) active: bool,
    /// Where it stands.
    pub(crate) position: Position,
    /// The names of its city and of itself, in small letters.
    pub(crate) names: [String; 2],
}

impl Listing {
    fn of(hotel: &Hotel) -> Self {
        Self {
            code: hotel.code,
            city_code: hotel.city_code,
            stars: hotel.stars,
            active: hotel.active,
            position: hotel.position,
            names: [hotel.city.as_str().to_lowercase(), hotel.name.as_str().to_lowercase()],
        }
    }
}

impl Shelf {
    /// Makes a shelf of catalogues, and the sequences of the events that made them what they are.
    pub fn new(
        catalogues: HashMap<HotelCode, Arc<Catalogue>>,
        versions: HashMap<HotelCode, u64>,
    ) -> Self {
        let mut directory: Vec<Listing> =
            catalogues.values().map(|catalogue| Listing::of(&catalogue.hotel)).collect();
        directory.sort_unstable_by_key(|listing| listing.code);
        let shelved = Shelved { catalogues, versions, directory: Arc::new(directory) };
        Self { shelved: Arc::new(RwLock::new(shelved)) }
    }

    fn read(&self) -> RwLockReadGuard<'_, Shelved> {
        self.shelved.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns a hotel's catalogue.
    pub fn get(&self, hotel: HotelCode) -> Option<Arc<Catalogue>> {
        self.read().catalogues.get(&hotel).cloned()
    }

    /// Returns all catalogues, by hotel code.
    pub fn all(&self) -> Vec<Arc<Catalogue>> {
        let directory = self.directory();
        self.these(directory.iter().map(|listing| listing.code))
    }

    /// Returns the catalogues of some hotels, in the order in which they are named. No hotel ever
    /// leaves the shelf, so that all that the directory lists are there.
    pub(crate) fn these(&self, hotels: impl Iterator<Item = HotelCode>) -> Vec<Arc<Catalogue>> {
        let shelved = self.read();
        hotels.filter_map(|hotel| shelved.catalogues.get(&hotel).cloned()).collect()
    }

    /// Returns where the hotels are and what they are called, by hotel code.
    pub(crate) fn directory(&self) -> Arc<Vec<Listing>> {
        Arc::clone(&self.read().directory)
    }

    /// Returns which event made a hotel's catalogue what it is; 0 for one that is not there.
    pub(crate) fn version(&self, hotel: HotelCode) -> u64 {
        self.read().versions.get(&hotel).copied().unwrap_or_default()
    }

    /// Puts a catalogue on the shelf, in place of the one before; one that is older than that is let
    /// go, since several may bring the same news.
    pub(crate) fn put(&self, catalogue: Arc<Catalogue>, version: u64) {
        let listing = Listing::of(&catalogue.hotel);
        let mut shelved = self.shelved.write().unwrap_or_else(PoisonError::into_inner);
        let known = shelved.versions.entry(listing.code).or_default();
        if version < *known {
            return;
        }
        *known = version;
        let place = shelved.directory.binary_search_by_key(&listing.code, |listing| listing.code);
        match place {
            Ok(place) if shelved.directory[place] == listing => {}
            Ok(place) => Arc::make_mut(&mut shelved.directory)[place] = listing,
            Err(place) => Arc::make_mut(&mut shelved.directory).insert(place, listing),
        }
        shelved.catalogues.insert(catalogue.hotel.code, catalogue);
    }
}
