//! Offers as a search lists them.

use hotel_core::wire::search::Offer;
use hotel_core::zone::Zone;
use serde::Serialize;

use super::words::{meals_word, short_instant};
use crate::output::present::{Cell, Column, Present};
use crate::output::style::Tone;

/// An offer with the number of its line.
#[derive(Debug, Serialize)]
pub(crate) struct NumberedOffer {
    /// The number, which `hotel book` takes.
    pub(crate) n: u32,
    /// The offer.
    #[serde(flatten)]
    pub(crate) offer: Offer,
}

/// Fewer rooms than this are worth a warning.
const LEFT_FEW: i64 = 3;

impl Present for NumberedOffer {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::number("n", "#"),
            Column::code("hotel", "hotel"),
            Column::text("hotel_name", "name"),
            Column::code("room_type", "room"),
            Column::code("rate_plan", "rate"),
            Column::text("meals", "meals"),
            Column::number("total", "total"),
            Column::code("free_until", "free until"),
            Column::number("left", "left"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        let offer = &self.offer;
        let zone: Option<Zone> = offer.zone.parse().ok();
        let free_until = match offer.free_until {
            Some(until) => {
                Cell::text(short_instant(until, zone.as_ref())).machine(until.to_string())
            }
            None => Cell::text("never").tone(Tone::Warn).machine(""),
        };
        let left = Cell::text(offer.left.to_string());
        vec![
            Cell::text(self.n.to_string()),
            Cell::text(offer.hotel.as_str()),
            Cell::text(&offer.hotel_name),
            Cell::text(offer.room_type.as_str()),
            Cell::text(offer.rate_plan.as_str()),
            Cell::text(meals_word(offer.meals)),
            Cell::text(offer.total.to_string()),
            free_until,
            if offer.left < LEFT_FEW { left.tone(Tone::Warn) } else { left },
        ]
    }

    fn id(&self) -> String {
        self.offer.offer.clone()
    }

    fn optional_fields() -> &'static [&'static str] {
        &["distance_km", "free_until"]
    }
}
