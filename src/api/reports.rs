//! Reports: one method, whatever the rows are.

use hotel_core::wire::report::{Report, ReportKind, ReportQuery};
use serde::de::DeserializeOwned;

use super::Client;
use crate::error::CliError;

impl Client {
    /// Asks for a report.
    pub(crate) async fn report<Row: DeserializeOwned>(
        &self,
        kind: ReportKind,
        query: &ReportQuery,
    ) -> Result<Report<Row>, CliError> {
        self.get(&["reports", kind.as_str()], query).await
    }
}
