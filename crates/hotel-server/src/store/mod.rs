//! The store: the only place with SQL. One open transaction for the engine, and reads for everyone else.

pub mod codes;
mod copy;
pub mod database;
mod nights;
mod pages;
pub mod postgres;
mod queries;
pub mod sqlite;
mod tally;
mod words;

pub use self::copy::{CopyProgress, copy};
pub use self::queries::{Opening, Queries};
pub(crate) use self::tally::Tally;

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::error::Error as _;

use jiff::Timestamp;
use serde_json::value::RawValue;

use hotel_core::booking::Booking;
use hotel_core::decide::needs::Needs;
use hotel_core::event::{BookingChange, Event};
use hotel_core::facts::Facts;
use hotel_core::ids::{BookingCode, HotelCode, IdempotencyKey, TokenId, UserId};
use hotel_core::people::{Guest, User};
use hotel_core::text::Note;

/// What can go wrong with a store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite said no.
    #[error("the database failed")]
    Sqlite(#[from] rusqlite::Error),
    /// Postgres said no.
    #[error("the database failed")]
    Postgres(#[source] tokio_postgres::Error),
    /// Others were in the way, and Postgres undid the transaction: it may be tried again.
    #[error("others were in the way")]
    Conflict(#[source] tokio_postgres::Error),
    /// The database was lost on the way; what was under way may have been done.
    #[error("the database was lost on the way: {0}")]
    Lost(String),
    /// The database can't be reached; nothing was done.
    #[error("the database can't be reached: {0}")]
    Unavailable(String),
    /// A row can't be read as what it should be.
    #[error("the database holds a {what} that can't be read")]
    Row {
        /// What it should have been.
        what: &'static str,
        /// Why it can't be read.
        #[source]
        source: Option<Box<dyn std::error::Error + Send + Sync>>,
    },
    /// A constraint of the database stood in the way: the second fence.
    #[error("the database refused the change: {0}")]
    Fence(String),
    /// The store can't be opened; the text says what to do.
    #[error("{0}")]
    Open(String),
    /// The reading thread is gone.
    #[error("the store is closing")]
    Closing,
    /// A cursor that no page gave out.
    #[error("this cursor is from no page of this list")]
    Cursor,
}

impl StoreError {
    /// Words it with all its causes, for whoever has to do something about it.
    pub fn in_full(&self) -> String {
        let mut causes = vec![self.to_string()];
        let mut cause = self.source();
        while let Some(inner) = cause {
            causes.push(inner.to_string());
            cause = inner.source();
        }
        causes.join(": ")
    }
}

/// A booking with what is personal about it.
#[derive(Clone, Debug)]
pub struct BookingRecord {
    /// The booking.
    pub booking: Booking,
    /// Who stays.
    pub guest: Guest,
    /// What the guest asks for.
    pub requests: Note,
}

/// Who stands behind a token.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The user.
    pub user: User,
    /// The token.
    pub token: TokenId,
    /// Until when it opens the door.
    pub expires_at: Option<Timestamp>,
}

/// Which events somebody wants to see.
#[derive(Clone, Debug, Default)]
pub struct EventFilter {
    /// Exact types, or prefixes that end in `.` for `booking.*`; none means all.
    pub kinds: Vec<String>,
    /// Of these hotels; none means all, and the house's own events too.
    pub hotels: Vec<HotelCode>,
    /// About one booking.
    pub booking: Option<BookingCode>,
    /// Only before this moment.
    pub until: Option<Timestamp>,
}

impl EventFilter {
    /// Tells whether an event passes, by what stands beside its data.
    pub fn passes(
        &self,
        (hotel, booking): (Option<HotelCode>, Option<BookingCode>),
        kind: &str,
        recorded_at: Timestamp,
    ) -> bool {
        let is_of_hotel =
            self.hotels.is_empty() || hotel.is_some_and(|hotel| self.hotels.contains(&hotel));
        let is_about = self.booking.is_none_or(|wanted| booking == Some(wanted));
        is_of_hotel && is_about && self.wants(kind, recorded_at)
    }

    /// Tells whether an event of a type, written down at a moment, is wanted.
    pub(crate) fn wants(&self, kind: &str, recorded_at: Timestamp) -> bool {
        (self.kinds.is_empty() || self.kinds.iter().any(|wanted| words::is_kind(wanted, kind)))
            && self.until.is_none_or(|until| recorded_at < until)
    }
}

/// A stretch of the feed.
#[derive(Clone, Debug)]
pub struct EventBatch {
    /// The events that passed the filter, in order.
    pub events: Vec<Event>,
    /// The last position that was looked at; resume after it.
    pub scanned_to: u64,
}

/// A command's result, kept with its effect.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StoredCommand {
    /// SHA-256 over what was asked.
    pub fingerprint: [u8; 32],
    /// The HTTP status of the answer.
    pub status: u16,
    /// The version the answer told.
    pub etag: Option<u64>,
    /// The answer.
    pub answer: StoredAnswer,
}

impl StoredCommand {
    /// Returns the booking whose history tells the answer again.
    pub fn told(&self) -> Option<BookingCode> {
        match self.answer {
            StoredAnswer::Told { booking, .. } => Some(booking),
            StoredAnswer::Written(_) => None,
        }
    }
}

/// An answer as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StoredAnswer {
    /// As it was given, JSON.
    Written(String),
    /// What a booking became: the log tells it again.
    Told {
        /// The booking.
        booking: BookingCode,
        /// How many changes of it the command made, up to the version that the answer told.
        changes: u8,
    },
}

/// Who sent a command, and its name for it.
pub type CommandKey = (UserId, IdempotencyKey);

/// A command that was decided, with what it takes to tell its answer again.
#[derive(Clone, Debug)]
pub struct Decided {
    /// Its result.
    pub result: StoredCommand,
    /// When it was decided.
    pub decided_at: Timestamp,
    /// Every change of the booking that the answer tells of, in order.
    pub changes: Vec<BookingChange>,
}

/// Bookings with the same provisional code that are looked at, at most: codes are unique by chance,
/// so that two are seldom and ten are never.
const NAMESAKES_MAX: u32 = 10_000;

/// What is known of a booking that a batch has opened, so that nobody finds it out again.
#[derive(Debug)]
pub struct Opened {
    /// Its number.
    pub number: u64,
    /// The booking as JSON.
    pub json: Box<RawValue>,
}

/// Everything one batch writes.
#[derive(Debug)]
pub struct Batch<'a> {
    /// The facts after the batch, with the keys of what changed.
    pub facts: &'a Facts,
    /// The events, numbered.
    pub events: &'a [Event],
    /// The last sequence of each stream that grew; none is the house.
    pub sequences: &'a BTreeMap<Option<HotelCode>, u64>,
    /// The numbers that are left.
    pub numbers: &'a Numbers,
    /// Bookings opened in this batch, as far as more than their facts is known.
    pub opened: &'a HashMap<BookingCode, Opened>,
    /// The results to keep.
    pub results: &'a [(CommandKey, StoredCommand)],
    /// When the batch was decided.
    pub decided_at: Timestamp,
}

/// What the commands of a batch lay hands on, as far as they say it themselves.
#[derive(Debug, Default)]
pub struct Claims {
    /// Under which keys they come.
    pub keys: Vec<CommandKey>,
    /// The hotels they name.
    pub hotels: BTreeSet<HotelCode>,
    /// The bookings they name.
    pub bookings: BTreeSet<BookingCode>,
    /// Whether they change people: guests, users or tokens.
    pub people: bool,
    /// How many bookings they open at most.
    pub openings: usize,
}

/// What is known once a transaction is open and nobody else can change what it claims.
#[derive(Debug)]
pub struct Begun {
    /// The moment by the database's clock, which never runs backwards in any stream; none where one
    /// process alone writes, whose own clock will do.
    pub now: Option<Timestamp>,
    /// When the last events of these streams were decided: nothing is decided before them.
    pub not_before: Option<Timestamp>,
    /// Numbers of the bookings that may be opened.
    pub numbers: Numbers,
    /// The last position of the feed; none where the feed takes events in after their commit.
    pub position: Option<u64>,
}

/// Booking numbers that nobody else gives out.
#[derive(Clone, Debug)]
pub enum Numbers {
    /// All after this one.
    After(u64),
    /// These, in order.
    These(VecDeque<u64>),
}

impl Numbers {
    /// Returns the next one; number 0 is never given, so it stands for none.
    pub fn next(&self) -> u64 {
        match self {
            Self::After(last) => last + 1,
            Self::These(numbers) => numbers.front().copied().unwrap_or_default(),
        }
    }

    /// Gives the next one out.
    pub fn give(&mut self) {
        match self {
            Self::After(last) => *last += 1,
            Self::These(numbers) => drop(numbers.pop_front()),
        }
    }
}

/// How readers come to hear of what was committed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Heard {
    /// The events have their positions, and the feed reaches as far.
    Now,
    /// The feed takes this batch in later, and gives its events their positions then.
    Later(u64),
}

/// The port of the write path: one open transaction at a time, each of whose steps takes a constant
/// number of statements for a whole batch. What is not committed is rolled back when it fails.
pub trait Unit: Send {
    /// Returns the permutation between booking numbers and codes.
    fn codes(&self) -> codes::Codes;
    /// Opens the transaction. Until it ends nobody else changes the hotels that the commands name, or
    /// whose bookings they name; and where they change people, no people.
    fn begin(&mut self, claims: &Claims) -> Result<Begun, StoreError>;
    /// Loads the results of commands that were decided before.
    fn results(
        &mut self,
        keys: &[CommandKey],
    ) -> Result<HashMap<CommandKey, StoredCommand>, StoreError>;
    /// Loads every change of some bookings, each in order.
    fn changes(
        &mut self,
        codes: &BTreeSet<BookingCode>,
    ) -> Result<HashMap<BookingCode, Vec<BookingChange>>, StoreError>;
    /// Loads bookings.
    fn bookings(
        &mut self,
        codes: &BTreeSet<BookingCode>,
        facts: &mut Facts,
    ) -> Result<(), StoreError>;
    /// Loads the holds of some hotels that have run out, and returns their codes.
    fn lapsed(
        &mut self,
        hotels: &BTreeSet<HotelCode>,
        now: Timestamp,
        facts: &mut Facts,
    ) -> Result<Vec<BookingCode>, StoreError>;
    /// Loads what the decisions must see beyond bookings.
    fn load(&mut self, needs: &Needs, facts: &mut Facts) -> Result<(), StoreError>;
    /// Loads the last sequence of each stream.
    fn sequences(
        &mut self,
        streams: &BTreeSet<Option<HotelCode>>,
    ) -> Result<BTreeMap<Option<HotelCode>, u64>, StoreError>;
    /// Writes what a batch changed.
    fn save(&mut self, batch: &Batch<'_>) -> Result<(), StoreError>;
    /// Makes it last.
    fn commit(&mut self) -> Result<Heard, StoreError>;
    /// Undoes it.
    fn rollback(&mut self);
}
