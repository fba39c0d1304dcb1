//! This machine's clock beside that of the house: somebody is told when they differ, once a command, and
//! the cache keeps by how much. Nothing is decided by either; the order of what waits is that of its numbers.

use std::cell::Cell;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use jiff::SignedDuration;

use crate::api::clock::{Clocks, SKEW_MAX};
use crate::cache::journal::Whose;
use crate::cache::larder::Larder;
use crate::memory::{Recall, house_of};
use crate::output::Out;

/// Under which name the cache keeps it; no path of the house is called so.
const NAME: &str = "clock";

/// Returns who compares the clocks for a command. Without an `out` it is only kept.
pub(crate) fn watch(memory: Rc<Recall>, out: Option<Arc<Out>>) -> Clocks {
    let is_off = Cell::new(None);
    Rc::new(move |skew| {
        let is_now = skew.abs() > SKEW_MAX;
        // A command hears many answers, and has one clock.
        if is_off.replace(Some(is_now)) == Some(is_now) {
            return;
        }
        if let (true, Some(out)) = (is_now, &out) {
            out.warn(format!("{}: set its time", words(skew)));
        }
        memory.keep_aside(NAME, is_now.then(|| skew.as_secs().to_string().into_bytes()));
    })
}

/// Returns how far the clocks were apart when the house answered last, if that was too far.
pub(crate) fn known(folder: &Path, whose: &Whose) -> Option<SignedDuration> {
    let kept = Larder::look(folder)?.recall(&house_of(whose), NAME).ok()??;
    Some(SignedDuration::from_secs(std::str::from_utf8(&kept.body).ok()?.parse().ok()?))
}

/// Says how far the clocks are apart.
pub(crate) fn words(skew: SignedDuration) -> String {
    let (amount, unit) = match skew.abs() {
        span if span.as_hours() >= 2 => (span.as_hours(), "h"),
        span if span.as_mins() >= 2 => (span.as_mins(), "min"),
        span => (span.as_secs(), "s"),
    };
    let side = if skew.is_negative() { "behind" } else { "ahead of" };
    format!("this machine's clock is {amount} {unit} {side} the server's")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_said_in_the_unit_that_people_would_use() {
        let check = |seconds, expect: &str| {
            assert_eq!(words(SignedDuration::from_secs(seconds)), expect);
        };
        check(0, "this machine's clock is 0 s ahead of the server's");
        check(-119, "this machine's clock is 119 s behind the server's");
        check(200, "this machine's clock is 3 min ahead of the server's");
        check(-86_400, "this machine's clock is 24 h behind the server's");
    }
}
