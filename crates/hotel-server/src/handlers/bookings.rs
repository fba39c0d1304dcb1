//! Bookings: list, make, show, change.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::Timestamp;

use hotel_core::booking::{Booking, BookingState};
use hotel_core::catalogue::Catalogue;
use hotel_core::command::booking::AmendRequest;
use hotel_core::command::{BookingCommand, Command};
use hotel_core::ids::RoomTypeCode;
use hotel_core::ids::provisional::BookingRef;
use hotel_core::money::Money;
use hotel_core::people::Guest;
use hotel_core::wire::booking::{
    BookBody, BookingOutcome, BookingQuery, BookingRow, BookingView, CancellationNow, Due,
};
use hotel_core::wire::page::Page;

use super::named::code_of;
use super::{change, offers, write};
use crate::auth::{Caller, unknown_booking};
use crate::extract::{Code, Params, Write, page_limit, versioned};
use crate::failure::Failure;
use crate::state::App;
use crate::store::BookingRecord;

/// Lists bookings, newest first.
#[utoipa::path(get, path = "/v1/bookings", tag = "bookings", params(BookingQuery),
    responses((status = 200, description = "A page of bookings.", body = Page<BookingRow>)))]
pub(crate) async fn list(
    State(app): State<App>,
    caller: Caller,
    Params(query): Params<BookingQuery>,
) -> Result<Json<Page<BookingRow>>, Failure> {
    page_limit(query.limit)?;
    let Page { items, next } = app.queries.bookings(query, caller.scope()).await?;
    let now = app.clock.now();
    let items = items.iter().map(|(booking, guest)| row(&app, booking, guest, now)).collect();
    Ok(Json(Page { items, next }))
}

/// Sells, holds or waitlists rooms: those of an offer, or rooms named outright.
#[utoipa::path(post, path = "/v1/bookings", tag = "bookings", request_body = BookBody,
    responses(
        (status = 201, description = "The booking.", body = BookingOutcome),
        (status = 200, description = "The preview of a dry run.", body = BookingOutcome)))]
pub(crate) async fn create(
    State(app): State<App>,
    Write { order, body }: Write<BookBody>,
) -> Result<Response, Failure> {
    match offers::terms(&app, &body) {
        Ok(terms) => {
            let body = offers::with_plan(&app, &order.caller, body)?;
            let request = offers::request(body, terms)?;
            write(&app, order, Command::Book(Box::new(request))).await
        }
        Err(error) => offers::too_late(&app, order, error).await,
    }
}

/// Shows a booking.
#[utoipa::path(get, path = "/v1/bookings/{code}", tag = "bookings",
    responses(
        (status = 200, description = "The booking; its ETag is its version.", body = BookingView),
        (status = 304, description = "The caller has this version.")))]
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    Code(name): Code<BookingRef>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let code = code_of(&app, &caller.user, name).await??;
    let record = app.queries.booking(code).await?.ok_or_else(|| unknown_booking(code))?;
    caller.sees(code, record.booking.hotel)?;
    let catalogue = caller.reach(&app, record.booking.hotel)?;
    let version = record.booking.version;
    Ok(versioned(&headers, version, &view(record, &catalogue, app.clock.now())))
}

/// Changes nights, rooms, guest or wishes of a booking.
#[utoipa::path(patch, path = "/v1/bookings/{code}", tag = "bookings", request_body = AmendRequest,
    responses((status = 200, description = "The booking after it.", body = BookingOutcome)))]
pub(crate) async fn amend(
    State(app): State<App>,
    Code(name): Code<BookingRef>,
    Write { order, body }: Write<AmendRequest>,
) -> Result<Response, Failure> {
    order.needs_condition()?;
    change(&app, order, name, BookingCommand::Amend(Box::new(body))).await
}

fn view(record: BookingRecord, catalogue: &Catalogue, now: Timestamp) -> BookingView {
    let BookingRecord { booking, guest, requests } = record;
    let business_date = catalogue.business_date(now);
    BookingView {
        hotel_name: catalogue.hotel.name.to_string(),
        zone: catalogue.hotel.zone.name().to_owned(),
        business_date,
        guest_details: guest,
        requests,
        due: Due::of(booking.state, booking.stay, business_date),
        cancellation: cancellation(&booking, catalogue, now),
        booking,
    }
}

fn cancellation(booking: &Booking, catalogue: &Catalogue, now: Timestamp) -> CancellationNow {
    let quote = booking.cancellation_fee(catalogue, now);
    let (check_in, zone) = (booking.stay.check_in(), &catalogue.hotel.zone);
    CancellationNow {
        fee: Money::new(quote.minor, booking.currency),
        rises_at: quote.next_tier_at,
        free_until: booking.terms.policy.free_until(booking.created_at, check_in, zone),
    }
}

fn row(app: &App, booking: &Booking, guest: &Guest, now: Timestamp) -> BookingRow {
    let today = app.shelf.get(booking.hotel).map(|catalogue| catalogue.business_date(now));
    BookingRow {
        code: booking.code,
        hotel: booking.hotel,
        version: booking.version,
        state: booking.state,
        due: today.and_then(|today| Due::of(booking.state, booking.stay, today)),
        guest: booking.guest,
        guest_name: format!("{}, {}", guest.family, guest.given),
        stay: booking.stay,
        rooms: rooms_in_words(booking),
        unassigned: booking
            .rooms
            .iter()
            .filter(|room| room.room.is_none())
            .map(|room| room.room_type)
            .collect(),
        expires_at: booking.expires_at.filter(|_| booking.state == BookingState::Held),
        rate_plan: booking.terms.rate_plan,
        total: booking.total(),
        created_at: booking.created_at,
    }
}

/// Says a booking's rooms as people do: numbers once assigned, before that how many of which type.
fn rooms_in_words(booking: &Booking) -> String {
    let mut words: Vec<String> =
        booking.rooms.iter().filter_map(|room| room.room).map(|room| room.to_string()).collect();
    let mut open: Vec<(RoomTypeCode, usize)> = Vec::new();
    for room in booking.rooms.iter().filter(|room| room.room.is_none()) {
        match open.iter_mut().find(|(room_type, _)| *room_type == room.room_type) {
            Some((_, count)) => *count += 1,
            None => open.push((room.room_type, 1)),
        }
    }
    words.extend(open.iter().map(|(room_type, count)| format!("{count} {room_type}")));
    words.join(", ")
}
