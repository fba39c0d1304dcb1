//! A lane's session: one connection, driven by the lane's own thread, and its prepared statements.

use std::collections::HashMap;

use futures_util::future::try_join_all;
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Row, Statement};

use super::address::{Purpose, Shared};
use super::fault::sorted;
use crate::store::StoreError;

/// A value of a statement.
pub(super) type Cell<'a> = &'a (dyn ToSql + Sync);

/// A statement with its values.
pub(super) type Asked<'a> = (&'static str, Vec<Cell<'a>>);

/// A session, connected when it is needed.
pub(super) struct Session {
    address: Shared,
    purpose: Purpose,
    // One thread does it all: nobody else has to be woken for an answer.
    runtime: Runtime,
    connected: Option<Connected>,
}

struct Connected {
    client: Client,
    statements: HashMap<&'static str, Statement>,
}

impl Session {
    /// Makes a session that is not connected yet.
    pub(super) fn new(address: Shared, purpose: Purpose) -> Result<Self, StoreError> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| StoreError::Open(format!("no runtime for a session: {error}")))?;
        Ok(Self { address, purpose, runtime, connected: None })
    }

    /// Sends statements all at once and returns the rows of each, in their order. The first that fails
    /// is told; a session that is lost is let go, and the next call connects anew.
    pub(super) fn ask(&mut self, asked: &[Asked<'_>]) -> Result<Vec<Vec<Row>>, StoreError> {
        let mut connected = match self.connected.take() {
            Some(connected) if !connected.client.is_closed() => connected,
            Some(_) | None => self.connect()?,
        };
        let answered = self.runtime.block_on(async {
            let answered =
                tokio::time::timeout(self.purpose.answer_max(), connected.ask(asked)).await;
            answered.unwrap_or_else(|_| Err(StoreError::Lost("no answer in time".to_owned())))
        });
        // What is lost is dropped here, and with it what the other side still holds for us.
        if !matches!(answered, Err(StoreError::Lost(_))) {
            self.connected = Some(connected);
        }
        answered
    }

    /// Runs statements without values, one after another, if there is a connection.
    pub(super) fn run(&mut self, sql: &str) -> Result<(), StoreError> {
        let Some(connected) = self.connected.take() else { return Ok(()) };
        let done = self.runtime.block_on(async {
            let done = tokio::time::timeout(
                self.purpose.answer_max(),
                connected.client.batch_execute(sql),
            )
            .await;
            match done {
                Ok(done) => done.map_err(sorted),
                Err(_) => Err(StoreError::Lost("no answer in time".to_owned())),
            }
        });
        if !matches!(done, Err(StoreError::Lost(_))) {
            self.connected = Some(connected);
        }
        done
    }

    /// Waits for something that has connections of its own.
    pub(super) fn block_on<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    fn connect(&self) -> Result<Connected, StoreError> {
        let client = self.runtime.block_on(self.address.client(self.purpose))?;
        Ok(Connected { client, statements: HashMap::new() })
    }
}

impl Connected {
    async fn ask(&mut self, asked: &[Asked<'_>]) -> Result<Vec<Vec<Row>>, StoreError> {
        for (sql, _) in asked {
            if !self.statements.contains_key(sql) {
                let statement = self.client.prepare(sql).await.map_err(sorted)?;
                self.statements.insert(sql, statement);
            }
        }
        // All are sent before the first answer is awaited; what follows a failure fails too.
        let Self { client, statements } = &*self;
        let rows = asked.iter().map(|(sql, values)| async move {
            client.query(&statements[sql], values).await.map_err(sorted)
        });
        try_join_all(rows).await
    }
}
