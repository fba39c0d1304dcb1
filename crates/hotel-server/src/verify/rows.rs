//! Two sorted sequences side by side: what the log says, and the rows of a table.

use std::cmp::Ordering;
use std::fmt::Display;
use std::iter::Peekable;

use hotel_core::ids::HotelCode;
use serde::Serialize;

use super::Findings;
use crate::store::StoreError;

/// A key of two parts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Slash<A, B>(pub(crate) A, pub(crate) B);

impl<A: Display, B: Display> Display for Slash<A, B> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.0, self.1)
    }
}

/// The stream of a hotel, or of the house.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct StreamName(pub(crate) Option<HotelCode>);

impl Display for StreamName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Some(hotel) => hotel.fmt(f),
            None => f.write_str("house"),
        }
    }
}

/// A value, or why it can't be read.
pub(crate) type Readable<V> = Result<V, String>;

/// Turns a row that can't be read into a finding to come; a database that fails stays an error.
pub(crate) fn readable<V>(read: Result<V, StoreError>) -> Result<Readable<V>, StoreError> {
    match read {
        Ok(value) => Ok(Ok(value)),
        Err(StoreError::Row { what, source }) => {
            let cause = source.map(|cause| format!(": {cause}")).unwrap_or_default();
            Ok(Err(format!("a {what} that can't be read{cause}")))
        }
        Err(error) => Err(error),
    }
}

/// The rows of a table in the order of their keys, taken by those that the log tells of.
pub(crate) struct Rows<I: Iterator> {
    table: &'static str,
    waiting: Peekable<I>,
    /// How many rows were seen.
    pub(crate) count: u64,
}

impl<K, V, I> Rows<I>
where
    K: Ord + Display,
    I: Iterator<Item = Result<(K, Readable<V>), StoreError>>,
{
    /// Begins with the rows of a table.
    pub(crate) fn new(table: &'static str, rows: I) -> Self {
        Self { table, waiting: rows.peekable(), count: 0 }
    }

    /// Returns the row of a key; rows before it are ones that the log does not tell of.
    pub(crate) fn take(
        &mut self,
        wanted: &K,
        findings: &mut Findings,
    ) -> Result<Option<Readable<V>>, StoreError> {
        loop {
            let order = match self.waiting.peek() {
                Some(Ok((key, _))) => key.cmp(wanted),
                // The error is taken out below.
                Some(Err(_)) => Ordering::Less,
                None => Ordering::Greater,
            };
            match order {
                Ordering::Greater => return Ok(None),
                Ordering::Less => self.untold(findings)?,
                Ordering::Equal => {
                    self.count += 1;
                    return self.waiting.next().map(|row| row.map(|(_, value)| value)).transpose();
                }
            }
        }
    }

    /// Notes all rows that are left: the log tells of none of them.
    pub(crate) fn finish(mut self, findings: &mut Findings) -> Result<u64, StoreError> {
        while self.waiting.peek().is_some() {
            self.untold(findings)?;
        }
        Ok(self.count)
    }

    fn untold(&mut self, findings: &mut Findings) -> Result<(), StoreError> {
        if let Some(row) = self.waiting.next() {
            let (key, value) = row?;
            self.count += 1;
            let is = value.err().unwrap_or_else(|| "a row".to_owned());
            findings.add((self.table, &key, ""), None, Some(is));
        }
        Ok(())
    }
}

/// Compares what the log says with the rows of a table, both in the order of their keys, and returns
/// how many rows there are.
pub(crate) fn compare<K, V>(
    table: &'static str,
    told: impl IntoIterator<Item = (K, V)>,
    rows: impl Iterator<Item = Result<(K, Readable<V>), StoreError>>,
    findings: &mut Findings,
) -> Result<u64, StoreError>
where
    K: Ord + Display,
    V: PartialEq + Serialize,
{
    let mut rows = Rows::new(table, rows);
    for (key, told) in told {
        match rows.take(&key, findings)? {
            Some(Ok(row)) => findings.differ((table, &key), &told, &row),
            Some(Err(why)) => findings.add((table, &key, ""), Some("a row".to_owned()), Some(why)),
            None => findings.add((table, &key, ""), Some("a row".to_owned()), None),
        }
    }
    rows.finish(findings)
}
