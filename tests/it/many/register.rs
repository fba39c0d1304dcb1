//! A booking is one register, whichever instance is asked: several clients read it and change it at
//! once, each change on the version its client saw, and one order must explain all they were told.

use std::sync::{Mutex, PoisonError};

use hotel_rig::linear::{Model, Operation, Ticks, Violation, check};
use serde_json::{Value, json};

use super::load;
use super::partner::{Heard, Order, Partner};
use crate::dice::Dice;

/// Clients at one booking at once.
const CLIENTS: u64 = 4;

/// What each of them does.
const STEPS: u64 = 8;

/// Changes a client may leave in doubt before it leaves the booking alone: each stays under way for ever.
const DOUBTS_MAX: usize = 2;

/// What there is to know about a booking.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct State {
    version: u64,
    wish: String,
    stage: String,
}

impl State {
    fn of(booking: &Value, wish: &Value) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let version = booking["version"].as_u64().expect("a version");
        Self { version, wish: text(wish), stage: text(&booking["state"]) }
    }
}

/// What is asked of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Verb {
    Amend(String),
    Guarantee,
    Cancel,
}

/// How a change was answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Answer {
    /// It is done, and this is the version it came to.
    Done(u64),
    /// The booking has another version.
    Stale,
    /// The booking is in no state for it.
    Refused,
}

/// An operation on a booking.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Op {
    Read(State),
    Change { verb: Verb, expected: u64, answer: Option<Answer> },
}

/// The booking as all clients together must see it.
pub(crate) struct Register;

impl Model for Register {
    type State = State;
    type Op = Op;

    fn step(state: &State, op: &Op) -> Option<State> {
        let (verb, expected, answer) = match op {
            Op::Read(seen) => return (seen == state).then(|| state.clone()),
            Op::Change { verb, expected, answer } => (verb, *expected, *answer),
        };
        let fits = expected == state.version;
        let after = changed(state, verb).filter(|_| fits);
        let holds = match answer {
            None => true,
            Some(Answer::Done(version)) => {
                after.as_ref().is_some_and(|after| after.version == version)
            }
            Some(Answer::Stale) => !fits,
            Some(Answer::Refused) => fits && after.is_none(),
        };
        holds.then(|| after.unwrap_or_else(|| state.clone()))
    }
}

/// Returns a booking after a change, if it is in a state for it.
fn changed(before: &State, verb: &Verb) -> Option<State> {
    let (mut after, is_held) = (before.clone(), before.stage == "held");
    let is_live = is_held || before.stage == "confirmed";
    match verb {
        Verb::Amend(wish) if is_live => wish.clone_into(&mut after.wish),
        // Who cancels a hold gives it up.
        Verb::Cancel if is_held => "released".clone_into(&mut after.stage),
        Verb::Cancel if is_live => "cancelled".clone_into(&mut after.stage),
        // These hotels confirm by themselves.
        Verb::Guarantee if is_held => "confirmed".clone_into(&mut after.stage),
        Verb::Amend(_) | Verb::Cancel | Verb::Guarantee => return None,
    }
    after.version += 1;
    Some(after)
}

/// What became of all the bookings.
#[derive(Default)]
pub(crate) struct Histories {
    pub(crate) count: u64,
    pub(crate) operations: usize,
    /// Operations that nobody knows the end of.
    pub(crate) open: usize,
    /// Histories that no order explains.
    pub(crate) wrong: Vec<String>,
    /// Histories into which an old read was put, and that were accepted all the same.
    pub(crate) overlooked: usize,
    /// Commands in doubt, for the ledger to be told of in the end.
    pub(crate) doubts: Vec<Order>,
}

/// Lives through booking after booking, until everybody is told to stop.
pub(crate) async fn live(partner: Partner, seed: u64) -> Histories {
    let (mut dice, mut histories) = (Dice(seed), Histories::default());
    while !partner.is_stopped() {
        let hold = (dice.roll(2) == 0).then_some(60);
        let order = load::booking(&mut dice, "STD", hold);
        let heard = partner.settle(&order).await;
        assert_eq!(heard.status, 201, "{heard:?}");
        let booking = &heard.json()["booking"];
        let code = booking["code"].as_str().expect("a code");
        let initial = State::of(booking, &Value::Null);
        let table =
            Table { partner: &partner, code, ticks: Ticks::default(), log: Mutex::default() };
        let clients =
            (0..CLIENTS).map(|_| table.client(Dice(dice.roll(u64::MAX)), initial.version));
        let doubts = futures_util::future::join_all(clients).await;
        histories.doubts.extend(doubts.into_iter().flatten());
        let log = table.log.into_inner().unwrap_or_else(PoisonError::into_inner);
        histories.judge(&initial, log, table.ticks.next());
    }
    histories
}

impl Histories {
    fn judge(&mut self, initial: &State, mut log: Vec<Operation<Op>>, tick: u64) {
        self.count += 1;
        self.operations += log.len();
        self.open += log.iter().filter(|operation| operation.returned.is_none()).count();
        if let Err(violation) = check::<Register>(initial.clone(), &log) {
            self.wrong.push(format!("{violation}: from {initial:?}: {log:#?}"));
        }
        // The control: one who reads after everybody what was there before them.
        let is_done = |operation: &Operation<Op>| {
            matches!(operation.op, Op::Change { answer: Some(Answer::Done(_)), .. })
        };
        if log.iter().any(is_done) {
            let op = Op::Read(initial.clone());
            log.push(Operation { op, called: tick, returned: Some(tick + 1) });
            let found = check::<Register>(initial.clone(), &log);
            self.overlooked += usize::from(!matches!(found, Err(Violation::NoOrder { .. })));
        }
    }

    /// Adds what others saw.
    pub(crate) fn add(&mut self, other: Self) {
        self.count += other.count;
        self.operations += other.operations;
        self.open += other.open;
        self.overlooked += other.overlooked;
        self.wrong.extend(other.wrong);
        self.doubts.extend(other.doubts);
    }
}

/// A booking with all who sit round it.
struct Table<'a> {
    partner: &'a Partner,
    code: &'a str,
    ticks: Ticks,
    log: Mutex<Vec<Operation<Op>>>,
}

impl Table<'_> {
    /// Reads and changes for a while; returns the commands that are in doubt.
    async fn client(&self, mut dice: Dice, mut version: u64) -> Vec<Order> {
        let mut doubts = Vec::new();
        for _ in 0..STEPS {
            let door = match dice.roll(2) {
                0 => self.partner.balancer(),
                _ => self.partner.instance(&mut dice),
            };
            let door = door.to_owned();
            if dice.roll(5) < 2 {
                version = self.read(&door).await.unwrap_or(version);
                continue;
            }
            let (verb, order) = self.order(&mut dice);
            let order = order.if_match(version);
            let called = self.ticks.next();
            let heard = match self.partner.send(&door, &order).await {
                None if dice.roll(2) == 0 => Some(self.partner.settle(&order).await),
                heard => heard,
            };
            let answer = heard.as_ref().map(answer_of);
            let returned = heard.map(|_| self.ticks.next());
            let op = Op::Change { verb, expected: version, answer };
            self.write(Operation { op, called, returned });
            match answer {
                Some(Answer::Done(now)) => version = now,
                Some(Answer::Stale) => version = self.read(&door).await.unwrap_or(version),
                Some(Answer::Refused) => {}
                None => doubts.push(order),
            }
            if doubts.len() == DOUBTS_MAX {
                break;
            }
        }
        doubts
    }

    async fn read(&self, door: &str) -> Option<u64> {
        let called = self.ticks.next();
        let heard = self.partner.get(door, &format!("bookings/{}", self.code)).await?;
        let returned = Some(self.ticks.next());
        assert_eq!(heard.status, 200, "{heard:?}");
        let booking = heard.json();
        let state = State::of(&booking, &booking["requests"]);
        let version = state.version;
        self.write(Operation { op: Op::Read(state), called, returned });
        Some(version)
    }

    fn order(&self, dice: &mut Dice) -> (Verb, Order) {
        let code = self.code;
        match dice.roll(16) {
            0 => (Verb::Cancel, Order::post(format!("bookings/{code}/cancel"), &json!({}))),
            1 | 2 => {
                let body = json!({ "guarantee": "agency" });
                (Verb::Guarantee, Order::post(format!("bookings/{code}/guarantee"), &body))
            }
            _ => {
                let wish = format!("wish {}", dice.roll(1 << 40));
                let order = Order::amend(code, &json!({ "requests": wish }));
                (Verb::Amend(wish), order)
            }
        }
    }

    fn write(&self, operation: Operation<Op>) {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).push(operation);
    }
}

fn answer_of(heard: &Heard) -> Answer {
    match heard.status {
        412 => Answer::Stale,
        409 | 422 => Answer::Refused,
        _ => Answer::Done(heard.json()["booking"]["version"].as_u64().expect("a version")),
    }
}
