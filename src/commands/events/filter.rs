//! Which events are wanted, as flags say it.

use std::time::Duration;

use hotel_core::ids::HotelCode;
use hotel_core::ids::provisional::BookingRef;
use hotel_core::wire::event::EventQuery;
use jiff::{SignedDuration, Timestamp};

use crate::error::{CliError, codes};
use crate::when::span::parse_span;

/// Which events are wanted.
#[derive(clap::Args, Debug, Clone)]
pub(crate) struct EventFilter {
    /// Only of these types, as in booking.cancelled or 'booking.*'
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',')]
    kind: Vec<String>,
    /// Only of this hotel
    #[arg(long, value_name = "HOTEL")]
    hotel: Option<HotelCode>,
    /// Only about this booking
    #[arg(long, value_name = "CODE")]
    booking: Option<BookingRef>,
    /// Only those since then: a length of time ago as 2h, or an instant
    #[arg(long, value_name = "WHEN", value_parser = parse_moment)]
    pub(crate) since: Option<Moment>,
    /// Only those before this moment: a length of time ago, or an instant
    #[arg(long, value_name = "WHEN", value_parser = parse_moment)]
    until: Option<Moment>,
}

impl EventFilter {
    /// Returns the filter in words, to tell one from another; empty lets everything pass.
    pub(crate) fn words(&self) -> String {
        let kinds = (!self.kind.is_empty()).then(|| format!("--type {}", self.kind.join(",")));
        let hotel = self.hotel.map(|hotel| format!("--hotel {hotel}"));
        let booking = self.booking.map(|booking| format!("--booking {booking}"));
        [kinds, hotel, booking].into_iter().flatten().collect::<Vec<String>>().join(" ")
    }

    /// Returns the query of the filter.
    pub(crate) fn query(&self, now: Timestamp) -> Result<EventQuery, CliError> {
        Ok(EventQuery {
            kind: (!self.kind.is_empty()).then(|| self.kind.join(",")),
            hotel: self.hotel,
            booking: self.booking,
            since: self.since.map(|since| since.at(now)).transpose()?,
            until: self.until.map(|until| until.at(now)).transpose()?,
            ..EventQuery::default()
        })
    }
}

/// A moment as written: so long ago, or an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment {
    /// So long ago.
    Ago(Duration),
    /// An instant.
    At(Timestamp),
}

impl Moment {
    fn at(self, now: Timestamp) -> Result<Timestamp, CliError> {
        match self {
            Self::At(moment) => Ok(moment),
            Self::Ago(span) => SignedDuration::try_from(span)
                .and_then(|span| now.checked_sub(span))
                .map_err(|error| CliError::of(codes::USAGE_SPAN, error.to_string())),
        }
    }
}

/// Reads a moment.
fn parse_moment(text: &str) -> Result<Moment, String> {
    if let Ok(moment) = text.parse() {
        return Ok(Moment::At(moment));
    }
    parse_span(text).map(Moment::Ago).map_err(|_| {
        format!("`{text}` is no moment: write 2h for two hours ago, or 2026-12-24T18:00:00Z")
    })
}

/// Reads a place in the feed: a position, perhaps with its epoch as the server writes it, or `latest`.
pub(crate) fn parse_place(text: &str) -> Result<String, String> {
    let is_number = |text: &str| text.parse::<u64>().is_ok();
    let is_place = text == "latest"
        || is_number(text)
        || text.split_once('-').is_some_and(|(epoch, at)| is_number(epoch) && is_number(at));
    if is_place {
        return Ok(text.to_owned());
    }
    Err(format!("`{text}` is no place in the feed: write a position as 1200, or latest"))
}
