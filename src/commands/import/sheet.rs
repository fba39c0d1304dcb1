//! The file as lines with columns, and the one place that words what is wrong with a line.

use std::str::FromStr;

use csv::{ByteRecord, ReaderBuilder, StringRecord};
use sha2::{Digest as _, Sha256};

use super::entry::LineMark;
use super::input::Content;
use crate::error::{CliError, codes};

/// Four times the longest note, in bytes: a longer field is a quotation mark that was never closed.
const FIELD_BYTES_MAX: usize = 8_192;

/// A column that a layout knows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    /// Its name in the header.
    pub(super) name: &'static str,
    /// Whether every file has it.
    pub(super) needed: bool,
}

/// What is wrong, and where.
#[derive(Debug)]
pub(super) struct Fault {
    line: u64,
    column: Option<(usize, String)>,
    what: String,
    why: Option<String>,
}

impl Fault {
    /// Makes a fault of a whole line.
    pub(super) fn new(line: u64, what: impl Into<String>) -> Self {
        Self { line, column: None, what: what.into(), why: None }
    }

    fn at(mut self, number: usize, name: &str) -> Self {
        let short: String = name.chars().take(40).collect();
        self.column = Some((number, short));
        self
    }

    fn why(mut self, reason: impl Into<String>) -> Self {
        self.why = Some(reason.into());
        self
    }
}

impl From<Fault> for CliError {
    fn from(fault: Fault) -> Self {
        let Fault { line, column, what, why } = fault;
        let place = match &column {
            Some((number, name)) => format!("line {line}, column {number} ({name})"),
            None => format!("line {line}"),
        };
        let mut details = serde_json::json!({ "line": line });
        if let Some((number, name)) = column {
            details["column"] = number.into();
            details["column_name"] = name.into();
        }
        let error = Self::of(codes::USAGE_INVALID_VALUE, format!("{place}: {what}"))
            .field("FILE")
            .details(details)
            .note(super::NOTHING_IMPORTED);
        match why {
            Some(why) => error.why(why),
            None => error,
        }
    }
}

/// A file whose header fits a layout.
pub(super) struct Sheet<'a> {
    content: &'a Content,
    header: StringRecord,
    /// Where each column that the layout knows stands.
    places: Vec<Option<usize>>,
    known: &'a [Known],
    /// The hash of the layout and the header, to go on from with each line.
    mark: Sha256,
}

/// One line of it.
pub(super) struct Line<'a> {
    /// Its number; the header is line 1.
    pub(super) number: u64,
    /// What stays the same as long as the line does.
    pub(super) mark: LineMark,
    sheet: &'a Sheet<'a>,
    fields: &'a StringRecord,
}

impl<'a> Sheet<'a> {
    /// Reads the header and compares it with the columns that the layout knows.
    pub(super) fn open(
        content: &'a Content,
        layout: &str,
        known: &'a [Known],
    ) -> Result<Self, Fault> {
        if content.bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(Fault::new(1, "the file is empty"));
        }
        let mut header = ByteRecord::new();
        let read = reader(&content.bytes).read_byte_record(&mut header);
        read.map_err(|error| Fault::new(1, error.to_string()))?;
        let names: Vec<&str> = header
            .iter()
            .enumerate()
            .map(|(at, field)| {
                std::str::from_utf8(field).map(str::trim).map_err(|_| {
                    Fault::new(1, "the name of a column is no UTF-8: this is no CSV of text")
                        .at(at + 1, "?")
                })
            })
            .collect::<Result<_, _>>()?;
        let header = StringRecord::from(names);
        let places = places(&header, layout, known)?;
        let mark = Sha256::new().chain_update(layout).chain_update(header.as_slice());
        Ok(Self { content, header, places, known, mark })
    }

    /// Hands over each line until one is at fault.
    pub(super) fn each(
        &self,
        mut take: impl FnMut(&Line<'_>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let bytes = &self.content.bytes;
        let mut reader = reader(bytes);
        let (mut record, mut last) = (ByteRecord::new(), 1);
        let unreadable = |error: csv::Error, line| Fault::new(line, error.to_string());
        reader.read_byte_record(&mut record).map_err(|error| unreadable(error, 1))?;
        loop {
            let start = offset(reader.position());
            if !reader.read_byte_record(&mut record).map_err(|error| unreadable(error, last + 1))? {
                break;
            }
            let end = offset(reader.position());
            let raw = bytes[start..end].trim_ascii();
            // Blank lines before it belong to nobody, but count.
            let blank = bytes[start..end].len() - bytes[start..end].trim_ascii_start().len();
            let skipped = bytes[start..start + blank].split(|byte| *byte == b'\n').count() - 1;
            last = record.position().map_or(last, csv::Position::line) + skipped as u64;
            let is_cut = end == bytes.len() && bytes.last() != Some(&b'\n');
            self.check(&record, last, is_cut)?;
            let fields = self.text(&record, last)?;
            let digest = self.mark.clone().chain_update(raw).finalize();
            let line =
                Line { number: last, mark: LineMark::of(&digest), sheet: self, fields: &fields };
            take(&line).map_err(|fault| if is_cut { fault.why(CUT_OFF) } else { fault })?;
        }
        match &self.content.broken {
            Some(reason) => Err(Fault::new(last + 1, ENDS).at(1, &self.header[0]).why(reason)),
            None => Ok(()),
        }
    }

    fn check(&self, record: &ByteRecord, line: u64, is_cut: bool) -> Result<(), Fault> {
        if is_cut && let Some(reason) = &self.content.broken {
            let at = record.len().clamp(1, self.header.len());
            return Err(Fault::new(line, ENDS).at(at, &self.header[at - 1]).why(reason));
        }
        for (at, field) in record.iter().enumerate() {
            if field.len() > FIELD_BYTES_MAX {
                let what = format!(
                    "the field has {} bytes; the longest that can be meant has {FIELD_BYTES_MAX}",
                    field.len()
                );
                let name = self.header.get(at).unwrap_or("?");
                return Err(Fault::new(line, what).at(at + 1, name).why(UNCLOSED));
            }
        }
        let (found, wanted) = (record.len(), self.header.len());
        if found == wanted {
            return Ok(());
        }
        let at = found.clamp(1, wanted);
        if is_cut && found < wanted {
            return Err(Fault::new(line, ENDS).at(at, &self.header[at - 1]).why(CUT_OFF));
        }
        let what = format!("the line has {found} columns, the header {wanted}");
        Err(Fault::new(line, what).at(at, &self.header[at - 1]))
    }

    fn text(&self, record: &ByteRecord, line: u64) -> Result<StringRecord, Fault> {
        StringRecord::from_byte_record(record.clone()).map_err(|error| {
            let at = error.utf8_error().field();
            let what = format!(
                "the field is no UTF-8 from its byte {} on",
                error.utf8_error().valid_up_to() + 1
            );
            Fault::new(line, what).at(at + 1, self.header.get(at).unwrap_or("?"))
        })
    }
}

const ENDS: &str = "the file ends in the middle";
const CUT_OFF: &str = "the last line has no line end: the file may be cut off";
const UNCLOSED: &str = "a quotation mark may never be closed";

fn reader(bytes: &[u8]) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes)
}

fn offset(position: &csv::Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

fn places(
    header: &StringRecord,
    layout: &str,
    known: &[Known],
) -> Result<Vec<Option<usize>>, Fault> {
    let expected = || {
        let names: Vec<&str> = known.iter().map(|column| column.name).collect();
        format!("the columns of the layout {layout} are {}", names.join(","))
    };
    for (at, name) in header.iter().enumerate() {
        if !known.iter().any(|column| column.name == name) {
            let what = format!("the layout {layout} has no such column");
            return Err(Fault::new(1, what).at(at + 1, name).why(expected()));
        }
        if header.iter().take(at).any(|earlier| earlier == name) {
            return Err(Fault::new(1, "the column is there twice").at(at + 1, name));
        }
    }
    known
        .iter()
        .map(|column| match header.iter().position(|name| name == column.name) {
            None if column.needed => {
                let what = format!("the column {} is missing", column.name);
                Err(Fault::new(1, what).why(expected()))
            }
            place => Ok(place),
        })
        .collect()
}

impl Line<'_> {
    /// Returns the field of a column, without blanks around it; nothing if the file has no such column.
    pub(super) fn get(&self, column: usize) -> &str {
        let field = self.sheet.places[column].and_then(|place| self.fields.get(place));
        field.unwrap_or_default().trim()
    }

    /// Returns the field of a column as a type that is read from text; its error says what is wrong.
    pub(super) fn read<T: FromStr>(&self, column: usize) -> Result<T, Fault>
    where
        T::Err: std::fmt::Display,
    {
        self.get(column).parse().map_err(|error: T::Err| self.fault(column, error.to_string()))
    }

    /// Returns the whole number in a column.
    pub(super) fn number<T: FromStr>(&self, column: usize) -> Result<T, Fault> {
        let what = || format!("`{}` is no whole number that fits", short(self.get(column)));
        self.get(column).parse().map_err(|_| self.fault(column, what()))
    }

    /// Makes the fault of a column.
    pub(super) fn fault(&self, column: usize, what: impl Into<String>) -> Fault {
        let place = self.sheet.places[column].unwrap_or(0);
        Fault::new(self.number, what).at(place + 1, self.sheet.known[column].name)
    }
}

/// Returns the beginning of a field, to be quoted in a sentence.
pub(super) fn short(text: &str) -> String {
    text.chars().take(40).collect()
}
