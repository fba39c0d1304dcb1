//! What can be done to a booking, by its state: the same keys on every screen that shows one.

use hotel_core::booking::BookingState;
use hotel_core::stay::StayDates;
use hotel_core::wire::booking::Due;

use super::booking_rows::Row;
use crate::commands::words::state_word;
use crate::tui::intent::{Asks, Intent};
use crate::tui::keys::Action;
use crate::tui::overlays::{Field, Form, Overlay};
use crate::tui::wish::{Offer, Wish};

/// What the rules of the keys need to know of a booking; the server has the last word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    /// Its code.
    pub(crate) code: String,
    /// Where it stands.
    pub(crate) state: BookingState,
    /// What it waits for.
    pub(crate) due: Option<Due>,
    /// Its nights.
    pub(crate) stay: StayDates,
}

impl From<&Row> for Subject {
    fn from(row: &Row) -> Self {
        Self { code: row.code.clone(), state: row.state, due: row.due, stay: row.stay }
    }
}

/// The actions on a booking, in the order of the help.
pub(crate) const ACTS: [Action; 13] = [
    Action::New,
    Action::Edit,
    Action::CheckIn,
    Action::CheckOut,
    Action::Assign,
    Action::Move,
    Action::Extend,
    Action::Shorten,
    Action::Confirm,
    Action::Decline,
    Action::Release,
    Action::NoShow,
    Action::Cancel,
];

/// Returns why an action can't be done to a booking; nothing if it can.
fn why_not(action: Action, subject: &Subject) -> Option<String> {
    use BookingState as S;
    let state = subject.state;
    let is_due = matches!(subject.due, Some(Due::In | Due::ArrivalDelayed));
    let can = match action {
        Action::CheckIn | Action::NoShow => state == S::Confirmed && is_due,
        Action::CheckOut | Action::Move => state == S::InHouse,
        Action::Assign => matches!(state, S::Confirmed | S::Requested),
        Action::Edit | Action::Extend | Action::Shorten => {
            matches!(state, S::Confirmed | S::Requested | S::Held | S::InHouse)
        }
        Action::Confirm | Action::Decline => state == S::Requested,
        Action::New => state == S::Held,
        Action::Release => matches!(state, S::Held | S::Waitlisted),
        Action::Cancel => matches!(state, S::Confirmed | S::Requested),
        _ => true,
    };
    if !can {
        let wants_day = matches!(action, Action::CheckIn | Action::NoShow);
        return Some(if wants_day && state == S::Confirmed {
            format!("arrives {}", subject.stay.check_in().strftime("%-d %b"))
        } else {
            format!("it is {}", state_word(state))
        });
    }
    (action == Action::Shorten && subject.stay.night_count() < 2)
        .then(|| "it is one night".to_owned())
}

/// Returns the actions on a booking, with what keeps them from being done.
pub(crate) fn offers(subject: Option<&Subject>) -> Vec<Offer> {
    let offer = |action| match subject {
        Some(subject) if action == Action::New => {
            Offer { words: Some("sell the hold"), ..Offer::of(action) }
                .unless(why_not(action, subject))
        }
        Some(subject) => Offer::of(action).unless(why_not(action, subject)),
        None => Offer::of(action).unless(Some("nothing is selected")),
    };
    ACTS.into_iter().map(offer).collect()
}

/// Returns what an action on a booking wants.
pub(crate) fn act(action: Action, subject: &Subject) -> Vec<Wish> {
    let code = subject.code.as_str();
    let line = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let revert = line(&["revert", code]);
    let intent = match action {
        Action::CheckIn => {
            Intent::new(format!("check {code} in"), line(&["check-in", code]), Asks::Nothing)
                .undo(revert)
        }
        Action::CheckOut => {
            Intent::new(format!("check {code} out"), line(&["check-out", code]), Asks::First)
                .undo(revert)
        }
        Action::Confirm => {
            Intent::new(format!("confirm {code}"), line(&["confirm", code]), Asks::Nothing)
        }
        Action::Decline => {
            Intent::new(format!("decline {code}"), line(&["decline", code]), Asks::Danger)
        }
        Action::Release => {
            Intent::new(format!("give {code} up"), line(&["release", code]), Asks::Danger)
        }
        Action::NoShow => {
            Intent::new(format!("mark {code} as no-show"), line(&["no-show", code]), Asks::Danger)
                .undo(revert)
        }
        Action::Cancel => {
            Intent::new(format!("cancel {code}"), line(&["cancel", code]), Asks::Danger)
        }
        Action::Extend => nights(subject, subject.stay.night_count() + 1),
        Action::Shorten => nights(subject, subject.stay.night_count() - 1),
        Action::New | Action::Assign | Action::Move | Action::Edit => {
            return vec![Wish::Show(form(action, subject))];
        }
        _ => return Vec::new(),
    };
    vec![Wish::Do(intent)]
}

fn nights(subject: &Subject, count: usize) -> Intent {
    let code = subject.code.as_str();
    let line = |count: usize| {
        vec!["update".to_owned(), code.to_owned(), "--nights".to_owned(), count.to_string()]
    };
    let before = subject.stay.night_count();
    Intent::new(format!("make {code} {count} nights"), line(count), Asks::First).undo(line(before))
}

fn form(action: Action, subject: &Subject) -> Overlay {
    let code = &subject.code;
    let verb = |verb: &str| vec![verb.to_owned(), code.clone()];
    let form = match action {
        Action::Assign => Form::new(
            format!("assign a room to {code}"),
            verb("assign"),
            vec![
                Field::place("room", "its number, as 311"),
                Field::flag("which room", "--of", "1, 2, …: of a booking of several"),
            ],
        )
        .asks(Asks::Nothing),
        Action::New => Form::new(
            format!("sell {code}"),
            verb("book"),
            vec![
                Field::guest(),
                Field::flag("phone", "--phone", "of the guest"),
                Field::flag("e-mail", "--email", "of the guest"),
                Field::flag("guarantee", "--guarantee", "agency, where the rate wants one")
                    .usually("agency"),
            ],
        ),
        Action::Move => Form::new(
            format!("move {code} to another room"),
            verb("move"),
            vec![
                Field::place("room", "its number, as 311"),
                Field::flag("which room", "--of", "1, 2, …: of a booking of several"),
            ],
        ),
        _ => Form::new(
            format!("change {code}"),
            verb("update"),
            vec![
                Field::flag("stay", "--stay", "fri+3n, 24dec..27dec").of(format!(
                    "{}..{}",
                    subject.stay.check_in(),
                    subject.stay.check_out()
                )),
                Field::flag("room type", "--room-type", "another type, as DLX"),
                Field::flag("rooms", "--rooms", "how many"),
                Field::flag("adults", "--adults", "in each room"),
                Field::flag("children", "--children", "in each room"),
                Field::flag("rate", "--rate", "another rate plan"),
                Field::guest(),
                Field::flag("e-mail", "--email", "of the new guest"),
                Field::flag("phone", "--phone", "of the new guest"),
                Field::flag("requests", "--requests", "what the guest asks for"),
            ],
        ),
    };
    Overlay::Form(Box::new(form))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subject(state: BookingState, due: Option<Due>) -> Subject {
        let stay = serde_json::from_value(serde_json::json!({
            "check_in": "2026-12-04", "check_out": "2026-12-06"
        }));
        Subject { code: "BK1".to_owned(), state, due, stay: stay.unwrap() }
    }

    #[test]
    fn each_state_has_its_keys_and_says_why_not_of_the_others() {
        let can = |state, due| {
            let subject = subject(state, due);
            offers(Some(&subject))
                .into_iter()
                .filter(|offer| offer.why_not.is_none())
                .map(|offer| offer.action.info().keys[0])
                .collect::<Vec<_>>()
                .concat()
        };
        assert_eq!(can(BookingState::Confirmed, Some(Due::In)), "eia><NX");
        assert_eq!(can(BookingState::Confirmed, None), "ea><X");
        assert_eq!(can(BookingState::Requested, None), "ea><cDX");
        assert_eq!(can(BookingState::Held, None), "ne><E");
        assert_eq!(can(BookingState::InHouse, Some(Due::Out)), "eom><");
        assert_eq!(can(BookingState::Cancelled, None), "");
        let early = why_not(Action::CheckIn, &subject(BookingState::Confirmed, None));
        assert_eq!(early.as_deref(), Some("arrives 4 Dec"));
    }

    #[test]
    fn small_letters_destroy_nothing() {
        let subject = subject(BookingState::Requested, None);
        for action in ACTS {
            let key = action.info().keys[0];
            let danger = act(action, &subject)
                .iter()
                .any(|wish| matches!(wish, Wish::Do(intent) if intent.asks == Asks::Danger));
            assert!(!danger || key.chars().all(char::is_uppercase), "{key} destroys");
        }
    }
}
