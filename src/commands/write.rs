//! What every changing verb takes, and how it is sent.

use std::time::Duration;

use hotel_core::ids::provisional::BookingRef;
use hotel_core::ids::{IdempotencyKey, IdempotencyKeyError};

use super::outcome;
use crate::api::Write;
use crate::api::bookings::Verb;
use crate::context::Context;
use crate::error::CliError;
use crate::when::span::parse_span;

/// The flags of a change.
#[derive(clap::Args, Debug, Clone, Default)]
#[command(next_help_heading = "Write options")]
pub(crate) struct WriteArgs {
    /// Ask the server what would happen and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Name the change, so that repeating it takes effect once
    #[arg(long, value_name = "KEY", value_parser = parse_key)]
    pub(crate) idempotency_key: Option<IdempotencyKey>,
    /// Give the change up if it could not be sent for so long, as in 4h
    #[arg(long, value_name = "SPAN", value_parser = parse_span)]
    pub(crate) expires: Option<Duration>,
    /// Send the change only after this operation of the queue
    #[arg(long = "after-op", value_name = "OP")]
    pub(crate) after_op: Vec<u64>,
}

impl WriteArgs {
    /// Names the write.
    pub(crate) fn write(&self) -> Result<Write, CliError> {
        let mut write = Write::new(self.idempotency_key.clone(), self.dry_run)?;
        write.waiting.expires_in = self.expires;
        write.waiting.after.clone_from(&self.after_op);
        Ok(write)
    }
}

/// Changes a booking and tells what came of it.
pub(crate) async fn change(
    ctx: &Context,
    code: BookingRef,
    verb: &Verb,
    args: &WriteArgs,
) -> Result<(), CliError> {
    let answer = ctx.api()?.change(code, verb, &args.write()?).await?;
    outcome::tell(ctx, &answer)
}

fn parse_key(text: &str) -> Result<IdempotencyKey, IdempotencyKeyError> {
    IdempotencyKey::try_from(text.to_owned())
}
