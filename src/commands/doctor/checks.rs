//! A check of the doctor and how it looks.

use serde::Serialize;

use crate::error::CliError;
use crate::output::present::{Cell, Column, Present};
use crate::output::style::Glyph;

/// What a check came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Verdict {
    /// As it should be.
    Ok,
    /// Works, and someone should look.
    Warn,
    /// Does not work.
    Fail,
    /// Can't be told, because something before it failed.
    Skipped,
}

/// One check.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Check {
    /// What was looked at.
    pub(super) name: &'static str,
    /// What it came to.
    pub(super) verdict: Verdict,
    /// What was found.
    pub(super) detail: String,
}

impl Check {
    /// Makes a check with what was found.
    pub(super) fn new(name: &'static str, verdict: Verdict, detail: impl Into<String>) -> Self {
        Self { name, verdict, detail: detail.into() }
    }

    /// Makes a failed check of a failure, with its way on.
    pub(super) fn failed(name: &'static str, error: &CliError) -> Self {
        let mut detail = error.message.clone();
        for more in error.why.iter().chain(error.hints.first()) {
            detail.push_str("; ");
            detail.push_str(more);
        }
        Self::new(name, Verdict::Fail, detail)
    }
}

impl Present for Check {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("name", "check"),
            Column::code("verdict", "verdict"),
            Column::text("detail", "found"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let verdict = match self.verdict {
            Verdict::Ok => Cell::status(Glyph::Done, "ok").machine("ok"),
            Verdict::Warn => Cell::status(Glyph::Warning, "look at it").machine("warn"),
            Verdict::Fail => Cell::status(Glyph::Failed, "fails").machine("fail"),
            Verdict::Skipped => Cell::status(Glyph::Over, "skipped").machine("skipped"),
        };
        vec![Cell::text(self.name), verdict, Cell::text(&self.detail)]
    }

    fn id(&self) -> String {
        self.name.to_owned()
    }
}
