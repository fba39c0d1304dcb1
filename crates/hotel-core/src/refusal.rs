//! Refusals: why a command was not carried out. Values with stable codes, not failures.

use serde_json::Value;

/// The kind of a refusal; it fixes the HTTP status and, at the agent's desk, the exit code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RefusalKind {
    /// What was named does not exist. HTTP 404.
    NotFound,
    /// The principal may not do this. HTTP 403.
    Forbidden,
    /// The world is not as the caller thought: sold out, dearer, changed, in another state. HTTP 409.
    Conflict,
    /// The version seen is not the version there is. HTTP 412.
    Stale,
    /// It can't be done as asked, whatever the world is like. HTTP 422.
    Rejected,
}

/// A refusal code and what it means, for the help page.
pub struct RefusalCode {
    /// Dotted, stable for ever.
    pub code: &'static str,
    /// Which kind it is.
    pub kind: RefusalKind,
    /// One line.
    pub meaning: &'static str,
}

macro_rules! codes {
    ($($name:ident = $code:literal, $kind:ident, $meaning:literal;)*) => {
        $(
            #[doc = $meaning]
            pub const $name: &RefusalCode =
                &RefusalCode { code: $code, kind: RefusalKind::$kind, meaning: $meaning };
        )*

        /// Every code, in alphabetical order of nothing but this list.
        pub const ALL: &[&RefusalCode] = &[$($name),*];
    };
}

/// The codes of every refusal the domain knows.
pub mod code {
    use super::{RefusalCode, RefusalKind};

    codes! {
        SOLD_OUT = "availability.sold_out", Conflict, "Not enough rooms are left on one of the nights.";
        CLOSED = "availability.closed", Conflict, "One of the nights is closed to sale.";
        NOT_OPEN = "availability.not_open", Conflict, "One of the nights has no inventory.";
        NO_RATE = "availability.no_rate", Conflict, "One of the nights has no price under this plan.";
        MIN_STAY = "restriction.min_stay", Conflict, "The stay is shorter than the rate allows.";
        MAX_STAY = "restriction.max_stay", Conflict, "The stay is longer than the rate allows.";
        CLOSED_TO_ARRIVAL = "restriction.closed_to_arrival", Conflict, "No stay may begin on that day.";
        CLOSED_TO_DEPARTURE = "restriction.closed_to_departure", Conflict, "No stay may end on that day.";
        ADVANCE = "restriction.advance", Conflict, "Too early or too late to book this rate.";
        CORPORATE = "restriction.corporate", Forbidden, "The rate wants its corporate code.";
        PROMOTION = "promotion.not_valid", Rejected, "The promotion does not hold for this stay.";
        OCCUPANCY = "occupancy.too_many", Rejected, "More people than the room type takes.";
        PAST = "stay.past", Rejected, "The stay begins before the hotel's business date.";
        OFFER_EXPIRED = "offer.expired", Conflict, "The offer has run out: search again.";
        PRICE_MOVED = "price.moved", Conflict, "The price is above the most that was agreed to.";
        CURRENCY = "price.currency", Rejected, "The amount is in another currency than the hotel's.";
        INVALID_RATE = "price.agreed_rate", Rejected, "A price agreed by hand can't be negative.";
        HISTORY = "history.future", Rejected, "A moment of history lies in the past.";
        FEE = "fee.not_accepted", Conflict, "There is a fee, and it was not accepted as it stands.";
        GUARANTEE = "guarantee.required", Rejected, "The rate wants a payment or a guarantee.";
        STATE = "booking.state", Conflict, "The booking's state does not allow this.";
        HOLD_LAPSED = "booking.hold_lapsed", Conflict, "The hold has run out.";
        NOT_DUE = "booking.not_due", Conflict, "The business date does not allow this yet, or any more.";
        NOT_REVERTIBLE = "booking.not_revertible", Conflict, "The last step can't be taken back any more.";
        ROOM_INDEX = "booking.room_index", Rejected, "The booking has no such room.";
        HOLD_TIME = "hold.minutes", Rejected, "A hold lasts 1 to 10080 minutes.";
        ROOM_TAKEN = "room.taken", Conflict, "The room is taken on one of the nights.";
        ROOM_TYPE = "room.other_type", Rejected, "The room is of another type than was sold.";
        NO_FREE_ROOM = "room.none_free", Conflict, "No room of the type is free for all the nights.";
        STALE = "version.stale", Stale, "Somebody changed it since you looked.";
        FORBIDDEN_ROLE = "forbidden.role", Forbidden, "Your role may not do this.";
        FORBIDDEN_HOTEL = "forbidden.hotel", Forbidden, "The hotel lies outside your scope.";
        UNKNOWN_HOTEL = "hotel.not_found", NotFound, "There is no such hotel.";
        INACTIVE_HOTEL = "hotel.inactive", Conflict, "The hotel sells no more.";
        UNKNOWN_BOOKING = "booking.not_found", NotFound, "There is no such booking.";
        AMBIGUOUS_CODE = "booking.ambiguous_code", Conflict, "Several bookings have this provisional code.";
        UNKNOWN_ROOM_TYPE = "room_type.not_found", NotFound, "The hotel has no such room type.";
        UNKNOWN_RATE_PLAN = "rate_plan.not_found", NotFound, "The hotel has no such rate plan.";
        UNKNOWN_ROOM = "room.not_found", NotFound, "The hotel has no such room.";
        UNKNOWN_GUEST = "guest.not_found", NotFound, "There is no such guest.";
        UNKNOWN_USER = "user.not_found", NotFound, "There is no such user.";
        UNKNOWN_TOKEN = "token.not_found", NotFound, "There is no such token.";
        CODES_SPENT = "booking.codes_spent", Conflict, "Every booking code has been given out.";
        IN_USE = "catalogue.in_use", Conflict, "Something still depends on it.";
        FIXED = "catalogue.fixed", Rejected, "This can't change once it is set.";
        INVALID = "catalogue.invalid", Rejected, "The value can't be.";
    }
}

/// Why a command was not carried out, and the way on.
#[derive(Clone, PartialEq, Debug)]
pub struct Refusal {
    /// What kind.
    pub kind: RefusalKind,
    /// Its stable code.
    pub code: &'static str,
    /// One sentence for people, without a full stop.
    pub message: String,
    /// The field of the request that is at fault.
    pub field: Option<&'static str>,
    /// Facts for machines: the night, how many are left, the fee …
    pub details: Value,
    /// What to try.
    pub hint: Option<String>,
}

impl Refusal {
    /// Makes a refusal of a code with its message.
    pub fn new(code: &RefusalCode, message: impl Into<String>) -> Self {
        Self {
            kind: code.kind,
            code: code.code,
            message: message.into(),
            field: None,
            details: Value::Null,
            hint: None,
        }
    }

    /// Names the field at fault.
    #[must_use]
    pub fn field(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }

    /// Adds facts for machines.
    #[must_use]
    pub fn details(mut self, details: Value) -> Self {
        self.details = details;
        self
    }

    /// Says what to try.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}
