//! Keys, pastes and the mouse.

use ratatui::crossterm::event::{
    KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::output::style::Tone;
use crate::tui::keys::{Action, Key};
use crate::tui::message::Effect;
use crate::tui::model::{Model, TABS};
use crate::tui::overlays::{Help, Item, Menu, Overlay, Pager, Palette, Turn};
use crate::tui::screens::Screen as _;
use crate::tui::view;
use crate::tui::wish::{Offer, Wish};

/// More keys than anybody types ahead of an answer.
const AHEAD_MAX: usize = 64;

impl Model {
    pub(super) fn key(&mut self, event: KeyEvent) -> Vec<Wish> {
        if event.kind == KeyEventKind::Release {
            return Vec::new();
        }
        let key = Key::from(event);
        if event.code == KeyCode::Char('c') && event.modifiers.contains(KeyModifiers::CONTROL) {
            return self.leave();
        }
        if self.desk.is_too_small() {
            return if key.letter() == Some('q') { self.leave() } else { Vec::new() };
        }
        if let Some(top) = self.overlays.last_mut() {
            let turn = top.key(event, &mut self.desk);
            return self.turned(turn);
        }
        let candidates: Vec<Action> = self.desk.keymap.actions(key).collect();
        let is_escape = candidates.contains(&Action::Back);
        if self.is_waiting() && !is_escape {
            if self.typed_ahead.len() < AHEAD_MAX {
                self.typed_ahead.push_back(event);
            }
            return Vec::new();
        }
        let is_typing = self.front().is_typing();
        let is_held = key.ctrl || key.alt || matches!(key.code, KeyCode::F(_));
        if is_typing && !is_held {
            let (front, desk) = self.front_mut();
            return front.type_key(event, desk);
        }
        match self.chosen(&candidates) {
            Some(Ok(action)) => self.act(action),
            Some(Err(why_not)) => {
                self.desk.tell(Tone::Warn, why_not);
                Vec::new()
            }
            None if is_typing => {
                let (front, desk) = self.front_mut();
                front.type_key(event, desk)
            }
            None => Vec::new(),
        }
    }

    fn turned(&mut self, turn: Turn) -> Vec<Wish> {
        match turn {
            Turn::Stay => Vec::new(),
            Turn::Want(wishes) => wishes,
            Turn::Leave(wishes) => {
                self.overlays.pop();
                wishes
            }
        }
    }

    /// Returns which of the actions of a key is meant: one that the front has now, else one of everywhere; or
    /// why it is not to be had.
    fn chosen(&self, candidates: &[Action]) -> Option<Result<Action, String>> {
        let offers = self.front().offers(&self.desk);
        let of_key = |offer: &&Offer| candidates.contains(&offer.action);
        if let Some(offer) = offers.iter().filter(of_key).find(|offer| offer.why_not.is_none()) {
            return Some(Ok(offer.action));
        }
        if let Some(offer) = offers.iter().find(of_key) {
            let why_not = offer.why_not.as_deref().unwrap_or_default();
            return Some(Err(format!("{}: {why_not}", offer.words())));
        }
        candidates
            .iter()
            .find(|action| action.is_everywhere() && is_there(**action))
            .map(|action| Ok(*action))
    }

    /// Does an action: of the front if it has it, else of everywhere.
    pub(super) fn act(&mut self, action: Action) -> Vec<Wish> {
        self.desk.notice = None;
        self.is_leaving &= matches!(action, Action::Quit);
        let is_offered = self.front().offers(&self.desk).iter().any(|offer| offer.action == action);
        if is_offered {
            let (front, desk) = self.front_mut();
            return front.act(action, desk);
        }
        match action {
            Action::Screen(number) => self.go(number),
            Action::Quit if self.card.is_some() => vec![Wish::Back],
            Action::Quit => self.leave(),
            Action::Back => {
                let (front, desk) = self.front_mut();
                front.act(action, desk)
            }
            Action::Help => {
                let offers = self.front().offers(&self.desk);
                vec![Wish::Show(Overlay::Help(Help::new(offers)))]
            }
            Action::Palette => vec![Wish::Show(Overlay::Palette(Palette::new(self.said.clone())))],
            Action::Log => vec![Wish::Show(Overlay::Pager(self.log()))],
            Action::LastView => self.go(self.before),
            Action::Copy => self.copy_menu(),
            Action::Menu => vec![Wish::Show(Overlay::Menu(self.action_menu()))],
            Action::Undo => self.take_back(),
            Action::Refresh => self.refresh(),
            Action::Replay => vec![Wish::Effect(Effect::Replay)],
            Action::Mouse => {
                self.desk.has_mouse = !self.desk.has_mouse;
                vec![Wish::Effect(Effect::Mouse(self.desk.has_mouse))]
            }
            Action::Suspend => vec![Wish::Effect(Effect::Suspend)],
            Action::Hotel => self.hotel_menu(),
            Action::NextInQueue => self.screens.today.act(action, &mut self.desk),
            _ => Vec::new(),
        }
    }

    fn log(&self) -> Pager {
        use crate::tui::journey::Fate;
        let lines = self.desk.journey.latest().map(|step| {
            let (tone, fate) = match &step.fate {
                Fate::Running => (Tone::Warn, "…".to_owned()),
                Fate::Done(ms) => (Tone::Plain, format!("{ms} ms")),
                Fate::Waits => (Tone::Warn, "waits".to_owned()),
                Fate::Failed(why) => (Tone::Bad, why.to_string()),
            };
            let times = if step.times > 1 { format!(" x{}", step.times) } else { String::new() };
            let at = step.at.strftime("%H:%M:%S");
            (format!("{at}  $ {}   {fate}{times}", step.line), tone)
        });
        Pager::toned("what was done", lines.collect())
    }

    fn copy_menu(&mut self) -> Vec<Wish> {
        let copies = self.front().copies(&self.desk);
        let items = (1..).zip(copies).map(|(n, (name, text)): (u32, _)| Item {
            label: format!("{name}  {text}"),
            key: n.to_string(),
            wishes: vec![Wish::Effect(Effect::Copy(text))],
        });
        let items: Vec<Item> = items.collect();
        if items.is_empty() {
            self.desk.tell(Tone::Warn, "nothing here can be copied");
            return Vec::new();
        }
        vec![Wish::Show(Overlay::Menu(Menu::new("copy", items)))]
    }

    fn action_menu(&self) -> Menu {
        let walking = crate::tui::wish::WALKING;
        let offers = self.front().offers(&self.desk).into_iter();
        let items = offers.filter(|offer| !walking.contains(&offer.action)).map(|offer| {
            let key = self.desk.key(offer.action);
            match &offer.why_not {
                None => Item {
                    label: offer.words().to_owned(),
                    key,
                    wishes: vec![Wish::Act(offer.action)],
                },
                Some(why_not) => {
                    Item { label: format!("{}: {why_not}", offer.words()), key, wishes: Vec::new() }
                }
            }
        });
        Menu::new("actions", items.collect())
    }

    fn hotel_menu(&self) -> Vec<Wish> {
        let items = self.desk.hotels.iter().map(|hotel| Item {
            label: format!("{}  {}, {}", hotel.code, hotel.name, hotel.city),
            key: String::new(),
            wishes: vec![Wish::Hotel(hotel.code.to_string())],
        });
        vec![Wish::Show(Overlay::Menu(Menu::narrowed("hotel", items.collect())))]
    }

    pub(super) fn paste(&mut self, text: &str) -> Vec<Wish> {
        if let Some(top) = self.overlays.last_mut() {
            let effects = top.paste(text, &mut self.desk);
            return crate::tui::wish::effects(effects);
        }
        if self.front().is_typing() {
            let (front, desk) = self.front_mut();
            return front.paste(text, desk);
        }
        self.desk.tell(Tone::Warn, "nothing here takes text: a paste is no key");
        Vec::new()
    }

    pub(super) fn mouse(&mut self, event: MouseEvent) -> Vec<Wish> {
        if !self.overlays.is_empty() || self.desk.is_too_small() || self.is_waiting() {
            return Vec::new();
        }
        match event.kind {
            MouseEventKind::ScrollDown => self.walk(Action::Down),
            MouseEventKind::ScrollUp => self.walk(Action::Up),
            MouseEventKind::Down(MouseButton::Left) => {
                if event.row == 1
                    && let Some(number) = view::tab_at(event.column)
                {
                    return self.go(number);
                }
                let body = view::body(self.desk.size);
                if !body.contains((event.column, event.row).into()) {
                    return Vec::new();
                }
                let (front, desk) = self.front_mut();
                front.click(event.column, event.row, body, desk)
            }
            _ => Vec::new(),
        }
    }

    fn walk(&mut self, action: Action) -> Vec<Wish> {
        let (front, desk) = self.front_mut();
        if front.is_typing() { Vec::new() } else { front.act(action, desk) }
    }
}

/// Returns whether an action leads to a screen that there is.
fn is_there(action: Action) -> bool {
    match action {
        Action::Screen(number) => TABS.iter().any(|(known, _)| *known == number),
        _ => true,
    }
}
