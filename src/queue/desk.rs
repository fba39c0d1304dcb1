//! The desk: where a command hands over its changes. It enters each in the journal, and says what became of
//! it.

use std::cell::{OnceCell, RefCell};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use hotel_core::ids::IdempotencyKey;
use hotel_core::ids::provisional::ProvisionalCode;
use jiff::Timestamp;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use uuid::Builder;

use super::fate::{Pause, Waits, fate};
use crate::api::RawAnswer;
use crate::api::ledger::{self, Change, Ledger};
use crate::cache::file::DataFile;
use crate::cache::journal::{
    Entered, Entry, Journal, NewOperation, Operation, Request, Sender, State, Verb, Whose,
};
use crate::clock;
use crate::config::Token;
use crate::crash;
use crate::error::{CliError, codes};

/// What is done about a change while the server can't be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub(crate) enum Offline {
    /// It waits, if it is one that may.
    #[default]
    Queue,
    /// It fails.
    Fail,
    /// It waits even if the server can be reached, and nothing is asked of it.
    Only,
}

/// What was typed; of a batch, the line that is carried out.
pub(crate) type Argv = Rc<RefCell<Vec<String>>>;

/// A desk of one command. The journal is opened by the first change.
pub(crate) struct Desk {
    folder: PathBuf,
    open: OnceCell<Open>,
    whose: Whose,
    argv: Argv,
    offline: Offline,
}

struct Open {
    journal: Journal,
    sender: Sender,
}

/// The part of a booking's body that gives it a name.
#[derive(Deserialize)]
struct Called {
    provisional: Option<ProvisionalCode>,
}

impl Desk {
    /// Makes the desk of a command, over the journal in a folder.
    pub(crate) fn new(folder: &Path, whose: Whose, argv: Argv, offline: Offline) -> Self {
        Self { folder: folder.to_owned(), open: OnceCell::new(), whose, argv, offline }
    }

    fn open(&self) -> Result<&Open, CliError> {
        if let Some(open) = self.open.get() {
            return Ok(open);
        }
        let file = DataFile::open(&self.folder).map_err(|error| error.hint("--no-journal"))?;
        let open = Open { journal: Journal::new(file), sender: Sender::new(&self.folder)? };
        Ok(self.open.get_or_init(|| open))
    }

    fn new_operation(&self, change: &Change<'_>, now: Timestamp) -> NewOperation {
        let request = Request {
            method: change.method.to_owned(),
            path: change.path.to_owned(),
            if_version: change.write.version,
            body: change.body.to_vec(),
        };
        let called = serde_json::from_slice::<Called>(change.body).ok();
        let waiting = change.write.waiting.clone();
        let later = waiting.expires_in.and_then(|span| now.checked_add(span).ok());
        NewOperation {
            key: change.write.key.clone(),
            whose: self.whose.clone(),
            argv: self.argv.borrow().clone(),
            request,
            provisional: called.and_then(|called| called.provisional),
            base: waiting.base,
            alternatives: waiting.alternatives,
            after: waiting.after,
            expires_at: waiting.expires_at.or(later),
            supersedes: None,
        }
    }

    /// Lets what may not wait go only if nothing waits that it would overtake.
    fn refuse_overtaking(&self, new: &NewOperation) -> Result<(), CliError> {
        let Some(behind) = self.open()?.journal.would_follow(new)? else { return Ok(()) };
        let message = format!("operation {behind} on the same booking comes first, and waits");
        Err(CliError::of(codes::QUEUE_BEHIND, message)
            .hint("hotel queue run")
            .hint(format!("hotel queue show {behind}")))
    }
}

impl Ledger for Desk {
    fn enter(&self, change: &Change<'_>) -> Result<ledger::Entry, CliError> {
        let open = self.open()?;
        let now = clock::now();
        let new = self.new_operation(change, now);
        let may_wait = new.may_wait() && self.offline != Offline::Fail;
        if !may_wait {
            self.refuse_overtaking(&new)?;
        }
        if self.offline == Offline::Only && !may_wait {
            let message = "this can't wait in the queue, and --offline=only is set";
            return Err(hinted(CliError::of(codes::NETWORK_OFFLINE, message), &new));
        }
        let entry = match self.offline {
            Offline::Only => Entry::Waiting,
            Offline::Queue | Offline::Fail => Entry::Sending(open.sender.name()),
        };
        crash::point("enter");
        let entered = open.journal.enter(&new, entry, now)?;
        crash::point("entered");
        match entered {
            Entered::Mine(number) | Entered::Before(number) => {
                Ok(ledger::Entry { number, is_patient: !may_wait })
            }
            Entered::Waits { seq, behind } => {
                let why = behind.map_or_else(
                    || "--offline=only is set".to_owned(),
                    |behind| format!("operation {behind} comes first"),
                );
                Err(waits(seq, (behind, &why), &new))
            }
        }
    }

    fn settle(
        &self,
        number: u64,
        reply: Result<RawAnswer, CliError>,
    ) -> Result<RawAnswer, CliError> {
        crash::point("answered");
        let open = self.open()?;
        let journal = &open.journal;
        let Some(Operation { entered: new, state: State::Sending, .. }) =
            journal.operation(number)?
        else {
            return reply.map_err(|error| error.op_id(number.to_string()));
        };
        let verb = new.request.errand().verb;
        let mut fate = fate(verb, reply.as_ref(), Waits::Agent);
        let may_wait = new.may_wait() && self.offline != Offline::Fail;
        if fate.outcome.state == State::Queued && !may_wait {
            // The agent hears that nothing was done.
            fate.outcome.state = State::Dropped;
        }
        journal.settle(number, open.sender.name(), &fate.outcome, clock::now())?;
        crash::point("settled");
        if fate.pause.is_none() && fate.outcome.answer.is_some() {
            journal.pause(None)?;
        }
        reply.map_err(|error| match (fate.outcome.state, fate.pause) {
            (State::Queued, Some(Pause::Link(_))) => waits(number, (None, &error.message), &new),
            (State::InDoubt, _) if may_wait => {
                waits(number, (None, "it was sent, and no answer came: it may be done"), &new)
            }
            (State::Dropped, _) => hinted(error.op_id(number.to_string()), &new),
            (_, _) => error.op_id(number.to_string()),
        })
    }
}

/// Says what a booking would need to wait.
fn hinted(error: CliError, new: &NewOperation) -> CliError {
    if new.request.errand().verb == Verb::Book && !new.may_wait() {
        return error
            .why("without the server a booking needs the most that it may cost")
            .hint("--max-price AMOUNT");
    }
    error
}

/// Returns the code under which a booking is known until the house gives one: the same for every attempt
/// under a key.
pub(crate) fn provisional_of(key: &IdempotencyKey) -> Result<ProvisionalCode, CliError> {
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let digest = Sha256::digest(key.as_str());
    // Two bookings of a house that are called the same can't be told apart: of a million, one in a
    // thousand is.
    let letters = digest.iter().take(6).map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
    let code: String = std::iter::once('~').chain(letters).collect();
    code.parse().map_err(|_| CliError::internal("a provisional code is none"))
}

/// Returns the key of what is tried after what a key names was refused: the same each time, so that who
/// repeats the first repeats what came of it.
pub(crate) fn following(key: &IdempotencyKey) -> Result<IdempotencyKey, CliError> {
    let digest = Sha256::new().chain_update("after ").chain_update(key.as_str()).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    IdempotencyKey::try_from(Builder::from_custom_bytes(bytes).into_uuid().to_string())
        .map_err(|error| CliError::internal(error.to_string()))
}

/// Says that a change waits; behind another one, if one is named.
fn waits(number: u64, (behind, why): (Option<u64>, &str), new: &NewOperation) -> CliError {
    let is_booking = new.request.errand().booking.is_none();
    let what = match new.provisional.filter(|_| is_booking) {
        Some(code) => format!("REQUESTED, not confirmed: {code} waits as operation {number}"),
        None => format!("not done yet: it waits as operation {number}"),
    };
    CliError::of(codes::QUEUE_WAITS, what)
        .why(why)
        .hint(format!("hotel queue show {number}"))
        .note("it is sent once, when the link is back.")
        .idempotency_key(new.key.as_str())
        .op_id(number.to_string())
        .details(serde_json::json!({ "behind": behind }))
}

/// Returns who has a token, as far as this machine can tell without asking the house.
pub(crate) fn whose(server: &str, token: &Token) -> Whose {
    let digest = Sha256::digest(token.expose().as_bytes());
    let digits =
        digest.iter().take(8).fold(String::new(), |digits, byte| format!("{digits}{byte:02x}"));
    Whose { server: server.trim_end_matches('/').to_owned(), principal: format!("token:{digits}") }
}
