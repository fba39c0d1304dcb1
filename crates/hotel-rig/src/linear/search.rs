//! The search: all states a history may have led to, return by return.

use std::collections::HashMap;

use super::{Model, Operation, Violation};

/// Operations under way at once that will return. No search ends with more.
const SLOTS: usize = 64;

/// No operation: where every order begins.
const BEGINNING: usize = usize::MAX;

/// One way the object may be.
#[derive(Debug, Clone)]
struct Way<S> {
    state: S,
    /// The slots of operations under way that are in order already.
    ordered: u64,
    /// Which of those that never returned are.
    used: Vec<u64>,
    /// The last step of the order that led here.
    step: usize,
}

/// The least that was used of what never returned, by what it led to.
type Seen<S> = HashMap<(u64, S), Vec<Vec<u64>>>;

pub(super) struct Search<'a, M: Model> {
    history: &'a [Operation<M::Op>],
    /// Operations under way that will return, by slot.
    under_way: [Option<usize>; SLOTS],
    /// Operations called so far that never return.
    unheard: Vec<usize>,
    ways: Vec<Way<M::State>>,
    /// Every step ever taken: the operation, and the step before.
    steps: Vec<(usize, usize)>,
    states_max: usize,
}

impl<'a, M: Model> Search<'a, M> {
    pub(super) fn new(
        initial: M::State,
        history: &'a [Operation<M::Op>],
        states_max: usize,
    ) -> Self {
        let unheard = history.iter().filter(|operation| operation.returned.is_none()).count();
        let used = vec![0; unheard.div_ceil(64)];
        Self {
            history,
            under_way: [None; SLOTS],
            unheard: Vec::new(),
            ways: vec![Way { state: initial, ordered: 0, used, step: BEGINNING }],
            steps: Vec::new(),
            states_max,
        }
    }

    pub(super) fn run(mut self) -> Result<(), Violation> {
        for (_, is_return, operation) in events(self.history) {
            if is_return {
                let slot = self.under_way.iter().position(|slot| *slot == Some(operation));
                if let Some(slot) = slot {
                    self.order(slot, operation)?;
                    self.under_way[slot] = None;
                }
            } else if self.history[operation].returned.is_none() {
                self.unheard.push(operation);
            } else {
                let free = self.under_way.iter().position(Option::is_none);
                let free = free.ok_or(Violation::Undecided { states: self.steps.len() })?;
                self.under_way[free] = Some(operation);
            }
        }
        Ok(())
    }

    /// Goes on from every way to all those in which the operation that returns is in order.
    fn order(&mut self, slot: usize, operation: usize) -> Result<(), Violation> {
        let example = self.ways.first().map_or(BEGINNING, |way| way.step);
        let mut seen: Seen<M::State> = HashMap::new();
        // By how much they use, so that the least comes first.
        let mut levels: Vec<Vec<Way<M::State>>> = vec![Vec::new(); self.unheard.len() + 1];
        for way in std::mem::take(&mut self.ways) {
            push(way, &mut seen, &mut levels);
        }
        for level in 0..levels.len() {
            while let Some(way) = levels[level].pop() {
                if !is_least(&way, &seen) {
                    continue;
                }
                if way.ordered & (1 << slot) != 0 {
                    self.ways.push(Way { ordered: way.ordered & !(1 << slot), ..way });
                } else {
                    self.go_on(&way, &mut seen, &mut levels);
                }
                if self.steps.len() > self.states_max {
                    return Err(Violation::Undecided { states: self.steps.len() });
                }
            }
        }
        if self.ways.is_empty() {
            let explained = self.order_up_to(example);
            return Err(Violation::NoOrder { explained, stuck: operation });
        }
        Ok(())
    }

    /// Takes every next step from a way.
    fn go_on(
        &mut self,
        way: &Way<M::State>,
        seen: &mut Seen<M::State>,
        levels: &mut [Vec<Way<M::State>>],
    ) {
        for (slot, operation) in self.under_way.iter().enumerate() {
            let Some(operation) = operation.filter(|_| way.ordered & (1 << slot) == 0) else {
                continue;
            };
            if let Some(state) = M::step(&way.state, &self.history[operation].op) {
                let ordered = way.ordered | (1 << slot);
                let step = self.steps.len();
                if push(Way { state, ordered, used: way.used.clone(), step }, seen, levels) {
                    self.steps.push((operation, way.step));
                }
            }
        }
        for (rank, operation) in self.unheard.iter().enumerate() {
            if way.used[rank / 64] & (1 << (rank % 64)) != 0 {
                continue;
            }
            // One that need not have happened and changes nothing explains nothing.
            let next = M::step(&way.state, &self.history[*operation].op);
            if let Some(state) = next.filter(|next| *next != way.state) {
                let mut used = way.used.clone();
                used[rank / 64] |= 1 << (rank % 64);
                let step = self.steps.len();
                if push(Way { state, ordered: way.ordered, used, step }, seen, levels) {
                    self.steps.push((*operation, way.step));
                }
            }
        }
    }

    fn order_up_to(&self, mut step: usize) -> Vec<usize> {
        let mut order = Vec::new();
        while let Some((operation, before)) = self.steps.get(step) {
            order.push(*operation);
            step = *before;
        }
        order.reverse();
        order
    }
}

/// Returns calls and returns by their ticks. At the same tick calls stand before returns, so that whoever
/// makes the ticks too coarse finds too little rather than too much.
fn events<O>(history: &[Operation<O>]) -> Vec<(u64, bool, usize)> {
    let calls = history.iter().enumerate().map(|(index, op)| (op.called, false, index));
    let returns = history.iter().enumerate();
    let returns = returns.filter_map(|(index, op)| Some((op.returned?, true, index)));
    let mut events: Vec<_> = calls.chain(returns).collect();
    events.sort_unstable();
    events
}

/// Remembers a way to be gone, and returns whether it is new: no other leads to the same with less.
fn push<S: Clone + Eq + std::hash::Hash>(
    way: Way<S>,
    seen: &mut Seen<S>,
    levels: &mut [Vec<Way<S>>],
) -> bool {
    let least = seen.entry((way.ordered, way.state.clone())).or_default();
    if least.iter().any(|before| is_within(before, &way.used)) {
        return false;
    }
    least.retain(|before| !is_within(&way.used, before));
    least.push(way.used.clone());
    let count: u32 = way.used.iter().map(|word| word.count_ones()).sum();
    if let Some(level) = usize::try_from(count).ok().and_then(|count| levels.get_mut(count)) {
        level.push(way);
    }
    true
}

/// Returns whether no way has been found since that leads to the same with less.
fn is_least<S: Clone + Eq + std::hash::Hash>(way: &Way<S>, seen: &Seen<S>) -> bool {
    seen.get(&(way.ordered, way.state.clone())).is_some_and(|least| least.contains(&way.used))
}

fn is_within(less: &[u64], more: &[u64]) -> bool {
    less.iter().zip(more).all(|(less, more)| less & !more == 0)
}
