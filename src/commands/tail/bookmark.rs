//! The named cursor of a tail: kept after what it passes was handled, never before.

use std::time::{Duration, Instant};

use crate::cache::cursors::{CursorName, Kept};
use crate::cache::file::DataFile;
use crate::cache::lease::Lease;
use crate::clock;
use crate::context::Context;
use crate::error::{CliError, codes};

/// How long a cursor that moves without a pause is not kept: as much may be told again after a power cut.
const UNSAVED_MAX: Duration = Duration::from_millis(100);

/// Takes the right to a cursor; refuses if another process uses it.
pub(crate) fn cursor_lease(ctx: &Context, name: &CursorName) -> Result<Lease, CliError> {
    let what = format!("the cursor `{name}`");
    Lease::take(&ctx.data_folder(), &format!("cursor-{name}"), &what)
}

/// A cursor that is in use.
pub(super) struct Bookmark<'a> {
    file: &'a DataFile,
    kept: Kept,
    /// When it moved on from what is kept; none while it has not.
    moved_at: Option<Instant>,
    // Held as long as it is in use.
    _lease: Lease,
}

impl<'a> Bookmark<'a> {
    /// Takes a cursor up; refuses one that another process uses, or that is about another server.
    pub(super) fn open(
        ctx: &Context,
        file: &'a DataFile,
        name: &CursorName,
        filter: String,
    ) -> Result<Self, CliError> {
        let lease = cursor_lease(ctx, name).map_err(|error| error.field("--cursor"))?;
        let server = ctx.api()?.server().to_owned();
        ctx.note_tail_cursor(name.as_str());
        let kept = match file.cursor(name)? {
            Some(kept) if kept.server != server => {
                let message = format!("the cursor `{name}` is about {}", kept.server);
                return Err(CliError::of(codes::USAGE_ARGUMENTS, message)
                    .field("--cursor")
                    .why(format!("this is {server}, where its places mean something else"))
                    .hint(format!("hotel events cursors remove {name}")));
            }
            Some(kept) => {
                if kept.filter != filter {
                    ctx.out.warn(format!(
                        "the cursor `{name}` has passed what this filter lets through and the one \
                         before did not"
                    ));
                }
                Kept { filter, ..kept }
            }
            None => {
                let (place, handled_at) = (String::new(), clock::now());
                Kept { name: name.clone(), server, place, filter, handled_at }
            }
        };
        Ok(Self { file, kept, moved_at: None, _lease: lease })
    }

    /// Returns where it stands; none if it is new.
    pub(super) fn place(&self) -> Option<&str> {
        Some(self.kept.place.as_str()).filter(|place| !place.is_empty())
    }

    /// Moves it on; it is kept with the next `keep`, or by itself if that is long in coming.
    pub(super) fn move_to(&mut self, place: &str) -> Result<(), CliError> {
        if place != self.kept.place {
            place.clone_into(&mut self.kept.place);
            self.moved_at.get_or_insert_with(Instant::now);
        }
        match self.moved_at {
            Some(moved_at) if moved_at.elapsed() > UNSAVED_MAX => self.keep(),
            Some(_) | None => Ok(()),
        }
    }

    /// Keeps it, if it has moved.
    pub(super) fn keep(&mut self) -> Result<(), CliError> {
        if self.moved_at.take().is_some() {
            self.kept.handled_at = clock::now();
            self.file.keep_cursor(&self.kept)?;
        }
        Ok(())
    }
}

impl Drop for Bookmark<'_> {
    fn drop(&mut self) {
        // Whoever is stopped goes on after the last that was handled. If this fails, some is told again.
        self.keep().ok();
    }
}
