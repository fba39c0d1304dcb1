//! The one sanitiser. Text from the network or from a file can carry control characters that move
//! the cursor, recolour, hide or reorder what an agent reads; [`SafeText`] shows them instead.

use std::fmt;

use unicode_width::UnicodeWidthStr as _;

/// Text that can't do anything to a terminal but be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SafeText(String);

impl SafeText {
    /// Makes one line: line ends are shown as well.
    pub(crate) fn line(text: &str) -> Self {
        Self(sanitise(text, false))
    }

    /// Makes text of several lines: line feeds stay.
    pub(crate) fn multi_line(text: &str) -> Self {
        Self(sanitise(text, true))
    }

    /// Returns the text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns how many columns the text takes on a terminal.
    pub(crate) fn width(&self) -> usize {
        self.0.width()
    }

    /// Returns whether there is nothing to read.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

impl From<&str> for SafeText {
    fn from(text: &str) -> Self {
        Self::line(text)
    }
}

impl From<String> for SafeText {
    fn from(text: String) -> Self {
        Self::line(&text)
    }
}

impl From<&String> for SafeText {
    fn from(text: &String) -> Self {
        Self::line(text)
    }
}

/// Returns whether a character may act on a terminal, or hide or reorder what stands around it.
pub(crate) fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

fn sanitise(text: &str, keeps_line_feeds: bool) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' if keeps_line_feeds => safe.push('\n'),
            '\u{1b}' => safe.push('␛'),
            _ if is_unsafe(character) => safe.extend(character.escape_unicode()),
            _ => safe.push(character),
        }
    }
    safe
}
