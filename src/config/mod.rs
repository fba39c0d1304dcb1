//! The configuration in layers: flag, environment, profile in `config.toml`, default; the first that
//! says something wins. Tokens are kept apart and never shown.

mod check;
mod edit;
mod file;
mod keys;
#[cfg(feature = "server")]
mod layers;
mod profile;
mod token;

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use serde::Serialize;

#[cfg(feature = "server")]
pub(crate) use self::check::{Check, parse_wait};
use self::file::{ConfigFile, DEFAULT_PROFILE, config_path};
pub(crate) use self::keys::{KEYS, Key};
#[cfg(feature = "server")]
pub(crate) use self::keys::{KeyInfo, YES_NO, info};
#[cfg(feature = "server")]
pub(crate) use self::layers::Layers;
use self::profile::{PROFILE_FALLBACK, check_profile_name, known_profile};
pub(crate) use self::token::Token;
use crate::error::{CliError, codes};
use crate::files::{Access, write_atomic};
use crate::paths::Paths;

/// The environment variable that names the profile.
pub(crate) const PROFILE_VARIABLE: &str = "HOTEL_PROFILE";

/// What the flags say.
#[derive(Debug, Clone, Default)]
pub(crate) struct Overrides {
    /// `--profile`.
    pub(crate) profile: Option<String>,
    /// The other flags that have a setting.
    pub(crate) values: Vec<(Key, String)>,
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// A flag of this command.
    Flag,
    /// An environment variable.
    Env(&'static str),
    /// A line of `config.toml`.
    File(PathBuf, usize),
    /// A line of a file without profiles, as the server's is.
    #[cfg(feature = "server")]
    OwnFile(PathBuf, usize),
    /// The token file of the profile.
    TokenFile(PathBuf),
    /// Built in.
    Default,
}

impl Source {
    /// Returns the name of the layer.
    pub(crate) fn layer(&self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::Env(_) => "env",
            Self::File(_, _) | Self::TokenFile(_) => "profile",
            #[cfg(feature = "server")]
            Self::OwnFile(_, _) => "file",
            Self::Default => "default",
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag => formatter.write_str("a flag"),
            Self::Env(name) => formatter.write_str(name),
            Self::File(path, line) => write!(formatter, "{}:{line}", path.display()),
            #[cfg(feature = "server")]
            Self::OwnFile(path, line) => write!(formatter, "{}:{line}", path.display()),
            Self::TokenFile(path) => write!(formatter, "{}", path.display()),
            Self::Default => formatter.write_str("the default"),
        }
    }
}

/// A value and where it comes from; the value may be a secret.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Setting {
    /// The value.
    pub(crate) value: String,
    /// Where it comes from.
    pub(crate) source: Source,
}

/// A setting as it is listed or explained; a secret is only said to be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ShownSetting {
    /// The name of the setting.
    pub(crate) key: &'static str,
    /// `flag`, `env`, `profile` or `file`, `default`.
    pub(crate) layer: &'static str,
    /// The value, if the layer has one.
    pub(crate) value: Option<String>,
    /// The variable, or file and line.
    pub(crate) source: String,
    /// Whether this is the value that holds.
    pub(crate) wins: bool,
}

/// The configuration of one run.
#[derive(Clone)]
pub(crate) struct Config {
    paths: Paths,
    file: ConfigFile,
    profile: String,
    flags: BTreeMap<Key, String>,
    env: BTreeMap<Key, String>,
}

impl Config {
    /// Puts the layers together; `env` is asked for each variable, and an empty one counts as unset.
    pub(crate) fn load(
        paths: &Paths,
        overrides: Overrides,
        env: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, CliError> {
        let env = |name: &str| env(name).filter(|value| !value.is_empty());
        let file = ConfigFile::load(paths)?;
        let named = overrides.profile.or_else(|| env(PROFILE_VARIABLE));
        let profile = match named.or_else(|| file.default_profile.clone()) {
            Some(name) => known_profile(&file, name)?,
            None => PROFILE_FALLBACK.to_owned(),
        };
        let env = KEYS.iter().filter_map(|info| Some((info.key, env(info.env)?))).collect();
        let flags = overrides.values.into_iter().collect();
        let config = Self { paths: paths.clone(), file, profile, flags, env };
        for info in KEYS {
            if let Some(Setting { value, source }) = config.winner(info.key) {
                info.key.check(&value, &source.to_string())?;
            }
        }
        Ok(config)
    }

    /// Returns the name of the profile.
    pub(crate) fn profile(&self) -> &str {
        &self.profile
    }

    /// Returns the names of all profiles in the file.
    pub(crate) fn profile_names(&self) -> Vec<&str> {
        self.file.profiles.keys().map(String::as_str).collect()
    }

    /// Returns what the file says about a profile; a secret is only said to be set.
    pub(crate) fn written(&self, profile: &str) -> Vec<(&'static str, String)> {
        let settings = self.file.profiles.get(profile).into_iter().flatten();
        let value = |key: Key, value: &str| {
            if key.is_secret() { "(hidden)".to_owned() } else { value.to_owned() }
        };
        settings.map(|(key, found)| (key.name(), value(*key, &found.value))).collect()
    }

    /// Refuses a profile that the file does not have.
    pub(crate) fn require_profile(&self, name: &str) -> Result<(), CliError> {
        known_profile(&self.file, name.to_owned()).map(|_| ())
    }

    /// Returns what is wrong with the file and does not stop the command.
    pub(crate) fn warnings(&self) -> &[String] {
        &self.file.warnings
    }

    /// Returns where the file is, whether it exists or not.
    pub(crate) fn path(&self) -> PathBuf {
        self.file.path.clone()
    }

    /// Returns the value of a setting; a secret is not among them.
    pub(crate) fn get(&self, key: Key) -> Option<String> {
        if key.is_secret() { None } else { self.winner(key).map(|setting| setting.value) }
    }

    /// Returns the address of the server, without a slash at its end.
    pub(crate) fn server(&self) -> String {
        self.get(Key::Server).unwrap_or_default().trim_end_matches('/').to_owned()
    }

    /// Returns the token; a file with a token that others can read is refused.
    pub(crate) fn token(&self) -> Result<Option<Token>, CliError> {
        match self.winner(Key::Token) {
            Some(Setting { value, source }) => {
                if let Source::File(path, _) = source {
                    token::refuse_if_exposed(&path)?;
                }
                Ok(Token::new(&value))
            }
            None => token::load(&self.paths, &self.profile),
        }
    }

    /// Returns the token, or the refusal that tells how to get one.
    pub(crate) fn require_token(&self) -> Result<Token, CliError> {
        self.token()?.ok_or_else(|| {
            let message = format!("the profile `{}` has no token", self.profile);
            CliError::of(codes::AUTH_NO_TOKEN, message)
                .why(format!("the server is {}", self.server()))
                .hint(format!("hotel profile add {} --server {}", self.profile, self.server()))
        })
    }

    /// Returns every setting with the value that holds.
    pub(crate) fn list(&self) -> Vec<ShownSetting> {
        KEYS.iter()
            .map(|info| {
                let winner = self.explain(info.key).into_iter().find(|layer| layer.wins);
                winner.unwrap_or_else(|| shown(info.key, "default", None, "nowhere".to_owned()))
            })
            .collect()
    }

    /// Returns what each layer says about a setting, the strongest first.
    pub(crate) fn explain(&self, key: Key) -> Vec<ShownSetting> {
        let mut layers = Vec::new();
        for setting in self.layers(key) {
            layers.push(match setting {
                Ok(setting) => {
                    let text = setting.source.to_string();
                    shown(key, setting.source.layer(), Some(setting.value), text)
                }
                Err((layer, source)) => shown(key, layer, None, source),
            });
        }
        if let Some(winner) = layers.iter_mut().find(|layer| layer.value.is_some()) {
            winner.wins = true;
        }
        layers
    }

    fn winner(&self, key: Key) -> Option<Setting> {
        self.layers(key).into_iter().flatten().find(|setting| match &setting.source {
            // Read only when it is needed, and checked then.
            Source::TokenFile(_) => false,
            #[cfg(feature = "server")]
            Source::OwnFile(_, _) => true,
            Source::Flag | Source::Env(_) | Source::File(_, _) | Source::Default => true,
        })
    }

    /// Returns the layers of a setting, the strongest first: a value, or the layer's name and where
    /// the value would stand.
    fn layers(&self, key: Key) -> Vec<Result<Setting, (&'static str, String)>> {
        let info = key.info();
        let flag = self.flags.get(&key).map(|value| (value.clone(), Source::Flag));
        let env = self.env.get(&key).map(|value| (value.clone(), Source::Env(info.env)));
        let file = self.file.profiles.get(&self.profile).and_then(|profile| profile.get(&key));
        let file = file
            .map(|found| (found.value.clone(), Source::File(self.file.path.clone(), found.line)));
        let default = info.default.map(|value| (value.to_owned(), Source::Default));
        let place = format!("{} [profile.{}]", self.file.path.display(), self.profile);
        let mut layers = vec![
            layer(flag, "flag", format!("--{}", info.name.replace('_', "-"))),
            layer(env, "env", info.env.to_owned()),
            layer(file, "profile", place),
        ];
        if key.is_secret() {
            let path = token::token_path(&self.paths, &self.profile);
            let kept = path.exists().then(|| (String::new(), Source::TokenFile(path.clone())));
            layers.push(layer(kept, "profile", path.display().to_string()));
        }
        layers.push(layer(default, "default", "built in".to_owned()));
        layers
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Any layer may hold a token.
        formatter
            .debug_struct("Config")
            .field("profile", &self.profile)
            .field("path", &self.file.path)
            .finish_non_exhaustive()
    }
}

/// Writes a setting of a profile; a token goes to its own file.
pub(crate) fn set(paths: &Paths, profile: &str, key: Key, value: &str) -> Result<(), CliError> {
    check_profile_name(profile)?;
    key.check(value, "the command line")?;
    if key.is_secret() {
        let token = Token::new(value).ok_or_else(|| CliError::internal("a token was empty"))?;
        return token::save(paths, profile, &token);
    }
    let change = |text: &str| edit::set_line(text, Some(&section(profile)), key.name(), value);
    rewrite(paths, change, |file| file.value(profile, key) == Some(value))
}

/// Removes a setting of a profile; a token is forgotten wherever it stands.
pub(crate) fn unset(paths: &Paths, profile: &str, key: Key) -> Result<(), CliError> {
    check_profile_name(profile)?;
    if key.is_secret() {
        token::remove(paths, profile)?;
    }
    if ConfigFile::load(paths)?.value(profile, key).is_none() {
        return Ok(());
    }
    let change = |text: &str| edit::remove_line(text, Some(&section(profile)), key.name());
    rewrite(paths, change, |file| file.value(profile, key).is_none())
}

/// Makes a profile the usual one.
pub(crate) fn set_default_profile(paths: &Paths, profile: &str) -> Result<(), CliError> {
    known_profile(&ConfigFile::load(paths)?, profile.to_owned())?;
    let change = |text: &str| edit::set_line(text, None, DEFAULT_PROFILE, profile);
    rewrite(paths, change, |file| file.default_profile.as_deref() == Some(profile))
}

/// Writes a profile with its server and token, and makes it the usual one if there is none yet.
pub(crate) fn save_profile(
    paths: &Paths,
    name: &str,
    server: &str,
    token: &Token,
) -> Result<(), CliError> {
    set(paths, name, Key::Server, server)?;
    token::save(paths, name, token)?;
    match ConfigFile::load(paths)?.default_profile {
        Some(_) => Ok(()),
        None => set_default_profile(paths, name),
    }
}

/// Removes a profile with its token; if it was the usual one, there is none afterwards.
pub(crate) fn remove_profile(paths: &Paths, profile: &str) -> Result<(), CliError> {
    let file = ConfigFile::load(paths)?;
    known_profile(&file, profile.to_owned())?;
    token::remove(paths, profile)?;
    let is_usual = file.default_profile.as_deref() == Some(profile);
    let change = |text: &str| {
        let text = edit::remove_section(text, &section(profile));
        if is_usual { edit::remove_line(&text, None, DEFAULT_PROFILE) } else { text }
    };
    rewrite(paths, change, |file| !file.profiles.contains_key(profile))
}

fn layer(
    found: Option<(String, Source)>,
    name: &'static str,
    place: String,
) -> Result<Setting, (&'static str, String)> {
    found.map(|(value, source)| Setting { value, source }).ok_or((name, place))
}

fn shown(key: Key, layer: &'static str, value: Option<String>, source: String) -> ShownSetting {
    let value = value.map(|value| if key.is_secret() { "(hidden)".to_owned() } else { value });
    ShownSetting { key: key.name(), layer, value, source, wins: false }
}

fn section(profile: &str) -> String {
    format!("profile.{profile}")
}

/// Changes the file whole, if it is well before and says what it should after.
fn rewrite(
    paths: &Paths,
    change: impl Fn(&str) -> String,
    is_right: impl Fn(&ConfigFile) -> bool,
) -> Result<(), CliError> {
    let path = config_path(paths);
    let text = file::read_text(&path)?;
    ConfigFile::parse(&path, &text)?;
    let changed = change(&text);
    if !ConfigFile::parse(&path, &changed).is_ok_and(|file| is_right(&file)) {
        let message = "the profile is written in a form that can't be edited here";
        return Err(CliError::of(codes::CONFIG_BROKEN, message)
            .hint(format!("edit {} by hand", path.display())));
    }
    write_atomic(&path, changed.as_bytes(), Access::Private)
        .map_err(|error| CliError::file("write", &path, &error))
}

#[cfg(test)]
mod tests;
