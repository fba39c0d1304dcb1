//! What the desk does, step by step.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use serde_json::json;

use super::bench::{Bench, morning};
use crate::error::category::Category;
use crate::error::{CliError, codes};
use crate::tui::message::{Effect, Message};

fn said(bench: &Bench, words: &str) -> bool {
    bench.lines.iter().any(|line| line.contains(words) && !line.contains("--dry-run"))
}

#[test]
fn enter_never_confirms_and_what_was_typed_before_the_question_does_not_count() {
    let mut bench = Bench::open((80, 24));
    bench.type_in("⏎");
    bench.press(KeyCode::Char('X'));
    // Typed while nobody knows yet what cancelling costs.
    bench.press(KeyCode::Char('y'));
    bench.answer_all();
    assert!(!said(&bench, "hotel cancel"), "a key typed ahead has cancelled");
    assert!(bench.screen().contains("fee EUR 50.00"));
    bench.press(KeyCode::Char('y'));
    assert!(!said(&bench, "hotel cancel"), "nobody reads within half a second");
    let later = morning() + jiff::SignedDuration::from_millis(600);
    bench.send(Message::Tick(later));
    let held_down = KeyEvent {
        kind: KeyEventKind::Repeat,
        ..KeyEvent::new(KeyCode::Char('y'), KeyModifiers::NONE)
    };
    bench.send(Message::Key(held_down));
    assert!(!said(&bench, "hotel cancel"), "a key that is held down has cancelled");
    bench.press(KeyCode::Enter);
    assert!(!said(&bench, "hotel cancel") && bench.model.overlays.is_empty(), "Enter is Cancel");
    bench.type_in("X");
    bench.send(Message::Tick(later + jiff::SignedDuration::from_millis(600)));
    bench.type_in("y");
    assert!(said(&bench, "--accept-fee 50.00 --yes"), "{:?}", bench.lines);
}

#[test]
fn keys_typed_before_their_answer_are_kept() {
    let mut bench = Bench::open((80, 24));
    for letter in "2ber fri+2".chars() {
        bench.press(KeyCode::Char(letter));
    }
    bench.press(KeyCode::Enter);
    for letter in "jS".chars() {
        bench.press(KeyCode::Char(letter));
    }
    assert!(!said(&bench, "--hold"));
    bench.answer_all();
    assert!(said(&bench, "--hold 20m"), "{:?}", bench.lines);
}

#[test]
fn a_paste_is_no_key() {
    let mut bench = Bench::open((80, 24));
    bench.type_in("⏎");
    let before = bench.lines.len();
    bench.send(Message::Paste("Xy\nq".to_owned()));
    bench.answer_all();
    assert_eq!(bench.lines.len(), before);
    assert!(!bench.model.is_over);
    bench.type_in("2");
    bench.send(Message::Paste("ber fri+2n\n".to_owned()));
    assert!(bench.screen().contains("> ber fri+2n"), "it goes into the field, and sends nothing");
}

#[test]
fn a_refusal_is_shown_at_its_field_and_nothing_typed_is_lost() {
    let mut bench = Bench::open((80, 24));
    bench.type_in("2ber fri+2⏎⏎Kelly⇥0301234567");
    bench.press(KeyCode::Enter);
    let (ticket, _) = bench.open.pop_front().unwrap();
    let error = CliError::of(
        codes::USAGE_INVALID_VALUE,
        "write the family name, a comma and the given name",
    );
    bench.reply(ticket, Err(error.field("--guest")));
    let screen = bench.screen();
    assert!(screen.contains("write the family name") && screen.contains("Kelly"));
    bench.type_in("/Joe⏎y");
    assert!(said(&bench, "--guest Kelly/Joe --phone 0301234567"), "{:?}", bench.lines);
}

#[test]
fn a_change_that_waits_says_so_and_one_that_is_sent_is_not_left_in_doubt() {
    let mut bench = Bench::open((80, 24));
    bench.press(KeyCode::Char('i'));
    let (ticket, words) = bench.open.pop_back().unwrap();
    assert_eq!(words[0], "check-in");
    let quit = Message::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL));
    bench.send(quit.clone());
    assert!(!bench.model.is_over, "a change is on its way");
    let error = CliError::new(Category::Queued, codes::QUEUE_WAITS.code, "it waits").op_id("7");
    bench.reply(ticket, Err(error));
    assert!(bench.screen().contains("it waits (operation 7)"));
    bench.send(quit);
    assert!(bench.model.is_over && bench.others.contains(&Effect::Quit));
}

#[test]
fn the_same_question_is_asked_once_however_much_happens() {
    let mut bench = Bench::open((80, 24));
    let before = bench.lines.len();
    let event: hotel_core::wire::event::EventView = {
        let all: serde_json::Value = serde_json::from_str(include_str!("answers.json")).unwrap();
        serde_json::from_value(all["events"][0].clone()).unwrap()
    };
    for _ in 0..1_000 {
        bench.send(Message::Happened(Box::new(event.clone())));
    }
    assert!(bench.lines.len() - before <= 5, "{} lines", bench.lines.len() - before);
    let again: Vec<_> = bench.open.drain(..).collect();
    for (ticket, _) in again {
        bench.reply(ticket, Ok(json!([])));
    }
    assert!(bench.open.len() <= 5, "and once more, for what came meanwhile");
    assert_eq!(bench.model.wakes_at(), morning() + jiff::SignedDuration::from_secs(60));
}

#[test]
fn what_can_not_be_done_says_why() {
    let mut bench = Bench::open((80, 24));
    bench.type_in("⏎");
    bench.type_in("o");
    assert!(bench.screen().contains("check out: it is confirmed"), "{}", bench.screen());
    bench.type_in("?");
    assert!(bench.screen().contains("check out: it is"));
}

#[test]
fn every_action_is_in_the_log_as_the_line_that_does_the_same() {
    let mut bench = Bench::open((120, 40));
    bench.type_in("i@");
    assert!(bench.screen().contains("$ hotel check-in M8WV3MZ4"), "{}", bench.screen());
}
