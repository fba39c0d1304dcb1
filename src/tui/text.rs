//! Text as it fits: cut and filled by the columns it takes, never in the middle of what a reader takes for
//! one letter. Whatever comes from outside passes the one sanitiser first.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

use crate::output::safe_text::SafeText;

/// On which side a text is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Side {
    /// It stands to the left, filled to its right.
    #[default]
    Left,
    /// It stands to the right.
    Right,
}

/// Returns how many columns a text takes.
pub(crate) fn width(text: &str) -> usize {
    text.graphemes(true).map(grapheme_width).sum()
}

/// A terminal draws what is joined as one sign of at most two columns.
fn grapheme_width(grapheme: &str) -> usize {
    grapheme.width().min(2)
}

/// Makes text safe to be shown.
pub(crate) fn safe(text: &str) -> Cow<'_, str> {
    if text.chars().any(crate::output::safe_text::is_unsafe) {
        Cow::Owned(SafeText::line(text).as_str().to_owned())
    } else {
        Cow::Borrowed(text)
    }
}

/// Cuts a text to so many columns; what is cut off is told by a sign.
pub(crate) fn cut(text: &str, columns: usize, is_ascii: bool) -> String {
    let text = safe(text);
    if width(&text) <= columns {
        return text.into_owned();
    }
    let sign = if is_ascii { "~" } else { "…" };
    let mut left = columns.saturating_sub(1);
    let mut short = String::new();
    for grapheme in text.graphemes(true) {
        let wide = grapheme_width(grapheme);
        if wide > left {
            break;
        }
        left -= wide;
        short.push_str(grapheme);
    }
    if columns > 0 {
        short.push_str(sign);
    }
    short
}

/// Cuts or fills a text to exactly so many columns.
pub(crate) fn fit(text: &str, columns: usize, side: Side, is_ascii: bool) -> String {
    let text = cut(text, columns, is_ascii);
    let space = " ".repeat(columns.saturating_sub(width(&text)));
    match side {
        Side::Left => text + &space,
        Side::Right => space + &text,
    }
}

/// Breaks a text into lines of at most so many columns, between words where that can be.
pub(crate) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    for part in text.split('\n') {
        let mut line = String::new();
        for word in part.split(' ') {
            let word = safe(word);
            let gap = usize::from(!line.is_empty());
            if width(&line) + gap + width(&word) > columns && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            for grapheme in word.graphemes(true) {
                if width(&line) + grapheme_width(grapheme) > columns {
                    lines.push(std::mem::take(&mut line));
                }
                line.push_str(grapheme);
            }
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_world_are_cut_between_letters() {
        let table = [
            ("김하늘", 4, "김…"),
            ("김하늘", 6, "김하늘"),
            ("محمد عبد", 5, "محمد…"),
            ("e\u{301}le\u{300}ve", 3, "e\u{301}l…"),
            ("👩‍👩‍👧 Ana", 4, "👩‍👩‍👧 …"),
            ("Novak", 0, ""),
        ];
        for (text, columns, short) in table {
            assert_eq!(cut(text, columns, false), short, "{text} in {columns}");
            assert!(width(&cut(text, columns, false)) <= columns);
        }
        assert_eq!(fit("김", 4, Side::Right, true), "  김");
    }

    #[test]
    fn what_acts_on_a_terminal_is_shown() {
        assert_eq!(cut("Li\u{1b}[2J", 20, false), "Li␛[2J");
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
    }
}
