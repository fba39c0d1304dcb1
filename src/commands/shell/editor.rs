//! The line editor: a prompt, completion by Tab, lines of earlier by the arrows.

use std::borrow::Cow;

use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::MemHistory;
use rustyline::validate::Validator;
use rustyline::{CompletionType, Config, Helper};

use super::history::{History, LINES_MAX};
use super::reader::Heard;
use crate::complete::Offers;
use crate::context::Context;
use crate::output::safe_text::SafeText;
use crate::output::style::{Tone, paint};

/// What the prompt shows.
#[derive(Debug, Clone)]
pub(super) struct Shown(String);

impl Shown {
    /// Puts it together; what guests are called comes from outside.
    pub(super) fn new(parts: &[String]) -> Self {
        let line = std::iter::once("hotel").chain(parts.iter().map(String::as_str));
        Self(SafeText::line(&line.collect::<Vec<&str>>().join("  ")).to_string() + "> ")
    }
}

/// The editor, with what it remembers.
pub(super) struct Editor {
    inner: rustyline::Editor<Assistant, MemHistory>,
    history: Option<History>,
}

impl Editor {
    /// Makes an editor; says why if the terminal can't have one.
    pub(super) fn new(ctx: &Context, history: Option<History>) -> Result<Self, String> {
        let color = ctx.out.settings().stdout.color;
        let config = Config::builder()
            .completion_type(CompletionType::List)
            .max_history_size(LINES_MAX)
            .map_err(|error| error.to_string())?
            .auto_add_history(false)
            .build();
        let mut lines = MemHistory::with_config(&config);
        for line in history.iter().flat_map(History::lines) {
            rustyline::history::History::add_owned(&mut lines, line).ok();
        }
        let mut inner =
            rustyline::Editor::with_history(config, lines).map_err(|error| error.to_string())?;
        let offers = Offers::new(&ctx.paths, &ctx.config);
        inner.set_helper(Some(Assistant { offers, color }));
        Ok(Self { inner, history })
    }

    /// Reads a line.
    pub(super) fn line(&mut self, shown: &Shown) -> Heard {
        match self.inner.readline(&shown.0) {
            Ok(line) => {
                if self.history.is_some() && !line.trim().is_empty() {
                    // For as long as the shell is open, every line is at hand.
                    self.inner.add_history_entry(&line).ok();
                }
                if let Some(history) = &self.history {
                    history.add(line.trim());
                }
                if matches!(line.trim(), "exit" | "quit") { Heard::End } else { Heard::Line(line) }
            }
            Err(ReadlineError::Interrupted) => Heard::Dropped,
            Err(ReadlineError::Eof) => Heard::End,
            Err(error) => Heard::Broken(error.to_string()),
        }
    }
}

/// What the editor asks while somebody types.
struct Assistant {
    offers: Offers,
    color: bool,
}

impl Completer for Assistant {
    type Candidate = Pair;

    fn complete(
        &self,
        line: &str,
        at: usize,
        _: &rustyline::Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Pair>)> {
        let (start, offered) = self.offers.of(&line[..at]);
        let pair = |offer: crate::complete::Offer| {
            let display = if offer.help.is_empty() {
                offer.word.clone()
            } else {
                format!("{}  {}", offer.word, offer.help)
            };
            Pair { display, replacement: offer.word }
        };
        Ok((start, offered.into_iter().map(pair).collect()))
    }
}

impl Highlighter for Assistant {
    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(
        &'s self,
        prompt: &'p str,
        _default: bool,
    ) -> Cow<'b, str> {
        Cow::Owned(paint(prompt, Tone::Strong, self.color))
    }
}

impl Hinter for Assistant {
    type Hint = String;
}

impl Validator for Assistant {}

impl Helper for Assistant {}
