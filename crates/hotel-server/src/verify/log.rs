//! The log in its order: no gaps, no time that runs backwards, and what it makes of hotels, nights
//! and people. Bookings are folded one by one elsewhere; here only what they take from the nights.

use std::collections::BTreeMap;

use jiff::Timestamp;

use hotel_core::apply::apply;
use hotel_core::event::{BookingChange, Event, EventData};
use hotel_core::facts::{Facts, Touched};
use hotel_core::ids::{GuestId, HotelCode, TokenId};
use hotel_core::inventory::{Night, Taken};
use hotel_core::stay::dates;
use hotel_core::text::Name;
use hotel_core::verb::BookingVerb;

use super::{Findings, Slash, StreamName};

/// An event with what the log keeps beside it.
pub(crate) struct Logged {
    /// The event; which booking it is about is not looked up.
    pub(crate) event: Event,
    /// Whether it is about a booking.
    pub(crate) is_of_booking: bool,
    /// Its type as the log names it.
    pub(crate) kind: String,
    /// When its batch was decided, where its stream keeps that.
    pub(crate) decided_at: Option<Timestamp>,
}

/// What the log tells of a stream.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize)]
pub(crate) struct StreamTold {
    /// Its last sequence.
    pub(crate) sequence: u64,
    /// That of the last event that changed what the hotel sells, where the stream keeps it.
    pub(crate) catalogue: Option<u64>,
    /// When the last event was decided, where the stream keeps it.
    pub(crate) decided_at: Option<Timestamp>,
}

/// What the log tells of a token.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize)]
pub(crate) struct TokenTold {
    /// Whose it is.
    pub(crate) user: Name,
    /// Whether it was revoked.
    pub(crate) revoked: bool,
}

/// The fold of the log so far. It holds catalogues and nights, and no booking.
#[derive(Default)]
pub(crate) struct LogFold {
    /// Hotels, nights, rooms out of order, users.
    pub(crate) facts: Facts,
    /// The streams.
    pub(crate) streams: BTreeMap<Option<HotelCode>, StreamTold>,
    /// Tokens.
    pub(crate) tokens: BTreeMap<TokenId, TokenTold>,
    /// How many events there were.
    pub(crate) events: u64,
    /// The last position.
    pub(crate) position: u64,
    recorded_at: Timestamp,
    /// What a split has just given back, for the part that follows.
    given_back: Vec<Taken>,
}

impl LogFold {
    /// Takes the next event.
    pub(crate) fn take(&mut self, logged: &Logged, findings: &mut Findings) {
        let Logged { event, is_of_booking, kind, .. } = logged;
        self.events += 1;
        self.check_order(logged, findings);
        let key = event.position;
        if kind != event.data.event_type() {
            findings.in_log((&key, "type"), event.data.event_type(), kind);
        }
        let is_booking = event.data.as_booking().is_some();
        if is_booking != *is_of_booking {
            let word = |is: bool| if is { "of a booking" } else { "of no booking" };
            findings.in_log((&key, "booking"), word(is_booking), word(*is_of_booking));
        }
        match (&event.data, event.hotel) {
            (EventData::Booking(change), Some(hotel)) => {
                self.take_nights(hotel, key, change, findings);
            }
            (EventData::Token(change), _) => {
                let told = TokenTold { user: change.user.clone(), revoked: change.revoked };
                self.tokens.insert(change.token, told);
            }
            (_, hotel) => apply(&mut self.facts, hotel, None, &event.data),
        }
        // Nothing is saved from here, and the keys would only pile up.
        self.facts.touched = Touched::default();
    }

    fn check_order(&mut self, logged: &Logged, findings: &mut Findings) {
        let event = &logged.event;
        let key = event.position;
        let stream = self.streams.entry(event.hotel).or_default();
        let due = stream.sequence + 1;
        if event.sequence != due {
            let should_be = format!("{due} of {}", StreamName(event.hotel));
            findings.in_log((&key, "sequence"), should_be, event.sequence);
        }
        // Counted on from here, so that one gap is one finding.
        stream.sequence = event.sequence;
        if logged.decided_at.is_some() {
            stream.decided_at = logged.decided_at;
            let changed = event.data.is_catalogue().then_some(event.sequence);
            stream.catalogue = changed.or(stream.catalogue).or(Some(0));
        }
        if event.position != self.position + 1 {
            findings.in_log((&key, "position"), self.position + 1, event.position);
        }
        self.position = event.position;
        if self.events > 1 && event.recorded_at < self.recorded_at {
            let should_be = format!("not before {}", self.recorded_at);
            findings.in_log((&key, "recorded_at"), should_be, event.recorded_at);
        }
        self.recorded_at = event.recorded_at;
        if event.occurred_at > event.recorded_at {
            let should_be = format!("not after {}", event.recorded_at);
            findings.in_log((&key, "occurred_at"), should_be, event.occurred_at);
        }
    }

    /// Adds what a change of a booking takes; a sale may not take more than is sellable. The part
    /// that a split makes takes what the other has just given back, on whatever night.
    fn take_nights(
        &mut self,
        hotel: HotelCode,
        position: u64,
        change: &BookingChange,
        findings: &mut Findings,
    ) {
        let is_split = change.verb == BookingVerb::Split;
        let given_back = std::mem::take(&mut self.given_back);
        if is_split && change.opened.is_none() {
            let back = |run: &Taken| Taken { sold: -run.sold, held: -run.held, ..*run };
            self.given_back = change.taken.iter().map(back).collect();
        }
        let is_taken_over = is_split && change.opened.is_some() && change.taken == given_back;
        for run in &change.taken {
            for date in dates(run.from, run.to) {
                let key = Slash(position, Slash(hotel, Slash(run.room_type, date)));
                let Some(night) = self.facts.nights.get_mut(&(hotel, run.room_type, date)) else {
                    findings.in_log((&key, "taken"), "a night on sale", "none");
                    continue;
                };
                let before = *night;
                night.sold = before.sold.saturating_add_signed(run.sold);
                night.held = before.held.saturating_add_signed(run.held);
                if night.used() - before.used() != i64::from(run.sold) + i64::from(run.held) {
                    findings.in_log((&key, "taken"), "no more given back than taken", run.sold);
                }
                if night.used() > before.used() && night.left() < 0 && !is_taken_over {
                    let should_be = format!("{} at most", night.sellable());
                    findings.in_log((&key, "taken"), should_be, night.used());
                }
            }
        }
    }

    /// Returns the guest whose version an event tells, or whom it names for the first time.
    pub(crate) fn guest_told(data: &EventData) -> Option<(GuestId, Option<u64>)> {
        match data {
            EventData::Guest(change) => Some((change.guest, Some(change.version))),
            EventData::Booking(change) => {
                let opened = change.opened.as_ref().map(|booking| booking.guest);
                let changed = change.changed.guest.as_ref().map(|guest| guest.new);
                opened.or(changed).map(|guest| (guest, None))
            }
            EventData::Hotel(_)
            | EventData::RoomType(_)
            | EventData::Room(_)
            | EventData::RatePlan(_)
            | EventData::Rates(_)
            | EventData::Inventory(_)
            | EventData::RoomBlock(_)
            | EventData::User(_)
            | EventData::Token(_) => None,
        }
    }

    /// Returns how many nights have more taken than may be sold.
    pub(crate) fn overfull_nights(&self) -> u64 {
        let overfull = self.facts.nights.values().filter(|night: &&Night| night.left() < 0);
        u64::try_from(overfull.count()).unwrap_or(u64::MAX)
    }
}
