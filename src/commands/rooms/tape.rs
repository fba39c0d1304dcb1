//! The tape chart as lines of text: rooms by nights, a bar a stay. Knows no terminal; it is told how
//! wide it may be.

use std::collections::BTreeSet;

use hotel_core::booking::BookingState;
use hotel_core::ids::{BookingCode, RoomNo};
use hotel_core::stay::{dates, days_between};
use hotel_core::wire::hotel::{Chart, ChartBooking, InventoryNight};
use jiff::civil::Date;
use unicode_width::UnicodeWidthChar as _;

use crate::output::safe_text::SafeText;

/// A night is as wide as `Fri 05` and a gap where there is room for it.
const NIGHT_WIDTH: usize = 8;

/// A night can't be narrower: two digits of the day, and a gap.
const NIGHT_WIDTH_MIN: usize = 4;

/// What stands before the first night: the room and its type.
const LABEL_WIDTH: usize = 12;

const LEGEND: &str = "= in house  # to come  - left  ? without a room  x out of order";

/// Rooms by nights, ready to be drawn.
pub(super) struct Tape<'a> {
    chart: &'a Chart,
    inventory: &'a [InventoryNight],
    nights: Vec<Date>,
    night_width: usize,
}

/// One bar: who is where from when to when, as columns of nights.
struct Bar<'a> {
    from: usize,
    to: usize,
    fill: char,
    text: &'a str,
}

impl<'a> Tape<'a> {
    /// Lays a chart out; `width` is how wide the terminal is, if it is one.
    pub(super) fn new(
        chart: &'a Chart,
        inventory: &'a [InventoryNight],
        width: Option<usize>,
    ) -> Self {
        let nights: Vec<Date> = dates(chart.from, chart.to).collect();
        // The last bars end in the middle of a night that is not shown.
        let columns = nights.len() + 1;
        let night_width = width.map_or(NIGHT_WIDTH, |width| {
            (width.saturating_sub(LABEL_WIDTH) / columns).clamp(NIGHT_WIDTH_MIN, NIGHT_WIDTH)
        });
        Self { chart, inventory, nights, night_width }
    }

    /// Returns the lines, from the days down to the legend.
    pub(super) fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.row("", |night| self.day(night))];
        lines.push(self.row("occ %", |night| self.occupancy(night)));
        let types: BTreeSet<_> = self.inventory.iter().map(|night| night.room_type).collect();
        for room_type in types {
            lines.push(self.row(&format!("{room_type} free"), |night| {
                let found = self
                    .inventory
                    .iter()
                    .find(|row| row.date == night && row.room_type == room_type);
                found.map_or_else(String::new, |row| {
                    if row.night.closed { "closed".to_owned() } else { row.left.to_string() }
                })
            }));
        }
        for room in &self.chart.rooms {
            let label = format!("{} {}", room.number, room.room_type);
            lines.push(self.bars(&label, &self.bars_of(room.number)));
        }
        for booking in &self.chart.unassigned {
            let label = format!("??? {}", booking.room_type);
            lines.push(self.bars(&label, &[self.unassigned_bar(booking)]));
        }
        lines.push(LEGEND.to_owned());
        lines
    }

    fn day(&self, night: Date) -> String {
        let format = if self.night_width >= 7 { "%a %d" } else { "%d" };
        night.strftime(format).to_string()
    }

    fn occupancy(&self, night: Date) -> String {
        let rows = self.inventory.iter().filter(|row| row.date == night);
        let (taken, rooms) = rows.fold((0, 0), |(taken, rooms), row| {
            let ready = i64::from(row.night.physical) - i64::from(row.night.out_of_order);
            (taken + row.night.used(), rooms + ready)
        });
        if rooms > 0 { (taken * 100 / rooms).to_string() } else { String::new() }
    }

    fn row(&self, label: &str, cell: impl Fn(Date) -> String) -> String {
        let width = self.night_width;
        let cells = self.nights.iter().map(|night| {
            let text = fit(&cell(*night), width - 1);
            format!("{text:<width$}")
        });
        format!("{}{}", label_text(label), cells.collect::<String>()).trim_end().to_owned()
    }

    /// Returns the bars of a room: nights beside each other of one booking are one bar.
    fn bars_of(&self, room: RoomNo) -> Vec<Bar<'a>> {
        let mut taken: Vec<_> =
            self.chart.taken.iter().filter(|night| night.room == room).collect();
        taken.sort_by_key(|night| night.night);
        let mut bars: Vec<(Option<BookingCode>, Bar<'a>)> = Vec::new();
        for night in taken {
            let at = self.column(night.night);
            if let Some((booking, bar)) = bars.last_mut()
                && *booking == night.booking
                && bar.to == at
            {
                bar.to = at + 1;
                continue;
            }
            let (fill, text) = match night.booking {
                Some(_) => (fill_of(night.state), night.guest.as_str()),
                None => ('x', "repair"),
            };
            bars.push((night.booking, Bar { from: at, to: at + 1, fill, text }));
        }
        bars.into_iter().map(|(_, bar)| bar).collect()
    }

    fn unassigned_bar(&self, booking: &'a ChartBooking) -> Bar<'a> {
        let from = self.column(booking.from.max(self.chart.from));
        let to = self.column(booking.to.min(self.chart.to));
        Bar { from, to, fill: '?', text: &booking.guest }
    }

    fn column(&self, night: Date) -> usize {
        usize::try_from(days_between(self.chart.from, night)).unwrap_or(0)
    }

    fn bars(&self, label: &str, bars: &[Bar<'_>]) -> String {
        let mut line = label_text(label);
        // Where the line ends, counted from the first night, and whether a bar ends there.
        let (mut at, mut is_closed) = (0, false);
        for bar in bars {
            let start = bar.from * self.night_width + self.night_width / 2 - 1;
            if is_closed && at == start + 1 {
                at = start;
            } else {
                line.push_str(&" ".repeat(start.saturating_sub(at)));
                line.push('|');
                at = start;
            }
            let inner = (bar.to - bar.from) * self.night_width - 1;
            let name = SafeText::line(bar.text);
            let text = fit(name.as_str(), inner.saturating_sub(1));
            let filled = SafeText::line(&text).width() + 1;
            line.push(bar.fill);
            line.push_str(&text);
            line.extend(std::iter::repeat_n(bar.fill, inner.saturating_sub(filled)));
            line.push('|');
            at += inner + 2;
            is_closed = true;
        }
        line.trim_end().to_owned()
    }
}

/// Returns what a bar is filled with.
fn fill_of(state: Option<BookingState>) -> char {
    match state {
        Some(BookingState::InHouse) => '=',
        Some(BookingState::CheckedOut) => '-',
        Some(
            BookingState::Confirmed
            | BookingState::Requested
            | BookingState::Held
            | BookingState::Waitlisted
            | BookingState::Cancelled
            | BookingState::Declined
            | BookingState::NoShow
            | BookingState::Expired
            | BookingState::Released,
        )
        | None => '#',
    }
}

/// Returns what stands before the nights, cut or filled to its width.
fn label_text(text: &str) -> String {
    format!(" {:<width$}", fit(text, LABEL_WIDTH - 2), width = LABEL_WIDTH - 1)
}

/// Cuts a text to so many columns of a terminal.
fn fit(text: &str, width: usize) -> String {
    let mut left = width;
    let fits = |character: &char| {
        let wide = character.width().unwrap_or(0);
        let is_room = wide <= left;
        left = left.saturating_sub(wide);
        is_room
    };
    text.chars().take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use hotel_core::catalogue::Room;
    use hotel_core::inventory::Night;
    use hotel_core::text::Note;
    use hotel_core::wire::hotel::ChartNight;
    use jiff::civil::date;

    use super::*;

    fn taken(room: &str, day: i8, booking: u64, state: BookingState, guest: &str) -> ChartNight {
        ChartNight {
            room: room.parse().unwrap(),
            night: date(2025, 12, day),
            booking: BookingCode::from_value(booking),
            state: Some(state),
            guest: guest.to_owned(),
        }
    }

    fn chart() -> Chart {
        let room = |number: &str| Room {
            number: number.parse().unwrap(),
            room_type: "DLX".parse().unwrap(),
            note: Note::default(),
        };
        let broken = ChartNight {
            booking: None,
            state: None,
            ..taken("302", 7, 1, BookingState::Confirmed, "")
        };
        Chart {
            hotel: "BER-ADLER".parse().unwrap(),
            from: date(2025, 12, 5),
            to: date(2025, 12, 9),
            rooms: vec![room("301"), room("302")],
            taken: vec![
                taken("301", 5, 1, BookingState::InHouse, "Novak"),
                taken("301", 6, 1, BookingState::InHouse, "Novak"),
                taken("301", 7, 2, BookingState::Confirmed, "Meyer"),
                taken("302", 5, 3, BookingState::Confirmed, "王小明"),
                broken,
            ],
            unassigned: vec![ChartBooking {
                booking: BookingCode::from_value(4).unwrap(),
                room_type: "DLX".parse().unwrap(),
                from: date(2025, 12, 4),
                to: date(2025, 12, 6),
                guest: "Li\u{1b}[2J".to_owned(),
            }],
        }
    }

    fn inventory() -> Vec<InventoryNight> {
        let night = Night { physical: 2, sold: 1, ..Night::default() };
        let row = |day: i8| InventoryNight {
            room_type: "DLX".parse().unwrap(),
            date: date(2025, 12, day),
            night,
            sellable: 2,
            left: 1,
        };
        vec![row(5), row(6)]
    }

    #[test]
    fn bars_run_from_the_middle_of_arrival_to_the_middle_of_departure() {
        let lines = Tape::new(&chart(), &inventory(), None).lines();
        insta::assert_snapshot!(lines.join("\n"), @r"
                    Fri 05  Sat 06  Sun 07  Mon 08
         occ %      50      50
         DLX free   1       1
         301 DLX       |=Novak=========|#Meyer#|
         302 DLX       |#王小明|       |xrepair|
         ??? DLX       |?Li␛[2J|
        = in house  # to come  - left  ? without a room  x out of order
        ");
    }

    #[test]
    fn a_narrow_terminal_gets_narrow_nights() {
        let lines = Tape::new(&chart(), &inventory(), Some(40)).lines();
        insta::assert_snapshot!(lines.join("\n"), @r"
                    05   06   07   08
         occ %      50   50
         DLX free   1    1
         301 DLX     |=Novak===|#Mey|
         302 DLX     |#王#|    |xrep|
         ??? DLX     |?Li␛|
        = in house  # to come  - left  ? without a room  x out of order
        ");
    }
}
