//! Connections for reads, lent out one at a time and given back; nobody waits for one long.

use std::time::Duration;

use deadpool_postgres::{Hook, Object, PoolError, Runtime, Timeouts};
use tokio_postgres::Row;
use tokio_postgres::types::ToSql;

use super::address::{Purpose, Shared, settings};
use super::fault::{sorted, unavailable};
use crate::store::StoreError;

/// How many connections read at once: more only wait for each other, and the server has so many.
const CONNECTIONS_MAX: usize = 8;

/// How long a read waits for a connection.
const WAIT_MAX: Duration = Duration::from_secs(1);

/// How long a read may take; a database that holds still longer counts as gone.
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
    pub(super) async fn get(&self) -> Result<Object, StoreError> {
        self.pool.get().await.map_err(|error| match error {
            PoolError::Backend(error) => unavailable(&self.address, &error),
            PoolError::Timeout(_) => {
                StoreError::Unavailable(format!("{}: every connection is busy", self.address))
            }
            PoolError::Closed => StoreError::Closing,
            PoolError::NoRuntimeSpecified | PoolError::PostCreateHook(_) => {
                StoreError::Unavailable(format!("{}: {error}", self.address))
            }
        })
    }

    /// Reads the rows of one statement. One that found its connection broken is asked once more.
    pub(super) async fn rows(
        &self,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, StoreError> {
        match self.rows_once(sql, values).await {
            Err(StoreError::Lost(_)) => self.rows_once(sql, values).await,
            answered => answered,
        }
    }

    async fn rows_once(
        &self,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, StoreError> {
        let client = self.get().await?;
        let answered = tokio::time::timeout(ANSWER_MAX, async {
            let statement = client.prepare_cached(sql).await?;
            client.query(&statement, values).await
        });
        let answered = match answered.await {
            Ok(answered) => answered.map_err(sorted),
            Err(_) => Err(StoreError::Lost("no answer in time".to_owned())),
        };
        if matches!(answered, Err(StoreError::Lost(_))) {
            // It does not go back.
            drop(Object::take(client));
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
