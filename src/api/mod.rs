//! The one HTTP client: typed endpoints, retries, errors, the event feed. Knows neither the terminal
//! nor SQL; what it has to tell goes through the log it was given.

pub(crate) mod address;
pub(crate) mod bookings;
mod bulk;
pub(crate) mod catalogue;
pub(crate) mod clock;
mod failure;
pub(crate) mod feed;
pub(crate) mod flight;
pub(crate) mod ledger;
pub(crate) mod memory;
mod people;
mod reports;
mod send;
mod verify;
mod write;

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Method, Url};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use self::clock::Clocks;
use self::flight::{Flight, Progress};
use self::ledger::{Change, Keeper};
use self::memory::Remembers;
use self::send::Manner;
pub(crate) use self::write::{Write, new_key};
use crate::config::Token;
use crate::error::category::Category;
use crate::error::{CliError, codes};

/// Longer than any handshake within a continent; a server that is down is known sooner.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(2);

/// The largest answer that is read: a page of the longest bookings is far below it.
const ANSWER_BYTES_MAX: usize = 64 * 1024 * 1024;

/// The header with the client's name for a write.
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The header that says that an answer was given before.
const IDEMPOTENCY_REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// The header with the moment at which a change was written down.
const ENQUEUED_AT: HeaderName = HeaderName::from_static("hotel-enqueued-at");

/// The header with the server's name for a request.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Who is told of each request: `--verbose` prints it.
pub(crate) type Log = Arc<dyn Fn(&str) + Send + Sync>;

/// What a client needs to know.
pub(crate) struct Settings {
    /// The address of the server, without a slash at its end.
    pub(crate) server: String,
    /// The proof of who the agent is.
    pub(crate) token: Token,
    /// How long a request may take.
    pub(crate) timeout: Duration,
    /// Who is told of each request.
    pub(crate) log: Option<Log>,
    /// Whether the log also gets what was sent and answered.
    pub(crate) logs_bodies: bool,
    /// Who writes changes down.
    pub(crate) keeper: Keeper,
    /// Who keeps what was answered.
    pub(crate) memory: Remembers,
    /// Who compares the clocks.
    pub(crate) clocks: Option<Clocks>,
}

/// An answer of the server.
#[derive(Debug, Clone)]
pub(crate) struct Answer<T> {
    /// What it says.
    pub(crate) body: T,
    /// Whether the write was done before and this is the answer it got then.
    pub(crate) is_replay: bool,
}

/// An answer as it came, for `hotel api`.
#[derive(Debug, Clone)]
pub(crate) struct RawAnswer {
    /// The status.
    pub(crate) status: u16,
    /// The headers.
    pub(crate) headers: HeaderMap,
    /// The bytes.
    pub(crate) body: Vec<u8>,
}

/// The one client of the server.
pub(crate) struct Client {
    http: reqwest::Client,
    base: Url,
    server: String,
    timeout: Duration,
    log: Option<Log>,
    logs_bodies: bool,
    keeper: Keeper,
    memory: Remembers,
    clocks: Option<Clocks>,
    flight: Flight,
}

impl Client {
    /// Makes a client; nothing is sent yet.
    pub(crate) fn new(settings: Settings) -> Result<Self, CliError> {
        let base = address::base_url(&settings.server)?;
        let broken = |error: reqwest::Error| {
            CliError::internal("the HTTP client can't be made").why(error.to_string())
        };
        let builder = reqwest::Client::builder()
            .user_agent(concat!("hotel/", env!("CARGO_PKG_VERSION")))
            .default_headers(headers(&settings.token)?)
            .connect_timeout(CONNECT_TIMEOUT)
            // A write must not wander to another address with its token.
            .redirect(Policy::none())
            .http1_only();
        let http = match base.scheme() {
            // Without TLS nothing looks at the certificates of the system, which are slow to load,
            // nor at its proxies.
            "http" => builder.tls_certs_only([]).no_proxy(),
            _ => builder,
        };
        Ok(Self {
            http: http.build().map_err(broken)?,
            base,
            server: settings.server,
            timeout: settings.timeout,
            log: settings.log,
            logs_bodies: settings.logs_bodies,
            keeper: settings.keeper,
            memory: settings.memory,
            clocks: settings.clocks,
            flight: Flight::default(),
        })
    }

    /// Returns the address of the server as it was given.
    pub(crate) fn server(&self) -> &str {
        &self.server
    }

    /// Tells who compares the clocks what an answer says of the server's.
    fn compare_clocks(&self, headers: &HeaderMap) {
        if let Some(clocks) = &self.clocks
            && let Some(skew) = clock::skew(headers, crate::clock::now())
        {
            clocks(skew);
        }
    }

    /// Returns how far the last write came, for a command that is stopped.
    pub(crate) fn progress(&self) -> Progress {
        self.flight.progress()
    }

    /// Forgets the last write, before another command.
    pub(crate) fn begin(&self) {
        self.flight.refused();
    }

    /// Asks for something.
    async fn get<T: DeserializeOwned>(
        &self,
        path: &[&str],
        query: &impl Serialize,
    ) -> Result<T, CliError> {
        let request = self.request(Method::GET, path, query)?;
        let Some(memory) = &self.memory else {
            let reply = self.send(request, Manner::READ).await?;
            return Ok(self.answer(&reply)?.body);
        };
        let path = send::path_of(&request);
        let path = self.own(&path);
        let recalled = |body: Vec<u8>| serde_json::from_slice(&body).ok();
        if memory.is_alone() {
            return memory.recall(path).and_then(recalled).ok_or_else(|| memory::unknown(path));
        }
        // What is known from before is not worth an agent's patience while no connection can be made.
        let again = request.try_clone();
        let hasty = Manner { is_patient: false, ..Manner::READ };
        let mut sent = self.send(request, hasty).await;
        if let (Err(error), Some(again)) = (&sent, again)
            && error.code == codes::NETWORK_UNREACHABLE.code
            && error.http_status.is_none()
        {
            if let Some(known) = memory.recall(path).and_then(recalled) {
                return Ok(known);
            }
            sent = self.send(again, Manner::READ).await;
        }
        let answered = match sent {
            Ok(reply) => self.answer(&reply).map(|answer| (reply, answer.body)),
            Err(error) => Err(error),
        };
        let asked = match answered {
            Ok((reply, body)) => {
                memory.keep(path, &reply.body);
                return Ok(body);
            }
            Err(error) => error,
        };
        if asked.category != Category::Unavailable {
            return Err(asked);
        }
        memory.recall(path).and_then(recalled).ok_or(asked)
    }

    /// Returns what was answered before to questions that begin like this; the house is not asked.
    pub(crate) fn known<T: DeserializeOwned>(&self, start: &str) -> Vec<T> {
        let kept = self.memory.as_ref().map(|memory| memory.recall_all(start)).unwrap_or_default();
        kept.iter().filter_map(|body| serde_json::from_slice(body).ok()).collect()
    }

    /// Returns a path without that of the server, which may stand under one of its own.
    fn own<'a>(&self, path: &'a str) -> &'a str {
        path.strip_prefix(self.base.path().trim_end_matches('/')).unwrap_or(path)
    }

    /// Writes something, with the body's own type.
    async fn write<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &[&str],
        body: &impl Serialize,
        write: &Write,
    ) -> Result<Answer<T>, CliError> {
        let bytes = serde_json::to_vec(body)
            .map_err(|error| CliError::internal("a request is no JSON").why(error.to_string()))?;
        let mut request = self.request(method, path, &DryRun { dry_run: write.dry_run })?;
        let headers = request.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(IDEMPOTENCY_KEY, header(write.key.as_str())?);
        if let Some(version) = write.version {
            headers.insert(reqwest::header::IF_MATCH, header(&format!("\"{version}\""))?);
        }
        *request.body_mut() = Some(bytes.into());
        let reply = self.kept(request, write).await?;
        self.answer(&reply)
    }

    /// Writes a change down, sends it, and notes what became of it. What would only happen is not kept.
    async fn kept(&self, request: reqwest::Request, write: &Write) -> Result<RawAnswer, CliError> {
        if write.dry_run && self.memory.as_ref().is_some_and(|memory| memory.is_alone()) {
            let message = "what would happen only the server can say, and --offline=only is set";
            return Err(CliError::of(codes::NETWORK_OFFLINE, message));
        }
        let Some(keeper) = self.keeper.as_ref().filter(|_| !write.dry_run) else {
            return self.send(request, Manner::of(write)).await;
        };
        let path = send::path_of(&request);
        let path = self.own(&path);
        let body = request.body().and_then(reqwest::Body::as_bytes).unwrap_or_default();
        let method = request.method().as_str();
        let entry = keeper.enter(&Change { write, method, path, body })?;
        let manner = Manner { is_patient: entry.is_patient, ..Manner::of(write) };
        let reply = self.send(request, manner).await;
        if let (Ok(reply), Some(memory)) = (&reply, &self.memory) {
            memory.changed(&reply.body);
        }
        keeper.settle(entry.number, reply)
    }

    /// Sends anything, for `hotel api`, by the rules of every other request.
    pub(crate) async fn raw(
        &self,
        method: Method,
        path_and_query: &str,
        body: Option<Vec<u8>>,
        write: Option<&Write>,
    ) -> Result<RawAnswer, CliError> {
        let request = self.made(method, path_and_query, body, write)?;
        match write {
            Some(write) => self.kept(request, write).await,
            None => self.send(request, Manner::READ).await,
        }
    }

    /// Sends a change that was written down before, with the moment of that, which proves nothing and is
    /// kept with what it does.
    pub(crate) async fn again(
        &self,
        change: &Change<'_>,
        entered_at: Timestamp,
    ) -> Result<RawAnswer, CliError> {
        let method = Method::from_bytes(change.method.as_bytes())
            .map_err(|error| CliError::internal(error.to_string()))?;
        let body = (!change.body.is_empty()).then(|| change.body.to_vec());
        let mut request = self.made(method, change.path, body, Some(change.write))?;
        request.headers_mut().insert(ENQUEUED_AT, header(&entered_at.to_string())?);
        let manner = Manner { is_patient: false, ..Manner::of(change.write) };
        let reply = self.send(request, manner).await;
        if let (Ok(reply), Some(memory)) = (&reply, &self.memory) {
            memory.changed(&reply.body);
        }
        reply
    }

    fn made(
        &self,
        method: Method,
        path_and_query: &str,
        body: Option<Vec<u8>>,
        write: Option<&Write>,
    ) -> Result<reqwest::Request, CliError> {
        let url = address::join(&self.base, path_and_query)?;
        let mut request = reqwest::Request::new(method, url);
        if body.is_some() {
            let json = HeaderValue::from_static("application/json");
            request.headers_mut().insert(CONTENT_TYPE, json);
        }
        if let Some(write) = write {
            request.headers_mut().insert(IDEMPOTENCY_KEY, header(write.key.as_str())?);
        }
        if let Some(version) = write.and_then(|write| write.version) {
            let tag = header(&format!("\"{version}\""))?;
            request.headers_mut().insert(reqwest::header::IF_MATCH, tag);
        }
        *request.body_mut() = body.map(Into::into);
        *request.timeout_mut() = Some(self.timeout);
        Ok(request)
    }

    /// Asks who the caller is and takes any answer, for `hotel doctor`.
    pub(crate) async fn probe(&self) -> Result<RawAnswer, CliError> {
        self.send_raw(self.request(Method::GET, &["me"], &NoQuery {})?).await
    }

    fn request(
        &self,
        method: Method,
        path: &[&str],
        query: &impl Serialize,
    ) -> Result<reqwest::Request, CliError> {
        let mut url = self.base.clone();
        match url.path_segments_mut() {
            // Each piece is escaped, so that no code or name can reach another path.
            Ok(mut segments) => segments.pop_if_empty().push("v1").extend(path),
            Err(()) => return Err(CliError::internal("the address of the server has no path")),
        };
        self.http
            .request(method, url)
            .query(query)
            .timeout(self.timeout)
            .build()
            .map_err(|error| CliError::internal("a request can't be made").why(error.to_string()))
    }
}

/// What stands in the query of a write.
#[derive(Serialize)]
struct DryRun {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    dry_run: bool,
}

/// A request without a query.
#[derive(Serialize)]
struct NoQuery {}

/// A request without anything in its body.
#[derive(Serialize)]
struct Empty {}

fn headers(token: &Token) -> Result<HeaderMap, CliError> {
    let mut bearer = HeaderValue::from_str(&format!("Bearer {}", token.expose()))
        .map_err(|_| CliError::of(codes::CONFIG_VALUE, "the token has letters no token has"))?;
    bearer.set_sensitive(true);
    let mut headers = HeaderMap::new();
    headers.insert(AUTHORIZATION, bearer);
    headers.insert("x-hotel-channel", HeaderValue::from_static("cli"));
    // One id for everything that one command does.
    headers.insert("x-correlation-id", header(&Uuid::now_v7().to_string())?);
    Ok(headers)
}

fn header(text: &str) -> Result<HeaderValue, CliError> {
    HeaderValue::from_str(text)
        .map_err(|_| CliError::internal(format!("`{text}` can't stand in a header")))
}

#[cfg(test)]
mod tests;
