//! The event feed: a page as JSON, or a stream.

use axum::Json;
use axum::extract::State;
use axum::http::header::ACCEPT;
use axum::http::{HeaderMap, Version};
use axum::response::{IntoResponse as _, Response};

use hotel_core::ids::HotelCode;
use hotel_core::wire::event::{EventQuery, EventView};
use hotel_core::wire::page::{PAGE_MAX, Page};

use super::named::code_of;
use crate::auth::{Caller, Door};
use crate::extract::{Params, page_limit};
use crate::failure::{self, Failure};
use crate::sse::{Cursor, Start, cursor, read_cursor, stream};
use crate::state::App;
use crate::store::{EventBatch, EventFilter};

/// The most types one query may name; there are not so many.
const KINDS_MAX: usize = 40;

/// Lists events, oldest first; or follows them, with `Accept: text/event-stream`.
///
/// A stream's frames have the id `<epoch>-<position>`, the event type and an `EventView`; frames of
/// the type `checkpoint` only move the cursor, and one of the type `end` says that all before `until`
/// was told. Resume with `Last-Event-ID` or `after`; a cursor that the feed does not go on from is
/// refused (409 `cursor.epoch`) with the `epoch` and the `head` there are. A comment every 15 s shows that
/// a silent stream lives. Who takes nothing for 30 s loses the connection, and nothing else: up to 256
/// events or 1 MiB wait for a reader, and what follows them is read when they were taken.
#[utoipa::path(get, path = "/v1/events", tag = "events",
    params(EventQuery, ("Last-Event-ID" = Option<String>, Header,
        description = "Where a stream that broke off goes on.")),
    responses((status = 200, description = "A page of events, or a stream of them.", content(
        (Page<EventView> = "application/json"), (String = "text/event-stream")))))]
pub(crate) async fn list(
    State(door): State<Door>,
    caller: Caller,
    version: Version,
    headers: HeaderMap,
    Params(query): Params<EventQuery>,
) -> Result<Response, Failure> {
    let filter = filter(&door.app, &caller, &query).await?;
    if wants_stream(&headers) {
        let start = start(&door.app, &filter, &query, &headers).await?;
        return stream(door, (caller, version), filter, start);
    }
    page(&door.app, filter, &query).await.map(|page| Json(page).into_response())
}

async fn page(
    app: &App,
    filter: EventFilter,
    query: &EventQuery,
) -> Result<Page<EventView>, Failure> {
    let batch = if let Some(count) = query.last {
        app.queries.last_events(filter, last_limit(count)?).await?
    } else {
        let limit = page_limit(query.limit)?;
        app.queries.events(filter, position(app, query, None).await?, limit).await?
    };
    let more = query.last.is_none() && batch.scanned_to < app.queries.head().await?;
    Ok(Page {
        items: batch.events.iter().map(EventView::of).collect(),
        next: more.then(|| cursor(app.feed.epoch(), batch.scanned_to)),
    })
}

/// Returns where a stream begins; a reader that resumes goes on where it was.
async fn start(
    app: &App,
    filter: &EventFilter,
    query: &EventQuery,
    headers: &HeaderMap,
) -> Result<Start, Failure> {
    let resumed = headers.get("last-event-id").and_then(|id| id.to_str().ok());
    match query.last {
        Some(count) if resumed.is_none() => {
            let read = app.queries.last_events(filter.clone(), last_limit(count)?);
            let EventBatch { events, scanned_to } = read.await?;
            Ok(Start { after: scanned_to, first: events })
        }
        Some(_) | None => {
            Ok(Start { after: position(app, query, resumed).await?, first: Vec::new() })
        }
    }
}

/// Returns the position to read on after: the later of a cursor and a moment.
async fn position(app: &App, query: &EventQuery, resumed: Option<&str>) -> Result<u64, Failure> {
    let head = app.queries.head().await?;
    let given = resumed.or(query.after.as_deref());
    let after = match given.map(|text| read_cursor(text, app.feed.epoch(), head)).transpose()? {
        None => 0,
        Some(Cursor::After(position)) => position,
        Some(Cursor::Latest) => head,
    };
    match query.since {
        None => Ok(after),
        Some(since) => Ok(after.max(app.queries.position_before(since).await?)),
    }
}

fn last_limit(count: u32) -> Result<u32, Failure> {
    if count <= PAGE_MAX {
        return Ok(count);
    }
    Err(Failure::new(failure::QUERY, format!("last: at most {PAGE_MAX} events")).field("last"))
}

async fn filter(app: &App, caller: &Caller, query: &EventQuery) -> Result<EventFilter, Failure> {
    let hotels: Vec<HotelCode> = match query.hotel {
        Some(hotel) => vec![caller.reach(app, hotel)?.hotel.code],
        None => caller.scope(),
    };
    let kinds = kinds(query.kind.as_deref().unwrap_or_default())?;
    let booking = match query.booking {
        Some(name) => Some(code_of(app, &caller.user, name).await??),
        None => None,
    };
    Ok(EventFilter { kinds, hotels, booking, until: query.until })
}

/// Reads a list of types: `booking.*` becomes the prefix `booking.`.
fn kinds(text: &str) -> Result<Vec<String>, Failure> {
    let fault =
        |rule: &str| Err(Failure::new(failure::QUERY, format!("type: {rule}")).field("type"));
    let mut kinds = Vec::new();
    for kind in text.split(',').map(str::trim).filter(|kind| !kind.is_empty()) {
        let plain = kind.strip_suffix(".*").unwrap_or(kind);
        if !plain.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'_' | b'.')) {
            return fault("a type is as `booking.confirmed`, or `booking.*` for all that begin so");
        }
        kinds.push(kind.strip_suffix('*').unwrap_or(kind).to_owned());
    }
    if kinds.len() > KINDS_MAX { fault("too many types") } else { Ok(kinds) }
}

fn wants_stream(headers: &HeaderMap) -> bool {
    let accepted = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|one| one.trim().starts_with("text/event-stream"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_exact_or_begin_so() {
        assert_eq!(kinds("booking.*, rates.set").unwrap(), ["booking.", "rates.set"]);
        assert!(kinds("").unwrap().is_empty());
        for wrong in ["*", "book*", "Booking.*", "a%", &"a.b,".repeat(41)] {
            assert_eq!(kinds(wrong).unwrap_err().problem().field.as_deref(), Some("type"));
        }
    }
}
