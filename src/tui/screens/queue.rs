//! Queue: changes that wait for the link or for a decision, both sides of a conflict, and the way on.

use hotel_core::wire::event::EventView;
use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use serde::Deserialize;
use serde_json::Value;

use super::Screen;
use super::today::step_of;
use crate::commands::words::ago;
use crate::output::style::Tone;
use crate::tui::desk::{Desk, words};
use crate::tui::fetched::Fetched;
use crate::tui::intent::{Asks, Intent};
use crate::tui::journey::shell_line;
use crate::tui::keys::Action;
use crate::tui::message::{Answered, Effect};
use crate::tui::overlays::{Field, Form, Item, Menu, Overlay};
use crate::tui::rows::{Keyed, Rows};
use crate::tui::text::wrap;
use crate::tui::widgets::{Cells, Column, draw_table, pane};
use crate::tui::wish::{Offer, WALKING, Wish, effects};

/// An operation, as `hotel queue ls` tells it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Operation {
    op: u64,
    state: String,
    verb: String,
    #[serde(default)]
    booking: Option<String>,
    entered_at: Timestamp,
    tries: u32,
    argv: Vec<String>,
    #[serde(default)]
    note: Option<String>,
    #[serde(default)]
    blocked_by: Option<u64>,
}

impl Keyed for Operation {
    fn key(&self) -> String {
        self.op.to_string()
    }

    fn version(&self) -> u64 {
        let letters = self.state.bytes().map(u64::from).sum::<u64>();
        letters * 1_000 + u64::from(self.tries)
    }
}

/// A conflict as `hotel queue show` tells it, as far as the choice needs it.
#[derive(Debug, Clone, Default, Deserialize)]
struct Conflict {
    #[serde(default)]
    alternatives: Vec<Value>,
}

/// An operation in full.
#[derive(Debug, Clone, Deserialize)]
struct Full {
    #[serde(default)]
    conflict: Option<Conflict>,
}

/// The screen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Queue {
    fetched: Fetched<Vec<Operation>>,
    rows: Rows<Operation>,
    /// The selected operation in words: both sides, and what could be had instead.
    words: Fetched<String>,
    full: Fetched<Full>,
}

impl Queue {
    /// Asks for the operation that is selected.
    fn look(&mut self, desk: &mut Desk) -> Vec<Wish> {
        let Some(operation) = self.rows.current() else { return Vec::new() };
        let line = words(["queue", "show", &operation.op.to_string()]);
        let columns = desk.size.0.saturating_sub(4);
        let mut all = self.words.ask_text(&mut desk.tickets, line.clone(), columns);
        if operation.state == "conflict" {
            all.extend(self.full.ask(&mut desk.tickets, line));
        }
        effects(all)
    }

    fn intent(&self, verb: &[&str], asks: Asks) -> Option<Intent> {
        let operation = self.rows.current()?;
        let mut line: Vec<String> = vec!["queue".to_owned()];
        line.extend(verb.iter().map(|word| (*word).to_owned()));
        line.push(operation.op.to_string());
        let title = format!("{} operation {}", verb.join(" "), operation.op);
        Some(Intent::new(title, line, asks).without_dry_run())
    }

    fn alternatives(&self) -> Vec<Wish> {
        let conflict = self.full.value.as_ref().and_then(|full| full.conflict.clone());
        let offers = conflict.unwrap_or_default().alternatives;
        let items = (1..).zip(&offers).filter_map(|(n, offer)| {
            let text = |name: &str| offer[name].as_str().unwrap_or_default().to_owned();
            let total = serde_json::from_value::<hotel_core::money::Money>(offer["total"].clone());
            let total = total.map(|total| total.to_string()).unwrap_or_default();
            let label =
                format!("{} {} {} {total}", text("hotel"), text("room_type"), text("rate_plan"));
            let number = n.to_string();
            let intent = self.intent(&["resolve", "--alt", &number], Asks::First)?;
            Some(Item { label, key: number, wishes: vec![Wish::Do(intent)] })
        });
        let items: Vec<Item> = items.collect();
        if items.is_empty() {
            Vec::new()
        } else {
            vec![Wish::Show(Overlay::Menu(Menu::new("book instead", items)))]
        }
    }
}

impl Screen for Queue {
    fn open(&mut self, desk: &mut Desk) -> Vec<Wish> {
        let mut all = effects(self.fetched.ask(&mut desk.tickets, words(["queue", "ls"])));
        all.extend(self.look(desk));
        all
    }

    fn offers(&self, _desk: &Desk) -> Vec<Offer> {
        let current = self.rows.current();
        let nothing = current.is_none().then_some("nothing is selected");
        let state = current.map(|operation| operation.state.as_str());
        let peaceful = (state != Some("conflict")).then_some("it is no conflict");
        let has_booking = current.is_some_and(|operation| operation.booking.is_some());
        let mut offers = vec![
            Offer::hint(Action::Mine, "mine").unless(peaceful),
            Offer::hint(Action::Theirs, "theirs").unless(peaceful),
            Offer::hint(Action::Alternatives, "instead").unless(peaceful),
            Offer::hint(Action::Retry, "retry").unless(nothing),
            Offer::hint(Action::Edit, "change").unless(nothing),
            Offer::hint(Action::KeepBack, "keep back").unless(nothing),
            Offer::hint(Action::Drop, "drop").unless(nothing),
            Offer::hint(Action::Replay, "send now"),
            Offer::of(Action::Open).unless((!has_booking).then_some("it has no booking")),
            Offer::of(Action::Diff).unless(nothing),
        ];
        offers.extend(WALKING.map(Offer::of));
        offers
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Vec<Wish> {
        let current = self.rows.current();
        let wish = |intent: Option<Intent>| intent.map(Wish::Do).into_iter().collect();
        match action {
            Action::Back => vec![Wish::Back],
            Action::Mine => wish(self.intent(&["resolve", "--mine"], Asks::First)),
            Action::Theirs => wish(self.intent(&["resolve", "--theirs"], Asks::First)),
            Action::Alternatives => self.alternatives(),
            Action::Retry => wish(self.intent(&["retry"], Asks::Nothing)),
            Action::Drop => wish(self.intent(&["drop"], Asks::Danger)),
            Action::KeepBack => {
                let is_held = current.is_some_and(|operation| operation.state == "held");
                let verb = if is_held { "release" } else { "hold" };
                wish(self.intent(&[verb], Asks::Nothing))
            }
            Action::Replay => vec![Wish::Effect(Effect::Replay)],
            Action::Open => {
                let code = current.and_then(|operation| operation.booking.clone());
                code.map(Wish::Open).into_iter().collect()
            }
            Action::Edit => {
                let Some(operation) = current else { return Vec::new() };
                let verb = words(["queue", "edit", &operation.op.to_string()]);
                let title = format!("change operation {}", operation.op);
                let fields = vec![Field::flag(
                    "field",
                    "--set",
                    "FIELD=VALUE, as stay.check_out=2026-12-08",
                )];
                vec![Wish::Show(Overlay::Form(Box::new(
                    Form::new(title, verb, fields).asks(Asks::Nothing),
                )))]
            }
            Action::Diff => self.look(desk),
            _ => {
                self.rows.step(step_of(action, 10));
                self.look(desk)
            }
        }
    }

    fn answered(&mut self, answered: &Answered, desk: &mut Desk) -> Option<Vec<Wish>> {
        if let Some(again) = self.words.take(answered, &mut desk.tickets) {
            return Some(effects(again));
        }
        if let Some(again) = self.full.take(answered, &mut desk.tickets) {
            return Some(effects(again));
        }
        let again = self.fetched.take(answered, &mut desk.tickets)?;
        if let Some(rows) = &self.fetched.value {
            self.rows.replace(rows.clone(), desk.now);
        }
        let mut all = effects(again);
        all.extend(self.look(desk));
        Some(all)
    }

    fn happened(&mut self, _event: &EventView, _desk: &mut Desk) -> Vec<Wish> {
        // What waits changes by the journal alone, which tells of itself.
        Vec::new()
    }

    fn is_waiting(&self) -> bool {
        self.fetched.is_first()
    }

    fn copies(&self, _desk: &Desk) -> Vec<(String, String)> {
        let Some(operation) = self.rows.current() else { return Vec::new() };
        let mut all = vec![("line".to_owned(), shell_line(&operation.argv))];
        all.extend(operation.booking.iter().map(|code| ("code".to_owned(), code.clone())));
        all
    }

    fn view(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        const COLUMNS: [Column; 6] = [
            Column::number("op", 5),
            Column::fixed("state", 10),
            Column::fixed("what", 9),
            Column::fixed("booking", 9),
            Column::number("age", 7),
            Column::wide("why, or the command", 20),
        ];
        let [upper, lower] =
            Layout::vertical([Constraint::Percentage(45), Constraint::Fill(1)]).areas(area);
        let rows = &self.rows;
        let count = rows.items().len();
        let title = match &self.fetched.error {
            Some(error) => error.message.clone(),
            None if count == 0 => "Queue: nothing waits".to_owned(),
            None => format!("Queue {count}"),
        };
        let inner = pane(&title, true, desk, frame, upper);
        let row = |at: usize| cells(rows, &rows.items()[at], desk);
        draw_table(&COLUMNS, (count, Some(rows.at())), row, desk, (&mut *frame, inner));
        let title = rows.current().map(|operation| format!("Operation {}", operation.op));
        let inner = pane(&title.unwrap_or_default(), false, desk, frame, lower);
        let columns = usize::from(inner.width);
        let text = self.words.value.as_deref().unwrap_or_default();
        let lines = text.lines().flat_map(|line| wrap(line, columns)).map(Line::raw);
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inner);
    }
}

fn cells(rows: &Rows<Operation>, operation: &Operation, desk: &Desk) -> Cells {
    let tone = match operation.state.as_str() {
        "conflict" | "rejected" | "expired" => Tone::Bad,
        "applied" => Tone::Good,
        _ => Tone::Warn,
    };
    let why = match (operation.blocked_by, &operation.note) {
        (Some(by), _) => format!("waits for operation {by}"),
        (None, Some(note)) => note.clone(),
        (None, None) => shell_line(&operation.argv),
    };
    let sign = if rows.is_news(operation, desk.now) { '>' } else { ' ' };
    Cells::new(sign)
        .text(operation.op.to_string())
        .toned(operation.state.clone(), tone)
        .text(operation.verb.clone())
        .text(operation.booking.clone().unwrap_or_default())
        .text(ago(operation.entered_at, desk.now))
        .text(why)
}
