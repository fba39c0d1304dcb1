//! Cursors of the feed as they travel: a position, in one life of the feed.

use crate::failure::{self, Failure};

/// Writes a cursor: it holds in one life of the feed alone.
pub(crate) fn cursor(epoch: u32, position: u64) -> String {
    format!("{epoch}-{position}")
}

/// Where a reader wants to begin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Cursor {
    /// After a position.
    After(u64),
    /// After all there is.
    Latest,
}

/// Reads a cursor: a position, one with its epoch, or `latest`.
pub(crate) fn read_cursor(text: &str, epoch: u32, head: u64) -> Result<Cursor, Failure> {
    if text == "latest" {
        return Ok(Cursor::Latest);
    }
    let (of_epoch, position) = match text.split_once('-') {
        None => (Some(epoch), text.parse().ok()),
        Some((of_epoch, position)) => (of_epoch.parse().ok(), position.parse().ok()),
    };
    let (Some(of_epoch), Some(position)) = (of_epoch, position) else {
        let rule = "a cursor is a position, `<epoch>-<position>` or `latest`";
        return Err(Failure::new(failure::CURSOR, rule).field("after"));
    };
    if of_epoch == epoch && position <= head {
        return Ok(Cursor::After(position));
    }
    let detail = "the feed does not go on from this cursor: it began anew, or was restored";
    Err(Failure::new(failure::CURSOR_EPOCH, detail)
        .field("after")
        .details(serde_json::json!({ "epoch": epoch, "head": head }))
        .hint("read the state afresh, then follow from `latest`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_holds_in_its_own_epoch_and_below_the_head() {
        assert_eq!(read_cursor("7", 3, 10).unwrap(), Cursor::After(7));
        assert_eq!(read_cursor("3-10", 3, 10).unwrap(), Cursor::After(10));
        assert_eq!(read_cursor("latest", 3, 10).unwrap(), Cursor::Latest);
        for (text, code) in [
            ("2-7", "cursor.epoch"),
            ("3-11", "cursor.epoch"),
            ("11", "cursor.epoch"),
            ("", "cursor.invalid"),
            ("-1", "cursor.invalid"),
            ("3-7-1", "cursor.invalid"),
        ] {
            assert_eq!(read_cursor(text, 3, 10).unwrap_err().problem().code, code, "{text}");
        }
    }
}
