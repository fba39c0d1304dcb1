use std::sync::Mutex;

use hotel_core::command::booking::AmendRequest;
use hotel_core::ids::IdempotencyKey;
use hotel_core::ids::provisional::BookingRef;
use hotel_core::wire::event::EventQuery;
use hotel_core::wire::people::WhoAmI;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::feed::{FeedItem, Gap, Patience, RECONNECT_PAUSE_MIN, pauses};
use super::*;
use crate::error::WriteOutcome;

const ME: &str = r#"{"user":"jana","role":"agent","hotels":[],"server_version":"0.1.0"}"#;

/// What a server of canned answers does with one connection.
enum Script {
    /// Answers and closes.
    Say(String),
    /// Answers and keeps the connection open, saying no more.
    SayAndWait(String),
    /// Reads the request and never answers.
    Ignore,
}

/// A server of canned answers, one a connection, that remembers what it was asked.
struct Server {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    async fn start(scripts: Vec<Script>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&asked);
        let task = tokio::spawn(async move {
            let mut open = Vec::new();
            for script in scripts {
                let (mut stream, _) = listener.accept().await.unwrap();
                let request = read_request(&mut stream).await;
                heard.lock().unwrap().push(request);
                match script {
                    Script::Say(text) => stream.write_all(text.as_bytes()).await.unwrap(),
                    Script::SayAndWait(text) => {
                        stream.write_all(text.as_bytes()).await.unwrap();
                        open.push(stream);
                    }
                    Script::Ignore => open.push(stream),
                }
            }
            std::future::pending::<()>().await;
        });
        Self { address, asked, task }
    }

    fn client(&self) -> Client {
        client(&self.address, Duration::from_secs(5))
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

async fn read_request(stream: &mut TcpStream) -> String {
    let mut text = String::new();
    loop {
        let mut bytes = [0; 4096];
        let count = stream.read(&mut bytes).await.unwrap();
        text.push_str(std::str::from_utf8(&bytes[..count]).unwrap());
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            if body.len() >= length.map_or(0, |length| length.parse().unwrap()) {
                return text;
            }
        }
    }
}

fn client(address: &str, timeout: Duration) -> Client {
    Client::new(Settings {
        keeper: None,
        memory: None,
        clocks: None,
        server: address.to_owned(),
        token: Token::new("secret").unwrap(),
        timeout,
        log: None,
        logs_bodies: false,
    })
    .unwrap()
}

fn answer(status: u16, headers: &str, body: &str) -> Script {
    let length = body.len();
    Script::Say(format!(
        "HTTP/1.1 {status} X\r\nconnection: close\r\n{headers}content-length: {length}\r\n\r\n{body}"
    ))
}

fn problem(status: u16, code: &str) -> Script {
    let body = serde_json::json!({
        "type": format!("/problems/{code}"), "title": "t", "status": status,
        "detail": "It can't be.", "code": code, "field": "stay", "details": { "left": 0 },
        "hint": "hotel search", "request_id": "req_1", "retryable": false,
    });
    answer(status, "content-type: application/problem+json\r\n", &body.to_string())
}

fn write() -> Write {
    Write::new(Some(IdempotencyKey::try_from("key-1".to_owned()).unwrap()), false).unwrap()
}

fn code() -> BookingRef {
    "7F3K2QXD".parse().unwrap()
}

#[tokio::test]
async fn a_problem_keeps_its_words_and_leads_to_its_exit_code() {
    for (status, exit_code) in [
        (400, 7),
        (401, 4),
        (403, 5),
        (404, 3),
        (409, 6),
        (412, 6),
        (413, 7),
        (422, 7),
        (428, 6),
        (500, 1),
    ] {
        let server = Server::start(vec![problem(status, "a.code")]).await;
        let error =
            server.client().change(code(), &bookings::Verb::Confirm, &write()).await.unwrap_err();
        assert_eq!(error.category.exit_code(), exit_code, "{status}");
        assert_eq!((error.code.as_str(), error.message.as_str()), ("a.code", "It can't be"));
        assert_eq!(error.field.as_deref(), Some("stay"));
        assert_eq!(error.hints, ["hotel search"]);
        assert_eq!(error.details, serde_json::json!({ "left": 0 }));
        assert_eq!(error.request_id.as_deref(), Some("req_1"));
        assert_eq!(error.idempotency_key.as_deref(), Some("key-1"));
        // A server that broke may have broken after the write.
        let unknown = status == 500;
        assert_eq!(error.outcome == WriteOutcome::Unknown, unknown, "{status}");
    }
}

#[tokio::test]
async fn a_busy_server_is_asked_again_with_the_same_key_and_bytes() {
    let server = Server::start(vec![
        answer(503, "retry-after: 0\r\n", ""),
        answer(429, "retry-after: 0\r\n", ""),
        answer(200, "etag: \"7\"\r\nidempotency-replayed: true\r\n", "null"),
    ])
    .await;
    let request = AmendRequest { reprice: true, ..AmendRequest::default() };
    let answer: Answer<()> = server
        .client()
        .write(Method::PATCH, &["bookings", "x/y"], &request, &write().if_version(6))
        .await
        .unwrap();
    assert!(answer.is_replay);
    let asked = server.asked();
    assert_eq!(asked.len(), 3);
    assert!(asked.iter().all(|request| *request == asked[0]), "{asked:?}");
    assert!(asked[0].starts_with("PATCH /v1/bookings/x%2Fy HTTP/1.1\r\n"), "{}", asked[0]);
    for line in [
        "authorization: Bearer secret",
        "idempotency-key: key-1",
        "if-match: \"6\"",
        "x-hotel-channel: cli",
        "content-type: application/json",
    ] {
        assert!(asked[0].lines().any(|header| header == line), "{line} in {}", asked[0]);
    }
    assert!(asked[0].ends_with("\r\n\r\n{\"reprice\":true}"), "{}", asked[0]);
}

#[tokio::test]
async fn three_attempts_are_enough_and_a_long_wait_is_not_waited_for() {
    let busy = || answer(503, "retry-after: 0\r\n", "");
    let server = Server::start(vec![busy(), busy(), busy(), busy()]).await;
    let error = server.client().me().await.unwrap_err();
    assert_eq!((error.category.exit_code(), server.asked().len()), (9, 3));
    let server = Server::start(vec![answer(503, "retry-after: 60\r\n", ""), busy()]).await;
    let error = server.client().me().await.unwrap_err();
    assert_eq!((error.retry_after_ms, server.asked().len()), (Some(60_000), 1));
}

#[tokio::test]
async fn a_server_that_is_not_there_has_done_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = client(&address, Duration::from_secs(5));
    let error = client.change(code(), &bookings::Verb::Revert, &write()).await.unwrap_err();
    assert_eq!((error.category.exit_code(), error.code.as_str()), (9, "network.unreachable"));
    assert_eq!(
        (error.outcome, error.hints.as_slice()),
        (WriteOutcome::NotApplied, &["hotel serve".to_owned()][..])
    );
    assert_eq!(client.progress(), Progress::Nothing);
}

#[tokio::test]
async fn a_write_without_an_answer_is_of_unknown_outcome() {
    let server = Server::start(vec![Script::Ignore, Script::Ignore]).await;
    let client = client(&server.address, Duration::from_millis(500));
    let error = client.change(code(), &bookings::Verb::Confirm, &write()).await.unwrap_err();
    assert_eq!((error.category.exit_code(), error.code.as_str()), (9, "network.timeout"));
    assert_eq!(error.outcome, WriteOutcome::Unknown);
    assert_eq!(error.idempotency_key.as_deref(), Some("key-1"));
    assert!(error.note.as_deref().unwrap().contains("--idempotency-key"));
    assert_eq!(client.progress(), Progress::Sent { key: "key-1".to_owned() });
    // A question without an answer leaves nothing open, and a preview is a question.
    let error = client.me().await.unwrap_err();
    assert_eq!((error.outcome, error.idempotency_key.as_deref()), (WriteOutcome::NotApplied, None));
    assert_eq!(server.asked().len(), 2);
}

#[tokio::test]
async fn a_preview_says_so_and_is_no_write() {
    let server = Server::start(vec![problem(409, "fee.not_accepted")]).await;
    let client = server.client();
    let preview = write().if_version(3).preview().unwrap();
    let error = client.change(code(), &bookings::Verb::Confirm, &preview).await.unwrap_err();
    assert_eq!(error.idempotency_key, None);
    assert_eq!(client.progress(), Progress::Nothing);
    let asked = server.asked();
    assert!(asked[0].starts_with("POST /v1/bookings/7F3K2QXD/confirm?dry_run=true "));
    assert!(!asked[0].contains("key-1") && asked[0].ends_with("\r\n\r\n{}"), "{}", asked[0]);
}

#[tokio::test]
async fn an_answer_of_something_else_is_not_understood() {
    for script in [
        answer(200, "content-type: text/html\r\n", "<html>"),
        answer(302, "location: https://elsewhere.example\r\n", ""),
        answer(404, "content-type: text/html\r\n", "<html>"),
    ] {
        let server = Server::start(vec![script]).await;
        let error = server.client().me().await.unwrap_err();
        assert_eq!((error.category.exit_code(), error.code.as_str()), (9, "network.bad_answer"));
    }
}

#[tokio::test]
async fn whoever_asks_is_told() {
    let server = Server::start(vec![answer(200, "", ME)]).await;
    let me: WhoAmI = server.client().me().await.unwrap();
    assert_eq!(me.user.as_str(), "jana");
    assert!(!server.asked()[0].contains("idempotency-key"));
}

#[test]
fn tokens_travel_in_the_clear_only_within_this_machine() {
    for server in [
        "http://127.0.0.1:7070",
        "http://[::1]:1",
        "http://localhost",
        "https://desk.example.com/api",
    ] {
        assert!(address::base_url(server).is_ok(), "{server}");
    }
    for server in [
        "http://desk.example.com",
        "http://192.168.0.1:7070",
        "http://127.0.0.1.example.com",
        "ftp://x",
        "desk",
    ] {
        assert!(address::base_url(server).is_err(), "{server}");
    }
    let error = address::base_url("http://desk.example.com").unwrap_err();
    assert_eq!(error.hints, ["--server https://desk.example.com"]);
}

#[test]
fn a_path_stays_with_its_server() {
    let base = address::base_url("https://desk.example.com/api").unwrap();
    let join = |path: &str| address::join(&base, path).map(|url| url.to_string());
    assert_eq!(join("/v1/me").unwrap(), "https://desk.example.com/api/v1/me");
    assert_eq!(
        join("bookings?limit=1").unwrap(),
        "https://desk.example.com/api/v1/bookings?limit=1"
    );
    for path in ["v1/../../../other", "/../x/../../.."] {
        assert!(join(path).is_err(), "{path}");
    }
}

fn frame(position: u64) -> String {
    let event = serde_json::json!({
        "specversion": "1.0", "id": Uuid::nil(), "source": "/house", "type": "booking.confirmed",
        "time": "2026-12-02T12:00:00Z", "datacontenttype": "application/json", "schemaversion": 1,
        "sequence": position, "position": position, "actor": "jana", "channel": "cli",
        "correlationid": "c", "causationid": "c", "data": {},
    });
    format!("id: e1-{position}\nevent: booking.confirmed\ndata: {event}\n\n")
}

fn stream(frames: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n{frames}"
    )
}

fn query() -> EventQuery {
    EventQuery { last: Some(2), ..EventQuery::default() }
}

async fn positions(feed: &mut feed::Feed<'_>, count: usize) -> Vec<u64> {
    let mut seen = Vec::new();
    while seen.len() < count {
        if let FeedItem::Event(event) = feed.next().await.unwrap() {
            seen.push(event.position);
        }
    }
    seen
}

#[tokio::test]
async fn a_feed_resumes_after_the_last_it_saw_and_repeats_nothing() {
    let first = format!(": hello\n\n{}{}id: e1-9\nevent: checkpoint\n\n", frame(4), frame(5));
    let second = format!(": beat\n\n{}{}", frame(5), frame(12));
    let server =
        Server::start(vec![Script::Say(stream(&first)), Script::SayAndWait(stream(&second))]).await;
    let client = server.client();
    let mut feed = client.follow(query(), Patience::default()).await.unwrap();
    assert_eq!(positions(&mut feed, 2).await, [4, 5]);
    assert!(matches!(feed.next().await.unwrap(), FeedItem::Checkpoint));
    assert_eq!(feed.reached(), Some(("e1-9", 9)));
    assert!(matches!(feed.next().await.unwrap(), FeedItem::Lost { .. }));
    assert!(matches!(feed.next().await.unwrap(), FeedItem::Back { .. }));
    assert_eq!(positions(&mut feed, 1).await, [12]);
    let asked = server.asked();
    assert!(asked[0].starts_with("GET /v1/events?last=2 ") && !asked[0].contains("last-event-id"));
    assert!(
        asked[1].starts_with("GET /v1/events ") && asked[1].contains("last-event-id: e1-9\r\n")
    );
    assert!(asked[1].contains("accept: text/event-stream\r\n"));
}

#[tokio::test]
async fn a_silent_feed_is_dead() {
    let server = Server::start(vec![Script::SayAndWait(stream(": hello\n\n"))]).await;
    let client = server.client();
    let patience = Patience { silence_max: Duration::from_millis(30), ..Patience::default() };
    let mut feed = client.follow(query(), patience).await.unwrap();
    let item = feed.next().await.unwrap();
    assert!(
        matches!(&item, FeedItem::Lost { why } if why.contains("nothing was heard")),
        "{item:?}"
    );
}

#[tokio::test]
async fn a_feed_that_is_refused_is_a_failure() {
    let server = Server::start(vec![problem(403, "forbidden.hotel")]).await;
    let client = server.client();
    let error = client.follow(query(), Patience::default()).await.err().unwrap();
    assert_eq!((error.category.exit_code(), error.code.as_str()), (5, "forbidden.hotel"));
}

/// A feed that is cut off after other bytes each time, and goes on after the last event that was told whole.
struct Cutting {
    address: String,
    /// How often somebody went on.
    resumed: Arc<Mutex<usize>>,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Cutting {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Cutting {
    /// Serves so many events; connection n is cut off after n bytes of them, counted round by two events.
    async fn start(events: u64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let resumed = Arc::new(Mutex::new(0));
        let counted = Arc::clone(&resumed);
        let round = 2 * frame(events).len() + 1;
        let task = tokio::spawn(async move {
            for connection in 0_usize.. {
                let (mut stream, _) = listener.accept().await.unwrap();
                let request = read_request(&mut stream).await;
                let seen = request.lines().find_map(|line| line.strip_prefix("last-event-id: e1-"));
                let seen: u64 = seen.map_or(0, |position| position.parse().unwrap());
                let text: String =
                    (seen + 1..=events.min(seen + 4)).map(frame).collect::<Vec<_>>().concat();
                let cut = (connection % round).min(text.len());
                *counted.lock().unwrap() += usize::from(connection > 0);
                // Some connections end as if all was said, others in the middle of a chunk.
                let answer = if connection % 2 == 0 {
                    stream_head("connection: close\r\n") + &text[..cut]
                } else {
                    let head = stream_head("transfer-encoding: chunked\r\n");
                    format!("{head}{:x}\r\n{}", text.len().max(1), &text[..cut])
                };
                stream.write_all(answer.as_bytes()).await.unwrap();
            }
        });
        Self { address, resumed, task }
    }
}

fn stream_head(header: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n{header}\r\n")
}

/// The rules that a tail keeps: order by cursor, no event missed, none told twice, and going on after the
/// newest seen.
#[tokio::test]
async fn rules_1_and_4_a_feed_that_is_cut_off_at_any_byte_a_thousand_times_is_told_whole_and_once()
{
    let events = 1_100;
    let server = Cutting::start(events).await;
    let client = client(&server.address, Duration::from_secs(5));
    let pauses = (Duration::ZERO, Duration::ZERO);
    let patience = Patience { pauses, ..Patience::default() };
    let mut feed = client.follow(EventQuery::default(), patience).await.unwrap();
    let told = positions(&mut feed, usize::try_from(events).unwrap()).await;
    assert_eq!(told, (1..=events).collect::<Vec<_>>());
    let resumed = *server.resumed.lock().unwrap();
    assert!(resumed >= 1_000, "only {resumed} resumptions");
}

#[test]
fn rule_4_pauses_grow_from_half_a_second_to_thirty_with_chance_in_them_and_never_end() {
    let mut seen = Vec::new();
    for _ in 0..50 {
        let all: Vec<Duration> = pauses(Patience::default()).take(200).collect();
        assert_eq!(all.len(), 200, "it gave up");
        for (attempt, pause) in all.iter().enumerate() {
            let least = RECONNECT_PAUSE_MIN * 2_u32.pow(u32::try_from(attempt.min(9)).unwrap());
            let least = least.min(Duration::from_secs(15));
            assert!((least..=least * 2).contains(pause), "{attempt}: {pause:?}");
        }
        seen.push(all[0]);
    }
    // Whoever lost the server in the same moment does not come back in the same moment.
    seen.sort_unstable();
    assert!(seen[49] > seen[0] + Duration::from_millis(100), "{seen:?}");
}

fn gone(status: u16, code: &str, details: &serde_json::Value) -> Script {
    let body = serde_json::json!({
        "type": "t", "title": "t", "status": status, "detail": "It does not go on.", "code": code,
        "details": details,
    });
    answer(status, "content-type: application/problem+json\r\n", &body.to_string())
}

#[tokio::test]
async fn rule_4_where_the_feed_does_not_go_on_a_gap_is_told_and_it_is_taken_up_after_that() {
    let epoch = serde_json::json!({ "epoch": 7, "head": 3 });
    let pruned = serde_json::json!({ "epoch": 1, "floor": 40 });
    let end = "id: 1-44\nevent: end\ndata: {}\n\n";
    let scripts = vec![
        Script::Say(stream("id: 1-9\nevent: checkpoint\n\n")),
        gone(409, "cursor.epoch", &epoch),
        Script::Say(stream(&frame(4).replace("e1-", "7-"))),
        gone(410, "cursor.pruned", &pruned),
        Script::SayAndWait(stream(&format!("{}{end}", frame(41).replace("e1-", "1-")))),
    ];
    let server = Server::start(scripts).await;
    let client = server.client();
    let pauses = (Duration::ZERO, Duration::ZERO);
    let patience = Patience { pauses, ..Patience::default() };
    let mut feed = client.follow(query(), patience).await.unwrap();
    let mut told = Vec::new();
    loop {
        match feed.next().await.unwrap() {
            FeedItem::Event(event) => told.push(event.position.to_string()),
            FeedItem::Gap(Gap { from, to, .. }) => told.push(format!("{from} to {to}")),
            FeedItem::End => break,
            FeedItem::Checkpoint | FeedItem::Lost { .. } | FeedItem::Back { .. } => {}
        }
    }
    // What the new feed told before its end is not followed, and its positions count anew.
    assert_eq!(told, ["1-9 to 7-3", "4", "7-4 to 1-40", "41"]);
    assert_eq!(feed.reached(), Some(("1-44", 44)));
    let asked = server.asked();
    assert!(asked[2].contains("last-event-id: 7-3\r\n"), "{}", asked[2]);
    assert!(asked[4].contains("last-event-id: 1-40\r\n"), "{}", asked[4]);
}

#[tokio::test]
async fn rule_4_a_feed_that_is_away_for_too_long_is_given_up_with_its_own_exit_code() {
    let server = Server::start(vec![Script::Say(stream(&frame(1)))]).await;
    let client = server.client();
    let (short, long) = (Duration::from_millis(1), Duration::from_millis(40));
    let patience =
        Patience { pauses: (short, short), offline_max: Some(long), ..Patience::default() };
    let mut feed = client.follow(query(), patience).await.unwrap();
    assert_eq!(positions(&mut feed, 1).await, [1]);
    drop(server);
    let error = loop {
        match feed.next().await {
            Ok(item) => assert!(matches!(item, FeedItem::Lost { .. }), "{item:?}"),
            Err(error) => break error,
        }
    };
    assert_eq!((error.category.exit_code(), error.field.as_deref()), (9, Some("--max-offline")));
    // The control: without a limit it would still be trying.
    assert!(Patience::default().offline_max.is_none());
}
