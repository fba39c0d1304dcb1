//! Runs of nights of a hotel: the word that names them, read in the hotel's zone.

use std::str::FromStr;

use hotel_core::calendar::{NightRange, Weekdays};
use hotel_core::ids::{HotelCode, RatePlanCode, RoomTypeCode};
use hotel_core::wire::hotel::NightsQuery;
use jiff::civil::Date;

use super::dates::{resolve_at, stay_of, tell_stay};
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::when::When;

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Days of the week as written: `fri,sat`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WeekdaysArg(pub(crate) Weekdays);

/// The text is no list of weekdays.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is no day of the week: write mon, tue, wed, thu, fri, sat or sun")]
pub(crate) struct WeekdayError(String);

impl FromStr for WeekdaysArg {
    type Err = WeekdayError;

    fn from_str(text: &str) -> Result<Self, WeekdayError> {
        let mut bits = 0;
        for word in text.split(',').map(str::trim) {
            let day = DAYS
                .iter()
                .position(|day| word.eq_ignore_ascii_case(day))
                .ok_or_else(|| WeekdayError(word.to_owned()))?;
            bits |= 1 << day;
        }
        Ok(Self(Weekdays(bits)))
    }
}

/// Takes the nights off the end of the words, if the last one names nights.
pub(crate) fn take_when(words: &mut Vec<String>) -> Option<When> {
    let when = words.last().and_then(|word| When::parse(word).ok());
    if when.is_some() {
        words.pop();
    }
    when
}

/// Parses a word as a code, or refuses it with the name of its place.
pub(crate) fn code_of<T: FromStr>(word: &str, place: &str) -> Result<T, CliError>
where
    T::Err: std::fmt::Display,
{
    word.parse().map_err(|error: T::Err| {
        CliError::of(codes::USAGE_INVALID_VALUE, error.to_string()).field(place)
    })
}

/// Resolves nights at a hotel and repeats them on stderr, before something is changed.
pub(crate) async fn nights_at(
    ctx: &Context,
    hotel: HotelCode,
    when: &When,
) -> Result<NightRange, CliError> {
    let (from, to) = resolve_at(ctx, Some(hotel), |today| when.resolve_range(today)).await?;
    tell_stay(ctx, stay_of((from, to))?, None);
    range_of(from, to)
}

/// Makes a run of nights of two dates.
pub(crate) fn range_of(from: Date, to: Date) -> Result<NightRange, CliError> {
    NightRange::new(from, to).map_err(|error| CliError::of(codes::USAGE_DATE, error.to_string()))
}

/// Asks for nights of a hotel; without words, the server shows the next two weeks.
pub(crate) async fn query_at(
    ctx: &Context,
    hotel: HotelCode,
    when: Option<&When>,
    (rate_plan, room_type): (Option<RatePlanCode>, Option<RoomTypeCode>),
) -> Result<NightsQuery, CliError> {
    let (from, to) = match when {
        Some(when) => {
            let range = resolve_at(ctx, Some(hotel), |today| when.resolve_range(today)).await?;
            (Some(range.0), Some(range.1))
        }
        None => (None, None),
    };
    Ok(NightsQuery { room_type, rate_plan, from, to })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_bits_from_monday() {
        assert_eq!("fri,sat".parse::<WeekdaysArg>().unwrap().0, Weekdays(0b011_0000));
        assert_eq!("MON".parse::<WeekdaysArg>().unwrap().0, Weekdays(1));
        assert!("fry".parse::<WeekdaysArg>().is_err());
    }

    #[test]
    fn the_last_word_is_the_nights_if_it_reads_so() {
        let mut words = vec!["DLX".to_owned(), "fri+2n".to_owned()];
        assert!(take_when(&mut words).is_some());
        assert!(take_when(&mut words).is_none());
        assert_eq!(words, ["DLX"]);
    }
}
