//! Bounded text from people: names, notes, words.

use serde::{Deserialize, Serialize};

use crate::ids::text_schema_of;

/// Why a text can't stand in its field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Empty where something must stand.
    #[error("a {0} can't be empty")]
    Empty(&'static str),
    /// Too long.
    #[error("a {what} has at most {max} characters")]
    Long {
        /// The field's name in plain words.
        what: &'static str,
        /// The limit in characters.
        max: usize,
    },
    /// A run of digits that could be a payment card.
    #[error("a {0} can't hold a payment card number: card numbers never enter the system")]
    Card(&'static str),
}

macro_rules! text {
    ($(#[$doc:meta])* $name:ident, $what:literal, $min:literal ..= $max:literal) => {
        $(#[$doc])*
        #[derive(
            Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
        )]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Returns the text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Tells whether nothing is written.
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl TryFrom<String> for $name {
            type Error = TextError;
            fn try_from(text: String) -> Result<Self, TextError> {
                checked(text, $what, $min, $max).map(Self)
            }
        }

        text_schema_of!(
            $name,
            concat!("A ", $what, " of ", $min, " to ", $max, " characters"),
            $what,
            None
        );

        impl std::str::FromStr for $name {
            type Err = TextError;
            fn from_str(text: &str) -> Result<Self, TextError> {
                Self::try_from(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}

text!(
    /// A name of a person, house or thing.
    Name, "name", 1 ..= 100
);
text!(
    /// A contact: an e-mail address or a telephone number, as given.
    Contact, "contact", 0 ..= 254
);
text!(
    /// What a guest asks for, in the guest's words. Personal: it stays out of events and logs.
    Note, "note", 0 ..= 2000
);
text!(
    /// One word of a list, such as an amenity.
    Word, "word", 1 ..= 40
);

fn checked(text: String, what: &'static str, min: usize, max: usize) -> Result<String, TextError> {
    let length = text.chars().count();
    if length > max {
        return Err(TextError::Long { what, max });
    }
    if min > 0 && text.trim().is_empty() {
        return Err(TextError::Empty(what));
    }
    if holds_card_number(&text) { Err(TextError::Card(what)) } else { Ok(text) }
}

/// Tells whether a text holds 13 to 19 digits, blanks and dashes aside, that pass the Luhn check of
/// ISO/IEC 7812-1 and start as a card scheme's number does.
pub fn holds_card_number(text: &str) -> bool {
    let mut run: Vec<u32> = Vec::new();
    for character in text.chars().chain(std::iter::once('\n')) {
        if let Some(digit) = character.to_digit(10) {
            run.push(digit);
        } else if !matches!(character, ' ' | '-') {
            if is_card_number(&run) {
                return true;
            }
            run.clear();
        }
    }
    false
}

fn is_card_number(digits: &[u32]) -> bool {
    let luhn_sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| match (place % 2, digit * 2) {
            (0, _) => *digit,
            (_, doubled) if doubled > 9 => doubled - 9,
            (_, doubled) => doubled,
        })
        .sum();
    (13..=19).contains(&digits.len())
        && matches!(digits.first(), Some(2..=6))
        && luhn_sum.is_multiple_of(10)
}
