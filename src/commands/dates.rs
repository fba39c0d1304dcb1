//! Dates in the zone they are meant in: the hotel's. A date that means the same everywhere on Earth
//! costs no question.

use hotel_core::catalogue::Hotel;
use hotel_core::ids::HotelCode;
use hotel_core::stay::StayDates;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::api::catalogue::HotelsQuery;
use crate::context::Context;
use crate::error::category::Category;
use crate::error::{CliError, codes};
use crate::when::{When, WhenError, echo, stay_words};

/// Behind UTC by twelve hours, and by a business day that starts late.
const EARLIEST_DAY: SignedDuration = SignedDuration::from_hours(-36);

/// Ahead of UTC by fourteen hours.
const LATEST_DAY: SignedDuration = SignedDuration::from_hours(14);

/// Resolves dates that are the same wherever the hotel is; `None` if that depends on the zone.
pub(crate) fn everywhere<T: PartialEq>(
    now: Timestamp,
    resolve: impl Fn(Date) -> Result<T, WhenError>,
) -> Result<Option<T>, CliError> {
    let day = |shift: SignedDuration| {
        let moment = now.checked_add(shift).unwrap_or(now);
        TimeZone::UTC.to_datetime(moment).date()
    };
    match (resolve(day(EARLIEST_DAY)), resolve(day(LATEST_DAY))) {
        (Ok(first), Ok(last)) if first == last => Ok(Some(first)),
        (Err(first), Err(last)) if first == last => Err(first.into()),
        (Ok(_) | Err(_), Ok(_) | Err(_)) => Ok(None),
    }
}

/// Returns which day it is at a hotel: its business date, as the house counts its nights.
pub(crate) fn today_at(hotel: &Hotel, now: Timestamp) -> Date {
    hotel.zone.business_date(now, hotel.day_starts)
}

/// Returns which day it is where no hotel says so: in the agent's zone, else in UTC.
pub(crate) fn today_here(ctx: &Context) -> Date {
    match ctx.zone() {
        Some(zone) => zone.local(ctx.now()).date(),
        None => TimeZone::UTC.to_datetime(ctx.now()).date(),
    }
}

/// Resolves dates at a hotel, which is only asked for its zone when that matters.
pub(crate) async fn resolve_at<T: PartialEq>(
    ctx: &Context,
    hotel: Option<HotelCode>,
    resolve: impl Fn(Date) -> Result<T, WhenError>,
) -> Result<T, CliError> {
    if let Some(same) = everywhere(ctx.now(), &resolve)? {
        return Ok(same);
    }
    let today = match hotel {
        Some(hotel) => today_at(&ctx.api()?.hotel(hotel).await?, ctx.now()),
        None => today_here(ctx),
    };
    Ok(resolve(today)?)
}

/// Finds the hotel that a place names, or the first of a city.
pub(crate) async fn hotel_at(ctx: &Context, place: &str) -> Result<Option<Hotel>, CliError> {
    let api = ctx.api()?;
    let code = place.parse::<HotelCode>().ok();
    // Most hotel codes have a dash and no city has: one question answers nearly always.
    if let Some(code) = code.filter(|_| place.contains('-')) {
        match api.hotel(code).await {
            Ok(hotel) => return Ok(Some(hotel)),
            Err(error) if error.category == Category::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    let query =
        HotelsQuery { place: Some(place.to_owned()), limit: Some(1), ..HotelsQuery::default() };
    Ok(api.hotels(&query).await?.items.into_iter().next())
}

/// Returns the nights of two dates.
pub(crate) fn stay_of((check_in, check_out): (Date, Date)) -> Result<StayDates, CliError> {
    StayDates::new(check_in, check_out)
        .map_err(|error| CliError::of(codes::USAGE_DATE, error.to_string()))
}

/// Returns the nights of a date as written, with a number of nights beside it or not.
pub(crate) fn nights_of(
    when: &When,
    nights: Option<u16>,
    today: Date,
) -> Result<(Date, Date), WhenError> {
    let Some(nights) = nights else { return when.resolve(today) };
    let check_in = when.single_date(today)?;
    let check_out = check_in
        .checked_add(jiff::Span::new().days(i64::from(nights)))
        .map_err(|_| WhenError::OutOfRange)?;
    Ok((check_in, check_out))
}

/// Repeats the nights on stderr, so that a wrong day is seen before it costs something.
pub(crate) fn tell_stay(ctx: &Context, stay: StayDates, zone: Option<&str>) {
    let (check_in, check_out) = (stay.check_in(), stay.check_out());
    ctx.announce(match zone {
        Some(zone) => echo(check_in, check_out, zone),
        None => stay_words(check_in, check_out),
    });
}
