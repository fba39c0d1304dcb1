//! Quoting: what rooms cost under a plan, and which rule stands in the way; for search and sale
//! alike.

use jiff::civil::Date;

use crate::booking::BookedRoom;
use crate::catalogue::{Catalogue, Promotion, RoomType};
use crate::command::booking::RoomRequest;
use crate::ids::{PromoCode, RatePlanCode, RoomTypeCode};
use crate::price::{Occupancy, night_price};
use crate::rate::{NightRate, RatePlan};
use crate::refusal::{Refusal, RefusalCode, code};
use crate::stay::{StayDates, day_number};

/// What rooms of one stay are sold at: a priced offer, before inventory is looked at.
#[derive(Clone, Debug)]
pub struct Offerable<'a> {
    /// The plan.
    pub plan: &'a RatePlan,
    /// The rooms with their nightly prices, none assigned.
    pub rooms: Vec<BookedRoom>,
}

/// What somebody wants to know a price of.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The nights.
    pub stay: StayDates,
    /// The rooms.
    pub rooms: &'a [RoomRequest],
    /// The plan.
    pub rate_plan: RatePlanCode,
    /// A promotion or corporate code.
    pub promo: Option<PromoCode>,
    /// A price a night agreed by hand, in minor units: the plan's calendar has no say then.
    pub agreed_minor: Option<i64>,
}

/// Prices rooms under a plan, or says which rule stands in the way; the same rules for search and sale.
pub fn quote_rooms<'a>(
    catalogue: &'a Catalogue,
    wanted: &Wanted<'_>,
    business_date: Date,
) -> Result<Offerable<'a>, Refusal> {
    let plan = plan_of(catalogue, wanted.rate_plan)?;
    let promotion = promotion_of(catalogue, plan, wanted)?;
    check_advance(plan, wanted.stay, business_date)?;
    let rooms = wanted
        .rooms
        .iter()
        .map(|room| {
            check_occupancy(room_type_of(catalogue, room.room_type)?, room.occupancy)?;
            let nights = match wanted.agreed_minor {
                Some(minor) => vec![minor; wanted.stay.night_count()],
                None => calendar_prices(catalogue, plan, promotion, (wanted.stay, *room))?,
            };
            Ok(BookedRoom {
                room_type: room.room_type,
                occupancy: room.occupancy,
                nights,
                room: None,
                moved_from: Vec::new(),
            })
        })
        .collect::<Result<_, Refusal>>()?;
    Ok(Offerable { plan, rooms })
}

/// Prices the nights of a room by the plan's calendar, whose restrictions hold.
fn calendar_prices(
    catalogue: &Catalogue,
    plan: &RatePlan,
    promotion: Option<&Promotion>,
    (stay, room): (StayDates, RoomRequest),
) -> Result<Vec<i64>, Refusal> {
    let rates = catalogue.plan_rates(plan, room.room_type);
    let rate_of = |night| {
        let rate = rates.and_then(|rates| rates.night(night));
        rate.ok_or_else(|| no_rate(catalogue, plan, room.room_type, night))
    };
    let arrival = rate_of(stay.check_in())?;
    let prices = stay
        .nights()
        .map(|night| {
            let rate = rate_of(night)?;
            check_open(plan, room.room_type, night, rate)?;
            Ok(night_price(plan, rate.minor, room.occupancy, promotion))
        })
        .collect::<Result<_, Refusal>>()?;
    let departure = rates.and_then(|rates| rates.night(stay.check_out()));
    check_stay_rules((plan, room.room_type), stay, arrival, departure)?;
    Ok(prices)
}

pub(super) fn plan_of(catalogue: &Catalogue, code: RatePlanCode) -> Result<&RatePlan, Refusal> {
    catalogue.rate_plans.get(&code).ok_or_else(|| {
        let hotel = catalogue.hotel.code;
        Refusal::new(code::UNKNOWN_RATE_PLAN, format!("hotel {hotel} has no rate plan {code}"))
            .field("rate_plan")
            .hint(format!("hotel rates plans {hotel}"))
    })
}

pub(super) fn room_type_of(
    catalogue: &Catalogue,
    code: RoomTypeCode,
) -> Result<&RoomType, Refusal> {
    catalogue.room_types.get(&code).ok_or_else(|| {
        let hotel = catalogue.hotel.code;
        Refusal::new(code::UNKNOWN_ROOM_TYPE, format!("hotel {hotel} has no room type {code}"))
            .field("room_type")
            .hint(format!("hotel room-types list {hotel}"))
    })
}

pub(super) fn promotion_of<'a>(
    catalogue: &'a Catalogue,
    plan: &RatePlan,
    wanted: &Wanted<'_>,
) -> Result<Option<&'a Promotion>, Refusal> {
    if let Some(corporate) = plan.corporate {
        if wanted.promo == Some(corporate) {
            return Ok(None);
        }
        return Err(Refusal::new(
            code::CORPORATE,
            format!("rate plan {} is for holders of its corporate code", plan.code),
        )
        .field("promo"));
    }
    let Some(promo) = wanted.promo else { return Ok(None) };
    if let Some(promotion) = catalogue.promotion(promo, wanted.stay) {
        return Ok(Some(promotion));
    }
    // A corporate code also lets its holder see the public plans, at their public price.
    if catalogue.rate_plans.values().any(|plan| plan.corporate == Some(promo)) {
        return Ok(None);
    }
    Err(Refusal::new(code::PROMOTION, format!("promotion {promo} does not hold for this stay"))
        .field("promo"))
}

fn check_advance(plan: &RatePlan, stay: StayDates, business_date: Date) -> Result<(), Refusal> {
    let days = day_number(stay.check_in()) - day_number(business_date);
    if days < 0 {
        return Err(Refusal::new(
            code::PAST,
            format!(
                "check-in {} is before the hotel's business date {business_date}",
                stay.check_in()
            ),
        )
        .field("stay.check_in")
        .details(serde_json::json!({ "business_date": business_date })));
    }
    let (min, max) = (plan.advance_days_min, plan.advance_days_max);
    if min.is_some_and(|min| days < i32::from(min)) || max.is_some_and(|max| days > i32::from(max))
    {
        return Err(Refusal::new(
            code::ADVANCE,
            format!("rate plan {} can't be booked {days} days before arrival", plan.code),
        )
        .field("stay.check_in")
        .details(serde_json::json!({ "days": days, "min": min, "max": max })));
    }
    Ok(())
}

pub(super) fn check_occupancy(room_type: &RoomType, occupancy: Occupancy) -> Result<(), Refusal> {
    let guests = u16::from(occupancy.adults) + u16::from(occupancy.children);
    let fits = occupancy.adults <= room_type.adults_max
        && occupancy.children <= room_type.children_max
        && guests <= u16::from(room_type.guests_max);
    if fits {
        return Ok(());
    }
    Err(Refusal::new(
        code::OCCUPANCY,
        format!(
            "{} takes {} adults, {} children, {} people at most",
            room_type.code, room_type.adults_max, room_type.children_max, room_type.guests_max
        ),
    )
    .field("rooms.occupancy"))
}

/// Returns the rate of a night, which must have one.
pub(super) fn rate_of(
    catalogue: &Catalogue,
    plan: &RatePlan,
    room_type: RoomTypeCode,
    night: Date,
) -> Result<NightRate, Refusal> {
    let rates = catalogue.plan_rates(plan, room_type);
    let rate = rates.and_then(|rates| rates.night(night));
    rate.ok_or_else(|| no_rate(catalogue, plan, room_type, night))
}

fn no_rate(
    catalogue: &Catalogue,
    plan: &RatePlan,
    room_type: RoomTypeCode,
    night: Date,
) -> Refusal {
    let hotel = catalogue.hotel.code;
    Refusal::new(
        code::NO_RATE,
        format!("{hotel} has no {} rate for {room_type} on {night}", plan.code),
    )
    .details(serde_json::json!({ "night": night, "room_type": room_type }))
    .hint(format!("hotel rates plans {hotel}"))
}

fn restricted(
    code: &RefusalCode,
    (plan, room_type, night): (&RatePlan, RoomTypeCode, Date),
    rule: &str,
) -> Refusal {
    Refusal::new(code, format!("{room_type} {} on {night}: {rule}", plan.code))
        .field("stay")
        .details(serde_json::json!({ "night": night, "room_type": room_type }))
}

/// Refuses a night that the plan does not sell.
pub(super) fn check_open(
    plan: &RatePlan,
    room_type: RoomTypeCode,
    night: Date,
    rate: NightRate,
) -> Result<(), Refusal> {
    if rate.restriction.closed {
        return Err(restricted(code::CLOSED, (plan, room_type, night), "closed to sale"));
    }
    Ok(())
}

/// Refuses a stay whose arrival, departure or length the plan does not allow.
pub(super) fn check_stay_rules(
    (plan, room_type): (&RatePlan, RoomTypeCode),
    stay: StayDates,
    arrival: NightRate,
    departure: Option<NightRate>,
) -> Result<(), Refusal> {
    let rule = arrival.restriction;
    let nights = stay.night_count();
    let arriving = (plan, room_type, stay.check_in());
    if rule.closed_to_arrival {
        return Err(restricted(code::CLOSED_TO_ARRIVAL, arriving, "no arrivals"));
    }
    if nights < usize::from(rule.nights_min) {
        let text = format!("at least {} nights", rule.nights_min);
        return Err(restricted(code::MIN_STAY, arriving, &text));
    }
    if rule.nights_max > 0 && nights > usize::from(rule.nights_max) {
        let text = format!("at most {} nights", rule.nights_max);
        return Err(restricted(code::MAX_STAY, arriving, &text));
    }
    if departure.is_some_and(|rate| rate.restriction.closed_to_departure) {
        let leaving = (plan, room_type, stay.check_out());
        return Err(restricted(code::CLOSED_TO_DEPARTURE, leaving, "no departures"));
    }
    Ok(())
}
