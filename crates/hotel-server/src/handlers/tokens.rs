//! Tokens; for administrators.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use jiff::{SignedDuration, Timestamp};

use hotel_core::command::Command;
use hotel_core::command::people::TokenGrant;
use hotel_core::ids::{IdempotencyKey, TokenId};
use hotel_core::people::Role;
use hotel_core::wire::page::Page;
use hotel_core::wire::people::{TokenIssued, TokenRequest, TokenView};

use super::{submit, whole, write};
use crate::auth::{Caller, hash, secret};
use crate::engine::Answer;
use crate::extract::{Code, Nothing, Order, Write};
use crate::failure::{self, Failure};
use crate::state::App;

/// How many days a token opens the door when nobody says otherwise.
const DAYS: u16 = 90;

/// The most days a token may open the door: ten years.
const DAYS_MAX: u16 = 3_650;

/// Lists tokens, without their secrets.
#[utoipa::path(get, path = "/v1/tokens", tag = "users",
    responses((status = 200, description = "All of them.", body = Page<TokenView>)))]
pub(crate) async fn list(
    State(app): State<App>,
    caller: Caller,
) -> Result<Json<Page<TokenView>>, Failure> {
    caller.needs(Role::Admin)?;
    Ok(Json(whole(app.queries.tokens().await?)))
}

/// Issues a token, and tells its secret. A preview tells none.
#[utoipa::path(post, path = "/v1/tokens", tag = "users", request_body = TokenRequest,
    responses((status = 201, description = "The token with its secret.", body = TokenIssued)))]
pub(crate) async fn create(
    State(app): State<App>,
    Write { order, body }: Write<TokenRequest>,
) -> Result<Response, Failure> {
    let secret = secret_of(&app, &order);
    let grant = TokenGrant {
        expires_at: Some(expiry(app.clock.now(), body.days)?),
        secret_hash: hash(&secret),
        user: body.user,
    };
    with_secret(&submit(&app, order, Command::IssueToken(grant)).await?, secret)
}

/// Revokes a token.
#[utoipa::path(delete, path = "/v1/tokens/{token}", tag = "users",
    responses((status = 200, description = "The token.", body = TokenView)))]
pub(crate) async fn revoke(
    State(app): State<App>,
    Code(token): Code<TokenId>,
    Write { order, body: Nothing {} }: Write<Nothing>,
) -> Result<Response, Failure> {
    write(&app, order, Command::RevokeToken(token)).await
}

/// Derives the secret from the command's key, so that a repetition is told the same one.
fn secret_of(app: &App, order: &Order) -> String {
    let key = order.key.as_ref().map(IdempotencyKey::as_str);
    key.map(|key| secret(&app.token_key, order.caller.user.id, key)).unwrap_or_default()
}

fn expiry(now: Timestamp, days: Option<u16>) -> Result<Timestamp, Failure> {
    let days = days.unwrap_or(DAYS);
    if !(1..=DAYS_MAX).contains(&days) {
        let rule = format!("days: a token opens the door for 1 to {DAYS_MAX} days");
        return Err(Failure::new(failure::BODY, rule).field("days"));
    }
    let span = SignedDuration::from_hours(24 * i64::from(days));
    Ok(now.saturating_add(span).unwrap_or(Timestamp::MAX))
}

/// Puts the secret into the answer that the engine keeps without it.
fn with_secret(answer: &Answer, secret: String) -> Result<Response, Failure> {
    let Ok(token) = serde_json::from_str::<TokenView>(&answer.body) else {
        tracing::error!("the engine issued a token that can't be read");
        return Err(Failure::internal());
    };
    let issued = Json(TokenIssued { token, secret }).into_response();
    Ok(answer.with_body(issued))
}
