//! What is read of each table, in the order of its key.

use crate::store::postgres::cursor::{Source, source};
use crate::store::postgres::rows::{
    booking_body, guest_columns, logged_columns, token_columns, user_columns, waiting_batches,
};

// What follows a stretch of a hotel's stream or a batch is found by its key, and comes in the right
// order; a plan that puts all of the log into a table of its own first is as large as the log.
pub(super) const BY_KEYS: &str = "SELECT set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)";
pub(super) const BY_ANY_WAY: &str =
    "SELECT set_config('enable_hashjoin', 'on', true), set_config('enable_mergejoin', 'on', true)";

pub(super) const EVENTS: &str = "SELECT feed.position FROM feed WHERE feed.id = 1";

pub(super) static BATCHES_TOLD: Source = source!(
    "batches_told",
    "SELECT event.batch AS id, array_agg(event.place ORDER BY event.place) AS places \
     FROM event GROUP BY event.batch ORDER BY event.batch",
);

pub(super) static BATCHES: Source =
    source!("batches", "SELECT batch.id, batch.events FROM batch ORDER BY batch.id");

pub(super) const FEED: &str = "SELECT feed.position, feed.recorded_at, \
       coalesce(last.position + last.events, 0) AS by_batches, \
       last.recorded_at AS recorded_by_batches \
     FROM feed LEFT JOIN LATERAL ( \
       SELECT batch.position, batch.events, batch.recorded_at FROM batch \
       WHERE batch.position IS NOT NULL ORDER BY batch.position DESC LIMIT 1) AS last ON true \
     WHERE feed.id = 1";

pub(super) static LOG: Source = source!(
    "log",
    "SELECT ",
    logged_columns!(),
    ", batch.position + event.place AS position, batch.recorded_at, batch.decided_at \
     FROM batch JOIN event ON event.batch = batch.id \
     WHERE batch.position IS NOT NULL ORDER BY batch.position, event.place",
);

pub(super) static LOG_WAITING: Source = source!(
    "log_waiting",
    "SELECT ",
    logged_columns!(),
    ", batch.position + event.place AS position, batch.recorded_at, batch.decided_at FROM ",
    waiting_batches!(),
    " JOIN event ON event.batch = batch.id ORDER BY batch.position, event.place",
);

pub(super) const KEEP_GUESTS: &str = "INSERT INTO told_guest (id, version) \
     SELECT told.id, max(told.version) FROM unnest($1::uuid[], $2::bigint[]) AS told (id, version) \
     GROUP BY told.id \
     ON CONFLICT (id) DO UPDATE SET version = greatest(told_guest.version, excluded.version)";

pub(super) const COUNT_GUESTS: &str = "ANALYZE told_guest";

// The house's stream is there before anything happens in it.
pub(super) static STREAMS: Source = source!(
    "streams",
    "SELECT stream.hotel, stream.sequence, stream.catalogue, stream.decided_at FROM stream \
     WHERE stream.hotel <> '' OR stream.sequence > 0 OR stream.catalogue > 0 \
     ORDER BY stream.hotel",
);

pub(super) static HOTELS: Source =
    source!("hotels", "SELECT hotel.code, hotel.body FROM hotel ORDER BY hotel.code");

pub(super) static ROOM_TYPES: Source = source!(
    "room_types",
    "SELECT room_type.hotel, room_type.code, room_type.body FROM room_type \
     ORDER BY room_type.hotel, room_type.code",
);

pub(super) static ROOMS: Source = source!(
    "rooms",
    "SELECT room.hotel, room.number, room.room_type, room.body FROM room \
     ORDER BY room.hotel, room.number",
);

pub(super) static RATE_PLANS: Source = source!(
    "rate_plans",
    "SELECT rate_plan.hotel, rate_plan.code, rate_plan.body FROM rate_plan \
     ORDER BY rate_plan.hotel, rate_plan.code",
);

pub(super) static RATES: Source = source!(
    "rates",
    "SELECT rate_night.hotel, rate_night.rate_plan, rate_night.room_type, rate_night.night, \
       rate_night.minor, rate_night.closed, rate_night.closed_to_arrival, \
       rate_night.closed_to_departure, rate_night.nights_min, rate_night.nights_max \
     FROM rate_night \
     ORDER BY rate_night.hotel, rate_night.rate_plan, rate_night.room_type, rate_night.night",
);

pub(super) static NIGHTS: Source = source!(
    "nights",
    "SELECT inventory.hotel, inventory.room_type, inventory.night, inventory.physical, \
       inventory.out_of_order, inventory.overbook_rooms, inventory.overbook_share, \
       inventory.sold, inventory.held, inventory.closed \
     FROM inventory ORDER BY inventory.hotel, inventory.room_type, inventory.night",
);

pub(super) static OUT_OF_ORDER: Source = source!(
    "out_of_order",
    "SELECT room_night.hotel, room_night.night, room_night.room, room_night.booking \
     FROM room_night WHERE room_night.booking IS NULL \
     ORDER BY room_night.hotel, room_night.night, room_night.room",
);

pub(super) static USERS: Source =
    source!("users", "SELECT ", user_columns!(), " FROM house_user ORDER BY house_user.name");

pub(super) static TOKENS: Source = source!(
    "tokens",
    "SELECT ",
    token_columns!(),
    ", coalesce(house_user.name, '') AS name \
     FROM token LEFT JOIN house_user ON house_user.id = token.owner ORDER BY token.id",
);

pub(super) static GUESTS: Source = source!(
    "guests",
    "SELECT ",
    guest_columns!(),
    ", told_guest.version AS told \
     FROM guest LEFT JOIN told_guest ON told_guest.id = guest.id ORDER BY guest.id",
);

pub(super) static GUESTS_MISSING: Source = source!(
    "guests_missing",
    "SELECT told_guest.id AS guest_id, told_guest.version AS told FROM told_guest \
     WHERE NOT EXISTS (SELECT 1 FROM guest WHERE guest.id = told_guest.id) ORDER BY told_guest.id",
);

pub(super) static REQUESTS_ADRIFT: Source = source!(
    "requests_adrift",
    "SELECT booking_request.booking FROM booking_request \
     WHERE NOT EXISTS (SELECT 1 FROM booking WHERE booking.number = booking_request.booking) \
     ORDER BY booking_request.booking",
);

// Where a booking is told has been verified by then.
pub(super) static ANSWERS: Source = source!(
    "answers",
    "SELECT command.key, command.etag, command.changes, coalesce(( \
       SELECT max(cardinality(booking.told)) FROM booking \
       WHERE booking.number = command.booking), 0) AS versions \
     FROM command WHERE command.booking IS NOT NULL ORDER BY command.principal, command.key",
);

pub(super) static BOOKINGS: Source = source!(
    "bookings",
    "SELECT booking.number, booking.hotel, booking.version, booking.state, booking.check_in, \
       booking.check_out, booking.guest, booking.expires_at, booking.total_minor, \
       booking.fee_minor, booking.provisional, booking.told, booking.body IS NULL AS is_read_there, ",
    booking_body!(),
    " FROM booking ORDER BY booking.number",
);

// What is sorted is narrow: whose an event is, and where it stands.
pub(super) static HISTORIES: Source = source!(
    "histories",
    "SELECT told.booking AS number, ",
    logged_columns!(),
    ", batch.position + event.place AS position, \
       coalesce(batch.recorded_at, batch.decided_at) AS recorded_at \
     FROM ( \
       SELECT event.booking, event.hotel, event.sequence FROM event \
       WHERE event.booking IS NOT NULL \
       ORDER BY event.booking, event.hotel, event.sequence) AS told \
     JOIN event ON event.hotel = told.hotel AND event.sequence = told.sequence \
     JOIN batch ON batch.id = event.batch \
     ORDER BY told.booking, told.hotel, told.sequence",
);

pub(super) const OCCUPANTS: &str = "SELECT room_night.booking, \
       room_night.hotel IS NOT NULL AS is_there \
     FROM unnest($1::text[], $2::date[], $3::text[]) WITH ORDINALITY \
       AS wanted (hotel, night, room, place) \
     LEFT JOIN room_night ON room_night.hotel = wanted.hotel \
       AND room_night.night = wanted.night AND room_night.room = wanted.room \
     ORDER BY wanted.place";

pub(super) const ROOM_NIGHTS_TAKEN: &str =
    "SELECT count(*) AS taken FROM room_night WHERE room_night.booking IS NOT NULL";

pub(super) static ROOM_NIGHTS: Source = source!(
    "room_nights",
    "SELECT room_night.hotel, room_night.night, room_night.room, room_night.booking \
     FROM room_night WHERE room_night.booking IS NOT NULL \
     ORDER BY room_night.hotel, room_night.night, room_night.room",
);

pub(super) const HISTORY: &str = concat!(
    "SELECT ",
    logged_columns!(),
    ", batch.position + event.place AS position, \
       coalesce(batch.recorded_at, batch.decided_at) AS recorded_at \
     FROM booking CROSS JOIN unnest(booking.told) AS told (sequence) \
     JOIN event ON event.hotel = booking.hotel AND event.sequence = told.sequence \
     JOIN batch ON batch.id = event.batch \
     WHERE booking.number = $1 AND event.booking = $1 ORDER BY event.sequence"
);
