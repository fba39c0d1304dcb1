//! Rows to values, in one place. A row that can't be read is an error, never a panic.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::Row;
use uuid::Uuid;

use hotel_core::booking::Booking;
use hotel_core::command::people::Token;
use hotel_core::event::Event;
use hotel_core::facts::{Occupant, RoomNightKey};
use hotel_core::ids::{EventId, GuestId, HotelCode, TokenId, UserId};
use hotel_core::inventory::{Night, NightKey, Overbook};
use hotel_core::people::{Guest, Role, User};
use hotel_core::rate::{NightRate, Restriction};
use hotel_core::stay::{date_of, day_number};

use super::insert::Cell;
use crate::store::StoreError;
use crate::store::codes::Codes;
pub(super) use crate::store::words::parsed;
use crate::store::words::{channel_of, opened_or_body, role_of, unreadable};

/// Reads a code or a text with a rule.
pub(crate) fn text<T>(row: &Row<'_>, column: &str, what: &'static str) -> Result<T, StoreError>
where
    T: TryFrom<String>,
    T::Error: std::error::Error + Send + Sync + 'static,
{
    parsed(what, T::try_from(row.get::<_, String>(column)?))
}

/// Reads a value kept as JSON.
pub(crate) fn json<T: serde::de::DeserializeOwned>(
    row: &Row<'_>,
    column: &str,
    what: &'static str,
) -> Result<T, StoreError> {
    parsed(
        what,
        serde_json::from_str(row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?),
    )
}

/// Reads a date.
pub(crate) fn date(row: &Row<'_>, column: &str) -> Result<Date, StoreError> {
    date_of(row.get(column)?).ok_or_else(|| unreadable("date"))
}

/// Reads an instant.
pub(crate) fn instant(micros: i64) -> Result<Timestamp, StoreError> {
    parsed("moment", Timestamp::from_microsecond(micros))
}

/// Reads a 16-byte id.
pub(crate) fn id(row: &Row<'_>, column: &str) -> Result<Uuid, StoreError> {
    let bytes = row.get_ref(column)?.as_blob().map_err(rusqlite::Error::from)?;
    parsed("id", Uuid::from_slice(bytes))
}

/// Writes a date.
pub(crate) fn day(date: Date) -> Cell<'static> {
    Cell::Integer(i64::from(day_number(date)))
}

/// Writes an instant.
pub(crate) fn micros(moment: Timestamp) -> Cell<'static> {
    Cell::Integer(moment.as_microsecond())
}

/// Writes a count; the store's counts stay far below 2^63.
pub(crate) fn count(number: u64) -> Cell<'static> {
    Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Reads a count.
pub(crate) fn counted(row: &Row<'_>, column: &str) -> Result<u64, StoreError> {
    parsed("count", u64::try_from(row.get::<_, i64>(column)?))
}

/// Reads a booking.
pub(crate) fn booking_from_row(row: &Row<'_>) -> Result<Booking, StoreError> {
    opened_or_body(row.get_ref("body")?.as_str().map_err(rusqlite::Error::from)?)
}

/// The body of a booking in SQL, for `booking_from_row`: until something happens to it, it stands in
/// the event that opened it and nowhere else.
macro_rules! booking_body {
    () => {
        "coalesce(booking.body, (SELECT opening.data \
         FROM event AS opening INDEXED BY event_by_booking \
         WHERE opening.booking = booking.number ORDER BY opening.position LIMIT 1)) AS body"
    };
}
pub(crate) use booking_body;

/// Reads an inventory night.
pub(crate) fn night_from_row(row: &Row<'_>) -> Result<(NightKey, Night), StoreError> {
    let share = row.get::<_, i32>("overbook_share")?;
    let night = Night {
        physical: row.get("physical")?,
        out_of_order: row.get("out_of_order")?,
        overbook: Overbook {
            rooms: row.get("overbook_rooms")?,
            share: parsed("share", share.try_into())?,
        },
        sold: row.get("sold")?,
        held: row.get("held")?,
        closed: row.get("closed")?,
    };
    let key = (
        text(row, "hotel", "hotel code")?,
        text(row, "room_type", "room type code")?,
        date(row, "night")?,
    );
    Ok((key, night))
}

/// Reads who has a room on a night.
pub(crate) fn room_night_from_row(
    row: &Row<'_>,
    codes: &Codes,
) -> Result<(RoomNightKey, Occupant), StoreError> {
    let occupant = match row.get::<_, Option<i64>>("booking")? {
        None => Occupant::OutOfOrder,
        Some(number) => Occupant::Booking(code_of(number, codes)?),
    };
    let key =
        (text(row, "hotel", "hotel code")?, date(row, "night")?, text(row, "room", "room number")?);
    Ok((key, occupant))
}

/// Reads a booking number as the code people see.
pub(crate) fn code_of(
    number: i64,
    codes: &Codes,
) -> Result<hotel_core::ids::BookingCode, StoreError> {
    let number = parsed("booking number", u64::try_from(number))?;
    codes.code(number).ok_or_else(|| unreadable("booking number"))
}

/// Reads a guest.
pub(crate) fn guest_from_row(row: &Row<'_>) -> Result<Guest, StoreError> {
    Ok(Guest {
        id: GuestId(id(row, "guest_id")?),
        version: counted(row, "guest_version")?,
        family: text(row, "family", "name")?,
        given: text(row, "given", "name")?,
        email: text(row, "email", "contact")?,
        phone: text(row, "phone", "contact")?,
        note: text(row, "note", "note")?,
    })
}

/// Reads a user.
pub(crate) fn user_from_row(row: &Row<'_>) -> Result<User, StoreError> {
    let role: Role = role_of(row.get_ref("role")?.as_str().map_err(rusqlite::Error::from)?)?;
    Ok(User {
        id: UserId(id(row, "user_id")?),
        name: text(row, "name", "name")?,
        role,
        hotels: json(row, "hotels", "list of hotels")?,
        active: row.get("active")?,
    })
}

/// Reads a token.
pub(crate) fn token_from_row(row: &Row<'_>) -> Result<Token, StoreError> {
    Ok(Token {
        id: TokenId(id(row, "token_id")?),
        user: UserId(id(row, "user")?),
        secret_hash: row.get("secret_hash")?,
        created_at: instant(row.get("created_at")?)?,
        expires_at: row.get::<_, Option<i64>>("expires_at")?.map(instant).transpose()?,
        revoked: row.get("revoked")?,
    })
}

/// The columns of an event, for `event_from_row`.
macro_rules! event_columns {
    () => {
        "event.position, event.id, event.hotel, event.sequence, event.booking, event.type, \
         event.occurred_at, event.recorded_at, event.enqueued_at, event.actor, event.channel, \
         event.correlation, event.causation, event.data"
    };
}
pub(crate) use event_columns;

/// Reads an event.
pub(crate) fn event_from_row(row: &Row<'_>, codes: &Codes) -> Result<Event, StoreError> {
    let hotel = row.get::<_, String>("hotel")?;
    let booking = row.get::<_, Option<i64>>("booking")?;
    Ok(Event {
        id: EventId(id(row, "id")?),
        hotel: match hotel.as_str() {
            "" => None,
            code => Some(parsed("hotel code", code.parse::<HotelCode>())?),
        },
        booking: booking.map(|number| code_of(number, codes)).transpose()?,
        sequence: counted(row, "sequence")?,
        position: counted(row, "position")?,
        occurred_at: instant(row.get("occurred_at")?)?,
        recorded_at: instant(row.get("recorded_at")?)?,
        enqueued_at: row.get::<_, Option<i64>>("enqueued_at")?.map(instant).transpose()?,
        actor: text(row, "actor", "name")?,
        channel: channel_of(row.get_ref("channel")?.as_str().map_err(rusqlite::Error::from)?)?,
        correlation: id(row, "correlation")?,
        causation: id(row, "causation")?,
        data: json(row, "data", "event")?,
    })
}

/// Reads the rate of a night.
pub(crate) fn rate_from_row(row: &Row<'_>) -> Result<NightRate, StoreError> {
    Ok(NightRate {
        minor: row.get("minor")?,
        restriction: Restriction {
            closed: row.get("closed")?,
            closed_to_arrival: row.get("closed_to_arrival")?,
            closed_to_departure: row.get("closed_to_departure")?,
            nights_min: row.get("nights_min")?,
            nights_max: row.get("nights_max")?,
        },
    })
}
