//! The screens of the desk. Each keeps what it shows, says which actions it has, and asks with lines of the
//! command's own grammar.

mod acts;
pub(crate) mod booking_rows;
pub(crate) mod bookings;
pub(crate) mod card;
pub(crate) mod events;
pub(crate) mod queue;
pub(crate) mod search;
pub(crate) mod today;

use hotel_core::wire::event::EventView;
use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;

use super::desk::Desk;
use super::keys::Action;
use super::message::Answered;
use super::wish::{Offer, Wish};

/// What every screen can do. Only what it is asked to show is asked for.
pub(crate) trait Screen {
    /// It is shown, or what it shows may be old: asks for it.
    fn open(&mut self, desk: &mut Desk) -> Vec<Wish>;

    /// Returns the actions that it has now, in the order of the help.
    fn offers(&self, desk: &Desk) -> Vec<Offer>;

    /// Does one of them.
    fn act(&mut self, action: Action, desk: &mut Desk) -> Vec<Wish>;

    /// Takes an answer, if it asked; tells whether it did.
    fn answered(&mut self, answered: &Answered, desk: &mut Desk) -> Option<Vec<Wish>>;

    /// Hears what happened in the house.
    fn happened(&mut self, event: &EventView, desk: &mut Desk) -> Vec<Wish>;

    /// Returns whether a field has the keys.
    fn is_typing(&self) -> bool {
        false
    }

    /// Takes a key into its field.
    fn type_key(&mut self, _event: KeyEvent, _desk: &mut Desk) -> Vec<Wish> {
        Vec::new()
    }

    /// Takes a text that was pasted into its field.
    fn paste(&mut self, _text: &str, _desk: &mut Desk) -> Vec<Wish> {
        Vec::new()
    }

    /// Returns whether the next key may mean what is still on its way.
    fn is_waiting(&self) -> bool {
        false
    }

    /// Takes a click at a place of its own area; tells what it does.
    fn click(&mut self, _column: u16, _row: u16, _area: Rect, _desk: &mut Desk) -> Vec<Wish> {
        Vec::new()
    }

    /// Returns the code of the booking that is selected, and what else can be copied.
    fn copies(&self, _desk: &Desk) -> Vec<(String, String)> {
        Vec::new()
    }

    /// Draws it.
    fn view(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect);
}
