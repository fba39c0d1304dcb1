//! Inventory nights of a hotel.

use axum::Json;
use axum::extract::State;
use axum::response::Response;

use hotel_core::command::house::InventoryRequest;
use hotel_core::command::{Command, HotelCommand};
use hotel_core::ids::HotelCode;
use hotel_core::inventory::{Night, NightKey};
use hotel_core::wire::hotel::{Changed, InventoryNight, NightsQuery};
use hotel_core::wire::page::Page;

use super::{nights_asked, whole, write};
use crate::extract::{Code, Params, Reached, Write};
use crate::failure::Failure;
use crate::state::App;

/// Shows what there is and what is taken, by room type and night.
#[utoipa::path(get, path = "/v1/hotels/{hotel}/inventory", tag = "hotels", params(NightsQuery),
    responses((status = 200, description = "All nights asked for.", body = Page<InventoryNight>)))]
pub(crate) async fn list(
    State(app): State<App>,
    Reached(catalogue): Reached,
    Params(query): Params<NightsQuery>,
) -> Result<Json<Page<InventoryNight>>, Failure> {
    let (from, to) = nights_asked(&query, &catalogue, app.clock.now())?;
    let hotel = catalogue.hotel.code;
    let nights = app.queries.nights(hotel, query.room_type, from, to).await?;
    Ok(Json(whole(nights.into_iter().map(shown).collect())))
}

fn shown(((_, room_type, date), night): (NightKey, Night)) -> InventoryNight {
    InventoryNight { room_type, date, sellable: night.sellable(), left: night.left(), night }
}

/// Opens or closes nights, sets overbooking.
#[utoipa::path(post, path = "/v1/hotels/{hotel}/inventory", tag = "hotels",
    request_body = InventoryRequest,
    responses((status = 200, description = "What it came to.", body = Changed)))]
pub(crate) async fn set(
    State(app): State<App>,
    Code(hotel): Code<HotelCode>,
    Write { order, body }: Write<InventoryRequest>,
) -> Result<Response, Failure> {
    write(&app, order, Command::Hotel(hotel, HotelCommand::SetInventory(body))).await
}
