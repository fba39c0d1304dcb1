//! Events: the tail of the house, followed or held still, narrowed in the words of `hotel tail`.

use std::collections::VecDeque;

use hotel_core::money::Currency;
use hotel_core::wire::event::EventView;
use ratatui::Frame;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent};
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler as _;

use super::Screen;
use super::today::step_of;
use crate::commands::changes::{changes_of, currency_of};
use crate::output::style::Tone;
use crate::tui::desk::{Desk, words};
use crate::tui::fetched::Fetched;
use crate::tui::intent::Asks;
use crate::tui::keys::Action;
use crate::tui::message::Answered;
use crate::tui::overlays::{Field, Form, Overlay, Pager};
use crate::tui::text::safe;
use crate::tui::widgets::{Cells, Column, draw_table, pane, paste_into};
use crate::tui::wish::{Offer, WALKING, Wish, effects};

/// How many events are kept.
const EVENTS_MAX: usize = 5_000;

/// How many are asked for at the beginning.
const FIRST: &str = "100";

/// The screen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Events {
    first: Fetched<Vec<EventView>>,
    log: VecDeque<EventView>,
    /// The events that came while the list was held still.
    held: Option<VecDeque<EventView>>,
    filter: String,
    typing: Option<Input>,
    /// How far from the newest the selection stands.
    back: usize,
}

/// Returns whether an event fits a filter: every word of it is the beginning of its kind, its booking, its
/// hotel or its actor; `type:`, `hotel:`, `booking:` and `by:` say which.
fn fits(event: &EventView, filter: &str) -> bool {
    filter.split_whitespace().all(|word| {
        let booking = event.subject.map(|code| code.to_string()).unwrap_or_default();
        let hotel = event.hotel.map(|hotel| hotel.to_string()).unwrap_or_default();
        let starts = |text: &str, part: &str| {
            let part = part.trim_end_matches('*');
            text.get(..part.len()).is_some_and(|head| head.eq_ignore_ascii_case(part))
        };
        match word.split_once(':') {
            Some(("type", part)) => starts(&event.kind, part),
            Some(("booking", part)) => starts(&booking, part),
            Some(("hotel", part)) => starts(&hotel, part),
            Some(("by", part)) => starts(&event.actor, part),
            _ => {
                [&event.kind, &booking, &hotel, &event.actor].iter().any(|text| starts(text, word))
            }
        }
    })
}

impl Events {
    /// Takes an event that happened, shown or not.
    pub(crate) fn push(&mut self, event: &EventView) {
        let events = self.held.as_mut().unwrap_or(&mut self.log);
        if events.len() >= EVENTS_MAX {
            events.pop_front();
        }
        events.push_back(event.clone());
    }

    /// Returns the events that fit, the newest first.
    fn shown(&self) -> Vec<&EventView> {
        self.log.iter().rev().filter(|event| fits(event, &self.filter)).collect()
    }

    fn follow(&mut self) {
        match self.held.take() {
            Some(held) => {
                self.log.extend(held);
                let more = self.log.len().saturating_sub(EVENTS_MAX);
                self.log.drain(..more);
                self.back = 0;
            }
            None => self.held = Some(VecDeque::new()),
        }
    }
}

impl Screen for Events {
    fn open(&mut self, desk: &mut Desk) -> Vec<Wish> {
        if self.first.value.is_some() {
            return Vec::new();
        }
        let line = words(["events", "list", "--last", FIRST]);
        effects(self.first.ask(&mut desk.tickets, line))
    }

    fn offers(&self, _desk: &Desk) -> Vec<Offer> {
        let nothing = self.shown().is_empty().then_some("nothing is selected");
        let mut offers = vec![
            Offer::hint(Action::Follow, if self.held.is_some() { "follow" } else { "stand still" }),
            Offer::hint(Action::Filter, "filter"),
            Offer::hint(Action::OfBooking, "this booking").unless(nothing),
            Offer::hint(Action::Open, "as JSON").unless(nothing),
            Offer::hint(Action::Edit, "open the booking").unless(nothing),
            Offer::hint(Action::Resend, "send again").unless(nothing),
        ];
        offers.extend(WALKING.map(Offer::of));
        offers
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Vec<Wish> {
        let selected = self.shown().get(self.back).map(|event| (*event).clone());
        match (action, selected) {
            (Action::Follow, _) => self.follow(),
            (Action::Filter, _) => self.typing = Some(Input::new(self.filter.clone())),
            (Action::Back, _) if !self.filter.is_empty() => self.filter.clear(),
            (Action::Back, _) => return vec![Wish::Back],
            (Action::OfBooking, Some(event)) => {
                let code = event.subject.map(|code| format!("booking:{code}"));
                self.filter = code.unwrap_or_default();
                self.back = 0;
            }
            (Action::Open, Some(event)) => {
                let json = serde_json::to_string_pretty(&event).unwrap_or_default();
                let lines = json.lines().map(str::to_owned).collect();
                return vec![Wish::Show(Overlay::Pager(Pager::new(event.kind.clone(), lines)))];
            }
            (Action::Edit, Some(event)) => {
                return event
                    .subject
                    .map(|code| Wish::Open(code.to_string()))
                    .into_iter()
                    .collect();
            }
            (Action::Resend, Some(event)) => return vec![resend(&event)],
            _ => {
                let last = self.shown().len().saturating_sub(1);
                let page = isize::try_from(desk.size.1 / 2).unwrap_or(10);
                self.back = self.back.saturating_add_signed(step_of(action, page)).min(last);
                if self.back > 0 && self.held.is_none() {
                    // What is read does not run away.
                    self.held = Some(VecDeque::new());
                }
            }
        }
        Vec::new()
    }

    fn answered(&mut self, answered: &Answered, desk: &mut Desk) -> Option<Vec<Wish>> {
        let again = self.first.take(answered, &mut desk.tickets)?;
        if let Some(first) = &self.first.value {
            let known = self.log.front().map_or(u64::MAX, |event| event.position);
            for event in first.iter().rev().filter(|event| event.position < known) {
                self.log.push_front(event.clone());
            }
        }
        Some(effects(again))
    }

    fn happened(&mut self, event: &EventView, _desk: &mut Desk) -> Vec<Wish> {
        self.push(event);
        Vec::new()
    }

    fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    fn type_key(&mut self, event: KeyEvent, _desk: &mut Desk) -> Vec<Wish> {
        let Some(input) = &mut self.typing else { return Vec::new() };
        match event.code {
            KeyCode::Esc => self.typing = None,
            KeyCode::Enter => {
                self.filter = input.value().trim().to_owned();
                self.back = 0;
                self.typing = None;
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

    fn copies(&self, _desk: &Desk) -> Vec<(String, String)> {
        let shown = self.shown();
        let Some(event) = shown.get(self.back) else { return Vec::new() };
        let mut all = vec![("id".to_owned(), event.id.to_string())];
        all.extend(event.subject.map(|code| ("code".to_owned(), code.to_string())));
        all.push(("JSON".to_owned(), serde_json::to_string(event).unwrap_or_default()));
        all
    }

    fn view(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        const COLUMNS: [Column; 5] = [
            Column::fixed("time", 8),
            Column::fixed("event", 22),
            Column::fixed("booking", 9),
            Column::fixed("by", 10),
            Column::wide("what", 10),
        ];
        let theme = desk.theme;
        let [top, body] =
            Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(area);
        let filter = self.typing.as_ref().map_or(self.filter.as_str(), Input::value);
        let state = match &self.held {
            Some(held) => format!("  standing still, {} came since", held.len()),
            None => "  following".to_owned(),
        };
        let hint = if filter.is_empty() { "type:booking hotel:BER booking:… by:…" } else { "" };
        frame.render_widget(
            Paragraph::new(Line::from(vec![
                Span::styled(" / ", theme.key()),
                Span::raw(safe(filter).into_owned()),
                Span::styled(hint, theme.tone(Tone::Dim)),
                Span::styled(state, theme.tone(Tone::Strong)),
            ])),
            top,
        );
        if let Some(input) = &self.typing {
            let x = top.x + 3 + u16::try_from(input.visual_cursor()).unwrap_or(0);
            frame.set_cursor_position((x.min(top.right().saturating_sub(1)), top.y));
        }
        let shown = self.shown();
        let inner = pane(&format!("Events {}", shown.len()), true, desk, frame, body);
        let row = |at: usize| cells(shown[at], desk);
        draw_table(&COLUMNS, (shown.len(), Some(self.back)), row, desk, (frame, inner));
    }
}

fn cells(event: &EventView, desk: &Desk) -> Cells {
    let time = match desk.zone() {
        Some(zone) => zone.local(event.time).strftime("%H:%M:%S").to_string(),
        None => event.time.strftime("%H:%M:%S").to_string(),
    };
    let currency: Option<Currency> = currency_of(event);
    Cells::new(' ')
        .toned(time, Tone::Dim)
        .text(event.kind.clone())
        .text(event.subject.map(|code| code.to_string()).unwrap_or_default())
        .text(event.actor.clone())
        .text(changes_of(event, currency).join("; "))
}

/// Asks where an event is to be sent once more.
fn resend(event: &EventView) -> Wish {
    let verb = words(["events", "resend", &event.id.to_string()]);
    let field = Field::flag("to", "--forward-to", "https://…");
    let form = Form::new("send the event again", verb, vec![field]);
    Wish::Show(Overlay::Form(Box::new(form.asks(Asks::Nothing))))
}
