//! What only the server can tell: whether it answers, how fast, by which clock, and as whom.

use std::time::{Duration, Instant};

use hotel_core::wire::people::WhoAmI;
use jiff::Timestamp;

use super::checks::{Check, Verdict};
use crate::api::RawAnswer;
use crate::api::clock::{SKEW_MAX, skew};
use crate::context::Context;
use crate::error::CliError;
use crate::skew::words as skew_words;

/// Slower than this an agent on the telephone notices.
const LATENCY_SLOW: Duration = Duration::from_millis(500);

/// What depends on an answer.
const ASKED: [&str; 4] = ["server", "token", "version", "clock"];

/// Checks the server.
pub(super) async fn checks(ctx: &Context) -> Vec<Check> {
    let server = ctx.config.server();
    let mut checks = vec![encryption(&server)];
    if ctx.config.require_token().is_err() {
        checks.extend(skipped(&ASKED, "there is no token to ask with"));
        return checks;
    }
    let (answer, latency) = match ask(ctx).await {
        Ok(asked) => asked,
        Err(error) => {
            checks.push(Check::failed("server", &error));
            checks.extend(skipped(&ASKED[1..], "no answer"));
            return checks;
        }
    };
    let detail = format!("{server} answered in {} ms", latency.as_millis());
    let verdict = if latency > LATENCY_SLOW { Verdict::Warn } else { Verdict::Ok };
    checks.push(Check::new("server", verdict, detail));
    checks.extend(identity(&answer));
    checks.push(clock(&answer, ctx.now()));
    checks
}

fn skipped(names: &[&'static str], why: &str) -> Vec<Check> {
    names.iter().map(|name| Check::new(name, Verdict::Skipped, why)).collect()
}

async fn ask(ctx: &Context) -> Result<(RawAnswer, Duration), CliError> {
    let api = ctx.api()?;
    let started = Instant::now();
    let answer = api.probe().await?;
    Ok((answer, started.elapsed()))
}

/// Checks that nobody on the way can read the token; the client refuses anything else.
fn encryption(server: &str) -> Check {
    if server.starts_with("https://") {
        Check::new("encryption", Verdict::Ok, "TLS, certificates checked")
    } else {
        Check::new("encryption", Verdict::Ok, "none needed: the server is this machine")
    }
}

fn identity(answer: &RawAnswer) -> [Check; 2] {
    let who = serde_json::from_slice::<WhoAmI>(&answer.body).ok();
    match (answer.status, who) {
        (200, Some(who)) => {
            let until = match who.token_expires_at {
                Some(at) => format!("until {at}"),
                None => "for ever".to_owned(),
            };
            let token = format!("{} ({}), {until}", who.user, who.role);
            [Check::new("token", Verdict::Ok, token), version(&who.server_version)]
        }
        (401, _) => [
            Check::new("token", Verdict::Fail, "the server does not know it, or it has ended"),
            Check::new("version", Verdict::Skipped, "only told to those who may come in"),
        ],
        (status, _) => [
            Check::new("token", Verdict::Skipped, format!("the answer was {status}")),
            Check::new("version", Verdict::Fail, "what answered does not speak this protocol"),
        ],
    }
}

fn version(server: &str) -> Check {
    let own = env!("CARGO_PKG_VERSION");
    if server == own {
        return Check::new("version", Verdict::Ok, format!("server {server}, as this program"));
    }
    let detail = format!("server {server}, this program {own}");
    Check::new("version", Verdict::Warn, detail)
}

/// Compares the clocks.
fn clock(answer: &RawAnswer, now: Timestamp) -> Check {
    const NAME: &str = "clock";
    let Some(skew) = skew(&answer.headers, now) else {
        return Check::new(NAME, Verdict::Skipped, "the answer has no date");
    };
    let detail = skew_words(skew);
    if skew.abs() > SKEW_MAX {
        Check::new(NAME, Verdict::Warn, format!("{detail}: set its time"))
    } else {
        Check::new(NAME, Verdict::Ok, detail)
    }
}

#[cfg(test)]
mod tests {
    use reqwest::header::{DATE, HeaderMap, HeaderValue};

    use super::*;

    fn check(date: Option<&'static str>, expect: Verdict) {
        let mut headers = HeaderMap::new();
        if let Some(date) = date {
            headers.insert(DATE, HeaderValue::from_static(date));
        }
        let answer = RawAnswer { status: 200, headers, body: Vec::new() };
        let now: Timestamp = "2026-12-24T12:00:00Z".parse().unwrap();
        assert_eq!(clock(&answer, now).verdict, expect, "{date:?}");
    }

    #[test]
    fn a_clock_that_is_off_is_told() {
        check(Some("Thu, 24 Dec 2026 11:59:59 GMT"), Verdict::Ok);
        check(Some("Thu, 24 Dec 2026 11:57:00 GMT"), Verdict::Warn);
        check(Some("Thu, 24 Dec 2026 12:03:00 GMT"), Verdict::Warn);
        check(Some("soon"), Verdict::Skipped);
        check(None, Verdict::Skipped);
    }
}
