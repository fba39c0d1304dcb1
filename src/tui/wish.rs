//! What a screen wants to happen: effects, and everything that concerns more than itself.

use super::intent::Intent;
use super::keys::Action;
use super::message::Effect;
use super::overlays::Overlay;

/// What a screen wants.
#[derive(Debug, Clone)]
pub(crate) enum Wish {
    /// To be carried out.
    Effect(Effect),
    /// To be shown above the screen.
    Show(Overlay),
    /// A change is to be made.
    Do(Intent),
    /// A booking is to be opened.
    Open(String),
    /// A line of commands was typed.
    Say(String),
    /// An action is to be done, as if its key were pressed.
    Act(Action),
    /// Another hotel is to be looked at.
    Hotel(String),
    /// Another screen is to be shown.
    Go(u8),
    /// One step back.
    Back,
}

/// The wishes of a screen that only has effects.
pub(crate) fn effects(effects: Vec<Effect>) -> Vec<Wish> {
    effects.into_iter().map(Wish::Effect).collect()
}

/// An action that a screen has now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Offer {
    /// Which.
    pub(crate) action: Action,
    /// Its words here, where those of the table are too wide.
    pub(crate) words: Option<&'static str>,
    /// Why it can't be done now.
    pub(crate) why_not: Option<String>,
    /// Whether it is worth a place in the line of hints.
    pub(crate) is_hinted: bool,
}

impl Offer {
    /// Returns one that can be done.
    pub(crate) fn of(action: Action) -> Self {
        Self { action, words: None, why_not: None, is_hinted: false }
    }

    /// Returns one that is worth a hint.
    pub(crate) fn hint(action: Action, words: &'static str) -> Self {
        Self { action, words: Some(words), why_not: None, is_hinted: true }
    }

    /// Says why it can't be done, if there is a reason.
    #[must_use]
    pub(crate) fn unless(self, why_not: Option<impl Into<String>>) -> Self {
        Self { why_not: why_not.map(Into::into), ..self }
    }

    /// Returns its words.
    pub(crate) fn words(&self) -> &'static str {
        self.words.unwrap_or_else(|| self.action.info().words)
    }
}

/// The actions with which a list is walked.
pub(crate) const WALKING: [Action; 6] =
    [Action::Down, Action::Up, Action::Top, Action::Bottom, Action::PageDown, Action::PageUp];
