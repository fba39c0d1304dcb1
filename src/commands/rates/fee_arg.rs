//! Fees, deadlines and derived prices as they are written on the command line.

use std::str::FromStr;

use hotel_core::ids::RatePlanCode;
use hotel_core::money::Currency;
use hotel_core::policy::{Deadline, Fee};
use hotel_core::rate::Pricing;
use jiff::civil::Time;

use crate::commands::amount::Amount;
use crate::commands::percent::parse_percent;
use crate::error::CliError;

/// A fee as written: `first-night`, `whole-stay`, `2-nights`, `50%`, `30` or `none`.
#[derive(Debug, Clone)]
pub(super) enum FeeArg {
    /// A fee that needs no currency.
    Plain(Fee),
    /// An amount a room.
    Flat(Amount),
}

/// The text is no fee.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is no fee: write none, first-night, 2-nights, whole-stay, 50% or an amount")]
pub(super) struct FeeArgError(String);

impl FromStr for FeeArg {
    type Err = FeeArgError;

    fn from_str(text: &str) -> Result<Self, FeeArgError> {
        let refuse = || FeeArgError(text.to_owned());
        let fee = match text {
            "none" => Fee::None,
            "first-night" => Fee::FirstNight,
            "whole-stay" => Fee::WholeStay,
            _ => match (text.strip_suffix("-nights"), text.strip_suffix('%')) {
                (Some(nights), _) => Fee::Nights { nights: nights.parse().map_err(|_| refuse())? },
                (None, Some(_)) => {
                    let basis_points = parse_percent(text).ok_or_else(refuse)?;
                    Fee::Percent { basis_points }
                }
                (None, None) if text.contains(|part: char| part.is_ascii_digit()) => {
                    return text.parse().map(Self::Flat).map_err(|_| refuse());
                }
                (None, None) => return Err(refuse()),
            },
        };
        Ok(Self::Plain(fee))
    }
}

impl FeeArg {
    /// Returns the fee in the hotel's currency.
    pub(super) fn fee(&self, currency: Currency) -> Result<Fee, CliError> {
        match self {
            Self::Plain(fee) => Ok(*fee),
            Self::Flat(amount) => Ok(Fee::Flat { minor: amount.in_currency(currency)?.minor }),
        }
    }
}

/// A deadline as written: `1d18:00`, days before arrival and the time of day.
#[derive(Debug, Clone, Copy)]
pub(super) struct FreeUntil(pub(super) Deadline);

/// The text is no deadline.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is no deadline: write days before arrival and the time of day, as in 1d18:00")]
pub(super) struct FreeUntilError(String);

impl FromStr for FreeUntil {
    type Err = FreeUntilError;

    fn from_str(text: &str) -> Result<Self, FreeUntilError> {
        let refuse = || FreeUntilError(text.to_owned());
        let (days, at) = text.split_once('d').ok_or_else(refuse)?;
        let days = days.parse().map_err(|_| refuse())?;
        let at: Time = at.parse().map_err(|_| refuse())?;
        Ok(Self(Deadline::BeforeArrival { days, at }))
    }
}

/// A derived price as written: `BAR:-10%`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Derived(pub(super) Pricing);

/// The text is no derived price.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is no derived price: write the plan and how much more or less, as in BAR:-10%")]
pub(super) struct DerivedError(String);

impl FromStr for Derived {
    type Err = DerivedError;

    fn from_str(text: &str) -> Result<Self, DerivedError> {
        let refuse = || DerivedError(text.to_owned());
        let (plan, adjust) = text.split_once(':').ok_or_else(refuse)?;
        let from: RatePlanCode = plan.parse().map_err(|_| refuse())?;
        let adjust = parse_percent(adjust).ok_or_else(refuse)?;
        Ok(Self(Pricing::Derived { from, adjust }))
    }
}

#[cfg(test)]
mod tests {
    use hotel_core::money::BasisPoints;

    use super::*;

    #[test]
    fn fees_are_read_as_people_write_them() {
        let eur: Currency = "EUR".parse().unwrap();
        let check = |text: &str, fee: Fee| {
            assert_eq!(text.parse::<FeeArg>().unwrap().fee(eur).unwrap(), fee, "{text}");
        };
        check("first-night", Fee::FirstNight);
        check("2-nights", Fee::Nights { nights: 2 });
        check("50%", Fee::Percent { basis_points: BasisPoints::try_from(5_000).unwrap() });
        check("30", Fee::Flat { minor: 3_000 });
        check("none", Fee::None);
        assert!("much".parse::<FeeArg>().is_err());
    }

    #[test]
    fn a_deadline_is_days_and_a_time() {
        let deadline = "1d18:00".parse::<FreeUntil>().unwrap().0;
        let at = Time::constant(18, 0, 0, 0);
        assert_eq!(deadline, Deadline::BeforeArrival { days: 1, at });
        assert!("18:00".parse::<FreeUntil>().is_err());
    }
}
