//! `hotel events list`.

use hotel_core::wire::event::EventQuery;
use hotel_core::wire::page::PAGE_MAX;

use super::Currencies;
use super::filter::{EventFilter, parse_place};
use crate::commands::event_row::EventRow;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::Listing;

const EXAMPLES: &str = "\
Examples:
  $ hotel events list --last 20
  $ hotel events list --hotel BER-ADLER --type 'booking.*' --since 1d
  $ hotel events list --after 100 --limit 50 -o jsonl";

/// List events, oldest first
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct EventsListArgs {
    #[command(flatten)]
    filter: EventFilter,
    /// Only those after this position of the feed
    #[arg(long, value_name = "POSITION", value_parser = parse_place)]
    after: Option<String>,
    /// The newest so many, instead of the oldest
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(PAGE_MAX)))]
    last: Option<u32>,
    /// How many at most
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(PAGE_MAX)))]
    #[arg(conflicts_with = "last")]
    limit: Option<u32>,
}

/// Lists events.
pub(crate) async fn run(ctx: &Context, args: EventsListArgs) -> Result<(), CliError> {
    let now = ctx.now();
    let query = EventQuery {
        after: args.after,
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
