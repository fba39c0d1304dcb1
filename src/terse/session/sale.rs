//! A sale: rooms that are held, who stays in them, and its end.

use super::{Cause, Run, Step, refuse};
use crate::terse::refusal::Refusal;

/// How long rooms are held while names are typed: a crash gives them back by itself.
const HOLD: &str = "10m";

/// Who keeps rooms for an agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The house.
    House,
    /// Nobody yet: the operation of the queue that asks for them waits for the link.
    Queue(u64),
    /// Nobody: they are asked for when the sale ends.
    Nobody,
}

/// Rooms that are held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hold {
    /// Its code.
    pub(super) code: String,
    /// Who keeps them.
    pub(super) by: By,
    /// The line that they are of.
    pub(super) line: u32,
    /// How many, if that was said.
    pub(super) rooms: Option<u16>,
}

/// A sale that is being made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sale {
    pub(super) held: Vec<Hold>,
    name: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    requests: Option<String>,
    guarantee: bool,
    is_outright: bool,
}

impl Sale {
    /// Makes sales that hold nothing before they end.
    pub(super) fn outright() -> Self {
        Self { is_outright: true, ..Self::default() }
    }

    /// Holds rooms of a line.
    pub(super) fn sell(&mut self, line: u32, rooms: Option<u16>) -> Vec<Step> {
        if self.is_outright {
            self.held.push(Hold { code: format!("line {line}"), by: By::Nobody, line, rooms });
            return vec![Step::Say(format!("line {line} is sold when the sale ends"))];
        }
        let cause = Cause::Sell { line, rooms };
        let hold = Run::new(cause, &["book", &line.to_string()])
            .with(rooms_flag(rooms))
            .with(["--hold", HOLD].map(str::to_owned));
        vec![Step::Run(hold)]
    }

    /// Sells what is held to who was named.
    pub(super) fn end(&mut self, shows: bool) -> Result<Vec<Step>, Refusal> {
        if self.held.is_empty() {
            return Err(refuse("nothing is held that could be sold", "s"));
        }
        if self.name.is_none() {
            return Err(refuse("nobody is named who stays", "n"));
        }
        let cause = Cause::End { shows };
        let mut steps = Vec::new();
        for hold in &self.held {
            let sale = match hold.by {
                By::House => Run::new(cause, &["book", &hold.code]),
                By::Queue(_) | By::Nobody => {
                    let line = Run::new(cause, &["book", &hold.line.to_string()]);
                    line.with(rooms_flag(hold.rooms))
                }
            };
            if let By::Queue(op) = hold.by {
                // A hold that waits for the link would run out while it waits: the sale waits instead.
                steps.push(Step::Run(Run::new(Cause::Other, &["queue", "drop", &op.to_string()])));
            }
            steps.push(Step::Run(sale.with(self.who())));
        }
        Ok(steps)
    }

    /// Gives up what is held and forgets who was to stay.
    pub(super) fn ignore(&mut self) -> Vec<Step> {
        let sale = self.over();
        let given_up = sale.held.iter().filter_map(|hold| match hold.by {
            By::House => Some(Run::new(Cause::Other, &["release", &hold.code])),
            By::Queue(op) => Some(Run::new(Cause::Other, &["queue", "drop", &op.to_string()])),
            By::Nobody => None,
        });
        let steps: Vec<Step> = given_up.map(Step::Run).collect();
        if steps.is_empty() { vec![Step::Say("nothing was held".to_owned())] } else { steps }
    }

    /// Returns the sale and begins the next one.
    fn over(&mut self) -> Self {
        let next = Self { is_outright: self.is_outright, ..Self::default() };
        std::mem::replace(self, next)
    }

    /// Notes that a hold is one no more; with the last one the sale is over.
    pub(super) fn settled(&mut self, code: &str) {
        let count = self.held.len();
        self.held.retain(|hold| hold.code != code);
        if count > 0 && self.held.is_empty() {
            self.over();
        }
    }

    /// Notes that rooms of a line were sold, the first of those that nobody held.
    pub(super) fn sold_outright(&mut self) {
        if let Some(at) = self.held.iter().position(|hold| hold.by != By::House) {
            self.held.remove(at);
        }
        if self.held.is_empty() {
            self.over();
        }
    }

    /// Returns the codes of what is held.
    pub(super) fn holds(&self) -> Vec<&str> {
        self.held.iter().map(|hold| hold.code.as_str()).collect()
    }

    /// Returns who stays.
    pub(super) fn guest(&self) -> Option<&str> {
        self.name.as_deref()
    }

    pub(super) fn note_name(&mut self, name: &str) -> Vec<Step> {
        self.name = Some(name.to_owned());
        self.noted()
    }

    pub(super) fn note_phone(&mut self, phone: &str) -> Vec<Step> {
        self.phone = Some(phone.to_owned());
        self.noted()
    }

    pub(super) fn note_email(&mut self, email: &str) -> Vec<Step> {
        self.email = Some(email.to_owned());
        self.noted()
    }

    pub(super) fn note_requests(&mut self, text: &str) -> Vec<Step> {
        self.requests = Some(text.to_owned());
        self.noted()
    }

    pub(super) fn note_guarantee(&mut self) -> Vec<Step> {
        self.guarantee = true;
        self.noted()
    }

    /// Tells what is known of the sale so far.
    fn noted(&self) -> Vec<Step> {
        let vouched = self.guarantee.then(|| "the agency vouches".to_owned());
        let known = [&self.name, &self.phone, &self.email, &self.requests].into_iter().cloned();
        let known: Vec<String> = known.chain([vouched]).flatten().collect();
        vec![Step::Say(known.join("  "))]
    }

    fn who(&self) -> Vec<String> {
        let flag = |name: &str, value: &Option<String>| {
            value.clone().map(|value| [name.to_owned(), value])
        };
        let guarantee = self.guarantee.then(|| "agency".to_owned());
        [
            flag("--guest", &self.name),
            flag("--phone", &self.phone),
            flag("--email", &self.email),
            flag("--requests", &self.requests),
            flag("--guarantee", &guarantee),
        ]
        .into_iter()
        .flatten()
        .flatten()
        .collect()
    }
}

fn rooms_flag(rooms: Option<u16>) -> Vec<String> {
    rooms.map(|rooms| vec!["--rooms".to_owned(), rooms.to_string()]).unwrap_or_default()
}
