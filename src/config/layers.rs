//! Settings with a file of their own and no profiles, as the server has them: flag, environment,
//! file, default; the first that says something wins.

use std::collections::BTreeMap;
use std::path::Path;

use super::check::misfit;
use super::file::{Located, read_flat};
use super::keys::KeyInfo;
use super::{Setting, ShownSetting, Source};
use crate::error::CliError;

/// The settings of one run.
pub(crate) struct Layers<K: 'static> {
    keys: &'static [KeyInfo<K>],
    winners: BTreeMap<K, Setting>,
}

impl<K: Copy + Ord> Layers<K> {
    /// Puts the layers together; `env` is asked for each variable, and an empty one counts as unset.
    pub(crate) fn load(
        keys: &'static [KeyInfo<K>],
        flags: &BTreeMap<K, String>,
        env: impl Fn(&str) -> Option<String>,
        (path, text): (&Path, &str),
    ) -> Result<Self, CliError> {
        let names: Vec<&'static str> = keys.iter().map(|info| info.name).collect();
        let file = read_flat(path, text, &names)?;
        let mut winners = BTreeMap::new();
        for info in keys {
            let flag = flags.get(&info.key).map(|value| (value.clone(), Source::Flag));
            let variable = || {
                let value = env(info.env).filter(|value| !value.is_empty())?;
                Some((value, Source::Env(info.env)))
            };
            let line = || {
                let Located { value, line } = file.get(info.name)?;
                Some((value.clone(), Source::OwnFile(path.to_owned(), *line)))
            };
            let default = || Some((info.default?.to_owned(), Source::Default));
            if let Some((value, source)) = flag.or_else(variable).or_else(line).or_else(default) {
                winners.insert(info.key, Setting { value, source });
            }
        }
        Ok(Self { keys, winners })
    }

    /// Makes paths in the file count from its folder, wherever the program was started.
    pub(crate) fn resolve(&mut self, keys: &[K]) {
        for key in keys {
            if let Some(Setting { value, source: Source::OwnFile(path, _) }) =
                self.winners.get_mut(key)
                && let Some(folder) = path.parent()
            {
                *value = folder.join(&*value).display().to_string();
            }
        }
    }

    /// Gives a setting a default that is known only now.
    pub(crate) fn or_default(&mut self, key: K, value: &str) {
        let default = || Setting { value: value.to_owned(), source: Source::Default };
        self.winners.entry(key).or_insert_with(default);
    }

    /// Refuses a value that does not fit; `show` makes a value fit to be seen.
    pub(crate) fn check(&self, show: impl Fn(K, &str) -> String) -> Result<(), CliError> {
        for info in self.keys {
            let Some(Setting { value, source }) = self.winners.get(&info.key) else { continue };
            if let Some(expected) = info.check.expected(value) {
                let shown = show(info.key, value);
                return Err(misfit(info.name, Some(&shown), &source.to_string(), &expected));
            }
        }
        Ok(())
    }

    /// Returns the value that holds and where it comes from.
    pub(crate) fn get(&self, key: K) -> Option<&Setting> {
        self.winners.get(&key)
    }

    /// Lists every setting; `show` makes a value fit to be seen.
    pub(crate) fn list(&self, show: impl Fn(K, &str) -> String) -> Vec<ShownSetting> {
        let row = |info: &KeyInfo<K>| match self.winners.get(&info.key) {
            Some(Setting { value, source }) => ShownSetting {
                key: info.name,
                layer: source.layer(),
                value: Some(show(info.key, value)),
                source: source.to_string(),
                wins: true,
            },
            None => ShownSetting {
                key: info.name,
                layer: Source::Default.layer(),
                value: None,
                source: "nowhere".to_owned(),
                wins: false,
            },
        };
        self.keys.iter().map(row).collect()
    }
}
