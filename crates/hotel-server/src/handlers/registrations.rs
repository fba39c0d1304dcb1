//! Registering guests. A path of its own, so that a list of guests and a new one are not mixed up.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use hotel_core::command::Command;
use hotel_core::command::people::GuestDetails;
use hotel_core::ids::GuestId;
use hotel_core::people::Guest;

use super::submit;
use crate::extract::Write;
use crate::failure::Failure;
use crate::state::App;

/// What the engine keeps of its answer: nothing personal.
#[derive(Deserialize)]
struct Registered {
    id: GuestId,
    version: u64,
}

/// Registers a guest.
#[utoipa::path(post, path = "/v1/registrations", tag = "guests", request_body = GuestDetails,
    responses((status = 201, description = "The guest.", body = Guest)))]
pub(crate) async fn create(
    State(app): State<App>,
    Write { order, body }: Write<GuestDetails>,
) -> Result<Response, Failure> {
    let answer = submit(&app, order, Command::RegisterGuest(body.clone())).await?;
    let Ok(registered) = serde_json::from_str(&answer.body) else {
        tracing::error!("the engine registered a guest without an id");
        return Err(Failure::internal());
    };
    Ok(answer.with_body(Json(guest(registered, body)).into_response()))
}

fn guest(Registered { id, version }: Registered, details: GuestDetails) -> Guest {
    let GuestDetails { family, given, email, phone, note } = details;
    Guest { id, version, family, given, email, phone, note }
}
