//! `hotel tail`, which is `hotel events tail`.

use std::time::Duration;

use hotel_core::wire::event::EventQuery;

use super::events::{Currencies, EventFilter};
use crate::api::feed::FeedItem;
use crate::context::Context;
use crate::error::{CliError, codes};

const EXAMPLES: &str = "\
Examples:
  $ hotel tail -n 10 --count 10
  $ hotel tail --hotel BER-ADLER --since 2h --count 1
  $ hotel tail --type 'booking.*' -n 3 --count 3 -o jsonl
Follow until something happens:
  hotel tail --booking 7F3K2QXD --exit-on booking.confirmed --timeout 10m";

/// The most events that are told before those to come.
const LAST_MAX: i64 = 1_000;

/// Follow what happens, as it happens
///
/// Lost connections are taken up where they broke; nothing is missed and nothing repeated. Ctrl-C
/// ends it with 130 and says how to go on, --timeout with 124.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct TailArgs {
    #[command(flatten)]
    filter: EventFilter,
    /// Begin after this position of the feed
    #[arg(long, value_name = "POSITION", conflicts_with_all = ["since", "last"])]
    after: Option<u64>,
    /// Begin with the newest so many
    #[arg(short = 'n', long, value_name = "N")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=LAST_MAX))]
    last: Option<u32>,
    /// End after so many events
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    count: Option<u64>,
    /// End after the first event of one of these types
    #[arg(long, value_name = "TYPE", value_delimiter = ',')]
    exit_on: Vec<String>,
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
    let begins_now = args.after.is_none() && args.last.is_none() && args.filter.since.is_none();
    let after = args.after.map(|position| position.to_string());
    let query = EventQuery {
        after: after.or_else(|| begins_now.then(|| "latest".to_owned())),
        last: args.last,
        ..args.filter.query(ctx.now())?
    };
    let mut feed = ctx.api()?.follow(query).await?;
    ctx.announce("following; Ctrl-C ends it");
    let mut stream = ctx.out.stream();
    let mut currencies = Currencies::default();
    let (mut told, mut is_lost) = (0_u64, false);
    loop {
        match feed.next().await? {
            FeedItem::Event(event) => {
                let is_awaited = args.exit_on.iter().any(|wanted| fits(wanted, &event.kind));
                stream.push(&currencies.row(*event))?;
                ctx.note_tail(feed.position());
                told += 1;
                if is_awaited || args.count.is_some_and(|count| told >= count) {
                    return Ok(());
                }
            }
            FeedItem::Checkpoint => ctx.note_tail(feed.position()),
            FeedItem::Lost { why } => {
                // One line for one outage, however many attempts it takes.
                if !is_lost {
                    ctx.announce(format!("-- connection lost: {why}; trying again --"));
                }
                is_lost = true;
            }
            FeedItem::Back { away } => {
                is_lost = false;
                ctx.announce(format!("-- reconnected after {} s --", away.as_secs()));
            }
        }
    }
}

/// Tells whether an event is of a type, where `booking.*` means all that begin so.
fn fits(wanted: &str, kind: &str) -> bool {
    match wanted.strip_suffix('*') {
        Some(start) => kind.starts_with(start),
        None => wanted == kind,
    }
}
