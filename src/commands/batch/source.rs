//! The lines of a batch: CSV or JSON lines, read whole before the first is carried out.

use serde::Deserialize;

use crate::error::{CliError, codes};
use crate::terse::is_cli;

/// A command of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number in the file, from 1; that of the header counts.
    pub(super) number: u64,
    /// What the file calls it.
    pub(super) id: Option<String>,
    /// What it says.
    pub(super) text: String,
}

/// A line as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    command: String,
    #[serde(default)]
    id: Option<String>,
}

/// Reads all lines; one that can't be read refuses all, so that nothing is half done.
pub(super) fn lines(bytes: &[u8]) -> Result<Vec<Line>, CliError> {
    let text = std::str::from_utf8(bytes).map_err(|error| broken(1, &error.to_string()))?;
    let is_json = text.trim_start().starts_with('{');
    let lines = if is_json { of_json(text) } else { of_csv(text) }?;
    if lines.is_empty() {
        let message = "there is no command in it";
        return Err(CliError::of(codes::USAGE_INVALID_VALUE, message).field("FILE"));
    }
    Ok(lines)
}

fn of_json(text: &str) -> Result<Vec<Line>, CliError> {
    let written = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    written
        .map(|(number, line)| {
            let written = serde_json::from_str(line);
            line_of(number, written.map_err(|error| broken(number, &error.to_string()))?)
        })
        .collect()
}

fn of_csv(text: &str) -> Result<Vec<Line>, CliError> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut lines = Vec::new();
    for written in reader.deserialize() {
        let written: Written = written.map_err(|error| {
            let number = error.position().map_or(1, csv::Position::line);
            broken(number, &error.to_string())
        })?;
        // The header is the first line.
        let number = lines.len() as u64 + 2;
        lines.push(line_of(number, written)?);
    }
    Ok(lines)
}

fn line_of(number: u64, written: Written) -> Result<Line, CliError> {
    let text = written.command.trim().to_owned();
    if text.is_empty() || text == "hotel" {
        return Err(broken(number, "the command is empty"));
    }
    if is_cli(&text) && shlex::split(&text).is_none() {
        return Err(broken(number, "a quote is open"));
    }
    Ok(Line { number, id: written.id.filter(|id| !id.is_empty()), text })
}

fn broken(number: u64, why: &str) -> CliError {
    CliError::of(codes::USAGE_INVALID_VALUE, format!("line {number} is no command"))
        .field("FILE")
        .why(why)
        .hint("hotel batch --help")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(u64, Option<&str>, &str)]) {
        let found = lines(text.as_bytes()).unwrap();
        let expect: Vec<Line> = expect
            .iter()
            .map(|(number, id, text)| Line {
                number: *number,
                id: id.map(str::to_owned),
                text: (*text).to_owned(),
            })
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn both_forms_are_read_alike() {
        check(
            "command,id\n\"book 1 --guest \"\"LI, WEI\"\"\",a\nhotel list,\n",
            &[(2, Some("a"), "book 1 --guest \"LI, WEI\""), (3, None, "hotel list")],
        );
        check("command\nber fri+2;1\n", &[(2, None, "ber fri+2;1")]);
        check(
            "{\"command\":\"book 1 --guest 'LI, WEI'\",\"id\":\"a\"}\n\n{\"command\":\"hotel list\"}\n",
            &[(1, Some("a"), "book 1 --guest 'LI, WEI'"), (3, None, "hotel list")],
        );
    }

    #[test]
    fn what_can_not_be_read_refuses_all_and_names_its_line() {
        for (text, line) in [
            ("command\nlist\n\"book 'x\"\n", "line 3"),
            ("{\"command\":\"list\"}\n{\"order\":1}", "line 2"),
            ("{\"command\":\"\"}", "line 1"),
        ] {
            let error = lines(text.as_bytes()).unwrap_err();
            assert!(error.message.contains(line), "{text}: {error}");
        }
        assert!(lines(b"").is_err() && lines(b"\xff\xfe").is_err());
    }
}
