//! `hotel events trigger`.

use hotel_core::booking::BookingState;
use hotel_core::verb::BookingVerb;
use hotel_core::wire::event::EventView;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use serde_json::{Value, json};
use uuid::Uuid;

use super::resend::send_once;
use super::target_args::TargetArgs;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel events trigger booking.confirmed --forward-to http://127.0.0.1:8080/hooks
  $ hotel events trigger booking.cancelled --forward-to http://127.0.0.1:8080/hooks -o jsonl";

/// What the types of a booking's events begin with.
const OF_BOOKINGS: &str = "booking.";

/// Send a made-up event to a target, to try it out
///
/// It is signed like any other. Its hotel is EXAMPLE, its source /example, and its place in the feed 0,
/// which no event of a house has.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct TriggerArgs {
    /// The type, as in booking.confirmed
    #[arg(value_name = "TYPE", value_parser = parse_verb)]
    verb: BookingVerb,
    #[command(flatten)]
    target: TargetArgs,
}

fn parse_verb(text: &str) -> Result<BookingVerb, String> {
    let verb = text.strip_prefix(OF_BOOKINGS).map(Value::from);
    let verb = verb.and_then(|word| serde_json::from_value(word).ok());
    verb.ok_or_else(|| format!("`{text}` is no type of a booking's event, as booking.confirmed is"))
}

/// Sends a made-up event.
pub(crate) async fn run(ctx: &Context, args: TriggerArgs) -> Result<(), CliError> {
    let courier = args.target.required()?;
    let event = serde_json::from_value(made_up(args.verb, ctx.now()))
        .map_err(|error| CliError::internal("an event can't be made up").why(error.to_string()))?;
    let event: EventView = event;
    send_once(ctx, &courier, event).await
}

fn made_up(verb: BookingVerb, now: Timestamp) -> Value {
    let today = now.to_zoned(TimeZone::UTC).date();
    let change = match first_state(verb) {
        Some(state) => json!({ "version": 1, "opened": booking(state, now) }),
        None => json!({ "version": 2, "changed": changed(verb) }),
    };
    let mut data = json!({ "what": "booking", "verb": verb, "business_date": today });
    if let (Some(data), Value::Object(change)) = (data.as_object_mut(), change) {
        data.extend(change);
    }
    json!({
        "specversion": "1.0", "id": Uuid::now_v7(), "source": "/example",
        "type": verb.event_type(), "subject": CODE, "time": now,
        "datacontenttype": "application/json", "schemaversion": 1, "hotel": "EXAMPLE",
        "sequence": 0, "position": 0, "actor": "example", "channel": "cli",
        "correlationid": Uuid::now_v7(), "causationid": Uuid::now_v7(), "data": data,
    })
}

/// A code that no house has given out: its number would be far beyond the first.
const CODE: &str = "7F3K2QXD";

/// Returns the state of a booking that begins with a step; none if it was there before.
fn first_state(verb: BookingVerb) -> Option<BookingState> {
    match verb {
        BookingVerb::Waitlisted => Some(BookingState::Waitlisted),
        BookingVerb::Held => Some(BookingState::Held),
        BookingVerb::Requested => Some(BookingState::Requested),
        BookingVerb::Confirmed
        | BookingVerb::Declined
        | BookingVerb::Released
        | BookingVerb::Expired
        | BookingVerb::Amended
        | BookingVerb::Split
        | BookingVerb::Cancelled
        | BookingVerb::RoomAssigned
        | BookingVerb::RoomMoved
        | BookingVerb::CheckedIn
        | BookingVerb::CheckedOut
        | BookingVerb::NoShow
        | BookingVerb::Reverted => None,
    }
}

/// Returns what a step changes, as far as that is the state.
fn changed(verb: BookingVerb) -> Value {
    let state =
        |old: BookingState, new: BookingState| json!({ "state": { "old": old, "new": new } });
    match verb {
        BookingVerb::Confirmed => state(BookingState::Requested, BookingState::Confirmed),
        BookingVerb::Declined => state(BookingState::Requested, BookingState::Declined),
        BookingVerb::Released => state(BookingState::Held, BookingState::Released),
        BookingVerb::Expired => state(BookingState::Held, BookingState::Expired),
        BookingVerb::Cancelled => state(BookingState::Confirmed, BookingState::Cancelled),
        BookingVerb::CheckedIn => state(BookingState::Confirmed, BookingState::InHouse),
        BookingVerb::CheckedOut => state(BookingState::InHouse, BookingState::CheckedOut),
        BookingVerb::NoShow => state(BookingState::Confirmed, BookingState::NoShow),
        BookingVerb::Reverted => state(BookingState::Cancelled, BookingState::Confirmed),
        BookingVerb::Waitlisted
        | BookingVerb::Held
        | BookingVerb::Requested
        | BookingVerb::Amended
        | BookingVerb::Split
        | BookingVerb::RoomAssigned
        | BookingVerb::RoomMoved => json!({}),
    }
}

/// Returns a booking of two nights in thirty days.
fn booking(state: BookingState, now: Timestamp) -> Value {
    let today = now.to_zoned(TimeZone::UTC).date();
    let (check_in, check_out) = (today.saturating_add(30.days()), today.saturating_add(32.days()));
    let mut booking = json!({
        "code": CODE, "hotel": "EXAMPLE", "version": 1, "state": state,
        "stay": { "check_in": check_in, "check_out": check_out },
        "rooms": [{ "room_type": "STD", "occupancy": { "adults": 2, "children": 0 },
            "nights": [12_900, 12_900] }],
        "currency": "EUR", "price": { "rooms_minor": 25_800, "total_minor": 25_800, "taxes": [] },
        "fee_minor": 0,
        "terms": { "rate_plan": "BAR", "payment": "at_hotel", "policy": { "tiers": [] } },
        "guest": Uuid::nil(), "channel": "cli", "agent": "example", "created_at": now,
    });
    if state == BookingState::Held {
        booking["expires_at"] = json!(now.saturating_add(30.minutes()).unwrap_or(now));
    }
    booking
}

#[cfg(test)]
mod tests {
    use hotel_core::event::EventData;

    use super::*;

    #[test]
    fn every_step_of_a_booking_can_be_made_up_and_read() {
        let now = Timestamp::from_second(1_900_000_000).unwrap();
        for word in [
            "waitlisted",
            "held",
            "requested",
            "confirmed",
            "declined",
            "released",
            "expired",
            "amended",
            "split",
            "cancelled",
            "room_assigned",
            "room_moved",
            "checked_in",
            "checked_out",
            "no_show",
            "reverted",
        ] {
            let verb = parse_verb(&format!("booking.{word}")).unwrap();
            let event: EventView = serde_json::from_value(made_up(verb, now)).unwrap();
            assert_eq!(event.kind, format!("booking.{word}"));
            let data: EventData = serde_json::from_value(event.data).unwrap();
            assert_eq!(data.event_type(), event.kind);
        }
        for text in ["booking.", "booking.made", "confirmed", "rates.set"] {
            assert!(parse_verb(text).is_err(), "{text}");
        }
    }
}
