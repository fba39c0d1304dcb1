//! `hotel queue run`.

use std::time::{Duration, Instant};

use super::operation_row::OperationRow;
use crate::clock;
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::output::stream::Stream;
use crate::queue::{Bounds, Replay, Stopped};

const EXAMPLES: &str = "\
Examples:
  $ hotel queue run
  $ hotel queue run --watch --timeout 1s";

/// How often a run that watches looks for new operations.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Send what waits
///
/// Each operation is written on a line once it is known what became of it. With --watch it goes on with what
/// comes, and tries a broken link again by itself.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RunArgs {
    /// Go on until stopped
    #[arg(short, long)]
    watch: bool,
}

/// Sends what waits.
pub(crate) async fn run(ctx: &Context, args: &RunArgs) -> Result<(), CliError> {
    let replay = Replay::new(&ctx.data_folder(), ctx.api()?, ctx.whose()?)?;
    let until = ctx.deadline.map(|span| Instant::now() + span);
    let mut stream: Stream<'_, OperationRow> = ctx.out.stream();
    let mut tell = |operation: &_| stream.push(&OperationRow::new(operation, None, clock::now()));
    // Who runs this says that the link is there.
    let mut bounds = Bounds { until, is_eager: true };
    let mut last = None;
    loop {
        let stopped = replay.run(bounds, &mut tell).await?;
        if !args.watch {
            return end(ctx, &replay, &stopped);
        }
        if last.as_ref() != Some(&stopped) {
            ctx.out.status(word(&stopped));
        }
        if until.is_some_and(|until| Instant::now() >= until) {
            return Ok(());
        }
        bounds.is_eager = false;
        last = Some(stopped);
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

fn word(stopped: &Stopped) -> String {
    match stopped {
        Stopped::Empty => "nothing is left to send".to_owned(),
        Stopped::Late => "the time is over".to_owned(),
        Stopped::Busy => "another process is sending".to_owned(),
        Stopped::Link(until) => format!("the server can't be reached; tried again at {until}"),
        Stopped::Auth => "the server does not know the token: everything waits".to_owned(),
    }
}

/// Says what is left, and ends with a failure if it is not nothing.
fn end(ctx: &Context, replay: &Replay<'_>, stopped: &Stopped) -> Result<(), CliError> {
    let counts = replay.journal().counts()?;
    let told = || word(stopped);
    match stopped {
        Stopped::Empty if counts.conflicts > 0 => {
            let message = format!("{} of them need your word", counts.conflicts);
            Err(CliError::of(codes::QUEUE_CONFLICTS, message).hint("hotel queue ls"))
        }
        Stopped::Empty => {
            ctx.out.status(told());
            Ok(())
        }
        Stopped::Late => Err(CliError::of(codes::WAIT_DEADLINE, told())),
        Stopped::Busy => Err(CliError::of(codes::LOCAL_BUSY, told())),
        Stopped::Link(_) => Err(CliError::of(codes::NETWORK_UNREACHABLE, told()).retryable(None)),
        Stopped::Auth => {
            Err(CliError::of(codes::AUTH_REFUSED, told()).hint("hotel profile add --help"))
        }
    }
}
