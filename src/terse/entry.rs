//! The grammar: what a line says, entry by entry, before anything of it is carried out.

use hotel_core::ids::RoomTypeCode;
use hotel_core::ids::provisional::BookingRef;

use super::cli::{is_cli, words_of};
use super::follow::{FORMS, form_of};
use super::refusal::Refusal;
use super::words;
use crate::commands::todo::needs::Reason;

/// A line of a search has at most so many digits.
const LINE_DIGITS_MAX: usize = 3;

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Entry {
    /// The command line itself, without `hotel`.
    Cli(Vec<String>),
    /// Searches; what is left out is taken from the search before.
    Search(Box<Asked>),
    /// So many days later, or earlier.
    Days(i32),
    /// So many nights more, or fewer.
    Nights(i32),
    /// Another room type.
    RoomType(RoomTypeCode),
    /// Sells rooms of a line.
    Sell {
        /// The line.
        line: u32,
        /// How many rooms, if not as many as were searched for.
        rooms: Option<u16>,
    },
    /// Names the guest, `FAMILY, GIVEN`.
    Name(String),
    /// The guest's telephone number.
    Phone(String),
    /// The guest's e-mail address.
    Email(String),
    /// What the guest asks for.
    Requests(String),
    /// The agency vouches for the money.
    Guarantee,
    /// Ends the sale.
    End {
        /// Whether the booking is shown after it.
        shows: bool,
    },
    /// Gives up what is held, and forgets.
    Ignore,
    /// Shows a booking; without a code the current one.
    Show(Option<BookingRef>),
    /// Looks bookings up by how the family name begins.
    Find(String),
    /// Shows the history of the current booking.
    History,
    /// Cancels the current booking.
    Cancel,
    /// Carries out the change that was shown.
    Yes,
    /// Tells how much needs the agent.
    Counts,
    /// Begins to work off what needs the agent.
    Queue {
        /// For which reason.
        reason: Reason,
        /// More flags of the command.
        flags: Vec<String>,
    },
    /// The next of the queue.
    Next,
    /// The next of the queue; this one comes again.
    Later,
    /// Leaves the queue.
    Leave,
    /// Tells what can follow.
    Help(String),
}

/// What a search asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Asked {
    /// Where.
    pub(crate) place: Option<String>,
    /// When, as the command line writes it.
    pub(crate) dates: Option<String>,
    /// Adults and children in each room.
    pub(crate) party: Option<(u8, u8)>,
    /// How many rooms.
    pub(crate) rooms: Option<u16>,
    /// Flags of the command line, as they are.
    pub(crate) flags: Vec<String>,
}

/// An entry where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed {
    /// The place in the line, in characters from 0.
    pub(crate) at: usize,
    /// What is written there.
    pub(crate) text: String,
    /// What it says.
    pub(crate) entry: Entry,
}

/// Reads a line: the command line itself, or entries with `;` between them. One that is refused refuses the
/// line, so that nothing is half done.
pub(crate) fn read(line: &str) -> Result<Vec<Placed>, Refusal> {
    let start = line.chars().take_while(|letter| letter.is_whitespace()).count();
    if is_cli(line) {
        let text = line.trim().to_owned();
        let words = words_of(&text).ok_or_else(|| Refusal::new(start, &text, "a quote is open"))?;
        return Ok(vec![Placed { at: start, text, entry: Entry::Cli(words) }]);
    }
    let mut entries = Vec::new();
    for (at, text) in pieces(line) {
        let entry = entry(&text).map_err(|refusal| Refusal { at: at + refusal.at, ..refusal })?;
        entries.push(Placed { at, text, entry });
    }
    Ok(entries)
}

/// Returns the entries of a line with their places; `;;` is a semicolon that parts nothing.
pub(super) fn pieces(line: &str) -> Vec<(usize, String)> {
    let mut pieces = Vec::new();
    let (mut piece, mut start) = (String::new(), 0);
    let mut letters = line.chars().enumerate().peekable();
    let mut keep = |piece: &mut String, start: usize| {
        let blanks = piece.chars().take_while(|letter| letter.is_whitespace()).count();
        let text = piece.trim().to_owned();
        if !text.is_empty() {
            pieces.push((start + blanks, text));
        }
        piece.clear();
    };
    while let Some((at, letter)) = letters.next() {
        if letter != ';' {
            piece.push(letter);
        } else if letters.next_if(|(_, next)| *next == ';').is_some() {
            piece.push(';');
        } else {
            keep(&mut piece, start);
            start = at + 1;
        }
    }
    keep(&mut piece, start);
    pieces
}

/// Reads one entry; places in it are counted from its own beginning.
fn entry(text: &str) -> Result<Entry, Refusal> {
    if let Some(wish) = text.strip_prefix("r ") {
        return Ok(Entry::Requests(wish.trim().to_owned()));
    }
    if let Some(prefix) = text.strip_suffix('?') {
        return Ok(Entry::Help(prefix.to_owned()));
    }
    let exact = match text.to_ascii_lowercase().as_str() {
        "a" => Some(Entry::Search(Box::default())),
        "e" => Some(Entry::End { shows: false }),
        "er" => Some(Entry::End { shows: true }),
        "i" => Some(Entry::Ignore),
        "h" => Some(Entry::History),
        "x" => Some(Entry::Cancel),
        "y" => Some(Entry::Yes),
        "g" => Some(Entry::Guarantee),
        "*" => Some(Entry::Show(None)),
        "q" => Some(Entry::Counts),
        "qn" => Some(Entry::Next),
        "qd" => Some(Entry::Later),
        "qx" => Some(Entry::Leave),
        _ => None,
    };
    match exact {
        Some(entry) => Ok(entry),
        None => signed(text)?.or(verb(text)?).map_or_else(|| bare(text), Ok),
    }
}

/// Reads what begins with a sign or a digit.
fn signed(text: &str) -> Result<Option<Entry>, Refusal> {
    let (first, rest) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
    let entry = match first {
        "*" => retrieved(rest)?,
        ">" | "<" => {
            let days = if rest.is_empty() { 1 } else { number(text, 1, rest)? };
            Entry::Days(if first == ">" { days } else { -days })
        }
        // `+7d` is a day, as everywhere.
        "+" if !words::is_dates(text.split_whitespace().next().unwrap_or_default()) => {
            Entry::Nights(number(text, 1, rest.strip_suffix('n').unwrap_or(rest))?)
        }
        "-" => Entry::Nights(-number(text, 1, rest.strip_suffix('n').unwrap_or(rest))?),
        _ => match sold(text) {
            Some(entry) => entry?,
            None => return Ok(None),
        },
    };
    Ok(Some(entry))
}

fn retrieved(rest: &str) -> Result<Entry, Refusal> {
    if let Some(name) = rest.strip_prefix('-') {
        let name = name.trim();
        if name.is_empty() {
            let rule = "the name is missing: how the family name begins";
            return Err(Refusal::new(2, "*-", rule).can(form_of("*-")));
        }
        return Ok(Entry::Find(name.to_owned()));
    }
    let code =
        rest.trim().parse().map_err(|error: hotel_core::ids::provisional::BookingRefError| {
            Refusal::new(1, rest, error.to_string()).can(form_of("*C")).can(form_of("*-"))
        })?;
    Ok(Entry::Show(Some(code)))
}

/// Reads the number of a line, with rooms: `3`, `3*2`, and after an `s`.
fn sold(text: &str) -> Option<Result<Entry, Refusal>> {
    let rest = text.strip_prefix(['s', 'S']).unwrap_or(text);
    let (line, rooms) = match rest.split_once('*') {
        Some((line, rooms)) => (line, Some(rooms)),
        None => (rest, None),
    };
    if !words::is_number(line) || line.len() > LINE_DIGITS_MAX {
        return None;
    }
    let at = |part: &str| text.find(part).unwrap_or_default();
    let rooms = rooms.map(|rooms| {
        let refuse = || {
            let rule = "after the star stands how many rooms, 1 to 50";
            Refusal::new(at("*") + 1, rooms, rule).can(form_of("s"))
        };
        rooms.parse().ok().filter(|rooms| (1..=50).contains(rooms)).ok_or_else(refuse)
    });
    let line = line.parse().ok().filter(|line| *line > 0);
    let line = line
        .ok_or_else(|| Refusal::new(at("0"), text, "lines are counted from 1").can(form_of("s")));
    Some(line.and_then(|line| Ok(Entry::Sell { line, rooms: rooms.transpose()? })))
}

/// Reads what begins with a verb of one letter.
fn verb(text: &str) -> Result<Option<Entry>, Refusal> {
    let (first, rest) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
    let spoken = rest.strip_prefix(' ').map(str::trim);
    let verb = first.to_ascii_lowercase();
    let entry = match (verb.as_str(), spoken) {
        ("a", Some(_)) => Entry::Search(Box::new(asked(text, 2)?)),
        ("t", Some(kind)) => {
            Entry::RoomType(kind.parse().map_err(|error: hotel_core::ids::CodeError| {
                Refusal::new(2, kind, error.to_string()).can(form_of("t"))
            })?)
        }
        ("q", Some(rest)) => queue(rest)?,
        ("n", _) if rest.contains('/') => Entry::Name(words::name(rest).ok_or_else(|| {
            let rule = "a name is the family name, a stroke and the given name";
            Refusal::new(1, rest, rule).can(form_of("n"))
        })?),
        ("m", _) if rest.contains('@') => Entry::Email(rest.trim().to_owned()),
        ("p", _) if words::begins_a_number(rest.trim_start()) => {
            Entry::Phone(rest.trim().to_owned())
        }
        ("n" | "m" | "p", Some(_)) => return Err(unfinished(&verb, rest)),
        _ => return Ok(None),
    };
    Ok(Some(entry))
}

/// Refuses a verb that is followed by a blank and nothing that it takes.
fn unfinished(verb: &str, rest: &str) -> Refusal {
    let rule = match verb {
        "n" => "a name has a stroke between the family name and the given name",
        "m" => "an e-mail address has an @",
        _ => "a telephone number begins with a digit, + or (",
    };
    Refusal::new(1, rest.trim(), rule).can(form_of(verb))
}

fn queue(rest: &str) -> Result<Entry, Refusal> {
    let mut words = rest.split_whitespace();
    let word = words.next().unwrap_or_default();
    let begun: Vec<Reason> =
        Reason::ALL.into_iter().filter(|reason| reason.as_str().starts_with(word)).collect();
    let whole = begun.iter().find(|reason| reason.as_str() == word);
    let reason = match (whole, begun.as_slice()) {
        (Some(reason), _) | (None, [reason]) => *reason,
        (None, several) => {
            let rule = if several.is_empty() {
                "there is no such reason"
            } else {
                "more than one reason begins so"
            };
            let all = if several.is_empty() { &Reason::ALL[..] } else { several };
            let refusal = Refusal::new(2, word, rule);
            return Err(all
                .iter()
                .fold(refusal, |refusal, reason| refusal.can(format!("q {}", reason.as_str()))));
        }
    };
    Ok(Entry::Queue { reason, flags: words.map(str::to_owned).collect() })
}

/// Reads an entry without a verb: a place with dates, or dates alone.
fn bare(text: &str) -> Result<Entry, Refusal> {
    let mut parts = text.split_whitespace();
    let first = parts.next().unwrap_or_default();
    let has_dates = words::is_dates(first)
        || (words::begins_a_place(first) && parts.clone().any(words::looks_like_dates))
        || (words::begins_a_place(first) && parts.any(words::is_dates));
    if has_dates {
        return asked(text, 0).map(|asked| Entry::Search(Box::new(asked)));
    }
    if words::looks_like_dates(first) && !first.starts_with(char::is_alphabetic) {
        let rule = words::dates(first).err().map(|error| error.to_string()).unwrap_or_default();
        return Err(Refusal::new(0, first, rule).can(form_of("a")));
    }
    let rule = "no entry begins so, and a place has dates after it";
    let letter = first.chars().next().map(|letter| letter.to_ascii_lowercase());
    let begun = FORMS.iter().filter(|form| letter.is_some_and(|it| form.start.starts_with(it)));
    let refusal = Refusal::new(0, first, rule);
    let refusal = begun.fold(refusal, |refusal, form| refusal.can(form.whole));
    Err(refusal.can("PLACE fri+2").can("?"))
}

/// Reads what a search asks for, from a place of the entry on.
fn asked(text: &str, from: usize) -> Result<Asked, Refusal> {
    let mut asked = Asked::default();
    let mut names: Vec<&str> = Vec::new();
    let mut rest = text[from..].split_whitespace().peekable();
    let at = |word: &str| {
        let offset = word.as_ptr() as usize - text.as_ptr() as usize;
        text[..offset].chars().count()
    };
    while let Some(word) = rest.next_if(|word| !word.starts_with("--")) {
        let more_dates = rest.peek().is_some_and(|next| words::is_dates(next));
        if asked.dates.is_none() && words::is_dates(word) && !(names.is_empty() && more_dates) {
            asked.dates = words::dates(word).ok();
        } else if let (Some(rooms), true) = (word.strip_prefix('*'), asked.dates.is_some()) {
            let rule = "after the star stands how many rooms, 1 to 50";
            asked.rooms = rooms.parse().ok().filter(|rooms| (1..=50).contains(rooms));
            asked.rooms.ok_or_else(|| Refusal::new(at(word), word, rule).can("*2"))?;
        } else if asked.dates.is_some() {
            let rule = "after the dates stand adults, or adults+children, then rooms and flags";
            let refuse = || Refusal::new(at(word), word, rule).can("2").can("2+1").can("*2");
            asked.party = Some(party(word).ok_or_else(refuse)?);
        } else if !names.is_empty() && words::looks_like_dates(word) {
            let rule = words::dates(word).err().map(|error| error.to_string()).unwrap_or_default();
            return Err(Refusal::new(at(word), word, rule).can("fri+2").can("24dec+3"));
        } else {
            names.push(word);
        }
    }
    asked.flags = rest.map(str::to_owned).collect();
    asked.place = (!names.is_empty()).then(|| words::place(&names));
    Ok(asked)
}

/// Reads who sleeps in each room: `2`, or `2+1` with a child.
fn party(word: &str) -> Option<(u8, u8)> {
    let (adults, children) = word.split_once('+').unwrap_or((word, "0"));
    if !words::is_number(adults) || !words::is_number(children) {
        return None;
    }
    Some((adults.parse().ok().filter(|adults| *adults > 0)?, children.parse().ok()?))
}

fn number(text: &str, at: usize, digits: &str) -> Result<i32, Refusal> {
    let refuse = || {
        let sign = &text[..at];
        Refusal::new(at, digits, format!("after {sign} stands a number")).can(format!("{sign}1"))
    };
    if !words::is_number(digits) {
        return Err(refuse());
    }
    digits.parse().ok().filter(|number| (1..=365).contains(number)).ok_or_else(refuse)
}
