//! Moving house: out of a Postgres that may be in use, and into one that holds nothing.

use std::cell::RefCell;
use std::sync::Arc;

use tokio_postgres::Row;

use hotel_core::command::people::Token;
use hotel_core::event::Event;
use hotel_core::facts::Facts;
use hotel_core::ids::BookingCode;
use hotel_core::people::Guest;
use hotel_core::text::Note;
use hotel_core::wire::verify::{VerifyProgress, VerifyReport};

use super::address::{Address, Purpose, Shared};
use super::cursor::{Cursor, Source as Rows, source};
use super::load::{self, Claimed};
use super::rows::{
    code_of, count, counted, event_columns, event_from_row, get, guest_columns, guest_from_row,
    text, token_columns, token_from_row, waiting_batches,
};
use super::session::{Cell, Session};
use super::{audit, save, schema};
use crate::store::codes::Codes;
use crate::store::copy::{Answer, Each, Secret, Source, Target};
use crate::store::words::{parsed, unreadable};
use crate::store::{Batch, Claims, StoreError};

/// The name of the secret that is there while a house is filled.
pub(super) const ARRIVING: &str = "arriving";

/// Batches saved before the feed takes them in.
const TAKE_IN_EVERY: u64 = 1_000;

fn shared(url: &str) -> Result<Shared, StoreError> {
    Ok(Arc::new(url.parse::<Address>()?))
}

/// A house that is read, all of one moment.
pub(in crate::store) struct Departure {
    session: RefCell<Session>,
    codes: Codes,
}

const TAKE_IN: &str = "SELECT take_in(1000000) AS reached";

const BEGIN: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

const IS_HOUSE: &str = "SELECT to_regclass('refinery_schema_history') IS NOT NULL \
       AND to_regclass('meta') IS NOT NULL AS is_house";

const VERSION: &str = "SELECT coalesce(max(version), 0)::bigint AS version \
     FROM refinery_schema_history";

// What else stands there is said by the migrations of each place.
const SECRETS: &str = "SELECT meta.name, meta.value FROM meta WHERE meta.name <> 'works_from' \
     ORDER BY meta.name";

const EVENTS: &str = "SELECT feed.position FROM feed WHERE feed.id = 1";

// By their keys, a batch after the other: a plan that puts the whole log aside first is as large as it.
const BY_KEYS: &str = "SELECT set_config('enable_hashjoin', 'off', true), \
     set_config('enable_mergejoin', 'off', true)";
const BY_ANY_WAY: &str = "SELECT set_config('enable_hashjoin', 'on', true), \
     set_config('enable_mergejoin', 'on', true)";

static LOG: Rows = source!(
    "log",
    "SELECT ",
    event_columns!(),
    " FROM batch JOIN event ON event.batch = batch.id WHERE batch.position IS NOT NULL \
     ORDER BY batch.position, event.place",
);

static LOG_WAITING: Rows = source!(
    "log_waiting",
    "SELECT ",
    event_columns!(),
    " FROM ",
    waiting_batches!(),
    " JOIN event ON event.batch = batch.id ORDER BY batch.position, event.place",
);

static GUESTS: Rows =
    source!("guests", "SELECT ", guest_columns!(), " FROM guest ORDER BY guest.id");

static REQUESTS: Rows = source!(
    "requests",
    "SELECT booking_request.booking, booking_request.text FROM booking_request \
     WHERE booking_request.booking IN (SELECT event.booking FROM event) \
     ORDER BY booking_request.booking",
);

static ANSWERS: Rows = source!(
    "answers",
    "SELECT command.principal, command.key, command.fingerprint, command.status, command.etag, \
       command.booking, command.changes, command.body, command.decided_at FROM command \
     ORDER BY command.decided_at, command.principal, command.key",
);

static TOKENS: Rows =
    source!("tokens", "SELECT ", token_columns!(), " FROM token ORDER BY token.id");

impl Departure {
    /// Opens a house, and holds on to the state in which it is.
    pub(in crate::store) fn of(url: &str) -> Result<Self, StoreError> {
        let address = shared(url)?;
        let mut session = Session::new(Arc::clone(&address), Purpose::Keep)?;
        if !get::<bool>(&one(&mut session, IS_HOUSE)?, "is_house")? {
            return Err(StoreError::Open(format!("{address} holds no house")));
        }
        let theirs = get::<i64>(&one(&mut session, VERSION)?, "version")?;
        let ours = schema::version();
        if theirs != ours {
            return Err(StoreError::Open(format!(
                "{address} has schema version {theirs}, this program writes {ours}: let this \
                 version's `hotel serve` open it once, which brings it up to date"
            )));
        }
        match session.ask(&[(TAKE_IN, vec![])]) {
            // Whoever is in the way takes in as well, and what waits is read as it waits.
            Ok(_) | Err(StoreError::Conflict(_)) => {}
            Err(error) => return Err(error),
        }
        session.ask(&[(BEGIN, vec![])])?;
        let secrets = secrets(&mut session)?;
        if secrets.iter().any(|(name, _)| name == ARRIVING) {
            return Err(super::half_a_house(&address));
        }
        let codes = secrets.iter().find(|(name, _)| name == "booking_codes");
        let codes = codes.ok_or_else(|| StoreError::Open(format!("{address} holds no house")))?;
        let codes = Codes::new(parsed("secret", codes.1.as_slice().try_into())?);
        Ok(Self { session: RefCell::new(session), codes })
    }

    /// Gives what is read of the rows of a source.
    fn each<T>(
        &self,
        source: &'static Rows,
        read: impl FnMut(&Row) -> Result<T, StoreError>,
        each: Each<'_, T>,
    ) -> Result<(), StoreError> {
        for value in Cursor::open(&self.session, source, read)? {
            each(value?)?;
        }
        Ok(())
    }
}

fn one(session: &mut Session, sql: &'static str) -> Result<Row, StoreError> {
    let answered = session.ask(&[(sql, vec![])])?;
    answered.into_iter().flatten().next().ok_or_else(|| unreadable("row"))
}

fn secrets(session: &mut Session) -> Result<Vec<Secret>, StoreError> {
    let answered = session.ask(&[(SECRETS, vec![])])?;
    answered.iter().flatten().map(|row| Ok((get(row, "name")?, get(row, "value")?))).collect()
}

impl Source for Departure {
    fn codes(&self) -> &Codes {
        &self.codes
    }

    fn events(&self) -> Result<u64, StoreError> {
        counted(&one(&mut self.session.borrow_mut(), EVENTS)?, "position")
    }

    fn secrets(&self) -> Result<Vec<Secret>, StoreError> {
        secrets(&mut self.session.borrow_mut())
    }

    fn log(&self, each: Each<'_, Event>) -> Result<(), StoreError> {
        one(&mut self.session.borrow_mut(), BY_KEYS)?;
        self.each(&LOG, |row| event_from_row(row, &self.codes), each)?;
        self.each(&LOG_WAITING, |row| event_from_row(row, &self.codes), each)?;
        one(&mut self.session.borrow_mut(), BY_ANY_WAY).map(drop)
    }

    fn guests(&self, each: Each<'_, Guest>) -> Result<(), StoreError> {
        self.each(&GUESTS, guest_from_row, each)
    }

    fn requests(&self, each: Each<'_, (BookingCode, Note)>) -> Result<(), StoreError> {
        let read = |row: &Row| {
            Ok((code_of(get(row, "booking")?, &self.codes)?, text(row, "text", "note")?))
        };
        self.each(&REQUESTS, read, each)
    }

    fn answers(&self, each: Each<'_, Answer>) -> Result<(), StoreError> {
        let read = |row: &Row| {
            let (key, answer) = load::result_from_row(row, &self.codes)?;
            Ok((key, answer, get(row, "decided_at")?))
        };
        self.each(&ANSWERS, read, each)
    }

    fn tokens(&self, each: Each<'_, Token>) -> Result<(), StoreError> {
        self.each(&TOKENS, token_from_row, each)
    }
}

/// A house that is filled. Until it is whole a mark keeps servers away.
pub(in crate::store) struct Arrival {
    address: Shared,
    session: Session,
    codes: Option<Codes>,
    claimed: Claimed,
    /// Batches that were saved.
    batches: u64,
}

const HOLDS_NOTHING: &str = "SELECT NOT EXISTS (SELECT 1 FROM pg_class \
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')) AS is_empty";

// Nothing needs to last until it is whole; and tables that were empty a moment ago are read by keys, as
// the lanes do.
const SETTINGS: &str = "SELECT set_config('synchronous_commit', 'off', false), \
     set_config('plan_cache_mode', 'force_generic_plan', false), \
     set_config('enable_seqscan', 'off', false), set_config('enable_hashjoin', 'off', false), \
     set_config('enable_mergejoin', 'off', false)";

const NEW_SECRET: &str = "INSERT INTO meta (name, value) VALUES ($1, $2)";

const TAKE_SOME_IN: &str = "SELECT take_in(10000) AS reached";

const NUMBERS_GIVEN: &str = "SELECT setval('booking_number', \
     greatest((SELECT max(booking.number) FROM booking), 1), \
     EXISTS (SELECT 1 FROM booking)) AS number";

const LAST: &str = "SELECT set_config('synchronous_commit', 'on', false)";
const WHOLE: &str = "DELETE FROM meta WHERE name = $1";

impl Arrival {
    /// Looks that nothing is in the way.
    pub(in crate::store) fn at(url: &str) -> Result<Self, StoreError> {
        let address = shared(url)?;
        let mut session = Session::new(Arc::clone(&address), Purpose::Keep)?;
        if !get::<bool>(&one(&mut session, HOLDS_NOTHING)?, "is_empty")? {
            return Err(StoreError::Open(format!(
                "{address} holds tables already; it was left as it is: name a database of its own, \
                 CREATE DATABASE makes one"
            )));
        }
        Ok(Self { address, session, codes: None, claimed: Claimed::default(), batches: 0 })
    }
}

impl Target for Arrival {
    fn gives_positions(&self) -> bool {
        true
    }

    fn begin(&mut self, codes: &Codes, secrets: &[Secret]) -> Result<(), StoreError> {
        let address = Arc::clone(&self.address);
        self.session.block_on(async move { schema::migrate(&address).await })?;
        self.session.ask(&[(SETTINGS, vec![])])?;
        let nothing: &[u8] = &[];
        self.session.ask(&[(NEW_SECRET, vec![&ARRIVING, &nothing])])?;
        for (name, value) in secrets {
            self.session.ask(&[(NEW_SECRET, vec![name as Cell<'_>, value])])?;
        }
        self.codes = Some(codes.clone());
        Ok(())
    }

    fn claim(&mut self, claims: &Claims, facts: &mut Facts) -> Result<(), StoreError> {
        let codes = self.codes.as_ref().ok_or(StoreError::Closing)?;
        self.claimed = load::claim(&mut self.session, codes, claims)?;
        let found = std::mem::take(&mut self.claimed.bookings);
        facts.bookings.extend(found.into_iter().map(|booking| (booking.code, booking)));
        Ok(())
    }

    fn save(&mut self, batch: &Batch<'_>) -> Result<(), StoreError> {
        let codes = self.codes.as_ref().ok_or(StoreError::Closing)?;
        save::prepared(&mut self.session, codes, &self.claimed, batch)?
            .commit(&mut self.session)?;
        self.batches += 1;
        if self.batches.is_multiple_of(TAKE_IN_EVERY) {
            self.session.ask(&[(TAKE_SOME_IN, vec![])])?;
        }
        Ok(())
    }

    fn finish(
        &mut self,
        position: u64,
        tell: &mut dyn FnMut(VerifyProgress) -> bool,
    ) -> Result<VerifyReport, StoreError> {
        let codes = self.codes.take().ok_or(StoreError::Closing)?;
        let reached = get::<i64>(&one(&mut self.session, TAKE_SOME_IN)?, "reached")?;
        if reached != count(position) {
            return Err(StoreError::Open(format!(
                "the log reached to position {position} and reaches to {reached} in the new place: \
                 somebody else has written there"
            )));
        }
        self.session.ask(&[(NUMBERS_GIVEN, vec![])])?;
        let report = audit::verify(Arc::clone(&self.address), &codes, tell)?;
        self.session.ask(&[(LAST, vec![])])?;
        // What is committed last makes all lasting that was committed before.
        self.session.ask(&[(WHOLE, vec![&ARRIVING])])?;
        Ok(report)
    }

    fn abandon(&mut self) -> Result<(), StoreError> {
        // The mark stays, and whoever comes is told.
        Ok(())
    }
}
