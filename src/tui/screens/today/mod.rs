//! Today: who arrives, who leaves, who is there, and what needs the agent. All of it follows the feed.

mod view;

use hotel_core::booking::BookingState;
use hotel_core::wire::event::EventView;
use hotel_core::wire::hotel::InventoryNight;
use jiff::civil::Date;
use ratatui::Frame;
use ratatui::layout::Rect;
use serde::Deserialize;

use super::Screen;
use super::acts::{self, Subject};
use super::booking_rows::Row;
use crate::tui::desk::{Desk, words};
use crate::tui::fetched::Fetched;
use crate::tui::keys::Action;
use crate::tui::message::Answered;
use crate::tui::rows::{Keyed, Rows};
use crate::tui::text::cut;
use crate::tui::wish::{Offer, WALKING, Wish, effects};

/// The panes, in the order of Tab.
const PANES: [&str; 4] = ["Arrivals", "Departures", "In house", "Needs you"];

/// The states of those who arrive, who leave, and who are there: a list of dates alone also has who cancelled.
const BELONGS: [&[BookingState]; 3] = [
    &[
        BookingState::Requested,
        BookingState::Confirmed,
        BookingState::InHouse,
        BookingState::CheckedOut,
        BookingState::NoShow,
    ],
    &[BookingState::InHouse, BookingState::CheckedOut],
    &[BookingState::InHouse],
];

/// One thing that needs the agent, as `hotel todo` tells it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Need {
    /// Why.
    reason: String,
    /// Which booking, if it is one.
    #[serde(default)]
    booking: Option<String>,
    /// Whose.
    #[serde(default)]
    guest: Option<String>,
    /// What to do.
    #[serde(default)]
    what: String,
}

impl Keyed for Need {
    fn key(&self) -> String {
        format!("{} {}", self.reason, self.booking.as_deref().unwrap_or(&self.what))
    }

    fn version(&self) -> u64 {
        0
    }
}

/// One of the three lists of bookings.
#[derive(Debug, Clone, Default)]
struct Pane {
    fetched: Fetched<Vec<Row>>,
    rows: Rows<Row>,
}

/// The screen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Today {
    /// The day that is shown; none is the day of the hotel.
    day: Option<Date>,
    lists: [Pane; 3],
    needs: Fetched<Vec<Need>>,
    need_rows: Rows<Need>,
    inventory: Fetched<Vec<InventoryNight>>,
    at: usize,
}

impl Today {
    fn day(&self, desk: &Desk) -> Date {
        self.day.unwrap_or_else(|| desk.today())
    }

    fn pane(&self) -> Option<&Pane> {
        self.lists.get(self.at)
    }

    /// Returns whether something is marked as news.
    pub(crate) fn has_news(&self, desk: &Desk) -> bool {
        self.lists.iter().any(|pane| pane.rows.has_news(desk.now))
            || self.need_rows.has_news(desk.now)
    }

    /// Returns what its lists say of a booking.
    pub(crate) fn find(&self, code: &str) -> Option<&Row> {
        self.lists.iter().flat_map(|list| list.rows.items()).find(|row| row.code == code)
    }

    fn row(&self) -> Option<&Row> {
        self.pane()?.rows.current()
    }

    fn ask(&mut self, desk: &mut Desk) -> Vec<Wish> {
        let Some(hotel) = desk.hotel else { return Vec::new() };
        let (hotel, day) = (hotel.to_string(), self.day(desk).to_string());
        let list = |more: &[&str]| {
            let mut line = words(["list", "--hotel", &hotel]);
            line.extend(more.iter().map(|word| (*word).to_owned()));
            line.push("--all".to_owned());
            line
        };
        let lines =
            [list(&["--arrivals", &day]), list(&["--departures", &day]), list(&["--in-house"])];
        let mut all = Vec::new();
        for (pane, line) in self.lists.iter_mut().zip(lines) {
            all.extend(pane.fetched.ask(&mut desk.tickets, line));
        }
        all.extend(self.needs.ask(&mut desk.tickets, words(["todo", "--hotel", &hotel])));
        let line = words(["inventory", "show", &hotel, &format!("{day}+1n")]);
        all.extend(self.inventory.ask(&mut desk.tickets, line));
        effects(all)
    }

    fn turn(&mut self, days: i64, desk: &mut Desk) -> Vec<Wish> {
        let day = self.day(desk);
        let day = day.checked_add(jiff::Span::new().days(days)).unwrap_or(day);
        self.day = Some(day).filter(|day| *day != desk.today());
        for pane in &mut self.lists {
            pane.rows.clear();
        }
        self.ask(desk)
    }

    fn walk(&mut self, action: Action, desk: &Desk) {
        let page = isize::try_from(desk.size.1 / 4).unwrap_or(5);
        let by = step_of(action, page);
        match self.lists.get_mut(self.at) {
            Some(list) => list.rows.step(by),
            None => self.need_rows.step(by),
        }
    }
}

/// Returns by how many rows an action walks.
pub(super) fn step_of(action: Action, page: isize) -> isize {
    match action {
        Action::Down => 1,
        Action::Up => -1,
        Action::PageDown => page,
        Action::PageUp => -page,
        Action::Top => isize::MIN,
        Action::Bottom => isize::MAX,
        _ => 0,
    }
}

impl Screen for Today {
    fn open(&mut self, desk: &mut Desk) -> Vec<Wish> {
        self.ask(desk)
    }

    fn offers(&self, _desk: &Desk) -> Vec<Offer> {
        let subject = self.row().map(Subject::from);
        let mut offers = vec![
            Offer::hint(Action::CheckIn, "check in"),
            Offer::hint(Action::CheckOut, "check out"),
            Offer::hint(Action::Assign, "assign"),
            Offer::hint(Action::Open, "open"),
            Offer::hint(Action::NextDay, "next day"),
            Offer::hint(Action::NextPane, "pane"),
        ];
        let acts = acts::offers(subject.as_ref());
        for offer in &mut offers {
            let same = acts.iter().find(|act| act.action == offer.action);
            offer.why_not = same.and_then(|act| act.why_not.clone());
        }
        let is_new = |offer: &Offer| !offers.iter().any(|known| known.action == offer.action);
        let more: Vec<Offer> = acts.into_iter().filter(is_new).collect();
        offers.extend(more);
        let beside = [
            Action::NextInQueue,
            Action::PreviousDay,
            Action::Today,
            Action::PreviousPane,
            Action::Mark,
            Action::Clear,
        ];
        offers.extend(beside.into_iter().chain(WALKING).map(Offer::of));
        offers
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Vec<Wish> {
        match action {
            Action::NextPane => self.at = (self.at + 1) % PANES.len(),
            Action::PreviousPane => self.at = (self.at + PANES.len() - 1) % PANES.len(),
            Action::NextDay => return self.turn(1, desk),
            Action::PreviousDay => return self.turn(-1, desk),
            Action::Today => {
                self.day = None;
                return self.turn(0, desk);
            }
            Action::NextInQueue => {
                if self.at == 3 {
                    self.need_rows.step(1);
                }
                self.at = 3;
                let need = self.need_rows.current();
                return need.map(open_need).unwrap_or_default();
            }
            Action::Open => {
                return match (self.row(), self.need_rows.current().filter(|_| self.at == 3)) {
                    (Some(row), _) => vec![Wish::Open(row.code.clone())],
                    (None, Some(need)) => open_need(need),
                    (None, None) => Vec::new(),
                };
            }
            Action::Mark => {
                if let Some(pane) = self.lists.get_mut(self.at) {
                    pane.rows.mark();
                }
            }
            Action::Clear => self.lists.iter_mut().for_each(|pane| pane.rows.unmark()),
            _ if WALKING.contains(&action) => self.walk(action, desk),
            _ => {
                let chosen = self.pane().map(|pane| pane.rows.chosen()).unwrap_or_default();
                return chosen.into_iter().flat_map(|row| acts::act(action, &row.into())).collect();
            }
        }
        Vec::new()
    }

    fn answered(&mut self, answered: &Answered, desk: &mut Desk) -> Option<Vec<Wish>> {
        for (place, pane) in self.lists.iter_mut().enumerate() {
            if let Some(again) = pane.fetched.take(answered, &mut desk.tickets) {
                if let Some(rows) = &pane.fetched.value {
                    let belongs = BELONGS[place];
                    let rows = rows.iter().filter(|row| belongs.contains(&row.state)).cloned();
                    pane.rows.replace(rows.collect(), desk.now);
                }
                return Some(effects(again));
            }
        }
        if let Some(again) = self.needs.take(answered, &mut desk.tickets) {
            if let Some(needs) = &self.needs.value {
                self.need_rows.replace(needs.clone(), desk.now);
            }
            return Some(effects(again));
        }
        self.inventory.take(answered, &mut desk.tickets).map(effects)
    }

    fn happened(&mut self, event: &EventView, desk: &mut Desk) -> Vec<Wish> {
        if event.hotel.is_some() && event.hotel != desk.hotel { Vec::new() } else { self.ask(desk) }
    }

    fn copies(&self, _desk: &Desk) -> Vec<(String, String)> {
        self.row().map(copies_of).unwrap_or_default()
    }

    fn click(&mut self, column: u16, row: u16, area: Rect, _desk: &mut Desk) -> Vec<Wish> {
        let panes = view::areas(area);
        let Some(at) = panes.iter().position(|pane| pane.contains((column, row).into())) else {
            return Vec::new();
        };
        let inner = panes[at];
        self.at = at;
        let height = usize::from(inner.height.saturating_sub(3));
        let line = usize::from(row.saturating_sub(inner.y + 2));
        match self.lists.get_mut(at) {
            Some(pane) => {
                let first = crate::tui::widgets::first_shown(
                    pane.rows.at(),
                    height,
                    pane.rows.items().len(),
                );
                pane.rows.select(first + line);
            }
            None => self.need_rows.select(line),
        }
        Vec::new()
    }

    fn view(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        self.draw(desk, frame, area);
    }
}

fn open_need(need: &Need) -> Vec<Wish> {
    match &need.booking {
        Some(code) => vec![Wish::Open(code.clone())],
        None => vec![Wish::Go(5)],
    }
}

/// Returns what can be copied of a booking.
pub(super) fn copies_of(row: &Row) -> Vec<(String, String)> {
    vec![
        ("code".to_owned(), row.code.clone()),
        ("guest".to_owned(), row.guest_name.clone()),
        (
            "line".to_owned(),
            format!(
                "{} {} {} {} {} {}",
                row.code,
                row.guest_name,
                row.hotel,
                row.rooms,
                row.stay.check_in(),
                cut(&row.total(), 20, true)
            ),
        ),
    ]
}
