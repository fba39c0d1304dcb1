//! Reads of commands that were decided.

use tokio_postgres::Row;
use uuid::Uuid;

use super::Queries;
use crate::store::postgres::load::{CHANGES, RESULTS, change_from_row, result_from_row};
use crate::store::postgres::rows::{count, get};
use crate::store::{CommandKey, Decided, StoreError};

impl Queries {
    /// Returns what a command came to, if it was decided.
    pub async fn decided(&self, key: CommandKey) -> Result<Option<Decided>, StoreError> {
        let (users, keys): ([Uuid; 1], _) = ([key.0.0], [key.1.as_str()]);
        let row = self.places.first(RESULTS, &[&users.as_slice(), &keys.as_slice()]).await?;
        let Some(row) = row else { return Ok(None) };
        let (_, result) = result_from_row(&row, &self.codes)?;
        let rows: Vec<Row> = match result.told() {
            Some(booking) => {
                let numbers = [count(self.codes.number(booking))];
                self.places.rows(CHANGES, &[&numbers.as_slice()]).await?
            }
            None => Vec::new(),
        };
        let changes = rows.iter().filter_map(|row| change_from_row(row).transpose());
        Ok(Some(Decided {
            decided_at: get(&row, "decided_at")?,
            changes: changes.collect::<Result<_, _>>()?,
            result,
        }))
    }
}
