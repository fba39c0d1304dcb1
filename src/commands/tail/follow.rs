//! The loop of a tail: what comes out of the feed is written, or forwarded and then written; only then does
//! the cursor pass it.

use std::collections::HashMap;
use std::pin::Pin;

use futures_util::FutureExt as _;
use futures_util::stream::{Stream, StreamExt as _, try_unfold};
use hotel_core::wire::event::EventView;

use super::bookmark::Bookmark;
use super::{TailArgs, gap};
use crate::api::feed::{Feed, FeedItem, Gap};
use crate::cache::letters::Sealed;
use crate::commands::event_row::EventRow;
use crate::commands::events::Currencies;
use crate::commands::events::target_args::sealed;
use crate::context::Context;
use crate::error::CliError;
use crate::freshness::{Change, Freshness};
use crate::output::stream;
use crate::webhooks::forwarder::{Forwarder, Step};

/// What comes out of the feed, with how far that is.
struct Arrived {
    item: FeedItem,
    place: Option<(String, u64)>,
}

/// What there is to do.
enum Turn {
    Feed(Option<Result<Arrived, CliError>>),
    Target(Result<Step, CliError>),
}

type Arrivals<'a> = Pin<Box<dyn Stream<Item = Result<Arrived, CliError>> + 'a>>;

/// A tail under way.
pub(super) struct Following<'a> {
    ctx: &'a Context,
    args: TailArgs,
    bookmark: Option<Bookmark<'a>>,
    forwarder: Option<Forwarder<'a>>,
    rows: stream::Stream<'a, EventRow>,
    currencies: Currencies,
    /// Events that are on their way to the target, by id.
    forwarded: HashMap<String, EventView>,
    /// How far the feed was read: where to go on, and the position there.
    read: Option<(String, u64)>,
    told: u64,
    is_lost: bool,
    /// Whether nothing more is asked of the feed.
    is_ending: bool,
    /// What is done beside, if anything is.
    freshness: Option<Freshness>,
}

impl<'a> Following<'a> {
    pub(super) fn new(
        ctx: &'a Context,
        args: TailArgs,
        (bookmark, forwarder): (Option<Bookmark<'a>>, Option<Forwarder<'a>>),
    ) -> Self {
        Self {
            ctx,
            args,
            bookmark,
            forwarder,
            rows: ctx.out.stream(),
            currencies: Currencies::default(),
            forwarded: HashMap::new(),
            read: None,
            told: 0,
            is_lost: false,
            is_ending: false,
            // A tail that can't do that is none the less one.
            freshness: ctx.kit().ok().flatten().map(Freshness::start),
        }
    }

    /// Follows until the end, if there is one.
    pub(super) async fn run(mut self, feed: Feed<'a>) -> Result<(), CliError> {
        self.connected();
        let mut arrivals = arrivals(feed);
        loop {
            let is_over = match self.turn(&mut arrivals).await? {
                Turn::Feed(Some(arrived)) => self.arrived(arrived?)?,
                Turn::Feed(None) => true,
                Turn::Target(step) => self.stepped(step?)?,
            };
            let is_idle = self.forwarder.as_ref().is_none_or(Forwarder::is_idle);
            // What is on its way to a target is let arrive.
            self.is_ending |= is_over;
            if self.is_ending && is_idle {
                break;
            }
        }
        if let Some(bookmark) = &mut self.bookmark {
            bookmark.keep()?;
        }
        if let Some(waiting) = self.forwarder.as_ref().map(Forwarder::waiting).filter(|it| *it > 0)
        {
            self.ctx.out.warn(format!("{waiting} events wait for the target: hotel events dead"));
        }
        Ok(())
    }

    fn connected(&self) {
        if let Some(freshness) = &self.freshness {
            freshness.connected();
        }
    }

    /// Waits for what there is to do. Where nothing comes at once, what was handled is kept first.
    async fn turn(&mut self, arrivals: &mut Arrivals<'a>) -> Result<Turn, CliError> {
        let is_open = self.is_open();
        if is_open && let Some(arrived) = arrivals.next().now_or_never() {
            return Ok(Turn::Feed(arrived));
        }
        if let Some(bookmark) = &mut self.bookmark {
            bookmark.keep()?;
        }
        Ok(match &mut self.forwarder {
            None => Turn::Feed(arrivals.next().await),
            Some(forwarder) => tokio::select! {
                arrived = arrivals.next(), if is_open => Turn::Feed(arrived),
                step = forwarder.step() => Turn::Target(step),
            },
        })
    }

    /// Tells whether more may come out of the feed: not while the target is behind, nor beyond the count.
    fn is_open(&self) -> bool {
        let Some(forwarder) = &self.forwarder else { return !self.is_ending };
        let on_their_way = self.told + forwarder.in_memory();
        let is_wanted = self.args.count.is_none_or(|count| on_their_way < count);
        !self.is_ending && is_wanted && forwarder.has_room()
    }

    /// Takes what came out of the feed; tells whether that was the end.
    fn arrived(&mut self, Arrived { item, place }: Arrived) -> Result<bool, CliError> {
        match item {
            FeedItem::Event(event) => {
                self.read = place;
                let change = Change::of(&event);
                let is_over = self.handle(*event)?;
                if let (Some(freshness), Some(change)) = (&self.freshness, change) {
                    freshness.heard(change);
                }
                return Ok(is_over);
            }
            FeedItem::Checkpoint => {
                self.read = place;
                self.pass()?;
            }
            FeedItem::End => {
                self.read = place;
                self.pass()?;
                self.is_ending = true;
            }
            FeedItem::Gap(gap) => self.gap(&gap)?,
            FeedItem::Lost { why } => {
                // One line for one outage, however many attempts it takes.
                if !self.is_lost {
                    self.ctx.announce(format!("-- connection lost: {why}; trying again --"));
                }
                self.is_lost = true;
            }
            FeedItem::Back { away } => {
                self.is_lost = false;
                self.ctx.announce(format!("-- reconnected after {} s --", away.as_secs()));
                self.connected();
            }
        }
        Ok(false)
    }

    /// Tells an event, or hands it to the forwarder; tells whether it was the last one.
    fn handle(&mut self, event: EventView) -> Result<bool, CliError> {
        let is_over = match &mut self.forwarder {
            None => self.tell(event)?,
            Some(forwarder) => {
                let letter = sealed(&event)?;
                self.forwarded.insert(letter.event.clone(), event);
                forwarder.push(letter)?;
                false
            }
        };
        self.pass()?;
        Ok(is_over)
    }

    fn gap(&mut self, gap: &Gap) -> Result<(), CliError> {
        if self.args.fail_on_gap {
            return Err(gap::failure(gap));
        }
        gap::tell(self.ctx, gap)?;
        let position = gap.to.rsplit_once('-').and_then(|(_, position)| position.parse().ok());
        self.read = Some((gap.to.clone(), position.unwrap_or(0)));
        self.pass()
    }

    /// Does what the end of an attempt asks for; tells whether that was the end.
    fn stepped(&mut self, step: Step) -> Result<bool, CliError> {
        let is_over = match step {
            Step::Taken(letter) => match self.event_of(&letter)? {
                Some(event) => self.tell(event)?,
                None => false,
            },
            Step::Kept(letter) => {
                self.forwarded.remove(&letter.sealed.event);
                if letter.attempts == 1 {
                    self.ctx.announce(format!(
                        "-- event {} was not taken: {}; it is kept and tried again --",
                        letter.sealed.position, letter.why
                    ));
                }
                false
            }
            Step::Died(letter) => {
                self.forwarded.remove(&letter.sealed.event);
                self.ctx.out.warn(format!(
                    "event {} was not taken in {} attempts and is not tried any more: {}",
                    letter.sealed.position, letter.attempts, letter.why
                ));
                false
            }
        };
        self.pass()?;
        Ok(is_over)
    }

    /// Returns the event of a letter: remembered, or read again from what was kept.
    fn event_of(&mut self, letter: &Sealed) -> Result<Option<EventView>, CliError> {
        match self.forwarded.remove(&letter.event) {
            Some(event) => Ok(Some(event)),
            None => serde_json::from_slice(&letter.body).map(Some).map_err(|error| {
                CliError::internal("a letter can't be read").why(error.to_string())
            }),
        }
    }

    /// Writes an event that was handled; tells whether it was the last one.
    fn tell(&mut self, event: EventView) -> Result<bool, CliError> {
        let is_awaited = self.args.exit_on.iter().any(|wanted| fits(wanted, &event.kind));
        self.rows.push(&self.currencies.row(event))?;
        self.told += 1;
        Ok(is_awaited || self.args.count.is_some_and(|count| self.told >= count))
    }

    /// Lets the cursor pass what was handled: up to before the lowest event that is not.
    fn pass(&mut self) -> Result<(), CliError> {
        let Some((place, position)) = &self.read else { return Ok(()) };
        let unfinished = self.forwarder.as_ref().and_then(Forwarder::lowest_unfinished);
        let before = unfinished.filter(|lowest| lowest <= position).map(|lowest| lowest - 1);
        self.ctx.note_tail(before.unwrap_or(*position));
        let Some(bookmark) = &mut self.bookmark else { return Ok(()) };
        match (before, place.rsplit_once('-')) {
            (Some(before), Some((epoch, _))) => bookmark.move_to(&format!("{epoch}-{before}")),
            (Some(_), None) => Ok(()),
            (None, _) => bookmark.move_to(place),
        }
    }
}

/// Makes a stream of a feed, so that waiting for it can be broken off and taken up again.
fn arrivals(feed: Feed<'_>) -> Arrivals<'_> {
    Box::pin(try_unfold(feed, |mut feed| async move {
        let item = feed.next().await?;
        let place = feed.reached().map(|(place, position)| (place.to_owned(), position));
        Ok(Some((Arrived { item, place }, feed)))
    }))
}

/// Tells whether an event is of a type, where `booking.*` means all that begin so.
fn fits(wanted: &str, kind: &str) -> bool {
    match wanted.strip_suffix('*') {
        Some(start) => kind.starts_with(start),
        None => wanted == kind,
    }
}
