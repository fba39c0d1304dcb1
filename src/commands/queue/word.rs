//! What a person says about operations, and how it is answered.

use crate::cache::journal::{Journal, Operation, Refused, State};
use crate::context::Context;
use crate::error::{CliError, codes};

/// Finds an operation.
pub(super) fn find(journal: &Journal, op: u64) -> Result<Operation, CliError> {
    journal.operation(op)?.ok_or_else(|| unknown(op))
}

/// Moves operations from some states to another, and says so.
pub(super) fn shift(
    ctx: &Context,
    ops: &[u64],
    (from, to): (&[State], State),
    done: &str,
) -> Result<(), CliError> {
    let journal = ctx.journal()?;
    for op in ops {
        journal.shift(*op, (from, to), ctx.now())?.map_err(|why| refused(*op, why, from))?;
        ctx.out.status(format!("operation {op} {done}"));
    }
    Ok(())
}

/// Words why a person's word has no effect.
pub(super) fn refused(op: u64, why: Refused, from: &[State]) -> CliError {
    match why {
        Refused::Unknown => unknown(op),
        Refused::Is(state) => {
            let wanted: Vec<&str> = from.iter().map(|state| state.as_str()).collect();
            let message = format!("operation {op} is {state}, not {}", wanted.join(" or "));
            let error = CliError::of(codes::QUEUE_STATE, message).op_id(op.to_string());
            // Only the house knows what became of it: nobody decides about it before that is known.
            let is_open = matches!(state, State::InDoubt | State::Sending);
            error.hint(format!("hotel queue {} {op}", if is_open { "retry" } else { "show" }))
        }
    }
}

fn unknown(op: u64) -> CliError {
    CliError::of(codes::QUEUE_UNKNOWN, format!("there is no operation {op}"))
        .hint("hotel queue log")
}
