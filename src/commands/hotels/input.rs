//! What is known of a hotel, as the flags say it.

use std::str::FromStr;

use hotel_core::catalogue::{Hotel, Position};
use hotel_core::ids::HotelCode;
use hotel_core::money::Currency;
use hotel_core::text::{Name, Word};
use hotel_core::zone::Zone;
use jiff::civil::Time;

use crate::error::{CliError, codes};

/// Degrees north and east as written: `52.52,13.40`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point(Position);

/// The text is no position.
#[derive(Debug, thiserror::Error)]
#[error("write degrees north and east, as in 52.52,13.40")]
pub(super) struct PointError;

impl FromStr for Point {
    type Err = PointError;

    fn from_str(text: &str) -> Result<Self, PointError> {
        let (north, east) = text.split_once(',').ok_or(PointError)?;
        let degrees = |text: &str| text.trim().parse::<f64>().map_err(|_| PointError);
        let position = Position::new(degrees(north)?, degrees(east)?);
        position.map(Self).map_err(|_| PointError)
    }
}

/// What is known of a hotel; taxes and promotions are only in a file.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Hotel")]
pub(super) struct HotelFields {
    /// Read the whole hotel from a file of JSON, or - for stdin
    #[arg(long, value_name = "FILE")]
    #[arg(conflicts_with_all = ["name", "city", "city_code", "country", "zone", "at", "stars"])]
    #[arg(conflicts_with_all = ["currency", "amenity", "auto_confirm", "day_starts"])]
    pub(super) file: Option<String>,
    /// Its name
    #[arg(long, value_name = "TEXT")]
    name: Option<Name>,
    /// The city as people write it
    #[arg(long, value_name = "TEXT")]
    city: Option<Name>,
    /// A short code of the city, as BER
    #[arg(long, value_name = "CODE")]
    city_code: Option<HotelCode>,
    /// The country's two letters
    #[arg(long, value_name = "XX")]
    country: Option<Word>,
    /// The zone its nights lie in, as Europe/Berlin; for ever
    #[arg(long, value_name = "ZONE")]
    zone: Option<Zone>,
    /// Where it stands, in degrees north and east
    #[arg(long, value_name = "LAT,LON", allow_hyphen_values = true)]
    at: Option<Point>,
    /// How many stars
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=5))]
    stars: Option<u8>,
    /// The currency of its prices; for ever
    #[arg(long, value_name = "XXX")]
    currency: Option<Currency>,
    /// What the house offers, as in pool,wifi; all of it
    #[arg(long, value_name = "WORDS", value_delimiter = ',')]
    amenity: Option<Vec<Word>>,
    /// Whether bookings are confirmed without a person of the hotel
    #[arg(long, value_name = "true|false")]
    auto_confirm: Option<bool>,
    /// When the business day begins, as in 03:00
    #[arg(long, value_name = "HH:MM")]
    day_starts: Option<Time>,
}

impl HotelFields {
    /// Makes a new hotel; what has no usual value must be there.
    pub(super) fn hotel(self, code: HotelCode) -> Result<Hotel, CliError> {
        Ok(Hotel {
            code,
            name: needed(self.name, "--name")?,
            city: needed(self.city, "--city")?,
            city_code: needed(self.city_code, "--city-code")?,
            country: needed(self.country, "--country")?,
            zone: needed(self.zone, "--zone")?,
            position: needed(self.at, "--at")?.0,
            stars: self.stars.unwrap_or_default(),
            amenities: self.amenity.unwrap_or_default(),
            currency: needed(self.currency, "--currency")?,
            auto_confirm: self.auto_confirm.unwrap_or_default(),
            day_starts: self.day_starts.unwrap_or(Time::constant(3, 0, 0, 0)),
            taxes: Vec::new(),
            promotions: Vec::new(),
            active: true,
        })
    }

    /// Changes a hotel where something is said.
    pub(super) fn over(self, hotel: Hotel) -> Hotel {
        Hotel {
            name: self.name.unwrap_or(hotel.name),
            city: self.city.unwrap_or(hotel.city),
            city_code: self.city_code.unwrap_or(hotel.city_code),
            country: self.country.unwrap_or(hotel.country),
            zone: self.zone.unwrap_or(hotel.zone),
            position: self.at.map_or(hotel.position, |point| point.0),
            stars: self.stars.unwrap_or(hotel.stars),
            amenities: self.amenity.unwrap_or(hotel.amenities),
            currency: self.currency.unwrap_or(hotel.currency),
            auto_confirm: self.auto_confirm.unwrap_or(hotel.auto_confirm),
            day_starts: self.day_starts.unwrap_or(hotel.day_starts),
            ..hotel
        }
    }
}

fn needed<T>(value: Option<T>, flag: &str) -> Result<T, CliError> {
    value.ok_or_else(|| {
        CliError::of(codes::USAGE_MISSING_ARGUMENT, format!("a new hotel needs {flag}"))
            .field(flag)
            .hint("hotel hotels add --help")
    })
}

/// Refuses a file that is about another hotel.
pub(super) fn same_code(hotel: Hotel, code: HotelCode) -> Result<Hotel, CliError> {
    if hotel.code == code {
        return Ok(hotel);
    }
    let message = format!("the file is about {}, not {code}", hotel.code);
    Err(CliError::of(codes::USAGE_ARGUMENTS, message).field("--file"))
}
