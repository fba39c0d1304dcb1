//! Reports over nights: occupancy and revenue.

use std::collections::HashMap;
use std::sync::Arc;

use hotel_core::money::{Currency, Money};
use hotel_core::statistics::{NightKind, NightTally};
use hotel_core::wire::report::{OccupancyRow, ReportBy, RevenueRow};

use super::asked::Asked;
use super::fact::StayFact;
use super::groups::{Groups, Key, is_time, totals};
use super::{Available, Count};

/// Nights and fees of a group.
#[derive(Clone, Copy, Default)]
struct Books {
    nights: NightTally,
    fee_minor: i64,
}

/// Groups and their totals.
type Counted = (Vec<(Currency, Key, Books)>, Vec<(Currency, Books)>);

/// Nights while they are counted.
struct Nights {
    asked: Arc<Asked>,
    groups: Groups<Books>,
    /// Rooms that could be slept in, all nights together, by currency.
    available: HashMap<Currency, i64>,
}

impl Nights {
    fn start(asked: Arc<Asked>, rooms: &Available) -> Self {
        let by = asked.by.unwrap_or(ReportBy::Day);
        let mut groups = Groups::<Books>::start(by, &asked);
        let mut available: HashMap<Currency, i64> = HashMap::new();
        let currencies: HashMap<_, _> =
            asked.hotels.iter().map(|hotel| (hotel.code, hotel.currency)).collect();
        for ((hotel, night), count) in rooms {
            let Some(currency) = currencies.get(hotel) else { continue };
            *available.entry(*currency).or_default() += count;
            let key = match by {
                ReportBy::Day => Key::Day(*night),
                ReportBy::Month => Key::Month(night.first_of_month()),
                ReportBy::Hotel => Key::Word(Some(hotel.to_string())),
                ReportBy::Channel
                | ReportBy::Segment
                | ReportBy::Country
                | ReportBy::Agency
                | ReportBy::Agent => continue,
            };
            groups.at(*currency, key).nights.available += count;
        }
        Self { asked, groups, available }
    }

    fn take(&mut self, fact: &StayFact) {
        let by_day = is_time(self.groups.by());
        let mut whole = NightTally::default();
        for night in fact.nights_kept().filter(|night| self.asked.covers(night.night)) {
            let Some(kind) = NightKind::of(fact.state, night.rate_minor) else {
                return self.fee(fact);
            };
            if by_day {
                self.groups.of(fact, night.night).nights.count(kind, night.net_minor);
            } else {
                whole.count(kind, night.net_minor);
            }
        }
        if whole != NightTally::default() {
            self.groups.of(fact, fact.stay.check_in()).nights.add(&whole);
        }
        self.fee(fact);
    }

    /// Counts a fee on the day of arrival.
    fn fee(&mut self, fact: &StayFact) {
        let arrival = fact.stay.check_in();
        if fact.fee_minor != 0 && self.asked.covers(arrival) {
            self.groups.of(fact, arrival).fee_minor += fact.fee_minor;
        }
    }

    /// Returns the groups and their totals, each with the rooms its nights are held against.
    fn finish(self) -> Counted {
        let has_rooms = is_time(self.groups.by()) || self.groups.by() == ReportBy::Hotel;
        let mut groups = self.groups.into_sorted(|books| books.nights.sold);
        let mut sums = totals(&groups, |sum, books| {
            sum.nights.add(&books.nights);
            sum.fee_minor += books.fee_minor;
        });
        // What came through one channel is held against the whole house.
        let whole = |currency: &Currency| self.available.get(currency).copied().unwrap_or(0);
        if !has_rooms {
            for (currency, _, books) in &mut groups {
                books.nights.available = whole(currency);
            }
        }
        for (currency, books) in &mut sums {
            books.nights.available = whole(currency);
        }
        (groups, sums)
    }
}

/// The report on occupancy while it is counted.
pub(crate) struct OccupancyCount(Nights);

impl Count for OccupancyCount {
    type Row = OccupancyRow;
    const NEEDS_ROOMS: bool = true;

    fn start(asked: Arc<Asked>, available: Available) -> Self {
        Self(Nights::start(asked, &available))
    }

    fn take(&mut self, fact: &StayFact) {
        self.0.take(fact);
    }

    fn finish(self) -> (Vec<OccupancyRow>, Vec<OccupancyRow>) {
        let (groups, sums) = self.0.finish();
        let row = |currency: Currency, group: Option<String>, books: &Books| {
            let nights = &books.nights;
            OccupancyRow {
                group,
                currency,
                available: nights.available,
                sold: nights.sold,
                complimentary: nights.complimentary,
                no_show: nights.no_show,
                occupancy_bp: nights.occupancy(),
                room_revenue: Money::new(nights.revenue_minor, currency),
                adr: nights.adr().map(|minor| Money::new(minor, currency)),
                revpar: nights.revpar().map(|minor| Money::new(minor, currency)),
            }
        };
        let rows = groups.iter().map(|(currency, key, books)| row(*currency, key.word(), books));
        (rows.collect(), sums.iter().map(|(currency, books)| row(*currency, None, books)).collect())
    }
}

/// The report on revenue while it is counted.
pub(crate) struct RevenueCount(Nights);

impl Count for RevenueCount {
    type Row = RevenueRow;
    const NEEDS_ROOMS: bool = true;

    fn start(asked: Arc<Asked>, available: Available) -> Self {
        Self(Nights::start(asked, &available))
    }

    fn take(&mut self, fact: &StayFact) {
        self.0.take(fact);
    }

    fn finish(self) -> (Vec<RevenueRow>, Vec<RevenueRow>) {
        let (groups, sums) = self.0.finish();
        let row = |currency: Currency, group: Option<String>, books: &Books| {
            let nights = &books.nights;
            RevenueRow {
                group,
                currency,
                available: nights.available,
                sold: nights.sold,
                room_revenue: Money::new(nights.revenue_minor, currency),
                fees: Money::new(books.fee_minor, currency),
                adr: nights.adr().map(|minor| Money::new(minor, currency)),
                revpar: nights.revpar().map(|minor| Money::new(minor, currency)),
            }
        };
        let rows = groups.iter().map(|(currency, key, books)| row(*currency, key.word(), books));
        (rows.collect(), sums.iter().map(|(currency, books)| row(*currency, None, books)).collect())
    }
}
