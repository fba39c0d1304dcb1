//! A target of webhooks: it checks signatures, counts what is under way, and answers as it is told.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::Value;
use sha2::Sha256;

/// A secret, as the binary takes it, and its bytes.
pub(super) const SECRET: &str = "whsec_c2VjcmV0LW9mLXRoaXJ0eS10d28tYnl0ZXMtaGVyZS4=";

/// How long a test waits for what should come at once.
const PATIENCE: Duration = Duration::from_mins(1);

/// What arrived once.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Delivery {
    pub(super) id: String,
    pub(super) headers: HashMap<String, String>,
    pub(super) body: String,
    pub(super) event: Value,
    pub(super) status: u16,
}

#[derive(Default)]
struct Heard {
    deliveries: Vec<Delivery>,
    /// How many are under way, by booking.
    under_way: HashMap<String, u32>,
    most_of_one: u32,
    most_in_all: u32,
}

/// What a delivery is answered with; the number of times that its id came before comes along.
type Answer = dyn Fn(&Value, usize) -> String + Send + Sync;

/// A target on a port of its own.
#[derive(Clone)]
pub(super) struct Hooks {
    pub(super) url: String,
    heard: Arc<(Mutex<Heard>, Condvar)>,
}

/// An empty answer of a status.
pub(super) fn status(status: u16) -> String {
    format!("HTTP/1.1 {status} X\r\ncontent-length: 0\r\n{}\r\n", "")
}

impl Hooks {
    /// Starts a target that takes everything.
    pub(super) fn start() -> Self {
        Self::answering(|_, _| status(204))
    }

    pub(super) fn answering(
        answer: impl Fn(&Value, usize) -> String + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}/hooks", listener.local_addr().expect("an address"));
        let hooks = Self { url, heard: Arc::default() };
        let (serving, answer): (_, Arc<Answer>) = (hooks.clone(), Arc::new(answer));
        // It ends with the process.
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (serving, answer) = (serving.clone(), Arc::clone(&answer));
                std::thread::spawn(move || serving.serve(stream, &*answer));
            }
        });
        hooks
    }

    fn lock(&self) -> MutexGuard<'_, Heard> {
        self.heard.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers what comes over a connection, one delivery after the other.
    fn serve(&self, stream: TcpStream, answer: &Answer) -> Option<()> {
        let mut reader = BufReader::new(stream.try_clone().ok()?);
        let mut stream = stream;
        loop {
            let (headers, body) = read(&mut reader)?;
            let event: Value = serde_json::from_slice(&body).expect("an event");
            check(&headers, &body);
            let lane = event["subject"].to_string();
            let id = headers["webhook-id"].clone();
            let before = {
                let mut heard = self.lock();
                let one = heard.under_way.entry(lane.clone()).or_default();
                *one += 1;
                let (one, all) = (*one, heard.under_way.values().sum());
                // What is about no booking is told in the order of its hotel.
                heard.most_of_one = heard.most_of_one.max(if lane == "null" { 0 } else { one });
                heard.most_in_all = heard.most_in_all.max(all);
                heard.deliveries.iter().filter(|earlier| earlier.id == id).count()
            };
            let said = answer(&event, before);
            let status = said.split(' ').nth(1).and_then(|status| status.parse().ok());
            let body = String::from_utf8(body).expect("UTF-8");
            let mut heard = self.lock();
            *heard.under_way.get_mut(&lane).expect("it is under way") -= 1;
            let status = status.unwrap_or(0);
            heard.deliveries.push(Delivery { id, headers, body, event, status });
            drop(heard);
            self.heard.1.notify_all();
            stream.write_all(said.as_bytes()).ok()?;
        }
    }

    /// Returns what has arrived.
    pub(super) fn deliveries(&self) -> Vec<Delivery> {
        self.lock().deliveries.clone()
    }

    /// Waits until what has arrived is as it should be.
    pub(super) fn until(&self, what: &str, is_so: impl Fn(&[Delivery]) -> bool) -> Vec<Delivery> {
        let heard = self.lock();
        let waited = self.heard.1.wait_timeout_while(heard, PATIENCE, |it| !is_so(&it.deliveries));
        let (heard, waited) = waited.unwrap_or_else(PoisonError::into_inner);
        assert!(!waited.timed_out(), "{what}: {:?}", heard.deliveries.len());
        heard.deliveries.clone()
    }

    /// Returns the most that was under way at once: about one booking, and in all.
    pub(super) fn most(&self) -> (u32, u32) {
        let heard = self.lock();
        (heard.most_of_one, heard.most_in_all)
    }
}

/// Reads a request; none at the end of the connection.
fn read(reader: &mut BufReader<TcpStream>) -> Option<(HashMap<String, String>, Vec<u8>)> {
    let mut line = String::new();
    if reader.read_line(&mut line).ok()? == 0 {
        return None;
    }
    assert!(line.starts_with("POST /hooks HTTP/1.1"), "{line}");
    let mut headers = HashMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        headers.insert(name.to_ascii_lowercase(), value.to_owned());
    }
    let mut body = vec![0; headers["content-length"].parse().expect("a length")];
    reader.read_exact(&mut body).ok()?;
    Some((headers, body))
}

#[expect(clippy::disallowed_methods, reason = "a receiver has a clock of its own")]
fn now() -> i64 {
    jiff::Timestamp::now().as_second()
}

/// Checks a delivery as Standard Webhooks has a receiver check it.
fn check(headers: &HashMap<String, String>, body: &[u8]) {
    let secret = STANDARD.decode(SECRET.trim_start_matches("whsec_")).expect("base64");
    let mut mac = Hmac::<Sha256>::new_from_slice(&secret).expect("a key");
    mac.update(format!("{}.{}.", headers["webhook-id"], headers["webhook-timestamp"]).as_bytes());
    mac.update(body);
    let expected = format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()));
    assert_eq!(headers["webhook-signature"], expected);
    let sent: i64 = headers["webhook-timestamp"].parse().expect("a moment");
    let late = now() - sent;
    assert!((-1..60).contains(&late), "{late} s old");
    assert_eq!(headers["content-type"], "application/cloudevents+json");
}
