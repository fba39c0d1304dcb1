//! Whole money: integer minor units of an ISO 4217 currency, and the one rounding rule.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ids::text_schema_of;

/// The largest amount the house handles, in minor units; sums of it can't overflow an `i64`.
pub const MINOR_MAX: i64 = 1_000_000_000_000;

/// An ISO 4217 currency.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// Returns the three letters.
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// Returns how many decimal places the minor unit has: 0 for JPY, 2 for EUR, 3 for KWD.
    pub fn exponent(self) -> u32 {
        self.0.exponent().map_or(0, u32::from)
    }
}

/// Why a text is not money.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not one of ISO 4217.
    #[error("`{0}` is not an ISO 4217 currency code")]
    Currency(String),
    /// Not a number, or with more places than the currency has.
    #[error(
        "`{text}` is not an amount of {currency}: write up to {places} decimal places, as in {example}"
    )]
    Amount {
        /// What was written.
        text: String,
        /// In which currency.
        currency: &'static str,
        /// How many places it has.
        places: u32,
        /// A right one.
        example: String,
    },
    /// Two currencies met.
    #[error("{0} and {1} can't be added: they are different currencies")]
    Mixed(Currency, Currency),
}

impl FromStr for Currency {
    type Err = MoneyError;
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        iso_currency::Currency::from_code(&text.to_ascii_uppercase())
            .map(Self)
            .ok_or_else(|| MoneyError::Currency(text.chars().take(10).collect()))
    }
}

impl TryFrom<String> for Currency {
    type Error = MoneyError;
    fn try_from(text: String) -> Result<Self, MoneyError> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

text_schema_of!(Currency, "ISO 4217 currency code", "EUR", Some("^[A-Z]{3}$"));

/// An amount of money in minor units (cents) of its currency.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Minor units: cents of EUR, yen of JPY.
    #[serde(deserialize_with = "bounded_minor")]
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

/// Reads minor units, refusing amounts beyond `MINOR_MAX` in either direction.
pub(crate) fn bounded_minor<'de, D: serde::Deserializer<'de>>(input: D) -> Result<i64, D::Error> {
    let minor = i64::deserialize(input)?;
    if (-MINOR_MAX..=MINOR_MAX).contains(&minor) {
        Ok(minor)
    } else {
        Err(serde::de::Error::custom(format!("an amount lies within {MINOR_MAX} minor units")))
    }
}

impl Money {
    /// Makes an amount of minor units.
    pub fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Adds two amounts of one currency.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency == other.currency {
            Ok(Self { minor: self.minor.saturating_add(other.minor), currency: self.currency })
        } else {
            Err(MoneyError::Mixed(self.currency, other.currency))
        }
    }

    /// Reads an amount as people write it in a known currency: `200`, `199.50`, `EUR 200`.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        let bare = text.trim();
        let bare = bare.strip_prefix(currency.code()).unwrap_or(bare).trim();
        let bare = bare.strip_suffix(currency.code()).unwrap_or(bare).trim();
        let refuse = || MoneyError::Amount {
            text: text.chars().take(40).collect(),
            currency: currency.code(),
            places: currency.exponent(),
            example: Self::new(12_900, currency).amount(),
        };
        let places = currency.exponent() as usize;
        let (whole, fraction) = bare.split_once('.').unwrap_or((bare, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(fraction) || fraction.len() > places {
            return Err(refuse());
        }
        let padded = format!("{whole}{fraction:0<places$}");
        let minor = padded.parse().map_err(|_| refuse())?;
        if minor > MINOR_MAX { Err(refuse()) } else { Ok(Self { minor, currency }) }
    }

    /// Returns the number without the currency: `318.00`, or `12000` yen.
    pub fn amount(&self) -> String {
        let places = self.currency.exponent() as usize;
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.minor.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} {}", self.currency.code(), self.amount()))
    }
}

/// A share in hundredths of a percent: 1,000 is 10 %.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Default,
    Serialize,
    Deserialize,
    utoipa::ToSchema,
)]
#[serde(try_from = "i32", into = "i32")]
pub struct BasisPoints(i32);

/// Why a number is not a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a share lies between -10000 and 100000 basis points (-100 % to 1000 %)")]
pub struct BasisPointsError;

impl BasisPoints {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Returns the number of basis points.
    pub fn get(self) -> i32 {
        self.0
    }

    /// Returns this share of an amount, rounded half away from zero: the house's one rounding rule.
    pub fn of(self, minor: i64) -> i64 {
        divide_rounded(i128::from(minor) * i128::from(self.0), 10_000)
    }

    /// Returns the share contained in an amount that already includes it, as an inclusive tax is.
    pub fn within(self, gross_minor: i64) -> i64 {
        let rate = i128::from(self.0);
        divide_rounded(i128::from(gross_minor) * rate, 10_000 + rate.max(-9_999))
    }
}

impl TryFrom<i32> for BasisPoints {
    type Error = BasisPointsError;
    fn try_from(points: i32) -> Result<Self, BasisPointsError> {
        if (-10_000..=100_000).contains(&points) { Ok(Self(points)) } else { Err(BasisPointsError) }
    }
}

impl From<BasisPoints> for i32 {
    fn from(points: BasisPoints) -> Self {
        points.0
    }
}

impl fmt::Display for BasisPoints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, (self.0 % 100).abs());
        if rest == 0 { write!(f, "{whole} %") } else { write!(f, "{whole}.{rest:02} %") }
    }
}

/// Divides, rounding halves away from zero.
fn divide_rounded(numerator: i128, denominator: i128) -> i64 {
    let half = denominator / 2;
    let shifted = if numerator < 0 { numerator - half } else { numerator + half };
    i64::try_from(shifted / denominator).unwrap_or(if numerator < 0 { i64::MIN } else { i64::MAX })
}
