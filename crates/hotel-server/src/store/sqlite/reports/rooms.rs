//! How many rooms could be slept in: read where it is kept, in the inventory.

use jiff::civil::Date;
use rusqlite::params;

use hotel_core::ids::HotelCode;
use hotel_core::stay::day_number;

use crate::reports::Available;
use crate::store::StoreError;
use crate::store::sqlite::Queries;
use crate::store::sqlite::rows::{date, parsed, text};

const ROOMS_AVAILABLE: &str = "SELECT inventory.hotel, inventory.night, \
     sum(max(inventory.physical - inventory.out_of_order, 0)) AS available \
     FROM json_each(?1) AS wanted CROSS JOIN inventory ON inventory.hotel = wanted.value \
     WHERE inventory.night >= ?2 AND inventory.night < ?3 \
     GROUP BY inventory.hotel, inventory.night";

impl Queries {
    /// Returns how many rooms of some hotels could be slept in, on each night that has inventory.
    pub(crate) async fn rooms_available(
        &self,
        hotels: Vec<HotelCode>,
        from: Date,
        to: Date,
    ) -> Result<Available, StoreError> {
        self.with(move |connection| {
            let hotels = parsed("list of hotels", serde_json::to_string(&hotels))?;
            let mut statement = connection.prepare_cached(ROOMS_AVAILABLE)?;
            let mut rows = statement.query(params![hotels, day_number(from), day_number(to)])?;
            let mut available = Available::new();
            while let Some(row) = rows.next()? {
                let key = (text(row, "hotel", "hotel code")?, date(row, "night")?);
                available.insert(key, row.get("available")?);
            }
            Ok(available)
        })
        .await
    }
}
