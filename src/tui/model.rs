//! All that the desk is: what every screen sees, the screens, what stands above them, and what is on its way.

use std::collections::{BTreeMap, VecDeque};

use hotel_core::catalogue::Hotel;
use jiff::Timestamp;
use ratatui::crossterm::event::KeyEvent;
use serde::Deserialize;

use super::desk::Desk;
use super::fetched::Fetched;
use super::intent::Intent;
use super::message::Ticket;
use super::overlays::Overlay;
use super::screens::Screen;
use super::screens::booking_rows::Row;
use super::screens::bookings::Bookings;
use super::screens::card::Card;
use super::screens::events::Events;
use super::screens::queue::Queue;
use super::screens::search::Search;
use super::screens::today::Today;
use super::talk::Talk;
use crate::terse;

/// The screens by their numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Screens {
    pub(crate) today: Today,
    pub(crate) search: Search,
    pub(crate) bookings: Bookings,
    pub(crate) queue: Queue,
    pub(crate) events: Events,
}

/// The tabs: their numbers and names.
pub(crate) const TABS: [(u8, &str); 5] =
    [(1, "Today"), (2, "Search"), (3, "Bookings"), (5, "Queue"), (6, "Events")];

impl Screens {
    /// Returns the screen of a number; the first where there is none.
    pub(crate) fn of(&self, number: u8) -> &dyn Screen {
        match number {
            2 => &self.search,
            3 => &self.bookings,
            5 => &self.queue,
            6 => &self.events,
            _ => &self.today,
        }
    }

    /// Returns the same to be changed.
    pub(crate) fn of_mut(&mut self, number: u8) -> &mut dyn Screen {
        match number {
            2 => &mut self.search,
            3 => &mut self.bookings,
            5 => &mut self.queue,
            6 => &mut self.events,
            _ => &mut self.today,
        }
    }
}

impl Screens {
    /// Returns what a list says of a booking.
    pub(crate) fn row(&self, code: &str) -> Option<Row> {
        self.today.find(code).or_else(|| self.bookings.find(code)).cloned()
    }
}

/// A line that is on its way, beside those of the screens.
#[derive(Debug, Clone)]
pub(crate) enum Running {
    /// What a change would do.
    Preview(Intent),
    /// A change.
    Change(Intent),
    /// A step of what was typed.
    Said(terse::Run),
}

/// Who the server takes the agent for.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Me {
    /// The name.
    #[serde(default)]
    pub(crate) user: String,
}

/// All that the desk is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model {
    /// What every screen sees.
    pub(crate) desk: Desk,
    /// The screens.
    pub(crate) screens: Screens,
    /// The booking that is open above its screen.
    pub(crate) card: Option<Card>,
    /// The number of the screen that is shown.
    pub(crate) at: u8,
    /// The one before.
    pub(crate) before: u8,
    /// What stands above, the topmost last.
    pub(crate) overlays: Vec<Overlay>,
    /// What is on its way.
    pub(crate) running: BTreeMap<Ticket, Running>,
    /// The lines that take back what was done, the latest last.
    pub(crate) undo: Vec<Vec<String>>,
    /// Keys that came while what they mean was on its way.
    pub(crate) typed_ahead: VecDeque<KeyEvent>,
    /// What was typed into the palette.
    pub(crate) said: Vec<String>,
    /// What of it is to be done, and what it was about.
    pub(crate) talk: Talk,
    /// Who the agent is.
    pub(crate) me: Fetched<Me>,
    /// The hotels of the profile.
    pub(crate) hotels: Fetched<Vec<Hotel>>,
    /// Whether leaving was asked for while something was on its way.
    pub(crate) is_leaving: bool,
    /// Whether it is over.
    pub(crate) is_over: bool,
}

impl Model {
    /// Returns what has the keys below everything that stands above: the open booking, else the screen.
    pub(crate) fn front(&self) -> &dyn Screen {
        match &self.card {
            Some(card) => card,
            None => self.screens.of(self.at),
        }
    }

    /// Returns the same to be changed, beside what it sees.
    pub(crate) fn front_mut(&mut self) -> (&mut dyn Screen, &mut Desk) {
        let front: &mut dyn Screen = match &mut self.card {
            Some(card) => card,
            None => self.screens.of_mut(self.at),
        };
        (front, &mut self.desk)
    }

    /// Returns when something that is shown changes though nothing comes: the clock, a mark of news.
    pub(crate) fn wakes_at(&self) -> Timestamp {
        let second = self.desk.now.as_second();
        let minute = second - second.rem_euclid(60) + 60;
        let next = if self.has_news() { second + 1 } else { minute };
        Timestamp::from_second(next).unwrap_or(self.desk.now)
    }

    fn has_news(&self) -> bool {
        self.screens.today.has_news(&self.desk) || self.screens.bookings.has_news(&self.desk)
    }

    /// Returns whether a change is on its way, which leaving would leave in doubt.
    pub(crate) fn is_sending(&self) -> bool {
        self.running.values().any(|running| matches!(running, Running::Change(_)))
    }

    /// Returns whether the next key may mean what is still on its way.
    pub(crate) fn is_waiting(&self) -> bool {
        self.running.values().any(|running| !matches!(running, Running::Said(_)))
            || self.front().is_waiting()
    }
}
