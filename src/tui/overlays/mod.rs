//! What stands above a screen: questions, forms, menus, texts, the line for commands. The topmost has the
//! keys; Esc takes it away.

mod form;
mod help;
mod menu;
mod pager;
mod palette;
mod question;

use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Clear};

pub(crate) use self::form::{Field, Form};
pub(crate) use self::help::Help;
pub(crate) use self::menu::{Item, Menu};
pub(crate) use self::pager::Pager;
pub(crate) use self::palette::Palette;
pub(crate) use self::question::Question;
use super::desk::Desk;
use super::message::{Answered, Effect};
use super::wish::Wish;

/// What stands above a screen.
#[derive(Debug, Clone)]
pub(crate) enum Overlay {
    /// The keys of the screen below.
    Help(Help),
    /// A line for commands.
    Palette(Palette),
    /// Shall it be?
    Question(Box<Question>),
    /// One of several.
    Menu(Menu),
    /// Fields of a change.
    Form(Box<Form>),
    /// A text.
    Pager(Pager),
}

/// What a key did.
#[derive(Debug)]
pub(crate) enum Turn {
    /// It stays.
    Stay,
    /// It stays, and wants something.
    Want(Vec<Wish>),
    /// It goes, and wants something.
    Leave(Vec<Wish>),
}

impl Overlay {
    /// Takes a key.
    pub(crate) fn key(&mut self, event: KeyEvent, desk: &mut Desk) -> Turn {
        match self {
            Self::Help(help) => help.key(event, desk),
            Self::Palette(palette) => palette.key(event),
            Self::Question(question) => question.key(event, desk),
            Self::Menu(menu) => menu.key(event, desk),
            Self::Form(form) => form.key(event, desk),
            Self::Pager(pager) => pager.key(event, desk),
        }
    }

    /// Takes a text that was pasted.
    pub(crate) fn paste(&mut self, text: &str, desk: &mut Desk) -> Vec<Effect> {
        match self {
            Self::Help(help) => help.paste(text),
            Self::Palette(palette) => palette.paste(text),
            Self::Menu(menu) => menu.paste(text),
            Self::Form(form) => return form.paste(text, desk),
            Self::Question(_) | Self::Pager(_) => {}
        }
        Vec::new()
    }

    /// Takes an answer, if it asked; tells whether it did.
    pub(crate) fn answered(&mut self, answered: &Answered, desk: &mut Desk) -> Option<Vec<Effect>> {
        match self {
            Self::Form(form) => form.answered(answered, desk),
            Self::Help(_)
            | Self::Palette(_)
            | Self::Question(_)
            | Self::Menu(_)
            | Self::Pager(_) => None,
        }
    }

    /// Draws it.
    pub(crate) fn view(&self, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
        match self {
            Self::Help(help) => help.view(desk, frame, area),
            Self::Palette(palette) => palette.view(desk, frame, area),
            Self::Question(question) => question.view(desk, frame, area),
            Self::Menu(menu) => menu.view(desk, frame, area),
            Self::Form(form) => form.view(desk, frame, area),
            Self::Pager(pager) => pager.view(desk, frame, area),
        }
    }
}

/// Makes room in the middle, and returns what is inside of its border.
pub(crate) fn window(
    title: &str,
    (width, height): (u16, u16),
    desk: &Desk,
    frame: &mut Frame<'_>,
    area: Rect,
) -> Rect {
    let width = width.min(area.width);
    let height = height.min(area.height);
    let outer = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    };
    let block = Block::bordered()
        .border_set(super::widgets::borders(desk.theme))
        .border_style(desk.theme.border(true))
        .title(ratatui::text::Span::styled(
            format!(" {} ", super::text::safe(title)),
            desk.theme.title(true),
        ));
    let inner = block.inner(outer);
    frame.render_widget(Clear, outer);
    frame.render_widget(block, outer);
    inner
}
