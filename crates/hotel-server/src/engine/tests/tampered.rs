//! Whoever changes rows of Postgres behind the house's back is found out, whatever was changed.

use hotel_core::command::Command;
use hotel_core::wire::verify::VerifyReport;
use serde_json::json;

use super::bench::{Bench, On, booked, booking, envelope, sql, stay};
use super::books::live;
use crate::store::database::{Database, Store};

/// A way to tamper, and what has to be found first: table, field, and how many differences at most.
type Case = (&'static str, &'static str, &'static str, u64);

const CASES: &[Case] = &[
    (
        "UPDATE inventory SET sold = sold + 1 WHERE ctid = (SELECT max(ctid) FROM inventory)",
        "inventory",
        "sold",
        1,
    ),
    ("DELETE FROM inventory WHERE room_type = 'ONE' AND night = '2026-12-31'", "inventory", "", 1),
    (
        "UPDATE booking SET state = 'cancelled' WHERE number = \
         (SELECT min(number) FROM booking WHERE state = 'confirmed')",
        "booking",
        "state",
        1,
    ),
    (
        "UPDATE booking SET total_minor = total_minor + 1 WHERE number = \
         (SELECT min(number) FROM booking)",
        "booking",
        "total_minor",
        1,
    ),
    (
        "UPDATE booking SET body = jsonb_set(body::jsonb, '{price,total_minor}', '1')::text \
         WHERE number = (SELECT max(number) FROM booking WHERE body IS NOT NULL)",
        "booking",
        "price.total_minor",
        1,
    ),
    ("UPDATE booking SET body = '{}' WHERE number = 1", "booking", "", 1),
    ("DELETE FROM booking WHERE number = 2", "booking", "", 1),
    (
        "INSERT INTO booking SELECT 99999, hotel, version, state, check_in, check_out, guest, \
         expires_at, total_minor, fee_minor, told, body FROM booking WHERE number = 1",
        "booking",
        "",
        1,
    ),
    // A place is missing, one is too many, one is another's, and one is nowhere.
    (
        "UPDATE booking SET told = told[1:cardinality(told) - 1] WHERE number = \
         (SELECT max(number) FROM booking WHERE version > 1)",
        "booking",
        "told",
        1,
    ),
    ("UPDATE booking SET told = told || told[1] WHERE number = 3", "booking", "told", 1),
    (
        "UPDATE booking SET told = (SELECT other.told[1:1] FROM booking AS other \
         WHERE other.number <> booking.number AND other.hotel = booking.hotel LIMIT 1) \
         WHERE number = (SELECT min(number) FROM booking WHERE body IS NULL)",
        "booking",
        "told",
        1,
    ),
    (
        "UPDATE booking SET told = '{999999}' \
         WHERE number = (SELECT min(number) FROM booking WHERE body IS NULL)",
        "booking",
        "told",
        1,
    ),
    (
        "UPDATE booking SET provisional = '~K7Q3' WHERE provisional = '~K7Q2'",
        "booking",
        "provisional",
        1,
    ),
    (
        "UPDATE booking SET provisional = NULL WHERE provisional = '~K7Q2'",
        "booking",
        "provisional",
        1,
    ),
    ("UPDATE booking SET provisional = '~K7Q2' WHERE number = 3", "booking", "provisional", 1),
    ("INSERT INTO booking_request VALUES (99999, 'sea view')", "booking_request", "", 1),
    // The log, though it can't be changed.
    (
        "UPDATE event SET data = replace(data, '\"total_minor\":', '\"total_minor\":1') \
         FROM booking WHERE booking.number = (SELECT min(number) FROM booking WHERE body IS NULL) \
         AND event.hotel = booking.hotel AND event.sequence = booking.told[1]",
        "event",
        "price.total_minor",
        3,
    ),
    ("UPDATE event SET data = '{}' WHERE hotel = '' AND sequence = 1", "event", "data", 9),
    (
        "UPDATE event SET type = 'booking.made' WHERE (hotel, sequence) = \
         (SELECT hotel, max(sequence) FROM event WHERE booking IS NOT NULL GROUP BY hotel)",
        "event",
        "type",
        1,
    ),
    (
        "UPDATE event SET occurred_at = '2126-01-01Z' WHERE hotel = 'BER-ADLER' AND sequence = 99",
        "event",
        "occurred_at",
        1,
    ),
    (
        "UPDATE event SET booking = NULL WHERE ctid = \
         (SELECT max(ctid) FROM event WHERE booking IS NOT NULL)",
        "event",
        "booking",
        9,
    ),
    ("DELETE FROM event WHERE hotel = 'BER-ADLER' AND sequence = 99", "batch", "events", 99),
    (
        "UPDATE event SET place = place + 1 WHERE batch = (SELECT max(batch) FROM event)",
        "batch",
        "place",
        9,
    ),
    (
        "UPDATE batch SET events = events + 1 WHERE id = (SELECT min(id) FROM batch)",
        "batch",
        "events",
        1,
    ),
    ("DELETE FROM batch WHERE id = (SELECT max(id) FROM batch)", "batch", "", 20),
    ("INSERT INTO batch (id, events, decided_at) VALUES (99999, 1, '2026-12-01Z')", "batch", "", 1),
    (
        "UPDATE batch SET position = position + 1 WHERE id = (SELECT max(id) FROM batch)",
        "event",
        "position",
        2,
    ),
    (
        "UPDATE batch SET recorded_at = recorded_at - interval '1 year' \
         WHERE id = (SELECT max(id) FROM batch)",
        "event",
        "recorded_at",
        9,
    ),
    ("UPDATE feed SET position = position + 5", "feed", "position", 1),
    ("UPDATE feed SET recorded_at = recorded_at + interval '1 hour'", "feed", "recorded_at", 1),
    ("UPDATE stream SET sequence = sequence + 1 WHERE hotel = ''", "stream", "sequence", 1),
    ("UPDATE stream SET catalogue = catalogue + 1 WHERE hotel <> ''", "stream", "catalogue", 1),
    (
        "UPDATE stream SET decided_at = decided_at + interval '1 hour' WHERE hotel <> ''",
        "stream",
        "decided_at",
        1,
    ),
    ("DELETE FROM stream WHERE hotel = ''", "stream", "", 1),
    (
        "DELETE FROM room_night WHERE ctid = \
         (SELECT max(ctid) FROM room_night WHERE booking IS NOT NULL)",
        "room_night",
        "booking",
        1,
    ),
    (
        "INSERT INTO room_night SELECT hotel, night + 300, room, booking FROM room_night \
         WHERE booking IS NOT NULL LIMIT 1",
        "room_night",
        "booking",
        1,
    ),
    (
        "UPDATE room_night SET booking = NULL WHERE ctid = \
         (SELECT max(ctid) FROM room_night WHERE booking IS NOT NULL)",
        "room_night",
        "",
        2,
    ),
    (
        "UPDATE rate_night SET minor = minor + 1 WHERE night = '2026-12-31' AND room_type = 'ONE'",
        "rate_night",
        "minor",
        1,
    ),
    (
        "UPDATE room SET room_type = 'ONE' WHERE number = \
         (SELECT min(number) FROM room WHERE room_type = 'STD')",
        "room",
        "room_type",
        1,
    ),
    ("UPDATE hotel SET body = jsonb_set(body::jsonb, '{stars}', '1')::text", "hotel", "stars", 1),
    ("DELETE FROM room_type WHERE code = 'ONE'", "room_type", "", 1),
    (
        "UPDATE rate_plan SET body = jsonb_set(body::jsonb, '{name}', '\"Worst\"')::text",
        "rate_plan",
        "name",
        1,
    ),
    ("UPDATE house_user SET role = 'admin' WHERE name = 'ann'", "user", "role", 1),
    ("UPDATE token SET revoked = true", "token", "revoked", 1),
    (
        "UPDATE guest SET version = 7 WHERE ctid = (SELECT max(ctid) FROM guest)",
        "guest",
        "version",
        1,
    ),
    ("DELETE FROM guest WHERE ctid = (SELECT max(ctid) FROM guest)", "guest", "", 1),
    ("INSERT INTO guest VALUES (gen_random_uuid(), 1, 'LI', 'WEI', '', '', '')", "guest", "", 1),
    ("UPDATE command SET etag = 99 WHERE booking IS NOT NULL", "command", "etag", 1),
];

/// What keeps the database from being tampered with: triggers, and what rows check of themselves.
const NO_MORE_RULES: &str = "SET session_replication_role = replica; \
     DO $$ DECLARE rule record; BEGIN \
       FOR rule IN SELECT conname FROM pg_constraint \
         WHERE conrelid = 'booking'::regclass AND contype = 'c' LOOP \
         EXECUTE format('ALTER TABLE booking DROP CONSTRAINT %I', rule.conname); \
       END LOOP; \
     END $$";

/// A house in which everything has happened, and nobody is any more; returns where its books are.
async fn lived_in() -> String {
    let bench = Bench::new(On::Postgres).await;
    live(&bench, 1).await;
    let user = json!({ "name": "ann", "role": "agent" });
    let user = Command::SetUser(serde_json::from_value(user).unwrap());
    assert_eq!(bench.submit(user).await.unwrap().status, 200);
    let grant = hotel_core::command::people::TokenGrant {
        user: "ann".parse().unwrap(),
        secret_hash: [7; 32],
        expires_at: None,
    };
    assert_eq!(bench.submit(Command::IssueToken(grant)).await.unwrap().status, 201);
    let mut request = booking("STD", stay(20, 1));
    request.intent = hotel_core::command::booking::Intent::Waitlist;
    request.provisional = Some("~K7Q2".parse().unwrap());
    let keyed = envelope(Command::Book(Box::new(request)), Some("once"));
    booked(&bench.engine.submit(keyed).await.unwrap());
    bench.settle().await;
    match bench.close().database {
        Database::Postgres(url) => url,
        Database::File(_) => panic!("not in Postgres"),
    }
}

async fn verified(url: &str) -> VerifyReport {
    let store = Store::open(&Database::Postgres(url.to_owned()).into()).await.unwrap();
    store.queries().verify(|_| true).await.unwrap()
}

/// Copies a database that nobody uses any more.
async fn copied(original: &str, number: usize) -> String {
    let (server, name) = original.rsplit_once('/').unwrap();
    let copy = format!("{name}_{number}");
    let client = sql(&format!("{server}/postgres")).await;
    let leave = format!(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'"
    );
    client.batch_execute(&leave).await.unwrap();
    client.batch_execute(&format!("CREATE DATABASE {copy} TEMPLATE {name}")).await.unwrap();
    format!("{server}/{copy}")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_changes_the_tables_is_found_out() {
    let original = lived_in().await;
    let whole = verified(&original).await;
    assert_eq!(whole.first, None);
    for (number, (tampering, table, field, count_max)) in CASES.iter().enumerate() {
        let copy = copied(&original, number).await;
        let client = sql(&copy).await;
        client.batch_execute(NO_MORE_RULES).await.unwrap();
        let changed = client.execute(*tampering, &[]).await;
        let changed = changed.unwrap_or_else(|error| panic!("{tampering}: {error:?}"));
        assert_eq!(changed, 1, "{tampering}");
        let found = verified(&copy).await;
        let first = found.first.clone().unwrap_or_else(|| panic!("not found: {tampering}"));
        assert_eq!(
            (first.table.as_str(), first.field.as_str()),
            (*table, *field),
            "{tampering}: {first}"
        );
        assert!(found.differences <= *count_max, "{tampering}: {found:?}");
    }
    // The control of the control: the same way, and nothing changed.
    let copy = copied(&original, CASES.len()).await;
    sql(&copy).await.batch_execute(NO_MORE_RULES).await.unwrap();
    assert_eq!(verified(&copy).await, whole);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_feed_has_not_taken_in_is_verified_as_it_waits() {
    let url = lived_in().await;
    let whole = verified(&url).await;
    let mut client = sql(&url).await;
    let not_yet = "WITH last AS (SELECT id, position FROM batch ORDER BY id DESC LIMIT 2), \
         put_back AS (UPDATE batch SET position = NULL, recorded_at = NULL FROM last \
           WHERE batch.id = last.id) \
         UPDATE feed SET position = (SELECT min(last.position) FROM last), \
           recorded_at = (SELECT recorded_at FROM batch WHERE position IS NOT NULL \
             AND id < (SELECT min(last.id) FROM last) ORDER BY position DESC LIMIT 1)";
    client.batch_execute(not_yet).await.unwrap();
    // Whoever holds the feed keeps everybody else from taking anything in.
    let held = client.transaction().await.unwrap();
    held.query("SELECT position FROM feed FOR UPDATE", &[]).await.unwrap();
    assert_eq!(verified(&url).await, whole);
    held.rollback().await.unwrap();
    let waiting = "SELECT count(*) FROM batch WHERE position IS NULL";
    assert_eq!(client.query_one(waiting, &[]).await.unwrap().get::<_, i64>(0), 2);
    assert_eq!(verified(&url).await, whole);
    assert_eq!(client.query_one(waiting, &[]).await.unwrap().get::<_, i64>(0), 0);
}
