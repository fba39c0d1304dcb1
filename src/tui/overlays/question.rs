//! Shall it be? What a change would do, with Cancel in front: only `y` does it, Enter never.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::{Turn, window};
use crate::output::style::Tone;
use crate::tui::desk::Desk;
use crate::tui::intent::{Asks, Intent, Preview};
use crate::tui::journey::shell_line;
use crate::tui::text::wrap;
use crate::tui::theme::Theme;
use crate::tui::wish::Wish;

/// What is pressed sooner than one can read was not meant for the question.
const READING: i64 = 500;

/// How wide the question may be.
const WIDTH: u16 = 72;

/// A change and what it would do.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    /// The change.
    pub(crate) intent: Intent,
    /// What it would do.
    pub(crate) preview: Preview,
    asked_at: Timestamp,
}

impl Question {
    /// Puts a question.
    pub(crate) fn new(intent: Intent, preview: Preview, now: Timestamp) -> Self {
        Self { intent, preview, asked_at: now }
    }

    /// Returns the words of the change with what was agreed to.
    fn agreed(&self) -> Intent {
        let mut intent = self.intent.clone();
        intent.words.extend(self.preview.agreed.iter().cloned());
        intent.words.push("--yes".to_owned());
        Intent { asks: Asks::Nothing, ..intent }
    }

    pub(super) fn key(&self, event: KeyEvent, desk: &Desk) -> Turn {
        let is_danger = self.intent.asks == Asks::Danger;
        let is_early = desk.now.duration_since(self.asked_at).as_millis() < i128::from(READING);
        match event.code {
            KeyCode::Char('y' | 'Y')
                if (is_danger && is_early) || event.kind == KeyEventKind::Repeat =>
            {
                Turn::Stay
            }
            KeyCode::Char('y' | 'Y') => Turn::Leave(vec![Wish::Do(self.agreed())]),
            KeyCode::Enter | KeyCode::Esc | KeyCode::Char('n' | 'N' | 'q') => {
                Turn::Leave(Vec::new())
            }
            _ => Turn::Stay,
        }
    }

    pub(super) fn view(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        let theme = desk.theme;
        let width = WIDTH.min(area.width.saturating_sub(4));
        let columns = usize::from(width.saturating_sub(4));
        let mut lines: Vec<Line<'_>> = Vec::new();
        for text in &self.preview.lines {
            let is_fee = text.starts_with("fee ");
            let tone = if is_fee { Tone::Bad } else { Tone::Plain };
            for part in wrap(text, columns) {
                lines.push(Line::styled(part, theme.tone(tone)));
            }
        }
        lines.push(Line::default());
        for part in wrap(&format!("$ {}", shell_line(&self.agreed().words)), columns) {
            lines.push(Line::styled(part, theme.tone(Tone::Dim)));
        }
        lines.push(Line::default());
        lines.push(Line::from(vec![
            Span::styled("[ Cancel ]", Theme::selected()),
            Span::raw("   "),
            Span::styled("y", theme.key()),
            Span::raw(format!(" {}", self.intent.title)),
        ]));
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        let title = format!("{}?", self.intent.title);
        let inner = window(&title, (width, height), desk, frame, area);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        frame.render_widget(Paragraph::new(lines), inner);
    }
}
