use std::collections::HashMap;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use tower::ServiceExt as _;

use super::*;
use crate::clock::SystemClock;
use crate::house::House;

async fn scrape(house: &House) -> String {
    scrape_as(house, "text/plain", "text/plain; version=0.0.4; charset=utf-8").await
}

async fn scrape_as(house: &House, accept: &str, kind: &str) -> String {
    let request = Request::get("/metrics").header(ACCEPT, accept).body(Body::empty()).unwrap();
    let response = listener::routes(house.app().clone()).oneshot(request).await.unwrap();
    assert_eq!(response.headers()[CONTENT_TYPE], kind);
    String::from_utf8(to_bytes(response.into_body(), 1 << 20).await.unwrap().to_vec()).unwrap()
}

/// Returns the value of a series.
#[track_caller]
fn value<'a>(text: &'a str, series: &str) -> &'a str {
    let line = text.lines().find_map(|line| line.strip_prefix(series)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("no {series} in {text}"))
}

#[tokio::test]
async fn the_counts_follow_what_happens() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path().join("hotel.db"), Arc::new(SystemClock)).await.unwrap();
    let before = scrape(&house).await;
    assert!(before.contains("hotel_build_info{version=\"0.1.0\"} 1"), "{before}");
    assert_eq!(value(&before, "hotel_engine_commands_total{outcome=\"decided\"}"), "0");
    house.first_admin().await.unwrap().unwrap();
    let router = crate::router::router(house.app().clone());
    for path in ["/v1/me?secret=NOVAK", "/livez", "/nowhere/NOVAK"] {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let _answer = router.clone().oneshot(request).await.unwrap();
    }
    let stream = house.app().metrics.stream();
    let text = scrape(&house).await;
    for (series, expect) in [
        ("hotel_engine_commands_total{outcome=\"decided\"}", "2"),
        ("hotel_engine_batch_commands_count", "2"),
        ("hotel_engine_batch_commands_bucket{le=\"1.0\"}", "2"),
        ("hotel_engine_commit_seconds_count", "2"),
        ("hotel_engine_queue_age_seconds_count", "2"),
        ("hotel_engine_commands_waiting", "0"),
        ("hotel_feed_position", "2"),
        ("hotel_index_position", "2"),
        ("hotel_index_lag_events", "0"),
        ("hotel_index_lag_seconds", "0.0"),
        ("hotel_event_streams_open", "1"),
        ("hotel_holds_expired_total", "0"),
        ("hotel_http_problems_total{code=\"auth.missing\"}", "1"),
        ("hotel_http_requests_total{method=\"GET\",route=\"/livez\",status=\"2xx\"}", "1"),
        ("hotel_http_requests_total{method=\"GET\",route=\"/v1/me\",status=\"4xx\"}", "1"),
        ("hotel_http_requests_total{method=\"GET\",route=\"(no route)\",status=\"4xx\"}", "1"),
        ("hotel_http_request_duration_seconds_count{method=\"GET\",route=\"/livez\"}", "1"),
    ] {
        assert_eq!(value(&text, series), expect, "{series}");
    }
    let updated: f64 = value(&text, "hotel_index_updated_timestamp_seconds").parse().unwrap();
    assert!(updated > 1e9, "{text}");
    assert!(!text.contains("NOVAK"), "{text}");
    drop(stream);
    assert_eq!(value(&scrape(&house).await, "hotel_event_streams_open"), "0");
}

#[tokio::test]
async fn every_line_of_a_scrape_is_of_the_format() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::open(folder.path().join("hotel.db"), Arc::new(SystemClock)).await.unwrap();
    house.first_admin().await.unwrap().unwrap();
    let text = scrape(&house).await;
    let mut types = HashMap::new();
    for line in text.lines() {
        if let Some(comment) = line.strip_prefix("# ") {
            let [kind, name, rest] = comment.splitn(3, ' ').collect::<Vec<_>>()[..] else {
                panic!("{line}")
            };
            assert!(["HELP", "TYPE"].contains(&kind), "{line}");
            if kind == "TYPE" {
                assert!(["counter", "gauge", "histogram"].contains(&rest), "{line}");
                assert_eq!(types.insert(name, rest), None, "{line}");
            }
            continue;
        }
        let (series, number) = line.rsplit_once(' ').unwrap();
        let name = series.split('{').next().unwrap();
        let family = ["_bucket", "_sum", "_count"]
            .into_iter()
            .find_map(|end| name.strip_suffix(end).filter(|name| types.contains_key(name)));
        let family = types.get(family.unwrap_or(name)).unwrap_or_else(|| panic!("{line}"));
        assert_eq!(*family == "counter", name.ends_with("_total"), "{line}");
        assert!(name.starts_with("hotel_"), "{line}");
        number.parse::<f64>().unwrap_or_else(|_| panic!("{line}"));
    }
    let accept = "application/openmetrics-text;version=1.0.0,text/plain;q=0.5";
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    let open = scrape_as(&house, accept, kind).await;
    assert!(open.ends_with("\n# EOF\n") && open.contains("# UNIT "), "{open}");
}

#[test]
fn made_up_methods_make_no_series() {
    assert_eq!(known(&Method::from_bytes(b"NOVAK").unwrap()), "other");
    assert_eq!(known(&Method::PATCH), "PATCH");
    assert_eq!(
        (class(101), class(204), class(304), class(422), class(599)),
        ("1xx", "2xx", "3xx", "4xx", "5xx")
    );
}

#[test]
fn moments_are_told_in_seconds() {
    for (ms, told) in [
        (0, "0"),
        (1_500, "1.5"),
        (1_795_000_000_250, "1795000000.25"),
        (i64::MAX, "4294967295.807"),
    ] {
        assert_eq!(seconds(ms).to_string(), told);
    }
}
