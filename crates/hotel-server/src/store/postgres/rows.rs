//! Rows to values, in one place. A row that can't be read is an error, never a panic.

use jiff::Timestamp;
use jiff::civil::Date;
use tokio_postgres::Row;
use tokio_postgres::types::FromSql;
use uuid::Uuid;

use hotel_core::booking::{Booking, Channel};
use hotel_core::command::people::Token;
use hotel_core::event::Event;
use hotel_core::facts::{Occupant, RoomNightKey};
use hotel_core::ids::{BookingCode, EventId, GuestId, HotelCode, TokenId, UserId};
use hotel_core::inventory::{Night, NightKey, Overbook};
use hotel_core::people::{Guest, Role, User};
use hotel_core::rate::{NightRate, Restriction};

use crate::store::StoreError;
use crate::store::codes::Codes;
use crate::store::words::{channel_of, opened_or_body, parsed, role_of, unreadable};

/// Reads a column as what Postgres keeps there.
pub(super) fn get<'a, T: FromSql<'a>>(row: &'a Row, column: &str) -> Result<T, StoreError> {
    row.try_get(column).map_err(|error| StoreError::Row { what: "row", source: Some(error.into()) })
}

/// Reads a code or a text with a rule.
pub(super) fn text<T>(row: &Row, column: &str, what: &'static str) -> Result<T, StoreError>
where
    T: TryFrom<String>,
    T::Error: std::error::Error + Send + Sync + 'static,
{
    parsed(what, T::try_from(get(row, column)?))
}

/// Reads a value kept as JSON.
pub(super) fn json<T: serde::de::DeserializeOwned>(
    row: &Row,
    column: &str,
    what: &'static str,
) -> Result<T, StoreError> {
    parsed(what, serde_json::from_str(get(row, column)?))
}

/// Reads a count.
pub(super) fn counted(row: &Row, column: &str) -> Result<u64, StoreError> {
    parsed("count", u64::try_from(get::<i64>(row, column)?))
}

fn small(row: &Row, column: &str) -> Result<u32, StoreError> {
    parsed("count", u32::try_from(get::<i32>(row, column)?))
}

/// Writes a count; the store's counts stay far below 2^63.
pub(super) fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Writes a small count.
pub(super) fn few(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// The body of a booking in SQL, for `booking_from_row`: until something happens to it, it stands in
/// the event that opened it and nowhere else.
macro_rules! booking_body {
    () => {
        "coalesce(booking.body, (SELECT opening.data FROM event AS opening \
         WHERE opening.hotel = booking.hotel AND opening.sequence = booking.told[1])) AS body"
    };
}
pub(super) use booking_body;

/// Reads a booking.
pub(super) fn booking_from_row(row: &Row) -> Result<Booking, StoreError> {
    opened_or_body(get(row, "body")?)
}

/// Reads an inventory night.
pub(super) fn night_from_row(row: &Row) -> Result<(NightKey, Night), StoreError> {
    let share = get::<i32>(row, "overbook_share")?;
    let night = Night {
        physical: small(row, "physical")?,
        out_of_order: small(row, "out_of_order")?,
        overbook: Overbook {
            rooms: get(row, "overbook_rooms")?,
            share: parsed("share", share.try_into())?,
        },
        sold: small(row, "sold")?,
        held: small(row, "held")?,
        closed: get(row, "closed")?,
    };
    let key = (
        text(row, "hotel", "hotel code")?,
        text(row, "room_type", "room type code")?,
        get::<Date>(row, "night")?,
    );
    Ok((key, night))
}

/// Reads who has a room on a night.
pub(super) fn room_night_from_row(
    row: &Row,
    codes: &Codes,
) -> Result<(RoomNightKey, Occupant), StoreError> {
    let occupant = match get::<Option<i64>>(row, "booking")? {
        None => Occupant::OutOfOrder,
        Some(number) => Occupant::Booking(code_of(number, codes)?),
    };
    let key =
        (text(row, "hotel", "hotel code")?, get(row, "night")?, text(row, "room", "room number")?);
    Ok((key, occupant))
}

/// Reads a booking number as the code people see.
pub(super) fn code_of(number: i64, codes: &Codes) -> Result<BookingCode, StoreError> {
    let number = parsed("booking number", u64::try_from(number))?;
    codes.code(number).ok_or_else(|| unreadable("booking number"))
}

/// Reads the hotel of a stream; '' is the house.
pub(super) fn stream_of(row: &Row) -> Result<Option<HotelCode>, StoreError> {
    match get::<&str>(row, "hotel")? {
        "" => Ok(None),
        code => Ok(Some(parsed("hotel code", code.parse())?)),
    }
}

/// Reads a guest.
pub(super) fn guest_from_row(row: &Row) -> Result<Guest, StoreError> {
    Ok(Guest {
        id: GuestId(get(row, "guest_id")?),
        version: counted(row, "guest_version")?,
        family: text(row, "family", "name")?,
        given: text(row, "given", "name")?,
        email: text(row, "email", "contact")?,
        phone: text(row, "phone", "contact")?,
        note: text(row, "note", "note")?,
    })
}

/// The columns of a guest, for `guest_from_row`.
macro_rules! guest_columns {
    () => {
        "guest.id AS guest_id, guest.version AS guest_version, guest.family, guest.given, \
         guest.email, guest.phone, guest.note"
    };
}
pub(super) use guest_columns;

/// Reads a user.
pub(super) fn user_from_row(row: &Row) -> Result<User, StoreError> {
    let role: Role = role_of(get(row, "role")?)?;
    Ok(User {
        id: UserId(get(row, "user_id")?),
        name: text(row, "name", "name")?,
        role,
        hotels: json(row, "hotels", "list of hotels")?,
        active: get(row, "active")?,
    })
}

/// The columns of a user, for `user_from_row`.
macro_rules! user_columns {
    () => {
        "house_user.id AS user_id, house_user.name, house_user.role, house_user.hotels, \
         house_user.active"
    };
}
pub(super) use user_columns;

/// Reads a token.
pub(super) fn token_from_row(row: &Row) -> Result<Token, StoreError> {
    let hash = get::<&[u8]>(row, "secret_hash")?;
    Ok(Token {
        id: TokenId(get(row, "token_id")?),
        user: UserId(get(row, "owner")?),
        secret_hash: parsed("hash", hash.try_into())?,
        created_at: get(row, "created_at")?,
        expires_at: get(row, "expires_at")?,
        revoked: get(row, "revoked")?,
    })
}

/// The columns of a token, for `token_from_row`.
macro_rules! token_columns {
    () => {
        "token.id AS token_id, token.owner, token.secret_hash, token.created_at, \
         token.expires_at, token.revoked"
    };
}
pub(super) use token_columns;

/// Reads an event with the position and the moment that the feed gave it; before that it has none.
pub(super) fn event_from_row(row: &Row, codes: &Codes) -> Result<Event, StoreError> {
    let booking = get::<Option<i64>>(row, "booking")?;
    let position = get::<Option<i64>>(row, "position")?;
    let channel: Channel = channel_of(get(row, "channel")?)?;
    Ok(Event {
        id: EventId(get::<Uuid>(row, "id")?),
        hotel: stream_of(row)?,
        booking: booking.map(|number| code_of(number, codes)).transpose()?,
        sequence: counted(row, "sequence")?,
        position: position.and_then(|position| u64::try_from(position).ok()).unwrap_or(0),
        occurred_at: get::<Timestamp>(row, "occurred_at")?,
        recorded_at: get::<Timestamp>(row, "recorded_at")?,
        enqueued_at: get(row, "enqueued_at")?,
        actor: text(row, "actor", "name")?,
        channel,
        correlation: get(row, "correlation")?,
        causation: get(row, "causation")?,
        data: json(row, "data", "event")?,
    })
}

/// The columns of an event beside its batch, for `event_from_row`.
macro_rules! event_columns {
    () => {
        "event.id, event.hotel, event.sequence, event.booking, event.type, \
         event.occurred_at, event.enqueued_at, event.actor, event.channel, event.correlation, \
         event.causation, event.data, batch.position + event.place AS position, \
         coalesce(batch.recorded_at, batch.decided_at) AS recorded_at"
    };
}
pub(super) use event_columns;

/// The columns of an event alone, for `event_from_row`: whose booking it is costs more to find out than
/// all the rest of it.
macro_rules! logged_columns {
    () => {
        "event.id, event.hotel, event.sequence, NULL::bigint AS booking, \
         event.booking IS NOT NULL AS is_of_booking, event.type, event.occurred_at, \
         event.enqueued_at, event.actor, event.channel, event.correlation, event.causation, event.data"
    };
}
pub(super) use logged_columns;

/// The batches that wait for the feed, in SQL, with what it will give them if nothing else comes before:
/// to read after those that have it.
macro_rules! waiting_batches {
    () => {
        "(SELECT waiting.id, waiting.decided_at, \
           feed.position + sum(waiting.events) OVER (ORDER BY waiting.id) - waiting.events \
             AS position, \
           greatest(feed.recorded_at, max(waiting.decided_at) OVER (ORDER BY waiting.id)) \
             AS recorded_at \
         FROM batch AS waiting CROSS JOIN feed WHERE waiting.position IS NULL) AS batch"
    };
}
pub(super) use waiting_batches;

/// Reads the rate of a night.
pub(super) fn rate_from_row(row: &Row) -> Result<NightRate, StoreError> {
    let nights = |column| parsed("number of nights", u16::try_from(get::<i32>(row, column)?));
    Ok(NightRate {
        minor: get(row, "minor")?,
        restriction: Restriction {
            closed: get(row, "closed")?,
            closed_to_arrival: get(row, "closed_to_arrival")?,
            closed_to_departure: get(row, "closed_to_departure")?,
            nights_min: nights("nights_min")?,
            nights_max: nights("nights_max")?,
        },
    })
}
