//! The guard: a small process that cleans up after its owner, however the owner ends.

use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::RigError;

/// Waits for the end of its stdin, then ends what lives in the folder and removes it.
///
/// `$1` is the folder, `$2` the signal that ends its processes, `$3` what else is to be done once they
/// are gone. A process lives in a folder when it works there; so nobody else is hit, even if the number
/// of a process that died has been given to another.
const SCRIPT: &str = r#"
trap '' HUP INT TERM
while read -r _; do :; done
living() {
    find /proc/[0-9]* -maxdepth 1 -name cwd \( -lname "$folder" -o -lname "$folder/*" \) \
        -printf '%h\n' 2>/dev/null
}
tell() {
    for process in $(living); do kill -s "$1" "${process#/proc/}" 2>/dev/null; done
}
gone() {
    polls=0
    while [ -n "$(living)" ]; do
        polls=$((polls + 1))
        [ "$polls" -gt 200 ] && return 1
        sleep 0.02
    done
}
folder=$1
tell "$2"
tell CONT
gone || { tell KILL; gone; }
eval "$3"
rm -rf -- "$folder"
"#;

/// Cleans up a folder and the processes that work in it when dropped, or when its owner dies.
#[derive(Debug)]
pub struct Guard {
    process: Child,
    folder: PathBuf,
}

impl Guard {
    /// Starts a guard over a folder. At the end `signal` goes to each process that works in it, and to
    /// those that stay SIGKILL; then `parting`, a piece of shell that knows the folder as `$folder`, is
    /// run, and the folder removed.
    pub fn over(folder: &Path, signal: &str, parting: &str) -> Result<Self, RigError> {
        let folder = folder.canonicalize().map_err(RigError::io("find the folder to guard"))?;
        let process = Command::new("sh")
            .args(["-c", SCRIPT, "guard"])
            .arg(&folder)
            .args([signal, parting])
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // What ends a whole group of tests at once must not end the guard.
            .process_group(0)
            .spawn()
            .map_err(RigError::io("start a guard"))?;
        Ok(Self { process, folder })
    }

    /// Returns the folder as the kernel names it.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        // The script bounds itself; nothing is left to do if it cannot be waited for.
        drop(self.process.wait());
    }
}
