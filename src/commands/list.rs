//! `hotel list`.

use hotel_core::booking::BookingState;
use hotel_core::ids::provisional::BookingRef;
use hotel_core::ids::{GuestId, HotelCode};
use hotel_core::wire::booking::{BookingQuery, BookingRow, BookingView};
use hotel_core::wire::page::PAGE_MAX;
use jiff::civil::Date;

use super::dates::resolve_at;
use super::words::{state_cell, stay_short};
use crate::cache::file::DataFile;
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::output::present::{Cell, Column, Listing, Present};
use crate::output::style::Glyph;
use crate::pending::{Listed, Pending};
use crate::when::When;

const EXAMPLES: &str = "\
Examples:
  $ hotel list --hotel BER-ADLER --arrivals today
  $ hotel list --hotel BER-ADLER --in-house
  $ hotel list --name Novak --state confirmed
  $ hotel list --state held -o ids
  $ hotel list --hotel BER-ADLER --no-pending";

/// List bookings, newest first
///
/// Every condition narrows. Dates are read in the zone of the hotel named. What waits in the queue is
/// listed as if it were done, with a `~`.
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
    /// Only what the house knows, without what waits in the queue
    #[arg(long)]
    pub(crate) no_pending: bool,
}

/// What one list holds in memory: years of a large hotel.
const ROWS_MAX: usize = 100_000;

impl Present for Listed {
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
        let dates = format!("{}..{}", self.stay.check_in(), self.stay.check_out());
        let total = match (self.total, self.price_max) {
            (Some(total), _) => Cell::text(total.to_string()),
            (None, Some(most)) => Cell::text(format!("at most {most}")).machine(""),
            (None, None) => Cell::text("?").machine(""),
        };
        vec![
            code_cell(self),
            state_cell(self.state, self.due),
            Cell::text(&self.guest_name),
            Cell::text(self.hotel.as_str()),
            Cell::text(&self.rooms),
            Cell::text(stay_short(self.stay)).machine(dates),
            total,
        ]
    }

    fn id(&self) -> String {
        self.code.clone()
    }

    fn optional_fields() -> &'static [&'static str] {
        &["due", "unassigned", "expires_at", "price_max", "pending", "op"]
    }
}

/// Returns the code with the sign of what waits; a provisional code begins with it.
fn code_cell(row: &Listed) -> Cell {
    if row.is_conflict {
        Cell::status(Glyph::Warning, &row.code).machine(&row.code)
    } else if row.pending && !row.code.starts_with('~') {
        Cell::status(Glyph::Pending, &row.code).machine(&row.code)
    } else {
        Cell::text(&row.code)
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

/// Lists the bookings of a query, a page or all of them, and over them what waits.
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
        rows.extend(answer.items);
        query.cursor = answer.next;
        if !page.all || query.cursor.is_none() || rows.len() >= ROWS_MAX {
            break;
        }
    }
    let rows = with_pending(ctx, rows, &query, page)?;
    let is_empty = rows.is_empty();
    ctx.out.listing(&Listing::of(&rows)?.next_cursor(query.cursor).empty("no bookings"))?;
    if is_empty && fail_if_empty {
        return Err(CliError::of(codes::LIST_EMPTY, "there are no such bookings"));
    }
    Ok(())
}

/// Lays what waits over the rows of a list, and puts before them what the house does not know.
fn with_pending(
    ctx: &Context,
    rows: Vec<BookingRow>,
    query: &BookingQuery,
    page: &PageArgs,
) -> Result<Vec<Listed>, CliError> {
    let pending = if page.no_pending { Pending::default() } else { pending(ctx) };
    let listed = pending.over(rows);
    if page.cursor.is_some() {
        // What the house does not know stood on the first page.
        return Ok(listed);
    }
    let api = ctx.api()?;
    let seen = |booking: BookingRef| {
        let path = format!("/v1/bookings/{booking}");
        api.known::<BookingView>(&path).into_iter().next()
    };
    let (mut beside, unplaced) = pending.beside(&listed, query, seen);
    if unplaced > 0 {
        ctx.out.status(format!("~ {unplaced} more changes wait: hotel queue ls"));
    }
    beside.extend(listed);
    Ok(beside)
}

/// Returns what waits. A journal that can't be read is told of by whoever needs it.
fn pending(ctx: &Context) -> Pending {
    if !DataFile::is_there(&ctx.data_folder()) {
        return Pending::default();
    }
    let loaded = ctx.journal().and_then(|journal| Pending::load(&journal, &ctx.config.server()));
    loaded.unwrap_or_default()
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
