//! `hotel todo`: what needs the agent, in one list.

mod look;
pub(crate) mod needs;
pub(crate) mod row;

use hotel_core::ids::HotelCode;
use jiff::SignedDuration;
use jiff::tz::TimeZone;

use self::look::{Asked, Found};
use self::needs::{Moment, Reason};
use self::row::{Count, TodoRow};
use super::dates::resolve_at;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::Listing;
use crate::when::When;

const EXAMPLES: &str = "\
Examples:
  $ hotel todo
  $ hotel todo requested --hotel BER-ADLER
  $ hotel todo unassigned --day tomorrow
  $ hotel todo --counts";

/// Ahead of UTC by fourteen hours: nowhere it is a later day.
const LATEST_DAY: SignedDuration = SignedDuration::from_hours(14);

/// List what needs you
///
/// Holds that end soon, arrivals and departures of today, who did not come, who waits for the hotel's word
/// or for a room that can be had now, nights with more guests than rooms, and queued changes that need a
/// decision. Without --hotel it is your usual hotel, or all.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct TodoArgs {
    /// Only for this reason
    #[arg(value_enum, value_name = "REASON")]
    reason: Option<Reason>,
    /// Only of this hotel
    #[arg(long, value_name = "HOTEL")]
    hotel: Option<HotelCode>,
    /// Only what is about this day, as in today, tomorrow or 24dec [default: whatever is due]
    #[arg(long, value_name = "DATE")]
    day: Option<When>,
    /// Only how many there are for each reason
    #[arg(long)]
    counts: bool,
}

/// Lists what needs the agent.
pub(crate) async fn run(ctx: &Context, args: TodoArgs) -> Result<(), CliError> {
    let hotel = match args.hotel {
        Some(hotel) => Some(hotel),
        None => ctx.usual_hotel()?,
    };
    let day = match &args.day {
        Some(when) => Some(resolve_at(ctx, hotel, |today| when.single_date(today)).await?),
        None => None,
    };
    let now = ctx.now();
    let latest = now.checked_add(LATEST_DAY).unwrap_or(now);
    let asked = Asked {
        reason: args.reason,
        hotel,
        moment: Moment { now, day },
        today: TimeZone::UTC.to_datetime(latest).date(),
    };
    let mut found = look::look(ctx, &asked).await?;
    if let Some(error) = found.missing.take() {
        // Whatever else there is, is told; with nothing at all, it is a failure.
        if found.answered == 0 || (found.todo.is_empty() && args.reason.is_some()) {
            return Err(error);
        }
        ctx.out.warn("not everything could be looked at: the server can't be asked");
    }
    print(ctx, &args, found)
}

fn print(ctx: &Context, args: &TodoArgs, found: Found) -> Result<(), CliError> {
    let count = |reason: Reason| found.todo.iter().filter(|todo| todo.reason == reason).count();
    let counts: Vec<Count> =
        Reason::ALL.into_iter().map(|reason| Count { reason, count: count(reason) }).collect();
    if found.has_more {
        ctx.out.warn("there is more than is told here: ask with --hotel or --day");
    }
    if args.counts {
        let wanted: Vec<Count> = counts
            .into_iter()
            .filter(|count| args.reason.is_none_or(|reason| reason == count.reason))
            .collect();
        return ctx.out.list(&wanted, None);
    }
    let words: Vec<String> = counts
        .iter()
        .filter(|count| count.count > 0)
        .map(|count| format!("{} {}", count.count, count.reason.as_str()))
        .collect();
    let now = ctx.now();
    let rows: Vec<TodoRow> = found.todo.into_iter().map(|todo| TodoRow { todo, now }).collect();
    ctx.out.listing(&Listing::of(&rows)?.empty("nothing needs you"))?;
    if !words.is_empty() {
        ctx.out.status(words.join(", "));
    }
    Ok(())
}
