//! One day as agents write it, and how it becomes a date.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::WhenError;

/// Ten years: more than any hotel sells ahead, and no overflow.
const DAYS_AHEAD_MAX: i32 = 3660;

/// A leap day is at most eight years away, across a century without one.
const LEAP_YEARS_AHEAD: i16 = 8;

const WEEKDAYS: [(&str, &str, Weekday); 7] = [
    ("mon", "monday", Weekday::Monday),
    ("tue", "tuesday", Weekday::Tuesday),
    ("wed", "wednesday", Weekday::Wednesday),
    ("thu", "thursday", Weekday::Thursday),
    ("fri", "friday", Weekday::Friday),
    ("sat", "saturday", Weekday::Saturday),
    ("sun", "sunday", Weekday::Sunday),
];

const MONTHS: [(&str, &str); 12] = [
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may", "may"),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
];

/// A day as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    Today,
    Tomorrow,
    InDays(i32),
    Weekday(Weekday),
    OfMonth { month: i8, day: i8 },
    Date(Date),
}

impl Day {
    /// Parses a lower-case day.
    pub(super) fn parse(text: &str) -> Result<Self, WhenError> {
        let text = text.trim();
        match text {
            "" => return Err(WhenError::Empty),
            "today" => return Ok(Self::Today),
            "tomorrow" => return Ok(Self::Tomorrow),
            _ => {}
        }
        if let Some(weekday) = parse_weekday(text) {
            return Ok(Self::Weekday(weekday));
        }
        if let Some(days) = text.strip_prefix('+') {
            return parse_in_days(text, days);
        }
        if let Some(parsed) = parse_iso(text) {
            return parsed.map(Self::Date);
        }
        if is_ambiguous(text) {
            return Err(WhenError::Ambiguous { text: text.to_owned() });
        }
        parse_month_day(text)
    }

    /// Returns the date as seen from today: a weekday is the next one (today's own name is a week
    /// away), a day of a month the next one, today included.
    pub(super) fn resolve(self, today: Date) -> Result<Date, WhenError> {
        match self {
            Self::Today => Ok(today),
            Self::Tomorrow => plus_days(today, 1),
            Self::InDays(days) => plus_days(today, days),
            Self::Weekday(weekday) => next_weekday(today, weekday),
            Self::OfMonth { month, day } => next_month_day(today, month, day),
            Self::Date(date) => Ok(date),
        }
    }

    /// Returns the date as the end of a range: relative days count from its start.
    pub(super) fn after(self, start: Date, today: Date) -> Result<Date, WhenError> {
        match self {
            Self::InDays(days) => plus_days(start, days),
            Self::Weekday(weekday) => next_weekday(start, weekday),
            Self::OfMonth { month, day } => next_month_day(plus_days(start, 1)?, month, day),
            Self::Today | Self::Tomorrow | Self::Date(_) => self.resolve(today),
        }
    }

    /// Returns whether both name the same day of the year: `24dec..24dec` is a slip, not a stay of
    /// a year.
    pub(super) fn is_same_words(self, other: Self) -> bool {
        matches!(self, Self::OfMonth { .. }) && self == other
    }
}

/// Adds days to a date.
pub(super) fn plus_days(date: Date, days: i32) -> Result<Date, WhenError> {
    date.checked_add(days.days()).map_err(|_| WhenError::OutOfRange)
}

fn next_weekday(date: Date, weekday: Weekday) -> Result<Date, WhenError> {
    date.nth_weekday(1, weekday).map_err(|_| WhenError::OutOfRange)
}

/// Returns the first such day on or after `date`; only 29 February may skip years.
fn next_month_day(date: Date, month: i8, day: i8) -> Result<Date, WhenError> {
    (0..=LEAP_YEARS_AHEAD)
        .filter_map(|ahead| Date::new(date.year() + ahead, month, day).ok())
        .find(|candidate| *candidate >= date)
        .ok_or(WhenError::OutOfRange)
}

fn parse_weekday(text: &str) -> Option<Weekday> {
    WEEKDAYS
        .iter()
        .find(|(short, long, _)| text == *short || text == *long)
        .map(|(_, _, weekday)| *weekday)
}

fn parse_in_days(text: &str, days: &str) -> Result<Day, WhenError> {
    let unknown = || WhenError::Unknown { text: text.to_owned() };
    let digits = days.strip_suffix('d').ok_or_else(unknown)?;
    if digits.is_empty() || !is_digits(digits) {
        return Err(unknown());
    }
    match digits.parse::<i32>() {
        Ok(days) if days <= DAYS_AHEAD_MAX => Ok(Day::InDays(days)),
        Ok(_) | Err(_) => Err(WhenError::OutOfRange),
    }
}

/// Parses `2026-12-24`, four, two and two digits; `None` when it has another shape.
fn parse_iso(text: &str) -> Option<Result<Date, WhenError>> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let shape = (year.len(), month.len(), day.len()) == (4, 2, 2);
    if !shape || parts.next().is_some() || ![year, month, day].iter().all(|part| is_digits(part)) {
        return None;
    }
    let no_such_day = WhenError::NoSuchDay { text: text.to_owned() };
    let date = match (year.parse(), month.parse(), day.parse()) {
        (Ok(year), Ok(month), Ok(day)) => Date::new(year, month, day).ok(),
        _ => None,
    };
    Some(date.ok_or(no_such_day))
}

/// Returns whether a text is only numbers and separators: nobody can tell which is the month.
fn is_ambiguous(text: &str) -> bool {
    let separated = text.contains(['/', '.', '-']);
    separated
        && text.starts_with(|first: char| first.is_ascii_digit())
        && text.chars().all(|part| part.is_ascii_digit() || matches!(part, '/' | '.' | '-'))
}

/// Parses `24dec` and `24dec2026`.
fn parse_month_day(text: &str) -> Result<Day, WhenError> {
    let unknown = || WhenError::Unknown { text: text.to_owned() };
    let name_at = text.find(|part: char| !part.is_ascii_digit()).ok_or_else(unknown)?;
    let (day_digits, rest) = text.split_at(name_at);
    let year_at = rest.find(|part: char| part.is_ascii_digit()).unwrap_or(rest.len());
    let (name, year_digits) = rest.split_at(year_at);
    let month_index = MONTHS
        .iter()
        .position(|(short, long)| name == *short || name == *long)
        .ok_or_else(unknown)?;
    let month = i8::try_from(month_index + 1).map_err(|_| unknown())?;
    if !(1..=2).contains(&day_digits.len()) {
        return Err(unknown());
    }
    let day: i8 = day_digits.parse().map_err(|_| unknown())?;
    let no_such_day = || WhenError::NoSuchDay { text: text.to_owned() };
    if year_digits.is_empty() {
        // Checked against a leap year, so that 29feb stands and 31feb does not.
        Date::new(2024, month, day).map_err(|_| no_such_day())?;
        return Ok(Day::OfMonth { month, day });
    }
    if year_digits.len() != 4 || !is_digits(year_digits) {
        return Err(unknown());
    }
    let year: i16 = year_digits.parse().map_err(|_| unknown())?;
    Date::new(year, month, day).map(Day::Date).map_err(|_| no_such_day())
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
