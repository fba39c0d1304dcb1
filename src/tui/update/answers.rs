//! What came of the lines.

use hotel_core::wire::booking::BookingOutcome;
use serde_json::Value;

use crate::commands::words::state_word;
use crate::error::CliError;
use crate::error::category::Category;
use crate::output::style::Tone;
use crate::terse::Run;
use crate::tui::intent::{Asks, Intent, Preview, failure_lines};
use crate::tui::message::Answered;
use crate::tui::model::{Model, Running};
use crate::tui::overlays::{Overlay, Pager, Question};
use crate::tui::screens::Screen as _;
use crate::tui::wish::{Wish, effects};

impl Model {
    pub(super) fn answered(&mut self, answered: &Answered) -> Vec<Wish> {
        self.desk.journey.end(answered);
        self.desk.answer_ms = u64::try_from(answered.took.as_millis()).ok();
        if let Some(since) = answered.stale_since {
            let before = self.desk.stale_since.unwrap_or(since);
            self.desk.stale_since = Some(before.min(since));
        }
        match self.running.remove(&answered.ticket) {
            Some(Running::Preview(intent)) => self.previewed(intent, &answered.result),
            Some(Running::Change(intent)) => self.changed(&intent, &answered.result),
            Some(Running::Said(run)) => self.heard(&run, answered),
            None => self.told(answered),
        }
    }

    /// Hands an answer to whoever asked.
    fn told(&mut self, answered: &Answered) -> Vec<Wish> {
        let desk = &mut self.desk;
        if let Some(again) = self.me.take(answered, &mut desk.tickets) {
            if let Some(me) = &self.me.value {
                desk.whose.user.clone_from(&me.user);
            }
            return effects(again);
        }
        if let Some(again) = self.hotels.take(answered, &mut desk.tickets) {
            let mut wishes = effects(again);
            wishes.extend(self.arrive());
            return wishes;
        }
        for overlay in &mut self.overlays {
            if let Some(again) = overlay.answered(answered, desk) {
                return effects(again);
            }
        }
        if let Some(wishes) = self.card.as_mut().and_then(|card| card.answered(answered, desk)) {
            return wishes;
        }
        for (number, _) in super::super::model::TABS {
            if let Some(wishes) = self.screens.of_mut(number).answered(answered, desk) {
                return wishes;
            }
        }
        Vec::new()
    }

    /// Knows the hotels now: the desk looks at the usual one, or the first.
    fn arrive(&mut self) -> Vec<Wish> {
        let Some(hotels) = &self.hotels.value else { return Vec::new() };
        self.desk.hotels.clone_from(hotels);
        let is_known = self.desk.hotel.is_some();
        if !is_known {
            self.desk.hotel = hotels.first().map(|hotel| hotel.code);
        }
        // Which day it is at the hotel is known only now.
        self.screens.of_mut(self.at).open(&mut self.desk)
    }

    fn previewed(&mut self, intent: Intent, result: &Result<Value, CliError>) -> Vec<Wish> {
        let preview = Preview::of(result);
        if let (Some(_), Err(error)) = (&preview.refusal, result) {
            self.refused(&intent, error);
            return Vec::new();
        }
        if intent.asks == Asks::Danger && !self.typed_ahead.is_empty() {
            self.typed_ahead.clear();
            self.desk.tell(Tone::Warn, "what was typed before this question does not count");
        }
        let question = Question::new(intent, preview, self.desk.now);
        self.overlays.push(Overlay::Question(Box::new(question)));
        Vec::new()
    }

    fn refused(&mut self, intent: &Intent, error: &CliError) {
        self.typed_ahead.clear();
        if let Some(Overlay::Form(form)) = self.overlays.last_mut() {
            form.refused(error);
            return;
        }
        let lines = failure_lines(error).into_iter().map(|text| (text, Tone::Plain)).collect();
        let title = format!("could not {}", intent.title);
        self.overlays.push(Overlay::Pager(Pager::toned(title, lines)));
    }

    fn changed(&mut self, intent: &Intent, result: &Result<Value, CliError>) -> Vec<Wish> {
        let waits = matches!(result, Err(error) if error.category == Category::Queued);
        match result {
            Ok(value) => self.done(intent, value),
            Err(error) if waits => {
                let op = error.op_id.as_deref().map(|op| format!(" (operation {op})"));
                let text = format!("{}: {}{}", intent.title, error.message, op.unwrap_or_default());
                self.desk.tell(Tone::Warn, text);
            }
            Err(error) => {
                self.refused(intent, error);
                return Vec::new();
            }
        }
        if matches!(self.overlays.last(), Some(Overlay::Form(_))) {
            self.overlays.pop();
        }
        // The feed says the same a moment later; while it is away nobody does.
        let mut wishes = self.reopen();
        if let (Ok(value), Some("book")) = (result, intent.words.first().map(String::as_str)) {
            let code = value["booking"]["code"].as_str();
            wishes.extend(code.map(|code| Wish::Open(code.to_owned())));
        }
        wishes
    }

    fn done(&mut self, intent: &Intent, value: &Value) {
        let outcome = serde_json::from_value::<BookingOutcome>(value.clone()).ok();
        let text = match &outcome {
            Some(outcome) => {
                let booking = &outcome.booking;
                let state = state_word(booking.state);
                format!("{}: {} is {state}, {}", intent.title, booking.code, outcome.total)
            }
            None => format!("{}: done", intent.title),
        };
        self.desk.tell(Tone::Good, text);
        let held = outcome.as_ref().filter(|outcome| outcome.booking.expires_at.is_some());
        let undo = intent.undo.clone().or_else(|| {
            held.map(|outcome| vec!["release".to_owned(), outcome.booking.code.to_string()])
        });
        self.undo.extend(undo);
    }

    /// Shows what a step of a typed line said, and goes on with the next.
    fn heard(&mut self, run: &Run, answered: &Answered) -> Vec<Wish> {
        self.talk.learn(run, &answered.result);
        let told = match &answered.result {
            Ok(told) => told,
            Err(error) => {
                let lines = failure_lines(error);
                self.overlays.push(Overlay::Pager(Pager::new(format!("$ {}", run.long()), lines)));
                return Vec::new();
            }
        };
        let mut wishes = match run.words.first().map(String::as_str) {
            Some("search") => {
                self.screens.search.show(&run.words, told, &answered.notes, &mut self.desk);
                self.go(2)
            }
            Some("show") => {
                told["code"].as_str().map(|code| Wish::Open(code.to_owned())).into_iter().collect()
            }
            _ => {
                self.say_text(run, answered);
                self.reopen()
            }
        };
        wishes.extend(self.talk_on());
        wishes
    }

    /// Shows a text: in the line of notices if it is one, else in a window.
    fn say_text(&mut self, run: &Run, answered: &Answered) {
        let said = answered.text.as_deref().unwrap_or_default().lines().map(str::to_owned);
        let lines: Vec<String> = said.chain(answered.notes.iter().cloned()).collect();
        if lines.len() <= 2 {
            let text = lines.first().cloned().unwrap_or_else(|| "done".to_owned());
            self.desk.tell(Tone::Good, text);
        } else {
            self.overlays.push(Overlay::Pager(Pager::new(format!("$ {}", run.long()), lines)));
        }
    }
}
