//! Rate plans of a hotel.

use axum::Json;
use axum::extract::State;
use axum::response::Response;

use hotel_core::command::{Command, HotelCommand};
use hotel_core::ids::{HotelCode, RatePlanCode};
use hotel_core::rate::RatePlan;
use hotel_core::wire::hotel::Changed;
use hotel_core::wire::page::Page;

use super::{same, whole, write};
use crate::extract::{Codes, Nothing, Reached, Write};
use crate::failure::Failure;
use crate::state::App;

/// Lists the rate plans of a hotel.
#[utoipa::path(get, path = "/v1/hotels/{hotel}/rate-plans", tag = "hotels",
    responses((status = 200, description = "All of them, by code.", body = Page<RatePlan>)))]
pub(crate) async fn list(Reached(catalogue): Reached) -> Json<Page<RatePlan>> {
    Json(whole(catalogue.rate_plans.values().cloned().collect()))
}

/// Adds or changes a rate plan.
#[utoipa::path(put, path = "/v1/hotels/{hotel}/rate-plans/{rate_plan}", tag = "hotels",
    request_body = RatePlan,
    responses((status = 200, description = "What it came to.", body = Changed)))]
pub(crate) async fn set(
    State(app): State<App>,
    Codes(hotel, rate_plan): Codes<HotelCode, RatePlanCode>,
    Write { order, body }: Write<RatePlan>,
) -> Result<Response, Failure> {
    same(&rate_plan, &body.code)?;
    write(&app, order, Command::Hotel(hotel, HotelCommand::SetRatePlan(Box::new(body)))).await
}

/// Removes a rate plan.
#[utoipa::path(delete, path = "/v1/hotels/{hotel}/rate-plans/{rate_plan}", tag = "hotels",
    responses((status = 200, description = "What it came to.", body = Changed)))]
pub(crate) async fn remove(
    State(app): State<App>,
    Codes(hotel, rate_plan): Codes<HotelCode, RatePlanCode>,
    Write { order, body: Nothing {} }: Write<Nothing>,
) -> Result<Response, Failure> {
    write(&app, order, Command::Hotel(hotel, HotelCommand::RemoveRatePlan(rate_plan))).await
}
