//! What the parts of the desk want of each other.

use std::time::Duration;

use crate::error::CliError;
use crate::output::style::Tone;
use crate::terse::{Step, follow};
use crate::tui::desk::words;
use crate::tui::intent::{Asks, Intent, Preview, failure_lines};
use crate::tui::message::Effect;
use crate::tui::model::{Model, Running};
use crate::tui::overlays::{Overlay, Pager, Question};
use crate::tui::screens::Screen as _;
use crate::tui::screens::card::Card;
use crate::tui::wish::Wish;

impl Model {
    /// Grants wishes, and those that follow from them; returns what has to be done outside.
    pub(super) fn grant(&mut self, wishes: Vec<Wish>) -> Vec<Effect> {
        let mut all = Vec::new();
        let mut left: std::collections::VecDeque<Wish> = wishes.into();
        while let Some(wish) = left.pop_front() {
            match wish {
                Wish::Effect(effect) => all.push(self.noted(effect)),
                Wish::Show(overlay) => self.overlays.push(overlay),
                Wish::Do(intent) => {
                    if let Some(effect) = self.begin_change(intent) {
                        all.push(self.noted(effect));
                    }
                }
                Wish::Open(code) => {
                    let row = self.screens.row(&code);
                    let mut card = Card::new(code, row);
                    left.extend(card.open(&mut self.desk));
                    self.card = Some(card);
                }
                Wish::Go(number) => left.extend(self.go(number)),
                Wish::Back => self.card = None,
                Wish::Say(line) => left.extend(self.say(&line)),
                Wish::Act(action) => left.extend(self.act(action)),
                Wish::Hotel(code) => {
                    self.desk.hotel = code.parse().ok();
                    self.card = None;
                    left.extend(self.screens.of_mut(self.at).open(&mut self.desk));
                }
            }
        }
        all
    }

    /// Shows a screen.
    pub(super) fn go(&mut self, number: u8) -> Vec<Wish> {
        if number != self.at {
            self.before = self.at;
        }
        self.at = number;
        self.card = None;
        self.screens.of_mut(number).open(&mut self.desk)
    }

    fn noted(&mut self, effect: Effect) -> Effect {
        if let Effect::Run { ticket, words, .. } = &effect {
            self.desk.journey.begin(*ticket, words, self.desk.now);
        }
        effect
    }

    fn run(&mut self, words: Vec<String>, columns: Option<u16>, running: Running) -> Effect {
        let ticket = self.desk.tickets.next();
        self.running.insert(ticket, running);
        Effect::Run { ticket, words, after: Duration::ZERO, columns }
    }

    /// Begins a change: asks first what it would do, where that is to be seen.
    fn begin_change(&mut self, intent: Intent) -> Option<Effect> {
        match (intent.asks, intent.has_dry_run) {
            (Asks::Nothing, _) => {
                self.desk.notice = None;
                Some(self.run(intent.words.clone(), None, Running::Change(intent)))
            }
            (Asks::First | Asks::Danger, true) => {
                Some(self.run(intent.dry_run(), None, Running::Preview(intent)))
            }
            (Asks::First | Asks::Danger, false) => {
                let preview = Preview::own(&intent);
                let question = Question::new(intent, preview, self.desk.now);
                self.overlays.push(Overlay::Question(Box::new(question)));
                None
            }
        }
    }

    /// Carries out what was typed, entry by entry.
    fn say(&mut self, line: &str) -> Vec<Wish> {
        self.said.retain(|before| before != line);
        self.said.push(line.to_owned());
        if matches!(line, "q!" | "quit" | "exit") {
            return vec![Wish::Act(crate::tui::keys::Action::Quit)];
        }
        if let Some(begun) = line.strip_suffix('?') {
            let lines =
                follow(begun).into_iter().map(|next| format!("{:<14} {}", next.form, next.help));
            let title = format!("what can follow `{begun}`");
            return vec![Wish::Show(Overlay::Pager(Pager::new(title, lines.collect())))];
        }
        let today = self.desk.today();
        match self.talk.hear(line, today) {
            Ok(()) => self.talk_on(),
            Err(error) => vec![refused(line, &error)],
        }
    }

    /// Does what comes next of what was typed.
    pub(super) fn talk_on(&mut self) -> Vec<Wish> {
        loop {
            match self.talk.next() {
                Ok(Some(Step::Say(text))) => self.desk.tell(Tone::Good, text),
                Ok(Some(Step::Run(run))) => {
                    let columns = self.desk.size.0.saturating_sub(6);
                    let effect = self.run(run.words.clone(), Some(columns), Running::Said(run));
                    return vec![Wish::Effect(effect)];
                }
                Ok(None) => return Vec::new(),
                Err(error) => return vec![refused("this", &error)],
            }
        }
    }

    /// Takes the last step back.
    pub(super) fn take_back(&mut self) -> Vec<Wish> {
        let Some(line) = self.undo.pop() else {
            self.desk.tell(Tone::Warn, "nothing of this desk can be taken back");
            return Vec::new();
        };
        let title = format!("take back: {}", line.join(" "));
        vec![Wish::Do(Intent::new(title, line, Asks::First))]
    }

    /// Ends, unless a change is on its way and this is said for the first time.
    pub(super) fn leave(&mut self) -> Vec<Wish> {
        if self.is_sending() && !self.is_leaving {
            self.is_leaving = true;
            self.desk.tell(Tone::Warn, "a change is on its way: once more to leave all the same");
            return Vec::new();
        }
        self.is_over = true;
        // What was held by a terse sale that was never ended is given back.
        let given_up = self.talk.leave();
        let mut wishes: Vec<Wish> = Vec::new();
        for words in given_up {
            let intent = Intent::new("give a hold up", words.clone(), Asks::Nothing);
            wishes.push(Wish::Effect(self.run(words, None, Running::Change(intent))));
        }
        wishes.push(Wish::Effect(Effect::Quit));
        wishes
    }

    /// Asks anew for everything that is shown.
    pub(super) fn refresh(&mut self) -> Vec<Wish> {
        let tickets = &mut self.desk.tickets;
        let mut all = self.me.ask(tickets, words(["whoami"]));
        all.extend(self.hotels.again(tickets));
        let mut wishes = crate::tui::wish::effects(all);
        wishes.extend(self.reopen());
        wishes
    }
}

/// Returns the window that says why an entry was refused.
fn refused(line: &str, error: &CliError) -> Wish {
    Wish::Show(Overlay::Pager(Pager::new(line, failure_lines(error))))
}
