//! `hotel queue import`.

use super::portable::Portable;
use crate::cache::journal::{Entered, Entry};
use crate::commands::input::read_bytes;
use crate::context::Context;
use crate::error::{CliError, codes};

const EXAMPLES: &str = "\
Examples:
  $ hotel queue import monday.jsonl";

/// Take over what another machine wrote with `hotel queue export`
///
/// What is here already is left as it is. Nothing is sent by this.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ImportArgs {
    /// File of JSON lines, `-` for stdin
    #[arg(value_name = "FILE")]
    file: String,
}

/// Takes operations over.
pub(crate) fn run(ctx: &Context, args: &ImportArgs) -> Result<(), CliError> {
    let bytes = read_bytes(&args.file, "FILE")?;
    let mut all = Vec::new();
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let portable: Portable = serde_json::from_slice(line).map_err(|error| {
            CliError::of(codes::USAGE_INVALID_VALUE, format!("line {number} is no operation"))
                .field("FILE")
                .why(error.to_string())
        })?;
        all.push(portable);
    }
    let journal = ctx.journal()?;
    let mut came = 0;
    // What an operation follows has another number here.
    let mut numbers = std::collections::HashMap::new();
    for portable in all {
        let (old, mut new) = portable.into_operation()?;
        if !new.request.errand().verb.may_wait() {
            let message = format!("operation {old} is none that may wait");
            return Err(CliError::of(codes::USAGE_INVALID_VALUE, message).field("FILE"));
        }
        new.after = new.after.iter().filter_map(|after| numbers.get(after).copied()).collect();
        let before = journal.latest()?;
        let entered = journal.enter(&new, Entry::Waiting, ctx.now())?;
        let seq = match entered {
            Entered::Mine(seq) | Entered::Waits { seq, .. } | Entered::Before(seq) => seq,
        };
        numbers.insert(old, seq);
        came += u32::from(seq > before);
    }
    ctx.out.status(format!("{came} operations came"));
    Ok(())
}
