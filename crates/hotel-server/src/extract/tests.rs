use axum::http::Request as HttpRequest;

use hotel_core::command::booking::BookRequest;
use hotel_core::wire::booking::BookingQuery;

use super::*;

fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
    pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
}

fn check_body(body: &str, field: Option<&str>, rule: &str) {
    let failure = read_json::<BookRequest>(body.as_bytes()).unwrap_err();
    let problem = failure.problem();
    assert_eq!(problem.code, "request.body");
    assert_eq!(problem.field.as_deref(), field, "{}", problem.detail);
    assert!(problem.detail.contains(rule), "{}", problem.detail);
}

#[test]
fn a_bad_body_names_field_and_rule() {
    let start = r#""hotel":"BER-ADLER","rate_plan":"BAR","rooms":[{"room_type":"DLX"}]"#;
    let guest = r#""guest":{"new":{"family":"Meyer","given":"Ida"}}"#;
    let stay = r#""stay":{"check_in":"2026-12-24","check_out":"2026-12-27"}"#;
    check_body("", Some("hotel"), "missing field");
    check_body(&format!("{{{start},{stay}}}"), Some("guest"), "missing field");
    check_body(&format!("{{{start},{stay},{guest},\"vip\":1}}"), Some("vip"), "unknown field");
    check_body(r#"{"hotel":"no such code!"}"#, Some("hotel"), "is not a hotel code");
    check_body(
        &format!(r#"{{{start},{guest},"stay":{{"check_in":"soon","check_out":"2026-12-27"}}}}"#),
        Some("stay.check_in"),
        "",
    );
    check_body(
        &format!(
            r#"{{{start},{guest},"stay":{{"check_in":"2026-12-27","check_out":"2026-12-24"}}}}"#
        ),
        Some("stay"),
        "at least one night",
    );
    check_body("{", None, "EOF");
}

#[test]
fn a_body_nested_too_deep_is_not_read() {
    let deep = format!("{}{}", "[".repeat(17), "]".repeat(17));
    check_body(&deep, None, "nested at most 16");
    assert_eq!(depth(br#"{"a":"[[[[\"[[","b":[{}]}"#), 3);
}

#[test]
fn a_bad_query_names_the_parameter() {
    let check = |uri: &'static str, field: &str| {
        let failure = query::<BookingQuery>(&Uri::from_static(uri)).unwrap_err();
        assert_eq!(failure.problem().code, "request.query");
        assert_eq!(failure.problem().field.as_deref(), Some(field), "{}", failure.problem().detail);
    };
    check("/v1/bookings?hotle=X", "hotle");
    check("/v1/bookings?limit=many", "limit");
    check("/v1/bookings?hotel=no%20code", "hotel");
    check("/v1/bookings?arrive_from=soon", "arrive_from");
}

#[test]
fn a_write_needs_a_key_and_a_preview_none() {
    let none = headers(&[]);
    assert!(idempotency_key(&none, true).unwrap().is_none());
    let failure = idempotency_key(&none, false).unwrap_err();
    assert_eq!(failure.problem().code, "idempotency.key_missing");
    let given = headers(&[("idempotency-key", "\"0192f0c1\"")]);
    assert_eq!(idempotency_key(&given, false).unwrap().unwrap().as_str(), "0192f0c1");
    assert!(idempotency_key(&headers(&[("idempotency-key", "a b")]), false).is_err());
}

#[test]
fn a_condition_is_a_version_in_quotes_or_a_star() {
    assert_eq!(condition(&headers(&[])).unwrap(), (false, None));
    assert_eq!(condition(&headers(&[("if-match", "*")])).unwrap(), (true, None));
    assert_eq!(condition(&headers(&[("if-match", "\"7\"")])).unwrap(), (true, Some(7)));
    for wrong in ["7", "W/\"7\"", "\"seven\"", ""] {
        let failure = condition(&headers(&[("if-match", wrong)])).unwrap_err();
        assert_eq!(failure.problem().field.as_deref(), Some("If-Match"), "{wrong}");
    }
}

#[test]
fn the_house_itself_comes_through_no_door() {
    assert_eq!(channel(&headers(&[])).unwrap(), Channel::Api);
    assert_eq!(channel(&headers(&[("x-hotel-channel", "tui")])).unwrap(), Channel::Tui);
    assert!(channel(&headers(&[("x-hotel-channel", "house")])).is_err());
}

#[test]
fn another_request_has_another_fingerprint() {
    let of = |method: &str, uri: &str, condition: &str, body: &str| {
        let request = HttpRequest::builder().method(method).uri(uri).header("if-match", condition);
        fingerprint(&request.body(()).unwrap().into_parts().0, body.as_bytes())
    };
    let first = of("POST", "/v1/bookings?x=1", "\"1\"", "{}");
    assert_eq!(first, of("POST", "/v1/bookings?x=1", "\"1\"", "{}"));
    for other in [
        of("PUT", "/v1/bookings?x=1", "\"1\"", "{}"),
        of("POST", "/v1/booking?sx=1", "\"1\"", "{}"),
        of("POST", "/v1/bookings?x=2", "\"1\"", "{}"),
        of("POST", "/v1/bookings?x=1", "\"2\"", "{}"),
        of("POST", "/v1/bookings?x=1", "\"1\"", "{ }"),
    ] {
        assert_ne!(first, other);
    }
}

#[tokio::test]
async fn a_body_has_a_limit_and_a_type() {
    let json = headers(&[("content-type", "application/json; charset=utf-8")]);
    let full =
        read_body(&json, Body::from(vec![b' '; BODY_BYTES_MAX]), BODY_BYTES_MAX).await.unwrap();
    assert_eq!(full.len(), BODY_BYTES_MAX);
    let over = read_body(&json, Body::from(vec![b' '; BODY_BYTES_MAX + 1]), BODY_BYTES_MAX)
        .await
        .unwrap_err();
    assert_eq!(over.problem().code, "request.too_large");
    let far_over = read_body(&json, Body::from(vec![b' '; BODY_BYTES_MAX * 2]), BODY_BYTES_MAX)
        .await
        .unwrap_err();
    assert_eq!(far_over.problem().code, "request.too_large");
    let text = headers(&[("content-type", "text/plain")]);
    let plain = read_body(&text, Body::from("{}"), BODY_BYTES_MAX).await.unwrap_err();
    assert_eq!(plain.problem().code, "request.media_type");
    assert!(read_body(&headers(&[]), Body::empty(), BODY_BYTES_MAX).await.unwrap().is_empty());
}

#[test]
fn a_page_has_a_limit() {
    assert_eq!(page_limit(None).unwrap(), PAGE);
    assert!(page_limit(Some(PAGE_MAX)).is_ok());
    assert!(page_limit(Some(0)).is_err() && page_limit(Some(PAGE_MAX + 1)).is_err());
}

#[test]
fn a_known_version_is_not_sent_again() {
    let known = versioned(&headers(&[("if-none-match", "\"6\", \"7\"")]), 7, &"it");
    assert_eq!(known.status(), StatusCode::NOT_MODIFIED);
    let newer = versioned(&headers(&[("if-none-match", "\"6\"")]), 7, &"it");
    assert_eq!(
        (newer.status(), &newer.headers()["etag"]),
        (StatusCode::OK, &"\"7\"".parse().unwrap())
    );
}
