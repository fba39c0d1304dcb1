//! Where lines come from: the editor of a terminal, or a pipe. Either is read by a thread of its own, so that
//! the process hears signals while nobody types.

use std::io::{self, BufRead as _, IsTerminal as _};
use std::sync::mpsc;
use std::thread;

use tokio::sync::mpsc as answers;

use super::editor::{Editor, Shown};
use super::history::History;
use crate::context::Context;
use crate::error::{CliError, codes};

/// What was heard.
#[derive(Debug)]
pub(super) enum Heard {
    /// A line.
    Line(String),
    /// A line that was dropped.
    Dropped,
    /// The end.
    End,
    /// Nothing more can be heard.
    Broken(String),
}

/// Somebody who types, or a pipe.
pub(super) struct Reader {
    ask: mpsc::Sender<Shown>,
    answers: answers::Receiver<Heard>,
    terminal: Option<Terminal>,
}

impl Reader {
    /// Opens the terminal, or stdin where there is none.
    pub(super) fn open(ctx: &Context, history: Option<History>) -> Result<Self, CliError> {
        let is_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
        let terminal = is_terminal.then(Terminal::look);
        let (ask, asked) = mpsc::channel::<Shown>();
        let (answer, answers) = answers::channel(1);
        let editor = if is_terminal {
            let made = Editor::new(ctx, history);
            Some(made.map_err(|why| {
                CliError::of(codes::LOCAL_IO, "cannot use this terminal").why(why)
            })?)
        } else {
            None
        };
        thread::spawn(move || {
            if let Some(mut editor) = editor {
                serve(&asked, &answer, |shown| editor.line(shown));
                return;
            }
            let mut lines = io::stdin().lock().lines();
            serve(&asked, &answer, |_| match lines.next() {
                Some(Ok(line)) => Heard::Line(line),
                Some(Err(error)) => Heard::Broken(error.to_string()),
                None => Heard::End,
            });
        });
        Ok(Self { ask, answers, terminal })
    }

    /// Waits for the next line.
    pub(super) async fn line(&mut self, shown: Shown) -> Heard {
        if self.ask.send(shown).is_err() {
            return Heard::End;
        }
        self.answers.recv().await.unwrap_or(Heard::End)
    }

    /// Tells whether somebody types.
    pub(super) fn is_terminal(&self) -> bool {
        self.terminal.is_some()
    }

    /// Puts the terminal back as it was found, while a line is being typed.
    pub(super) fn restore(&self) {
        if let Some(terminal) = &self.terminal {
            terminal.restore();
        }
    }
}

/// Answers until nobody asks any more.
fn serve(
    asked: &mpsc::Receiver<Shown>,
    answer: &answers::Sender<Heard>,
    mut line: impl FnMut(&Shown) -> Heard,
) {
    for shown in asked {
        if answer.blocking_send(line(&shown)).is_err() {
            return;
        }
    }
}

/// The terminal as it was found.
struct Terminal {
    #[cfg(unix)]
    modes: Option<rustix::termios::Termios>,
}

impl Terminal {
    #[cfg(unix)]
    fn look() -> Self {
        Self { modes: rustix::termios::tcgetattr(io::stdin()).ok() }
    }

    #[cfg(not(unix))]
    fn look() -> Self {
        Self {}
    }

    #[cfg(unix)]
    fn restore(&self) {
        if let Some(modes) = &self.modes {
            let now = rustix::termios::OptionalActions::Now;
            rustix::termios::tcsetattr(io::stdin(), now, modes).ok();
        }
    }

    #[cfg(not(unix))]
    #[expect(clippy::unused_self, reason = "there is nothing to put back")]
    fn restore(&self) {}
}
