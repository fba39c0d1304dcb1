//! `hotel tail`, which is `hotel events tail`.

mod bookmark;
mod follow;
mod gap;

use std::time::Duration;

use hotel_core::wire::event::EventQuery;

use self::bookmark::Bookmark;
pub(crate) use self::bookmark::cursor_lease;
use self::follow::Following;
use super::events::filter::{EventFilter, parse_place};
use super::events::target_args::TargetArgs;
use crate::api::feed::Patience;
use crate::cache::cursors::CursorName;
use crate::cache::file::DataFile;
use crate::cache::lease::Lease;
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::webhooks::courier::Courier;
use crate::webhooks::forwarder::{Forwarder, target_lease};
use crate::when::span::parse_span;

const EXAMPLES: &str = "\
Examples:
  $ hotel tail -n 10 --count 10
  $ hotel tail --hotel BER-ADLER --since 2h --count 1
  $ hotel tail --type 'booking.*' -n 3 --count 3 -o jsonl
  $ hotel tail --since 2h --until 1h
  $ hotel tail --cursor pms --after 0 --count 5 -o jsonl
  $ hotel tail -n 2 --count 2 --forward-to http://127.0.0.1:8080/hooks
Follow until something happens:
  hotel tail --booking 7F3K2QXD --exit-on booking.confirmed --timeout 10m
Hand every event to another program, over restarts of both:
  hotel tail --cursor pms --forward-to https://pms.example.com/hooks --secret-file pms.secret";

/// The most events that are told before those to come.
const LAST_MAX: i64 = 1_000;

/// Follow what happens, as it happens
///
/// Lost connections are taken up where they broke; nothing is missed. With --cursor, the next run goes on
/// after the last event that was written, or taken by the target of --forward-to; what was told twice all
/// the same has the same id. Ctrl-C ends it with 130 and says how to go on, --timeout with 124.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct TailArgs {
    #[command(flatten)]
    filter: EventFilter,
    /// Begin after this position of the feed
    #[arg(long, value_name = "POSITION", conflicts_with_all = ["since", "last"])]
    #[arg(value_parser = parse_place)]
    after: Option<String>,
    /// Begin with the newest so many
    #[arg(short = 'n', long, value_name = "N")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=LAST_MAX))]
    last: Option<u32>,
    /// Go on where this cursor stands, and keep it; a new one begins where the other flags say
    #[arg(long, value_name = "NAME")]
    cursor: Option<CursorName>,
    /// End after so many events
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    count: Option<u64>,
    /// End after the first event of one of these types
    #[arg(long, value_name = "TYPE", value_delimiter = ',')]
    exit_on: Vec<String>,
    /// End if events can't be told any more, instead of going on after them
    #[arg(long)]
    fail_on_gap: bool,
    /// End if the feed is away for longer than this, as in 10m
    #[arg(long, value_name = "SPAN", value_parser = parse_span)]
    max_offline: Option<Duration>,
    #[command(flatten)]
    target: TargetArgs,
}

/// Follows events.
pub(crate) async fn run(ctx: &Context, args: TailArgs) -> Result<(), CliError> {
    match ctx.deadline {
        Some(limit) => tokio::time::timeout(limit, follow(ctx, args))
            .await
            .map_err(|_| deadline(ctx, limit))?,
        None => follow(ctx, args).await,
    }
}

fn deadline(ctx: &Context, limit: Duration) -> CliError {
    let message = format!("{} s have passed", limit.as_secs());
    let error = CliError::of(codes::WAIT_DEADLINE, message).field("--timeout");
    match ctx.resume_command() {
        Some(command) => error.hint(command),
        None => error,
    }
}

async fn follow(ctx: &Context, args: TailArgs) -> Result<(), CliError> {
    let courier = args.target.courier()?;
    let needs_file = args.cursor.is_some() || courier.is_some();
    let file = needs_file.then(|| ctx.data_file()).transpose()?;
    let bookmark = match (&args.cursor, &file) {
        (Some(name), Some(file)) => Some(Bookmark::open(ctx, file, name, args.filter.words())?),
        (Some(_) | None, _) => None,
    };
    // Held as long as events are forwarded, so that each booking has one on its way.
    let lease = |courier: &Courier| {
        let target = courier.target();
        Lease::take(&ctx.data_folder(), &target_lease(target), &format!("{target}"))
            .map_err(|error| error.field("--forward-to"))
    };
    let _lease = courier.as_ref().map(lease).transpose()?;
    let forwarder = forwarder(courier.as_ref(), file.as_ref())?;
    let patience = Patience { offline_max: args.max_offline, ..Patience::default() };
    let query = query(ctx, &args, bookmark.as_ref())?;
    let feed = ctx.api()?.follow(query, patience).await?;
    match &courier {
        Some(courier) => {
            ctx.announce(format!("forwarding to {}; Ctrl-C ends it", courier.target()));
        }
        None => ctx.announce("following; Ctrl-C ends it"),
    }
    Following::new(ctx, args, (bookmark, forwarder)).run(feed).await
}

fn forwarder<'a>(
    courier: Option<&'a Courier>,
    file: Option<&'a DataFile>,
) -> Result<Option<Forwarder<'a>>, CliError> {
    match (courier, file) {
        (Some(courier), Some(file)) => Forwarder::new(courier, file).map(Some),
        (Some(_) | None, _) => Ok(None),
    }
}

/// Returns where to begin: where the cursor stands, else where the flags say, else now.
fn query(
    ctx: &Context,
    args: &TailArgs,
    bookmark: Option<&Bookmark<'_>>,
) -> Result<EventQuery, CliError> {
    let filter = args.filter.query(ctx.now())?;
    if let Some(place) = bookmark.and_then(Bookmark::place) {
        if args.after.is_some() || args.last.is_some() || args.filter.since.is_some() {
            ctx.announce("the cursor says where to begin; the flags do not");
        }
        return Ok(EventQuery { after: Some(place.to_owned()), since: None, ..filter });
    }
    let begins_now = args.after.is_none() && args.last.is_none() && args.filter.since.is_none();
    let after = args.after.clone().or_else(|| begins_now.then(|| "latest".to_owned()));
    Ok(EventQuery { after, last: args.last, ..filter })
}
