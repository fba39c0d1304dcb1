//! What an event changed, in words: `stay Fri 5 Dec -> …`, field by field.

use std::fmt::Display;

use hotel_core::booking::Booking;
use hotel_core::calendar::NightRange;
use hotel_core::event::{BookingChange, Change, EventData, Fields};
use hotel_core::money::{Currency, Money};
use hotel_core::wire::event::EventView;

use super::words::{guarantee_word, rooms_words, state_word, stay_words};

/// Returns what an event changed, a part each, and since when its command had waited for the house.
pub(crate) fn changes_of(event: &EventView, currency: Option<Currency>) -> Vec<String> {
    let waited = event.enqueuedat.map(|at| format!("queued {}", at.strftime("%Y-%m-%dT%H:%M:%SZ")));
    data_changes(event, currency).into_iter().chain(waited).collect()
}

/// Returns what the data of an event tells; nothing that is known of a newer version's event.
fn data_changes(event: &EventView, currency: Option<Currency>) -> Vec<String> {
    let Ok(data) = serde_json::from_value::<EventData>(event.data.clone()) else {
        return Vec::new();
    };
    match data {
        EventData::Booking(change) => booking_changes(&change, currency),
        EventData::Rates(set) => {
            vec![format!("{} {} {}", set.rate_plan, set.room_type, nights_words(&set.nights))]
        }
        EventData::Inventory(set) => {
            vec![format!("{} {}", set.room_type, nights_words(&set.nights))]
        }
        EventData::RoomBlock(block) => {
            vec![format!("room {} {}", block.room, nights_words(&block.nights))]
        }
        EventData::Room(change) => change
            .new
            .or(change.old)
            .map(|room| format!("room {}", room.number))
            .into_iter()
            .collect(),
        EventData::RoomType(change) => {
            change.new.or(change.old).map(|kind| kind.code.to_string()).into_iter().collect()
        }
        EventData::RatePlan(change) => {
            change.new.or(change.old).map(|plan| plan.code.to_string()).into_iter().collect()
        }
        EventData::Guest(change) => vec![change.fields.join(", ")],
        EventData::User(change) => vec![format!("{}, {}", change.new.name, change.new.role)],
        EventData::Token(change) => vec![format!("of {}", change.user)],
        EventData::Hotel(_) => Vec::new(),
    }
}

/// Returns the currency of a booking, if an event tells it.
pub(crate) fn currency_of(event: &EventView) -> Option<Currency> {
    let text = event.data.get("opened")?.get("currency")?.as_str()?;
    text.parse().ok()
}

fn booking_changes(change: &BookingChange, currency: Option<Currency>) -> Vec<String> {
    let mut parts = match &change.opened {
        Some(booking) => opened(booking),
        None => fields(&change.changed, currency),
    };
    if change.requests_changed {
        parts.push("requests changed".to_owned());
    }
    if let Some(reason) = change.reason {
        let word = serde_json::to_value(reason).ok();
        let word = word.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
        parts.push(format!("reason {}", word.replace('_', " ")));
    }
    parts
}

fn opened(booking: &Booking) -> Vec<String> {
    vec![rooms_words(&booking.rooms), stay_words(booking.stay), booking.total().to_string()]
}

fn fields(changed: &Fields, currency: Option<Currency>) -> Vec<String> {
    let mut parts = Vec::new();
    let mut add = |part: Option<String>| parts.extend(part);
    // Minor units mean nothing without their currency.
    let amount = |name: &str, change: Option<Change<i64>>| match currency {
        Some(currency) => {
            words(name, change.as_ref(), |minor| Money::new(*minor, currency).to_string())
        }
        None => change.filter(|change| change.old != change.new).map(|_| format!("{name} changed")),
    };
    let total = changed
        .price
        .as_ref()
        .map(|change| Change { old: change.old.total_minor, new: change.new.total_minor });
    add(words("state", changed.state.as_ref(), |state| state_word(*state).to_owned()));
    add(words("stay", changed.stay.as_ref(), |stay| stay_words(*stay)));
    add(words("rooms", changed.rooms.as_ref(), |rooms| rooms_words(rooms)));
    add(words("rate", changed.terms.as_ref(), |terms| terms.rate_plan.to_string()));
    add(amount("total", total));
    add(amount("fees", changed.fee_minor.clone()));
    add(words("guarantee", changed.guarantee.as_ref(), |guarantee| {
        guarantee.map_or("none", guarantee_word).to_owned()
    }));
    add(words("guest", changed.guest.as_ref(), ToString::to_string));
    add(words("hold", changed.expires_at.as_ref(), |until| or_none(until.as_ref())));
    add(words("freed from", changed.freed_from.as_ref(), |night| or_none(night.as_ref())));
    parts
}

/// Returns a change as `name old -> new`; nothing if both read the same, as new nightly prices do.
fn words<T>(name: &str, change: Option<&Change<T>>, word: impl Fn(&T) -> String) -> Option<String> {
    let change = change?;
    let (old, new) = (word(&change.old), word(&change.new));
    (old != new).then(|| format!("{name} {old} -> {new}"))
}

fn or_none<T: Display>(value: Option<&T>) -> String {
    value.map_or_else(|| "none".to_owned(), T::to_string)
}

fn nights_words(nights: &NightRange) -> String {
    format!("{}..{}", nights.from, nights.to)
}

#[cfg(test)]
mod tests;
