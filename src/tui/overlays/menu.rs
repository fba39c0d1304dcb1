//! One of several: all that can be done here, what to copy, which hotel. Narrowed by typing, where it is long.

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
use crate::tui::text::{Side, fit, width};
use crate::tui::theme::Theme;
use crate::tui::widgets::{first_shown, paste_into};
use crate::tui::wish::Wish;

/// One of several.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// What it says.
    pub(crate) label: String,
    /// The key that takes it at once; menus that are narrowed by typing have none.
    pub(crate) key: String,
    /// What it wants; nothing if it can't be taken now.
    pub(crate) wishes: Vec<Wish>,
}

/// A choice.
#[derive(Debug, Clone)]
pub(crate) struct Menu {
    title: String,
    items: Vec<Item>,
    /// What is typed, if it narrows.
    filter: Option<Input>,
    at: usize,
}

impl Menu {
    /// Makes a menu whose items have keys.
    pub(crate) fn new(title: impl Into<String>, items: Vec<Item>) -> Self {
        Self { title: title.into(), items, filter: None, at: 0 }
    }

    /// Makes a menu that is narrowed by typing.
    pub(crate) fn narrowed(title: impl Into<String>, items: Vec<Item>) -> Self {
        Self { filter: Some(Input::default()), ..Self::new(title, items) }
    }

    fn found(&self) -> Vec<&Item> {
        let wanted = self.filter.as_ref().map(|input| input.value().to_lowercase());
        let wanted = wanted.unwrap_or_default();
        self.items.iter().filter(|item| item.label.to_lowercase().contains(&wanted)).collect()
    }

    fn taken(item: Option<&Item>) -> Turn {
        match item {
            Some(item) if !item.wishes.is_empty() => Turn::Leave(item.wishes.clone()),
            Some(_) | None => Turn::Stay,
        }
    }

    pub(super) fn key(&mut self, event: KeyEvent, _desk: &Desk) -> Turn {
        let last = self.found().len().saturating_sub(1);
        match event.code {
            KeyCode::Esc => return Turn::Leave(Vec::new()),
            KeyCode::Enter => return Self::taken(self.found().get(self.at).copied()),
            KeyCode::Down => self.at = (self.at + 1).min(last),
            KeyCode::Up => self.at = self.at.saturating_sub(1),
            KeyCode::Char(letter) if self.filter.is_none() => {
                let key = letter.to_string();
                return match self.items.iter().find(|item| item.key == key) {
                    Some(item) => Self::taken(Some(item)),
                    None => Turn::Stay,
                };
            }
            _ => {
                if let Some(filter) = &mut self.filter {
                    filter.handle_event(&Event::Key(event));
                    self.at = 0;
                }
            }
        }
        Turn::Stay
    }

    pub(super) fn paste(&mut self, text: &str) {
        if let Some(filter) = &mut self.filter {
            paste_into(filter, text);
            self.at = 0;
        }
    }

    pub(super) fn view(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        let theme = desk.theme;
        let found = self.found();
        let widest = self.items.iter().map(|item| width(&item.label) + 12).max().unwrap_or(0);
        let wide = u16::try_from(widest.clamp(30, 74)).unwrap_or(74);
        let many = self.items.len() + 2 + 2 * usize::from(self.filter.is_some());
        let size = (wide, u16::try_from(many).unwrap_or(u16::MAX));
        let inner = window(&self.title, size, desk, frame, area);
        let mut lines = Vec::new();
        if let Some(filter) = &self.filter {
            lines.push(Line::from(vec![
                Span::styled("/ ", theme.key()),
                Span::raw(filter.value().to_owned()),
                Span::styled(" ", Theme::selected()),
            ]));
            lines.push(Line::default());
        }
        let height = usize::from(inner.height).saturating_sub(lines.len());
        let first = first_shown(self.at, height, found.len());
        for (at, item) in found.iter().enumerate().skip(first).take(height) {
            let label = fit(&item.label, usize::from(inner.width) - 11, Side::Left, theme.is_ascii);
            let key = fit(&item.key, 10, Side::Left, theme.is_ascii);
            let style = match (at == self.at, item.wishes.is_empty()) {
                (true, _) => Theme::selected(),
                (false, true) => theme.tone(Tone::Dim),
                (false, false) => theme.tone(Tone::Plain),
            };
            lines
                .push(Line::from(vec![Span::styled(key, theme.key()), Span::styled(label, style)]));
        }
        frame.render_widget(Paragraph::new(lines), inner);
    }
}
