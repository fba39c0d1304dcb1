//! `hotel admin rebuild`: without the server, from one file into another.

use std::error::Error as _;
use std::path::PathBuf;
use std::thread;

use hotel_server::store::StoreError;
use hotel_server::store::sqlite::{RebuildProgress, rebuild};
use tokio::sync::mpsc;

use super::report::{Saying, conclude};
use crate::context::Context;
use crate::error::{CliError, codes};

const EXAMPLES: &str = "\
Examples:
  $ hotel admin rebuild --from hotel.db --to new.db";

/// Make the house's books anew from its log, in a new file
///
/// The old file is only read, and may belong to a running server. Events are folded again from the
/// first to the last; guests, wishes, tokens' hashes and the answers kept for repeated commands are
/// copied, since the log holds none of them by design. The new file is verified at the end.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RebuildArgs {
    /// The file with the log
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// The file to make; it must not be there yet
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

/// Makes the books anew.
pub(crate) async fn run(ctx: &Context, args: RebuildArgs) -> Result<(), CliError> {
    let mut saying = Saying::new(ctx);
    let (words, mut said) = mpsc::channel(1);
    let to = args.to.clone();
    // A plain thread: one that is stopped by Ctrl-C waits for nobody.
    let work = thread::Builder::new().name("rebuild".to_owned()).spawn(move || {
        rebuild(&args.from, &args.to, &mut |progress| {
            // Who is not there to be told does not keep it from going on.
            words.blocking_send(progress).ok();
        })
    });
    let work = work.map_err(|error| CliError::internal("no thread").why(error.to_string()))?;
    while let Some(progress) = said.recv().await {
        match progress {
            RebuildProgress::Folding { done, of } => saying.folding(done, of),
            RebuildProgress::Verifying(progress) => saying.say(progress),
        }
    }
    let done = work.join().unwrap_or_else(|_| Err(StoreError::Closing));
    let report = done.map_err(|error| failed(&error))?;
    ctx.out.status(format!("made {}", to.display()));
    conclude(ctx, &report)
}

fn failed(error: &StoreError) -> CliError {
    let failure = CliError::of(codes::LOCAL_IO, error.to_string());
    match error.source() {
        Some(cause) => failure.why(cause.to_string()),
        None => failure,
    }
}
