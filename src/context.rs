//! What every command has: output, configuration, the question, the client. Made once a run; the
//! client only when it is asked for.

use std::cell::{Cell, OnceCell, RefCell};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use hotel_core::ids::HotelCode;
use hotel_core::zone::Zone;
use jiff::Timestamp;

use crate::api::flight::Progress;
use crate::api::ledger::Keeper;
use crate::api::{self, Client, Log};
use crate::cache::file::{DataFile, folder_of};
use crate::cache::journal::{Journal, Whose};
use crate::cli::GlobalArgs;
use crate::clock;
use crate::config::{Config, Key, Overrides};
use crate::error::report::{ErrorFormat, Shape};
use crate::error::{CliError, codes};
use crate::freshness::Kit;
use crate::memory::Recall;
use crate::output::Out;
use crate::output::format::{Format, Settings};
use crate::output::safe_text::SafeText;
use crate::output::style::ColorChoice;
use crate::output::written::Written;
use crate::paths::Paths;
use crate::prompt::{Prompt, Surroundings};
use crate::queue::{Argv, Desk, Offline, whose};
use crate::skew;
use crate::voice::{Overheard, Voice, spoken, written};
use crate::when::span::parse_span;

/// What every command has.
pub(crate) struct Context {
    /// Where all output goes.
    pub(crate) out: Arc<Out>,
    /// The folders of this installation.
    pub(crate) paths: Paths,
    /// The configuration of this run.
    pub(crate) config: Config,
    /// How questions are answered.
    pub(crate) prompt: Prompt,
    /// How long the command may take in all, where it would go on for ever.
    pub(crate) deadline: Option<Duration>,
    /// How a failure is worded.
    pub(crate) shape: Shape,
    verbose: bool,
    debug: bool,
    client: Rc<OnceCell<Client>>,
    tail_position: Cell<Option<u64>>,
    tail_cursor: OnceCell<String>,
    /// What was typed: of a batch, the line that is carried out.
    argv: Argv,
    /// Whether what was answered before is of no use.
    is_live: Cell<bool>,
    offline: Offline,
    no_journal: bool,
}

impl Context {
    /// Puts everything together from the flags, the environment and the configuration.
    pub(crate) fn new(global: &GlobalArgs, argv: Vec<String>) -> Result<Self, CliError> {
        let paths = Paths::detect()?;
        let config = Config::load(&paths, overrides(global), |name| std::env::var(name).ok())?;
        let settings = settings(global, &config);
        let named = config
            .get(Key::ErrorFormat)
            .and_then(|text| <ErrorFormat as clap::ValueEnum>::from_str(&text, true).ok());
        let usual_offline = config
            .get(Key::Offline)
            .and_then(|text| <Offline as clap::ValueEnum>::from_str(&text, true).ok());
        let error_format = global.error_format.or(named).unwrap_or_default();
        let shape = error_format.shape(settings.format, settings.stderr.color);
        let out = Arc::new(Out::new(settings));
        for warning in config.warnings() {
            out.warn(warning);
        }
        let prompt = Prompt::decide(global.yes, global.no_input, Surroundings::detect());
        Ok(Self {
            out,
            paths,
            config,
            prompt,
            deadline: global.timeout,
            shape,
            verbose: global.verbose,
            debug: global.debug,
            client: Rc::default(),
            tail_position: Cell::new(None),
            tail_cursor: OnceCell::new(),
            argv: Rc::new(RefCell::new(argv)),
            is_live: Cell::new(false),
            offline: global.offline.or(usual_offline).unwrap_or_default(),
            no_journal: global.no_journal,
        })
    }

    /// Returns the client of the server.
    pub(crate) fn api(&self) -> Result<&Client, CliError> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        let memory = Rc::new(self.memory()?);
        let told = match self.shape {
            Shape::Human { .. } => Some(Arc::clone(&self.out)),
            Shape::Json => None,
        };
        let client = Client::new(api::Settings {
            server: self.config.server(),
            token: self.config.require_token()?,
            timeout: self.request_timeout()?,
            log: self.log(),
            logs_bodies: self.debug,
            keeper: self.keeper()?,
            clocks: Some(skew::watch(Rc::clone(&memory), told)),
            memory: if self.is_live.get() { None } else { Some(memory) },
        })?;
        Ok(self.client.get_or_init(|| client))
    }

    /// Returns what is needed to keep this installation fresh beside a feed; nothing where no link is to be
    /// used beyond what was asked for.
    pub(crate) fn kit(&self) -> Result<Option<Kit>, CliError> {
        if self.offline != Offline::Queue {
            return Ok(None);
        }
        Ok(Some(Kit {
            server: self.config.server(),
            token: self.config.require_token()?,
            timeout: self.request_timeout()?,
            whose: self.whose()?,
            data_folder: self.data_folder(),
            cache_folder: self.cache_folder(),
        }))
    }

    /// Has the house asked whatever was answered before, for commands that decide by what it says. To be
    /// said before the first question.
    pub(crate) fn ask_anew(&self) {
        self.is_live.set(true);
    }

    /// Returns the folder of what the profile keeps for good.
    pub(crate) fn data_folder(&self) -> PathBuf {
        folder_of(&self.paths, self.config.profile())
    }

    /// Opens the data file of the profile.
    pub(crate) fn data_file(&self) -> Result<DataFile, CliError> {
        DataFile::open(&self.data_folder())
    }

    /// Opens the journal of the profile.
    pub(crate) fn journal(&self) -> Result<Journal, CliError> {
        self.data_file().map(Journal::new)
    }

    /// Returns for which house and in whose name changes are made.
    pub(crate) fn whose(&self) -> Result<Whose, CliError> {
        Ok(whose(&self.config.server(), &self.config.require_token()?))
    }

    /// Returns the same for one command among several of this process, and where it is noted what that tells.
    pub(crate) fn of_line(
        &self,
        change: Option<&[String]>,
        global: &GlobalArgs,
        voice: Voice,
    ) -> (Self, Overheard) {
        if let Some(words) = change {
            *self.argv.borrow_mut() = words.to_vec();
        }
        let settings = match voice {
            Voice::Silent => {
                Settings { format: Some(Format::Json), quiet: true, ..Settings::piped() }
            }
            Voice::Written(columns) => written(self.out.settings(), global, columns),
            Voice::Aloud => spoken(self.out.settings(), global),
        };
        let shape = match (voice, global.error_format) {
            (Voice::Silent, _) => Shape::Json,
            // What a command announces is told to whoever reads it.
            (Voice::Written(_), _) => Shape::Human { color: false },
            (Voice::Aloud, Some(named)) => named.shape(settings.format, settings.stderr.color),
            (Voice::Aloud, None) if settings.format != self.out.settings().format => {
                ErrorFormat::Auto.shape(settings.format, settings.stderr.color)
            }
            (Voice::Aloud, None) => self.shape,
        };
        let usual = match voice {
            Voice::Silent | Voice::Written(_) => self.prompt.without_a_person(),
            Voice::Aloud if global.no_input => Prompt::Refuse,
            Voice::Aloud => self.prompt,
        };
        let (said, beside) = (Written::default(), Written::default());
        let out = match voice {
            Voice::Written(_) => {
                Out::with_writers(settings, Box::new(said.clone()), Box::new(beside.clone()))
            }
            Voice::Silent => {
                let nobody = || Box::new(std::io::sink());
                Out::with_writers(settings, nobody(), nobody())
            }
            Voice::Aloud => Out::new(settings),
        };
        let (out, told) = self.out.of_line(out);
        let inner = Self {
            out: Arc::new(out),
            paths: self.paths.clone(),
            config: self.config.clone(),
            prompt: if global.yes { Prompt::AssumeYes } else { usual },
            deadline: global.timeout,
            shape,
            verbose: self.verbose,
            debug: self.debug,
            client: Rc::clone(&self.client),
            tail_position: Cell::new(None),
            tail_cursor: OnceCell::new(),
            argv: Rc::clone(&self.argv),
            is_live: self.is_live.clone(),
            offline: self.offline,
            no_journal: self.no_journal,
        };
        (inner, Overheard { told, said, beside })
    }

    /// Returns what is done while the server can't be reached.
    pub(crate) fn offline(&self) -> Offline {
        self.offline
    }

    /// Returns the client, if the command has used it.
    pub(crate) fn used_api(&self) -> Option<&Client> {
        self.client.get()
    }

    /// Returns the folder of what the profile keeps for a while.
    pub(crate) fn cache_folder(&self) -> PathBuf {
        self.paths.cache_dir().join("profiles").join(self.config.profile())
    }

    fn memory(&self) -> Result<Recall, CliError> {
        let (folder, whose) = (self.cache_folder(), self.whose()?);
        Ok(Recall::new(&folder, &whose, self.offline, Arc::clone(&self.out)))
    }

    fn keeper(&self) -> Result<Keeper, CliError> {
        if self.no_journal {
            return Ok(None);
        }
        let argv = Rc::clone(&self.argv);
        let desk = Desk::new(&self.data_folder(), self.whose()?, argv, self.offline);
        Ok(Some(Rc::new(desk)))
    }

    /// Tells on stderr what is about to be done. Left out where a failure is one line of JSON: that
    /// line stands alone.
    pub(crate) fn announce(&self, text: impl Into<SafeText>) {
        match self.shape {
            Shape::Human { .. } => self.out.status(text),
            Shape::Json => {}
        }
    }

    /// Returns the current moment.
    #[expect(clippy::unused_self, reason = "the clock is part of what a command has")]
    pub(crate) fn now(&self) -> Timestamp {
        clock::now()
    }

    /// Returns the zone that instants are shown in, if the agent chose one.
    pub(crate) fn zone(&self) -> Option<Zone> {
        self.config.get(Key::Tz).and_then(|name| name.parse().ok())
    }

    /// Returns the hotel that is meant when none is named.
    pub(crate) fn usual_hotel(&self) -> Result<Option<HotelCode>, CliError> {
        let Some(text) = self.config.get(Key::Hotel) else { return Ok(None) };
        let hotel = text.parse().map_err(|error: hotel_core::ids::CodeError| {
            CliError::of(codes::CONFIG_VALUE, error.to_string()).field(Key::Hotel.name())
        })?;
        Ok(Some(hotel))
    }

    /// Returns how far the last write came.
    pub(crate) fn progress(&self) -> Progress {
        self.client.get().map(Client::progress).unwrap_or_default()
    }

    /// Notes how far the tail came, so that it can be taken up again.
    pub(crate) fn note_tail(&self, position: u64) {
        self.tail_position.set(Some(position));
    }

    /// Notes that a named cursor keeps how far the tail came.
    pub(crate) fn note_tail_cursor(&self, name: &str) {
        // A command follows one feed.
        self.tail_cursor.set(name.to_owned()).ok();
    }

    /// Returns the command that takes up what was stopped.
    pub(crate) fn resume_command(&self) -> Option<String> {
        if let Some(name) = self.tail_cursor.get() {
            return Some(format!("hotel tail --cursor {name}"));
        }
        self.tail_position.get().map(|position| format!("hotel tail --after {position}"))
    }

    fn request_timeout(&self) -> Result<Duration, CliError> {
        Ok(parse_span(&self.config.get(Key::Timeout).unwrap_or_default())?)
    }

    fn log(&self) -> Option<Log> {
        if !self.verbose && !self.debug {
            return None;
        }
        let out = Arc::clone(&self.out);
        Some(Arc::new(move |line: &str| out.note(SafeText::line(line))))
    }
}

fn overrides(global: &GlobalArgs) -> Overrides {
    let mut values = Vec::new();
    if let Some(server) = &global.server {
        values.push((Key::Server, server.clone()));
    }
    if let Some(timeout) = global.timeout {
        values.push((Key::Timeout, format!("{}s", timeout.as_secs())));
    }
    Overrides { profile: global.profile.clone(), values }
}

/// Decides how output is written: flags before settings.
fn settings(global: &GlobalArgs, config: &Config) -> Settings {
    let named = config
        .get(Key::Color)
        .and_then(|text| <ColorChoice as clap::ValueEnum>::from_str(&text, true).ok());
    let color = match (global.no_color, global.color) {
        (true, _) => ColorChoice::Never,
        (false, Some(color)) => color,
        (false, None) => named.unwrap_or_default(),
    };
    let usual = config
        .get(Key::Output)
        .and_then(|text| <Format as clap::ValueEnum>::from_str(&text, true).ok());
    let format = if global.json { Some(Format::Json) } else { global.output.or(usual) };
    Settings {
        format,
        fields: global.fields.clone(),
        quiet: global.quiet,
        no_trunc: global.no_trunc,
        ascii: config.get(Key::Ascii).as_deref() == Some("true"),
        ..Settings::detect(color)
    }
}
