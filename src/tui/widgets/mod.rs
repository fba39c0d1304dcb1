//! What screens are drawn of.

mod table;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::symbols::border;
use ratatui::text::Span;
use ratatui::widgets::Block;
use tui_input::{Input, InputRequest};

pub(crate) use self::table::{Cells, Column, draw_table};
use super::desk::Desk;
use super::text::safe;
use super::theme::Theme;

/// Lines of ASCII.
const ASCII: border::Set<'_> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

/// Returns the lines around panes.
pub(crate) fn borders(theme: Theme) -> border::Set<'static> {
    if theme.is_ascii { ASCII } else { border::PLAIN }
}

/// Draws the border of a pane with its title, and returns what is inside.
pub(crate) fn pane(
    title: &str,
    has_focus: bool,
    desk: &Desk,
    frame: &mut Frame<'_>,
    area: Rect,
) -> Rect {
    let block = Block::bordered()
        .border_set(borders(desk.theme))
        .border_style(desk.theme.border(has_focus))
        .title(Span::styled(format!(" {} ", safe(title)), desk.theme.title(has_focus)));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    inner
}

/// Returns which row of a list stands first, so that the selected one is in the middle where it can be.
pub(crate) fn first_shown(at: usize, height: usize, count: usize) -> usize {
    at.saturating_sub(height / 2).min(count.saturating_sub(height))
}

/// Puts a text into a field; its line ends become spaces.
pub(crate) fn paste_into(input: &mut Input, text: &str) {
    for letter in text.trim_end_matches(['\r', '\n']).chars() {
        let letter = if letter.is_control() { ' ' } else { letter };
        input.handle(InputRequest::InsertChar(letter));
    }
}
