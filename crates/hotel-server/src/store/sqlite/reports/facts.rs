//! The rows of the read model: one narrow row a booking.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use hotel_core::booking::BookingState;
use hotel_core::stay::{NIGHTS_MAX, StayDates, date_of, day_number};

use crate::reports::fact::StayFact;
use crate::reports::{BookingEvent, Wanted};
use crate::store::StoreError;
use crate::store::sqlite::rows::{count, counted, date, json, parsed, text};

const FACT: &str = "SELECT stay_fact.booking, stay_fact.hotel, stay_fact.created_on, \
     stay_fact.sold_on, stay_fact.ended_on, stay_fact.state, stay_fact.check_in, \
     stay_fact.check_out, stay_fact.freed_from, stay_fact.rates, stay_fact.included_minor, \
     stay_fact.fee_minor, stay_fact.currency, stay_fact.segment, stay_fact.channel, \
     stay_fact.country, stay_fact.agency, stay_fact.agent \
     FROM stay_fact WHERE stay_fact.booking = ?1";

// Hotels stand outside, so that each is one range of the index.
const FACTS: &str = "SELECT stay_fact.booking, stay_fact.hotel, stay_fact.created_on, \
     stay_fact.sold_on, stay_fact.ended_on, stay_fact.state, stay_fact.check_in, \
     stay_fact.check_out, stay_fact.freed_from, stay_fact.rates, stay_fact.included_minor, \
     stay_fact.fee_minor, stay_fact.currency, stay_fact.segment, stay_fact.channel, \
     stay_fact.country, stay_fact.agency, stay_fact.agent \
     FROM json_each(?1) AS wanted CROSS JOIN stay_fact ON stay_fact.hotel = wanted.value \
     WHERE stay_fact.check_in > ?2 AND stay_fact.check_in < ?3 AND stay_fact.check_out > ?4";

const SAVE: &str = "INSERT INTO stay_fact (booking, hotel, created_on, sold_on, ended_on, state, \
     check_in, check_out, freed_from, rates, included_minor, fee_minor, currency, segment, \
     channel, country, agency, agent) \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18) \
     ON CONFLICT (booking) DO UPDATE SET sold_on = excluded.sold_on, \
     ended_on = excluded.ended_on, state = excluded.state, check_in = excluded.check_in, \
     check_out = excluded.check_out, freed_from = excluded.freed_from, rates = excluded.rates, \
     included_minor = excluded.included_minor, fee_minor = excluded.fee_minor";

/// Folds events into the rows of their bookings, each of which is read and written once.
pub(super) fn fold(connection: &Connection, events: &[BookingEvent]) -> Result<(), StoreError> {
    let mut facts: HashMap<u64, StayFact> = HashMap::with_capacity(events.len());
    for event in events {
        let before = match facts.remove(&event.booking) {
            Some(fact) => Some(fact),
            None if event.change.opened.is_some() => None,
            None => one(connection, event.booking)?,
        };
        let Some(mut after) = StayFact::fold(before.as_ref(), event) else {
            return Err(StoreError::Row { what: "beginning of a booking", source: None });
        };
        if let Some(parent) = event.split_from {
            match facts.get(&parent) {
                Some(parent) => after.made_with(parent),
                None => {
                    if let Some(parent) = one(connection, parent)? {
                        after.made_with(&parent);
                    }
                }
            }
        }
        facts.insert(event.booking, after);
    }
    let mut statement = connection.prepare_cached(SAVE)?;
    let mut changed: Vec<&StayFact> = facts.values().collect();
    // In the order of the table, so that new rows go to its end.
    changed.sort_unstable_by_key(|fact| fact.booking);
    for fact in changed {
        let rates = parsed("list of rates", serde_json::to_string(&fact.rates))?;
        statement.execute(params![
            count(fact.booking),
            fact.hotel.as_str(),
            day_number(fact.created_on),
            fact.sold_on.map(day_number),
            fact.ended_on.map(day_number),
            fact.state.as_str(),
            day_number(fact.stay.check_in()),
            day_number(fact.stay.check_out()),
            fact.freed_from.map(day_number),
            rates,
            fact.included_minor,
            fact.fee_minor,
            fact.currency.code(),
            fact.segment,
            fact.channel,
            fact.country,
            fact.agency,
            fact.agent,
        ])?;
    }
    Ok(())
}

fn one(connection: &Connection, booking: u64) -> Result<Option<StayFact>, StoreError> {
    let mut statement = connection.prepare_cached(FACT)?;
    let found = statement.query_row([count(booking)], |row| Ok(fact_from_row(row))).optional()?;
    found.transpose()
}

/// Reads the bookings of some hotels whose nights touch a run of days.
pub(super) fn read(
    connection: &Connection,
    wanted: &Wanted,
    take: &mut dyn FnMut(&StayFact),
) -> Result<(), StoreError> {
    let hotels = parsed("list of hotels", serde_json::to_string(&wanted.hotels))?;
    let (from, to) = (day_number(wanted.from), day_number(wanted.to));
    // No stay is longer, so none that began earlier still lasts.
    let earliest = from - i32::try_from(NIGHTS_MAX).unwrap_or(0);
    let mut statement = connection.prepare_cached(FACTS)?;
    let mut rows = statement.query(params![hotels, earliest, to, from])?;
    while let Some(row) = rows.next()? {
        take(&fact_from_row(row)?);
    }
    Ok(())
}

fn fact_from_row(row: &Row<'_>) -> Result<StayFact, StoreError> {
    let state = row.get_ref("state")?.as_str().map_err(rusqlite::Error::from)?;
    let stay = StayDates::new(date(row, "check_in")?, date(row, "check_out")?);
    Ok(StayFact {
        booking: counted(row, "booking")?,
        hotel: text(row, "hotel", "hotel code")?,
        created_on: date(row, "created_on")?,
        sold_on: some_date(row, "sold_on")?,
        ended_on: some_date(row, "ended_on")?,
        state: parsed("state", state.parse::<BookingState>())?,
        stay: parsed("stay", stay)?,
        freed_from: some_date(row, "freed_from")?,
        rates: json(row, "rates", "list of rates")?,
        included_minor: row.get("included_minor")?,
        fee_minor: row.get("fee_minor")?,
        currency: text(row, "currency", "currency")?,
        segment: row.get("segment")?,
        channel: row.get("channel")?,
        country: row.get("country")?,
        agency: row.get("agency")?,
        agent: row.get("agent")?,
    })
}

fn some_date(row: &Row<'_>, column: &str) -> Result<Option<jiff::civil::Date>, StoreError> {
    match row.get::<_, Option<i32>>(column)? {
        None => Ok(None),
        Some(day) => date_of(day).map(Some).ok_or(StoreError::Row { what: "date", source: None }),
    }
}
