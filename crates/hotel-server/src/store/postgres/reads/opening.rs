//! What a house is opened with, all of one moment.

use std::collections::HashMap;
use std::pin::pin;
use std::time::Duration;

use futures_util::TryStreamExt as _;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use tokio_postgres::types::ToSql;
use tokio_postgres::{IsolationLevel, Row, Transaction};

use super::Queries;
use super::rooms::ALL_NIGHTS;
use crate::index;
use crate::store::postgres::address::{Purpose, SILENCE_AT_START_MAX};
use crate::store::postgres::catalogue;
use crate::store::postgres::fault::in_time;
use crate::store::postgres::rows::{counted, night_from_row, room_night_from_row, stream_of};
use crate::store::{Opening, StoreError};

const STREAMS: &str = "SELECT stream.hotel, stream.sequence, stream.catalogue FROM stream";

const OUT_OF_ORDER: &str = "SELECT room_night.hotel, room_night.night, room_night.room, \
     room_night.booking FROM room_night \
     WHERE room_night.night >= $1 AND room_night.booking IS NULL";

const HEAD: &str = "SELECT feed.position FROM feed WHERE feed.id = 1";

// Every order asked for is that of a key: walking along it, the first row comes as soon as the last.
const AS_THEY_COME: &str = "SET LOCAL enable_sort = off";

impl Queries {
    /// Returns what a house is opened with.
    pub async fn opening(&self, now: Timestamp) -> Result<Opening, StoreError> {
        // A zone lies at most a day behind UTC, and a business date at most a day behind its zone.
        let today = TimeZone::UTC.to_datetime(now).date();
        let from = today.saturating_sub(jiff::Span::new().days(2));
        let mut client = self.address.client(Purpose::Keep).await?;
        let begun = client
            .build_transaction()
            .isolation_level(IsolationLevel::RepeatableRead)
            .read_only(true)
            .start();
        let moment = Moment {
            transaction: in_time(SILENCE_AT_START_MAX, begun).await?,
            silence_max: SILENCE_AT_START_MAX,
        };
        in_time(SILENCE_AT_START_MAX, moment.transaction.batch_execute(AS_THEY_COME)).await?;
        let mut catalogues = Vec::new();
        for sql in catalogue::OF_ALL {
            catalogues.push(moment.each(sql, &[], Ok).await?);
        }
        let (mut sequences, mut versions) = (HashMap::new(), HashMap::new());
        for row in moment.each(STREAMS, &[], Ok).await? {
            if let Some(hotel) = stream_of(&row)? {
                sequences.insert(hotel, counted(&row, "sequence")?);
                versions.insert(hotel, counted(&row, "catalogue")?);
            }
        }
        let nights = moment.each(ALL_NIGHTS, &[], |row| night_from_row(&row)).await?;
        let room = |row: Row| Ok(room_night_from_row(&row, &self.codes)?.0);
        let out_of_order = moment.each(OUT_OF_ORDER, &[&from], room).await?;
        let heads = moment.each(HEAD, &[], |row| counted(&row, "position")).await?;
        let position = heads.first().copied().ok_or(StoreError::Row { what: "feed", source: None });
        Ok(Opening {
            catalogues: catalogue::gathered(&catalogues)?,
            versions,
            index: index::Read { nights, out_of_order, sequences, position: position? },
        })
    }
}

/// A moment at which everything is read. How much that is nobody knows beforehand, so that it may take
/// its time; but a database that says nothing any more is not waited for.
struct Moment<'a> {
    transaction: Transaction<'a>,
    silence_max: Duration,
}

impl Moment<'_> {
    /// Reads every row of a statement, one after another.
    async fn each<T>(
        &self,
        sql: &str,
        values: &[&(dyn ToSql + Sync)],
        mut read: impl FnMut(Row) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let asked = self.transaction.query_raw(sql, values.iter().copied());
        let mut rows = pin!(in_time(self.silence_max, asked).await?);
        let mut all = Vec::new();
        while let Some(row) = in_time(self.silence_max, rows.try_next()).await? {
            all.push(read(row)?);
        }
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use crate::store::postgres::Address;

    use super::*;

    const SILENCE_MAX: Duration = Duration::from_millis(400);

    /// Rows that are sent one by one, since each is too large to wait for the next.
    const SLOW: &str = "SELECT repeat('x', 10000), pg_sleep(0.1) FROM generate_series(1, 10)";

    async fn read(sql: &str) -> Result<usize, StoreError> {
        let address: Address = hotel_rig::Postgres::for_tests().parse().unwrap();
        let mut client = address.client(Purpose::Keep).await.unwrap();
        let transaction = client.transaction().await.unwrap();
        let moment = Moment { transaction, silence_max: SILENCE_MAX };
        Ok(moment.each(sql, &[], Ok).await?.len())
    }

    #[tokio::test]
    async fn a_database_may_take_its_time_but_not_fall_silent() {
        if !hotel_rig::Postgres::available() {
            return;
        }
        let began = Instant::now();
        assert_eq!(read(SLOW).await.unwrap(), 10);
        assert!(began.elapsed() > SILENCE_MAX * 2, "it took no time");
        let hung = SLOW.replace("0.1", "CASE generate_series WHEN 6 THEN 3600 ELSE 0.1 END");
        for silent in ["SELECT pg_sleep(3600)", &hung] {
            let began = Instant::now();
            let said = read(silent).await.unwrap_err();
            assert!(matches!(said, StoreError::Lost(_)), "{said:?}");
            assert!(began.elapsed() < SILENCE_MAX * 10, "it was waited for");
        }
    }
}
