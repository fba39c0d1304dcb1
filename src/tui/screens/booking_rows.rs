//! Bookings as lists show them.

use hotel_core::booking::BookingState;
use hotel_core::money::Money;
use hotel_core::stay::StayDates;
use hotel_core::wire::booking::Due;
use serde::Deserialize;

use crate::commands::words::{due_word, state_sign, state_word};
use crate::output::style::Tone;
use crate::tui::desk::Desk;
use crate::tui::rows::{Keyed, Rows};
use crate::tui::widgets::{Cells, Column};

/// A booking of a list, as `hotel list` tells it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Row {
    /// Its code, provisional for what waits.
    pub(crate) code: String,
    /// Its hotel.
    pub(crate) hotel: String,
    /// Its version; none while the house does not know it.
    #[serde(default)]
    pub(crate) version: Option<u64>,
    /// Where it stands.
    pub(crate) state: BookingState,
    /// What it still waits for.
    #[serde(default)]
    pub(crate) due: Option<Due>,
    /// Whose it is.
    #[serde(default)]
    pub(crate) guest_name: String,
    /// Its nights.
    pub(crate) stay: StayDates,
    /// Its rooms.
    #[serde(default)]
    pub(crate) rooms: String,
    /// The types of those of its rooms that have no number yet.
    #[serde(default)]
    pub(crate) unassigned: Vec<String>,
    /// What it costs.
    #[serde(default)]
    pub(crate) total: Option<Money>,
    /// Whether a change of it waits in the journal.
    #[serde(default)]
    pub(crate) pending: bool,
}

impl Keyed for Row {
    fn key(&self) -> String {
        self.code.clone()
    }

    fn version(&self) -> u64 {
        self.version.unwrap_or(0) * 2 + u64::from(self.pending)
    }
}

impl Row {
    /// Returns whether a room has no number yet.
    pub(crate) fn is_unassigned(&self) -> bool {
        !self.unassigned.is_empty()
    }

    /// Returns its state with its sign.
    pub(crate) fn state(&self, desk: &Desk) -> (String, Tone) {
        let glyph = state_sign(self.state);
        let sign = glyph.sign(desk.theme.is_ascii);
        let word = self.due.map_or_else(|| state_word(self.state), due_word);
        (format!("{sign} {word}"), glyph.tone())
    }

    /// Returns its state of the day, in a word.
    pub(crate) fn today(&self, desk: &Desk) -> (String, Tone) {
        let word = match (self.state, self.due) {
            (BookingState::CheckedOut, _) => "left",
            (_, Some(Due::ArrivalDelayed | Due::DepartureDelayed)) => "overdue",
            (_, Some(Due::In)) => "due in",
            (_, Some(Due::Out)) => "due out",
            (state, None) => state_word(state),
        };
        let glyph = state_sign(self.state);
        (format!("{} {word}", glyph.sign(desk.theme.is_ascii)), glyph.tone())
    }

    /// Returns its price.
    pub(crate) fn total(&self) -> String {
        self.total.map(|total| total.to_string()).unwrap_or_default()
    }
}

/// The columns of a list of bookings.
pub(crate) const COLUMNS: [Column; 7] = [
    Column::fixed("booking", 9),
    Column::fixed("state", 17),
    Column::wide("guest", 12),
    Column::fixed("hotel", 10),
    Column::fixed("rooms", 9),
    Column::fixed("stay", 10),
    Column::number("total", 13),
];

/// Returns the sign before a row: marked, waiting, or news.
pub(crate) fn sign(rows: &Rows<Row>, row: &Row, desk: &Desk) -> char {
    if rows.is_marked(row) {
        '*'
    } else if row.pending {
        '~'
    } else if rows.is_news(row, desk.now) {
        '>'
    } else {
        ' '
    }
}

/// Returns the cells of a row.
pub(crate) fn cells(rows: &Rows<Row>, row: &Row, desk: &Desk) -> Cells {
    let (state, tone) = row.state(desk);
    let stay = format!("{} +{}", row.stay.check_in().strftime("%d %b"), row.stay.night_count());
    Cells::new(sign(rows, row, desk))
        .text(row.code.clone())
        .toned(state, tone)
        .text(row.guest_name.clone())
        .text(row.hotel.clone())
        .text(row.rooms.clone())
        .text(stay)
        .text(row.total())
}
