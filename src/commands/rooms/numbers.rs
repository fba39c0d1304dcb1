//! Room numbers as they are written for many rooms: `301`, `301..320`, `A1..A9`.

use std::str::FromStr;

use hotel_core::command::house::ROOMS_ADDED_MAX;
use hotel_core::ids::{CodeError, RoomNo};

/// One room, or a run of rooms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numbers {
    text: String,
    rooms: Vec<RoomNo>,
}

/// Why a text names no rooms.
#[derive(Debug, thiserror::Error)]
pub(super) enum NumbersError {
    /// Not a room number.
    #[error(transparent)]
    Code(#[from] CodeError),
    /// No two numbers that can be counted between.
    #[error("`{0}` is no run of rooms: write the first and the last, as in 301..320 or A1..A9")]
    Run(String),
    /// More than one command may add.
    #[error("`{0}` is more than {ROOMS_ADDED_MAX} rooms")]
    TooMany(String),
}

impl Numbers {
    /// Returns the text as it was written.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the rooms in order.
    pub(super) fn rooms(&self) -> &[RoomNo] {
        &self.rooms
    }
}

impl FromStr for Numbers {
    type Err = NumbersError;

    fn from_str(text: &str) -> Result<Self, NumbersError> {
        let rooms = match text.split_once("..") {
            None => vec![text.parse()?],
            Some((first, last)) => run(text, first, last)?,
        };
        Ok(Self { text: text.to_owned(), rooms })
    }
}

/// Counts from the first to the last room; what stands before the digits is the same in both.
fn run(text: &str, first: &str, last: &str) -> Result<Vec<RoomNo>, NumbersError> {
    let refuse = || NumbersError::Run(text.to_owned());
    let (prefix, from) = split_digits(first);
    let (last_prefix, to) = split_digits(last);
    if prefix != last_prefix {
        return Err(refuse());
    }
    let width = from.len();
    let from: usize = from.parse().map_err(|_| refuse())?;
    let to: usize = to.parse().map_err(|_| refuse())?;
    if to < from {
        return Err(refuse());
    }
    if to - from >= ROOMS_ADDED_MAX {
        return Err(NumbersError::TooMany(text.to_owned()));
    }
    let room = |number: usize| Ok(format!("{prefix}{number:0>width$}").parse()?);
    (from..=to).map(room).collect()
}

fn split_digits(text: &str) -> (&str, &str) {
    let digits = text.trim_start_matches(|character: char| !character.is_ascii_digit());
    text.split_at(text.len() - digits.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let numbers: Numbers = text.parse().unwrap();
        let rooms: Vec<&str> = numbers.rooms().iter().map(RoomNo::as_str).collect();
        assert_eq!(rooms, expect, "{text}");
    }

    #[test]
    fn rooms_are_counted_between_the_first_and_the_last() {
        check("301", &["301"]);
        check("301..303", &["301", "302", "303"]);
        check("A9..A11", &["A9", "A10", "A11"]);
        check("098..101", &["098", "099", "100", "101"]);
    }

    #[test]
    fn what_can_not_be_counted_is_refused() {
        for text in ["303..301", "A1..B3", "1..", "..", "1..100000", "3 1", ""] {
            assert!(text.parse::<Numbers>().is_err(), "{text}");
        }
    }
}
