//! Runs a program that knows nothing of its parent, and ends it when the parent is gone or says so.

use std::io::{self, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use crate::child::Guarded;
use crate::error::{BenchError, Doing as _};

/// How long the program may take to end by itself.
const STOP_MAX: Duration = Duration::from_secs(20);

/// How often the program's own end is looked for.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Runs the program until it ends or stdin does. Its number goes to stdout first. If nothing came
/// before stdin ended, the parent is gone and can't remove its folder any more.
pub(crate) fn run(folder: &Path, words: &[String]) -> Result<(), BenchError> {
    let (program, args) =
        words.split_first().ok_or_else(|| BenchError::said("there is no program to run"))?;
    let child = Command::new(program).args(args).stdin(Stdio::null()).stdout(Stdio::null()).spawn();
    let mut guarded = Guarded::new(child.doing(&format!("run {program}"))?);
    let mut out = io::stdout().lock();
    writeln!(out, "{}", guarded.id()).and_then(|()| out.flush()).doing("write to the parent")?;
    let (ended_with, end) = channel::<usize>();
    std::thread::spawn(move || {
        let length = io::stdin().lock().read_to_end(&mut Vec::new()).unwrap_or(0);
        ended_with.send(length).ok();
    });
    loop {
        if let Some(status) = guarded.child().try_wait().doing("wait for the program")? {
            return ended(status);
        }
        if let Ok(length) = end.recv_timeout(LOOK_EVERY) {
            ask_to_end(guarded.child())?;
            let status = guarded.wait_at_most(STOP_MAX)?;
            if length == 0 {
                std::fs::remove_dir_all(folder).ok();
            }
            let stuck = || BenchError::said("the program did not end");
            return status.ok_or_else(stuck).and_then(ended);
        }
    }
}

fn ended(status: ExitStatus) -> Result<(), BenchError> {
    if status.success() {
        return Ok(());
    }
    Err(BenchError::said(format!("the program ended with {status}")))
}

fn ask_to_end(child: &Child) -> Result<(), BenchError> {
    let status = Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
    status.map(|_| ()).doing("run kill")
}
