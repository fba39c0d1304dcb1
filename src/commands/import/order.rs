//! A step as the command that the server gets: the same bytes for the same line in every run.

use hotel_core::command::booking::{
    BookRequest, CancelRequest, CheckInRequest, CheckOutRequest, Intent, NoShowRequest,
    RoomRequest, RoomRequests,
};
use hotel_core::command::people::{GuestDetails, GuestRef};
use hotel_core::command::{BookingCommand, HotelCommand};
use hotel_core::ids::{BookingCode, HotelCode, IdempotencyKey};
use hotel_core::stay::{StayDates, date_of};
use hotel_core::text::{Contact, Name, Note};
use hotel_core::wire::bulk::{BulkCommand, BulkItem};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::entry::{Entry, Ledger, LineMark, Lodging};
use super::house::House;
use super::plan::{Phase, Step, time_of};
use crate::error::CliError;

/// Makes the command of a step; all but the first need the code of the booking.
pub(super) fn item(
    ledger: &Ledger,
    house: &House,
    step: Step,
    code: Option<BookingCode>,
) -> Result<BulkItem, CliError> {
    let entry = &ledger.entries[step.entry as usize];
    let command = match (&step.phase, entry.lodging, code) {
        (Phase::Book, Lodging::Stay(stay), _) => {
            BulkCommand::Book(Box::new(request(ledger, house, entry, stay)?))
        }
        (_, _, Some(code)) => {
            BulkCommand::Booking { code: code.into(), change: change(step.phase) }
        }
        (_, _, None) => return Err(broken("a step of a booking without a code")),
    };
    Ok(BulkItem {
        key: key(format!("import:{}:{}:{}", entry.mark, entry.line, step.phase.word()))?,
        at: Some(moment(house, entry, step)?),
        expected_version: None,
        command,
    })
}

/// Makes a command that builds a house; its key is made of what it says.
pub(super) fn building(house: HotelCode, change: HotelCommand) -> Result<BulkItem, CliError> {
    let command = BulkCommand::Hotel { code: house, change };
    let bytes = serde_json::to_vec(&command).map_err(|error| broken(&error.to_string()))?;
    let mark = LineMark::of(&Sha256::digest(bytes));
    let key = key(format!("import:house:{mark}"))?;
    Ok(BulkItem { key, at: None, expected_version: None, command })
}

fn key(text: String) -> Result<IdempotencyKey, CliError> {
    IdempotencyKey::try_from(text).map_err(|error| broken(&error.to_string()))
}

fn broken(what: &str) -> CliError {
    CliError::internal("a command can't be made").why(what)
}

fn moment(house: &House, entry: &Entry, step: Step) -> Result<Timestamp, CliError> {
    let day = date_of(step.day).ok_or_else(|| broken("a day outside the calendar"))?;
    Ok(house.zone.moment(day, time_of(entry, step.phase)))
}

fn change(phase: Phase) -> BookingCommand {
    match phase {
        Phase::CheckOut => BookingCommand::CheckOut(CheckOutRequest::default()),
        Phase::CheckIn => BookingCommand::CheckIn(CheckInRequest::default()),
        Phase::NoShow => {
            BookingCommand::NoShow(NoShowRequest { keep_nights: true, accept_fee: None })
        }
        Phase::Confirm | Phase::Book => BookingCommand::Confirm,
        Phase::Cancel | Phase::CancelAtOnce => BookingCommand::Cancel(CancelRequest::default()),
    }
}

fn request(
    ledger: &Ledger,
    house: &House,
    entry: &Entry,
    stay: StayDates,
) -> Result<BookRequest, CliError> {
    let room = RoomRequest { room_type: entry.room_type, occupancy: entry.occupancy };
    let rooms = RoomRequests::try_from(vec![room; usize::from(entry.rooms)])
        .map_err(|error| broken(&error.to_string()))?;
    Ok(BookRequest {
        hotel: house.code,
        stay,
        rate_plan: entry.rate_plan,
        rooms,
        guest: GuestRef::New(guest(entry)?),
        intent: Intent::Sell,
        guarantee: None,
        promo: None,
        price_max: None,
        agreed_rate: Some(entry.rate),
        origin: entry.marks.origin(&ledger.words),
        provisional: None,
        requests: entry.note.clone(),
    })
}

/// The family name of guests whom the file does not name.
pub(super) const NAMELESS: &str = "LINE";

fn guest(entry: &Entry) -> Result<GuestDetails, CliError> {
    let name = |text: String| Name::try_from(text).map_err(|error| broken(&error.to_string()));
    let (family, given) = if let Some((family, given)) = entry.guest.as_deref() {
        (family.clone(), given.clone())
    } else {
        (name(NAMELESS.to_owned())?, name(entry.line.to_string())?)
    };
    let (email, phone, note) = (Contact::default(), Contact::default(), Note::default());
    Ok(GuestDetails { family, given, email, phone, note })
}
