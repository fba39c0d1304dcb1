//! Guests: list, show, change.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};

use hotel_core::command::Command;
use hotel_core::command::people::GuestPatch;
use hotel_core::ids::GuestId;
use hotel_core::people::Guest;
use hotel_core::refusal::{Refusal, code};
use hotel_core::wire::page::Page;
use hotel_core::wire::people::GuestQuery;

use super::submit;
use crate::auth::Caller;
use crate::extract::{Code, Params, Write, page_limit, versioned};
use crate::failure::Failure;
use crate::state::App;

/// Lists guests by family name.
#[utoipa::path(get, path = "/v1/guests", tag = "guests", params(GuestQuery),
    responses((status = 200, description = "A page of guests.", body = Page<Guest>)))]
pub(crate) async fn list(
    State(app): State<App>,
    _caller: Caller,
    Params(query): Params<GuestQuery>,
) -> Result<Json<Page<Guest>>, Failure> {
    page_limit(query.limit)?;
    Ok(Json(app.queries.guests(query).await?))
}

/// Shows a guest.
#[utoipa::path(get, path = "/v1/guests/{guest}", tag = "guests",
    responses(
        (status = 200, description = "The guest; the ETag is the version.", body = Guest),
        (status = 304, description = "The caller has this version.")))]
pub(crate) async fn show(
    State(app): State<App>,
    _caller: Caller,
    Code(id): Code<GuestId>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let guest = known(&app, id).await?;
    Ok(versioned(&headers, guest.version, &guest))
}

/// Changes a guest; what is left out stays.
#[utoipa::path(patch, path = "/v1/guests/{guest}", tag = "guests", request_body = GuestPatch,
    responses((status = 200, description = "The guest after it.", body = Guest)))]
pub(crate) async fn change(
    State(app): State<App>,
    Code(id): Code<GuestId>,
    Write { order, body }: Write<GuestPatch>,
) -> Result<Response, Failure> {
    let answer = submit(&app, order, Command::ChangeGuest(id, body.clone())).await?;
    // What the engine keeps of its answer is not personal, so the guest is read, and the change
    // laid over: in a preview it was not made.
    let guest = changed(known(&app, id).await?, body, answer.etag);
    Ok(answer.with_body(Json(guest).into_response()))
}

async fn known(app: &App, id: GuestId) -> Result<Guest, Failure> {
    let unknown = || {
        Refusal::new(code::UNKNOWN_GUEST, format!("there is no guest {id}"))
            .field("guest")
            .hint("hotel guests")
    };
    Ok(app.queries.guest(id).await?.ok_or_else(unknown)?)
}

fn changed(guest: Guest, patch: GuestPatch, version: Option<u64>) -> Guest {
    Guest {
        id: guest.id,
        version: version.unwrap_or(guest.version),
        family: patch.family.unwrap_or(guest.family),
        given: patch.given.unwrap_or(guest.given),
        email: patch.email.unwrap_or(guest.email),
        phone: patch.phone.unwrap_or(guest.phone),
        note: patch.note.unwrap_or(guest.note),
    }
}
