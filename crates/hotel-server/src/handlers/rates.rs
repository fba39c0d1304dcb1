//! Nightly rates and restrictions of a hotel.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;

use hotel_core::catalogue::Catalogue;
use hotel_core::command::house::RatesRequest;
use hotel_core::command::{Command, HotelCommand};
use hotel_core::ids::HotelCode;
use hotel_core::stay::dates;
use hotel_core::wire::hotel::{Changed, NightsQuery, RateNight};
use hotel_core::wire::page::Page;

use super::{nights_asked, whole, write};
use crate::extract::{Code, Params, Reached, Write};
use crate::failure::Failure;
use crate::state::App;

/// Shows nightly rates by plan, room type and night.
#[utoipa::path(get, path = "/v1/hotels/{hotel}/rates", tag = "hotels", params(NightsQuery),
    responses((status = 200, description = "All rates asked for.", body = Page<RateNight>)))]
pub(crate) async fn list(
    State(app): State<App>,
    Reached(catalogue): Reached,
    Params(query): Params<NightsQuery>,
) -> Result<Json<Page<RateNight>>, Failure> {
    let nights = nights_asked(&query, &catalogue, app.clock.now())?;
    Ok(Json(whole(rates(&catalogue, &query, nights))))
}

fn rates(catalogue: &Catalogue, query: &NightsQuery, (from, to): (Date, Date)) -> Vec<RateNight> {
    let plans = catalogue.rate_plans.values();
    let plans = plans.filter(|plan| query.rate_plan.is_none_or(|wanted| wanted == plan.code));
    let room_types = catalogue.room_types.keys().copied();
    let room_types: Vec<_> = room_types
        .filter(|room_type| query.room_type.is_none_or(|wanted| wanted == *room_type))
        .collect();
    let mut rates = Vec::new();
    for plan in plans {
        for room_type in &room_types {
            rates.extend(dates(from, to).filter_map(|night| {
                let rate = catalogue.plan_rates(plan, *room_type)?.night(night)?;
                Some(RateNight { rate_plan: plan.code, room_type: *room_type, night, rate })
            }));
        }
    }
    rates
}

/// Sets nightly rates and restrictions.
#[utoipa::path(post, path = "/v1/hotels/{hotel}/rates", tag = "hotels",
    request_body = RatesRequest,
    responses((status = 200, description = "What it came to.", body = Changed)))]
pub(crate) async fn set(
    State(app): State<App>,
    Code(hotel): Code<HotelCode>,
    Write { order, body }: Write<RatesRequest>,
) -> Result<Response, Failure> {
    write(&app, order, Command::Hotel(hotel, HotelCommand::SetRates(body))).await
}
