//! `hotel status`.

use jiff::SignedDuration;
use serde::Serialize;

use crate::cache::file::DataFile;
use crate::cache::journal::{Counts, Journal, Paused};
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Describe, Description};
use crate::output::safe_text::SafeText;
use crate::skew;

const EXAMPLES: &str = "\
Examples:
  $ hotel status
  $ hotel status --short";

/// Show what waits in the queue, without asking the server
///
/// --short is for a prompt: `3~` are waiting, `1!` needs your word, nothing if there is nothing.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct StatusArgs {
    /// A few letters for a prompt
    #[arg(short, long)]
    short: bool,
}

/// How the profile stands.
#[derive(Debug, Serialize)]
struct StatusCard {
    profile: String,
    server: String,
    /// `auth` or `link`, while nothing is sent.
    paused: Option<&'static str>,
    queue: Counts,
    /// By how many seconds this machine's clock was ahead of the server's when that answered last, if
    /// those were too many.
    clock_ahead_s: Option<i64>,
}

/// Shows how the profile stands.
pub(crate) fn run(ctx: &Context, args: &StatusArgs) -> Result<(), CliError> {
    // A prompt asks often, and mostly of profiles without a journal: none is made for it.
    let journal = if DataFile::is_there(&ctx.data_folder()) { Some(ctx.journal()?) } else { None };
    let queue = journal.as_ref().map(Journal::counts).transpose()?.unwrap_or_default();
    if args.short {
        let text = short(queue);
        return if text.is_empty() { Ok(()) } else { ctx.out.text(&SafeText::line(&text)) };
    }
    let paused = journal.as_ref().map(Journal::paused).transpose()?.flatten();
    ctx.out.record(&StatusCard {
        profile: ctx.config.profile().to_owned(),
        server: ctx.config.server(),
        paused: paused.map(|paused| match paused {
            Paused::Auth => "auth",
            Paused::Link { .. } => "link",
        }),
        queue,
        clock_ahead_s: known_skew(ctx).map(|skew| skew.as_secs()),
    })
}

/// Returns how far the clocks were apart when the house answered last, if that was too far.
fn known_skew(ctx: &Context) -> Option<SignedDuration> {
    // Without a token there is no house that could have told.
    skew::known(&ctx.cache_folder(), &ctx.whose().ok()?)
}

/// Returns a few letters for a prompt.
pub(crate) fn short(queue: Counts) -> String {
    let part = |count: u64, sign: char| (count > 0).then(|| format!("{count}{sign}"));
    let waiting = part(queue.waiting + queue.held, '~');
    let conflicts = part(queue.conflicts, '!');
    waiting.into_iter().chain(conflicts).collect::<Vec<String>>().join(" ")
}

impl Describe for StatusCard {
    fn describe(&self) -> Description {
        let queue = &self.queue;
        let count = |count: u64| (count > 0).then(|| count.to_string());
        Description::new()
            .field("profile", &self.profile)
            .field("server", &self.server)
            .field_if(
                "sending",
                self.paused.map(|why| match why {
                    "auth" => "paused: the server does not know the token",
                    _ => "paused: the server can't be reached",
                }),
            )
            .field("waiting", queue.waiting.to_string())
            .field_if("in doubt", count(queue.in_doubt))
            .field_if("held back", count(queue.held))
            .field_if("need your word", count(queue.conflicts))
            .field_if(
                "clock",
                self.clock_ahead_s.map(|ahead| skew::words(SignedDuration::from_secs(ahead))),
            )
    }

    fn id(&self) -> String {
        self.profile.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prompt_says_only_what_there_is() {
        let counts = |waiting, held, conflicts| Counts { waiting, held, conflicts, in_doubt: 0 };
        assert_eq!(short(counts(0, 0, 0)), "");
        assert_eq!(short(counts(2, 1, 0)), "3~");
        assert_eq!(short(counts(1, 0, 2)), "1~ 2!");
    }
}
