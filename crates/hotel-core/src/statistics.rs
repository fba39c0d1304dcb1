//! The trade's statistics, by the formulas of STR and the Uniform System of Accounts for the Lodging
//! Industry: what is counted, and how it is divided and rounded. Whole numbers only. Where this house
//! counts differently, `docs/reports.md` says so.

use jiff::civil::Date;

use crate::booking::{Booking, BookingState};
use crate::stay::days_between;

/// What a room night counts as.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NightKind {
    /// Sold for money.
    Sold,
    /// Slept in for nothing.
    Complimentary,
    /// Kept for guests who never came.
    NoShow,
}

impl NightKind {
    /// Returns what a night of a booking counts as, by its rate before taxes are taken out; nothing
    /// for bookings that are no sale.
    pub fn of(state: BookingState, rate_minor: i64) -> Option<Self> {
        match state {
            BookingState::Requested
            | BookingState::Confirmed
            | BookingState::InHouse
            | BookingState::CheckedOut => {
                Some(if rate_minor > 0 { Self::Sold } else { Self::Complimentary })
            }
            BookingState::NoShow => Some(Self::NoShow),
            BookingState::Waitlisted
            | BookingState::Held
            | BookingState::Cancelled
            | BookingState::Declined
            | BookingState::Expired
            | BookingState::Released => None,
        }
    }
}

/// Tells whether a booking in this state is a sale: it stands on the books.
pub fn is_sale(state: BookingState) -> bool {
    matches!(NightKind::of(state, 0), Some(NightKind::Sold | NightKind::Complimentary))
}

/// Room nights of a period, and what came in for them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct NightTally {
    /// Rooms in the house that could be slept in, night by night.
    pub available: i64,
    /// Nights sold.
    pub sold: i64,
    /// Nights given for nothing.
    pub complimentary: i64,
    /// Nights kept for guests who never came.
    pub no_show: i64,
    /// Room revenue of the nights sold, in minor units, without the taxes contained in it.
    pub revenue_minor: i64,
}

impl NightTally {
    /// Counts a room night.
    pub fn count(&mut self, kind: NightKind, net_minor: i64) {
        match kind {
            NightKind::Sold => {
                self.sold += 1;
                self.revenue_minor = self.revenue_minor.saturating_add(net_minor);
            }
            NightKind::Complimentary => self.complimentary += 1,
            NightKind::NoShow => self.no_show += 1,
        }
    }

    /// Adds another tally.
    pub fn add(&mut self, other: &Self) {
        self.available += other.available;
        self.sold += other.sold;
        self.complimentary += other.complimentary;
        self.no_show += other.no_show;
        self.revenue_minor = self.revenue_minor.saturating_add(other.revenue_minor);
    }

    /// Returns occupancy: rooms sold by rooms available, in hundredths of a percent.
    pub fn occupancy(&self) -> Option<i64> {
        basis_points(self.sold, self.available)
    }

    /// Returns ADR, the average daily rate: room revenue by rooms sold, in minor units.
    pub fn adr(&self) -> Option<i64> {
        divide_half_up(self.revenue_minor, self.sold)
    }

    /// Returns `RevPAR`: room revenue by rooms available, in minor units.
    pub fn revpar(&self) -> Option<i64> {
        divide_half_up(self.revenue_minor, self.available)
    }
}

/// Divides, rounding halves up; nothing where there is nothing to divide by.
pub fn divide_half_up(part: i64, whole: i64) -> Option<i64> {
    if whole <= 0 {
        return None;
    }
    let (part, whole) = (i128::from(part), i128::from(whole));
    i64::try_from((2 * part + whole).div_euclid(2 * whole)).ok()
}

/// Returns a share in hundredths of a percent, rounded half up.
pub fn basis_points(part: i64, whole: i64) -> Option<i64> {
    divide_half_up(part.saturating_mul(10_000), whole)
}

/// Returns a share in tenths of a percent, rounded half up: what people read.
pub fn per_mille(part: i64, whole: i64) -> Option<i64> {
    divide_half_up(part.saturating_mul(1_000), whole)
}

/// Returns the taxes that nightly rates already contain, in minor units.
pub fn included_tax(booking: &Booking) -> i64 {
    booking.price.taxes.iter().filter(|line| line.included).map(|line| line.minor).sum()
}

/// Spreads the taxes contained in nightly rates over them and returns each rate with its share
/// taken out, in the same order. The shares add up to the tax, to the last minor unit.
pub fn net_rates<'a>(
    rates: impl Iterator<Item = i64> + Clone + 'a,
    included_minor: i64,
) -> impl Iterator<Item = i64> + 'a {
    let gross: i64 = rates.clone().sum();
    let tax = included_minor.clamp(0, gross.max(0));
    let mut so_far = (0, 0);
    rates.map(move |rate| {
        let sum = so_far.0 + rate;
        let taxed = share(tax, sum, gross);
        let net = rate - (taxed - so_far.1);
        so_far = (sum, taxed);
        net
    })
}

/// Returns the part of a tax that falls on the first so much of an amount.
fn share(tax: i64, sum: i64, gross: i64) -> i64 {
    if gross <= 0 || tax == 0 {
        return 0;
    }
    let (tax, sum, gross) = (i128::from(tax), i128::from(sum), i128::from(gross));
    i64::try_from((2 * tax * sum + gross) / (2 * gross)).unwrap_or(0)
}

/// The last day of each span of lead times but the open one.
const LEAD_ENDS: [i32; 9] = [0, 3, 7, 14, 30, 60, 90, 180, 365];

/// The spans of lead times, in days, as they are written.
pub const LEAD_SPANS: [&str; 10] =
    ["0", "1-3", "4-7", "8-14", "15-30", "31-60", "61-90", "91-180", "181-365", "366+"];

/// Returns how many days before arrival a booking was made; a guest who walks in late made it on
/// the day of arrival.
pub fn lead_days(created_on: Date, check_in: Date) -> i32 {
    days_between(created_on, check_in).max(0)
}

/// Returns the place of a lead time among the spans.
pub fn lead_span(days: i32) -> usize {
    LEAD_ENDS.iter().position(|end| days <= *end).unwrap_or(LEAD_ENDS.len())
}

/// Returns the average of whole numbers in tenths, rounded half up.
pub fn average_tenths(sum: i64, count: i64) -> Option<i64> {
    divide_half_up(sum.saturating_mul(10), count)
}

/// Returns the median of whole numbers in tenths: of an even number of them, halfway between the
/// two in the middle. The numbers are put in order.
pub fn median_tenths(numbers: &mut [i32]) -> Option<i64> {
    numbers.sort_unstable();
    let upper = numbers.len() / 2;
    let high = i64::from(*numbers.get(upper)?);
    if numbers.len() % 2 == 1 {
        return Some(high * 10);
    }
    let low = i64::from(*numbers.get(upper.checked_sub(1)?)?);
    Some((low + high) * 5)
}
