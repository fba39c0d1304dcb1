//! Search: offers of what the index and the catalogues hold. Knows no store; it may be a moment old.

mod criteria;
mod rank;

use std::sync::{Arc, PoisonError};

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use hotel_core::catalogue::{Catalogue, Hotel, RoomType};
use hotel_core::command::booking::RoomRequest;
use hotel_core::decide::{Wanted, quote_rooms};
use hotel_core::ids::HotelCode;
use hotel_core::money::Money;
use hotel_core::policy::FeeMoment;
use hotel_core::price::{Occupancy, price, total_minor};
use hotel_core::rate::RatePlan;
use hotel_core::refusal::{Refusal, code};
use hotel_core::wire::search::{Offer, SearchAnswer, SearchQuery, Unavailable};

use self::criteria::{Criteria, Place};
use self::rank::Rank;
use super::Index;
use super::house::{House, Left, Obstacle};
use crate::offers::{OfferTerms, Offers};
use crate::shelf::Shelf;

/// How long an offer's price stands: long enough to read it to a guest on the telephone.
const OFFER_MINUTES: i64 = 15;

/// How many reasons are told: more than an agent reads out.
const REASONS_MAX: usize = 50;

/// Finds offers, or says per night why there are none; an empty scope is all hotels.
pub fn search(
    index: &Index,
    shelf: &Shelf,
    offers: &Offers,
    query: &SearchQuery,
    scope: &[HotelCode],
    now: Timestamp,
) -> Result<SearchAnswer, Refusal> {
    let criteria = Criteria::of(query)?;
    let after = query.cursor.as_deref().map(Rank::read).transpose()?;
    let (places, one_named) = criteria.places(&shelf.directory(), scope)?;
    let catalogues = shelf.these(places.iter().map(|place| place.hotel));
    let hotels = found(&places, &catalogues, now);
    criteria.refuse_past(hotels.iter().map(|found| found.today).min())?;
    let mut hunt = Hunt { criteria: &criteria, now, candidates: Vec::new(), reasons: Vec::new() };
    for found in &hotels {
        hunt.look_at(index, found);
    }
    let Hunt { mut candidates, reasons, .. } = hunt;
    let unavailable = if one_named || candidates.is_empty() { reasons } else { Vec::new() };
    if let Some(after) = after {
        candidates.retain(|candidate| candidate.rank > after);
    }
    let more = candidates.len() > criteria.limit;
    if more {
        // Only what is shown needs to be in order.
        candidates.select_nth_unstable_by(criteria.limit, |one, other| one.rank.cmp(&other.rank));
        candidates.truncate(criteria.limit);
    }
    candidates.sort_unstable_by(|one, other| one.rank.cmp(&other.rank));
    let next = candidates.last().filter(|_| more).map(|candidate| candidate.rank.written());
    let expires_at = now.checked_add(SignedDuration::from_mins(OFFER_MINUTES));
    let moment = Moment { now, expires_at: expires_at.unwrap_or(Timestamp::MAX) };
    let offer = |candidate: Candidate<'_>| candidate.offer(&criteria, offers, &moment);
    let items = candidates.into_iter().map(offer).collect();
    Ok(SearchAnswer { items, next, unavailable })
}

/// A hotel that is searched, and what day it is there.
struct Found<'a> {
    place: Place,
    catalogue: &'a Catalogue,
    today: Date,
}

/// Puts the hotels searched beside their catalogues.
fn found<'a>(places: &[Place], catalogues: &'a [Arc<Catalogue>], now: Timestamp) -> Vec<Found<'a>> {
    // Hotels of one city share a zone, and so a day: it is asked for once.
    let mut last: Option<(&Hotel, Date)> = None;
    let mut found = Vec::with_capacity(places.len());
    for (place, catalogue) in places.iter().zip(catalogues) {
        let hotel = &catalogue.hotel;
        let same_day = last.filter(|(other, _)| {
            (other.zone.name(), other.day_starts) == (hotel.zone.name(), hotel.day_starts)
        });
        let today = same_day.map_or_else(|| catalogue.business_date(now), |(_, today)| today);
        last = Some((hotel, today));
        found.push(Found { place: *place, catalogue, today });
    }
    found
}

/// When an offer is made, and until when it stands.
#[derive(Clone, Copy)]
struct Moment {
    now: Timestamp,
    expires_at: Timestamp,
}

/// What can be had, before it is put into words: most of it ends up behind the page.
struct Candidate<'a> {
    rank: Rank,
    found: &'a Found<'a>,
    room_type: &'a RoomType,
    plan: &'a RatePlan,
    nights: Vec<i64>,
    left: i64,
}

/// A search under way.
struct Hunt<'a> {
    criteria: &'a Criteria,
    now: Timestamp,
    candidates: Vec<Candidate<'a>>,
    reasons: Vec<Unavailable>,
}

impl<'a> Hunt<'a> {
    fn look_at(&mut self, index: &Index, found: &'a Found<'a>) {
        let catalogue = found.catalogue;
        for (room_type, left) in self.free_rooms(index, catalogue) {
            for plan in catalogue.rate_plans.values() {
                if !self.criteria.takes_plan(plan) {
                    continue;
                }
                match self.quote(found, room_type, plan, left) {
                    Ok(Some(candidate)) => self.candidates.push(candidate),
                    Ok(None) => {}
                    Err(refusal) => self.note(catalogue, room_type, plan, refusal),
                }
            }
        }
    }

    /// Returns what is left of each room type asked for. The house is locked no longer than that, since
    /// the engine waits for it after every commit.
    fn free_rooms(&self, index: &Index, catalogue: &'a Catalogue) -> Vec<(&'a RoomType, Left)> {
        let house = index.house(catalogue.hotel.code);
        let house =
            house.as_ref().map(|house| house.read().unwrap_or_else(PoisonError::into_inner));
        let nothing_open = House::default();
        let house = house.as_deref().unwrap_or(&nothing_open);
        let (stay, rooms) = (self.criteria.stay, self.criteria.rooms);
        let room_types = catalogue.room_types.values();
        room_types
            .filter(|room_type| self.criteria.takes_room_type(catalogue, room_type))
            .map(|room_type| (room_type, house.left(room_type.code, stay, rooms)))
            .collect()
    }

    fn note(
        &mut self,
        catalogue: &Catalogue,
        room_type: &RoomType,
        plan: &RatePlan,
        refusal: Refusal,
    ) {
        if self.reasons.len() < REASONS_MAX {
            self.reasons.push(Unavailable {
                hotel: catalogue.hotel.code,
                room_type: room_type.code,
                rate_plan: plan.code,
                code: refusal.code.to_owned(),
                reason: refusal.message,
            });
        }
    }

    /// Prices one room type under one plan; none when the price is not what was asked for.
    fn quote(
        &self,
        found: &'a Found<'a>,
        room_type: &'a RoomType,
        plan: &'a RatePlan,
        left: Left,
    ) -> Result<Option<Candidate<'a>>, Refusal> {
        let (criteria, catalogue) = (self.criteria, found.catalogue);
        let request = RoomRequest { room_type: room_type.code, occupancy: criteria.occupancy };
        // The rooms are all alike, so one is quoted for all.
        let wanted = Wanted {
            agreed_minor: None,
            stay: criteria.stay,
            rooms: &[request],
            rate_plan: plan.code,
            promo: criteria.promo,
        };
        let mut quoted = quote_rooms(catalogue, &wanted, found.today)?;
        let left = left.map_err(|(night, obstacle)| {
            refusal_of(catalogue, room_type, night, obstacle, criteria.rooms)
        })?;
        let nights = quoted.rooms.pop().map(|room| room.nights).unwrap_or_default();
        let total_minor = total_minor(catalogue, &alike(criteria, &nights));
        if !criteria.takes_price(total_minor) {
            return Ok(None);
        }
        if criteria.refundable && fee_minor(criteria, found, plan, self.now, &nights) > 0 {
            return Ok(None);
        }
        let rank = Rank::of(criteria.sort, found, total_minor, (room_type.code, plan.code));
        Ok(Some(Candidate { rank, found, room_type, plan, nights, left }))
    }
}

/// Returns the rooms searched for, which are all alike.
fn alike<'a>(criteria: &Criteria, nights: &'a [i64]) -> Vec<(Occupancy, &'a [i64])> {
    vec![(criteria.occupancy, nights); usize::from(criteria.rooms)]
}

/// Returns what cancelling would cost at once.
fn fee_minor(
    criteria: &Criteria,
    found: &Found<'_>,
    plan: &RatePlan,
    now: Timestamp,
    nights: &[i64],
) -> i64 {
    let fee = plan.policy.cancellation_fee(&FeeMoment {
        now,
        booked_at: now,
        check_in: criteria.stay.check_in(),
        zone: &found.catalogue.hotel.zone,
        rooms: &vec![nights; usize::from(criteria.rooms)],
        total_minor: total_minor(found.catalogue, &alike(criteria, nights)),
    });
    fee.minor
}

/// Puts an obstacle as a sale would.
fn refusal_of(
    catalogue: &Catalogue,
    room_type: &RoomType,
    night: Date,
    obstacle: Obstacle,
    wanted: u16,
) -> Refusal {
    let (hotel, room_type) = (catalogue.hotel.code, room_type.code);
    match obstacle {
        Obstacle::NotOpen => Refusal::new(
            code::NOT_OPEN,
            format!("{room_type} at {hotel} is not on sale for {night}"),
        ),
        Obstacle::Closed => {
            Refusal::new(code::CLOSED, format!("{room_type} at {hotel} is closed on {night}"))
        }
        Obstacle::SoldOut { left: ..=0 } => {
            Refusal::new(code::SOLD_OUT, format!("{room_type} is sold out at {hotel} on {night}"))
        }
        Obstacle::SoldOut { left } => Refusal::new(
            code::SOLD_OUT,
            format!("{room_type} at {hotel} has {left} left on {night}, not {wanted}"),
        ),
    }
}

impl Candidate<'_> {
    fn offer(self, criteria: &Criteria, offers: &Offers, moment: &Moment) -> Offer {
        let (catalogue, Moment { now, expires_at }) = (self.found.catalogue, *moment);
        let hotel = &catalogue.hotel;
        let money = |minor| Money::new(minor, hotel.currency);
        let price = price(catalogue, &alike(criteria, &self.nights));
        let total = money(price.total_minor);
        let fee_minor = fee_minor(criteria, self.found, self.plan, now, &self.nights);
        let check_in = criteria.stay.check_in();
        let offer = offers.sign(&OfferTerms {
            hotel: hotel.code,
            stay: criteria.stay,
            rate_plan: self.plan.code,
            room_type: self.room_type.code,
            rooms: criteria.rooms,
            occupancy: criteria.occupancy,
            promo: criteria.promo,
            total,
            expires_at,
        });
        Offer {
            offer,
            hotel: hotel.code,
            hotel_name: hotel.name.to_string(),
            city: hotel.city.to_string(),
            zone: hotel.zone.name().to_owned(),
            stars: hotel.stars,
            distance_km: self.found.place.distance_km,
            room_type: self.room_type.code,
            room_type_name: self.room_type.name.to_string(),
            rate_plan: self.plan.code,
            rate_plan_name: self.plan.name.to_string(),
            meals: self.plan.meals,
            payment: self.plan.payment,
            stay: criteria.stay,
            rooms: criteria.rooms,
            occupancy: criteria.occupancy,
            nights: self.nights,
            price,
            total,
            left: self.left,
            free_until: self.plan.policy.free_until(now, check_in, &hotel.zone),
            cancel_fee_now: money(fee_minor),
            expires_at,
        }
    }
}
