//! Search and bookings: one method an endpoint.

use hotel_core::command::booking::{
    AmendRequest, AssignRequest, CancelRequest, CheckInRequest, CheckOutRequest, DeclineRequest,
    GuaranteeRequest, MoveRequest, NoShowRequest, OfferRequest, SplitRequest,
};
use hotel_core::ids::provisional::BookingRef;
use hotel_core::wire::booking::{BookBody, BookingOutcome, BookingQuery, BookingRow, BookingView};
use hotel_core::wire::event::{EventQuery, EventView};
use hotel_core::wire::page::Page;
use hotel_core::wire::search::{SearchAnswer, SearchQuery};
use reqwest::Method;
use serde::Serialize;

use super::{Answer, Client, Empty, NoQuery, Write};
use crate::error::CliError;

/// A change of one booking, with what the endpoint of its verb takes.
#[derive(Debug, Clone)]
pub(crate) enum Verb {
    /// Guarantees a hold.
    Guarantee(GuaranteeRequest),
    /// The hotel confirms.
    Confirm,
    /// The hotel declines.
    Decline(DeclineRequest),
    /// Gives up a hold or a place on the waiting list.
    Release,
    /// Turns a place on the waiting list into a hold.
    Offer(OfferRequest),
    /// Puts some rooms into a booking of their own.
    Split(SplitRequest),
    /// Cancels.
    Cancel(CancelRequest),
    /// Assigns a room, or takes it off.
    Assign(AssignRequest),
    /// Moves guests to another room.
    Move(MoveRequest),
    /// Checks in.
    CheckIn(CheckInRequest),
    /// Checks out.
    CheckOut(CheckOutRequest),
    /// Marks a no-show.
    NoShow(NoShowRequest),
    /// Takes the last step back.
    Revert,
}

impl Client {
    /// Searches.
    pub(crate) async fn search(&self, query: &SearchQuery) -> Result<SearchAnswer, CliError> {
        self.get(&["search"], query).await
    }

    /// Lists bookings.
    pub(crate) async fn bookings(
        &self,
        query: &BookingQuery,
    ) -> Result<Page<BookingRow>, CliError> {
        self.get(&["bookings"], query).await
    }

    /// Shows a booking.
    pub(crate) async fn booking(&self, code: BookingRef) -> Result<BookingView, CliError> {
        self.get(&["bookings", &code.to_string()], &NoQuery {}).await
    }

    /// Lists what happened to a booking.
    pub(crate) async fn booking_history(
        &self,
        code: BookingRef,
    ) -> Result<Page<EventView>, CliError> {
        self.get(&["bookings", &code.to_string(), "history"], &NoQuery {}).await
    }

    /// Sells, holds or waitlists.
    pub(crate) async fn book(
        &self,
        body: &BookBody,
        write: &Write,
    ) -> Result<Answer<BookingOutcome>, CliError> {
        self.write(Method::POST, &["bookings"], body, write).await
    }

    /// Changes a booking.
    pub(crate) async fn amend(
        &self,
        code: BookingRef,
        body: &AmendRequest,
        write: &Write,
    ) -> Result<Answer<BookingOutcome>, CliError> {
        self.write(Method::PATCH, &["bookings", &code.to_string()], body, write).await
    }

    /// Does one of the verbs to a booking.
    pub(crate) async fn change(
        &self,
        code: BookingRef,
        verb: &Verb,
        write: &Write,
    ) -> Result<Answer<BookingOutcome>, CliError> {
        match verb {
            Verb::Guarantee(body) => self.post(code, "guarantee", body, write).await,
            Verb::Confirm => self.post(code, "confirm", &Empty {}, write).await,
            Verb::Decline(body) => self.post(code, "decline", body, write).await,
            Verb::Release => self.post(code, "release", &Empty {}, write).await,
            Verb::Offer(body) => self.post(code, "offer", body, write).await,
            Verb::Split(body) => self.post(code, "split", body, write).await,
            Verb::Cancel(body) => self.post(code, "cancel", body, write).await,
            Verb::Assign(body) => self.post(code, "assign", body, write).await,
            Verb::Move(body) => self.post(code, "move", body, write).await,
            Verb::CheckIn(body) => self.post(code, "check-in", body, write).await,
            Verb::CheckOut(body) => self.post(code, "check-out", body, write).await,
            Verb::NoShow(body) => self.post(code, "no-show", body, write).await,
            Verb::Revert => self.post(code, "revert", &Empty {}, write).await,
        }
    }

    async fn post(
        &self,
        code: BookingRef,
        verb: &str,
        body: &impl Serialize,
        write: &Write,
    ) -> Result<Answer<BookingOutcome>, CliError> {
        self.write(Method::POST, &["bookings", &code.to_string(), verb], body, write).await
    }

    /// Lists events.
    pub(crate) async fn events(&self, query: &EventQuery) -> Result<Page<EventView>, CliError> {
        self.get(&["events"], query).await
    }
}
