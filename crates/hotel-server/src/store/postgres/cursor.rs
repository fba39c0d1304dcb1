//! Rows of a statement in stretches, held open by the server until the last was read.

use std::cell::RefCell;

use tokio_postgres::Row;

use crate::store::StoreError;
use crate::store::postgres::session::Session;

/// Rows of a stretch; the statements of `source` say the same.
const STRETCH: usize = 2_000;

/// A statement whose rows come in stretches.
pub(in crate::store::postgres) struct Source {
    /// What opens it.
    pub(in crate::store::postgres) declare: &'static str,
    /// What reads the next stretch.
    pub(in crate::store::postgres) fetch: &'static str,
    /// What ends it.
    pub(in crate::store::postgres) close: &'static str,
}

/// Declares a source, by a name that no other has.
macro_rules! source {
    ($name:literal, $($sql:expr),+ $(,)?) => {
        $crate::store::postgres::cursor::Source {
            declare: concat!("DECLARE ", $name, " NO SCROLL CURSOR FOR ", $($sql),+),
            fetch: concat!("FETCH 2000 FROM ", $name),
            close: concat!("CLOSE ", $name),
        }
    };
}
pub(in crate::store::postgres) use source;

/// The rows of a source.
pub(in crate::store::postgres) struct Cursor<'a, F> {
    session: &'a RefCell<Session>,
    source: &'static Source,
    read: F,
    rows: std::vec::IntoIter<Row>,
    is_read: bool,
}

impl<'a, F> Cursor<'a, F> {
    /// Opens a source, whose rows are read as told.
    pub(in crate::store::postgres) fn open(
        session: &'a RefCell<Session>,
        source: &'static Source,
        read: F,
    ) -> Result<Self, StoreError> {
        session.borrow_mut().ask(&[(source.declare, vec![])])?;
        Ok(Self { session, source, read, rows: Vec::new().into_iter(), is_read: false })
    }

    fn fetch(&mut self) -> Result<(), StoreError> {
        let mut session = self.session.borrow_mut();
        let fetched = session.ask(&[(self.source.fetch, vec![])])?;
        let rows: Vec<Row> = fetched.into_iter().flatten().collect();
        self.is_read = rows.len() < STRETCH;
        self.rows = rows.into_iter();
        if self.is_read {
            session.ask(&[(self.source.close, vec![])])?;
        }
        Ok(())
    }
}

impl<T, F: FnMut(&Row) -> Result<T, StoreError>> Iterator for Cursor<'_, F> {
    type Item = Result<T, StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rows.len() == 0
            && !self.is_read
            && let Err(error) = self.fetch()
        {
            self.is_read = true;
            return Some(Err(error));
        }
        self.rows.next().map(|row| (self.read)(&row))
    }
}
