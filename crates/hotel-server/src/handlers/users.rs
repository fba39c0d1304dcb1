//! Users; for administrators.

use axum::Json;
use axum::extract::State;
use axum::response::Response;

use hotel_core::command::Command;
use hotel_core::command::people::UserDetails;
use hotel_core::people::{Role, User};
use hotel_core::wire::page::Page;

use super::{whole, write};
use crate::auth::Caller;
use crate::extract::Write;
use crate::failure::Failure;
use crate::state::App;

/// Lists the users by name.
#[utoipa::path(get, path = "/v1/users", tag = "users",
    responses((status = 200, description = "All of them.", body = Page<User>)))]
pub(crate) async fn list(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<Page<User>>, Failure> {
    caller.needs(Role::Admin)?;
    Ok(Json(whole(app.queries.users().await?)))
}

/// Adds or changes a user; the name tells which.
#[utoipa::path(put, path = "/v1/users", tag = "users", request_body = UserDetails,
    responses((status = 200, description = "The user.", body = User)))]
pub(crate) async fn set(
    State(app): State<App>,
    Write { order, body }: Write<UserDetails>,
) -> Result<Response, Failure> {
    write(&app, order, Command::SetUser(body)).await
}
