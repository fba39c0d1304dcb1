//! `hotel show`.

use hotel_core::booking::{BookedRoom, Booking, BookingState};
use hotel_core::ids::provisional::BookingRef;
use hotel_core::money::Money;
use hotel_core::wire::booking::BookingView;
use hotel_core::zone::Zone;
use serde::{Serialize, Serializer};

use super::words::{guarantee_word, instant, payment_word, state_cell, state_word, stay_words};
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column, Describe, Description};
use crate::output::safe_text::SafeText;

const EXAMPLES: &str = "\
Examples:
  $ hotel show 7F3K2QXD
  $ hotel show 7F3K2QXD -o json --fields code,state,stay";

/// Show a booking with its guest, nights, price and what cancelling costs now
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ShowArgs {
    /// Code of the booking
    code: BookingRef,
}

/// Shows a booking.
pub(crate) async fn run(ctx: &Context, args: ShowArgs) -> Result<(), CliError> {
    let view = ctx.api()?.booking(args.code).await?;
    ctx.out.record(&BookingCard { zone: ctx.zone().or_else(|| view.zone.parse().ok()), view })
}

/// A booking as it is printed.
#[derive(Debug)]
struct BookingCard {
    view: BookingView,
    /// The zone that moments are told in: the hotel's, unless the agent chose one.
    zone: Option<Zone>,
}

impl Serialize for BookingCard {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view.serialize(serializer)
    }
}

impl Describe for BookingCard {
    fn describe(&self) -> Description {
        let description = self.describe_stay(Description::new());
        let description = self.describe_rooms(description);
        let description = self.describe_price(description);
        self.describe_conditions(description)
    }

    fn id(&self) -> String {
        self.view.booking.code.to_string()
    }
}

impl BookingCard {
    fn describe_stay(&self, description: Description) -> Description {
        let (view, booking) = (&self.view, &self.view.booking);
        let guest = &view.guest_details;
        let contact = [guest.email.as_str(), guest.phone.as_str()]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<&str>>()
            .join(", ");
        let moment = |at| instant(at, self.zone.as_ref());
        description
            .field("booking", booking.code.to_string())
            .field_if("was called", booking.provisional.map(|code| code.to_string()))
            .field("state", state_cell(booking.state, view.due))
            .field_if("held until", held_until(booking).map(moment))
            .field("hotel", format!("{}, {}", booking.hotel, view.hotel_name))
            .field("stay", format!("{}, {}", stay_words(booking.stay), view.zone))
            .field("guest", format!("{}, {}", guest.family, guest.given))
            .field_if("contact", (!contact.is_empty()).then_some(contact))
            .field_if("guest note", multi_line(guest.note.as_str()))
            .field_if("requests", multi_line(view.requests.as_str()))
            .field_if("split from", booking.split_from.map(|code| code.to_string()))
            .field("sold", format!("{} by {}", moment(booking.created_at), booking.agent))
    }

    fn describe_rooms(&self, description: Description) -> Description {
        const COLUMNS: &[Column] = &[
            Column::number("n", "#"),
            Column::code("room_type", "type"),
            Column::code("room", "room"),
            Column::text("occupancy", "people"),
            Column::text("nights", "nights"),
            Column::number("total", "total"),
        ];
        let booking = &self.view.booking;
        let rows = (1..).zip(&booking.rooms).map(|(n, room)| room_cells(n, room, booking));
        description.section("rooms").table(COLUMNS, rows.collect())
    }

    fn describe_price(&self, description: Description) -> Description {
        let booking = &self.view.booking;
        let money = |minor| Money::new(minor, booking.currency).to_string();
        let price = &booking.price;
        let mut description = description.section("price").field("rooms", money(price.rooms_minor));
        for tax in &price.taxes {
            let label = if tax.included {
                format!("{} (included)", tax.code)
            } else {
                tax.code.to_string()
            };
            description = description.field(label, money(tax.minor));
        }
        description
            .field("total", money(price.total_minor))
            .field_if("fees", (booking.fee_minor != 0).then(|| money(booking.fee_minor)))
    }

    fn describe_conditions(&self, description: Description) -> Description {
        let (view, booking) = (&self.view, &self.view.booking);
        let moment = |at| instant(at, self.zone.as_ref());
        let description = description
            .section("conditions")
            .field("rate", booking.terms.rate_plan.to_string())
            .field("payment", payment_word(booking.terms.payment))
            .field_if("guarantee", booking.guarantee.map(guarantee_word))
            .field_if("promotion", booking.promo.map(|promo| promo.to_string()));
        let description = if can_be_cancelled(booking.state) {
            let now = &view.cancellation;
            description
                .field("fee now", fee_words(now.fee))
                .field_if("free until", now.free_until.map(moment))
                .field_if("fee rises", now.rises_at.map(moment))
        } else {
            description
        };
        let undo = booking.undo.as_ref().map(|undo| {
            format!("to {} on business date {}", state_word(undo.state), undo.business_date)
        });
        description.field_if("can revert", undo)
    }
}

fn held_until(booking: &Booking) -> Option<jiff::Timestamp> {
    booking.expires_at.filter(|_| booking.state == BookingState::Held)
}

fn multi_line(text: &str) -> Option<SafeText> {
    (!text.is_empty()).then(|| SafeText::multi_line(text))
}

fn fee_words(fee: Money) -> String {
    if fee.minor == 0 { "free of charge".to_owned() } else { fee.to_string() }
}

fn can_be_cancelled(state: BookingState) -> bool {
    match state {
        BookingState::Requested | BookingState::Confirmed => true,
        BookingState::Waitlisted
        | BookingState::Held
        | BookingState::InHouse
        | BookingState::CheckedOut
        | BookingState::Cancelled
        | BookingState::Declined
        | BookingState::NoShow
        | BookingState::Expired
        | BookingState::Released => false,
    }
}

fn room_cells(n: u32, room: &BookedRoom, booking: &Booking) -> Vec<Cell> {
    let people = match room.occupancy.children {
        0 => format!("{} adults", room.occupancy.adults),
        children => format!("{} adults, {children} children", room.occupancy.adults),
    };
    let amount = |minor: i64| Money::new(minor, booking.currency).amount();
    let nights = booking
        .stay
        .nights()
        .zip(&room.nights)
        .map(|(night, minor)| format!("{} {}", night.strftime("%a %-d"), amount(*minor)));
    let before = room.moved_from.iter().map(|earlier| format!("{} >", earlier.room));
    let rooms = before.chain(room.room.map(|number| number.to_string())).collect::<Vec<String>>();
    vec![
        Cell::text(n.to_string()),
        Cell::text(room.room_type.as_str()),
        Cell::text(if rooms.is_empty() { "-".to_owned() } else { rooms.join(" ") }),
        Cell::text(people),
        Cell::text(nights.collect::<Vec<String>>().join(", ")),
        Cell::text(amount(room.nights.iter().sum())),
    ]
}
