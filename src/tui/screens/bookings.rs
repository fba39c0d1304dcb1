//! Bookings: a list with a filter in the words of `hotel list`.

use hotel_core::wire::event::EventView;
use ratatui::Frame;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent};
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler as _;

use super::Screen;
use super::acts::{self, Subject};
use super::booking_rows::{COLUMNS, Row, cells};
use super::today::{copies_of, step_of};
use crate::output::style::Tone;
use crate::tui::desk::{Desk, words};
use crate::tui::fetched::Fetched;
use crate::tui::keys::Action;
use crate::tui::message::Answered;
use crate::tui::rows::Rows;
use crate::tui::text::safe;
use crate::tui::widgets::{draw_table, first_shown, pane, paste_into};
use crate::tui::wish::{Offer, WALKING, Wish, effects};

/// The screen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bookings {
    fetched: Fetched<Vec<Row>>,
    rows: Rows<Row>,
    /// The filter that counts.
    filter: String,
    /// The filter that is typed.
    typing: Option<Input>,
}

impl Bookings {
    /// Returns whether something is marked as news.
    pub(crate) fn has_news(&self, desk: &Desk) -> bool {
        self.rows.has_news(desk.now)
    }

    /// Returns what its list says of a booking.
    pub(crate) fn find(&self, code: &str) -> Option<&Row> {
        self.rows.items().iter().find(|row| row.code == code)
    }

    fn ask(&mut self, desk: &mut Desk) -> Vec<Wish> {
        let mut line = words(["list"]);
        let names_hotel = self.filter.contains("--hotel");
        if let Some(hotel) = desk.hotel.filter(|_| !names_hotel) {
            line.extend(words(["--hotel", hotel.as_str()]));
        }
        line.extend(filter_words(&self.filter));
        if !self.filter.contains("--limit") {
            line.extend(words(["--limit", "200"]));
        }
        if self.fetched.words() != line {
            self.rows.clear();
        }
        effects(self.fetched.ask(&mut desk.tickets, line))
    }
}

/// Reads a filter: flags as they are, and a bare word as the beginning of a name, or as a state.
fn filter_words(filter: &str) -> Vec<String> {
    let typed = shlex::split(filter).unwrap_or_default();
    let mut line = Vec::new();
    let mut is_value = false;
    for word in typed {
        if word.starts_with("--") {
            is_value = !word.contains('=')
                && !["--in-house", "--all", "--no-pending"].contains(&word.as_str());
        } else if !is_value {
            let is_state = word.parse::<hotel_core::booking::BookingState>().is_ok();
            line.push(if is_state { "--state" } else { "--name" }.to_owned());
        } else {
            is_value = false;
        }
        line.push(word);
    }
    line
}

impl Screen for Bookings {
    fn open(&mut self, desk: &mut Desk) -> Vec<Wish> {
        self.ask(desk)
    }

    fn offers(&self, _desk: &Desk) -> Vec<Offer> {
        let subject = self.rows.current().map(Subject::from);
        let mut offers =
            vec![Offer::hint(Action::Open, "open"), Offer::hint(Action::Filter, "filter")];
        for mut offer in acts::offers(subject.as_ref()) {
            offer.is_hinted = offer.why_not.is_none();
            offers.push(offer);
        }
        offers.extend([Action::Mark, Action::Clear].into_iter().chain(WALKING).map(Offer::of));
        offers
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Vec<Wish> {
        match action {
            Action::Open => {
                let row = self.rows.current();
                return row.map(|row| Wish::Open(row.code.clone())).into_iter().collect();
            }
            Action::Filter => self.typing = Some(Input::new(self.filter.clone())),
            Action::Back if !self.filter.is_empty() => {
                self.filter.clear();
                return self.ask(desk);
            }
            Action::Back => return vec![Wish::Back],
            Action::Mark => self.rows.mark(),
            Action::Clear => self.rows.unmark(),
            _ if WALKING.contains(&action) => {
                self.rows.step(step_of(action, isize::try_from(desk.size.1 / 2).unwrap_or(10)));
            }
            _ => {
                let chosen = self.rows.chosen();
                return chosen.into_iter().flat_map(|row| acts::act(action, &row.into())).collect();
            }
        }
        Vec::new()
    }

    fn answered(&mut self, answered: &Answered, desk: &mut Desk) -> Option<Vec<Wish>> {
        let again = self.fetched.take(answered, &mut desk.tickets)?;
        if let Some(rows) = &self.fetched.value {
            self.rows.replace(rows.clone(), desk.now);
        }
        Some(effects(again))
    }

    fn happened(&mut self, event: &EventView, desk: &mut Desk) -> Vec<Wish> {
        if event.subject.is_some() { self.ask(desk) } else { Vec::new() }
    }

    fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    fn type_key(&mut self, event: KeyEvent, desk: &mut Desk) -> Vec<Wish> {
        let Some(input) = &mut self.typing else { return Vec::new() };
        match event.code {
            KeyCode::Esc => self.typing = None,
            KeyCode::Enter => {
                self.filter = input.value().trim().to_owned();
                self.typing = None;
                return self.ask(desk);
            }
            _ => {
                input.handle_event(&Event::Key(event));
            }
        }
        Vec::new()
    }

    fn paste(&mut self, text: &str, _desk: &mut Desk) -> Vec<Wish> {
        if let Some(input) = &mut self.typing {
            paste_into(input, text);
        }
        Vec::new()
    }

    fn is_waiting(&self) -> bool {
        self.fetched.is_first()
    }

    fn copies(&self, _desk: &Desk) -> Vec<(String, String)> {
        self.rows.current().map(copies_of).unwrap_or_default()
    }

    fn click(&mut self, _column: u16, row: u16, area: Rect, _desk: &mut Desk) -> Vec<Wish> {
        let height = usize::from(area.height.saturating_sub(4));
        let first = first_shown(self.rows.at(), height, self.rows.items().len());
        if let Some(line) = row.checked_sub(area.y + 3) {
            self.rows.select(first + usize::from(line));
        }
        Vec::new()
    }

    fn view(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        let theme = desk.theme;
        let [top, body] =
            Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(area);
        let filter = self.typing.as_ref().map_or(self.filter.as_str(), Input::value);
        let hint = if filter.is_empty() && self.typing.is_none() {
            "a name, a state, or the flags of `hotel list`"
        } else {
            ""
        };
        let line = Line::from(vec![
            Span::styled(" / ", theme.key()),
            Span::raw(safe(filter).into_owned()),
            Span::styled(hint, theme.tone(Tone::Dim)),
        ]);
        frame.render_widget(Paragraph::new(line), top);
        if let Some(input) = &self.typing {
            let x = top.x + 3 + u16::try_from(input.visual_cursor()).unwrap_or(0);
            frame.set_cursor_position((x.min(top.right().saturating_sub(1)), top.y));
        }
        let count = self.rows.items().len();
        let title = match &self.fetched.error {
            Some(error) => error.message.clone(),
            None if self.fetched.is_first() => "Bookings …".to_owned(),
            None if count == 200 => "Bookings: the newest 200, / narrows".to_owned(),
            None => format!("Bookings {count}"),
        };
        let inner = pane(&title, true, desk, frame, body);
        let row = |at: usize| cells(&self.rows, &self.rows.items()[at], desk);
        draw_table(&COLUMNS, (count, Some(self.rows.at())), row, desk, (frame, inner));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_what_the_command_takes() {
        let table = [
            ("novak", "--name novak"),
            ("held", "--state held"),
            ("--arrivals fri..mon li", "--arrivals fri..mon --name li"),
            ("--in-house kim", "--in-house --name kim"),
        ];
        for (filter, line) in table {
            assert_eq!(filter_words(filter).join(" "), line);
        }
    }
}
