//! The report on how long before arrival guests book.

use std::collections::BTreeMap;
use std::sync::Arc;

use hotel_core::statistics::{
    LEAD_SPANS, average_tenths, basis_points, lead_days, lead_span, median_tenths,
};
use hotel_core::stay::dates;
use hotel_core::wire::report::{LeadTimeRow, ReportBy};

use super::asked::Asked;
use super::fact::StayFact;
use super::groups::{Key, is_time};
use super::{Available, Count};

/// A group's place: spans in their order, else the day, month or word.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Span(usize),
    Key(Key),
}

impl Place {
    fn word(&self) -> Option<String> {
        match self {
            Self::Span(span) => LEAD_SPANS.get(*span).map(|span| (*span).to_owned()),
            Self::Key(key) => key.word(),
        }
    }
}

/// The report on lead times while it is counted. No amounts are in it, so currencies may mix.
pub(crate) struct LeadTimeCount {
    asked: Arc<Asked>,
    groups: BTreeMap<Place, Vec<i32>>,
}

impl LeadTimeCount {
    fn place(&self, fact: &StayFact, days: i32) -> Place {
        match self.asked.by {
            None => Place::Span(lead_span(days)),
            Some(by) => Place::Key(Key::of(by, fact, fact.stay.check_in())),
        }
    }
}

impl Count for LeadTimeCount {
    type Row = LeadTimeRow;
    const NEEDS_ROOMS: bool = false;

    fn start(asked: Arc<Asked>, _available: Available) -> Self {
        let places: Vec<Place> = match asked.by {
            None => (0..LEAD_SPANS.len()).map(Place::Span).collect(),
            Some(ReportBy::Day) => {
                dates(asked.from, asked.to).map(|day| Place::Key(Key::Day(day))).collect()
            }
            Some(ReportBy::Month) => dates(asked.from, asked.to)
                .map(|day| Place::Key(Key::Month(day.first_of_month())))
                .collect(),
            Some(
                ReportBy::Hotel
                | ReportBy::Channel
                | ReportBy::Segment
                | ReportBy::Country
                | ReportBy::Agency
                | ReportBy::Agent,
            ) => Vec::new(),
        };
        Self { asked, groups: places.into_iter().map(|place| (place, Vec::new())).collect() }
    }

    fn take(&mut self, fact: &StayFact) {
        let arrival = fact.stay.check_in();
        if fact.was_made() && self.asked.covers(arrival) {
            let days = lead_days(fact.created_on, arrival);
            self.groups.entry(self.place(fact, days)).or_default().push(days);
        }
    }

    fn finish(self) -> (Vec<LeadTimeRow>, Vec<LeadTimeRow>) {
        let mut all: Vec<i32> = self.groups.values().flatten().copied().collect();
        let made = count(&all);
        let mut rows: Vec<(Place, LeadTimeRow)> = self
            .groups
            .into_iter()
            .map(|(place, mut days)| {
                let group = place.word();
                (place, row(group, &mut days, made))
            })
            .collect();
        if self.asked.by.is_some_and(|by| !is_time(by)) {
            rows.sort_by_key(|(place, row)| (*place == Place::Key(Key::Word(None)), -row.bookings));
        }
        let total = row(None, &mut all, made);
        (rows.into_iter().map(|(_, row)| row).collect(), vec![total])
    }
}

fn row(group: Option<String>, days: &mut [i32], made: i64) -> LeadTimeRow {
    let bookings = count(days);
    let sum = days.iter().map(|days| i64::from(*days)).sum();
    LeadTimeRow {
        group,
        bookings,
        share_bp: basis_points(bookings, made),
        average_tenths: average_tenths(sum, bookings),
        median_tenths: median_tenths(days),
    }
}

fn count(days: &[i32]) -> i64 {
    i64::try_from(days.len()).unwrap_or(i64::MAX)
}
