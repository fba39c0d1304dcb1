//! In which rows nights stand: a night is written far more often than it is looked for.

use std::collections::HashMap;

use hotel_core::inventory::NightKey;

/// Places remembered at most, some 10 MiB.
const PLACES_MAX: usize = 100_000;

/// In which rows nights stand. A row is never given up, so that a place holds for ever.
#[derive(Default)]
pub(super) struct Places {
    rows: HashMap<NightKey, i64>,
}

impl Places {
    /// Remembers in which row a night stands.
    pub(super) fn put(&mut self, key: NightKey, id: i64) {
        if self.rows.len() > PLACES_MAX {
            self.rows.clear();
        }
        self.rows.insert(key, id);
    }

    /// Returns in which row a night stands, if that is known.
    pub(super) fn get(&self, key: &NightKey) -> Option<i64> {
        self.rows.get(key).copied()
    }
}
