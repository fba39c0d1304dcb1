//! Where `HAProxy` is, and how it comes there.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{RigError, process};

/// Names the program.
const VARIABLE: &str = "HOTEL_HAPROXY";

/// Nothing here may wait for a network that is not there.
const PATIENCE: [&str; 4] = ["-o", "Acquire::http::Timeout=20", "-o", "Acquire::Retries=1"];

/// `HAProxy` with the folders of the libraries it needs.
#[derive(Debug)]
pub(super) struct Binary {
    program: PathBuf,
    libraries: Option<PathBuf>,
}

impl Binary {
    /// Finds the program: named, installed, or unpacked under the target folder, by now if need be.
    pub(super) fn find() -> Result<Self, RigError> {
        if let Some(named) = std::env::var_os(VARIABLE) {
            return Ok(Self { program: PathBuf::from(named), libraries: None });
        }
        if let Some(program) = installed() {
            return Ok(Self { program, libraries: None });
        }
        let place = target_folder().join("hotel-rig");
        let unpacked = place.join("haproxy");
        if !unpacked.exists() {
            unpack(&place, &unpacked)?;
        }
        let program = unpacked.join("usr/sbin/haproxy");
        Ok(Self { program, libraries: libraries_in(&unpacked) })
    }

    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        if let Some(libraries) = &self.libraries {
            command.env("LD_LIBRARY_PATH", libraries);
        }
        command
    }
}

fn installed() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    // Daemons are not on everybody's path.
    let folders =
        std::env::split_paths(&path).chain(["/usr/sbin".into(), "/usr/local/sbin".into()]);
    folders.map(|folder| folder.join("haproxy")).find(|program| program.is_file())
}

/// Debian keeps libraries in a folder named after the machine.
fn libraries_in(unpacked: &Path) -> Option<PathBuf> {
    let machines = std::fs::read_dir(unpacked.join("usr/lib")).ok()?.flatten();
    let mut folders = machines.map(|entry| entry.path());
    folders.find(|folder| folder.to_string_lossy().contains("-linux-"))
}

fn target_folder() -> PathBuf {
    let named = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    // This package is two folders below the workspace.
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new(".")).join(named)
}

/// Fetches the package with what it needs and this machine has not, and unpacks it all. Nothing is
/// installed, so no daemon starts and nothing is left but the folder.
fn unpack(place: &Path, unpacked: &Path) -> Result<(), RigError> {
    std::fs::create_dir_all(place).map_err(RigError::io("make a folder for HAProxy"))?;
    let work = tempfile::tempdir_in(place).map_err(RigError::io("make a folder for HAProxy"))?;
    let root = work.path().join("root");
    for folder in [work.path().join("partial"), root.clone()] {
        std::fs::create_dir_all(folder).map_err(RigError::io("make a folder for HAProxy"))?;
    }
    if fetch(work.path()).is_err() {
        // The lists may be old or not there at all.
        let updated = process::run(Command::new("apt-get").args(PATIENCE).arg("update"));
        updated.and_then(|_| fetch(work.path())).map_err(|_| RigError::Missing {
            what: "HAProxy",
            hint: "install it, or name it in HOTEL_HAPROXY",
        })?;
    }
    let packages = std::fs::read_dir(work.path()).map_err(RigError::io("find HAProxy"))?;
    for package in packages.flatten().map(|entry| entry.path()) {
        if package.extension().is_some_and(|extension| extension == "deb") {
            process::run(Command::new("dpkg").arg("-x").arg(&package).arg(&root))?;
        }
    }
    // Another process may have been quicker, which is as well.
    match std::fs::rename(&root, unpacked) {
        Err(error) if !unpacked.exists() => Err(RigError::io("keep HAProxy")(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn fetch(archives: &Path) -> Result<(), RigError> {
    let mut fetch = Command::new("apt-get");
    fetch.args(PATIENCE).args(["-y", "--no-install-recommends", "--download-only"]);
    fetch.args(["-o", "Debug::NoLocking=1"]);
    fetch.arg("-o").arg(format!("Dir::Cache::archives={}", archives.display()));
    process::run(fetch.args(["install", "haproxy"])).map(drop)
}
