//! Groups of a report: by currency first, for two currencies are never added; then by day, month or
//! word.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;

use hotel_core::money::Currency;
use hotel_core::stay::dates;
use hotel_core::wire::report::ReportBy;

use super::asked::Asked;
use super::fact::StayFact;

/// What a row stands for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Key {
    /// A day.
    Day(Date),
    /// A month, by its first day.
    Month(Date),
    /// A word; none where it is not known.
    Word(Option<String>),
}

impl Key {
    /// Returns the group of a booking on a day.
    pub(super) fn of(by: ReportBy, fact: &StayFact, day: Date) -> Self {
        match by {
            ReportBy::Day => Self::Day(day),
            ReportBy::Month => Self::Month(day.first_of_month()),
            ReportBy::Hotel => Self::Word(Some(fact.hotel.to_string())),
            ReportBy::Channel => Self::Word(Some(fact.channel.clone())),
            ReportBy::Segment => Self::Word(fact.segment.clone()),
            ReportBy::Country => Self::Word(fact.country.clone()),
            ReportBy::Agency => Self::Word(fact.agency.clone()),
            ReportBy::Agent => Self::Word(Some(fact.agent.clone())),
        }
    }

    /// Returns how the group is written.
    pub(super) fn word(&self) -> Option<String> {
        match self {
            Self::Day(day) => Some(day.to_string()),
            Self::Month(day) => Some(day.strftime("%Y-%m").to_string()),
            Self::Word(word) => word.clone(),
        }
    }
}

/// Tells whether the rows of a report are days or months, all of which are shown.
pub(super) fn is_time(by: ReportBy) -> bool {
    match by {
        ReportBy::Day | ReportBy::Month => true,
        ReportBy::Hotel
        | ReportBy::Channel
        | ReportBy::Segment
        | ReportBy::Country
        | ReportBy::Agency
        | ReportBy::Agent => false,
    }
}

/// What was counted, by currency and group.
pub(super) struct Groups<T> {
    by: ReportBy,
    counts: BTreeMap<(&'static str, Key), (Currency, T)>,
}

impl<T: Default> Groups<T> {
    /// Starts with an empty group for every day or month.
    pub(super) fn start(by: ReportBy, asked: &Asked) -> Self {
        let mut groups = Self { by, counts: BTreeMap::new() };
        if is_time(by) {
            let currencies: HashSet<Currency> =
                asked.hotels.iter().map(|hotel| hotel.currency).collect();
            for currency in currencies {
                for day in dates(asked.from, asked.to) {
                    let key = if by == ReportBy::Day {
                        Key::Day(day)
                    } else {
                        Key::Month(day.first_of_month())
                    };
                    groups.at(currency, key);
                }
            }
        }
        groups
    }

    /// Returns what the rows stand for.
    pub(super) fn by(&self) -> ReportBy {
        self.by
    }

    /// Returns what is counted of a group.
    pub(super) fn at(&mut self, currency: Currency, key: Key) -> &mut T {
        let new = || (currency, T::default());
        &mut self.counts.entry((currency.code(), key)).or_insert_with(new).1
    }

    /// Returns what is counted of a booking's group on a day.
    pub(super) fn of(&mut self, fact: &StayFact, day: Date) -> &mut T {
        self.at(fact.currency, Key::of(self.by, fact, day))
    }

    /// Returns the groups: days and months in their order, words by their weight, the unknown last.
    pub(super) fn into_sorted(self, weight: impl Fn(&T) -> i64) -> Vec<(Currency, Key, T)> {
        let is_time = is_time(self.by);
        let mut sorted: Vec<(Currency, Key, T)> = self
            .counts
            .into_iter()
            .map(|((_, key), (currency, count))| (currency, key, count))
            .collect();
        if !is_time {
            sorted.sort_by_key(|(currency, key, count)| {
                let is_unknown = *key == Key::Word(None);
                (currency.code(), is_unknown, -weight(count))
            });
        }
        sorted
    }
}

/// Adds groups up, one total a currency.
pub(super) fn totals<T: Default>(
    groups: &[(Currency, Key, T)],
    add: impl Fn(&mut T, &T),
) -> Vec<(Currency, T)> {
    let mut totals: Vec<(Currency, T)> = Vec::new();
    for (currency, _, count) in groups {
        if totals.last().is_none_or(|(last, _)| last != currency) {
            totals.push((*currency, T::default()));
        }
        if let Some((_, total)) = totals.last_mut() {
            add(total, count);
        }
    }
    totals
}
