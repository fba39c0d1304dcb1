//! Where events are forwarded to.

use std::fmt;
use std::str::FromStr;

use reqwest::Url;

use crate::api::address::is_loopback;

/// The address of a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target(Url);

/// Why a text is no target.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TargetError {
    /// It is no address.
    #[error("`{0}` is no http or https address")]
    NoAddress(String),
    /// Events would travel in the clear.
    #[error(
        "events would travel in the clear: https, or http to this machine alone (127.0.0.1, [::1] \
         and localhost)"
    )]
    Clear,
    /// A password stands in it.
    #[error("a name or password in an address can be read by every user of this machine")]
    Secret,
}

impl Target {
    /// Returns the address.
    pub(crate) fn url(&self) -> &Url {
        &self.0
    }

    /// Returns the address as text; the name of the target.
    pub(crate) fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for Target {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Self, TargetError> {
        let no_address = || TargetError::NoAddress(text.to_owned());
        let mut url = Url::parse(text).map_err(|_| no_address())?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(TargetError::Secret);
        }
        // It is never sent, and would only make two names of one target.
        url.set_fragment(None);
        match url.scheme() {
            "https" => Ok(Self(url)),
            "http" if is_loopback(&url) => Ok(Self(url)),
            "http" => Err(TargetError::Clear),
            _ => Err(no_address()),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
