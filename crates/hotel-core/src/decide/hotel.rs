//! What a hotel sells: the house, room types, rooms, rate plans, rates and inventory.

use jiff::civil::Date;

use super::needs::Needs;
use super::quote::{plan_of, room_type_of};
use super::{Context, Decision};
use crate::calendar::NightRange;
use crate::catalogue::{Catalogue, Hotel, Room, RoomType};
use crate::command::house::{BlockRequest, InventoryRequest, ROOMS_ADDED_MAX, RatesRequest};
use crate::command::{HotelCommand, Stretch};
use crate::event::{Change, EventData, InventorySet, RatesSet, RoomBlock, RoomChange};
use crate::facts::{Facts, Occupant};
use crate::ids::{HotelCode, RatePlanCode, RoomNo, RoomTypeCode};
use crate::rate::{Pricing, RatePlan};
use crate::refusal::{Refusal, code};
use crate::stay::days_between;

/// Decides a change of what a hotel sells.
pub(super) fn decide(
    hotel: HotelCode,
    command: &HotelCommand,
    facts: &Facts,
    context: &Context,
) -> Result<Decision, Refusal> {
    if let HotelCommand::Set(new) = command {
        return set(hotel, new, facts);
    }
    let catalogue = facts.catalogue(hotel)?;
    let house = House { catalogue, facts, today: catalogue.business_date(context.now) };
    let changes = match command {
        HotelCommand::Set(_) => Vec::new(),
        HotelCommand::Remove => house.remove(),
        HotelCommand::SetRoomType(room_type) => house.set_room_type(room_type)?,
        HotelCommand::RemoveRoomType(room_type) => house.remove_room_type(*room_type)?,
        HotelCommand::SetRooms(request) => house.set_rooms(&request.rooms)?,
        HotelCommand::RemoveRoom(number) => house.remove_room(*number)?,
        HotelCommand::SetRatePlan(plan) => house.set_rate_plan(plan)?,
        HotelCommand::RemoveRatePlan(plan) => house.remove_rate_plan(*plan)?,
        HotelCommand::SetRates(request) => house.set_rates(request)?,
        HotelCommand::SetInventory(request) => house.set_inventory(request)?,
        HotelCommand::BlockRoom(room, request) => house.block_room(*room, *request)?,
    };
    Ok(Decision::of_hotel(hotel, changes))
}

fn invalid(field: &'static str, rule: &str) -> Refusal {
    Refusal::new(code::INVALID, rule).field(field)
}

fn set(code: HotelCode, new: &Hotel, facts: &Facts) -> Result<Decision, Refusal> {
    if new.code != code {
        return Err(invalid("code", "the code in the body is not the one in the path"));
    }
    if new.stars > 5 {
        return Err(invalid("stars", "a hotel has 0 to 5 stars"));
    }
    let old = facts.catalogues.get(&code).map(|catalogue| catalogue.hotel.clone());
    if let Some(old) = &old {
        if old.currency != new.currency || old.zone != new.zone {
            return Err(Refusal::new(
                code::FIXED,
                "a hotel's currency and zone can't change: its prices and nights are told in them",
            )
            .field(if old.currency == new.currency { "zone" } else { "currency" }));
        }
        if old == new {
            return Ok(Decision::of_hotel(code, Vec::new()));
        }
    }
    let change = Change { old, new: new.clone() };
    Ok(Decision::of_hotel(code, vec![EventData::Hotel(Box::new(change))]))
}

/// How far ahead nights may be sold and priced, in days: five years.
const AHEAD_DAYS_MAX: i32 = 5 * 366;

/// How far back nights may be set, in days: twenty years, for those who bring their history along.
const BACK_DAYS_MAX: i32 = 20 * 366;

struct House<'a> {
    catalogue: &'a Catalogue,
    facts: &'a Facts,
    today: Date,
}

impl House<'_> {
    fn code(&self) -> HotelCode {
        self.catalogue.hotel.code
    }

    /// Refuses nights too far from today: calendars are dense, and a slip of the year would fill them.
    fn check_horizon(&self, nights: NightRange) -> Result<(), Refusal> {
        let ahead = days_between(self.today, nights.to);
        let back = days_between(nights.from, self.today);
        if ahead > AHEAD_DAYS_MAX || back > BACK_DAYS_MAX {
            return Err(invalid("nights", "nights lie within 5 years ahead and 20 years back"));
        }
        Ok(())
    }

    fn remove(&self) -> Vec<EventData> {
        let old = self.catalogue.hotel.clone();
        if !old.active {
            return Vec::new();
        }
        let new = Hotel { active: false, ..old.clone() };
        vec![EventData::Hotel(Box::new(Change { old: Some(old), new }))]
    }

    fn set_room_type(&self, new: &RoomType) -> Result<Vec<EventData>, Refusal> {
        if !(1..=20).contains(&new.adults_max) || !(1..=20).contains(&new.guests_max) {
            return Err(invalid("guests_max", "a room takes 1 to 20 people, adults among them"));
        }
        let old = self.catalogue.room_types.get(&new.code).cloned();
        if old.as_ref() == Some(new) {
            return Ok(Vec::new());
        }
        Ok(vec![EventData::RoomType(Change { old, new: Some(new.clone()) })])
    }

    fn remove_room_type(&self, code: RoomTypeCode) -> Result<Vec<EventData>, Refusal> {
        let old = room_type_of(self.catalogue, code)?;
        let rooms = self.catalogue.room_count(code);
        let mut nights = self.facts.nights.iter();
        let sold = nights.any(|((hotel, room_type, date), night)| {
            *hotel == self.code() && *room_type == code && *date >= self.today && night.used() > 0
        });
        if rooms > 0 || sold {
            return Err(Refusal::new(
                code::IN_USE,
                format!("room type {code} still has {rooms} rooms or nights sold"),
            )
            .hint(format!("hotel rooms list {}", self.code())));
        }
        Ok(vec![EventData::RoomType(Change { old: Some(old.clone()), new: None })])
    }

    fn set_rooms(&self, rooms: &[Room]) -> Result<Vec<EventData>, Refusal> {
        if rooms.is_empty() || rooms.len() > ROOMS_ADDED_MAX {
            return Err(invalid("rooms", "1 to 1000 rooms at a time"));
        }
        let mut changes = Vec::new();
        for new in rooms {
            room_type_of(self.catalogue, new.room_type)?;
            let old = self.catalogue.rooms.get(&new.number);
            if old == Some(new) {
                continue;
            }
            if let Some(old) = old.filter(|old| old.room_type != new.room_type) {
                self.check_unoccupied(old.number)?;
            }
            let (old, new) = (old.cloned(), Some(new.clone()));
            changes.push(EventData::Room(RoomChange { old, new, from: self.today }));
        }
        Ok(changes)
    }

    fn check_unoccupied(&self, number: RoomNo) -> Result<(), Refusal> {
        let mut nights = self.facts.room_nights.keys();
        let taken = nights.find(|(hotel, date, room)| {
            (*hotel, *room) == (self.code(), number) && *date >= self.today
        });
        match taken {
            Some((_, date, _)) => {
                Err(Refusal::new(code::IN_USE, format!("room {number} is taken on {date}"))
                    .field("number")
                    .hint(format!("hotel rooms chart {}", self.code())))
            }
            None => Ok(()),
        }
    }

    fn room(&self, number: RoomNo) -> Result<&Room, Refusal> {
        self.catalogue.rooms.get(&number).ok_or_else(|| {
            Refusal::new(code::UNKNOWN_ROOM, format!("hotel {} has no room {number}", self.code()))
                .field("room")
                .hint(format!("hotel rooms list {}", self.code()))
        })
    }

    fn remove_room(&self, number: RoomNo) -> Result<Vec<EventData>, Refusal> {
        let old = self.room(number)?;
        self.check_unoccupied(number)?;
        let change = RoomChange { old: Some(old.clone()), new: None, from: self.today };
        Ok(vec![EventData::Room(change)])
    }

    fn set_rate_plan(&self, new: &RatePlan) -> Result<Vec<EventData>, Refusal> {
        if let Pricing::Derived { from, .. } = new.pricing {
            let base = plan_of(self.catalogue, from)
                .map_err(|refusal| refusal.field("pricing.derived.from"))?;
            if base.pricing != Pricing::Nightly || from == new.code {
                return Err(invalid(
                    "pricing.derived.from",
                    "a plan derives from one that has a calendar of its own",
                ));
            }
            let mut plans = self.catalogue.rate_plans.values();
            if plans.any(|plan| derives_from(plan, new.code)) {
                return Err(invalid("pricing", "other plans derive from this one"));
            }
        }
        let old = self.catalogue.rate_plans.get(&new.code).cloned();
        if old.as_ref() == Some(new) {
            return Ok(Vec::new());
        }
        let change = Change { old, new: Some(new.clone()) };
        Ok(vec![EventData::RatePlan(Box::new(change))])
    }

    fn remove_rate_plan(&self, code: RatePlanCode) -> Result<Vec<EventData>, Refusal> {
        let old = plan_of(self.catalogue, code)?;
        if let Some(plan) = self.catalogue.rate_plans.values().find(|plan| derives_from(plan, code))
        {
            return Err(Refusal::new(
                code::IN_USE,
                format!("rate plan {} derives from {code}", plan.code),
            ));
        }
        let change = Change { old: Some(old.clone()), new: None };
        Ok(vec![EventData::RatePlan(Box::new(change))])
    }

    fn set_rates(&self, request: &RatesRequest) -> Result<Vec<EventData>, Refusal> {
        self.check_horizon(request.nights)?;
        let plan = plan_of(self.catalogue, request.rate_plan)?;
        if plan.pricing != Pricing::Nightly {
            return Err(invalid(
                "rate_plan",
                "this plan derives its prices: set those of the plan it derives from",
            ));
        }
        if request.set.minor.is_none() && request.set.restriction.is_none() {
            return Err(invalid("set", "set a price, a restriction or both"));
        }
        if request.set.minor.is_some_and(|minor| minor < 0) {
            return Err(invalid("set.minor", "a price is not negative"));
        }
        if request.room_types.is_empty() {
            return Err(invalid("room_types", "name at least one room type"));
        }
        request
            .room_types
            .iter()
            .map(|room_type| {
                room_type_of(self.catalogue, *room_type)?;
                Ok(EventData::Rates(RatesSet {
                    rate_plan: plan.code,
                    room_type: *room_type,
                    nights: request.nights,
                    set: request.set,
                }))
            })
            .collect()
    }

    fn set_inventory(&self, request: &InventoryRequest) -> Result<Vec<EventData>, Refusal> {
        self.check_horizon(request.nights)?;
        if request.set.closed.is_none() && request.set.overbook.is_none() {
            return Err(invalid("set", "open, close or overbook"));
        }
        let all: Vec<RoomTypeCode> = self.catalogue.room_types.keys().copied().collect();
        let named = if request.room_types.is_empty() { &all } else { &request.room_types };
        if named.is_empty() {
            return Err(invalid("room_types", "the hotel has no room types yet"));
        }
        named
            .iter()
            .map(|room_type| {
                room_type_of(self.catalogue, *room_type)?;
                let (nights, set) = (request.nights, request.set);
                Ok(EventData::Inventory(InventorySet { room_type: *room_type, nights, set }))
            })
            .collect()
    }

    fn block_room(&self, number: RoomNo, request: BlockRequest) -> Result<Vec<EventData>, Refusal> {
        self.check_horizon(request.nights)?;
        let room = self.room(number)?;
        let mut changes_something = false;
        for date in request.nights.nights() {
            let occupant = self.facts.room_nights.get(&(self.code(), date, number));
            match (request.out_of_order, occupant) {
                (true, Some(Occupant::Booking(booking))) => {
                    return Err(Refusal::new(
                        code::ROOM_TAKEN,
                        format!("room {number} is taken on {date} by booking {booking}"),
                    )
                    .details(serde_json::json!({ "night": date, "booking": booking }))
                    .hint(format!("hotel assign {booking} ANOTHER-ROOM")));
                }
                (true, None) | (false, Some(Occupant::OutOfOrder)) => changes_something = true,
                (true, Some(Occupant::OutOfOrder)) | (false, None | Some(Occupant::Booking(_))) => {
                }
            }
        }
        if !changes_something {
            return Ok(Vec::new());
        }
        Ok(vec![EventData::RoomBlock(RoomBlock {
            room: number,
            room_type: room.room_type,
            nights: request.nights,
            out_of_order: request.out_of_order,
        })])
    }
}

fn derives_from(plan: &RatePlan, base: RatePlanCode) -> bool {
    matches!(plan.pricing, Pricing::Derived { from, .. } if from == base)
}

/// Adds what a change of a hotel must see.
pub(super) fn needs(hotel: HotelCode, command: &HotelCommand, out: &mut Needs) {
    let whole = |room_type: Option<RoomTypeCode>| Stretch {
        hotel,
        room_type,
        from: Date::MIN,
        to: Date::MAX,
    };
    let during = |room_type: Option<RoomTypeCode>, nights: NightRange| Stretch {
        hotel,
        room_type,
        from: nights.from,
        to: nights.to,
    };
    match command {
        HotelCommand::RemoveRoomType(room_type) => out.nights.push(whole(Some(*room_type))),
        HotelCommand::SetRooms(_) | HotelCommand::RemoveRoom(_) => {
            out.nights.push(whole(None));
            out.room_nights.push(whole(None));
        }
        HotelCommand::SetInventory(request) => {
            if request.room_types.is_empty() {
                out.nights.push(during(None, request.nights));
            }
            for room_type in &request.room_types {
                out.nights.push(during(Some(*room_type), request.nights));
            }
            out.room_nights.push(during(None, request.nights));
        }
        HotelCommand::BlockRoom(_, request) => {
            out.nights.push(during(None, request.nights));
            out.room_nights.push(during(None, request.nights));
        }
        HotelCommand::Set(_)
        | HotelCommand::Remove
        | HotelCommand::SetRoomType(_)
        | HotelCommand::SetRatePlan(_)
        | HotelCommand::RemoveRatePlan(_)
        | HotelCommand::SetRates(_) => {}
    }
}
