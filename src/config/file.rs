//! `config.toml`: what it says and in which line.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::{KEYS, Key};
use crate::error::{CliError, codes};
use crate::paths::Paths;
use crate::suggest::closest;

/// The top-level key that names the usual profile.
pub(super) const DEFAULT_PROFILE: &str = "default_profile";

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Located {
    pub(super) value: String,
    pub(super) line: usize,
}

/// The settings of one profile.
pub(super) type Profile = BTreeMap<Key, Located>;

/// What the file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ConfigFile {
    pub(super) path: PathBuf,
    pub(super) default_profile: Option<String>,
    pub(super) profiles: BTreeMap<String, Profile>,
    pub(super) warnings: Vec<String>,
}

/// Returns where the file is.
pub(super) fn config_path(paths: &Paths) -> PathBuf {
    paths.config_dir().join("config.toml")
}

/// Returns the text of the file; a missing one is empty.
pub(super) fn read_text(path: &Path) -> Result<String, CliError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(CliError::file("read", path, &error)),
    }
}

impl ConfigFile {
    /// Reads and parses the file.
    pub(super) fn load(paths: &Paths) -> Result<Self, CliError> {
        let path = config_path(paths);
        let text = read_text(&path)?;
        Self::parse(&path, &text)
    }

    /// Returns what a profile says about a setting.
    pub(super) fn value(&self, profile: &str, key: Key) -> Option<&str> {
        self.profiles.get(profile)?.get(&key).map(|found| found.value.as_str())
    }

    /// Parses the text of the file; what is unknown becomes a warning with its line.
    pub(super) fn parse(path: &Path, text: &str) -> Result<Self, CliError> {
        let document = parse_toml(path, text)?;
        let mut reader =
            Reader { text, file: Self { path: path.to_path_buf(), ..Self::default() } };
        for (key, value) in document.get_ref() {
            reader.top_level(key.get_ref(), key.span().start, value)?;
        }
        Ok(reader.file)
    }
}

/// Reads a file that has settings alone and no profiles; one that there is not is refused.
#[cfg(feature = "server")]
pub(super) fn read_flat(
    path: &Path,
    text: &str,
    known: &[&'static str],
) -> Result<BTreeMap<&'static str, Located>, CliError> {
    let document = parse_toml(path, text)?;
    let reader = Reader { text, file: ConfigFile { path: path.to_owned(), ..Default::default() } };
    let mut found = BTreeMap::new();
    for (key, value) in document.get_ref() {
        let (name, at) = (key.get_ref().as_ref(), key.span().start);
        let Some(known_name) = known.iter().find(|known| **known == name) else {
            let message = format!("{}: unknown setting `{name}`", reader.place(at));
            let error = CliError::of(codes::CONFIG_UNKNOWN_KEY, message)
                .field(name)
                .why(format!("the settings are {}", known.join(", ")));
            return Err(match closest(name, known.iter().copied()) {
                Some(meant) => error.hint(format!("name it `{meant}`, or take the line out")),
                None => error.hint("take the line out"),
            });
        };
        found.insert(*known_name, reader.plain(name, at, value)?);
    }
    Ok(found)
}

fn parse_toml<'a>(path: &Path, text: &'a str) -> Result<Spanned<DeTable<'a>>, CliError> {
    DeTable::parse(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(text, span.start));
        let message = format!("{}:{line} is not valid TOML", path.display());
        CliError::of(codes::CONFIG_BROKEN, message).why(error.message().trim())
    })
}

struct Reader<'a> {
    text: &'a str,
    file: ConfigFile,
}

impl Reader<'_> {
    fn top_level(
        &mut self,
        name: &str,
        at: usize,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<(), CliError> {
        match (name, value.get_ref().as_table()) {
            (DEFAULT_PROFILE, None) => {
                self.file.default_profile = Some(self.plain(name, at, value)?.value);
            }
            ("profile", Some(profiles)) => {
                for (profile, settings) in profiles {
                    self.profile(profile.get_ref(), profile.span().start, settings)?;
                }
            }
            _ => self.warn_unknown(name, at, &[DEFAULT_PROFILE, "profile"]),
        }
        Ok(())
    }

    fn profile(
        &mut self,
        name: &str,
        at: usize,
        settings: &Spanned<DeValue<'_>>,
    ) -> Result<(), CliError> {
        let Some(settings) = settings.get_ref().as_table() else {
            let message = format!("{} should be a section [profile.{name}]", self.place(at));
            return Err(CliError::of(codes::CONFIG_BROKEN, message));
        };
        let mut profile = Profile::new();
        for (key, value) in settings {
            let (key_name, at) = (key.get_ref().as_ref(), key.span().start);
            if let Some(info) = KEYS.iter().find(|info| info.name == key_name) {
                profile.insert(info.key, self.plain(key_name, at, value)?);
            } else {
                let names: Vec<&str> = KEYS.iter().map(|info| info.name).collect();
                self.warn_unknown(key_name, at, &names);
            }
        }
        self.file.profiles.insert(name.to_owned(), profile);
        Ok(())
    }

    fn plain(
        &self,
        name: &str,
        at: usize,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<Located, CliError> {
        let line = line_of(self.text, at);
        let value = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Boolean(value) => value.to_string(),
            DeValue::Integer(number) => number.as_str().to_owned(),
            DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => {
                let message = format!("{}: `{name}` should be text", self.place(at));
                return Err(CliError::of(codes::CONFIG_BROKEN, message));
            }
        };
        Ok(Located { value, line })
    }

    fn warn_unknown(&mut self, name: &str, at: usize, known: &[&str]) {
        let warning = format!("{}: unknown setting `{name}`", self.place(at));
        let warning = match closest(name, known.iter().copied()) {
            Some(meant) => format!("{warning}, did you mean `{meant}`?"),
            None => warning,
        };
        self.file.warnings.push(warning);
    }

    fn place(&self, at: usize) -> String {
        format!("{}:{}", self.file.path.display(), line_of(self.text, at))
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
