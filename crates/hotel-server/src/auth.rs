//! Who is asking: bearer tokens, what they reach, and the secrets behind them.

use std::collections::HashMap;
use std::fmt::Display;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{FromRef, FromRequestParts};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};

use hotel_core::catalogue::Catalogue;
use hotel_core::ids::{BookingCode, HotelCode, UserId};
use hotel_core::people::{Role, User};
use hotel_core::refusal::{Refusal, code};

use crate::failure::{self, Failure};
use crate::sse::Streams;
use crate::state::App;

/// How long a caller is remembered: the longest a revoked token still opens the door.
const REMEMBERED: SignedDuration = SignedDuration::from_secs(5);

/// How many callers are remembered; a large chain's agents and programs.
const CALLERS_MAX: usize = 10_000;

/// What every secret begins with, so that scanners find one that leaked.
const PREFIX: &str = "htl_";

/// Random characters of a secret: 190 bits.
const RANDOM_LEN: usize = 32;

/// Characters of the check sum behind them; 62^6 is more than a CRC-32 can be.
const CHECK_LEN: usize = 6;

const BASE62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// What the handlers share beside the app: what only the door of the house needs.
#[derive(Clone)]
pub(crate) struct Door {
    /// The house.
    pub(crate) app: App,
    /// Callers who came a moment ago.
    pub(crate) callers: Arc<Callers>,
    /// Event streams that are open.
    pub(crate) streams: Arc<Streams>,
}

impl FromRef<Door> for App {
    fn from_ref(door: &Door) -> Self {
        door.app.clone()
    }
}

/// Who asks.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    /// The user.
    pub(crate) user: Arc<User>,
    /// Until when the token opens the door.
    pub(crate) expires_at: Option<Timestamp>,
    secret_hash: [u8; 32],
}

impl Caller {
    /// Returns the hotels the caller may touch; none means all.
    pub(crate) fn scope(&self) -> Vec<HotelCode> {
        self.user.hotels.clone()
    }

    /// Returns a hotel within the caller's scope; outside of it, it looks as if it were not there.
    pub(crate) fn reach(&self, app: &App, hotel: HotelCode) -> Result<Arc<Catalogue>, Refusal> {
        let within = self.user.reaches(hotel).then(|| app.shelf.get(hotel)).flatten();
        within.ok_or_else(|| {
            Refusal::new(code::UNKNOWN_HOTEL, format!("there is no hotel {hotel}"))
                .field("hotel")
                .hint("hotel hotels")
        })
    }

    /// Refuses a booking of a hotel outside the scope, as if it were not there.
    pub(crate) fn sees(&self, booking: BookingCode, hotel: HotelCode) -> Result<(), Refusal> {
        if self.user.reaches(hotel) { Ok(()) } else { Err(unknown_booking(booking)) }
    }

    /// Refuses a caller of too low a role.
    pub(crate) fn needs(&self, role: Role) -> Result<(), Refusal> {
        if self.user.role >= role {
            return Ok(());
        }
        let message = format!("this takes the role {role}; you are {}", self.user.role);
        Err(Refusal::new(code::FORBIDDEN_ROLE, message).hint("hotel whoami"))
    }

    /// Refuses a caller whose token has run out.
    pub(crate) fn in_time(self, now: Timestamp) -> Result<Self, Failure> {
        if self.expires_at.is_some_and(|at| at <= now) {
            Err(Failure::new(failure::AUTH_EXPIRED, "the token has expired")
                .hint("hotel profile add"))
        } else {
            Ok(self)
        }
    }
}

/// Refuses a booking that is not there, or not for the caller.
pub(crate) fn unknown_booking(booking: impl Display) -> Refusal {
    Refusal::new(code::UNKNOWN_BOOKING, format!("there is no booking {booking}"))
        .field("booking")
        .hint("hotel list")
}

impl FromRequestParts<Door> for Caller {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, door: &Door) -> Result<Self, Failure> {
        let secret = bearer(parts)?;
        door.callers.find(&door.app, hash(secret)).await
    }
}

fn bearer(parts: &Parts) -> Result<&str, Failure> {
    let missing = || {
        Failure::new(failure::AUTH_MISSING, "the request has no `Authorization: Bearer …` header")
            .hint("hotel profile add")
    };
    let given = parts.headers.get(AUTHORIZATION).ok_or_else(missing)?;
    let (scheme, secret) =
        given.to_str().ok().and_then(|text| text.split_once(' ')).ok_or_else(missing)?;
    let secret = secret.trim();
    if !scheme.eq_ignore_ascii_case("bearer") || secret.is_empty() {
        return Err(missing());
    }
    // A mistyped secret is known by its check sum, without a look into the database.
    if is_secret(secret) { Ok(secret) } else { Err(unknown()) }
}

fn unknown() -> Failure {
    Failure::new(failure::AUTH_UNKNOWN, "the token is not known, or was revoked")
        .hint("hotel profile add")
}

/// Callers who came a moment ago, so that a request seldom costs a look into the database.
#[derive(Default)]
pub(crate) struct Callers {
    seen: Mutex<HashMap<[u8; 32], (Timestamp, Caller)>>,
}

impl Callers {
    /// Returns the caller behind a secret's hash.
    pub(crate) async fn find(&self, app: &App, hash: [u8; 32]) -> Result<Caller, Failure> {
        let now = app.clock.now();
        if let Some(caller) = self.remembered(hash, now) {
            return caller.in_time(now);
        }
        let found = app.queries.caller(hash).await?.ok_or_else(unknown)?;
        let caller =
            Caller { user: Arc::new(found.user), expires_at: found.expires_at, secret_hash: hash };
        self.remember(caller.clone(), now);
        caller.in_time(now)
    }

    /// Returns the caller once more, as the database knows it now.
    pub(crate) async fn again(&self, app: &App, caller: &Caller) -> Result<Caller, Failure> {
        self.find(app, caller.secret_hash).await
    }

    fn remembered(&self, hash: [u8; 32], now: Timestamp) -> Option<Caller> {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.get(&hash).filter(|(at, _)| is_fresh(*at, now)).map(|(_, caller)| caller.clone())
    }

    fn remember(&self, caller: Caller, now: Timestamp) {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() >= CALLERS_MAX {
            seen.retain(|_, (at, _)| is_fresh(*at, now));
        }
        if seen.len() < CALLERS_MAX {
            seen.insert(caller.secret_hash, (now, caller));
        }
    }
}

fn is_fresh(at: Timestamp, now: Timestamp) -> bool {
    // A clock that was set back makes nothing fresh.
    (SignedDuration::ZERO..REMEMBERED).contains(&now.duration_since(at))
}

/// Returns the hash under which the house knows a secret.
pub fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// Makes a secret that nothing can make again: the first administrator's.
pub fn new_secret() -> String {
    let mut key = [0; 32];
    // Without randomness there is no safe secret, and nothing a caller could do about it.
    getrandom::fill(&mut key).expect("the machine gives no randomness");
    secret(&key, UserId(uuid::Uuid::nil()), "")
}

/// Makes the secret of a token: the same for the same command, so that the answer to a repeated
/// command is the same although the house never stores the secret.
pub fn secret(token_key: &[u8; 32], principal: UserId, command: &str) -> String {
    let mut text = String::from(PREFIX);
    let mut block: u8 = 0;
    while text.len() < PREFIX.len() + RANDOM_LEN {
        let missing = PREFIX.len() + RANDOM_LEN - text.len();
        let bytes = secret_block(token_key, principal, command, block);
        // Bytes from 248 on are left out, as they would make some letters likelier than others.
        let letters = bytes.into_iter().filter(|byte| *byte < 248);
        text.extend(letters.take(missing).map(|byte| base62(u32::from(byte))));
        block = block.wrapping_add(1);
    }
    let check = check_sum(&text);
    text + &check
}

fn secret_block(key: &[u8; 32], principal: UserId, command: &str, block: u8) -> [u8; 32] {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return [0; 32] };
    mac.update(b"token");
    mac.update(&[block]);
    mac.update(principal.0.as_bytes());
    mac.update(command.as_bytes());
    mac.finalize().into_bytes().into()
}

/// Tells whether a text has the form of a secret and its check sum fits.
pub fn is_secret(text: &str) -> bool {
    let len = PREFIX.len() + RANDOM_LEN;
    text.len() == len + CHECK_LEN
        && text.is_ascii()
        && text.starts_with(PREFIX)
        && check_sum(&text[..len]) == text[len..]
}

fn check_sum(text: &str) -> String {
    let mut rest = crc32(text.as_bytes());
    let mut letters = [' '; CHECK_LEN];
    for letter in letters.iter_mut().rev() {
        *letter = base62(rest);
        rest /= 62;
    }
    letters.iter().collect()
}

fn base62(number: u32) -> char {
    char::from(BASE62[(number % 62) as usize])
}

/// The CRC-32 of ISO 3309, as in zip and in GitHub's tokens.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANN: UserId = UserId(uuid::Uuid::from_u128(1));
    const BOB: UserId = UserId(uuid::Uuid::from_u128(2));

    #[test]
    fn a_repeated_command_gets_the_same_secret_and_another_one_another() {
        let first = secret(&[7; 32], ANN, "key-1");
        assert_eq!(first, secret(&[7; 32], ANN, "key-1"));
        for other in [
            secret(&[7; 32], ANN, "key-2"),
            secret(&[7; 32], BOB, "key-1"),
            secret(&[8; 32], ANN, "key-1"),
        ] {
            assert_ne!(first, other);
        }
    }

    #[test]
    fn a_secret_has_prefix_length_and_check() {
        let made = secret(&[7; 32], ANN, "key-1");
        assert_eq!(made.len(), 42);
        assert!(made.starts_with("htl_") && is_secret(&made), "{made}");
    }

    #[test]
    fn a_mistyped_secret_is_none() {
        let made = secret(&[7; 32], ANN, "key-1");
        let swapped = made.replacen(&made[10..11], if &made[10..11] == "a" { "b" } else { "a" }, 1);
        for text in ["", "htl_", "secret", &made[..41], &format!("{made}0"), &swapped] {
            assert!(!is_secret(text), "{text}");
        }
    }

    #[test]
    fn the_check_sum_is_the_known_one() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    fn caller(hash: u8) -> Caller {
        let user = User {
            id: ANN,
            name: "ann".parse().unwrap(),
            role: Role::Agent,
            hotels: vec!["BER-ADLER".parse().unwrap()],
            active: true,
        };
        Caller { user: Arc::new(user), expires_at: Some(at(100)), secret_hash: [hash; 32] }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_caller_is_remembered_for_five_seconds() {
        let callers = Callers::default();
        callers.remember(caller(1), at(10));
        assert!(callers.remembered([1; 32], at(14)).is_some());
        assert!(callers.remembered([1; 32], at(15)).is_none());
        assert!(callers.remembered([1; 32], at(9)).is_none());
        assert!(callers.remembered([2; 32], at(10)).is_none());
    }

    #[test]
    fn a_token_ends_at_its_moment() {
        assert!(caller(1).in_time(at(99)).is_ok());
        assert_eq!(caller(1).in_time(at(100)).unwrap_err().problem().code, "auth.expired");
    }

    #[test]
    fn a_booking_outside_the_scope_looks_like_none() {
        let booking = BookingCode::from_value(7).unwrap();
        assert!(caller(1).sees(booking, "BER-ADLER".parse().unwrap()).is_ok());
        let refusal = caller(1).sees(booking, "PAR-LOUVRE".parse().unwrap()).unwrap_err();
        assert_eq!(refusal.code, "booking.not_found");
    }

    #[test]
    fn an_agent_is_no_admin() {
        assert_eq!(caller(1).needs(Role::Admin).unwrap_err().code, "forbidden.role");
        assert!(caller(1).needs(Role::Agent).is_ok());
    }
}
