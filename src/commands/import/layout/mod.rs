//! The layouts: which columns a file has and what its lines mean. One file a layout.

mod demand;
mod own;

use hotel_core::text::TextError;

use super::entry::Ledger;
use super::input::Content;
use super::sheet::{Fault, Line, Sheet};
use crate::error::CliError;

/// Takes one line into the ledger.
type Take = fn(&mut Ledger, &Line<'_>) -> Result<(), Fault>;

/// Which columns a file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub(super) enum Layout {
    /// One booking a line, in this program's own words; see --template
    #[default]
    Hotel,
    /// The public hotel booking demand data of Antonio, de Almeida and Nunes (2019)
    BookingDemand,
}

impl Layout {
    /// Returns the name on the command line.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Hotel => "hotel",
            Self::BookingDemand => "booking-demand",
        }
    }

    /// Reads a whole file.
    pub(super) fn read(self, content: &Content) -> Result<Ledger, CliError> {
        let (known, take): (_, Take) = match self {
            Self::Hotel => (own::COLUMNS, own::take),
            Self::BookingDemand => (demand::COLUMNS, demand::take),
        };
        let sheet = Sheet::open(content, self.name(), known)?;
        let mut ledger = Ledger::new()?;
        sheet.each(|line| take(&mut ledger, line))?;
        Ok(ledger)
    }
}

/// Returns a model file of the own layout.
pub(super) fn template() -> String {
    own::template()
}

/// Returns the number of a word that many lines share.
fn shared(ledger: &mut Ledger, line: &Line<'_>, column: usize, text: &str) -> Result<u32, Fault> {
    ledger.words.number(text).map_err(|error: TextError| line.fault(column, error.to_string()))
}
