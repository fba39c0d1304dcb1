//! A line for commands: the grammar of the shell, with what was typed before.

use ratatui::Frame;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Paragraph};
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler as _;

use super::Turn;
use crate::output::style::Tone;
use crate::tui::desk::Desk;
use crate::tui::text::safe;
use crate::tui::widgets::paste_into;
use crate::tui::wish::Wish;

/// A line that is typed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Palette {
    input: Input,
    /// What was typed before, the latest last.
    before: Vec<String>,
    /// Which of those is shown, counted from the end.
    back: usize,
}

impl Palette {
    /// Opens the line over what was typed before.
    pub(crate) fn new(before: Vec<String>) -> Self {
        Self { before, ..Self::default() }
    }

    /// Returns the line that was typed before and begins like this one.
    fn ghost(&self) -> Option<&str> {
        let typed = self.input.value();
        if typed.is_empty() {
            return None;
        }
        let like = self.before.iter().rev().find(|line| line.starts_with(typed))?;
        Some(&like[typed.len()..])
    }

    fn recall(&mut self, back: usize) {
        self.back = back.min(self.before.len());
        let line = self.before.len().checked_sub(self.back).and_then(|at| self.before.get(at));
        self.input = Input::new(line.cloned().unwrap_or_default());
    }

    pub(super) fn key(&mut self, event: KeyEvent) -> Turn {
        match event.code {
            KeyCode::Esc => return Turn::Leave(Vec::new()),
            KeyCode::Backspace if self.input.value().is_empty() => return Turn::Leave(Vec::new()),
            KeyCode::Enter => {
                let line = self.input.value().trim().to_owned();
                let is_said = !line.is_empty();
                return Turn::Leave(is_said.then_some(Wish::Say(line)).into_iter().collect());
            }
            KeyCode::Up => self.recall(self.back + 1),
            KeyCode::Down => self.recall(self.back.saturating_sub(1)),
            KeyCode::Tab | KeyCode::Right if self.ghost().is_some() && self.is_at_end() => {
                let whole = format!("{}{}", self.input.value(), self.ghost().unwrap_or_default());
                self.input = Input::new(whole);
            }
            _ => {
                self.input.handle_event(&Event::Key(event));
            }
        }
        Turn::Stay
    }

    fn is_at_end(&self) -> bool {
        self.input.cursor() == self.input.value().chars().count()
    }

    pub(super) fn paste(&mut self, text: &str) {
        paste_into(&mut self.input, text);
    }

    pub(super) fn view(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        let theme = desk.theme;
        let line = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        frame.render_widget(Clear, line);
        let scroll = self.input.visual_scroll(usize::from(area.width.saturating_sub(2)));
        let shown: String = safe(self.input.value()).chars().skip(scroll).collect();
        let text = Line::from(vec![
            Span::styled(":", theme.key()),
            Span::raw(shown),
            Span::styled(self.ghost().unwrap_or_default().to_owned(), theme.tone(Tone::Dim)),
        ]);
        frame.render_widget(Paragraph::new(text), line);
        let x = self.input.visual_cursor().saturating_sub(scroll) + 1;
        let x = line.x.saturating_add(u16::try_from(x).unwrap_or(u16::MAX));
        frame.set_cursor_position((x.min(line.right().saturating_sub(1)), line.y));
    }
}
