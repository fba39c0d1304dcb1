//! The guard: a small process that cleans up after its owner, however the owner ends.

use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::RigError;

/// Waits for the end of its stdin, then ends what lives in the folder and removes it.
///
/// `$1` is the folder, `$2` the program that is let come to its end, `$3` the signal that ends the
/// others, `$4` what else is to be done once they are gone. A process lives in a folder when it works there; so nobody else is hit, even if the number
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
is_making() {
    for process in $(living); do
        [ "$(cat "$process/comm" 2>/dev/null)" != "$1" ] || return 0
    done
    return 1
}
while_so() {
    polls=0
    while "$@"; do
        polls=$((polls + 1))
        [ "$polls" -le 70 ] || return 1
        # Ten seconds in all; many guards at once must not wear the machine out.
        if [ "$polls" -le 20 ]; then sleep 0.02; else sleep 0.2; fi
    done
}
is_alive() { [ -n "$(living)" ]; }
folder=$1
[ -z "$2" ] || while_so is_making "$2"
tell "$3"
tell CONT
while_so is_alive || { tell KILL; while_so is_alive; }
eval "$4"
rm -rf -- "$folder"
"#;

/// How what works in a folder is ended.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ending<'a> {
    /// A program that leaves things behind when it is interrupted, so it is given some seconds to end by
    /// itself. Nothing if there is none.
    pub maker: &'a str,
    /// The signal for all who work there; those who stay get SIGKILL.
    pub signal: &'a str,
    /// A piece of shell that is run once they are gone and knows the folder as `$folder`.
    pub parting: &'a str,
}

/// Cleans up a folder and the processes that work in it when dropped, or when its owner dies.
#[derive(Debug)]
pub struct Guard {
    process: Child,
    folder: PathBuf,
}

impl Guard {
    /// Starts a guard over a folder, which it removes at the end.
    pub fn over(folder: &Path, ending: Ending<'_>) -> Result<Self, RigError> {
        let folder = folder.canonicalize().map_err(RigError::io("find the folder to guard"))?;
        let process = Command::new("sh")
            .args(["-c", SCRIPT, "guard"])
            .arg(&folder)
            .args([ending.maker, ending.signal, ending.parting])
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
