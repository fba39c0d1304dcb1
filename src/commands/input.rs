//! What a command reads from a file or from stdin: whole, up to a limit, and never from a keyboard.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read};
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::error::{CliError, codes};

/// The server takes no larger body.
const INPUT_BYTES_MAX: u64 = 1024 * 1024;

/// Reads a file, or stdin if the name is `-`.
pub(crate) fn read_bytes(name: &str, flag: &str) -> Result<Vec<u8>, CliError> {
    if name == "-" {
        if io::stdin().is_terminal() {
            let message = "nothing is piped in";
            return Err(CliError::of(codes::USAGE_ARGUMENTS, message)
                .field(flag)
                .why("`-` reads what another command writes"));
        }
        return read_limited(io::stdin().lock(), Path::new("stdin"), flag);
    }
    let path = Path::new(name);
    let file = File::open(path).map_err(|error| CliError::file("read", path, &error))?;
    read_limited(file, path, flag)
}

/// Reads a file of JSON, or stdin, as its type.
pub(crate) fn read_json<T: DeserializeOwned>(name: &str) -> Result<T, CliError> {
    let bytes = read_bytes(name, "--file")?;
    serde_json::from_slice(&bytes).map_err(|error| {
        CliError::of(codes::USAGE_INVALID_VALUE, format!("{name} does not say what it should"))
            .field("--file")
            .why(error.to_string())
    })
}

fn read_limited(input: impl Read, path: &Path, flag: &str) -> Result<Vec<u8>, CliError> {
    let mut bytes = Vec::new();
    input
        .take(INPUT_BYTES_MAX + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| CliError::file("read", path, &error))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= INPUT_BYTES_MAX) {
        return Ok(bytes);
    }
    let message = format!("{} is longer than {INPUT_BYTES_MAX} bytes", path.display());
    Err(CliError::of(codes::USAGE_INVALID_VALUE, message).field(flag))
}
