//! `hotel admin copy`: without the server, from one database into another.

use std::convert::Infallible;
use std::error::Error as _;
use std::thread;

use hotel_server::store::database::Database;
use hotel_server::store::{CopyProgress, StoreError, copy};
use tokio::sync::mpsc;

use super::report::{Saying, conclude};
use crate::context::Context;
use crate::error::{CliError, codes};

const EXAMPLES: &str = "\
Examples:
  $ hotel admin copy --from sqlite:hotel.db --to sqlite:new.db
  $ hotel admin copy --from sqlite:hotel.db --to postgres://hotel@db.example.com/hotel
  $ hotel admin copy --from postgres://hotel@db.example.com/hotel --to sqlite:new.db";

/// Move the house's books into another database: out of a file into Postgres, or back
///
/// The old database is only read, and may belong to a running server; what is written there after the
/// copy began is not in it. The new one must hold nothing. Booking codes, cursors, tokens and repeated
/// commands stay good. The new books are verified at the end.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CopyArgs {
    /// The database to read: sqlite:FILE, or the address of a Postgres
    #[arg(long, value_name = "DATABASE", value_parser = database)]
    from: Database,
    /// The database to fill: a file that is not there yet, or a Postgres that holds nothing
    #[arg(long, value_name = "DATABASE", value_parser = database)]
    to: Database,
}

fn database(text: &str) -> Result<Database, Infallible> {
    text.parse()
}

/// Copies the books.
pub(crate) async fn run(ctx: &Context, args: CopyArgs) -> Result<(), CliError> {
    copied(ctx, &args.from, &args.to).await
}

/// Copies the books from one place to another, and says how far that has come.
pub(super) async fn copied(ctx: &Context, from: &Database, to: &Database) -> Result<(), CliError> {
    let mut saying = Saying::new(ctx);
    let (words, mut said) = mpsc::channel(1);
    let (source, target) = (from.clone(), to.clone());
    // A plain thread: one that is stopped by Ctrl-C waits for nobody.
    let work = thread::Builder::new().name("copy".to_owned()).spawn(move || {
        copy(&source, &target, &mut |progress| {
            // Who is not there to be told does not keep it from going on.
            words.blocking_send(progress).ok();
        })
    });
    let work = work.map_err(|error| CliError::internal("no thread").why(error.to_string()))?;
    while let Some(progress) = said.recv().await {
        match progress {
            CopyProgress::Folding { done, of } => saying.folding(done, of),
            CopyProgress::Verifying(progress) => saying.say(progress),
        }
    }
    let done = work.join().unwrap_or_else(|_| Err(StoreError::Closing));
    let report = done.map_err(|error| failed(&error))?;
    ctx.out.status(format!("made {to}"));
    conclude(ctx, &report)
}

fn failed(error: &StoreError) -> CliError {
    let failure = CliError::of(codes::LOCAL_IO, error.to_string());
    match error.source() {
        Some(cause) => failure.why(cause.to_string()),
        None => failure,
    }
}
