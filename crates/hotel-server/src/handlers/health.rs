//! Health: whether the process lives, and whether it can serve.

use std::time::Duration;

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use tokio::time::{sleep, timeout};

use crate::failure::{self, Failure};
use crate::state::App;

/// How long the database may take to answer, and the index may lag behind the feed.
const LAG_MAX: Duration = Duration::from_secs(1);

/// How often the index is looked at while it lags.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// How the server is.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct Health {
    /// `live` or `ready`.
    status: &'static str,
    /// The server's version.
    version: &'static str,
}

/// Tells that the process lives; it asks nobody.
#[utoipa::path(get, path = "/livez", tag = "health",
    responses((status = 200, description = "It lives.", body = Health)))]
pub(crate) async fn live(State(app): State<App>) -> Json<Health> {
    Json(Health { status: "live", version: app.version })
}

/// Tells whether the server can serve: not stopping, the database answers, the index keeps up.
#[utoipa::path(get, path = "/readyz", tag = "health",
    responses((status = 200, description = "It can serve.", body = Health)))]
pub(crate) async fn ready(State(app): State<App>) -> Result<Json<Health>, Failure> {
    if *app.leaving.borrow() {
        return Err(Failure::new(failure::NOT_READY, "the server is stopping"));
    }
    let answered = timeout(LAG_MAX, app.queries.check()).await;
    if !matches!(answered, Ok(Ok(()))) {
        return Err(Failure::new(failure::NOT_READY, "the database does not answer"));
    }
    // How far the feed reaches the database knows: who follows it may be stuck.
    let caught_up =
        timeout(LAG_MAX, async { caught_up(&app, app.queries.head().await.ok()?).await });
    if !matches!(caught_up.await, Ok(Some(()))) {
        return Err(Failure::new(failure::NOT_READY, "the index lags behind the feed"));
    }
    Ok(Json(Health { status: "ready", version: app.version }))
}

async fn caught_up(app: &App, head: u64) -> Option<()> {
    while app.index.position() < head {
        sleep(LOOK_EVERY).await;
    }
    Some(())
}
