//! A key as it is written: `x`, `X`, `ctrl-d`, `enter`, `pgdn`, `f5`.

use std::fmt;
use std::str::FromStr;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with what was held beside it. Shift is in the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    /// Which.
    pub(crate) code: KeyCode,
    /// Whether Ctrl was held.
    pub(crate) ctrl: bool,
    /// Whether Alt was held.
    pub(crate) alt: bool,
}

/// Why a text is no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no key: write a letter, or ctrl-LETTER, enter, esc, tab, space, up, pgdn, f5")]
pub(crate) struct KeyError(String);

/// The keys with names.
const NAMED: [(&str, KeyCode); 17] = [
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("shift-tab", KeyCode::BackTab),
    ("space", KeyCode::Char(' ')),
    ("backspace", KeyCode::Backspace),
    ("del", KeyCode::Delete),
    ("ins", KeyCode::Insert),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
    ("null", KeyCode::Null),
];

impl Key {
    /// Returns a key without anything beside it.
    pub(crate) const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// Returns what was typed, if the key types something.
    pub(crate) fn letter(self) -> Option<char> {
        match self.code {
            KeyCode::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            _ => None,
        }
    }
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let code = match event.code {
            // Terminals differ in whether Shift changes the letter.
            KeyCode::Char(letter) if event.modifiers.contains(KeyModifiers::SHIFT) => {
                KeyCode::Char(letter.to_uppercase().next().unwrap_or(letter))
            }
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
            code => code,
        };
        Self { code, ctrl, alt: event.modifiers.contains(KeyModifiers::ALT) }
    }
}

impl FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let refused = || KeyError(text.to_owned());
        let named = |name: &str| {
            let of_name = NAMED.iter().find(|(known, _)| name.eq_ignore_ascii_case(known));
            of_name.map(|(_, code)| *code)
        };
        if let Some(code) = named(text) {
            return Ok(Self::plain(code));
        }
        let lower = text.to_ascii_lowercase();
        if let Some(rest) = lower.strip_prefix("ctrl-").filter(|rest| !rest.is_empty()) {
            return rest.parse::<Self>().map(|key| Self { ctrl: true, ..key });
        }
        if let Some(rest) = text.strip_prefix("alt-").filter(|rest| !rest.is_empty()) {
            return rest.parse::<Self>().map(|key| Self { alt: true, ..key });
        }
        if let Some(number) = lower.strip_prefix('f').and_then(|rest| rest.parse::<u8>().ok()) {
            return match number {
                1..=12 => Ok(Self::plain(KeyCode::F(number))),
                _ => Err(refused()),
            };
        }
        let mut letters = text.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if !letter.is_control() => Ok(Self::plain(KeyCode::Char(letter))),
            _ => Err(refused()),
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            formatter.write_str("ctrl-")?;
        }
        if self.alt {
            formatter.write_str("alt-")?;
        }
        if let Some((name, _)) = NAMED.iter().find(|(_, code)| *code == self.code) {
            return formatter.write_str(name);
        }
        match self.code {
            KeyCode::Char(letter) => write!(formatter, "{letter}"),
            KeyCode::F(number) => write!(formatter, "f{number}"),
            _ => formatter.write_str("?"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_they_are_written() {
        for text in
            ["x", "X", "ctrl-d", "alt-x", "enter", "space", "f5", "pgdn", "shift-tab", "/", "-"]
        {
            assert_eq!(text.parse::<Key>().unwrap().to_string(), text);
        }
        for text in ["", "xx", "f13", "ctrl-", "hyper-x"] {
            assert!(text.parse::<Key>().is_err(), "{text}");
        }
    }

    #[test]
    fn shift_is_in_the_letter() {
        let event = KeyEvent::new(KeyCode::Char('x'), KeyModifiers::SHIFT);
        assert_eq!(Key::from(event).to_string(), "X");
    }
}
