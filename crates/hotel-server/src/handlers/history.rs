//! What happened to a booking.

use axum::Json;
use axum::extract::State;

use hotel_core::ids::provisional::BookingRef;
use hotel_core::wire::event::EventView;
use hotel_core::wire::page::Page;

use super::named::code_of;
use super::whole;
use crate::auth::{Caller, unknown_booking};
use crate::extract::Code;
use crate::failure::Failure;
use crate::state::App;

/// Tells what happened to a booking, oldest first.
#[utoipa::path(get, path = "/v1/bookings/{code}/history", tag = "bookings",
    responses((status = 200, description = "Its events.", body = Page<EventView>)))]
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    Code(name): Code<BookingRef>,
) -> Result<Json<Page<EventView>>, Failure> {
    let code = code_of(&app, &caller.user, name).await??;
    let events = app.queries.history(code).await?;
    let hotel = events.iter().find_map(|event| event.hotel);
    caller.sees(code, hotel.ok_or_else(|| unknown_booking(code))?)?;
    Ok(Json(whole(events.iter().map(EventView::of).collect())))
}
