//! Hooks for the load generator `hotel-bench`, built only with the feature `bench`: the floor that
//! HTTP itself costs. Never part of a shipped binary.

use std::hint::black_box;
use std::sync::OnceLock;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;

use hotel_core::command::Command;
use hotel_core::wire::booking::BookBody;

use crate::auth::Door;
use crate::engine::Answer;
use crate::extract::Write;
use crate::failure::Failure;
use crate::handlers::offers;
use crate::state::App;

/// The path of the floor.
pub const ECHO_PATH: &str = "/bench/echo";

/// What the floor answers.
static ANSWER: OnceLock<Answer> = OnceLock::new();

/// Opens the floor in this process: from now on each request for a booking to `ECHO_PATH` gets this
/// answer, which should be a real one. Call it before the house serves; a second call changes nothing.
pub fn arm(answer: Answer) {
    ANSWER.set(answer).ok();
}

/// Returns the route of the floor, once it is open.
pub(crate) fn routes() -> Router<Door> {
    if ANSWER.get().is_some() { Router::new().route(ECHO_PATH, post(echo)) } else { Router::new() }
}

/// Does all that `POST /v1/bookings` does up to the engine's queue, and answers as the engine would.
async fn echo(
    State(app): State<App>,
    Write { order, body }: Write<BookBody>,
) -> Result<Response, Failure> {
    let terms = offers::terms(&app, &body).map_err(|_| Failure::internal())?;
    let request = offers::request(body, terms)?;
    drop(black_box(order.envelope(Ok(Command::Book(Box::new(request))))));
    let answer = ANSWER.get().ok_or_else(Failure::internal)?;
    Ok(Answer::clone(answer).into_response())
}
