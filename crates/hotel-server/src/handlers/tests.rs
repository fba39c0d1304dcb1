//! The API over a house of its own: requests in, answers out.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use axum::response::IntoResponse as _;
use futures_util::StreamExt as _;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::{page_of, refused};
use crate::clock::Clock;
use crate::house::House;
use crate::router::router;

/// A clock that goes only when told to.
struct Stopped(Mutex<Timestamp>);

impl Clock for Stopped {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

pub(super) struct Desk {
    api: Router,
    clock: Arc<Stopped>,
    token: String,
    _house: House,
    _folder: tempfile::TempDir,
}

pub(super) struct Reply {
    status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Value,
}

impl Desk {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let start = Timestamp::from_second(1_900_000_000).unwrap();
        let clock = Arc::new(Stopped(Mutex::new(start)));
        let house = House::open(folder.path().join("hotel.db"), clock.clone()).await.unwrap();
        let token = house.first_admin().await.unwrap().unwrap();
        Self { api: router(house.app().clone()), clock, token, _house: house, _folder: folder }
    }

    /// Opens a house with one hotel, one room and one rate a night from tomorrow on.
    pub(super) async fn with_hotel() -> Self {
        let desk = Self::open().await;
        let hotel = json!({ "code": "BER-ADLER", "name": "Adler", "city": "Berlin",
            "city_code": "BER", "country": "DE", "zone": "Europe/Berlin", "stars": 4,
            "position": { "latitude": 52.5, "longitude": 13.4 }, "currency": "EUR",
            "auto_confirm": true });
        desk.write("POST", "/v1/hotels", "k1", hotel).await.expect(200);
        let room_type =
            json!({ "code": "DLX", "name": "Deluxe", "adults_max": 2, "guests_max": 2 });
        let path = "/v1/hotels/BER-ADLER/room-types/DLX";
        desk.write("PUT", path, "k2", room_type).await.expect(200);
        let rooms = json!({ "rooms": [{ "number": "311", "room_type": "DLX" }] });
        desk.write("POST", "/v1/hotels/BER-ADLER/rooms", "k3", rooms).await.expect(200);
        let plan = json!({ "code": "BAR", "name": "Best", "payment": "at_hotel",
            "pricing": "nightly" });
        desk.write("PUT", "/v1/hotels/BER-ADLER/rate-plans/BAR", "k4", plan).await.expect(200);
        let nights = json!({ "from": "2031-01-01", "to": "2031-01-20" });
        let rates = json!({ "rate_plan": "BAR", "room_types": ["DLX"], "nights": nights,
            "set": { "minor": 10_000 } });
        desk.write("POST", "/v1/hotels/BER-ADLER/rates", "k5", rates).await.expect(200);
        let open = json!({ "nights": nights, "set": { "closed": false } });
        desk.write("POST", "/v1/hotels/BER-ADLER/inventory", "k6", open).await.expect(200);
        desk
    }

    pub(super) async fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Reply {
        let request = Request::builder().method(Method::from_bytes(method.as_bytes()).unwrap());
        let request = headers
            .iter()
            .fold(request.uri(path), |request, (name, value)| request.header(*name, *value));
        let response = self.api.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Reply { status: parts.status, headers: parts.headers, body }
    }

    fn wait(&self, time: SignedDuration) {
        *self.clock.0.lock().unwrap() += time;
    }

    pub(super) fn bearer(&self) -> String {
        format!("Bearer {}", self.token)
    }

    pub(super) async fn read(&self, path: &str) -> Reply {
        self.ask("GET", path, &[("authorization", &self.bearer())], Body::empty()).await
    }

    pub(super) async fn write(&self, method: &str, path: &str, key: &str, body: Value) -> Reply {
        self.write_if(method, path, key, "*", body).await
    }

    async fn write_if(
        &self,
        method: &str,
        path: &str,
        key: &str,
        version: &str,
        body: Value,
    ) -> Reply {
        let headers = [
            ("authorization", &*self.bearer()),
            ("idempotency-key", key),
            ("if-match", version),
            ("content-type", "application/json"),
        ];
        self.ask(method, path, &headers, Body::from(body.to_string())).await
    }
}

impl Reply {
    #[track_caller]
    pub(super) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }

    #[track_caller]
    pub(super) fn problem(&self, status: u16, code: &str) {
        assert_eq!((self.status.as_u16(), self.body["code"].as_str()), (status, Some(code)));
        assert_eq!(self.headers["content-type"], "application/problem+json");
        assert_eq!(self.body["request_id"].as_str(), self.headers["x-request-id"].to_str().ok());
    }
}

pub(super) fn booking() -> Value {
    json!({ "hotel": "BER-ADLER", "rate_plan": "BAR", "rooms": [{ "room_type": "DLX" }],
        "stay": { "check_in": "2031-01-05", "check_out": "2031-01-07" },
        "guest": { "new": { "family": "Meyer", "given": "Ida" } } })
}

#[tokio::test]
async fn a_stranger_gets_no_further_than_the_door() {
    let desk = Desk::open().await;
    desk.ask("GET", "/v1/me", &[], Body::empty()).await.problem(401, "auth.missing");
    let wrong = crate::auth::new_secret();
    for secret in ["nonsense", &*wrong] {
        let given = format!("Bearer {secret}");
        let reply = desk.ask("GET", "/v1/me", &[("authorization", &given)], Body::empty()).await;
        reply.problem(401, "auth.unknown");
        assert_eq!(reply.headers["www-authenticate"], "Bearer");
    }
    assert_eq!(desk.read("/v1/me").await.expect(200).body["role"], "admin");
}

#[tokio::test]
async fn what_is_not_there_is_a_problem_too() {
    let desk = Desk::open().await;
    desk.read("/v1/nothing").await.problem(404, "route.not_found");
    let reply = desk.write("DELETE", "/v1/bookings", "k", json!({})).await;
    reply.problem(405, "route.method");
    assert_eq!(reply.headers["allow"], "GET,HEAD,POST");
    desk.read("/v1/hotels/NOWHERE").await.problem(404, "hotel.not_found");
    desk.read("/v1/bookings/00000000").await.problem(404, "booking.not_found");
    desk.read("/v1/bookings/UUUU").await.problem(400, "request.path");
    desk.read("/v1/bookings?limit=0").await.problem(400, "request.query");
    desk.read("/v1/bookings?cursor=nonsense").await.problem(400, "cursor.invalid");
}

#[tokio::test]
async fn a_repeated_booking_is_the_same_one() {
    let desk = Desk::with_hotel().await;
    let first = desk.write("POST", "/v1/bookings", "b1", booking()).await.expect(201);
    assert!(!first.headers.contains_key("idempotency-replayed"));
    let again = desk.write("POST", "/v1/bookings", "b1", booking()).await.expect(201);
    assert_eq!(again.headers["idempotency-replayed"], "true");
    assert_eq!((&again.body, &again.headers["etag"]), (&first.body, &first.headers["etag"]));
    let mut other = booking();
    other["requests"] = json!("quiet");
    let reused = desk.write("POST", "/v1/bookings", "b1", other).await;
    reused.problem(422, "idempotency.key_reused");
    desk.write("POST", "/v1/bookings", "b2", booking()).await.problem(409, "availability.sold_out");
}

#[tokio::test]
async fn a_change_must_say_which_version_it_means() {
    let desk = Desk::with_hotel().await;
    let made = desk.write("POST", "/v1/bookings", "b1", booking()).await.expect(201);
    let path = format!("/v1/bookings/{}", made.body["booking"]["code"].as_str().unwrap());
    let shown = desk.read(&path).await.expect(200);
    assert_eq!(shown.headers["etag"], made.headers["etag"]);
    assert_eq!(shown.body["guest_details"]["family"], "Meyer");
    let quiet = json!({ "requests": "quiet" });
    let headers = [
        ("authorization", &*desk.bearer()),
        ("idempotency-key", "b2"),
        ("content-type", "application/json"),
    ];
    let blind = desk.ask("PATCH", &path, &headers, Body::from(quiet.to_string())).await;
    blind.problem(428, "precondition.required");
    let stale = desk.write_if("PATCH", &path, "b3", "\"9\"", quiet.clone()).await;
    stale.problem(412, "version.stale");
    assert_eq!(stale.headers["etag"], "\"1\"");
    desk.write_if("PATCH", &path, "b4", "\"1\"", quiet).await.expect(200);
    let known = [("authorization", &*desk.bearer()), ("if-none-match", "\"2\"")];
    desk.ask("GET", &path, &known, Body::empty()).await.expect(304);
    let history = desk.read(&format!("{path}/history")).await.expect(200);
    assert_eq!(history.body["items"][1]["type"], "booking.amended");
}

#[tokio::test]
async fn an_offer_is_booked_at_its_price() {
    let desk = Desk::with_hotel().await;
    let search = "/v1/search?place=BER&check_in=2031-01-05&check_out=2031-01-07";
    let found = desk.read(search).await.expect(200).body;
    let guest = json!({ "new": { "family": "Meyer", "given": "Ida" } });
    let mut book = json!({ "offer": found["items"][0]["offer"], "guest": guest });
    let preview = desk.write("POST", "/v1/bookings?dry_run=true", "", book.clone()).await;
    assert_eq!(preview.expect(200).body["dry_run"], true);
    let made = desk.write("POST", "/v1/bookings", "b1", book.clone()).await.expect(201);
    assert_eq!(made.body["total"]["minor"], 20_000);
    book["hotel"] = json!("PAR-LOUVRE");
    desk.write("POST", "/v1/bookings", "b2", book).await.problem(400, "offer.conflict");
    let forged = json!({ "offer": "forged", "guest": guest });
    desk.write("POST", "/v1/bookings", "b3", forged).await.problem(400, "offer.unreadable");
}

#[tokio::test]
async fn a_repeated_booking_is_answered_although_its_offer_has_run_out() {
    let desk = Desk::with_hotel().await;
    let search = "/v1/search?place=BER&check_in=2031-01-05&check_out=2031-01-07";
    let found = desk.read(search).await.expect(200).body;
    let guest = json!({ "new": { "family": "Meyer", "given": "Ida" } });
    let book = json!({ "offer": found["items"][0]["offer"], "guest": guest });
    let first = desk.write("POST", "/v1/bookings", "b1", book.clone()).await.expect(201);
    desk.wait(SignedDuration::from_hours(24));
    let again = desk.write("POST", "/v1/bookings", "b1", book.clone()).await.expect(201);
    assert_eq!(
        (&again.body, &again.headers["idempotency-replayed"]),
        (&first.body, &"true".parse().unwrap())
    );
    for _ in 0..2 {
        let late = desk.write("POST", "/v1/bookings", "b2", book.clone()).await;
        late.problem(409, "offer.expired");
    }
}

#[tokio::test]
async fn a_revoked_token_ends_within_seconds_and_an_expired_one_at_once() {
    let desk = Desk::open().await;
    let ann = json!({ "name": "ann", "role": "agent" });
    desk.write("PUT", "/v1/users", "u1", ann).await.expect(200);
    let wish = json!({ "user": "ann", "days": 1 });
    let issued = desk.write("POST", "/v1/tokens", "t1", wish.clone()).await.expect(201).body;
    let other = desk.write("POST", "/v1/tokens", "t2", wish).await.expect(201).body;
    let admin = desk.token.clone();
    let mut desk = Desk { token: issued["secret"].as_str().unwrap().to_owned(), ..desk };
    desk.read("/v1/me").await.expect(200);
    desk.token = admin;
    let path = format!("/v1/tokens/{}", issued["id"].as_str().unwrap());
    desk.write("DELETE", &path, "t3", json!({})).await.expect(200);
    desk.wait(SignedDuration::from_secs(5));
    desk.token = issued["secret"].as_str().unwrap().to_owned();
    desk.read("/v1/me").await.problem(401, "auth.unknown");
    desk.token = other["secret"].as_str().unwrap().to_owned();
    desk.read("/v1/me").await.expect(200);
    desk.wait(SignedDuration::from_hours(24));
    desk.read("/v1/me").await.problem(401, "auth.expired");
}

#[tokio::test]
async fn a_repeated_token_has_the_same_secret_and_opens_the_door() {
    let desk = Desk::with_hotel().await;
    let ann = json!({ "name": "ann", "role": "agent", "hotels": ["PAR-LOUVRE"] });
    desk.write("PUT", "/v1/users", "u1", ann).await.expect(200);
    let wish = json!({ "user": "ann" });
    let first = desk.write("POST", "/v1/tokens", "t1", wish.clone()).await.expect(201);
    let again = desk.write("POST", "/v1/tokens", "t1", wish).await.expect(201);
    assert_eq!(first.body, again.body);
    let ann = Desk { token: first.body["secret"].as_str().unwrap().to_owned(), ..desk };
    assert_eq!(ann.read("/v1/me").await.expect(200).body["hotels"], json!(["PAR-LOUVRE"]));
    // What lies outside of the scope is not there.
    ann.read("/v1/hotels/BER-ADLER").await.problem(404, "hotel.not_found");
    assert_eq!(ann.read("/v1/hotels").await.expect(200).body["items"], json!([]));
    assert_eq!(ann.read("/v1/rooms").await.expect(200).body["items"], json!([]));
    assert_eq!(ann.read("/v1/events").await.expect(200).body["items"], json!([]));
    ann.read("/v1/users").await.problem(403, "forbidden.role");
}

#[tokio::test]
async fn guests_come_back_whole_though_the_engine_keeps_only_their_ids() {
    let desk = Desk::open().await;
    let ida = json!({ "family": "Meyer", "given": "Ida", "email": "ida@example.org" });
    let made = desk.write("POST", "/v1/registrations", "g1", ida.clone()).await.expect(201);
    let again = desk.write("POST", "/v1/registrations", "g1", ida).await.expect(201);
    assert_eq!(made.body, again.body);
    let path = format!("/v1/guests/{}", made.body["id"].as_str().unwrap());
    assert_eq!(desk.read(&path).await.expect(200).body, made.body);
    let ada = json!({ "given": "Ada" });
    let preview = format!("{path}?dry_run=true");
    let shown = desk.write("PATCH", &preview, "", ada.clone()).await.expect(200);
    assert_eq!((&shown.body["given"], &shown.body["version"]), (&json!("Ada"), &json!(2)));
    assert_eq!(desk.read(&path).await.expect(200).body, made.body);
    let changed = desk.write("PATCH", &path, "g2", ada).await.expect(200);
    assert_eq!(changed.body, desk.read(&path).await.expect(200).body);
}

#[tokio::test]
async fn the_shelf_is_shown_as_it_was_filled() {
    let desk = Desk::with_hotel().await;
    let nights = "from=2031-01-05&to=2031-01-08";
    let rates = desk.read(&format!("/v1/hotels/BER-ADLER/rates?{nights}")).await.expect(200);
    assert_eq!(rates.body["items"].as_array().unwrap().len(), 3);
    desk.write("POST", "/v1/bookings", "b1", booking()).await.expect(201);
    let stock = desk.read(&format!("/v1/hotels/BER-ADLER/inventory?{nights}")).await.expect(200);
    assert_eq!(
        (&stock.body["items"][0]["left"], &stock.body["items"][2]["left"]),
        (&json!(0), &json!(1))
    );
    let chart = desk.read(&format!("/v1/hotels/BER-ADLER/chart?{nights}")).await.expect(200);
    assert_eq!(chart.body["unassigned"][0]["guest"], "Meyer");
    let wrong = desk.read("/v1/hotels/BER-ADLER/chart?from=2031-01-05&to=2031-01-05").await;
    wrong.problem(400, "request.query");
    let listed = desk.read("/v1/bookings?name=Mey").await.expect(200);
    assert_eq!(listed.body["items"][0]["rooms"], "1 DLX");
    desk.read("/readyz").await.expect(200);
    desk.read("/livez").await.expect(200);
    assert_eq!(desk.read("/v1/openapi.json").await.expect(200).body["openapi"], "3.1.0");
    desk.read("/docs/").await.expect(200);
}

#[tokio::test]
async fn a_stream_tells_the_past_and_then_what_happens() {
    let desk = Desk::with_hotel().await;
    let page = desk.read("/v1/events?limit=2").await.expect(200).body;
    let next = page["next"].as_str().unwrap();
    let rest = desk.read(&format!("/v1/events?after={next}")).await.expect(200).body;
    assert_eq!(rest["items"][0]["position"], 3);
    desk.read("/v1/events?after=99999").await.problem(409, "cursor.epoch");
    let request = Request::get("/v1/events?type=booking.*&after=latest")
        .header("authorization", desk.bearer())
        .header("accept", "text/event-stream")
        .body(Body::empty());
    let response = desk.api.clone().oneshot(request.unwrap()).await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let mut frames = response.into_body().into_data_stream();
    let mut next =
        async || String::from_utf8(frames.next().await.unwrap().unwrap().to_vec()).unwrap();
    let greeting = next().await;
    assert!(greeting.contains("event: checkpoint") && greeting.contains("retry: "), "{greeting}");
    desk.write("POST", "/v1/bookings", "b1", booking()).await.expect(201);
    let event = next().await;
    assert!(event.contains("event: booking.") && event.contains("\"subject\":"), "{event}");
    let id = event.lines().find_map(|line| line.strip_prefix("id: ")).unwrap();
    assert!(id.starts_with(next_epoch(&page)), "{id}");
}

fn next_epoch(page: &Value) -> &str {
    page["next"].as_str().unwrap().split('-').next().unwrap()
}

#[test]
fn a_page_goes_on_after_its_cursor() {
    let items = || ["a", "b", "c", "d", "e"].into_iter();
    let name = |item: &&str| (*item).to_owned();
    let first = page_of(items(), name, None, 2);
    assert_eq!((first.items, first.next.as_deref()), (vec!["a", "b"], Some("b")));
    let second = page_of(items(), name, Some("b"), 2);
    assert_eq!((second.items, second.next.as_deref()), (vec!["c", "d"], Some("d")));
    let last = page_of(items(), name, Some("d"), 2);
    assert_eq!((last.items, last.next), (vec!["e"], None));
}

#[test]
fn a_stale_version_comes_back_with_the_current_one() {
    let refusal = hotel_core::refusal::Refusal::new(hotel_core::refusal::code::STALE, "changed")
        .details(serde_json::json!({ "version": 9 }));
    let body = serde_json::to_string(&crate::failure::problem_of(&refusal)).unwrap();
    let answer = crate::engine::Answer { status: 412, body, etag: None, replayed: true };
    let response = refused(&answer).into_response();
    assert_eq!(response.status(), 412);
    assert_eq!(response.headers()["etag"], "\"9\"");
    assert_eq!(response.headers()["idempotency-replayed"], "true");
}
