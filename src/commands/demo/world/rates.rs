//! What a sample hotel charges: its rate plans with their policies, and a calendar of nightly rates
//! by season and weekday, set in runs of nights rather than one by one.

use hotel_core::calendar::{NightRange, Weekdays};
use hotel_core::command::HotelCommand;
use hotel_core::command::house::{RateChange, RatesRequest};
use hotel_core::ids::RatePlanCode;
use hotel_core::policy::{CancellationPolicy, Deadline, Fee, Tier};
use hotel_core::rate::{MealPlan, PaymentTerm, Pricing, RatePlan, Restriction};
use hotel_core::stay::dates;
use jiff::civil::{Date, Time};

use super::cities::Climate;
use super::house::{DAYS_AHEAD, DAYS_BEFORE, House, days, share};
use super::known;
use crate::error::CliError;

/// The nights to Saturday and to Sunday; Monday is the lowest bit.
const WEEKEND: u8 = 0b011_0000;

/// The other nights.
const WEEK: u8 = 0b100_1111;

/// The days before arrival that an advance purchase needs.
const ADVANCE_DAYS: u16 = 3;

/// Returns what makes the plans and fills their calendar.
pub(super) fn commands(house: &House, today: Date) -> Result<Vec<HotelCommand>, CliError> {
    let mut commands: Vec<HotelCommand> =
        plans(house)?.into_iter().map(|plan| HotelCommand::SetRatePlan(Box::new(plan))).collect();
    let all = days(today, -DAYS_BEFORE, DAYS_AHEAD)?;
    for (nights, season_percent) in seasons(house.city.climate, all) {
        for (weekdays, week_percent) in [(WEEK, 100), (WEEKEND, weekend_percent(house))] {
            let nights = NightRange { weekdays: Weekdays(weekdays), ..nights };
            for kind in &house.kinds {
                let percents = [season_percent, week_percent, kind.price_percent];
                let minor = Some(night_minor(house, &percents));
                let set = RateChange { minor, restriction: None };
                let room_types = vec![kind.code];
                let rate_plan = bar()?;
                let rates = RatesRequest { rate_plan, room_types, nights, set };
                commands.push(HotelCommand::SetRates(rates));
            }
        }
    }
    commands.extend(restrictions(house, today)?);
    Ok(commands)
}

fn bar() -> Result<RatePlanCode, CliError> {
    known("BAR")
}

/// Returns the plans: the calendar's own first, since the others derive from it.
fn plans(house: &House) -> Result<Vec<RatePlan>, CliError> {
    let derived = |points: i32| -> Result<Pricing, CliError> {
        Ok(Pricing::Derived { from: bar()?, adjust: share(points)? })
    };
    let base = RatePlan {
        code: bar()?,
        name: known("Best available, flexible")?,
        payment: PaymentTerm::AtHotel,
        policy: flexible(18),
        pricing: Pricing::Nightly,
        meals: MealPlan::RoomOnly,
        adults_included: 2,
        extra_adult_minor: rounded(house.city.night_minor / 4, house.city.grain_minor),
        extra_child_minor: 0,
        advance_days_min: None,
        advance_days_max: None,
        corporate: None,
    };
    let advance = RatePlan {
        code: known("ADV")?,
        name: known("Advance purchase, non-refundable")?,
        payment: PaymentTerm::Prepaid,
        policy: non_refundable(),
        pricing: derived(-1_500)?,
        advance_days_min: Some(ADVANCE_DAYS),
        ..base.clone()
    };
    let guaranteed = RatePlan {
        code: known("GTD")?,
        name: known("Guaranteed, with breakfast")?,
        payment: PaymentTerm::Guarantee,
        policy: tiered()?,
        pricing: derived(800)?,
        meals: MealPlan::Breakfast,
        ..base.clone()
    };
    let mut plans = vec![base.clone(), advance, guaranteed];
    if house.has_corporate_plan() {
        plans.push(RatePlan {
            code: known("CORP")?,
            name: known("ACME corporate")?,
            policy: flexible(16),
            pricing: derived(-2_000)?,
            corporate: Some(known("ACME")?),
            ..base
        });
    }
    Ok(plans)
}

/// Free until an hour of the day before arrival, then the first night.
fn flexible(hour: i8) -> CancellationPolicy {
    let from = Deadline::BeforeArrival { days: 1, at: Time::constant(hour, 0, 0, 0) };
    CancellationPolicy {
        tiers: vec![Tier { from, fee: Fee::FirstNight }],
        no_show: Fee::FirstNight,
        early_departure: Fee::FirstNight,
    }
}

fn non_refundable() -> CancellationPolicy {
    CancellationPolicy {
        tiers: vec![Tier { from: Deadline::Booking, fee: Fee::WholeStay }],
        no_show: Fee::WholeStay,
        early_departure: Fee::WholeStay,
    }
}

/// Dearer the nearer arrival is.
fn tiered() -> Result<CancellationPolicy, CliError> {
    let before = |days, hour| Deadline::BeforeArrival { days, at: Time::constant(hour, 0, 0, 0) };
    Ok(CancellationPolicy {
        tiers: vec![
            Tier { from: before(14, 12), fee: Fee::Percent { basis_points: share(1_000)? } },
            Tier { from: before(7, 12), fee: Fee::Percent { basis_points: share(5_000)? } },
            Tier { from: before(1, 18), fee: Fee::WholeStay },
        ],
        no_show: Fee::WholeStay,
        early_departure: Fee::Nights { nights: 1 },
    })
}

/// Returns the nights of each season, with its price against the middle of the year.
fn seasons(climate: Climate, nights: NightRange) -> Vec<(NightRange, i64)> {
    let mut seasons: Vec<(NightRange, i64)> = Vec::new();
    for night in dates(nights.from, nights.to) {
        let percent = season_percent(climate, night);
        match seasons.last_mut() {
            Some((season, known)) if *known == percent => {
                season.to = night.tomorrow().unwrap_or(night);
            }
            _ => {
                let to = night.tomorrow().unwrap_or(night);
                seasons.push((NightRange { from: night, to, ..nights }, percent));
            }
        }
    }
    seasons
}

fn season_percent(climate: Climate, night: Date) -> i64 {
    let is_festive = (night.month(), night.day()) >= (12, 22) || night < festive_end(night);
    let (high, low): (&[i8], &[i8]) = match climate {
        Climate::North => (&[6, 7, 8], &[1, 2, 11]),
        Climate::South => (&[12, 1, 2], &[6, 7, 8]),
        Climate::Hot => (&[11, 12, 1, 2, 3], &[6, 7, 8]),
        Climate::Even => (&[4, 10], &[]),
    };
    if is_festive {
        150
    } else if high.contains(&night.month()) {
        125
    } else if low.contains(&night.month()) {
        80
    } else {
        100
    }
}

/// Returns the first night of the year that is no longer festive.
fn festive_end(night: Date) -> Date {
    Date::constant(night.year(), 1, 3)
}

/// Returns what weekend nights cost against others: less where business people stay.
fn weekend_percent(house: &House) -> i64 {
    if house.site.stars == 4 { 90 } else { 120 }
}

fn night_minor(house: &House, percents: &[i64]) -> i64 {
    let stars_percent = [50, 55, 70, 100, 145, 240][usize::from(house.site.stars.min(5))];
    let minor = percents
        .iter()
        .chain([&stars_percent])
        .fold(house.city.night_minor, |minor, percent| minor * percent / 100);
    rounded(minor, house.city.grain_minor)
}

fn rounded(minor: i64, grain_minor: i64) -> i64 {
    (minor + grain_minor / 2) / grain_minor * grain_minor
}

/// Returns rules on some nights. All lie far ahead: a tour near today meets none of them.
fn restrictions(house: &House, today: Date) -> Result<Vec<HotelCommand>, CliError> {
    let rule = match house.place % 4 {
        0 => Restriction { nights_min: 3, ..Restriction::default() },
        1 => Restriction { closed_to_arrival: true, ..Restriction::default() },
        2 => Restriction { nights_max: 4, ..Restriction::default() },
        _ => Restriction { closed: true, ..Restriction::default() },
    };
    let leaving = Restriction { closed_to_departure: true, ..Restriction::default() };
    let room_types: Vec<_> = house.kinds.iter().map(|kind| kind.code).collect();
    let set = |first, end, rule| -> Result<HotelCommand, CliError> {
        Ok(HotelCommand::SetRates(RatesRequest {
            rate_plan: bar()?,
            room_types: room_types.clone(),
            nights: days(today, first, end)?,
            set: RateChange { minor: None, restriction: Some(rule) },
        }))
    };
    Ok(vec![set(180, 184, rule)?, set(200, 201, leaving)?])
}
