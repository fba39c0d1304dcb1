//! Many commands in one request.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use serde_json::value::RawValue;

use hotel_core::ids::IdempotencyKey;
use hotel_core::wire::bulk::{BulkBody, BulkOutcome};

use crate::engine::{Answer, EngineError};
use crate::extract::Bulk;
use crate::failure::Failure;
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

/// Carries out many commands in their order, each on its own, and answers with one result each.
#[utoipa::path(post, path = "/v1/commands:batch", tag = "commands", request_body = BulkBody,
    responses((status = 200, description = "One result a command.", body = BulkOutcome)))]
pub(crate) async fn batch(State(app): State<App>, bulk: Bulk) -> Result<Response, Failure> {
    let mut readable = Vec::with_capacity(bulk.orders.len());
    let mut unreadable = Vec::new();
    for order in bulk.orders {
        match order {
            Ok(envelope) => {
                readable.push(envelope);
                unreadable.push(None);
            }
            Err(failure) => unreadable.push(Some(failure)),
        }
    }
    let mut answers = app.engine.submit_all(readable).await?.into_iter();
    let results = unreadable
        .into_iter()
        .zip(bulk.keys)
        .map(|(failure, key)| {
            let answer = match failure {
                Some(failure) => Err(failure),
                None => answers.next().unwrap_or(Err(EngineError::Failed)).map_err(Failure::from),
            };
            result(key, answer)
        })
        .collect::<Result<Vec<_>, Failure>>()?;
    let body = serde_json::to_vec(&Written { results }).map_err(|_| Failure::internal())?;
    Ok(([(CONTENT_TYPE, "application/json")], body).into_response())
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
