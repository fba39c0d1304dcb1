//! Multi-row statements.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::store::StoreError;

/// Rows of one statement at most. A batch of any size is made of statements of 64, 32, 16, 8, 4, 2
/// and 1 rows, so that each of them is prepared once and never again.
const ROWS_MAX: usize = 64;

/// A multi-row statement: what stands before and after the rows.
pub(super) struct Insert {
    pub(super) head: &'static str,
    pub(super) columns: usize,
    pub(super) tail: &'static str,
}

impl Insert {
    /// Writes rows, given as their values one after another.
    pub(super) fn run(&self, connection: &Connection, rows: &[Value]) -> Result<(), StoreError> {
        let mut rest = rows;
        let mut size = ROWS_MAX;
        while !rest.is_empty() {
            while size * self.columns > rest.len() {
                size /= 2;
            }
            let (now, later) = rest.split_at(size * self.columns);
            connection.prepare_cached(&self.sql(size))?.execute(params_from_iter(now))?;
            rest = later;
        }
        Ok(())
    }

    fn sql(&self, rows: usize) -> String {
        let row = format!("({})", vec!["?"; self.columns].join(","));
        format!("{} VALUES {} {}", self.head, vec![row.as_str(); rows].join(","), self.tail)
    }
}
