//! What is booked if the first wish can't be had: instructions that travel with a booking, and are followed
//! in order.

use hotel_core::command::booking::{Intent, RoomRequest, RoomRequests};
use hotel_core::ids::{HotelCode, RoomTypeCode};
use hotel_core::wire::booking::BookBody;

use crate::error::{CliError, codes};

/// What is booked instead.
#[derive(clap::Args, Debug, Clone, Default)]
#[command(next_help_heading = "If it can't be had")]
pub(crate) struct OtherwiseArgs {
    /// Book this room type instead; needs --max-price
    #[arg(long = "or-room-type", value_name = "CODE", requires = "max_price")]
    room_types: Vec<RoomTypeCode>,
    /// Then the same rooms in this hotel; needs --max-price
    #[arg(long = "or-hotel", value_name = "HOTEL", requires = "max_price")]
    hotels: Vec<HotelCode>,
    /// Then put the first wish on the waiting list
    #[arg(long = "or-waitlist")]
    is_waitlisted: bool,
}

impl OtherwiseArgs {
    /// Tells whether anything is.
    pub(crate) fn is_asked(&self) -> bool {
        !self.room_types.is_empty() || !self.hotels.is_empty() || self.is_waitlisted
    }

    /// Returns the bookings that are tried instead of a first one, in order.
    pub(crate) fn bodies(&self, first: &BookBody) -> Result<Vec<BookBody>, CliError> {
        if self.is_asked() && first.offer.is_some() {
            let message = "an offer is booked as it is: name a line or a hotel";
            return Err(CliError::of(codes::USAGE_ARGUMENTS, message).field("TARGET"));
        }
        // Another room has another plan that is the cheapest; the price is limited anyway.
        let other = BookBody { rate_plan: None, ..first.clone() };
        let typed = |room_type: RoomTypeCode| {
            let room = |room: &RoomRequest| RoomRequest { room_type, ..*room };
            let rooms = first.rooms.as_ref().map(RoomRequests::as_slice).unwrap_or_default();
            RoomRequests::try_from(rooms.iter().map(room).collect::<Vec<_>>())
                .map(|rooms| BookBody { rooms: Some(rooms), ..other.clone() })
                .map_err(|error| CliError::of(codes::USAGE_INVALID_VALUE, error.to_string()))
        };
        let mut bodies: Vec<BookBody> =
            self.room_types.iter().map(|code| typed(*code)).collect::<Result<_, _>>()?;
        let elsewhere = |code: &HotelCode| BookBody { hotel: Some(*code), ..other.clone() };
        bodies.extend(self.hotels.iter().map(elsewhere));
        if self.is_waitlisted {
            bodies.push(BookBody { intent: Intent::Waitlist, ..first.clone() });
        }
        Ok(bodies)
    }
}
