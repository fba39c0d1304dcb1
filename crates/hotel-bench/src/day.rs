//! A desk's day as traffic: searches, looks at bookings, and bookings.

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Deserialize;

use crate::keys::Dice;
use crate::load::{Traffic, Verdict};
use crate::template::Door;
use crate::traffic::{BOOKINGS_PATH, Booking, Sources, judge_booking};
use crate::world::{World, city_code};

/// Names of the kinds of requests.
pub(crate) const KINDS: [&str; 3] = ["book", "search", "show"];

const BOOK: usize = 0;
const SEARCH: usize = 1;
const SHOW: usize = 2;

/// The most bookings that are looked at.
const CODES_MAX: usize = 20_000;

/// Stays that are searched for in each city.
const STAYS: i32 = 12;

/// Nights of a stay that is searched for.
const NIGHTS: i32 = 3;

/// Which of a hundred requests are what.
fn kind_of(percent: usize) -> usize {
    match percent {
        0..10 => BOOK,
        10..40 => SHOW,
        _ => SEARCH,
    }
}

/// Returns the stays that are searched for: somewhere in the first months on sale.
pub(crate) fn stays(first_night: Date) -> impl Iterator<Item = (Date, Date)> {
    (0..STAYS).map(move |number| {
        let check_in = first_night.saturating_add((number * 11 + 5).days());
        (check_in, check_in.saturating_add(NIGHTS.days()))
    })
}

/// Returns the path of a search: by price, the first twenty.
pub(crate) fn search_path(city: u16, (check_in, check_out): (Date, Date)) -> String {
    let place = city_code(city);
    format!(
        "/v1/search?place={place}&check_in={check_in}&check_out={check_out}&adults=2&sort=price\
         &limit=20"
    )
}

/// A desk's day.
pub(crate) struct Day {
    door: Door,
    booking: Booking,
    searches: Vec<Vec<u8>>,
    codes: Vec<String>,
    show: Vec<u8>,
    dice: Dice,
    only_books: bool,
}

#[derive(Deserialize)]
struct Outcome {
    booking: Made,
}

#[derive(Deserialize)]
struct Made {
    code: String,
}

impl Day {
    /// Begins.
    pub(crate) fn new(
        door: &Door,
        world: &World,
        first_night: Date,
        sources: &mut Sources,
    ) -> Self {
        let field = world.field(first_night);
        let searches = (0..world.cities).flat_map(|city| {
            stays(first_night).map(move |stay| door.get(&search_path(city, stay)))
        });
        Self {
            door: door.clone(),
            booking: Booking::new(door, BOOKINGS_PATH, field, sources.orders(field)),
            searches: searches.collect(),
            codes: Vec::new(),
            show: Vec::new(),
            dice: Dice::new(7),
            only_books: false,
        }
    }

    /// Only makes bookings, or does all of it.
    pub(crate) fn only_book(&mut self, only_books: bool) {
        self.only_books = only_books;
    }

    /// Returns a booking that was made.
    pub(crate) fn some_code(&self) -> Option<&str> {
        self.codes.first().map(String::as_str)
    }

    fn remember(&mut self, body: &[u8]) -> Verdict {
        let Ok(Outcome { booking }) = serde_json::from_slice(body) else { return Verdict::Failed };
        if self.codes.len() < CODES_MAX {
            self.codes.push(booking.code);
        } else {
            let place = self.dice.below(CODES_MAX);
            self.codes[place] = booking.code;
        }
        Verdict::Done(1)
    }
}

impl Traffic for Day {
    fn next(&mut self) -> (usize, &[u8]) {
        let kind = if self.only_books { BOOK } else { kind_of(self.dice.below(100)) };
        match kind {
            SEARCH => {
                let place = self.dice.below(self.searches.len());
                (SEARCH, &self.searches[place])
            }
            SHOW if !self.codes.is_empty() => {
                let place = self.dice.below(self.codes.len());
                self.show = self.door.get(&format!("{BOOKINGS_PATH}/{}", self.codes[place]));
                (SHOW, &self.show)
            }
            _ => (BOOK, self.booking.request()),
        }
    }

    fn judge(&mut self, kind: usize, status: u16, body: &[u8]) -> Verdict {
        if kind != BOOK {
            return if status == 200 { Verdict::Done(1) } else { Verdict::Failed };
        }
        match judge_booking(status, false) {
            Verdict::Done(_) => self.remember(body),
            other @ (Verdict::Refused(_) | Verdict::Failed) => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_requests_are_sixty_searches_thirty_looks_and_ten_bookings() {
        let count = |kind| (0..100).filter(|percent| kind_of(*percent) == kind).count();
        assert_eq!((count(SEARCH), count(SHOW), count(BOOK)), (60, 30, 10));
    }

    #[test]
    fn stays_are_of_three_nights_and_ahead() {
        let first = Date::constant(2026, 12, 1);
        assert!(stays(first).all(|(check_in, check_out)| {
            check_in > first && (check_out - check_in).get_days() == 3
        }));
    }
}
