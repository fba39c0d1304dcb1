//! The server: many commands a request, one request after the other, each until it is answered.

use std::collections::BTreeSet;
use std::time::Duration;

use hotel_core::catalogue::Room;
use hotel_core::command::HotelCommand;
use hotel_core::ids::{BookingCode, HotelCode};
use hotel_core::wire::booking::BookingQuery;
use hotel_core::wire::bulk::{BULK_LEN_MAX, BulkItem};
use hotel_core::wire::hotel::RoomsQuery;
use hotel_core::wire::page::PAGE_MAX;
use serde::Deserialize;

use super::Reply;
use crate::api::Client;
use crate::commands::import::entry::Ledger;
use crate::commands::import::house::{House, add_rooms, plan, room_type};
use crate::commands::import::layout::Layout;
use crate::commands::import::order::{NAMELESS, building};
use crate::error::category::Category;
use crate::error::{CliError, codes};

/// The server takes 4 MiB; the longest command is far shorter than what is left free here.
const BODY_BYTES_MAX: usize = 4 * 1024 * 1024 - 256 * 1024;

/// How often a request is sent again whose commands the server could not decide.
const ATTEMPTS_MAX: u32 = 6;

/// The pause before the second attempt; every later one is twice as long.
const PAUSE: Duration = Duration::from_millis(200);

const BODY_START: &[u8] = b"{\"commands\":[";
const BODY_END: &[u8] = b"]}";

/// The way to the server, and what waits to be sent.
pub(in crate::commands::import) struct Server<'a> {
    client: &'a Client,
    body: Vec<u8>,
    count: usize,
}

/// An answer as far as it is needed; the bookings in it are long, and skipped over.
#[derive(Debug, Deserialize)]
struct Outcome {
    results: Vec<Answered>,
}

#[derive(Debug, Deserialize)]
struct Answered {
    status: u16,
    #[serde(default)]
    replayed: bool,
    body: Body,
}

#[derive(Debug, Deserialize)]
struct Body {
    #[serde(default)]
    booking: Option<Booked>,
    #[serde(default)]
    code: String,
    #[serde(default)]
    detail: String,
}

#[derive(Debug, Deserialize)]
struct Booked {
    code: BookingCode,
}

impl<'a> Server<'a> {
    /// Opens the way.
    pub(super) fn new(client: &'a Client) -> Self {
        Self { client, body: BODY_START.to_vec(), count: 0 }
    }

    /// Puts a command behind the others.
    pub(super) fn push(&mut self, item: &BulkItem) -> Result<(), CliError> {
        if self.count > 0 {
            self.body.push(b',');
        }
        self.count += 1;
        serde_json::to_writer(&mut self.body, item)
            .map_err(|error| CliError::internal("a command is no JSON").why(error.to_string()))
    }

    /// Tells whether nothing more fits into the request.
    pub(super) fn is_full(&self) -> bool {
        self.count >= BULK_LEN_MAX || self.body.len() >= BODY_BYTES_MAX
    }

    /// Sends what waits, until every command of it is decided.
    pub(super) async fn flush(&mut self) -> Result<Vec<Reply>, CliError> {
        if self.count == 0 {
            return Ok(Vec::new());
        }
        let count = std::mem::take(&mut self.count);
        let mut body = std::mem::replace(&mut self.body, BODY_START.to_vec());
        body.extend_from_slice(BODY_END);
        let mut pause = PAUSE;
        let mut attempt = 1;
        loop {
            let outcome: Outcome = self.client.bulk(&body).await?;
            if outcome.results.len() != count {
                let message = format!("{} answers came to {count} commands", outcome.results.len());
                return Err(CliError::of(codes::NETWORK_BAD_ANSWER, message));
            }
            match outcome.results.iter().find(|answered| !is_decided(answered.status)) {
                None => return Ok(outcome.results.into_iter().map(reply).collect()),
                Some(undecided) if attempt == ATTEMPTS_MAX || is_for_good(undecided.status) => {
                    return Err(failure(undecided));
                }
                // What was decided is answered again from the record.
                Some(_) => tokio::time::sleep(pause).await,
            }
            attempt += 1;
            pause *= 2;
        }
    }

    /// Looks at the hotels that are there, and returns the commands that build what is missing.
    pub(super) async fn prepare(
        &self,
        ledger: &Ledger,
        houses: &mut [House],
        layout: Layout,
    ) -> Result<Vec<BulkItem>, CliError> {
        let mut changes: Vec<(HotelCode, HotelCommand)> = Vec::new();
        for house in houses {
            let missing = self.missing(ledger, house, layout).await?;
            changes.extend(missing.into_iter().map(|change| (house.code, change)));
        }
        changes.into_iter().map(|(house, change)| building(house, change)).collect()
    }

    async fn missing(
        &self,
        ledger: &Ledger,
        house: &mut House,
        layout: Layout,
    ) -> Result<Vec<HotelCommand>, CliError> {
        let hotel = match self.client.hotel(house.code).await {
            Ok(hotel) => hotel,
            Err(error) if error.category == Category::NotFound && house.is_built() => {
                return house.building(ledger.fixed, layout);
            }
            Err(error) if error.category == Category::NotFound => {
                return Err(CliError::of(codes::USAGE_ARGUMENTS, error.message.clone())
                    .field("--capacity")
                    .why("a hotel is built by the import only if it is told how large it is")
                    .hint(format!("--capacity {}=ROOMS", house.label)));
            }
            Err(error) => return Err(error),
        };
        let plans = self.client.rate_plans(house.code).await?.items;
        let history = plans.iter().find(|known| known.code == ledger.fixed.rate_plan);
        let mut missing = Vec::new();
        if house.is_built() {
            if hotel.zone != house.zone || !hotel.auto_confirm || !hotel.active {
                let why = "its zone is another, it does not confirm by itself, or it sells no more";
                return Err(unfit(house, why));
            }
            if hotel.currency != house.currency {
                return Err(unfit(house, &format!("its currency is {}", hotel.currency)));
            }
            if layout == Layout::BookingDemand {
                self.check_provenance(house).await?;
            }
            missing.extend(self.missing_rooms(house).await?);
        } else {
            house.zone = hotel.zone;
            house.confirms = hotel.auto_confirm;
        }
        if house.needs_plan {
            let ours = plan(ledger.fixed)?;
            if history.is_some_and(|known| house.is_built() && *known != ours) {
                return Err(unfit(house, &format!("its rate plan {} is another", ours.code)));
            }
            if history.is_none() {
                missing.push(HotelCommand::SetRatePlan(Box::new(ours)));
            }
        }
        if house.is_built() {
            missing.extend(house.open_nights()?);
        }
        Ok(missing)
    }

    /// Refuses a hotel whose bookings came from elsewhere: the same history would be told twice.
    async fn check_provenance(&self, house: &House) -> Result<(), CliError> {
        let nameless = BookingQuery { name: Some(NAMELESS.to_owned()), ..one_of(house.code) };
        let Some(row) = self.client.bookings(&nameless).await?.items.into_iter().next() else {
            return if self.has_bookings(house.code).await? {
                Err(unfit(house, "it has bookings that no import made"))
            } else {
                Ok(())
            };
        };
        let seller = self.client.booking(row.code.into()).await?.booking.agent;
        if seller != self.client.me().await?.user {
            let why = format!("{seller} imported into it, and only {seller} can go on with that");
            return Err(unfit(house, &why));
        }
        Ok(())
    }

    async fn missing_rooms(&self, house: &House) -> Result<Vec<HotelCommand>, CliError> {
        let there = self.rooms_of(house.code).await?;
        let wanted = house.rooms()?;
        let find = |room: &Room| wanted.iter().any(|other| is_same(other, room));
        if let Some(other) = there.iter().find(|room| !find(room)) {
            let why = format!("it has {} rooms, among them {}", there.len(), other.number);
            return Err(unfit(house, &why));
        }
        let numbers: BTreeSet<_> = there.iter().map(|room| room.number).collect();
        let rooms: Vec<Room> =
            wanted.into_iter().filter(|room| !numbers.contains(&room.number)).collect();
        if rooms.is_empty() {
            return Ok(Vec::new());
        }
        if self.has_bookings(house.code).await? {
            return Err(unfit(house, &format!("it has {} rooms and sells them", there.len())));
        }
        let types = self.client.room_types(house.code).await?.items;
        let mut missing = Vec::new();
        for code in house.rooms.keys() {
            if !types.iter().any(|known| known.code == *code) {
                missing.push(HotelCommand::SetRoomType(room_type(*code)?));
            }
        }
        missing.extend(add_rooms(&rooms));
        Ok(missing)
    }

    async fn has_bookings(&self, hotel: HotelCode) -> Result<bool, CliError> {
        Ok(!self.client.bookings(&one_of(hotel)).await?.items.is_empty())
    }

    async fn rooms_of(&self, hotel: HotelCode) -> Result<Vec<Room>, CliError> {
        let mut query =
            RoomsQuery { hotel: Some(hotel), limit: Some(PAGE_MAX), ..Default::default() };
        let mut rooms = Vec::new();
        loop {
            let page = self.client.rooms(&query).await?;
            rooms.extend(page.items.into_iter().map(|row| row.room));
            match page.next {
                Some(next) => query.cursor = Some(next),
                None => return Ok(rooms),
            }
        }
    }
}

fn one_of(hotel: HotelCode) -> BookingQuery {
    BookingQuery { hotel: Some(hotel), limit: Some(1), ..BookingQuery::default() }
}

fn is_same(wanted: &Room, there: &Room) -> bool {
    (wanted.number, wanted.room_type) == (there.number, there.room_type)
}

fn unfit(house: &House, why: &str) -> CliError {
    let message =
        format!("there is a hotel {} already, and the import does not fit it", house.code);
    CliError::of(codes::CATALOGUE_EXISTS, message).field("--capacity").why(why)
}

/// Tells whether a status is the house's own word on a command, which stands for ever.
fn is_decided(status: u16) -> bool {
    matches!(status, 200..=299 | 404 | 409 | 412 | 422)
}

/// Tells whether asking again is of no use.
fn is_for_good(status: u16) -> bool {
    matches!(status, 400..=499) && !matches!(status, 408 | 425 | 429)
}

fn failure(answered: &Answered) -> CliError {
    let category = Category::from_http_status(answered.status);
    let error =
        CliError::new(category, &answered.body.code, answered.body.detail.trim_end_matches('.'))
            .http_status(answered.status);
    if is_for_good(answered.status) { error } else { error.retryable(None) }
}

fn reply(answered: Answered) -> Reply {
    let Answered { status, replayed, body } = answered;
    let refusal = (status >= 400).then(|| {
        let sentence = body.detail.strip_suffix('.').unwrap_or(&body.detail).to_owned();
        (body.code, sentence)
    });
    Reply { booking: body.booking.map(|booked| booked.code), refusal, replayed }
}
