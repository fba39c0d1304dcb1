//! What every store writes in the same words.

use hotel_core::booking::{Booking, Channel};
use hotel_core::event::{BookingChange, Event, EventData, Fields};
use hotel_core::ids::{BookingCode, HotelCode};
use hotel_core::people::Role;
use std::borrow::Cow;
use std::collections::HashMap;

use super::{Batch, StoreError};

/// Turns what a parser says into what a row is.
pub(super) fn parsed<T, E>(what: &'static str, parsed: Result<T, E>) -> Result<T, StoreError>
where
    E: std::error::Error + Send + Sync + 'static,
{
    parsed.map_err(|error| StoreError::Row { what, source: Some(Box::new(error)) })
}

/// Returns the error of a row that can't be read.
pub(super) fn unreadable(what: &'static str) -> StoreError {
    StoreError::Row { what, source: None }
}

/// Writes a value as JSON.
pub(super) fn json<T: serde::Serialize>(value: &T) -> Result<String, StoreError> {
    parsed("value", serde_json::to_string(value))
}

/// Returns the name of a stream; '' is the house.
pub(super) fn stream_name(stream: Option<&HotelCode>) -> &str {
    stream.map_or("", HotelCode::as_str)
}

/// Reads a role.
pub(super) fn role_of(word: &str) -> Result<Role, StoreError> {
    match word {
        "agent" => Ok(Role::Agent),
        "manager" => Ok(Role::Manager),
        "admin" => Ok(Role::Admin),
        _ => Err(unreadable("role")),
    }
}

/// Reads a channel.
pub(super) fn channel_of(word: &str) -> Result<Channel, StoreError> {
    match word {
        "cli" => Ok(Channel::Cli),
        "tui" => Ok(Channel::Tui),
        "api" => Ok(Channel::Api),
        "house" => Ok(Channel::House),
        _ => Err(unreadable("channel")),
    }
}

/// Writes a channel.
pub(super) fn channel_word(channel: Channel) -> &'static str {
    match channel {
        Channel::Cli => "cli",
        Channel::Tui => "tui",
        Channel::Api => "api",
        Channel::House => "house",
    }
}

/// How the JSON of an event begins, and that of a booking never does.
const EVENT_BEGINS: &str = r#"{"what":"#;

/// Reads a booking, from its body or from the event that opened it.
pub(super) fn opened_or_body(text: &str) -> Result<Booking, StoreError> {
    /// The event that opened a booking.
    #[derive(serde::Deserialize)]
    struct Opening {
        opened: Booking,
    }
    if text.starts_with(EVENT_BEGINS) {
        return Ok(parsed("booking", serde_json::from_str::<Opening>(text))?.opened);
    }
    parsed("booking", serde_json::from_str(text))
}

/// Tells whether an event type passes a wanted one, which is exact or ends in `.`.
pub(super) fn is_kind(wanted: &str, kind: &str) -> bool {
    wanted == kind || (wanted.ends_with('.') && kind.starts_with(wanted))
}

/// New bookings as JSON.
pub(super) type OpenedJson<'a> = HashMap<BookingCode, Cow<'a, str>>;

/// Gathers the bookings that a batch opens, as JSON.
pub(super) fn opened_json<'a>(batch: &Batch<'a>) -> Result<OpenedJson<'a>, StoreError> {
    let bookings = batch.events.iter().filter_map(|event| event.data.as_booking()?.opened.as_ref());
    let written = |booking: &Booking| match batch.opened.get(&booking.code) {
        Some(opened) => Ok(Cow::Borrowed(opened.json.get())),
        None => json(booking).map(Cow::Owned),
    };
    bookings.map(|booking| Ok((booking.code, written(booking)?))).collect()
}

/// Writes what happened as JSON, around a new booking that is JSON already.
pub(super) fn data_json(event: &Event, opened: &OpenedJson<'_>) -> Result<String, StoreError> {
    let booking = event.booking.and_then(|code| opened.get(&code));
    match (&event.data, booking) {
        (EventData::Booking(change), Some(booking)) if change.opened.is_some() => {
            let around = BookingChange {
                opened: None,
                changed: Fields::default(),
                taken: change.taken.clone(),
                ..**change
            };
            let mut text = json(&EventData::Booking(Box::new(around)))?;
            text.truncate(text.len() - 1);
            text.push_str(",\"opened\":");
            text.push_str(booking);
            text.push('}');
            Ok(text)
        }
        (data, _) => json(data),
    }
}

/// Numbers of the bookings of a batch, each reckoned once.
pub(super) struct BookingNumbers<'a> {
    codes: &'a super::codes::Codes,
    known: HashMap<BookingCode, u64>,
}

impl<'a> BookingNumbers<'a> {
    /// Begins with those of the bookings that a batch has opened.
    pub(super) fn of_batch(codes: &'a super::codes::Codes, batch: &Batch<'_>) -> Self {
        let known = batch.opened.iter().map(|(code, opened)| (*code, opened.number));
        Self { codes, known: known.collect() }
    }

    /// Returns the number behind a code.
    pub(super) fn of(&mut self, code: BookingCode) -> u64 {
        *self.known.entry(code).or_insert_with(|| self.codes.number(code))
    }
}
