//! The shell in a real terminal: what is typed, and what its screen shows.

use std::io::{Read as _, Write as _};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::Parser;

use crate::harness::HOTEL;
use crate::world::Desk;

/// What is not shown by then never will be, however busy the machine is.
const PATIENCE: Duration = Duration::from_mins(1);

const ROWS: u16 = 40;
const COLUMNS: u16 = 120;

/// A terminal with a shell in it.
struct Terminal {
    screen: Parser,
    bytes: Receiver<Vec<u8>>,
    keys: Box<dyn std::io::Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    fn open(desk: &Desk, args: &[&str]) -> Self {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(HOTEL);
        command.env_clear();
        command.env("HOTEL_HOME", desk.home.path());
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
        Self { screen, bytes, keys, child, _master: pair.master }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).expect("keys");
    }

    /// Waits until the last line of the screen that has something on it is this.
    #[track_caller]
    fn prompts(&mut self, line: &str) {
        self.waits(
            |screen| screen.trim_end().lines().last().is_some_and(|last| last == line),
            line,
        );
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    fn shows(&mut self, text: &str) {
        self.waits(|screen| screen.contains(text), text);
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

    /// Waits for the end of the shell, and returns how it ended.
    fn ends(mut self) -> u32 {
        while self.bytes.recv_timeout(PATIENCE).is_ok() {}
        self.child.wait().expect("the end").exit_code()
    }
}

fn count(desk: &Desk, state: &str) -> usize {
    desk.home.json(&format!("list --state {state}")).as_array().expect("rows").len()
}

#[test]
fn a_sale_is_typed_and_left_and_the_history_knows_no_guest() {
    let desk = Desk::open();
    let mut terminal = Terminal::open(&desk, &["shell"]);
    terminal.prompts("hotel>");
    terminal.press("ber-adler fri+2\r");
    terminal.shows("$ hotel search BER-ADLER fri+2n");
    terminal.prompts("hotel  BER-ADLER  fri+2n>");
    // What was begun is completed, and what was typed before is at hand.
    terminal.press("q una\t\r");
    terminal.shows("nothing needs you");
    terminal.prompts("hotel  BER-ADLER  fri+2n>");
    terminal.press("\u{1b}[A");
    terminal.prompts("hotel  BER-ADLER  fri+2n> q unassigned");
    terminal.press("\u{3}");
    terminal.prompts("hotel  BER-ADLER  fri+2n>");
    terminal.press("1\r");
    terminal.prompts("hotel  BER-ADLER  fri+2n  1 held>");
    terminal.press("nKelly/Joe; p0301234567\r");
    terminal.prompts("hotel  BER-ADLER  fri+2n  1 held  Kelly, Joe>");
    assert_eq!(count(&desk, "held"), 1);
    terminal.press("\u{4}");
    assert_eq!(terminal.ends(), 0);
    assert_eq!((count(&desk, "held"), count(&desk, "released")), (0, 1));
    let history = desk.home.path().join("state/profiles/local/history");
    let history = std::fs::read_to_string(history).expect("a history");
    assert_eq!(history, "ber-adler fri+2\nq unassigned\n1\n");
    // The next shell remembers, unless it is told not to.
    let mut terminal = Terminal::open(&desk, &["shell"]);
    terminal.prompts("hotel>");
    terminal.press("\u{1b}[A\u{1b}[A");
    terminal.prompts("hotel> q unassigned");
    terminal.press("\u{3}");
    terminal.prompts("hotel>");
    terminal.press("\u{4}");
    assert_eq!(terminal.ends(), 0);
    let mut terminal = Terminal::open(&desk, &["shell", "--no-history"]);
    terminal.prompts("hotel>");
    terminal.press("\u{1b}[Aber");
    terminal.prompts("hotel> ber");
    terminal.press("\u{3}");
    terminal.prompts("hotel>");
    terminal.press("exit\r");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_question_is_asked_and_a_shell_that_is_told_to_stop_gives_back_what_it_holds() {
    let desk = Desk::open();
    let code = desk.book("STD +30d+2n --rate BAR");
    let mut terminal = Terminal::open(&desk, &["shell"]);
    terminal.prompts("hotel>");
    // What is typed ahead is not lost.
    terminal.press(&format!("*{code}\rx\r"));
    terminal.shows("It costs nothing.");
    terminal.press("y\r");
    terminal.shows("no fee");
    terminal.prompts(&format!("hotel  {code}>"));
    assert_eq!(desk.state(&code), "cancelled");
    terminal.press("ber-adler fri+2;1\r");
    terminal.prompts("hotel  BER-ADLER  fri+2n  1 held>");
    let id = terminal.child.process_id().expect("a process");
    let told = std::process::Command::new("kill").args(["-TERM", &id.to_string()]).status();
    assert!(told.expect("kill -TERM").success());
    assert_eq!(terminal.ends(), 143);
    assert_eq!((count(&desk, "held"), count(&desk, "released")), (0, 1));
}
