//! The one HTTP client: typed endpoints, retries, errors, the event feed. Knows neither the terminal
//! nor SQL; what it has to tell goes through the log it was given.

pub(crate) mod address;
pub(crate) mod bookings;
mod bulk;
pub(crate) mod catalogue;
mod failure;
pub(crate) mod feed;
pub(crate) mod flight;
mod people;
mod reports;
mod send;
mod verify;

use std::sync::Arc;
use std::time::Duration;

use hotel_core::ids::IdempotencyKey;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Method, Url};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use self::flight::{Flight, Progress};
use crate::config::Token;
use crate::error::{CliError, codes};

/// Longer than any handshake within a continent; a server that is down is known sooner.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(2);

/// The largest answer that is read: a page of the longest bookings is far below it.
const ANSWER_BYTES_MAX: usize = 64 * 1024 * 1024;

/// The header with the client's name for a write.
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The header that says that an answer was given before.
const IDEMPOTENCY_REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

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
}

/// How a write is sent.
#[derive(Debug, Clone)]
pub(crate) struct Write {
    /// The client's name for it, the same for every attempt.
    pub(crate) key: IdempotencyKey,
    /// Whether the server only says what would happen.
    pub(crate) dry_run: bool,
    /// The version that was seen; another one is refused.
    pub(crate) version: Option<u64>,
}

impl Write {
    /// Names a write: with the key given, else with a new one.
    pub(crate) fn new(key: Option<IdempotencyKey>, dry_run: bool) -> Result<Self, CliError> {
        let key = match key {
            Some(key) => key,
            None => IdempotencyKey::try_from(Uuid::now_v7().to_string())
                .map_err(|error| CliError::internal(error.to_string()))?,
        };
        Ok(Self { key, dry_run, version: None })
    }

    /// Refuses the write if the version is no longer this one.
    #[must_use]
    pub(crate) fn if_version(mut self, version: u64) -> Self {
        self.version = Some(version);
        self
    }

    /// Returns the question before the write: the same without effect, under a key of its own.
    pub(crate) fn preview(&self) -> Result<Self, CliError> {
        Ok(Self { version: self.version, ..Self::new(None, true)? })
    }
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
            flight: Flight::default(),
        })
    }

    /// Returns the address of the server as it was given.
    pub(crate) fn server(&self) -> &str {
        &self.server
    }

    /// Returns how far the last write came, for a command that is stopped.
    pub(crate) fn progress(&self) -> Progress {
        self.flight.progress()
    }

    /// Asks for something.
    async fn get<T: DeserializeOwned>(
        &self,
        path: &[&str],
        query: &impl Serialize,
    ) -> Result<T, CliError> {
        let request = self.request(Method::GET, path, query)?;
        let reply = self.send(request, None).await?;
        Ok(self.answer(&reply)?.body)
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
        let reply = self.send(request, Some(write)).await?;
        self.answer(&reply)
    }

    /// Sends anything, for `hotel api`, by the rules of every other request.
    pub(crate) async fn raw(
        &self,
        method: Method,
        path_and_query: &str,
        body: Option<Vec<u8>>,
        write: Option<&Write>,
    ) -> Result<RawAnswer, CliError> {
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
        self.send(request, write).await
    }

    /// Asks who the caller is and takes any answer, for `hotel doctor`.
    pub(crate) async fn probe(&self) -> Result<RawAnswer, CliError> {
        self.send_raw(self.request(Method::GET, &["me"], &NoQuery {})?, None).await
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
