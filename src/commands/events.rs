//! `hotel events`.

use std::collections::HashMap;
use std::time::Duration;

use hotel_core::ids::provisional::BookingRef;
use hotel_core::ids::{BookingCode, HotelCode};
use hotel_core::money::Currency;
use hotel_core::wire::event::{EventQuery, EventView};
use hotel_core::wire::page::PAGE_MAX;
use jiff::{SignedDuration, Timestamp};

use super::changes::currency_of;
use super::event_row::EventRow;
use super::tail;
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::output::present::Listing;
use crate::when::span::parse_span;

const EXAMPLES: &str = "\
Examples:
  $ hotel events list --hotel BER-ADLER --last 10
  $ hotel events list --type booking.cancelled --since 2h -o jsonl
  $ hotel events tail --hotel BER-ADLER -n 5 --count 5";

const LIST_EXAMPLES: &str = "\
Examples:
  $ hotel events list --last 20
  $ hotel events list --hotel BER-ADLER --type 'booking.*' --since 1d
  $ hotel events list --after 100 --limit 50 -o jsonl";

/// List or follow what happens
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct EventsArgs {
    #[command(subcommand)]
    command: EventsCommand,
}

#[derive(clap::Subcommand, Debug)]
enum EventsCommand {
    List(EventsListArgs),
    Tail(tail::TailArgs),
}

/// List events, oldest first
#[derive(clap::Args, Debug)]
#[command(after_help = LIST_EXAMPLES)]
struct EventsListArgs {
    #[command(flatten)]
    filter: EventFilter,
    /// Only those after this position of the feed
    #[arg(long, value_name = "POSITION")]
    after: Option<u64>,
    /// Only those before this moment: a length of time ago, or an instant
    #[arg(long, value_name = "WHEN", value_parser = parse_moment)]
    until: Option<Moment>,
    /// The newest so many, instead of the oldest
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(PAGE_MAX)))]
    last: Option<u32>,
    /// How many at most
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(PAGE_MAX)))]
    #[arg(conflicts_with = "last")]
    limit: Option<u32>,
}

/// Which events are wanted.
#[derive(clap::Args, Debug, Clone)]
pub(crate) struct EventFilter {
    /// Only of these types, as in booking.cancelled or 'booking.*'
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',')]
    kind: Vec<String>,
    /// Only of this hotel
    #[arg(long, value_name = "HOTEL")]
    hotel: Option<HotelCode>,
    /// Only about this booking
    #[arg(long, value_name = "CODE")]
    booking: Option<BookingRef>,
    /// Only those since then: a length of time ago as 2h, or an instant
    #[arg(long, value_name = "WHEN", value_parser = parse_moment)]
    pub(crate) since: Option<Moment>,
}

impl EventFilter {
    /// Returns the query of the filter.
    pub(crate) fn query(&self, now: Timestamp) -> Result<EventQuery, CliError> {
        Ok(EventQuery {
            kind: (!self.kind.is_empty()).then(|| self.kind.join(",")),
            hotel: self.hotel,
            booking: self.booking,
            since: self.since.map(|since| since.at(now)).transpose()?,
            ..EventQuery::default()
        })
    }
}

/// A moment as written: so long ago, or an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment {
    /// So long ago.
    Ago(Duration),
    /// An instant.
    At(Timestamp),
}

impl Moment {
    fn at(self, now: Timestamp) -> Result<Timestamp, CliError> {
        match self {
            Self::At(moment) => Ok(moment),
            Self::Ago(span) => SignedDuration::try_from(span)
                .and_then(|span| now.checked_sub(span))
                .map_err(|error| CliError::of(codes::USAGE_SPAN, error.to_string())),
        }
    }
}

/// Reads a moment.
fn parse_moment(text: &str) -> Result<Moment, String> {
    if let Ok(moment) = text.parse() {
        return Ok(Moment::At(moment));
    }
    parse_span(text).map(Moment::Ago).map_err(|_| {
        format!("`{text}` is no moment: write 2h for two hours ago, or 2026-12-24T18:00:00Z")
    })
}

/// The currencies of the bookings seen so far.
#[derive(Debug, Default)]
pub(crate) struct Currencies(HashMap<BookingCode, Currency>);

impl Currencies {
    /// Puts an event into a row, with what is known of its booking.
    pub(crate) fn row(&mut self, event: EventView) -> EventRow {
        let known = event.subject.and_then(|code| match currency_of(&event) {
            Some(currency) => {
                // A tail may run for weeks; what it forgets only costs the name of a currency.
                if self.0.len() >= CURRENCIES_MAX {
                    self.0.clear();
                }
                self.0.insert(code, currency);
                Some(currency)
            }
            None => self.0.get(&code).copied(),
        });
        EventRow::new(event, known)
    }
}

/// The bookings of a busy week.
const CURRENCIES_MAX: usize = 50_000;

/// Lists or follows events.
pub(crate) async fn run(ctx: &Context, args: EventsArgs) -> Result<(), CliError> {
    match args.command {
        EventsCommand::List(args) => list(ctx, args).await,
        EventsCommand::Tail(args) => tail::run(ctx, args).await,
    }
}

async fn list(ctx: &Context, args: EventsListArgs) -> Result<(), CliError> {
    let now = ctx.now();
    let query = EventQuery {
        after: args.after.map(|position| position.to_string()),
        until: args.until.map(|until| until.at(now)).transpose()?,
        last: args.last,
        limit: args.limit,
        ..args.filter.query(now)?
    };
    let page = ctx.api()?.events(&query).await?;
    let mut currencies = Currencies::default();
    let rows: Vec<EventRow> = page.items.into_iter().map(|event| currencies.row(event)).collect();
    let listing = Listing::of(&rows)?.empty("no events");
    ctx.out.listing(&listing)?;
    if let Some(next) = page.next {
        ctx.out.hint(format!("there is more: --after {next}"));
    }
    Ok(())
}
