//! What `hotel book` is pointed at: a line, a hold, an offer, or a hotel.

use std::str::FromStr;

use hotel_core::ids::provisional::{BookingRef, BookingRefError};
use hotel_core::ids::{CODE_LEN_MAX, CodeError, HotelCode};

/// A search has at most 200 lines; longer numbers are something else.
const LINE_DIGITS_MAX: usize = 4;

/// What is booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// A line of the last search.
    Line(u32),
    /// An offer by its id.
    Offer(String),
    /// A hold by its code, or a hotel by its own: which of the two the other words tell.
    Named {
        /// The text as a booking code.
        hold: Result<BookingRef, BookingRefError>,
        /// The text as a hotel code.
        hotel: Result<HotelCode, CodeError>,
    },
}

/// The text is nothing that can be booked.
#[derive(Debug, thiserror::Error)]
#[error("name a line of the last search, the code of a hold, an offer, or a hotel")]
pub(crate) struct UnknownTarget;

impl FromStr for Target {
    type Err = UnknownTarget;

    fn from_str(text: &str) -> Result<Self, UnknownTarget> {
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number && text.len() <= LINE_DIGITS_MAX {
            return text.parse().map(Self::Line).map_err(|_| UnknownTarget);
        }
        let is_opaque = text.bytes().all(|byte| byte.is_ascii_graphic());
        if text.len() > CODE_LEN_MAX && is_opaque {
            return Ok(Self::Offer(text.to_owned()));
        }
        let (hold, hotel) = (text.parse(), text.parse());
        if hold.is_err() && hotel.is_err() {
            return Err(UnknownTarget);
        }
        Ok(Self::Named { hold, hotel })
    }
}
