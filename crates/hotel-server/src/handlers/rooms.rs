//! Physical rooms: of one hotel, or over all the caller may touch.

use axum::Json;
use axum::extract::State;
use axum::response::Response;

use hotel_core::catalogue::Room;
use hotel_core::command::house::{BlockRequest, RoomsRequest};
use hotel_core::command::{Command, HotelCommand};
use hotel_core::ids::{HotelCode, RoomNo};
use hotel_core::wire::hotel::{Changed, RoomRow, RoomsQuery};
use hotel_core::wire::page::Page;

use super::{page_of, whole, write};
use crate::auth::Caller;
use crate::extract::{Code, Codes, Nothing, Params, Reached, Write, page_limit};
use crate::failure::Failure;
use crate::state::App;

/// Lists rooms over hotels, by hotel and number.
#[utoipa::path(get, path = "/v1/rooms", tag = "hotels", params(RoomsQuery),
    responses((status = 200, description = "A page of rooms.", body = Page<RoomRow>)))]
pub(crate) async fn list_all(
    State(app): State<App>,
    caller: Caller,
    Params(query): Params<RoomsQuery>,
) -> Result<Json<Page<RoomRow>>, Failure> {
    let limit = page_limit(query.limit)?;
    let rows = app.shelf.all().into_iter().filter(|catalogue| {
        let hotel = catalogue.hotel.code;
        caller.user.reaches(hotel) && query.hotel.is_none_or(|wanted| wanted == hotel)
    });
    let rows = rows.flat_map(|catalogue| {
        let hotel = catalogue.hotel.code;
        let rooms: Vec<Room> = catalogue.rooms.values().cloned().collect();
        rooms.into_iter().map(move |room| RoomRow { hotel, room })
    });
    let wanted = |row: &RoomRow| query.room_type.is_none_or(|wanted| wanted == row.room.room_type);
    Ok(Json(page_of(rows.filter(wanted), name, query.cursor.as_deref(), limit)))
}

/// Names a room over hotels. The blank sorts before every character of a code, so that the names
/// sort as the rooms do.
fn name(row: &RoomRow) -> String {
    format!("{} {}", row.hotel, row.room.number)
}

/// Lists the rooms of a hotel.
#[utoipa::path(get, path = "/v1/hotels/{hotel}/rooms", tag = "hotels",
    responses((status = 200, description = "All of them, by number.", body = Page<Room>)))]
pub(crate) async fn list(Reached(catalogue): Reached) -> Json<Page<Room>> {
    Json(whole(catalogue.rooms.values().cloned().collect()))
}

/// Adds or changes rooms.
#[utoipa::path(post, path = "/v1/hotels/{hotel}/rooms", tag = "hotels",
    request_body = RoomsRequest,
    responses((status = 200, description = "What it came to.", body = Changed)))]
pub(crate) async fn set(
    State(app): State<App>,
    Code(hotel): Code<HotelCode>,
    Write { order, body }: Write<RoomsRequest>,
) -> Result<Response, Failure> {
    write(&app, order, Command::Hotel(hotel, HotelCommand::SetRooms(body))).await
}

/// Removes a room.
#[utoipa::path(delete, path = "/v1/hotels/{hotel}/rooms/{room}", tag = "hotels",
    responses((status = 200, description = "What it came to.", body = Changed)))]
pub(crate) async fn remove(
    State(app): State<App>,
    Codes(hotel, room): Codes<HotelCode, RoomNo>,
    Write { order, body: Nothing {} }: Write<Nothing>,
) -> Result<Response, Failure> {
    write(&app, order, Command::Hotel(hotel, HotelCommand::RemoveRoom(room))).await
}

/// Takes a room out of order, or back.
#[utoipa::path(post, path = "/v1/hotels/{hotel}/rooms/{room}/block", tag = "hotels",
    request_body = BlockRequest,
    responses((status = 200, description = "What it came to.", body = Changed)))]
pub(crate) async fn block(
    State(app): State<App>,
    Codes(hotel, room): Codes<HotelCode, RoomNo>,
    Write { order, body }: Write<BlockRequest>,
) -> Result<Response, Failure> {
    write(&app, order, Command::Hotel(hotel, HotelCommand::BlockRoom(room, body))).await
}
