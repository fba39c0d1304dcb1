//! Who wants to stay: made-up bookings for one hotel, thrown with its own dice.

use std::collections::BTreeMap;

use hotel_core::booking::Guarantee;
use hotel_core::command::booking::{BookRequest, Intent, RoomRequest, RoomRequests};
use hotel_core::command::people::GuestRef;
use hotel_core::ids::RoomTypeCode;
use hotel_core::price::Occupancy;
use hotel_core::stay::StayDates;
use jiff::civil::Date;

use super::dice::Dice;
use super::house::{House, Kind, day};
use super::order::{Fate, Order};
use super::{known, names, origins};
use crate::error::CliError;

/// How long the past is that the world has lived through.
pub(in crate::commands::demo) const DAYS_PAST: i32 = 10;

/// Steps of the clock in one day: each part of the day comes up in every zone.
pub(in crate::commands::demo) const DAY_STEPS: i32 = 4;

/// The step that is now.
pub(super) const STEP_LAST: usize = (DAYS_PAST * DAY_STEPS) as usize;

/// How full the house of the tour may get, so that the tour finds rooms whatever the seed.
const TOUR_HOUSE_PERCENT: usize = 60;

/// How far ahead the house of the tour is booked; the tour uses the nights after it.
const TOUR_HOUSE_DAYS: i32 = 20;

/// What one hotel's bookings are thrown with.
pub(super) struct Demand<'a> {
    pub(super) house: &'a House,
    pub(super) today: Date,
    pub(super) dice: Dice,
    origin_dice: Dice,
    sold: BTreeMap<(RoomTypeCode, Date), usize>,
}

impl<'a> Demand<'a> {
    pub(super) fn new(house: &'a House, today: Date, seed: u64) -> Self {
        let dice = Dice::of(seed, house.site.code);
        let origin_dice = Dice::of(seed, &format!("{} origins", house.site.code));
        Self { house, today, dice, origin_dice, sold: BTreeMap::new() }
    }

    /// Throws the bookings of the hotel: more for a larger house.
    pub(super) fn orders(mut self) -> Result<Vec<Order>, CliError> {
        let count = self.house.site.rooms * 2 + 40;
        let mut orders = Vec::with_capacity(count);
        for number in 0..count {
            if let Some(order) = self.order(number)? {
                orders.push(order);
            }
        }
        Ok(orders)
    }

    /// Throws one booking; none where the house of the tour would get too full.
    fn order(&mut self, number: usize) -> Result<Option<Order>, CliError> {
        let arrival = self.arrival_day();
        let night_count = self.night_count();
        let fate = self.fate(arrival);
        let opens_at = self.opening_step(arrival, fate);
        let step_span = self.dice.below(14);
        let turns_at = opens_at + 1 + usize::try_from(step_span).unwrap_or(0);
        let Some(kind) = self.kind() else { return Ok(None) };
        let check_in = day(self.today, arrival)?;
        let stay = StayDates::new(check_in, day(check_in, night_count)?)
            .map_err(|error| CliError::internal(error.to_string()))?;
        let room_count = self.room_count(fate);
        if self.house.place == 0 && !self.fits(&kind, stay) {
            return Ok(None);
        }
        let lead_days = arrival + DAYS_PAST - i32::try_from(opens_at).unwrap_or(0) / DAY_STEPS;
        let plan = self.plan(lead_days);
        let is_vouched_for = matches!(plan, "ADV" | "GTD");
        let room = RoomRequest { room_type: kind.code, occupancy: self.occupancy(&kind) };
        let request = BookRequest {
            hotel: self.house.code,
            stay,
            rate_plan: known(plan)?,
            rooms: RoomRequests::try_from(vec![room; room_count])
                .map_err(|error| CliError::internal(error.to_string()))?,
            guest: GuestRef::New(names::guest(&mut self.dice, number)?),
            intent: self.intent(fate, opens_at),
            guarantee: is_vouched_for.then_some(Guarantee::Agency),
            promo: self.promo(plan, night_count).map(known).transpose()?,
            price_max: None,
            agreed_rate: None,
            origin: origins::origin(&mut self.origin_dice, plan)?,
            provisional: None,
            requests: names::wishes(&mut self.dice)?,
        };
        let order = Order { opens_at, turns_at, request, fate, booking: None, is_refused: false };
        Ok(Some(order))
    }

    /// Throws the day of arrival, counted from today: many in the past, so that all ends are seen.
    fn arrival_day(&mut self) -> i32 {
        let is_near = self.dice.chance(55);
        let last = if self.house.place == 0 { TOUR_HOUSE_DAYS - 7 } else { 120 };
        if is_near { self.dice.between(1 - DAYS_PAST, 2) } else { self.dice.between(3, last) }
    }

    fn night_count(&mut self) -> i32 {
        let is_long = self.dice.chance(8);
        if is_long { self.dice.between(5, 7) } else { self.dice.between(1, 4) }
    }

    fn fate(&mut self, arrival: i32) -> Fate {
        let by_hand = !self.house.site.auto_confirm;
        let throw = self.dice.below(100);
        match throw {
            0..8 => Fate::Cancel,
            8..12 => Fate::Hold,
            12..16 => Fate::Release,
            16..20 => Fate::Sell,
            20..23 => Fate::Wait,
            23..25 => Fate::Offer,
            25..31 if by_hand => Fate::Decline,
            // A request for a day gone by would never have been left lying.
            31..39 if by_hand && arrival > 0 => Fate::Undecided,
            31..39 if arrival < 0 => Fate::NoShow,
            _ => Fate::Stay,
        }
    }

    /// Throws the step in which it is made: a day before arrival or earlier.
    fn opening_step(&mut self, arrival: i32, fate: Fate) -> usize {
        let latest_day = (arrival - 1).min(-1);
        let is_of_now = match fate {
            Fate::Hold => self.dice.chance(60),
            Fate::Undecided | Fate::Wait => self.dice.chance(30),
            Fate::Stay
            | Fate::NoShow
            | Fate::Cancel
            | Fate::Decline
            | Fate::Release
            | Fate::Sell
            | Fate::Offer => false,
        };
        if is_of_now && arrival > 0 {
            return STEP_LAST;
        }
        let opening_day = self.dice.between(-DAYS_PAST, latest_day);
        let part = self.dice.between(0, DAY_STEPS - 1);
        usize::try_from((opening_day + DAYS_PAST) * DAY_STEPS + part).unwrap_or(0)
    }

    /// Picks a room type, each as often as it has rooms.
    fn kind(&mut self) -> Option<Kind> {
        let rooms = u32::try_from(self.house.site.rooms).unwrap_or(0);
        let mut throw = usize::try_from(self.dice.below(rooms)).unwrap_or(0);
        self.house.kinds.iter().copied().find(|kind| {
            let is_it = throw < kind.rooms;
            throw = throw.saturating_sub(kind.rooms);
            is_it
        })
    }

    /// Counts a stay at the house of the tour, unless it would fill it.
    fn fits(&mut self, kind: &Kind, stay: StayDates) -> bool {
        let most = kind.rooms * TOUR_HOUSE_PERCENT / 100;
        let is_free = |night| self.sold.get(&(kind.code, night)).is_none_or(|sold| *sold < most);
        if !stay.nights().all(is_free) {
            return false;
        }
        for night in stay.nights() {
            *self.sold.entry((kind.code, night)).or_default() += 1;
        }
        true
    }

    fn room_count(&mut self, fate: Fate) -> usize {
        let throw = self.dice.below(100);
        // The house of the tour counts single rooms.
        match throw {
            _ if self.house.place == 0 || fate == Fate::NoShow => 1,
            0..9 => 2,
            9..12 => 3,
            _ => 1,
        }
    }

    fn plan(&mut self, lead_days: i32) -> &'static str {
        let throw = self.dice.below(100);
        match throw {
            // A day of slack, since the step and the hotel's day need not agree.
            0..20 if lead_days > 4 => "ADV",
            20..40 => "GTD",
            40..52 if self.house.has_corporate_plan() => "CORP",
            _ => "BAR",
        }
    }

    fn promo(&mut self, plan: &str, night_count: i32) -> Option<&'static str> {
        let is_named = self.dice.chance(20);
        if plan == "CORP" {
            return Some("ACME");
        }
        (is_named && night_count >= 2 && self.house.has_promotion()).then_some("WELCOME10")
    }

    fn occupancy(&mut self, kind: &Kind) -> Occupancy {
        let adults = self.dice.between(1, i32::from(kind.adults_max));
        let is_family = self.dice.chance(12);
        Occupancy { adults: u8::try_from(adults).unwrap_or(1), children: u8::from(is_family) }
    }

    fn intent(&mut self, fate: Fate, opens_at: usize) -> Intent {
        let hours = self.dice.between(60, 160);
        let waits = self.dice.chance(40);
        match fate {
            // Long enough that a tour, which puts the clock forward by days, finds some left.
            Fate::Hold if opens_at == STEP_LAST => {
                Intent::Hold { minutes: u32::try_from(hours * 60).unwrap_or(60) }
            }
            Fate::Hold => Intent::Hold { minutes: 45 },
            Fate::Release if waits => Intent::Waitlist,
            // Outlives the step in which it is sold or given up.
            Fate::Release | Fate::Sell => Intent::Hold { minutes: 6 * 24 * 60 },
            Fate::Wait | Fate::Offer => Intent::Waitlist,
            Fate::Stay | Fate::NoShow | Fate::Cancel | Fate::Decline | Fate::Undecided => {
                Intent::Sell
            }
        }
    }
}
