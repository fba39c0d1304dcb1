//! What verifying found, for people; and the failure if that is not as it should be.

use std::time::{Duration, Instant};

use hotel_core::wire::verify::{VerifyProgress, VerifyReport, VerifyStep};

use crate::context::Context;
use crate::error::{CliError, codes};
use crate::output::present::{Describe, Description};

/// How long nothing is said between two words of progress.
const SAID_EVERY: Duration = Duration::from_secs(1);

/// Says how far it has come, but not too often.
pub(super) struct Saying<'a> {
    ctx: &'a Context,
    said: Instant,
}

impl<'a> Saying<'a> {
    /// Begins in silence: what is done within a second needs no words.
    pub(super) fn new(ctx: &'a Context) -> Self {
        Self { ctx, said: Instant::now() }
    }

    /// Says how far verifying has come.
    pub(super) fn say(&mut self, progress: VerifyProgress) {
        let VerifyProgress { step, done, of } = progress;
        let (done, of) = (grouped(done), grouped(of));
        self.announce(|| match step {
            VerifyStep::Waiting => "waiting for another one to end".to_owned(),
            VerifyStep::Log => format!("reading the log: {done} of {of} events"),
            VerifyStep::Tables => "comparing hotels, nights and people".to_owned(),
            VerifyStep::Bookings => format!("comparing bookings: {done} of {of} events"),
        });
    }

    /// Says how far folding has come.
    #[cfg(feature = "server")]
    pub(super) fn folding(&mut self, done: u64, of: u64) {
        self.announce(|| format!("folding: {} of {} events", grouped(done), grouped(of)));
    }

    fn announce(&mut self, words: impl FnOnce() -> String) {
        if self.said.elapsed() >= SAID_EVERY {
            self.said = Instant::now();
            self.ctx.announce(words());
        }
    }
}

/// Prints a report; a difference is a failure.
pub(super) fn conclude(ctx: &Context, report: &VerifyReport) -> Result<(), CliError> {
    ctx.out.record(report)?;
    let Some(first) = &report.first else { return Ok(()) };
    let message = match report.differences {
        1 => format!("not as the log says: {first}"),
        count => format!("{} differences; the first: {first}", grouped(count)),
    };
    let error = CliError::of(codes::DOCTOR_FAILED, message);
    Err(error.hint("hotel admin rebuild --from OLD.db --to NEW.db"))
}

impl Describe for VerifyReport {
    fn describe(&self) -> Description {
        let counts = format!(
            "{} events, {} bookings, {} nights",
            grouped(self.events),
            grouped(self.bookings),
            grouped(self.nights)
        );
        let description = match (&self.first, self.differences) {
            (None, _) => Description::new().text(format!("{counts}: all as the log says")),
            (Some(first), 1) => {
                Description::new().text(format!("{counts}: 1 difference")).text(first.to_string())
            }
            (Some(first), count) => Description::new()
                .text(format!("{counts}: {} differences", grouped(count)))
                .text(format!("the first: {first}")),
        };
        match self.overfull_nights {
            0 => description,
            1 => description.text("1 night has more taken than may be sold: a room broke or left"),
            count => description.text(format!(
                "{} nights have more taken than may be sold: rooms broke or left",
                grouped(count)
            )),
        }
    }

    fn id(&self) -> String {
        self.position.to_string()
    }

    fn optional_fields() -> &'static [&'static str] {
        &["first"]
    }
}

/// Writes a number with a comma at each thousand.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_told_apart() {
        assert_eq!([0, 999, 1_000, 12_345_678].map(grouped), ["0", "999", "1,000", "12,345,678"]);
    }
}
