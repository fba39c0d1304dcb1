//! Verifying as it travels: lines of JSON, how far it has come and at the end what was found.

use serde::{Deserialize, Serialize};

/// A line of the answer; the last one is a report or a failure.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum VerifyLine {
    /// How far it has come.
    Progress(VerifyProgress),
    /// What was found.
    Report(VerifyReport),
    /// It could not be brought to its end.
    Failed {
        /// Why.
        detail: String,
    },
}

/// What is being looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum VerifyStep {
    /// Another one has to end first.
    Waiting,
    /// The log in its order: gaps, hotels, nights.
    Log,
    /// The tables of what hotels sell, and people.
    Tables,
    /// Every booking with its history.
    Bookings,
}

/// How far it has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct VerifyProgress {
    /// What is being looked at.
    pub step: VerifyStep,
    /// How much of it is done.
    pub done: u64,
    /// How much there is, about.
    pub of: u64,
}

/// What was found.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct VerifyReport {
    /// The last position of the log that was looked at.
    pub position: u64,
    /// Events folded.
    pub events: u64,
    /// Hotels.
    pub hotels: u64,
    /// Bookings.
    pub bookings: u64,
    /// Inventory nights.
    pub nights: u64,
    /// Nights of physical rooms, taken or out of order.
    pub room_nights: u64,
    /// Nightly rates.
    pub rate_nights: u64,
    /// Guests.
    pub guests: u64,
    /// Inventory nights with more taken than may be sold: lawful where a room broke or left the
    /// house after it was sold.
    pub overfull_nights: u64,
    /// Rows and events that are not as they should be.
    pub differences: u64,
    /// The first of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Difference>,
}

/// Something that is not as the log says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Difference {
    /// The table; `event` is the log, which then contradicts itself.
    pub table: String,
    /// The row.
    pub key: String,
    /// The field; empty is the whole row.
    pub field: String,
    /// What the log says it should be; none is no such row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub log: Option<String>,
    /// What the table says; none is no such row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
}

/// What people read where there is no row.
const NOTHING: &str = "nothing";

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.table, self.key)?;
        if !self.field.is_empty() {
            write!(f, ", {}", self.field)?;
        }
        let log = self.log.as_deref().unwrap_or(NOTHING);
        let row = self.row.as_deref().unwrap_or(NOTHING);
        if self.table == Self::LOG {
            write!(f, ": should be {log} and is {row}")
        } else {
            write!(f, ": the log says {log}, the table {row}")
        }
    }
}

impl Difference {
    /// The table of the log.
    pub const LOG: &str = "event";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_says_where_it_is_and_what_both_sides_say() {
        let mut difference = Difference {
            table: "inventory".to_owned(),
            key: "BER-ADLER/ONE/2026-12-01".to_owned(),
            field: "sold".to_owned(),
            log: Some("1".to_owned()),
            row: Some("2".to_owned()),
        };
        let words = "inventory BER-ADLER/ONE/2026-12-01, sold: the log says 1, the table 2";
        assert_eq!(difference.to_string(), words);
        difference.row = None;
        difference.field.clear();
        let words = "inventory BER-ADLER/ONE/2026-12-01: the log says 1, the table nothing";
        assert_eq!(difference.to_string(), words);
        difference.table = Difference::LOG.to_owned();
        difference.key = "17".to_owned();
        assert_eq!(difference.to_string(), "event 17: should be 1 and is nothing");
    }

    #[test]
    fn every_line_says_what_it_is() {
        let line = VerifyLine::Report(VerifyReport { events: 3, ..VerifyReport::default() });
        let text = serde_json::to_string(&line).unwrap();
        assert!(text.starts_with(r#"{"what":"report","position":0,"events":3,"#), "{text}");
        assert_eq!(serde_json::from_str::<VerifyLine>(&text).unwrap(), line);
    }
}
