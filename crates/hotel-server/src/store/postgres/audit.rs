//! To come.
use super::address::Shared;
use crate::store::StoreError;
use crate::store::codes::Codes;
use hotel_core::wire::verify::{VerifyProgress, VerifyReport};
pub(super) fn verify(
    _: Shared,
    _: &Codes,
    _: &mut dyn FnMut(VerifyProgress) -> bool,
) -> Result<VerifyReport, StoreError> {
    Err(StoreError::Closing)
}
