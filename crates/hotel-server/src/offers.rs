//! Offers: terms of a sale that the house signs and forgets. Knows keys and bytes; knows neither
//! prices nor stores. Whoever brings an offer back brings its terms along.

use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::Timestamp;
use jiff::civil::Date;
use sha2::Sha256;

use hotel_core::ids::{HotelCode, PromoCode, RatePlanCode, RoomTypeCode};
use hotel_core::money::{Currency, Money};
use hotel_core::price::Occupancy;
use hotel_core::stay::{StayDates, date_of, day_number};

use crate::opaque;

/// The first byte of an offer; another layout gets another one.
const LAYOUT: u8 = 1;

/// Half of SHA-256's output: forging is out of reach within an offer's minutes, and ids stay short.
const MAC_LEN: usize = 16;

/// The longest id that is looked at; a real one has at most 160 characters.
const OFFER_LEN_MAX: usize = 256;

/// What was offered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OfferTerms {
    /// The hotel.
    pub hotel: HotelCode,
    /// The nights.
    pub stay: StayDates,
    /// The rate plan.
    pub rate_plan: RatePlanCode,
    /// The room type.
    pub room_type: RoomTypeCode,
    /// How many rooms.
    pub rooms: u16,
    /// Who sleeps in each.
    pub occupancy: Occupancy,
    /// A promotion or corporate code.
    pub promo: Option<PromoCode>,
    /// What it costs in all.
    pub total: Money,
    /// Until when the price stands.
    pub expires_at: Timestamp,
}

/// Why an offer can't be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OfferError {
    /// Not an offer of this house, or changed on the way.
    #[error("this is no offer of this house")]
    Unreadable,
    /// Its time is over.
    #[error("the offer has expired")]
    Expired,
}

/// Signs offers and knows its own again.
#[derive(Clone)]
pub struct Offers {
    key: [u8; 32],
}

impl std::fmt::Debug for Offers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Offers")
    }
}

impl Offers {
    /// Makes the signer of a key.
    pub fn new(key: [u8; 32]) -> Self {
        Self { key }
    }

    /// Returns the id of an offer, which holds its terms.
    pub fn sign(&self, terms: &OfferTerms) -> String {
        let mut bytes = written(terms);
        if let Some(mac) = self.mac(&bytes) {
            bytes.extend_from_slice(&mac.finalize().into_bytes()[..MAC_LEN]);
        }
        opaque::encode(&bytes)
    }

    /// Returns the terms of an offer that this house signed and whose time is not over.
    pub fn read(&self, offer: &str, now: Timestamp) -> Result<OfferTerms, OfferError> {
        let terms = self.verified(offer).ok_or(OfferError::Unreadable)?;
        if terms.expires_at <= now { Err(OfferError::Expired) } else { Ok(terms) }
    }

    fn verified(&self, offer: &str) -> Option<OfferTerms> {
        if offer.len() > OFFER_LEN_MAX {
            return None;
        }
        let bytes = opaque::decode(offer)?;
        let (body, mac) = bytes.split_at_checked(bytes.len().checked_sub(MAC_LEN)?)?;
        // Compares in constant time.
        self.mac(body)?.verify_truncated_left(mac).ok()?;
        read_terms(body)
    }

    fn mac(&self, body: &[u8]) -> Option<Hmac<Sha256>> {
        // HMAC takes keys of every length, so this is always some.
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).ok()?;
        mac.update(body);
        Some(mac)
    }
}

fn written(terms: &OfferTerms) -> Vec<u8> {
    let mut bytes = vec![LAYOUT];
    let promo = terms.promo.as_ref().map_or("", PromoCode::as_str);
    let codes = [terms.hotel.as_str(), terms.room_type.as_str(), terms.rate_plan.as_str(), promo];
    for code in codes {
        // A code has at most 15 characters.
        bytes.push(u8::try_from(code.len()).unwrap_or(0));
        bytes.extend_from_slice(code.as_bytes());
    }
    bytes.extend_from_slice(&day_number(terms.stay.check_in()).to_be_bytes());
    bytes.extend_from_slice(&day_number(terms.stay.check_out()).to_be_bytes());
    bytes.extend_from_slice(&terms.rooms.to_be_bytes());
    bytes.extend_from_slice(&[terms.occupancy.adults, terms.occupancy.children]);
    bytes.extend_from_slice(&terms.total.minor.to_be_bytes());
    bytes.extend_from_slice(terms.total.currency.code().as_bytes());
    bytes.extend_from_slice(&terms.expires_at.as_microsecond().to_be_bytes());
    bytes
}

fn read_terms(body: &[u8]) -> Option<OfferTerms> {
    let mut rest = Rest(body);
    if rest.take::<1>()? != [LAYOUT] {
        return None;
    }
    let hotel = rest.code()?.parse().ok()?;
    let room_type = rest.code()?.parse().ok()?;
    let rate_plan = rest.code()?.parse().ok()?;
    let promo = match rest.code()? {
        "" => None,
        code => Some(code.parse().ok()?),
    };
    let stay = StayDates::new(rest.date()?, rest.date()?).ok()?;
    let rooms = u16::from_be_bytes(rest.take()?);
    let [adults, children] = rest.take()?;
    let minor = i64::from_be_bytes(rest.take()?);
    let currency: Currency = std::str::from_utf8(&rest.take::<3>()?).ok()?.parse().ok()?;
    let expires_at = Timestamp::from_microsecond(i64::from_be_bytes(rest.take()?)).ok()?;
    let terms = OfferTerms {
        hotel,
        stay,
        rate_plan,
        room_type,
        rooms,
        occupancy: Occupancy { adults, children },
        promo,
        total: Money::new(minor, currency),
        expires_at,
    };
    rest.0.is_empty().then_some(terms)
}

/// The bytes not yet read.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take<const LEN: usize>(&mut self) -> Option<[u8; LEN]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*taken)
    }

    fn code(&mut self) -> Option<&'a str> {
        let [len] = self.take()?;
        let (taken, rest) = self.0.split_at_checked(usize::from(len))?;
        self.0 = rest;
        std::str::from_utf8(taken).ok()
    }

    fn date(&mut self) -> Option<Date> {
        date_of(i32::from_be_bytes(self.take()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::constant(1_790_000_000, 0);

    fn terms() -> OfferTerms {
        OfferTerms {
            hotel: "BER-ADLER".parse().expect("a code"),
            stay: StayDates::new(Date::constant(2026, 12, 24), Date::constant(2026, 12, 27))
                .expect("a stay"),
            rate_plan: "BAR".parse().expect("a code"),
            room_type: "DLX".parse().expect("a code"),
            rooms: 2,
            occupancy: Occupancy { adults: 2, children: 1 },
            promo: Some("SUMMER".parse().expect("a code")),
            total: Money::new(31_800, "EUR".parse().expect("a currency")),
            expires_at: NOW + jiff::SignedDuration::from_mins(15),
        }
    }

    #[test]
    fn an_offer_comes_back_as_it_was_signed() {
        let offers = Offers::new([3; 32]);
        for terms in [terms(), OfferTerms { promo: None, ..terms() }] {
            let offer = offers.sign(&terms);
            assert!(offer.len() <= 160, "{} characters", offer.len());
            assert_eq!(offers.read(&offer, NOW), Ok(terms));
        }
    }

    #[test]
    fn an_offer_expires_on_its_moment() {
        let (offers, terms) = (Offers::new([3; 32]), terms());
        let offer = offers.sign(&terms);
        let last = terms.expires_at - jiff::SignedDuration::from_micros(1);
        assert!(offers.read(&offer, last).is_ok());
        assert_eq!(offers.read(&offer, terms.expires_at), Err(OfferError::Expired));
    }

    #[test]
    fn a_changed_offer_is_unreadable() {
        let offers = Offers::new([3; 32]);
        let offer = offers.sign(&terms());
        for place in 0..offer.len() {
            for letter in ["A", "z", "0", "_", ""] {
                let mut changed = offer.clone();
                changed.replace_range(place..=place, letter);
                if changed != offer {
                    assert_eq!(offers.read(&changed, NOW), Err(OfferError::Unreadable));
                }
            }
        }
    }

    #[test]
    fn what_is_no_offer_of_this_house_is_unreadable() {
        let foreign = Offers::new([4; 32]).sign(&terms());
        for text in ["", "x", "not an offer", &foreign, &"A".repeat(100), &"A".repeat(10_000)] {
            assert_eq!(Offers::new([3; 32]).read(text, NOW), Err(OfferError::Unreadable));
        }
    }
}
