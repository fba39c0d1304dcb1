//! The listener of `/metrics`. It answers until the house has stopped, so that a stop can be watched.

use std::io;
use std::net::{SocketAddr, TcpListener};

use axum::Router;
use axum::extract::State;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum_server::Handle;
use tokio::task::JoinHandle;

use super::format::classic;
use crate::state::App;

const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// A running listener.
pub(crate) struct Listener {
    handle: Handle<SocketAddr>,
    task: JoinHandle<io::Result<()>>,
}

impl Listener {
    /// Starts to answer.
    pub(crate) fn start(listener: TcpListener, app: App) -> io::Result<Self> {
        listener.set_nonblocking(true)?;
        let handle = Handle::new();
        let server = axum_server::from_tcp(listener)?.handle(handle.clone());
        let task = tokio::spawn(server.serve(routes(app).into_make_service()));
        Ok(Self { handle, task })
    }

    /// Ends at once.
    pub(crate) async fn stop(self) {
        self.handle.shutdown();
        if !matches!(self.task.await, Ok(Ok(()))) {
            tracing::warn!("the listener of the metrics had failed");
        }
    }
}

/// Makes the service; it has nothing else to tell.
pub(super) fn routes(app: App) -> Router {
    Router::new().route("/metrics", get(scrape)).with_state(app)
}

async fn scrape(State(app): State<App>, headers: HeaderMap) -> Response {
    let accepted = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let told = app.metrics.told(&app);
    let (kind, text) = if accepted.contains("application/openmetrics-text") {
        (OPEN_METRICS, told)
    } else {
        (TEXT, classic(&told))
    };
    let mut response = text.into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}
