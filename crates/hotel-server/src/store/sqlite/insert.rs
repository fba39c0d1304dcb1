//! Multi-row statements.

use std::sync::OnceLock;

use rusqlite::types::{ToSql, ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, params_from_iter};

use crate::store::StoreError;

/// Rows of one statement at most. A batch of any size is made of statements of 64, 32, 16, 8, 4, 2
/// and 1 rows, so that each of them is prepared once and never again.
const ROWS_MAX: usize = 64;

/// The sizes of statements: powers of two up to `ROWS_MAX`.
const SIZES: usize = ROWS_MAX.ilog2() as usize + 1;

/// A value on its way into a row; text and bytes stay where they are.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Cell<'a> {
    /// Nothing.
    Null,
    /// A number.
    Integer(i64),
    /// A text.
    Text(&'a str),
    /// Bytes.
    Blob(&'a [u8]),
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Value::Null),
            Self::Integer(number) => ToSqlOutput::Owned(Value::Integer(*number)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Blob(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
        })
    }
}

/// A multi-row statement: what stands before and after the rows.
pub(super) struct Insert {
    head: &'static str,
    columns: usize,
    tail: &'static str,
    sql: [OnceLock<String>; SIZES],
}

impl Insert {
    /// Makes a statement of what stands before and after its rows.
    pub(super) const fn new(head: &'static str, columns: usize, tail: &'static str) -> Self {
        Self { head, columns, tail, sql: [const { OnceLock::new() }; SIZES] }
    }

    /// Writes rows, given as their values one after another.
    pub(super) fn run(&self, connection: &Connection, rows: &[Cell<'_>]) -> Result<(), StoreError> {
        let mut rest = rows;
        let mut size = SIZES - 1;
        while !rest.is_empty() {
            while (1 << size) * self.columns > rest.len() {
                size -= 1;
            }
            let (now, later) = rest.split_at((1 << size) * self.columns);
            connection.prepare_cached(self.sql(size))?.execute(params_from_iter(now))?;
            rest = later;
        }
        Ok(())
    }

    fn sql(&self, size: usize) -> &str {
        self.sql[size].get_or_init(|| {
            let row = format!("({})", vec!["?"; self.columns].join(","));
            let rows = vec![row.as_str(); 1 << size].join(",");
            format!("{} VALUES {rows} {}", self.head, self.tail)
        })
    }
}
