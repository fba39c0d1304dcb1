//! The bytes of the file: plain or gzip, from disk or from stdin, up to a limit.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

use crate::error::{CliError, codes};

/// Thirty times the history of two large hotels over two years; more is no file of bookings.
const CONTENT_BYTES_MAX: u64 = 512 * 1024 * 1024;

/// What every gzip file begins with (RFC 1952).
const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];

/// What some spreadsheets write before the first column.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The content of a file.
#[derive(Debug)]
pub(super) struct Content {
    /// The text as far as it could be read.
    pub(super) bytes: Vec<u8>,
    /// Why it ends before its end, if it does.
    pub(super) broken: Option<String>,
}

/// Reads a file, or stdin if the name is `-`.
pub(super) fn read(name: &str) -> Result<Content, CliError> {
    let mut content = if name == "-" {
        if io::stdin().is_terminal() {
            return Err(CliError::of(codes::USAGE_ARGUMENTS, "nothing is piped in")
                .field("FILE")
                .why("`-` reads what another command writes"));
        }
        unpack(limited(io::stdin().lock(), Path::new("stdin"))?)
    } else {
        let path = Path::new(name);
        let file = File::open(path).map_err(|error| CliError::file("read", path, &error))?;
        unpack(limited(file, path)?)
    };
    if content.bytes.len() as u64 > CONTENT_BYTES_MAX {
        return Err(too_long(name));
    }
    if content.bytes.starts_with(BYTE_ORDER_MARK) {
        content.bytes.drain(..BYTE_ORDER_MARK.len());
    }
    Ok(content)
}

fn limited(input: impl Read, path: &Path) -> Result<Vec<u8>, CliError> {
    let mut bytes = Vec::new();
    input
        .take(CONTENT_BYTES_MAX + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| CliError::file("read", path, &error))?;
    Ok(bytes)
}

/// Unpacks gzip; what can't be unpacked to its end is kept as far as it goes.
fn unpack(bytes: Vec<u8>) -> Content {
    if !bytes.starts_with(&GZIP_MAGIC) {
        return Content { bytes, broken: None };
    }
    let mut unpacked = Vec::with_capacity(bytes.len().saturating_mul(8).min(64 * 1024 * 1024));
    let mut decoder = MultiGzDecoder::new(bytes.as_slice()).take(CONTENT_BYTES_MAX + 1);
    let broken = decoder.read_to_end(&mut unpacked).err().map(|error| error.to_string());
    Content { bytes: unpacked, broken }
}

fn too_long(name: &str) -> CliError {
    let message = format!("{name} is longer than {CONTENT_BYTES_MAX} bytes");
    CliError::of(codes::USAGE_INVALID_VALUE, message).field("FILE").note(super::NOTHING_IMPORTED)
}
