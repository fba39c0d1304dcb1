//! The layout `hotel`: one booking a line, in this program's own words. `docs/import.md` describes it.

use hotel_core::ids::HotelCode;
use hotel_core::money::{Currency, Money};
use hotel_core::price::{ADULTS_MAX, Occupancy};
use hotel_core::rate::MealPlan;
use hotel_core::text::{Name, Note};
use jiff::civil::{Date, DateTime};

use super::shared;
use crate::commands::import::entry::{Ending, Entry, Ledger, Lodging, Marks, Moment, Warning};
use crate::commands::import::sheet::{Fault, Known, Line, short};

const fn needed(name: &'static str) -> Known {
    Known { name, needed: true }
}

const fn optional(name: &'static str) -> Known {
    Known { name, needed: false }
}

/// The columns, in the order of the template; a file may have them in any.
pub(super) const COLUMNS: &[Known] = &[
    needed("hotel"),
    needed("room_type"),
    optional("rooms"),
    needed("created_at"),
    needed("check_in"),
    needed("check_out"),
    optional("adults"),
    optional("children"),
    needed("rate"),
    needed("currency"),
    optional("rate_plan"),
    needed("guest_family"),
    needed("guest_given"),
    optional("state"),
    optional("cancelled_at"),
    optional("country"),
    optional("segment"),
    optional("channel"),
    optional("agency"),
    optional("company"),
    optional("customer"),
    optional("meals"),
    optional("deposit"),
    optional("parking"),
    optional("requests"),
];

const HOTEL: usize = 0;
const ROOM_TYPE: usize = 1;
const ROOMS: usize = 2;
const CREATED_AT: usize = 3;
const CHECK_IN: usize = 4;
const CHECK_OUT: usize = 5;
const ADULTS: usize = 6;
const CHILDREN: usize = 7;
const RATE: usize = 8;
const CURRENCY: usize = 9;
const RATE_PLAN: usize = 10;
const FAMILY: usize = 11;
const GIVEN: usize = 12;
const STATE: usize = 13;
const CANCELLED_AT: usize = 14;
const COUNTRY: usize = 15;
const SEGMENT: usize = 16;
const CHANNEL: usize = 17;
const AGENCY: usize = 18;
const COMPANY: usize = 19;
const CUSTOMER: usize = 20;
const MEALS: usize = 21;
const DEPOSIT: usize = 22;
const PARKING: usize = 23;
const REQUESTS: usize = 24;

/// Two lines that show what can be written.
const MODEL: &str = "\
BER-ADLER,DLX,1,2026-01-12T09:30,2026-02-06,2026-02-08,2,0,149.00,EUR,,Novak,Jana,checked_out,,CZE,\
leisure,direct,,,transient,breakfast,,1,\"quiet room, late arrival\"
BER-ADLER,STD,2,2026-01-13,2026-02-06,2026-02-07,1,0,99.00,EUR,,Li,Wei,cancelled,2026-02-01,CHN,\
corporate,agency,4711,ACME,contract,,,,
";

/// Returns a model file: the header and two lines.
pub(super) fn template() -> String {
    let names: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
    format!("{}\n{MODEL}", names.join(","))
}

/// Takes one line into the ledger.
pub(super) fn take(ledger: &mut Ledger, line: &Line<'_>) -> Result<(), Fault> {
    let code: HotelCode = line.read(HOTEL)?;
    let house =
        ledger.house(code.as_str(), |_| Ok(code)).map_err(|what| line.fault(HOTEL, what))?;
    let created = moment(line, CREATED_AT)?;
    let (check_in, check_out) = (date(line, CHECK_IN)?, date(line, CHECK_OUT)?);
    if check_out < check_in {
        return Err(line.fault(CHECK_OUT, format!("{check_out} is before the arrival {check_in}")));
    }
    let currency: Currency = line.read(CURRENCY)?;
    let rate = Money::parse(line.get(RATE), currency)
        .map_err(|error| line.fault(RATE, error.to_string()))?;
    let entry = Entry {
        line: line.number,
        mark: line.mark,
        house,
        room_type: line.read(ROOM_TYPE)?,
        rate_plan: if line.get(RATE_PLAN).is_empty() {
            ledger.fixed.rate_plan
        } else {
            line.read(RATE_PLAN)?
        },
        rooms: bounded(line, ROOMS, 1, (1, 50))?,
        occupancy: Occupancy {
            adults: bounded(line, ADULTS, 2, (1, ADULTS_MAX))?,
            children: bounded(line, CHILDREN, 0, (0, ADULTS_MAX))?,
        },
        created,
        lodging: Lodging::between(check_in, check_out),
        rate,
        ending: ending(ledger, line, created)?,
        guest: Some(Box::new((line.read::<Name>(FAMILY)?, line.read::<Name>(GIVEN)?))),
        marks: marks(ledger, line)?,
        note: line.read::<Note>(REQUESTS)?,
    };
    ledger.entries.push(entry);
    Ok(())
}

fn bounded(
    line: &Line<'_>,
    column: usize,
    usual: u8,
    (least, most): (u8, u8),
) -> Result<u8, Fault> {
    if line.get(column).is_empty() {
        return Ok(usual);
    }
    let number: u8 = line.number(column)?;
    if (least..=most).contains(&number) {
        return Ok(number);
    }
    Err(line.fault(column, format!("{number} is not within {least} and {most}")))
}

fn date(line: &Line<'_>, column: usize) -> Result<Date, Fault> {
    let text = line.get(column);
    text.parse()
        .map_err(|_| line.fault(column, format!("`{}` is no date such as 2026-07-31", short(text))))
}

/// Reads a day, with or without a time; both are the hotel's own.
fn moment(line: &Line<'_>, column: usize) -> Result<Moment, Fault> {
    let text = line.get(column);
    if !text.contains(['T', ' ']) {
        return Ok(Moment { day: date(line, column)?, time: None });
    }
    let at: DateTime = text.parse().map_err(|_| {
        let what = format!("`{}` is no day or time such as 2026-07-31T14:05", short(text));
        line.fault(column, what)
    })?;
    Ok(Moment { day: at.date(), time: Some(at.time()) })
}

fn ending(ledger: &mut Ledger, line: &Line<'_>, created: Moment) -> Result<Ending, Fault> {
    match line.get(STATE) {
        "" | "confirmed" => Ok(Ending::Confirmed),
        "in_house" => Ok(Ending::InHouse),
        "checked_out" => Ok(Ending::CheckedOut),
        "no_show" => Ok(Ending::NoShow),
        "cancelled" => {
            let at = moment(line, CANCELLED_AT)?;
            if at.day >= created.day {
                return Ok(Ending::Cancelled(at));
            }
            ledger.warn(Warning::CancelledEarly, line.number);
            Ok(Ending::Cancelled(Moment { day: created.day, time: None }))
        }
        other => {
            let states = "confirmed, cancelled, in_house, checked_out or no_show";
            Err(line.fault(STATE, format!("`{}` is not {states}", short(other))))
        }
    }
}

fn marks(ledger: &mut Ledger, line: &Line<'_>) -> Result<Marks, Fault> {
    let mut word = |column: usize| shared(ledger, line, column, line.get(column));
    Ok(Marks {
        country: word(COUNTRY)?,
        segment: word(SEGMENT)?,
        channel: word(CHANNEL)?,
        agency: word(AGENCY)?,
        company: word(COMPANY)?,
        customer: word(CUSTOMER)?,
        deposit: word(DEPOSIT)?,
        meals: meals(line)?,
        parking: bounded(line, PARKING, 0, (0, u8::MAX))?,
    })
}

fn meals(line: &Line<'_>) -> Result<Option<MealPlan>, Fault> {
    Ok(Some(match line.get(MEALS) {
        "" => return Ok(None),
        "room_only" => MealPlan::RoomOnly,
        "breakfast" => MealPlan::Breakfast,
        "half_board" => MealPlan::HalfBoard,
        "full_board" => MealPlan::FullBoard,
        "all_inclusive" => MealPlan::AllInclusive,
        other => {
            let words = "room_only, breakfast, half_board, full_board or all_inclusive";
            return Err(line.fault(MEALS, format!("`{}` is not {words}", short(other))));
        }
    }))
}
