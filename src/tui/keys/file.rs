//! The keys that an agent chose, in a file of their own.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use super::{ACTIONS, Action, Key, Keymap};
use crate::error::{CliError, codes};
use crate::paths::Paths;

/// The file, beside the configuration.
const FILE: &str = "keys.toml";

/// Keys by the names of their actions.
type Chosen = BTreeMap<String, Vec<String>>;

/// Returns where the file is.
pub(crate) fn path(paths: &Paths) -> PathBuf {
    paths.config_dir().join(FILE)
}

/// Returns the keys that count; a file that can't be understood is refused.
pub(crate) fn load(paths: &Paths) -> Result<Keymap, CliError> {
    let mut map = Keymap::default();
    for (name, keys) in read(paths)? {
        let action: Action = name.parse().map_err(|error| refused(paths, &error))?;
        let keys = keys.iter().map(|key| key.parse::<Key>());
        let keys = keys.collect::<Result<Vec<_>, _>>().map_err(|error| refused(paths, &error))?;
        map.set(action, keys);
    }
    Ok(map)
}

/// Returns what is wrong with the keys, a sentence each: what can't be read, actions without a key, and keys
/// that two actions of everywhere share, so that one of them is never had.
pub(crate) fn problems(paths: &Paths) -> Result<Vec<String>, CliError> {
    let mut found = Vec::new();
    let mut map = Keymap::default();
    for (name, texts) in read(paths)? {
        let action = match name.parse::<Action>() {
            Ok(action) => action,
            Err(error) => {
                found.push(error.to_string());
                continue;
            }
        };
        let keys = texts.iter().filter_map(|text| match text.parse::<Key>() {
            Ok(key) => Some(key),
            Err(error) => {
                found.push(format!("{name}: {error}"));
                None
            }
        });
        map.set(action, keys.collect());
    }
    for info in ACTIONS {
        if map.keys(info.action).is_empty() {
            found.push(format!("{} has no key: it is in the menu and the palette only", info.name));
        }
    }
    found.extend(clashes(&map));
    Ok(found)
}

fn clashes(map: &Keymap) -> Vec<String> {
    let mut found = Vec::new();
    let everywhere: Vec<_> = ACTIONS.iter().filter(|info| info.action.is_everywhere()).collect();
    for (place, info) in everywhere.iter().enumerate() {
        for other in &everywhere[place + 1..] {
            for key in map.keys(info.action) {
                if map.keys(other.action).contains(key) {
                    found.push(format!("`{key}` is both {} and {}", info.name, other.name));
                }
            }
        }
    }
    found
}

fn read(paths: &Paths) -> Result<Chosen, CliError> {
    let path = path(paths);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Chosen::new()),
        Err(error) => return Err(CliError::file("read", &path, &error)),
    };
    toml::from_str(&text).map_err(|error| refused(paths, &error))
}

fn refused(paths: &Paths, why: &dyn std::fmt::Display) -> CliError {
    let message = format!("{} can't be understood", path(paths).display());
    CliError::of(codes::CONFIG_VALUE, message).why(why.to_string()).hint("hotel keys check")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let paths = Paths::under(folder.path());
        fs::create_dir_all(paths.config_dir()).unwrap();
        fs::write(path(&paths), text).unwrap();
        problems(&paths).unwrap()
    }

    #[test]
    fn the_keys_of_the_table_clash_nowhere() {
        let folder = tempfile::tempdir().unwrap();
        assert!(problems(&Paths::under(folder.path())).unwrap().is_empty());
    }

    #[test]
    fn what_is_wrong_is_told_in_a_sentence_each() {
        let told = told("cancel = [\"XX\"]\nfly = [\"f\"]\nhelp = [\"q\"]\nundo = []");
        insta::assert_snapshot!(told.join("\n"), @r"
        cancel: `XX` is no key: write a letter, or ctrl-LETTER, enter, esc, tab, space, up, pgdn, f5
        `fly` is no action: `hotel keys` lists them
        undo has no key: it is in the menu and the palette only
        cancel has no key: it is in the menu and the palette only
        `q` is both quit and help
        ");
    }
}
