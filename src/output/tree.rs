//! A JSON value whose objects keep the order of their fields, and its text. `serde_json::Value`
//! sorts them, which is right for comparing and wrong for reading.

use std::fmt;
use std::fmt::Write as _;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::Number;

use super::safe_text::{SafeText, is_unsafe};
use crate::error::CliError;

/// A JSON value in the order of its type.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Tree {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// Any number.
    Number(Number),
    /// Any text, not yet safe for a terminal.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// Fields with their names, in order.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// Makes the tree of anything that can be JSON.
    pub(crate) fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self, CliError> {
        serde_json::to_string(value)
            .and_then(|text| serde_json::from_str(&text))
            .map_err(|error| not_json(&error))
    }

    /// Returns what a dotted name leads to; numbers pick from lists.
    pub(crate) fn get(&self, dotted: &str) -> Option<&Self> {
        dotted.split('.').try_fold(self, |tree, name| match tree {
            Self::Object(fields) => {
                fields.iter().find(|(key, _)| key == name).map(|(_, value)| value)
            }
            Self::List(items) => items.get(name.parse::<usize>().ok()?),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) => None,
        })
    }

    /// Sets what a dotted name leads to, making objects on the way.
    pub(crate) fn set(&mut self, dotted: &str, value: Self) {
        let (name, rest) = match dotted.split_once('.') {
            Some((name, rest)) => (name, Some(rest)),
            None => (dotted, None),
        };
        let Self::Object(fields) = self else { return };
        let at = fields.iter().position(|(key, _)| key == name).unwrap_or(fields.len());
        if at == fields.len() {
            fields.push((name.to_owned(), Self::Object(Vec::new())));
        }
        match rest {
            Some(rest) => fields[at].1.set(rest, value),
            None => fields[at].1 = value,
        }
    }

    /// Returns the dotted names of all fields, outer before inner.
    pub(crate) fn names(&self) -> Vec<String> {
        let Self::Object(fields) = self else { return Vec::new() };
        let mut names = Vec::new();
        for (key, value) in fields {
            names.push(key.clone());
            names.extend(value.names().iter().map(|inner| format!("{key}.{inner}")));
        }
        names
    }

    /// Returns the dotted names and values of all fields that hold no further fields.
    pub(crate) fn leaves(&self) -> Vec<(String, &Self)> {
        let Self::Object(fields) = self else { return Vec::new() };
        let mut leaves = Vec::new();
        for (key, value) in fields {
            match value {
                Self::Object(inner) if !inner.is_empty() => leaves.extend(
                    value.leaves().into_iter().map(|(name, leaf)| (format!("{key}.{name}"), leaf)),
                ),
                Self::Null
                | Self::Bool(_)
                | Self::Number(_)
                | Self::Text(_)
                | Self::List(_)
                | Self::Object(_) => leaves.push((key.clone(), value)),
            }
        }
        leaves
    }

    /// Returns the raw text of a cell: a string as it is, nothing for null, JSON for the rest.
    pub(crate) fn cell_text(&self) -> Result<String, CliError> {
        match self {
            Self::Null => Ok(String::new()),
            Self::Text(text) => Ok(text.clone()),
            Self::Bool(_) | Self::Number(_) | Self::List(_) | Self::Object(_) => json_text(self),
        }
    }

    /// Returns the tree with every text made safe, for formats that have no escapes of their own.
    pub(crate) fn sanitised(&self) -> Self {
        let safe = |text: &str| SafeText::multi_line(text).to_string();
        match self {
            Self::Text(text) => Self::Text(safe(text)),
            Self::List(items) => Self::List(items.iter().map(Self::sanitised).collect()),
            Self::Object(fields) => {
                let field = |(key, value): &(String, Self)| (safe(key), value.sanitised());
                Self::Object(fields.iter().map(field).collect())
            }
            Self::Null | Self::Bool(_) | Self::Number(_) => self.clone(),
        }
    }
}

/// Returns compact JSON; what could act on a terminal is escaped.
pub(crate) fn json_text<T: Serialize + ?Sized>(value: &T) -> Result<String, CliError> {
    let text = serde_json::to_string(value).map_err(|error| not_json(&error))?;
    Ok(escape(text))
}

/// Returns indented JSON; what could act on a terminal is escaped.
pub(crate) fn json_text_pretty<T: Serialize + ?Sized>(value: &T) -> Result<String, CliError> {
    let text = serde_json::to_string_pretty(value).map_err(|error| not_json(&error))?;
    Ok(escape(text))
}

fn not_json(error: &serde_json::Error) -> CliError {
    CliError::internal("a record can't be written as JSON").why(error.to_string())
}

/// Escapes DEL, C1 and the invisible reordering characters. They can only stand inside strings, so
/// replacing them anywhere is right; C0 is escaped by the serialiser but for its own line feeds.
fn escape(json: String) -> String {
    let must_escape = |character: char| character != '\n' && is_unsafe(character);
    if !json.contains(must_escape) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len() + 16);
    for character in json.chars() {
        if must_escape(character) {
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                // Writing to a string does not fail.
                write!(escaped, "\\u{unit:04x}").ok();
            }
        } else {
            escaped.push(character);
        }
    }
    escaped
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(value) => value.serialize(serializer),
            Self::Text(value) => serializer.serialize_str(value),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (key, value) in fields {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Number::from_f64(value).map_or(Tree::Null, Tree::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let mut fields = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            fields.push(entry);
        }
        Ok(Tree::Object(fields))
    }
}
