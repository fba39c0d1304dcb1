//! Colours by meaning. A state is always a sign with a word; colour only repeats it, so that every theme,
//! monochrome too, says the same.

use ratatui::style::{Color, Modifier, Style};

use crate::output::style::Tone;

/// Which colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Palette {
    /// The sixteen of every terminal, as its owner chose them.
    #[default]
    Sixteen,
    /// Blue and yellow instead of green and red.
    ColourBlind,
    /// None: bold, dim, underlined and reversed only.
    Mono,
}

/// How the desk looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Theme {
    /// Its colours.
    pub(crate) palette: Palette,
    /// Whether only ASCII is drawn.
    pub(crate) is_ascii: bool,
}

impl Theme {
    /// Returns the style of a tone.
    pub(crate) fn tone(self, tone: Tone) -> Style {
        let style = Style::new();
        match (tone, self.palette) {
            (Tone::Plain, _) => style,
            (Tone::Dim, _) => style.add_modifier(Modifier::DIM),
            (Tone::Strong, _) | (Tone::Good, Palette::Mono) => style.add_modifier(Modifier::BOLD),
            (Tone::Good, Palette::Sixteen) => style.fg(Color::Green),
            (Tone::Good, Palette::ColourBlind) => style.fg(Color::Blue),
            (Tone::Warn, Palette::Sixteen | Palette::ColourBlind) => style.fg(Color::Yellow),
            (Tone::Warn, Palette::Mono) => style.add_modifier(Modifier::UNDERLINED),
            (Tone::Bad, Palette::Sixteen) => style.fg(Color::Red).add_modifier(Modifier::BOLD),
            (Tone::Bad, Palette::ColourBlind) => {
                style.fg(Color::LightYellow).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
            }
            (Tone::Bad, Palette::Mono) => style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        }
    }

    /// Returns the style of what the next key acts upon.
    pub(crate) fn selected() -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// Returns the style of the title of a pane.
    pub(crate) fn title(self, has_focus: bool) -> Style {
        let style = Style::new();
        match (has_focus, self.palette) {
            (true, Palette::Mono) => style.add_modifier(Modifier::BOLD | Modifier::REVERSED),
            (true, Palette::Sixteen | Palette::ColourBlind) => {
                style.fg(Color::Cyan).add_modifier(Modifier::BOLD)
            }
            (false, _) => style.add_modifier(Modifier::BOLD),
        }
    }

    /// Returns the style of the lines around a pane.
    pub(crate) fn border(self, has_focus: bool) -> Style {
        match (has_focus, self.palette) {
            (true, Palette::Sixteen | Palette::ColourBlind) => Style::new().fg(Color::Cyan),
            (true, Palette::Mono) => Style::new(),
            (false, _) => Style::new().add_modifier(Modifier::DIM),
        }
    }

    /// Returns the style of a key in a hint.
    pub(crate) fn key(self) -> Style {
        match self.palette {
            Palette::Sixteen | Palette::ColourBlind => {
                Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD)
            }
            Palette::Mono => Style::new().add_modifier(Modifier::BOLD),
        }
    }

    /// Returns one of two signs, as ASCII is wanted or not.
    pub(crate) fn sign(self, sign: &'static str, ascii: &'static str) -> &'static str {
        if self.is_ascii { ascii } else { sign }
    }
}
