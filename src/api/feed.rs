//! The event feed: server-sent events that resume after the last one seen.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use backon::{BackoffBuilder as _, ExponentialBackoff, ExponentialBuilder};
use futures_util::stream::{LocalBoxStream, StreamExt as _, TryStreamExt as _, try_unfold};
use hotel_core::wire::event::{EventQuery, EventView};
use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderValue};
use reqwest::{Method, Response};
use sse_stream::{Sse, SseByteStream};

use super::failure::{Verdict, bad_answer, failure_of, refusal};
use super::send::{Failed, read_answer, text_of};
use super::{Client, RawAnswer, header};
use crate::chance::seed;
use crate::error::category::Category;
use crate::error::{CliError, codes};

/// Three heartbeats: a line that is silent so long is dead.
const SILENCE_MAX: Duration = Duration::from_secs(45);

/// The shortest pause before the next attempt; chance adds up to as much again.
pub(super) const RECONNECT_PAUSE_MIN: Duration = Duration::from_millis(500);

/// The longest pause before the next attempt is twice this, 30 s: half of it is chance.
const RECONNECT_PAUSE_MAX: Duration = Duration::from_secs(15);

/// The code of a cursor of another life of the feed, or from after its end.
pub(crate) const CURSOR_EPOCH: &str = "cursor.epoch";

/// The code of a cursor from before what a server still keeps; `floor` tells after which position the feed
/// goes on. This house keeps all of it, and never says so.
const CURSOR_PRUNED: &str = "cursor.pruned";

/// How a feed is followed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Patience {
    /// A line that is silent so long is dead.
    pub(crate) silence_max: Duration,
    /// The shortest and the longest pause before an attempt; chance adds up to as much again.
    pub(crate) pauses: (Duration, Duration),
    /// How long the feed may be away; none is for ever.
    pub(crate) offline_max: Option<Duration>,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            silence_max: SILENCE_MAX,
            pauses: (RECONNECT_PAUSE_MIN, RECONNECT_PAUSE_MAX),
            offline_max: None,
        }
    }
}

/// Events that can't be told any more: the feed goes on after them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gap {
    /// The cursor that was asked for.
    pub(crate) from: String,
    /// The cursor that the feed goes on after.
    pub(crate) to: String,
    /// Why.
    pub(crate) why: String,
}

/// What comes out of the feed.
#[derive(Debug)]
pub(crate) enum FeedItem {
    /// Something happened.
    Event(Box<EventView>),
    /// Nothing that fits, but the feed has come this far.
    Checkpoint,
    /// The feed does not go on from the cursor; it goes on from another.
    Gap(Gap),
    /// All before the end of the query was told.
    End,
    /// The connection broke; the next call tries again.
    Lost {
        /// Why.
        why: String,
    },
    /// Connected again, after this time.
    Back {
        /// How long the feed was away.
        away: Duration,
    },
}

/// A feed that is followed. It survives broken connections and repeats nothing.
pub(crate) struct Feed<'a> {
    client: &'a Client,
    query: EventQuery,
    cursor: Option<String>,
    position: u64,
    frames: Option<LocalBoxStream<'a, Result<Sse, sse_stream::Error>>>,
    gaps: VecDeque<Gap>,
    lost_at: Option<Instant>,
    pauses: ExponentialBackoff,
    patience: Patience,
}

impl Client {
    /// Follows the feed; a first connection that fails is a failure, later ones are tried again.
    pub(crate) async fn follow(
        &self,
        query: EventQuery,
        patience: Patience,
    ) -> Result<Feed<'_>, CliError> {
        let mut feed = Feed {
            client: self,
            query,
            cursor: None,
            position: 0,
            frames: None,
            gaps: VecDeque::new(),
            lost_at: None,
            pauses: pauses(patience),
            patience,
        };
        feed.connect().await?;
        Ok(feed)
    }
}

impl Feed<'_> {
    /// Returns how far the feed was seen: where to go on, and the position in it.
    pub(crate) fn reached(&self) -> Option<(&str, u64)> {
        Some((self.cursor.as_deref()?, self.position))
    }

    /// Waits for what comes next.
    pub(crate) async fn next(&mut self) -> Result<FeedItem, CliError> {
        loop {
            if let Some(gap) = self.gaps.pop_front() {
                return Ok(FeedItem::Gap(gap));
            }
            let Some(frames) = self.frames.as_mut() else { return self.reconnect().await };
            match frames.next().await {
                Some(Ok(frame)) => {
                    if let Some(item) = self.item(frame)? {
                        return Ok(item);
                    }
                }
                Some(Err(error)) => return Ok(self.lose(cause_of(&error))),
                None => return Ok(self.lose("the server closed the connection".to_owned())),
            }
        }
    }

    fn lose(&mut self, why: String) -> FeedItem {
        self.frames = None;
        self.lost_at.get_or_insert_with(Instant::now);
        FeedItem::Lost { why }
    }

    async fn reconnect(&mut self) -> Result<FeedItem, CliError> {
        let pause = self.pauses.next().unwrap_or(RECONNECT_PAUSE_MAX);
        let away = self.lost_at.map_or(Duration::ZERO, |since| since.elapsed());
        let left = self.patience.offline_max.map(|most| most.saturating_sub(away));
        tokio::time::sleep(left.map_or(pause, |left| pause.min(left))).await;
        match self.connect().await {
            Ok(()) => {
                let away = self.lost_at.take().map_or(Duration::ZERO, |since| since.elapsed());
                Ok(FeedItem::Back { away })
            }
            // What passes is tried again, for as long as that was asked for.
            Err(error) if error.category == Category::Unavailable => match left {
                Some(left) if left <= pause => Err(self.given_up(&error)),
                Some(_) | None => Ok(self.lose(error.message.clone())),
            },
            // An answer that says no would say so again.
            Err(error) => Err(error),
        }
    }

    fn given_up(&self, error: &CliError) -> CliError {
        let away = self.lost_at.map_or(Duration::ZERO, |since| since.elapsed());
        let message = format!("the feed has been away for {} s", away.as_secs());
        CliError::of(codes::NETWORK_UNREACHABLE, message)
            .why(error.message.clone())
            .field("--max-offline")
            .retryable(None)
    }

    /// Connects; where the feed does not go on from the cursor, it is taken up where it does.
    async fn connect(&mut self) -> Result<(), CliError> {
        let refused = match self.connect_once().await {
            Ok(()) => return Ok(()),
            Err(refused) => refused,
        };
        let asked = self.cursor.clone().or_else(|| self.query.after.clone());
        let Some(gap) = asked.and_then(|from| gap_of(from, &refused)) else { return Err(refused) };
        self.position = position_of(&gap.to).unwrap_or(0);
        self.cursor = Some(gap.to.clone());
        self.gaps.push_back(gap);
        self.connect_once().await
    }

    async fn connect_once(&mut self) -> Result<(), CliError> {
        let mut query = self.query.clone();
        if self.cursor.is_some() {
            // From here on the cursor says where to go on.
            query = EventQuery { after: None, last: None, ..query };
        }
        let mut request = self.client.request(Method::GET, &["events"], &query)?;
        // The stream has no end; its silence is watched instead.
        *request.timeout_mut() = None;
        request.headers_mut().insert(ACCEPT, HeaderValue::from_static("text/event-stream"));
        if let Some(cursor) = &self.cursor {
            request.headers_mut().insert("last-event-id", header(cursor)?);
        }
        let path = request.url().path().to_owned();
        let opened =
            tokio::time::timeout(self.client.timeout, self.client.http.execute(request)).await;
        let verdict = Verdict {
            server: self.client.server(),
            is_local: self.client.base.scheme() == "http",
            path: &path,
            timeout: self.client.timeout,
            key: None,
            may_be_done: false,
        };
        let response = match opened {
            Ok(Ok(response)) => response,
            Ok(Err(error)) if error.is_connect() => {
                return Err(failure_of(Failed::NotSent(error), &verdict));
            }
            Ok(Err(error)) => return Err(failure_of(Failed::Lost(error), &verdict)),
            Err(_) => {
                let message = format!("{} did not answer in time", verdict.server);
                return Err(CliError::of(codes::NETWORK_TIMEOUT, message).retryable(None));
            }
        };
        self.client.compare_clocks(response.headers());
        self.accept(response, &verdict).await
    }

    async fn accept(&mut self, response: Response, verdict: &Verdict<'_>) -> Result<(), CliError> {
        let is_stream = text_of(response.headers(), &CONTENT_TYPE)
            .is_some_and(|kind| kind.starts_with("text/event-stream"));
        if response.status().is_success() && is_stream {
            self.frames = Some(frames(response, self.patience.silence_max));
            return Ok(());
        }
        let is_success = response.status().is_success();
        let answer: RawAnswer = if is_success {
            RawAnswer {
                status: response.status().as_u16(),
                headers: response.headers().clone(),
                body: Vec::new(),
            }
        } else {
            read_answer(response).await.map_err(|failed| failure_of(failed, verdict))?
        };
        if is_success {
            Err(bad_answer(verdict.server, &answer).why("it is no event stream"))
        } else {
            Err(refusal(verdict.server, verdict.path, &answer))
        }
    }

    /// Reads a frame: an event, a checkpoint, the end, or nothing to speak of.
    fn item(&mut self, frame: Sse) -> Result<Option<FeedItem>, CliError> {
        // Whoever says anything is there: the next loss starts with a short pause again.
        self.pauses = pauses(self.patience);
        let is_end = frame.event.as_deref() == Some("end");
        let event = match (frame.event.as_deref(), frame.data.as_deref()) {
            (Some("checkpoint" | "end"), _) | (_, None) => None,
            (_, Some(data)) => Some(serde_json::from_str::<EventView>(data).map_err(|error| {
                CliError::of(codes::NETWORK_BAD_ANSWER, "an event is not understood")
                    .why(error.to_string())
            })?),
        };
        // An epoch other than the one before counts its positions anew.
        let is_same_epoch = match (&self.cursor, &frame.id) {
            (Some(before), Some(id)) => epoch_of(before) == epoch_of(id),
            (_, _) => true,
        };
        let reached = frame.id.as_deref().and_then(position_of);
        if let Some(id) = frame.id {
            self.cursor = Some(id);
        }
        let Some(event) = event else {
            self.position = reached.unwrap_or(self.position);
            return Ok(Some(if is_end { FeedItem::End } else { FeedItem::Checkpoint }));
        };
        if is_same_epoch && event.position <= self.position {
            return Ok(None);
        }
        self.position = event.position;
        Ok(Some(FeedItem::Event(Box::new(event))))
    }
}

/// Returns where the feed goes on, if it was the cursor that was refused. A feed that begins anew is
/// followed from its end: what it told before that has to be read, not followed.
fn gap_of(from: String, refused: &CliError) -> Option<Gap> {
    let told = |name: &str| refused.details[name].as_u64();
    let position = match refused.code.as_str() {
        CURSOR_EPOCH => told("head")?,
        CURSOR_PRUNED => told("floor")?,
        _ => return None,
    };
    let to = format!("{}-{position}", told("epoch")?);
    Some(Gap { from, to, why: refused.message.clone() })
}

pub(super) fn pauses(Patience { pauses: (shortest, longest), .. }: Patience) -> ExponentialBackoff {
    ExponentialBuilder::default()
        .with_min_delay(shortest)
        .with_max_delay(longest)
        .with_factor(2.0)
        .with_jitter()
        // Without a seed of its own every process throws the same.
        .with_jitter_seed(seed())
        .without_max_times()
        .build()
}

/// Returns the frames of a stream, which ends with an error when it is silent for too long.
fn frames(
    response: Response,
    silence_max: Duration,
) -> LocalBoxStream<'static, Result<Sse, sse_stream::Error>> {
    let chunks = try_unfold(response, move |mut response| async move {
        match tokio::time::timeout(silence_max, response.chunk()).await {
            Ok(Ok(Some(chunk))) => Ok(Some((chunk, response))),
            Ok(Ok(None)) => Ok(None),
            Ok(Err(error)) => Err(Silence::Broken(error)),
            Err(_) => Err(Silence::Dead(silence_max)),
        }
    });
    SseByteStream::new(Box::pin(chunks.into_stream())).boxed_local()
}

/// Why no more frames come.
#[derive(Debug, thiserror::Error)]
enum Silence {
    #[error("the connection broke")]
    Broken(#[source] reqwest::Error),
    #[error("nothing was heard for {} s", .0.as_secs())]
    Dead(Duration),
}

fn cause_of(error: &sse_stream::Error) -> String {
    // What came over the line says more than that something did.
    std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string)
}

fn epoch_of(cursor: &str) -> &str {
    cursor.rsplit_once('-').map_or("", |(epoch, _)| epoch)
}

fn position_of(cursor: &str) -> Option<u64> {
    cursor.rsplit_once('-').and_then(|(_, position)| position.parse().ok())
}
