//! Amounts as agents write them: `200`, `199.50`, `EUR 200`. What they mean depends on the currency.

use std::convert::Infallible;
use std::str::FromStr;

use hotel_core::money::{Currency, Money, MoneyError};

use crate::error::{CliError, codes};

/// An amount as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Amount(String);

impl FromStr for Amount {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.trim().to_owned()))
    }
}

impl Amount {
    /// Returns the amount in a known currency; another one written beside it is refused.
    pub(crate) fn in_currency(&self, currency: Currency) -> Result<Money, CliError> {
        Money::parse(&self.0, currency).map_err(|error| refused(&error))
    }

    /// Returns the amount where the currency must be written beside it.
    pub(crate) fn with_own_currency(&self) -> Result<Money, CliError> {
        let letters: String = self.0.chars().filter(char::is_ascii_alphabetic).collect();
        match letters.parse::<Currency>() {
            Ok(currency) => self.in_currency(currency),
            Err(error) => {
                Err(refused(&error).why("write the currency beside the amount, as in 'EUR 200'"))
            }
        }
    }
}

fn refused(error: &MoneyError) -> CliError {
    CliError::of(codes::USAGE_INVALID_VALUE, error.to_string())
}
