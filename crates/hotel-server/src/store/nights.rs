//! Nights a writer has seen: what one batch wrote, the next need not read. They hold as long as nobody
//! else has changed the hotel, which its stream tells.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

use hotel_core::command::Stretch;
use hotel_core::facts::Facts;
use hotel_core::ids::{HotelCode, RoomTypeCode};
use hotel_core::inventory::{Night, NightKey};
use hotel_core::stay::{dates, days_between};

use super::Batch;

/// Nights remembered at most, some 20 MiB; a house that sells more of them begins anew.
const NIGHTS_MAX: usize = 100_000;

/// The longest stretch that is remembered: a stay. What looks further is rare.
const STRETCH_NIGHTS_MAX: i32 = 366;

/// The nights as they were last committed.
#[derive(Default)]
pub(super) struct Nights {
    houses: HashMap<HotelCode, House>,
    count: usize,
    written: Vec<(NightKey, Night)>,
    grown: Vec<(HotelCode, u64)>,
}

/// The nights of one hotel; none is one that is not there.
#[derive(Default)]
struct House {
    /// How far its stream reached when they were as they are remembered.
    sequence: u64,
    seen: HashMap<(RoomTypeCode, Date), Option<Night>>,
}

impl Nights {
    /// Forgets the nights of a hotel whose stream has grown since they were seen.
    pub(super) fn stand_at(&mut self, hotel: HotelCode, sequence: u64) {
        let house = self.houses.entry(hotel).or_default();
        if house.sequence != sequence {
            self.count -= house.seen.len();
            house.seen.clear();
            house.sequence = sequence;
        }
    }

    /// Brings the nights that are remembered into the facts, and returns the stretches that have to
    /// be read: those of a whole hotel, and those of which a night is not remembered.
    pub(super) fn recall<'a>(
        &self,
        wanted: BTreeSet<&'a Stretch>,
        facts: &mut Facts,
    ) -> BTreeSet<&'a Stretch> {
        let mut is_known = |stretch: &&Stretch| {
            let Some(house) = self.houses.get(&stretch.hotel) else { return false };
            let known: Option<Vec<(NightKey, Option<Night>)>> = keys(stretch)
                .map(|key| house.seen.get(&(key.1, key.2)).map(|night| (key, *night)))
                .collect();
            let Some(known) = known.filter(|known| !known.is_empty()) else { return false };
            let there = known.into_iter().filter_map(|(key, night)| Some((key, night?)));
            facts.nights.extend(there);
            true
        };
        let mut rest = wanted;
        rest.retain(|stretch| !is_known(stretch));
        rest
    }

    /// Remembers stretches that were read, with the nights that are not there.
    pub(super) fn remember(&mut self, read: &BTreeSet<&Stretch>, facts: &Facts) {
        if self.count > NIGHTS_MAX {
            for house in self.houses.values_mut() {
                house.seen.clear();
            }
            self.count = 0;
        }
        for key in read.iter().flat_map(|stretch| keys(stretch)) {
            self.put(key, facts.nights.get(&key).copied());
        }
    }

    fn put(&mut self, (hotel, room_type, date): NightKey, night: Option<Night>) {
        let house = self.houses.entry(hotel).or_default();
        let is_new = house.seen.insert((room_type, date), night).is_none();
        self.count += usize::from(is_new);
    }

    /// Notes what a batch writes.
    pub(super) fn note(&mut self, batch: &Batch<'_>) {
        let night = |key: &NightKey| Some((*key, *batch.facts.nights.get(key)?));
        self.written = batch.facts.touched.nights.iter().filter_map(night).collect();
        let grown = batch.sequences.iter().filter_map(|(hotel, last)| Some(((*hotel)?, *last)));
        self.grown = grown.collect();
    }

    /// Keeps what was noted: it is committed.
    pub(super) fn keep(&mut self) {
        for (key, night) in std::mem::take(&mut self.written) {
            self.put(key, Some(night));
        }
        for (hotel, sequence) in self.grown.drain(..) {
            self.houses.entry(hotel).or_default().sequence = sequence;
        }
    }

    /// Forgets what was noted: it was undone.
    pub(super) fn forget(&mut self) {
        self.written.clear();
        self.grown.clear();
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

/// Joins stretches of one hotel and room type that overlap, so that no night is read twice.
pub(super) fn joined(stretches: &BTreeSet<&Stretch>) -> Vec<Stretch> {
    let mut joined: Vec<Stretch> = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        match joined.last_mut() {
            Some(last)
                if (last.hotel, last.room_type) == (stretch.hotel, stretch.room_type)
                    && stretch.from <= last.to =>
            {
                last.to = last.to.max(stretch.to);
            }
            _ => joined.push(**stretch),
        }
    }
    joined
}
