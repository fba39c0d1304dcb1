//! What a server is to be like, and its first start.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use super::{Postgres, binaries};
use crate::guard::{Ending, Guard};
use crate::{RigError, ports, process};

/// What every server here is given. Nothing that makes it durable is among it.
const SETTINGS: [(&str, &str); 5] = [
    ("max_connections", "200"),
    ("shared_buffers", "256MB"),
    // A long path would not fit into a socket's name, and the house speaks TCP.
    ("unix_socket_directories", ""),
    // A killed server then leaves nothing outside of its folder.
    ("dynamic_shared_memory_type", "mmap"),
    ("log_line_prefix", "%m [%p] %d "),
];

/// One piece of shared memory lies outside of the folder. PostgreSQL names it in the seventh line of a
/// file that it removes when it ends in order. `initdb` would leave such pieces without a name.
const ENDING: Ending<'_> = Ending {
    maker: "initdb",
    signal: "QUIT",
    parting: r#"
segment=$(sed -n '7s/.* //p' "$folder/data/postmaster.pid" 2>/dev/null)
[ -z "$segment" ] || ipcrm -m "$segment" 2>/dev/null
"#,
};

/// Memory as a file system. The kernel keeps it when processes die, as it keeps what they gave to a disk.
const MEMORY: &str = "/dev/shm";

/// The log alone may grow to a gigabyte before PostgreSQL cuts it back; in many a container there is less.
const MEMORY_MIN: u64 = 2 << 30;

/// The files of TLS in the folder of a server.
pub(super) const CERTIFICATE: &str = "server.crt";
const KEY: &str = "server.key";

/// What a [`Postgres`] is to be like.
#[derive(Debug, Clone, Default)]
pub struct PostgresBuilder {
    settings: Vec<(String, String)>,
    also: Vec<IpAddr>,
    asked: Vec<String>,
    in_memory: bool,
    with_tls: bool,
}

impl PostgresBuilder {
    /// Adds a setting; a later one counts.
    #[must_use]
    pub fn setting(mut self, name: &str, value: &str) -> Self {
        self.settings.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Keeps the folder in memory, if there is enough. The death of processes spares it as it spares a disk, and a test of that
    /// takes milliseconds instead of seconds, for PostgreSQL syncs every file when it recovers. Nothing
    /// that is measured there says anything about a disk.
    #[must_use]
    pub fn in_memory(mut self) -> Self {
        self.in_memory = true;
        self
    }

    /// Listens on this address too, and trusts all of its neighbours, whose first three numbers are the
    /// same.
    #[must_use]
    pub fn listen_also(mut self, address: IpAddr) -> Self {
        self.also.push(address);
        self
    }

    /// Asks a user for a password, which never travels in the clear (`scram-sha-256`); all others are
    /// trusted. The role is for whoever starts the server to make.
    #[must_use]
    pub fn asking(mut self, user: &str) -> Self {
        self.asked.push(user.to_owned());
        self
    }

    /// Speaks TLS to those who ask for it, under a certificate of its own for all its addresses, which
    /// [`Postgres::certificate`] names.
    #[must_use]
    pub fn with_tls(mut self) -> Self {
        self.with_tls = true;
        self
    }

    /// Starts the server and waits until it answers.
    pub fn start(self) -> Result<Postgres, RigError> {
        let binaries = binaries::folder()?;
        let place = if self.in_memory { memory_or_disk() } else { std::env::temp_dir() };
        let (guard, folder) = guarded(&place)?;
        self.init(&binaries, guard.folder())?;
        if self.with_tls {
            self.certify(guard.folder())?;
        }
        let port = ports::free()?;
        let arguments = self.arguments(&folder, port);
        let postgres = Postgres { guard, server: Mutex::new(None), binaries, arguments, port };
        postgres.restart()?;
        Ok(postgres)
    }

    fn init(&self, binaries: &Path, folder: &Path) -> Result<(), RigError> {
        let data = folder.join("data");
        let mut init = process::unprivileged(&binaries.join("initdb"));
        init.arg("-D").arg(&data).args([
            "-A",
            "trust",
            "-U",
            "hotel",
            "--no-sync",
            "--no-instructions",
        ]);
        init.args(["-E", "UTF8", "--locale=C"]).current_dir(folder);
        process::run_to_log(&mut init, &folder.join("log"))?;
        let file = data.join("pg_hba.conf");
        let usual =
            std::fs::read_to_string(&file).map_err(RigError::io("read whom PostgreSQL trusts"))?;
        // The first rule that fits is the one that counts.
        let asked = self.asked.iter().map(|user| format!("host all {user} all scram-sha-256\n"));
        let mut rules: String = asked.chain([usual]).collect();
        rules.extend(self.also.iter().map(|address| {
            let bits = if address.is_ipv4() { 24 } else { 64 };
            format!("host all all {address}/{bits} trust\n")
        }));
        std::fs::write(&file, rules).map_err(RigError::io("write whom PostgreSQL trusts"))
    }

    /// Makes a certificate that vouches for itself, readable for nobody but the server.
    fn certify(&self, folder: &Path) -> Result<(), RigError> {
        let names = self.also.iter().map(|address| format!(",IP:{address}"));
        let names = format!("subjectAltName=IP:127.0.0.1{}", names.collect::<String>());
        let mut openssl = process::unprivileged(Path::new("openssl"));
        openssl.args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]);
        openssl.args(["-nodes", "-days", "30", "-subj", "/CN=hotel-rig", "-addext", &names]);
        openssl.args(["-addext", "basicConstraints=critical,CA:FALSE"]);
        openssl.args(["-keyout", KEY, "-out", CERTIFICATE]).current_dir(folder);
        process::run(&mut openssl)?;
        let mut lock = process::unprivileged(Path::new("chmod"));
        process::run(lock.args(["600", KEY]).current_dir(folder)).map(drop)
    }

    fn arguments(&self, folder: &Path, port: u16) -> Vec<String> {
        let addresses = ["127.0.0.1".to_owned()].into_iter();
        let addresses = addresses.chain(self.also.iter().map(IpAddr::to_string));
        let own = [
            ("listen_addresses".to_owned(), addresses.collect::<Vec<_>>().join(",")),
            ("port".to_owned(), port.to_string()),
        ];
        let given = SETTINGS.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let tls = [("ssl_cert_file", CERTIFICATE), ("ssl_key_file", KEY)]
            .map(|(name, file)| (name.to_owned(), folder.join(file).display().to_string()));
        let tls = [("ssl".to_owned(), "on".to_owned())].into_iter().chain(tls);
        let tls: Vec<_> = tls.filter(|_| self.with_tls).collect();
        let settings = given.iter().chain(&own).chain(&tls).chain(&self.settings);
        let place = ["-D".to_owned(), folder.join("data").display().to_string()];
        let settings =
            settings.flat_map(|(name, value)| ["-c".to_owned(), format!("{name}={value}")]);
        place.into_iter().chain(settings).collect()
    }
}

/// Makes a folder for a server, which is the guard's to remove.
fn guarded(place: &Path) -> Result<(Guard, PathBuf), RigError> {
    let folder = tempfile::Builder::new()
        .prefix("hotel-pg-")
        .tempdir_in(place)
        .map_err(RigError::io("make a folder for PostgreSQL"))?;
    if process::is_root() {
        process::run(Command::new("chown").arg("nobody:nogroup").arg(folder.path()))?;
    }
    let guard = Guard::over(folder.path(), ENDING)?;
    Ok((guard, folder.keep()))
}

/// Starts a server that streams from another, beside it and with its settings.
pub(super) fn follow(primary: &Postgres) -> Result<Postgres, RigError> {
    let binaries = primary.binaries.clone();
    let place = primary.folder().parent().map_or_else(std::env::temp_dir, Path::to_path_buf);
    let (guard, folder) = guarded(&place)?;
    let data = folder.join("data").display().to_string();
    let mut backup = process::unprivileged(&binaries.join("pg_basebackup"));
    // With `-R` it writes down whom it follows, and `standby.signal`.
    backup.args(["-D", &data, "-R", "-X", "stream", "-c", "fast", "--no-sync"]);
    backup.args(["-d", &primary.url()]).current_dir(&folder);
    process::run_to_log(&mut backup, &folder.join("log"))?;
    let port = ports::free()?;
    let own = ["-D".to_owned(), data, "-c".to_owned(), format!("port={port}")];
    // What is said last counts.
    let arguments = primary.arguments.iter().cloned().chain(own).collect();
    let postgres = Postgres { guard, server: Mutex::new(None), binaries, arguments, port };
    postgres.restart()?;
    Ok(postgres)
}

/// Returns where there is memory enough, or else a disk.
fn memory_or_disk() -> PathBuf {
    let free = rustix::fs::statvfs(MEMORY).map_or(0, |space| space.f_bavail * space.f_frsize);
    if free < MEMORY_MIN { std::env::temp_dir() } else { PathBuf::from(MEMORY) }
}
