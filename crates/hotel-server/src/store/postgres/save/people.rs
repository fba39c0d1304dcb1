//! Saving people: guests, users, tokens.

use uuid::Uuid;

use super::rows;
use crate::store::postgres::rows::count;
use crate::store::postgres::session::Session;
use crate::store::words::json;
use crate::store::{Batch, StoreError};

rows! {
    /// Guests.
    Guests {
        id: Uuid, version: i64, family: &str, given: &str, email: &str, phone: &str,
        note: &str,
    }
}

const ADD_GUESTS: &str = "INSERT INTO guest (id, version, family, given, email, phone, note) \
     SELECT unnest($1::uuid[]), unnest($2::bigint[]), unnest($3::text[]), unnest($4::text[]), \
       unnest($5::text[]), unnest($6::text[]), unnest($7::text[])";

const CHANGE_GUESTS: &str = "UPDATE guest SET version = changed.version, family = changed.family, \
       given = changed.given, email = changed.email, phone = changed.phone, note = changed.note \
     FROM (SELECT unnest($1::uuid[]) AS id, unnest($2::bigint[]) AS version, \
       unnest($3::text[]) AS family, unnest($4::text[]) AS given, unnest($5::text[]) AS email, \
       unnest($6::text[]) AS phone, unnest($7::text[]) AS note) AS changed \
     WHERE guest.id = changed.id";

/// Gathers the guests that a batch brings along, and those that it changed.
pub(super) fn guests_of_batch(batch: &Batch<'_>) -> Result<(Guests, Guests), StoreError> {
    let facts = batch.facts;
    let (mut new, mut changed) = (Guests::of(ADD_GUESTS), Guests::of(CHANGE_GUESTS));
    for guest in facts.touched.guests.iter().filter_map(|id| facts.guests.get(id)) {
        let rows = if guest.version == 1 { &mut new } else { &mut changed };
        rows.push(
            guest.id.0,
            count(guest.version),
            guest.family.as_str(),
            guest.given.as_str(),
            guest.email.as_str(),
            guest.phone.as_str(),
            guest.note.as_str(),
        )?;
    }
    Ok((new, changed))
}

const SET_USER: &str = "INSERT INTO house_user (id, name, role, hotels, active) \
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO UPDATE SET role = excluded.role, \
     hotels = excluded.hotels, active = excluded.active";

const SET_TOKEN: &str = "INSERT INTO token (id, owner, secret_hash, created_at, expires_at, revoked) \
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO UPDATE SET revoked = excluded.revoked";

/// Writes the users and tokens that a batch changed.
pub(super) fn save(session: &mut Session, batch: &Batch<'_>) -> Result<(), StoreError> {
    let facts = batch.facts;
    for user in facts.touched.users.iter().filter_map(|name| facts.users.get(name)) {
        let hotels = json(&user.hotels)?;
        let (name, role) = (user.name.as_str(), user.role.as_str());
        session.ask(&[(SET_USER, vec![&user.id.0, &name, &role, &hotels, &user.active])])?;
    }
    for token in facts.touched.tokens.iter().filter_map(|id| facts.tokens.get(id)) {
        let hash = token.secret_hash.as_slice();
        session.ask(&[(
            SET_TOKEN,
            vec![
                &token.id.0,
                &token.user.0,
                &hash,
                &token.created_at,
                &token.expires_at,
                &token.revoked,
            ],
        )])?;
    }
    Ok(())
}
