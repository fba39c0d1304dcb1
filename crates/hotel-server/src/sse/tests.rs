//! Streams as their readers meet them: over HTTP, over TCP, slowly, and after their end.

use std::sync::Arc;

use axum::Router;
use axum::body::BodyDataStream;
use axum::http::Request;
use hotel_rig::Dice;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tower::ServiceExt as _;

use super::*;
use crate::clock::{Clock, SystemClock};
use crate::house::{House, Manner};
use crate::patience::STANDSTILL_MAX;
use crate::router::router;

struct Place {
    house: House,
    api: Router,
    token: String,
    _folder: tempfile::TempDir,
}

impl Place {
    async fn open() -> Self {
        Self::at(Arc::new(SystemClock)).await
    }

    async fn at(clock: Arc<dyn Clock>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let house = House::open(folder.path().join("hotel.db"), clock).await.unwrap();
        let token = house.first_admin().await.unwrap().unwrap();
        Self { api: router(house.app().clone()), house, token, _folder: folder }
    }

    /// Registers guests, each an event of the house, and returns how far the feed reaches then.
    async fn grow(&self, from: usize, count: usize) -> u64 {
        let guests = (from..from + count).map(|number| {
            let name = format!("GUEST {number}");
            let guest = json!({ "family": name, "given": "A" });
            json!({ "key": format!("g{number}"), "command": { "register_guest": guest } })
        });
        let guests: Vec<Value> = guests.collect();
        for commands in guests.chunks(1_000) {
            let request = Request::post("/v1/commands:batch")
                .header("authorization", format!("Bearer {}", self.token))
                .header("content-type", "application/json")
                .body(Body::from(json!({ "commands": commands }).to_string()));
            let response = self.api.clone().oneshot(request.unwrap()).await.unwrap();
            assert_eq!(response.status(), 200);
        }
        self.house.app().queries.head().await.unwrap()
    }

    async fn follow(&self, query: &str) -> Reader {
        self.follow_over(Version::HTTP_11, query).await
    }

    async fn follow_over(&self, version: Version, query: &str) -> Reader {
        let request = Request::get(format!("/v1/events?{query}"))
            .version(version)
            .header("authorization", format!("Bearer {}", self.token))
            .header("accept", "text/event-stream")
            .body(Body::empty());
        let response = self.api.clone().oneshot(request.unwrap()).await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Reader(response.into_body().into_data_stream())
    }
}

struct Reader(BodyDataStream);

impl Reader {
    async fn next(&mut self) -> Option<String> {
        let frame = self.0.next().await?.unwrap();
        Some(String::from_utf8(frame.to_vec()).unwrap())
    }

    /// Reads up to an event at a position, and returns the positions of all events on the way.
    async fn up_to(&mut self, last: u64) -> Vec<u64> {
        let mut told = Vec::new();
        while told.last() != Some(&last) {
            let frame = self.next().await.expect("the stream goes on");
            told.extend(position_of(&frame));
        }
        told
    }
}

/// Returns the position of an event's frame.
fn position_of(frame: &str) -> Option<u64> {
    if !frame.contains("event: ") || frame.contains("event: checkpoint") {
        return None;
    }
    let id = frame.lines().find_map(|line| line.strip_prefix("id: "))?;
    id.split_once('-')?.1.parse().ok()
}

#[tokio::test]
async fn those_who_follow_are_told_the_same_whether_they_were_there_or_came_later() {
    let place = Place::open().await;
    let mut early = place.follow("after=0").await;
    let first = early.up_to(place.grow(0, 10).await).await;
    // More than one reading for all, and more than a stream may have waiting.
    let head = place.grow(10, 1_500).await;
    let seen = [first, early.up_to(head).await].concat();
    assert_eq!(seen, (1..=head).collect::<Vec<_>>());
    let mut late = place.follow("after=0").await;
    assert_eq!(late.up_to(head).await, seen);
    let mut filtered = place.follow("after=0&type=token.*,user.*").await;
    assert_eq!(filtered.up_to(2).await, [1, 2]);
    let greeted = place.follow("after=latest").await.next().await.unwrap();
    assert!(greeted.contains(&format!("\"position\":{head}")), "{greeted}");
}

#[tokio::test]
async fn a_thousand_resumptions_miss_nothing_and_repeat_nothing_after_the_cursor() {
    let place = Place::open().await;
    let (mut seen, mut cursor, mut dice) = (Vec::new(), "0".to_owned(), Dice(7));
    let mut head = place.grow(0, 300).await;
    let mut made = 300;
    for resumption in 0..1_000 {
        // While one stream is cut off, more happens: some of it is read from the log, some is shared.
        let more = usize::try_from(dice.roll(8)).unwrap();
        if more > 0 {
            head = place.grow(made, more).await;
            made += more;
        }
        let mut reader = place.follow(&format!("after={cursor}")).await;
        let frames = dice.roll(10);
        let last = seen.last().copied().unwrap_or(0);
        // No more than there is: the stream would wait for what comes next.
        for _ in 0..=frames.min(head - last) {
            let frame = reader.next().await.expect("the stream goes on");
            let id = frame.lines().find_map(|line| line.strip_prefix("id: ")).expect("an id");
            // Of what was cut off in its middle nothing is known, nor where it was.
            if dice.roll(5) == 0 {
                break;
            }
            id.clone_into(&mut cursor);
            seen.extend(position_of(&frame));
        }
        assert_eq!(seen, (1..=seen.len() as u64).collect::<Vec<_>>(), "at {resumption}");
    }
    let rest = place.follow(&format!("after={cursor}")).await.up_to(head).await;
    assert_eq!([seen, rest].concat(), (1..=head).collect::<Vec<_>>());
}

#[tokio::test]
async fn who_followed_long_ago_does_not_make_the_others_read_all_again() {
    let place = Place::open().await;
    drop(place.follow("after=latest").await);
    let head = place.grow(0, 6_000).await;
    let mut reader = place.follow(&format!("after={}", head - 5_500)).await;
    let next = place.grow(6_000, 1).await;
    assert_eq!(reader.up_to(next).await, (head - 5_499..=next).collect::<Vec<_>>());
}

#[tokio::test(start_paused = true)]
async fn a_silent_stream_shows_that_it_lives_every_fifteen_seconds() {
    let place = Place::open().await;
    let mut reader = place.follow("after=latest").await;
    assert!(reader.next().await.unwrap().contains("event: checkpoint"));
    for _ in 0..3 {
        let began = Instant::now();
        assert_eq!(reader.next().await.unwrap(), ":\n\n");
        assert_eq!(began.elapsed(), HEARTBEAT_EVERY);
    }
}

/// A clock that goes only when told to.
struct Stopped(std::sync::Mutex<Timestamp>);

impl Clock for Stopped {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

#[tokio::test]
async fn a_stream_up_to_a_moment_ends_when_nothing_before_it_can_follow() {
    let start = Timestamp::from_second(1_900_000_000).unwrap();
    let clock = Arc::new(Stopped(std::sync::Mutex::new(start)));
    let place = Place::at(clock.clone()).await;
    let at = |seconds: i64| start + SignedDuration::from_secs(seconds);
    let be = |seconds: i64| *clock.0.lock().unwrap() = at(seconds);
    let ends = |frame: &str| frame.contains("event: end\n");
    be(9);
    let last = place.grow(0, 1).await;
    let mut reader = place.follow(&format!("after=0&until={}", at(10))).await;
    assert_eq!(reader.up_to(last).await, [1, 2, 3]);
    // The moment has come; what was decided before it may still be on its way.
    be(10);
    let mut next = Box::pin(reader.next());
    assert!(tokio::time::timeout(Duration::from_millis(50), &mut next).await.is_err());
    // Something later stands in the feed: nothing earlier can follow.
    place.grow(1, 1).await;
    let end = next.await.unwrap();
    // Whoever resumes there is told what came later.
    assert!(ends(&end) && end.contains(&format!("\"position\":{last}}}")), "{end}");
    assert!(reader.next().await.is_none());
    // Where nothing later stands, time settles it.
    for (seconds, is_over) in [(40, false), (41, true)] {
        be(seconds);
        let mut reader = place.follow(&format!("after=0&until={}", at(11))).await;
        assert_eq!(reader.up_to(last + 1).await, [1, 2, 3, 4]);
        let next = tokio::time::timeout(Duration::from_millis(500), reader.next()).await;
        assert_eq!(next.is_ok_and(|frame| ends(&frame.unwrap())), is_over, "{seconds}");
    }
}

#[tokio::test]
async fn the_stream_of_a_token_that_ends_is_ended_however_much_there_is_to_tell() {
    let start = Timestamp::from_second(1_900_000_000).unwrap();
    let clock = Arc::new(Stopped(std::sync::Mutex::new(start)));
    let mut place = Place::at(clock.clone()).await;
    let ask = |path: &str, body: &Value| {
        let request = Request::builder()
            .method(if path.ends_with("users") { "PUT" } else { "POST" })
            .uri(path)
            .header("authorization", format!("Bearer {}", place.token))
            .header("content-type", "application/json")
            .header("idempotency-key", path)
            .body(Body::from(body.to_string()));
        place.api.clone().oneshot(request.unwrap())
    };
    let ann = json!({ "name": "ann", "role": "manager" });
    assert_eq!(ask("/v1/users", &ann).await.unwrap().status(), 200);
    let issued = ask("/v1/tokens", &json!({ "user": "ann", "days": 1 })).await.unwrap();
    let issued = axum::body::to_bytes(issued.into_body(), BYTES_MAX).await.unwrap();
    let issued: Value = serde_json::from_slice(&issued).unwrap();
    let head = place.grow(0, 600).await;
    issued["secret"].as_str().unwrap().clone_into(&mut place.token);
    // One has all there is, the other far from it.
    let (mut idle, mut behind) =
        (place.follow("after=latest").await, place.follow("after=0").await);
    assert!(idle.next().await.unwrap().contains("event: checkpoint"));
    let mut told = behind.up_to(3).await;
    tokio::time::pause();
    for _ in 0..3 {
        tokio::time::advance(CHECKPOINT_EVERY).await;
        told.extend(position_of(&behind.next().await.expect("the token still holds")));
    }
    *clock.0.lock().unwrap() = start + SignedDuration::from_hours(25);
    tokio::time::advance(CHECKPOINT_EVERY).await;
    assert!(behind.next().await.is_none(), "it is told more");
    while let Some(frame) = idle.next().await {
        assert_eq!(position_of(&frame), None, "{frame}");
    }
    assert!((told.len() as u64) < head);
}

/// Asks for a stream over TCP.
async fn connect(address: std::net::SocketAddr, token: &str, cursor: &str) -> TcpStream {
    let mut reader = TcpStream::connect(address).await.unwrap();
    let request = format!(
        "GET /v1/events?after={cursor} HTTP/1.1\r\nhost: hotel\r\naccept: text/event-stream\r\n\
         authorization: Bearer {token}\r\n\r\n"
    );
    reader.write_all(request.as_bytes()).await.unwrap();
    reader
}

/// Returns the ids and positions of the frames that arrived whole.
fn whole_frames(bytes: &[u8]) -> Vec<(String, u64)> {
    let text = String::from_utf8_lossy(bytes);
    let frames = text.split_inclusive("\n\n").filter(|frame| frame.ends_with("\n\n"));
    let read = |frame: &str| {
        let id = frame.lines().find_map(|line| line.strip_prefix("id: "))?;
        Some((id.to_owned(), position_of(frame)?))
    };
    frames.filter_map(read).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_that_takes_nothing_is_let_go_and_goes_on_where_it_was() {
    let place = Place::open().await;
    // Far more than lies in the buffers of two ends of a connection.
    let head = place.grow(0, 24_000).await;
    let Place { house, token, api, _folder } = place;
    drop(api);
    let app = house.app().clone();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let manner = Manner { standstill_max: Duration::from_secs(1), ..Manner::default() };
    let served = tokio::spawn(house.serve_so(listener, manner, async { drop(stopped.await) }));

    let mut stalled = connect(address, &token, "0").await;
    let until_open = async |count: usize| {
        let line = format!("\nhotel_event_streams_open {count}\n");
        while !app.metrics.told(&app).contains(&line) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    until_open(1).await;
    // It reads nothing; the server gives it up by itself.
    until_open(0).await;
    let mut bytes = Vec::new();
    // What lay in the buffers still arrives, and then the end, whichever way it is told.
    drop(stalled.read_to_end(&mut bytes).await);
    let first = whole_frames(&bytes);
    let (id, reached) = first.last().cloned().expect("some events arrived");
    assert!(reached < head, "it took all of it: {reached} of {head}");

    let mut again = connect(address, &token, &id).await;
    let mut bytes = Vec::new();
    let last = format!("-{head}\nevent: guest");
    let mut some = vec![0; 64 * 1024];
    let mut seen = 0;
    while !String::from_utf8_lossy(&bytes[seen..]).contains(&last) {
        seen = bytes.len().saturating_sub(last.len());
        let count = again.read(&mut some).await.unwrap();
        assert!(count > 0, "the second stream ended");
        bytes.extend_from_slice(&some[..count]);
    }
    bytes.extend_from_slice(b"\n\n");
    // Chunks of the transfer stand between the frames and end no line of theirs.
    let told = first.iter().chain(&whole_frames(&bytes)).map(|(_, at)| *at).collect::<Vec<_>>();
    assert_eq!(told, (1..=head).collect::<Vec<_>>());
    drop((again, stop, app));
    served.await.unwrap().unwrap();
}

#[tokio::test]
async fn over_http_2_a_stream_that_stands_still_is_let_go_by_itself_and_goes_on_where_it_was() {
    let place = Place::open().await;
    let head = place.grow(0, 600).await;
    let app = place.house.app().clone();
    let are_open = |count: u8| {
        app.metrics.told(&app).contains(&format!("\nhotel_event_streams_open {count}\n"))
    };
    let mut stalled = place.follow_over(Version::HTTP_2, "after=0").await;
    let mut slow = place.follow_over(Version::HTTP_2, "after=0").await;
    for reader in [&mut stalled, &mut slow] {
        assert!(reader.next().await.unwrap().contains("event: checkpoint"));
        assert_eq!(reader.up_to(1).await, [1]);
    }
    assert!(are_open(2));
    tokio::time::pause();
    let began = Instant::now();
    while !are_open(1) {
        // Whoever takes something now and then stays.
        tokio::time::sleep(STANDSTILL_MAX / 6).await;
        slow.next().await.expect("it goes on");
    }
    let (waited, most) = (began.elapsed(), STANDSTILL_MAX + STANDSTILL_MAX / 6);
    assert!((STANDSTILL_MAX..=most).contains(&waited), "{waited:?}");
    for _ in 0..20 {
        tokio::time::sleep(STANDSTILL_MAX / 2).await;
        slow.next().await.expect("it goes on");
    }
    assert!(are_open(1));
    tokio::time::resume();
    // What was not taken yet is still there, and then the end.
    let (mut told, mut cursor) = (vec![1], "1".to_owned());
    while let Some(frame) = stalled.next().await {
        told.extend(position_of(&frame));
        frame.lines().find_map(|line| line.strip_prefix("id: ")).unwrap().clone_into(&mut cursor);
    }
    assert!((told.len() as u64) < head, "it was told all of it");
    let rest = place.follow(&format!("after={cursor}")).await.up_to(head).await;
    assert_eq!([told, rest].concat(), (1..=head).collect::<Vec<_>>());
    // Whoever leaves is forgotten at once, and not when there is something to say again.
    drop(slow);
    let left = Instant::now();
    while !are_open(0) {
        tokio::time::sleep(Duration::from_millis(1)).await;
        assert!(left.elapsed() < HEARTBEAT_EVERY / 2, "it is still there");
    }
}

#[tokio::test]
async fn an_open_stream_does_not_keep_the_server_from_stopping() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(SystemClock);
    let house = House::open(folder.path().join("hotel.db"), clock).await.unwrap();
    let secret = house.first_admin().await.unwrap().unwrap();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let served = tokio::spawn(house.serve(listener, None, async { drop(stopped.await) }));
    let mut reader = connect(address, &secret, "0").await;
    let mut seen = String::new();
    while !seen.contains("event: token.issued") {
        let mut bytes = [0; 4096];
        let count = reader.read(&mut bytes).await.unwrap();
        assert!(count > 0, "{seen}");
        seen.push_str(&String::from_utf8_lossy(&bytes[..count]));
    }
    drop(stop);
    // The stream ends by itself, so that the stop does not run into its time limit.
    let in_time = tokio::time::timeout(Duration::from_secs(4), served);
    in_time.await.expect("stopped in time").unwrap().unwrap();
    reader.read_to_string(&mut seen).await.unwrap();
    let last = seen.rsplit("retry: ").next().unwrap();
    assert!(last.ends_with("0\r\n\r\n") && !last.contains("event"), "{seen}");
    assert_eq!(seen.matches("retry: ").count(), 2, "{seen}");
}
