//! The keys that count now, and why an action is not to be had; narrowed by typing.

use ratatui::Frame;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler as _;

use super::{Turn, window};
use crate::output::style::Tone;
use crate::tui::desk::Desk;
use crate::tui::keys::Action;
use crate::tui::text::{Side, cut, fit};
use crate::tui::widgets::paste_into;
use crate::tui::wish::{Offer, WALKING};

/// The keys of one screen.
#[derive(Debug, Clone)]
pub(crate) struct Help {
    offers: Vec<Offer>,
    filter: Input,
}

/// What can be done everywhere.
const EVERYWHERE: [Action; 13] = [
    Action::Palette,
    Action::Help,
    Action::Log,
    Action::Menu,
    Action::Copy,
    Action::Undo,
    Action::Refresh,
    Action::Replay,
    Action::Hotel,
    Action::LastView,
    Action::Mouse,
    Action::Suspend,
    Action::Quit,
];

impl Help {
    /// Shows what a screen offers, and what can be done everywhere.
    pub(crate) fn new(offers: Vec<Offer>) -> Self {
        let mut all: Vec<Offer> =
            offers.into_iter().filter(|offer| !WALKING.contains(&offer.action)).collect();
        let is_new = |action: &Action| !all.iter().any(|offer| offer.action == *action);
        let more: Vec<Offer> =
            EVERYWHERE.into_iter().chain(WALKING).filter(is_new).map(Offer::of).collect();
        all.extend(more);
        Self { offers: all, filter: Input::default() }
    }

    pub(super) fn key(&mut self, event: KeyEvent, _desk: &Desk) -> Turn {
        match event.code {
            KeyCode::Esc | KeyCode::Enter => Turn::Leave(Vec::new()),
            KeyCode::Char('q' | '?') if self.filter.value().is_empty() => Turn::Leave(Vec::new()),
            _ => {
                self.filter.handle_event(&Event::Key(event));
                Turn::Stay
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        paste_into(&mut self.filter, text);
    }

    pub(super) fn view(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        let theme = desk.theme;
        let wanted = self.filter.value().to_lowercase();
        let fits = |offer: &&Offer| {
            offer.words().to_lowercase().contains(&wanted)
                || offer.action.info().name.contains(&wanted)
        };
        let found: Vec<&Offer> = self.offers.iter().filter(fits).collect();
        let inner = window("keys", (76, area.height), desk, frame, area);
        let columns = usize::from(inner.width.saturating_sub(1)) / 2;
        let height = usize::from(inner.height.saturating_sub(2));
        let mut lines = Vec::new();
        for at in 0..height {
            let mut spans = Vec::new();
            for offer in [found.get(at), found.get(at + height)].into_iter().flatten() {
                spans.extend(row(offer, columns, desk));
            }
            lines.push(Line::from(spans));
        }
        lines.push(Line::default());
        let typed = if wanted.is_empty() { "type to narrow" } else { self.filter.value() };
        lines.push(Line::from(vec![
            Span::styled("/ ", theme.key()),
            Span::styled(typed.to_owned(), theme.tone(Tone::Dim)),
        ]));
        frame.render_widget(Paragraph::new(lines), inner);
    }
}

fn row(offer: &Offer, columns: usize, desk: &Desk) -> Vec<Span<'static>> {
    let theme = desk.theme;
    let keys = desk.keymap.keys(offer.action).iter().take(2);
    let keys = keys.map(ToString::to_string).collect::<Vec<String>>().join(" ");
    let key = fit(&keys, 11, Side::Left, theme.is_ascii);
    let left = columns.saturating_sub(12);
    let Some(why_not) = &offer.why_not else {
        return vec![
            Span::styled(key, theme.key()),
            Span::raw(fit(offer.words(), left + 1, Side::Left, theme.is_ascii)),
        ];
    };
    let text = cut(&format!("{}: {why_not}", offer.words()), left, theme.is_ascii);
    vec![
        Span::styled(key, theme.tone(Tone::Dim)),
        Span::styled(fit(&text, left + 1, Side::Left, theme.is_ascii), theme.tone(Tone::Dim)),
    ]
}
