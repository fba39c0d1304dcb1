//! `hotel events`: one file a verb.

mod cursors;
mod dead;
pub(crate) mod filter;
mod letter_row;
mod list;
mod resend;
mod retry;
pub(crate) mod target_args;
mod trigger;

use std::collections::HashMap;

use hotel_core::ids::BookingCode;
use hotel_core::money::Currency;
use hotel_core::wire::event::EventView;

use super::changes::currency_of;
use super::event_row::EventRow;
use super::tail;
use crate::context::Context;
use crate::error::CliError;

const EXAMPLES: &str = "\
Examples:
  $ hotel events list --hotel BER-ADLER --last 10
  $ hotel events list --type booking.cancelled --since 2h -o jsonl
  $ hotel events tail --hotel BER-ADLER -n 5 --count 5
  $ hotel events dead";

/// List or follow what happens, and look after what is forwarded
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct EventsArgs {
    #[command(subcommand)]
    command: EventsCommand,
}

#[derive(clap::Subcommand, Debug)]
enum EventsCommand {
    List(list::EventsListArgs),
    Tail(Box<tail::TailArgs>),
    Cursors(cursors::CursorsArgs),
    Dead(dead::DeadArgs),
    Retry(retry::RetryArgs),
    Resend(resend::ResendArgs),
    Trigger(trigger::TriggerArgs),
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

/// Lists, follows or forwards events.
pub(crate) async fn run(ctx: &Context, args: EventsArgs) -> Result<(), CliError> {
    match args.command {
        EventsCommand::List(args) => list::run(ctx, args).await,
        EventsCommand::Tail(args) => tail::run(ctx, *args).await,
        EventsCommand::Cursors(args) => cursors::run(ctx, args),
        EventsCommand::Dead(args) => dead::run(ctx, &args),
        EventsCommand::Retry(args) => retry::run(ctx, args).await,
        EventsCommand::Resend(args) => resend::run(ctx, args).await,
        EventsCommand::Trigger(args) => trigger::run(ctx, args).await,
    }
}
