//! Search: offers of what the index and the catalogues hold. Knows no store; it may be a moment old.

mod criteria;
mod rank;

use std::sync::{Arc, PoisonError};

use jiff::{SignedDuration, Timestamp};

use hotel_core::catalogue::{Catalogue, RoomType};
use hotel_core::command::booking::RoomRequest;
use hotel_core::decide::{Wanted, quote_rooms};
use hotel_core::ids::HotelCode;
use hotel_core::money::Money;
use hotel_core::policy::FeeMoment;
use hotel_core::price::{Price, price};
use hotel_core::rate::RatePlan;
use hotel_core::refusal::{Refusal, code};
use hotel_core::wire::search::{Offer, SearchAnswer, SearchQuery, Unavailable};

use self::criteria::{Criteria, Found};
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
    search_in(index, &shelf.all(), offers, query, scope, now)
}

pub(super) fn search_in(
    index: &Index,
    catalogues: &[Arc<Catalogue>],
    offers: &Offers,
    query: &SearchQuery,
    scope: &[HotelCode],
    now: Timestamp,
) -> Result<SearchAnswer, Refusal> {
    let criteria = Criteria::of(query)?;
    let after = query.cursor.as_deref().map(Rank::read).transpose()?;
    let visible: Vec<&Catalogue> = catalogues
        .iter()
        .map(Arc::as_ref)
        .filter(|catalogue| scope.is_empty() || scope.contains(&catalogue.hotel.code))
        .collect();
    let (hotels, one_named) = criteria.hotels(&visible)?;
    criteria.refuse_past(&hotels, now)?;
    let mut hunt = Hunt { criteria: &criteria, now, candidates: Vec::new(), reasons: Vec::new() };
    for found in &hotels {
        hunt.look_at(index, found);
    }
    let Hunt { mut candidates, reasons, .. } = hunt;
    let unavailable = if one_named || candidates.is_empty() { reasons } else { Vec::new() };
    if let Some(after) = after {
        candidates.retain(|candidate| candidate.rank > after);
    }
    candidates.sort_unstable_by(|one, other| one.rank.cmp(&other.rank));
    let more = candidates.len() > criteria.limit;
    candidates.truncate(criteria.limit);
    let next = candidates.last().filter(|_| more).map(|candidate| candidate.rank.written());
    let expires_at = now.checked_add(SignedDuration::from_mins(OFFER_MINUTES));
    let expires_at = expires_at.unwrap_or(Timestamp::MAX);
    let items = candidates
        .into_iter()
        .map(|candidate| candidate.offer(&criteria, offers, expires_at))
        .collect();
    Ok(SearchAnswer { items, next, unavailable })
}

/// What can be had, before it is put into words: most of it ends up behind the page.
struct Candidate<'a> {
    rank: Rank,
    found: &'a Found<'a>,
    room_type: &'a RoomType,
    plan: &'a RatePlan,
    nights: Vec<i64>,
    price: Price,
    left: i64,
    fee_minor: i64,
    free_until: Option<Timestamp>,
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
        let mut quoted = quote_rooms(catalogue, &wanted, found.business_date(self.now))?;
        let left = left.map_err(|(night, obstacle)| {
            refusal_of(catalogue, room_type, night, obstacle, criteria.rooms)
        })?;
        let nights = quoted.rooms.pop().map(|room| room.nights).unwrap_or_default();
        let nightly = vec![nights.as_slice(); usize::from(criteria.rooms)];
        let occupied = vec![(criteria.occupancy, nights.as_slice()); nightly.len()];
        let price = price(catalogue, &occupied);
        let (zone, check_in) = (&catalogue.hotel.zone, criteria.stay.check_in());
        let fee = plan.policy.cancellation_fee(&FeeMoment {
            now: self.now,
            booked_at: self.now,
            check_in,
            zone,
            rooms: &nightly,
            total_minor: price.total_minor,
        });
        if !criteria.takes_price(price.total_minor, fee.minor) {
            return Ok(None);
        }
        Ok(Some(Candidate {
            rank: Rank::of(criteria.sort, found, price.total_minor, (room_type.code, plan.code)),
            nights,
            fee_minor: fee.minor,
            free_until: plan.policy.free_until(self.now, check_in, zone),
            found,
            room_type,
            plan,
            price,
            left,
        }))
    }
}

/// Puts an obstacle as a sale would.
fn refusal_of(
    catalogue: &Catalogue,
    room_type: &RoomType,
    night: jiff::civil::Date,
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
    fn offer(self, criteria: &Criteria, offers: &Offers, expires_at: Timestamp) -> Offer {
        let hotel = &self.found.catalogue.hotel;
        let money = |minor| Money::new(minor, hotel.currency);
        let total = money(self.price.total_minor);
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
            distance_km: self.found.distance_km,
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
            price: self.price,
            total,
            left: self.left,
            free_until: self.free_until,
            cancel_fee_now: money(self.fee_minor),
            expires_at,
        }
    }
}
