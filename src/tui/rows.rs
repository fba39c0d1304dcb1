//! A list with a selection that follows what was selected, not its place; and with marks on what is new.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

/// How long a row that is new or changed is marked.
const NEWS_SECONDS: i64 = 8;

/// Something with a name of its own.
pub(crate) trait Keyed {
    /// Returns its name.
    fn key(&self) -> String;

    /// Returns what differs when it changed.
    fn version(&self) -> u64;
}

/// Rows of a list.
#[derive(Debug, Clone)]
pub(crate) struct Rows<T> {
    items: Vec<T>,
    at: usize,
    marked: BTreeSet<String>,
    news: BTreeMap<String, Timestamp>,
    is_filled: bool,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            at: 0,
            marked: BTreeSet::new(),
            news: BTreeMap::new(),
            is_filled: false,
        }
    }
}

impl<T: Keyed> Rows<T> {
    /// Takes new rows for the old. What was selected stays so where it is still there.
    pub(crate) fn replace(&mut self, items: Vec<T>, now: Timestamp) {
        let before: BTreeMap<String, u64> =
            self.items.iter().map(|item| (item.key(), item.version())).collect();
        let selected = self.current().map(Keyed::key);
        if self.is_filled {
            let is_new = |item: &&T| before.get(&item.key()) != Some(&item.version());
            let news = items.iter().filter(is_new).map(|item| (item.key(), now));
            self.news.extend(news.collect::<Vec<_>>());
        }
        self.news.retain(|_, since| now.duration_since(*since).as_secs() < NEWS_SECONDS);
        let keys: Vec<String> = items.iter().map(Keyed::key).collect();
        self.marked.retain(|key| keys.contains(key));
        let place = selected.and_then(|selected| keys.iter().position(|key| *key == selected));
        self.at = place.unwrap_or(self.at).min(items.len().saturating_sub(1));
        self.items = items;
        self.is_filled = true;
    }

    /// Forgets all rows, as for another question.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Returns the rows.
    pub(crate) fn items(&self) -> &[T] {
        &self.items
    }

    /// Returns where the selection stands.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Returns what is selected.
    pub(crate) fn current(&self) -> Option<&T> {
        self.items.get(self.at)
    }

    /// Moves the selection by so many rows.
    pub(crate) fn step(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.items.len().saturating_sub(1));
    }

    /// Selects a row by its place.
    pub(crate) fn select(&mut self, at: usize) {
        self.at = at.min(self.items.len().saturating_sub(1));
    }

    /// Marks what is selected, or takes the mark off, and goes on to the next.
    pub(crate) fn mark(&mut self) {
        let Some(key) = self.current().map(Keyed::key) else { return };
        if !self.marked.remove(&key) {
            self.marked.insert(key);
        }
        self.step(1);
    }

    /// Takes all marks off.
    pub(crate) fn unmark(&mut self) {
        self.marked.clear();
    }

    /// Returns the marked rows in their order; what is selected if none is.
    pub(crate) fn chosen(&self) -> Vec<&T> {
        if self.marked.is_empty() {
            return self.current().into_iter().collect();
        }
        self.items.iter().filter(|item| self.marked.contains(&item.key())).collect()
    }

    /// Tells whether a row is marked.
    pub(crate) fn is_marked(&self, item: &T) -> bool {
        !self.marked.is_empty() && self.marked.contains(&item.key())
    }

    /// Tells whether a row is new or was changed a moment ago.
    pub(crate) fn is_news(&self, item: &T, now: Timestamp) -> bool {
        let since = if self.news.is_empty() { None } else { self.news.get(&item.key()) };
        since.is_some_and(|since| now.duration_since(*since).as_secs() < NEWS_SECONDS)
    }

    /// Returns when the next mark of news ends.
    pub(crate) fn has_news(&self, now: Timestamp) -> bool {
        self.news.values().any(|since| now.duration_since(*since).as_secs() <= NEWS_SECONDS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Clone)]
    struct Row(&'static str, u64);

    impl Keyed for Row {
        fn key(&self) -> String {
            self.0.to_owned()
        }

        fn version(&self) -> u64 {
            self.1
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_selection_follows_the_booking() {
        let mut rows = Rows::default();
        rows.replace(vec![Row("a", 1), Row("b", 1), Row("c", 1)], at(0));
        rows.step(1);
        rows.replace(vec![Row("new", 1), Row("a", 1), Row("b", 1), Row("c", 1)], at(1));
        assert_eq!(rows.current().unwrap().0, "b");
        rows.replace(vec![Row("a", 1), Row("c", 1)], at(2));
        assert_eq!(rows.current().unwrap().0, "c", "what is gone leaves its place to the next");
        rows.replace(Vec::new(), at(3));
        assert!(rows.current().is_none());
    }

    #[test]
    fn what_is_new_or_changed_is_marked_for_a_while() {
        let mut rows = Rows::default();
        rows.replace(vec![Row("a", 1), Row("b", 1)], at(0));
        let news = |rows: &Rows<Row>, now| {
            let is_news = |row: &&Row| rows.is_news(row, now);
            rows.items().iter().filter(is_news).map(|row| row.0).collect::<Vec<_>>()
        };
        assert!(news(&rows, at(0)).is_empty(), "the first rows are no news");
        rows.replace(vec![Row("a", 2), Row("b", 1), Row("c", 1)], at(1));
        assert_eq!(news(&rows, at(2)), ["a", "c"]);
        assert!(news(&rows, at(9)).is_empty());
    }

    #[test]
    fn marks_follow_their_rows() {
        let mut rows = Rows::default();
        rows.replace(vec![Row("a", 1), Row("b", 1), Row("c", 1)], at(0));
        rows.mark();
        rows.step(1);
        rows.mark();
        rows.replace(vec![Row("c", 1), Row("x", 1), Row("a", 1)], at(1));
        let chosen: Vec<_> = rows.chosen().iter().map(|row| row.0).collect();
        assert_eq!(chosen, ["c", "a"]);
    }
}
