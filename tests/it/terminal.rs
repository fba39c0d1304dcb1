//! A real terminal with the binary in it: keys go in, and its screen is read.

use std::io::{Read as _, Write as _};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::Parser;

use crate::harness::HOTEL;

/// What is not shown by then never will be, however busy the machine is.
const PATIENCE: Duration = Duration::from_mins(1);

const ROWS: u16 = 40;
const COLUMNS: u16 = 120;

/// A terminal with the binary in it.
pub(crate) struct Terminal {
    screen: Parser,
    bytes: Receiver<Vec<u8>>,
    keys: Box<dyn std::io::Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Opens one for a home.
    pub(crate) fn open(home: &Path, args: &[&str]) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(HOTEL);
        command.env_clear();
        command.env("HOTEL_HOME", home);
        command.env("PATH", "/usr/bin:/bin");
        command.env("TERM", "xterm");
        command.args(args);
        let child = pair.slave.spawn_command(command).expect("the binary runs");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (sender, bytes) = channel();
        std::thread::spawn(move || {
            let mut chunk = [0; 4096];
            while let Ok(length @ 1..) = reader.read(&mut chunk) {
                if sender.send(chunk[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        let keys = pair.master.take_writer().expect("a writer");
        let size = |count| NonZero::new(count).expect("more than none");
        let screen = Parser::new(size(ROWS), size(COLUMNS), 0);
        Self { screen, bytes, keys, child, master: pair.master }
    }

    /// Types keys.
    pub(crate) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).expect("keys");
    }

    /// Waits until the last line of the screen that has something on it is this.
    #[track_caller]
    pub(crate) fn prompts(&mut self, line: &str) {
        self.waits(
            |screen| screen.trim_end().lines().last().is_some_and(|last| last == line),
            line,
        );
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    pub(crate) fn shows(&mut self, text: &str) {
        self.waits(|screen| screen.contains(text), text);
    }

    /// Waits until the screen shows a text no more.
    #[track_caller]
    pub(crate) fn hides(&mut self, text: &str) {
        self.waits(|screen| !screen.contains(text), &format!("screen without {text}"));
    }

    #[track_caller]
    fn waits(&mut self, is_there: impl Fn(&str) -> bool, what: &str) {
        let until = Instant::now() + PATIENCE;
        while !is_there(&self.screen.screen().contents()) {
            let left = until.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.bytes.recv_timeout(left) else {
                panic!("no `{what}` on\n{}", self.screen.screen().contents());
            };
            self.screen.process(&bytes);
        }
    }

    /// Returns the number of the process.
    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Gives it another size.
    pub(crate) fn resize(&mut self, rows: u16, columns: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).expect("another size");
        let size = |count| NonZero::new(count).expect("more than none");
        self.screen.screen_mut().set_size(size(rows), size(columns));
    }

    /// Waits for the end, and returns how it ended.
    pub(crate) fn ends(mut self) -> u32 {
        while self.bytes.recv_timeout(PATIENCE).is_ok() {}
        self.child.wait().expect("the end").exit_code()
    }
}
