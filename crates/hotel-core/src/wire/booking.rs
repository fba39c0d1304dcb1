//! Bookings as they travel.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::booking::{Booking, BookingState, Guarantee};
use crate::command::booking::{Intent, RoomRequests};
use crate::command::people::GuestRef;
use crate::ids::provisional::ProvisionalCode;
use crate::ids::{BookingCode, GuestId, HotelCode, PromoCode, RatePlanCode, RoomTypeCode};
use crate::money::Money;
use crate::origin::Origin;
use crate::people::Guest;
use crate::stay::StayDates;
use crate::text::Note;

/// Asks for a booking: of an offer from a search, or of rooms named outright.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BookBody {
    /// The offer's id. With it, hotel, nights, plan, rooms and promotion come from the offer, and
    /// its price is the most the stay may cost unless `price_max` says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<String>,
    /// The hotel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hotel: Option<HotelCode>,
    /// The nights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stay: Option<StayDates>,
    /// The rate plan; without it the cheapest by which the rooms can be had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_plan: Option<RatePlanCode>,
    /// The rooms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rooms: Option<RoomRequests>,
    /// Who stays.
    pub guest: GuestRef,
    /// Sell, hold or waitlist.
    #[serde(default)]
    pub intent: Intent,
    /// Who vouches for the money, where the plan wants that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guarantee: Option<Guarantee>,
    /// A promotion or corporate code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promo: Option<PromoCode>,
    /// The most the stay may cost in all; beyond it nothing is booked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_max: Option<Money>,
    /// A price a night and room agreed by hand, in place of the plan's; takes the role manager.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_rate: Option<Money>,
    /// Where the booking comes from.
    #[serde(default, skip_serializing_if = "Origin::is_empty")]
    pub origin: Origin,
    /// What the agent called the booking while it could not ask the house, as `~K7Q2`: wherever a
    /// booking is named by its code, this names it too, for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisional: Option<ProvisionalCode>,
    /// What the guest asks for.
    #[serde(default, skip_serializing_if = "Note::is_empty")]
    pub requests: Note,
}

/// What a change of a booking came to. It holds nothing personal, so that it can be kept and given
/// again to a caller who repeats the command.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct BookingOutcome {
    /// The booking after the change (or as it would be, in a dry run).
    pub booking: Booking,
    /// What happened, as event types.
    pub events: Vec<String>,
    /// Whether it was only a preview.
    pub dry_run: bool,
    /// The fee charged by this change; negative when a revert takes one back.
    pub fee: Money,
    /// What the stay cost before; none for a new booking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_before: Option<Money>,
    /// What the stay costs now.
    pub total: Money,
}

/// What a booking still waits for, told by the hotel's business date; never stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// Arrives today.
    In,
    /// Leaves today.
    Out,
    /// Should have arrived on an earlier day.
    ArrivalDelayed,
    /// Should have left on an earlier day.
    DepartureDelayed,
}

impl Due {
    /// Tells what a booking waits for on a business date.
    pub fn of(state: BookingState, stay: StayDates, business_date: Date) -> Option<Self> {
        let (today, arrival, departure) = (business_date, stay.check_in(), stay.check_out());
        let (confirmed, in_house) =
            (state == BookingState::Confirmed, state == BookingState::InHouse);
        if confirmed && today >= arrival {
            Some(if today == arrival { Self::In } else { Self::ArrivalDelayed })
        } else if in_house && today >= departure {
            Some(if today == departure { Self::Out } else { Self::DepartureDelayed })
        } else {
            None
        }
    }
}

/// What cancelling costs now, and until when that holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct CancellationNow {
    /// The fee.
    pub fee: Money,
    /// When it rises.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub rises_at: Option<Timestamp>,
    /// Until when it is free, if it ever is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub free_until: Option<Timestamp>,
}

/// A booking with what people want to see beside it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct BookingView {
    /// The booking.
    #[serde(flatten)]
    pub booking: Booking,
    /// The hotel's name.
    pub hotel_name: String,
    /// The hotel's zone.
    pub zone: String,
    /// The hotel's business date.
    pub business_date: Date,
    /// Who stays.
    pub guest_details: Guest,
    /// What the guest asks for.
    pub requests: Note,
    /// What it still waits for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// What cancelling costs now.
    pub cancellation: CancellationNow,
}

/// A booking in a list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct BookingRow {
    /// Its code.
    pub code: BookingCode,
    /// Its hotel.
    pub hotel: HotelCode,
    /// Its version.
    pub version: u64,
    /// Where it stands.
    pub state: BookingState,
    /// What it still waits for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// The guest's id.
    pub guest: GuestId,
    /// The guest's name, family first.
    pub guest_name: String,
    /// Its nights.
    pub stay: StayDates,
    /// Its rooms as people say them: `2 DLX`, or `311` once assigned.
    pub rooms: String,
    /// The types of those of its rooms that have no number yet, one for each room.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unassigned: Vec<RoomTypeCode>,
    /// Until when a hold holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub expires_at: Option<Timestamp>,
    /// The rate plan.
    pub rate_plan: RatePlanCode,
    /// What it costs.
    pub total: Money,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
}

/// Which bookings to list, newest first; every condition narrows.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct BookingQuery {
    /// Of one hotel.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub hotel: Option<HotelCode>,
    /// In one state.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub state: Option<BookingState>,
    /// Whose guest's family name begins so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Of one guest.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub guest: Option<GuestId>,
    /// Arriving on or after.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub arrive_from: Option<Date>,
    /// Arriving before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub arrive_before: Option<Date>,
    /// Leaving on or after.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub depart_from: Option<Date>,
    /// Leaving before.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub depart_before: Option<Date>,
    /// Where the page begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// How many at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}
