//! Nights the writer has seen: what one batch wrote, the next need not read. There is one writer, so
//! that what it remembers is what stands in the table.

use std::collections::{BTreeSet, HashMap};

use hotel_core::command::Stretch;
use hotel_core::facts::Facts;
use hotel_core::inventory::{Night, NightKey};
use hotel_core::stay::{dates, days_between};

use crate::store::Batch;

/// Nights remembered at most, some 20 MiB; a house that sells more of them begins anew.
const NIGHTS_MAX: usize = 100_000;

/// The longest stretch that is remembered: a stay. What looks further is rare.
const STRETCH_NIGHTS_MAX: i32 = 366;

/// In which rows nights stand. A row is never given up, so that a place holds for ever.
pub(super) type Places = HashMap<NightKey, i64>;

/// The nights as they were last committed.
#[derive(Default)]
pub(super) struct Nights {
    seen: HashMap<NightKey, Option<Night>>,
    places: Places,
    written: Vec<(NightKey, Night)>,
}

impl Nights {
    /// Brings the nights that are remembered into the facts, and returns the stretches that have to
    /// be read: those of a whole hotel, and those of which a night is not remembered.
    pub(super) fn recall<'a>(
        &self,
        wanted: BTreeSet<&'a Stretch>,
        facts: &mut Facts,
    ) -> BTreeSet<&'a Stretch> {
        let mut is_known = |stretch: &&Stretch| {
            let known: Option<Vec<(NightKey, Option<Night>)>> =
                keys(stretch).map(|key| self.seen.get(&key).map(|night| (key, *night))).collect();
            let Some(known) = known.filter(|known| !known.is_empty()) else { return false };
            let there = known.into_iter().filter_map(|(key, night)| Some((key, night?)));
            facts.nights.extend(there);
            true
        };
        let mut rest = wanted;
        rest.retain(|stretch| !is_known(stretch));
        rest
    }

    /// Remembers in which row a night stands.
    pub(super) fn place(&mut self, key: NightKey, id: i64) {
        if self.places.len() > NIGHTS_MAX {
            self.places.clear();
        }
        self.places.insert(key, id);
    }

    /// Returns where nights stand, as far as that is known.
    pub(super) fn places(&self) -> &Places {
        &self.places
    }

    /// Remembers stretches that were read, with the nights that are not there.
    pub(super) fn remember(&mut self, read: &BTreeSet<&Stretch>, facts: &Facts) {
        if self.seen.len() > NIGHTS_MAX {
            self.seen.clear();
        }
        for key in read.iter().flat_map(|stretch| keys(stretch)) {
            self.seen.insert(key, facts.nights.get(&key).copied());
        }
    }

    /// Notes what a batch writes.
    pub(super) fn note(&mut self, batch: &Batch<'_>) {
        let night = |key: &NightKey| Some((*key, *batch.facts.nights.get(key)?));
        self.written = batch.facts.touched.nights.iter().filter_map(night).collect();
    }

    /// Keeps what was noted: it is committed.
    pub(super) fn keep(&mut self) {
        for (key, night) in self.written.drain(..) {
            self.seen.insert(key, Some(night));
        }
    }

    /// Forgets what was noted: it was undone.
    pub(super) fn forget(&mut self) {
        self.written.clear();
    }
}

/// Returns the keys of a stretch's nights; none where it means a whole hotel, or all time.
fn keys(stretch: &Stretch) -> impl Iterator<Item = NightKey> {
    let Stretch { hotel, room_type, from, to } = *stretch;
    let is_short = days_between(from, to) <= STRETCH_NIGHTS_MAX;
    room_type
        .filter(|_| is_short)
        .into_iter()
        .flat_map(move |room_type| dates(from, to).map(move |night| (hotel, room_type, night)))
}
