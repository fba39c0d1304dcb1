//! Commands by themselves: what one came to, and many of them in one request.

use std::collections::HashSet;
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use hotel_core::ids::provisional::{BookingRef, ProvisionalCode};
use hotel_core::ids::{BookingCode, IdempotencyKey};
use hotel_core::wire::bulk::{BulkBody, BulkCommand, BulkOutcome};
use hotel_core::wire::command::CommandView;

use super::named::Named;
use crate::auth::Caller;
use crate::engine::{Answer, EngineError};
use crate::extract::{Bulk, Code, Order};
use crate::failure::{self, Failure};
use crate::state::App;

/// The outcome as it is written: the engine's answers are JSON already.
#[derive(Serialize)]
struct Written {
    results: Vec<WrittenResult>,
}

#[derive(Serialize)]
struct WrittenResult {
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<IdempotencyKey>,
    status: u16,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    replayed: bool,
    body: Box<RawValue>,
}

/// Tells what a command of the caller's came to, as its repetition would be answered.
///
/// It settles the doubt of a client that heard no answer. It is true of every command that this server had
/// read when it was asked: those that still wait are decided first. 404 says that none was decided under
/// the key so far, not that none ever will be: what is still on its way may arrive later. Who has to be
/// sure sends the command once more, with the same key and body.
#[utoipa::path(get, path = "/v1/commands/{key}", tag = "commands",
    responses((status = 200, description = "What it came to, whatever its own status.",
        body = CommandView)))]
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    Code(key): Code<IdempotencyKey>,
) -> Result<Json<CommandView>, Failure> {
    app.engine.settled().await?;
    let decided = app.queries.decided((caller.user.id, key.clone())).await?.ok_or_else(|| {
        let detail = "no command of yours was decided under this key so far";
        Failure::new(failure::COMMAND, detail)
            .field("key")
            .hint("to be sure, send the command once more with the same Idempotency-Key")
    })?;
    let answer = decided.answer().ok_or_else(|| {
        tracing::error!("the answer of a command can't be told again");
        Failure::internal()
    })?;
    let body: Value = serde_json::from_str(&answer.body).map_err(|_| Failure::internal())?;
    let booking = decided.result.told().or_else(|| booking_of(&body));
    let (status, etag, decided_at) = (answer.status, answer.etag, decided.decided_at);
    Ok(Json(CommandView { key, status, etag, booking, decided_at, body }))
}

/// Returns the booking that an outcome tells of.
fn booking_of(outcome: &Value) -> Option<BookingCode> {
    outcome["booking"]["code"].as_str()?.parse().ok()
}

/// Carries out many commands in their order, each on its own, and answers with one result each.
#[utoipa::path(post, path = "/v1/commands:batch", tag = "commands", request_body = BulkBody,
    responses((status = 200, description = "One result a command.", body = BulkOutcome)))]
pub(crate) async fn batch(State(app): State<App>, bulk: Bulk) -> Result<Response, Failure> {
    let mut answers = Vec::with_capacity(bulk.orders.len());
    for stretch in stretches(bulk.orders) {
        let len = stretch.len();
        match carry_out(&app, stretch).await {
            Ok(of_stretch) => answers.extend(of_stretch),
            Err(failure) if answers.is_empty() => return Err(failure),
            // What went before was done, so that the others are answered one by one.
            Err(failure) => answers.extend(std::iter::repeat_n(Err(failure), len)),
        }
    }
    let results = bulk.keys.into_iter().zip(answers).map(|(key, answer)| result(key, answer));
    let results = results.collect::<Result<Vec<_>, Failure>>()?;
    let body = serde_json::to_vec(&Written { results }).map_err(|_| Failure::internal())?;
    Ok(([(CONTENT_TYPE, "application/json")], body).into_response())
}

/// A command as it was read, or why it can't be.
type Readable = Result<(Order, BulkCommand), Failure>;

/// Cuts commands into stretches that can each be looked at as a whole: what names a booking by the
/// provisional code that an earlier one gives it comes in a later stretch.
fn stretches(orders: Vec<Readable>) -> Vec<Vec<Readable>> {
    let (mut stretches, mut stretch) = (Vec::new(), Vec::new());
    let mut given: HashSet<ProvisionalCode> = HashSet::new();
    for order in orders {
        if let Ok((_, command)) = &order {
            if let Some(BookingRef::Provisional(name)) = command.booking()
                && given.contains(&name)
            {
                stretches.push(std::mem::take(&mut stretch));
                given.clear();
            }
            if let BulkCommand::Book(request) = command {
                given.extend(request.provisional);
            }
        }
        stretch.push(order);
    }
    stretches.push(stretch);
    stretches
}

/// Carries out one stretch of commands.
async fn carry_out(
    app: &App,
    stretch: Vec<Readable>,
) -> Result<Vec<Result<Answer, Failure>>, Failure> {
    let readable = || stretch.iter().filter_map(|order| order.as_ref().ok());
    let user = readable().next().map(|(order, _)| Arc::clone(&order.caller.user));
    let Some(user) = user else {
        return Ok(stretch.into_iter().filter_map(Result::err).map(Err).collect());
    };
    let wanted = readable().filter_map(|(_, command)| command.booking());
    let named = Named::of(app, &user, wanted).await?;
    let mut envelopes = Vec::with_capacity(stretch.len());
    let mut unreadable = Vec::with_capacity(stretch.len());
    for order in stretch {
        match order {
            Ok((order, command)) => {
                envelopes.push(order.envelope(command.addressed(|name| named.code(name))));
                unreadable.push(None);
            }
            Err(failure) => unreadable.push(Some(failure)),
        }
    }
    let mut answers = app.engine.submit_all(envelopes).await?.into_iter();
    let answer = |failure: Option<Failure>| match failure {
        Some(failure) => Err(failure),
        None => answers.next().unwrap_or(Err(EngineError::Failed)).map_err(Failure::from),
    };
    Ok(unreadable.into_iter().map(answer).collect())
}

fn result(
    key: Option<IdempotencyKey>,
    answer: Result<Answer, Failure>,
) -> Result<WrittenResult, Failure> {
    let (status, replayed, body) = match answer {
        Ok(answer) => (answer.status, answer.replayed, answer.body),
        Err(failure) => {
            let problem = failure.problem();
            let body = serde_json::to_string(problem).map_err(|_| Failure::internal())?;
            (problem.status, false, body)
        }
    };
    let body = RawValue::from_string(body).map_err(|_| Failure::internal())?;
    Ok(WrittenResult { key, status, replayed, body })
}
