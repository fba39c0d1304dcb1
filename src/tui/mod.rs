//! The desk: a booking agent's day on a terminal. Messages come in, a pure `update` changes the model and says
//! what has to be done outside, a pure `view` draws it; only `runtime` and `office` touch the world. Every
//! question and every change is a line of the command's own grammar.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "of all keys and actions each part of the desk names those that mean something to it"
)]

mod desk;
mod fetched;
mod intent;
mod journey;
pub(crate) mod keys;
mod message;
mod model;
mod office;
mod overlays;
mod rows;
mod runtime;
mod screens;
mod talk;
mod text;
mod theme;
mod update;
mod view;
mod widgets;
mod wish;

use std::thread;

use self::desk::{Desk, Whose};
use self::model::Model;
use self::office::Office;
use self::theme::{Palette, Theme};
use crate::config::Key;
use crate::context::Context;
use crate::error::CliError;

/// Opens the desk, until the agent leaves it.
pub(crate) async fn run(ctx: &Context) -> Result<(), CliError> {
    // Whoever has no token is told before the screen is taken.
    ctx.api()?;
    let model = Model { desk: desk(ctx)?, ..Model::default() };
    let (messages, inbox) = runtime::channel();
    let (wants, wanted) = tokio::sync::mpsc::unbounded_channel();
    let office = Office::new(ctx, messages.clone());
    let screen = thread::spawn(move || runtime::run(model, (messages, inbox), &wants));
    office.work(wanted).await;
    drop(office);
    screen.join().map_err(|_| CliError::internal("the desk broke"))?
}

fn desk(ctx: &Context) -> Result<Desk, CliError> {
    let settings = ctx.out.settings();
    let theme = ctx.config.get(Key::Theme);
    let palette = match theme.as_deref() {
        _ if !settings.stdout.color => Palette::Mono,
        Some("mono") => Palette::Mono,
        Some("colour-blind") => Palette::ColourBlind,
        Some(_) | None => Palette::Sixteen,
    };
    Ok(Desk {
        theme: Theme { palette, is_ascii: settings.ascii },
        hotel: ctx.usual_hotel()?,
        whose: Whose { profile: ctx.config.profile().to_owned(), user: String::new() },
        keymap: keys::load(&ctx.paths)?,
        has_mouse: ctx.config.get(Key::Mouse).as_deref() == Some("true"),
        now: ctx.now(),
        ..Desk::default()
    })
}

#[cfg(test)]
mod tests;
