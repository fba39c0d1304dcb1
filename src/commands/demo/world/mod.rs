//! The sample world: hotels in real cities, and bookings in every state, made by giving ordinary
//! commands while the clock is led through the past ten days. One seed makes one world.

mod cities;
mod demand;
mod dice;
mod house;
mod names;
mod order;
mod origins;
mod rates;

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::Arc;

use futures_util::future::join_all;
use hotel_core::booking::{BookingState, Channel};
use hotel_core::command::people::UserDetails;
use hotel_core::command::{BookingCommand, Command};
use hotel_core::people::{Role, User};
use hotel_core::wire::booking::BookingOutcome;
use hotel_server::engine::{Answer, Envelope, house as house_user};
use hotel_server::state::App;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use self::cities::CITIES;
use self::demand::{DAY_STEPS, DAYS_PAST, Demand, STEP_LAST};
use self::house::House;
pub(super) use self::house::day;
use self::order::Order;
use super::clock::DemoClock;
use crate::error::CliError;

/// Commands under way at once: several batches of the engine, and far less than its queue holds.
const UNDER_WAY_MAX: usize = 1_024;

/// The HTTP status of a command that the state of things refuses.
const CONFLICT: u16 = 409;

/// What was made.
#[derive(Debug, Default)]
pub(super) struct World {
    /// Hotels.
    pub(super) hotels: usize,
    /// Bookings by state.
    pub(super) bookings: BTreeMap<BookingState, usize>,
    /// Bookings that found no room.
    pub(super) refused: usize,
}

impl World {
    /// Returns how many bookings there are.
    pub(super) fn booking_count(&self) -> usize {
        self.bookings.values().sum()
    }
}

/// Returns the moment at which the sample world begins.
pub(super) fn beginning(now: Timestamp) -> Timestamp {
    let past = SignedDuration::from_hours(i64::from(DAYS_PAST) * 24 + 1);
    now.checked_sub(past).unwrap_or(now)
}

/// Makes the world of a seed, as it is at a moment; the clock stands at that moment afterwards.
pub(super) async fn make(
    app: &App,
    clock: &DemoClock,
    now: Timestamp,
    seed: u64,
) -> Result<World, CliError> {
    clock.stop_at(beginning(now));
    let staff = Staff::hire(app).await?;
    let houses = houses()?;
    build(app, &houses, &staff, now).await?;
    let mut orders = Vec::new();
    for house in &houses {
        let Some(catalogue) = app.shelf.get(house.code) else { continue };
        let demand = Demand::new(house, catalogue.business_date(now), seed);
        orders.extend(demand.orders()?);
    }
    let step_length = SignedDuration::from_hours(24 / i64::from(DAY_STEPS));
    for step in 0..=STEP_LAST {
        let steps_left = i32::try_from(STEP_LAST - step).unwrap_or(0);
        let moment = now.checked_sub(step_length * steps_left).unwrap_or(now);
        clock.stop_at(moment);
        live(app, &mut orders, &staff, (step, moment)).await?;
    }
    Ok(summed_up(houses.len(), &orders))
}

fn summed_up(hotels: usize, orders: &[Order]) -> World {
    let mut world = World { hotels, ..World::default() };
    for order in orders {
        match &order.booking {
            Some(booking) => *world.bookings.entry(booking.state).or_default() += 1,
            None => world.refused += 1,
        }
    }
    world
}

/// The people who gave the commands of the past.
struct Staff {
    owner: Arc<User>,
    agents: Vec<Arc<User>>,
}

impl Staff {
    async fn hire(app: &App) -> Result<Self, CliError> {
        let owner = Arc::new(house_user());
        let people = [
            ("ines", Role::Agent),
            ("jiri", Role::Agent),
            ("kenji", Role::Agent),
            ("thandi", Role::Manager),
        ];
        let mut commands = Vec::new();
        for (name, role) in people {
            let details =
                UserDetails { name: known(name)?, role, hotels: Vec::new(), active: true };
            commands.push(envelope(Command::SetUser(details), &owner));
        }
        let mut agents = Vec::new();
        for answer in submit(app, commands).await? {
            agents.push(Arc::new(read::<User>(&expected(&answer)?.body)?));
        }
        Ok(Self { owner, agents })
    }

    /// Returns who gives the command of an order: an agent sells, the manager speaks for the hotel,
    /// and the house ends holds.
    fn member(&self, place: usize, command: &Command) -> &Arc<User> {
        if matches!(command, Command::Booking(_, BookingCommand::Expire)) {
            return &self.owner;
        }
        let speaks_for_hotel = matches!(
            command,
            Command::Booking(_, BookingCommand::Confirm | BookingCommand::Decline(_))
        );
        let agent = self.agents.get(place % self.agents.len().max(1));
        let member = if speaks_for_hotel { self.agents.last() } else { agent };
        member.unwrap_or(&self.owner)
    }
}

fn houses() -> Result<Vec<House>, CliError> {
    CITIES
        .iter()
        .flat_map(|city| city.houses.iter().map(move |site| (city, site)))
        .enumerate()
        .map(|(place, (city, site))| House::new(city, site, place))
        .collect()
}

/// Tells the server what the hotels are and sell.
async fn build(app: &App, houses: &[House], staff: &Staff, now: Timestamp) -> Result<(), CliError> {
    let mut commands = Vec::new();
    for house in houses {
        let zone = known::<hotel_core::zone::Zone>(house.city.zone)?;
        let today = zone.local(now).date();
        let built = house.build(today)?.into_iter().chain(rates::commands(house, today)?);
        commands.extend(
            built.map(|command| envelope(Command::Hotel(house.code, command), &staff.owner)),
        );
    }
    for answer in submit(app, commands).await? {
        expected(&answer)?;
    }
    Ok(())
}

/// Gives all the commands that are due at one step.
async fn live(
    app: &App,
    orders: &mut [Order],
    staff: &Staff,
    (step, moment): (usize, Timestamp),
) -> Result<(), CliError> {
    let mut due = Vec::new();
    for (place, order) in orders.iter().enumerate().filter(|(_, order)| !order.is_refused) {
        let command = match &order.booking {
            None if order.opens_at == step => Some(Command::Book(Box::new(order.request.clone()))),
            None => None,
            Some(booking) => app
                .shelf
                .get(booking.hotel)
                .and_then(|catalogue| order.due(step, moment, &catalogue))
                .map(|command| Command::Booking(booking.code, command)),
        };
        if let Some(command) = command {
            due.push((place, command));
        }
    }
    // Those who leave make room for those who come.
    due.sort_by_key(|(_, command)| !is_leaving(command));
    let envelopes =
        due.iter().map(|(place, command)| envelope(command.clone(), staff.member(*place, command)));
    let answers = submit(app, envelopes.collect()).await?;
    for ((place, command), answer) in due.into_iter().zip(answers) {
        if let Some(order) = orders.get_mut(place) {
            note(order, &command, &answer)?;
        }
    }
    Ok(())
}

fn is_leaving(command: &Command) -> bool {
    matches!(command, Command::Booking(_, BookingCommand::CheckOut(_) | BookingCommand::NoShow(_)))
}

/// Takes an answer over into the order it belongs to.
fn note(order: &mut Order, command: &Command, answer: &Answer) -> Result<(), CliError> {
    if answer.status == CONFLICT && is_bearable(order, command) {
        return Ok(());
    }
    let outcome: BookingOutcome = read(&expected(answer)?.body)?;
    order.booking = Some(outcome.booking);
    Ok(())
}

/// Takes a refusal that is part of the world, if it is one.
fn is_bearable(order: &mut Order, command: &Command) -> bool {
    if matches!(command, Command::Book(_)) {
        order.is_refused = true;
        return true;
    }
    let Command::Booking(_, command) = command else { return false };
    // The engine ends holds by itself before it looks at anything else of the hotel.
    if *command == BookingCommand::Expire {
        if let Some(booking) = &mut order.booking {
            booking.state = BookingState::Expired;
        }
        return true;
    }
    // Nothing is free: they wait, and the next step tries again.
    matches!(command, BookingCommand::CheckIn(_) | BookingCommand::Offer(_))
}

/// Submits commands, many at once, so that the engine can commit them together.
async fn submit(app: &App, envelopes: Vec<Envelope>) -> Result<Vec<Answer>, CliError> {
    let mut answers = Vec::with_capacity(envelopes.len());
    let mut waiting = envelopes.into_iter().peekable();
    while waiting.peek().is_some() {
        let some = waiting.by_ref().take(UNDER_WAY_MAX);
        for answer in join_all(some.map(|envelope| app.engine.submit(envelope))).await {
            answers.push(answer.map_err(|error| CliError::internal(error.to_string()))?);
        }
    }
    Ok(answers)
}

fn envelope(command: Command, user: &Arc<User>) -> Envelope {
    Envelope {
        command: Ok(command),
        user: Arc::clone(user),
        channel: Channel::Api,
        key: None,
        fingerprint: [0; 32],
        expected_version: None,
        dry_run: false,
        at: None,
        enqueued_at: None,
        correlation: Uuid::now_v7(),
    }
}

/// Refuses an answer that the sample world has no place for.
fn expected(answer: &Answer) -> Result<&Answer, CliError> {
    if answer.status < 300 {
        return Ok(answer);
    }
    Err(CliError::internal("the sample world was refused").why(answer.body.clone()))
}

fn read<T: serde::de::DeserializeOwned>(body: &str) -> Result<T, CliError> {
    serde_json::from_str(body)
        .map_err(|error| CliError::internal("an answer can't be read").why(error.to_string()))
}

/// Parses a text that is part of the program.
fn known<T>(text: &str) -> Result<T, CliError>
where
    T: FromStr,
    T::Err: std::fmt::Display,
{
    text.parse().map_err(|error| CliError::internal(format!("`{text}` is wrong: {error}")))
}

#[cfg(test)]
mod tests;
