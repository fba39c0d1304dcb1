//! What every screen sees: the house, the link, the clock, the keys, and what was done so far.

use hotel_core::catalogue::Hotel;
use hotel_core::ids::HotelCode;
use hotel_core::zone::Zone;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::fetched::Tickets;
use super::journey::Journey;
use super::keys::{Action, Keymap};
use super::message::{Link, QueueCounts};
use super::theme::Theme;
use crate::output::safe_text::SafeText;
use crate::output::style::Tone;

/// The least size on which every screen can be used.
pub(crate) const SIZE_MIN: (u16, u16) = (80, 24);

/// Whose desk it is.
#[derive(Debug, Clone, Default)]
pub(crate) struct Whose {
    /// The profile in use.
    pub(crate) profile: String,
    /// Who the server takes the agent for, once it said so.
    pub(crate) user: String,
}

/// What is told in the line above the keys, until the next thing is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notice {
    /// How it feels.
    pub(crate) tone: Tone,
    /// What it says.
    pub(crate) text: SafeText,
}

/// What every screen sees.
#[derive(Debug, Clone, Default)]
pub(crate) struct Desk {
    /// How it looks.
    pub(crate) theme: Theme,
    /// Which key does what.
    pub(crate) keymap: Keymap,
    /// How many columns and lines the terminal has.
    pub(crate) size: (u16, u16),
    /// The moment.
    pub(crate) now: Timestamp,
    /// What is known of the link.
    pub(crate) link: Link,
    /// How long the last answer took, in milliseconds.
    pub(crate) answer_ms: Option<u64>,
    /// As of when the oldest part of what is shown is, while the link is down.
    pub(crate) stale_since: Option<Timestamp>,
    /// What waits.
    pub(crate) queue: QueueCounts,
    /// Whose desk it is.
    pub(crate) whose: Whose,
    /// The hotel it looks at.
    pub(crate) hotel: Option<HotelCode>,
    /// All hotels of the profile.
    pub(crate) hotels: Vec<Hotel>,
    /// Names for questions.
    pub(crate) tickets: Tickets,
    /// What was done.
    pub(crate) journey: Journey,
    /// What is told now.
    pub(crate) notice: Option<Notice>,
    /// Whether the desk has the mouse.
    pub(crate) has_mouse: bool,
}

impl Desk {
    /// Tells something.
    pub(crate) fn tell(&mut self, tone: Tone, text: impl Into<SafeText>) {
        self.notice = Some(Notice { tone, text: text.into() });
    }

    /// Returns the zone of the hotel, or UTC as long as none is known.
    pub(crate) fn zone(&self) -> Option<&Zone> {
        let hotel = self.hotels.iter().find(|hotel| Some(hotel.code) == self.hotel)?;
        Some(&hotel.zone)
    }

    /// Returns the day in the hotel's zone.
    pub(crate) fn today(&self) -> Date {
        self.zone().map_or_else(
            || TimeZone::UTC.to_datetime(self.now).date(),
            |zone| zone.local(self.now).date(),
        )
    }

    /// Returns how a key of an action is written.
    pub(crate) fn key(&self, action: Action) -> String {
        self.keymap.shown(action)
    }

    /// Returns whether the link is known to be down.
    pub(crate) fn is_offline(&self) -> bool {
        matches!(self.link, Link::Lost(_))
    }

    /// Returns whether there is room for less than the least.
    pub(crate) fn is_too_small(&self) -> bool {
        self.size.0 < SIZE_MIN.0 || self.size.1 < SIZE_MIN.1
    }
}

/// Puts the words of a line together.
pub(crate) fn words<const N: usize>(words: [&str; N]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}
