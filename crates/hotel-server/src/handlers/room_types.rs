//! Room types of a hotel.

use axum::Json;
use axum::extract::State;
use axum::response::Response;

use hotel_core::catalogue::RoomType;
use hotel_core::command::{Command, HotelCommand};
use hotel_core::ids::{HotelCode, RoomTypeCode};
use hotel_core::wire::hotel::Changed;
use hotel_core::wire::page::Page;

use super::{same, whole, write};
use crate::extract::{Codes, Nothing, Reached, Write};
use crate::failure::Failure;
use crate::state::App;

/// Lists the room types of a hotel.
#[utoipa::path(get, path = "/v1/hotels/{hotel}/room-types", tag = "hotels",
    responses((status = 200, description = "All of them, by code.", body = Page<RoomType>)))]
pub(crate) async fn list(Reached(catalogue): Reached) -> Json<Page<RoomType>> {
    Json(whole(catalogue.room_types.values().cloned().collect()))
}

/// Adds or changes a room type.
#[utoipa::path(put, path = "/v1/hotels/{hotel}/room-types/{room_type}", tag = "hotels",
    request_body = RoomType,
    responses((status = 200, description = "What it came to.", body = Changed)))]
pub(crate) async fn set(
    State(app): State<App>,
    Codes(hotel, room_type): Codes<HotelCode, RoomTypeCode>,
    Write { order, body }: Write<RoomType>,
) -> Result<Response, Failure> {
    same(&room_type, &body.code)?;
    write(&app, order, Command::Hotel(hotel, HotelCommand::SetRoomType(body))).await
}

/// Removes a room type that has no rooms.
#[utoipa::path(delete, path = "/v1/hotels/{hotel}/room-types/{room_type}", tag = "hotels",
    responses((status = 200, description = "What it came to.", body = Changed)))]
pub(crate) async fn remove(
    State(app): State<App>,
    Codes(hotel, room_type): Codes<HotelCode, RoomTypeCode>,
    Write { order, body: Nothing {} }: Write<Nothing>,
) -> Result<Response, Failure> {
    write(&app, order, Command::Hotel(hotel, HotelCommand::RemoveRoomType(room_type))).await
}
