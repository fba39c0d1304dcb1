//! Which key does what: the table, with what the settings say instead.

use std::collections::BTreeMap;

use super::{ACTIONS, Action, Key};

/// Keys and their actions. A key may stand for several: the screen that has the focus has one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Keymap {
    keys: BTreeMap<Action, Vec<Key>>,
}

impl Default for Keymap {
    fn default() -> Self {
        let read = |texts: &[&str]| texts.iter().filter_map(|text| text.parse().ok()).collect();
        Self { keys: ACTIONS.iter().map(|info| (info.action, read(info.keys))).collect() }
    }
}

impl Keymap {
    /// Gives an action other keys.
    pub(crate) fn set(&mut self, action: Action, keys: Vec<Key>) {
        self.keys.insert(action, keys);
    }

    /// Returns the keys of an action.
    pub(crate) fn keys(&self, action: Action) -> &[Key] {
        self.keys.get(&action).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns what a key may do, in the order of the table.
    pub(crate) fn actions(&self, key: Key) -> impl Iterator<Item = Action> + '_ {
        let has_key = move |action: &Action| self.keys(*action).contains(&key);
        ACTIONS.iter().map(|info| info.action).filter(has_key)
    }

    /// Returns how an action's first key is written; nothing if it has none.
    pub(crate) fn shown(&self, action: Action) -> String {
        self.keys(action).first().map(ToString::to_string).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_key_of_the_table_can_be_read_and_every_name_stands_once() {
        let mut names = BTreeSet::new();
        for info in ACTIONS {
            assert!(names.insert(info.name), "{} stands twice", info.name);
            assert_eq!(info.name.parse(), Ok(info.action));
            for key in info.keys {
                assert_eq!(key.parse::<Key>().unwrap().to_string(), *key);
            }
        }
    }

    #[test]
    fn settings_win() {
        let mut map = Keymap::default();
        map.set(Action::Cancel, vec!["ctrl-k".parse().unwrap()]);
        assert_eq!(map.shown(Action::Cancel), "ctrl-k");
        let of_key = map.actions("X".parse().unwrap()).collect::<Vec<Action>>();
        assert_eq!(of_key, [Action::Drop]);
    }
}
