//! Who the server takes the caller for.

use axum::Json;
use axum::extract::State;

use hotel_core::wire::people::WhoAmI;

use crate::auth::Caller;
use crate::state::App;

/// Tells who the caller is and what the caller may do.
#[utoipa::path(get, path = "/v1/me", tag = "me",
    responses((status = 200, description = "The caller.", body = WhoAmI)))]
pub(crate) async fn show(State(app): State<App>, caller: Caller) -> Json<WhoAmI> {
    Json(WhoAmI {
        user: caller.user.name.clone(),
        role: caller.user.role,
        hotels: caller.scope(),
        token_expires_at: caller.expires_at,
        server_version: app.version.to_owned(),
    })
}
