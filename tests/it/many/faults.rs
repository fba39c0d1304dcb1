//! Faults, one after another at random, the next while the last is still being got over.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::task::{JoinSet, spawn_blocking};
use tokio::time::sleep;

use super::cluster::{CUT_OFF, Cluster, INSTANCES, ON_THE_LINE, wait_for};
use crate::dice::Dice;

/// Kinds of faults.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Fault {
    /// An instance is killed and started again.
    KillInstance,
    /// An instance is held still.
    StopInstance,
    /// An instance is cut off, from the database and from everyone else.
    CutInstance,
    /// The line of an instance to the database is held still.
    HoldLine,
    /// The line of an instance to the database is cut in the middle of an answer.
    CutLine,
    /// The database is killed and started again.
    KillPostgres,
    /// The database is held still.
    PausePostgres,
    /// The balancer is killed and started again.
    KillBalancer,
}

/// One of each, some more often.
const KINDS: [Fault; 11] = [
    Fault::KillInstance,
    Fault::KillInstance,
    Fault::StopInstance,
    Fault::CutInstance,
    Fault::HoldLine,
    Fault::CutLine,
    Fault::CutLine,
    Fault::KillPostgres,
    Fault::KillPostgres,
    Fault::PausePostgres,
    Fault::KillBalancer,
];

/// Who does the faults: nothing is hit again before it is well.
pub(crate) struct Nemesis {
    cluster: Arc<Cluster>,
    instances: [Arc<Mutex<()>>; INSTANCES],
    line: Arc<Mutex<()>>,
    postgres: Arc<Mutex<()>>,
    balancer: Arc<Mutex<()>>,
    done: BTreeMap<Fault, u64>,
    healing: JoinSet<()>,
}

impl Nemesis {
    pub(crate) fn new(cluster: &Arc<Cluster>) -> Self {
        Self {
            cluster: Arc::clone(cluster),
            instances: Default::default(),
            line: Arc::default(),
            postgres: Arc::default(),
            balancer: Arc::default(),
            done: BTreeMap::new(),
            healing: JoinSet::new(),
        }
    }

    /// Does so many faults, half a second to one and a half apart.
    pub(crate) async fn rage(&mut self, faults: u64, dice: &mut Dice) {
        let mut done = 0;
        while done < faults {
            if self.strike(dice) {
                done += 1;
                sleep(Duration::from_millis(500 + dice.roll(1_000))).await;
            } else {
                sleep(Duration::from_millis(50)).await;
            }
            while let Some(healed) = self.healing.try_join_next() {
                healed.expect("it heals");
            }
        }
    }

    /// Waits until all is well, and returns how many faults of each kind there were.
    pub(crate) async fn rest(&mut self) -> BTreeMap<Fault, u64> {
        while let Some(healed) = self.healing.join_next().await {
            healed.expect("it heals");
        }
        let cluster = Arc::clone(&self.cluster);
        spawn_blocking(move || cluster.wait_until_all_are_up()).await.expect("all are up");
        self.done.clone()
    }

    /// Does a fault, unless what it would hit is not well yet.
    fn strike(&mut self, dice: &mut Dice) -> bool {
        let (kind, victim) = (*dice.one_of(&KINDS), dice.roll(INSTANCES as u64));
        // Most are over before anybody gives up waiting, some are not.
        let last_ms_max = if dice.roll(6) == 0 { 8_000 } else { 3_000 };
        let last_ms = 300 + dice.roll(last_ms_max);
        // From within the answer to a lookup to some batches on.
        let bytes = i64::try_from(dice.roll(20_000)).expect("a number");
        let victim = usize::try_from(victim).expect("a place");
        let (victim, lock) = match kind {
            Fault::KillInstance | Fault::StopInstance => (victim, &self.instances[victim]),
            Fault::CutInstance if self.cluster.namespace.is_none() => return false,
            Fault::CutInstance => (CUT_OFF, &self.instances[CUT_OFF]),
            Fault::HoldLine | Fault::CutLine => (ON_THE_LINE, &self.line),
            Fault::KillPostgres | Fault::PausePostgres => (0, &self.postgres),
            Fault::KillBalancer => (0, &self.balancer),
        };
        // Until it is healed nothing else may hit the same.
        let Ok(held) = Arc::clone(lock).try_lock_owned() else { return false };
        *self.done.entry(kind).or_default() += 1;
        let cluster = Arc::clone(&self.cluster);
        let last = Duration::from_millis(last_ms);
        self.healing.spawn(async move {
            let done = spawn_blocking(move || {
                let _held = held;
                strike_at(&cluster, kind, victim, (last, bytes));
            });
            done.await.expect("a fault");
        });
        true
    }
}

/// Does a fault, waits, and heals it.
fn strike_at(cluster: &Cluster, kind: Fault, victim: usize, (last, bytes): (Duration, i64)) {
    let instance = &cluster.instances[victim];
    match kind {
        Fault::KillInstance => {
            instance.kill();
            // A supervisor starts it again until it finds its database.
            wait_for("an instance starts", || instance.start().ok());
        }
        Fault::StopInstance => {
            instance.signal("-STOP");
            std::thread::sleep(last);
            instance.signal("-CONT");
        }
        Fault::CutInstance => {
            let namespace = cluster.namespace.as_ref().expect("a namespace");
            namespace.cut().expect("a cut");
            std::thread::sleep(last);
            namespace.heal().expect("a mended cable");
        }
        Fault::HoldLine => cluster.line.hold(last),
        Fault::CutLine => cluster.line.cut_after(bytes, last / 10),
        Fault::KillPostgres => {
            cluster.postgres.kill().expect("kill -9");
            std::thread::sleep(last / 10);
            cluster.postgres.restart().expect("Postgres starts");
        }
        Fault::PausePostgres => {
            cluster.postgres.pause();
            std::thread::sleep(last);
            cluster.postgres.resume();
        }
        Fault::KillBalancer => {
            cluster.balancer.kill().expect("kill -9");
            std::thread::sleep(last / 10);
            cluster.balancer.restart().expect("the balancer starts");
        }
    }
}
