//! Identities. Codes that people type are short, copyable values; everything else is a `UUIDv7`.

pub mod provisional;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The longest code a hotel, room type, rate plan, room or promotion may have, in characters.
pub const CODE_LEN_MAX: usize = 15;

/// Why a text is not a code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{text}` is not a {what}: 1 to {CODE_LEN_MAX} of A-Z, 0-9 and `-`, starting with a letter or digit"
)]
pub struct CodeError {
    what: &'static str,
    text: String,
}

/// A short upper-case code, kept inline so that keys made of codes cost no allocation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Short {
    bytes: [u8; CODE_LEN_MAX],
    len: u8,
}

impl Short {
    fn parse(text: &str, what: &'static str) -> Result<Self, CodeError> {
        let refuse = || CodeError { what, text: text.chars().take(40).collect() };
        let trimmed = text.as_bytes();
        if trimmed.is_empty() || trimmed.len() > CODE_LEN_MAX || trimmed[0] == b'-' {
            return Err(refuse());
        }
        let mut bytes = [0; CODE_LEN_MAX];
        for (slot, byte) in bytes.iter_mut().zip(trimmed) {
            let upper = byte.to_ascii_uppercase();
            if !(upper.is_ascii_uppercase() || upper.is_ascii_digit() || upper == b'-') {
                return Err(refuse());
            }
            *slot = upper;
        }
        let len = u8::try_from(trimmed.len()).map_err(|_| refuse())?;
        Ok(Self { bytes, len })
    }

    fn as_str(&self) -> &str {
        // The bytes are ASCII by construction, so this never falls back.
        std::str::from_utf8(&self.bytes[..usize::from(self.len)]).unwrap_or_default()
    }
}

/// Gives a type the schema of a text on the wire.
macro_rules! text_schema_of {
    ($name:ident, $what:expr, $example:expr, $pattern:expr) => {
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                crate::ids::text_schema($what, $example, $pattern)
            }
        }

        impl utoipa::ToSchema for $name {}
    };
}
pub(crate) use text_schema_of;

/// Describes a text on the wire: what it is, an example, and the pattern it follows.
pub(crate) fn text_schema(
    what: &str,
    example: &str,
    pattern: Option<&str>,
) -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
    use utoipa::openapi::schema::{ObjectBuilder, SchemaType, Type};
    ObjectBuilder::new()
        .schema_type(SchemaType::Type(Type::String))
        .description(Some(what))
        .pattern(pattern)
        .examples([serde_json::Value::from(example)])
        .into()
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $what:literal, $example:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Short);

        impl $name {
            /// Returns the code as text.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl FromStr for $name {
            type Err = CodeError;
            fn from_str(text: &str) -> Result<Self, CodeError> {
                Short::parse(text, $what).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = CodeError;
            fn try_from(text: String) -> Result<Self, CodeError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.as_str().to_owned()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        text_schema_of!($name, $what, $example, Some("^[A-Z0-9][A-Z0-9-]{0,14}$"));
    };
}

code!(
    /// A hotel, by the code its agents use, for ever.
    HotelCode, "hotel code", "BER-ADLER"
);
code!(
    /// A room type within a hotel.
    RoomTypeCode, "room type code", "DLX"
);
code!(
    /// A rate plan within a hotel.
    RatePlanCode, "rate plan code", "BAR"
);
code!(
    /// A physical room within a hotel.
    RoomNo, "room number", "311"
);
code!(
    /// A promotion or a corporate agreement, as the guest names it.
    PromoCode, "promotion code", "ACME"
);
code!(
    /// A tax or charge, as it stands on the bill.
    TaxCode, "tax code", "VAT"
);

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize,
            utoipa::ToSchema,
        )]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                Uuid::parse_str(text).map(Self)
            }
        }
    };
}

uuid_id!(
    /// A guest. Events name guests by this id alone, never by name.
    GuestId
);
uuid_id!(
    /// A person or program that may use the house.
    UserId
);
uuid_id!(
    /// An API token; not its secret.
    TokenId
);
uuid_id!(
    /// An event.
    EventId
);

/// Why a text is not a booking code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BookingCodeError {
    /// Wrong length.
    #[error("a booking code has 8 or 10 letters and digits")]
    Length,
    /// A character outside the alphabet.
    #[error("a booking code uses 0-9 and A-Z without I, L, O and U")]
    Letter,
    /// The last character does not fit the others.
    #[error("the booking code's check character does not fit: look for a mistyped letter")]
    Check,
}

/// A booking, by the code people say on the telephone.
///
/// Seven (later nine) digits of Crockford's base 32, then a check character: the weighted sum of
/// the digits modulo 31, which catches every mistyped character (but `0` for `Z`) and every swap
/// of neighbours. Reading is lenient as Crockford's is: case, `-` and spaces do not count, `O` reads
/// as `0`, `I` and `L` as `1`. The store makes the number behind the code by a keyed permutation,
/// so that codes can't be counted or guessed from one another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BookingCode {
    value: u64,
}

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many codes there are with seven digits before the check character.
pub const SHORT_CODES: u64 = 1 << 35;

/// How many codes there are with nine digits before the check character.
pub const LONG_CODES: u64 = 1 << 45;

/// Reads a digit of Crockford's base 32 as people write it: case does not count, and look-alikes do.
fn digit(character: char) -> Option<u8> {
    let upper = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|letter| char::from(*letter) == upper)?;
    u8::try_from(place).ok()
}

impl BookingCode {
    /// Makes the code of a value: `0..SHORT_CODES` has 8 characters, the `LONG_CODES` after it 10.
    pub fn from_value(value: u64) -> Option<Self> {
        (value < SHORT_CODES + LONG_CODES).then_some(Self { value })
    }

    /// Returns the value behind the code.
    pub fn value(self) -> u64 {
        self.value
    }

    fn digits(self) -> ([u8; 9], usize) {
        let (mut rest, len) =
            if self.value < SHORT_CODES { (self.value, 7) } else { (self.value - SHORT_CODES, 9) };
        let mut digits = [0; 9];
        for slot in digits[..len].iter_mut().rev() {
            *slot = (rest & 31) as u8;
            rest >>= 5;
        }
        (digits, len)
    }

    fn check(digits: &[u8]) -> u8 {
        let sum: u32 = (2..).zip(digits).map(|(weight, digit)| weight * u32::from(*digit)).sum();
        // 31 is prime and larger than every weight, so no other single error cancels out.
        (sum % 31) as u8
    }
}

impl fmt::Display for BookingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (digits, len) = self.digits();
        let mut text = [0; 10];
        for (slot, digit) in text.iter_mut().zip(&digits[..len]) {
            *slot = ALPHABET[usize::from(*digit)];
        }
        text[len] = ALPHABET[usize::from(Self::check(&digits[..len]))];
        f.pad(std::str::from_utf8(&text[..=len]).unwrap_or_default())
    }
}

impl fmt::Debug for BookingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for BookingCode {
    type Err = BookingCodeError;

    fn from_str(text: &str) -> Result<Self, BookingCodeError> {
        let mut digits = Vec::with_capacity(10);
        for character in text.chars().filter(|character| !matches!(character, '-' | ' ')) {
            digits.push(digit(character).ok_or(BookingCodeError::Letter)?);
            if digits.len() > 10 {
                return Err(BookingCodeError::Length);
            }
        }
        let (Some((check, body)), 8 | 10) = (digits.split_last(), digits.len()) else {
            return Err(BookingCodeError::Length);
        };
        if Self::check(body) != *check {
            return Err(BookingCodeError::Check);
        }
        let value = body.iter().fold(0, |value, digit| (value << 5) | u64::from(*digit));
        Ok(Self { value: if body.len() == 7 { value } else { value + SHORT_CODES } })
    }
}

impl TryFrom<String> for BookingCode {
    type Error = BookingCodeError;
    fn try_from(text: String) -> Result<Self, BookingCodeError> {
        text.parse()
    }
}

impl From<BookingCode> for String {
    fn from(code: BookingCode) -> Self {
        code.to_string()
    }
}

text_schema_of!(BookingCode, "booking code", "7F3K2QXD", None);

/// The client's name for one command, sent again with every retry of it.
///
/// 1 to 255 printable ASCII characters (draft-ietf-httpapi-idempotency-key-header-07; the length is
/// Stripe's).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct IdempotencyKey(String);

/// Why a text is not an idempotency key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an idempotency key has 1 to 255 printable ASCII characters")]
pub struct IdempotencyKeyError;

impl IdempotencyKey {
    /// Returns the key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for IdempotencyKey {
    type Error = IdempotencyKeyError;
    fn try_from(text: String) -> Result<Self, IdempotencyKeyError> {
        // A structured-field string comes in quotes; a bare value is taken as it is.
        let bare = text
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
            .map_or(text.as_str(), |inner| inner);
        let fits =
            (1..=255).contains(&bare.len()) && bare.bytes().all(|b| (0x21..0x7f).contains(&b));
        if fits { Ok(Self(bare.to_owned())) } else { Err(IdempotencyKeyError) }
    }
}

impl FromStr for IdempotencyKey {
    type Err = IdempotencyKeyError;
    fn from_str(text: &str) -> Result<Self, IdempotencyKeyError> {
        text.to_owned().try_into()
    }
}

impl From<IdempotencyKey> for String {
    fn from(key: IdempotencyKey) -> Self {
        key.0
    }
}

text_schema_of!(
    IdempotencyKey,
    "the caller's name for a command: 1 to 255 printable ASCII characters",
    "0192f0c1-7a3e-7c9a-9b1d-2f6f3c1d0e55",
    Some("^[!-~]{1,255}$")
);
