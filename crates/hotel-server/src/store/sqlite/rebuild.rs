//! Makes a store anew from the log of another: events are folded again and saved as the engine saves
//! them; what the log does not hold by design is copied.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

use hotel_core::apply::apply;
use hotel_core::event::{Event, EventData};
use hotel_core::facts::{Facts, Occupant, Touched};
use hotel_core::ids::TokenId;
use hotel_core::verb::BookingVerb;
use hotel_core::wire::verify::{VerifyProgress, VerifyReport};

use super::insert::{Cell, Insert};
use super::nights::Places;
use super::reads::audit::verify;
use super::rows::{event_from_row, token_from_row};
use super::{
    BUSY_TIMEOUT, WRITER_CACHE_KIB, cannot_open, inspect, load, lock, migrations, prepare, save,
    secret,
};
use crate::store::codes::Codes;
use crate::store::words::BookingNumbers;
use crate::store::{Batch, Numbers, StoreError};
use crate::verify::TokenTold;

/// Events folded and saved at once, at most.
const BATCH_LEN_MAX: usize = 1_000;

/// How far it has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RebuildProgress {
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

/// Makes a store from the log of another, which is only read, and verifies it. A failure leaves
/// no new file behind.
pub fn rebuild(
    from: &Path,
    to: &Path,
    tell: &mut dyn FnMut(RebuildProgress),
) -> Result<VerifyReport, StoreError> {
    let _lock = lock(to)?;
    if to.exists() {
        let to = to.display();
        return Err(StoreError::Open(format!("{to} is there already: name a file that is not")));
    }
    inspect(from)?;
    // Under another name until it is whole, so that nobody takes half a house for one.
    let part = beside(to, ".part");
    remove(&part)?;
    let made = make(from, &part, tell).and_then(|report| {
        File::open(&part)
            .and_then(|file| file.sync_all())
            .and_then(|()| std::fs::rename(&part, to))
            .map_err(|error| cannot_open(to, &error))?;
        Ok(report)
    });
    if made.is_err() {
        remove(&part)?;
    }
    made
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Removes a database with what SQLite keeps beside it, as far as it is there.
pub(super) fn remove(path: &Path) -> Result<(), StoreError> {
    for path in [beside(path, "-wal"), beside(path, "-shm"), path.to_owned()] {
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(cannot_open(&path, &error));
            }
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

fn make(
    from: &Path,
    part: &Path,
    tell: &mut dyn FnMut(RebuildProgress),
) -> Result<VerifyReport, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let old =
        Connection::open_with_flags(from, flags).map_err(|error| cannot_open(from, &error))?;
    old.busy_timeout(BUSY_TIMEOUT)?;
    // One state of it all, whatever a running server writes meanwhile.
    old.execute_batch("BEGIN")?;
    let mut new = Connection::open(part).map_err(|error| cannot_open(part, &error))?;
    prepare(&new, WRITER_CACHE_KIB)?;
    // Until it is whole nobody uses it, so that nothing needs to last.
    new.pragma_update(None, "synchronous", "OFF")?;
    migrations::migrations::runner().run(&mut new).map_err(|error| {
        StoreError::Open(format!("the tables of {} can't be made: {error}", part.display()))
    })?;
    same_schema(&old, &new, from)?;
    copy(&old, &new, &META)?;
    let codes = Codes::new(secret(&new, "booking_codes")?);
    let fold = fold(&old, &new, &codes, tell)?;
    copy(&old, &new, &GUESTS)?;
    copy(&old, &new, &REQUESTS)?;
    copy(&old, &new, &COMMANDS)?;
    tokens(&old, &new, &codes, fold)?;
    let report = verify(&new, &codes, &mut |progress| {
        tell(RebuildProgress::Verifying(progress));
        true
    })?;
    new.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    new.close().map_err(|(_, error)| error)?;
    Ok(report)
}

const SCHEMA: &str = "SELECT max(version) FROM refinery_schema_history";

fn same_schema(old: &Connection, new: &Connection, from: &Path) -> Result<(), StoreError> {
    let version = |connection: &Connection| -> Result<i64, StoreError> {
        Ok(connection.query_row(SCHEMA, [], |row| row.get(0))?)
    };
    let (theirs, ours) = (version(old)?, version(new)?);
    if theirs == ours {
        return Ok(());
    }
    Err(StoreError::Open(format!(
        "{} has schema version {theirs}, this program writes {ours}: let this version's `hotel \
         serve` open it once, which brings it up to date",
        from.display()
    )))
}

/// A table that is copied: what is read, and what is written of it.
struct Copied {
    select: &'static str,
    insert: Insert,
}

static META: Copied = Copied {
    select: "SELECT meta.name, meta.value FROM meta ORDER BY meta.name",
    insert: Insert::new("INSERT INTO meta (name, value)", 2, ""),
};

static GUESTS: Copied = Copied {
    select: "SELECT guest.id, guest.version, guest.family, guest.given, guest.email, \
             guest.phone, guest.note FROM guest ORDER BY guest.id",
    insert: Insert::new(
        "INSERT INTO guest (id, version, family, given, email, phone, note)",
        7,
        "",
    ),
};

// Wishes for a booking that the log does not know would have nowhere to go.
static REQUESTS: Copied = Copied {
    select: "SELECT booking_request.booking, booking_request.text FROM booking_request \
             WHERE booking_request.booking IN (SELECT event.booking FROM event) \
             ORDER BY booking_request.booking",
    insert: Insert::new("INSERT INTO booking_request (booking, text)", 2, ""),
};

static COMMANDS: Copied = Copied {
    select: "SELECT command.principal, command.key, command.fingerprint, command.status, \
             command.etag, command.booking, command.changes, command.body, command.decided_at \
             FROM command \
             ORDER BY command.principal, command.key",
    insert: Insert::new(
        "INSERT INTO command (principal, key, fingerprint, status, etag, booking, changes, body, \
         decided_at)",
        9,
        "",
    ),
};

/// Copies a table.
fn copy(old: &Connection, new: &Connection, copied: &Copied) -> Result<(), StoreError> {
    let Copied { select, insert } = copied;
    new.execute_batch("BEGIN")?;
    let mut statement = old.prepare(select)?;
    let mut rows = statement.query([])?;
    let mut values: Vec<Value> = Vec::with_capacity(BATCH_LEN_MAX * insert.columns());
    while let Some(row) = rows.next()? {
        for column in 0..insert.columns() {
            values.push(row.get(column)?);
        }
        if values.len() == BATCH_LEN_MAX * insert.columns() {
            insert.run(new, &cells(&values))?;
            values.clear();
        }
    }
    insert.run(new, &cells(&values))?;
    Ok(new.execute_batch("COMMIT")?)
}

fn cells(values: &[Value]) -> Vec<Cell<'_>> {
    values
        .iter()
        .map(|value| match value {
            // A real number stands in no table.
            Value::Null | Value::Real(_) => Cell::Null,
            Value::Integer(number) => Cell::Integer(*number),
            Value::Text(text) => Cell::Text(text),
            Value::Blob(bytes) => Cell::Blob(bytes),
        })
        .collect()
}

const LOG: &str = "SELECT event.position, event.id, event.hotel, event.sequence, event.booking, \
     event.type, event.occurred_at, event.recorded_at, event.actor, event.channel, \
     event.correlation, event.causation, event.data FROM event ORDER BY event.position";

const EVENTS: &str = "SELECT coalesce(max(event.position), 0) AS position FROM event";

/// Folds the log of the old store into the new one.
fn fold<'a>(
    old: &Connection,
    new: &'a Connection,
    codes: &'a Codes,
    tell: &mut dyn FnMut(RebuildProgress),
) -> Result<Fold<'a>, StoreError> {
    let of = old.query_row(EVENTS, [], |row| row.get::<_, i64>("position"))?;
    let of = u64::try_from(of).unwrap_or(0);
    let mut fold =
        Fold { new, codes, facts: Facts::default(), tokens: BTreeMap::new(), events: Vec::new() };
    let mut statement = old.prepare(LOG)?;
    let mut rows = statement.query([])?;
    let mut done = 0;
    while let Some(row) = rows.next()? {
        let event = event_from_row(row, codes)?;
        if fold.is_full(&event) {
            done += fold.save()?;
            tell(RebuildProgress::Folding { done, of });
        }
        fold.events.push(event);
    }
    fold.save()?;
    Ok(fold)
}

/// The fold so far. Catalogues and nights stay in memory; bookings come and go with their batch.
struct Fold<'a> {
    new: &'a Connection,
    codes: &'a Codes,
    facts: Facts,
    tokens: BTreeMap<TokenId, TokenTold>,
    /// The batch that is not folded yet.
    events: Vec<Event>,
}

impl Fold<'_> {
    /// Tells whether the batch must be saved before an event. The fence of the database sees whole
    /// batches alone, and must find none in which more is taken than may be sold. So bookings and
    /// what hotels change are kept apart, since a room may break after a sale; and so the part that a
    /// split makes stays with the one that gave its rooms back.
    fn is_full(&self, next: &Event) -> bool {
        let is_booking = |event: &Event| event.data.as_booking().is_some();
        let is_part = next
            .data
            .as_booking()
            .is_some_and(|change| change.verb == BookingVerb::Split && change.opened.is_some());
        self.events.len() >= BATCH_LEN_MAX && !is_part
            || self.events.last().is_some_and(|last| is_booking(last) != is_booking(next))
    }

    /// Folds and saves the batch, and returns how many events it had.
    fn save(&mut self) -> Result<u64, StoreError> {
        let Some(last) = self.events.last() else { return Ok(0) };
        let decided_at = last.recorded_at;
        let named: BTreeSet<_> = self.events.iter().filter_map(|event| event.booking).collect();
        load::bookings(self.new, self.codes, &named, &mut self.facts)?;
        let mut sequences = BTreeMap::new();
        for event in &self.events {
            sequences.insert(event.hotel, event.sequence);
            if let EventData::Token(change) = &event.data {
                let told = TokenTold { user: change.user.clone(), revoked: change.revoked };
                self.tokens.insert(change.token, told);
            }
            apply(&mut self.facts, event.hotel, event.booking, &event.data);
        }
        self.new.execute_batch("BEGIN")?;
        let batch = Batch {
            facts: &self.facts,
            events: &self.events,
            sequences: &sequences,
            numbers: &Numbers::After(0),
            opened: &HashMap::new(),
            results: &[],
            decided_at,
        };
        save::save(
            self.new,
            (&mut BookingNumbers::of_batch(self.codes, &batch), &Places::default()),
            &batch,
        )?;
        self.new.execute_batch("COMMIT")?;
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

const TOKENS: &str = "SELECT token.id AS token_id, token.user, token.secret_hash, \
     token.created_at, token.expires_at, token.revoked FROM token ORDER BY token.id";

/// Copies the tokens' hashes and times; whose they are and whether they were revoked, the log says.
fn tokens(
    old: &Connection,
    new: &Connection,
    codes: &Codes,
    fold: Fold<'_>,
) -> Result<(), StoreError> {
    let Fold { mut facts, tokens, .. } = fold;
    let mut statement = old.prepare(TOKENS)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut token = token_from_row(row)?;
        let Some(told) = tokens.get(&token.id) else { continue };
        let Some(owner) = facts.users.get(&told.user) else { continue };
        token.user = owner.id;
        token.revoked = told.revoked;
        facts.touched.tokens.insert(token.id);
        facts.tokens.insert(token.id, token);
    }
    new.execute_batch("BEGIN")?;
    let batch = Batch {
        facts: &facts,
        events: &[],
        sequences: &BTreeMap::new(),
        numbers: &Numbers::After(0),
        opened: &HashMap::new(),
        results: &[],
        decided_at: jiff::Timestamp::UNIX_EPOCH,
    };
    save::save(new, (&mut BookingNumbers::of_batch(codes, &batch), &Places::default()), &batch)?;
    Ok(new.execute_batch("COMMIT")?)
}
