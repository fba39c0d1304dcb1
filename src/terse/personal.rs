//! Which lines say something about a guest, so that no file remembers them.

use super::cli::{is_cli, words_of};
use super::entry::{Entry, read};

/// Flags whose values are about people.
const FLAGS: [&str; 8] =
    ["--guest", "--guest-id", "--phone", "--email", "--requests", "--name", "--note", "--or-guest"];

/// Commands that are about people whatever follows.
const COMMANDS: [&str; 3] = ["guests", "import", "api"];

/// Tells whether a line names a guest, or may. One that can't be read may.
pub(crate) fn is_personal(line: &str) -> bool {
    let Ok(entries) = read(line) else { return true };
    if is_cli(line) {
        let words = words_of(line).unwrap_or_default();
        let is_flag = |word: &String| FLAGS.contains(&word.split('=').next().unwrap_or_default());
        let first = words.first().map_or("", String::as_str);
        return COMMANDS.contains(&first) || words.iter().any(is_flag);
    }
    entries.iter().any(|placed| match &placed.entry {
        Entry::Name(_)
        | Entry::Phone(_)
        | Entry::Email(_)
        | Entry::Requests(_)
        | Entry::Find(_)
        | Entry::Cli(_) => true,
        Entry::Search(asked) => !asked.flags.is_empty(),
        Entry::Days(_)
        | Entry::Nights(_)
        | Entry::RoomType(_)
        | Entry::Sell { .. }
        | Entry::Guarantee
        | Entry::End { .. }
        | Entry::Ignore
        | Entry::Show(_)
        | Entry::History
        | Entry::Cancel
        | Entry::Yes
        | Entry::Counts
        | Entry::Queue { .. }
        | Entry::Next
        | Entry::Later
        | Entry::Leave
        | Entry::Help(_) => false,
    })
}
