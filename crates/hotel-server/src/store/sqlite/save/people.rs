//! Saving people: guests, users, tokens.

use rusqlite::Connection;

use super::super::insert::{Cell, Insert};
use crate::store::sqlite::rows::{count, micros};
use crate::store::words::json;
use crate::store::{Batch, StoreError};

static GUESTS: Insert = Insert::new(
    "INSERT OR ROLLBACK INTO guest (id, version, family, given, email, phone, note)",
    7,
    "ON CONFLICT DO UPDATE SET version = excluded.version, family = excluded.family, \
           given = excluded.given, email = excluded.email, phone = excluded.phone, \
           note = excluded.note",
);
static USERS: Insert = Insert::new(
    "INSERT OR ROLLBACK INTO user (id, name, role, hotels, active)",
    5,
    "ON CONFLICT (id) DO UPDATE SET role = excluded.role, hotels = excluded.hotels, \
           active = excluded.active",
);
static TOKENS: Insert = Insert::new(
    "INSERT OR ROLLBACK INTO token (id, user, secret_hash, created_at, expires_at, revoked)",
    6,
    "ON CONFLICT (id) DO UPDATE SET revoked = excluded.revoked",
);

/// Writes the people whom a batch changed.
pub(super) fn save(connection: &Connection, batch: &Batch<'_>) -> Result<(), StoreError> {
    let facts = batch.facts;
    let mut rows = Vec::new();
    for guest in facts.touched.guests.iter().filter_map(|id| facts.guests.get(id)) {
        rows.extend([
            Cell::Blob(guest.id.0.as_bytes()),
            count(guest.version),
            Cell::Text(guest.family.as_str()),
            Cell::Text(guest.given.as_str()),
            Cell::Text(guest.email.as_str()),
            Cell::Text(guest.phone.as_str()),
            Cell::Text(guest.note.as_str()),
        ]);
    }
    GUESTS.run(connection, &rows)?;
    for user in facts.touched.users.iter().filter_map(|name| facts.users.get(name)) {
        let row = [
            Cell::Blob(user.id.0.as_bytes()),
            Cell::Text(user.name.as_str()),
            Cell::Text(user.role.as_str()),
            Cell::Text(&json(&user.hotels)?),
            Cell::Integer(user.active.into()),
        ];
        USERS.run(connection, &row)?;
    }
    let mut rows = Vec::new();
    for token in facts.touched.tokens.iter().filter_map(|id| facts.tokens.get(id)) {
        rows.extend([
            Cell::Blob(token.id.0.as_bytes()),
            Cell::Blob(token.user.0.as_bytes()),
            Cell::Blob(&token.secret_hash),
            micros(token.created_at),
            token.expires_at.map_or(Cell::Null, micros),
            Cell::Integer(token.revoked.into()),
        ]);
    }
    TOKENS.run(connection, &rows)
}
