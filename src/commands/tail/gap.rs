//! A stretch of the feed that can't be told any more, as a tail prints it.

use serde::Serialize;

use crate::api::feed::Gap;
use crate::context::Context;
use crate::error::{CliError, codes};

/// A gap among the events on stdout.
#[derive(Serialize)]
struct GapRecord<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    from: &'a str,
    to: &'a str,
    why: &'a str,
}

/// Tells of a gap: as a record among the events where those are JSON, else on stderr.
pub(super) fn tell(ctx: &Context, gap: &Gap) -> Result<(), CliError> {
    let Gap { from, to, why } = gap;
    if !ctx.out.aside(&GapRecord { kind: "gap", from, to, why })? {
        ctx.out.warn(format!("events after {from} can't be told; going on after {to}: {why}"));
    }
    Ok(())
}

/// Returns the failure of a gap that must not be.
pub(super) fn failure(gap: &Gap) -> CliError {
    CliError::of(codes::FEED_GAP, format!("events after {} can't be told any more", gap.from))
        .why(gap.why.clone())
        .field("--fail-on-gap")
        .details(serde_json::json!({ "from": gap.from, "to": gap.to }))
}
