//! One batch: load, decide, save, commit.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Instant;

use jiff::Timestamp;
use uuid::Uuid;

use hotel_core::booking::Channel;
use hotel_core::command::{BookingCommand, Command};
use hotel_core::decide::needs::{Needs, booking_named, needs};
use hotel_core::decide::{Context, Decision, carry_out, decide};
use hotel_core::event::{Event, EventData};
use hotel_core::facts::Facts;
use hotel_core::ids::{BookingCode, EventId, GuestId, HotelCode, TokenId, UserId};
use hotel_core::people::User;
use hotel_core::refusal::{Refusal, code};

use super::answer;
use super::ids::Ids;
use super::lane::Published;
use super::{Answer, EngineError, Envelope, house};
use crate::clock::Clock;
use crate::store::codes::Codes;
use crate::store::{
    Batch, Claims, CommandKey, Heard, Numbers, Opened, StoreError, StoredAnswer, StoredCommand,
    Unit,
};

/// Runs batches over a write unit.
pub(super) struct Batcher {
    unit: Box<dyn Unit>,
    codes: Codes,
    published: Published,
    clock: Arc<dyn Clock>,
    house: Arc<User>,
    ids: Ids,
}

/// A command that was decided before.
struct Known {
    fingerprint: [u8; 32],
    answer: Option<Answer>,
}

/// What a batch has gathered so far.
struct Gathered {
    now: Timestamp,
    facts: Facts,
    numbers: Numbers,
    /// The last position given; none where the feed gives them later.
    position: Option<u64>,
    sequences: BTreeMap<Option<HotelCode>, u64>,
    known: HashMap<CommandKey, Known>,
    events: Vec<Event>,
    opened: HashMap<BookingCode, Opened>,
    results: Vec<(CommandKey, StoredCommand)>,
}

impl Batcher {
    pub(super) fn new(unit: Box<dyn Unit>, published: Published, clock: Arc<dyn Clock>) -> Self {
        let codes = unit.codes();
        Self { unit, codes, published, clock, house: Arc::new(house()), ids: Ids::default() }
    }

    /// Decides commands in order and makes their effects last, all of them or none.
    pub(super) fn run(
        &mut self,
        envelopes: &[Envelope],
    ) -> Result<Vec<Result<Answer, EngineError>>, StoreError> {
        let outcome = self.run_open(envelopes);
        if outcome.is_err() {
            self.unit.rollback();
        }
        outcome
    }

    fn run_open(
        &mut self,
        envelopes: &[Envelope],
    ) -> Result<Vec<Result<Answer, EngineError>>, StoreError> {
        let mut gathered = self.load(envelopes)?;
        let answers =
            envelopes.iter().map(|envelope| self.answer(envelope, &mut gathered)).collect();
        if gathered.events.is_empty() && gathered.results.is_empty() {
            self.unit.rollback();
            return Ok(answers);
        }
        let grown: BTreeSet<Option<HotelCode>> =
            gathered.events.iter().map(|event| event.hotel).collect();
        gathered.sequences.retain(|stream, _| grown.contains(stream));
        self.unit.save(&Batch {
            facts: &gathered.facts,
            events: &gathered.events,
            sequences: &gathered.sequences,
            numbers: &gathered.numbers,
            opened: &gathered.opened,
            results: &gathered.results,
            decided_at: gathered.now,
        })?;
        let began = Instant::now();
        let heard = self.unit.commit()?;
        self.published.gauges.committed(began.elapsed());
        self.publish(heard, &gathered);
        Ok(answers)
    }

    /// Lets readers see what was committed.
    fn publish(&self, heard: Heard, gathered: &Gathered) {
        for hotel in &gathered.facts.touched.catalogues {
            let sequence = gathered.sequences.get(&Some(*hotel));
            if let (Some(catalogue), Some(sequence)) =
                (gathered.facts.catalogues.get(hotel), sequence)
            {
                self.published.shelf.put(Arc::clone(catalogue), *sequence);
            }
        }
        self.published.publish(heard, &gathered.events);
    }

    /// Loads all the commands name, ends the holds of their hotels that have run out, so that those
    /// block nobody, and leaves the facts as the first command finds them.
    fn load(&mut self, envelopes: &[Envelope]) -> Result<Gathered, StoreError> {
        let claims = claims_of(envelopes);
        let begun = self.unit.begin(&claims)?;
        let told = begun.now.filter(|_| self.clock.yields());
        // The log's time never runs backwards, whatever a machine's clock does.
        let now = told.unwrap_or_else(|| self.clock.now());
        let now = begun.not_before.map_or(now, |last| now.max(last));
        let known = self.known(&claims.keys)?;
        // What was decided before is only answered again, and so needs no facts.
        let fresh: Vec<&Command> = envelopes
            .iter()
            .filter(|envelope| key_of(envelope).is_none_or(|key| !known.contains_key(&key)))
            .filter_map(|envelope| envelope.command.as_ref().ok())
            .collect();
        let mut facts = Facts::default();
        let named = fresh.iter().filter_map(|command| booking_named(command));
        self.unit.bookings(&named.collect(), &mut facts)?;
        let hotels = hotels_of(&fresh, &facts);
        for hotel in &hotels {
            if let Some(catalogue) = self.published.shelf.get(*hotel) {
                facts.catalogues.insert(*hotel, catalogue);
            }
        }
        let lapsed = self.unit.lapsed(&hotels, now, &mut facts)?;
        let expiries: Vec<Command> =
            lapsed.into_iter().map(|code| Command::Booking(code, BookingCommand::Expire)).collect();
        let mut wanted = Needs::default();
        for command in expiries.iter().chain(fresh) {
            needs(command, &facts, &mut wanted);
        }
        self.unit.load(&wanted, &mut facts)?;
        let streams = hotels.iter().copied().map(Some).chain([None]).collect();
        let sequences = self.unit.sequences(&streams)?;
        let mut gathered = Gathered {
            now,
            facts,
            numbers: begun.numbers,
            position: begun.position,
            sequences,
            known,
            events: Vec::new(),
            opened: HashMap::new(),
            results: Vec::new(),
        };
        for command in expiries {
            self.expire(command, &mut gathered);
        }
        Ok(gathered)
    }

    fn expire(&self, command: Command, gathered: &mut Gathered) {
        let envelope = Envelope {
            command: Ok(command),
            user: Arc::clone(&self.house),
            channel: Channel::House,
            key: None,
            fingerprint: [0; 32],
            expected_version: None,
            dry_run: false,
            at: None,
            enqueued_at: None,
            correlation: self.ids.next(gathered.now),
        };
        if let Err(refusal) = self.decide(&envelope, gathered) {
            tracing::error!(code = refusal.code, "a lapsed hold could not be ended");
        }
    }

    fn answer(&self, envelope: &Envelope, gathered: &mut Gathered) -> Result<Answer, EngineError> {
        let key = key_of(envelope);
        if let Some(known) = key.as_ref().and_then(|key| gathered.known.get(key)) {
            return if known.fingerprint == envelope.fingerprint {
                known.answer.clone().ok_or(EngineError::Failed)
            } else {
                Err(EngineError::KeyReused)
            };
        }
        let (answer, kept) = match self.decide(envelope, gathered) {
            Ok(answer_and_kept) => answer_and_kept,
            Err(refusal) => {
                let answer = answer::refused(&refusal);
                let kept = answer::kept(&answer, None);
                (answer, kept)
            }
        };
        if let Some(key) = key.filter(|_| answer::is_final(answer.status)) {
            let fingerprint = envelope.fingerprint;
            let again = Answer { replayed: true, ..answer.clone() };
            gathered.known.insert(key.clone(), Known { fingerprint, answer: Some(again) });
            let (status, etag) = (answer.status, answer.etag);
            gathered.results.push((key, StoredCommand { fingerprint, status, etag, answer: kept }));
        }
        Ok(answer)
    }

    /// Returns what was decided before under some keys.
    fn known(&mut self, keys: &[CommandKey]) -> Result<HashMap<CommandKey, Known>, StoreError> {
        let stored = self.unit.results(keys)?;
        let told: BTreeSet<BookingCode> = stored.values().filter_map(StoredCommand::told).collect();
        let changes = self.unit.changes(&told)?;
        let again = |command: &StoredCommand| {
            let changes = command.told().and_then(|booking| changes.get(&booking));
            answer::again(command, changes.map_or(&[], Vec::as_slice))
        };
        let known = |command: StoredCommand| Known {
            fingerprint: command.fingerprint,
            answer: again(&command),
        };
        Ok(stored.into_iter().map(|(key, command)| (key, known(command))).collect())
    }

    /// Decides a command and carries it out; returns its answer, and what of that is kept.
    fn decide(
        &self,
        envelope: &Envelope,
        gathered: &mut Gathered,
    ) -> Result<(Answer, StoredAnswer), Refusal> {
        let command = envelope.command.as_ref().map_err(Refusal::clone)?;
        let context = self.context(envelope, gathered)?;
        let decision = decide(command, &gathered.facts, &context)?;
        if envelope.dry_run {
            let answer = answer::preview(&decision, &gathered.facts);
            // A preview is never kept.
            return Ok((answer, StoredAnswer::Written(String::new())));
        }
        let before = answer::before(&decision, &gathered.facts);
        let number = gathered.numbers.next();
        carry_out(&mut gathered.facts, &decision);
        if made_a_booking(&decision, context.new_booking) {
            gathered.numbers.give();
        }
        let (answer, opened) = answer::done(&decision, before, &gathered.facts);
        if let Some(json) = opened {
            gathered.opened.insert(context.new_booking, Opened { number, json });
        }
        let kept = answer::kept(&answer, Some(&decision));
        record(decision, envelope, &context, (&self.ids, gathered));
        Ok((answer, kept))
    }

    fn context(&self, envelope: &Envelope, gathered: &Gathered) -> Result<Context, Refusal> {
        let new_booking = self.codes.code(gathered.numbers.next()).ok_or_else(|| {
            Refusal::new(code::CODES_SPENT, "every booking code has been given out")
        })?;
        if envelope.at.is_some_and(|at| at > gathered.now) {
            let message = "the moment a command tells must lie in the past";
            return Err(Refusal::new(code::HISTORY, message).field("at"));
        }
        // No command makes two of them.
        let new = self.ids.next(gathered.now);
        Ok(Context {
            now: envelope.at.unwrap_or(gathered.now),
            history: envelope.at.is_some(),
            user: Arc::clone(&envelope.user),
            channel: envelope.channel,
            expected_version: envelope.expected_version,
            dry_run: envelope.dry_run,
            new_booking,
            new_guest: GuestId(new),
            new_user: UserId(new),
            new_token: TokenId(new),
        })
    }
}

fn key_of(envelope: &Envelope) -> Option<CommandKey> {
    let key = envelope.key.clone().filter(|_| !envelope.dry_run)?;
    Some((envelope.user.id, key))
}

/// Returns what commands lay hands on.
fn claims_of(envelopes: &[Envelope]) -> Claims {
    let mut claims =
        Claims { keys: envelopes.iter().filter_map(key_of).collect(), ..Claims::default() };
    for command in envelopes.iter().filter_map(|envelope| envelope.command.as_ref().ok()) {
        match command {
            Command::Book(request) => {
                claims.hotels.insert(request.hotel);
                claims.openings += 1;
            }
            Command::Booking(code, command) => {
                claims.bookings.insert(*code);
                claims.openings += usize::from(matches!(command, BookingCommand::Split(_)));
            }
            Command::Hotel(hotel, _) => {
                claims.hotels.insert(*hotel);
            }
            Command::RegisterGuest(_)
            | Command::ChangeGuest(..)
            | Command::SetUser(_)
            | Command::IssueToken(_)
            | Command::RevokeToken(_) => claims.people = true,
        }
    }
    claims
}

/// Returns the hotels that commands touch.
fn hotels_of(commands: &[&Command], facts: &Facts) -> BTreeSet<HotelCode> {
    commands
        .iter()
        .filter_map(|command| match command {
            Command::Book(request) => Some(request.hotel),
            Command::Booking(code, _) => facts.bookings.get(code).map(|booking| booking.hotel),
            Command::Hotel(hotel, _) => Some(*hotel),
            Command::RegisterGuest(_)
            | Command::ChangeGuest(..)
            | Command::SetUser(_)
            | Command::IssueToken(_)
            | Command::RevokeToken(_) => None,
        })
        .collect()
}

fn made_a_booking(decision: &Decision, new_booking: BookingCode) -> bool {
    decision.changes.iter().any(|(booking, _)| *booking == Some(new_booking))
}

/// Numbers the events of a decision.
fn record(
    decision: Decision,
    envelope: &Envelope,
    context: &Context,
    (ids, gathered): (&Ids, &mut Gathered),
) {
    let causation = envelope
        .key
        .as_ref()
        .and_then(|key| Uuid::parse_str(key.as_str()).ok())
        .unwrap_or(envelope.correlation);
    for (booking, data) in decision.changes {
        let hotel: Option<HotelCode> = if is_of_the_house(&data) { None } else { decision.hotel };
        let sequence = gathered.sequences.entry(hotel).or_default();
        *sequence += 1;
        // The feed gives a position later where several write; until then it is 0.
        gathered.position = gathered.position.map(|position| position + 1);
        gathered.events.push(Event {
            id: EventId(ids.next(gathered.now)),
            hotel,
            booking,
            sequence: *sequence,
            position: gathered.position.unwrap_or(0),
            occurred_at: context.now,
            recorded_at: gathered.now,
            enqueued_at: envelope.enqueued_at,
            actor: context.user.name.clone(),
            channel: context.channel,
            correlation: envelope.correlation,
            causation,
            data,
        });
    }
}

fn is_of_the_house(data: &EventData) -> bool {
    matches!(data, EventData::Guest(_) | EventData::User(_) | EventData::Token(_))
}
