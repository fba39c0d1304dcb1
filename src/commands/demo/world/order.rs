//! One sample booking: what is asked, what shall become of it, and which command brings it there next.

use hotel_core::booking::{Booking, BookingState};
use hotel_core::catalogue::Catalogue;
use hotel_core::command::BookingCommand;
use hotel_core::command::booking::{
    BookRequest, CancelRequest, CheckInRequest, CheckOutRequest, DeclineRequest, GuaranteeRequest,
    NoShowRequest, OfferRequest, Reason,
};
use hotel_core::money::Money;
use jiff::Timestamp;

/// What shall become of a booking. Time decides how far it gets: a stay in the future stays confirmed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fate {
    /// The guests come and leave.
    Stay,
    /// The guests never come.
    NoShow,
    /// Cancelled some steps after it was made.
    Cancel,
    /// The hotel declines.
    Decline,
    /// The hotel has not looked at it yet.
    Undecided,
    /// A hold that nobody ends.
    Hold,
    /// A hold that is given up.
    Release,
    /// A hold that is sold.
    Sell,
    /// Waits for a room.
    Wait,
    /// Waits, and is offered a room.
    Offer,
}

/// A sample booking.
#[derive(Debug)]
pub(super) struct Order {
    /// The step of the past in which it is made.
    pub(super) opens_at: usize,
    /// The step from which on it may be cancelled, released, declined or offered a room.
    pub(super) turns_at: usize,
    /// What is asked.
    pub(super) request: BookRequest,
    /// What shall become of it.
    pub(super) fate: Fate,
    /// What it is now; none before it is made.
    pub(super) booking: Option<Booking>,
    /// Whether it could not be made, or can't go on.
    pub(super) is_refused: bool,
}

/// A hotel's day begins at three; guests come ten hours later, and leave from the fifth hour on.
const DAY_STARTS: i32 = 3;
const ARRIVAL_HOUR: i32 = 10;
const DEPARTURE_HOUR: i32 = 5;

/// Returns the hours of the business day that have passed at a moment.
fn hours_into_day(catalogue: &Catalogue, now: Timestamp) -> i32 {
    let hour = i32::from(catalogue.hotel.zone.local(now).hour());
    (hour + 24 - DAY_STARTS) % 24
}

impl Order {
    /// Returns the command that is due at a step, if one is.
    pub(super) fn due(
        &self,
        step: usize,
        now: Timestamp,
        catalogue: &Catalogue,
    ) -> Option<BookingCommand> {
        let booking = self.booking.as_ref()?;
        let turns = step >= self.turns_at;
        match booking.state {
            BookingState::Waitlisted if self.fate == Fate::Offer => {
                turns.then_some(BookingCommand::Offer(OfferRequest::default()))
            }
            BookingState::Waitlisted => {
                (turns && self.fate == Fate::Release).then_some(BookingCommand::Release)
            }
            BookingState::Held => self.due_of_hold(booking, turns, now),
            BookingState::Requested if self.fate == Fate::Decline => {
                let decline = DeclineRequest { reason: Some(Reason::NoRoom) };
                turns.then_some(BookingCommand::Decline(decline))
            }
            BookingState::Requested => {
                (self.fate != Fate::Undecided).then_some(BookingCommand::Confirm)
            }
            BookingState::Confirmed => self.due_of_confirmed(booking, turns, now, catalogue),
            BookingState::InHouse => {
                let today = catalogue.business_date(now);
                let leaves = today > booking.stay.check_out()
                    || today == booking.stay.check_out()
                        && hours_into_day(catalogue, now) >= DEPARTURE_HOUR;
                leaves.then_some(BookingCommand::CheckOut(CheckOutRequest::default()))
            }
            BookingState::CheckedOut
            | BookingState::Cancelled
            | BookingState::Declined
            | BookingState::NoShow
            | BookingState::Expired
            | BookingState::Released => None,
        }
    }

    fn due_of_hold(
        &self,
        booking: &Booking,
        turns: bool,
        now: Timestamp,
    ) -> Option<BookingCommand> {
        if booking.is_lapsed(now) {
            return Some(BookingCommand::Expire);
        }
        if self.fate == Fate::Sell {
            let guarantee = self.request.guarantee;
            return Some(BookingCommand::Guarantee(GuaranteeRequest {
                guarantee,
                ..GuaranteeRequest::default()
            }));
        }
        (turns && self.fate == Fate::Release).then_some(BookingCommand::Release)
    }

    fn due_of_confirmed(
        &self,
        booking: &Booking,
        turns: bool,
        now: Timestamp,
        catalogue: &Catalogue,
    ) -> Option<BookingCommand> {
        let today = catalogue.business_date(now);
        let arrival = booking.stay.check_in();
        if self.fate == Fate::Cancel && turns && today < arrival {
            let fee = booking.cancellation_fee(catalogue, now).minor;
            return Some(BookingCommand::Cancel(CancelRequest {
                accept_fee: Some(Money::new(fee, booking.currency)),
                reason: Some(Reason::Guest),
            }));
        }
        if today > arrival && self.fate == Fate::NoShow || today > booking.stay.check_out() {
            let policy = &booking.terms.policy;
            let fee = policy.no_show.amount(&booking.nightly(), booking.price.total_minor);
            let accept_fee = Some(Money::new(fee, booking.currency));
            let no_show = NoShowRequest { keep_nights: false, accept_fee };
            return Some(BookingCommand::NoShow(no_show));
        }
        let arrives =
            today > arrival || today == arrival && hours_into_day(catalogue, now) >= ARRIVAL_HOUR;
        let comes = arrives && self.fate != Fate::NoShow;
        comes.then(|| BookingCommand::CheckIn(CheckInRequest::default()))
    }
}
