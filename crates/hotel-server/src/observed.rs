//! What surrounds every request: its id, its log line, its counts, and the way out of a house that
//! stops.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::field::Empty;
use tracing::{Instrument as _, error_span};

use crate::drain;
use crate::extract::new_id;
use crate::failure;
use crate::metrics::Answered;
use crate::state::App;

/// The longest request id that is taken over from a caller.
const REQUEST_ID_LEN_MAX: usize = 64;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Gives every request an id, writes it into the answer and every log line, and tells the route and
/// what it came to, but nothing that anyone wrote into path, query or body.
pub(crate) async fn observed(State(app): State<App>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let request_id =
        request_id(request.headers()).unwrap_or_else(|| new_id(app.clock.now()).to_string());
    let method = request.method().clone();
    let version = request.version();
    let matched = request.extensions().get::<MatchedPath>().cloned();
    // Of the highest level, so that it is there wherever the filter lets a line through.
    let span = error_span!("request", request.id = %request_id, correlation.id = Empty);
    let response = next.run(request).instrument(span.clone()).await;
    let problem = failure::code_of(&response);
    let mut response = failure::signed(response, &request_id);
    if let Ok(value) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    if *app.leaving.borrow() {
        drain::part(&mut response, version);
    }
    let route = matched.as_ref().map_or("(no route)", MatchedPath::as_str);
    let status = response.status().as_u16();
    let duration = began.elapsed();
    app.metrics.answered(&Answered { method: &method, route, status, duration, problem });
    let duration_ms = u64::try_from(duration.as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| {
        tracing::info!(
            http.method = %method,
            http.route = route,
            http.status = status,
            duration_ms,
            "{method} {route} {status}"
        );
    });
    response
}

fn request_id(headers: &HeaderMap) -> Option<String> {
    let given = headers.get(REQUEST_ID)?.to_str().ok()?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let fits = (1..=REQUEST_ID_LEN_MAX).contains(&given.len()) && given.bytes().all(is_plain);
    fits.then(|| given.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_id_is_taken_over_if_it_is_plain() {
        let of = |id: &str| request_id(&HeaderMap::from_iter([(REQUEST_ID, id.parse().unwrap())]));
        assert_eq!(of("0192f0c1-7").as_deref(), Some("0192f0c1-7"));
        assert!(of("").is_none() && of("a b").is_none() && of(&"x".repeat(65)).is_none());
        assert!(request_id(&HeaderMap::new()).is_none());
    }
}
