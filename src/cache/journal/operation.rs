//! An operation: one change that an agent asked for, as it is sent and what became of it.

use std::fmt;
use std::str::FromStr;

use hotel_core::command::booking::Intent;
use hotel_core::ids::IdempotencyKey;
use hotel_core::ids::provisional::{BookingRef, ProvisionalCode};
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::IgnoredAny;
use sha2::{Digest as _, Sha256};

/// What became of an operation. What is blocked or paused follows from others, and is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum State {
    /// It waits for the link.
    Queued,
    /// A process is sending it.
    Sending,
    /// It was sent, and no answer came: it may have been done.
    InDoubt,
    /// The agent keeps it back.
    Held,
    /// The house refused it, and a person has to say how to go on.
    Conflict,
    /// Done.
    Applied,
    /// Done without effect: it was so already.
    Noop,
    /// Refused for good.
    Rejected,
    /// Its time ran out before it was sent.
    Expired,
    /// Another operation took its place.
    Superseded,
    /// The agent gave it up.
    Dropped,
}

impl State {
    /// All of them.
    pub(crate) const ALL: [Self; 11] = [
        Self::Queued,
        Self::Sending,
        Self::InDoubt,
        Self::Held,
        Self::Conflict,
        Self::Applied,
        Self::Noop,
        Self::Rejected,
        Self::Expired,
        Self::Superseded,
        Self::Dropped,
    ];

    /// Returns the word for it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::InDoubt => "in_doubt",
            Self::Held => "held",
            Self::Conflict => "conflict",
            Self::Applied => "applied",
            Self::Noop => "noop",
            Self::Rejected => "rejected",
            Self::Expired => "expired",
            Self::Superseded => "superseded",
            Self::Dropped => "dropped",
        }
    }

    /// Tells whether nothing will become of it any more.
    pub(crate) fn is_final(self) -> bool {
        match self {
            Self::Queued | Self::Sending | Self::InDoubt | Self::Held | Self::Conflict => false,
            Self::Applied
            | Self::Noop
            | Self::Rejected
            | Self::Expired
            | Self::Superseded
            | Self::Dropped => true,
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The text is no state.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is no state of an operation")]
pub(crate) struct UnknownState(String);

impl FromStr for State {
    type Err = UnknownState;

    fn from_str(text: &str) -> Result<Self, UnknownState> {
        let found = Self::ALL.into_iter().find(|state| state.as_str() == text);
        found.ok_or_else(|| UnknownState(text.to_owned()))
    }
}

/// A request that changes something, as it leaves: the same bytes at every attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Request {
    /// The method.
    pub(crate) method: String,
    /// The path with its query, from `/v1/` on.
    pub(crate) path: String,
    /// The version that was seen; another one is refused.
    pub(crate) if_version: Option<u64>,
    /// JSON.
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// Returns what tells it from every other request.
    pub(crate) fn fingerprint(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        let version = self.if_version.map(|version| version.to_string()).unwrap_or_default();
        for part in [self.method.as_bytes(), self.path.as_bytes(), version.as_bytes(), &self.body] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hash.finalize().into()
    }

    /// Returns what it does, which its address tells.
    pub(crate) fn errand(&self) -> Errand {
        let path = self.path.split('?').next().unwrap_or_default();
        let words: Vec<&str> = path.trim_start_matches("/v1/").split('/').collect();
        let (booking, verb) = match (self.method.as_str(), words.as_slice()) {
            ("POST", ["bookings"]) => return Errand { verb: Verb::Book, booking: None },
            ("PATCH", ["bookings", code]) => (code, Verb::Update),
            ("POST", ["bookings", code, verb]) => (code, Verb::of(verb)),
            _ => return Errand { verb: Verb::Other, booking: None },
        };
        match booking.replace("%7E", "~").parse() {
            Ok(booking) => Errand { verb, booking: Some(booking) },
            Err(_) => Errand { verb: Verb::Other, booking: None },
        }
    }
}

/// What an operation does, to which booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Errand {
    /// What it does.
    pub(crate) verb: Verb,
    /// The booking that it changes; a new one has none.
    pub(crate) booking: Option<BookingRef>,
}

/// What an operation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verb {
    /// Sells, holds or waitlists.
    Book,
    /// Changes a booking.
    Update,
    /// Cancels it.
    Cancel,
    /// Assigns a room.
    Assign,
    /// Moves guests to another room.
    Move,
    /// Checks in.
    CheckIn,
    /// Checks out.
    CheckOut,
    /// Changes a booking otherwise.
    Step,
    /// Changes something else.
    Other,
}

impl Verb {
    fn of(word: &str) -> Self {
        match word {
            "cancel" => Self::Cancel,
            "assign" => Self::Assign,
            "move" => Self::Move,
            "check-in" => Self::CheckIn,
            "check-out" => Self::CheckOut,
            _ => Self::Step,
        }
    }

    /// Tells whether it may wait for the link. Money, the hotel's word, and what is for sale never do.
    pub(crate) fn may_wait(self) -> bool {
        match self {
            Self::Book
            | Self::Update
            | Self::Cancel
            | Self::Assign
            | Self::Move
            | Self::CheckIn
            | Self::CheckOut => true,
            Self::Step | Self::Other => false,
        }
    }
}

/// Which house an operation is for, and who asks: nobody else may send it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Whose {
    /// The address of the house.
    pub(crate) server: String,
    /// What tells the token from others.
    pub(crate) principal: String,
}

/// An operation on its way into the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewOperation {
    /// Its name, the same at every attempt.
    pub(crate) key: IdempotencyKey,
    /// For which house, and who asks.
    pub(crate) whose: Whose,
    /// What was typed.
    pub(crate) argv: Vec<String>,
    /// What is sent.
    pub(crate) request: Request,
    /// The code under which it is known until the house gives one.
    pub(crate) provisional: Option<ProvisionalCode>,
    /// The booking as the agent saw it, as JSON.
    pub(crate) base: Option<Vec<u8>>,
    /// What is tried in its place, one after another, if the house refuses it.
    pub(crate) alternatives: Vec<Vec<u8>>,
    /// Operations that it follows, beside the earlier ones of its booking.
    pub(crate) after: Vec<u64>,
    /// When it is of no more use.
    pub(crate) expires_at: Option<Timestamp>,
    /// Which operation it takes the place of.
    pub(crate) supersedes: Option<u64>,
}

impl NewOperation {
    /// Tells whether it may wait for the link. A booking may, if its agent agreed to a price.
    pub(crate) fn may_wait(&self) -> bool {
        /// What of a booking tells whether it may wait.
        #[derive(Deserialize)]
        struct Terms {
            price_max: Option<IgnoredAny>,
            #[serde(default)]
            intent: Intent,
        }
        let verb = self.request.errand().verb;
        let is_agreed = || {
            let terms = serde_json::from_slice::<Terms>(&self.request.body);
            terms.is_ok_and(|terms| terms.price_max.is_some() || terms.intent == Intent::Waitlist)
        };
        verb.may_wait() && (verb != Verb::Book || is_agreed())
    }
}

/// An operation as the journal keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Operation {
    /// Its place in the order; people call it by this.
    pub(crate) seq: u64,
    /// What was entered.
    pub(crate) entered: NewOperation,
    /// What became of it.
    pub(crate) state: State,
    /// When it was entered, by this machine's clock; it decides nothing.
    pub(crate) entered_at: Timestamp,
    /// How often it was sent.
    pub(crate) tries: u32,
    /// What the house answered.
    pub(crate) answer: Option<KeptAnswer>,
    /// What there is to say about it.
    pub(crate) note: Option<String>,
    /// The booking that it made or changed.
    pub(crate) booking: Option<BookingRef>,
    /// The operation that took its place.
    pub(crate) superseded_by: Option<u64>,
    /// The operation that it waits for although that will not be done: it is blocked.
    pub(crate) blocked_by: Option<u64>,
}

/// What the house answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeptAnswer {
    /// The HTTP status.
    pub(crate) status: u16,
    /// JSON.
    pub(crate) body: Vec<u8>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(method: &str, path: &str) -> Request {
        Request { method: method.to_owned(), path: path.to_owned(), if_version: None, body: vec![] }
    }

    fn check(method: &str, path: &str, verb: Verb, booking: Option<&str>) {
        let booking = booking.map(|code| code.parse().unwrap());
        assert_eq!(request(method, path).errand(), Errand { verb, booking });
    }

    #[test]
    fn the_address_tells_what_is_done() {
        check("POST", "/v1/bookings", Verb::Book, None);
        check("PATCH", "/v1/bookings/~K7Q2", Verb::Update, Some("~K7Q2"));
        check("POST", "/v1/bookings/%7EK7Q2/cancel", Verb::Cancel, Some("~K7Q2"));
        check("POST", "/v1/bookings/~K7Q2/check-in?x=1", Verb::CheckIn, Some("~K7Q2"));
        check("POST", "/v1/bookings/~K7Q2/guarantee", Verb::Step, Some("~K7Q2"));
        check("PUT", "/v1/hotels/BER-ADLER", Verb::Other, None);
        check("POST", "/v1/bookings/nothing at all/cancel", Verb::Other, None);
    }

    #[test]
    fn whatever_differs_shows_in_the_fingerprint() {
        let one = request("POST", "/v1/bookings");
        let others = [
            Request { method: "PUT".to_owned(), ..one.clone() },
            Request { path: "/v1/booking".to_owned(), body: b"s".to_vec(), ..one.clone() },
            Request { if_version: Some(1), ..one.clone() },
            Request { body: b"{}".to_vec(), ..one.clone() },
        ];
        assert!(others.iter().all(|other| other.fingerprint() != one.fingerprint()));
    }

    #[test]
    fn states_are_their_words() {
        for state in State::ALL {
            assert_eq!(state.as_str().parse::<State>().unwrap(), state);
        }
    }
}
