//! Connections for reads, lent out one at a time and given back; nobody waits for one long.

use std::time::Duration;

use deadpool_postgres::{Hook, Object, PoolError, Runtime, Timeouts};
use tokio_postgres::Row;
use tokio_postgres::types::ToSql;

use super::address::{Purpose, Shared, settings};
use super::fault::{late, sorted, unavailable};
use crate::store::StoreError;

/// How many connections read at once: more only wait for each other, and the server has so many.
const CONNECTIONS_MAX: usize = 8;

/// How long a read waits for a connection.
const WAIT_MAX: Duration = Duration::from_secs(1);

/// How long a read may take with all that belongs to it; a database that holds still longer counts as
/// gone, a moment before the caller would be told that the answer took too long.
const ANSWER_MAX: Duration = Duration::from_secs(9);

/// The pool.
#[derive(Clone)]
pub(super) struct Pool {
    address: Shared,
    pool: deadpool_postgres::Pool,
}

impl Pool {
    /// Makes a pool; nothing is connected yet.
    pub(super) fn new(address: Shared) -> Result<Self, StoreError> {
        let prepared = Hook::async_fn(|client: &mut deadpool_postgres::ClientWrapper, _| {
            Box::pin(async move {
                let set = settings(Purpose::Read);
                client.batch_execute(&set).await.map_err(deadpool_postgres::HookError::Backend)
            })
        });
        let timeouts =
            Timeouts { wait: Some(WAIT_MAX), create: Some(WAIT_MAX * 2), recycle: Some(WAIT_MAX) };
        let pool = deadpool_postgres::Pool::builder(address.manager())
            .max_size(CONNECTIONS_MAX)
            .timeouts(timeouts)
            .runtime(Runtime::Tokio1)
            .post_create(prepared)
            .build()
            .map_err(|error| StoreError::Open(format!("no pool of connections: {error}")))?;
        Ok(Self { address, pool })
    }

    /// Lends a connection.
    pub(super) async fn lend(&self) -> Result<Lent, StoreError> {
        let lent = self.pool.get().await.map_err(|error| match error {
            PoolError::Backend(error) => unavailable(&self.address, &error),
            PoolError::Timeout(_) => {
                StoreError::Unavailable(format!("{}: every connection is busy", self.address))
            }
            PoolError::Closed => StoreError::Closing,
            PoolError::NoRuntimeSpecified | PoolError::PostCreateHook(_) => {
                StoreError::Unavailable(format!("{}: {error}", self.address))
            }
        });
        Ok(Lent(Some(lent?)))
    }

    /// Reads the rows of one statement. One that found its connection broken is asked once more, if
    /// there is time left.
    pub(super) async fn rows(
        &self,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, StoreError> {
        let read = async {
            match self.rows_once(sql, values).await {
                Err(StoreError::Lost(_)) => self.rows_once(sql, values).await,
                answered => answered,
            }
        };
        tokio::time::timeout(ANSWER_MAX, read).await.unwrap_or_else(|_| Err(late()))
    }

    async fn rows_once(
        &self,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, StoreError> {
        let lent = self.lend().await?;
        let answered = lent.ask(sql, values).await;
        if !matches!(answered, Err(StoreError::Lost(_))) {
            lent.give_back();
        }
        answered
    }

    /// Reads the first row of a statement, if there is one.
    pub(super) async fn first(
        &self,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(sql, values).await?.into_iter().next())
    }
}

/// A connection that is being asked. It goes with its question unless it is given back: one whose answer
/// nobody waited for would keep the next who borrows it waiting in his stead.
pub(super) struct Lent(Option<Object>);

impl Lent {
    /// Reads the rows of one statement.
    pub(super) async fn ask(
        &self,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, StoreError> {
        let Some(client) = &self.0 else { return Err(StoreError::Closing) };
        let statement = client.prepare_cached(sql).await.map_err(sorted)?;
        client.query(&statement, values).await.map_err(sorted)
    }

    /// Gives it back, for the next.
    pub(super) fn give_back(mut self) {
        drop(self.0.take());
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        if let Some(client) = self.0.take() {
            drop(Object::take(client));
        }
    }
}
