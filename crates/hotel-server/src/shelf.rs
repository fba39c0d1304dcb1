//! The shelf: every hotel's catalogue in memory, shared by the engine, the handlers and search.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use hotel_core::catalogue::Catalogue;
use hotel_core::ids::HotelCode;

/// The catalogues as they were last committed.
#[derive(Clone, Default)]
pub struct Shelf {
    catalogues: Arc<RwLock<HashMap<HotelCode, Arc<Catalogue>>>>,
}

impl Shelf {
    /// Makes a shelf of catalogues.
    pub fn new(catalogues: HashMap<HotelCode, Arc<Catalogue>>) -> Self {
        Self { catalogues: Arc::new(RwLock::new(catalogues)) }
    }

    /// Returns a hotel's catalogue.
    pub fn get(&self, hotel: HotelCode) -> Option<Arc<Catalogue>> {
        self.catalogues.read().unwrap_or_else(PoisonError::into_inner).get(&hotel).cloned()
    }

    /// Returns all catalogues, by hotel code.
    pub fn all(&self) -> Vec<Arc<Catalogue>> {
        let catalogues = self.catalogues.read().unwrap_or_else(PoisonError::into_inner);
        let mut all: Vec<_> = catalogues.values().cloned().collect();
        all.sort_unstable_by_key(|catalogue| catalogue.hotel.code);
        all
    }

    /// Puts a catalogue on the shelf, in place of the one before.
    pub(crate) fn put(&self, catalogue: Arc<Catalogue>) {
        let mut catalogues = self.catalogues.write().unwrap_or_else(PoisonError::into_inner);
        catalogues.insert(catalogue.hotel.code, catalogue);
    }
}
