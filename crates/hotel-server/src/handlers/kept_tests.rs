//! Bookings by the codes that clients gave them, and commands by their keys.

use serde_json::{Value, json};

use super::tests::{Desk, booking};

/// A booking from one day of January 2031 up to another, with a provisional code.
fn called(name: &str, from: &str, to: &str) -> Value {
    let mut body = booking();
    body["stay"] = json!({ "check_in": from, "check_out": to });
    body["provisional"] = json!(name);
    body
}

fn code_of(outcome: &Value) -> &str {
    outcome["booking"]["code"].as_str().unwrap()
}

#[tokio::test]
async fn wherever_a_booking_is_named_its_provisional_code_will_do() {
    let desk = Desk::with_hotel().await;
    let body = called("~k7q2", "2031-01-05", "2031-01-07");
    let made = desk.write("POST", "/v1/bookings", "b1", body).await.expect(201).body;
    assert_eq!(made["booking"]["provisional"], "~K7Q2");
    let by_code = desk.read(&format!("/v1/bookings/{}", code_of(&made))).await.expect(200).body;
    for name in ["~K7Q2", "%7Ek7q2"] {
        let path = format!("/v1/bookings/{name}");
        assert_eq!(desk.read(&path).await.expect(200).body, by_code);
    }
    let history = desk.read("/v1/bookings/~K7Q2/history").await.expect(200).body;
    assert_eq!(history["items"][0]["subject"], made["booking"]["code"]);
    let events = desk.read("/v1/events?booking=~K7Q2").await.expect(200).body;
    assert_eq!(events["items"], history["items"]);
    let later = json!({ "stay": { "check_in": "2031-01-06", "check_out": "2031-01-08" } });
    desk.write("PATCH", "/v1/bookings/~K7Q2", "b2", later).await.expect(200);
    let cancelled = desk.write("POST", "/v1/bookings/~K7Q2/cancel", "b3", json!({})).await;
    assert_eq!(cancelled.expect(200).body["booking"]["provisional"], "~K7Q2");
    for path in ["~K7QX", "~K7QX/history"] {
        desk.read(&format!("/v1/bookings/{path}")).await.problem(404, "booking.not_found");
    }
    desk.read("/v1/events?booking=~K7QX").await.problem(404, "booking.not_found");
    desk.read("/v1/bookings/~K7").await.problem(400, "request.path");
    let wrong = called("K7Q2", "2031-01-09", "2031-01-10");
    desk.write("POST", "/v1/bookings", "b4", wrong).await.problem(400, "request.body");
}

#[tokio::test]
async fn a_repeated_change_is_answered_though_its_name_means_two_bookings_by_now() {
    let desk = Desk::with_hotel().await;
    let first = called("~K7Q2", "2031-01-05", "2031-01-07");
    let first = desk.write("POST", "/v1/bookings", "b1", first).await.expect(201).body;
    let cancel = || desk.write("POST", "/v1/bookings/~K7Q2/cancel", "c1", json!({}));
    let done = cancel().await.expect(200);
    let second = called("~K7Q2", "2031-01-05", "2031-01-07");
    let second = desk.write("POST", "/v1/bookings", "b2", second).await.expect(201).body;
    let again = cancel().await.expect(200);
    assert_eq!(again.body, done.body);
    assert_eq!(again.headers["idempotency-replayed"], "true");
    let other = desk.write("POST", "/v1/bookings/~K7Q2/cancel", "c2", json!({})).await;
    other.problem(409, "booking.ambiguous_code");
    let both = json!([first["booking"]["code"], second["booking"]["code"]]);
    assert_eq!(other.body["details"]["bookings"], both);
    desk.read("/v1/bookings/~K7Q2").await.problem(409, "booking.ambiguous_code");
    // What was refused stays refused under its key, and nothing was done.
    let refused = desk.write("POST", "/v1/bookings/~K7Q2/cancel", "c2", json!({})).await;
    assert_eq!(refused.headers["idempotency-replayed"], "true");
    let path = format!("/v1/bookings/{}", code_of(&second));
    assert_eq!(desk.read(&path).await.expect(200).body["state"], "confirmed");
}

#[tokio::test]
async fn commands_of_one_request_know_the_names_that_it_gives() {
    let desk = Desk::with_hotel().await;
    let book = called("~K7Q2", "2031-01-05", "2031-01-07");
    let change = |name: &str| json!({ "booking": { "code": name, "change": { "cancel": { "reason": "guest" } } } });
    let commands = json!({ "commands": [
        { "key": "a", "command": change("~K7QX") },
        { "key": "b", "command": { "book": book } },
        { "key": "c", "command": { "dance": {} } },
        { "key": "d", "command": change("~K7Q2") },
        { "key": "e", "command": { "book": book } },
    ] });
    let send = async || {
        let reply = desk.write("POST", "/v1/commands:batch", "unused", commands.clone()).await;
        reply.expect(200).body["results"].clone()
    };
    let results = send().await;
    let statuses: Vec<_> = results.as_array().unwrap().iter().map(|it| &it["status"]).collect();
    assert_eq!(statuses, [404, 201, 400, 200, 201]);
    let keys: Vec<_> = results.as_array().unwrap().iter().map(|it| &it["key"]).collect();
    assert_eq!(keys, ["a", "b", "c", "d", "e"]);
    assert_eq!(code_of(&results[3]["body"]), code_of(&results[1]["body"]));
    let again = send().await;
    for (again, first) in again.as_array().unwrap().iter().zip(results.as_array().unwrap()) {
        assert_eq!((&again["status"], &again["body"]), (&first["status"], &first["body"]));
    }
}

#[tokio::test]
async fn a_command_is_told_by_its_key_to_whoever_sent_it() {
    let desk = Desk::with_hotel().await;
    let key = "till/7:a%b";
    let path = "/v1/commands/till%2F7:a%25b";
    desk.read(path).await.problem(404, "command.not_found");
    let made = desk.write("POST", "/v1/bookings", key, booking()).await.expect(201);
    let told = desk.read(path).await.expect(200).body;
    let expected = json!({ "key": key, "status": 201, "etag": 1, "booking": code_of(&made.body),
        "decided_at": "2030-03-17T17:46:40Z", "body": made.body });
    assert_eq!(told, expected);
    let refused = desk.write("POST", "/v1/bookings", "b2", booking()).await;
    let told = desk.read("/v1/commands/b2").await.expect(200).body;
    assert_eq!((&told["status"], &told["body"]["code"]), (&json!(409), &refused.body["code"]));
    assert_eq!((&told["booking"], &told["etag"]), (&Value::Null, &Value::Null));
    // Nothing is decided of what can't be read, nor of what is only previewed.
    desk.write("POST", "/v1/bookings", "b3", json!({})).await.problem(400, "request.body");
    desk.read("/v1/commands/b3").await.problem(404, "command.not_found");
    let ida = json!({ "family": "Meyer", "given": "Ida", "email": "ida@example.org" });
    desk.write("POST", "/v1/registrations", "g1", ida).await.expect(201);
    let told = desk.read("/v1/commands/g1").await.expect(200).body;
    assert!(!told.to_string().contains("Meyer"), "{told}");
    let long = "x".repeat(256);
    desk.read(&format!("/v1/commands/{long}")).await.problem(400, "request.path");
}

#[tokio::test]
async fn the_moment_a_client_kept_a_command_goes_with_its_events_and_must_be_one() {
    let desk = Desk::with_hotel().await;
    let send = async |key: &str, waited: &str| {
        let headers = [
            ("authorization", &*desk.bearer()),
            ("idempotency-key", key),
            ("content-type", "application/json"),
            ("hotel-enqueued-at", waited),
        ];
        desk.ask("POST", "/v1/bookings", &headers, booking().to_string().into()).await
    };
    for (key, wrong) in [("w1", "yesterday"), ("w2", "-009998-01-01T00:00:00Z"), ("w3", "")] {
        let refused = send(key, wrong).await;
        refused.problem(400, "request.header");
        assert_eq!(refused.body["field"], "Hotel-Enqueued-At");
    }
    let made = send("b1", "2030-03-16T09:00:00+01:00").await.expect(201);
    // Told again at another moment it is the same command.
    let again = send("b1", "2030-03-18T09:00:00+01:00").await.expect(201);
    assert_eq!(again.headers["idempotency-replayed"], "true");
    let path = format!("/v1/bookings/{}/history", code_of(&made.body));
    let history = desk.read(&path).await.expect(200).body;
    assert_eq!(history["items"][0]["enqueuedat"], "2030-03-16T08:00:00Z");
    assert_eq!(history["items"].as_array().unwrap().len(), 1);
}
