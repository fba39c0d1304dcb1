//! Keyset pages: an opaque cursor instead of an offset.

use serde::{Deserialize, Serialize};

/// The most items on a page.
pub const PAGE_MAX: u32 = 200;

/// How many items a page has when nobody says otherwise.
pub const PAGE: u32 = 50;

/// A page of a list.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Where the next page begins, if there is one: give it back as `cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
