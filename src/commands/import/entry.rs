//! What a line says, kept small: a file has a hundred thousand of them.

use std::collections::{BTreeMap, HashMap};

use hotel_core::ids::{HotelCode, RatePlanCode, RoomTypeCode};
use hotel_core::money::Money;
use hotel_core::origin::Origin;
use hotel_core::price::Occupancy;
use hotel_core::rate::MealPlan;
use hotel_core::stay::{NIGHTS_MAX, StayDates, StayError};
use hotel_core::text::{Name, Note, TextError, Word};
use jiff::civil::{Date, Time};

use super::house::Fixed;
use crate::error::CliError;

/// The beginning of a hash over the layout, the header and the line.
#[derive(Debug, Clone, Copy)]
pub(super) struct LineMark(u64);

impl LineMark {
    /// Takes the beginning of a hash.
    pub(super) fn of(digest: &[u8]) -> Self {
        Self(digest.iter().take(8).fold(0, |mark, byte| (mark << 8) | u64::from(*byte)))
    }
}

impl std::fmt::Display for LineMark {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

/// A day, and the time of it where the file tells one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    /// The day at the hotel.
    pub(super) day: Date,
    /// The time there.
    pub(super) time: Option<Time>,
}

/// How a booking went on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// It waits for its guests.
    Confirmed,
    /// The guests are in the house.
    InHouse,
    /// The guests came and left.
    CheckedOut,
    /// It was cancelled, never before it was made.
    Cancelled(Moment),
    /// The guests never came.
    NoShow,
}

/// The nights, or why the house is not even asked for them.
#[derive(Debug, Clone, Copy)]
pub(super) enum Lodging {
    /// The nights.
    Stay(StayDates),
    /// It ends on the day it begins.
    NoNights,
    /// It is longer than any stay.
    TooLong,
}

impl Lodging {
    /// Makes the nights between two dates.
    pub(super) fn between(check_in: Date, check_out: Date) -> Self {
        match StayDates::new(check_in, check_out) {
            Ok(stay) => Self::Stay(stay),
            Err(StayError::NoNights { .. }) => Self::NoNights,
            Err(StayError::TooLong) => Self::TooLong,
        }
    }

    /// Returns why there are no nights to be had: the reason and a sentence.
    pub(super) fn refusal(self) -> Option<(&'static str, String)> {
        match self {
            Self::Stay(_) => None,
            Self::NoNights => Some(("no_nights", "the stay has no night".to_owned())),
            Self::TooLong => {
                Some(("too_long", format!("the stay has more than {NIGHTS_MAX} nights")))
            }
        }
    }
}

/// The number of a word that many lines share; 0 is none.
pub(super) type WordNo = u32;

/// Words that many lines share.
#[derive(Debug, Default)]
pub(super) struct Words {
    list: Vec<Word>,
    numbers: HashMap<String, WordNo>,
}

impl Words {
    /// Returns the number of a word; an empty one has none.
    pub(super) fn number(&mut self, text: &str) -> Result<WordNo, TextError> {
        if text.is_empty() {
            return Ok(0);
        }
        if let Some(number) = self.numbers.get(text) {
            return Ok(*number);
        }
        self.list.push(text.parse()?);
        let number = WordNo::try_from(self.list.len()).unwrap_or(WordNo::MAX);
        self.numbers.insert(text.to_owned(), number);
        Ok(number)
    }

    fn word(&self, number: WordNo) -> Option<Word> {
        self.list.get(usize::try_from(number).ok()?.checked_sub(1)?).cloned()
    }
}

/// Where a booking comes from, with numbers in place of words.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Marks {
    /// The country.
    pub(super) country: WordNo,
    /// The market segment.
    pub(super) segment: WordNo,
    /// The distribution channel.
    pub(super) channel: WordNo,
    /// The travel agency.
    pub(super) agency: WordNo,
    /// The company.
    pub(super) company: WordNo,
    /// How the guests travel.
    pub(super) customer: WordNo,
    /// The deposit.
    pub(super) deposit: WordNo,
    /// What is eaten.
    pub(super) meals: Option<MealPlan>,
    /// Parking spaces.
    pub(super) parking: u8,
}

impl Marks {
    /// Returns the same in words.
    pub(super) fn origin(&self, words: &Words) -> Origin {
        Origin {
            country: words.word(self.country),
            segment: words.word(self.segment),
            channel: words.word(self.channel),
            agency: words.word(self.agency),
            company: words.word(self.company),
            customer: words.word(self.customer),
            meals: self.meals,
            deposit: words.word(self.deposit),
            parking: self.parking,
        }
    }
}

/// A booking as its line tells it.
#[derive(Debug)]
pub(super) struct Entry {
    /// The line.
    pub(super) line: u64,
    /// What stays the same as long as the line does.
    pub(super) mark: LineMark,
    /// Which of the houses.
    pub(super) house: usize,
    /// The room type.
    pub(super) room_type: RoomTypeCode,
    /// The plan it is sold under.
    pub(super) rate_plan: RatePlanCode,
    /// How many rooms.
    pub(super) rooms: u8,
    /// Who sleeps in each.
    pub(super) occupancy: Occupancy,
    /// When it was made.
    pub(super) created: Moment,
    /// The nights.
    pub(super) lodging: Lodging,
    /// What a night costs in each room.
    pub(super) rate: Money,
    /// How it went on.
    pub(super) ending: Ending,
    /// Family and given name; without them the line number stands for the guest.
    pub(super) guest: Option<Box<(Name, Name)>>,
    /// Where it comes from.
    pub(super) marks: Marks,
    /// What the guest asked for.
    pub(super) note: Note,
}

/// A remark about lines that were understood, but not as they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Warning {
    /// No adults, children or babies.
    NoGuests,
    /// Children or babies, and no adult.
    NoAdults,
    /// How many children came is not known.
    ChildrenUnknown,
    /// More people than a room takes.
    Crowd,
    /// A rate below zero.
    NegativeRate,
    /// A rate with parts of a cent.
    RateRounded,
    /// Cancelled before it was made.
    CancelledEarly,
}

impl Warning {
    /// Returns the word for machines.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::NoGuests => "no_guests",
            Self::NoAdults => "no_adults",
            Self::ChildrenUnknown => "children_unknown",
            Self::Crowd => "crowd",
            Self::NegativeRate => "negative_rate",
            Self::RateRounded => "rate_rounded",
            Self::CancelledEarly => "cancelled_early",
        }
    }

    /// Returns what was made of it, for people.
    pub(super) fn sentence(self) -> &'static str {
        match self {
            Self::NoGuests => "a stay without guests counts one adult",
            Self::NoAdults => "a stay without an adult counts one",
            Self::ChildrenUnknown => "an unknown number of children counts as none",
            Self::Crowd => {
                "more people than a room can have count as a full room; the note has the number"
            }
            Self::NegativeRate => "a negative rate counts as zero",
            Self::RateRounded => "a rate with parts of a cent is rounded",
            Self::CancelledEarly => {
                "a cancellation before the booking counts on the day of the booking"
            }
        }
    }
}

/// A hotel that the file names.
#[derive(Debug, Clone)]
pub(super) struct NamedHouse {
    /// Its name in the file.
    pub(super) label: String,
    /// Its code.
    pub(super) code: HotelCode,
}

/// Everything a file says.
#[derive(Debug)]
pub(super) struct Ledger {
    /// The codes that this program writes itself.
    pub(super) fixed: Fixed,
    /// The hotels, in the order in which they appear.
    pub(super) houses: Vec<NamedHouse>,
    /// The lines.
    pub(super) entries: Vec<Entry>,
    /// The words they share.
    pub(super) words: Words,
    /// How often each remark is due, and on which line first.
    pub(super) warnings: BTreeMap<Warning, (u64, u64)>,
}

impl Ledger {
    /// Starts an empty one.
    pub(super) fn new() -> Result<Self, CliError> {
        Ok(Self {
            fixed: Fixed::new()?,
            houses: Vec::new(),
            entries: Vec::new(),
            words: Words::default(),
            warnings: BTreeMap::new(),
        })
    }

    /// Notes a remark about a line.
    pub(super) fn warn(&mut self, warning: Warning, line: u64) {
        self.warnings.entry(warning).or_insert((0, line)).0 += 1;
    }

    /// Returns the number of a hotel; one that is new is added.
    pub(super) fn house(
        &mut self,
        label: &str,
        code: impl FnOnce(&str) -> Result<HotelCode, String>,
    ) -> Result<usize, String> {
        if let Some(at) = self.houses.iter().position(|house| house.label == label) {
            return Ok(at);
        }
        let code = code(label)?;
        if let Some(other) = self.houses.iter().find(|house| house.code == code) {
            return Err(format!("{} and this one would both be hotel {code}", other.label));
        }
        self.houses.push(NamedHouse { label: label.to_owned(), code });
        Ok(self.houses.len() - 1)
    }
}
