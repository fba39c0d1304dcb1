//! A desk whose lines are answered from a book of answers.

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::time::Duration;

use jiff::Timestamp;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::style::{Color, Modifier};
use serde_json::{Value, json};

use crate::error::{CliError, codes};
use crate::tui::desk::{Desk, Whose};
use crate::tui::journey::shell_line;
use crate::tui::message::{Answered, Effect, Link, Message, Ticket};
use crate::tui::model::Model;
use crate::tui::theme::{Palette, Theme};
use crate::tui::view;

/// What a house of the sample world answered.
const ANSWERS: &str = include_str!("answers.json");

/// A desk, with what it sent out.
pub(super) struct Bench {
    pub(super) model: Model,
    /// Every line it wanted to have carried out.
    pub(super) lines: Vec<String>,
    /// Lines that are not answered yet.
    pub(super) open: VecDeque<(Ticket, Vec<String>)>,
    /// What else it wanted.
    pub(super) others: Vec<Effect>,
    /// How many keys were pressed.
    pub(super) keys: usize,
    answers: Value,
}

/// The moment of the answers.
pub(super) fn morning() -> Timestamp {
    "2026-11-22T07:40:00Z".parse().unwrap()
}

impl Bench {
    /// Opens a desk of a size; the house has answered.
    pub(super) fn open(size: (u16, u16)) -> Self {
        let mut bench = Self::closed(size, Theme::default());
        bench.answer_all();
        bench
    }

    /// Opens a desk to which nobody has answered yet.
    pub(super) fn closed(size: (u16, u16), theme: Theme) -> Self {
        let whose = Whose { profile: "local".to_owned(), user: String::new() };
        let desk = Desk { theme, size, now: morning(), whose, ..Desk::default() };
        let mut bench = Self {
            model: Model { desk, ..Model::default() },
            lines: Vec::new(),
            open: VecDeque::new(),
            others: Vec::new(),
            keys: 0,
            answers: serde_json::from_str(ANSWERS).unwrap(),
        };
        let effects = bench.model.begin();
        bench.take(effects);
        bench.send(Message::Link(Link::Live));
        bench
    }

    pub(super) fn mono() -> Theme {
        Theme { palette: Palette::Mono, is_ascii: true }
    }

    fn take(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Run { ticket, words, .. } => {
                    self.lines.push(shell_line(&words));
                    self.open.push_back((ticket, words));
                }
                other => self.others.push(other),
            }
        }
    }

    pub(super) fn send(&mut self, message: Message) {
        let effects = self.model.update(message);
        self.take(effects);
    }

    /// Answers everything that is asked, and what follows from the answers.
    pub(super) fn answer_all(&mut self) {
        while let Some((ticket, words)) = self.open.pop_front() {
            let result = self.answer(&words);
            self.reply(ticket, result);
        }
    }

    /// Answers the oldest, or the newest, of what is asked.
    pub(super) fn answer_one(&mut self, oldest: bool) {
        let open = if oldest { self.open.pop_front() } else { self.open.pop_back() };
        if let Some((ticket, words)) = open {
            let result = self.answer(&words);
            self.reply(ticket, result);
        }
    }

    pub(super) fn reply(&mut self, ticket: Ticket, result: Result<Value, CliError>) {
        let took = Duration::from_millis(3);
        let notes = Vec::new();
        self.send(Message::Answered(Answered {
            ticket,
            text: result.as_ref().ok().map(crate::tui::intent::plain_text),
            result,
            stale_since: None,
            notes,
            took,
        }));
    }

    fn answer(&self, words: &[String]) -> Result<Value, CliError> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let part = match words.as_slice() {
            ["list", .., "--arrivals", _, "--all"] => "arrivals",
            ["list", .., "--departures", _, "--all"] => "departures",
            ["list", .., "--in-house", "--all"] => "in_house",
            ["list", ..] => "bookings",
            ["show", ..] => "show",
            ["history", ..] => "history",
            ["inventory", ..] => "inventory",
            ["search", ..] => "search",
            ["hotels", ..] => "hotels",
            ["whoami"] => "whoami",
            ["events", "list", ..] => "events",
            ["todo", ..] => return Ok(needs()),
            ["queue", "ls"] => return Ok(queue()),
            ["queue", "show", ..] => {
                return Ok(json!("operation 41\nyours   4 nights\ntheirs  3 nights"));
            }
            ["guests", ..] => return Ok(json!([])),
            ["book" | "cancel" | "update" | "check-in" | "release", ..] => {
                return Ok(self.outcome(&words));
            }
            _ => return Err(CliError::of(codes::INTERNAL_BUG, format!("no answer to {words:?}"))),
        };
        Ok(self.answers[part].clone())
    }

    fn outcome(&self, words: &[&str]) -> Value {
        let view = &self.answers["show"];
        let mut booking = view.clone();
        let fields = booking.as_object_mut().unwrap();
        for beside in [
            "hotel_name",
            "zone",
            "business_date",
            "guest_details",
            "requests",
            "due",
            "cancellation",
        ] {
            fields.remove(beside);
        }
        let is_hold = words.contains(&"--hold");
        if is_hold {
            booking["state"] = json!("held");
        }
        let total = json!({"minor": view["price"]["total_minor"], "currency": "EUR"});
        let fee = if words[0] == "cancel" { 5_000 } else { 0 };
        json!({
            "booking": booking,
            "events": [],
            "dry_run": words.contains(&"--dry-run"),
            "fee": {"minor": fee, "currency": "EUR"},
            "total": total,
        })
    }

    /// Presses a key.
    pub(super) fn press(&mut self, code: KeyCode) {
        self.keys += 1;
        self.send(Message::Key(KeyEvent::new(code, KeyModifiers::NONE)));
    }

    /// Types letters, and `⏎` for Enter, `⇥` for Tab, `⎋` for Esc; what is asked is answered meanwhile.
    pub(super) fn type_in(&mut self, script: &str) {
        for letter in script.chars() {
            self.press(match letter {
                '⏎' => KeyCode::Enter,
                '⇥' => KeyCode::Tab,
                '⎋' => KeyCode::Esc,
                letter => KeyCode::Char(letter),
            });
            self.answer_all();
        }
    }

    /// Draws, and returns the cells.
    pub(super) fn buffer(&self) -> Buffer {
        let (columns, lines) = self.model.desk.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, lines)).unwrap();
        terminal.draw(|frame| view::view(&self.model, frame)).unwrap();
        terminal.backend().buffer().clone()
    }

    /// Returns what is to be read, without the space at the ends of lines.
    pub(super) fn screen(&self) -> String {
        let buffer = self.buffer();
        let mut text = String::new();
        for y in 0..buffer.area.height {
            let mut line = String::new();
            let mut skipped = 0;
            for x in 0..buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                if skipped > 0 {
                    skipped -= 1;
                    continue;
                }
                line.push_str(symbol);
                skipped = crate::tui::text::width(symbol).saturating_sub(1);
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    /// Returns how what is to be read looks: stretches of a line with a style of their own.
    pub(super) fn looks(&self) -> String {
        let buffer = self.buffer();
        let mut text = String::new();
        for y in 0..buffer.area.height {
            let mut x = 0;
            while x < buffer.area.width {
                let style = look(buffer[(x, y)].fg, buffer[(x, y)].modifier);
                let start = x;
                while x < buffer.area.width
                    && look(buffer[(x, y)].fg, buffer[(x, y)].modifier) == style
                {
                    x += 1;
                }
                if !style.is_empty() {
                    writeln!(text, "{y}:{start}-{x} {style}").unwrap();
                }
            }
        }
        text
    }
}

fn look(color: Color, modifier: Modifier) -> String {
    let mut parts = Vec::new();
    if color != Color::Reset {
        parts.push(color.to_string());
    }
    parts.extend(modifier.iter_names().map(|(name, _)| name.to_lowercase()));
    parts.join(" ")
}

fn needs() -> Value {
    json!([
        {"reason": "requested", "booking": "M8WV3MZ4", "guest": "김, 하늘", "what": "waits for the hotel's word"},
        {"reason": "conflict", "what": "operation 41 needs a decision"},
    ])
}

fn queue() -> Value {
    let operation = |op: u64, state: &str, verb: &str, note: Option<&str>| {
        json!({
            "op": op, "state": state, "verb": verb, "booking": "M8WV3MZ4", "pending": true,
            "entered_at": "2026-11-22T07:36:00Z", "tries": 1,
            "argv": ["update", "M8WV3MZ4", "--nights", "3"], "note": note,
        })
    };
    json!([
        operation(41, "conflict", "update", Some("the price is 507.00 EUR now")),
        operation(42, "blocked", "update", None),
        operation(43, "sending", "book", None),
    ])
}
