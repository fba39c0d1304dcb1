//! Whatever comes in, in whatever order: the desk does not fall over, loses no answer, and keeps its word.

use proptest::prelude::*;
use ratatui::crossterm::event::{
    KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use serde_json::json;

use super::bench::{Bench, morning};
use crate::error::category::Category;
use crate::error::{CliError, codes};
use crate::tui::message::{Link, Message, QueueCounts};

/// What can happen to a desk.
#[derive(Debug, Clone)]
enum Step {
    Key(KeyCode, KeyModifiers),
    Paste(String),
    Resize(u16, u16),
    Mouse(u16, u16, bool),
    /// The oldest, or the newest, open line is answered well.
    Answer(bool),
    Fail(u8),
    Garbage,
    Happened(usize),
    Link(bool),
    Queue(u8),
    Wait(u16),
}

fn key() -> impl Strategy<Value = Step> {
    let code = prop_oneof![
        8 => proptest::char::range(' ', '~').prop_map(KeyCode::Char),
        1 => any::<char>().prop_map(KeyCode::Char),
        2 => Just(KeyCode::Enter),
        2 => Just(KeyCode::Esc),
        1 => Just(KeyCode::Tab),
        1 => Just(KeyCode::BackTab),
        1 => Just(KeyCode::Down),
        1 => Just(KeyCode::Up),
        1 => Just(KeyCode::Backspace),
        1 => Just(KeyCode::Left),
        1 => Just(KeyCode::Right),
        1 => Just(KeyCode::PageDown),
        1 => Just(KeyCode::End),
    ];
    let modifiers = prop_oneof![9 => Just(KeyModifiers::NONE), 1 => Just(KeyModifiers::ALT)];
    (code, modifiers).prop_map(|(code, modifiers)| Step::Key(code, modifiers))
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        12 => key(),
        1 => ".{0,40}".prop_map(Step::Paste),
        1 => (0..220_u16, 0..70_u16).prop_map(|(columns, lines)| Step::Resize(columns, lines)),
        2 => (0..220_u16, 0..70_u16, any::<bool>()).prop_map(|(x, y, wheel)| Step::Mouse(x, y, wheel)),
        6 => any::<bool>().prop_map(Step::Answer),
        1 => (0..4_u8).prop_map(Step::Fail),
        1 => Just(Step::Garbage),
        1 => (0..12_usize).prop_map(Step::Happened),
        1 => any::<bool>().prop_map(Step::Link),
        1 => (0..4_u8).prop_map(Step::Queue),
        1 => (0..2_000_u16).prop_map(Step::Wait),
    ]
}

fn failure(kind: u8) -> CliError {
    match kind {
        0 => CliError::of(codes::NETWORK_UNREACHABLE, "nobody answers"),
        1 => CliError::new(Category::Queued, codes::QUEUE_WAITS.code, "it waits").op_id("9"),
        2 => CliError::new(Category::Conflict, "booking.sold_out", "sold out\u{1b}[2J")
            .field("--guest"),
        _ => CliError::internal("broken").why("a reason that is long ".repeat(40)),
    }
}

fn play(bench: &mut Bench, step: Step, events: &[hotel_core::wire::event::EventView]) {
    match step {
        Step::Key(code, modifiers) => bench.send(Message::Key(KeyEvent::new(code, modifiers))),
        Step::Paste(text) => bench.send(Message::Paste(text)),
        Step::Resize(columns, lines) => bench.send(Message::Resize(columns, lines)),
        Step::Mouse(column, row, wheel) => {
            let kind = if wheel {
                MouseEventKind::ScrollDown
            } else {
                MouseEventKind::Down(MouseButton::Left)
            };
            bench.send(Message::Mouse(MouseEvent {
                kind,
                column,
                row,
                modifiers: KeyModifiers::NONE,
            }));
        }
        Step::Answer(oldest) => bench.answer_one(oldest),
        Step::Fail(kind) => {
            if let Some((ticket, _)) = bench.open.pop_front() {
                bench.reply(ticket, Err(failure(kind)));
            }
        }
        Step::Garbage => {
            if let Some((ticket, _)) = bench.open.pop_front() {
                bench.reply(ticket, Ok(json!({"code": [1, "\u{1b}]52;c;x\u{7}"]})));
            }
        }
        Step::Happened(n) => {
            bench.send(Message::Happened(Box::new(events[n % events.len()].clone())));
        }
        Step::Link(true) => bench.send(Message::Link(Link::Live)),
        Step::Link(false) => bench.send(Message::Link(Link::Lost(morning()))),
        Step::Queue(n) => {
            let counts =
                QueueCounts { waiting: u64::from(n), held: 0, conflicts: u64::from(n / 2) };
            bench.send(Message::Queue(counts));
        }
        Step::Wait(ms) => {
            let later = bench.model.desk.now + jiff::SignedDuration::from_millis(i64::from(ms));
            bench.send(Message::Tick(later));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn nothing_makes_the_desk_fall_over(steps in proptest::collection::vec(step(), 1..120)) {
        let all: serde_json::Value = serde_json::from_str(include_str!("answers.json")).unwrap();
        let events: Vec<hotel_core::wire::event::EventView> =
            serde_json::from_value(all["events"].clone()).unwrap();
        let mut bench = Bench::open((100, 30));
        for step in steps {
            play(&mut bench, step, &events);
            let screen = bench.screen();
            prop_assert!(!screen.contains('\u{1b}') && !screen.contains('\u{7}'), "raw text on the screen");
            if bench.model.is_over {
                return Ok(());
            }
        }
        // Nothing waits for ever: once everything is answered no key is kept back, and nothing is asked any more
        // but what came in meanwhile.
        for _ in 0..200 {
            if bench.open.is_empty() {
                break;
            }
            bench.answer_all();
        }
        prop_assert!(bench.open.is_empty());
        prop_assert!(bench.model.running.is_empty(), "a change was forgotten");
        prop_assert!(bench.model.typed_ahead.is_empty(), "keys were lost");
    }
}
