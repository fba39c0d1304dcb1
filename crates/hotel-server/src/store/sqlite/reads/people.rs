//! Reads of people: guests, users and their tokens.

use rusqlite::{Connection, params};

use hotel_core::ids::GuestId;
use hotel_core::people::{Guest, User};
use hotel_core::wire::page::Page;
use hotel_core::wire::people::{GuestQuery, TokenView};

use super::{all_rows, first_row};
use crate::store::pages::{after_guest, cut, guest_cursor, page_len, prefix_end};
use crate::store::sqlite::finder::{Asked, Finder};
use crate::store::sqlite::rows::{guest_from_row, text, token_from_row, user_from_row};
use crate::store::{Caller, StoreError};

const GUEST: &str = "SELECT guest.id AS guest_id, guest.version AS guest_version, guest.family, \
     guest.given, guest.email, guest.phone, guest.note FROM guest WHERE guest.id = ?1";

/// Reads a guest.
pub(super) fn guest(connection: &Connection, id: GuestId) -> Result<Option<Guest>, StoreError> {
    first_row(connection, GUEST, [id.0.as_bytes()], guest_from_row)
}

// A hint that is out of date leads nowhere, so that each guest comes once.
const GUESTS: &str = "SELECT guest.id AS guest_id, guest.version AS guest_version, guest.family, \
     guest.given, guest.email, guest.phone, guest.note \
     FROM finder.guest_name CROSS JOIN guest \
     ON guest.id = guest_name.guest AND guest.family COLLATE NOCASE = guest_name.family \
     WHERE guest_name.family >= ?1 AND guest_name.family < ?3 \
     AND (guest_name.family, guest_name.guest) > (?1, ?2) \
     ORDER BY guest_name.family, guest_name.guest LIMIT ?4";

const RECENT_GUESTS: &str = "SELECT guest.id AS guest_id, guest.version AS guest_version, \
     guest.family, guest.given, guest.email, guest.phone, guest.note \
     FROM json_each(?4) AS recent CROSS JOIN guest ON guest.id = unhex(recent.value) \
     WHERE guest.family COLLATE NOCASE >= ?1 AND guest.family COLLATE NOCASE < ?3 \
     AND (guest.family COLLATE NOCASE, guest.id) > (?1, ?2)";

/// Reads a page of guests by family name.
pub(super) fn guests(
    connection: &Connection,
    finder: &Finder,
    query: &GuestQuery,
) -> Result<Page<Guest>, StoreError> {
    let len = page_len(query.limit);
    let prefix = query.name.as_deref().unwrap_or_default().trim();
    let (family, id) = match &query.cursor {
        Some(cursor) => {
            let (family, id) = after_guest(cursor)?;
            (family, id.as_bytes().to_vec())
        }
        // No id is empty, so that a family called exactly the prefix comes after this.
        None => (prefix.to_owned(), Vec::new()),
    };
    let end = prefix_end(prefix);
    let recent = finder.hints(&Asked::Name(prefix)).guests_json();
    let wanted = params![family, id, end, len + 1];
    let mut guests = all_rows(connection, GUESTS, wanted, guest_from_row)?;
    let wanted = params![family, id, end, recent];
    guests.extend(all_rows(connection, RECENT_GUESTS, wanted, guest_from_row)?);
    guests.sort_by_cached_key(|guest| (guest.family.as_str().to_ascii_lowercase(), guest.id));
    guests.dedup_by_key(|guest| guest.id);
    Ok(cut(guests, len, guest_cursor))
}

/// Far more users or tokens than a house has.
const PEOPLE_MAX: u32 = 10_000;

const USERS: &str = "SELECT user.id AS user_id, user.name, user.role, user.hotels, user.active \
     FROM user ORDER BY user.name LIMIT ?1";

/// Reads the users.
pub(super) fn users(connection: &Connection) -> Result<Vec<User>, StoreError> {
    all_rows(connection, USERS, [PEOPLE_MAX], user_from_row)
}

const TOKENS: &str = "SELECT token.id AS token_id, token.user, token.secret_hash, \
     token.created_at, token.expires_at, token.revoked, user.name \
     FROM token JOIN user ON user.id = token.user \
     ORDER BY token.created_at DESC, token.id DESC LIMIT ?1";

/// Reads the tokens.
pub(super) fn tokens(connection: &Connection) -> Result<Vec<TokenView>, StoreError> {
    all_rows(connection, TOKENS, [PEOPLE_MAX], |row| {
        let token = token_from_row(row)?;
        Ok(TokenView {
            id: token.id,
            user: text(row, "name", "name")?,
            created_at: token.created_at,
            expires_at: token.expires_at,
            revoked: token.revoked,
        })
    })
}

const CALLER: &str = "SELECT token.id AS token_id, token.user, token.secret_hash, \
     token.created_at, token.expires_at, token.revoked, \
     user.id AS user_id, user.name, user.role, user.hotels, user.active \
     FROM token JOIN user ON user.id = token.user \
     WHERE token.secret_hash = ?1 AND token.revoked = 0 AND user.active = 1";

/// Reads who stands behind the hash of a secret.
pub(super) fn caller(
    connection: &Connection,
    secret_hash: [u8; 32],
) -> Result<Option<Caller>, StoreError> {
    first_row(connection, CALLER, [secret_hash], |row| {
        let token = token_from_row(row)?;
        Ok(Caller { user: user_from_row(row)?, token: token.id, expires_at: token.expires_at })
    })
}
