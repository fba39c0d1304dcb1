//! Requests as bytes, made once; for each booking only what differs is written into them.

use std::net::SocketAddr;
use std::ops::Range;

use crate::orders::{Field, Order, RATE_PLAN, ROOM_TYPES, STAY_NIGHTS, hotel_code, written_days};

/// Where the parts of one booking stand in the bytes.
#[derive(Clone, Debug, Default)]
struct Slots {
    key: Range<usize>,
    hotel: Range<usize>,
    check_in: Range<usize>,
    check_out: Range<usize>,
    room_type: Range<usize>,
    family: Range<usize>,
    given: Range<usize>,
}

/// A request that asks for one booking, or for many.
#[derive(Clone, Debug)]
pub(crate) struct Template {
    bytes: Vec<u8>,
    slots: Vec<Slots>,
    days: Vec<[u8; 10]>,
    hotels: Vec<[u8; 5]>,
    stay_nights: usize,
}

/// Whom a request is for, and in whose name.
#[derive(Clone, Debug)]
pub(crate) struct Door {
    /// Where the server listens.
    pub(crate) address: SocketAddr,
    /// The secret of the caller's token.
    pub(crate) token: String,
}

impl Door {
    /// Writes a request without a body.
    pub(crate) fn get(&self, path: &str) -> Vec<u8> {
        let Self { address, token } = self;
        format!(
            "GET {path} HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {token}\r\n\
             accept: application/json\r\n\r\n"
        )
        .into_bytes()
    }

    /// Writes a request with a body; the key's place is kept by blanks of its length.
    fn post(&self, path: &str, key: &str, body: &str) -> String {
        let Self { address, token } = self;
        let length = body.len();
        format!(
            "POST {path} HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {token}\r\n\
             accept: application/json\r\ncontent-type: application/json\r\n{key}\
             content-length: {length}\r\n\r\n{body}"
        )
    }
}

/// Stands where something is written in later; nothing else in a request looks like it.
const HOLE: char = '~';

impl Template {
    /// Makes a request for one booking.
    pub(crate) fn one(door: &Door, path: &str, field: Field) -> Self {
        let key = format!("idempotency-key: {}\r\n", hole(36));
        Self::of(&door.post(path, &key, &booking()), field, 1)
    }

    /// Makes a request for many bookings.
    pub(crate) fn many(door: &Door, path: &str, field: Field, count: usize) -> Self {
        let item = format!(r#"{{"key":"{}","command":{{"book":{}}}}}"#, hole(36), booking());
        let items = vec![item; count].join(",");
        let body = format!(r#"{{"commands":[{items}]}}"#);
        Self::of(&door.post(path, "", &body), field, count)
    }

    fn of(text: &str, field: Field, count: usize) -> Self {
        let bytes = text.as_bytes().to_vec();
        let mut holes = holes(&bytes).into_iter();
        let mut next = || holes.next().unwrap_or_default();
        let slots = (0..count).map(|_| Slots {
            key: next(),
            hotel: next(),
            check_in: next(),
            check_out: next(),
            room_type: next(),
            family: next(),
            given: next(),
        });
        let slots = slots.collect();
        let hotels = (0..field.hotels)
            .filter_map(|number| hotel_code(number).into_bytes().try_into().ok())
            .collect();
        Self {
            bytes,
            slots,
            days: written_days(field),
            hotels,
            stay_nights: usize::from(STAY_NIGHTS),
        }
    }

    /// Sends every booking to one hotel instead, for one night.
    pub(crate) fn at(mut self, hotel: u16) -> Self {
        self.hotels = hotel_code(hotel).into_bytes().try_into().into_iter().collect();
        self.stay_nights = 1;
        self
    }

    /// Returns how many bookings one request asks for.
    pub(crate) fn count(&self) -> usize {
        self.slots.len()
    }

    /// Writes bookings in and returns the request.
    pub(crate) fn fill(&mut self, mut next: impl FnMut() -> Order) -> &[u8] {
        for slots in &self.slots {
            let order = next();
            let bytes = &mut self.bytes;
            bytes[slots.key.clone()].copy_from_slice(&order.key);
            bytes[slots.hotel.clone()].copy_from_slice(&self.hotels[usize::from(order.hotel)]);
            let days = &self.days;
            bytes[slots.check_in.clone()].copy_from_slice(&days[order.arrival]);
            bytes[slots.check_out.clone()].copy_from_slice(&days[order.arrival + self.stay_nights]);
            bytes[slots.room_type.clone()].copy_from_slice(ROOM_TYPES[order.room_type].as_bytes());
            bytes[slots.family.clone()].copy_from_slice(&order.family);
            bytes[slots.given.clone()].copy_from_slice(&order.given);
        }
        &self.bytes
    }
}

fn hole(length: usize) -> String {
    HOLE.to_string().repeat(length)
}

fn booking() -> String {
    format!(
        r#"{{"hotel":"{}","stay":{{"check_in":"{}","check_out":"{}"}},"rate_plan":"{RATE_PLAN}","rooms":[{{"room_type":"{}","occupancy":{{"adults":2}}}}],"guest":{{"new":{{"family":"{}","given":"{}"}}}}}}"#,
        hole(5),
        hole(10),
        hole(10),
        hole(3),
        hole(8),
        hole(6),
    )
}

/// Returns where the holes are.
fn holes(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (place, byte) in bytes.iter().enumerate() {
        if !HOLE.eq(&char::from(*byte)) {
            continue;
        }
        match found.last_mut() {
            Some(hole) if hole.end == place => hole.end += 1,
            _ => found.push(place..place + 1),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use hotel_core::wire::booking::BookBody;
    use hotel_core::wire::bulk::{BulkBody, BulkCommand};
    use jiff::Timestamp;
    use jiff::civil::Date;

    use super::*;
    use crate::keys::Keys;
    use crate::orders::Orders;

    const FIELD: Field =
        Field { hotels: 20, first_night: Date::constant(2026, 12, 1), nights: 400 };

    fn orders() -> Orders {
        Orders::new(FIELD, Keys::new(Timestamp::UNIX_EPOCH, 1), 1)
    }

    fn door() -> Door {
        Door { address: ([127, 0, 0, 1], 7070).into(), token: "htl_x".to_owned() }
    }

    fn body(request: &[u8]) -> &[u8] {
        let head = request.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let text = std::str::from_utf8(&request[..head]).unwrap();
        let body = &request[head + 4..];
        assert!(text.contains(&format!("content-length: {}", body.len())), "{text}");
        body
    }

    #[test]
    fn a_filled_request_is_a_booking_that_the_server_reads() {
        let mut template = Template::one(&door(), "/v1/bookings", FIELD);
        let order = orders().next();
        let request = template.fill(|| order).to_vec();
        assert!(!request.contains(&b'~'));
        let text = String::from_utf8(request.clone()).unwrap();
        let key = std::str::from_utf8(&order.key).unwrap();
        assert!(text.contains(&format!("idempotency-key: {key}\r\n")), "{text}");
        let read: BookBody = serde_json::from_slice(body(&request)).unwrap();
        assert_eq!(read.hotel.unwrap().as_str(), hotel_code(order.hotel));
        assert_eq!(read.stay.unwrap().night_count(), usize::from(STAY_NIGHTS));
    }

    #[test]
    fn filling_again_leaves_nothing_behind() {
        let mut template = Template::one(&door(), "/v1/bookings", FIELD);
        let mut orders = orders();
        let (first, second) = (orders.next(), orders.next());
        template.fill(|| first);
        let twice = template.fill(|| second).to_vec();
        assert_eq!(twice, Template::one(&door(), "/v1/bookings", FIELD).fill(|| second));
    }

    #[test]
    fn many_bookings_have_a_key_each() {
        let mut template = Template::many(&door(), "/v1/commands:batch", FIELD, 3);
        let mut orders = orders();
        let request = template.fill(|| orders.next()).to_vec();
        let read: BulkBody = serde_json::from_slice(body(&request)).unwrap();
        assert_eq!(read.commands.len(), template.count());
        assert_ne!(read.commands[0].key, read.commands[1].key);
        assert!(matches!(read.commands[2].command, BulkCommand::Book(_)));
    }

    #[test]
    fn everybody_may_want_one_hotel_for_one_night() {
        let mut template = Template::one(&door(), "/v1/bookings", FIELD).at(9_999);
        let order = Order { hotel: 0, ..orders().next() };
        let request = template.fill(|| order).to_vec();
        let read: BookBody = serde_json::from_slice(body(&request)).unwrap();
        assert_eq!(read.hotel.unwrap().as_str(), "H9999");
        assert_eq!(read.stay.unwrap().night_count(), 1);
    }
}
