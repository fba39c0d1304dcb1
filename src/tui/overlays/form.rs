//! The fields of a change. A form knows no rule: what it says becomes a line, and a refusal of that line is
//! shown at the field it names.

use hotel_core::people::Guest;
use ratatui::Frame;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler as _;

use super::{Turn, window};
use crate::error::CliError;
use crate::output::style::Tone;
use crate::tui::desk::{Desk, words};
use crate::tui::fetched::Fetched;
use crate::tui::intent::{Asks, Intent, failure_lines};
use crate::tui::message::{Answered, Effect};
use crate::tui::text::{Side, cut, fit, safe, wrap};
use crate::tui::theme::Theme;
use crate::tui::widgets::paste_into;
use crate::tui::wish::Wish;

/// How many letters of a name are looked up.
const LOOKUP_MIN: usize = 2;

/// How many guests are proposed.
const PROPOSED: usize = 4;

/// How wide the labels are.
const LABEL: usize = 14;

/// A field.
#[derive(Debug, Clone, Default)]
pub(crate) struct Field {
    label: &'static str,
    /// The flag that stands before its value; none if the value stands alone.
    flag: Option<&'static str>,
    hint: &'static str,
    input: Input,
    /// What it said when the form was opened, if saying the same changes nothing.
    before: Option<String>,
    /// Whether guests are looked up by it.
    is_guest: bool,
    /// The guest that was taken instead of a name.
    guest: Option<String>,
}

impl Field {
    /// Returns a field whose value follows a flag.
    pub(crate) fn flag(label: &'static str, flag: &'static str, hint: &'static str) -> Self {
        Self { label, flag: Some(flag), hint, ..Self::default() }
    }

    /// Returns a field whose value stands alone in the line.
    pub(crate) fn place(label: &'static str, hint: &'static str) -> Self {
        Self { label, hint, ..Self::default() }
    }

    /// Returns the field of a guest: known ones are proposed.
    pub(crate) fn guest() -> Self {
        let field = Self::flag("guest", "--guest", "FAMILY, GIVEN");
        Self { is_guest: true, ..field }
    }

    /// Fills it; the same value is then no change.
    #[must_use]
    pub(crate) fn of(self, value: impl Into<String>) -> Self {
        let value = value.into();
        Self { input: Input::new(value.clone()), before: Some(value), ..self }
    }

    /// Fills it with what is said unless somebody says something else.
    #[must_use]
    pub(crate) fn usually(self, value: impl Into<String>) -> Self {
        Self { input: Input::new(value.into()), ..self }
    }

    fn words(&self) -> Vec<String> {
        let value = self.input.value().trim();
        if let Some(guest) = &self.guest {
            return vec!["--guest-id".to_owned(), guest.clone()];
        }
        let is_same = self.before.as_deref().is_some_and(|before| before == value);
        if is_same || (value.is_empty() && self.before.is_none()) {
            return Vec::new();
        }
        match self.flag {
            Some(flag) => vec![flag.to_owned(), value.to_owned()],
            None => vec![value.to_owned()],
        }
    }
}

/// The fields of a change.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    title: String,
    verb: Vec<String>,
    fields: Vec<Field>,
    at: usize,
    asks: Asks,
    error: Vec<String>,
    guests: Fetched<Vec<Guest>>,
    /// Which proposed guest is pointed at.
    proposed: Option<usize>,
}

impl Form {
    /// Makes a form; `verb` are the words before its fields.
    pub(crate) fn new(title: impl Into<String>, verb: Vec<String>, fields: Vec<Field>) -> Self {
        Self {
            title: title.into(),
            verb,
            fields,
            at: 0,
            asks: Asks::First,
            error: Vec::new(),
            guests: Fetched::default(),
            proposed: None,
        }
    }

    /// Says what is asked before the change is made.
    #[must_use]
    pub(crate) fn asks(self, asks: Asks) -> Self {
        Self { asks, ..self }
    }

    /// Shows a refusal, at the field it names.
    pub(crate) fn refused(&mut self, error: &CliError) {
        self.error = failure_lines(error);
        let Some(name) = &error.field else { return };
        let is_named = |field: &Field| {
            field.flag.is_some_and(|flag| flag == name || flag.trim_start_matches('-') == name)
                || field.label == name.as_str()
        };
        if let Some(place) = self.fields.iter().position(is_named) {
            self.at = place;
        }
    }

    fn intent(&self) -> Intent {
        let mut line = self.verb.clone();
        // What stands alone comes first, as every help text has it.
        let alone = self.fields.iter().filter(|field| field.flag.is_none());
        let flags = self.fields.iter().filter(|field| field.flag.is_some());
        line.extend(alone.chain(flags).flat_map(Field::words));
        Intent::new(self.title.clone(), line, self.asks)
    }

    fn proposals(&self) -> &[Guest] {
        let is_asked = self.fields[self.at].is_guest && self.fields[self.at].guest.is_none();
        let guests = self.guests.value.as_deref().filter(|_| is_asked).unwrap_or_default();
        &guests[..guests.len().min(PROPOSED)]
    }

    pub(super) fn key(&mut self, event: KeyEvent, desk: &mut Desk) -> Turn {
        let last = self.fields.len() - 1;
        match event.code {
            KeyCode::Esc => return Turn::Leave(Vec::new()),
            KeyCode::Enter => {
                if let Some(place) = self.proposed.take() {
                    self.take_guest(place);
                    return Turn::Stay;
                }
                return Turn::Want(vec![Wish::Do(self.intent())]);
            }
            KeyCode::Down if !self.proposals().is_empty() => {
                let next = self.proposed.map_or(0, |at| at + 1);
                self.proposed = Some(next.min(self.proposals().len() - 1));
            }
            KeyCode::Up if self.proposed.is_some() => {
                self.proposed = self.proposed.and_then(|at| at.checked_sub(1));
            }
            KeyCode::Tab | KeyCode::Down => self.focus((self.at + 1) % (last + 1)),
            KeyCode::BackTab | KeyCode::Up => self.focus(self.at.checked_sub(1).unwrap_or(last)),
            _ => {
                self.fields[self.at].input.handle_event(&Event::Key(event));
                return Turn::Want(self.changed(desk).into_iter().map(Wish::Effect).collect());
            }
        }
        Turn::Stay
    }

    fn focus(&mut self, at: usize) {
        self.at = at;
        self.proposed = None;
    }

    fn take_guest(&mut self, place: usize) {
        let Some(guest) = self.proposals().get(place).cloned() else { return };
        let field = &mut self.fields[self.at];
        field.input = Input::new(format!("{}, {}", guest.family, guest.given));
        field.guest = Some(guest.id.to_string());
        self.focus((self.at + 1) % self.fields.len());
    }

    /// Looks known guests up by what is typed.
    fn changed(&mut self, desk: &mut Desk) -> Vec<Effect> {
        let field = &mut self.fields[self.at];
        self.error.clear();
        self.proposed = None;
        if !field.is_guest {
            return Vec::new();
        }
        field.guest = None;
        let name = field.input.value().split([',', '/']).next().unwrap_or_default().trim();
        if name.chars().count() < LOOKUP_MIN {
            return Vec::new();
        }
        let mut line = words(["guests", "list", "--name"]);
        line.push(name.to_owned());
        self.guests.ask(&mut desk.tickets, line)
    }

    pub(super) fn paste(&mut self, text: &str, desk: &mut Desk) -> Vec<Effect> {
        paste_into(&mut self.fields[self.at].input, text);
        self.changed(desk)
    }

    pub(super) fn answered(&mut self, answered: &Answered, desk: &mut Desk) -> Option<Vec<Effect>> {
        self.guests.take(answered, &mut desk.tickets)
    }

    pub(super) fn view(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        let theme = desk.theme;
        let width = 74.min(area.width.saturating_sub(2));
        let columns = usize::from(width).saturating_sub(4);
        let mut lines = Vec::new();
        let mut cursor = (0, 0);
        for (at, field) in self.fields.iter().enumerate() {
            let has_focus = at == self.at;
            if has_focus {
                let left = columns.saturating_sub(LABEL + 1);
                let x = LABEL + 1 + field.input.visual_cursor().min(left);
                cursor = (u16::try_from(x).unwrap_or(0), u16::try_from(lines.len()).unwrap_or(0));
            }
            lines.push(field_line(field, has_focus, columns, desk));
            if has_focus {
                for (place, guest) in self.proposals().iter().enumerate() {
                    lines.push(guest_line(guest, self.proposed == Some(place), columns, desk));
                }
            }
        }
        lines.push(Line::default());
        for text in &self.error {
            for part in wrap(text, columns) {
                lines.push(Line::styled(part, theme.tone(Tone::Bad)));
            }
        }
        lines.push(Line::from(vec![
            Span::styled("enter", theme.key()),
            Span::raw(" go on   "),
            Span::styled("tab", theme.key()),
            Span::raw(" next field   "),
            Span::styled("esc", theme.key()),
            Span::raw(" leave"),
        ]));
        let height = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
        let inner = window(&self.title, (width, height), desk, frame, area);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        frame.render_widget(Paragraph::new(lines), inner);
        frame.set_cursor_position((inner.x + cursor.0, inner.y + cursor.1));
    }
}

fn field_line(field: &Field, has_focus: bool, columns: usize, desk: &Desk) -> Line<'static> {
    let theme = desk.theme;
    let left = columns.saturating_sub(LABEL + 1);
    let value = field.input.value();
    let label = fit(field.label, LABEL + 1, Side::Left, theme.is_ascii);
    let label_style = if has_focus { theme.title(true) } else { theme.tone(Tone::Dim) };
    let value = if value.is_empty() && !has_focus {
        Span::styled(fit(field.hint, left, Side::Left, theme.is_ascii), theme.tone(Tone::Dim))
    } else if value.is_empty() {
        Span::styled(format!(" {}", field.hint), theme.tone(Tone::Dim))
    } else {
        let known = if field.guest.is_some() { "  (known guest)" } else { "" };
        Span::raw(cut(&format!("{}{known}", safe(value)), left, theme.is_ascii))
    };
    Line::from(vec![Span::styled(label, label_style), value])
}

fn guest_line(guest: &Guest, is_pointed: bool, columns: usize, desk: &Desk) -> Line<'static> {
    let theme = desk.theme;
    let text = format!("{}, {}  {} {}", guest.family, guest.given, guest.email, guest.phone);
    let style = if is_pointed { Theme::selected() } else { theme.tone(Tone::Dim) };
    Line::from(vec![
        Span::raw(" ".repeat(LABEL + 1)),
        Span::styled(cut(&text, columns.saturating_sub(LABEL + 1), theme.is_ascii), style),
    ])
}
