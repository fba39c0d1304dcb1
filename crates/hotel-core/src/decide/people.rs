//! Guests, users and tokens.

use super::needs::Needs;
use super::{Context, Decision, Private, Subject};
use crate::command::people::{GuestDetails, GuestPatch, GuestRef, Token, TokenGrant, UserDetails};
use crate::event::{Change, EventData, GuestChange, TokenChange};
use crate::facts::Facts;
use crate::ids::{GuestId, TokenId};
use crate::people::{Guest, User};
use crate::refusal::{Refusal, code};
use crate::text::Name;

pub(super) fn unknown_guest(guest: GuestId) -> Refusal {
    Refusal::new(code::UNKNOWN_GUEST, format!("there is no guest {guest}"))
        .field("guest")
        .hint("hotel guests list")
}

pub(super) fn needs_of_guest(guest: &GuestRef, out: &mut Needs) {
    if let GuestRef::Id(id) = guest {
        out.guests.push(*id);
    }
}

pub(super) fn new_guest(details: &GuestDetails, context: &Context) -> Guest {
    Guest {
        id: context.new_guest,
        version: 1,
        family: details.family.clone(),
        given: details.given.clone(),
        email: details.email.clone(),
        phone: details.phone.clone(),
        note: details.note.clone(),
    }
}

fn guest_decision(guest: Guest, fields: Vec<String>) -> Decision {
    let change = GuestChange { guest: guest.id, version: guest.version, fields };
    Decision {
        hotel: None,
        changes: vec![(None, EventData::Guest(change))],
        subject: Subject::Guest(guest.id),
        private: vec![Private::Guest(guest)],
    }
}

/// Decides to register a guest.
pub(super) fn register(details: &GuestDetails, context: &Context) -> Decision {
    let guest = new_guest(details, context);
    let written = [
        ("family", true),
        ("given", true),
        ("email", !guest.email.is_empty()),
        ("phone", !guest.phone.is_empty()),
        ("note", !guest.note.is_empty()),
    ];
    let fields = written.iter().filter(|(_, is)| *is).map(|(name, _)| (*name).to_owned()).collect();
    guest_decision(guest, fields)
}

/// Decides new values of a guest's fields.
pub(super) fn change_guest(
    id: GuestId,
    patch: &GuestPatch,
    facts: &Facts,
    context: &Context,
) -> Result<Decision, Refusal> {
    let before = facts.guests.get(&id).ok_or_else(|| unknown_guest(id))?;
    if context.expected_version.is_some_and(|expected| expected != before.version) {
        return Err(Refusal::new(
            code::STALE,
            format!("guest {id} is at version {}, not the one you saw", before.version),
        )
        .details(serde_json::json!({ "version": before.version }))
        .hint(format!("hotel guests show {id}")));
    }
    let mut after = before.clone();
    let mut fields = Vec::new();
    macro_rules! take {
        ($($field:ident),*) => { $( if let Some(value) = &patch.$field
            && *value != after.$field
        {
            after.$field = value.clone();
            fields.push(stringify!($field).to_owned());
        } )* };
    }
    take!(family, given, email, phone, note);
    if fields.is_empty() {
        return Ok(Decision::nothing(None, Subject::Guest(id)));
    }
    after.version += 1;
    Ok(guest_decision(after, fields))
}

/// Decides to add or change a user.
pub(super) fn set_user(
    details: &UserDetails,
    facts: &Facts,
    context: &Context,
) -> Result<Decision, Refusal> {
    let old = facts.users.get(&details.name);
    let new = User {
        id: old.map_or(context.new_user, |user| user.id),
        name: details.name.clone(),
        role: details.role,
        hotels: details.hotels.clone(),
        active: details.active,
    };
    if old == Some(&new) {
        return Ok(Decision::nothing(None, Subject::User(new.id)));
    }
    if new.id == context.user.id && (!new.active || new.role < context.user.role) {
        return Err(Refusal::new(code::INVALID, "you can't lock yourself out").field("role"));
    }
    let subject = Subject::User(new.id);
    let change = EventData::User(Change { old: old.cloned(), new });
    Ok(Decision { hotel: None, changes: vec![(None, change)], private: Vec::new(), subject })
}

/// Decides to issue a token.
pub(super) fn issue_token(
    grant: &TokenGrant,
    facts: &Facts,
    context: &Context,
) -> Result<Decision, Refusal> {
    let user = facts.users.get(&grant.user).ok_or_else(|| unknown_user(&grant.user))?;
    if grant.expires_at.is_some_and(|at| at <= context.now) {
        return Err(
            Refusal::new(code::INVALID, "a token can't expire in the past").field("expires_at")
        );
    }
    let token = Token {
        id: context.new_token,
        user: user.id,
        secret_hash: grant.secret_hash,
        created_at: context.now,
        expires_at: grant.expires_at,
        revoked: false,
    };
    Ok(token_decision(token, user.name.clone()))
}

fn unknown_user(name: &Name) -> Refusal {
    Refusal::new(code::UNKNOWN_USER, format!("there is no user {name}"))
        .field("user")
        .hint("hotel users list")
}

fn token_decision(token: Token, user: Name) -> Decision {
    let change = TokenChange { token: token.id, user, revoked: token.revoked };
    Decision {
        hotel: None,
        changes: vec![(None, EventData::Token(change))],
        subject: Subject::Token(token.id),
        private: vec![Private::Token(token)],
    }
}

/// Decides to revoke a token.
pub(super) fn revoke_token(id: TokenId, facts: &Facts) -> Result<Decision, Refusal> {
    let token = facts.tokens.get(&id).ok_or_else(|| {
        Refusal::new(code::UNKNOWN_TOKEN, format!("there is no token {id}"))
            .field("token")
            .hint("hotel tokens list")
    })?;
    if token.revoked {
        return Ok(Decision::nothing(None, Subject::Token(id)));
    }
    let owner = facts.users.values().find(|user| user.id == token.user);
    let name = owner.map(|user| user.name.clone()).unwrap_or_default();
    Ok(token_decision(Token { revoked: true, ..token.clone() }, name))
}
