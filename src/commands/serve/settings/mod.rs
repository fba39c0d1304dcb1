//! What the server is told: flag, environment, `server.toml`, default, the first that says something.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::ServeArgs;
use crate::commands::place::Place;
use crate::config::{
    Check, KeyInfo, Layers, Setting, ShownSetting, Source, YES_NO, info, parse_wait,
};
use crate::error::{CliError, codes};
use crate::files::is_open_to_others;
use crate::paths::Paths;

/// The environment variable that names the file.
pub(crate) const FILE_VARIABLE: &str = "HOTEL_SERVE_CONFIG";

/// The file that is read if it is there and no other is named.
const FILE: &str = "server.toml";

/// The database where nobody names one.
const DATABASE: &str = "hotel.db";

/// A setting of the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ServeKey {
    /// The address that is listened on.
    Listen,
    /// Where everything is kept.
    Database,
    /// Where everything can be read besides.
    DatabaseReplica,
    /// The certificate chain.
    TlsCert,
    /// The private key.
    TlsKey,
    /// Whether a proxy does TLS.
    BehindProxy,
    /// The address that tells what is counted.
    MetricsListen,
    /// How long a stop waits for the balancer.
    DrainWait,
    /// What log lines look like.
    Log,
    /// What is logged.
    LogFilter,
}

/// All settings of the server, in the order in which they are listed.
pub(crate) const SERVE_KEYS: &[KeyInfo<ServeKey>] = &[
    info(
        ServeKey::Listen,
        ("listen", "HOTEL_SERVE_LISTEN"),
        Some("127.0.0.1:7070"),
        Check::Socket,
        "Address the server listens on",
    ),
    info(
        ServeKey::Database,
        ("database", "HOTEL_SERVE_DATABASE"),
        None,
        Check::Text,
        "File or URL the server keeps everything in",
    ),
    info(
        ServeKey::DatabaseReplica,
        ("database_replica", "HOTEL_SERVE_DATABASE_REPLICA"),
        None,
        Check::Text,
        "URL of a Postgres that follows the database, for lists and reports",
    ),
    info(
        ServeKey::TlsCert,
        ("tls_cert", "HOTEL_SERVE_TLS_CERT"),
        None,
        Check::Text,
        "Certificate chain of the server, PEM",
    ),
    info(
        ServeKey::TlsKey,
        ("tls_key", "HOTEL_SERVE_TLS_KEY"),
        None,
        Check::Text,
        "Private key of the server, PEM",
    ),
    info(
        ServeKey::BehindProxy,
        ("behind_proxy", "HOTEL_SERVE_BEHIND_PROXY"),
        Some("false"),
        YES_NO,
        "Whether a proxy before the server does TLS",
    ),
    info(
        ServeKey::MetricsListen,
        ("metrics_listen", "HOTEL_SERVE_METRICS_LISTEN"),
        None,
        Check::Socket,
        "Address that answers /metrics for Prometheus, and nothing else",
    ),
    info(
        ServeKey::DrainWait,
        ("drain_wait", "HOTEL_SERVE_DRAIN_WAIT"),
        Some("0s"),
        Check::Wait,
        "How long the server goes on after it is asked to stop, for a balancer to notice",
    ),
    info(
        ServeKey::Log,
        ("log", "HOTEL_SERVE_LOG"),
        Some("human"),
        Check::OneOf(&["human", "json"]),
        "Log lines of the server for people or as JSON",
    ),
    info(
        ServeKey::LogFilter,
        ("log_filter", "HOTEL_LOG"),
        Some("info"),
        Check::Text,
        "What the server logs, as info or hotel_server=debug",
    ),
];

/// The settings that name a database, and may hold a password.
const PLACES: [ServeKey; 2] = [ServeKey::Database, ServeKey::DatabaseReplica];

impl ServeKey {
    /// Returns everything about the setting.
    fn info(self) -> &'static KeyInfo<Self> {
        // The test `every_setting_is_listed_and_its_default_fits` keeps the table and the enum together.
        &SERVE_KEYS[self as usize]
    }
}

/// What the server is told.
pub(super) struct Settings {
    pub(super) listen: SocketAddr,
    pub(super) database: Place,
    pub(super) replica: Option<Place>,
    /// Whether the database is the one in the server's own folder.
    pub(super) is_usual_database: bool,
    pub(super) tls: Option<(PathBuf, PathBuf)>,
    pub(super) behind_proxy: bool,
    pub(super) metrics_listen: Option<SocketAddr>,
    pub(super) drain_wait: Duration,
    pub(super) log_json: bool,
    pub(super) log_filter: String,
    /// Every setting with its value and where it comes from.
    pub(super) shown: Vec<ShownSetting>,
}

impl Settings {
    /// Puts the layers together; `env` is asked for each variable.
    pub(super) fn load(
        paths: &Paths,
        args: &ServeArgs,
        env: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, CliError> {
        let named = env(FILE_VARIABLE).filter(|path| !path.is_empty()).map(PathBuf::from);
        let (path, text) = match args.config.clone().or(named) {
            Some(path) => {
                let text = std::fs::read_to_string(&path);
                let text = text.map_err(|error| CliError::file("read", &path, &error))?;
                (path, text)
            }
            None => usual_file(paths)?,
        };
        let mut layers = Layers::load(SERVE_KEYS, &flags(args), &env, (&path, &text))?;
        layers.resolve(&[ServeKey::TlsCert, ServeKey::TlsKey]);
        if layers.get(ServeKey::Database).is_some_and(|found| !Place::new(&found.value).is_url()) {
            layers.resolve(&[ServeKey::Database]);
        }
        let is_usual_database = layers.get(ServeKey::Database).is_none();
        let usual = paths.server_dir().join(DATABASE);
        layers.or_default(ServeKey::Database, &usual.display().to_string());
        for key in PLACES {
            check_secret(layers.get(key), key)?;
        }
        layers.check(show)?;
        let settings = Self {
            listen: parsed(&layers, ServeKey::Listen)?,
            database: Place::new(&said(&layers, ServeKey::Database)?).with_password(&env)?,
            replica: layers
                .get(ServeKey::DatabaseReplica)
                .map(|found| Place::new(&found.value).with_password(&env))
                .transpose()?,
            is_usual_database,
            tls: tls(&layers)?,
            behind_proxy: parsed(&layers, ServeKey::BehindProxy)?,
            metrics_listen: layers
                .get(ServeKey::MetricsListen)
                .map(|_| parsed(&layers, ServeKey::MetricsListen))
                .transpose()?,
            drain_wait: parse_wait(&said(&layers, ServeKey::DrainWait)?).unwrap_or_default(),
            log_json: said(&layers, ServeKey::Log)? == "json",
            log_filter: said(&layers, ServeKey::LogFilter)?,
            shown: layers.list(show),
        };
        Ok(settings)
    }
}

/// Returns the usual file and what it says; a missing one says nothing.
fn usual_file(paths: &Paths) -> Result<(PathBuf, String), CliError> {
    let path = paths.server_dir().join(FILE);
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok((path, text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok((path, String::new())),
        Err(error) => Err(CliError::file("read", &path, &error)),
    }
}

fn flags(args: &ServeArgs) -> BTreeMap<ServeKey, String> {
    let path = |path: &Option<PathBuf>| path.as_ref().map(|path| path.display().to_string());
    [
        (ServeKey::Listen, args.listen.map(|listen| listen.to_string())),
        (ServeKey::Database, args.database.clone()),
        (ServeKey::DatabaseReplica, args.database_replica.clone()),
        (ServeKey::TlsCert, path(&args.tls_cert)),
        (ServeKey::TlsKey, path(&args.tls_key)),
        (ServeKey::BehindProxy, args.behind_proxy.map(|yes| yes.to_string())),
        (ServeKey::MetricsListen, args.metrics_listen.map(|listen| listen.to_string())),
        (ServeKey::DrainWait, args.drain_wait.clone()),
        (ServeKey::Log, args.log.map(|log| log.name().to_owned())),
        (ServeKey::LogFilter, args.log_filter.clone()),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some((key, value?)))
    .collect()
}

/// Makes a value fit to be seen.
fn show(key: ServeKey, value: &str) -> String {
    if PLACES.contains(&key) { Place::new(value).to_string() } else { value.to_owned() }
}

/// Refuses a password where others see it.
fn check_secret(found: Option<&Setting>, key: ServeKey) -> Result<(), CliError> {
    let Some(Setting { value, source }) = found else { return Ok(()) };
    let place = Place::new(value);
    let KeyInfo { name, env, .. } = key.info();
    match source {
        Source::Flag => {
            let flag = format!("--{}", name.replace('_', "-"));
            place.refuse_in_argument(&flag).map_err(|error| {
                error.hint(format!(
                    "or the whole URL in {env}, or as `{name}` in {FILE}, readable by its owner alone"
                ))
            })
        }
        Source::OwnFile(path, _) if place.has_password() => refuse_if_open(path, name),
        Source::OwnFile(_, _)
        | Source::Env(_)
        | Source::File(_, _)
        | Source::TokenFile(_)
        | Source::Default => Ok(()),
    }
}

fn refuse_if_open(path: &Path, name: &str) -> Result<(), CliError> {
    if !is_open_to_others(path).map_err(|error| CliError::file("read", path, &error))? {
        return Ok(());
    }
    let message = format!("{} holds a password and others can read it", path.display());
    Err(CliError::of(codes::CONFIG_SECRET_EXPOSED, message)
        .field(name)
        .hint(format!("chmod 600 {}", path.display())))
}

/// Returns the certificate and its key; one without the other is refused.
fn tls(layers: &Layers<ServeKey>) -> Result<Option<(PathBuf, PathBuf)>, CliError> {
    let path = |key| layers.get(key).map(|found| PathBuf::from(&found.value));
    let lone = |has: &str, lacks: &str| {
        let message = format!("{has} needs {lacks} beside it");
        Err(CliError::of(codes::CONFIG_VALUE, message).field(lacks).hint("hotel serve --help"))
    };
    match (path(ServeKey::TlsCert), path(ServeKey::TlsKey)) {
        (Some(certificate), Some(key)) => Ok(Some((certificate, key))),
        (None, None) => Ok(None),
        (Some(_), None) => lone("tls_cert", "tls_key"),
        (None, Some(_)) => lone("tls_key", "tls_cert"),
    }
}

fn said(layers: &Layers<ServeKey>, key: ServeKey) -> Result<String, CliError> {
    let found = layers.get(key).map(|found| found.value.clone());
    found.ok_or_else(|| CliError::internal(format!("the setting {key:?} has no value")))
}

/// Reads a value that was checked.
fn parsed<T: std::str::FromStr>(layers: &Layers<ServeKey>, key: ServeKey) -> Result<T, CliError> {
    let found = said(layers, key)?.parse();
    found.map_err(|_| CliError::internal(format!("the setting {key:?} was not checked")))
}

#[cfg(test)]
mod tests;
