//! What the desk has done for it: lines are carried out, the feed is followed, what waits is sent. All of it in
//! one thread with a runtime; the desk hears of it by messages and never waits.

use std::cell::RefCell;
use std::sync::mpsc::SyncSender;
use std::time::{Duration, Instant};

use futures_util::stream::{FuturesUnordered, StreamExt as _};
use hotel_core::wire::event::EventQuery;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::sync::{Mutex, Notify};

use super::message::{Answered, Effect, Link, Message, QueueCounts, Ticket};
use crate::api::feed::{FeedItem, Patience};
use crate::api::new_key;
use crate::cache::file::DataFile;
use crate::clock;
use crate::commands::line::{Carried, Line, Manner, Read};
use crate::context::Context;
use crate::error::CliError;
use crate::error::category::Category;
use crate::queue::{Bounds, Offline, Replay, Stopped};
use crate::voice::Voice;

/// How long until the feed is tried again that could not be begun.
const FEED_PAUSE: Duration = Duration::from_secs(2);

/// How long a line may be silent: a desk wants to know sooner than a script.
const SILENCE_MAX: Duration = Duration::from_secs(40);

/// The pauses between attempts to follow the feed.
const PAUSES: (Duration, Duration) = (Duration::from_millis(250), Duration::from_secs(4));

/// How long until what waits is looked at though nobody said anything.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// How long an agent who leaves waits without noticing.
const MOMENT: Duration = Duration::from_millis(200);

/// How long a change that is on its way is waited for.
const CHANGE_MAX: Duration = Duration::from_secs(3);

/// What the desk has done for it.
pub(super) struct Office<'a> {
    ctx: &'a Context,
    desk: SyncSender<Message>,
    /// Changes are made one after the other, in the order in which they were meant.
    turn: Mutex<()>,
    /// Somebody wants what waits to be sent.
    replay: Notify,
    counts: RefCell<QueueCounts>,
    live: RefCell<bool>,
}

impl<'a> Office<'a> {
    pub(super) fn new(ctx: &'a Context, desk: SyncSender<Message>) -> Self {
        Self {
            ctx,
            desk,
            turn: Mutex::new(()),
            replay: Notify::new(),
            counts: RefCell::default(),
            live: RefCell::new(false),
        }
    }

    /// Works until the desk wants no more.
    pub(super) async fn work(&self, mut wanted: UnboundedReceiver<Effect>) {
        let mut running = FuturesUnordered::new();
        let feed = self.follow();
        let queue = self.look_after_queue();
        tokio::pin!(feed, queue);
        loop {
            tokio::select! {
                effect = wanted.recv() => match effect {
                    Some(Effect::Run { ticket, words, after, columns }) => {
                        running.push(self.run(ticket, words, after, columns));
                    }
                    Some(Effect::Replay) => self.replay.notify_one(),
                    Some(Effect::Quit) | None => {
                        self.finish(running).await;
                        return;
                    }
                    // The rest is the terminal's.
                    Some(Effect::Copy(_) | Effect::Mouse(_) | Effect::Suspend) => {}
                },
                Some(()) = running.next(), if !running.is_empty() => {}
                () = &mut feed => {}
                () = &mut queue => {}
            }
        }
    }

    /// Gives what is on its way a moment to come to its end; changes a longer one.
    async fn finish(&self, mut running: FuturesUnordered<impl Future<Output = ()>>) {
        let all = async { while running.next().await.is_some() {} };
        tokio::pin!(all);
        if tokio::time::timeout(MOMENT, &mut all).await.is_err() && self.turn.try_lock().is_err() {
            tokio::time::timeout(CHANGE_MAX, all).await.ok();
        }
    }

    fn tell(&self, message: Message) {
        // A desk that is closed hears nothing more.
        self.desk.send(message).ok();
    }

    async fn run(&self, ticket: Ticket, words: Vec<String>, after: Duration, columns: Option<u16>) {
        tokio::time::sleep(after).await;
        let began = Instant::now();
        let Carried { result, told, said, beside, stale_since, .. } =
            self.carry_out(&words, columns).await;
        let result = result.map(|()| told.unwrap_or_default());
        let text = columns.map(|_| said);
        let notes = beside.lines().map(|line| line.trim().to_owned()).collect();
        let took = began.elapsed();
        self.tell(Message::Answered(Answered { ticket, result, stale_since, text, notes, took }));
        self.count();
    }

    async fn carry_out(&self, words: &[String], columns: Option<u16>) -> Carried {
        let voice = Voice::Written(columns);
        let key = match new_key() {
            Ok(key) => key,
            Err(error) => return Carried::of(Err(error), self.ctx.shape),
        };
        let line = match Line::read(self.ctx, words, Manner { voice, key: Some(&key) }) {
            Ok(Read::Line(line)) => line,
            Ok(Read::Help(said)) => return Carried { said, ..Carried::of(Ok(()), self.ctx.shape) },
            Err(error) => return Carried::of(Err(error), self.ctx.shape),
        };
        if !line.is_change() {
            return line.carry_out(self.ctx, voice).await;
        }
        let _turn = self.turn.lock().await;
        let carried = line.carry_out(self.ctx, voice).await;
        if let Err(error) = &carried.result
            && error.category == Category::Queued
        {
            self.replay.notify_one();
        }
        carried
    }

    /// Tells how much waits, if that is not what was told last.
    fn count(&self) {
        let Some(counts) = self.counted() else { return };
        if self.counts.replace(counts) != counts {
            self.tell(Message::Queue(counts));
        }
    }

    fn counted(&self) -> Option<QueueCounts> {
        if !DataFile::is_there(&self.ctx.data_folder()) {
            return None;
        }
        let counts = self.ctx.journal().and_then(|journal| journal.counts()).ok()?;
        Some(QueueCounts {
            waiting: counts.waiting,
            held: counts.held,
            conflicts: counts.conflicts,
        })
    }

    fn linked(&self, link: Link) {
        *self.live.borrow_mut() = link == Link::Live;
        self.tell(Message::Link(link));
        if link == Link::Live {
            self.replay.notify_one();
        }
    }

    /// Follows the feed for ever.
    async fn follow(&self) {
        let mut after: Option<String> = None;
        loop {
            let ended = self.follow_from(&mut after).await;
            if let Err(error) = ended {
                let is_away = error.category == Category::Unavailable;
                if is_away || *self.live.borrow() {
                    self.lost();
                }
            }
            tokio::time::sleep(FEED_PAUSE).await;
        }
    }

    fn lost(&self) {
        self.linked(Link::Lost(clock::now()));
    }

    async fn follow_from(&self, after: &mut Option<String>) -> Result<(), CliError> {
        let client = self.ctx.api()?;
        let patience = Patience { silence_max: SILENCE_MAX, pauses: PAUSES, offline_max: None };
        // Without a cursor, from now on.
        let last = after.is_none().then_some(0);
        let query = EventQuery { after: after.clone(), last, ..EventQuery::default() };
        let mut feed = client.follow(query, patience).await?;
        self.linked(Link::Live);
        loop {
            match feed.next().await? {
                FeedItem::Event(event) => self.tell(Message::Happened(event)),
                FeedItem::Gap(_) => self.tell(Message::Gap),
                FeedItem::Lost { .. } => {
                    if *self.live.borrow() {
                        self.lost();
                    }
                }
                FeedItem::Back { .. } => {
                    self.linked(Link::Live);
                    self.tell(Message::Gap);
                }
                FeedItem::Checkpoint | FeedItem::End => {}
            }
            *after = feed.reached().map(|(cursor, _)| cursor.to_owned());
        }
    }

    /// Sends what waits whenever that may succeed.
    async fn look_after_queue(&self) {
        self.count();
        let mut pause = LOOK_EVERY;
        loop {
            let is_eager = tokio::select! {
                () = self.replay.notified() => true,
                () = tokio::time::sleep(pause) => false,
            };
            pause = LOOK_EVERY;
            if self.ctx.offline() != Offline::Queue || self.counted().is_none_or(|c| c.waiting == 0)
            {
                self.count();
                continue;
            }
            // It ends at once where another process is at it, and tells when to come back.
            if let Ok(Stopped::Link(until)) = self.send(is_eager).await {
                let left = until.duration_since(clock::now());
                pause = Duration::try_from(left).unwrap_or_default().min(LOOK_EVERY);
            }
            self.count();
        }
    }

    async fn send(&self, is_eager: bool) -> Result<Stopped, CliError> {
        let _turn = self.turn.lock().await;
        let client = self.ctx.api()?;
        let replay = Replay::new(&self.ctx.data_folder(), client, self.ctx.whose()?)?;
        let mut tell = |_: &_| {
            self.count();
            Ok(())
        };
        replay.run(Bounds { until: None, is_eager }, &mut tell).await
    }
}
