//! What the desk does when something comes in. Nothing here waits, reads or writes: what has to be done
//! outside goes out as effects.

mod answers;
mod input;
mod wishes;

use super::message::{Effect, Link, Message};
use super::model::Model;
use super::screens::Screen as _;
use super::wish::{Wish, effects};
use crate::output::style::Tone;
use crate::tui::desk::words;

impl Model {
    /// Begins: asks who the agent is, where, and for the first screen.
    pub(crate) fn begin(&mut self) -> Vec<Effect> {
        let tickets = &mut self.desk.tickets;
        let mut all = self.me.ask(tickets, words(["whoami"]));
        all.extend(self.hotels.ask(tickets, words(["hotels", "list", "--limit", "200"])));
        self.at = 1;
        self.before = 1;
        let mut wishes = effects(all);
        wishes.extend(self.screens.today.open(&mut self.desk));
        self.grant(wishes)
    }

    /// Takes what comes in, and returns what has to be done outside.
    pub(crate) fn update(&mut self, message: Message) -> Vec<Effect> {
        let wishes = match message {
            Message::Tick(now) => {
                self.desk.now = now;
                Vec::new()
            }
            Message::Resize(columns, lines) => {
                self.desk.size = (columns, lines);
                Vec::new()
            }
            Message::Key(event) => self.key(event),
            Message::Paste(text) => self.paste(&text),
            Message::Mouse(event) => self.mouse(event),
            Message::Answered(answered) => self.answered(&answered),
            Message::Happened(event) => self.happened(&event),
            Message::Gap => self.reopen(),
            Message::Link(link) => self.linked(link),
            Message::Queue(counts) => {
                self.desk.queue = counts;
                let mut wishes = self.screens.queue.open(&mut self.desk);
                wishes.extend(self.reopen());
                wishes
            }
        };
        let mut effects = self.grant(wishes);
        effects.extend(self.catch_up());
        effects
    }

    /// Does what was typed before its meaning was there, as soon as it is.
    fn catch_up(&mut self) -> Vec<Effect> {
        let mut all = Vec::new();
        while !self.is_waiting() {
            let Some(event) = self.typed_ahead.pop_front() else { break };
            let wishes = self.key(event);
            all.extend(self.grant(wishes));
        }
        all
    }

    /// Asks anew for what is shown.
    fn reopen(&mut self) -> Vec<Wish> {
        let mut wishes = self.screens.of_mut(self.at).open(&mut self.desk);
        if let Some(card) = &mut self.card {
            wishes.extend(card.open(&mut self.desk));
        }
        wishes
    }

    fn linked(&mut self, link: Link) -> Vec<Wish> {
        let was_lost = self.desk.is_offline();
        self.desk.link = link;
        match link {
            Link::Live => {
                self.desk.stale_since = None;
                if was_lost {
                    self.desk.tell(Tone::Good, "the link is back");
                    let mut wishes = self.reopen();
                    wishes.push(Wish::Effect(Effect::Replay));
                    return wishes;
                }
            }
            Link::Lost(_) if !was_lost => {
                self.desk
                    .tell(Tone::Warn, "the link is down: what you change waits, and is sent once");
            }
            Link::Lost(_) | Link::Unknown => {}
        }
        Vec::new()
    }

    fn happened(&mut self, event: &hotel_core::wire::event::EventView) -> Vec<Wish> {
        self.screens.events.push(event);
        let mut wishes = match self.at {
            // It has it already.
            6 => Vec::new(),
            at => self.screens.of_mut(at).happened(event, &mut self.desk),
        };
        if let Some(card) = &mut self.card {
            wishes.extend(card.happened(event, &mut self.desk));
        }
        wishes
    }
}
