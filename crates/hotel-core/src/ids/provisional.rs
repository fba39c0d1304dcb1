//! What a booking is called before the house has given it a code, and whatever a booking may be called.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{ALPHABET, BookingCode, BookingCodeError, CODE_LEN_MAX, Short, digit, text_schema_of};

/// What a provisional code begins with, so that nobody takes it for a booking code.
const MARK: char = '~';

/// Letters of a provisional code at least: a million codes, of which one agent has a few at a time.
pub const PROVISIONAL_LEN_MIN: usize = 4;

/// Letters of a provisional code at most.
pub const PROVISIONAL_LEN_MAX: usize = 8;

/// Why a text is not a provisional code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a provisional code is `~` and {PROVISIONAL_LEN_MIN} to {PROVISIONAL_LEN_MAX} of 0-9 and A-Z \
     without I, L, O and U"
)]
pub struct ProvisionalCodeError;

/// A booking, by the code that a client gave it while it could not ask the house: `~K7Q2`.
///
/// The letters are those of booking codes, read as leniently. It is unique by chance alone, so that
/// two bookings may have the same one. The house keeps it with the booking for ever.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ProvisionalCode(Short);

impl ProvisionalCode {
    /// Returns the code as text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for ProvisionalCode {
    type Err = ProvisionalCodeError;

    fn from_str(text: &str) -> Result<Self, ProvisionalCodeError> {
        let letters = text.strip_prefix(MARK).ok_or(ProvisionalCodeError)?;
        let (mut bytes, mut len) = ([0; CODE_LEN_MAX], 1);
        bytes[0] = MARK as u8;
        for character in letters.chars().filter(|character| !matches!(character, '-' | ' ')) {
            let digit = digit(character).ok_or(ProvisionalCodeError)?;
            if usize::from(len) > PROVISIONAL_LEN_MAX {
                return Err(ProvisionalCodeError);
            }
            bytes[usize::from(len)] = ALPHABET[usize::from(digit)];
            len += 1;
        }
        if usize::from(len) > PROVISIONAL_LEN_MIN {
            Ok(Self(Short { bytes, len }))
        } else {
            Err(ProvisionalCodeError)
        }
    }
}

impl TryFrom<String> for ProvisionalCode {
    type Error = ProvisionalCodeError;
    fn try_from(text: String) -> Result<Self, ProvisionalCodeError> {
        text.parse()
    }
}

impl From<ProvisionalCode> for String {
    fn from(code: ProvisionalCode) -> Self {
        code.as_str().to_owned()
    }
}

impl fmt::Display for ProvisionalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for ProvisionalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

text_schema_of!(
    ProvisionalCode,
    "the code a client gave a booking while it could not ask the house",
    "~K7Q2",
    Some("^~[0-9A-HJKMNP-TV-Z]{4,8}$")
);

/// Why a text names no booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BookingRefError {
    /// It is no booking code.
    #[error(transparent)]
    Code(#[from] BookingCodeError),
    /// It is no provisional code.
    #[error(transparent)]
    Provisional(#[from] ProvisionalCodeError),
}

/// A booking as people and programs name it: by the house's code, or by the provisional one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum BookingRef {
    /// By its code.
    Code(BookingCode),
    /// By the code it had before.
    Provisional(ProvisionalCode),
}

impl FromStr for BookingRef {
    type Err = BookingRefError;

    fn from_str(text: &str) -> Result<Self, BookingRefError> {
        if text.starts_with(MARK) {
            Ok(Self::Provisional(text.parse()?))
        } else {
            Ok(Self::Code(text.parse()?))
        }
    }
}

impl TryFrom<String> for BookingRef {
    type Error = BookingRefError;
    fn try_from(text: String) -> Result<Self, BookingRefError> {
        text.parse()
    }
}

impl From<BookingRef> for String {
    fn from(booking: BookingRef) -> Self {
        booking.to_string()
    }
}

impl From<BookingCode> for BookingRef {
    fn from(code: BookingCode) -> Self {
        Self::Code(code)
    }
}

impl fmt::Display for BookingRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => code.fmt(f),
            Self::Provisional(code) => code.fmt(f),
        }
    }
}

text_schema_of!(BookingRef, "booking code, or the provisional one", "7F3K2QXD", None);
