//! What the house counts, told to whoever asks at `/metrics`. The
//! names of routes, outcomes and problem codes are all it tells: no hotel, no person, no path as asked.
//!
//! It has a listener of its own and none by default. The house's own listener often stands behind a
//! proxy on the same machine, and all that come through it look like callers of this machine.

mod format;
mod listener;

use std::time::Duration;

use axum::http::Method;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use crate::engine::Gauges;
use crate::state::App;
use crate::store::Tally;

pub(crate) use self::listener::Listener;

/// Seconds that an answer may take, up to the longest that a handler may.
const SECONDS: [f64; 13] =
    [0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

/// What is told of an answer.
pub(crate) struct Answered<'a> {
    pub(crate) method: &'a Method,
    /// The route as it is written in the router, never the path as asked.
    pub(crate) route: &'a str,
    pub(crate) status: u16,
    pub(crate) duration: Duration,
    /// The code of the problem, if it is one.
    pub(crate) problem: Option<String>,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug, EncodeLabelSet)]
struct ByRoute {
    method: &'static str,
    route: String,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug, EncodeLabelSet)]
struct ByStatus {
    method: &'static str,
    route: String,
    status: &'static str,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug, EncodeLabelSet)]
struct ByCode {
    code: String,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug, EncodeLabelSet)]
struct ByVersion {
    version: &'static str,
}

/// What the house counts.
pub struct Metrics {
    registry: Registry,
    engine: Gauges,
    requests: Family<ByStatus, Counter>,
    durations: Family<ByRoute, Histogram, fn() -> Histogram>,
    problems: Family<ByCode, Counter>,
    panics: Counter,
    streams: Gauge,
    levels: Levels,
}

/// What is looked up when somebody asks.
#[derive(Default)]
struct Levels {
    waiting: Gauge,
    feed_position: Gauge,
    index_position: Gauge,
    index_lag: Gauge,
    index_lag_ms: Gauge<f64, std::sync::atomic::AtomicU64>,
    recorded: Gauge<f64, std::sync::atomic::AtomicU64>,
}

/// One open stream; it is counted until it is dropped.
pub(crate) struct OpenStream(Gauge);

impl Drop for OpenStream {
    fn drop(&mut self) {
        self.0.dec();
    }
}

impl Metrics {
    /// Makes the counts of a house that starts.
    pub(crate) fn new(version: &'static str, tally: &Tally) -> Self {
        let mut metrics = Self {
            registry: Registry::with_prefix("hotel"),
            engine: Gauges::default(),
            requests: Family::default(),
            durations: Family::new_with_constructor(|| Histogram::new(SECONDS)),
            problems: Family::default(),
            panics: Counter::default(),
            streams: Gauge::default(),
            levels: Levels::default(),
        };
        let registry = &mut metrics.registry;
        // No `Info`: the older format has none.
        let build: Family<ByVersion, Gauge> = Family::default();
        build.get_or_create(&ByVersion { version }).set(1);
        registry.register("build_info", "The build that runs", build);
        registry.register(
            "http_requests",
            "Requests by route and class of status",
            metrics.requests.clone(),
        );
        registry.register_with_unit(
            "http_request_duration",
            "How long answers took, a stream until it began",
            Unit::Seconds,
            metrics.durations.clone(),
        );
        registry.register("http_problems", "Problems by code", metrics.problems.clone());
        registry.register("http_panics", "Handlers that panicked", metrics.panics.clone());
        registry.register("event_streams_open", "Open event streams", metrics.streams.clone());
        metrics.engine.register(registry);
        tally.register(registry);
        metrics.levels.register(registry);
        metrics
    }

    /// Returns the counts of the engine.
    pub(crate) fn engine(&self) -> &Gauges {
        &self.engine
    }

    /// Counts an answer.
    pub(crate) fn answered(&self, answered: &Answered<'_>) {
        let method = known(answered.method);
        let route = answered.route.to_owned();
        let seconds = answered.duration.as_secs_f64();
        self.durations.get_or_create(&ByRoute { method, route: route.clone() }).observe(seconds);
        let status = class(answered.status);
        self.requests.get_or_create(&ByStatus { method, route, status }).inc();
        if let Some(code) = &answered.problem {
            self.problems.get_or_create(&ByCode { code: code.clone() }).inc();
        }
    }

    /// Counts a handler that panicked.
    pub(crate) fn panicked(&self) {
        self.panics.inc();
    }

    /// Counts a stream until what this returns is dropped.
    pub(crate) fn stream(&self) -> OpenStream {
        self.streams.inc();
        OpenStream(self.streams.clone())
    }

    /// Tells all counts of a house, as `OpenMetrics`.
    pub(crate) fn told(&self, app: &App) -> String {
        self.levels.look(app, &self.engine);
        let mut text = String::new();
        if let Err(error) = encode(&mut text, &self.registry) {
            tracing::error!(%error, "the counts could not be written");
        }
        text
    }
}

impl Levels {
    fn register(&self, registry: &mut Registry) {
        registry.register(
            "engine_commands_waiting",
            "Commands in the engine's queue",
            self.waiting.clone(),
        );
        registry.register(
            "feed_position",
            "Position of the last committed event",
            self.feed_position.clone(),
        );
        registry.register(
            "index_position",
            "Position that the availability index has reached",
            self.index_position.clone(),
        );
        registry.register(
            "index_lag_events",
            "Events that the availability index is behind the feed",
            self.index_lag.clone(),
        );
        registry.register_with_unit(
            "index_lag",
            "Age of the availability index where it is behind the feed, else 0",
            Unit::Seconds,
            self.index_lag_ms.clone(),
        );
        registry.register_with_unit(
            "index_updated_timestamp",
            "When the last event that the index took since the start was written down",
            Unit::Seconds,
            self.recorded.clone(),
        );
    }

    fn look(&self, app: &App, engine: &Gauges) {
        self.waiting.set(level(app.engine.waiting()));
        // The index first: what comes in between must not look like a lag below zero.
        let index = app.index.position();
        let head = app.feed.head();
        let lag = head.saturating_sub(index);
        self.index_position.set(level(index));
        self.feed_position.set(level(head));
        self.index_lag.set(level(lag));
        let Some(recorded_ms) = engine.recorded_ms() else { return };
        let age_ms = app.clock.now().as_millisecond().saturating_sub(recorded_ms);
        self.recorded.set(seconds(recorded_ms));
        self.index_lag_ms.set(if lag == 0 { 0.0 } else { seconds(age_ms.max(0)) });
    }
}

fn level(count: impl TryInto<i64>) -> i64 {
    count.try_into().unwrap_or(i64::MAX)
}

fn seconds(ms: i64) -> f64 {
    let (whole, rest) = (ms.div_euclid(1_000), ms.rem_euclid(1_000));
    // Until the year 2106, which is long enough for a moment and for an age.
    f64::from(u32::try_from(whole).unwrap_or(u32::MAX))
        + f64::from(u32::try_from(rest).unwrap_or(0)) / 1_000.0
}

/// Returns the name of a method; a made-up one must not make a series of its own.
fn known(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}

fn class(status: u16) -> &'static str {
    match status {
        ..200 => "1xx",
        200..300 => "2xx",
        300..400 => "3xx",
        400..500 => "4xx",
        500.. => "5xx",
    }
}

#[cfg(test)]
mod tests;
