//! A register with reads, writes and compare-and-set; a generator of true histories; brute force.

use super::*;
use crate::Dice;

struct Register;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Op {
    Read(u64),
    Write(u64),
    /// Whether it was done; nothing if nobody knows.
    Set {
        from: u64,
        to: u64,
        done: Option<bool>,
    },
}

impl Model for Register {
    type State = u64;
    type Op = Op;

    fn step(state: &u64, op: &Op) -> Option<u64> {
        match op {
            Op::Read(seen) => (seen == state).then_some(*state),
            Op::Write(value) => Some(*value),
            Op::Set { from, to, done } => {
                let fits = from == state;
                done.is_none_or(|done| done == fits).then_some(if fits { *to } else { *state })
            }
        }
    }
}

fn op(op: Op, called: u64, returned: u64) -> Operation<Op> {
    Operation { op, called, returned: Some(returned) }
}

fn lost(op: Op, called: u64) -> Operation<Op> {
    Operation { op, called, returned: None }
}

fn holds(history: &[Operation<Op>]) -> bool {
    check::<Register>(0, history).is_ok()
}

/// Returns what clients see of a register that is right; some of them never hear of their writes.
fn true_history(clients: usize, count: usize, numbers: &mut Dice) -> Vec<Operation<Op>> {
    let mut history = Vec::new();
    let mut under_way: Vec<Option<(u64, Option<Op>)>> = vec![None; clients];
    let (mut state, mut tick) = (0, 0);
    while history.len() < count {
        tick += 1;
        let client = usize::try_from(numbers.roll(clients as u64)).unwrap();
        under_way[client] = match under_way[client].take() {
            None => Some((tick, None)),
            Some((called, None)) => {
                let fresh = numbers.roll(8);
                let done = match numbers.roll(3) {
                    0 => Op::Read(state),
                    1 => Op::Write(fresh),
                    _ => Op::Set { from: fresh, to: fresh + 1, done: Some(fresh == state) },
                };
                state = Register::step(&state, &done).unwrap();
                Some((called, Some(done)))
            }
            Some((called, Some(Op::Write(value)))) if numbers.roll(20) == 0 => {
                history.push(lost(Op::Write(value), called));
                None
            }
            Some((called, Some(done))) => {
                history.push(op(done, called, tick));
                None
            }
        };
    }
    // Whoever is still waiting may have had an effect that others saw.
    let unheard = under_way.into_iter().flatten();
    history.extend(unheard.filter_map(|(called, done)| Some(lost(done?, called))));
    history
}

/// Tries every order.
fn some_order(state: u64, history: &[Operation<Op>], done: &mut Vec<usize>) -> bool {
    let left: Vec<usize> = (0..history.len()).filter(|index| !done.contains(index)).collect();
    if left.iter().all(|index| history[*index].returned.is_none()) {
        return true;
    }
    left.iter().any(|index| {
        let called = history[*index].called;
        let too_late =
            left.iter().any(|other| history[*other].returned.is_some_and(|at| at < called));
        let Some(next) = Register::step(&state, &history[*index].op).filter(|_| !too_late) else {
            return false;
        };
        done.push(*index);
        let found = some_order(next, history, done);
        done.pop();
        found
    })
}

#[test]
fn what_happens_in_order_is_right() {
    assert!(holds(&[]));
    assert!(holds(&[op(Op::Write(1), 0, 1), op(Op::Read(1), 2, 3)]));
    assert!(holds(&[op(Op::Read(0), 0, 9), op(Op::Write(1), 1, 2), op(Op::Read(1), 3, 4)]));
}

#[test]
fn a_stale_read_is_rejected() {
    let history = [op(Op::Write(1), 0, 1), op(Op::Read(0), 2, 3)];
    let violation = check::<Register>(0, &history).unwrap_err();
    assert_eq!(violation, Violation::NoOrder { explained: vec![0], stuck: 1 });
    // Once somebody has seen a write, nobody may see what was before, even while it is under way.
    assert!(!holds(&[op(Op::Write(1), 0, 9), op(Op::Read(1), 1, 2), op(Op::Read(0), 3, 4)]));
}

#[test]
fn a_lost_update_is_rejected() {
    let set = |done| Op::Set { from: 0, to: 1, done: Some(done) };
    assert!(holds(&[op(set(true), 0, 5), op(set(false), 1, 6)]));
    assert!(!holds(&[op(set(true), 0, 5), op(set(true), 1, 6)]));
    assert!(!holds(&[op(Op::Write(1), 0, 1), op(Op::Write(2), 2, 3), op(Op::Read(1), 4, 5)]));
}

#[test]
fn what_nobody_heard_of_happens_late_or_never_but_not_before_its_call() {
    let write = || lost(Op::Write(1), 2);
    assert!(holds(&[write(), op(Op::Read(0), 3, 4)]));
    assert!(holds(&[write(), op(Op::Read(0), 3, 4), op(Op::Read(1), 5, 6)]));
    assert!(!holds(&[write(), op(Op::Read(1), 3, 4), op(Op::Read(0), 5, 6)]));
    assert!(!holds(&[write(), op(Op::Read(1), 0, 1)]));
    assert!(holds(&[lost(Op::Set { from: 0, to: 1, done: None }, 0), op(Op::Read(1), 1, 2)]));
}

#[test]
fn hundreds_of_operations_five_at_once_take_no_time() {
    let start = std::time::Instant::now();
    let mut numbers = Dice(7);
    for _ in 0..10 {
        let mut history = true_history(5, 400, &mut numbers);
        assert_eq!(check::<Register>(0, &history), Ok(()));
        // A value that was never written cannot be read.
        let read = history
            .iter()
            .rposition(|seen| matches!(seen.op, Op::Read(_)) && seen.returned.is_some())
            .unwrap();
        history[read].op = Op::Read(99);
        let violation = check::<Register>(0, &history).unwrap_err();
        assert!(matches!(violation, Violation::NoOrder { .. }), "{violation}");
    }
    let taken = start.elapsed();
    assert!(taken < std::time::Duration::from_secs(20), "twenty checks took {taken:?}");
}

#[test]
fn it_agrees_with_trying_every_order() {
    let mut numbers = Dice(11);
    let mut accepted = 0;
    for _ in 0..5_000 {
        let mut history = true_history(3, 6, &mut numbers);
        // Half of them are bent, and may or may not be right still.
        if numbers.roll(2) == 0 {
            let bent = usize::try_from(numbers.roll(6)).unwrap();
            history[bent].op = match numbers.roll(2) {
                0 => Op::Read(numbers.roll(8)),
                _ => Op::Set { from: numbers.roll(8), to: 3, done: Some(true) },
            };
        }
        let expect = some_order(0, &history, &mut Vec::new());
        assert_eq!(holds(&history), expect, "{history:?}");
        accepted += u32::from(expect);
    }
    assert!((2_500..4_900).contains(&accepted), "both answers must come up: {accepted}");
}

#[test]
fn writes_that_nobody_heard_of_are_used_sparingly() {
    let mut history: Vec<_> = (0..200).map(|value| lost(Op::Write(value), 0)).collect();
    history.push(op(Op::Read(7), 1, 2));
    assert!(holds(&history));
    history.push(op(Op::Read(999), 3, 4));
    let violation = check::<Register>(0, &history).unwrap_err();
    assert_eq!(violation, Violation::NoOrder { explained: vec![7, 200], stuck: 201 });
}

#[test]
fn a_history_that_is_too_wide_ends_undecided() {
    let mut history: Vec<_> = (0..30).map(|value| op(Op::Write(value), 0, 9)).collect();
    history.push(op(Op::Read(99), 1, 2));
    let violation = check_within::<Register>(0, &history, 10_000).unwrap_err();
    assert!(matches!(violation, Violation::Undecided { .. }));
}
