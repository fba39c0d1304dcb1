//! The names of profiles: what they may be, and which there are.

use super::file::ConfigFile;
use crate::error::{CliError, codes};
use crate::suggest::closest;

/// The profile that is meant when nobody names one.
pub(super) const PROFILE_FALLBACK: &str = "default";

/// Longer names are a mistake, and become file names.
const PROFILE_NAME_LEN_MAX: usize = 40;

/// Refuses a name that can't be one.
pub(super) fn check_profile_name(name: &str) -> Result<(), CliError> {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let is_short = (1..=PROFILE_NAME_LEN_MAX).contains(&name.len());
    if is_short && name.chars().all(is_plain) {
        return Ok(());
    }
    Err(CliError::of(codes::CONFIG_VALUE, format!("`{name}` is no name for a profile"))
        .field("profile")
        .why("a name is up to 40 letters, digits, dashes and underscores"))
}

/// Refuses a profile that the file does not have; `default` needs no entry.
pub(super) fn known_profile(file: &ConfigFile, name: String) -> Result<String, CliError> {
    check_profile_name(&name)?;
    if name == PROFILE_FALLBACK || file.profiles.contains_key(&name) {
        return Ok(name);
    }
    let names: Vec<&str> = file.profiles.keys().map(String::as_str).collect();
    let error =
        CliError::of(codes::CONFIG_UNKNOWN_PROFILE, format!("there is no profile `{name}`"))
            .field("profile")
            .why(match names.as_slice() {
                [] => format!("{} has no profiles", file.path.display()),
                names => format!("the profiles are {}", names.join(", ")),
            });
    Err(match closest(&name, names) {
        Some(meant) => error.hint(format!("--profile {meant}")),
        None => error.hint(format!("hotel profile add {name} --server URL")),
    })
}
