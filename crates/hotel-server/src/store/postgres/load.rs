//! Loading the facts of a batch: a constant number of statements, whatever its size, and all that can
//! be asked beforehand on one way to the database and back.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use tokio_postgres::Row;
use uuid::Uuid;

use hotel_core::booking::Booking;
use hotel_core::catalogue::Catalogue;
use hotel_core::command::Stretch;
use hotel_core::decide::needs::Needs;
use hotel_core::event::{BookingChange, EventData};
use hotel_core::facts::Facts;
use hotel_core::ids::{BookingCode, HotelCode, IdempotencyKey, UserId};

use super::catalogue;
use super::rows::{
    booking_body, booking_from_row, code_of, count, counted, get, guest_columns, guest_from_row,
    json, night_from_row, room_night_from_row, stream_of, text, token_columns, token_from_row,
    user_columns, user_from_row,
};
use super::session::{Asked, Cell, Session};
use crate::store::codes::Codes;
use crate::store::nights::{Nights, joined};
use crate::store::words::parsed;
use crate::store::{Claims, CommandKey, StoreError, StoredAnswer, StoredCommand};

/// A stream as it stands, held until the transaction ends.
#[derive(Debug)]
pub(super) struct Stream {
    /// Its last sequence.
    pub(super) sequence: u64,
    /// The sequence of the last event that changed the catalogue.
    pub(super) catalogue: u64,
    /// When its last event was decided.
    pub(super) decided_at: Timestamp,
}

/// What the way in brought.
#[derive(Debug, Default)]
pub(super) struct Claimed {
    /// The streams that are there.
    pub(super) streams: BTreeMap<Option<HotelCode>, Stream>,
    /// The moment, after the last of them was got hold of.
    pub(super) now: Timestamp,
    /// The name of this batch.
    pub(super) batch: u64,
    /// Numbers for new bookings.
    pub(super) numbers: VecDeque<u64>,
    /// What was decided before.
    pub(super) results: HashMap<CommandKey, StoredCommand>,
    /// The bookings that commands name.
    pub(super) bookings: Vec<Booking>,
    /// Holds that have run out.
    pub(super) lapsed: Vec<Booking>,
}

const BEGIN: &str = "BEGIN";

// In the order of their keys, so that nobody waits for somebody who waits for him. The hotel of a
// booking never changes.
const STREAMS: &str = "SELECT stream.hotel, stream.sequence, stream.catalogue, stream.decided_at \
     FROM stream WHERE stream.hotel IN ( \
       SELECT unnest($1::text[]) \
       UNION SELECT booking.hotel FROM booking WHERE booking.number = ANY ($2::bigint[])) \
     ORDER BY stream.hotel FOR UPDATE OF stream";

const MOMENT: &str = "SELECT clock_timestamp() AS now, nextval('batch_id') AS batch, \
     ARRAY(SELECT nextval('booking_number') FROM generate_series(1, $1::bigint)) AS numbers";

/// The results of commands, by principals and keys.
pub(super) const RESULTS: &str = "SELECT command.principal, command.key, command.fingerprint, \
     command.status, command.etag, command.booking, command.changes, command.body, \
     command.decided_at \
     FROM (SELECT unnest($1::uuid[]) AS principal, unnest($2::text[]) AS key) AS wanted \
     JOIN command ON command.principal = wanted.principal AND command.key = wanted.key";

const BOOKINGS: &str =
    concat!("SELECT ", booking_body!(), " FROM booking WHERE booking.number = ANY ($1::bigint[])");

const LAPSED: &str = concat!(
    "SELECT ",
    booking_body!(),
    " FROM booking WHERE booking.hotel = ANY ($1::text[]) AND booking.state = 'held' \
     AND booking.expires_at <= $2::timestamptz"
);

const LAPSED_NOW: &str = concat!(
    "SELECT ",
    booking_body!(),
    " FROM booking WHERE booking.state = 'held' AND booking.expires_at <= clock_timestamp() \
     AND booking.hotel = ANY ($1::text[] || ARRAY( \
       SELECT named.hotel FROM booking AS named WHERE named.number = ANY ($2::bigint[])))"
);

/// Opens the transaction, gets hold of the streams, and fetches what can be asked for by name.
pub(super) fn claim(
    session: &mut Session,
    codes: &Codes,
    claims: &Claims,
) -> Result<Claimed, StoreError> {
    let house = claims.people.then_some("");
    let hotels: Vec<&str> =
        house.into_iter().chain(claims.hotels.iter().map(HotelCode::as_str)).collect();
    let bookings = numbers_of(&claims.bookings, codes);
    let openings = i64::try_from(claims.openings).unwrap_or(0);
    let principals: Vec<Uuid> = claims.keys.iter().map(|(user, _)| user.0).collect();
    let keys: Vec<&str> = claims.keys.iter().map(|(_, key)| key.as_str()).collect();
    let mut asked: Vec<Asked<'_>> = vec![
        (BEGIN, vec![]),
        (STREAMS, vec![&hotels, &bookings]),
        (MOMENT, vec![&openings]),
        (RESULTS, vec![&principals, &keys]),
        (LAPSED_NOW, vec![&hotels, &bookings]),
    ];
    if !bookings.is_empty() {
        asked.push((BOOKINGS, vec![&bookings]));
    }
    let answered = session.begin(&asked)?;
    let [_, streams, moment, results, lapsed, bookings @ ..] = answered.as_slice() else {
        return Err(StoreError::Lost("an answer is missing".to_owned()));
    };
    let moment = moment.first().ok_or(StoreError::Row { what: "moment", source: None })?;
    let numbers: Vec<i64> = get(moment, "numbers")?;
    let booking_rows = bookings.iter().flatten();
    Ok(Claimed {
        streams: streams.iter().map(stream_from_row).collect::<Result<_, _>>()?,
        now: get(moment, "now")?,
        batch: counted(moment, "batch")?,
        numbers: numbers.into_iter().filter_map(|number| u64::try_from(number).ok()).collect(),
        results: results.iter().map(|row| result_from_row(row, codes)).collect::<Result<_, _>>()?,
        bookings: booking_rows.map(booking_from_row).collect::<Result<_, _>>()?,
        lapsed: lapsed.iter().map(booking_from_row).collect::<Result<_, _>>()?,
    })
}

fn numbers_of(wanted: &BTreeSet<BookingCode>, codes: &Codes) -> Vec<i64> {
    wanted.iter().map(|code| count(codes.number(*code))).collect()
}

fn stream_from_row(row: &Row) -> Result<(Option<HotelCode>, Stream), StoreError> {
    let stream = Stream {
        sequence: counted(row, "sequence")?,
        catalogue: counted(row, "catalogue")?,
        decided_at: get(row, "decided_at")?,
    };
    Ok((stream_of(row)?, stream))
}

/// Reads the result of a command, with its key.
pub(super) fn result_from_row(
    row: &Row,
    codes: &Codes,
) -> Result<(CommandKey, StoredCommand), StoreError> {
    let key: IdempotencyKey = text(row, "key", "idempotency key")?;
    let etag: Option<i64> = get(row, "etag")?;
    let stored = StoredCommand {
        fingerprint: parsed("fingerprint", get::<&[u8]>(row, "fingerprint")?.try_into())?,
        status: parsed("status", u16::try_from(get::<i32>(row, "status")?))?,
        etag: etag.map(|etag| parsed("version", u64::try_from(etag))).transpose()?,
        answer: match get::<Option<i64>>(row, "booking")? {
            Some(number) => StoredAnswer::Told {
                booking: code_of(number, codes)?,
                changes: parsed("count", u8::try_from(get::<i32>(row, "changes")?))?,
            },
            None => StoredAnswer::Written(get(row, "body")?),
        },
    };
    Ok(((UserId(get(row, "principal")?), key), stored))
}

/// Every change of some bookings, each in order.
pub(super) const CHANGES: &str = "SELECT event.booking, event.data \
     FROM (SELECT booking.hotel, unnest(booking.told) AS sequence FROM booking \
       WHERE booking.number = ANY ($1::bigint[])) AS told \
     JOIN event ON event.hotel = told.hotel AND event.sequence = told.sequence \
     ORDER BY event.booking, event.sequence";

/// Loads every change of some bookings, each in order.
pub(super) fn changes(
    session: &mut Session,
    codes: &Codes,
    wanted: &BTreeSet<BookingCode>,
) -> Result<HashMap<BookingCode, Vec<BookingChange>>, StoreError> {
    let answered = session.ask(&[(CHANGES, vec![&numbers_of(wanted, codes)])])?;
    let mut changes: HashMap<BookingCode, Vec<BookingChange>> = HashMap::new();
    for row in answered.iter().flatten() {
        if let Some(change) = change_from_row(row)? {
            changes.entry(code_of(get(row, "booking")?, codes)?).or_default().push(change);
        }
    }
    Ok(changes)
}

/// Reads a change of a booking, if it is one.
pub(super) fn change_from_row(row: &Row) -> Result<Option<BookingChange>, StoreError> {
    match json(row, "data", "event")? {
        EventData::Booking(change) => Ok(Some(*change)),
        EventData::Hotel(_)
        | EventData::RoomType(_)
        | EventData::Room(_)
        | EventData::RatePlan(_)
        | EventData::Rates(_)
        | EventData::Inventory(_)
        | EventData::RoomBlock(_)
        | EventData::Guest(_)
        | EventData::User(_)
        | EventData::Token(_) => Ok(None),
    }
}

/// Loads the holds of some hotels that have run out by a moment.
pub(super) fn lapsed(
    session: &mut Session,
    hotels: &BTreeSet<HotelCode>,
    now: Timestamp,
) -> Result<Vec<Booking>, StoreError> {
    let hotels: Vec<&str> = hotels.iter().map(HotelCode::as_str).collect();
    let answered = session.ask(&[(LAPSED, vec![&hotels, &now])])?;
    answered.iter().flatten().map(booking_from_row).collect()
}

/// Loads the catalogues of some hotels.
pub(super) fn catalogues(
    session: &mut Session,
    hotels: &[HotelCode],
) -> Result<HashMap<HotelCode, Arc<Catalogue>>, StoreError> {
    let hotels: Vec<&str> = hotels.iter().map(HotelCode::as_str).collect();
    let asked = catalogue::OF_HOTELS.map(|sql| -> Asked<'_> { (sql, vec![&hotels]) });
    catalogue::gathered(&session.ask(&asked)?)
}

const NIGHTS_OF_TYPE: &str = "SELECT inventory.hotel, inventory.room_type, inventory.night, \
     inventory.physical, inventory.out_of_order, inventory.overbook_rooms, \
     inventory.overbook_share, inventory.sold, inventory.held, inventory.closed \
     FROM (SELECT unnest($1::text[]) AS hotel, unnest($2::text[]) AS room_type, \
       unnest($3::date[]) AS first, unnest($4::date[]) AS after) AS wanted \
     JOIN inventory ON inventory.hotel = wanted.hotel \
       AND inventory.room_type = wanted.room_type \
       AND inventory.night >= wanted.first AND inventory.night < wanted.after";

const NIGHTS_OF_HOTEL: &str = "SELECT inventory.hotel, inventory.room_type, inventory.night, \
     inventory.physical, inventory.out_of_order, inventory.overbook_rooms, \
     inventory.overbook_share, inventory.sold, inventory.held, inventory.closed \
     FROM unnest($1::text[], $2::text[], $3::date[], $4::date[]) \
       AS wanted (hotel, room_type, first, after) \
     JOIN inventory ON inventory.hotel = wanted.hotel \
       AND inventory.night >= wanted.first AND inventory.night < wanted.after";

const ROOM_NIGHTS: &str = "SELECT room_night.hotel, room_night.night, room_night.room, \
     room_night.booking \
     FROM unnest($1::text[], $2::text[], $3::date[], $4::date[]) \
       AS wanted (hotel, room_type, first, after) \
     JOIN room_night ON room_night.hotel = wanted.hotel \
       AND room_night.night >= wanted.first AND room_night.night < wanted.after";

const GUESTS: &str =
    concat!("SELECT ", guest_columns!(), " FROM guest WHERE guest.id = ANY ($1::uuid[])");

const TOKENS: &str =
    concat!("SELECT ", token_columns!(), " FROM token WHERE token.id = ANY ($1::uuid[])");

const USERS: &str = concat!("SELECT ", user_columns!(), " FROM house_user");

/// Stretches as the arrays of one statement.
#[derive(Default)]
struct Stretches {
    hotels: Vec<String>,
    room_types: Vec<String>,
    firsts: Vec<Date>,
    afters: Vec<Date>,
}

impl Stretches {
    fn of(stretches: &BTreeSet<&Stretch>) -> Self {
        let mut arrays = Self::default();
        for stretch in joined(stretches) {
            let room_type = stretch.room_type.map(|code| code.to_string());
            arrays.hotels.push(stretch.hotel.to_string());
            arrays.room_types.push(room_type.unwrap_or_default());
            // "From ever on" lies before what Postgres knows.
            arrays.firsts.push(stretch.from.max(jiff::civil::date(1, 1, 1)));
            arrays.afters.push(stretch.to);
        }
        arrays
    }

    fn values(&self) -> Vec<Cell<'_>> {
        vec![&self.hotels, &self.room_types, &self.firsts, &self.afters]
    }
}

/// Loads what the decisions must see beyond bookings; what is not needed is not asked for.
pub(super) fn facts(
    session: &mut Session,
    codes: &Codes,
    needs: &Needs,
    (nights, facts): (&mut Nights, &mut Facts),
) -> Result<(), StoreError> {
    let (typed, whole): (BTreeSet<&Stretch>, BTreeSet<&Stretch>) = nights
        .recall(needs.nights.iter().collect(), facts)
        .iter()
        .partition(|it| it.room_type.is_some());
    let room_nights: BTreeSet<&Stretch> = needs.room_nights.iter().collect();
    let stretches = [&typed, &whole, &room_nights].map(Stretches::of);
    let [of_type, of_hotel, of_rooms] = stretches.each_ref().map(Stretches::values);
    let guests: Vec<Uuid> = needs.guests.iter().map(|guest| guest.0).collect();
    let tokens: Vec<Uuid> = needs.tokens.iter().map(|token| token.0).collect();
    let all: [(bool, Asked<'_>); 6] = [
        (!typed.is_empty(), (NIGHTS_OF_TYPE, of_type)),
        (!whole.is_empty(), (NIGHTS_OF_HOTEL, of_hotel)),
        (!room_nights.is_empty(), (ROOM_NIGHTS, of_rooms)),
        (!guests.is_empty(), (GUESTS, vec![&guests])),
        (!tokens.is_empty(), (TOKENS, vec![&tokens])),
        (needs.users, (USERS, vec![])),
    ];
    let asked: Vec<Asked<'_>> =
        all.into_iter().filter_map(|(is_needed, asked)| is_needed.then_some(asked)).collect();
    if asked.is_empty() {
        return Ok(());
    }
    let answered = session.ask(&asked)?;
    for ((sql, _), rows) in asked.iter().zip(&answered) {
        for row in rows {
            take(sql, row, codes, facts)?;
        }
    }
    nights.remember(&typed, facts);
    Ok(())
}

fn take(sql: &str, row: &Row, codes: &Codes, facts: &mut Facts) -> Result<(), StoreError> {
    match sql {
        NIGHTS_OF_TYPE | NIGHTS_OF_HOTEL => {
            let (key, night) = night_from_row(row)?;
            facts.nights.insert(key, night);
        }
        ROOM_NIGHTS => {
            let (key, occupant) = room_night_from_row(row, codes)?;
            facts.room_nights.insert(key, occupant);
        }
        GUESTS => {
            let guest = guest_from_row(row)?;
            facts.guests.insert(guest.id, guest);
        }
        TOKENS => {
            let token = token_from_row(row)?;
            facts.tokens.insert(token.id, token);
        }
        _ => {
            let user = user_from_row(row)?;
            facts.users.insert(user.name.clone(), user);
        }
    }
    Ok(())
}
