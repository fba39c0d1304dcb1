//! Search: what can be booked, at what price, or why not.

use axum::Json;
use axum::extract::State;

use hotel_core::wire::search::{SearchAnswer, SearchQuery};

use crate::auth::Caller;
use crate::extract::{Params, page_limit};
use crate::failure::Failure;
use crate::index::search;
use crate::state::App;

/// Searches for rooms that can be booked.
#[utoipa::path(get, path = "/v1/search", tag = "search", params(SearchQuery),
    responses((status = 200, description = "Offers, or why there are none.", body = SearchAnswer)))]
pub(crate) async fn find(
    State(app): State<App>,
    caller: Caller,
    Params(query): Params<SearchQuery>,
) -> Result<Json<SearchAnswer>, Failure> {
    page_limit(query.limit)?;
    let now = app.clock.now();
    let found = search(&app.index, &app.shelf, &app.offers, &query, &caller.user.hotels, now)?;
    Ok(Json(found))
}
