//! Where what needs the agent is found: lists of the house, its inventory, and the journal.

use std::collections::BTreeMap;

use futures_util::future::join_all;
use hotel_core::booking::BookingState;
use hotel_core::command::booking::RoomRequests;
use hotel_core::command::people::GuestRef;
use hotel_core::ids::HotelCode;
use hotel_core::stay::StayDates;
use hotel_core::wire::booking::{BookBody, BookingQuery, BookingRow, BookingView};
use hotel_core::wire::hotel::NightsQuery;
use hotel_core::wire::page::PAGE_MAX;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::needs::{Moment, Need, Reason, can_be_had, of_booking, rooms_short};
use super::row::Todo;
use crate::api::Client;
use crate::api::catalogue::HotelsQuery;
use crate::cache::file::DataFile;
use crate::cache::journal::{Operation, State};
use crate::context::Context;
use crate::error::CliError;
use crate::error::category::Category;

/// Bookings of one state at most: more than one agent works off in a day.
const BOOKINGS_MAX: usize = 1_000;

/// Hotels whose nights are looked through when none is named: a question each.
const HOTELS_MAX: u32 = 20;

/// How many nights ahead a hotel is looked through for more guests than rooms.
const NIGHTS_AHEAD: i32 = 7;

/// As many nights as the house shows at once.
const NIGHTS_SHOWN_MAX: i32 = 366;

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    /// Why; without it, all.
    pub(super) reason: Option<Reason>,
    /// Where; without it, everywhere.
    pub(super) hotel: Option<HotelCode>,
    /// As of when.
    pub(super) moment: Moment,
    /// The last day that it is today somewhere.
    pub(super) today: Date,
}

impl Asked {
    fn wants(&self, reasons: &[Reason]) -> bool {
        self.reason.is_none_or(|reason| reasons.contains(&reason))
    }

    fn query(&self, state: BookingState) -> BookingQuery {
        BookingQuery {
            hotel: self.hotel,
            state: Some(state),
            limit: Some(PAGE_MAX),
            ..BookingQuery::default()
        }
    }
}

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// What needs the agent.
    pub(super) todo: Vec<Todo>,
    /// Why some of it could not be looked at.
    pub(super) missing: Option<CliError>,
    /// How many questions were answered.
    pub(super) answered: usize,
    /// Whether there is more than is told.
    pub(super) has_more: bool,
}

impl Found {
    /// Adds what was found elsewhere.
    fn add(&mut self, more: Self) {
        self.todo.extend(more.todo);
        self.missing = self.missing.take().or(more.missing);
        self.answered += more.answered;
        self.has_more |= more.has_more;
    }

    /// Takes an answer; a house that can't be asked leaves a gap, and every other failure is one.
    fn take<T>(&mut self, answer: Result<T, CliError>) -> Result<Option<T>, CliError> {
        match answer {
            Ok(answer) => {
                self.answered += 1;
                Ok(Some(answer))
            }
            Err(error) if error.category == Category::Unavailable => {
                self.missing = Some(error);
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }
}

/// Looks for what needs the agent.
pub(super) async fn look(ctx: &Context, asked: &Asked) -> Result<Found, CliError> {
    let mut found = Found::default();
    if asked.wants(&[Reason::Conflict]) {
        found.todo.extend(conflicts(ctx, asked)?);
        found.answered += 1;
    }
    if asked.reason == Some(Reason::Conflict) {
        return Ok(found);
    }
    let api = ctx.api()?;
    // All at once: where nobody answers, each of them waits for that.
    let listed = join_all(queries(asked).into_iter().map(|query| listed(api, asked, query)));
    let (listed, waiting, overbooked) =
        tokio::join!(listed, waiting(api, asked), overbooked(api, asked));
    for more in listed.into_iter().chain([waiting, overbooked]) {
        found.add(more?);
    }
    found.todo.sort_by(|one, other| {
        let key = |todo: &Todo| {
            (todo.reason, todo.until, todo.stay.map(|stay| stay.check_in()), todo.since)
        };
        key(one).cmp(&key(other)).then_with(|| one.booking.cmp(&other.booking))
    });
    Ok(found)
}

/// Returns the questions whose answers tell by themselves what a booking needs.
fn queries(asked: &Asked) -> Vec<BookingQuery> {
    let next = |day: Date| day.checked_add(1.day()).unwrap_or(day);
    let mut queries = Vec::new();
    if asked.wants(&[Reason::Hold]) {
        queries.push(asked.query(BookingState::Held));
    }
    if asked.wants(&[Reason::NoShow, Reason::Unassigned, Reason::DueIn]) {
        queries.push(BookingQuery {
            arrive_from: asked.moment.day,
            arrive_before: Some(next(asked.moment.day.unwrap_or(asked.today))),
            ..asked.query(BookingState::Confirmed)
        });
    }
    if asked.wants(&[Reason::Overstay, Reason::DueOut]) {
        queries.push(BookingQuery {
            depart_from: asked.moment.day,
            depart_before: Some(next(asked.moment.day.unwrap_or(asked.today))),
            ..asked.query(BookingState::InHouse)
        });
    }
    if asked.wants(&[Reason::Requested]) {
        queries.push(BookingQuery {
            arrive_from: asked.moment.day,
            arrive_before: asked.moment.day.map(next),
            ..asked.query(BookingState::Requested)
        });
    }
    queries
}

/// Finds bookings that need something by their state and what is due.
async fn listed(api: &Client, asked: &Asked, query: BookingQuery) -> Result<Found, CliError> {
    let mut found = Found::default();
    for row in rows(api, query, &mut found).await? {
        let need = of_booking(&row, asked.moment).filter(|need| asked.wants(&[need.reason]));
        found.todo.extend(need.map(|need| of_row(&row, &need)));
    }
    Ok(found)
}

async fn rows(
    api: &Client,
    mut query: BookingQuery,
    found: &mut Found,
) -> Result<Vec<BookingRow>, CliError> {
    let mut rows = Vec::new();
    while let Some(page) = found.take(api.bookings(&query).await)? {
        rows.extend(page.items);
        query.cursor = page.next;
        if query.cursor.is_none() {
            break;
        }
        if rows.len() >= BOOKINGS_MAX {
            found.has_more = true;
            break;
        }
    }
    Ok(rows)
}

fn of_row(row: &BookingRow, need: &Need) -> Todo {
    Todo {
        booking: Some(row.code.to_string()),
        hotel: Some(row.hotel),
        guest: Some(row.guest_name.clone()),
        stay: Some(row.stay),
        rooms: row.rooms.clone(),
        since: need.since,
        until: need.until,
        ..Todo::of(need.reason, what(need.reason, &row.code.to_string()))
    }
}

/// Returns what to do about a booking.
fn what(reason: Reason, code: &str) -> String {
    match reason {
        Reason::Hold => format!("sell it or give it up: hotel book {code}"),
        Reason::NoShow => format!("nobody came: hotel no-show {code}"),
        Reason::Unassigned => format!("give it a room: hotel assign {code} ROOM"),
        Reason::DueIn => format!("check the guests in: hotel check-in {code}"),
        Reason::Overstay => format!("they should have left: hotel check-out {code}"),
        Reason::DueOut => format!("check the guests out: hotel check-out {code}"),
        Reason::Requested => format!("get the hotel's word: hotel confirm {code}"),
        Reason::Waitlist => format!("a room can be had: hotel waitlist offer {code}"),
        Reason::Conflict | Reason::Overbooked => String::new(),
    }
}

/// Finds who waits for a room that can be had: a question for each hotel.
async fn waiting(api: &Client, asked: &Asked) -> Result<Found, CliError> {
    let mut found = Found::default();
    if !asked.wants(&[Reason::Waitlist]) {
        return Ok(found);
    }
    let mut by_hotel: BTreeMap<HotelCode, Vec<BookingRow>> = BTreeMap::new();
    for row in rows(api, asked.query(BookingState::Waitlisted), &mut found).await? {
        if asked.moment.day.is_none_or(|day| day == row.stay.check_in()) {
            by_hotel.entry(row.hotel).or_default().push(row);
        }
    }
    for (hotel, rows) in by_hotel {
        let first = rows.iter().map(|row| row.stay.check_in()).min();
        let last = rows.iter().map(|row| row.stay.check_out()).max();
        let (Some(first), Some(last)) = (first, last) else { continue };
        // Who waits for a stay beyond that waits for a while yet.
        let to = first.checked_add(NIGHTS_SHOWN_MAX.days()).map_or(last, |end| end.min(last));
        let query = NightsQuery { from: Some(first), to: Some(to), ..NightsQuery::default() };
        let Some(page) = found.take(api.inventory(hotel, &query).await)? else { continue };
        for row in rows.iter().filter(|row| can_be_had(row, &page.items)) {
            let since = Some(row.created_at);
            found.todo.push(of_row(row, &Need { reason: Reason::Waitlist, since, until: None }));
        }
    }
    Ok(found)
}

/// Finds nights with more guests than rooms.
async fn overbooked(api: &Client, asked: &Asked) -> Result<Found, CliError> {
    let mut found = Found::default();
    if !asked.wants(&[Reason::Overbooked]) {
        return Ok(found);
    }
    let hotels = if let Some(hotel) = asked.hotel {
        vec![hotel]
    } else {
        let query = HotelsQuery { limit: Some(HOTELS_MAX), ..HotelsQuery::default() };
        let Some(page) = found.take(api.hotels(&query).await)? else { return Ok(found) };
        found.has_more |= page.next.is_some();
        page.items.iter().map(|hotel| hotel.code).collect()
    };
    let from = asked.moment.day;
    for hotel in hotels {
        // Without a first night it is the business date of the hotel, and a fortnight from there.
        let to = from.and_then(|day| day.checked_add(1.day()).ok());
        let query = NightsQuery { from, to, ..NightsQuery::default() };
        let Some(page) = found.take(api.inventory(hotel, &query).await)? else { continue };
        let first = page.items.iter().map(|night| night.date).min();
        let last = first.and_then(|first| first.checked_add(NIGHTS_AHEAD.days()).ok());
        for night in page.items.iter().filter(|night| last.is_none_or(|last| night.date <= last)) {
            let Some(short) = rooms_short(night) else { continue };
            let kind = night.room_type;
            let what = format!("{short} {kind} more are taken than stand ready: move some guests");
            let stay = night.date.tomorrow().ok();
            found.todo.push(Todo {
                hotel: Some(hotel),
                stay: stay.and_then(|next| StayDates::new(night.date, next).ok()),
                rooms: format!("{short} {kind}"),
                ..Todo::of(Reason::Overbooked, what)
            });
        }
    }
    Ok(found)
}

/// Finds changes of the queue that wait for the agent's word.
fn conflicts(ctx: &Context, asked: &Asked) -> Result<Vec<Todo>, CliError> {
    if !DataFile::is_there(&ctx.data_folder()) {
        return Ok(Vec::new());
    }
    let open = ctx.journal()?.open_operations()?;
    let is_meant = |todo: &Todo| {
        let is_here = asked.hotel.is_none() || todo.hotel.is_none() || todo.hotel == asked.hotel;
        let day = todo.stay.map(|stay| stay.check_in());
        is_here && asked.moment.day.is_none_or(|meant| day.is_none_or(|day| day == meant))
    };
    let conflicts = open.iter().filter(|operation| operation.state == State::Conflict);
    Ok(conflicts.map(of_operation).filter(is_meant).collect())
}

fn of_operation(operation: &Operation) -> Todo {
    let new = &operation.entered;
    let booking = operation.booking.or(new.request.errand().booking).map(|code| code.to_string());
    let note = operation.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
    let mut todo = Todo {
        booking: booking.or_else(|| new.provisional.map(|code| code.to_string())),
        op: Some(operation.seq),
        since: Some(operation.entered_at),
        ..Todo::of(Reason::Conflict, format!("decide it: hotel queue show {}{note}", operation.seq))
    };
    if let Ok(body) = serde_json::from_slice::<BookBody>(&new.request.body) {
        (todo.hotel, todo.stay) = (body.hotel, body.stay);
        if let GuestRef::New(guest) = &body.guest {
            todo.guest = Some(format!("{}, {}", guest.family, guest.given));
        }
        let kinds = body.rooms.iter().flat_map(RoomRequests::as_slice);
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        kinds.for_each(|room| *counts.entry(room.room_type.to_string()).or_default() += 1);
        let words: Vec<String> =
            counts.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
        todo.rooms = words.join(", ");
    } else if let Some(view) = base_of(operation) {
        let guest = &view.guest_details;
        (todo.hotel, todo.stay) = (Some(view.booking.hotel), Some(view.booking.stay));
        todo.guest = Some(format!("{}, {}", guest.family, guest.given));
        todo.rooms = crate::commands::words::rooms_words(&view.booking.rooms);
    }
    todo
}

/// Returns the booking as the agent saw it.
fn base_of(operation: &Operation) -> Option<BookingView> {
    serde_json::from_slice(operation.entered.base.as_ref()?).ok()
}
