//! What a run found, as JSON for programs and as a table for people.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use serde_json::Value;

/// Named values in the order in which they are told.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Figures(Vec<(&'static str, Value)>);

impl Figures {
    /// Adds one.
    pub(crate) fn put(&mut self, name: &'static str, value: impl Into<Value>) -> &mut Self {
        self.0.push((name, value.into()));
        self
    }
}

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// One thing measured.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Row {
    /// What it is.
    pub(crate) name: String,
    /// What was found.
    #[serde(flatten)]
    pub(crate) figures: Figures,
}

/// What a run found.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    /// The word that asked for it.
    pub(crate) what: &'static str,
    /// Whether every answer was as it should be and all counts agree.
    pub(crate) ok: bool,
    /// What was not.
    pub(crate) faults: Vec<String>,
    /// How it was measured.
    pub(crate) settings: Figures,
    /// On what.
    pub(crate) machine: Figures,
    /// What was measured.
    pub(crate) rows: Vec<Row>,
}

impl Report {
    /// Begins a report.
    pub(crate) fn new(what: &'static str, machine: Figures) -> Self {
        Self {
            what,
            ok: true,
            faults: Vec::new(),
            settings: Figures::default(),
            machine,
            rows: Vec::new(),
        }
    }

    /// Notes something that is not as it should be.
    pub(crate) fn fault(&mut self, text: impl Into<String>) {
        self.ok = false;
        self.faults.push(text.into());
    }

    /// Adds a thing measured.
    pub(crate) fn row(&mut self, name: impl Into<String>, figures: Figures) {
        self.rows.push(Row { name: name.into(), figures });
    }

    /// Writes it.
    pub(crate) fn write(&self, out: &mut impl Write, as_table: bool) -> io::Result<()> {
        if as_table {
            return out.write_all(self.table().as_bytes());
        }
        serde_json::to_writer_pretty(&mut *out, self)?;
        writeln!(out)
    }

    fn table(&self) -> String {
        let mut text = format!("{}\n", self.what);
        for (name, value) in self.settings.0.iter().chain(&self.machine.0) {
            text.extend(["  ", name, ": ", &shown(value), "\n"]);
        }
        text.push('\n');
        text += &grid(&self.rows);
        for fault in &self.faults {
            text.extend(["FAULT: ", fault, "\n"]);
        }
        text
    }
}

/// Lays rows out in columns: one for each name that any row has.
fn grid(rows: &[Row]) -> String {
    let mut columns: Vec<&'static str> = Vec::new();
    for (name, _) in rows.iter().flat_map(|row| &row.figures.0) {
        if !columns.contains(name) {
            columns.push(name);
        }
    }
    let mut lines = vec![[""].iter().chain(&columns).map(|name| (*name).to_owned()).collect()];
    for row in rows {
        let mut line = vec![row.name.clone()];
        for column in &columns {
            let value = row.figures.0.iter().find(|(name, _)| name == column);
            line.push(value.map(|(_, value)| shown(value)).unwrap_or_default());
        }
        lines.push(line);
    }
    aligned(&lines)
}

fn aligned(lines: &[Vec<String>]) -> String {
    let column_count = lines.first().map_or(0, Vec::len);
    let width = |column: usize| {
        lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max()
    };
    let widths: Vec<usize> = (0..column_count).map(|column| width(column).unwrap_or(0)).collect();
    let mut text = String::new();
    for line in lines {
        for (place, (cell, width)) in line.iter().zip(&widths).enumerate() {
            // Names stand to the left, numbers to the right; a text never fails to take more.
            let written = if place == 0 {
                write!(text, "{cell:width$}")
            } else {
                write!(text, "  {cell:>width$}")
            };
            written.ok();
        }
        text.truncate(text.trim_end_matches(' ').len());
        text.push('\n');
    }
    text
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        Value::Number(number) if number.is_i64() || number.is_u64() => {
            thousands(&number.to_string())
        }
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

/// Puts a comma at each thousand of a whole number.
fn thousands(digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let mut text = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        let mut machine = Figures::default();
        machine.put("cores", 2);
        let mut report = Report::new("bookings", machine);
        let mut first = Figures::default();
        first.put("per_second", 15_000).put("p50_ms", 1.5);
        report.row("bookings@256", first);
        let mut second = Figures::default();
        second.put("per_second", 900).put("of_echo", 0.5);
        report.row("echo", second);
        report
    }

    #[test]
    fn a_table_has_a_column_for_each_name() {
        let expected = "bookings\n  cores: 2\n\n\
                        \x20             per_second  p50_ms  of_echo\n\
                        bookings@256      15,000     1.5\n\
                        echo                 900              0.5\n";
        assert_eq!(report().table(), expected);
    }

    #[test]
    fn json_keeps_the_order_of_the_figures() {
        let mut bytes = Vec::new();
        report().write(&mut bytes, false).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.find("per_second") < text.find("p50_ms"), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap()["rows"][0]["per_second"], 15_000);
    }

    #[test]
    fn a_fault_spoils_the_report() {
        let mut report = report();
        report.fault("5 answers were 500");
        assert!(!report.ok);
        assert!(report.table().ends_with("FAULT: 5 answers were 500\n"));
    }

    #[test]
    fn thousands_are_marked() {
        for (given, expected) in [("0", "0"), ("999", "999"), ("-1000", "-1,000")] {
            assert_eq!(thousands(given), expected);
        }
        assert_eq!(thousands("1234567"), "1,234,567");
    }
}
