//! What came of a change of what a hotel sells: one line for people, the answer for machines.

use hotel_core::wire::hotel::Changed;
use serde::Serialize;

use crate::api::Answer;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Describe, Description};

/// A change as it is printed.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct ChangedCard<'a> {
    changed: &'a Changed,
    #[serde(skip)]
    subject: &'a str,
}

impl Describe for ChangedCard<'_> {
    fn describe(&self) -> Description {
        Description::new().text(line(self.changed, self.subject))
    }

    fn id(&self) -> String {
        self.subject.to_owned()
    }
}

/// Prints what came of a change; `subject` is what was changed, as people name it.
pub(crate) fn tell(ctx: &Context, answer: &Answer<Changed>, subject: &str) -> Result<(), CliError> {
    ctx.out.record(&ChangedCard { changed: &answer.body, subject })?;
    if answer.is_replay {
        ctx.out.status("done before: this is the answer of the first time");
    }
    if answer.body.dry_run {
        ctx.out.status("nothing was changed: this was a dry run");
    }
    Ok(())
}

fn line(changed: &Changed, subject: &str) -> String {
    let mut done: Vec<(&str, usize)> = Vec::new();
    for event in &changed.events {
        match done.iter_mut().find(|(known, _)| known == event) {
            Some((_, count)) => *count += 1,
            None => done.push((event, 1)),
        }
    }
    let words = done.into_iter().map(|(event, count)| match count {
        1 => event_words(event, changed.dry_run),
        _ => format!("{} x{count}", event_words(event, changed.dry_run)),
    });
    let words: Vec<String> = words.collect();
    let done = if words.is_empty() { "already so".to_owned() } else { words.join(", ") };
    let mut parts = vec![done, changed.hotel.to_string()];
    if subject != changed.hotel.as_str() {
        parts.push(subject.to_owned());
    }
    parts.join("  ")
}

/// Returns an event in words: `room_type.added` is `room type added`.
fn event_words(event: &str, dry_run: bool) -> String {
    let (noun, verb) = event.split_once('.').unwrap_or(("it", event));
    let would = if dry_run { " would be" } else { "" };
    format!("{noun}{would} {verb}").replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(events: &[&str], dry_run: bool, subject: &str, expect: &str) {
        let events = events.iter().map(|event| (*event).to_owned()).collect();
        let changed = Changed { hotel: "BER-ADLER".parse().unwrap(), events, dry_run };
        assert_eq!(line(&changed, subject), expect);
    }

    #[test]
    fn a_change_is_told_in_one_line() {
        check(&["room_type.added"], false, "DLX", "room type added  BER-ADLER  DLX");
        check(&["room.added"; 3], false, "301..303", "room added x3  BER-ADLER  301..303");
        check(&["hotel.changed"], true, "BER-ADLER", "hotel would be changed  BER-ADLER");
    }
}
