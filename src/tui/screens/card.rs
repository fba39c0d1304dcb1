//! A booking: stay, guest, money, wishes, history, and every action of its state.

use hotel_core::money::Currency;
use hotel_core::wire::booking::BookingView;
use hotel_core::wire::event::EventView;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::Screen;
use super::acts::{self, Subject};
use super::booking_rows::Row;
use super::today::step_of;
use crate::commands::changes::{changes_of, currency_of};
use crate::commands::words::{instant, payment_word, short_instant, state_sign, state_word};
use crate::output::style::Tone;
use crate::tui::desk::{Desk, words};
use crate::tui::fetched::Fetched;
use crate::tui::keys::Action;
use crate::tui::message::Answered;
use crate::tui::overlays::{Overlay, Pager};
use crate::tui::text::{cut, safe, wrap};
use crate::tui::widgets::pane;
use crate::tui::wish::{Offer, WALKING, Wish, effects};

/// A booking that is open.
#[derive(Debug, Clone, Default)]
pub(crate) struct Card {
    code: String,
    view: Fetched<BookingView>,
    history: Fetched<Vec<EventView>>,
    /// What a list said of it: all there is as long as nobody says more.
    row: Option<Row>,
    /// Whether the history takes all of the screen.
    is_history: bool,
    /// How far the history was walked.
    at: usize,
}

impl Card {
    /// Opens a booking by its code.
    pub(crate) fn new(code: impl Into<String>, row: Option<Row>) -> Self {
        Self { code: code.into(), row, ..Self::default() }
    }

    fn subject(&self) -> Option<Subject> {
        let Some(view) = self.view.value.as_ref() else {
            return self.row.as_ref().map(Subject::from);
        };
        let booking = &view.booking;
        Some(Subject {
            code: booking.code.to_string(),
            state: booking.state,
            due: view.due,
            stay: booking.stay,
        })
    }

    fn can_revert(&self) -> bool {
        self.view.value.as_ref().is_some_and(|view| view.booking.undo.is_some())
    }
}

impl Screen for Card {
    fn open(&mut self, desk: &mut Desk) -> Vec<Wish> {
        let mut all = self.view.ask(&mut desk.tickets, words(["show", &self.code]));
        all.extend(self.history.ask(&mut desk.tickets, words(["history", &self.code])));
        effects(all)
    }

    fn offers(&self, _desk: &Desk) -> Vec<Offer> {
        let subject = self.subject();
        let mut offers: Vec<Offer> = acts::offers(subject.as_ref());
        for offer in &mut offers {
            offer.is_hinted = offer.why_not.is_none();
        }
        let no_step = (!self.can_revert()).then_some("no step can be taken back");
        offers.push(
            Offer { words: Some("take its last step back"), ..Offer::of(Action::Undo) }
                .unless(no_step),
        );
        offers.push(Offer::hint(Action::History, "history"));
        offers.extend([Action::Raw, Action::Diff].map(Offer::of));
        offers.extend(WALKING.map(Offer::of));
        offers
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Vec<Wish> {
        match action {
            Action::Back if self.is_history => self.is_history = false,
            Action::Back => return vec![Wish::Back],
            Action::History | Action::Diff => self.is_history = !self.is_history,
            Action::Undo => {
                let line = words(["revert", &self.code]);
                let title = format!("take the last step of {} back", self.code);
                let intent =
                    crate::tui::intent::Intent::new(title, line, crate::tui::intent::Asks::First);
                return vec![Wish::Do(intent)];
            }
            Action::Raw => {
                let json = self
                    .view
                    .value
                    .as_ref()
                    .and_then(|view| serde_json::to_string_pretty(view).ok());
                let lines = json.unwrap_or_default().lines().map(str::to_owned).collect();
                return vec![Wish::Show(Overlay::Pager(Pager::new(self.code.clone(), lines)))];
            }
            _ if WALKING.contains(&action) => {
                let last =
                    self.history.value.as_ref().map_or(0, |steps| steps.len().saturating_sub(1));
                let page = isize::try_from(desk.size.1 / 2).unwrap_or(10);
                self.at = self.at.saturating_add_signed(step_of(action, page)).min(last);
            }
            _ => {
                return self
                    .subject()
                    .map(|subject| acts::act(action, &subject))
                    .unwrap_or_default();
            }
        }
        Vec::new()
    }

    fn answered(&mut self, answered: &Answered, desk: &mut Desk) -> Option<Vec<Wish>> {
        if let Some(again) = self.view.take(answered, &mut desk.tickets) {
            return Some(effects(again));
        }
        self.history.take(answered, &mut desk.tickets).map(effects)
    }

    fn happened(&mut self, event: &EventView, desk: &mut Desk) -> Vec<Wish> {
        let is_this = event.subject.is_some_and(|code| code.to_string() == self.code)
            || self.view.value.is_none();
        if is_this { self.open(desk) } else { Vec::new() }
    }

    fn is_waiting(&self) -> bool {
        self.view.is_first()
    }

    fn copies(&self, _desk: &Desk) -> Vec<(String, String)> {
        let mut all = vec![("code".to_owned(), self.code.clone())];
        if let Some(view) = &self.view.value {
            let guest = &view.guest_details;
            all.push(("guest".to_owned(), format!("{}, {}", guest.family, guest.given)));
            all.push(("e-mail".to_owned(), guest.email.to_string()));
            all.push(("phone".to_owned(), guest.phone.to_string()));
        }
        all.retain(|(_, text)| !text.is_empty());
        all
    }

    fn view(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        let Some(view) = &self.view.value else {
            self.view_row(desk, frame, area);
            return;
        };
        if self.is_history {
            self.view_history(view, desk, frame, area);
            return;
        }
        let [head, upper, lower] =
            Layout::vertical([Constraint::Length(1), Constraint::Length(9), Constraint::Fill(1)])
                .areas(area);
        frame.render_widget(Paragraph::new(headline(view, desk)), head);
        let [stay, money] =
            Layout::horizontal([Constraint::Percentage(50), Constraint::Percentage(50)])
                .areas(upper);
        lines_in("Stay", &stay_lines(view), desk, frame, stay);
        lines_in("Guest and money", &money_lines(view), desk, frame, money);
        self.view_history(view, desk, frame, lower);
    }
}

impl Card {
    /// Shows what is known of a booking that nobody could be asked about.
    fn view_row(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        let theme = desk.theme;
        let mut lines = Vec::new();
        if let Some(row) = &self.row {
            let (state, tone) = row.state(desk);
            let stay = crate::commands::words::stay_words(row.stay);
            lines.push(Line::from(vec![
                Span::styled(format!(" {} ", row.code), theme.tone(Tone::Strong)),
                Span::styled(state, theme.tone(tone)),
                Span::raw(format!("   {}   {stay}   {}", safe(&row.guest_name), row.total())),
            ]));
            lines.push(Line::raw(format!(" {}  {}", row.hotel, row.rooms)));
            lines.push(Line::default());
        }
        let text = match &self.view.error {
            Some(error) => error.message.clone(),
            None => format!("{} …", self.code),
        };
        lines.push(Line::styled(format!(" {}", safe(&text)), theme.tone(Tone::Dim)));
        frame.render_widget(Paragraph::new(lines), area);
    }

    fn view_history(&self, view: &BookingView, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        let steps = self.history.value.as_deref().unwrap_or_default();
        let inner = pane(&format!("History {}", steps.len()), true, desk, frame, area);
        let zone = view.zone.parse().ok();
        let currency: Option<Currency> = steps.iter().find_map(currency_of);
        let columns = usize::from(inner.width);
        let mut lines = Vec::new();
        // The newest first: it is what an agent wants to know.
        for event in steps.iter().rev().skip(self.at) {
            if lines.len() >= usize::from(inner.height) {
                break;
            }
            let channel = serde_json::to_value(event.channel).unwrap_or_default();
            let head = format!(
                "{}  {} {}  {}",
                short_instant(event.time, zone.as_ref()),
                event.actor,
                channel.as_str().unwrap_or_default(),
                event.kind
            );
            lines.push(Line::raw(cut(&head, columns, desk.theme.is_ascii)));
            for change in changes_of(event, currency) {
                for part in wrap(&change, columns.saturating_sub(6)) {
                    lines.push(Line::styled(format!("      {part}"), desk.theme.tone(Tone::Dim)));
                }
            }
        }
        frame.render_widget(Paragraph::new(lines), inner);
    }
}

fn headline(view: &BookingView, desk: &Desk) -> Line<'static> {
    let booking = &view.booking;
    let glyph = state_sign(booking.state);
    let theme = desk.theme;
    let guest = &view.guest_details;
    Line::from(vec![
        Span::styled(format!(" {} ", booking.code), theme.tone(Tone::Strong)),
        Span::styled(
            format!("{} {}", glyph.sign(theme.is_ascii), state_word(booking.state)),
            theme.tone(glyph.tone()),
        ),
        Span::raw(format!(
            "  v{}   {}, {}   {}   {}",
            booking.version,
            safe(guest.family.as_str()),
            safe(guest.given.as_str()),
            crate::commands::words::stay_words(booking.stay),
            booking.total()
        )),
    ])
}

fn lines_in(title: &str, texts: &[(String, Tone)], desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
    let inner = pane(title, false, desk, frame, area);
    let columns = usize::from(inner.width);
    let mut lines = Vec::new();
    for (text, tone) in texts {
        for part in wrap(text, columns) {
            lines.push(Line::styled(part, desk.theme.tone(*tone)));
        }
    }
    frame.render_widget(Paragraph::new(lines), inner);
}

fn stay_lines(view: &BookingView) -> Vec<(String, Tone)> {
    let booking = &view.booking;
    let mut lines = vec![(format!("{}, {}", booking.hotel, view.hotel_name), Tone::Plain)];
    for (n, room) in (1..).zip(&booking.rooms) {
        let number = room.room.map_or_else(|| "not assigned".to_owned(), |room| room.to_string());
        let tone = if room.room.is_none() { Tone::Warn } else { Tone::Plain };
        let people = u32::from(room.occupancy.adults) + u32::from(room.occupancy.children);
        lines.push((format!("{n}  {}  {number}  {people} people", room.room_type), tone));
    }
    lines.push((format!("rate {}", booking.terms.rate_plan), Tone::Plain));
    lines.push((format!("payment {}", payment_word(booking.terms.payment)), Tone::Plain));
    let requests = view.requests.as_str();
    if !requests.is_empty() {
        lines.push((format!("asks for: {requests}"), Tone::Strong));
    }
    lines
}

fn money_lines(view: &BookingView) -> Vec<(String, Tone)> {
    let booking = &view.booking;
    let guest = &view.guest_details;
    let zone = view.zone.parse().ok();
    let mut lines = vec![
        (format!("{}, {}", guest.family, guest.given), Tone::Strong),
        (format!("{}  {}", guest.email, guest.phone), Tone::Plain),
        (format!("total {}", booking.total()), Tone::Plain),
    ];
    if booking.fee_minor != 0 {
        lines.push((format!("fees {}", booking.fee()), Tone::Plain));
    }
    let now = &view.cancellation;
    if now.fee.minor > 0 {
        lines.push((format!("cancelling costs {} now", now.fee), Tone::Warn));
    }
    if let Some(until) = now.free_until {
        lines.push((format!("free until {}", instant(until, zone.as_ref())), Tone::Good));
    }
    if let Some(until) = booking.expires_at {
        lines.push((format!("held until {}", instant(until, zone.as_ref())), Tone::Warn));
    }
    if !guest.note.as_str().is_empty() {
        lines.push((format!("note: {}", guest.note.as_str()), Tone::Plain));
    }
    lines.push((
        format!("sold {} by {}", instant(booking.created_at, zone.as_ref()), booking.agent),
        Tone::Dim,
    ));
    lines
}
