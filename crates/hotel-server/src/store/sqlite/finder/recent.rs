//! The hints of the last second or so, in memory, in the order in which they came.

use std::collections::HashSet;

use hotel_core::ids::{BookingCode, EventId, GuestId, HotelCode};
use hotel_core::stay::day_number;

use crate::store::Batch;

/// A booking, and where it is looked for.
#[derive(Clone, Debug)]
pub(crate) struct Stay {
    /// Its number.
    pub(crate) number: u64,
    /// Its hotel.
    pub(crate) hotel: HotelCode,
    /// The day of arrival, since 1970-01-01.
    pub(crate) check_in: i32,
    /// Who stays.
    pub(crate) guest: GuestId,
}

/// A guest's family name as it was written.
#[derive(Clone, Debug)]
pub(crate) struct GuestName {
    /// Who.
    pub(crate) guest: GuestId,
    /// The family name.
    pub(crate) family: String,
    /// Whether the guest may have had another name before.
    pub(crate) is_changed: bool,
}

/// What batches have made.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hints {
    /// Bookings made or changed.
    pub(crate) stays: Vec<Stay>,
    /// Guests registered or changed.
    pub(crate) names: Vec<GuestName>,
    /// The last event of the batches.
    pub(crate) mark: Option<(u64, EventId)>,
}

impl Hints {
    /// Gathers the hints of a batch.
    pub(crate) fn of(batch: &Batch<'_>, mut number: impl FnMut(BookingCode) -> u64) -> Self {
        let facts = batch.facts;
        let stays = facts.touched.bookings.iter().filter_map(|code| facts.bookings.get(code));
        let names = facts.touched.guests.iter().filter_map(|id| facts.guests.get(id));
        Self {
            stays: stays
                .map(|booking| Stay {
                    number: number(booking.code),
                    hotel: booking.hotel,
                    check_in: day_number(booking.stay.check_in()),
                    guest: booking.guest,
                })
                .collect(),
            names: names
                .map(|guest| GuestName {
                    guest: guest.id,
                    family: guest.family.as_str().to_owned(),
                    is_changed: guest.version > 1,
                })
                .collect(),
            mark: batch.events.last().map(|event| (event.position, event.id)),
        }
    }
}

/// By what a list looks for bookings or guests.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Asked<'a> {
    /// Bookings of some hotels (none means all) that arrive from one day on and before another.
    Arrival {
        /// The hotels.
        hotels: &'a [HotelCode],
        /// The first day, since 1970-01-01.
        from: i32,
        /// The day after the last.
        before: i32,
    },
    /// Bookings of a guest.
    Guest(GuestId),
    /// Guests whose family name begins so, and their bookings.
    Name(&'a str),
}

/// What a list must look at beside the file.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Numbers of bookings.
    pub(crate) numbers: Vec<u64>,
    /// Guests.
    pub(crate) guests: Vec<GuestId>,
}

impl Found {
    /// Writes the numbers for `json_each`.
    pub(crate) fn numbers_json(&self) -> String {
        // Numbers and hexadecimal digits are always valid JSON.
        serde_json::to_string(&self.numbers).unwrap_or_default()
    }

    /// Writes the guests for `json_each`, each id in hexadecimal digits.
    pub(crate) fn guests_json(&self) -> String {
        let ids: Vec<String> = self.guests.iter().map(|id| id.0.simple().to_string()).collect();
        serde_json::to_string(&ids).unwrap_or_default()
    }
}

/// The hints that are not in the file yet.
#[derive(Debug, Default)]
pub(crate) struct Recent(Hints);

impl Recent {
    /// Takes in what a batch has made.
    pub(crate) fn note(&mut self, hints: Hints) {
        self.0.stays.extend(hints.stays);
        self.0.names.extend(hints.names);
        self.0.mark = hints.mark.or(self.0.mark);
    }

    /// Returns everything, if there is anything.
    pub(crate) fn all(&self) -> Option<Hints> {
        self.0.mark.is_some().then(|| self.0.clone())
    }

    /// Forgets what was returned: it is in the file.
    pub(crate) fn forget(&mut self, written: &Hints) {
        self.0.stays.drain(..written.stays.len());
        self.0.names.drain(..written.names.len());
        if self.0.mark == written.mark {
            self.0.mark = None;
        }
    }

    /// Returns what somebody must look at.
    pub(crate) fn find(&self, asked: &Asked<'_>) -> Found {
        match *asked {
            Asked::Arrival { hotels, from, before } => self.numbers(|stay| {
                (from..before).contains(&stay.check_in)
                    && (hotels.is_empty() || hotels.contains(&stay.hotel))
            }),
            Asked::Guest(guest) => self.numbers(|stay| stay.guest == guest),
            Asked::Name(prefix) => {
                let is_wanted = |name: &&GuestName| begins(&name.family, prefix);
                let guests: Vec<GuestId> =
                    self.0.names.iter().filter(is_wanted).map(|name| name.guest).collect();
                // The name of a guest who came before stands in the file, so that each of their
                // bookings has to be looked at.
                let known: HashSet<GuestId> = self.0.names.iter().map(|name| name.guest).collect();
                let found = self
                    .numbers(|stay| !known.contains(&stay.guest) || guests.contains(&stay.guest));
                Found { guests, ..found }
            }
        }
    }

    fn numbers(&self, is_wanted: impl Fn(&Stay) -> bool) -> Found {
        let stays = self.0.stays.iter().filter(|stay| is_wanted(stay));
        Found { numbers: stays.map(|stay| stay.number).collect(), guests: Vec::new() }
    }
}

/// Tells whether a name begins with a prefix, as SQLite's NOCASE sees it.
fn begins(name: &str, prefix: &str) -> bool {
    name.as_bytes()
        .get(..prefix.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
}
