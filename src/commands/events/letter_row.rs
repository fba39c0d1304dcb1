//! Letters as lists print them.

use serde::{Serialize, Serializer};

use crate::cache::letters::{Fate, Letter};
use crate::output::present::{Cell, Column, Present};
use crate::output::style::Glyph;

/// A letter as it is printed.
#[derive(Debug)]
pub(super) struct LetterRow(pub(super) Letter);

/// What machines read of a letter: all but its bytes.
#[derive(Serialize)]
struct Told<'a> {
    id: i64,
    target: &'a str,
    event: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    lane: &'a str,
    position: u64,
    state: &'static str,
    attempts: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    tried_first_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<String>,
    why: &'a str,
}

impl Serialize for LetterRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Letter { sealed, .. } = &self.0;
        let told = Told {
            id: self.0.id,
            target: &self.0.target,
            event: &sealed.event,
            kind: &sealed.kind,
            lane: &sealed.lane,
            position: sealed.position,
            state: self.0.fate.as_str(),
            attempts: self.0.attempts,
            tried_first_at: self.0.tried_first_at.map(|at| at.to_string()),
            due_at: (self.0.fate == Fate::Waiting).then(|| self.0.due_at.to_string()),
            why: &self.0.why,
        };
        told.serialize(serializer)
    }
}

impl Present for LetterRow {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::number("id", "id"),
            Column::text("target", "target"),
            Column::number("position", "position"),
            Column::code("type", "event"),
            Column::code("lane", "about"),
            Column::text("state", "state"),
            Column::number("attempts", "tries"),
            Column::text("why", "why"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let Letter { sealed, .. } = &self.0;
        let state = match self.0.fate {
            Fate::Waiting => Cell::status(Glyph::Waiting, "waiting"),
            Fate::Dead => Cell::status(Glyph::Failed, "dead"),
        };
        vec![
            Cell::text(self.0.id.to_string()),
            Cell::text(&self.0.target),
            Cell::text(sealed.position.to_string()),
            Cell::text(&sealed.kind),
            Cell::text(&sealed.lane),
            state,
            Cell::text(self.0.attempts.to_string()),
            Cell::text(&self.0.why),
        ]
    }

    fn id(&self) -> String {
        self.0.id.to_string()
    }

    fn optional_fields() -> &'static [&'static str] {
        &["tried_first_at", "due_at"]
    }
}
