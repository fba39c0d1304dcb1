//! What waits in the journal, laid over the bookings of a list as if it were done: the agent has said so, and
//! the house has not heard it yet. Knows neither SQL nor HTTP.

use hotel_core::booking::BookingState;
use hotel_core::command::booking::{
    AmendRequest, AssignRequest, Intent, MoveRequest, RoomRequests,
};
use hotel_core::command::people::GuestRef;
use hotel_core::ids::provisional::BookingRef;
use hotel_core::ids::{GuestId, HotelCode, RatePlanCode, RoomTypeCode};
use hotel_core::money::Money;
use hotel_core::stay::StayDates;
use hotel_core::wire::booking::{BookBody, BookingQuery, BookingRow, BookingView, Due};
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::cache::journal::{Journal, Operation, State, Verb};
use crate::error::CliError;

/// A booking of a list, as it will be once what waits is done.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Listed {
    /// Its code; the provisional one while it has no other.
    pub(crate) code: String,
    pub(crate) hotel: HotelCode,
    /// None while the house does not know it.
    pub(crate) version: Option<u64>,
    pub(crate) state: BookingState,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) due: Option<Due>,
    /// None of a guest who is new.
    pub(crate) guest: Option<GuestId>,
    pub(crate) guest_name: String,
    pub(crate) stay: StayDates,
    pub(crate) rooms: String,
    /// The types of those of its rooms that have no number yet.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) unassigned: Vec<RoomTypeCode>,
    /// Until when a hold holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) expires_at: Option<Timestamp>,
    /// None where the house chooses it.
    pub(crate) rate_plan: Option<RatePlanCode>,
    /// None where only the house can say it.
    pub(crate) total: Option<Money>,
    pub(crate) created_at: Timestamp,
    /// The most that it may cost, of what waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) price_max: Option<Money>,
    /// Whether something about it waits.
    #[serde(skip_serializing_if = "is_false")]
    pub(crate) pending: bool,
    /// The last operation about it that waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) op: Option<u64>,
    /// Whether the house refused one of those, and the agent has to decide.
    #[serde(skip)]
    pub(crate) is_conflict: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over references")]
fn is_false(value: &bool) -> bool {
    !value
}

/// What waits for a house.
#[derive(Debug, Default)]
pub(crate) struct Pending {
    /// In their order, each with the booking that it is about, by the newest code that is known.
    operations: Vec<(BookingRef, Operation)>,
}

impl Pending {
    /// Reads what waits for a house.
    pub(crate) fn load(journal: &Journal, server: &str) -> Result<Self, CliError> {
        let mut operations = Vec::new();
        for operation in journal.open_operations()? {
            let new = &operation.entered;
            let named = new.provisional.map(BookingRef::Provisional);
            let Some(booking) = new.request.errand().booking.or(named) else { continue };
            if new.whose.server != server.trim_end_matches('/') {
                continue;
            }
            let booking = match booking {
                BookingRef::Provisional(code) => {
                    journal.called(code)?.map_or(booking, BookingRef::Code)
                }
                BookingRef::Code(_) => booking,
            };
            operations.push((booking, operation));
        }
        Ok(Self { operations })
    }

    /// Lays what waits over the bookings that a house lists, as far as it concerns those.
    pub(crate) fn over(&self, rows: Vec<BookingRow>) -> Vec<Listed> {
        rows.into_iter().map(|row| self.changed(Listed::of(row))).collect()
    }

    /// Returns what a query would list beside that if everything were done: bookings that the house does not
    /// know, the latest first, and those that what waits brings into the list. With it, how many operations
    /// are about bookings of which nothing is known here.
    pub(crate) fn beside(
        &self,
        listed: &[Listed],
        query: &BookingQuery,
        view: impl Fn(BookingRef) -> Option<BookingView>,
    ) -> (Vec<Listed>, usize) {
        let mut rows = Vec::new();
        let mut unplaced = 0;
        let mut met: Vec<BookingRef> = Vec::new();
        for (booking, operation) in self.operations.iter().rev() {
            let code = booking.to_string();
            if met.contains(booking) || listed.iter().any(|row| row.code == code) {
                continue;
            }
            met.push(*booking);
            if let Some(maker) = self.maker(*booking) {
                match Listed::of_booking(&code, maker) {
                    Some(row) => rows.push(self.changed(row)),
                    // Its hotel and nights stand in an offer that only the house can read.
                    None => unplaced += self.of(*booking).count(),
                }
                continue;
            }
            let base = || operation.entered.base.as_deref().and_then(read::<BookingView>);
            let Some(view) = view(*booking).or_else(base) else {
                unplaced += self.of(*booking).count();
                continue;
            };
            let before = Listed::of_view(&view);
            // What fits as it is stands on another page, or has gone meanwhile.
            if !before.fits(query) {
                rows.push(self.changed(before));
            }
        }
        rows.retain(|row| row.fits(query));
        (rows, unplaced)
    }

    fn of(&self, booking: BookingRef) -> impl Iterator<Item = &Operation> {
        self.operations.iter().filter(move |(about, _)| *about == booking).map(|(_, op)| op)
    }

    /// Returns the operation that makes a booking, if that waits.
    fn maker(&self, booking: BookingRef) -> Option<&Operation> {
        self.of(booking).find(|op| op.entered.request.errand().verb == Verb::Book)
    }

    /// Returns a booking as what waits would make it.
    fn changed(&self, mut row: Listed) -> Listed {
        let Ok(booking) = row.code.parse::<BookingRef>() else { return row };
        for operation in self.of(booking) {
            row.pending = true;
            row.op = Some(operation.seq);
            // What the house has refused is not going to be as it was asked.
            if operation.state == State::Conflict {
                row.is_conflict = true;
            } else {
                row.change(operation);
            }
        }
        row
    }
}

impl Listed {
    fn of(row: BookingRow) -> Self {
        Self {
            code: row.code.to_string(),
            hotel: row.hotel,
            version: Some(row.version),
            state: row.state,
            due: row.due,
            guest: Some(row.guest),
            guest_name: row.guest_name,
            stay: row.stay,
            rooms: row.rooms,
            unassigned: row.unassigned,
            expires_at: row.expires_at,
            rate_plan: Some(row.rate_plan),
            total: Some(row.total),
            created_at: row.created_at,
            price_max: None,
            pending: false,
            op: None,
            is_conflict: false,
        }
    }

    fn of_view(view: &BookingView) -> Self {
        let (booking, guest) = (&view.booking, &view.guest_details);
        let types = booking.rooms.iter().map(|room| match room.room {
            Some(number) => number.to_string(),
            None => room.room_type.to_string(),
        });
        Self::of(BookingRow {
            code: booking.code,
            hotel: booking.hotel,
            version: booking.version,
            state: booking.state,
            due: view.due,
            guest: booking.guest,
            guest_name: format!("{}, {}", guest.family, guest.given),
            stay: booking.stay,
            rooms: counted(types),
            unassigned: booking
                .rooms
                .iter()
                .filter(|room| room.room.is_none())
                .map(|room| room.room_type)
                .collect(),
            expires_at: booking.expires_at,
            rate_plan: booking.terms.rate_plan,
            total: booking.total(),
            created_at: booking.created_at,
        })
    }

    fn of_booking(code: &str, operation: &Operation) -> Option<Self> {
        let body: BookBody = read(&operation.entered.request.body)?;
        let mut row = Self {
            code: code.to_owned(),
            hotel: body.hotel?,
            version: None,
            state: match body.intent {
                Intent::Sell => BookingState::Requested,
                Intent::Hold { .. } => BookingState::Held,
                Intent::Waitlist => BookingState::Waitlisted,
            },
            due: None,
            guest: None,
            guest_name: String::new(),
            stay: body.stay?,
            rooms: body.rooms.as_ref().map(rooms_of).unwrap_or_default(),
            unassigned: Vec::new(),
            expires_at: None,
            rate_plan: body.rate_plan,
            total: None,
            created_at: operation.entered_at,
            price_max: body.price_max,
            pending: true,
            op: Some(operation.seq),
            is_conflict: false,
        };
        row.staying(&body.guest);
        Some(row)
    }

    fn staying(&mut self, guest: &GuestRef) {
        match guest {
            GuestRef::Id(id) if self.guest == Some(*id) => {}
            GuestRef::Id(id) => {
                self.guest = Some(*id);
                self.guest_name = String::new();
            }
            GuestRef::New(guest) => {
                self.guest = None;
                self.guest_name = format!("{}, {}", guest.family, guest.given);
            }
        }
    }

    /// Makes a change that waits.
    fn change(&mut self, operation: &Operation) {
        let request = &operation.entered.request;
        match request.errand().verb {
            Verb::Update => {
                if let Some(change) = read(&request.body) {
                    self.amend(&change);
                }
            }
            Verb::Cancel => self.step(BookingState::Cancelled),
            Verb::CheckIn => self.step(BookingState::InHouse),
            Verb::CheckOut => self.step(BookingState::CheckedOut),
            Verb::Assign => {
                if let Some(AssignRequest { room: Some(room), .. }) = read(&request.body) {
                    self.room(&room.to_string());
                }
            }
            Verb::Move => {
                if let Some(MoveRequest { to, .. }) = read(&request.body) {
                    self.room(&to.to_string());
                }
            }
            Verb::Book | Verb::Step | Verb::Other => {}
        }
    }

    fn amend(&mut self, change: &AmendRequest) {
        let is_priced_anew = change.stay.is_some()
            || change.rooms.is_some()
            || change.rate_plan.is_some()
            || change.reprice;
        if is_priced_anew {
            self.total = None;
        }
        self.price_max = change.price_max.or(self.price_max);
        self.stay = change.stay.unwrap_or(self.stay);
        self.rate_plan = change.rate_plan.or(self.rate_plan);
        if let Some(rooms) = &change.rooms {
            self.rooms = rooms_of(rooms);
        }
        if let Some(guest) = &change.guest {
            self.staying(guest);
        }
    }

    fn step(&mut self, state: BookingState) {
        self.state = state;
        self.due = None;
    }

    /// Puts the number in the place of the room, where there is only one that it can be.
    fn room(&mut self, number: &str) {
        let is_one = !self.rooms.contains(',')
            && self.rooms.split_once(' ').is_none_or(|(count, _)| count == "1");
        if is_one {
            number.clone_into(&mut self.rooms);
        }
    }

    /// Tells whether a query would list it, as far as that can be told here.
    fn fits(&self, query: &BookingQuery) -> bool {
        let (arrives, leaves) = (self.stay.check_in(), self.stay.check_out());
        let family = self.guest_name.split(',').next().unwrap_or_default().to_lowercase();
        query.hotel.is_none_or(|hotel| hotel == self.hotel)
            && query.state.is_none_or(|state| state == self.state)
            && query.name.as_ref().is_none_or(|name| family.starts_with(&name.to_lowercase()))
            && query.guest.is_none_or(|guest| Some(guest) == self.guest)
            && query.arrive_from.is_none_or(|from| arrives >= from)
            && query.arrive_before.is_none_or(|before| arrives < before)
            && query.depart_from.is_none_or(|from| leaves >= from)
            && query.depart_before.is_none_or(|before| leaves < before)
    }
}

fn rooms_of(rooms: &RoomRequests) -> String {
    counted(rooms.as_slice().iter().map(|room| room.room_type.to_string()))
}

/// Says rooms as the house does in its lists: `1 STD, 2 DLX`, and numbers once they are assigned.
fn counted(rooms: impl Iterator<Item = String>) -> String {
    let mut parts: Vec<(String, usize)> = Vec::new();
    for room in rooms {
        match parts.iter_mut().find(|(known, _)| *known == room) {
            Some((_, count)) => *count += 1,
            None => parts.push((room, 1)),
        }
    }
    let words = parts.into_iter().map(|(room, count)| {
        let is_number = room.starts_with(|letter: char| letter.is_ascii_digit());
        if is_number { room } else { format!("{count} {room}") }
    });
    words.collect::<Vec<String>>().join(", ")
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    serde_json::from_slice(bytes).ok()
}
