//! Rows of the journal, as their types.

use std::error::Error;
use std::str::FromStr;

use hotel_core::ids::IdempotencyKey;
use jiff::Timestamp;
use rusqlite::Row;
use rusqlite::types::Type;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::operation::{KeptAnswer, NewOperation, Operation, Request, Whose};
use crate::cache::cursors::moment as moment_of;

/// Reads an operation.
pub(super) fn operation(row: &Row<'_>) -> rusqlite::Result<Operation> {
    let status: Option<u16> = row.get("status")?;
    let answer: Option<Vec<u8>> = row.get("answer")?;
    let key: String = row.get("key")?;
    Ok(Operation {
        seq: row.get("seq")?,
        entered: NewOperation {
            key: IdempotencyKey::try_from(key).map_err(broken)?,
            whose: Whose { server: row.get("server")?, principal: row.get("principal")? },
            argv: from_json(row, "argv")?,
            request: Request {
                method: row.get("method")?,
                path: row.get("path")?,
                if_version: row.get("if_version")?,
                body: row.get("body")?,
            },
            provisional: optional(row, "provisional")?,
            base: row.get("base")?,
            alternatives: from_json(row, "alternatives")?,
            after: follows(row)?,
            expires_at: row.get::<_, Option<i64>>("expires_at")?.map(moment_of),
            supersedes: row.get("supersedes")?,
        },
        state: parsed(row, "state")?,
        entered_at: moment(row, "entered_at")?,
        tries: row.get("tries")?,
        answer: status.zip(answer).map(|(status, body)| KeptAnswer { status, body }),
        note: row.get("note")?,
        booking: optional(row, "booking")?,
        superseded_by: row.get("superseded_by")?,
        blocked_by: row.get("blocked_by")?,
    })
}

/// Reads what an operation was told to follow.
fn follows(row: &Row<'_>) -> rusqlite::Result<Vec<u64>> {
    let text: Option<String> = row.get("follows")?;
    let numbers = text.as_deref().unwrap_or_default().split_terminator(',');
    numbers.map(|number| number.parse().map_err(broken)).collect()
}

/// Reads a moment.
pub(super) fn moment(row: &Row<'_>, column: &str) -> rusqlite::Result<Timestamp> {
    row.get(column).map(moment_of)
}

/// Reads a text as what it stands for.
pub(super) fn parsed<T>(row: &Row<'_>, column: &str) -> rusqlite::Result<T>
where
    T: FromStr<Err: Error + Send + Sync + 'static>,
{
    row.get::<_, String>(column)?.parse().map_err(broken)
}

fn optional<T>(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<T>>
where
    T: FromStr<Err: Error + Send + Sync + 'static>,
{
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(broken)).transpose()
}

/// Writes a value as JSON.
pub(super) fn json(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

fn from_json<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    serde_json::from_str(&row.get::<_, String>(column)?).map_err(broken)
}

/// Returns the number of a row.
pub(super) fn seq(row: i64) -> rusqlite::Result<u64> {
    u64::try_from(row).map_err(broken)
}

fn broken(error: impl Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error))
}
