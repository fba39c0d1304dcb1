//! The report on what came onto the books lately.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Span;
use jiff::civil::Date;

use hotel_core::ids::HotelCode;
use hotel_core::money::{Currency, Money};
use hotel_core::wire::report::{PickupRow, ReportBy};

use super::asked::Asked;
use super::fact::StayFact;
use super::groups::{Groups, totals};
use super::{Available, Count};

#[derive(Clone, Copy, Default)]
struct Books {
    nights: i64,
    revenue_minor: i64,
    nights_before: i64,
    revenue_before_minor: i64,
}

impl Books {
    fn add(&mut self, other: &Self) {
        self.nights += other.nights;
        self.revenue_minor = self.revenue_minor.saturating_add(other.revenue_minor);
        self.nights_before += other.nights_before;
        self.revenue_before_minor =
            self.revenue_before_minor.saturating_add(other.revenue_before_minor);
    }

    fn row(&self, currency: Currency, group: Option<String>) -> PickupRow {
        PickupRow {
            group,
            currency,
            on_books: self.nights,
            revenue_on_books: Money::new(self.revenue_minor, currency),
            picked_up: self.nights - self.nights_before,
            revenue_picked_up: Money::new(
                self.revenue_minor.saturating_sub(self.revenue_before_minor),
                currency,
            ),
        }
    }
}

/// The report on pick-up while it is counted.
pub(crate) struct PickupCount {
    asked: Arc<Asked>,
    groups: Groups<Books>,
    /// The day whose books are compared, by hotel.
    before: HashMap<HotelCode, Date>,
}

impl Count for PickupCount {
    type Row = PickupRow;
    const NEEDS_ROOMS: bool = false;

    fn start(asked: Arc<Asked>, _available: Available) -> Self {
        let groups = Groups::start(asked.by.unwrap_or(ReportBy::Day), &asked);
        let back = Span::new().days(i64::from(asked.days));
        let before = asked
            .hotels
            .iter()
            .map(|hotel| (hotel.code, asked.as_of.unwrap_or(hotel.today).saturating_sub(back)));
        Self { before: before.collect(), groups, asked }
    }

    fn take(&mut self, fact: &StayFact) {
        let is_now = fact.is_on_books(self.asked.as_of);
        let was_before = fact.is_on_books(self.before.get(&fact.hotel).copied());
        if !is_now && !was_before {
            return;
        }
        let nights = fact.nights().filter(|night| self.asked.covers(night.night));
        for night in nights.filter(|night| night.rate_minor > 0) {
            let books = self.groups.of(fact, night.night);
            if is_now {
                books.nights += 1;
                books.revenue_minor += night.net_minor;
            }
            if was_before {
                books.nights_before += 1;
                books.revenue_before_minor += night.net_minor;
            }
        }
    }

    fn finish(self) -> (Vec<PickupRow>, Vec<PickupRow>) {
        let groups = self.groups.into_sorted(|books| books.nights);
        let sums = totals(&groups, Books::add);
        let rows = groups.iter().map(|(currency, key, books)| books.row(*currency, key.word()));
        (rows.collect(), sums.iter().map(|(currency, books)| books.row(*currency, None)).collect())
    }
}
