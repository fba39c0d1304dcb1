//! Saving what happened, how far the streams reach, and what the callers were answered.

use jiff::Timestamp;
use uuid::Uuid;

use hotel_core::event::SCHEMA_VERSION;
use hotel_core::ids::HotelCode;

use super::rows;
use crate::store::postgres::load::Claimed;
use crate::store::postgres::rows::{count, few};
use crate::store::words::{BookingNumbers, channel_word, data_json, opened_json, stream_name};
use crate::store::{Batch, StoreError, StoredAnswer};

rows! {
    /// The batch itself.
    BatchRow { id: i64, events: i32, decided_at: Timestamp }
}

const ADD_BATCH: &str = "INSERT INTO batch (id, events, decided_at) \
     SELECT unnest($1::bigint[]), unnest($2::int[]), unnest($3::timestamptz[])";

/// Returns the row of a batch, unless it is about nothing but answers.
pub(super) fn batch_row(claimed: &Claimed, batch: &Batch<'_>) -> Result<BatchRow, StoreError> {
    let mut rows = BatchRow::of(ADD_BATCH);
    if !batch.events.is_empty() {
        let events = i32::try_from(batch.events.len()).unwrap_or(i32::MAX);
        rows.push(count(claimed.batch), events, batch.decided_at)?;
    }
    Ok(rows)
}

rows! {
    /// Events, each at its place in the batch.
    Events {
        hotel: &str, sequence: i64, batch: i64, place: i32, id: Uuid, booking: Option<i64>,
        kind: &str, occurred_at: Timestamp, enqueued_at: Option<Timestamp>, actor: &str,
        channel: &str, correlation: Uuid, causation: Uuid, schema: i32, data: &str,
    }
}

const ADD_EVENTS: &str = "INSERT INTO event (hotel, sequence, batch, place, id, booking, type, occurred_at, \
       enqueued_at, actor, channel, correlation, causation, schema, data) \
     SELECT unnest($1::text[]), unnest($2::bigint[]), unnest($3::bigint[]), unnest($4::int[]), \
       unnest($5::uuid[]), unnest($6::bigint[]), unnest($7::text[]), unnest($8::timestamptz[]), \
       unnest($9::timestamptz[]), unnest($10::text[]), unnest($11::text[]), unnest($12::uuid[]), \
       unnest($13::uuid[]), unnest($14::int[]), unnest($15::text[])";

/// Gathers the events of a batch.
pub(super) fn events_of_batch(
    numbers: &mut BookingNumbers<'_>,
    claimed: &Claimed,
    batch: &Batch<'_>,
) -> Result<Events, StoreError> {
    let opened = opened_json(batch)?;
    let mut rows = Events::of(ADD_EVENTS);
    for (place, event) in (1..).zip(batch.events) {
        rows.push(
            stream_name(event.hotel.as_ref()),
            count(event.sequence),
            count(claimed.batch),
            place,
            event.id.0,
            event.booking.map(|code| count(numbers.of(code))),
            event.data.event_type(),
            event.occurred_at,
            event.enqueued_at,
            event.actor.as_str(),
            channel_word(event.channel),
            event.correlation,
            event.causation,
            few(SCHEMA_VERSION.into()),
            &data_json(event, &opened)?,
        )?;
    }
    Ok(rows)
}

rows! {
    /// Streams.
    Streams { hotel: &str, sequence: i64, catalogue: i64, decided_at: Timestamp }
}

const GROW_STREAMS: &str = "UPDATE stream SET sequence = grown.sequence, \
       catalogue = greatest(stream.catalogue, grown.catalogue), decided_at = grown.decided_at \
     FROM (SELECT unnest($1::text[]) AS hotel, unnest($2::bigint[]) AS sequence, \
       unnest($3::bigint[]) AS catalogue, unnest($4::timestamptz[]) AS decided_at) AS grown \
     WHERE stream.hotel = grown.hotel";

const BEGIN_STREAMS: &str = "INSERT INTO stream (hotel, sequence, catalogue, decided_at) \
     SELECT unnest($1::text[]), unnest($2::bigint[]), unnest($3::bigint[]), \
       unnest($4::timestamptz[])";

/// Returns the sequence of the last event of a batch that changed what a hotel sells; 0 for none.
fn catalogue_of(batch: &Batch<'_>, hotel: Option<HotelCode>) -> u64 {
    let of_hotel = batch.events.iter().filter(|event| event.hotel == hotel);
    let changed = of_hotel.filter(|event| event.data.is_catalogue());
    changed.map(|event| event.sequence).max().unwrap_or(0)
}

/// Gathers the streams that grew: those that were there, and those that begin with this batch.
pub(super) fn streams_of_batch(
    claimed: &Claimed,
    batch: &Batch<'_>,
) -> Result<(Streams, Streams), StoreError> {
    let sells_otherwise = !batch.facts.touched.catalogues.is_empty();
    let (mut grown, mut begun) = (Streams::of(GROW_STREAMS), Streams::of(BEGIN_STREAMS));
    for (hotel, sequence) in batch.sequences {
        let catalogue = if sells_otherwise { catalogue_of(batch, *hotel) } else { 0 };
        let rows = if claimed.streams.contains_key(hotel) { &mut grown } else { &mut begun };
        let name = stream_name(hotel.as_ref());
        rows.push(name, count(*sequence), count(catalogue), batch.decided_at)?;
    }
    Ok((grown, begun))
}

rows! {
    /// What was answered.
    Results {
        principal: Uuid, key: &str, fingerprint: &[u8], status: i32, etag: Option<i64>,
        booking: Option<i64>, changes: Option<i32>, body: Option<&str>, decided_at: Timestamp,
    }
}

const ADD_RESULTS: &str = "INSERT INTO command (principal, key, fingerprint, status, etag, booking, changes, body, \
       decided_at) \
     SELECT unnest($1::uuid[]), unnest($2::text[]), unnest($3::bytea[]), unnest($4::int[]), \
       unnest($5::bigint[]), unnest($6::bigint[]), unnest($7::int[]), unnest($8::text[]), \
       unnest($9::timestamptz[])";

/// Gathers what was answered.
pub(super) fn results_of_batch(
    numbers: &mut BookingNumbers<'_>,
    batch: &Batch<'_>,
) -> Result<Results, StoreError> {
    let mut rows = Results::of(ADD_RESULTS);
    for ((user, key), result) in batch.results {
        let (booking, changes, body) = match &result.answer {
            StoredAnswer::Told { booking, changes } => {
                (Some(count(numbers.of(*booking))), Some(i32::from(*changes)), None)
            }
            StoredAnswer::Written(body) => (None, None, Some(body.as_str())),
        };
        rows.push(
            user.0,
            key.as_str(),
            result.fingerprint.as_slice(),
            result.status.into(),
            result.etag.map(count),
            booking,
            changes,
            body,
            batch.decided_at,
        )?;
    }
    Ok(rows)
}
