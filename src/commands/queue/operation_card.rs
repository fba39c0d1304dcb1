//! An operation in full.

use serde::{Serialize, Serializer};

use super::operation_row::OperationRow;
use crate::commands::words::instant;
use crate::output::present::{Describe, Description, Present as _};

/// An operation as it is printed.
#[derive(Debug)]
pub(crate) struct OperationCard(pub(crate) OperationRow);

impl Serialize for OperationCard {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Describe for OperationCard {
    fn describe(&self) -> Description {
        let row = &self.0;
        let numbers = |numbers: &[u64]| {
            let words: Vec<String> = numbers.iter().map(u64::to_string).collect();
            (!words.is_empty()).then(|| words.join(", "))
        };
        let why = row.why();
        let was_called =
            row.provisional.as_deref().filter(|code| row.booking.as_deref() != Some(code));
        Description::new()
            .field("operation", row.op.to_string())
            .field("state", row.state_cell())
            .field_if("why", (!why.is_empty()).then_some(why))
            .field("what", row.verb)
            .field_if("booking", row.booking.as_deref())
            .field_if("was called", was_called)
            .field("command", row.command())
            .field("asked", instant(row.entered_at, None))
            .field_if("until", row.expires_at.map(|at| instant(at, None)))
            .field("sent", format!("{} times", row.tries))
            .field_if("follows", numbers(&row.after))
            .field_if("in place of", row.supersedes.map(|op| op.to_string()))
            .field_if("replaced by", row.superseded_by.map(|op| op.to_string()))
            .field("key", &row.idempotency_key)
    }

    fn id(&self) -> String {
        self.0.booking.clone().unwrap_or_else(|| self.0.op.to_string())
    }

    fn optional_fields() -> &'static [&'static str] {
        OperationRow::optional_fields()
    }
}
