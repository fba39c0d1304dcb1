//! What an agent works with: the search, what is held, who stays, the booking and the queue. Entries are turned
//! into commands by it, and it learns what came of them.

mod change;
mod learn;
mod queue;
mod sale;
mod search;

use hotel_core::stay::StayDates;
use jiff::civil::Date;

use self::change::Change;
use self::queue::Queue;
use self::sale::Sale;
use self::search::Search;
use super::entry::{Entry, Placed};
use super::follow::{follow, form_of};
use super::refusal::Refusal;

/// What is to be done next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// Carry out a command, and tell the session what came of it.
    Run(Run),
    /// Tell the agent something.
    Say(String),
}

/// A command that an entry stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// Its words, without `hotel`.
    pub(crate) words: Vec<String>,
    /// What it is for.
    pub(super) cause: Cause,
}

impl Run {
    fn new(cause: Cause, words: &[&str]) -> Self {
        Self { words: words.iter().map(|word| (*word).to_owned()).collect(), cause }
    }

    /// Adds words at the end.
    fn with(mut self, words: impl IntoIterator<Item = String>) -> Self {
        self.words.extend(words);
        self
    }

    /// Tells whether it was typed as it is.
    pub(crate) fn is_typed(&self) -> bool {
        self.cause == Cause::Typed
    }

    /// Returns the long form, as it can be typed into a shell.
    pub(crate) fn long(&self) -> String {
        let words = std::iter::once("hotel").chain(self.words.iter().map(String::as_str));
        // A word with a NUL can't be quoted, nor typed.
        shlex::try_join(words).unwrap_or_else(|_| format!("hotel {}", self.words.join(" ")))
    }
}

/// What a command is for, which tells what its outcome means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// It was typed in full.
    Typed,
    /// A search.
    Search,
    /// Rooms of a line are held.
    Sell {
        /// The line.
        line: u32,
        /// How many rooms, if that was said.
        rooms: Option<u16>,
    },
    /// What is held is sold.
    End {
        /// Whether the booking is shown after it.
        shows: bool,
    },
    /// A booking is shown.
    Show,
    /// Bookings are looked up by name.
    Find,
    /// The booking is changed.
    Change,
    /// A change of the booking is previewed.
    Preview,
    /// The queue is fetched.
    Queue,
    /// Nothing follows from it.
    Other,
}

/// A booking that is worked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Current {
    /// Its code.
    pub(crate) code: String,
    /// Its nights, if they are known.
    pub(crate) stay: Option<StayDates>,
}

/// The work of an agent from entry to entry.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    /// Which day it is, where no hotel says so.
    today: Date,
    search: Search,
    sale: Sale,
    booking: Option<Current>,
    change: Option<Change>,
    queue: Option<Queue>,
}

impl Session {
    /// Begins with nothing.
    pub(crate) fn new(today: Date) -> Self {
        let (search, sale) = (Search::default(), Sale::default());
        Self { today, search, sale, booking: None, change: None, queue: None }
    }

    /// Begins with nothing, and holds nothing before a sale ends: for lines between which nobody waits, and
    /// which may be carried out again.
    pub(crate) fn outright(today: Date) -> Self {
        Self { sale: Sale::outright(), ..Self::new(today) }
    }

    /// Says which day it is, where no hotel says so.
    pub(crate) fn set_today(&mut self, today: Date) {
        self.today = today;
    }

    /// Turns an entry into what is to be done. An entry that is refused changes nothing.
    pub(crate) fn steps(&mut self, placed: &Placed) -> Result<Vec<Step>, Refusal> {
        let change = self.change.take();
        let result = self.steps_of(&placed.entry, change.clone());
        if result.is_err() || matches!(placed.entry, Entry::Help(_)) {
            self.change = change;
        }
        result.map_err(|refusal| Refusal { at: placed.at, text: placed.text.clone(), ..refusal })
    }

    fn steps_of(&mut self, entry: &Entry, change: Option<Change>) -> Result<Vec<Step>, Refusal> {
        match entry {
            Entry::Cli(words) => Ok(run(Run { words: words.clone(), cause: Cause::Typed })),
            Entry::Search(asked) => self.search_for(asked),
            Entry::Days(days) => self.move_days(*days),
            Entry::Nights(nights) => self.add_nights(*nights),
            Entry::RoomType(kind) => self.of_type(*kind),
            Entry::Sell { line, rooms } => Ok(self.sale.sell(*line, *rooms)),
            Entry::Name(name) => Ok(self.sale.note_name(name)),
            Entry::Phone(phone) => Ok(self.sale.note_phone(phone)),
            Entry::Email(email) => Ok(self.sale.note_email(email)),
            Entry::Requests(text) => Ok(self.sale.note_requests(text)),
            Entry::Guarantee => Ok(self.sale.note_guarantee()),
            Entry::End { shows } => self.sale.end(*shows),
            Entry::Ignore => {
                (self.booking, self.search) = (None, self.search.without_party());
                Ok(self.sale.ignore())
            }
            Entry::Show(Some(code)) => Ok(run(Run::new(Cause::Show, &["show", &code.to_string()]))),
            Entry::Show(None) => self.about_booking("show", Cause::Show),
            Entry::Find(name) => Ok(run(Run::new(Cause::Find, &["list", "--name", name]))),
            Entry::History => self.about_booking("history", Cause::Other),
            Entry::Cancel => self.about_booking("cancel", Cause::Change),
            Entry::Yes => match change {
                Some(change) => Ok(run(change.agreed())),
                None => Err(refuse("no change was shown that could be agreed to", "+1")),
            },
            Entry::Counts => Ok(run(Run::new(Cause::Other, &["todo", "--counts"]))),
            Entry::Queue { reason, flags } => {
                let fetch = Run::new(Cause::Queue, &["todo", reason.as_str()]);
                Ok(run(fetch.with(flags.iter().cloned())))
            }
            Entry::Next => self.in_queue(Queue::next),
            Entry::Later => self.in_queue(Queue::later),
            Entry::Leave => {
                let was_in = self.queue.take().is_some();
                let word = if was_in { "out of the queue" } else { "there was no queue" };
                Ok(vec![Step::Say(word.to_owned())])
            }
            Entry::Help(prefix) => Ok(help(prefix)),
        }
    }

    fn about_booking(&self, verb: &str, cause: Cause) -> Result<Vec<Step>, Refusal> {
        let booking = self.booking.as_ref();
        let booking = booking.ok_or_else(|| refuse("there is no booking at hand", "*C"))?;
        Ok(run(Run::new(cause, &[verb, &booking.code])))
    }

    fn in_queue(&mut self, go: impl Fn(&mut Queue) -> Vec<Step>) -> Result<Vec<Step>, Refusal> {
        let queue = self.queue.as_mut();
        queue.map(go).ok_or_else(|| refuse("no queue is being worked off", "q "))
    }

    /// Gives up what is held, as whoever leaves does; nothing if nothing is.
    pub(crate) fn leave(&mut self) -> Vec<Step> {
        let is_open = !self.sale.holds().is_empty();
        if is_open { self.sale.ignore() } else { Vec::new() }
    }

    /// Returns where is searched, as the command line writes it.
    pub(crate) fn place(&self) -> Option<&str> {
        self.search.place.as_deref()
    }

    /// Returns the nights that are searched, as the command line writes them.
    pub(crate) fn dates(&self) -> Option<&str> {
        self.search.dates.as_deref()
    }

    /// Returns the booking that is worked on.
    pub(crate) fn booking(&self) -> Option<&Current> {
        self.booking.as_ref()
    }

    /// Returns the codes of what is held, and not yet sold.
    pub(crate) fn holds(&self) -> Vec<&str> {
        self.sale.holds()
    }

    /// Returns who stays, if that was said: `KELLY, JOE`.
    pub(crate) fn guest(&self) -> Option<&str> {
        self.sale.guest()
    }

    /// Returns the place in the queue that is worked off, from 1, and how long it is.
    pub(crate) fn place_in_queue(&self) -> Option<(usize, usize)> {
        self.queue.as_ref().map(Queue::place)
    }
}

/// Returns the one step of a command.
fn run(run: Run) -> Vec<Step> {
    vec![Step::Run(run)]
}

/// Makes a refusal by what the session knows; where it stands is added by who knows that.
fn refuse(rule: &str, start: &str) -> Refusal {
    Refusal::new(0, "", rule).can(form_of(start))
}

fn help(prefix: &str) -> Vec<Step> {
    let follows = follow(prefix);
    if follows.is_empty() {
        return vec![Step::Say("nothing that is known here can follow".to_owned())];
    }
    let width = follows.iter().map(|follow| follow.form.chars().count()).max().unwrap_or_default();
    let lines = follows.iter().map(|follow| format!("  {:width$}  {}", follow.form, follow.help));
    lines.map(Step::Say).collect()
}
