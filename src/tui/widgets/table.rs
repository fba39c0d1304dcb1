//! Rows under their columns. Only what is shown is made.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::first_shown;
use crate::output::style::Tone;
use crate::tui::desk::Desk;
use crate::tui::text::{Side, fit};
use crate::tui::theme::Theme;

/// A column.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    title: &'static str,
    columns: u16,
    /// How much of the space that is left it takes.
    share: u16,
    side: Side,
    /// How wide the table must be for it to be shown.
    since: u16,
}

impl Column {
    /// Returns one of a fixed width.
    pub(crate) const fn fixed(title: &'static str, columns: u16) -> Self {
        Self { title, columns, share: 0, side: Side::Left, since: 0 }
    }

    /// Returns one that takes what is left, and no less than so much.
    pub(crate) const fn wide(title: &'static str, columns: u16) -> Self {
        Self { title, columns, share: 1, side: Side::Left, since: 0 }
    }

    /// Returns one whose values stand to the right.
    pub(crate) const fn number(title: &'static str, columns: u16) -> Self {
        Self { title, columns, share: 0, side: Side::Right, since: 0 }
    }

    /// Leaves it out where the table is narrower.
    pub(crate) const fn since(self, columns: u16) -> Self {
        Self { since: columns, ..self }
    }
}

/// A row: its texts with their tones, and whether it is marked or new.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cells {
    texts: Vec<(String, Tone)>,
    sign: char,
}

impl Cells {
    /// Returns an empty row; `sign` stands before it.
    pub(crate) fn new(sign: char) -> Self {
        Self { texts: Vec::new(), sign }
    }

    /// Adds a text.
    #[must_use]
    pub(crate) fn text(self, text: impl Into<String>) -> Self {
        self.toned(text, Tone::Plain)
    }

    /// Adds a text that feels like something.
    #[must_use]
    pub(crate) fn toned(mut self, text: impl Into<String>, tone: Tone) -> Self {
        self.texts.push((text.into(), tone));
        self
    }
}

/// Draws a table: titles, and the rows around the selected one.
pub(crate) fn draw_table(
    columns: &[Column],
    (count, selected): (usize, Option<usize>),
    row: impl Fn(usize) -> Cells,
    desk: &Desk,
    (frame, area): (&mut Frame<'_>, Rect),
) {
    if area.height == 0 || area.width < 4 {
        return;
    }
    let theme = desk.theme;
    let buffer = frame.buffer_mut();
    let widths = widths(columns, area.width - 1);
    let titles = columns.iter().map(|column| (column.title, theme.tone(Tone::Dim)));
    let titles: Vec<(&str, Style)> = titles.collect();
    let line = Line { columns, widths: &widths, is_ascii: theme.is_ascii };
    line.draw(&titles, buffer, Rect { x: area.x + 1, width: area.width - 1, height: 1, ..area });
    let height = usize::from(area.height - 1);
    let first = first_shown(selected.unwrap_or(0), height, count);
    for (at, y) in (first..count.min(first + height)).zip(area.y + 1..) {
        let cells = row(at);
        let is_selected = selected == Some(at);
        let texts: Vec<(&str, Style)> = cells
            .texts
            .iter()
            .map(|(text, tone)| {
                let style = if is_selected { Style::new() } else { theme.tone(*tone) };
                (text.as_str(), style)
            })
            .collect();
        let whole = Rect { y, height: 1, ..area };
        buffer.set_string(area.x, y, cells.sign.to_string(), theme.tone(Tone::Warn));
        line.draw(&texts, buffer, Rect { x: area.x + 1, width: area.width - 1, ..whole });
        if is_selected {
            buffer.set_style(whole, Theme::selected());
        }
    }
}

struct Line<'a> {
    columns: &'a [Column],
    widths: &'a [u16],
    is_ascii: bool,
}

impl Line<'_> {
    fn draw(&self, texts: &[(&str, Style)], buffer: &mut Buffer, area: Rect) {
        let mut x = area.x;
        for ((column, width), (text, style)) in self.columns.iter().zip(self.widths).zip(texts) {
            if *width > 0 && x < area.right() {
                let text = fit(text, usize::from(*width), column.side, self.is_ascii);
                buffer.set_stringn(x, area.y, text, usize::from(area.right() - x), *style);
                x += width + 1;
            }
        }
    }
}

/// Shares the width out: what is fixed first, what is left to those that take it.
fn widths(columns: &[Column], width: u16) -> Vec<u16> {
    let is_shown = |column: &&Column| column.since <= width;
    let shown: Vec<&Column> = columns.iter().filter(is_shown).collect();
    let gaps = u16::try_from(shown.len().saturating_sub(1)).unwrap_or(0);
    let least: u16 = shown.iter().map(|column| column.columns).sum();
    let shares: u16 = shown.iter().map(|column| column.share).sum();
    let mut left = width.saturating_sub(least + gaps);
    let each = left.checked_div(shares).unwrap_or(0);
    let mut widths = Vec::with_capacity(columns.len());
    for column in columns {
        if !is_shown(&column) {
            widths.push(0);
            continue;
        }
        let more = each * column.share;
        left = left.saturating_sub(more);
        widths.push(column.columns + more);
    }
    // What can't be divided goes to the last that takes some.
    if let Some(place) = columns.iter().rposition(|column| column.share > 0 && is_shown(&column)) {
        widths[place] += left;
    }
    widths
}
