//! Loading the facts of a batch: a constant number of statements, whatever its size.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Connection, params};
use uuid::Uuid;

use hotel_core::catalogue::{Catalogue, Room, RoomType};
use hotel_core::command::Stretch;
use hotel_core::decide::needs::Needs;
use hotel_core::event::{BookingChange, EventData};
use hotel_core::facts::Facts;
use hotel_core::ids::{BookingCode, HotelCode, IdempotencyKey, UserId};
use hotel_core::rate::RatePlan;
use hotel_core::stay::day_number;

use super::nights::Places;
use super::rows::{
    booking_body, booking_from_row, code_of, date, guest_from_row, id, instant, json,
    night_from_row, rate_from_row, room_night_from_row, text, token_from_row, user_from_row,
};
use super::rows::{counted, parsed};
use crate::store::codes::Codes;
use crate::store::nights::{Nights, joined};
use crate::store::words::stream_name;
use crate::store::{CommandKey, Decided, StoreError, StoredAnswer, StoredCommand};

const RESULTS: &str = "SELECT command.principal, command.key, command.fingerprint, \
     command.status, command.etag, command.booking, command.changes, command.body, \
     command.decided_at FROM json_each(?1) AS wanted CROSS JOIN command \
     ON command.principal = unhex(wanted.value ->> 0) AND command.key = wanted.value ->> 1";

/// Loads the results of commands that were decided before.
pub(super) fn results(
    connection: &Connection,
    codes: &Codes,
    keys: &[CommandKey],
) -> Result<HashMap<CommandKey, StoredCommand>, StoreError> {
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let wanted: Vec<(String, &str)> =
        keys.iter().map(|(user, key)| (hex(user.0), key.as_str())).collect();
    let mut statement = connection.prepare_cached(RESULTS)?;
    let mut rows = statement.query([to_json(&wanted)])?;
    let mut results = HashMap::new();
    while let Some(row) = rows.next()? {
        let (key, result) = result_from_row(row, codes)?;
        results.insert(key, result);
    }
    Ok(results)
}

/// Reads what a command came to, if it was decided.
pub(super) fn decided(
    connection: &Connection,
    codes: &Codes,
    (user, key): &CommandKey,
) -> Result<Option<Decided>, StoreError> {
    let mut statement = connection.prepare_cached(RESULTS)?;
    let mut rows = statement.query([to_json(&[(hex(user.0), key.as_str())])])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let (_, result) = result_from_row(row, codes)?;
    let mut changes = changes(connection, codes, &result.told().into_iter().collect())?;
    Ok(Some(Decided {
        decided_at: instant(row.get("decided_at")?)?,
        changes: result.told().and_then(|booking| changes.remove(&booking)).unwrap_or_default(),
        result,
    }))
}

/// Reads the result of a command, with its key.
pub(super) fn result_from_row(
    row: &rusqlite::Row<'_>,
    codes: &Codes,
) -> Result<(CommandKey, StoredCommand), StoreError> {
    let key: IdempotencyKey = text(row, "key", "idempotency key")?;
    let etag: Option<i64> = row.get("etag")?;
    let stored = StoredCommand {
        fingerprint: row.get("fingerprint")?,
        status: row.get("status")?,
        etag: etag.map(|etag| parsed("version", u64::try_from(etag))).transpose()?,
        answer: match row.get::<_, Option<i64>>("booking")? {
            Some(number) => StoredAnswer::Told {
                booking: code_of(number, codes)?,
                changes: row.get("changes")?,
            },
            None => StoredAnswer::Written(row.get("body")?),
        },
    };
    Ok(((UserId(id(row, "principal")?), key), stored))
}

fn hex(id: Uuid) -> String {
    id.simple().to_string()
}

fn to_json<T: serde::Serialize>(values: &T) -> String {
    // Codes, numbers and keys are always valid JSON.
    serde_json::to_string(values).unwrap_or_default()
}

const CHANGES: &str = "SELECT event.booking, event.data FROM json_each(?1) AS wanted \
     CROSS JOIN event INDEXED BY event_by_booking ON event.booking = wanted.value \
     ORDER BY event.booking, event.position";

/// Loads every change of some bookings, each in order.
pub(super) fn changes(
    connection: &Connection,
    codes: &Codes,
    wanted: &BTreeSet<BookingCode>,
) -> Result<HashMap<BookingCode, Vec<BookingChange>>, StoreError> {
    let numbers: Vec<u64> = wanted.iter().map(|code| codes.number(*code)).collect();
    let mut changes: HashMap<BookingCode, Vec<BookingChange>> = HashMap::new();
    each_row(connection, CHANGES, &to_json(&numbers), |row| {
        if let EventData::Booking(change) = json(row, "data", "event")? {
            changes.entry(code_of(row.get("booking")?, codes)?).or_default().push(*change);
        }
        Ok(())
    })?;
    Ok(changes)
}

const BOOKINGS: &str = concat!(
    "SELECT ",
    booking_body!(),
    " FROM json_each(?1) AS wanted CROSS JOIN booking ON booking.number = wanted.value"
);

/// Loads bookings.
pub(super) fn bookings(
    connection: &Connection,
    codes: &Codes,
    wanted: &BTreeSet<BookingCode>,
    facts: &mut Facts,
) -> Result<(), StoreError> {
    if wanted.is_empty() {
        return Ok(());
    }
    let numbers: Vec<u64> = wanted.iter().map(|code| codes.number(*code)).collect();
    let mut statement = connection.prepare_cached(BOOKINGS)?;
    let mut rows = statement.query([to_json(&numbers)])?;
    while let Some(row) = rows.next()? {
        let booking = booking_from_row(row)?;
        facts.bookings.insert(booking.code, booking);
    }
    Ok(())
}

const LAPSED: &str = concat!(
    "SELECT ",
    booking_body!(),
    " FROM json_each(?1) AS wanted CROSS JOIN booking INDEXED BY booking_holds \
     ON booking.hotel = wanted.value AND booking.state = 'held' AND booking.expires_at <= ?2"
);

/// Loads the holds of some hotels that have run out.
pub(super) fn lapsed(
    connection: &Connection,
    hotels: &BTreeSet<HotelCode>,
    now: Timestamp,
    facts: &mut Facts,
) -> Result<Vec<BookingCode>, StoreError> {
    let mut lapsed = Vec::new();
    if hotels.is_empty() {
        return Ok(lapsed);
    }
    let mut statement = connection.prepare_cached(LAPSED)?;
    let mut rows = statement.query(params![to_json(hotels), now.as_microsecond()])?;
    while let Some(row) = rows.next()? {
        let booking = booking_from_row(row)?;
        lapsed.push(booking.code);
        facts.bookings.insert(booking.code, booking);
    }
    Ok(lapsed)
}

const NIGHTS_OF_TYPE: &str = include_str!("nights_of_type.sql");
const NIGHTS_OF_HOTEL: &str = include_str!("nights_of_hotel.sql");
const ROOM_NIGHTS: &str = include_str!("room_nights.sql");
const GUESTS: &str = "SELECT guest.id AS guest_id, guest.version AS guest_version, guest.family, \
     guest.given, guest.email, guest.phone, guest.note \
     FROM json_each(?1) AS wanted CROSS JOIN guest ON guest.id = unhex(wanted.value)";
const USERS: &str = "SELECT user.id AS user_id, user.name, user.role, user.hotels, user.active \
     FROM user";
const TOKENS: &str = "SELECT token.id AS token_id, token.user, token.secret_hash, \
     token.created_at, token.expires_at, token.revoked \
     FROM json_each(?1) AS wanted CROSS JOIN token ON token.id = unhex(wanted.value)";

/// Loads what the decisions must see beyond bookings.
pub(super) fn facts(
    connection: &Connection,
    codes: &Codes,
    needs: &Needs,
    (nights, places, facts): (&mut Nights, &mut Places, &mut Facts),
) -> Result<(), StoreError> {
    let (typed, whole): (BTreeSet<&Stretch>, BTreeSet<&Stretch>) = nights
        .recall(needs.nights.iter().collect(), facts)
        .iter()
        .partition(|it| it.room_type.is_some());
    for (sql, stretches) in [(NIGHTS_OF_TYPE, &typed), (NIGHTS_OF_HOTEL, &whole)] {
        each_row(connection, sql, &stretches_json(stretches), |row| {
            let (key, night) = night_from_row(row)?;
            places.put(key, row.get("id")?);
            facts.nights.insert(key, night);
            Ok(())
        })?;
    }
    nights.remember(&typed, facts);
    let room_nights: BTreeSet<&Stretch> = needs.room_nights.iter().collect();
    each_row(connection, ROOM_NIGHTS, &stretches_json(&room_nights), |row| {
        let (key, occupant) = room_night_from_row(row, codes)?;
        facts.room_nights.insert(key, occupant);
        Ok(())
    })?;
    let guests: BTreeSet<String> = needs.guests.iter().map(|guest| hex(guest.0)).collect();
    each_row(connection, GUESTS, &to_json(&guests), |row| {
        let guest = guest_from_row(row)?;
        facts.guests.insert(guest.id, guest);
        Ok(())
    })?;
    let tokens: BTreeSet<String> = needs.tokens.iter().map(|token| hex(token.0)).collect();
    each_row(connection, TOKENS, &to_json(&tokens), |row| {
        let token = token_from_row(row)?;
        facts.tokens.insert(token.id, token);
        Ok(())
    })?;
    if needs.users {
        let mut statement = connection.prepare_cached(USERS)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let user = user_from_row(row)?;
            facts.users.insert(user.name.clone(), user);
        }
    }
    Ok(())
}

fn each_row(
    connection: &Connection,
    sql: &'static str,
    wanted: &str,
    mut take: impl FnMut(&rusqlite::Row<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    if wanted == "[]" {
        return Ok(());
    }
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([wanted])?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}

fn stretches_json(stretches: &BTreeSet<&Stretch>) -> String {
    let mut json = String::from("[");
    for stretch in joined(stretches) {
        let separator = if json.len() > 1 { "," } else { "" };
        let room_type = stretch.room_type.map(|room_type| room_type.to_string());
        let (from, to) = (day_number(stretch.from), day_number(stretch.to));
        // Codes are letters, digits and dashes, so they need no escaping.
        let _ = write!(
            json,
            r#"{separator}["{}","{}",{from},{to}]"#,
            stretch.hotel,
            room_type.unwrap_or_default()
        );
    }
    json.push(']');
    json
}

const SEQUENCES: &str = "SELECT stream.hotel, stream.sequence FROM json_each(?1) AS wanted \
     CROSS JOIN stream ON stream.hotel = wanted.value";

/// Loads the last sequence of each stream.
pub(super) fn sequences(
    connection: &Connection,
    streams: &BTreeSet<Option<HotelCode>>,
) -> Result<BTreeMap<Option<HotelCode>, u64>, StoreError> {
    let wanted: Vec<&str> = streams.iter().map(|stream| stream_name(stream.as_ref())).collect();
    let mut sequences: BTreeMap<Option<HotelCode>, u64> =
        streams.iter().map(|stream| (*stream, 0)).collect();
    each_row(connection, SEQUENCES, &to_json(&wanted), |row| {
        let hotel: String = row.get("hotel")?;
        let stream = match hotel.as_str() {
            "" => None,
            code => Some(parsed("hotel code", code.parse())?),
        };
        sequences.insert(stream, counted(row, "sequence")?);
        Ok(())
    })?;
    Ok(sequences)
}

const HOTELS: &str = "SELECT body FROM hotel";
const ROOM_TYPES: &str = "SELECT hotel, body FROM room_type";
const ROOMS: &str = "SELECT hotel, body FROM room";
const RATE_PLANS: &str = "SELECT hotel, body FROM rate_plan";
const RATES: &str = "SELECT hotel, rate_plan, room_type, night, minor, closed, closed_to_arrival, \
     closed_to_departure, nights_min, nights_max FROM rate_night \
     ORDER BY hotel, rate_plan, room_type, night";

/// Loads every catalogue, once, at start.
pub(crate) fn catalogues(
    connection: &Connection,
) -> Result<HashMap<HotelCode, Arc<Catalogue>>, StoreError> {
    let mut catalogues: HashMap<HotelCode, Catalogue> = HashMap::new();
    all_rows(connection, HOTELS, |row| {
        let hotel: hotel_core::catalogue::Hotel = json(row, "body", "hotel")?;
        catalogues.insert(hotel.code, Catalogue::new(hotel));
        Ok(())
    })?;
    let mut with = |sql: &str,
                    put: fn(&mut Catalogue, &rusqlite::Row<'_>) -> Result<(), StoreError>|
     -> Result<(), StoreError> {
        all_rows(connection, sql, |row| {
            let hotel: HotelCode = text(row, "hotel", "hotel code")?;
            match catalogues.get_mut(&hotel) {
                Some(catalogue) => put(catalogue, row),
                None => Ok(()),
            }
        })
    };
    with(ROOM_TYPES, |catalogue, row| {
        let room_type: RoomType = json(row, "body", "room type")?;
        catalogue.room_types.insert(room_type.code, room_type);
        Ok(())
    })?;
    with(ROOMS, |catalogue, row| {
        let room: Room = json(row, "body", "room")?;
        catalogue.rooms.insert(room.number, room);
        Ok(())
    })?;
    with(RATE_PLANS, |catalogue, row| {
        let plan: RatePlan = json(row, "body", "rate plan")?;
        catalogue.rate_plans.insert(plan.code, plan);
        Ok(())
    })?;
    with(RATES, |catalogue, row| {
        let key =
            (text(row, "rate_plan", "rate plan code")?, text(row, "room_type", "room type code")?);
        let calendar = catalogue.rates.entry(key).or_default();
        calendar.set(date(row, "night")?, rate_from_row(row)?);
        Ok(())
    })?;
    Ok(catalogues.into_iter().map(|(code, catalogue)| (code, Arc::new(catalogue))).collect())
}

fn all_rows(
    connection: &Connection,
    sql: &str,
    mut take: impl FnMut(&rusqlite::Row<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        take(row)?;
    }
    Ok(())
}
