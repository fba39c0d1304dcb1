//! Pages, cut alike whatever they are read from.

use hotel_core::people::Guest;
use hotel_core::wire::page::{PAGE, PAGE_MAX, Page};
use uuid::Uuid;

use super::StoreError;
use crate::opaque;

/// Returns how many items a page takes.
pub(super) fn page_len(limit: Option<u32>) -> u32 {
    limit.unwrap_or(PAGE).clamp(1, PAGE_MAX)
}

/// Cuts rows to a page: one row more than it takes was asked for, and tells whether another follows.
pub(super) fn cut<T>(mut items: Vec<T>, len: u32, cursor: impl Fn(&T) -> String) -> Page<T> {
    let len = usize::try_from(len).unwrap_or(usize::MAX);
    let more = items.len() > len;
    items.truncate(len);
    let next = if more { items.last().map(cursor) } else { None };
    Page { items, next }
}

/// Returns the text above every text that begins with a prefix.
pub(super) fn prefix_end(prefix: &str) -> String {
    let mut end = prefix.to_owned();
    end.push(char::MAX);
    end
}

/// Writes where a page of guests ends.
pub(super) fn guest_cursor(guest: &Guest) -> String {
    let mut key = guest.id.0.as_bytes().to_vec();
    key.extend_from_slice(guest.family.as_str().as_bytes());
    opaque::encode(&key)
}

/// Reads after which family name and guest a page begins.
pub(super) fn after_guest(cursor: &str) -> Result<(String, Uuid), StoreError> {
    let key = opaque::decode(cursor).ok_or(StoreError::Cursor)?;
    let (id, family) = key.split_at_checked(size_of::<Uuid>()).ok_or(StoreError::Cursor)?;
    let family = std::str::from_utf8(family).map_err(|_| StoreError::Cursor)?;
    if family.is_empty() {
        return Err(StoreError::Cursor);
    }
    Ok((family.to_owned(), Uuid::from_slice(id).map_err(|_| StoreError::Cursor)?))
}
