//! Replay: what waits is sent, one operation at a time, in order, with the key that it had from the start.
//! One process at a time does so, and a person is asked whenever the house says no.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use hotel_core::wire::booking::BookingView;
use jiff::{SignedDuration, Timestamp};

use super::fate::{Fate, Pause, Waits, fate};
use super::rebase::clashes;
use crate::api::ledger::Change;
use crate::api::{Client, Write, new_key};
use crate::cache::file::DataFile;
use crate::cache::journal::{
    BEAT_EVERY, Journal, NewOperation, Operation, Paused, Sender, State, Verb, Whose, is_alive,
};
use crate::chance::chance;
use crate::clock;
use crate::crash;
use crate::error::CliError;

/// The first pause after the link failed, doubled each time (ux.md 2.3, rule 11).
const PAUSE_MIN: Duration = Duration::from_secs(1);

/// The longest pause.
const PAUSE_MAX: Duration = Duration::from_mins(1);

/// The status of an answer that another version was seen.
const STALE: u16 = 412;

/// The status of an answer that no version was named.
const UNSEEN: u16 = 428;

/// Why a replay came to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// Nothing is left that may be sent.
    Empty,
    /// Its time is over.
    Late,
    /// Another process is at it.
    Busy,
    /// The link failed; it is tried again at that moment.
    Link(Timestamp),
    /// The house does not know who asks.
    Auth,
}

/// When a replay ends, and whether it tries what did not work a moment ago.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Bounds {
    /// Nothing is begun after this.
    pub(crate) until: Option<Instant>,
    /// Somebody says that the link is there again: a pause is cut short.
    pub(crate) is_eager: bool,
}

/// A replay of the journal of one agent.
pub(crate) struct Replay<'a> {
    journal: Journal,
    folder: PathBuf,
    client: &'a Client,
    sender: Sender,
    whose: Whose,
}

impl<'a> Replay<'a> {
    /// Makes one over the journal in a folder; nothing is sent yet.
    pub(crate) fn new(folder: &Path, client: &'a Client, whose: Whose) -> Result<Self, CliError> {
        let journal = Journal::new(DataFile::open(folder)?);
        let sender = Sender::new(folder)?;
        Ok(Self { journal, folder: folder.to_owned(), client, sender, whose })
    }

    /// Returns the journal.
    pub(crate) fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Sends what may be sent, until nothing is left or the time is over; tells of each operation once it is
    /// known what became of it.
    pub(crate) async fn run(
        &self,
        bounds: Bounds,
        tell: &mut dyn FnMut(&Operation) -> Result<(), CliError>,
    ) -> Result<Stopped, CliError> {
        if !self.leased()? {
            return Ok(Stopped::Busy);
        }
        // It is given back even by a run that is cut off.
        let _given_back = GivenBack { journal: &self.journal, owner: self.sender.name() };
        self.send_all(bounds, tell).await
    }

    /// Takes the lease, or renews it; from a process that is no more at once.
    fn leased(&self) -> Result<bool, CliError> {
        let owner = self.sender.name();
        let Some(held) = self.journal.lease(owner, clock::now())? else { return Ok(true) };
        if is_alive(&self.folder, &held.owner) {
            return Ok(false);
        }
        self.journal.release(&held.owner)?;
        Ok(self.journal.lease(owner, clock::now())?.is_none())
    }

    async fn send_all(
        &self,
        bounds: Bounds,
        tell: &mut dyn FnMut(&Operation) -> Result<(), CliError>,
    ) -> Result<Stopped, CliError> {
        if self.journal.counts()?.waiting > 0 {
            self.learn_user().await?;
        }
        let mut beaten = clock::now();
        let mut is_eager = bounds.is_eager;
        loop {
            let now = clock::now();
            self.journal.tidy(|sender| is_alive(&self.folder, sender), now)?;
            if let Some(stopped) = self.pause_of_now(now)?.filter(|_| !is_eager) {
                return Ok(stopped);
            }
            is_eager = false;
            if bounds.until.is_some_and(|until| Instant::now() >= until) {
                return Ok(Stopped::Late);
            }
            if now.duration_since(beaten).abs() >= BEAT_EVERY {
                if !self.leased()? {
                    return Ok(Stopped::Busy);
                }
                beaten = now;
            }
            let Some(operation) = self.journal.next(&self.whose)? else {
                return Ok(Stopped::Empty);
            };
            self.send(&operation).await?;
            if let Some(known) = self.journal.operation(operation.seq)? {
                tell(&known)?;
            }
        }
    }

    /// Asks the house whose token it is, once: what an older token of the same user asked for is sent too.
    async fn learn_user(&self) -> Result<(), CliError> {
        if self.journal.user_of(&self.whose)?.is_none()
            && let Ok(me) = self.client.me().await
        {
            self.journal.name_principal(&self.whose, me.user.as_str())?;
        }
        Ok(())
    }

    fn pause_of_now(&self, now: Timestamp) -> Result<Option<Stopped>, CliError> {
        Ok(match self.journal.paused()? {
            Some(Paused::Auth) => Some(Stopped::Auth),
            // A moment too far ahead is that of a clock that was set back since.
            Some(Paused::Link { until, .. }) => {
                let left = until.duration_since(now);
                let longest = SignedDuration::try_from(PAUSE_MAX).unwrap_or(SignedDuration::MAX);
                (left > SignedDuration::ZERO && left <= longest).then_some(Stopped::Link(until))
            }
            None => None,
        })
    }

    async fn send(&self, operation: &Operation) -> Result<(), CliError> {
        if !self.journal.take(operation.seq, self.sender.name())? {
            return Ok(());
        }
        crash::point("taken");
        let new = &operation.entered;
        let mut write = Write::new(Some(new.key.clone()), false)?;
        write.version = new.request.if_version;
        let change = Change {
            write: &write,
            method: &new.request.method,
            path: &new.request.path,
            body: &new.request.body,
        };
        let reply = self.client.again(&change, operation.entered_at).await;
        crash::point("replied");
        let fate = fate(new.request.errand().verb, reply.as_ref(), Waits::Nobody);
        let now = clock::now();
        self.pause(fate.pause, now)?;
        self.journal.settle(operation.seq, self.sender.name(), &fate.outcome, now)?;
        crash::point("replayed");
        if fate.outcome.state == State::Conflict {
            self.go_on_otherwise(operation, &fate, now).await?;
        }
        Ok(())
    }

    /// Puts something else in the place of what was refused, if the agent said what, or if nobody touched
    /// what the agent wants to change.
    async fn go_on_otherwise(
        &self,
        operation: &Operation,
        fate: &Fate,
        now: Timestamp,
    ) -> Result<(), CliError> {
        let old = &operation.entered;
        let mut new = NewOperation {
            key: new_key()?,
            supersedes: Some(operation.seq),
            after: Vec::new(),
            ..old.clone()
        };
        let status = fate.outcome.answer.as_ref().map(|answer| answer.status);
        if let Some((body, rest)) = old.alternatives.split_first() {
            new.request.body.clone_from(body);
            new.alternatives = rest.to_vec();
        } else if let (Some(STALE | UNSEEN), Some(view)) = (status, self.rebased(old).await?) {
            new.request.if_version = Some(view.booking.version);
            new.base = serde_json::to_vec(&view).ok();
        } else {
            return Ok(());
        }
        // Who meanwhile said something else about it has the last word.
        self.journal.supersede(operation.seq, &[State::Conflict], &new, now)?.ok();
        crash::point("superseded");
        Ok(())
    }

    /// Returns the booking as it is now, if a change can be made upon it as well as upon what its agent saw; what
    /// was asked for unseen is.
    async fn rebased(&self, new: &NewOperation) -> Result<Option<BookingView>, CliError> {
        let errand = new.request.errand();
        let (Verb::Update, Some(code)) = (errand.verb, errand.booking) else { return Ok(None) };
        let Ok(view) = self.client.booking(code).await else { return Ok(None) };
        let Some(base) = &new.base else {
            return Ok(new.request.if_version.is_none().then_some(view));
        };
        let Ok(seen) = serde_json::from_slice::<BookingView>(base) else { return Ok(None) };
        Ok(clashes(&new.request.body, &seen, &view).is_empty().then_some(view))
    }

    /// Notes why nothing more is sent for now, or that the link is there.
    fn pause(&self, pause: Option<Pause>, now: Timestamp) -> Result<(), CliError> {
        let paused = match pause {
            None => None,
            Some(Pause::Auth) => Some(Paused::Auth),
            Some(Pause::Link(asked)) => {
                let tries = match self.journal.paused()? {
                    Some(Paused::Link { tries, .. }) => tries.saturating_add(1),
                    Some(Paused::Auth) | None => 1,
                };
                let until = now.checked_add(pause_of(tries, asked, chance())).unwrap_or(now);
                Some(Paused::Link { tries, until })
            }
        };
        self.journal.pause(paused)
    }
}

/// The lease, until this is dropped.
struct GivenBack<'a> {
    journal: &'a Journal,
    owner: &'a str,
}

impl Drop for GivenBack<'_> {
    fn drop(&mut self) {
        // If that fails it is lost by itself after a while.
        self.journal.release(self.owner).ok();
    }
}

/// Returns how long to wait after so many tries: any part of twice as long each time, and no less than the
/// house asked for.
fn pause_of(tries: u32, asked: Option<Duration>, chance: u8) -> Duration {
    let most = PAUSE_MIN.saturating_mul(1 << tries.saturating_sub(1).min(6)).min(PAUSE_MAX);
    let part = most * u32::from(chance) / u32::from(u8::MAX);
    part.max(asked.unwrap_or_default().min(PAUSE_MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_to_a_minute_and_obey_the_house() {
        // ux.md 2.3, rule 11.
        let whole = |tries| pause_of(tries, None, u8::MAX).as_secs();
        assert_eq!([1, 2, 3, 6, 7, 99].map(whole), [1, 2, 4, 32, 60, 60]);
        assert_eq!(pause_of(3, None, 0), Duration::ZERO);
        assert_eq!(pause_of(1, Some(Duration::from_secs(9)), 0), Duration::from_secs(9));
        assert_eq!(pause_of(1, Some(Duration::from_hours(9)), 0), PAUSE_MAX);
    }
}
