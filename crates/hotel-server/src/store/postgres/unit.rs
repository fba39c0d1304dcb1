//! The write unit: one transaction at a time on a connection of its own. It holds the streams of the
//! hotels it touches, so that nobody else decides about them meanwhile, on whatever instance.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::Timestamp;

use hotel_core::decide::needs::Needs;
use hotel_core::event::BookingChange;
use hotel_core::facts::Facts;
use hotel_core::ids::{BookingCode, HotelCode};

use super::address::{Purpose, Shared};
use super::load::{self, Claimed};
use super::save;
use super::session::Session;
use crate::shelf::Shelf;
use crate::store::codes::Codes;
use crate::store::nights::Nights;
use crate::store::{
    Batch, Begun, Claims, CommandKey, Heard, Numbers, StoreError, StoredCommand, Unit,
};

/// A writer.
pub(crate) struct PgUnit {
    session: Session,
    codes: Codes,
    shelf: Shelf,
    nights: Nights,
    claimed: Claimed,
    saved: Option<save::Saved>,
}

impl PgUnit {
    pub(super) fn new(address: Shared, codes: Codes, shelf: Shelf) -> Result<Self, StoreError> {
        let session = Session::new(address, Purpose::Lane)?;
        let (nights, claimed) = Default::default();
        Ok(Self { session, codes, shelf, nights, claimed, saved: None })
    }
}

impl Unit for PgUnit {
    fn codes(&self) -> Codes {
        self.codes.clone()
    }

    fn begin(&mut self, claims: &Claims) -> Result<Begun, StoreError> {
        self.claimed = load::claim(&mut self.session, &self.codes, claims)?;
        for (stream, claimed) in &self.claimed.streams {
            if let Some(hotel) = stream {
                self.nights.stand_at(*hotel, claimed.sequence);
            }
        }
        // A catalogue that another instance has changed is read before anything is decided by it.
        let is_behind = |(stream, claimed): (&Option<HotelCode>, &load::Stream)| {
            stream.filter(|hotel| self.shelf.version(*hotel) < claimed.catalogue)
        };
        let behind: Vec<HotelCode> = self.claimed.streams.iter().filter_map(is_behind).collect();
        if !behind.is_empty() {
            for (hotel, catalogue) in load::catalogues(&mut self.session, &behind)? {
                let version = self.claimed.streams.get(&Some(hotel)).map(|stream| stream.catalogue);
                self.shelf.put(catalogue, version.unwrap_or_default());
            }
        }
        Ok(Begun {
            now: Some(self.claimed.now),
            not_before: self.claimed.streams.values().map(|stream| stream.decided_at).max(),
            numbers: Numbers::These(std::mem::take(&mut self.claimed.numbers)),
            position: None,
        })
    }

    fn results(
        &mut self,
        _: &[CommandKey],
    ) -> Result<HashMap<CommandKey, StoredCommand>, StoreError> {
        Ok(std::mem::take(&mut self.claimed.results))
    }

    fn changes(
        &mut self,
        codes: &BTreeSet<BookingCode>,
    ) -> Result<HashMap<BookingCode, Vec<BookingChange>>, StoreError> {
        if codes.is_empty() {
            return Ok(HashMap::new());
        }
        load::changes(&mut self.session, &self.codes, codes)
    }

    fn bookings(
        &mut self,
        codes: &BTreeSet<BookingCode>,
        facts: &mut Facts,
    ) -> Result<(), StoreError> {
        // Those of commands that were decided before are left out.
        let found = std::mem::take(&mut self.claimed.bookings);
        let named = found.into_iter().filter(|booking| codes.contains(&booking.code));
        facts.bookings.extend(named.map(|booking| (booking.code, booking)));
        Ok(())
    }

    fn lapsed(
        &mut self,
        hotels: &BTreeSet<HotelCode>,
        now: Timestamp,
        facts: &mut Facts,
    ) -> Result<Vec<BookingCode>, StoreError> {
        // Looked for on the way in, by the database's clock; another clock may be ahead of that.
        let found = if now > self.claimed.now && !hotels.is_empty() {
            load::lapsed(&mut self.session, hotels, now)?
        } else {
            std::mem::take(&mut self.claimed.lapsed)
        };
        let mut lapsed = Vec::new();
        for booking in found {
            let is_over = booking.expires_at.is_some_and(|at| at <= now);
            if is_over && hotels.contains(&booking.hotel) {
                lapsed.push(booking.code);
                facts.bookings.insert(booking.code, booking);
            }
        }
        Ok(lapsed)
    }

    fn load(&mut self, needs: &Needs, facts: &mut Facts) -> Result<(), StoreError> {
        load::facts(&mut self.session, &self.codes, needs, (&mut self.nights, facts))
    }

    fn sequences(
        &mut self,
        streams: &BTreeSet<Option<HotelCode>>,
    ) -> Result<BTreeMap<Option<HotelCode>, u64>, StoreError> {
        let last = |stream| self.claimed.streams.get(stream).map_or(0, |stream| stream.sequence);
        Ok(streams.iter().map(|stream| (*stream, last(stream))).collect())
    }

    fn save(&mut self, batch: &Batch<'_>) -> Result<(), StoreError> {
        self.nights.note(batch);
        let saved = save::prepared(&mut self.session, &self.codes, &self.claimed, batch)?;
        self.saved = Some(saved);
        Ok(())
    }

    fn commit(&mut self) -> Result<Heard, StoreError> {
        if let Some(saved) = self.saved.take() {
            saved.commit(&mut self.session)?;
        }
        self.nights.keep();
        Ok(Heard::Later(self.claimed.batch))
    }

    fn rollback(&mut self) {
        self.nights.forget();
        self.saved = None;
        if let Err(error) = self.session.rollback() {
            let error = &error as &dyn std::error::Error;
            tracing::warn!(error, "a transaction could not be rolled back; its session is let go");
        }
    }
}
