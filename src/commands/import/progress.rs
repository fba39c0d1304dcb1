//! How far an import is: a bar on a terminal, nothing elsewhere.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::context::Context;
use crate::error::CliError;
use crate::error::report::Shape;

/// How often the bar is drawn in a second; a step takes less than a tenth of a millisecond.
const DRAWS_PER_SECOND: u8 = 8;

/// Steps that are counted before the bar is told.
const STRIDE: u64 = 512;

/// How far an import is.
pub(super) struct Progress {
    bar: ProgressBar,
    steps: std::cell::Cell<u64>,
}

impl Progress {
    /// Starts to count.
    pub(super) fn start(ctx: &Context, steps: usize) -> Result<Self, CliError> {
        let settings = ctx.out.settings();
        let is_shown = settings.stderr.is_terminal
            && !settings.quiet
            && matches!(ctx.shape, Shape::Human { .. });
        let target = if is_shown {
            ProgressDrawTarget::stderr_with_hz(DRAWS_PER_SECOND)
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(Some(steps as u64), target);
        let signs = if settings.ascii { "#>-" } else { "█▉░" };
        let style = ProgressStyle::with_template(
            "{bar:30} {percent:>3} %  {human_pos} of {human_len} commands  {eta} left",
        )
        .map_err(|error| CliError::internal(error.to_string()))?
        .progress_chars(signs);
        bar.set_style(style);
        bar.enable_steady_tick(Duration::from_millis(250));
        Ok(Self { bar, steps: std::cell::Cell::new(0) })
    }

    /// Counts a step.
    pub(super) fn step(&self) {
        let steps = self.steps.get() + 1;
        self.steps.set(steps);
        if steps.is_multiple_of(STRIDE) {
            self.bar.set_position(steps);
        }
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }
}
