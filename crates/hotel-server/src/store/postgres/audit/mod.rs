//! Hands the whole store over to be verified, beside everything else: one transaction sees one state of
//! it all, and rows come in stretches.

mod books;

mod sources;

use std::cell::RefCell;

use hotel_core::wire::verify::VerifyReport;

use super::address::{Purpose, Shared};
use super::session::Session;
use crate::store::StoreError;
use crate::store::codes::Codes;
use crate::verify::{Tell, audit};
use books::Books;

/// Far more batches than ever wait.
const TAKE_IN: &str = "SELECT take_in(1000000) AS reached";

const BEGIN: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ";

const KEEP_GUESTS: &str = "CREATE TEMP TABLE told_guest (\
     id uuid PRIMARY KEY, version bigint NOT NULL) ON COMMIT DROP";

/// Folds the whole log again and compares every row with it. It has a session of its own, and keeps a
/// thread busy.
pub(super) fn verify(
    address: Shared,
    codes: &Codes,
    tell: &mut Tell<'_>,
) -> Result<VerifyReport, StoreError> {
    let mut session = Session::new(address, Purpose::Keep)?;
    match session.ask(&[(TAKE_IN, vec![])]) {
        // Whoever is in the way takes in as well, and what waits is read as it waits.
        Ok(_) | Err(StoreError::Conflict(_)) => {}
        Err(error) => return Err(error),
    }
    session.begin(&[(BEGIN, vec![])])?;
    session.ask(&[(KEEP_GUESTS, vec![])])?;
    let session = RefCell::new(session);
    let done = audit(&Books::new(&session, codes), tell);
    // What was kept aside goes with the transaction; so it does if this can't be said any more.
    session.into_inner().rollback().ok();
    done
}
