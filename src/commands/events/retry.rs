//! `hotel events retry`.

use std::collections::HashSet;

use super::target_args::TargetArgs;
use crate::cache::file::DataFile;
use crate::cache::lease::Lease;
use crate::cache::letters::{Fate, Letter};
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::webhooks::courier::{Courier, Reply};
use crate::webhooks::forwarder::{shut_for_good, target_lease};
use crate::webhooks::target::Target;

const EXAMPLES: &str = "\
Examples:
  $ hotel events retry --all --forward-to http://127.0.0.1:8080/hooks
By the numbers that `hotel events dead` tells:
  hotel events retry 3 4";

/// Send events once more that a target has not taken
///
/// A target that said that it wants no more is tried again. While a tail forwards to the target, it is left
/// to that to send them.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RetryArgs {
    /// Numbers of letters
    #[arg(value_name = "ID", conflicts_with = "all", required_unless_present = "all")]
    ids: Vec<i64>,
    /// All of them
    #[arg(long, requires = "forward_to")]
    all: bool,
    #[command(flatten)]
    target: TargetArgs,
}

/// Sends letters once more.
pub(crate) async fn run(ctx: &Context, args: RetryArgs) -> Result<(), CliError> {
    let file = ctx.data_file()?;
    if let Some(target) = args.target.forward_to.as_ref().filter(|_| args.all) {
        file.reopen_target(target.as_str())?;
    }
    let letters = chosen(&file, &args)?;
    let Some(name) = letters.first().map(|letter| letter.target.clone()) else {
        ctx.out.status("nothing waits to be sent");
        return Ok(());
    };
    if letters.iter().any(|letter| letter.target != name) {
        let message = "these are for several targets: send those of one at a time";
        return Err(CliError::of(codes::USAGE_ARGUMENTS, message).field("ID"));
    }
    let target: Target = name
        .parse()
        .map_err(|_| CliError::of(codes::LOCAL_BROKEN, format!("`{name}` is no target")))?;
    file.reopen_target(target.as_str())?;
    match Lease::take(&ctx.data_folder(), &target_lease(&target), &format!("{target}")) {
        Ok(_lease) => send(ctx, &file, &args.target.courier_to(target)?, letters).await,
        Err(error) if error.code == codes::LOCAL_BUSY.code => {
            for letter in letters {
                file.note_letter(&anew(letter, ctx))?;
            }
            ctx.out.status("the tail that forwards there sends them within seconds");
            Ok(())
        }
        Err(error) => Err(error),
    }
}

/// Returns a letter that is to be tried at once, and for as long as a new one.
fn anew(letter: Letter, ctx: &Context) -> Letter {
    Letter { fate: Fate::Waiting, due_at: ctx.now(), tried_first_at: None, ..letter }
}

fn chosen(file: &DataFile, args: &RetryArgs) -> Result<Vec<Letter>, CliError> {
    let all = file.letters()?;
    if let Some(target) = &args.target.forward_to.as_ref().filter(|_| args.all) {
        return Ok(all.into_iter().filter(|letter| letter.target == target.as_str()).collect());
    }
    if let Some(id) = args.ids.iter().find(|id| !all.iter().any(|letter| letter.id == **id)) {
        return Err(CliError::of(codes::LETTER_UNKNOWN, format!("there is no letter {id}"))
            .field("ID")
            .hint("hotel events dead"));
    }
    Ok(all.into_iter().filter(|letter| args.ids.contains(&letter.id)).collect())
}

/// Sends letters in their order; what follows on one that is not taken waits behind it.
async fn send(
    ctx: &Context,
    file: &DataFile,
    courier: &Courier,
    letters: Vec<Letter>,
) -> Result<(), CliError> {
    let (mut taken, mut refused) = (0_u32, Vec::new());
    let mut stuck: HashSet<String> = HashSet::new();
    for letter in letters {
        if stuck.contains(&letter.sealed.lane) {
            continue;
        }
        let why = match courier.send(&letter.sealed, ctx.now()).await {
            Reply::Taken => {
                file.remove_letter(letter.id)?;
                taken += 1;
                continue;
            }
            Reply::Gone => return Err(shut_for_good(file, courier.target().as_str())?),
            Reply::Refused { why, .. } => why,
        };
        stuck.insert(letter.sealed.lane.clone());
        refused.push(format!("event {}: {why}", letter.sealed.position));
        file.note_letter(&Letter { attempts: letter.attempts + 1, why, ..letter })?;
    }
    ctx.out.status(format!("{taken} taken"));
    match refused.first() {
        None => Ok(()),
        Some(first) => {
            let message = format!("{} did not take {}", courier.target(), refused.len());
            Err(CliError::of(codes::BATCH_PARTIAL, message).why(first).hint("hotel events dead"))
        }
    }
}
