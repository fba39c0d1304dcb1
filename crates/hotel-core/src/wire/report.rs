//! Reports as they travel: rows of numbers, each report with its own. What the numbers mean stands in
//! `docs/reports.md`.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize};

use crate::ids::HotelCode;
use crate::money::{Currency, Money};

/// The most days a report covers: three years, as a run of nights that one command may change.
pub const DAYS_MAX: i32 = crate::calendar::RANGE_NIGHTS_MAX;

/// How many days back a pick-up looks when nobody says.
pub const PICKUP_DAYS: u16 = 7;

/// How many days back a pick-up may look.
pub const PICKUP_DAYS_MAX: u16 = 366;

/// What a report's rows stand for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReportBy {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A hotel.
    Hotel,
    /// A distribution channel.
    Channel,
    /// A market segment.
    Segment,
    /// A country the guests come from.
    Country,
    /// A travel agency.
    Agency,
    /// An agent of this house.
    Agent,
}

impl ReportBy {
    /// Every way to lay a report out.
    pub const ALL: [Self; 8] = [
        Self::Day,
        Self::Month,
        Self::Hotel,
        Self::Channel,
        Self::Segment,
        Self::Country,
        Self::Agency,
        Self::Agent,
    ];

    /// Returns the word on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Hotel => "hotel",
            Self::Channel => "channel",
            Self::Segment => "segment",
            Self::Country => "country",
            Self::Agency => "agency",
            Self::Agent => "agent",
        }
    }
}

/// Which report it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// How full the house is.
    Occupancy,
    /// What came in.
    Revenue,
    /// What was given up.
    Cancellations,
    /// How long before arrival guests book.
    LeadTime,
    /// What came onto the books lately.
    Pickup,
}

impl ReportKind {
    /// Returns the word in the path.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Occupancy => "occupancy",
            Self::Revenue => "revenue",
            Self::Cancellations => "cancellations",
            Self::LeadTime => "lead-time",
            Self::Pickup => "pickup",
        }
    }
}

/// What to report.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields, default)]
#[into_params(parameter_in = Query)]
pub struct ReportQuery {
    /// Of these hotels, separated by commas; without it, of all within reach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hotel: Option<String>,
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub from: Option<Date>,
    /// The first day no longer meant; at most 1,100 days after the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub to: Option<Date>,
    /// What the rows stand for: day, month, hotel, channel, segment, country, agency or agent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub by: Option<ReportBy>,
    /// Pick-up only: how many days back it looks, 1 to 366; without it 7.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u16>,
    /// Pick-up only: the books as they stood at the end of this day; without it, as they stand now.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>)]
    pub as_of: Option<Date>,
}

/// A report.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Report<Row> {
    /// Which one.
    pub report: ReportKind,
    /// What the rows stand for; nothing where they are spans of lead times.
    pub by: Option<ReportBy>,
    /// The hotels it covers.
    pub hotels: Vec<HotelCode>,
    /// The first day.
    pub from: Date,
    /// The first day no longer covered.
    pub to: Date,
    /// The day whose books a pick-up shows, where it is not now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// How many days back a pick-up looks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u16>,
    /// The position in the feed up to which everything is counted.
    pub position: u64,
    /// When that was written down; nothing before the first event.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub counted_to: Option<Timestamp>,
    /// The rows.
    pub rows: Vec<Row>,
    /// All rows together: one line, or one for each currency.
    pub totals: Vec<Row>,
}

/// How full the house was.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct OccupancyRow {
    /// The day, month or word; nothing where that is not known, and in totals.
    pub group: Option<String>,
    /// The currency of the amounts.
    pub currency: Currency,
    /// Room nights the house could have sold.
    pub available: i64,
    /// Room nights sold.
    pub sold: i64,
    /// Room nights given for nothing.
    pub complimentary: i64,
    /// Room nights kept for guests who never came.
    pub no_show: i64,
    /// Sold by available, in hundredths of a percent.
    pub occupancy_bp: Option<i64>,
    /// What the nights sold brought.
    #[serde(deserialize_with = "sum")]
    pub room_revenue: Money,
    /// Room revenue by nights sold.
    pub adr: Option<Money>,
    /// Room revenue by nights available.
    pub revpar: Option<Money>,
}

/// What came in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RevenueRow {
    /// The day, month or word; nothing where that is not known, and in totals.
    pub group: Option<String>,
    /// The currency of the amounts.
    pub currency: Currency,
    /// Room nights the house could have sold.
    pub available: i64,
    /// Room nights sold.
    pub sold: i64,
    /// What the nights sold brought, without the taxes contained in their rates.
    #[serde(deserialize_with = "sum")]
    pub room_revenue: Money,
    /// Fees of the bookings that were to arrive: cancelled, not shown up, left early.
    #[serde(deserialize_with = "sum")]
    pub fees: Money,
    /// Room revenue by nights sold.
    pub adr: Option<Money>,
    /// Room revenue by nights available.
    pub revpar: Option<Money>,
}

/// What was given up.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct CancellationsRow {
    /// The day, month or word; nothing where that is not known, and in totals.
    pub group: Option<String>,
    /// The currency of the amounts.
    pub currency: Currency,
    /// Bookings made for arrival then, whatever became of them.
    pub bookings: i64,
    /// Those cancelled.
    pub cancelled: i64,
    /// Those whose guests never came.
    pub no_shows: i64,
    /// Cancelled by made, in hundredths of a percent.
    pub cancelled_bp: Option<i64>,
    /// Room nights of the cancelled and of the no-shows.
    pub nights_lost: i64,
    /// Room revenue of these nights.
    #[serde(deserialize_with = "sum")]
    pub revenue_lost: Money,
    /// Fees charged for them.
    #[serde(deserialize_with = "sum")]
    pub fees: Money,
}

/// How long before arrival guests booked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct LeadTimeRow {
    /// The span of days, or the day, month or word; nothing where that is not known, and in totals.
    pub group: Option<String>,
    /// Bookings made, whatever became of them.
    pub bookings: i64,
    /// Their share of all, in hundredths of a percent.
    pub share_bp: Option<i64>,
    /// The average lead time, in tenths of a day.
    pub average_tenths: Option<i64>,
    /// The lead time in the middle, in tenths of a day.
    pub median_tenths: Option<i64>,
}

/// What came onto the books lately.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PickupRow {
    /// The day, month or word; nothing where that is not known, and in totals.
    pub group: Option<String>,
    /// The currency of the amounts.
    pub currency: Currency,
    /// Room nights sold, as the books stand.
    pub on_books: i64,
    /// What they bring.
    #[serde(deserialize_with = "sum")]
    pub revenue_on_books: Money,
    /// Room nights more (or fewer) than so many days before.
    pub picked_up: i64,
    /// Revenue more (or less) than so many days before.
    #[serde(deserialize_with = "sum")]
    pub revenue_picked_up: Money,
}

#[derive(Deserialize)]
struct RawSum {
    minor: i64,
    currency: Currency,
}

/// Reads a sum, which may lie beyond what a single amount can be.
fn sum<'de, D: Deserializer<'de>>(input: D) -> Result<Money, D::Error> {
    RawSum::deserialize(input).map(|raw| Money::new(raw.minor, raw.currency))
}
