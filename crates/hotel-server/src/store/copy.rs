//! Moving house: the log of one store is folded again and saved in another as the engine saves it, and
//! what the log does not hold by design is carried over. Knows no SQL.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;

use hotel_core::apply::apply;
use hotel_core::command::people::Token;
use hotel_core::event::{Event, EventData};
use hotel_core::facts::{Facts, Occupant, Touched};
use hotel_core::ids::{BookingCode, HotelCode, TokenId};
use hotel_core::people::Guest;
use hotel_core::text::Note;
use hotel_core::verb::BookingVerb;
use hotel_core::wire::verify::{VerifyProgress, VerifyReport};

use super::codes::Codes;
use super::database::Database;
use super::{Batch, Claims, CommandKey, Numbers, StoreError, StoredCommand, postgres, sqlite};
use crate::verify::TokenTold;

/// Events or rows folded and saved at once, at most.
pub(super) const BATCH_LEN_MAX: usize = 1_000;

/// How far it has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CopyProgress {
    /// Events are being folded.
    Folding {
        /// How many were.
        done: u64,
        /// How many there are, about.
        of: u64,
    },
    /// The new store is being verified.
    Verifying(VerifyProgress),
}

/// Who is told how far it has come.
type Tell<'a> = dyn FnMut(CopyProgress) + 'a;

/// Whoever is given one thing after another.
pub(super) type Each<'a, T> = &'a mut dyn FnMut(T) -> Result<(), StoreError>;

/// A secret of a house, by its name.
pub(super) type Secret = (String, Vec<u8>);

/// An answer under its key, with the moment when it was decided.
pub(super) type Answer = (CommandKey, StoredCommand, Timestamp);

/// Where a house comes from: one state of it all, whatever a running server writes meanwhile.
pub(super) trait Source {
    /// Returns the permutation between booking numbers and codes.
    fn codes(&self) -> &Codes;
    /// Returns how many events there are, about.
    fn events(&self) -> Result<u64, StoreError>;
    /// Returns the secrets.
    fn secrets(&self) -> Result<Vec<Secret>, StoreError>;
    /// Gives the log by position.
    fn log(&self, each: Each<'_, Event>) -> Result<(), StoreError>;
    /// Gives the guests.
    fn guests(&self, each: Each<'_, Guest>) -> Result<(), StoreError>;
    /// Gives what guests ask for, of bookings that the log knows: others would have nowhere to go.
    fn requests(&self, each: Each<'_, (BookingCode, Note)>) -> Result<(), StoreError>;
    /// Gives the answers by the moment when they were decided.
    fn answers(&self, each: Each<'_, Answer>) -> Result<(), StoreError>;
    /// Gives the tokens.
    fn tokens(&self, each: Each<'_, Token>) -> Result<(), StoreError>;
}

/// Where a house goes: a store that holds nothing, until it is whole.
pub(super) trait Target {
    /// Whether it gives positions by itself: from 1 on without a gap, and one moment a batch.
    fn gives_positions(&self) -> bool;
    /// Makes the tables, and puts the secrets in.
    fn begin(&mut self, codes: &Codes, secrets: &[Secret]) -> Result<(), StoreError>;
    /// Opens a transaction and loads the bookings that are claimed.
    fn claim(&mut self, claims: &Claims, facts: &mut Facts) -> Result<(), StoreError>;
    /// Saves a batch and ends the transaction.
    fn save(&mut self, batch: &Batch<'_>) -> Result<(), StoreError>;
    /// Makes all of it last, and verifies it.
    fn finish(
        &mut self,
        position: u64,
        tell: &mut dyn FnMut(VerifyProgress) -> bool,
    ) -> Result<VerifyReport, StoreError>;
    /// Leaves nothing behind, as far as it may.
    fn abandon(&mut self) -> Result<(), StoreError>;
}

/// Copies a house into a database that holds nothing, and verifies it there. The old one is only read
/// and may be in use. It blocks; no runtime may be at work on this thread.
pub fn copy(
    from: &Database,
    to: &Database,
    tell: &mut dyn FnMut(CopyProgress),
) -> Result<VerifyReport, StoreError> {
    let mut target: Box<dyn Target> = match to {
        Database::File(path) => Box::new(sqlite::Arrival::at(path)?),
        Database::Postgres(url) => Box::new(postgres::Arrival::at(url)?),
    };
    let source: Box<dyn Source> = match from {
        Database::File(path) => Box::new(sqlite::Departure::of(path)?),
        Database::Postgres(url) => Box::new(postgres::Departure::of(url)?),
    };
    let moved = carry(source.as_ref(), target.as_mut(), tell);
    if moved.is_err() {
        target.abandon()?;
    }
    moved
}

fn carry(
    source: &dyn Source,
    target: &mut dyn Target,
    tell: &mut Tell<'_>,
) -> Result<VerifyReport, StoreError> {
    target.begin(source.codes(), &source.secrets()?)?;
    let mut fold = Fold {
        target,
        facts: Facts::default(),
        tokens: BTreeMap::new(),
        events: Vec::new(),
        position: 0,
    };
    let (mut done, of) = (0, source.events()?);
    source.log(&mut |event| {
        if fold.is_full(&event) {
            done += fold.save()?;
            tell(CopyProgress::Folding { done, of });
        }
        fold.push(event)
    })?;
    fold.save()?;
    let Fold { target, facts, tokens, position, .. } = fold;
    let mut rest = Rest { target, facts: Facts::default(), results: Vec::new(), len: 0 };
    rest.guests(source)?;
    rest.tokens(source, (&facts, &tokens))?;
    rest.answers(source)?;
    let target = rest.target;
    target.finish(position, &mut |progress| {
        tell(CopyProgress::Verifying(progress));
        true
    })
}

/// The fold so far. Catalogues and nights stay in memory; bookings come and go with their batch.
struct Fold<'a> {
    target: &'a mut dyn Target,
    facts: Facts,
    tokens: BTreeMap<TokenId, TokenTold>,
    /// The batch that is not folded yet.
    events: Vec<Event>,
    /// The last position.
    position: u64,
}

impl Fold<'_> {
    /// Tells whether the batch must be saved before an event. The fence of the database sees whole
    /// batches alone, and must find none in which more is taken than may be sold. So bookings and
    /// what hotels change are kept apart, since a room may break after a sale; and so the part that a
    /// split makes stays with the one that gave its rooms back.
    fn is_full(&self, next: &Event) -> bool {
        let Some(last) = self.events.last() else { return false };
        let is_booking = |event: &Event| event.data.as_booking().is_some();
        let is_part = next
            .data
            .as_booking()
            .is_some_and(|change| change.verb == BookingVerb::Split && change.opened.is_some());
        self.events.len() >= BATCH_LEN_MAX && !is_part
            || is_booking(last) != is_booking(next)
            || self.target.gives_positions() && last.recorded_at != next.recorded_at
    }

    fn push(&mut self, event: Event) -> Result<(), StoreError> {
        if self.target.gives_positions() && event.position != self.position + 1 {
            return Err(StoreError::Open(format!(
                "the log has a gap after position {}, and cursors would not hold in the new place: \
                 `hotel admin verify` says more",
                self.position
            )));
        }
        self.position = event.position;
        self.events.push(event);
        Ok(())
    }

    /// Folds and saves the batch, and returns how many events it had.
    fn save(&mut self) -> Result<u64, StoreError> {
        let Some(last) = self.events.last() else { return Ok(0) };
        let decided_at = last.recorded_at;
        let claims = Claims {
            hotels: self.events.iter().filter_map(|event| event.hotel).collect(),
            bookings: self.events.iter().filter_map(|event| event.booking).collect(),
            people: self.events.iter().any(|event| event.hotel.is_none()),
            ..Claims::default()
        };
        self.target.claim(&claims, &mut self.facts)?;
        let mut sequences: BTreeMap<Option<HotelCode>, u64> = BTreeMap::new();
        for event in &self.events {
            sequences.insert(event.hotel, event.sequence);
            if let EventData::Token(change) = &event.data {
                let told = TokenTold { user: change.user.clone(), revoked: change.revoked };
                self.tokens.insert(change.token, told);
            }
            apply(&mut self.facts, event.hotel, event.booking, &event.data);
        }
        self.target.save(&Batch {
            facts: &self.facts,
            events: &self.events,
            sequences: &sequences,
            numbers: &Numbers::After(0),
            opened: &HashMap::new(),
            results: &[],
            decided_at,
        })?;
        let touched = std::mem::take::<Touched>(&mut self.facts.touched);
        for key in touched.room_nights {
            // Who sleeps where is kept by the table; only rooms out of order bear on what follows.
            if matches!(self.facts.room_nights.get(&key), Some(Occupant::Booking(_))) {
                self.facts.room_nights.remove(&key);
            }
        }
        self.facts.bookings.clear();
        let done = u64::try_from(self.events.len()).unwrap_or(u64::MAX);
        self.events.clear();
        Ok(done)
    }
}

/// What the log does not hold by design, on its way.
struct Rest<'a> {
    target: &'a mut dyn Target,
    facts: Facts,
    results: Vec<(CommandKey, StoredCommand)>,
    /// How much waits to be saved.
    len: usize,
}

impl Rest<'_> {
    /// Saves what waits.
    fn save(&mut self, decided_at: Timestamp) -> Result<(), StoreError> {
        if self.len == 0 {
            return Ok(());
        }
        self.target.claim(&Claims::default(), &mut Facts::default())?;
        self.target.save(&Batch {
            facts: &self.facts,
            events: &[],
            sequences: &BTreeMap::new(),
            numbers: &Numbers::After(0),
            opened: &HashMap::new(),
            results: &self.results,
            decided_at,
        })?;
        self.facts = Facts::default();
        self.results.clear();
        self.len = 0;
        Ok(())
    }

    /// Saves what waits, if that is enough.
    fn save_if_full(&mut self) -> Result<(), StoreError> {
        self.len += 1;
        if self.len < BATCH_LEN_MAX { Ok(()) } else { self.save(Timestamp::UNIX_EPOCH) }
    }

    /// Carries the guests, and what they ask for.
    fn guests(&mut self, source: &dyn Source) -> Result<(), StoreError> {
        source.guests(&mut |guest| {
            self.facts.touched.guests.insert(guest.id);
            self.facts.guests.insert(guest.id, guest);
            self.save_if_full()
        })?;
        source.requests(&mut |(booking, requests)| {
            self.facts.touched.requests.insert(booking);
            self.facts.requests.insert(booking, requests);
            self.save_if_full()
        })?;
        self.save(Timestamp::UNIX_EPOCH)
    }

    /// Carries the tokens' hashes and times; whose they are and whether they were revoked, the log says.
    fn tokens(
        &mut self,
        source: &dyn Source,
        (facts, told): (&Facts, &BTreeMap<TokenId, TokenTold>),
    ) -> Result<(), StoreError> {
        source.tokens(&mut |mut token| {
            let Some(told) = told.get(&token.id) else { return Ok(()) };
            let Some(owner) = facts.users.get(&told.user) else { return Ok(()) };
            token.user = owner.id;
            token.revoked = told.revoked;
            self.facts.touched.tokens.insert(token.id);
            self.facts.tokens.insert(token.id, token);
            self.save_if_full()
        })?;
        self.save(Timestamp::UNIX_EPOCH)
    }

    /// Carries the answers, those of one moment together.
    fn answers(&mut self, source: &dyn Source) -> Result<(), StoreError> {
        let mut moment = Timestamp::UNIX_EPOCH;
        source.answers(&mut |(key, answer, decided_at)| {
            if decided_at != moment || self.len == BATCH_LEN_MAX {
                self.save(moment)?;
                moment = decided_at;
            }
            self.results.push((key, answer));
            self.len += 1;
            Ok(())
        })?;
        self.save(moment)
    }
}
