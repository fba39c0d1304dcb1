//! Verifying: the log folded once more, and the rows that do not say the same. Knows iterators of
//! rows; knows neither SQL nor HTTP.

pub(crate) mod audit;
mod history;
mod log;
mod rows;

use serde::Serialize;
use serde_json::Value;

use hotel_core::wire::verify::Difference;

pub(crate) use self::audit::{Tell, audit};
pub(crate) use self::history::Histories;
pub(crate) use self::log::{LogFold, Logged, StreamTold, TokenTold};
pub(crate) use self::rows::{Readable, Rows, Slash, StreamName, compare, readable};

/// What is not as it should be: how much, and the first of it.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    /// How much.
    pub(crate) count: u64,
    /// The first.
    pub(crate) first: Option<Difference>,
}

impl Findings {
    /// Notes a difference; none on one side is no such row there.
    pub(crate) fn add(
        &mut self,
        (table, key, field): (&str, &dyn std::fmt::Display, &str),
        log: Option<String>,
        row: Option<String>,
    ) {
        self.count += 1;
        self.first.get_or_insert_with(|| Difference {
            table: table.to_owned(),
            key: key.to_string(),
            field: field.to_owned(),
            log,
            row,
        });
    }

    /// Notes that the log contradicts itself.
    pub(crate) fn in_log(
        &mut self,
        (key, field): (&dyn std::fmt::Display, &str),
        should_be: impl std::fmt::Display,
        is: impl std::fmt::Display,
    ) {
        let sides = (Some(should_be.to_string()), Some(is.to_string()));
        self.add((Difference::LOG, key, field), sides.0, sides.1);
    }

    /// Compares two values and names the first field in which they differ.
    pub(crate) fn differ<T: PartialEq + Serialize>(
        &mut self,
        (table, key): (&str, &dyn std::fmt::Display),
        log: &T,
        row: &T,
    ) {
        if log == row {
            return;
        }
        let tree = |value: &T| serde_json::to_value(value).unwrap_or_default();
        let (log, row) = (tree(log), tree(row));
        let mut field = String::new();
        let (log, row) = first_differing(&log, &row, &mut field);
        self.add((table, key, &field), shown(log), shown(row));
    }
}

/// Goes down to the first field in which two values differ, and writes the way there.
fn first_differing<'a>(log: &'a Value, row: &'a Value, way: &mut String) -> (&'a Value, &'a Value) {
    let step = match (log, row) {
        (Value::Object(of_log), Value::Object(of_row)) => {
            let mut names = of_log.keys().chain(of_row.keys());
            names.find(|name| of_log.get(*name) != of_row.get(*name)).map(|name| {
                let side = |object: &'a serde_json::Map<String, Value>| {
                    object.get(name).unwrap_or(&Value::Null)
                };
                (name.clone(), side(of_log), side(of_row))
            })
        }
        (Value::Array(of_log), Value::Array(of_row)) if of_log.len() == of_row.len() => {
            let mut pairs = of_log.iter().zip(of_row).enumerate();
            let differing = pairs.find(|(_, (of_log, of_row))| of_log != of_row);
            differing.map(|(place, (of_log, of_row))| (place.to_string(), of_log, of_row))
        }
        (_, _) => None,
    };
    let Some((name, log, row)) = step else { return (log, row) };
    if !way.is_empty() {
        way.push('.');
    }
    way.push_str(&name);
    first_differing(log, row, way)
}

fn shown(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            Some(value.to_string())
        }
    }
}
