//! The store on Postgres: any number of instances write beside each other, a hotel's stream at a time.

pub(crate) mod address;
mod audit;
mod catalogue;
mod column;
mod cursor;
mod fault;
mod feed;
mod load;
mod log;
mod moving;
mod places;
mod pool;
mod reads;
mod rows;
mod save;
mod schema;
mod session;
mod unit;

use std::sync::Arc;

use tokio::runtime::Builder;
use tokio::sync::{mpsc, oneshot};

use crate::engine::Published;
use crate::feed::Expected;
use crate::shelf::Shelf;
use crate::store::codes::Codes;
use crate::store::{StoreError, Tally, Unit};

use address::{Purpose, SILENCE_AT_START_MAX, Shared};
use fault::in_time;
use places::Places;

pub use address::Address;
pub(super) use moving::{Arrival, Departure};
pub use reads::Queries;

/// How many lanes write: more make each transaction slower, not the whole faster.
const LANES: usize = 2;

/// An open store.
pub(crate) struct PgStore {
    address: Shared,
    codes: Codes,
    places: Arc<Places>,
}

const SECRET: &str = "SELECT meta.value FROM meta WHERE meta.name = $1";
const NEW_SECRET: &str =
    "INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";

impl PgStore {
    /// Opens the store: makes or changes its tables first, if that is to be done. A replica need not be
    /// there.
    pub(crate) async fn open(
        address: &Address,
        replica: Option<Address>,
        tally: Tally,
    ) -> Result<Self, StoreError> {
        schema::migrate(address).await?;
        whole(address).await?;
        let codes = Codes::new(secret(address, "booking_codes").await?);
        let address = Arc::new(address.clone());
        let places = Places::new(Arc::clone(&address), replica.map(Arc::new), tally)?;
        Ok(Self { address, codes, places: Arc::new(places) })
    }

    /// Returns the counts of its reads.
    pub(crate) fn tally(&self) -> Tally {
        self.places.tally()
    }

    /// Returns a secret of the store, made at first use: 32 random bytes, the same on every instance.
    pub(crate) async fn secret(&self, name: &str) -> Result<[u8; 32], StoreError> {
        secret(&self.address, name).await
    }

    /// Makes the write units.
    pub(crate) fn units(&self, catalogues: &Shelf) -> Result<Vec<Box<dyn Unit>>, StoreError> {
        let unit = |_| -> Result<Box<dyn Unit>, StoreError> {
            let address = Arc::clone(&self.address);
            Ok(Box::new(unit::PgUnit::new(address, self.codes.clone(), catalogues.clone())?))
        };
        (0..LANES).map(unit).collect()
    }

    /// Returns the reads.
    pub(crate) fn queries(&self) -> Queries {
        Queries::new(Arc::clone(&self.address), Arc::clone(&self.places), self.codes.clone())
    }

    /// Returns the log as reports read it; call it where a runtime is at work.
    pub(crate) fn log(&self) -> log::PgLog {
        log::PgLog::new(Arc::clone(&self.places), self.codes.clone())
    }

    /// Takes batches into the feed and follows it, on a thread of its own, until the sender is dropped.
    pub(crate) fn follow(
        &self,
        published: Published,
        expected: mpsc::UnboundedReceiver<Expected>,
    ) -> Result<(oneshot::Sender<()>, std::thread::JoinHandle<()>), StoreError> {
        let (stop, stopped) = oneshot::channel();
        let (address, codes) = (Arc::clone(&self.address), self.codes.clone());
        let follower = feed::Follower::new(address, codes, published, expected);
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| StoreError::Open(format!("no runtime for the feed: {error}")))?;
        let thread = std::thread::Builder::new()
            .name("feed".to_owned())
            .spawn(move || runtime.block_on(follower.run(stopped)))
            .map_err(|error| StoreError::Open(format!("no thread for the feed: {error}")))?;
        Ok((stop, thread))
    }
}

/// Refuses a house into which another is still being moved.
async fn whole(address: &Address) -> Result<(), StoreError> {
    let client = address.client(Purpose::Keep).await?;
    let arriving = client.query_opt(SECRET, &[&moving::ARRIVING]);
    if in_time(SILENCE_AT_START_MAX, arriving).await?.is_none() {
        return Ok(());
    }
    Err(half_a_house(address))
}

fn half_a_house(address: &Address) -> StoreError {
    StoreError::Open(format!(
        "{address} is half a house: `hotel admin copy` is at work there, or was stopped before its \
         end; if so, make the database anew and copy again"
    ))
}

async fn secret(address: &Address, name: &str) -> Result<[u8; 32], StoreError> {
    let client = address.client(Purpose::Keep).await?;
    let mut fresh = [0; 32];
    getrandom::fill(&mut fresh)
        .map_err(|error| StoreError::Open(format!("the machine gives no randomness: {error}")))?;
    // Whoever comes first makes it; all read the same.
    let fresh = fresh.as_slice();
    in_time(SILENCE_AT_START_MAX, client.execute(NEW_SECRET, &[&name, &fresh])).await?;
    let row = in_time(SILENCE_AT_START_MAX, client.query_one(SECRET, &[&name])).await?;
    let kept: &[u8] = rows::get(&row, "value")?;
    crate::store::words::parsed("secret", kept.try_into())
}
