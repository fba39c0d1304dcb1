//! Who is sending: a process shows that it lives by a lock on a file of its own, which the system takes
//! away with it however it ends. No clock has a say in that.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::error::CliError;
use crate::files::{Access, create_folder};

/// A process that sends; its name stands beside what it is sending.
#[derive(Debug)]
pub(crate) struct Sender {
    name: String,
    path: PathBuf,
    // Locked as long as it is open.
    _file: File,
}

impl Sender {
    /// Makes a sender of this process, in the folder of the journal.
    pub(crate) fn new(folder: &Path) -> Result<Self, CliError> {
        let folder = senders(folder);
        create_folder(&folder, Access::Private)
            .map_err(|error| CliError::file("create", &folder, &error))?;
        let name = Uuid::now_v7().simple().to_string();
        let path = folder.join(&name);
        let made = File::create_new(&path).and_then(|file| file.lock().map(|()| file));
        let file = made.map_err(|error| CliError::file("lock", &path, &error))?;
        Ok(Self { name, path, _file: file })
    }

    /// Returns its name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Sender {
    fn drop(&mut self) {
        // A file that stays is found to be nobody's, and removed by the next who looks.
        fs::remove_file(&self.path).ok();
    }
}

/// Tells whether a sender still lives; removes what a dead one left.
pub(crate) fn is_alive(folder: &Path, name: &str) -> bool {
    let path = senders(folder).join(name);
    let Ok(file) = File::open(&path) else { return false };
    match file.try_lock() {
        Ok(()) => {
            fs::remove_file(&path).ok();
            false
        }
        // What can't be found out is left to the one who sends.
        Err(TryLockError::WouldBlock | TryLockError::Error(_)) => true,
    }
}

fn senders(folder: &Path) -> PathBuf {
    folder.join("senders")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sender_lives_until_its_process_lets_go() {
        let folder = tempfile::tempdir().unwrap();
        let sender = Sender::new(folder.path()).unwrap();
        let name = sender.name().to_owned();
        assert!(is_alive(folder.path(), &name));
        // A process that is killed leaves its file, without the lock.
        let left = senders(folder.path()).join("left");
        File::create(&left).unwrap();
        assert!(!is_alive(folder.path(), "left") && !left.exists());
        drop(sender);
        assert!(!is_alive(folder.path(), &name));
    }
}
