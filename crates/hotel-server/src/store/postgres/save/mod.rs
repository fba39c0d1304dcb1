//! Saving a batch: its rows as arrays, a constant number of statements, all sent together with the
//! commit. What hotels sell and who may come in changes seldom, and goes before.

mod bookings;
mod catalogue;
mod log;
mod nights;
mod people;

use super::load::Claimed;
use super::session::{Asked, Cell, Session};
use crate::store::codes::Codes;
use crate::store::words::BookingNumbers;
use crate::store::{Batch, StoreError};

/// The rows of one statement, a column an array.
trait Rows {
    /// Returns the statement.
    fn sql(&self) -> &'static str;
    /// Returns the arrays, in the order of the statement.
    fn values(&self) -> Vec<Cell<'_>>;
    /// Tells that there is nothing to write.
    fn is_empty(&self) -> bool;
}

/// A batch as it will be written.
pub(super) struct Saved {
    tables: Vec<Box<dyn Rows + Send>>,
}

/// Gathers what a batch changed, and writes of it what is seldom.
pub(super) fn prepared(
    session: &mut Session,
    codes: &Codes,
    claimed: &Claimed,
    batch: &Batch<'_>,
) -> Result<Saved, StoreError> {
    for event in batch.events.iter().filter(|event| event.data.is_catalogue()) {
        if let Some(hotel) = event.hotel {
            catalogue::save(session, hotel, &event.data, batch)?;
        }
    }
    people::save(session, batch)?;
    let mut numbers = BookingNumbers::of_batch(codes, batch);
    let (opened, changed) = bookings::of_batch(&mut numbers, batch)?;
    let (grown, begun) = log::streams_of_batch(claimed, batch)?;
    let (freed, taken) = nights::rooms_of_batch(&mut numbers, batch)?;
    let (new_guests, guests) = people::guests_of_batch(batch)?;
    let tables: Vec<Box<dyn Rows + Send>> = vec![
        Box::new(new_guests),
        Box::new(guests),
        Box::new(nights::sold_by_batch(batch)?),
        Box::new(nights::of_batch(batch)?),
        Box::new(nights::opened_by_batch(batch)?),
        Box::new(freed),
        Box::new(taken),
        Box::new(opened),
        Box::new(changed),
        Box::new(bookings::requests_of_batch(&mut numbers, batch)?),
        Box::new(log::batch_row(claimed, batch)?),
        Box::new(log::events_of_batch(&mut numbers, claimed, batch)?),
        Box::new(log::results_of_batch(&mut numbers, batch)?),
        Box::new(grown),
        Box::new(begun),
    ];
    Ok(Saved { tables: tables.into_iter().filter(|rows| !rows.is_empty()).collect() })
}

const COMMIT: &str = "COMMIT";

impl Saved {
    /// Writes it all and makes it last. If a statement fails, the commit that follows undoes them all.
    pub(super) fn commit(&self, session: &mut Session) -> Result<(), StoreError> {
        let tables = self.tables.iter().map(|rows| (rows.sql(), rows.values()));
        let mut asked: Vec<Asked<'_>> = tables.collect();
        asked.push((COMMIT, vec![]));
        session.end(&asked)
    }
}

/// Declares rows: a column a field, for one statement or another.
macro_rules! rows {
    ($(#[$doc:meta])* $name:ident { $($column:ident: $kind:ty),* $(,)? }) => {
        $(#[$doc])*
        pub(super) struct $name {
            sql: &'static str,
            $($column: $crate::store::postgres::column::Column,)*
        }

        impl $crate::store::postgres::save::Rows for $name {
            fn sql(&self) -> &'static str {
                self.sql
            }

            fn values(&self) -> Vec<$crate::store::postgres::session::Cell<'_>> {
                vec![$(&self.$column),*]
            }

            fn is_empty(&self) -> bool {
                [$(self.$column.is_empty()),*].into_iter().all(|is_empty| is_empty)
            }
        }

        impl $name {
            /// Begins with no rows for a statement.
            fn of(sql: &'static str) -> Self {
                use $crate::store::postgres::column::{Column, Value};
                Self { sql, $($column: Column::of(<$kind as Value>::KIND)),* }
            }

            #[allow(clippy::too_many_arguments, clippy::allow_attributes, reason = "one a column")]
            fn push(&mut self, $($column: $kind),*) -> Result<(), $crate::store::StoreError> {
                $(self.$column.push(&$column)?;)*
                Ok(())
            }
        }
    };
}
use rows;
