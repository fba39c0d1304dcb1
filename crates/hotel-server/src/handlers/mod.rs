//! What the API does, one file a noun: read the request, ask one thing, wrap the answer. No SQL and
//! no rules; whoever may not see a hotel finds nothing there.

pub(crate) mod bookings;
pub(crate) mod chart;
pub(crate) mod commands;
pub(crate) mod events;
pub(crate) mod guests;
pub(crate) mod health;
pub(crate) mod history;
pub(crate) mod hotels;
pub(crate) mod inventory;
pub(crate) mod me;
mod named;
pub(crate) mod offers;
pub(crate) mod rate_plans;
pub(crate) mod rates;
pub(crate) mod registrations;
pub(crate) mod reports;
pub(crate) mod room_types;
pub(crate) mod rooms;
pub(crate) mod search;
pub(crate) mod tokens;
pub(crate) mod users;
pub(crate) mod verbs;
pub(crate) mod verify;

use axum::http::header::{CONTENT_TYPE, ETAG};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;

use hotel_core::calendar::NightRange;
use hotel_core::catalogue::Catalogue;
use hotel_core::command::{BookingCommand, Command};
use hotel_core::ids::provisional::BookingRef;
use hotel_core::refusal::Refusal;
use hotel_core::wire::hotel::NightsQuery;
use hotel_core::wire::page::Page;
use hotel_core::wire::problem::Problem;

use crate::engine::Answer;
use crate::extract::Order;
use crate::failure::{self, Failure};
use crate::state::App;

/// Nights shown when nobody says how many.
const NIGHTS_SHOWN: i64 = 14;

/// The most nights of one answer: a year.
const NIGHTS_SHOWN_MAX: i32 = 366;

/// Tells a client that an answer was given before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// Carries a command out and answers with what it came to.
async fn write(app: &App, order: Order, command: Command) -> Result<Response, Failure> {
    submit(app, order, command).await.map(IntoResponse::into_response)
}

/// Changes a booking and answers with what that came to. One that no name stands for is refused by the
/// engine, so that a repetition is answered as the first time, whatever the name stands for by now.
async fn change(
    app: &App,
    order: Order,
    name: BookingRef,
    command: BookingCommand,
) -> Result<Response, Failure> {
    let code = named::code_of(app, &order.caller.user, name).await?;
    carry_out(app, order, code.map(|code| Command::Booking(code, command)))
        .await
        .map(IntoResponse::into_response)
}

/// Carries a command out; a refusal is a failure.
async fn submit(app: &App, order: Order, command: Command) -> Result<Answer, Failure> {
    carry_out(app, order, Ok(command)).await
}

/// Carries a command out, unless it is refused beforehand; a refusal is a failure.
async fn carry_out(
    app: &App,
    order: Order,
    command: Result<Command, Refusal>,
) -> Result<Answer, Failure> {
    let answer = app.engine.submit(order.envelope(command)).await?;
    if answer.status < 400 { Ok(answer) } else { Err(refused(&answer)) }
}

fn refused(answer: &Answer) -> Failure {
    let Ok(problem) = serde_json::from_str::<Problem>(&answer.body) else {
        tracing::error!(status = answer.status, "the engine refused without a problem");
        return Failure::internal();
    };
    // A caller who saw an old version learns the current one.
    let version = problem.details["version"].as_u64().filter(|_| answer.status == 412);
    let failure = Failure::from(problem);
    let failure = match version.map(etag) {
        Some(tag) => failure.header(ETAG, tag),
        None => failure,
    };
    if answer.replayed {
        failure.header(REPLAYED, HeaderValue::from_static("true"))
    } else {
        failure
    }
}

fn etag(version: u64) -> HeaderValue {
    HeaderValue::try_from(format!("\"{version}\""))
        .unwrap_or_else(|_| HeaderValue::from_static("\"0\""))
}

impl IntoResponse for Answer {
    fn into_response(mut self) -> Response {
        let body = std::mem::take(&mut self.body);
        self.with_body(([(CONTENT_TYPE, "application/json")], body).into_response())
    }
}

impl Answer {
    /// Answers with another body than the engine's: one with what the engine does not keep.
    fn with_body(&self, mut response: Response) -> Response {
        let internal = StatusCode::INTERNAL_SERVER_ERROR;
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(internal);
        if let Some(version) = self.etag {
            response.headers_mut().insert(ETAG, etag(version));
        }
        if self.replayed {
            response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
        }
        response
    }
}

/// Makes a page that holds the whole list.
fn whole<T>(items: Vec<T>) -> Page<T> {
    Page { items, next: None }
}

/// Cuts a page out of a sorted list: what comes after the cursor, which is the last item's name.
fn page_of<T>(
    items: impl Iterator<Item = T>,
    name: impl Fn(&T) -> String,
    cursor: Option<&str>,
    limit: u32,
) -> Page<T> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut after = items.filter(|item| cursor.is_none_or(|cursor| name(item).as_str() > cursor));
    let items: Vec<T> = after.by_ref().take(limit).collect();
    let next = after.next().and_then(|_| items.last().map(&name));
    Page { items, next }
}

/// Returns the nights a query asks for: if it does not say, a fortnight from the business date on.
fn nights_asked(
    query: &NightsQuery,
    catalogue: &Catalogue,
    now: jiff::Timestamp,
) -> Result<(Date, Date), Failure> {
    let from = query.from.unwrap_or_else(|| catalogue.business_date(now));
    let fortnight = jiff::Span::new().days(NIGHTS_SHOWN);
    let to = query.to.unwrap_or_else(|| from.saturating_add(fortnight));
    let nights = hotel_core::stay::days_between(from, to);
    let fault = match NightRange::new(from, to) {
        Err(error) => error.to_string(),
        Ok(_) if nights > NIGHTS_SHOWN_MAX => {
            format!("at most {NIGHTS_SHOWN_MAX} nights are shown at once")
        }
        Ok(_) => return Ok((from, to)),
    };
    Err(Failure::new(failure::QUERY, fault).field("to"))
}

/// Refuses a body that names another thing than the path.
fn same<T: PartialEq + std::fmt::Display>(path: &T, body: &T) -> Result<(), Failure> {
    if path == body {
        return Ok(());
    }
    let rule = format!("the path says {path}, the body {body}");
    Err(Failure::new(failure::BODY, rule).field("code"))
}

#[cfg(test)]
mod bulk_tests;
#[cfg(test)]
mod kept_tests;
#[cfg(test)]
mod tests;
