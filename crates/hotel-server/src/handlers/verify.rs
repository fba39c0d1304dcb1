//! Verifying, while everyone goes on working; for administrators.

use std::convert::Infallible;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;
use tokio::sync::mpsc;
use tracing::Instrument as _;

use hotel_core::people::Role;
use hotel_core::wire::verify::{VerifyLine, VerifyProgress, VerifyStep};

use crate::auth::Caller;
use crate::failure::Failure;
use crate::state::App;
use crate::store::StoreError;

/// Lines that wait for a slow reader; the work stands still behind them.
const LINES_MAX: usize = 16;

/// Folds the log again and compares every row of every table with it.
///
/// The answer is lines of JSON that come as the work goes on: how far it has come, and last a
/// report, or why there is none. Nobody is held up by it; one runs at a time.
#[utoipa::path(get, path = "/v1/verify", tag = "verify",
    responses((status = 200, description = "A line for each word of progress, then the report.",
        body = VerifyLine, content_type = "application/x-ndjson")))]
pub(crate) async fn show(State(app): State<App>, caller: Caller) -> Result<Response, Failure> {
    caller.needs(Role::Admin)?;
    let (lines, told) = mpsc::channel(LINES_MAX);
    tokio::spawn(verify(app, lines).in_current_span());
    let body = stream::unfold(told, |mut told| async move {
        let line: VerifyLine = told.recv().await?;
        let mut bytes = serde_json::to_vec(&line).unwrap_or_default();
        bytes.push(b'\n');
        Some((Ok::<_, Infallible>(Bytes::from(bytes)), told))
    });
    let kind = [(CONTENT_TYPE, "application/x-ndjson")];
    Ok((kind, Body::from_stream(body)).into_response())
}

async fn verify(app: App, lines: mpsc::Sender<VerifyLine>) {
    let waiting = VerifyProgress { step: VerifyStep::Waiting, done: 0, of: 0 };
    let draining = app.draining.clone();
    let tell = lines.clone();
    drop(lines.send(VerifyLine::Progress(waiting)).await);
    let done = app.queries.verify(move |progress| {
        // A server that stops does not wait for this, and a reader who left needs none of it.
        !*draining.borrow() && tell.blocking_send(VerifyLine::Progress(progress)).is_ok()
    });
    let last = match done.await {
        Ok(report) => {
            if let Some(first) = &report.first {
                let (table, key, field) = (&first.table, &first.key, &first.field);
                let differences = report.differences;
                tracing::error!(differences, %table, %key, %field, "the store is not as the log says");
            }
            VerifyLine::Report(report)
        }
        Err(StoreError::Closing) => {
            VerifyLine::Failed { detail: "the server is stopping".to_owned() }
        }
        Err(error) => {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "the store could not be verified"
            );
            VerifyLine::Failed {
                detail: "the store can't be read; the server's log says why".to_owned(),
            }
        }
    };
    // Whoever has gone away does not hear of it.
    drop(lines.send(last).await);
}
