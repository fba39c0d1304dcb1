//! What an import came to, for people and for machines.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Serialize;

use super::entry::Ledger;
use super::house::House;
use super::layout::Layout;
use super::tally::{Count, Refused, Tally};
use crate::output::present::{Cell, Column, Describe, Description};

/// What an import came to.
#[derive(Debug, Serialize)]
pub(super) struct Summary {
    layout: &'static str,
    dry_run: bool,
    lines: u64,
    accepted: u64,
    refused: u64,
    refused_by_reason: BTreeMap<String, u64>,
    hotels: Vec<HotelSummary>,
    warnings: BTreeMap<&'static str, u64>,
    steps_refused: BTreeMap<String, u64>,
    commands: u64,
    replayed: u64,
    seconds: f64,
}

#[derive(Debug, Serialize)]
struct HotelSummary {
    hotel: String,
    name: String,
    lines: u64,
    accepted: u64,
    refused: u64,
    refused_by_reason: BTreeMap<String, u64>,
}

impl Summary {
    /// Puts the counts together.
    pub(super) fn of(
        ledger: &Ledger,
        houses: &[House],
        tally: &Tally,
        (layout, dry_run, elapsed): (Layout, bool, Duration),
    ) -> Self {
        let hotels: Vec<HotelSummary> =
            houses.iter().zip(&tally.hotels).map(|(house, count)| of_hotel(house, count)).collect();
        Self {
            layout: layout.name(),
            dry_run,
            lines: tally.lines(),
            accepted: tally.accepted(),
            refused: hotels.iter().map(|hotel| hotel.refused).sum(),
            refused_by_reason: by_reason(&tally.refused),
            warnings: ledger
                .warnings
                .iter()
                .map(|(warning, (count, _))| (warning.word(), *count))
                .collect(),
            steps_refused: by_reason(&tally.steps_refused),
            commands: tally.commands,
            replayed: tally.replayed,
            seconds: (elapsed.as_secs_f64() * 100.0).round() / 100.0,
            hotels,
        }
    }
}

fn of_hotel(house: &House, count: &Count) -> HotelSummary {
    let refused = count.refused_total();
    HotelSummary {
        hotel: house.code.to_string(),
        name: house.label.clone(),
        lines: count.accepted + refused,
        accepted: count.accepted,
        refused,
        refused_by_reason: count.refused.clone(),
    }
}

fn by_reason(refused: &[Refused]) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for refused in refused {
        *counts.entry(refused.reason.clone()).or_default() += 1;
    }
    counts
}

fn words(counts: &BTreeMap<String, u64>) -> String {
    let words: Vec<String> =
        counts.iter().map(|(reason, count)| format!("{count} {reason}")).collect();
    words.join(", ")
}

impl Describe for Summary {
    fn describe(&self) -> Description {
        const COLUMNS: &[Column] = &[
            Column::code("hotel", "hotel"),
            Column::number("lines", "lines"),
            Column::number("accepted", "accepted"),
            Column::number("refused", "refused"),
            Column::text("refused_by_reason", "why"),
        ];
        let rows = self.hotels.iter().map(|hotel| {
            vec![
                Cell::text(&hotel.hotel),
                Cell::text(hotel.lines.to_string()),
                Cell::text(hotel.accepted.to_string()),
                Cell::text(hotel.refused.to_string()),
                Cell::text(words(&hotel.refused_by_reason)),
            ]
        });
        let verb = if self.dry_run { "would be accepted" } else { "are accepted" };
        let known = match (self.dry_run, self.replayed) {
            (true, _) => "decided in memory".to_owned(),
            (false, 0) => "all of them new".to_owned(),
            (false, known) if known == self.commands => "all of them known before".to_owned(),
            (false, known) => format!("{known} of them known before"),
        };
        Description::new().table(COLUMNS, rows.collect()).text(format!(
            "{} of {} lines {verb}, {} refused; {} commands in {} s, {known}",
            self.accepted, self.lines, self.refused, self.commands, self.seconds
        ))
    }

    fn id(&self) -> String {
        self.hotels.iter().map(|hotel| hotel.hotel.as_str()).collect::<Vec<&str>>().join(" ")
    }
}
