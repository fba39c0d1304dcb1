//! Many commands in one request.

use serde_json::{Value, json};

use super::tests::{Desk, booking};

#[expect(clippy::needless_pass_by_value, reason = "the tests write it on the spot")]
fn item(key: &str, command: Value) -> Value {
    json!({ "key": key, "command": command })
}

fn book(key: &str) -> Value {
    item(key, json!({ "book": booking() }))
}

async fn send(desk: &Desk, commands: &[Value]) -> Vec<Value> {
    let body = json!({ "commands": commands });
    let reply = desk.write("POST", "/v1/commands:batch", "unused", body).await.expect(200);
    reply.body["results"].as_array().unwrap().clone()
}

fn statuses(results: &[Value]) -> Vec<u64> {
    results.iter().map(|result| result["status"].as_u64().unwrap()).collect()
}

#[tokio::test]
async fn each_command_has_a_result_of_its_own() {
    let desk = Desk::with_hotel().await;
    let unreadable = item("b", json!({ "dance": {} }));
    let results = send(&desk, &[book("a"), unreadable.clone(), book("c"), book("a")]).await;
    // The room is sold to the first, refused to the third, and the fourth is the first again.
    assert_eq!(statuses(&results), [201, 400, 409, 201]);
    assert_eq!(results[2]["body"]["code"], "availability.sold_out");
    assert_eq!(results[1]["key"], "b");
    assert_eq!((&results[0]["replayed"], &results[3]["replayed"]), (&Value::Null, &json!(true)));
    assert_eq!(results[0]["body"], results[3]["body"]);

    let code = results[0]["body"]["booking"]["code"].clone();
    let cancel =
        |key, change: Value| item(key, json!({ "booking": { "code": code, "change": change } }));
    let cancelled = cancel("d", json!({ "cancel": {} }));
    // What was refused stays refused under its key; a new key finds the room free again.
    let results = send(&desk, &[cancelled, book("c"), book("e")]).await;
    assert_eq!(statuses(&results), [200, 409, 201]);
    // Only the house ends holds.
    assert_eq!(statuses(&send(&desk, &[cancel("f", json!("expire"))]).await), [400]);
}

#[tokio::test]
async fn a_key_of_another_command_does_nothing() {
    let desk = Desk::with_hotel().await;
    let mut other = book("a");
    other["command"]["book"]["requests"] = json!("sea view");
    let results = send(&desk, &[book("a"), other]).await;
    assert_eq!(statuses(&results), [201, 422]);
    assert_eq!(results[1]["body"]["code"], "idempotency.key_reused");
}

#[tokio::test]
async fn history_happened_before_it_was_written_down() {
    let desk = Desk::with_hotel().await;
    let (mut past, mut future) = (book("a"), book("b"));
    past["at"] = json!("2029-12-31T12:00:00Z");
    future["at"] = json!("2039-12-31T12:00:00Z");
    let results = send(&desk, &[future, past]).await;
    assert_eq!(statuses(&results), [422, 201]);
    assert_eq!(results[0]["body"]["code"], "history.future");
    assert_eq!(results[1]["body"]["booking"]["created_at"], "2029-12-31T12:00:00Z");
    let events = desk.read("/v1/events?type=booking.*").await.expect(200);
    let event = &events.body["items"][0];
    assert_eq!(event["time"], "2029-12-31T12:00:00Z");
    assert_eq!(event["recordedtime"], "2030-03-17T17:46:40Z");
    // The feed keeps the order in which things were written down.
    let since = desk.read("/v1/events?type=booking.*&since=2030-03-17T00:00:00Z").await.expect(200);
    assert_eq!(since.body["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_request_has_a_bounded_number_of_commands() {
    let desk = Desk::with_hotel().await;
    for commands in [Vec::new(), vec![book("a"); 1_001]] {
        let body = json!({ "commands": commands });
        let reply = desk.write("POST", "/v1/commands:batch", "unused", body).await;
        reply.problem(400, "request.body");
    }
}
