//! Tokens: a file each, readable by the owner alone, and never shown.

use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::error::{CliError, codes};
use crate::files::{Access, is_open_to_others, write_atomic};
use crate::paths::Paths;

/// A token; it can be sent, not shown.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Token(String);

impl Token {
    /// Takes a token as written, blanks around it removed; `None` if nothing is left.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }

    /// Returns the token for the request header; nothing else has use for it.
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Token(hidden)")
    }
}

/// Returns where the token of a profile is kept.
pub(super) fn token_path(paths: &Paths, profile: &str) -> PathBuf {
    paths.config_dir().join("tokens").join(profile)
}

/// Reads the token of a profile; a file that others can read is refused.
pub(super) fn load(paths: &Paths, profile: &str) -> Result<Option<Token>, CliError> {
    let path = token_path(paths, profile);
    if !path.exists() {
        return Ok(None);
    }
    refuse_if_exposed(&path)?;
    let text = fs::read_to_string(&path).map_err(|error| CliError::file("read", &path, &error))?;
    Ok(Token::new(&text))
}

/// Keeps the token of a profile.
pub(super) fn save(paths: &Paths, profile: &str, token: &Token) -> Result<(), CliError> {
    let path = token_path(paths, profile);
    // The folder above holds config.toml and is private as well.
    crate::files::create_folder(paths.config_dir(), Access::Private)
        .and_then(|()| write_atomic(&path, format!("{}\n", token.0).as_bytes(), Access::Private))
        .map_err(|error| CliError::file("write", &path, &error))
}

/// Forgets the token of a profile.
pub(super) fn remove(paths: &Paths, profile: &str) -> Result<(), CliError> {
    let path = token_path(paths, profile);
    match fs::remove_file(&path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(CliError::file("remove", &path, &error)),
    }
}

/// Refuses a file with a token in it that others can read: it may have been copied already.
pub(super) fn refuse_if_exposed(path: &Path) -> Result<(), CliError> {
    let is_open = is_open_to_others(path).map_err(|error| CliError::file("read", path, &error))?;
    if !is_open {
        return Ok(());
    }
    let message = format!("{} holds a token and others can read it", path.display());
    Err(CliError::of(codes::AUTH_TOKEN_EXPOSED, message)
        .hint(format!("chmod 600 {}", path.display()))
        .hint("hotel tokens list"))
}
