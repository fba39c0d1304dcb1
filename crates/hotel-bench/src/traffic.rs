//! What is sent: bookings one by one or many at once, to the server or to the floor.

use serde::Deserialize;

use crate::keys::Keys;
use crate::load::{Traffic, Verdict};
use crate::orders::{Field, Order, Orders};
use crate::template::{Door, Template};

/// Where bookings are made.
pub(crate) const BOOKINGS_PATH: &str = "/v1/bookings";

/// Where many commands are given at once.
pub(crate) const BATCH_PATH: &str = "/v1/commands:batch";

/// The status of a booking made.
const CREATED: u16 = 201;

/// The status of a booking refused.
const CONFLICT: u16 = 409;

/// Asks for bookings, one a request.
pub(crate) struct Booking {
    template: Template,
    orders: Orders,
    hot: Option<usize>,
}

impl Booking {
    /// Makes the traffic of bookings all over a field.
    pub(crate) fn new(door: &Door, path: &str, field: Field, orders: Orders) -> Self {
        Self { template: Template::one(door, path, field), orders, hot: None }
    }

    /// Makes the traffic of everyone wanting one hotel's first room type for one night.
    pub(crate) fn hot(door: &Door, field: Field, orders: Orders, hotel: u16) -> Self {
        let template = Template::one(door, BOOKINGS_PATH, field).at(hotel);
        Self { template, orders, hot: Some(1) }
    }

    /// Turns those who all want one night to another.
    pub(crate) fn want(&mut self, night: usize) {
        self.hot = self.hot.map(|_| night);
    }

    /// Returns the next request.
    pub(crate) fn request(&mut self) -> &[u8] {
        let (orders, hot) = (&mut self.orders, self.hot);
        self.template.fill(|| {
            let order = orders.next();
            match hot {
                Some(arrival) => Order { hotel: 0, room_type: 0, arrival, ..order },
                None => order,
            }
        })
    }
}

/// Judges the answer to a request for one booking; a refusal counts as one only where it may come.
pub(crate) fn judge_booking(status: u16, may_refuse: bool) -> Verdict {
    match status {
        CREATED => Verdict::Done(1),
        CONFLICT if may_refuse => Verdict::Refused(1),
        _ => Verdict::Failed,
    }
}

impl Traffic for Booking {
    fn next(&mut self) -> (usize, &[u8]) {
        (0, self.request())
    }

    fn judge(&mut self, _kind: usize, status: u16, _body: &[u8]) -> Verdict {
        judge_booking(status, self.hot.is_some())
    }
}

/// Asks for bookings, many a request.
pub(crate) struct Bulk {
    template: Template,
    orders: Orders,
}

#[derive(Deserialize)]
struct Results {
    results: Vec<Status>,
}

#[derive(Deserialize)]
struct Status {
    status: u16,
}

impl Bulk {
    /// Makes the traffic of requests with so many bookings each.
    pub(crate) fn new(door: &Door, field: Field, orders: Orders, count: usize) -> Self {
        Self { template: Template::many(door, BATCH_PATH, field, count), orders }
    }
}

impl Traffic for Bulk {
    fn next(&mut self) -> (usize, &[u8]) {
        let orders = &mut self.orders;
        (0, self.template.fill(|| orders.next()))
    }

    fn judge(&mut self, _kind: usize, status: u16, body: &[u8]) -> Verdict {
        let results = serde_json::from_slice::<Results>(body).ok().filter(|_| status == 200);
        let Some(Results { results }) = results else { return Verdict::Failed };
        let done = results.iter().filter(|result| result.status == CREATED).count();
        if done == self.template.count() && results.len() == done {
            Verdict::Done(crate::figures::count(done))
        } else {
            Verdict::Failed
        }
    }
}

/// Makes sources of orders that never give the same key or guest twice.
pub(crate) struct Sources {
    now: jiff::Timestamp,
    seed: u64,
}

impl Sources {
    /// Begins at a moment.
    pub(crate) fn new(now: jiff::Timestamp) -> Self {
        let seed = u64::try_from(now.as_microsecond()).unwrap_or(0);
        Self { now, seed }
    }

    /// Returns the next source.
    pub(crate) fn orders(&mut self, field: Field) -> Orders {
        self.seed = self.seed.wrapping_add(0x5851_F42D_4C95_7F2D);
        Orders::new(field, Keys::new(self.now, self.seed), self.seed ^ u64::from(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_count_only_where_they_may_come() {
        for (status, may_refuse, expected) in [
            (201, false, Verdict::Done(1)),
            (409, true, Verdict::Refused(1)),
            (409, false, Verdict::Failed),
            (503, true, Verdict::Failed),
        ] {
            assert_eq!(judge_booking(status, may_refuse), expected);
        }
    }
}
