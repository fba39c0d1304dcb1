//! Making and changing the tables: one instance at a time, forward only, and never below what another
//! version made.

use std::time::Duration;

use tokio_postgres::Client;

use super::address::{Address, Purpose, SILENCE_AT_START_MAX};
use super::fault::{database_said, in_time, is_in_the_way_of_others, late};
use super::rows::get;
use crate::store::StoreError;

mod migrations {
    refinery::embed_migrations!("migrations/postgres");
}

/// What the lock that keeps a second migrator away is called.
const LOCK: &str = "SELECT pg_advisory_lock(hashtext('hotel migrations'))";
const UNLOCK: &str = "SELECT pg_advisory_unlock(hashtext('hotel migrations'))";

/// How long a start waits for another instance that is changing the tables.
const ANOTHER_MAX: Duration = Duration::from_secs(30);

const WAIT_FOR_ANOTHER: &str = "SET lock_timeout = '30s'";

/// A change of a table that others use is not queued before them for long.
const WAIT_FOR_TABLES: &str = "SET lock_timeout = '1s'";

// The history is of a kind that other programs keep too, under the same name.
const HISTORY: &str = "SELECT to_regclass('refinery_schema_history') IS NOT NULL \
       AND to_regclass('meta') IS NOT NULL AND to_regclass('feed') IS NOT NULL AS is_ours, \
     EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace \
       AND relkind IN ('r', 'p') AND relname <> 'refinery_schema_history') AS has_tables";

const VERSION: &str = "SELECT coalesce(max(version), 0)::bigint AS version \
     FROM refinery_schema_history";

/// The oldest version of the tables whose program can work with these as they are now; a later version
/// writes it when it changes what an earlier one relies on.
const WORKS_FROM: &str = "SELECT value FROM meta WHERE name = 'works_from'";

/// How often a change of tables is tried that others are in the way of: it takes no place in their queue
/// for long, so that they go on meanwhile.
const TRIES_MAX: u32 = 8;

/// The rest before the second try; later ones are longer.
const REST: Duration = Duration::from_millis(200);

/// Returns the version of the tables that this program writes.
pub(super) fn version() -> i64 {
    let runner = migrations::migrations::runner();
    runner.get_migrations().iter().map(|one| i64::from(one.version())).max().unwrap_or(0)
}

/// Brings the tables up to this program's version, unless they are ahead of it already.
pub(super) async fn migrate(address: &Address) -> Result<(), StoreError> {
    let mut client = address.client(Purpose::Keep).await?;
    in_time(SILENCE_AT_START_MAX, client.batch_execute(WAIT_FOR_ANOTHER)).await?;
    let locked = in_time(ANOTHER_MAX + SILENCE_AT_START_MAX, client.query(LOCK, &[])).await;
    if matches!(locked, Err(StoreError::Conflict(_))) {
        return Err(StoreError::Open(format!(
            "another instance has been changing the tables of {address} for {} s",
            ANOTHER_MAX.as_secs()
        )));
    }
    locked?;
    in_time(SILENCE_AT_START_MAX, client.batch_execute(WAIT_FOR_TABLES)).await?;
    let migrated = migrate_locked(address, &mut client).await;
    // The lock goes with the connection in any case.
    in_time(SILENCE_AT_START_MAX, client.query(UNLOCK, &[])).await.ok();
    migrated
}

async fn migrate_locked(address: &Address, client: &mut Client) -> Result<(), StoreError> {
    let row = in_time(SILENCE_AT_START_MAX, client.query_one(HISTORY, &[])).await?;
    let (is_ours, has_tables): (bool, bool) = (get(&row, "is_ours")?, get(&row, "has_tables")?);
    if !is_ours && has_tables {
        return Err(StoreError::Open(format!(
            "{address} holds tables that are not ours; it was left as it is: name a database of its \
             own, CREATE DATABASE makes one"
        )));
    }
    let runner = migrations::migrations::runner();
    let ours = version();
    let mut work_max = Purpose::Keep.answer_max();
    if is_ours {
        let row = in_time(SILENCE_AT_START_MAX, client.query_one(VERSION, &[])).await?;
        let theirs = get(&row, "version")?;
        if ours < theirs {
            return older(address, client, (ours, theirs)).await;
        }
        if ours == theirs {
            // The history is looked through, and that is all.
            work_max = SILENCE_AT_START_MAX;
        }
    }
    let mut tries = 1;
    loop {
        let done = tokio::time::timeout(work_max, runner.run_async(client)).await;
        let Err(error) = done.map_err(|_| late())? else { return Ok(()) };
        if tries == TRIES_MAX || !is_in_the_way_of_others(&error) {
            return Err(StoreError::Open(format!(
                "the tables of {address} can't be made or changed: {error}{}",
                database_said(&error).map(|said| format!(": {said}")).unwrap_or_default()
            )));
        }
        tracing::warn!(tries, "others use the tables; they are changed in a moment");
        tokio::time::sleep(REST * tries).await;
        tries += 1;
    }
}

/// Lets a program go on with tables that a newer one has changed, if that one left them fit for it.
async fn older(
    address: &Address,
    client: &Client,
    (ours, theirs): (i64, i64),
) -> Result<(), StoreError> {
    let row = in_time(SILENCE_AT_START_MAX, client.query_opt(WORKS_FROM, &[])).await?;
    let from = row.and_then(|row| <[u8; 8]>::try_from(row.get::<_, &[u8]>("value")).ok());
    if from.is_some_and(|from| i64::from_be_bytes(from) <= ours) {
        tracing::warn!(ours, theirs, "the tables are of a newer version, which this one can serve");
        return Ok(());
    }
    Err(StoreError::Open(format!(
        "{address} has schema version {theirs}, this program knows {ours}: it was left as it is; use \
         the newer `hotel` that made it"
    )))
}
