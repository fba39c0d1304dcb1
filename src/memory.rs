//! The memory of a command: what the house answers is kept in the cache, and told again, with its age, while
//! the house can't be asked.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hotel_core::ids::BookingCode;
use hotel_core::wire::booking::{BookingOutcome, BookingRow, BookingView};
use hotel_core::wire::page::Page;
use serde::Deserialize;
use serde_json::Value;

use crate::api::memory::Memory;
use crate::cache::journal::Whose;
use crate::cache::larder::{Kept, Larder, Seen};
use crate::clock;
use crate::output::Out;
use crate::queue::Offline;

/// What is worth keeping: what an agent asks for, and nothing of tokens and users.
const KEPT: [&str; 5] = ["/v1/bookings", "/v1/hotels", "/v1/search", "/v1/guests", "/v1/me"];

/// The memory of one command.
pub(crate) struct Recall {
    larder: OnceCell<Option<Larder>>,
    folder: PathBuf,
    house: String,
    offline: Offline,
    out: Arc<Out>,
}

/// Returns under which name answers to somebody are kept: what one may see, another may not.
pub(crate) fn house_of(whose: &Whose) -> String {
    format!("{} {}", whose.server, whose.principal)
}

impl Recall {
    /// Makes a memory over the cache in a folder.
    pub(crate) fn new(folder: &Path, whose: &Whose, offline: Offline, out: Arc<Out>) -> Self {
        let (folder, house) = (folder.to_owned(), house_of(whose));
        Self { larder: OnceCell::new(), folder, house, offline, out }
    }

    fn larder(&self) -> Option<&Larder> {
        self.larder.get_or_init(|| Larder::open(&self.folder).ok()).as_ref()
    }

    /// Keeps something that is no answer beside them, or forgets it. Nothing is written if that is so already.
    pub(crate) fn keep_aside(&self, name: &str, body: Option<Vec<u8>>) {
        let Some(larder) = self.larder() else { return };
        let known = larder.recall(&self.house, name).ok().flatten().map(|kept| kept.body);
        match body {
            body if body == known => {}
            Some(body) => drop(larder.keep((&self.house, name), &body, clock::now())),
            None => drop(larder.forget(&self.house, name)),
        }
    }

    /// Tells whether a booking is kept as it was before a version.
    pub(crate) fn is_older(&self, code: BookingCode, version: u64) -> bool {
        /// What of a booking tells how old it is.
        #[derive(Deserialize)]
        struct Versioned {
            version: u64,
        }
        let Some(larder) = self.larder() else { return false };
        let path = format!("/v1/bookings/{code}");
        let view = larder.recall(&self.house, &path).ok().flatten();
        let of_view = view.and_then(|kept| serde_json::from_slice::<Versioned>(&kept.body).ok());
        let seen = || larder.version(&self.house, &code.to_string()).ok().flatten();
        of_view.map(|view| view.version).or_else(seen).is_some_and(|held| held < version)
    }

    fn kept(&self, path: &str) -> Option<Kept> {
        let larder = self.larder()?;
        if let Some(kept) = larder.recall(&self.house, path).ok().flatten() {
            return Some(kept);
        }
        // A booking that was provisional is kept under its code.
        let rest = path.strip_prefix("/v1/bookings/")?;
        let (name, rest) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let name = name.replace("%7E", "~");
        let code = larder.code_of(&self.house, &name).ok().flatten()?;
        larder.recall(&self.house, &format!("/v1/bookings/{code}{rest}")).ok().flatten()
    }

    /// Notes the bookings of an answer.
    fn note(&self, larder: &Larder, path: &str, body: &[u8]) {
        let seen: Vec<Seen> = if path == "/v1/bookings" || path.starts_with("/v1/bookings?") {
            match serde_json::from_slice::<Page<BookingRow>>(body) {
                Ok(page) => page.items.iter().map(of_row).collect(),
                Err(_) => return,
            }
        } else if let Ok(view) = serde_json::from_slice::<BookingView>(body) {
            vec![of_view(&view)]
        } else {
            return;
        };
        larder.note(&self.house, &seen, clock::now()).ok();
    }
}

impl Memory for Recall {
    fn keep(&self, path: &str, body: &[u8]) {
        let (Some(larder), true) = (self.larder(), is_kept(path)) else { return };
        larder.keep((&self.house, path), body, clock::now()).ok();
        if path.starts_with("/v1/bookings") {
            self.note(larder, path, body);
        }
    }

    fn changed(&self, body: &[u8]) {
        let Ok(outcome) = serde_json::from_slice::<BookingOutcome>(body) else { return };
        let Some(larder) = self.larder() else { return };
        let booking = &outcome.booking;
        let path = format!("/v1/bookings/{}", booking.code);
        let seen = Seen {
            code: booking.code.to_string(),
            provisional: booking.provisional.map(|code| code.to_string()),
            hotel: booking.hotel.to_string(),
            state: booking.state.as_str().to_owned(),
            guest: String::new(),
            check_in: booking.stay.check_in().to_string(),
            check_out: booking.stay.check_out().to_string(),
            version: booking.version,
        };
        larder.note(&self.house, &[seen], clock::now()).ok();
        // What is known of it beside, as the guest's name, stays as it was seen.
        let Ok(Some(kept)) = larder.recall(&self.house, &path) else { return };
        let (Ok(Value::Object(mut view)), Ok(Value::Object(now))) =
            (serde_json::from_slice(&kept.body), serde_json::to_value(booking))
        else {
            return;
        };
        view.extend(now);
        if let Ok(body) = serde_json::to_vec(&view) {
            larder.keep((&self.house, &path), &body, clock::now()).ok();
        }
    }

    fn recall(&self, path: &str) -> Option<Vec<u8>> {
        if self.offline == Offline::Fail {
            return None;
        }
        let kept = self.kept(path)?;
        self.out.stale_since(kept.at);
        Some(kept.body)
    }

    fn recall_all(&self, start: &str) -> Vec<Vec<u8>> {
        let kept = self.larder().and_then(|larder| larder.recall_all(&self.house, start).ok());
        kept.unwrap_or_default().into_iter().map(|kept| kept.body).collect()
    }

    fn is_alone(&self) -> bool {
        self.offline == Offline::Only
    }
}

fn is_kept(path: &str) -> bool {
    let end = |rest: &str| rest.is_empty() || rest.starts_with(['/', '?']);
    KEPT.iter().any(|start| path.strip_prefix(start).is_some_and(end)) && !path.contains("/history")
}

fn of_row(row: &BookingRow) -> Seen {
    Seen {
        code: row.code.to_string(),
        provisional: None,
        hotel: row.hotel.to_string(),
        state: row.state.as_str().to_owned(),
        guest: row.guest_name.clone(),
        check_in: row.stay.check_in().to_string(),
        check_out: row.stay.check_out().to_string(),
        version: row.version,
    }
}

fn of_view(view: &BookingView) -> Seen {
    let booking = &view.booking;
    Seen {
        code: booking.code.to_string(),
        provisional: booking.provisional.map(|code| code.to_string()),
        hotel: booking.hotel.to_string(),
        state: booking.state.as_str().to_owned(),
        guest: format!("{}, {}", view.guest_details.family, view.guest_details.given),
        check_in: booking.stay.check_in().to_string(),
        check_out: booking.stay.check_out().to_string(),
        version: booking.version,
    }
}
