//! Where reads are asked: at the primary, or at a replica of it that has come as far.
//!
//! A replica is behind by nature, and nobody may notice. So the primary is asked first how far its log
//! of writes reaches, which touches no table, and the replica answers only once it has replayed all of
//! that: whatever anybody was told before the read began, by whichever instance, is in what it reads. A
//! replica that is not so far in a moment, not there, or not of this house is passed over.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::time::{sleep, timeout};
use tokio_postgres::Row;
use tokio_postgres::types::{PgLsn, ToSql};

use super::address::Shared;
use super::pool::{Lent, Pool};
use super::rows::get;
use crate::store::StoreError;
use crate::store::tally::{Passed, Place, Tally};

/// How long a read waits for the replica to come as far as the primary; one that streams does so in a
/// millisecond or two.
const LEVEL_MAX: Duration = Duration::from_millis(50);

/// How often it looks.
const LOOK_EVERY: Duration = Duration::from_millis(2);

/// How long the replica may take to say how far it is, with the time to connect: no read shall feel that
/// it hangs.
const STANDING_MAX: Duration = Duration::from_millis(500);

/// How long it may take to answer; the primary is to have time left then.
const ANSWER_MAX: Duration = Duration::from_secs(4);

/// How long a replica that was passed over is left alone.
const REST: Duration = Duration::from_secs(1);

// A house is the database of a cluster in one of its lives: a copy of the house is another, and so is
// what went on elsewhere after this cluster was promoted.
const MARK: &str = "SELECT pg_current_wal_flush_lsn() AS reached, \
     concat_ws('/', system_identifier, \
       (SELECT oid FROM pg_database WHERE datname = current_database()), \
       ('x' || left(pg_walfile_name(pg_current_wal_flush_lsn()), 8))::bit(32)::integer) AS house \
     FROM pg_control_system()";

const STANDING: &str = "SELECT pg_is_in_recovery() AND $1::text = concat_ws('/', \
       (SELECT system_identifier FROM pg_control_system()), \
       (SELECT oid FROM pg_database WHERE datname = current_database()), \
       (SELECT timeline_id FROM pg_control_checkpoint())) AS is_ours, \
     coalesce(pg_last_wal_replay_lsn() >= $2, false) AS is_level";

/// The places at which reads can be asked.
pub(super) struct Places {
    primary: Pool,
    replica: Option<Replica>,
    tally: Tally,
}

impl Places {
    /// Makes the places; nothing is connected yet.
    pub(super) fn new(
        primary: Shared,
        replica: Option<Shared>,
        tally: Tally,
    ) -> Result<Self, StoreError> {
        let replica = match replica {
            Some(address) => {
                let (pool, met) = (Pool::new(Arc::clone(&address))?, Mutex::default());
                Some(Replica { address, pool, met })
            }
            None => None,
        };
        Ok(Self { primary: Pool::new(primary)?, replica, tally })
    }

    /// Returns the counts of the reads.
    pub(super) fn tally(&self) -> Tally {
        self.tally.clone()
    }

    /// Reads the rows of one statement at the primary: what decides, and what is found by its key.
    pub(super) async fn rows(
        &self,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, StoreError> {
        self.tally.read(Place::Primary);
        self.primary.rows(sql, values).await
    }

    /// Reads the first row of a statement at the primary, if there is one.
    pub(super) async fn first(
        &self,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(sql, values).await?.into_iter().next())
    }

    /// Reads the rows of one statement wherever they are as fresh: what is much to read.
    pub(super) async fn rows_anywhere(
        &self,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, StoreError> {
        if let Some(replica) = &self.replica {
            match replica.rows(&self.primary, sql, values).await {
                Ok(rows) => {
                    self.tally.read(Place::Replica);
                    return Ok(rows);
                }
                Err(reason) => self.tally.passed(reason),
            }
        }
        self.rows(sql, values).await
    }
}

/// How far the primary has come, and of which house it is.
struct Mark {
    house: String,
    reached: PgLsn,
}

impl Mark {
    async fn of(primary: &Pool) -> Result<Self, StoreError> {
        let row = primary.first(MARK, &[]).await?;
        let row = row.ok_or(StoreError::Row { what: "mark", source: None })?;
        Ok(Self { house: get(&row, "house")?, reached: get(&row, "reached")? })
    }
}

/// A replica, and how it was met last.
struct Replica {
    address: Shared,
    pool: Pool,
    met: Mutex<Met>,
}

/// How a replica was met last.
#[derive(Clone, Copy, Default)]
enum Met {
    /// It answered, or was not asked yet.
    #[default]
    Well,
    /// It was passed over, at this moment.
    Passed(Passed, Instant),
}

impl Replica {
    /// Reads the rows of one statement, unless the replica has to be passed over.
    async fn rows(
        &self,
        primary: &Pool,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, Passed> {
        if let Met::Passed(reason, since) = self.met()
            && since.elapsed() < REST
        {
            return Err(reason);
        }
        let read = timeout(ANSWER_MAX, self.read(primary, sql, values)).await;
        let read = read.unwrap_or(Err(Passed::Down));
        self.note(read.as_ref().err().copied());
        read
    }

    async fn read(
        &self,
        primary: &Pool,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, Passed> {
        let mark = timeout(STANDING_MAX, Mark::of(primary)).await;
        let mark = mark.ok().and_then(Result::ok).ok_or(Passed::Unsure)?;
        // On one connection: behind an address there may be several of them, each as far as it is.
        let lent = timeout(STANDING_MAX, self.level(&mark)).await;
        let lent = lent.map_err(|_| Passed::Down)??;
        let rows = lent.ask(sql, values).await.map_err(|_| Passed::Down)?;
        lent.give_back();
        Ok(rows)
    }

    /// Lends a connection to the replica once that has come as far as a mark.
    async fn level(&self, mark: &Mark) -> Result<Lent, Passed> {
        let lent = self.pool.lend().await.map_err(|_| Passed::Down)?;
        let began = Instant::now();
        loop {
            let standing = lent.ask(STANDING, &[&mark.house, &mark.reached]).await;
            let standing = standing.map_err(|_| Passed::Down)?;
            let row = standing.first().ok_or(Passed::Down)?;
            let is = |name| get::<bool>(row, name).map_err(|_| Passed::Down);
            if !is("is_ours")? {
                lent.give_back();
                return Err(Passed::Foreign);
            }
            if is("is_level")? {
                return Ok(lent);
            }
            if began.elapsed() > LEVEL_MAX {
                lent.give_back();
                return Err(Passed::Behind);
            }
            sleep(LOOK_EVERY).await;
        }
    }

    fn met(&self) -> Met {
        *self.met.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes how it was met now, and tells if that is news.
    fn note(&self, passed: Option<Passed>) {
        let met = passed.map_or(Met::Well, |reason| Met::Passed(reason, Instant::now()));
        let before = {
            let mut known = self.met.lock().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *known, met)
        };
        let before = match before {
            Met::Well => None,
            Met::Passed(reason, _) => Some(reason),
        };
        let replica = &self.address;
        match passed {
            Some(reason) if before != passed => {
                tracing::warn!(%replica, %reason, "the primary is read instead of the replica");
            }
            None if before.is_some() => tracing::info!(%replica, "the replica is read again"),
            Some(_) | None => {}
        }
    }
}
