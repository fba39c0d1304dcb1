//! The whole API in one list, by who calls it, and what surrounds every request.

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::http::{Method, Uri};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use tower_http::catch_panic::CatchPanicLayer;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use utoipa_swagger_ui::SwaggerUi;

use crate::auth::Door;
use crate::failure::{self, Failure};
use crate::handlers::{
    bookings, chart, commands, events, guests, health, history, hotels, inventory, me, rate_plans,
    rates, registrations, reports, room_types, rooms, search, tokens, users, verbs, verify,
};
use crate::observed::observed;
use crate::openapi;
use crate::state::App;

/// How long a handler may take, its body included; a stream only until it begins.
const HANDLER_MAX: Duration = Duration::from_secs(10);

/// Makes the service of a house.
pub fn router(app: App) -> Router {
    let door = Door { app: app.clone(), callers: Arc::default(), streams: Arc::default() };
    let (routes, api) = api().split_for_parts();
    let docs = SwaggerUi::new("/docs").url("/v1/openapi.json", openapi::complete(api));
    #[cfg(feature = "bench")]
    let routes = routes.merge(crate::bench::routes());
    let counted = app.clone();
    routes
        .merge(docs)
        .fallback(no_route)
        .method_not_allowed_fallback(no_method)
        .layer(CatchPanicLayer::custom(move |said| {
            counted.metrics.panicked();
            panicked(said)
        }))
        .layer(from_fn(in_time))
        .layer(from_fn_with_state(app, observed))
        .with_state(door)
}

/// Every route, grouped by who calls it.
fn api() -> OpenApiRouter<Door> {
    OpenApiRouter::with_openapi(openapi::blank())
        // Agents sell.
        .routes(routes!(search::find))
        .routes(routes!(bookings::list, bookings::create))
        .routes(routes!(bookings::show, bookings::amend))
        .routes(routes!(history::show))
        .routes(routes!(verbs::guarantee))
        .routes(routes!(verbs::release))
        .routes(routes!(verbs::offer))
        .routes(routes!(verbs::split))
        .routes(routes!(verbs::cancel))
        .routes(routes!(verbs::revert))
        .routes(routes!(guests::list))
        .routes(routes!(guests::show, guests::change))
        .routes(routes!(registrations::create))
        // The front desk looks after those who stay.
        .routes(routes!(verbs::assign))
        .routes(routes!(verbs::move_room))
        .routes(routes!(verbs::check_in))
        .routes(routes!(verbs::check_out))
        .routes(routes!(verbs::no_show))
        .routes(routes!(rooms::list_all))
        .routes(routes!(chart::show))
        // Managers speak for the hotel and fill its shelf.
        .routes(routes!(verbs::confirm))
        .routes(routes!(verbs::decline))
        .routes(routes!(hotels::list, hotels::create))
        .routes(routes!(hotels::show, hotels::set, hotels::remove))
        .routes(routes!(room_types::list))
        .routes(routes!(room_types::set, room_types::remove))
        .routes(routes!(rooms::list, rooms::set))
        .routes(routes!(rooms::remove))
        .routes(routes!(rooms::block))
        .routes(routes!(rate_plans::list))
        .routes(routes!(rate_plans::set, rate_plans::remove))
        .routes(routes!(rates::list, rates::set))
        .routes(routes!(inventory::list, inventory::set))
        .routes(routes!(reports::occupancy))
        .routes(routes!(reports::revenue))
        .routes(routes!(reports::cancellations))
        .routes(routes!(reports::lead_time))
        .routes(routes!(reports::pickup))
        // Administrators let people in.
        .routes(routes!(users::list, users::set))
        .routes(routes!(tokens::list, tokens::create))
        .routes(routes!(tokens::revoke))
        .routes(routes!(verify::show))
        // Everyone, and programs that follow.
        .routes(routes!(me::show))
        .routes(routes!(commands::batch))
        .routes(routes!(commands::show))
        .routes(routes!(events::list))
        // Those who watch over the process.
        .routes(routes!(health::live))
        .routes(routes!(health::ready))
}

async fn no_route(uri: Uri) -> Failure {
    let shown: String = uri.path().chars().take(100).collect();
    Failure::new(failure::ROUTE, format!("there is nothing at {shown}"))
        .hint("GET /v1/openapi.json lists every path")
}

async fn no_method(method: Method, uri: Uri) -> Failure {
    let shown: String = uri.path().chars().take(100).collect();
    Failure::new(failure::METHOD, format!("{shown} does not take {method}"))
}

/// Keeps a fault of one handler from ending the process; what was said stays inside.
fn panicked(_said: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a handler panicked");
    Failure::internal().into_response()
}

/// Ends a request that takes too long. What the engine has taken is still carried out, and its
/// answer found again under the same key.
async fn in_time(request: Request, next: Next) -> Response {
    match tokio::time::timeout(HANDLER_MAX, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Failure::new(failure::TIMEOUT, "the answer took too long").into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_has_a_name_of_its_own_and_declares_its_problems() {
        let (_, api) = api().split_for_parts();
        let api = serde_json::to_value(openapi::complete(api)).unwrap();
        assert_eq!(api["openapi"], "3.1.0");
        let mut names = std::collections::HashSet::new();
        for (path, item) in api["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let name = operation["operationId"].as_str().unwrap();
                assert!(names.insert(name.to_owned()), "{name} names two operations");
                assert!(operation["responses"]["500"].is_object(), "{method} {path}");
                let is_open = operation["security"].is_null();
                assert_eq!(is_open, !path.starts_with("/v1"), "{method} {path}");
                assert!(is_open || operation["responses"]["401"].is_object(), "{method} {path}");
            }
        }
    }

    #[test]
    fn nothing_in_the_description_points_nowhere() {
        let (_, api) = api().split_for_parts();
        let api = serde_json::to_value(openapi::complete(api)).unwrap();
        let text = api.to_string();
        for reference in text.split("\"$ref\":\"#").skip(1) {
            let pointer = reference.split('"').next().unwrap();
            assert!(api.pointer(pointer).is_some(), "{pointer}");
        }
    }

    #[test]
    fn what_a_panic_said_stays_inside() {
        let response = panicked(Box::new("index out of bounds"));
        assert_eq!(response.status(), 500);
        assert_eq!(response.headers()["content-type"], "application/problem+json");
    }
}
