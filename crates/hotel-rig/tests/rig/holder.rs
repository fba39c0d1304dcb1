//! A process of its own that runs one of these tests up to where it waits.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// Set in a process that holds something until it is killed.
const HOLDER: &str = "HOTEL_RIG_HOLDER";

/// What such a process says before it waits.
const HOLDING: &str = "holding ";

/// Returns whether this process is one.
pub(crate) fn is_holder() -> bool {
    std::env::var_os(HOLDER).is_some()
}

/// Says what is held and waits until the other end goes, or kills.
#[expect(clippy::print_stdout, reason = "this is what the other end reads")]
pub(crate) fn hold(what: &str) {
    println!("\n{HOLDING}{what}");
    std::io::stdin().lines().for_each(drop);
}

/// Starts the test of this name as a process of its own, by way of `command`, which is to run a program;
/// returns it and what it holds.
pub(crate) fn start(test: &str, command: impl FnOnce(&str) -> Command) -> (Child, String) {
    let program = std::env::current_exe().expect("this program");
    let mut holder = command(program.to_str().expect("a plain path"))
        .args(["--exact", "--nocapture", test])
        .env(HOLDER, "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a holder");
    let stdout = holder.stdout.take().expect("its words");
    let held = BufReader::new(stdout)
        .lines()
        .map_while(Result::ok)
        .find_map(|line| line.strip_prefix(HOLDING).map(str::to_owned));
    (holder, held.expect("a holder says what it holds"))
}
