//! Every screen as it is read, in every size, and how it looks in colour and without.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::bench::{Bench, morning};
use crate::tui::message::{Link, Message, QueueCounts};

/// The least size, a usual one, a large one.
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

/// The screens and states, by the keys that lead there.
const STATES: [(&str, &str); 17] = [
    ("today", ""),
    ("today-needs", "⇥⇥⇥"),
    ("search-empty", "2"),
    ("search-typing", "2ber"),
    ("search-found", "2ber fri+2⏎"),
    ("search-compared", "2ber fri+2⏎  "),
    ("search-form", "2ber fri+2⏎⏎"),
    ("search-question", "2ber fri+2⏎⏎Kelly/Joe⇥0301234567⏎"),
    ("bookings", "3"),
    ("bookings-filter", "3/nov"),
    ("card", "⏎"),
    ("card-history", "⏎h"),
    ("card-cancel", "⏎X"),
    ("card-menu", "⏎x"),
    ("queue", "5"),
    ("events", "6"),
    ("help", "?"),
];

#[test]
fn every_screen_can_be_read_in_every_size() {
    for size in SIZES {
        for (name, keys) in STATES {
            let mut bench = Bench::open(size);
            bench.type_in(keys);
            let name = format!("{name}-{}x{}", size.0, size.1);
            insta::assert_snapshot!(name, bench.screen());
        }
    }
}

#[test]
fn colours_only_repeat_what_signs_and_words_say() {
    for (name, keys) in [("today", ""), ("card-cancel", "⏎X"), ("queue", "5")] {
        let mut coloured = Bench::open((80, 24));
        coloured.type_in(keys);
        insta::assert_snapshot!(format!("looks-{name}"), coloured.looks());
        let mut mono = Bench::closed((80, 24), Bench::mono());
        mono.answer_all();
        mono.type_in(keys);
        insta::assert_snapshot!(format!("looks-{name}-mono"), mono.looks());
        insta::assert_snapshot!(format!("{name}-ascii"), mono.screen());
        let foreign = |letter: &char| !letter.is_ascii() && "┌┐└┘─│●○✗·…█░".contains(*letter);
        assert!(!mono.screen().chars().any(|letter| foreign(&letter)), "{name} is not ASCII");
        let colour = mono.looks().lines().any(|line| {
            ["red", "green", "blue", "yellow", "cyan"]
                .iter()
                .any(|name| line.to_lowercase().contains(name))
        });
        assert!(!colour, "{name} has a colour");
    }
}

#[test]
fn a_link_that_is_down_is_seen_and_what_waits_is_counted() {
    let mut bench = Bench::open((120, 40));
    let since = morning() - jiff::SignedDuration::from_mins(4);
    bench.send(Message::Link(Link::Lost(since)));
    bench.send(Message::Queue(QueueCounts { waiting: 2, held: 1, conflicts: 1 }));
    bench.answer_all();
    insta::assert_snapshot!("offline", bench.screen());
}

#[test]
fn a_terminal_that_is_too_small_is_told_so() {
    let mut bench = Bench::open((80, 24));
    bench.send(Message::Resize(60, 20));
    assert!(bench.screen().contains("hotel needs 80x24, this is 60x20"));
    bench.press(KeyCode::Char('X'));
    assert!(bench.lines.iter().all(|line| !line.contains("cancel")));
    bench.send(Message::Resize(80, 24));
    assert!(bench.screen().contains("Arrivals"));
    let quit = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
    bench.send(Message::Key(quit));
    assert!(bench.model.is_over);
}
