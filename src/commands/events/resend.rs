//! `hotel events resend`.

use hotel_core::ids::EventId;
use hotel_core::wire::event::{EventQuery, EventView};
use jiff::{SignedDuration, Timestamp};

use super::Currencies;
use super::target_args::{TargetArgs, sealed};
use crate::api::Client;
use crate::api::feed::CURSOR_EPOCH;
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::webhooks::courier::{Courier, Reply};

const EXAMPLES: &str = "\
Examples:
  $ hotel events resend 12 --forward-to http://127.0.0.1:8080/hooks
By its id, as in the `webhook-id` of a delivery:
  hotel events resend 01936f0e-7b1c-7a3e-9d2f-1f0c5a6b7c8d --forward-to https://pms.example.com/hooks";

/// How long before an event was written down its id was made, at most, and how far the clocks of a house's
/// machines may be apart.
const ID_SLACK: SignedDuration = SignedDuration::from_secs(60);

/// Events of a minute of the busiest house, a page each.
const PAGES_MAX: usize = 1_000;

/// Send one event of the past to a target, once
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ResendArgs {
    /// The event, by its position in the feed or by its id
    #[arg(value_name = "EVENT")]
    event: Named,
    #[command(flatten)]
    target: TargetArgs,
}

/// An event, as somebody names it.
#[derive(Debug, Clone, Copy)]
enum Named {
    Position(u64),
    Id(EventId),
}

impl std::str::FromStr for Named {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let position = text.parse().map(Self::Position);
        let id = text.parse().map(Self::Id);
        position.or(id).map_err(|_| format!("`{text}` is no position and no id of an event"))
    }
}

/// Sends an event.
pub(crate) async fn run(ctx: &Context, args: ResendArgs) -> Result<(), CliError> {
    let courier = args.target.required()?;
    let event = find(ctx.api()?, args.event).await?;
    send_once(ctx, &courier, event).await
}

/// Sends an event once, and writes it if it was taken.
pub(super) async fn send_once(
    ctx: &Context,
    courier: &Courier,
    event: EventView,
) -> Result<(), CliError> {
    match courier.send(&sealed(&event)?, ctx.now()).await {
        Reply::Taken => ctx.out.stream().push(&Currencies::default().row(event)),
        Reply::Gone => Err(refused(courier, "410 Gone")),
        Reply::Refused { why, .. } => Err(refused(courier, &why)),
    }
}

fn refused(courier: &Courier, why: &str) -> CliError {
    let message = format!("{} did not take the event", courier.target());
    CliError::of(codes::TARGET_REFUSED, message).why(why).retryable(None)
}

async fn find(api: &Client, named: Named) -> Result<EventView, CliError> {
    match named {
        Named::Position(position) => {
            let after = position.saturating_sub(1).to_string();
            let query = EventQuery { after: Some(after), limit: Some(1), ..EventQuery::default() };
            let found = match api.events(&query).await {
                // The feed does not reach that far.
                Err(refused) if refused.code == CURSOR_EPOCH => None,
                page => page?.items.into_iter().next(),
            };
            found.filter(|event| event.position == position).ok_or_else(|| unknown(named))
        }
        Named::Id(id) => by_id(api, id).await?.ok_or_else(|| unknown(named)),
    }
}

fn unknown(named: Named) -> CliError {
    let what = match named {
        Named::Position(position) => format!("at position {position}"),
        Named::Id(id) => format!("with the id {id}"),
    };
    CliError::of(codes::EVENT_UNKNOWN, format!("there is no event {what}"))
        .field("EVENT")
        .hint("hotel events list")
}

/// Looks an event up by its id, which tells when it was made.
async fn by_id(api: &Client, id: EventId) -> Result<Option<EventView>, CliError> {
    let Some((seconds, _)) = id.0.get_timestamp().map(|made| made.to_unix()) else {
        return Ok(None);
    };
    let made = i64::try_from(seconds).ok().and_then(|made| Timestamp::from_second(made).ok());
    let Some(made) = made else { return Ok(None) };
    let around = |slack| made.checked_add(slack).ok();
    let mut query =
        EventQuery { since: around(-ID_SLACK), until: around(ID_SLACK), ..EventQuery::default() };
    query.limit = Some(hotel_core::wire::page::PAGE_MAX);
    for _ in 0..PAGES_MAX {
        let page = api.events(&query).await?;
        if let Some(found) = page.items.into_iter().find(|event| event.id == id) {
            return Ok(Some(found));
        }
        match page.next {
            Some(next) => query.after = Some(next),
            None => return Ok(None),
        }
    }
    Ok(None)
}
