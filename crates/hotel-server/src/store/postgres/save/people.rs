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
        id: Uuid, version: i64, family: String, given: String, email: String, phone: String,
        note: String,
    }
}

const SET_GUESTS: &str = "INSERT INTO guest (id, version, family, given, email, phone, note) \
     SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[], \
       $6::text[], $7::text[]) \
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, family = excluded.family, \
       given = excluded.given, email = excluded.email, phone = excluded.phone, \
       note = excluded.note";

/// Gathers the guests that a batch wrote.
pub(super) fn guests_of_batch(batch: &Batch<'_>) -> Guests {
    let facts = batch.facts;
    let mut rows = Guests::of(SET_GUESTS);
    for guest in facts.touched.guests.iter().filter_map(|id| facts.guests.get(id)) {
        rows.push(
            guest.id.0,
            count(guest.version),
            guest.family.as_str().to_owned(),
            guest.given.as_str().to_owned(),
            guest.email.as_str().to_owned(),
            guest.phone.as_str().to_owned(),
            guest.note.as_str().to_owned(),
        );
    }
    rows
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
