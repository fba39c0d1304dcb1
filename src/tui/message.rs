//! What comes in: keys, answers, events, the clock; and what goes out: effects, which the runtime carries out
//! and which come back as messages.

use std::time::Duration;

use hotel_core::wire::event::EventView;
use jiff::Timestamp;
use ratatui::crossterm::event::{KeyEvent, MouseEvent};
use serde_json::Value;

use crate::error::CliError;

/// Names a question, so that its answer finds who asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub(crate) struct Ticket(pub(crate) u64);

/// What comes in.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted: it goes to a field, never to keys.
    Paste(String),
    /// The mouse did something.
    Mouse(MouseEvent),
    /// The terminal has another size.
    Resize(u16, u16),
    /// Time has passed.
    Tick(Timestamp),
    /// A line was carried out.
    Answered(Answered),
    /// Something happened in the house.
    Happened(Box<EventView>),
    /// The feed goes on after a gap: what is shown may be old.
    Gap,
    /// What is known of the link.
    Link(Link),
    /// What waits in the journal.
    Queue(QueueCounts),
}

/// What came of a line.
#[derive(Debug, Clone)]
pub(crate) struct Answered {
    /// Whose line it was.
    pub(crate) ticket: Ticket,
    /// What the command said, or why not.
    pub(crate) result: Result<Value, CliError>,
    /// How old that is, if it is not of now.
    pub(crate) stale_since: Option<Timestamp>,
    /// The same as people read it, if it was asked for like that.
    pub(crate) text: Option<String>,
    /// What was told beside it, a line each.
    pub(crate) notes: Vec<String>,
    /// How long it took.
    pub(crate) took: Duration,
}

/// What is known of the link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Link {
    /// Nothing yet.
    #[default]
    Unknown,
    /// The feed is there.
    Live,
    /// The feed broke off at that moment.
    Lost(Timestamp),
}

/// What waits in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct QueueCounts {
    /// Is sent when the link is there.
    pub(crate) waiting: u64,
    /// Is kept back by word.
    pub(crate) held: u64,
    /// Needs a decision.
    pub(crate) conflicts: u64,
}

/// What goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Carry a line out, after a while.
    Run {
        /// Who is told.
        ticket: Ticket,
        /// The words, without `hotel`.
        words: Vec<String>,
        /// How long to wait before.
        after: Duration,
        /// As text for people, of so many columns, instead of JSON.
        columns: Option<u16>,
    },
    /// Put a text where the terminal keeps what was copied.
    Copy(String),
    /// Send what waits now.
    Replay,
    /// Let the terminal have the mouse, or take it.
    Mouse(bool),
    /// Back to the shell for a while.
    Suspend,
    /// The end.
    Quit,
}
