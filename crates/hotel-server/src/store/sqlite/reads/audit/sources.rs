//! What is read of each table, in the order of its key.

use crate::store::sqlite::rows::booking_body;

// Whose booking an event is costs more to find out than all the rest of it.
macro_rules! event_columns {
    () => {
        "event.position, event.id, event.hotel, event.sequence, NULL AS booking, \
         event.booking IS NOT NULL AS is_of_booking, event.type, event.occurred_at, \
         event.recorded_at, event.enqueued_at, event.actor, event.channel, event.correlation, event.causation, \
         event.data"
    };
}

pub(super) const LOG: &str =
    concat!("SELECT ", event_columns!(), " FROM event ORDER BY event.position");

pub(super) const TELL_OF_GUEST: &str = "INSERT INTO temp.told_guest (id, version) VALUES (?1, ?2) \
     ON CONFLICT DO UPDATE SET version = max(version, excluded.version)";

pub(super) const STREAMS: &str =
    "SELECT stream.hotel, stream.sequence FROM stream ORDER BY stream.hotel";

pub(super) const HOTELS: &str = "SELECT hotel.code, hotel.body FROM hotel ORDER BY hotel.code";

pub(super) const ROOM_TYPES: &str = "SELECT room_type.hotel, room_type.code, room_type.body FROM room_type \
     ORDER BY room_type.hotel, room_type.code";

pub(super) const ROOMS: &str = "SELECT room.hotel, room.number, room.room_type, room.body FROM room \
     ORDER BY room.hotel, room.number";

pub(super) const RATE_PLANS: &str = "SELECT rate_plan.hotel, rate_plan.code, rate_plan.body FROM rate_plan \
     ORDER BY rate_plan.hotel, rate_plan.code";

pub(super) const RATES: &str = "SELECT rate_night.hotel, rate_night.rate_plan, rate_night.room_type, \
     rate_night.night, rate_night.minor, rate_night.closed, rate_night.closed_to_arrival, \
     rate_night.closed_to_departure, rate_night.nights_min, rate_night.nights_max \
     FROM rate_night \
     ORDER BY rate_night.hotel, rate_night.rate_plan, rate_night.room_type, rate_night.night";

pub(super) const NIGHTS: &str = "SELECT inventory.hotel, inventory.room_type, inventory.night, \
     inventory.physical, inventory.out_of_order, inventory.overbook_rooms, \
     inventory.overbook_share, inventory.sold, inventory.held, inventory.closed \
     FROM inventory ORDER BY inventory.hotel, inventory.room_type, inventory.night";

pub(super) const OUT_OF_ORDER: &str = "SELECT room_night.hotel, room_night.night, room_night.room, \
     room_night.booking FROM room_night WHERE room_night.booking IS NULL \
     ORDER BY room_night.hotel, room_night.night, room_night.room";

pub(super) const USERS: &str = "SELECT user.id AS user_id, user.name, user.role, user.hotels, user.active \
     FROM user ORDER BY user.name";

pub(super) const TOKENS: &str = "SELECT token.id AS token_id, token.user, token.secret_hash, \
     token.created_at, token.expires_at, token.revoked, coalesce(user.name, '') AS name \
     FROM token LEFT JOIN user ON user.id = token.user ORDER BY token.id";

pub(super) const GUESTS: &str = "SELECT guest.id AS guest_id, guest.version AS guest_version, guest.family, \
     guest.given, guest.email, guest.phone, guest.note, told_guest.version AS told \
     FROM guest LEFT JOIN temp.told_guest ON told_guest.id = guest.id ORDER BY guest.id";

pub(super) const GUESTS_MISSING: &str = "SELECT told_guest.id AS guest_id, told_guest.version AS told \
     FROM temp.told_guest WHERE NOT EXISTS (SELECT 1 FROM guest WHERE guest.id = told_guest.id) \
     ORDER BY told_guest.id";

pub(super) const REQUESTS_ADRIFT: &str = "SELECT booking_request.booking FROM booking_request \
     WHERE NOT EXISTS (SELECT 1 FROM booking WHERE booking.number = booking_request.booking) \
     ORDER BY booking_request.booking";

pub(super) const ANSWERS: &str = "SELECT command.key, command.etag, command.changes, ( \
       SELECT count(*) FROM event INDEXED BY event_by_booking \
       WHERE event.booking = command.booking) AS versions \
     FROM command WHERE command.booking IS NOT NULL ORDER BY command.principal, command.key";

pub(super) const BOOKINGS: &str = concat!(
    "SELECT booking.number, booking.hotel, booking.version, booking.state, \
     booking.check_in, booking.check_out, booking.guest, booking.expires_at, \
     booking.total_minor, booking.fee_minor, booking.provisional, ",
    booking_body!(),
    " FROM booking ORDER BY booking.number"
);

pub(super) const HISTORIES: &str = concat!(
    "SELECT event.booking AS number, ",
    event_columns!(),
    " FROM event INDEXED BY event_by_booking WHERE event.booking IS NOT NULL \
     ORDER BY event.booking, event.position"
);

pub(super) const ROOM_NIGHT: &str = "SELECT room_night.booking FROM room_night \
     WHERE room_night.hotel = ?1 AND room_night.night = ?2 AND room_night.room = ?3";

pub(super) const ROOM_NIGHTS_TAKEN: &str =
    "SELECT count(*) FROM room_night WHERE room_night.booking IS NOT NULL";

pub(super) const ROOM_NIGHTS: &str = "SELECT room_night.hotel, room_night.night, room_night.room, \
     room_night.booking FROM room_night WHERE room_night.booking IS NOT NULL \
     ORDER BY room_night.hotel, room_night.night, room_night.room";

pub(super) const HISTORY: &str = concat!(
    "SELECT ",
    event_columns!(),
    " FROM event INDEXED BY event_by_booking WHERE event.booking = ?1 ORDER BY event.position"
);
