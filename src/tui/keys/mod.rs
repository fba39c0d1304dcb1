//! Keys and what they do. One table names every action with its keys; a screen only says which of them it
//! has now, and why not.
//!
//! Settings are in `keys.toml` beside the configuration: a name and its keys a line, as in
//! `cancel = ["X", "ctrl-k"]`.

mod action;
mod file;
mod key;
mod map;

pub(crate) use self::action::{ACTIONS, Action};
pub(crate) use self::file::{load, path, problems};
pub(crate) use self::key::Key;
pub(crate) use self::map::Keymap;
