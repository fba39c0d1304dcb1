//! A column of rows on their way into Postgres: an array in the form in which it travels, written value
//! by value, so that no value is kept twice.

use std::error::Error;

use bytes::{BufMut as _, BytesMut};
use jiff::Timestamp;
use jiff::civil::Date;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

use crate::store::StoreError;

/// A value that a column can hold, and what Postgres calls its type.
pub(super) trait Value: ToSql {
    /// The type of one value.
    const KIND: Type;
}

macro_rules! values {
    ($($value:ty => $kind:ident),* $(,)?) => {
        $(impl Value for $value {
            const KIND: Type = Type::$kind;
        })*
    };
}

values!(
    i32 => INT4, i64 => INT8, bool => BOOL, &str => TEXT, String => TEXT, &[u8] => BYTEA,
    Uuid => UUID, Date => DATE, Timestamp => TIMESTAMPTZ,
    Option<i32> => INT4, Option<i64> => INT8, Option<&str> => TEXT, Option<String> => TEXT,
    Option<Timestamp> => TIMESTAMPTZ,
);

/// The length that stands for no value.
const NULL: i32 = -1;

/// A column: an array of one dimension.
#[derive(Debug)]
pub(super) struct Column {
    kind: Type,
    len: i32,
    has_null: bool,
    values: BytesMut,
}

impl Column {
    /// Makes an empty column.
    pub(super) fn of(kind: Type) -> Self {
        Self { kind, len: 0, has_null: false, values: BytesMut::new() }
    }

    /// Tells whether it has no value.
    pub(super) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Adds a value.
    pub(super) fn push<V: Value>(&mut self, value: &V) -> Result<(), StoreError> {
        let start = self.values.len();
        self.values.put_i32(NULL);
        let written = value
            .to_sql(&V::KIND, &mut self.values)
            .map_err(|source| StoreError::Row { what: "value", source: Some(source) })?;
        match written {
            IsNull::Yes => self.has_null = true,
            IsNull::No => {
                let len = i32::try_from(self.values.len() - start - size_of::<i32>());
                let len = len.map_err(|_| StoreError::Row { what: "value", source: None })?;
                self.values[start..start + size_of::<i32>()].copy_from_slice(&len.to_be_bytes());
            }
        }
        self.len += 1;
        Ok(())
    }
}

impl ToSql for Column {
    fn to_sql(&self, _: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        // The header of an array: dimensions, nulls, the type of its values, length, first place.
        out.reserve(self.values.len() + 5 * size_of::<i32>());
        out.put_i32(1);
        out.put_i32(i32::from(self.has_null));
        out.put_u32(self.kind.oid());
        out.put_i32(self.len);
        out.put_i32(1);
        out.put_slice(&self.values);
        Ok(IsNull::No)
    }

    fn accepts(kind: &Type) -> bool {
        matches!(kind.kind(), tokio_postgres::types::Kind::Array(_))
    }

    to_sql_checked!();
}
