//! What Postgres says when it says no, sorted by what can be done about it.

use std::time::Duration;

use tokio_postgres::Error;
use tokio_postgres::error::{DbError, SqlState};

use super::address::Address;
use crate::store::StoreError;

/// Sorts a failure of a statement.
pub(super) fn sorted(error: Error) -> StoreError {
    let Some(said) = error.as_db_error() else {
        // A value that can't be read or written is our fault; everything else is the connection's.
        return if error.is_closed() || is_of_the_way(&error) {
            StoreError::Lost(error.to_string())
        } else {
            StoreError::Postgres(error)
        };
    };
    let code = said.code();
    if is_of_others(code) {
        return StoreError::Conflict(error);
    }
    if code.code().starts_with("23") {
        let name = said.constraint().unwrap_or_else(|| said.message());
        return StoreError::Fence(name.to_owned());
    }
    if is_of_the_server(code) {
        return StoreError::Lost(told(said));
    }
    StoreError::Postgres(error)
}

/// Waits for an answer, but no longer than it may take: a database that holds still longer counts as
/// gone, so that whoever waits hears of it.
pub(super) async fn in_time<T>(
    limit: Duration,
    asked: impl Future<Output = Result<T, Error>>,
) -> Result<T, StoreError> {
    tokio::time::timeout(limit, asked).await.map_err(|_| late())?.map_err(sorted)
}

/// Returns the failure of an answer that did not come in time.
pub(super) fn late() -> StoreError {
    StoreError::Lost("no answer in time".to_owned())
}

/// Tells whether somebody else's transaction was in the way.
fn is_of_others(code: &SqlState) -> bool {
    [
        SqlState::T_R_SERIALIZATION_FAILURE,
        SqlState::T_R_DEADLOCK_DETECTED,
        SqlState::LOCK_NOT_AVAILABLE,
        SqlState::QUERY_CANCELED,
    ]
    .contains(code)
}

/// Tells whether the server is not itself: it stops, starts, is full, or may only be read.
fn is_of_the_server(code: &SqlState) -> bool {
    let classes = ["08", "53", "57", "58"];
    classes.iter().any(|class| code.code().starts_with(class))
        || [
            SqlState::READ_ONLY_SQL_TRANSACTION,
            SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
            SqlState::IN_FAILED_SQL_TRANSACTION,
        ]
        .contains(code)
}

/// Tells whether a failure comes of somebody else's transaction, at whatever depth.
pub(super) fn is_in_the_way_of_others(error: &(dyn std::error::Error + 'static)) -> bool {
    driver_said(error).and_then(Error::code).is_some_and(is_of_others)
}

/// Returns what the database said, if it is the cause of a failure.
pub(super) fn database_said(error: &(dyn std::error::Error + 'static)) -> Option<String> {
    driver_said(error).and_then(Error::as_db_error).map(told)
}

fn driver_said<'a>(error: &'a (dyn std::error::Error + 'static)) -> Option<&'a Error> {
    std::iter::successors(Some(error), |error| error.source())
        .find_map(|cause| cause.downcast_ref())
}

fn is_of_the_way(error: &Error) -> bool {
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        if inner.is::<std::io::Error>() {
            return true;
        }
        cause = inner.source();
    }
    false
}

fn told(said: &DbError) -> String {
    let hint = said.hint().map(|hint| format!(" ({hint})")).unwrap_or_default();
    format!("{}{hint}", said.message())
}

/// What our driver says where a server asks for a password and nobody has given one.
const NO_PASSWORD: &str = "password missing";

/// Words why nobody could connect, and what would help.
pub(super) fn unavailable(address: &Address, error: &Error) -> StoreError {
    let said = error.as_db_error();
    let cause = match said {
        Some(said) => told(said),
        None => std::error::Error::source(error)
            .map_or_else(|| error.to_string(), std::string::ToString::to_string),
    };
    let code = said.map(DbError::code);
    let way_on = if code == Some(&SqlState::INVALID_PASSWORD) || cause == NO_PASSWORD {
        " (the password is looked for in PGPASSWORD, then in the file that PGPASSFILE names)"
    } else if code == Some(&SqlState::TOO_MANY_CONNECTIONS) {
        " (an instance takes eleven connections: raise max_connections, or end others)"
    } else {
        ""
    };
    StoreError::Unavailable(format!("{address}: {cause}{way_on}"))
}
