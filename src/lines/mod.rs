//! The numbered lines of the last search, so that `hotel book 3` knows what 3 is. Knows one file in
//! the state folder; knows neither the server nor the clock.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::error::{CliError, codes};
use crate::files::{Access, write_atomic};
use crate::paths::Paths;

/// The version of the file; another one is not read.
const SCHEMA: &str = "hotel.lines/2";

/// The lines of one search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Lines {
    schema: String,
    /// Which server answered: its offers mean nothing to another.
    pub(crate) server: String,
    /// When it answered.
    pub(crate) searched_at: Timestamp,
    /// The lines, as they were numbered.
    #[serde(rename = "lines")]
    pub(crate) offers: Vec<Line>,
}

/// One line: an offer that can be booked by its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Line {
    /// The number, from 1.
    pub(crate) n: u32,
    /// The hotel's code.
    pub(crate) hotel: String,
    /// The room type's code.
    pub(crate) room_type: String,
    /// The rate plan's code.
    pub(crate) rate_plan: String,
    /// The first night.
    pub(crate) check_in: Date,
    /// The day of departure.
    pub(crate) check_out: Date,
    /// How many rooms.
    pub(crate) rooms: u16,
    /// Adults in each.
    pub(crate) adults: u8,
    /// Children in each.
    pub(crate) children: u8,
    /// The promotion or corporate code.
    pub(crate) promo: Option<String>,
    /// The hotel's zone.
    pub(crate) zone: String,
    /// The price of the stay, in minor units.
    pub(crate) total: i64,
    /// The currency's three letters.
    pub(crate) currency: String,
    /// Until when the offer holds, by the server's clock.
    pub(crate) expires_at: Timestamp,
}

impl Lines {
    /// Puts the lines of a search together.
    pub(crate) fn new(server: impl Into<String>, searched_at: Timestamp, lines: Vec<Line>) -> Self {
        Self { schema: SCHEMA.to_owned(), server: server.into(), searched_at, offers: lines }
    }

    /// Reads the lines of the last search; `None` if there was none.
    pub(crate) fn load(paths: &Paths) -> Result<Option<Self>, CliError> {
        let path = lines_path(paths);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(CliError::file("read", &path, &error)),
        };
        let broken = |why: String| {
            let message = format!("{} can't be understood", path.display());
            CliError::of(codes::LOCAL_BROKEN, message).why(why).hint("hotel search")
        };
        let lines: Self =
            serde_json::from_slice(&text).map_err(|error| broken(error.to_string()))?;
        if lines.schema != SCHEMA {
            return Err(broken(format!("it has the form {}, not {SCHEMA}", lines.schema)));
        }
        Ok(Some(lines))
    }

    /// Keeps the lines until the next search.
    pub(crate) fn save(&self, paths: &Paths) -> Result<(), CliError> {
        let path = lines_path(paths);
        let text = serde_json::to_vec(self)
            .map_err(|error| CliError::internal("the lines are no JSON").why(error.to_string()))?;
        write_atomic(&path, &text, Access::Private)
            .map_err(|error| CliError::file("write", &path, &error))
    }

    /// Returns the line of a number of the last search, if its offer still holds on this server; without a
    /// moment, even if it does not.
    pub(crate) fn pick(
        paths: &Paths,
        number: u32,
        server: &str,
        now: Option<Timestamp>,
    ) -> Result<Line, CliError> {
        let Some(searched) = Self::load(paths)? else {
            let message = format!("line {number} of what? there was no search yet");
            return Err(CliError::of(codes::LINES_NONE, message).hint("hotel search"));
        };
        if searched.server != server {
            let message = format!("the last search asked {}, not {server}", searched.server);
            return Err(CliError::of(codes::LINES_OTHER_SERVER, message).hint("hotel search"));
        }
        let count = searched.offers.len();
        let Some(line) = searched.offers.into_iter().find(|line| line.n == number) else {
            let message = format!("the last search has no line {number}");
            return Err(CliError::of(codes::LINES_NOT_FOUND, message)
                .why(format!("it has {count} lines, of {}", searched.searched_at)));
        };
        if now.is_some_and(|now| line.expires_at <= now) {
            let message = format!("the offer on line {number} has expired");
            return Err(CliError::of(codes::LINES_EXPIRED, message)
                .why(format!("it held until {}", line.expires_at))
                .hint(format!("hotel search {} {}..{}", line.hotel, line.check_in, line.check_out))
                .hint(format!("hotel book {number} --max-price AMOUNT")));
        }
        Ok(line)
    }
}

fn lines_path(paths: &Paths) -> PathBuf {
    paths.state_dir().join("lines.json")
}

#[cfg(test)]
mod tests;
