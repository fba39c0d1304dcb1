//! The secrets that letters are signed with. They come from a file or the environment, never from an
//! argument, which every user of the machine can see.

use std::fmt;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::error::{CliError, codes};
use crate::files::is_open_to_others;

/// The environment variable that holds the secret.
pub(crate) const SECRET_VARIABLE: &str = "HOTEL_WEBHOOK_SECRET";

/// What a secret begins with, so that scanners find one that leaked (Standard Webhooks).
const PREFIX: &str = "whsec_";

/// Bytes of a secret (Standard Webhooks).
const LEN: std::ops::RangeInclusive<usize> = 24..=64;

/// How one is made.
const HOW_TO_MAKE: &str = "(umask 077; echo \"whsec_$(openssl rand -base64 32)\" > webhook.secret)";

/// The secrets of a target: each signs, so that a new one can be brought in before the old one goes.
#[derive(Clone)]
pub(crate) struct Secrets(Vec<Vec<u8>>);

/// Without a secret.
impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secrets({} of them)", self.0.len())
    }
}

impl Secrets {
    /// Reads the secrets: from the file if one is named, else from the environment.
    pub(crate) fn load(file: Option<&Path>, variable: Option<String>) -> Result<Self, CliError> {
        let (text, place) = match (file, variable) {
            (Some(file), _) => (read(file)?, file.display().to_string()),
            (None, Some(text)) => (text, SECRET_VARIABLE.to_owned()),
            (None, None) => {
                let message = "events are signed, and there is no secret to sign them with";
                return Err(CliError::of(codes::USAGE_MISSING_ARGUMENT, message)
                    .field("--secret-file")
                    .why(format!("name a file, or set {SECRET_VARIABLE}"))
                    .hint(HOW_TO_MAKE));
            }
        };
        Self::parse(&text).map_err(|why| {
            // What was read is not told: it may be a secret nevertheless.
            CliError::of(codes::CONFIG_VALUE, format!("{place} holds no secret of a webhook"))
                .field("--secret-file")
                .why(why)
                .hint(HOW_TO_MAKE)
        })
    }

    /// Reads secrets, a line or word each.
    fn parse(text: &str) -> Result<Self, String> {
        let secret = |word: &str| {
            let encoded = word.strip_prefix(PREFIX).ok_or("a secret begins with `whsec_`")?;
            let bytes = STANDARD.decode(encoded).map_err(|_| "behind `whsec_` stands base64")?;
            let fits = LEN.contains(&bytes.len());
            if fits { Ok(bytes) } else { Err("a secret has 24 to 64 bytes") }
        };
        let secrets: Vec<Vec<u8>> =
            text.split_whitespace().map(secret).collect::<Result<_, _>>()?;
        if secrets.is_empty() { Err("it is empty".to_owned()) } else { Ok(Self(secrets)) }
    }

    /// Signs a letter: `v1,…` for each secret (Standard Webhooks, symmetric).
    pub(crate) fn sign(&self, id: &str, timestamp: i64, body: &[u8]) -> String {
        let signatures = self.0.iter().filter_map(|secret| {
            let mut mac = Hmac::<Sha256>::new_from_slice(secret).ok()?;
            mac.update(format!("{id}.{timestamp}.").as_bytes());
            mac.update(body);
            Some(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
        });
        signatures.collect::<Vec<String>>().join(" ")
    }
}

fn read(file: &Path) -> Result<String, CliError> {
    let failed = |error: &std::io::Error| CliError::file("read", file, error);
    let text = std::fs::read_to_string(file).map_err(|error| failed(&error))?;
    if is_open_to_others(file).map_err(|error| failed(&error))? {
        let message = format!("{} can be read by others and is not used", file.display());
        return Err(CliError::of(codes::CONFIG_SECRET_EXPOSED, message)
            .hint(format!("chmod 600 {}", file.display())));
    }
    Ok(text)
}
