//! Hotels.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use hotel_core::catalogue::Hotel;
use hotel_core::command::{Command, HotelCommand};
use hotel_core::ids::HotelCode;
use hotel_core::wire::hotel::Changed;
use hotel_core::wire::page::Page;

use super::{page_of, same, write};
use crate::auth::Caller;
use crate::extract::{Code, Nothing, Params, Reached, Write, page_limit};
use crate::failure::Failure;
use crate::state::App;

/// Which hotels to list.
#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct HotelsQuery {
    /// A hotel code, a city code, or how a city's name begins.
    place: Option<String>,
    /// Where the page begins.
    cursor: Option<String>,
    /// How many at most.
    limit: Option<u32>,
}

/// Lists hotels by code.
#[utoipa::path(get, path = "/v1/hotels", tag = "hotels", params(HotelsQuery),
    responses((status = 200, description = "A page of hotels.", body = Page<Hotel>)))]
pub(crate) async fn list(
    State(app): State<App>,
    caller: Caller,
    Params(query): Params<HotelsQuery>,
) -> Result<Json<Page<Hotel>>, Failure> {
    let limit = page_limit(query.limit)?;
    let catalogues = app.shelf.all().into_iter();
    let wanted = catalogues.filter(|catalogue| {
        caller.user.reaches(catalogue.hotel.code)
            && query.place.as_ref().is_none_or(|place| lies_in(&catalogue.hotel, place))
    });
    let hotels = wanted.map(|catalogue| catalogue.hotel.clone());
    let name = |hotel: &Hotel| hotel.code.to_string();
    Ok(Json(page_of(hotels, name, query.cursor.as_deref(), limit)))
}

/// Tells whether a hotel is at a place, named as search names it.
fn lies_in(hotel: &Hotel, place: &str) -> bool {
    let place = place.trim();
    hotel.code.as_str().eq_ignore_ascii_case(place)
        || hotel.city_code.as_str().eq_ignore_ascii_case(place)
        || hotel.city.as_str().to_lowercase().starts_with(&place.to_lowercase())
}

/// Adds a hotel.
#[utoipa::path(post, path = "/v1/hotels", tag = "hotels", request_body = Hotel,
    responses((status = 200, description = "What it came to.", body = Changed)))]
pub(crate) async fn create(
    State(app): State<App>,
    Write { order, body }: Write<Hotel>,
) -> Result<Response, Failure> {
    let set = HotelCommand::Set(Box::new(body.clone()));
    write(&app, order, Command::Hotel(body.code, set)).await
}

/// Shows a hotel.
#[utoipa::path(get, path = "/v1/hotels/{hotel}", tag = "hotels",
    responses((status = 200, description = "The hotel.", body = Hotel)))]
pub(crate) async fn show(Reached(catalogue): Reached) -> Json<Hotel> {
    Json(catalogue.hotel.clone())
}

/// Adds or changes a hotel.
#[utoipa::path(put, path = "/v1/hotels/{hotel}", tag = "hotels", request_body = Hotel,
    responses((status = 200, description = "What it came to.", body = Changed)))]
pub(crate) async fn set(
    State(app): State<App>,
    Code(hotel): Code<HotelCode>,
    Write { order, body }: Write<Hotel>,
) -> Result<Response, Failure> {
    same(&hotel, &body.code)?;
    write(&app, order, Command::Hotel(hotel, HotelCommand::Set(Box::new(body)))).await
}

/// Stops selling a hotel; its bookings stay.
#[utoipa::path(delete, path = "/v1/hotels/{hotel}", tag = "hotels",
    responses((status = 200, description = "What it came to.", body = Changed)))]
pub(crate) async fn remove(
    State(app): State<App>,
    Code(hotel): Code<HotelCode>,
    Write { order, body: Nothing {} }: Write<Nothing>,
) -> Result<Response, Failure> {
    write(&app, order, Command::Hotel(hotel, HotelCommand::Remove)).await
}
