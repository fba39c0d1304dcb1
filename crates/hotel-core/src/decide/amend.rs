//! Amending: give back and take in one decision. Only changed nights are priced anew unless asked.

use jiff::civil::Date;

use super::quote::{
    Wanted, check_occupancy, check_open, check_stay_rules, plan_of, promotion_of, rate_of,
    room_type_of,
};
use super::sell::{check_price, guest_of, opened};
use super::{Decision, Desk, Private};
use crate::booking::{BookedRoom, Booking, BookingState, Terms};
use crate::catalogue::Promotion;
use crate::command::booking::{AmendRequest, RoomRequest, SplitRequest};
use crate::event::EventData;
use crate::price::night_price;
use crate::rate::RatePlan;
use crate::refusal::{Refusal, code};
use crate::stay::StayDates;
use crate::verb::BookingVerb;

const AMENDABLE: &[BookingState] = &[
    BookingState::Waitlisted,
    BookingState::Held,
    BookingState::Requested,
    BookingState::Confirmed,
    BookingState::InHouse,
];

/// Decides new nights, rooms, guest or wishes.
pub(super) fn amend(desk: &Desk<'_>, request: &AmendRequest) -> Result<Decision, Refusal> {
    desk.require(AMENDABLE, "changed")?;
    desk.require_live_hold()?;
    let booking = desk.booking;
    let mut after = booking.clone();
    let (guest, registered) = match &request.guest {
        Some(guest) => guest_of(guest, desk.facts, desk.context)?,
        None => (booking.guest, None),
    };
    after.guest = guest;
    if request.stay.is_some()
        || request.rooms.is_some()
        || request.rate_plan.is_some()
        || request.reprice
    {
        resell(desk, request, &mut after)?;
    }
    check_price(after.total(), request.price_max)?;
    if after == *booking && request.requests.is_none() {
        return Ok(desk.nothing());
    }
    let mut decision = desk.change(BookingVerb::Amended, &after)?;
    if let Some(requests) = &request.requests {
        decision.wish(booking.code, requests.clone());
    }
    decision.private.extend(registered.map(Private::Guest));
    Ok(decision)
}

fn resell(desk: &Desk<'_>, request: &AmendRequest, after: &mut Booking) -> Result<(), Refusal> {
    let booking = desk.booking;
    let stay = request.stay.unwrap_or(booking.stay);
    check_dates(desk, stay)?;
    let wanted: Vec<RoomRequest> = match &request.rooms {
        Some(rooms)
            if booking.state == BookingState::InHouse && !same_rooms(booking, rooms.as_slice()) =>
        {
            return Err(Refusal::new(
                code::STATE,
                format!("booking {} is in house: its rooms can't be changed", booking.code),
            )
            .field("rooms")
            .hint(format!("hotel move {} ROOM", booking.code)));
        }
        Some(rooms) => rooms.as_slice().to_vec(),
        None => booking
            .rooms
            .iter()
            .map(|room| RoomRequest { room_type: room.room_type, occupancy: room.occupancy })
            .collect(),
    };
    let plan_code = request.rate_plan.unwrap_or(booking.terms.rate_plan);
    let plan = plan_of(desk.catalogue, plan_code)?;
    let asked = Wanted {
        stay,
        rooms: &wanted,
        rate_plan: plan_code,
        promo: booking.promo,
        agreed_minor: None,
    };
    let promotion = promotion_of(desk.catalogue, plan, &asked)?;
    let plan_kept = plan_code == booking.terms.rate_plan;
    if !plan_kept {
        super::sell::check_guarantee(plan.payment, booking.guarantee).or_else(|refusal| {
            // A hold or a place on the list is guaranteed later.
            if matches!(booking.state, BookingState::Held | BookingState::Waitlisted) {
                Ok(())
            } else {
                Err(refusal)
            }
        })?;
        after.terms = Terms::of(plan);
    }
    let keep_prices = plan_kept && !request.reprice;
    let resale = Resale { desk, plan, promotion, stay, keep_prices };
    after.rooms = wanted
        .iter()
        .enumerate()
        .map(|(place, room)| resale.room(*room, booking.rooms.get(place)))
        .collect::<Result<_, Refusal>>()?;
    after.stay = stay;
    after.reckon(desk.catalogue);
    Ok(())
}

fn same_rooms(booking: &Booking, wanted: &[RoomRequest]) -> bool {
    booking.rooms.len() == wanted.len()
        && booking.rooms.iter().zip(wanted).all(|(room, wanted)| room.room_type == wanted.room_type)
}

fn check_dates(desk: &Desk<'_>, stay: StayDates) -> Result<(), Refusal> {
    let today = desk.business_date();
    let booked = desk.booking.stay;
    let in_house = desk.booking.state == BookingState::InHouse;
    if stay.check_in() != booked.check_in() && (in_house || stay.check_in() < today) {
        let why = if in_house { "the guests have arrived" } else { "that day is past" };
        return Err(Refusal::new(
            code::PAST,
            format!("check-in can't become {}: {why}", stay.check_in()),
        )
        .field("stay.check_in")
        .details(serde_json::json!({ "business_date": today })));
    }
    if stay.check_out() != booked.check_out() && stay.check_out() < today {
        return Err(Refusal::new(
            code::PAST,
            format!("check-out can't become {}: that day is past", stay.check_out()),
        )
        .field("stay.check_out")
        .details(serde_json::json!({ "business_date": today })));
    }
    Ok(())
}

struct Resale<'a> {
    desk: &'a Desk<'a>,
    plan: &'a RatePlan,
    promotion: Option<&'a Promotion>,
    stay: StayDates,
    keep_prices: bool,
}

impl Resale<'_> {
    fn room(
        &self,
        wanted: RoomRequest,
        booked: Option<&BookedRoom>,
    ) -> Result<BookedRoom, Refusal> {
        let catalogue = self.desk.catalogue;
        check_occupancy(room_type_of(catalogue, wanted.room_type)?, wanted.occupancy)?;
        let same_type = booked.filter(|room| room.room_type == wanted.room_type);
        let same_terms = same_type.filter(|room| room.occupancy == wanted.occupancy);
        let mut nights = Vec::with_capacity(self.stay.night_count());
        for night in self.stay.nights() {
            let kept = same_terms.and_then(|room| self.kept_price(room, night));
            nights.push(match kept {
                Some(minor) => minor,
                None => self.new_price(wanted, night)?,
            });
        }
        if self.stay != self.desk.booking.stay || same_type.is_none() {
            self.check_rules(wanted)?;
        }
        Ok(BookedRoom {
            room_type: wanted.room_type,
            occupancy: wanted.occupancy,
            nights,
            room: same_type.and_then(|room| room.room),
            moved_from: same_type.map(|room| room.moved_from.clone()).unwrap_or_default(),
        })
    }

    /// Returns the price a night keeps: it was sold, and is either past or not to be priced anew.
    fn kept_price(&self, room: &BookedRoom, night: Date) -> Option<i64> {
        let booked = self.desk.booking.stay;
        let slept =
            self.desk.booking.state == BookingState::InHouse && night < self.desk.business_date();
        let place = booked.nights().position(|booked| booked == night)?;
        (self.keep_prices || slept).then(|| room.nights.get(place).copied()).flatten()
    }

    fn new_price(&self, wanted: RoomRequest, night: Date) -> Result<i64, Refusal> {
        let rate = rate_of(self.desk.catalogue, self.plan, wanted.room_type, night)?;
        check_open(self.plan, wanted.room_type, night, rate)?;
        Ok(night_price(self.plan, rate.minor, wanted.occupancy, self.promotion))
    }

    fn check_rules(&self, wanted: RoomRequest) -> Result<(), Refusal> {
        let rates = self.desk.catalogue.plan_rates(self.plan, wanted.room_type);
        let rate_of = |day| rates.and_then(|rates| rates.night(day));
        // An arrival whose rate is gone has been slept through already.
        let Some(arrival) = rate_of(self.stay.check_in()) else { return Ok(()) };
        let departure = rate_of(self.stay.check_out());
        check_stay_rules((self.plan, wanted.room_type), self.stay, arrival, departure)
    }
}

/// Decides to put some of a booking's rooms into a booking of their own.
pub(super) fn split(desk: &Desk<'_>, request: &SplitRequest) -> Result<Decision, Refusal> {
    desk.require(AMENDABLE, "split")?;
    desk.require_live_hold()?;
    let booking = desk.booking;
    let chosen: std::collections::BTreeSet<usize> =
        request.rooms.iter().map(|room| usize::from(*room)).collect();
    let count = booking.rooms.len();
    if chosen.is_empty()
        || chosen.len() == count
        || chosen.iter().any(|room| !(1..=count).contains(room))
    {
        return Err(Refusal::new(
            code::ROOM_INDEX,
            format!(
                "booking {} has {count} rooms: name some of them, not all, counted from 1",
                booking.code
            ),
        )
        .field("rooms"));
    }
    let (guest, registered) = match &request.guest {
        Some(guest) => guest_of(guest, desk.facts, desk.context)?,
        None => (booking.guest, None),
    };
    let part = |wanted: bool| -> Vec<BookedRoom> {
        (1..)
            .zip(&booking.rooms)
            .filter(|(place, _)| chosen.contains(place) == wanted)
            .map(|(_, room)| room.clone())
            .collect()
    };
    let mut rest = booking.clone();
    rest.rooms = part(false);
    rest.reckon(desk.catalogue);
    let mut own = booking.clone();
    own.rooms = part(true);
    own.reckon(desk.catalogue);
    own.code = desk.context.new_booking;
    // That name stays with the booking it was given to.
    own.provisional = None;
    own.version = 1;
    own.guest = guest;
    own.undo = None;
    own.fee_minor = 0;
    own.split_from = Some(booking.code);
    let mut decision = desk.change(BookingVerb::Split, &rest)?;
    // What the one gives back the other takes, so the pair needs no room that was not taken before.
    let given_back: Vec<crate::inventory::Taken> = match decision.changes.first() {
        Some((_, EventData::Booking(change))) => change.taken.clone(),
        _ => Vec::new(),
    };
    let taken = given_back
        .iter()
        .map(|run| crate::inventory::Taken { sold: -run.sold, held: -run.held, ..*run })
        .collect();
    let business_date = desk.business_date();
    let mut opening = opened(own, business_date, taken);
    if let Some((_, EventData::Booking(change))) = opening.changes.first_mut() {
        change.verb = BookingVerb::Split;
    }
    decision.changes.extend(opening.changes);
    decision.private.extend(registered.map(Private::Guest));
    decision.subject = opening.subject;
    Ok(decision)
}
