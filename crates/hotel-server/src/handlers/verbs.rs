//! What can be done to a booking beside changing it: one verb, one path, all alike.

use axum::extract::State;
use axum::response::Response;

use hotel_core::command::BookingCommand;
use hotel_core::command::booking::{
    AssignRequest, CancelRequest, CheckInRequest, CheckOutRequest, DeclineRequest,
    GuaranteeRequest, MoveRequest, NoShowRequest, OfferRequest, SplitRequest,
};
use hotel_core::ids::provisional::BookingRef;
use hotel_core::wire::booking::BookingOutcome;

use super::change;
use crate::extract::{Code, Nothing, Write};
use crate::failure::Failure;
use crate::state::App;

/// Makes a handler of each verb: its doc, its path, what it takes, and the command it becomes.
macro_rules! verbs {
    ($($(#[$doc:meta])* $verb:ident $path:tt $request:ident $command:expr;)*) => {
        $(
            $(#[$doc])*
            #[utoipa::path(post, path = $path, tag = "bookings", request_body = $request,
                responses((status = 200, description = "The booking after it.",
                    body = BookingOutcome)))]
            pub(crate) async fn $verb(
                State(app): State<App>,
                Code(name): Code<BookingRef>,
                Write { order, body }: Write<$request>,
            ) -> Result<Response, Failure> {
                let command: fn($request) -> BookingCommand = $command;
                change(&app, order, name, command(body)).await
            }
        )*
    };
}

verbs! {
    /// Guarantees a hold and lays it before the hotel.
    guarantee "/v1/bookings/{code}/guarantee" GuaranteeRequest BookingCommand::Guarantee;
    /// Confirms for the hotel.
    confirm "/v1/bookings/{code}/confirm" Nothing |Nothing {}| BookingCommand::Confirm;
    /// Declines for the hotel.
    decline "/v1/bookings/{code}/decline" DeclineRequest BookingCommand::Decline;
    /// Gives up a hold or a place on the waiting list.
    release "/v1/bookings/{code}/release" Nothing |Nothing {}| BookingCommand::Release;
    /// Turns a place on the waiting list into a hold.
    offer "/v1/bookings/{code}/offer" OfferRequest BookingCommand::Offer;
    /// Puts some of its rooms into a booking of their own.
    split "/v1/bookings/{code}/split" SplitRequest BookingCommand::Split;
    /// Cancels.
    cancel "/v1/bookings/{code}/cancel" CancelRequest BookingCommand::Cancel;
    /// Assigns a room, or takes it off.
    assign "/v1/bookings/{code}/assign" AssignRequest BookingCommand::Assign;
    /// Moves guests to another room.
    move_room "/v1/bookings/{code}/move" MoveRequest BookingCommand::Move;
    /// Checks in.
    check_in "/v1/bookings/{code}/check-in" CheckInRequest BookingCommand::CheckIn;
    /// Checks out.
    check_out "/v1/bookings/{code}/check-out" CheckOutRequest BookingCommand::CheckOut;
    /// Marks a no-show.
    no_show "/v1/bookings/{code}/no-show" NoShowRequest BookingCommand::NoShow;
    /// Takes the last step back.
    revert "/v1/bookings/{code}/revert" Nothing |Nothing {}| BookingCommand::Revert;
}
