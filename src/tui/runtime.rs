//! The terminal: keys in, frames out. The only place of the desk that reads or writes anything.

use std::io::{self, Stdout, Write as _};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::event::{
    self, DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
    Event,
};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use tokio::sync::mpsc::UnboundedSender;

use super::message::{Effect, Message};
use super::model::Model;
use super::view;
use crate::clock;
use crate::error::CliError;

/// How much may wait for the desk before whoever tells it waits as well.
const MESSAGES_MAX: usize = 4_096;

/// How much is taken in before a frame is drawn all the same.
const AT_ONCE: usize = 256;

/// Returns the way to the desk, and its end of it.
pub(super) fn channel() -> (SyncSender<Message>, Receiver<Message>) {
    sync_channel(MESSAGES_MAX)
}

/// The terminal while the desk has it. It is given back however the desk ends.
struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
}

impl Screen {
    fn take(has_mouse: bool) -> io::Result<Self> {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            // What is said of a panic is to be read.
            give_back().ok();
            before(info);
        }));
        let terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
        let screen = Self { terminal };
        enter(has_mouse)?;
        Ok(screen)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back().ok();
    }
}

fn enter(has_mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
    if has_mouse { execute!(io::stdout(), EnableMouseCapture) } else { Ok(()) }
}

fn give_back() -> io::Result<()> {
    execute!(io::stdout(), DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen)?;
    disable_raw_mode()?;
    execute!(io::stdout(), ratatui::crossterm::cursor::Show)
}

/// Reads the terminal until it is closed, in a thread of its own, since reading waits.
fn listen(desk: SyncSender<Message>) {
    thread::spawn(move || {
        while let Ok(event) = event::read() {
            let message = match event {
                Event::Key(key) => Message::Key(key),
                Event::Paste(text) => Message::Paste(text),
                Event::Mouse(mouse) => Message::Mouse(mouse),
                Event::Resize(columns, lines) => Message::Resize(columns, lines),
                Event::FocusGained | Event::FocusLost => continue,
            };
            if desk.send(message).is_err() {
                return;
            }
        }
    });
}

/// Runs the desk until it is left.
pub(super) fn run(
    mut model: Model,
    (desk, messages): (SyncSender<Message>, Receiver<Message>),
    office: &UnboundedSender<Effect>,
) -> Result<(), CliError> {
    let broken = |error: io::Error| CliError::output(&error);
    let mut screen = Screen::take(model.desk.has_mouse).map_err(broken)?;
    let size = screen.terminal.size().map_err(broken)?;
    model.desk.size = (size.width, size.height);
    model.desk.now = clock::now();
    listen(desk);
    let mut effects = model.begin();
    loop {
        for effect in effects.drain(..) {
            perform(&mut screen, effect, office).map_err(broken)?;
        }
        if model.is_over {
            return Ok(());
        }
        screen.terminal.draw(|frame| view::view(&model, frame)).map_err(broken)?;
        effects = match wait(&model, &messages) {
            Some(first) => take_in(&mut model, first, &messages),
            None => return Ok(()),
        };
    }
}

/// Waits for what comes, or for the moment at which something that is shown changes by itself. Nothing comes
/// any more once whoever does the work is gone.
fn wait(model: &Model, messages: &Receiver<Message>) -> Option<Message> {
    let left = model.wakes_at().duration_since(clock::now());
    let left = Duration::try_from(left).unwrap_or_default();
    match messages.recv_timeout(left) {
        Ok(message) => Some(message),
        Err(RecvTimeoutError::Timeout) => Some(Message::Tick(clock::now())),
        Err(RecvTimeoutError::Disconnected) => None,
    }
}

/// Takes in what is there, so that a frame shows all of it.
fn take_in(model: &mut Model, first: Message, messages: &Receiver<Message>) -> Vec<Effect> {
    let mut effects = model.update(Message::Tick(clock::now()));
    effects.extend(model.update(first));
    for message in messages.try_iter().take(AT_ONCE) {
        effects.extend(model.update(message));
        if model.is_over {
            break;
        }
    }
    effects
}

fn perform(
    screen: &mut Screen,
    effect: Effect,
    office: &UnboundedSender<Effect>,
) -> io::Result<()> {
    match effect {
        Effect::Copy(text) => {
            execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))?;
        }
        Effect::Mouse(true) => execute!(io::stdout(), EnableMouseCapture)?,
        Effect::Mouse(false) => execute!(io::stdout(), DisableMouseCapture)?,
        Effect::Suspend => suspend(screen)?,
        Effect::Run { .. } | Effect::Replay | Effect::Quit => {
            // An office that is gone ends the desk by closing its messages.
            office.send(effect).ok();
        }
    }
    Ok(())
}

/// Gives the terminal to the shell until the desk is brought back.
#[cfg(unix)]
fn suspend(screen: &mut Screen) -> io::Result<()> {
    give_back()?;
    io::stdout().flush()?;
    rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::TSTP)?;
    enter(false)?;
    screen.terminal.clear()
}

/// There is no shell to go back to.
#[cfg(not(unix))]
fn suspend(_screen: &mut Screen) -> io::Result<()> {
    Ok(())
}
