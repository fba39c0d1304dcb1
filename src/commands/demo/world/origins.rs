//! Where made-up bookings come from: segments, channels and countries, so that reports have something
//! to tell apart. Thrown with dice of their own, so that nothing else of the world depends on them.

use hotel_core::origin::Origin;
use hotel_core::text::Word;

use super::dice::Dice;
use super::known;
use crate::error::CliError;

/// Countries of guests, ISO 3166-1 alpha-2; more than once where more come from.
const COUNTRIES: &[&str] = &[
    "DE", "DE", "DE", "GB", "GB", "GB", "US", "US", "US", "FR", "FR", "ES", "IT", "NL", "CZ", "PL",
    "CH", "AT", "JP", "JP", "CN", "KR", "IN", "AU", "BR", "ZA", "NG", "SG", "AE", "CA",
];

/// Agencies that send guests.
const AGENCIES: &[&str] = &["Atlas Reisen", "Meridian Travel", "Sakura Tours", "Viajes Sol"];

/// Throws where a booking sold under a plan comes from.
pub(super) fn origin(dice: &mut Dice, plan: &str) -> Result<Origin, CliError> {
    let segment = segment(dice, plan);
    let channel = channel(dice, segment);
    let agency = match channel {
        "travel agency" => dice.pick(AGENCIES).copied(),
        _ => None,
    };
    // One guest in thirty does not say.
    let country = if dice.chance(97) { dice.pick(COUNTRIES).copied() } else { None };
    let word = |text: Option<&str>| text.map(known::<Word>).transpose();
    Ok(Origin {
        country: word(country)?,
        segment: word(Some(segment))?,
        channel: word(Some(channel))?,
        agency: word(agency)?,
        ..Origin::default()
    })
}

fn segment(dice: &mut Dice, plan: &str) -> &'static str {
    let throw = dice.below(100);
    match throw {
        _ if plan == "CORP" => "corporate",
        0..55 => "leisure",
        55..80 => "business",
        80..92 => "groups",
        _ => "crew",
    }
}

fn channel(dice: &mut Dice, segment: &str) -> &'static str {
    let throw = dice.below(100);
    match (segment, throw) {
        ("corporate", 0..60) | (_, 90..) => "GDS",
        ("groups" | "crew", 0..70) | (_, 75..90) => "travel agency",
        (_, 0..35) => "direct",
        (_, 35..75) => "online agency",
    }
}
