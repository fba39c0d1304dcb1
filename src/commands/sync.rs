//! `hotel sync`.

use hotel_core::booking::BookingState;
use hotel_core::ids::HotelCode;
use hotel_core::ids::provisional::BookingRef;
use hotel_core::wire::booking::{BookingQuery, BookingRow};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::dates::today_at;
use crate::api::Client;
use crate::api::catalogue::HotelsQuery;
use crate::context::Context;
use crate::error::{CliError, codes};

const EXAMPLES: &str = "\
Examples:
  $ hotel sync
  $ hotel sync BER-ADLER TYO-UENO";

/// Bookings of a shift: as many as a large hotel has in a day.
const BOOKINGS_MAX: usize = 1_000;

/// Fetch what a shift needs, to have it when the server can't be reached
///
/// The hotels with their room types and rate plans, today's arrivals, departures and guests in house, and
/// each of those bookings. Without HOTEL it is the profile's, or all of them.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct SyncArgs {
    /// Hotels
    #[arg(value_name = "HOTEL")]
    hotels: Vec<HotelCode>,
}

/// Fetches; the client keeps what it is told.
pub(crate) async fn run(ctx: &Context, args: SyncArgs) -> Result<(), CliError> {
    let api = ctx.api()?;
    api.me().await?;
    let all = api.hotels(&HotelsQuery::default()).await?.items;
    let wanted = match (args.hotels.is_empty(), ctx.usual_hotel()?) {
        (false, _) => args.hotels,
        (true, Some(hotel)) => vec![hotel],
        (true, None) => all.iter().map(|hotel| hotel.code).collect(),
    };
    let mut rows: Vec<BookingRow> = Vec::new();
    for code in &wanted {
        let hotel = api.hotel(*code).await?;
        api.room_types(*code).await?;
        api.rate_plans(*code).await?;
        let today = today_at(&hotel, ctx.now());
        rows.extend(of_today(api, *code, today).await?);
    }
    rows.truncate(BOOKINGS_MAX);
    for row in &rows {
        api.booking(BookingRef::Code(row.code)).await?;
    }
    if ctx.out.is_stale() {
        return Err(CliError::of(codes::NETWORK_UNREACHABLE, "not everything could be fetched")
            .retryable(None));
    }
    ctx.out.status(format!("{} hotels and {} bookings are at hand", wanted.len(), rows.len()));
    Ok(())
}

/// Returns the bookings of today, asked for as `hotel list` asks for them.
async fn of_today(
    api: &Client,
    hotel: HotelCode,
    today: Date,
) -> Result<Vec<BookingRow>, CliError> {
    let tomorrow = today.checked_add(1.day()).unwrap_or(today);
    let page = BookingQuery {
        hotel: Some(hotel),
        limit: Some(hotel_core::wire::page::PAGE),
        ..BookingQuery::default()
    };
    let queries = [
        BookingQuery { arrive_from: Some(today), arrive_before: Some(tomorrow), ..page.clone() },
        BookingQuery { depart_from: Some(today), depart_before: Some(tomorrow), ..page.clone() },
        BookingQuery { state: Some(BookingState::InHouse), ..page },
    ];
    let mut rows = Vec::new();
    for query in &queries {
        rows.extend(api.bookings(query).await?.items);
    }
    Ok(rows)
}
