//! Events as they travel: `CloudEvents` 1.0 in JSON.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::booking::Channel;
use crate::event::{Event, SCHEMA_VERSION};
use crate::ids::provisional::BookingRef;
use crate::ids::{BookingCode, EventId, HotelCode};

/// An event as it travels.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct EventView {
    /// `1.0`.
    pub specversion: String,
    /// The event's id.
    pub id: EventId,
    /// `/hotels/BER-ADLER`, or `/house`.
    pub source: String,
    /// The event type, as `booking.confirmed`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The booking it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<BookingCode>,
    /// When it happened.
    #[schema(value_type = String, format = DateTime)]
    pub time: Timestamp,
    /// When it was written down, where that is not when it happened: imported history.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub recordedtime: Option<Timestamp>,
    /// When its command began to wait for the house, where a client had to keep it: by the client's
    /// own clock, and so evidence alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub enqueuedat: Option<Timestamp>,
    /// `application/json`.
    pub datacontenttype: String,
    /// The version of the data.
    pub schemaversion: u16,
    /// The hotel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hotel: Option<HotelCode>,
    /// Its place among the hotel's events: 1, 2, 3 … without a gap.
    pub sequence: u64,
    /// Its place in the feed; the cursor to resume after it.
    pub position: u64,
    /// Who did it.
    pub actor: String,
    /// Through which door.
    pub channel: Channel,
    /// One id for everything that follows from one request.
    pub correlationid: String,
    /// The command that caused it.
    pub causationid: String,
    /// What happened.
    pub data: Value,
}

impl EventView {
    /// Returns an event as it travels.
    pub fn of(event: &Event) -> Self {
        Self {
            specversion: "1.0".to_owned(),
            id: event.id,
            source: event
                .hotel
                .map_or_else(|| "/house".to_owned(), |hotel| format!("/hotels/{hotel}")),
            kind: event.data.event_type().to_owned(),
            subject: event.booking,
            time: event.occurred_at,
            recordedtime: (event.recorded_at != event.occurred_at).then_some(event.recorded_at),
            enqueuedat: event.enqueued_at,
            datacontenttype: "application/json".to_owned(),
            schemaversion: SCHEMA_VERSION,
            hotel: event.hotel,
            sequence: event.sequence,
            position: event.position,
            actor: event.actor.to_string(),
            channel: event.channel,
            correlationid: event.correlation.to_string(),
            causationid: event.causation.to_string(),
            data: serde_json::to_value(&event.data).unwrap_or_default(),
        }
    }
}

/// Which events to list or to follow; every condition narrows.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct EventQuery {
    /// Types, comma-separated; `booking.*` means all that begin so.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Of one hotel.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub hotel: Option<HotelCode>,
    /// About one booking.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub booking: Option<BookingRef>,
    /// Only those after this position of the feed; `latest` starts now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Only those written down at or after this moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub since: Option<Timestamp>,
    /// Only those written down before this moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub until: Option<Timestamp>,
    /// The newest of them, oldest first, instead of the oldest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<u32>,
    /// How many at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}
