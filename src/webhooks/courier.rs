//! One attempt: a letter is signed, sent, and answered or not.

use std::time::Duration;

use jiff::Timestamp;
use reqwest::header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER, USER_AGENT};
use reqwest::redirect::Policy;

use super::secret::Secrets;
use super::target::Target;
use crate::cache::letters::Sealed;
use crate::error::CliError;

/// How long a target may take (Standard Webhooks: 15 to 30 s).
const ANSWER_WITHIN: Duration = Duration::from_secs(15);

/// Of what a target answers with a refusal, so much is kept as the reason.
const WHY_LEN_MAX: usize = 200;

/// What an attempt came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reply {
    /// 2xx: taken.
    Taken,
    /// 410: the target wants no more of anything.
    Gone,
    /// Anything else; a redirect too, since nobody knows where it leads.
    Refused {
        /// Why.
        why: String,
        /// How long it asks to be left alone.
        wait: Option<Duration>,
    },
}

/// Whoever carries letters to a target.
#[derive(Debug, Clone)]
pub(crate) struct Courier {
    http: reqwest::Client,
    target: Target,
    secrets: Secrets,
}

impl Courier {
    /// Makes a courier; nothing is sent yet.
    pub(crate) fn new(target: Target, secrets: Secrets) -> Result<Self, CliError> {
        let builder = reqwest::Client::builder().redirect(Policy::none()).timeout(ANSWER_WITHIN);
        let http = match target.url().scheme() {
            // Without TLS nothing looks at the certificates of the system, nor at its proxies.
            "http" => builder.tls_certs_only([]).no_proxy(),
            _ => builder,
        };
        let http = http.build().map_err(|error| {
            CliError::internal("the HTTP client can't be made").why(error.to_string())
        })?;
        Ok(Self { http, target, secrets })
    }

    /// Returns the target.
    pub(crate) fn target(&self) -> &Target {
        &self.target
    }

    /// Sends a letter once. Its name and body are the same at every attempt; the moment and the signature
    /// are this one's.
    pub(crate) async fn send(&self, sealed: &Sealed, now: Timestamp) -> Reply {
        let timestamp = now.as_second();
        let signature = self.secrets.sign(&sealed.event, timestamp, &sealed.body);
        let sent = self
            .http
            .post(self.target.url().clone())
            .header(USER_AGENT, concat!("hotel/", env!("CARGO_PKG_VERSION")))
            .header(CONTENT_TYPE, HeaderValue::from_static("application/cloudevents+json"))
            .header("webhook-id", &sealed.event)
            .header("webhook-timestamp", timestamp)
            .header("webhook-signature", signature)
            .body(sealed.body.clone())
            .send()
            .await;
        match sent {
            Ok(response) => read(response).await,
            Err(error) => Reply::Refused { why: cause(&error), wait: None },
        }
    }
}

async fn read(mut response: reqwest::Response) -> Reply {
    let status = response.status();
    if status.is_success() {
        return Reply::Taken;
    }
    if status.as_u16() == 410 {
        return Reply::Gone;
    }
    let wait = response.headers().get(RETRY_AFTER);
    let wait = wait.and_then(|text| text.to_str().ok()?.parse().ok()).map(Duration::from_secs);
    // The first piece says why, if anything does; no more of it is read.
    let said = response.chunk().await.ok().flatten().unwrap_or_default();
    let said: String = String::from_utf8_lossy(&said).chars().take(WHY_LEN_MAX).collect();
    let words = said.split_whitespace().collect::<Vec<&str>>().join(" ");
    let why = if words.is_empty() { status.to_string() } else { format!("{status}: {words}") };
    Reply::Refused { why, wait }
}

/// Returns the innermost cause: the outer ones repeat the address and say little.
fn cause(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        return format!("no answer within {} s", ANSWER_WITHIN.as_secs());
    }
    let mut cause: &dyn std::error::Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}
