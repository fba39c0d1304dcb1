//! The layout `booking-demand`: "Hotel booking demand datasets", Data in Brief 22 (2019) 41-49. It has
//! no names, no codes and no times of day; a line tells how long before its arrival a booking was made.

use hotel_core::ids::{CODE_LEN_MAX, HotelCode};
use hotel_core::money::{MINOR_MAX, Money};
use hotel_core::price::Occupancy;
use hotel_core::rate::MealPlan;
use hotel_core::text::Note;
use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

use super::shared;
use crate::commands::import::entry::{Ending, Entry, Ledger, Lodging, Marks, Moment, Warning};
use crate::commands::import::house::PEOPLE_MAX;
use crate::commands::import::sheet::{Fault, Known, Line, short};

const fn needed(name: &'static str) -> Known {
    Known { name, needed: true }
}

/// The columns, in the order in which the data are published; a file may have them in any.
pub(super) const COLUMNS: &[Known] = &[
    needed("hotel"),
    needed("is_canceled"),
    needed("lead_time"),
    needed("arrival_date_year"),
    needed("arrival_date_month"),
    needed("arrival_date_week_number"),
    needed("arrival_date_day_of_month"),
    needed("stays_in_weekend_nights"),
    needed("stays_in_week_nights"),
    needed("adults"),
    needed("children"),
    needed("babies"),
    needed("meal"),
    needed("country"),
    needed("market_segment"),
    needed("distribution_channel"),
    needed("is_repeated_guest"),
    needed("previous_cancellations"),
    needed("previous_bookings_not_canceled"),
    needed("reserved_room_type"),
    needed("assigned_room_type"),
    needed("booking_changes"),
    needed("deposit_type"),
    needed("agent"),
    needed("company"),
    needed("days_in_waiting_list"),
    needed("customer_type"),
    needed("adr"),
    needed("required_car_parking_spaces"),
    needed("total_of_special_requests"),
    needed("reservation_status"),
    needed("reservation_status_date"),
];

const HOTEL: usize = 0;
const LEAD_TIME: usize = 2;
const YEAR: usize = 3;
const MONTH: usize = 4;
const DAY: usize = 6;
const WEEKEND_NIGHTS: usize = 7;
const WEEK_NIGHTS: usize = 8;
const ADULTS: usize = 9;
const CHILDREN: usize = 10;
const BABIES: usize = 11;
const MEAL: usize = 12;
const COUNTRY: usize = 13;
const SEGMENT: usize = 14;
const CHANNEL: usize = 15;
const RESERVED: usize = 19;
const ASSIGNED: usize = 20;
const DEPOSIT: usize = 22;
const AGENT: usize = 23;
const COMPANY: usize = 24;
const CUSTOMER: usize = 26;
const RATE: usize = 27;
const PARKING: usize = 28;
const REQUESTS: usize = 29;
const STATUS: usize = 30;
const STATUS_DATE: usize = 31;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Takes one line into the ledger.
pub(super) fn take(ledger: &mut Ledger, line: &Line<'_>) -> Result<(), Fault> {
    let house = ledger.house(line.get(HOTEL), code_of).map_err(|what| line.fault(HOTEL, what))?;
    let arrival = arrival(line)?;
    let lead_days: u16 = line.number(LEAD_TIME)?;
    let made = before(arrival, lead_days).map_err(|what| line.fault(LEAD_TIME, what))?;
    let nights = nights(line)?;
    let departure = arrival
        .checked_add(Span::new().days(nights))
        .map_err(|_| line.fault(WEEK_NIGHTS, "the stay ends after the end of the calendar"))?;
    let people = people(ledger, line)?;
    let entry = Entry {
        line: line.number,
        mark: line.mark,
        house,
        room_type: ledger.fixed.room_type,
        rate_plan: ledger.fixed.rate_plan,
        rooms: 1,
        occupancy: people.occupancy,
        created: Moment { day: made, time: None },
        lodging: Lodging::between(arrival, departure),
        rate: rate(ledger, line)?,
        ending: ending(ledger, line, made)?,
        guest: None,
        marks: marks(ledger, line)?,
        note: note(line, &people)?,
    };
    ledger.entries.push(entry);
    Ok(())
}

/// Makes a code of a name: `City Hotel` is CITY-HOTEL; of a long one the beginning.
fn code_of(name: &str) -> Result<HotelCode, String> {
    let upper = name.to_uppercase();
    let parts = upper.split(|letter: char| !letter.is_ascii_alphanumeric());
    let dashed = parts.filter(|part| !part.is_empty()).collect::<Vec<&str>>().join("-");
    let most = dashed.len().min(CODE_LEN_MAX);
    dashed[..most]
        .trim_end_matches('-')
        .parse()
        .map_err(|_| format!("no hotel code comes of `{}`", short(name)))
}

fn arrival(line: &Line<'_>) -> Result<Date, Fault> {
    let year: i16 = line.number(YEAR)?;
    let name = line.get(MONTH);
    let month = (1_i8..).zip(MONTHS).find(|(_, month)| *month == name).map(|(number, _)| number);
    let month = month.ok_or_else(|| line.fault(MONTH, format!("`{}` is no month", short(name))))?;
    let day: i8 = line.number(DAY)?;
    Date::new(year, month, day)
        .map_err(|_| line.fault(DAY, format!("there is no {day} {name} {year}")))
}

fn before(arrival: Date, days: u16) -> Result<Date, &'static str> {
    arrival
        .checked_sub(i64::from(days).days())
        .map_err(|_| "the booking is older than the calendar")
}

fn nights(line: &Line<'_>) -> Result<u32, Fault> {
    let weekend: u16 = line.number(WEEKEND_NIGHTS)?;
    let week: u16 = line.number(WEEK_NIGHTS)?;
    Ok(u32::from(weekend) + u32::from(week))
}

/// Who came, as the line has it and as a room can take it.
struct People {
    occupancy: Occupancy,
    adults: u16,
    children: u16,
    babies: u16,
}

fn people(ledger: &mut Ledger, line: &Line<'_>) -> Result<People, Fault> {
    let adults: u16 = line.number(ADULTS)?;
    let babies: u16 = line.number(BABIES)?;
    let children: u16 = if absent(line.get(CHILDREN)) {
        ledger.warn(Warning::ChildrenUnknown, line.number);
        0
    } else {
        line.number(CHILDREN)?
    };
    if adults == 0 {
        let is_empty = children == 0 && babies == 0;
        ledger.warn(if is_empty { Warning::NoGuests } else { Warning::NoAdults }, line.number);
    }
    let fit = |count: u16, most: u8| u8::try_from(count).map_or(most, |count| count.min(most));
    let room_adults = fit(adults, PEOPLE_MAX).max(1);
    let room_children = fit(children, PEOPLE_MAX - room_adults);
    if u16::from(room_adults) < adults || u16::from(room_children) < children {
        ledger.warn(Warning::Crowd, line.number);
    }
    let occupancy = Occupancy { adults: room_adults, children: room_children };
    Ok(People { occupancy, adults, children, babies })
}

fn absent(text: &str) -> bool {
    matches!(text, "" | "NULL" | "NA")
}

/// Reads the average rate a night, in euros.
fn rate(ledger: &mut Ledger, line: &Line<'_>) -> Result<Money, Fault> {
    let currency = ledger.fixed.euro;
    let text = line.get(RATE);
    let Some((minor, is_exact)) = cents(text).filter(|(minor, _)| minor.abs() <= MINOR_MAX) else {
        return Err(line.fault(RATE, format!("`{}` is no amount", short(text))));
    };
    if !is_exact {
        ledger.warn(Warning::RateRounded, line.number);
    }
    if minor < 0 {
        ledger.warn(Warning::NegativeRate, line.number);
    }
    Ok(Money::new(minor.max(0), currency))
}

/// Returns a decimal number in hundredths, halves rounded away from zero, and whether it is exact.
fn cents(text: &str) -> Option<(i64, bool)> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let digit = |at: usize| fraction.as_bytes().get(at).map_or(0, |byte| i64::from(byte - b'0'));
    let is_exact = fraction.bytes().skip(2).all(|byte| byte == b'0');
    let minor = whole.parse::<i64>().ok()?.checked_mul(100)?;
    let minor = minor.checked_add(digit(0) * 10 + digit(1) + i64::from(digit(2) >= 5))?;
    Some((sign * minor, is_exact))
}

fn ending(ledger: &mut Ledger, line: &Line<'_>, made: Date) -> Result<Ending, Fault> {
    let text = line.get(STATUS_DATE);
    let day: Date = text.parse().map_err(|_| {
        line.fault(STATUS_DATE, format!("`{}` is no date such as 2016-07-31", short(text)))
    })?;
    match line.get(STATUS) {
        "Check-Out" => Ok(Ending::CheckedOut),
        "No-Show" => Ok(Ending::NoShow),
        "Canceled" => {
            if day < made {
                ledger.warn(Warning::CancelledEarly, line.number);
            }
            Ok(Ending::Cancelled(Moment { day: day.max(made), time: None }))
        }
        other => {
            let what = format!("`{}` is not Check-Out, Canceled or No-Show", short(other));
            Err(line.fault(STATUS, what))
        }
    }
}

fn marks(ledger: &mut Ledger, line: &Line<'_>) -> Result<Marks, Fault> {
    let mut word = |column: usize| {
        let text = line.get(column);
        shared(ledger, line, column, if absent(text) { "" } else { text })
    };
    Ok(Marks {
        country: word(COUNTRY)?,
        segment: word(SEGMENT)?,
        channel: word(CHANNEL)?,
        agency: word(AGENT)?,
        company: word(COMPANY)?,
        customer: word(CUSTOMER)?,
        deposit: word(DEPOSIT)?,
        meals: meals(line)?,
        parking: line.number(PARKING)?,
    })
}

fn meals(line: &Line<'_>) -> Result<Option<MealPlan>, Fault> {
    match line.get(MEAL) {
        "BB" => Ok(Some(MealPlan::Breakfast)),
        "HB" => Ok(Some(MealPlan::HalfBoard)),
        "FB" => Ok(Some(MealPlan::FullBoard)),
        "SC" => Ok(Some(MealPlan::RoomOnly)),
        text if absent(text) || text == "Undefined" => Ok(None),
        other => Err(line.fault(MEAL, format!("`{}` is not BB, HB, FB, SC", short(other)))),
    }
}

/// Keeps in words what the house has no field for.
fn note(line: &Line<'_>, people: &People) -> Result<Note, Fault> {
    let counted = |count: u16, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    };
    let (reserved, assigned) = (line.get(RESERVED), line.get(ASSIGNED));
    let room = people.occupancy;
    let was_cut =
        u16::from(room.adults) < people.adults || u16::from(room.children) < people.children;
    let parts = [
        Some(format!("reserved {reserved}, assigned {assigned}")),
        counted(line.number(REQUESTS)?, "special request", "special requests"),
        counted(people.babies, "baby", "babies"),
        counted(line.number(PARKING)?, "parking space", "parking spaces"),
        was_cut.then(|| format!("{} adults and {} children", people.adults, people.children)),
    ];
    let text = parts.into_iter().flatten().collect::<Vec<String>>().join("; ");
    text.parse()
        .map_err(|error: hotel_core::text::TextError| line.fault(RESERVED, error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_without_a_float() {
        for (text, expect) in [
            ("75", Some((7_500, true))),
            ("0", Some((0, true))),
            ("-6.38", Some((-638, true))),
            ("98.5", Some((9_850, true))),
            ("98.505", Some((9_851, false))),
            ("98.5000", Some((9_850, true))),
            ("1e3", None),
            ("", None),
            ("-", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(cents(text), expect, "{text}");
        }
    }

    #[test]
    fn a_code_comes_of_a_name() {
        assert_eq!(code_of("City Hotel").unwrap().as_str(), "CITY-HOTEL");
        assert_eq!(code_of(" Hôtel  d'Or ").unwrap().as_str(), "H-TEL-D-OR");
        assert_eq!(code_of("Dune Resort Hotel").unwrap().as_str(), "DUNE-RESORT-HOT");
        assert!(code_of("").is_err() && code_of("酒店").is_err());
    }
}
