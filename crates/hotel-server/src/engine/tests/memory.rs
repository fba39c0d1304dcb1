//! The reference: a store that is nothing but maps, against which the real ones are held.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard};

use hotel_core::booking::{Booking, BookingState};
use hotel_core::command::Stretch;
use hotel_core::command::people::Token;
use hotel_core::decide::needs::Needs;
use hotel_core::event::BookingChange;
use hotel_core::facts::{Facts, Occupant, RoomNightKey};
use hotel_core::ids::{BookingCode, GuestId, HotelCode, TokenId};
use hotel_core::inventory::{Night, NightKey};
use hotel_core::people::{Guest, User};
use hotel_core::text::Name;
use jiff::Timestamp;

use crate::store::codes::Codes;
use crate::store::{
    Batch, Begun, Claims, CommandKey, Heard, Numbers, StoreError, StoredCommand, Unit,
};

/// What belongs to one hotel.
#[derive(Default)]
struct House {
    nights: BTreeMap<NightKey, Night>,
    room_nights: BTreeMap<RoomNightKey, Occupant>,
    held: BTreeSet<BookingCode>,
}

/// What is committed.
#[derive(Default)]
pub(super) struct Memory {
    bookings: HashMap<BookingCode, Booking>,
    changes: HashMap<BookingCode, Vec<BookingChange>>,
    houses: HashMap<HotelCode, House>,
    guests: HashMap<GuestId, Guest>,
    users: HashMap<Name, User>,
    tokens: HashMap<TokenId, Token>,
    results: HashMap<CommandKey, StoredCommand>,
    sequences: BTreeMap<Option<HotelCode>, u64>,
    number: u64,
    position: u64,
    decided_at: Option<Timestamp>,
}

/// A writer over it. It is alone, and nothing that it saves can fail, so that saving is committing.
pub(super) struct MemoryUnit {
    memory: Arc<Mutex<Memory>>,
}

impl MemoryUnit {
    pub(super) fn new() -> (Self, Arc<Mutex<Memory>>) {
        let memory = Arc::<Mutex<Memory>>::default();
        (Self { memory: Arc::clone(&memory) }, memory)
    }

    fn open(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap()
    }
}

impl Memory {
    /// Returns every night.
    pub(super) fn nights(&self) -> BTreeMap<NightKey, Night> {
        let nights = self.houses.values().flat_map(|house| &house.nights);
        nights.map(|(key, night)| (*key, *night)).collect()
    }

    fn house(&mut self, hotel: HotelCode) -> &mut House {
        self.houses.entry(hotel).or_default()
    }
}

fn is_in(stretch: &Stretch, date: jiff::civil::Date) -> bool {
    stretch.from <= date && date < stretch.to
}

impl Unit for MemoryUnit {
    fn codes(&self) -> Codes {
        Codes::new([7; 32])
    }

    fn begin(&mut self, _: &Claims) -> Result<Begun, StoreError> {
        let open = self.open();
        Ok(Begun {
            now: None,
            not_before: open.decided_at,
            numbers: Numbers::After(open.number),
            position: Some(open.position),
        })
    }

    fn results(
        &mut self,
        keys: &[CommandKey],
    ) -> Result<HashMap<CommandKey, StoredCommand>, StoreError> {
        let open = self.open();
        let known = |key: &CommandKey| Some((key.clone(), open.results.get(key)?.clone()));
        Ok(keys.iter().filter_map(known).collect())
    }

    fn changes(
        &mut self,
        codes: &BTreeSet<BookingCode>,
    ) -> Result<HashMap<BookingCode, Vec<BookingChange>>, StoreError> {
        let open = self.open();
        let known = |code: &BookingCode| Some((*code, open.changes.get(code)?.clone()));
        Ok(codes.iter().filter_map(known).collect())
    }

    fn bookings(
        &mut self,
        codes: &BTreeSet<BookingCode>,
        facts: &mut Facts,
    ) -> Result<(), StoreError> {
        let open = self.open();
        let known = codes.iter().filter_map(|code| open.bookings.get(code));
        facts.bookings.extend(known.map(|booking| (booking.code, booking.clone())));
        Ok(())
    }

    fn lapsed(
        &mut self,
        hotels: &BTreeSet<HotelCode>,
        now: Timestamp,
        facts: &mut Facts,
    ) -> Result<Vec<BookingCode>, StoreError> {
        let open = self.open();
        let houses = hotels.iter().filter_map(|hotel| open.houses.get(hotel));
        let held = houses.flat_map(|house| &house.held).filter_map(|code| open.bookings.get(code));
        let is_over = |booking: &&Booking| booking.expires_at.is_some_and(|at| at <= now);
        let lapsed: Vec<Booking> = held.filter(is_over).cloned().collect();
        let codes = lapsed.iter().map(|booking| booking.code).collect();
        facts.bookings.extend(lapsed.into_iter().map(|booking| (booking.code, booking)));
        Ok(codes)
    }

    fn load(&mut self, needs: &Needs, facts: &mut Facts) -> Result<(), StoreError> {
        let open = self.open();
        for stretch in &needs.nights {
            let Some(house) = open.houses.get(&stretch.hotel) else { continue };
            let wanted = house.nights.iter().filter(|((_, room_type, date), _)| {
                is_in(stretch, *date) && stretch.room_type.is_none_or(|wanted| wanted == *room_type)
            });
            facts.nights.extend(wanted.map(|(key, night)| (*key, *night)));
        }
        for stretch in &needs.room_nights {
            let Some(house) = open.houses.get(&stretch.hotel) else { continue };
            let wanted = house.room_nights.iter().filter(|((_, date, _), _)| is_in(stretch, *date));
            facts.room_nights.extend(wanted.map(|(key, occupant)| (*key, *occupant)));
        }
        let guests = needs.guests.iter().filter_map(|id| open.guests.get(id));
        facts.guests.extend(guests.map(|guest| (guest.id, guest.clone())));
        let tokens = needs.tokens.iter().filter_map(|id| open.tokens.get(id));
        facts.tokens.extend(tokens.map(|token| (token.id, token.clone())));
        if needs.users {
            facts.users.extend(open.users.clone());
        }
        Ok(())
    }

    fn sequences(
        &mut self,
        streams: &BTreeSet<Option<HotelCode>>,
    ) -> Result<BTreeMap<Option<HotelCode>, u64>, StoreError> {
        let open = self.open();
        let last = |stream| open.sequences.get(stream).copied().unwrap_or_default();
        Ok(streams.iter().map(|stream| (*stream, last(stream))).collect())
    }

    fn save(&mut self, batch: &Batch<'_>) -> Result<(), StoreError> {
        let mut open = self.open();
        let (facts, touched) = (batch.facts, &batch.facts.touched);
        for event in batch.events {
            if let (Some(code), Some(change)) = (event.booking, event.data.as_booking()) {
                open.changes.entry(code).or_default().push(change.clone());
            }
            open.position = event.position;
            open.decided_at = Some(event.recorded_at);
        }
        for booking in touched.bookings.iter().filter_map(|code| facts.bookings.get(code)) {
            let house = open.house(booking.hotel);
            if booking.state == BookingState::Held {
                house.held.insert(booking.code);
            } else {
                house.held.remove(&booking.code);
            }
            open.bookings.insert(booking.code, booking.clone());
        }
        for (key, night) in touched.nights.iter().filter_map(|key| facts.nights.get_key_value(key))
        {
            open.house(key.0).nights.insert(*key, *night);
        }
        for key in &touched.room_nights {
            match facts.room_nights.get(key) {
                Some(occupant) => open.house(key.0).room_nights.insert(*key, *occupant),
                None => open.house(key.0).room_nights.remove(key),
            };
        }
        let guests = touched.guests.iter().filter_map(|id| facts.guests.get(id));
        open.guests.extend(guests.map(|guest| (guest.id, guest.clone())));
        let users = touched.users.iter().filter_map(|name| facts.users.get(name));
        open.users.extend(users.map(|user| (user.name.clone(), user.clone())));
        let tokens = touched.tokens.iter().filter_map(|id| facts.tokens.get(id));
        open.tokens.extend(tokens.map(|token| (token.id, token.clone())));
        open.results.extend(batch.results.iter().cloned());
        open.sequences.extend(batch.sequences.iter().map(|(stream, last)| (*stream, *last)));
        if let Numbers::After(last) = batch.numbers {
            open.number = *last;
        }
        Ok(())
    }

    fn commit(&mut self) -> Result<Heard, StoreError> {
        Ok(Heard::Now)
    }

    fn rollback(&mut self) {}
}
