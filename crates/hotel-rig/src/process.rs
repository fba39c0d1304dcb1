//! Processes: run, found by where they live, told signals, waited for.

use std::fs::File;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, geteuid, kill_process};

use crate::RigError;

/// Between two looks at something that is waited for.
const POLL: Duration = Duration::from_millis(10);

/// The kernel needs a moment to take a large process down.
const KILLED_WITHIN: Duration = Duration::from_mins(1);

/// As much of a log as an error shows, in bytes.
const LOG_SHOWN: usize = 4_000;

/// A child that is killed and reaped when dropped, so that it stays neither as a process nor as a zombie.
#[derive(Debug)]
pub(crate) struct Reaped(pub(crate) Child);

impl Reaped {
    /// Returns the number of the process, which is its own until it is reaped.
    pub(crate) fn pid(&self) -> Option<Pid> {
        i32::try_from(self.0.id()).ok().and_then(Pid::from_raw)
    }
}

impl Drop for Reaped {
    fn drop(&mut self) {
        // Both fail only for a child that is gone already.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Returns whether this process may do everything.
pub(crate) fn is_root() -> bool {
    geteuid().is_root()
}

/// Returns the command for a program that refuses to run as root.
pub(crate) fn unprivileged(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups"]).arg(program);
    command
}

/// Runs a command to its end and returns what it wrote to stdout.
pub(crate) fn run(command: &mut Command) -> Result<String, RigError> {
    let output =
        command.stdin(Stdio::null()).output().map_err(RigError::io(format!("run {command:?}")))?;
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(text);
    }
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    Err(RigError::Failed { command: format!("{command:?}"), status: output.status, output: text })
}

/// Runs a command to its end, even if this process and its group end before: nobody has to read what it
/// writes.
pub(crate) fn run_to_log(command: &mut Command, log: &Path) -> Result<(), RigError> {
    let doing = format!("run {command:?}");
    let file = open_log(log)?;
    let also = file.try_clone().map_err(RigError::io("share a log"))?;
    command.stdin(Stdio::null()).stdout(file).stderr(also).process_group(0);
    let status = command.status().map_err(RigError::io(doing))?;
    if status.success() {
        return Ok(());
    }
    Err(RigError::Failed { command: format!("{command:?}"), status, output: end_of(log) })
}

/// Returns the processes that work in a folder, which the kernel names like this.
pub(crate) fn living_in(folder: &Path) -> Vec<Pid> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    entries
        .filter(|entry| {
            std::fs::read_link(entry.path().join("cwd")).is_ok_and(|cwd| cwd.starts_with(folder))
        })
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(Pid::from_raw)
        .collect()
}

/// Sends a signal; one who is gone already needs none.
pub(crate) fn tell(process: Pid, signal: Signal) {
    let _ = kill_process(process, signal);
}

/// Stops all that works in a folder, `first` before the others, so that it starts nobody new.
pub(crate) fn stop_all(folder: &Path, first: Pid) {
    tell(first, Signal::STOP);
    tell_all(folder, Signal::STOP);
}

/// Kills all that works in a folder at one moment, as far as anyone in it can tell, and waits until
/// nothing of it is left but `first`, its parent, to be reaped.
pub(crate) fn kill_all(folder: &Path, first: &Reaped, log: &Path) -> Result<(), RigError> {
    if let Some(first) = first.pid() {
        stop_all(folder, first);
        tell(first, Signal::KILL);
    }
    wait_for("the end of killed processes", KILLED_WITHIN, log, || {
        tell_all(folder, Signal::KILL);
        Ok(living_in(folder).is_empty().then_some(()))
    })
}

/// Sends a signal to all that works in a folder.
pub(crate) fn tell_all(folder: &Path, signal: Signal) {
    for process in living_in(folder) {
        tell(process, signal);
    }
}

/// Looks again and again until there is an answer.
pub(crate) fn wait_for<T>(
    what: &'static str,
    within: Duration,
    log: &Path,
    mut look: impl FnMut() -> Result<Option<T>, RigError>,
) -> Result<T, RigError> {
    let start = Instant::now();
    loop {
        if let Some(answer) = look()? {
            return Ok(answer);
        }
        if start.elapsed() > within {
            return Err(RigError::Late { what, seconds: within.as_secs(), log: end_of(log) });
        }
        std::thread::sleep(POLL);
    }
}

/// Returns the end of a log.
pub(crate) fn end_of(log: &Path) -> String {
    let bytes = std::fs::read(log).unwrap_or_default();
    String::from_utf8_lossy(&bytes[bytes.len().saturating_sub(LOG_SHOWN)..]).into_owned()
}

/// Opens a log for a service to write to.
pub(crate) fn open_log(log: &Path) -> Result<File, RigError> {
    File::options().create(true).append(true).open(log).map_err(RigError::io("open a log"))
}
