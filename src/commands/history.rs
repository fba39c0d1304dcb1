//! `hotel history`.

use hotel_core::ids::provisional::BookingRef;
use hotel_core::wire::event::EventView;
use serde::{Serialize, Serializer};

use super::changes::{changes_of, currency_of};
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column, Present};

const EXAMPLES: &str = "\
Examples:
  $ hotel history 7F3K2QXD
  $ hotel history 7F3K2QXD -o jsonl";

/// Show who did what to a booking, and when
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct HistoryArgs {
    /// Code of the booking
    code: BookingRef,
}

/// One step of a booking's life.
#[derive(Debug)]
struct Step {
    event: EventView,
    changes: String,
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.event.serialize(serializer)
    }
}

impl Present for Step {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("time", "time"),
            Column::text("actor", "by"),
            Column::text("channel", "through"),
            Column::code("type", "what"),
            Column::text("data", "changes"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let event = &self.event;
        let channel = serde_json::to_value(event.channel).unwrap_or_default();
        vec![
            Cell::text(event.time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
            Cell::text(&event.actor),
            Cell::text(channel.as_str().unwrap_or_default()),
            Cell::text(&event.kind),
            Cell::text(&self.changes).machine(self.changes.clone()),
        ]
    }

    fn id(&self) -> String {
        self.event.id.to_string()
    }
}

/// Shows the history of a booking.
pub(crate) async fn run(ctx: &Context, args: HistoryArgs) -> Result<(), CliError> {
    let page = ctx.api()?.booking_history(args.code).await?;
    let currency = page.items.iter().find_map(currency_of);
    let steps: Vec<Step> = page
        .items
        .into_iter()
        .map(|event| Step { changes: changes_of(&event, currency).join("; "), event })
        .collect();
    ctx.out.list(&steps, page.next)
}
