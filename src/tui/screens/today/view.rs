//! How today looks.

use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::booking_rows::sign;
use super::{PANES, Pane, Today};
use crate::output::style::Tone;
use crate::tui::desk::Desk;
use crate::tui::widgets::{Cells, Column, draw_table, pane};

/// The columns of a list of bookings.
const LIST: [Column; 5] = [
    Column::wide("guest", 12),
    Column::fixed("room", 7),
    Column::number("nts", 3),
    Column::fixed("state", 10),
    Column::number("total", 10).since(50),
];

/// The columns of what needs the agent.
const NEEDS: [Column; 3] =
    [Column::fixed("why", 10), Column::fixed("booking", 9), Column::wide("what", 10)];

impl Today {
    pub(super) fn draw(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        let areas = areas(area);
        let day = self.day(desk);
        for (at, list) in self.lists.iter().enumerate() {
            self.view_list(at, list, day, desk, (&mut *frame, areas[at]));
        }
        self.view_needs(desk, frame, areas[3]);
        self.view_house(desk, frame, areas[4]);
    }

    fn view_list(
        &self,
        at: usize,
        list: &Pane,
        day: Date,
        desk: &Desk,
        (frame, area): (&mut Frame<'_>, Rect),
    ) {
        let count = list.rows.items().len();
        let rest = if at < 2 { day.strftime("%a %d %b").to_string() } else { String::new() };
        let title = match (&list.fetched.error, list.fetched.is_first()) {
            (Some(error), _) if list.fetched.value.is_none() => {
                format!("{} {rest}: {}", PANES[at], error.message)
            }
            (_, true) => format!("{} {rest} …", PANES[at]),
            _ => format!("{} {count}  {rest}", PANES[at]),
        };
        let inner = pane(title.trim_end(), self.at == at, desk, frame, area);
        let rows = &list.rows;
        let cells = |place: usize| {
            let row = &rows.items()[place];
            let (state, tone) = row.today(desk);
            Cells::new(sign(rows, row, desk))
                .text(row.guest_name.clone())
                .toned(
                    row.rooms.clone(),
                    if row.is_unassigned() { Tone::Warn } else { Tone::Plain },
                )
                .text(row.stay.night_count().to_string())
                .toned(state, tone)
                .text(row.total.map(|total| total.amount()).unwrap_or_default())
        };
        let selected = (self.at == at).then_some(rows.at());
        draw_table(&LIST, (count, selected), cells, desk, (frame, inner));
    }

    fn view_needs(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        let count = self.need_rows.items().len();
        let inner = pane(&format!("Needs you {count}"), self.at == 3, desk, frame, area);
        let cells = |place: usize| {
            let need = &self.need_rows.items()[place];
            let guest = need.guest.as_deref().unwrap_or_default();
            Cells::new(' ')
                .toned(need.reason.clone(), Tone::Warn)
                .text(need.booking.clone().unwrap_or_default())
                .text(format!("{guest}  {}", need.what).trim_start().to_owned())
        };
        let selected = (self.at == 3).then_some(self.need_rows.at());
        draw_table(&NEEDS, (count, selected), cells, desk, (frame, inner));
    }

    fn view_house(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        let theme = desk.theme;
        let Some(nights) = &self.inventory.value else { return };
        let rooms: i64 = nights
            .iter()
            .map(|row| i64::from(row.night.physical) - i64::from(row.night.out_of_order))
            .sum();
        let used: i64 = nights.iter().map(|row| row.night.used()).sum();
        let broken: i64 = nights.iter().map(|row| i64::from(row.night.out_of_order)).sum();
        let percent = if rooms > 0 { used * 100 / rooms } else { 0 };
        let bar_width = 24;
        let full = usize::try_from(percent.clamp(0, 100)).unwrap_or(0) * bar_width / 100;
        let unassigned =
            self.lists[0].rows.items().iter().filter(|row| row.is_unassigned()).count();
        let mut spans = vec![
            Span::raw(format!(" sold {used}/{rooms} ")),
            Span::styled(
                theme.sign("█", "#").repeat(full),
                theme.tone(if percent >= 95 { Tone::Warn } else { Tone::Good }),
            ),
            Span::styled(theme.sign("░", ".").repeat(bar_width - full), theme.tone(Tone::Dim)),
            Span::raw(format!(" {percent}%   out of order {broken}   unassigned {unassigned}")),
        ];
        for row in nights.iter().filter(|row| row.left < 0) {
            let text = format!("   overbooked {} {}", row.room_type, row.left);
            spans.push(Span::styled(text, theme.tone(Tone::Bad)));
        }
        frame.render_widget(Paragraph::new(Line::from(spans)), area);
    }
}

/// Returns where the four panes and the line of the house stand.
pub(super) fn areas(area: Rect) -> [Rect; 5] {
    let [upper, lower, line] =
        Layout::vertical([Constraint::Percentage(55), Constraint::Fill(1), Constraint::Length(1)])
            .areas(area);
    let halves = Layout::horizontal([Constraint::Percentage(50), Constraint::Percentage(50)]);
    let [arrivals, departures] = halves.areas(upper);
    let [house, needs] = halves.areas(lower);
    [arrivals, departures, house, needs, line]
}
