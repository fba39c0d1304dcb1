//! What became of an operation that was sent: read from the house's answer, or from the lack of one. It is
//! the one place that decides what waits, what is asked again and what a person has to decide.

use std::time::Duration;

use hotel_core::ids::BookingCode;
use serde::Deserialize;

use crate::api::RawAnswer;
use crate::cache::journal::{KeptAnswer, Outcome, State, Verb};
use crate::error::category::Category;
use crate::error::{CliError, WriteOutcome};

/// Who waits for what becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Waits {
    /// The agent, at this moment: a refusal is an answer.
    Agent,
    /// Nobody: it was queued, and a refusal is for the agent to decide about.
    Nobody,
}

/// What becomes of an operation, and of those that wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fate {
    /// What is noted of the operation.
    pub(crate) outcome: Outcome,
    /// Why nothing more is sent for now.
    pub(crate) pause: Option<Pause>,
}

/// Why nothing is sent for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pause {
    /// The house does not know who asks: a person has to log in.
    Auth,
    /// The house can't be reached or has no time; it said for how long, or did not.
    Link(Option<Duration>),
}

/// What the answers to changes of bookings have in common.
#[derive(Deserialize)]
struct Told {
    booking: Named,
    #[serde(default)]
    events: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct Named {
    code: BookingCode,
}

/// Returns what became of an operation (ux.md 2.3, rules 2, 8 and 10).
pub(crate) fn fate(verb: Verb, reply: Result<&RawAnswer, &CliError>, waits: Waits) -> Fate {
    match reply {
        Ok(answer) => Fate { outcome: done(verb, answer), pause: None },
        Err(error) => failed(verb, error, waits),
    }
}

fn done(verb: Verb, answer: &RawAnswer) -> Outcome {
    let kept = KeptAnswer { status: answer.status, body: answer.body.clone() };
    let told = match verb {
        Verb::Other => None,
        Verb::Book
        | Verb::Update
        | Verb::Cancel
        | Verb::Assign
        | Verb::Move
        | Verb::CheckIn
        | Verb::CheckOut
        | Verb::Step => serde_json::from_slice::<Told>(&answer.body).ok(),
    };
    let is_noop = told.as_ref().is_some_and(|told| told.events.is_empty());
    Outcome {
        state: if is_noop { State::Noop } else { State::Applied },
        answer: Some(kept),
        booking: told.map(|told| told.booking.code),
        note: None,
        is_told: false,
    }
}

fn failed(verb: Verb, error: &CliError, waits: Waits) -> Fate {
    let noted = |state| Outcome { note: Some(error.message.clone()), ..Outcome::bare(state) };
    let wait = error.retry_after_ms.map(Duration::from_millis);
    // Sent and not answered: only the house knows, and is asked with the same key.
    if error.outcome == WriteOutcome::Unknown {
        return Fate { outcome: noted(State::InDoubt), pause: Some(Pause::Link(wait)) };
    }
    match (error.category, waits) {
        (Category::Auth, Waits::Nobody) => {
            Fate { outcome: noted(State::Queued), pause: Some(Pause::Auth) }
        }
        (Category::Unavailable, _) if verb.may_wait() || waits == Waits::Nobody => {
            Fate { outcome: noted(State::Queued), pause: Some(Pause::Link(wait)) }
        }
        (Category::Conflict, Waits::Nobody) if is_so_already(verb, error) => {
            Fate { outcome: refused(State::Noop, error), pause: None }
        }
        (Category::Conflict | Category::Rejected, Waits::Nobody) => {
            Fate { outcome: refused(State::Conflict, error), pause: None }
        }
        (_, waits) => {
            let refused = refused(State::Rejected, error);
            Fate { outcome: Outcome { is_told: waits == Waits::Agent, ..refused }, pause: None }
        }
    }
}

/// Tells whether a booking is refused a change since it is as the change would make it.
fn is_so_already(verb: Verb, error: &CliError) -> bool {
    let wanted = match verb {
        Verb::Cancel => "cancelled",
        Verb::CheckIn => "in_house",
        Verb::CheckOut => "checked_out",
        Verb::Book | Verb::Update | Verb::Assign | Verb::Move | Verb::Step | Verb::Other => {
            return false;
        }
    };
    error.code == hotel_core::refusal::code::STATE.code && error.details["state"] == wanted
}

fn refused(state: State, error: &CliError) -> Outcome {
    let problem = serde_json::json!({
        "code": error.code, "detail": error.message, "field": error.field, "details": error.details,
    });
    let answer =
        error.http_status.map(|status| KeptAnswer { status, body: problem.to_string().into() });
    Outcome { answer, note: Some(error.message.clone()), ..Outcome::bare(state) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::codes;

    fn refusal(category: Category, status: u16) -> CliError {
        CliError::new(category, "some.code", "no").http_status(status)
    }

    fn check(error: &CliError, verb: Verb, waits: Waits, state: State, pause: Option<Pause>) {
        let fate = fate(verb, Err(error), waits);
        assert_eq!((fate.outcome.state, fate.pause), (state, pause), "{error:?} {waits:?}");
    }

    #[test]
    fn only_what_can_not_be_sent_waits() {
        // Rules 2 and 3.
        let link = Some(Pause::Link(None));
        let down = CliError::of(codes::NETWORK_UNREACHABLE, "down");
        for waits in [Waits::Agent, Waits::Nobody] {
            check(&down, Verb::Book, waits, State::Queued, link);
        }
        check(&down, Verb::Other, Waits::Agent, State::Rejected, None);
        let busy = refusal(Category::Unavailable, 503).retryable(Some(2_000));
        let pause = Some(Pause::Link(Some(Duration::from_secs(2))));
        check(&busy, Verb::Cancel, Waits::Agent, State::Queued, pause);
    }

    #[test]
    fn what_was_sent_and_not_answered_is_in_doubt_whatever_it_is() {
        let lost = CliError::of(codes::NETWORK_TIMEOUT, "lost").outcome(WriteOutcome::Unknown);
        for verb in [Verb::Book, Verb::Step, Verb::Other] {
            check(&lost, verb, Waits::Agent, State::InDoubt, Some(Pause::Link(None)));
        }
    }

    #[test]
    fn a_refusal_is_an_answer_for_who_waits_and_a_question_for_who_does_not() {
        // Rules 8 and 10.
        let sold_out = refusal(Category::Conflict, 409);
        check(&sold_out, Verb::Book, Waits::Agent, State::Rejected, None);
        check(&sold_out, Verb::Book, Waits::Nobody, State::Conflict, None);
        let stranger = refusal(Category::Auth, 401);
        check(&stranger, Verb::Book, Waits::Agent, State::Rejected, None);
        check(&stranger, Verb::Book, Waits::Nobody, State::Queued, Some(Pause::Auth));
        for (category, status) in [(Category::Forbidden, 403), (Category::NotFound, 404)] {
            check(&refusal(category, status), Verb::Book, Waits::Nobody, State::Rejected, None);
        }
    }
}
