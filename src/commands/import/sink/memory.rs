//! A dry run: the server's own rules over facts in memory. It tells what a fresh house would say.

use std::sync::Arc;

use hotel_core::booking::Channel;
use hotel_core::command::{BookingCommand, Command};
use hotel_core::decide::{Context, Subject, carry_out, decide};
use hotel_core::facts::{Facts, Touched};
use hotel_core::ids::provisional::BookingRef;
use hotel_core::ids::{BookingCode, GuestId, TokenId, UserId};
use hotel_core::people::{Role, User};
use hotel_core::refusal::{Refusal, code};
use hotel_core::text::TextError;
use hotel_core::wire::bulk::{BULK_LEN_MAX, BulkCommand, BulkItem};
use jiff::Timestamp;
use uuid::Uuid;

use super::Reply;
use crate::commands::import::entry::Ledger;
use crate::commands::import::house::House;
use crate::commands::import::layout::Layout;
use crate::commands::import::order::building;
use crate::error::{CliError, codes};

/// A house in memory.
pub(in crate::commands::import) struct Memory {
    facts: Facts,
    user: Arc<User>,
    now: Timestamp,
    bookings: u64,
    replies: Vec<Reply>,
}

impl Memory {
    /// Makes one that has nothing yet.
    pub(super) fn new(now: Timestamp) -> Result<Self, CliError> {
        let name: Result<_, TextError> = "dry run".parse();
        let user = Arc::new(User {
            id: UserId(Uuid::nil()),
            name: name.map_err(|error| CliError::internal(error.to_string()))?,
            role: Role::Admin,
            hotels: Vec::new(),
            active: true,
        });
        Ok(Self { facts: Facts::default(), user, now, bookings: 0, replies: Vec::new() })
    }

    /// Carries out a command.
    pub(super) fn push(&mut self, item: BulkItem) -> Result<(), CliError> {
        let (at, is_last) = (item.at, is_last(&item.command));
        let command = item.command.addressed(|name| match name {
            BookingRef::Code(code) => Ok(code),
            BookingRef::Provisional(_) => Err(CliError::internal("an import asks the house")),
        })?;
        let reply = match self.decide(&command, at)? {
            Ok(booking) => {
                if let Some(code) = booking.filter(|_| is_last) {
                    // Its nights are counted, and nothing happens to it any more.
                    self.facts.bookings.remove(&code);
                }
                Reply { booking, refusal: None, replayed: false }
            }
            Err(refusal) => {
                let refusal = Some((refusal.code.to_owned(), refusal.message));
                Reply { booking: None, refusal, replayed: false }
            }
        };
        self.replies.push(reply);
        Ok(())
    }

    /// Tells whether it is time to look at what came of the commands.
    pub(super) fn is_full(&self) -> bool {
        self.replies.len() >= BULK_LEN_MAX
    }

    /// Returns what came of the commands since the last time.
    pub(super) fn replies(&mut self) -> Vec<Reply> {
        std::mem::take(&mut self.replies)
    }

    fn decide(
        &mut self,
        command: &Command,
        at: Option<Timestamp>,
    ) -> Result<Result<Option<BookingCode>, Refusal>, CliError> {
        if at.is_some_and(|at| at > self.now) {
            let message = "the moment a command tells must lie in the past";
            return Ok(Err(Refusal::new(code::HISTORY, message)));
        }
        let context = self.context(at)?;
        let decision = match decide(command, &self.facts, &context) {
            Ok(decision) => decision,
            Err(refusal) => return Ok(Err(refusal)),
        };
        carry_out(&mut self.facts, &decision);
        // Nothing is saved, so nobody asks what was touched or who the guests are.
        self.facts.touched = Touched::default();
        self.facts.guests.clear();
        self.facts.requests.clear();
        Ok(Ok(match decision.subject {
            Subject::Booking(code) => {
                self.bookings += u64::from(code == context.new_booking);
                Some(code)
            }
            Subject::Hotel(_) | Subject::Guest(_) | Subject::User(_) | Subject::Token(_) => None,
        }))
    }

    fn context(&self, at: Option<Timestamp>) -> Result<Context, CliError> {
        let number = Uuid::from_u128(u128::from(self.bookings) + 1);
        let new_booking = BookingCode::from_value(self.bookings)
            .ok_or_else(|| CliError::internal("every booking code has been given out"))?;
        Ok(Context {
            now: at.unwrap_or(self.now),
            history: at.is_some(),
            user: Arc::clone(&self.user),
            channel: Channel::Cli,
            expected_version: None,
            dry_run: false,
            new_booking,
            new_guest: GuestId(number),
            new_user: UserId(number),
            new_token: TokenId(number),
        })
    }
}

/// Tells whether nothing comes after a command in the life of a booking.
fn is_last(command: &BulkCommand) -> bool {
    matches!(
        command,
        BulkCommand::Booking {
            change: BookingCommand::Cancel(_)
                | BookingCommand::CheckOut(_)
                | BookingCommand::NoShow(_),
            ..
        }
    )
}

/// Returns the commands that build every house; a house in memory has none to begin with.
pub(super) fn prepare(
    ledger: &Ledger,
    houses: &[House],
    layout: Layout,
) -> Result<Vec<BulkItem>, CliError> {
    let without: Vec<String> = houses
        .iter()
        .filter(|house| !house.is_built())
        .map(|house| format!("--capacity {}=ROOMS", house.label))
        .collect();
    if !without.is_empty() {
        let message = "a dry run asks no server, so it must be told how many rooms a hotel has";
        return Err(CliError::of(codes::USAGE_ARGUMENTS, message)
            .field("--capacity")
            .hint(without.join(" ")));
    }
    let mut items = Vec::new();
    for house in houses {
        for change in house.building(ledger.fixed, layout)? {
            items.push(building(house.code, change)?);
        }
    }
    Ok(items)
}
