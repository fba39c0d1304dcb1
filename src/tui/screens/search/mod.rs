//! Search and book: a line of place and nights, numbered offers, what a chosen one costs night by night, and
//! the form that sells it.

mod line;
mod view;

use hotel_core::wire::event::EventView;
use hotel_core::wire::search::Offer;
use ratatui::Frame;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent};
use ratatui::layout::Rect;
use serde::Deserialize;
use serde_json::Value;
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler as _;

use self::line::{Target, shifted, words_of};
use super::Screen;
use super::today::step_of;
use crate::tui::desk::Desk;
use crate::tui::fetched::Fetched;
use crate::tui::intent::{Asks, Intent};
use crate::tui::keys::Action;
use crate::tui::message::Answered;
use crate::tui::overlays::{Field, Form, Overlay};
use crate::tui::rows::{Keyed, Rows};
use crate::tui::widgets::paste_into;
use crate::tui::wish::{Offer as Offered, WALKING, Wish, effects};

/// How long the rooms of `hold` wait for their guest.
const HOLD: &str = "20m";

/// An offer with its number, as `hotel search` tells it.
#[derive(Debug, Clone, Deserialize)]
struct Found {
    n: u32,
    #[serde(flatten)]
    offer: Offer,
}

impl Keyed for Found {
    fn key(&self) -> String {
        let offer = &self.offer;
        format!("{} {} {} {}", offer.hotel, offer.room_type, offer.rate_plan, offer.stay.check_in())
    }

    fn version(&self) -> u64 {
        0
    }
}

/// The screen.
#[derive(Debug, Clone)]
pub(crate) struct Search {
    input: Input,
    is_typing: bool,
    fetched: Fetched<Vec<Found>>,
    rows: Rows<Found>,
    /// Why nothing was found, a reason a line.
    reasons: Vec<String>,
    /// What was searched for, which the next line may leave out.
    before: Option<Target>,
}

impl Default for Search {
    fn default() -> Self {
        Self {
            input: Input::default(),
            is_typing: true,
            fetched: Fetched::default(),
            rows: Rows::default(),
            reasons: Vec::new(),
            before: None,
        }
    }
}

impl Search {
    /// Searches for what is typed.
    fn search(&mut self, desk: &mut Desk) -> Vec<Wish> {
        let usual = desk.hotel.map(|hotel| hotel.to_string());
        let (words, target) = words_of(self.input.value(), self.before.as_ref(), usual.as_deref());
        self.before = Some(target);
        self.is_typing = false;
        self.rows.clear();
        self.reasons.clear();
        effects(self.fetched.ask(&mut desk.tickets, words))
    }

    /// Searches for the same some days later.
    fn shift(&mut self, days: i64, desk: &mut Desk) -> Vec<Wish> {
        let today = desk.today();
        let Some(text) = self.before.as_ref().and_then(|target| shifted(target, days, today))
        else {
            return Vec::new();
        };
        self.input = Input::new(text);
        self.search(desk)
    }

    /// Shows what a search found that was typed elsewhere.
    pub(crate) fn show(
        &mut self,
        words: &[String],
        told: &Value,
        notes: &[String],
        desk: &mut Desk,
    ) {
        let line = words.get(1..).unwrap_or_default();
        let typed = shlex::try_join(line.iter().map(String::as_str)).unwrap_or_default();
        let (words, target) = words_of(&typed, None, None);
        self.input = Input::new(typed);
        self.before = Some(target);
        self.is_typing = false;
        self.fetched.fill(words, told);
        self.rows.replace(self.fetched.value.clone().unwrap_or_default(), desk.now);
        self.reasons = notes.to_vec();
    }

    fn form(found: &Found, intent: Kind) -> Wish {
        let offer = &found.offer;
        let mut fields = vec![
            Field::guest(),
            Field::flag("phone", "--phone", "of the guest"),
            Field::flag("e-mail", "--email", "of the guest"),
            Field::flag("requests", "--requests", "what the guest asks for"),
        ];
        let guarantee = Field::flag("guarantee", "--guarantee", "agency, where the rate wants one");
        fields.push(match offer.payment {
            hotel_core::rate::PaymentTerm::AtHotel => guarantee,
            hotel_core::rate::PaymentTerm::Guarantee | hotel_core::rate::PaymentTerm::Prepaid => {
                guarantee.usually("agency")
            }
        });
        let title =
            format!("{} {} {}, {}", intent.word(), offer.room_type, offer.rate_plan, offer.total);
        let verb = intent.words(offer);
        Wish::Show(Overlay::Form(Box::new(Form::new(title, verb, fields))))
    }
}

/// What is done with an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Sell,
    Wait,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Sell => "book",
            Self::Wait => "wait for",
        }
    }

    /// Returns the line up to the guest. It names what was seen, for line numbers may have been given anew by
    /// another shell meanwhile; the price seen is the most that is paid.
    fn words(self, offer: &Offer) -> Vec<String> {
        let mut words = match self {
            Self::Sell => vec!["book".to_owned()],
            Self::Wait => vec!["waitlist".to_owned(), "add".to_owned()],
        };
        let stay = format!("{}..{}", offer.stay.check_in(), offer.stay.check_out());
        words.extend([offer.hotel.to_string(), offer.room_type.to_string(), stay]);
        let adults = offer.occupancy.adults.to_string();
        let mut more = vec![("--rate", offer.rate_plan.to_string()), ("--adults", adults)];
        if offer.occupancy.children > 0 {
            more.push(("--children", offer.occupancy.children.to_string()));
        }
        if offer.rooms > 1 {
            more.push(("--rooms", offer.rooms.to_string()));
        }
        if self == Self::Sell {
            more.push(("--max-price", offer.total.amount()));
        }
        words.extend(more.into_iter().flat_map(|(flag, value)| [flag.to_owned(), value]));
        words
    }
}

impl Screen for Search {
    fn open(&mut self, desk: &mut Desk) -> Vec<Wish> {
        if self.fetched.words().is_empty() {
            return Vec::new();
        }
        effects(self.fetched.again(&mut desk.tickets))
    }

    fn offers(&self, _desk: &Desk) -> Vec<Offered> {
        let nothing = self.rows.current().is_none().then_some("nothing is found");
        let unsearched = self.before.is_none().then_some("nothing was searched for");
        let mut offers = vec![
            Offered::hint(Action::Open, "book").unless(nothing),
            Offered::hint(Action::Hold, "hold").unless(nothing),
            Offered::hint(Action::Filter, "search"),
            Offered::hint(Action::NextDay, "next day").unless(unsearched),
            Offered::hint(Action::PreviousDay, "day before").unless(unsearched),
            Offered::hint(Action::Mark, "compare").unless(nothing),
            Offered::of(Action::Waitlist).unless(nothing),
            Offered::of(Action::Edit),
            Offered::of(Action::New).unless(nothing),
            Offered::of(Action::Clear),
        ];
        offers.extend(WALKING.map(Offered::of));
        offers
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Vec<Wish> {
        let current = self.rows.current();
        match action {
            Action::Filter | Action::Edit => self.is_typing = true,
            Action::Open | Action::New => {
                return current.map(|found| Self::form(found, Kind::Sell)).into_iter().collect();
            }
            Action::Waitlist => {
                return current.map(|found| Self::form(found, Kind::Wait)).into_iter().collect();
            }
            Action::Hold => {
                let Some(found) = current else { return Vec::new() };
                let mut words = Kind::Sell.words(&found.offer);
                words.extend(["--hold".to_owned(), HOLD.to_owned()]);
                let title = format!("hold {} for {HOLD}", found.offer.room_type);
                return vec![Wish::Do(Intent::new(title, words, Asks::Nothing))];
            }
            Action::NextDay => return self.shift(1, desk),
            Action::PreviousDay => return self.shift(-1, desk),
            Action::Mark => self.rows.mark(),
            Action::Clear => self.rows.unmark(),
            Action::Back => return vec![Wish::Back],
            _ => self.rows.step(step_of(action, 10)),
        }
        Vec::new()
    }

    fn answered(&mut self, answered: &Answered, desk: &mut Desk) -> Option<Vec<Wish>> {
        let again = self.fetched.take(answered, &mut desk.tickets)?;
        match &self.fetched.value {
            Some(found) if self.fetched.error.is_none() => {
                self.rows.replace(found.clone(), desk.now);
                self.reasons.clone_from(&answered.notes);
            }
            Some(_) | None => self.is_typing = true,
        }
        Some(effects(again))
    }

    fn happened(&mut self, _event: &EventView, _desk: &mut Desk) -> Vec<Wish> {
        // Offers hold for as long as they say; a price never changes under the agent's eyes.
        Vec::new()
    }

    fn is_typing(&self) -> bool {
        self.is_typing
    }

    fn type_key(&mut self, event: KeyEvent, desk: &mut Desk) -> Vec<Wish> {
        match event.code {
            KeyCode::Enter => return self.search(desk),
            KeyCode::Esc if self.before.is_some() => self.is_typing = false,
            KeyCode::Esc => return vec![Wish::Back],
            KeyCode::Tab | KeyCode::Right if self.ghost(desk).is_some() => {
                let whole =
                    format!("{}{} ", self.input.value(), self.ghost(desk).unwrap_or_default());
                self.input = Input::new(whole);
            }
            KeyCode::Down if !self.rows.items().is_empty() => self.is_typing = false,
            _ => {
                self.input.handle_event(&Event::Key(event));
            }
        }
        Vec::new()
    }

    fn paste(&mut self, text: &str, _desk: &mut Desk) -> Vec<Wish> {
        if self.is_typing {
            paste_into(&mut self.input, text);
        }
        Vec::new()
    }

    fn is_waiting(&self) -> bool {
        self.fetched.is_first()
    }

    fn copies(&self, _desk: &Desk) -> Vec<(String, String)> {
        let Some(found) = self.rows.current() else { return Vec::new() };
        let offer = &found.offer;
        let line = format!(
            "{} {} {} {}..{} {}",
            offer.hotel_name,
            offer.room_type_name,
            offer.rate_plan_name,
            offer.stay.check_in(),
            offer.stay.check_out(),
            offer.total
        );
        vec![("line".to_owned(), line), ("offer".to_owned(), offer.offer.clone())]
    }

    fn view(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        view::view(self, desk, frame, area);
    }
}

impl Search {
    /// Returns how a place that is begun goes on: a hotel's code, or its city.
    fn ghost(&self, desk: &Desk) -> Option<String> {
        let typed = self.input.value();
        if typed.is_empty() || typed.contains(' ') {
            return None;
        }
        let begins = |name: &str| {
            let head = name.get(..typed.len())?;
            let rest = name.get(typed.len()..)?;
            (head.eq_ignore_ascii_case(typed) && !rest.is_empty()).then(|| rest.to_owned())
        };
        desk.hotels
            .iter()
            .find_map(|hotel| begins(hotel.code.as_str()).or_else(|| begins(hotel.city.as_str())))
    }
}
