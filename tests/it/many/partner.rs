//! A partner of the house: sends commands until they are answered, wherever that may be, and writes down
//! every answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::ledger::Ledger;
use crate::dice::Dice;

/// How long an answer is waited for; an instance that is held still keeps a request for longer.
const ANSWER_MAX: Duration = Duration::from_secs(4);

/// How long a command may be sent in vain: longer than all faults that can come together.
const PATIENCE: Duration = Duration::from_mins(2);

/// A command: the same bytes and the same key however often it is sent.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    pub(crate) method: reqwest::Method,
    pub(crate) path: String,
    pub(crate) key: String,
    pub(crate) body: String,
    pub(crate) if_match: Option<u64>,
}

impl Order {
    pub(crate) fn new(method: reqwest::Method, path: String, body: &Value) -> Self {
        let key = uuid::Uuid::now_v7().to_string();
        Self { method, path, key, body: body.to_string(), if_match: None }
    }

    pub(crate) fn post(path: impl Into<String>, body: &Value) -> Self {
        Self::new(reqwest::Method::POST, path.into(), body)
    }

    pub(crate) fn amend(code: &str, body: &Value) -> Self {
        Self::new(reqwest::Method::PATCH, format!("bookings/{code}"), body)
    }

    pub(crate) fn if_match(self, version: u64) -> Self {
        Self { if_match: Some(version), ..self }
    }
}

/// An answer that is final: what was asked is done, or never will be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Heard {
    pub(crate) status: u16,
    pub(crate) text: String,
}

impl Heard {
    pub(crate) fn is_done(&self) -> bool {
        (200..300).contains(&self.status)
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// One who asks.
#[derive(Clone)]
pub(crate) struct Partner {
    http: reqwest::Client,
    /// The balancer's URL, then those of the instances.
    doors: Arc<[String]>,
    token: Arc<str>,
    pub(crate) ledger: Arc<Ledger>,
    stop: Arc<AtomicBool>,
}

impl Partner {
    pub(crate) fn new(doors: Vec<String>, token: &str) -> Self {
        let http = reqwest::Client::builder().timeout(ANSWER_MAX).build().expect("a client");
        Self {
            http,
            doors: doors.into(),
            token: token.into(),
            ledger: Arc::default(),
            stop: Arc::default(),
        }
    }

    /// Has everybody finish what they do and begin nothing new.
    pub(crate) fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::SeqCst)
    }

    /// Returns the URL of the balancer.
    pub(crate) fn balancer(&self) -> &str {
        &self.doors[0]
    }

    /// Returns one of the instances.
    pub(crate) fn instance(&self, dice: &mut Dice) -> &str {
        dice.one_of::<String>(&self.doors[1..])
    }

    /// Sends a command once; nothing if nobody knows what became of it.
    pub(crate) async fn send(&self, door: &str, order: &Order) -> Option<Heard> {
        let url = format!("{door}/v1/{}", order.path);
        let mut request = self.http.request(order.method.clone(), url).bearer_auth(&self.token);
        request = request.header("Idempotency-Key", &order.key).body(order.body.clone());
        request = request.header("Content-Type", "application/json");
        if let Some(version) = order.if_match {
            request = request.header("If-Match", format!("\"{version}\""));
        }
        self.ledger.sent();
        let heard = self.heard(request).await;
        match &heard {
            Some(heard) => self.ledger.write(order, heard),
            None => self.ledger.doubt(),
        }
        heard
    }

    /// Reads; nothing if there is no answer now.
    pub(crate) async fn get(&self, door: &str, path: &str) -> Option<Heard> {
        let request = self.http.get(format!("{door}/v1/{path}")).bearer_auth(&self.token);
        let heard = self.heard(request).await;
        if heard.is_none() {
            self.ledger.unread();
        }
        heard
    }

    /// Reads JSON, again and again until there is an answer.
    pub(crate) async fn read(&self, door: &str, path: &str) -> Value {
        let text = self.text(door, path).await;
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    /// Reads, again and again until there is an answer.
    pub(crate) async fn text(&self, door: &str, path: &str) -> String {
        let began = Instant::now();
        loop {
            if let Some(heard) = self.get(door, path).await {
                assert_eq!(heard.status, 200, "{path}: {heard:?}");
                return heard.text;
            }
            self.pause(began, path).await;
        }
    }

    async fn heard(&self, request: reqwest::RequestBuilder) -> Option<Heard> {
        let answer = request.send().await.ok()?;
        let status = answer.status().as_u16();
        let text = answer.text().await.ok()?;
        match status {
            200 | 201 => Some(Heard { status, text }),
            409 | 412 | 422 => Some(Heard { status, text: unsigned(&text) }),
            500.. => {
                self.ledger.failed(status, &text);
                None
            }
            other => panic!("{other}: {text}"),
        }
    }

    /// Sends a command through the balancer until it is answered.
    pub(crate) async fn settle(&self, order: &Order) -> Heard {
        let began = Instant::now();
        loop {
            if let Some(heard) = self.send(self.balancer(), order).await {
                return heard;
            }
            self.pause(began, order).await;
        }
    }

    /// Sends a command two or three times at once, the first time through the balancer and then to any
    /// instance, and each until it is answered.
    pub(crate) async fn settle_many(&self, dice: &mut Dice, order: &Order) -> Heard {
        let doors = [self.instance(dice), self.instance(dice)];
        let count = usize::try_from(1 + dice.roll(2)).expect("a count");
        let also = doors[..count].iter().map(|door| async move {
            if self.send(door, order).await.is_none() {
                self.settle(order).await;
            }
        });
        let (heard, _) = tokio::join!(self.settle(order), futures_util::future::join_all(also));
        heard
    }

    async fn pause(&self, began: Instant, what: impl std::fmt::Debug) {
        assert!(began.elapsed() < PATIENCE, "nobody answers: {what:?}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Returns a refusal without the id of the one request that heard of it.
fn unsigned(text: &str) -> String {
    let mut problem: Value = serde_json::from_str(text).unwrap_or_else(|_| panic!("{text}"));
    problem["request_id"] = Value::Null;
    problem.to_string()
}
