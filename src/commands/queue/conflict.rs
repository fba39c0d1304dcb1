//! A conflict: both sides of it, and what could be done instead. Looked up when it is shown, decided upon by
//! a person only.

use hotel_core::command::booking::AmendRequest;
use hotel_core::money::Money;
use hotel_core::wire::booking::{BookBody, BookingView};
use hotel_core::wire::search::{Offer, SearchQuery};
use serde::Serialize;
use serde_json::Value;

use crate::api::Client;
use crate::cache::journal::{Operation, Verb};
use crate::error::CliError;
use crate::queue::{Clash, clashes};

/// What can be had instead; no more than fit a screen.
const ALTERNATIVES_MAX: u32 = 9;

/// A conflict as it is shown.
#[derive(Debug, Serialize)]
pub(super) struct Conflict {
    /// What two people said of the same fields.
    pub(super) clashes: Vec<Clash>,
    /// The version that the booking has now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) version: Option<u64>,
    /// What it would cost now, where that was in the way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) price: Option<Money>,
    /// The fee that it would cost now, where that was in the way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) fee: Option<Money>,
    /// Other rooms for the same nights, with their prices.
    pub(super) alternatives: Vec<Offer>,
}

impl Conflict {
    /// Looks a conflict up.
    pub(super) async fn look(client: &Client, operation: &Operation) -> Result<Self, CliError> {
        let new = &operation.entered;
        let errand = new.request.errand();
        let details = operation
            .answer
            .as_ref()
            .and_then(|kept| serde_json::from_slice::<Value>(&kept.body).ok())
            .unwrap_or_default();
        let told = |name: &str| serde_json::from_value(details["details"][name].clone()).ok();
        let mut conflict = Self {
            clashes: Vec::new(),
            version: None,
            price: told("price"),
            fee: told("fee"),
            alternatives: Vec::new(),
        };
        if let Some(code) = errand.booking {
            let view = client.booking(code).await?;
            conflict.version = Some(view.booking.version);
            if let Some(seen) = base_of(operation) {
                conflict.clashes = clashes(&new.request.body, &seen, &view);
            }
        }
        if errand.verb == Verb::Book
            && let Ok(body) = serde_json::from_slice::<BookBody>(&new.request.body)
            && let Some(query) = query_of(&body)
        {
            conflict.alternatives = client.search(&query).await?.items;
        }
        Ok(conflict)
    }

    /// Tells whether there is nothing to be seen.
    pub(super) fn is_bare(&self) -> bool {
        self.clashes.is_empty()
            && self.price.is_none()
            && self.fee.is_none()
            && self.alternatives.is_empty()
    }
}

/// Returns the booking as the agent saw it.
fn base_of(operation: &Operation) -> Option<BookingView> {
    serde_json::from_slice(operation.entered.base.as_ref()?).ok()
}

/// Returns the question for rooms of the same hotel and nights.
fn query_of(body: &BookBody) -> Option<SearchQuery> {
    let (hotel, stay, rooms) = (body.hotel?, body.stay?, body.rooms.as_ref()?);
    let rooms = rooms.as_slice();
    let first = rooms.first()?;
    Some(SearchQuery {
        place: Some(hotel.to_string()),
        adults: Some(first.occupancy.adults),
        children: Some(first.occupancy.children),
        rooms: u16::try_from(rooms.len()).ok(),
        promo: body.promo,
        limit: Some(ALTERNATIVES_MAX),
        ..SearchQuery::of(stay)
    })
}

/// Returns the body that takes an alternative at its price.
pub(super) fn taking(body: &BookBody, offer: &Offer) -> Result<Vec<u8>, CliError> {
    let mut taken = body.clone();
    taken.hotel = Some(offer.hotel);
    taken.stay = Some(offer.stay);
    taken.rate_plan = Some(offer.rate_plan);
    taken.price_max = Some(offer.total);
    if let Some(rooms) = taken.rooms.take() {
        let rooms: Vec<_> = rooms
            .as_slice()
            .iter()
            .map(|room| hotel_core::command::booking::RoomRequest {
                room_type: offer.room_type,
                occupancy: room.occupancy,
            })
            .collect();
        taken.rooms = rooms.try_into().ok();
    }
    bytes(&taken)
}

/// Returns the body that insists: at the price, or with the fee, that was shown.
pub(super) fn insisting(operation: &Operation, conflict: &Conflict) -> Result<Vec<u8>, CliError> {
    let body = &operation.entered.request.body;
    let mut value: Value = serde_json::from_slice(body)
        .map_err(|error| CliError::internal("a kept request is no JSON").why(error.to_string()))?;
    if let (Some(price), Some(fields)) = (conflict.price, value.as_object_mut()) {
        fields.insert("price_max".to_owned(), serde_json::json!(price));
    }
    if let (Some(fee), Some(fields)) = (conflict.fee, value.as_object_mut()) {
        fields.insert("accept_fee".to_owned(), serde_json::json!(fee));
    }
    bytes(&value)
}

/// Checks that a body is what its operation takes.
pub(super) fn check(verb: Verb, body: &[u8]) -> Result<(), serde_json::Error> {
    use hotel_core::command::booking::{
        AssignRequest, CancelRequest, CheckInRequest, CheckOutRequest, MoveRequest,
    };
    match verb {
        Verb::Book => serde_json::from_slice::<BookBody>(body).map(drop),
        Verb::Update => serde_json::from_slice::<AmendRequest>(body).map(drop),
        Verb::Cancel => serde_json::from_slice::<CancelRequest>(body).map(drop),
        Verb::Assign => serde_json::from_slice::<AssignRequest>(body).map(drop),
        Verb::Move => serde_json::from_slice::<MoveRequest>(body).map(drop),
        Verb::CheckIn => serde_json::from_slice::<CheckInRequest>(body).map(drop),
        Verb::CheckOut => serde_json::from_slice::<CheckOutRequest>(body).map(drop),
        Verb::Step | Verb::Other => serde_json::from_slice::<Value>(body).map(drop),
    }
}

fn bytes(value: &impl Serialize) -> Result<Vec<u8>, CliError> {
    serde_json::to_vec(value)
        .map_err(|error| CliError::internal("a request is no JSON").why(error.to_string()))
}
