//! What the shell offers for a word: bookings, hotels, room types, rate plans and operations, from what this
//! installation has seen. Nothing is asked of the server, so that a key press never waits for a network.

mod line;

use std::any::TypeId;
use std::ffi::OsStr;
use std::sync::Arc;

use clap::CommandFactory as _;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use hotel_core::catalogue::{Hotel, RoomType};
use hotel_core::ids::provisional::BookingRef;
use hotel_core::ids::{HotelCode, RatePlanCode, RoomTypeCode};
use hotel_core::rate::RatePlan;
use hotel_core::wire::page::Page;
use serde::de::DeserializeOwned;

use crate::cache::file::{DataFile, folder_of};
use crate::cache::journal::Journal;
use crate::cache::larder::Larder;
use crate::cli::Cli;
use crate::commands::book::Target;
use crate::config::{Config, Overrides};
use crate::memory::house_of;
use crate::output::safe_text::SafeText;
use crate::paths::Paths;
use crate::queue::whose;

pub(crate) use self::line::{Offer, Offers};

/// More than fit a screen help nobody.
const OFFERED_MAX: u32 = 50;

/// How the number of an operation is called in usage lines.
const OPERATION: &str = "OP";

/// Answers the shell, if it asks, and ends the process then.
pub(crate) fn answer_shell() {
    clap_complete::CompleteEnv::with_factory(command).complete();
}

/// Who knows what this installation has seen, asked when something is to be offered.
type Source = Arc<dyn Fn() -> Option<Known> + Send + Sync>;

/// Returns the command line with what can be offered for each of its values, which their types tell.
fn command() -> clap::Command {
    offering(Cli::command(), &(Arc::new(Known::load) as Source))
}

fn offering(command: clap::Command, source: &Source) -> clap::Command {
    command
        .mut_args(|arg| offered(arg, source))
        .mut_subcommands(|command| offering(command, source))
}

fn offered(arg: clap::Arg, source: &Source) -> clap::Arg {
    let takes = arg.get_value_parser().type_id();
    let is_operation = arg
        .get_value_names()
        .is_some_and(|names| names.iter().any(|name| name.as_str() == OPERATION));
    let offer: fn(&Known, &str) -> Vec<CompletionCandidate> = if takes == TypeId::of::<BookingRef>()
    {
        Known::bookings
    } else if takes == TypeId::of::<HotelCode>() || takes == TypeId::of::<Target>() {
        Known::hotels
    } else if takes == TypeId::of::<RoomTypeCode>() {
        Known::room_types
    } else if takes == TypeId::of::<RatePlanCode>() {
        Known::rate_plans
    } else if is_operation {
        Known::operations
    } else {
        return arg;
    };
    let source = Arc::clone(source);
    arg.add(ArgValueCompleter::new(move |typed: &OsStr| match (source(), typed.to_str()) {
        (Some(known), Some(typed)) => offer(&known, typed),
        (_, _) => Vec::new(),
    }))
}

/// What this installation has seen.
struct Known {
    larder: Option<Larder>,
    journal: Option<Journal>,
    house: String,
}

impl Known {
    fn load() -> Option<Self> {
        let paths = Paths::detect().ok()?;
        let env = |name: &str| std::env::var(name).ok();
        Self::of(&paths, &Config::load(&paths, Overrides::default(), env).ok()?)
    }

    fn of(paths: &Paths, config: &Config) -> Option<Self> {
        let house = house_of(&whose(&config.server(), &config.require_token().ok()?));
        let profile = config.profile();
        let folder = folder_of(paths, profile);
        let journal = DataFile::is_there(&folder).then(|| DataFile::open(&folder).ok()).flatten();
        let cache = paths.cache_dir().join("profiles").join(profile);
        Some(Self { larder: Larder::look(&cache), journal: journal.map(Journal::new), house })
    }

    fn bookings(&self, typed: &str) -> Vec<CompletionCandidate> {
        let seen = self
            .larder
            .as_ref()
            .and_then(|larder| larder.seen(&self.house, typed, OFFERED_MAX).ok());
        let seen = seen.unwrap_or_default().into_iter().map(|seen| {
            let words =
                format!("{}  {}..{}  {}", seen.guest, seen.check_in, seen.check_out, seen.hotel);
            candidate(&seen.code, &words)
        });
        let waiting = self.open().into_iter().filter_map(|(_, provisional, words)| {
            provisional.filter(|code| code.starts_with(typed)).map(|code| candidate(&code, &words))
        });
        waiting.chain(seen).collect()
    }

    fn operations(&self, typed: &str) -> Vec<CompletionCandidate> {
        let open = self.open().into_iter();
        let begun = open.filter(|(seq, _, _)| seq.starts_with(typed));
        begun.map(|(seq, _, words)| candidate(&seq, &words)).collect()
    }

    /// Returns the operations that wait: number, provisional code and what was typed.
    fn open(&self) -> Vec<(String, Option<String>, String)> {
        let open = self.journal.as_ref().and_then(|journal| journal.open_operations().ok());
        let told = |operation: &crate::cache::journal::Operation| {
            let new = &operation.entered;
            let words = format!("{}  {}", operation.state, new.argv.join(" "));
            (operation.seq.to_string(), new.provisional.map(|code| code.to_string()), words)
        };
        open.unwrap_or_default().iter().map(told).collect()
    }

    fn hotels(&self, typed: &str) -> Vec<CompletionCandidate> {
        let pages: Vec<Page<Hotel>> = self.answers("/v1/hotels?");
        let listed = pages.into_iter().flat_map(|page| page.items);
        let shown: Vec<Hotel> = self.answers("/v1/hotels/");
        let all = listed.chain(shown).map(|hotel| (hotel.code.to_string(), hotel.name.to_string()));
        chosen(all, typed)
    }

    fn room_types(&self, typed: &str) -> Vec<CompletionCandidate> {
        let pages: Vec<Page<RoomType>> = self.answers("/v1/hotels/");
        let all = pages.into_iter().flat_map(|page| page.items);
        chosen(all.map(|kind| (kind.code.to_string(), kind.name.to_string())), typed)
    }

    fn rate_plans(&self, typed: &str) -> Vec<CompletionCandidate> {
        let pages: Vec<Page<RatePlan>> = self.answers("/v1/hotels/");
        let all = pages.into_iter().flat_map(|page| page.items);
        chosen(all.map(|plan| (plan.code.to_string(), plan.name.to_string())), typed)
    }

    /// Returns what was answered to questions that begin like this, as far as it is of a type.
    fn answers<T: DeserializeOwned>(&self, start: &str) -> Vec<T> {
        let Some(larder) = &self.larder else { return Vec::new() };
        let kept = larder.recall_all(&self.house, start).unwrap_or_default();
        kept.iter().filter_map(|kept| serde_json::from_slice(&kept.body).ok()).collect()
    }
}

/// Returns those that begin with what was typed, each once.
fn chosen(all: impl Iterator<Item = (String, String)>, typed: &str) -> Vec<CompletionCandidate> {
    let typed = typed.to_uppercase();
    let begun: std::collections::BTreeMap<String, String> =
        all.filter(|(code, _)| code.starts_with(&typed)).collect();
    begun.iter().map(|(code, name)| candidate(code, name)).collect()
}

/// Makes a candidate; what guests are called comes from outside.
fn candidate(value: &str, words: &str) -> CompletionCandidate {
    CompletionCandidate::new(value).help(Some(SafeText::line(words.trim()).to_string().into()))
}
