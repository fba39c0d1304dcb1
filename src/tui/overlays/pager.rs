//! A text that is read: the log, an answer as it came, a failure with the way on.

use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::{Turn, window};
use crate::output::style::Tone;
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Key};
use crate::tui::message::Effect;
use crate::tui::text::cut;
use crate::tui::wish::Wish;

/// Lines of text with a title.
#[derive(Debug, Clone)]
pub(crate) struct Pager {
    title: String,
    lines: Vec<(String, Tone)>,
    at: usize,
}

impl Pager {
    /// Makes one of plain lines.
    pub(crate) fn new(title: impl Into<String>, lines: Vec<String>) -> Self {
        let lines = lines.into_iter().map(|text| (text, Tone::Plain)).collect();
        Self { title: title.into(), lines, at: 0 }
    }

    /// Makes one of lines that feel like something.
    pub(crate) fn toned(title: impl Into<String>, lines: Vec<(String, Tone)>) -> Self {
        Self { title: title.into(), lines, at: 0 }
    }

    pub(super) fn key(&mut self, event: KeyEvent, desk: &Desk) -> Turn {
        let page = isize::try_from(desk.size.1 / 2).unwrap_or(10);
        let by = match desk.keymap.actions(Key::from(event)).next() {
            Some(Action::Back | Action::Quit | Action::Open | Action::Log) => {
                return Turn::Leave(Vec::new());
            }
            Some(Action::Copy) => {
                let texts: Vec<&str> = self.lines.iter().map(|(text, _)| text.as_str()).collect();
                return Turn::Want(vec![Wish::Effect(Effect::Copy(texts.join("\n")))]);
            }
            Some(Action::Down) => 1,
            Some(Action::Up) => -1,
            Some(Action::PageDown) => page,
            Some(Action::PageUp) => -page,
            Some(Action::Top) => isize::MIN,
            Some(Action::Bottom) => isize::MAX,
            _ => return Turn::Stay,
        };
        let last = self.lines.len().saturating_sub(usize::try_from(page).unwrap_or(1));
        self.at = self.at.saturating_add_signed(by).min(last);
        Turn::Stay
    }

    pub(super) fn view(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        let width = area.width.saturating_sub(4);
        let height = u16::try_from(self.lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        let inner = window(&self.title, (width, height.max(3)), desk, frame, area);
        let columns = usize::from(inner.width);
        let shown = self.lines.iter().skip(self.at).take(usize::from(inner.height));
        let lines = shown.map(|(text, tone)| {
            Line::styled(cut(text, columns, desk.theme.is_ascii), desk.theme.tone(*tone))
        });
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inner);
    }
}
