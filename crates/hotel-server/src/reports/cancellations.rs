//! The report on what was given up, by arrival.

use std::sync::Arc;

use hotel_core::booking::BookingState;
use hotel_core::money::{Currency, Money};
use hotel_core::statistics::basis_points;
use hotel_core::wire::report::{CancellationsRow, ReportBy};

use super::asked::Asked;
use super::fact::StayFact;
use super::groups::{Groups, totals};
use super::{Available, Count};

#[derive(Clone, Copy, Default)]
struct Given {
    bookings: i64,
    cancelled: i64,
    no_shows: i64,
    nights: i64,
    revenue_minor: i64,
    fee_minor: i64,
}

impl Given {
    fn add(&mut self, other: &Self) {
        self.bookings += other.bookings;
        self.cancelled += other.cancelled;
        self.no_shows += other.no_shows;
        self.nights += other.nights;
        self.revenue_minor = self.revenue_minor.saturating_add(other.revenue_minor);
        self.fee_minor = self.fee_minor.saturating_add(other.fee_minor);
    }

    fn row(&self, currency: Currency, group: Option<String>) -> CancellationsRow {
        CancellationsRow {
            group,
            currency,
            bookings: self.bookings,
            cancelled: self.cancelled,
            no_shows: self.no_shows,
            cancelled_bp: basis_points(self.cancelled, self.bookings),
            nights_lost: self.nights,
            revenue_lost: Money::new(self.revenue_minor, currency),
            fees: Money::new(self.fee_minor, currency),
        }
    }
}

/// The report on cancellations while it is counted.
pub(crate) struct CancellationsCount {
    asked: Arc<Asked>,
    groups: Groups<Given>,
}

impl Count for CancellationsCount {
    type Row = CancellationsRow;
    const NEEDS_ROOMS: bool = false;

    fn start(asked: Arc<Asked>, _available: Available) -> Self {
        let groups = Groups::start(asked.by.unwrap_or(ReportBy::Month), &asked);
        Self { asked, groups }
    }

    fn take(&mut self, fact: &StayFact) {
        let arrival = fact.stay.check_in();
        if !fact.was_made() || !self.asked.covers(arrival) {
            return;
        }
        let given = self.groups.of(fact, arrival);
        given.bookings += 1;
        let is_cancelled = fact.state == BookingState::Cancelled;
        let is_no_show = fact.state == BookingState::NoShow;
        if is_cancelled || is_no_show {
            given.cancelled += i64::from(is_cancelled);
            given.no_shows += i64::from(is_no_show);
            given.fee_minor += fact.fee_minor;
            for night in fact.nights() {
                given.nights += 1;
                given.revenue_minor += night.net_minor;
            }
        }
    }

    fn finish(self) -> (Vec<CancellationsRow>, Vec<CancellationsRow>) {
        let groups = self.groups.into_sorted(|given| given.bookings);
        let sums = totals(&groups, Given::add);
        let rows = groups.iter().map(|(currency, key, given)| given.row(*currency, key.word()));
        (rows.collect(), sums.iter().map(|(currency, given)| given.row(*currency, None)).collect())
    }
}
