//! What is offered for a line of the shell: commands with their values, and terse entries.

use std::ffi::OsString;
use std::sync::Arc;

use clap::CommandFactory as _;
use clap_complete::engine::{CompletionCandidate, complete};

use super::{Known, Source, offering};
use crate::cli::Cli;
use crate::config::Config;
use crate::output::safe_text::SafeText;
use crate::paths::Paths;
use crate::terse::{follow, is_cli};

/// What can be put in place of what was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Offer {
    /// What is put there.
    pub(crate) word: String,
    /// What it is.
    pub(crate) help: String,
}

/// Knows what to offer to one profile.
pub(crate) struct Offers(Source);

impl Offers {
    /// Offers what this profile has seen.
    pub(crate) fn new(paths: &Paths, config: &Config) -> Self {
        let (paths, config) = (paths.clone(), config.clone());
        Self(Arc::new(move || Known::of(&paths, &config)))
    }

    /// Returns what can go on from what was typed, and from which byte of it on it is put.
    pub(crate) fn of(&self, typed: &str) -> (usize, Vec<Offer>) {
        // A command in full has no entries beside it.
        if is_cli(typed) && typed.trim_start().contains(' ') {
            return self.of_command(typed);
        }
        let start = typed.rfind(';').map_or(0, |at| at + 1);
        let blanks = typed[start..].len() - typed[start..].trim_start().len();
        self.of_entry(typed, start + blanks)
    }

    fn of_command(&self, typed: &str) -> (usize, Vec<Offer>) {
        let start = typed.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let before = typed[..start].trim();
        let mut words: Vec<OsString> = vec!["hotel".into()];
        let typed_words = before.split_whitespace().skip_while(|word| *word == "hotel");
        words.extend(typed_words.map(OsString::from));
        words.push(typed[start..].into());
        let last = words.len() - 1;
        let mut command = offering(Cli::command(), &self.0);
        let found = complete(&mut command, words, last, None).unwrap_or_default();
        (start, found.iter().filter_map(|candidate| offer_of("", candidate)).collect())
    }

    fn of_entry(&self, typed: &str, start: usize) -> (usize, Vec<Offer>) {
        let begun = &typed[start..];
        let known = || (self.0)();
        if let Some(code) = begun.strip_prefix('*').filter(|code| !code.starts_with('-')) {
            let found = known().map(|known| known.bookings(&code.to_uppercase()));
            let found = found.unwrap_or_default();
            return (start, found.iter().filter_map(|one| offer_of("*", one)).collect());
        }
        if let Some(kind) = begun.strip_prefix("t ") {
            let found = known().map(|known| known.room_types(kind)).unwrap_or_default();
            let found = found.iter().filter_map(|one| offer_of("", one)).collect();
            return (typed.len() - kind.len(), found);
        }
        let whole = follow(begun)
            .into_iter()
            .filter_map(|follow| Some(Offer { word: follow.whole?, help: follow.help }));
        let is_place = begun.len() >= 2 && !begun.contains(' ');
        let hotels = if is_place { known().map(|known| known.hotels(begun)) } else { None };
        let hotels = hotels.unwrap_or_default();
        let hotels = hotels.iter().filter_map(|one| offer_of("", one));
        (start, hotels.chain(whole).collect())
    }
}

/// Turns a candidate into an offer; what guests are called comes from outside.
fn offer_of(sign: &str, candidate: &CompletionCandidate) -> Option<Offer> {
    let word = format!("{sign}{}", candidate.get_value().to_str()?);
    let help = candidate.get_help().map(ToString::to_string).unwrap_or_default();
    Some(Offer { word, help: SafeText::line(&help).to_string() })
}
