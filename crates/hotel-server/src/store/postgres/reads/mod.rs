//! Reads for everyone but the engine. Knows SQL and pages; knows neither HTTP nor rules.

mod bookings;
mod commands;
mod events;
mod opening;
mod people;
mod rooms;

use std::sync::Arc;

use hotel_core::wire::verify::{VerifyProgress, VerifyReport};

use super::address::Shared;
use super::places::Places;
use super::rows::get;
use crate::store::StoreError;
use crate::store::codes::Codes;

// What reads set for themselves does not count.
const IS_READ_ONLY: &str = "SELECT pg_is_in_recovery() OR reset_val = 'on' AS is_read_only \
     FROM pg_settings WHERE name = 'default_transaction_read_only'";

/// The reads of the store.
#[derive(Clone)]
pub struct Queries {
    places: Arc<Places>,
    codes: Codes,
    address: Shared,
    // For reads that take their time: one after another.
    alone: Arc<tokio::sync::Semaphore>,
}

impl Queries {
    pub(super) fn new(address: Shared, places: Arc<Places>, codes: Codes) -> Self {
        Self { places, codes, address, alone: Arc::new(tokio::sync::Semaphore::new(1)) }
    }

    /// Tells, by failing, that the store does not answer, or takes no writes.
    pub async fn check(&self) -> Result<(), StoreError> {
        let row = self.places.first(IS_READ_ONLY, &[]).await?;
        match row.as_ref().map(|row| get::<bool>(row, "is_read_only")).transpose()? {
            Some(true) => Err(StoreError::Unavailable("the database may only be read".to_owned())),
            Some(false) | None => Ok(()),
        }
    }

    /// Folds the whole log again and compares every row with it. One runs at a time.
    pub async fn verify(
        &self,
        tell: impl FnMut(VerifyProgress) -> bool + Send + 'static,
    ) -> Result<VerifyReport, StoreError> {
        let _alone = self.alone.acquire().await.map_err(|_| StoreError::Closing)?;
        let (address, codes) = (Arc::clone(&self.address), self.codes.clone());
        let read = tokio::task::spawn_blocking(move || {
            super::audit::verify(address, &codes, &mut { tell })
        });
        read.await.map_err(|_| StoreError::Closing)?
    }
}
