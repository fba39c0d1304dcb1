//! Every action of the desk: its name for settings, its keys, its words for people.

use std::str::FromStr;

/// What a key can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Action {
    /// One screen.
    Screen(u8),
    Quit,
    Back,
    Help,
    Palette,
    Filter,
    Log,
    LastView,
    Copy,
    Raw,
    Menu,
    Undo,
    Refresh,
    Replay,
    Mouse,
    Suspend,
    Hotel,
    Down,
    Up,
    Top,
    Bottom,
    PageDown,
    PageUp,
    NextPane,
    PreviousPane,
    NextDay,
    PreviousDay,
    Today,
    Open,
    Mark,
    Clear,
    Edit,
    New,
    CheckIn,
    CheckOut,
    Assign,
    Confirm,
    Decline,
    Release,
    NoShow,
    Cancel,
    Hold,
    Waitlist,
    Alternatives,
    Shorten,
    Extend,
    Move,
    History,
    NextInQueue,
    Mine,
    Theirs,
    Retry,
    KeepBack,
    Drop,
    Diff,
    Follow,
    OfBooking,
    Resend,
}

/// One row of the table.
pub(crate) struct Info {
    /// What.
    pub(crate) action: Action,
    /// Its name in the settings.
    pub(crate) name: &'static str,
    /// Its keys unless the settings name others, the first is shown.
    pub(crate) keys: &'static [&'static str],
    /// Its words for people.
    pub(crate) words: &'static str,
}

const fn info(
    action: Action,
    name: &'static str,
    keys: &'static [&'static str],
    words: &'static str,
) -> Info {
    Info { action, name, keys, words }
}

/// Every action. Small letters never destroy; a capital that does asks first.
pub(crate) const ACTIONS: &[Info] = &[
    info(Action::Screen(1), "today-screen", &["1"], "Today"),
    info(Action::Screen(2), "search-screen", &["2"], "Search"),
    info(Action::Screen(3), "bookings-screen", &["3"], "Bookings"),
    info(Action::Screen(5), "queue-screen", &["5"], "Queue"),
    info(Action::Screen(6), "events-screen", &["6"], "Events"),
    info(Action::Quit, "quit", &["q"], "back, quit at the top"),
    info(Action::Back, "back", &["esc"], "one step back"),
    info(Action::Help, "help", &["?", "f1"], "keys of this screen"),
    info(Action::Palette, "palette", &[":", "ctrl-p"], "type a command"),
    info(Action::Filter, "filter", &["/"], "filter"),
    info(Action::Log, "log", &["@"], "what was done, as shell lines"),
    info(Action::LastView, "last-view", &["-"], "the screen before"),
    info(Action::Copy, "copy", &["y"], "copy"),
    info(Action::Raw, "raw", &["Y"], "as JSON"),
    info(Action::Menu, "menu", &["x"], "all that can be done here"),
    info(Action::Undo, "undo", &["z"], "take the last step back"),
    info(Action::Refresh, "refresh", &["R", "f5"], "ask anew"),
    info(Action::Replay, "replay", &["p"], "send what waits now"),
    info(Action::Mouse, "mouse", &["%"], "mouse on or off"),
    info(Action::Suspend, "suspend", &["ctrl-z"], "back to the shell for a while"),
    info(Action::Hotel, "hotel", &["O"], "another hotel"),
    info(Action::Down, "down", &["j", "down"], "down"),
    info(Action::Up, "up", &["k", "up"], "up"),
    info(Action::Top, "top", &["g", "home"], "to the top"),
    info(Action::Bottom, "bottom", &["G", "end"], "to the end"),
    info(Action::PageDown, "page-down", &["ctrl-d", "pgdn"], "half a page down"),
    info(Action::PageUp, "page-up", &["ctrl-u", "pgup"], "half a page up"),
    info(Action::NextPane, "next-pane", &["tab"], "next pane"),
    info(Action::PreviousPane, "previous-pane", &["shift-tab"], "pane before"),
    info(Action::NextDay, "next-day", &["]", "L"], "next day"),
    info(Action::PreviousDay, "previous-day", &["[", "H"], "day before"),
    info(Action::Today, "today", &["t"], "today"),
    info(Action::Open, "open", &["enter"], "open"),
    info(Action::Mark, "mark", &["space"], "mark"),
    info(Action::Clear, "clear-marks", &["ctrl-\\", "U"], "take all marks off"),
    info(Action::Edit, "edit", &["e"], "change"),
    info(Action::New, "new", &["n"], "new"),
    info(Action::CheckIn, "check-in", &["i"], "check in"),
    info(Action::CheckOut, "check-out", &["o"], "check out"),
    info(Action::Assign, "assign", &["a"], "assign a room"),
    info(Action::Confirm, "confirm", &["c"], "confirm for the hotel"),
    info(Action::Decline, "decline", &["D"], "decline for the hotel"),
    info(Action::Release, "release", &["E"], "give the hold up"),
    info(Action::NoShow, "no-show", &["N"], "never came"),
    info(Action::Cancel, "cancel", &["X"], "cancel"),
    info(Action::Hold, "hold", &["S"], "hold for a while"),
    info(Action::Waitlist, "waitlist", &["W"], "onto the waiting list"),
    info(Action::Alternatives, "alternatives", &["="], "what can be had instead"),
    info(Action::Shorten, "shorten", &["<"], "one night less"),
    info(Action::Extend, "extend", &[">"], "one night more"),
    info(Action::Move, "move", &["m"], "move to another room"),
    info(Action::History, "history", &["h"], "history"),
    info(Action::NextInQueue, "next", &["n"], "next that needs you"),
    info(Action::Mine, "mine", &["M"], "mine, upon theirs"),
    info(Action::Theirs, "theirs", &["T"], "leave theirs"),
    info(Action::Retry, "retry", &["r"], "try again"),
    info(Action::KeepBack, "keep-back", &["P"], "keep back, or let go"),
    info(Action::Drop, "drop", &["X"], "drop"),
    info(Action::Diff, "diff", &["d"], "yours beside theirs"),
    info(Action::Follow, "follow", &["f"], "follow or stand still"),
    info(Action::OfBooking, "of-booking", &["b"], "only of this booking"),
    info(Action::Resend, "resend", &["r"], "send again"),
];

impl Action {
    /// Returns whether it can be done on every screen that does not mean something else by its key.
    pub(crate) fn is_everywhere(self) -> bool {
        matches!(
            self,
            Self::Screen(_)
                | Self::Quit
                | Self::Back
                | Self::Help
                | Self::Palette
                | Self::Log
                | Self::LastView
                | Self::Copy
                | Self::Menu
                | Self::Undo
                | Self::Refresh
                | Self::Replay
                | Self::Mouse
                | Self::Suspend
                | Self::Hotel
                | Self::NextInQueue
        )
    }

    /// Returns its row of the table.
    pub(crate) fn info(self) -> &'static Info {
        // The first stands for what is missing; a test goes through all.
        ACTIONS.iter().find(|info| info.action == self).unwrap_or(&ACTIONS[0])
    }
}

/// Why a text names no action.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no action: `hotel keys` lists them")]
pub(crate) struct ActionError(String);

impl FromStr for Action {
    type Err = ActionError;

    fn from_str(name: &str) -> Result<Self, ActionError> {
        let found = ACTIONS.iter().find(|info| info.name == name);
        found.map(|info| info.action).ok_or_else(|| ActionError(name.to_owned()))
    }
}
