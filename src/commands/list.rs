//! `hotel list`.

use hotel_core::booking::BookingState;
use hotel_core::ids::{GuestId, HotelCode};
use hotel_core::wire::booking::{BookingQuery, BookingRow};
use hotel_core::wire::page::PAGE_MAX;
use jiff::civil::Date;
use serde::Serialize;

use super::dates::resolve_at;
use super::words::{state_cell, stay_short};
use crate::cache::file::DataFile;
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::output::present::{Cell, Column, Listing, Present};
use crate::when::When;

const EXAMPLES: &str = "\
Examples:
  $ hotel list --hotel BER-ADLER --arrivals today
  $ hotel list --hotel BER-ADLER --in-house
  $ hotel list --name Novak --state confirmed
  $ hotel list --state held -o ids";

/// List bookings, newest first
///
/// Every condition narrows. Dates are read in the zone of the hotel named.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ListArgs {
    /// Only in this state, as in confirmed or `in_house`
    #[arg(long, value_name = "STATE", conflicts_with = "in_house")]
    state: Option<BookingState>,
    /// Only of this hotel
    #[arg(long, value_name = "HOTEL")]
    hotel: Option<HotelCode>,
    /// Only guests whose family name begins so
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Only of this guest
    #[arg(long, value_name = "ID")]
    guest_id: Option<GuestId>,
    /// Only arrivals of this day or these, as in today or fri..mon
    #[arg(long, value_name = "DATE")]
    arrivals: Option<When>,
    /// Only departures of this day or these
    #[arg(long, value_name = "DATE")]
    departures: Option<When>,
    /// Only guests who are in the house
    #[arg(long)]
    in_house: bool,
    #[command(flatten)]
    page: PageArgs,
    /// Exit with 3 if nothing is found
    #[arg(long)]
    fail_if_empty: bool,
}

/// Which part of a long list is wanted.
#[derive(clap::Args, Debug, Clone)]
#[command(next_help_heading = "Pages")]
pub(crate) struct PageArgs {
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = hotel_core::wire::page::PAGE)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=i64::from(PAGE_MAX)))]
    pub(crate) limit: u32,
    /// Go on where the last page ended
    #[arg(long, value_name = "CURSOR")]
    pub(crate) cursor: Option<String>,
    /// All pages
    #[arg(long, conflicts_with_all = ["limit", "cursor"])]
    pub(crate) all: bool,
}

/// What one list holds in memory: years of a large hotel.
const ROWS_MAX: usize = 100_000;

/// A booking as it is listed.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct ListedBooking(BookingRow);

impl Present for ListedBooking {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("code", "booking"),
            Column::code("state", "state"),
            Column::text("guest_name", "guest"),
            Column::code("hotel", "hotel"),
            Column::text("rooms", "rooms"),
            Column::text("stay", "stay"),
            Column::number("total", "total"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let row = &self.0;
        let dates = format!("{}..{}", row.stay.check_in(), row.stay.check_out());
        vec![
            Cell::text(row.code.to_string()),
            state_cell(row.state, row.due),
            Cell::text(&row.guest_name),
            Cell::text(row.hotel.as_str()),
            Cell::text(&row.rooms),
            Cell::text(stay_short(row.stay)).machine(dates),
            Cell::text(row.total.to_string()),
        ]
    }

    fn id(&self) -> String {
        self.0.code.to_string()
    }

    fn optional_fields() -> &'static [&'static str] {
        &["due"]
    }
}

/// Lists bookings.
pub(crate) async fn run(ctx: &Context, args: ListArgs) -> Result<(), CliError> {
    let hotel = match args.hotel {
        Some(hotel) => Some(hotel),
        None => ctx.usual_hotel()?,
    };
    let arrivals = days(ctx, hotel, args.arrivals.as_ref()).await?;
    let departures = days(ctx, hotel, args.departures.as_ref()).await?;
    let state = if args.in_house { Some(BookingState::InHouse) } else { args.state };
    let query = BookingQuery {
        hotel,
        state,
        name: args.name,
        guest: args.guest_id,
        arrive_from: arrivals.map(|(from, _)| from),
        arrive_before: arrivals.map(|(_, before)| before),
        depart_from: departures.map(|(from, _)| from),
        depart_before: departures.map(|(_, before)| before),
        cursor: None,
        limit: None,
    };
    list(ctx, query, &args.page, args.fail_if_empty).await
}

/// Lists the bookings of a query, a page or all of them.
pub(crate) async fn list(
    ctx: &Context,
    query: BookingQuery,
    page: &PageArgs,
    fail_if_empty: bool,
) -> Result<(), CliError> {
    let mut query = BookingQuery {
        cursor: page.cursor.clone(),
        limit: Some(if page.all { PAGE_MAX } else { page.limit }),
        ..query
    };
    let mut rows = Vec::new();
    loop {
        let answer = ctx.api()?.bookings(&query).await?;
        rows.extend(answer.items.into_iter().map(ListedBooking));
        query.cursor = answer.next;
        if !page.all || query.cursor.is_none() || rows.len() >= ROWS_MAX {
            break;
        }
    }
    let is_empty = rows.is_empty();
    tell_waiting(ctx);
    ctx.out.listing(&Listing::of(&rows)?.next_cursor(query.cursor).empty("no bookings"))?;
    if is_empty && fail_if_empty {
        return Err(CliError::of(codes::LIST_EMPTY, "there are no such bookings"));
    }
    Ok(())
}

/// Says that the list may be changed by what waits.
fn tell_waiting(ctx: &Context) {
    if !DataFile::is_there(&ctx.data_folder()) {
        return;
    }
    // A journal that can't be read is told of by whoever needs it.
    let Ok(counts) = ctx.journal().and_then(|journal| journal.counts()) else { return };
    let waiting = counts.waiting + counts.held + counts.conflicts;
    if waiting > 0 {
        ctx.out
            .status(format!("~ {waiting} changes wait and are not in this list: hotel queue ls"));
    }
}

async fn days(
    ctx: &Context,
    hotel: Option<HotelCode>,
    when: Option<&When>,
) -> Result<Option<(Date, Date)>, CliError> {
    match when {
        Some(when) => resolve_at(ctx, hotel, |today| when.resolve_range(today)).await.map(Some),
        None => Ok(None),
    }
}
