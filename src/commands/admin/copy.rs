//! `hotel admin copy`: without the server, from one database into another.

use std::thread;

use hotel_server::store::database::Database;
use hotel_server::store::{CopyProgress, StoreError, copy};
use tokio::sync::mpsc;

use super::report::{Saying, conclude};
use crate::commands::place::Place;
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
/// commands stay good. The new books are verified at the end. The password of a Postgres is read from
/// PGPASSWORD, else from the file that PGPASSFILE names, never from an argument.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CopyArgs {
    /// The database to read: sqlite:FILE, or the address of a Postgres
    #[arg(long, value_name = "DATABASE")]
    from: String,
    /// The database to fill: a file that is not there yet, or a Postgres that holds nothing
    #[arg(long, value_name = "DATABASE")]
    to: String,
}

/// Copies the books.
pub(crate) async fn run(ctx: &Context, args: CopyArgs) -> Result<(), CliError> {
    let from = database("--from", &args.from)?;
    copied(ctx, &from, &database("--to", &args.to)?).await
}

/// Returns the database that an argument names, with its password from elsewhere.
fn database(flag: &str, text: &str) -> Result<Database, CliError> {
    let place = Place::new(text);
    place.refuse_in_argument(flag)?;
    let place = place.with_password(|name| std::env::var(name).ok())?;
    let Ok(database) = place.expose().parse();
    Ok(database)
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
    let report = done.map_err(|error| CliError::of(codes::LOCAL_IO, error.in_full()))?;
    ctx.out.status(format!("made {to}"));
    conclude(ctx, &report)
}
