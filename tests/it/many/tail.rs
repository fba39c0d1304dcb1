//! Readers of the event stream, who resume where they were whenever it breaks off, at the same door or
//! another behind the balancer.

use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::stream::try_unfold;
use serde_json::Value;
use sse_stream::{Sse, SseByteStream};
use tokio::sync::watch;

use super::ledger::Told;

/// How long a stream may be silent: a little longer than between two signs of life.
const SILENCE_MAX: Duration = Duration::from_secs(17);

/// How long a reader waits before it comes back.
const REST: Duration = Duration::from_millis(200);

/// What a reader saw.
#[derive(Default)]
pub(crate) struct Tail {
    /// The events, as they came.
    pub(crate) told: Vec<Told>,
    /// How often the stream began.
    pub(crate) streams: u64,
    /// What must not be.
    pub(crate) wrong: Vec<String>,
    cursor: Option<String>,
}

/// Reads until the position is reached that it is told in the end.
pub(crate) async fn follow(url: String, token: String, end: watch::Receiver<Option<u64>>) -> Tail {
    let http = reqwest::Client::builder().connect_timeout(Duration::from_secs(1)).build();
    let http = http.expect("a client");
    let mut tail = Tail::default();
    while !tail.is_at(*end.borrow()) {
        let mut request = http.get(format!("{url}/v1/events")).bearer_auth(&token);
        request = request.header("Accept", "text/event-stream");
        if let Some(cursor) = &tail.cursor {
            request = request.header("Last-Event-ID", cursor);
        }
        match tokio::time::timeout(SILENCE_MAX, request.send()).await {
            Ok(Ok(answer)) if answer.status() == 200 => tail.read(answer, end.clone()).await,
            Ok(Ok(answer)) if answer.status().as_u16() < 500 => {
                let status = answer.status();
                let text = answer.text().await.unwrap_or_default();
                tail.wrong.push(format!("{status} at {:?}: {text}", tail.cursor));
                return tail;
            }
            Ok(_) | Err(_) => {}
        }
        tokio::time::sleep(REST).await;
    }
    tail
}

impl Tail {
    fn is_at(&self, end: Option<u64>) -> bool {
        end.is_some_and(|end| self.position() >= end)
    }

    fn position(&self) -> u64 {
        self.told.last().map_or(0, |last| last.position)
    }

    async fn read(&mut self, answer: reqwest::Response, mut end: watch::Receiver<Option<u64>>) {
        self.streams += 1;
        let chunks = try_unfold(answer, |mut answer| async move {
            // A silence ends the stream as a broken connection does.
            let Ok(chunk) = tokio::time::timeout(SILENCE_MAX, answer.chunk()).await else {
                return Ok(None);
            };
            Ok::<_, reqwest::Error>(chunk?.map(|chunk| (chunk, answer)))
        });
        let mut frames = SseByteStream::new(Box::pin(chunks)).boxed();
        loop {
            let position = self.position();
            tokio::select! {
                frame = frames.next() => match frame {
                    Some(Ok(frame)) => self.take(frame),
                    Some(Err(_)) | None => return,
                },
                _ = end.wait_for(|end| end.is_some_and(|end| position >= end)) => return,
            }
        }
    }

    fn take(&mut self, frame: Sse) {
        let Some(id) = frame.id else { return };
        let position = id.split_once('-').and_then(|(_, position)| position.parse().ok());
        if frame.event.as_deref() == Some("checkpoint") {
            // It may not lead a reader past anything.
            if position != Some(self.position()) {
                self.wrong.push(format!("a checkpoint at {id} after {}", self.position()));
            }
        } else {
            let data = frame.data.unwrap_or_default();
            let event: Value = serde_json::from_str(&data).expect("JSON in a whole frame");
            let told = Told::of(&event);
            if position != Some(told.position) || told.position != self.position() + 1 {
                self.wrong.push(format!("{id} after {}: {told:?}", self.position()));
            }
            self.told.push(told);
        }
        self.cursor = Some(id);
    }
}
