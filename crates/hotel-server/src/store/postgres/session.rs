//! A lane's session: one connection, driven by the lane's own thread, and its prepared statements.

use std::collections::HashMap;

use futures_util::future::try_join_all;
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Row, Statement};

use super::address::{Purpose, Shared};
use super::fault::{in_time, late, sorted};
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
    /// A transaction was opened, and its end was not heard of.
    is_open: bool,
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
        Ok(Self { address, purpose, runtime, connected: None, is_open: false })
    }

    /// Sends statements all at once and returns the rows of each, in their order. The first that fails
    /// is told; a session that is lost is let go, and the next call connects anew, unless that was in the
    /// middle of a transaction.
    pub(super) fn ask(&mut self, asked: &[Asked<'_>]) -> Result<Vec<Vec<Row>>, StoreError> {
        let mut connected = match self.connected.take() {
            Some(connected) if !connected.client.is_closed() => connected,
            Some(_) | None if self.is_open => {
                return Err(StoreError::Lost("the connection of this transaction".to_owned()));
            }
            Some(_) | None => self.connect()?,
        };
        let answered = self.runtime.block_on(async {
            let answered =
                tokio::time::timeout(self.purpose.answer_max(), connected.ask(asked)).await;
            answered.unwrap_or_else(|_| Err(late()))
        });
        // What is lost is dropped here, and with it what the other side still holds for us.
        if !matches!(answered, Err(StoreError::Lost(_))) {
            self.connected = Some(connected);
        }
        answered
    }

    /// Asks as `ask` does, the first of it being what opens a transaction. Until that ends, nothing is
    /// asked over any other connection: there it would be done at once, and without the locks.
    pub(super) fn begin(&mut self, asked: &[Asked<'_>]) -> Result<Vec<Vec<Row>>, StoreError> {
        self.is_open = false;
        let answered = self.ask(asked);
        self.is_open = true;
        answered
    }

    /// Asks as `ask` does, the last of it being what ends the transaction.
    pub(super) fn end(&mut self, asked: &[Asked<'_>]) -> Result<(), StoreError> {
        self.ask(asked)?;
        self.is_open = false;
        Ok(())
    }

    /// Undoes the transaction, if its connection is still there; else it is undone by that.
    pub(super) fn rollback(&mut self) -> Result<(), StoreError> {
        self.is_open = false;
        let Some(connected) = self.connected.take() else { return Ok(()) };
        let undoing = connected.client.batch_execute("ROLLBACK");
        let done = self.runtime.block_on(in_time(self.purpose.answer_max(), undoing));
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use hotel_rig::postgres::psql;

    use super::*;

    #[test]
    fn a_transaction_that_lost_its_connection_goes_on_over_no_other() {
        if !hotel_rig::Postgres::available() {
            return;
        }
        let url = hotel_rig::Postgres::for_tests();
        let address = Arc::new(url.parse().unwrap());
        let mut session = Session::new(address, Purpose::Lane).unwrap();
        let (begin, insert, commit) = ("BEGIN", "INSERT INTO night VALUES (1)", "COMMIT");
        session.ask(&[("CREATE TABLE night (id int)", vec![])]).unwrap();
        session.begin(&[(begin, vec![])]).unwrap();
        let leave = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
             WHERE datname = current_database() AND application_name = 'hotel lane'";
        psql(&url, leave).unwrap();
        for _ in 0..3 {
            let answered = session.ask(&[(insert, vec![])]);
            assert!(matches!(answered, Err(StoreError::Lost(_))), "{answered:?}");
        }
        assert!(matches!(session.end(&[(commit, vec![])]), Err(StoreError::Lost(_))));
        session.rollback().unwrap();
        assert_eq!(psql(&url, "SELECT count(*) FROM night").unwrap(), "0");
        session.begin(&[(begin, vec![]), (insert, vec![])]).unwrap();
        session.end(&[(insert, vec![]), (commit, vec![])]).unwrap();
        assert_eq!(psql(&url, "SELECT count(*) FROM night").unwrap(), "2");
    }
}
