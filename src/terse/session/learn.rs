//! What a session learns of what came of its commands.

use hotel_core::money::Money;
use hotel_core::stay::StayDates;
use serde_json::Value;

use super::queue::Queue;
use super::sale::{By, Hold};
use super::search::Search;
use super::{Cause, Current, Run, Session, Step};

impl Session {
    /// Learns what a command told, and returns what is to be done next by itself.
    pub(crate) fn learn(&mut self, done: &Run, told: &Value) -> Vec<Step> {
        match done.cause {
            Cause::Search => self.searched(told),
            Cause::Typed | Cause::Change => self.typed(done, told),
            Cause::Sell { line, rooms } => self.held(told, line, rooms),
            Cause::End { shows } => return self.sold(told, shows),
            Cause::Show => self.shown(told),
            Cause::Find => {
                if let [row] = rows(told)
                    && let Some(code) = text(&row["code"])
                {
                    return vec![Step::Run(Run::new(Cause::Show, &["show", &code]))];
                }
            }
            Cause::Preview => {
                if let Some(change) = &mut self.change {
                    change.total = money(&told["total"]);
                    return vec![Step::Say("y makes it so".to_owned())];
                }
            }
            Cause::Queue => {
                let queue = Queue::of(told);
                let steps = queue.shown();
                self.queue = (!queue.is_empty()).then_some(queue);
                return steps;
            }
            Cause::Other => {}
        }
        Vec::new()
    }

    /// Learns that a command failed: a change that could not be shown can't be agreed to.
    pub(crate) fn failed(&mut self, done: &Run) {
        if done.cause == Cause::Preview {
            self.change = None;
        }
    }

    fn searched(&mut self, told: &Value) {
        if let Some(stay) = rows(told).first().and_then(|row| stay(&row["stay"])) {
            self.search.stay = Some(stay);
        }
    }

    fn held(&mut self, told: &Value, line: u32, rooms: Option<u16>) {
        let op = told["op"].as_u64();
        let code = op.map_or(&told["booking"]["code"], |_| &told["provisional"]);
        if let Some(code) = text(code).filter(|code| !self.sale.holds().contains(&code.as_str())) {
            let by = op.map_or(By::House, By::Queue);
            self.sale.held.push(Hold { code, by, line, rooms });
        }
    }

    fn sold(&mut self, told: &Value, shows: bool) -> Vec<Step> {
        let Some(booking) = booking_of(told) else { return Vec::new() };
        if self.sale.holds().contains(&booking.code.as_str()) {
            self.sale.settled(&booking.code);
        } else {
            self.sale.sold_outright();
        }
        let show = Run::new(Cause::Show, &["show", &booking.code]);
        self.booking = Some(booking);
        if shows { vec![Step::Run(show)] } else { Vec::new() }
    }

    fn shown(&mut self, told: &Value) {
        if let Some(code) = text(&told["code"]) {
            self.booking = Some(Current { code, stay: stay(&told["stay"]) });
        }
    }

    /// Learns what a command that was typed in full told, by what it looks like.
    fn typed(&mut self, done: &Run, told: &Value) {
        match done.words.first().map(String::as_str) {
            Some("search") => {
                self.search = Search::typed(&done.words);
                self.booking = None;
                self.searched(told);
            }
            Some("show") => self.shown(told),
            _ => {
                if let Some(booking) = booking_of(told).filter(|_| told["dry_run"] != true) {
                    // What was sold, released or cancelled by its code is held no more.
                    if told["booking"]["state"] != "held" {
                        self.sale.settled(&booking.code);
                    }
                    self.booking = Some(booking);
                }
            }
        }
    }
}

/// Returns the booking that a change was of; one that waits goes by what its agent calls it.
fn booking_of(told: &Value) -> Option<Current> {
    if let Some(code) = text(&told["provisional"]).filter(|_| told["op"].is_u64()) {
        return Some(Current { code, stay: None });
    }
    let booking = &told["booking"];
    Some(Current { code: text(&booking["code"])?, stay: stay(&booking["stay"]) })
}

fn rows(told: &Value) -> &[Value] {
    told.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn stay(value: &Value) -> Option<StayDates> {
    serde_json::from_value(value.clone()).ok()
}

fn money(value: &Value) -> Option<Money> {
    serde_json::from_value(value.clone()).ok()
}
