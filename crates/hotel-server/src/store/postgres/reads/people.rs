//! Reads of people: guests, users and their tokens.

use tokio_postgres::Row;
use uuid::Uuid;

use hotel_core::ids::GuestId;
use hotel_core::people::{Guest, User};
use hotel_core::wire::page::Page;
use hotel_core::wire::people::{GuestQuery, TokenView};

use super::Queries;
use crate::store::pages::{after_guest, cut, guest_cursor, page_len, prefix_end};
use crate::store::postgres::rows::{
    guest_columns, guest_from_row, text, token_columns, token_from_row, user_columns, user_from_row,
};
use crate::store::{Caller, StoreError};

const GUEST: &str = concat!("SELECT ", guest_columns!(), " FROM guest WHERE guest.id = $1");

const GUESTS: &str = concat!(
    "SELECT ",
    guest_columns!(),
    " FROM guest WHERE lower(guest.family) >= $1 AND lower(guest.family) < $3 \
     AND (lower(guest.family), guest.id) > ($1, $2) \
     ORDER BY lower(guest.family), guest.id LIMIT $4"
);

/// Far more users or tokens than a house has.
const PEOPLE_MAX: i64 = 10_000;

const USERS: &str =
    concat!("SELECT ", user_columns!(), " FROM house_user ORDER BY house_user.name LIMIT $1");

const TOKENS: &str = concat!(
    "SELECT ",
    token_columns!(),
    ", house_user.name FROM token JOIN house_user ON house_user.id = token.owner \
     ORDER BY token.created_at DESC, token.id DESC LIMIT $1"
);

const CALLER: &str = concat!(
    "SELECT ",
    token_columns!(),
    ", ",
    user_columns!(),
    " FROM token JOIN house_user ON house_user.id = token.owner \
     WHERE token.secret_hash = $1 AND NOT token.revoked AND house_user.active"
);

impl Queries {
    /// Returns a guest.
    pub async fn guest(&self, id: GuestId) -> Result<Option<Guest>, StoreError> {
        self.places.first(GUEST, &[&id.0]).await?.as_ref().map(guest_from_row).transpose()
    }

    /// Returns a page of guests by family name.
    pub async fn guests(&self, query: GuestQuery) -> Result<Page<Guest>, StoreError> {
        let len = page_len(query.limit);
        let prefix = query.name.as_deref().unwrap_or_default().trim().to_ascii_lowercase();
        let (family, id) = match &query.cursor {
            Some(cursor) => after_guest(cursor)?,
            // No guest has this id, so that a family called exactly the prefix comes after it.
            None => (prefix.clone(), Uuid::nil()),
        };
        let (family, end) = (family.to_ascii_lowercase(), prefix_end(&prefix));
        let rows =
            self.places.rows_anywhere(GUESTS, &[&family, &id, &end, &i64::from(len + 1)]).await?;
        let guests: Result<Vec<Guest>, StoreError> = rows.iter().map(guest_from_row).collect();
        Ok(cut(guests?, len, guest_cursor))
    }

    /// Returns the users by name.
    pub async fn users(&self) -> Result<Vec<User>, StoreError> {
        self.places.rows(USERS, &[&PEOPLE_MAX]).await?.iter().map(user_from_row).collect()
    }

    /// Returns the tokens, newest first, without their secrets.
    pub async fn tokens(&self) -> Result<Vec<TokenView>, StoreError> {
        let view = |row: &Row| {
            let token = token_from_row(row)?;
            Ok(TokenView {
                id: token.id,
                user: text(row, "name", "name")?,
                created_at: token.created_at,
                expires_at: token.expires_at,
                revoked: token.revoked,
            })
        };
        self.places.rows(TOKENS, &[&PEOPLE_MAX]).await?.iter().map(view).collect()
    }

    /// Returns the active user behind a token that was not revoked.
    pub async fn caller(&self, secret_hash: [u8; 32]) -> Result<Option<Caller>, StoreError> {
        let row = self.places.first(CALLER, &[&secret_hash.as_slice()]).await?;
        let caller = |row: &Row| {
            let token = token_from_row(row)?;
            Ok(Caller { user: user_from_row(row)?, token: token.id, expires_at: token.expires_at })
        };
        row.as_ref().map(caller).transpose()
    }
}
