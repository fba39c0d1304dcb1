//! How a house stops: first it says so, then it waits for the balancer to notice, then it lets what is
//! under way finish. A time limit stands behind every step.

use std::net::SocketAddr;
use std::time::Duration;

use axum::http::header::CONNECTION;
use axum::http::{HeaderValue, Version};
use axum::response::Response;
use axum_server::Handle;
use tokio::sync::watch;

/// How long a stop waits for requests under way.
const DRAIN_MAX: Duration = Duration::from_secs(4);

/// How long a stop waits for the threads behind the requests: the queue holds less than a second.
pub(crate) const CLOSE_MAX: Duration = Duration::from_secs(1);

/// Tells everyone that the house stops.
pub(crate) struct Drain {
    leaving: watch::Sender<bool>,
    draining: watch::Sender<bool>,
}

impl Drain {
    /// Makes one, with what turns true when the house is asked to stop, and with what turns true when
    /// streams have to end.
    pub(crate) fn new() -> (Self, watch::Receiver<bool>, watch::Receiver<bool>) {
        let (leaving, is_leaving) = watch::channel(false);
        let (draining, is_draining) = watch::channel(false);
        (Self { leaving, draining }, is_leaving, is_draining)
    }

    /// Waits until the house is asked to stop, and stops it.
    pub(crate) async fn run(
        self,
        stop: impl Future<Output = ()>,
        wait: Duration,
        handle: Handle<SocketAddr>,
    ) {
        stop.await;
        self.leaving.send_replace(true);
        let drain_wait_ms = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
        tracing::info!(drain_wait_ms, "asked to stop");
        // Until the balancer has noticed, who comes is served.
        tokio::time::sleep(wait).await;
        self.draining.send_replace(true);
        handle.graceful_shutdown(Some(DRAIN_MAX));
    }
}

/// Has a caller who keeps its connection go elsewhere with the next request; HTTP/2 is told by itself.
pub(crate) fn part(response: &mut Response, version: Version) {
    if version < Version::HTTP_2 {
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
}
