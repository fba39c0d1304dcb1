//! One booking as reports see it: folded from its events, as narrow as they need it.

use jiff::civil::Date;

use hotel_core::booking::{BookedRoom, Booking, BookingState, Channel};
use hotel_core::ids::HotelCode;
use hotel_core::money::Currency;
use hotel_core::price::Price;
use hotel_core::statistics::{is_sale, net_rates};
use hotel_core::stay::StayDates;

use super::BookingEvent;

/// One booking as reports see it. It holds nothing personal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StayFact {
    /// The booking's number.
    pub booking: u64,
    /// Its hotel.
    pub hotel: HotelCode,
    /// The business date on which it was made.
    pub created_on: Date,
    /// The business date on which it became a sale, if it ever did.
    pub sold_on: Option<Date>,
    /// The business date on which it was given up: cancelled, declined, not shown up, run out.
    pub ended_on: Option<Date>,
    /// Where it stands.
    pub state: BookingState,
    /// Its nights.
    pub stay: StayDates,
    /// From which night on a no-show gave its rooms back.
    pub freed_from: Option<Date>,
    /// The rate of each night of each room, in minor units.
    pub rates: Vec<Vec<i64>>,
    /// The taxes these rates contain, in minor units.
    pub included_minor: i64,
    /// Fees charged, in minor units.
    pub fee_minor: i64,
    /// The currency of its amounts.
    pub currency: Currency,
    /// The market segment.
    pub segment: Option<String>,
    /// The distribution channel; where nobody says, the door it came through.
    pub channel: String,
    /// The country its guests come from.
    pub country: Option<String>,
    /// The travel agency.
    pub agency: Option<String>,
    /// The agent who sold it.
    pub agent: String,
}

/// A night of one room of a booking, and what it brings.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct FactNight {
    /// The night.
    pub(crate) night: Date,
    /// Its rate, in minor units.
    pub(crate) rate_minor: i64,
    /// The rate without the taxes it contains.
    pub(crate) net_minor: i64,
}

impl StayFact {
    /// Returns the booking after an event; nothing if its beginning is missing.
    pub fn fold(before: Option<&Self>, event: &BookingEvent) -> Option<Self> {
        let change = &event.change;
        if let Some(booking) = &change.opened {
            return Some(Self::opened(event.booking, booking, change.business_date));
        }
        let mut after = before?.clone();
        let changed = &change.changed;
        if let Some(stay) = &changed.stay {
            after.stay = stay.new;
        }
        if let Some(rooms) = &changed.rooms {
            after.rates = rates_of(&rooms.new);
        }
        if let Some(price) = &changed.price {
            after.included_minor = included(&price.new);
        }
        if let Some(fee) = &changed.fee_minor {
            after.fee_minor = fee.new;
        }
        if let Some(freed) = &changed.freed_from {
            after.freed_from = freed.new;
        }
        if let Some(state) = &changed.state {
            after.enter(state.new, change.business_date);
        }
        Some(after)
    }

    fn opened(number: u64, booking: &Booking, today: Date) -> Self {
        let origin = &booking.origin;
        let word = |word: &Option<hotel_core::text::Word>| {
            word.as_ref().map(|word| word.as_str().to_owned())
        };
        let mut fact = Self {
            booking: number,
            hotel: booking.hotel,
            created_on: today,
            sold_on: None,
            ended_on: None,
            state: booking.state,
            stay: booking.stay,
            freed_from: booking.freed_from,
            rates: rates_of(&booking.rooms),
            included_minor: included(&booking.price),
            fee_minor: booking.fee_minor,
            currency: booking.currency,
            segment: word(&origin.segment),
            channel: word(&origin.channel).unwrap_or_else(|| door(booking.channel).to_owned()),
            country: word(&origin.country),
            agency: word(&origin.agency),
            agent: booking.agent.as_str().to_owned(),
        };
        fact.enter(booking.state, today);
        fact
    }

    fn enter(&mut self, state: BookingState, today: Date) {
        self.state = state;
        if is_sale(state) {
            self.sold_on = self.sold_on.or(Some(today));
        }
        self.ended_on = is_over(state).then_some(today);
    }

    /// Takes over when the booking it was split from was made and sold.
    pub fn made_with(&mut self, parent: &Self) {
        self.created_on = parent.created_on;
        self.sold_on = self.sold_on.and(parent.sold_on).or(self.sold_on);
    }

    /// Returns every night of every room, with what it brings.
    pub(crate) fn nights(&self) -> impl Iterator<Item = FactNight> {
        let rates = self.rates.iter().flatten().copied();
        let nights = self.rates.iter().flat_map(|room| self.stay.nights().take(room.len()));
        nights
            .zip(rates.clone())
            .zip(net_rates(rates, self.included_minor))
            .map(|((night, rate_minor), net_minor)| FactNight { night, rate_minor, net_minor })
    }

    /// Returns the nights for which it keeps a room: a no-show may have given the later ones back.
    pub(crate) fn nights_kept(&self) -> impl Iterator<Item = FactNight> {
        let freed_from = self.freed_from.unwrap_or(Date::MAX);
        self.nights().filter(move |night| night.night < freed_from)
    }

    /// Tells whether it was ever a sale that the hotel did not turn down.
    pub(crate) fn was_made(&self) -> bool {
        self.sold_on.is_some() && self.state != BookingState::Declined
    }

    /// Tells whether it stood on the books at the end of a day; without one, whether it does now.
    pub(crate) fn is_on_books(&self, at: Option<Date>) -> bool {
        let Some(at) = at else { return is_sale(self.state) };
        let is_sold = self.sold_on.is_some_and(|sold_on| sold_on <= at);
        is_sold && self.ended_on.is_none_or(|ended_on| ended_on > at)
    }
}

fn rates_of(rooms: &[BookedRoom]) -> Vec<Vec<i64>> {
    rooms.iter().map(|room| room.nights.clone()).collect()
}

fn included(price: &Price) -> i64 {
    price.taxes.iter().filter(|line| line.included).map(|line| line.minor).sum()
}

fn is_over(state: BookingState) -> bool {
    match state {
        BookingState::Cancelled
        | BookingState::Declined
        | BookingState::NoShow
        | BookingState::Expired
        | BookingState::Released => true,
        BookingState::Waitlisted
        | BookingState::Held
        | BookingState::Requested
        | BookingState::Confirmed
        | BookingState::InHouse
        | BookingState::CheckedOut => false,
    }
}

fn door(channel: Channel) -> &'static str {
    match channel {
        Channel::Cli => "cli",
        Channel::Tui => "tui",
        Channel::Api => "api",
        Channel::House => "house",
    }
}
