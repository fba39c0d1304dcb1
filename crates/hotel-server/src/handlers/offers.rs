//! What a booking is made of: an offer's terms, or rooms named outright.

use axum::response::{IntoResponse, Response};

use hotel_core::command::booking::{BookRequest, RoomRequest, RoomRequests};
use hotel_core::wire::booking::BookBody;
use hotel_core::wire::search::SearchQuery;

use super::carry_out;
use crate::auth::Caller;
use crate::extract::Order;
use crate::failure::{self, Failure};
use crate::index::search;
use crate::offers::{OfferError, OfferTerms};
use crate::state::App;

/// Returns the terms of the offer that a body names, if it names one.
pub(crate) fn terms(app: &App, body: &BookBody) -> Result<Option<OfferTerms>, OfferError> {
    body.offer.as_ref().map(|offer| app.offers.read(offer, app.clock.now())).transpose()
}

/// Names the rate plan of a body that names none: the cheapest by which the first of its rooms can be had,
/// else one that says why it can't. It is only a proposal; whether the house sells is decided later, and
/// whoever repeats a command is answered as the first time.
pub(crate) fn with_plan(
    app: &App,
    caller: &Caller,
    mut body: BookBody,
) -> Result<BookBody, Failure> {
    let (None, None, Some(hotel), Some(stay), Some(rooms)) =
        (&body.offer, body.rate_plan, body.hotel, body.stay, &body.rooms)
    else {
        return Ok(body);
    };
    let Some(room) = rooms.as_slice().first() else { return Ok(body) };
    let query = SearchQuery {
        place: Some(hotel.to_string()),
        adults: Some(room.occupancy.adults),
        children: Some(room.occupancy.children),
        rooms: u16::try_from(rooms.as_slice().len()).ok(),
        room_type: Some(room.room_type),
        promo: body.promo,
        limit: Some(1),
        ..SearchQuery::of(stay)
    };
    let now = app.clock.now();
    let found = search(&app.index, &app.shelf, &app.offers, &query, &caller.user.hotels, now)?;
    let offered = found.items.first().map(|offer| offer.rate_plan);
    let refused = || found.unavailable.first().map(|reason| reason.rate_plan);
    body.rate_plan = offered.or_else(refused);
    Ok(body)
}

/// Makes the request of a body: what an offer fixes comes from it, the rest must be named.
pub(crate) fn request(body: BookBody, terms: Option<OfferTerms>) -> Result<BookRequest, Failure> {
    match terms {
        Some(terms) => of_offer(body, &terms),
        None => Ok(BookRequest {
            hotel: named("hotel", body.hotel)?,
            stay: named("stay", body.stay)?,
            rate_plan: named("rate_plan", body.rate_plan)?,
            rooms: named("rooms", body.rooms)?,
            guest: body.guest,
            intent: body.intent,
            guarantee: body.guarantee,
            promo: body.promo,
            price_max: body.price_max,
            agreed_rate: body.agreed_rate,
            origin: body.origin,
            provisional: body.provisional,
            requests: body.requests,
        }),
    }
}

fn of_offer(body: BookBody, terms: &OfferTerms) -> Result<BookRequest, Failure> {
    let room = RoomRequest { room_type: terms.room_type, occupancy: terms.occupancy };
    let rooms = RoomRequests::try_from(vec![room; usize::from(terms.rooms)])
        .map_err(|_| OfferError::Unreadable)?;
    let promo = match body.promo {
        None => terms.promo,
        named => fixed("promo", Some(named), terms.promo)?,
    };
    Ok(BookRequest {
        hotel: fixed("hotel", body.hotel, terms.hotel)?,
        stay: fixed("stay", body.stay, terms.stay)?,
        rate_plan: fixed("rate_plan", body.rate_plan, terms.rate_plan)?,
        rooms: fixed("rooms", body.rooms, rooms)?,
        guest: body.guest,
        intent: body.intent,
        guarantee: body.guarantee,
        promo,
        price_max: Some(body.price_max.unwrap_or(terms.total)),
        agreed_rate: body.agreed_rate,
        origin: body.origin,
        provisional: body.provisional,
        requests: body.requests,
    })
}

fn named<T>(field: &'static str, value: Option<T>) -> Result<T, Failure> {
    let rule = || format!("{field}: needed, unless an `offer` is named");
    value.ok_or_else(|| Failure::new(failure::BODY, rule()).field(field).hint("hotel search"))
}

fn fixed<T: PartialEq>(field: &'static str, named: Option<T>, offered: T) -> Result<T, Failure> {
    if named.is_none_or(|named| named == offered) {
        return Ok(offered);
    }
    let rule = format!("{field}: the offer says otherwise; leave it out, or leave out the offer");
    Err(Failure::new(failure::OFFER_CONFLICT, rule).field(field))
}

/// Refuses a booking for its offer's sake, unless it is a repetition of one that was answered while
/// the offer still held: the engine looks the key up first.
pub(super) async fn too_late(
    app: &App,
    order: Order,
    error: OfferError,
) -> Result<Response, Failure> {
    let refusal = error.refusal()?;
    carry_out(app, order, Err(refusal)).await.map(IntoResponse::into_response)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(json: &str) -> BookBody {
        let guest = r#""guest":{"new":{"family":"Meyer","given":"Ida"}}"#;
        serde_json::from_str(&format!("{{{guest}{json}}}")).unwrap()
    }

    fn terms() -> OfferTerms {
        OfferTerms {
            hotel: "BER-ADLER".parse().unwrap(),
            stay: serde_json::from_str(r#"{"check_in":"2026-12-24","check_out":"2026-12-27"}"#)
                .unwrap(),
            rate_plan: "BAR".parse().unwrap(),
            room_type: "DLX".parse().unwrap(),
            rooms: 2,
            occupancy: hotel_core::price::Occupancy::default(),
            promo: None,
            total: serde_json::from_str(r#"{"minor":60000,"currency":"EUR"}"#).unwrap(),
            expires_at: jiff::Timestamp::MAX,
        }
    }

    #[test]
    fn an_offer_fixes_everything_but_the_guest() {
        let request = request(body(""), Some(terms())).unwrap();
        assert_eq!(request.rooms.as_slice().len(), 2);
        assert_eq!(request.hotel, terms().hotel);
        assert_eq!(request.price_max, Some(terms().total));
    }

    #[test]
    fn a_price_limit_of_ones_own_goes_before_the_offers() {
        let own = body(r#","price_max":{"minor":70000,"currency":"EUR"}"#);
        assert_eq!(request(own, Some(terms())).unwrap().price_max.unwrap().minor, 70_000);
    }

    #[test]
    fn what_differs_from_the_offer_is_named() {
        for (json, field) in [
            (r#","hotel":"PAR-LOUVRE""#, "hotel"),
            (r#","rate_plan":"FLEX""#, "rate_plan"),
            (r#","rooms":[{"room_type":"DLX"}]"#, "rooms"),
            (r#","promo":"ACME""#, "promo"),
            (r#","stay":{"check_in":"2026-12-24","check_out":"2026-12-28"}"#, "stay"),
        ] {
            let failure = request(body(json), Some(terms())).unwrap_err();
            assert_eq!(failure.problem().code, "offer.conflict");
            assert_eq!(failure.problem().field.as_deref(), Some(field));
        }
        assert!(request(body(r#","hotel":"BER-ADLER""#), Some(terms())).is_ok());
    }

    #[test]
    fn without_an_offer_the_missing_field_is_named() {
        let failure = request(body(r#","hotel":"BER-ADLER""#), None).unwrap_err();
        assert_eq!(failure.problem().field.as_deref(), Some("stay"));
    }
}
