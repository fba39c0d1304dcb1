//! The server as whoever runs it meets it: its settings, its metrics, its log, its end.

use std::io::{BufRead as _, BufReader, ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::harness::{Home, Said, token};
use crate::world::Desk;

/// How long a server may take to stop once it is asked to.
const STOP_MAX: Duration = Duration::from_secs(5);

/// How long a test waits for what should come at once.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server whose log is read.
struct Serving {
    child: Child,
    stderr: BufReader<ChildStderr>,
    /// The lines it wrote so far.
    said: Vec<String>,
    address: SocketAddr,
}

impl Serving {
    /// Starts a server and waits until it serves.
    fn start(home: &Home, options: &[&str], log: &str) -> Self {
        let mut child = home
            .command()
            .args(["serve", "--listen", "127.0.0.1:0"])
            .args(options)
            .env("HOTEL_LOG", log)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut stderr = BufReader::new(child.stderr.take().expect("a pipe"));
        let mut said = Vec::new();
        let address = loop {
            let mut line = String::new();
            let length = stderr.read_line(&mut line).expect("a line");
            assert!(length > 0, "the server ended: {said:?}");
            said.push(line.clone());
            if let Some((_, rest)) = line.split_once("serving http://") {
                break rest.split_whitespace().next().and_then(|text| text.parse().ok());
            }
        };
        Self { child, stderr, said, address: address.expect("an address") }
    }

    /// Returns the address of the metrics, which the server told.
    fn metrics(&self) -> SocketAddr {
        let line = self.said.iter().find_map(|line| line.split_once("metrics on "));
        let address = line.and_then(|(_, rest)| rest.split_once("/metrics")?.0.parse().ok());
        address.expect("the address of the metrics")
    }

    fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([name, &id]).status().expect("kill").success());
    }

    /// Reads the log up to a line.
    fn wait_for(&mut self, text: &str) {
        while !self.said.last().is_some_and(|line| line.contains(text)) {
            let mut line = String::new();
            let length = self.stderr.read_line(&mut line).expect("a line");
            assert!(length > 0, "the server ended: {:?}", self.said);
            self.said.push(line);
        }
    }

    /// Waits for the end, and returns how it ended, after how long, and the rest of the log.
    fn end(mut self) -> (ExitStatus, Duration, Vec<String>) {
        let began = Instant::now();
        let mut rest = String::new();
        self.stderr.read_to_string(&mut rest).expect("UTF-8 on stderr");
        let status = self.child.wait().expect("the end of the server");
        let mut lines = std::mem::take(&mut self.said);
        lines.extend(rest.lines().map(str::to_owned));
        (status, began.elapsed(), lines)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A connection that is kept.
struct Wire(BufReader<TcpStream>);

impl Wire {
    fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time limit");
        Self(BufReader::new(stream))
    }

    fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) {
        let length = body.len().to_string();
        let mut headers = headers.to_vec();
        headers.push(("content-length", &length));
        self.send_head(method, path, &headers);
        self.write(body.as_bytes());
    }

    fn send_head(&mut self, method: &str, path: &str, headers: &[(&str, &str)]) {
        let mut bytes = Vec::new();
        write!(bytes, "{method} {path} HTTP/1.1\r\nhost: hotel\r\n").expect("a request line");
        for (name, value) in headers {
            write!(bytes, "{name}: {value}\r\n").expect("a header");
        }
        bytes.extend_from_slice(b"\r\n");
        self.write(&bytes);
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0.get_mut().write_all(bytes).expect("it can be sent");
    }

    /// Reads the head of an answer; none if the server had closed.
    fn head(&mut self) -> Option<(u16, String)> {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            match self.0.read_line(&mut head) {
                Ok(0) => return None,
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::ConnectionReset => return None,
                Err(error) => panic!("{error}: {head}"),
            }
        }
        let head = head.to_lowercase();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        Some((status.expect("a status"), head))
    }

    /// Reads an answer: its status, its head, its body.
    fn answer(&mut self) -> Option<(u16, String, String)> {
        let (status, head) = self.head()?;
        let length = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next());
        let length = length.and_then(|length| length.trim().parse().ok()).unwrap_or(0);
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).expect("a body");
        Some((status, head, String::from_utf8(body).expect("UTF-8")))
    }

    fn get(&mut self, path: &str) -> Option<(u16, String, String)> {
        self.send("GET", path, &[], "");
        self.answer()
    }
}

fn series(text: &str, name: &str) -> u64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.and_then(|count| count.parse().ok()).unwrap_or_else(|| panic!("no {name} in {text}"))
}

#[test]
fn the_settings_are_told_with_where_they_come_from() {
    let home = Home::new();
    let file = home.path().join("server.toml");
    let url = "postgres://desk:sesame@db/hotel";
    std::fs::write(&file, "drain_wait = \"5s\"\nlog = \"json\"\n").expect("written");
    let mut command = home.command();
    command.args(["serve", "--print-config", "--json", "--log", "human", "--config"]).arg(&file);
    command.env("HOTEL_SERVE_DATABASE", url).env("HOTEL_SERVE_LISTEN", "127.0.0.1:1");
    let said = Said::from_output(&[], command.output().expect("the binary runs"));
    said.expect(0);
    assert!(!said.stdout.contains("sesame") && !said.stderr.contains("sesame"), "{said:?}");
    let rows: Value = serde_json::from_str(&said.stdout).expect("JSON");
    let row = |key: &str| {
        let found = rows.as_array().into_iter().flatten().find(|row| row["key"] == key);
        let found = found.unwrap_or_else(|| panic!("no {key} in {rows}"));
        [&found["value"], &found["layer"], &found["source"]]
            .map(|text| text.as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(row("listen"), ["127.0.0.1:1", "env", "HOTEL_SERVE_LISTEN"]);
    assert_eq!(row("log"), ["human", "flag", "a flag"]);
    assert_eq!(row("drain_wait"), ["5s", "file", &format!("{}:1", file.display())]);
    assert_eq!(row("behind_proxy"), ["false", "default", "the default"]);
    assert_eq!(row("database")[0], "postgres://desk:(hidden)@db/hotel");
    let made: Vec<_> = std::fs::read_dir(home.path()).expect("a folder").flatten().collect();
    assert_eq!(made.len(), 1, "nothing is made: {made:?}");
    let said = home.run(&["serve", "--database", url, "--json"]);
    said.expect_problem(2, "config.value");
    assert!(!said.stderr.contains("sesame"), "{said:?}");
    std::fs::write(&file, "listne = \"x\"\n").expect("written");
    let line = format!("serve --json --config {}", file.display());
    home.typed(&line).expect_problem(2, "config.unknown_key");
}

#[test]
fn a_server_set_up_by_its_file_serves_from_there() {
    let home = Home::new();
    let folder = home.path().join("data/server");
    std::fs::create_dir_all(&folder).expect("a folder");
    let text = "database = \"mine.db\"\nmetrics_listen = \"127.0.0.1:0\"\n";
    std::fs::write(folder.join("server.toml"), text).expect("written");
    let server = Serving::start(&home, &[], "warn");
    assert!(folder.join("mine.db").exists());
    let (status, ..) = Wire::open(server.metrics()).get("/metrics").expect("an answer");
    assert_eq!(status, 200);
    server.signal("-TERM");
    assert_eq!(server.end().0.code(), Some(0));
}

#[test]
fn a_command_that_waited_elsewhere_is_told_by_its_name_and_key_and_every_answer_is_dated() {
    let desk = Desk::open();
    let address = desk.server.url.trim_start_matches("http://").parse().expect("an address");
    let bearer = format!("Bearer {}", token(&desk.home));
    let preview = "book BER-ADLER STD +11d+2n --rate BAR --guest \"LI, WEI\" --dry-run";
    let body = json!({
        "hotel": "BER-ADLER", "stay": desk.home.json(preview)["booking"]["stay"],
        "rate_plan": "BAR", "rooms": [{ "room_type": "STD" }], "provisional": "~K7Q2",
        "guest": { "new": { "family": "LI", "given": "WEI" } },
    });
    let body = body.to_string();
    let headers = [
        ("authorization", bearer.as_str()),
        ("idempotency-key", "kept-1"),
        ("content-type", "application/json"),
        ("hotel-enqueued-at", "2026-01-02T03:04:05Z"),
    ];
    let mut wire = Wire::open(address);
    let mut sent = Vec::new();
    for _ in 0..2 {
        wire.send("POST", "/v1/bookings", &headers, &body);
        sent.push(wire.answer().expect("an answer"));
    }
    let is_replay = |head: &str| head.contains("\r\nidempotency-replayed: true\r\n");
    assert_eq!((is_replay(&sent[0].1), is_replay(&sent[1].1)), (false, true));
    assert_eq!((sent[0].0, &sent[0].2), (sent[1].0, &sent[1].2));
    wire.send("GET", "/v1/commands/kept-1", &headers[..1], "");
    sent.push(wire.answer().expect("an answer"));
    let told: Value = serde_json::from_str(&sent[2].2).expect("JSON");
    let first: Value = serde_json::from_str(&sent[0].2).expect("JSON");
    assert_eq!((&told["body"], &told["status"]), (&first, &json!(201)));
    sent.extend(["/livez", "/v1/nothing"].map(|path| wire.get(path).expect("an answer")));
    for (status, head, _) in &sent {
        assert!(head.contains("\r\ndate: "), "{status}: {head}");
    }
    let shown = desk.home.json("show ~k7q2");
    assert_eq!((&shown["code"], &shown["provisional"]), (&told["booking"], &json!("~K7Q2")));
    let history = desk.home.typed("history ~K7Q2");
    history.expect(0);
    assert!(history.stdout.contains("queued 2026-01-02T03:04:05Z"), "{history:?}");
    desk.home.typed("cancel ~K7Q2 --yes").expect(0);
    assert_eq!(desk.state("~K7Q2"), "cancelled");
    desk.home.typed("show ~NNNN --json").expect_problem(3, "booking.not_found");
}

#[test]
fn metrics_have_a_listener_of_their_own_and_their_counts_move() {
    let home = Home::new();
    let server = Serving::start(&home, &["--metrics-listen", "127.0.0.1:0"], "warn");
    let mut house = Wire::open(server.address);
    let bearer = format!("Bearer {}", token(&home));
    assert_eq!(house.get("/metrics").expect("an answer").0, 404);
    let mut metrics = Wire::open(server.metrics());
    assert_eq!(metrics.get("/v1/me").expect("an answer").0, 404);
    let before = metrics.get("/metrics").expect("an answer").2;
    for attempt in 0..3 {
        let key = format!("user-{}", attempt.min(1));
        let body = json!({ "name": "ann", "role": "agent", "hotels": [], "active": true });
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
            ("idempotency-key", &key),
            ("if-match", "*"),
        ];
        house.send("PUT", "/v1/users?dry_run=false", &headers, &body.to_string());
        let (status, _, body) = house.answer().expect("an answer");
        assert!(status < 500, "{body}");
    }
    let after = metrics.get("/metrics").expect("an answer").2;
    let route = "hotel_http_requests_total{method=\"PUT\",route=\"/v1/users\",status=";
    assert!(after.contains(route), "{after}");
    let commands = |text: &str| -> u64 {
        ["decided", "refused", "replayed"]
            .iter()
            .map(|outcome| {
                series(text, &format!("hotel_engine_commands_total{{outcome=\"{outcome}\"}}"))
            })
            .sum()
    };
    assert_eq!(commands(&after), commands(&before) + 3, "{after}");
    assert!(series(&after, "hotel_engine_commands_total{outcome=\"replayed\"}") >= 1, "{after}");
    for secret in [bearer.trim_start_matches("Bearer "), "ann"] {
        assert!(!after.contains(secret), "{after}");
    }
}

#[test]
fn json_logs_carry_the_ids_and_nothing_personal() {
    let home = Home::new();
    let server = Serving::start(&home, &["--log", "json"], "debug");
    let secret = token(&home);
    let bearer = format!("Bearer {secret}");
    let correlation = "0192f0c1-7b1c-7a3e-9d2f-1f0c5a6b7c8d";
    let mut wire = Wire::open(server.address);
    let body = json!({ "family": "NOVAK", "given": "JANA" }).to_string();
    let mut sent = Vec::new();
    for (id, given) in [("r-given", Some(correlation)), ("r-made", None)] {
        let mut headers = vec![
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
            ("idempotency-key", id),
            ("x-request-id", id),
        ];
        headers.extend(given.map(|id| ("x-correlation-id", id)));
        wire.send("POST", "/v1/registrations?dry_run=false", &headers, &body);
        let (status, head, body) = wire.answer().expect("an answer");
        assert!(status < 300, "{body}");
        assert!(head.contains(&format!("x-request-id: {id}\r\n")), "{head}");
        sent.push(id);
    }
    wire.send("GET", "/v1/guests?name=NOVAK", &[("authorization", &bearer)], "");
    wire.answer().expect("an answer");
    wire.send("GET", "/v1/events", &[("authorization", &bearer)], "");
    let events = wire.answer().expect("an answer").2;
    let events: Value = serde_json::from_str(&events).expect("JSON");
    server.signal("-TERM");
    let (status, _, lines) = server.end();
    assert_eq!(status.code(), Some(0));
    let text = lines.join("\n");
    for word in ["NOVAK", "JANA", &secret, "dry_run", "name="] {
        assert!(!text.contains(word), "the log tells `{word}`: {text}");
    }
    let lines: Vec<Value> = lines
        .iter()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("not JSON: {line}")))
        .collect();
    for line in &lines {
        for field in ["timestamp", "level", "message"] {
            assert!(line[field].is_string(), "{line}");
        }
    }
    for id in sent {
        let line = lines.iter().find(|line| line["request.id"] == id).expect("its line");
        let told = line["correlation.id"].as_str().expect("a correlation id");
        assert!(id != "r-given" || told == correlation, "{line}");
        let items = events["items"].as_array().expect("events");
        let event = items.iter().find(|event| event["correlationid"] == told);
        assert!(event.is_some(), "no event of {told}: {events}");
    }
}

#[test]
fn a_server_that_is_asked_to_stop_is_unready_and_sends_its_callers_away() {
    let home = Home::new();
    let server = Serving::start(&home, &["--drain-wait", "2s"], "warn");
    let mut busy: Vec<Wire> = (0..8).map(|_| Wire::open(server.address)).collect();
    for wire in &mut busy {
        let (status, head, _) = wire.get("/readyz").expect("an answer");
        assert!(status == 200 && !head.contains("connection: close"), "{head}");
    }
    server.signal("-TERM");
    let began = Instant::now();
    // Nobody who keeps asking loses a request: each is told to go with an answer.
    for wire in &mut busy {
        loop {
            let (status, head, _) = wire.get("/livez").expect("no request is lost");
            assert_eq!(status, 200, "{head}");
            if head.contains("connection: close") {
                break;
            }
            assert!(began.elapsed() < Duration::from_secs(2), "told in time");
        }
        assert!(wire.head().is_none(), "and then it is closed");
    }
    // Who comes anew is served until the balancer must have noticed.
    assert_eq!(Wire::open(server.address).get("/livez").expect("an answer").0, 200);
    let (status, _, body) = Wire::open(server.address).get("/readyz").expect("an answer");
    assert_eq!((status, body.contains("server.not_ready")), (503, true), "{body}");
    let (status, ..) = server.end();
    assert_eq!(status.code(), Some(0));
    assert!(began.elapsed() >= Duration::from_secs(2), "{:?}", began.elapsed());
    assert!(began.elapsed() < Duration::from_secs(2) + STOP_MAX, "{:?}", began.elapsed());
}

#[test]
fn a_second_signal_ends_it_at_once() {
    let home = Home::new();
    let mut server = Serving::start(&home, &["--drain-wait", "5m"], "info");
    server.signal("-TERM");
    server.wait_for("asked to stop");
    server.signal("-INT");
    let (status, took, lines) = server.end();
    assert_eq!(status.code(), Some(130), "{lines:?}");
    assert!(took < STOP_MAX, "{took:?}");
}

#[test]
fn hundreds_of_open_streams_end_with_a_word_and_in_time() {
    const AGENTS: usize = 15;
    const STREAMS: usize = 20;
    let home = Home::new();
    let options = ["--metrics-listen", "127.0.0.1:0"];
    let server = Serving::start(&home, &options, "warn");
    home.typed(&format!("config set server http://{}", server.address)).expect(0);
    let mut streams = Vec::new();
    for agent in 0..AGENTS {
        home.typed(&format!("users set agent{agent} --role agent")).expect(0);
        let issued = home.typed(&format!("tokens issue agent{agent}"));
        issued.expect(0);
        let bearer = format!("Bearer {}", issued.stdout.trim());
        for _ in 0..STREAMS {
            let mut stream = Wire::open(server.address);
            let headers = [("authorization", bearer.as_str()), ("accept", "text/event-stream")];
            stream.send("GET", "/v1/events?after=latest", &headers, "");
            assert_eq!(stream.head().expect("an answer").0, 200);
            streams.push(stream);
        }
    }
    let scrape = Wire::open(server.metrics()).get("/metrics").expect("an answer").2;
    assert_eq!(series(&scrape, "hotel_event_streams_open"), streams.len() as u64);
    server.signal("-TERM");
    let (status, took, _) = server.end();
    assert_eq!(status.code(), Some(0));
    assert!(took < STOP_MAX, "{took:?}");
    for mut stream in streams {
        let mut seen = String::new();
        stream.0.read_to_string(&mut seen).expect("a stream that ends in order");
        let (_, last) = seen.rsplit_once("retry: ").expect("when to come back");
        assert!(last.ends_with("\r\n0\r\n\r\n") && !last.contains("event:"), "{seen}");
    }
}

/// Sends all of a request but the end of its body.
fn begin(wire: &mut Wire, bearer: &str, key: &str) {
    let headers = [
        ("authorization", bearer),
        ("content-type", "application/json"),
        ("idempotency-key", key),
        ("content-length", "33"),
    ];
    wire.send_head("POST", "/v1/registrations", &headers);
    wire.write(b"{ \"family\": \"LI\",");
}

#[test]
fn a_request_under_way_is_finished_and_one_that_never_ends_is_not_waited_for() {
    let home = Home::new();
    let mut server = Serving::start(&home, &[], "info");
    let bearer = format!("Bearer {}", token(&home));
    let (mut slow, mut stuck) = (Wire::open(server.address), Wire::open(server.address));
    // An answer first, so that both are connections that the server knows.
    for wire in [&mut slow, &mut stuck] {
        assert_eq!(wire.get("/livez").expect("an answer").0, 200);
    }
    begin(&mut slow, &bearer, "slow");
    begin(&mut stuck, &bearer, "stuck");
    // A later answer on a connection of its own: by now the server has read what came before.
    assert_eq!(Wire::open(server.address).get("/livez").expect("an answer").0, 200);
    server.signal("-TERM");
    let began = Instant::now();
    server.wait_for("asked to stop");
    slow.write(b" \"given\": \"WEI\"}");
    let (status, head, body) = slow.answer().expect("an answer");
    assert_eq!(status, 201, "{body}");
    assert!(head.contains("connection: close"), "{head}");
    let (status, _, lines) = server.end();
    assert_eq!(status.code(), Some(0), "{lines:?}");
    assert!(began.elapsed() < STOP_MAX, "{:?}", began.elapsed());
    assert!(stuck.head().is_none(), "nobody answers it");
}
