//! Events on their way to a target. Of each booking one is under way at a time, of several bookings several
//! are. What is not taken at once becomes a letter, kept for good and tried again by a schedule; what
//! follows it about the same booking waits behind it. So an event is done with as soon as it was taken or
//! is kept, and the cursor may pass it.

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};
use std::time::Duration;

use futures_util::future::LocalBoxFuture;
use futures_util::stream::{FuturesUnordered, StreamExt as _};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};

use super::courier::{Courier, Reply};
use super::schedule::next_try;
use super::target::Target;
use crate::cache::file::DataFile;
use crate::cache::letters::{Fate, Letter, Sealed};
use crate::chance::chance;
use crate::clock;
use crate::error::{CliError, codes};

/// Events under way at once, each of another booking.
const UNDER_WAY_MAX: usize = 16;

/// Events that may be in memory; the feed waits while there are so many.
const IN_MEMORY_MAX: usize = 256;

/// Letters that may wait for a target; the feed waits while there are so many, and keeps the rest.
const LETTERS_MAX: u64 = 1_000;

/// Letters looked at at once.
const LOOK_LEN: u32 = 64;

/// How often letters are looked at in any case: somebody else may have said that some shall be tried again.
const COUNT_EVERY: SignedDuration = SignedDuration::from_secs(5);

/// What became of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// The target took it.
    Taken(Sealed),
    /// It was not taken, and is tried again.
    Kept(Letter),
    /// It was not taken for so long that it is not tried any more.
    Died(Letter),
}

/// An attempt that has ended.
struct Done {
    sealed: Sealed,
    /// The letter, if it was one.
    letter: Option<Letter>,
    reply: Reply,
}

/// Events on their way to one target.
pub(crate) struct Forwarder<'a> {
    courier: &'a Courier,
    file: &'a DataFile,
    under_way: FuturesUnordered<LocalBoxFuture<'a, Done>>,
    /// Lanes of which something is under way.
    busy: HashSet<String>,
    /// What waits in memory behind that, by lane.
    behind: HashMap<String, VecDeque<Sealed>>,
    /// What could be under way, and has to wait for a place.
    ready: VecDeque<Sealed>,
    /// Positions of events that are neither taken nor kept.
    unfinished: BTreeSet<u64>,
    /// Letters that wait.
    waiting: u64,
    /// When they were counted.
    counted_at: Timestamp,
}

impl<'a> Forwarder<'a> {
    /// Begins; refuses a target that wants no more.
    pub(crate) fn new(courier: &'a Courier, file: &'a DataFile) -> Result<Self, CliError> {
        let target = courier.target().as_str();
        if let Some(why) = file.why_shut(target)? {
            return Err(shut(target, &why));
        }
        Ok(Self {
            courier,
            file,
            under_way: FuturesUnordered::new(),
            busy: HashSet::new(),
            behind: HashMap::new(),
            ready: VecDeque::new(),
            unfinished: BTreeSet::new(),
            waiting: file.waiting(target)?,
            counted_at: clock::now(),
        })
    }

    /// Tells whether more events may come.
    pub(crate) fn has_room(&self) -> bool {
        self.unfinished.len() < IN_MEMORY_MAX && self.waiting < LETTERS_MAX
    }

    /// Returns how many events are neither taken nor kept.
    pub(crate) fn in_memory(&self) -> u64 {
        u64::try_from(self.unfinished.len()).unwrap_or(u64::MAX)
    }

    /// Tells whether nothing is under way and nothing waits in memory.
    pub(crate) fn is_idle(&self) -> bool {
        self.unfinished.is_empty() && self.under_way.is_empty()
    }

    /// Returns how many letters wait.
    pub(crate) fn waiting(&self) -> u64 {
        self.waiting
    }

    /// Returns the lowest position that is neither taken nor kept; the cursor stays before it.
    pub(crate) fn lowest_unfinished(&self) -> Option<u64> {
        self.unfinished.first().copied()
    }

    /// Takes an event.
    pub(crate) fn push(&mut self, sealed: Sealed) -> Result<(), CliError> {
        let target = self.courier.target().as_str();
        if self.waiting > 0 && self.file.is_waiting(target, &sealed.lane)? {
            return self.keep_behind(sealed);
        }
        self.unfinished.insert(sealed.position);
        if self.busy.contains(&sealed.lane) {
            self.behind.entry(sealed.lane.clone()).or_default().push_back(sealed);
        } else {
            self.busy.insert(sealed.lane.clone());
            self.ready.push_back(sealed);
        }
        Ok(())
    }

    /// Waits until something became of an event; for ever if there is none. It may be dropped and asked
    /// again at any time.
    pub(crate) async fn step(&mut self) -> Result<Step, CliError> {
        loop {
            self.fill();
            let due = self.send_letters()?;
            let done = tokio::select! {
                Some(done) = self.under_way.next(), if !self.under_way.is_empty() => done,
                () = wait_for(due) => continue,
            };
            if let Some(step) = self.settle(done)? {
                return Ok(step);
            }
        }
    }

    /// Sends what could be under way, as far as there are places.
    fn fill(&mut self) {
        while self.under_way.len() < UNDER_WAY_MAX
            && let Some(sealed) = self.ready.pop_front()
        {
            self.send(sealed, None);
        }
    }

    fn send(&mut self, sealed: Sealed, letter: Option<Letter>) {
        let courier = self.courier;
        self.under_way.push(Box::pin(async move {
            let reply = courier.send(&sealed, clock::now()).await;
            Done { sealed, letter, reply }
        }));
    }

    /// Sends letters whose time has come, and returns when to look again: when the next one's comes, or when
    /// somebody else may have changed that. Of each lane only the first is looked at.
    fn send_letters(&mut self) -> Result<Timestamp, CliError> {
        let now = clock::now();
        let target = self.courier.target().as_str();
        if now.duration_since(self.counted_at) >= COUNT_EVERY {
            self.waiting = self.file.waiting(target)?;
            self.counted_at = now;
        }
        let again_at = self.counted_at.saturating_add(COUNT_EVERY).unwrap_or(Timestamp::MAX);
        if self.waiting == 0 {
            return Ok(again_at);
        }
        for letter in self.file.first_letters(target, LOOK_LEN)? {
            if self.busy.contains(&letter.sealed.lane) {
                continue;
            }
            if letter.due_at > now {
                return Ok(again_at.min(letter.due_at));
            }
            if self.under_way.len() >= UNDER_WAY_MAX {
                return Ok(again_at);
            }
            self.busy.insert(letter.sealed.lane.clone());
            self.send(letter.sealed.clone(), Some(letter));
        }
        Ok(again_at)
    }

    /// Does what an attempt's end asks for.
    fn settle(&mut self, done: Done) -> Result<Option<Step>, CliError> {
        let Done { sealed, letter, reply } = done;
        match (reply, letter) {
            (Reply::Taken, None) => {
                self.unfinished.remove(&sealed.position);
                self.next_of(&sealed.lane);
                Ok(Some(Step::Taken(sealed)))
            }
            (Reply::Taken, Some(letter)) => {
                self.file.remove_letter(letter.id)?;
                self.waiting = self.waiting.saturating_sub(1);
                self.busy.remove(&sealed.lane);
                Ok(Some(Step::Taken(sealed)))
            }
            (Reply::Gone, _) => {
                let target = self.courier.target().as_str();
                Err(shut_for_good(self.file, target)?)
            }
            (Reply::Refused { why, wait }, letter) => {
                self.refused(sealed, letter, (why, wait)).map(Some)
            }
        }
    }

    fn refused(
        &mut self,
        sealed: Sealed,
        letter: Option<Letter>,
        (why, wait): (String, Option<Duration>),
    ) -> Result<Step, CliError> {
        let (now, lane, is_new) = (clock::now(), sealed.lane.clone(), letter.is_none());
        let mut letter = letter.unwrap_or_else(|| self.letter(sealed, now));
        letter.why = why;
        letter.attempts += 1;
        let since = *letter.tried_first_at.get_or_insert(now);
        match next_try((since, now), letter.attempts, wait, chance()) {
            Some(due_at) => letter.due_at = due_at,
            None => letter.fate = Fate::Dead,
        }
        if is_new {
            self.file.add_letter(&letter)?;
            self.waiting += 1;
            self.unfinished.remove(&letter.sealed.position);
            for sealed in self.behind.remove(&lane).unwrap_or_default() {
                self.unfinished.remove(&sealed.position);
                self.keep_behind(sealed)?;
            }
        } else {
            self.file.note_letter(&letter)?;
        }
        self.busy.remove(&lane);
        if letter.fate == Fate::Dead {
            self.waiting = self.waiting.saturating_sub(1);
            return Ok(Step::Died(letter));
        }
        Ok(Step::Kept(letter))
    }

    fn letter(&self, sealed: Sealed, now: Timestamp) -> Letter {
        Letter {
            id: 0,
            target: self.courier.target().as_str().to_owned(),
            sealed,
            fate: Fate::Waiting,
            attempts: 0,
            tried_first_at: None,
            due_at: now,
            why: String::new(),
        }
    }

    /// Keeps an event behind one of its lane that was not taken.
    fn keep_behind(&mut self, sealed: Sealed) -> Result<(), CliError> {
        let mut letter = self.letter(sealed, clock::now());
        "waits for one before it".clone_into(&mut letter.why);
        self.file.add_letter(&letter)?;
        self.waiting += 1;
        Ok(())
    }

    /// Lets the next of a lane go.
    fn next_of(&mut self, lane: &str) {
        let next = self.behind.get_mut(lane).and_then(VecDeque::pop_front);
        if let Some(sealed) = next {
            self.ready.push_back(sealed);
        } else {
            self.behind.remove(lane);
            self.busy.remove(lane);
        }
    }
}

/// Waits until a moment.
async fn wait_for(due: Timestamp) {
    let left = due.duration_since(clock::now()).max(SignedDuration::ZERO);
    tokio::time::sleep(left.unsigned_abs()).await;
}

/// Returns the name of the right to forward to a target: one process at a time has it.
pub(crate) fn target_lease(target: &Target) -> String {
    let digest = Sha256::digest(target.as_str());
    // Addresses hold letters that file names do not; half of the hash tells any two apart.
    let name = digest.iter().take(16).fold(String::new(), |name, byte| format!("{name}{byte:02x}"));
    format!("target-{name}")
}

/// Notes that a target answered 410, and returns the failure of that.
pub(crate) fn shut_for_good(file: &DataFile, target: &str) -> Result<CliError, CliError> {
    let why = "it answered 410 Gone";
    file.shut_target(target, clock::now(), why)?;
    Ok(shut(target, why))
}

/// Returns the failure of a target that wants no more.
fn shut(target: &str, why: &str) -> CliError {
    CliError::of(codes::TARGET_SHUT, format!("{target} wants no more events"))
        .field("--forward-to")
        .why(why)
        .hint(format!("hotel events retry --all --forward-to {target}"))
}
