//! What a house is opened with, all of one moment.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use tokio_postgres::IsolationLevel;

use super::Queries;
use super::rooms::ALL_NIGHTS;
use crate::index;
use crate::store::postgres::address::Purpose;
use crate::store::postgres::catalogue;
use crate::store::postgres::fault::sorted;
use crate::store::postgres::rows::{counted, night_from_row, room_night_from_row, stream_of};
use crate::store::{Opening, StoreError};

const STREAMS: &str = "SELECT stream.hotel, stream.sequence, stream.catalogue FROM stream";

const OUT_OF_ORDER: &str = "SELECT room_night.hotel, room_night.night, room_night.room, \
     room_night.booking FROM room_night \
     WHERE room_night.night >= $1 AND room_night.booking IS NULL";

const HEAD: &str = "SELECT feed.position FROM feed WHERE feed.id = 1";

impl Queries {
    /// Returns what a house is opened with.
    pub async fn opening(&self, now: Timestamp) -> Result<Opening, StoreError> {
        // A zone lies at most a day behind UTC, and a business date at most a day behind its zone.
        let today = TimeZone::UTC.to_datetime(now).date();
        let from = today.saturating_sub(jiff::Span::new().days(2));
        let mut client = self.address.client(Purpose::Keep).await?;
        let moment = client
            .build_transaction()
            .isolation_level(IsolationLevel::RepeatableRead)
            .read_only(true)
            .start()
            .await
            .map_err(sorted)?;
        let mut catalogues = Vec::new();
        for sql in catalogue::OF_ALL {
            catalogues.push(moment.query(sql, &[]).await.map_err(sorted)?);
        }
        let (mut sequences, mut versions) = (HashMap::new(), HashMap::new());
        for row in moment.query(STREAMS, &[]).await.map_err(sorted)? {
            if let Some(hotel) = stream_of(&row)? {
                sequences.insert(hotel, counted(&row, "sequence")?);
                versions.insert(hotel, counted(&row, "catalogue")?);
            }
        }
        let nights = moment.query(ALL_NIGHTS, &[]).await.map_err(sorted)?;
        let broken = moment.query(OUT_OF_ORDER, &[&from]).await.map_err(sorted)?;
        let head = moment.query_one(HEAD, &[]).await.map_err(sorted)?;
        let out_of_order =
            broken.iter().map(|row| Ok(room_night_from_row(row, &self.codes)?.0)).collect();
        let out_of_order: Result<Vec<_>, StoreError> = out_of_order;
        Ok(Opening {
            catalogues: catalogue::gathered(&catalogues)?,
            versions,
            index: index::Read {
                nights: nights.iter().map(night_from_row).collect::<Result<_, _>>()?,
                out_of_order: out_of_order?,
                sequences,
                position: counted(&head, "position")?,
            },
        })
    }
}
