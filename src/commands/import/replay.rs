//! Telling the history: every step in its order, through whatever carries commands out.

use hotel_core::ids::BookingCode;
use hotel_core::wire::bulk::BulkItem;

use super::entry::Ledger;
use super::house::House;
use super::order;
use super::plan::{Phase, Step};
use super::progress::Progress;
use super::sink::{Reply, Sink};
use super::tally::{Refused, Tally, reason_of};
use crate::error::CliError;
use crate::error::category::Category;

/// Where the booking of a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// Not yet sent, or sent and not yet answered.
    Open,
    /// Made.
    Booked(BookingCode),
    /// Refused, or a step of it was: nothing more happens to it.
    Over,
}

/// A history that is being told.
pub(super) struct Replay<'a> {
    ledger: &'a Ledger,
    houses: &'a [House],
    sink: Sink<'a>,
    progress: &'a Progress,
    fates: Vec<Fate>,
    /// The steps whose commands wait in the sink.
    waiting: Vec<Step>,
    /// What came of it so far.
    pub(super) tally: Tally,
}

impl<'a> Replay<'a> {
    /// Makes one; nothing is told yet. Lines that ask for nothing are refused at once.
    pub(super) fn new(
        ledger: &'a Ledger,
        houses: &'a [House],
        sink: Sink<'a>,
        progress: &'a Progress,
    ) -> Self {
        let mut tally = Tally::default();
        tally.hotels.resize_with(houses.len(), Default::default);
        let mut fates = vec![Fate::Open; ledger.entries.len()];
        for (entry, fate) in ledger.entries.iter().zip(&mut fates) {
            let Some((reason, detail)) = entry.lodging.refusal() else { continue };
            *fate = Fate::Over;
            let hotel = houses[entry.house].label.clone();
            let reason = reason.to_owned();
            tally.refuse(entry.house, Refused { line: entry.line, hotel, reason, detail });
        }
        Self { ledger, houses, sink, progress, fates, waiting: Vec::new(), tally }
    }

    /// Builds the houses; what stands in the way of that stands in the way of all.
    pub(super) async fn build(&mut self, items: Vec<BulkItem>) -> Result<(), CliError> {
        for item in items {
            self.sink.push(item)?;
            if self.sink.is_full() {
                self.built().await?;
            }
        }
        self.built().await
    }

    async fn built(&mut self) -> Result<(), CliError> {
        self.tally.is_waiting = true;
        let replies = self.sink.flush().await?;
        self.tally.is_waiting = false;
        for reply in replies {
            self.tally.commands += 1;
            self.tally.replayed += u64::from(reply.replayed);
            if let Some((code, detail)) = reply.refusal {
                let message = format!("the hotels can't be built: {detail}");
                return Err(CliError::new(Category::Rejected, code, message));
            }
        }
        Ok(())
    }

    /// Tells every step.
    pub(super) async fn tell(&mut self, steps: &[Step]) -> Result<(), CliError> {
        for step in steps {
            self.progress.step();
            let at = step.entry as usize;
            if self.fates[at] == Fate::Open && step.phase != Phase::Book {
                // Its code comes with the answer to what waits.
                self.flush().await?;
            }
            let code = match self.fates[at] {
                Fate::Over => continue,
                Fate::Open => None,
                Fate::Booked(code) => Some(code),
            };
            let house = &self.houses[self.ledger.entries[at].house];
            self.sink.push(order::item(self.ledger, house, *step, code)?)?;
            self.waiting.push(*step);
            if self.sink.is_full() {
                self.flush().await?;
            }
        }
        self.flush().await
    }

    async fn flush(&mut self) -> Result<(), CliError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        self.tally.is_waiting = true;
        let replies = self.sink.flush().await?;
        self.tally.is_waiting = false;
        let steps = std::mem::take(&mut self.waiting);
        for (step, reply) in steps.iter().zip(replies) {
            self.note(*step, reply)?;
        }
        Ok(())
    }

    fn note(&mut self, step: Step, reply: Reply) -> Result<(), CliError> {
        let at = step.entry as usize;
        let entry = &self.ledger.entries[at];
        self.tally.commands += 1;
        self.tally.replayed += u64::from(reply.replayed);
        let is_first = step.phase == Phase::Book;
        match (reply.refusal, reply.booking) {
            (None, Some(code)) => {
                self.fates[at] = Fate::Booked(code);
                self.tally.hotels[entry.house].accepted += u64::from(is_first);
                Ok(())
            }
            (None, None) => Err(CliError::internal("an answer names no booking")),
            (Some((code, detail)), _) => {
                self.fates[at] = Fate::Over;
                let hotel = self.houses[entry.house].label.clone();
                let (line, reason) = (entry.line, reason_of(&code));
                if is_first {
                    self.tally.refuse(entry.house, Refused { line, hotel, reason, detail });
                } else {
                    let reason = format!("{}:{reason}", step.phase.word());
                    self.tally.steps_refused.push(Refused { line, hotel, reason, detail });
                }
                Ok(())
            }
        }
    }
}
