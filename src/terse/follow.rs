//! What can follow: the table of all forms, which help, completion and refusals are made of.

use super::cli::{commands, is_cli};
use super::entry::pieces;
use super::words;
use crate::commands::todo::needs::Reason;

/// A form of an entry.
#[derive(Debug)]
pub(super) struct Form {
    /// What it begins with; nothing for a place.
    pub(super) start: &'static str,
    /// The whole form, by example.
    pub(super) whole: &'static str,
    /// What it does.
    help: &'static str,
    /// Whether something has to follow what it begins with.
    takes: bool,
}

const fn form(start: &'static str, whole: &'static str, help: &'static str) -> Form {
    Form { start, whole, help, takes: start.len() != whole.len() }
}

/// All forms, in the order of an agent's work.
pub(super) const FORMS: &[Form] = &[
    form("", "ber fri+2", "search: hotel, city code or city, and the nights"),
    form("a", "a", "the same search again"),
    form(
        "a ",
        "a ber fri+2 2+1 *2",
        "search; what is left out stays: place, nights, adults+children, rooms",
    ),
    form(">", ">", "the next day; >7 a week later"),
    form("<", "<", "the day before"),
    form("+", "+1", "one night more, of the booking or of the search"),
    form("-", "-1", "one night less"),
    form("t ", "t DLX", "another room type"),
    form("s", "s3*2", "hold two rooms of line 3 for ten minutes; a bare 3 is one line"),
    form("n", "nKELLY/JOE", "the guest: family name, given name"),
    form("p", "p0301234567", "the guest's telephone number"),
    form("m", "mjoe@example.com", "the guest's e-mail address"),
    form("r ", "r quiet room", "what the guest asks for"),
    form("g", "g", "the agency vouches for the money"),
    form("e", "e", "end: what is held is sold"),
    form("er", "er", "end, and show the booking"),
    form("i", "i", "ignore: give up what is held, and forget"),
    form("*", "*", "show the booking again"),
    form("*C", "*7F3K2QXD", "show a booking"),
    form("*-", "*-KEL", "find bookings by the family name"),
    form("h", "h", "history of the booking"),
    form("x", "x", "cancel the booking"),
    form("y", "y", "yes: make the change that was shown"),
    form("q", "q", "how much needs you"),
    form("q ", "q requested", "work off what needs you"),
    form("qn", "qn", "next"),
    form("qd", "qd", "next; this one comes again at the end"),
    form("qx", "qx", "leave the queue"),
    form("?", "?", "what can stand here"),
];

/// Returns the form that begins so.
pub(super) fn form_of(start: &str) -> &'static str {
    let found = FORMS.iter().find(|form| form.start == start || form.start.trim_end() == start);
    found.map_or("?", |form| form.whole)
}

/// Something that can follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Follow {
    /// What it looks like, by example.
    pub(crate) form: String,
    /// What it does.
    pub(crate) help: String,
    /// What completes the entry that was begun, if it is one thing alone: the whole entry.
    pub(crate) whole: Option<String>,
}

impl Follow {
    fn new(form: impl Into<String>, help: impl Into<String>) -> Self {
        Self { form: form.into(), help: help.into(), whole: None }
    }

    fn whole(form: impl Into<String>, help: impl Into<String>) -> Self {
        let form = form.into();
        Self { whole: Some(form.clone()), form, help: help.into() }
    }
}

/// Tells what can follow what was typed, for the last of its entries.
pub(crate) fn follow(prefix: &str) -> Vec<Follow> {
    let ends_open = prefix.trim_end().ends_with(';') || prefix.trim().is_empty();
    let last = pieces(prefix).pop().map(|(_, text)| text).filter(|_| !ends_open);
    let begun = last.unwrap_or_default();
    // A blank after a verb matters, and pieces have none at their end.
    let blank = if prefix.ends_with(' ') && !begun.is_empty() { " " } else { "" };
    let begun = format!("{begun}{blank}");
    if is_cli(&begun) {
        // Its own completion knows more.
        return Vec::new();
    }
    if let Some(word) = begun.strip_prefix("q ") {
        let reasons = Reason::ALL.into_iter().filter(|reason| reason.as_str().starts_with(word));
        return reasons
            .map(|reason| Follow::whole(format!("q {}", reason.as_str()), help_of(reason)))
            .collect();
    }
    let searched = after_place(&begun);
    if !searched.is_empty() {
        return searched;
    }
    let lower = begun.to_ascii_lowercase();
    let fits = |form: &&Form| {
        let is_begun = form.start.starts_with(lower.as_str());
        let goes_on = form.takes && !form.start.is_empty() && lower.starts_with(form.start);
        is_begun || goes_on
    };
    let forms = FORMS.iter().filter(fits).map(|form| {
        if form.takes {
            Follow::new(form.whole, form.help)
        } else {
            Follow::whole(form.whole, form.help)
        }
    });
    let is_name = |name: &&String| begun.chars().count() >= 2 && name.starts_with(begun.as_str());
    let names = commands().iter().filter(is_name);
    forms.chain(names.map(|name| Follow::whole(name, "a command in full"))).collect()
}

fn help_of(reason: Reason) -> String {
    let value = clap::ValueEnum::to_possible_value(&reason);
    value.and_then(|value| value.get_help().map(ToString::to_string)).unwrap_or_default()
}

/// Tells what follows a place, or its dates.
fn after_place(begun: &str) -> Vec<Follow> {
    let rest = begun.strip_prefix("a ").unwrap_or(begun);
    let is_verb = rest.len() != begun.len();
    let mut parts = rest.split_whitespace();
    let first = parts.next().unwrap_or_default();
    let is_place = words::begins_a_place(first) && (is_verb || rest.contains(' '));
    let has_dates = rest.split_whitespace().any(words::is_dates);
    if has_dates {
        return vec![
            Follow::new("2+1", "adults in each room, + children"),
            Follow::new("*2", "how many rooms"),
            Follow::new("--stars 4", "any flag of `hotel search`"),
        ];
    }
    let is_awaited = is_verb && rest.trim().is_empty();
    if !(is_place || is_awaited) {
        return Vec::new();
    }
    let dates = [
        ("fri+2", "the next Friday, two nights"),
        ("24dec+3", "the next 24 December, three nights"),
        ("tomorrow..sun", "from tomorrow to the Sunday after it"),
        ("+7d+2", "in a week, two nights"),
    ];
    dates.into_iter().map(|(form, help)| Follow::new(form, help)).collect()
}
