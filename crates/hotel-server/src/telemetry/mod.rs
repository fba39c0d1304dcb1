//! What the server tells about itself while it runs: log lines on stderr, for people or as JSON.
//! Nothing that anyone wrote into a request is among it.

mod lines;

use std::any::Any;
use std::io::{self, IsTerminal as _};

use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::ParseError;
use tracing_subscriber::fmt::format::JsonFields;

use self::lines::JsonLines;

/// Starts logging what the filter lets through, once a process; a second call changes nothing.
pub fn init(json: bool, filter: &str) -> Result<(), ParseError> {
    let filter = EnvFilter::builder().parse(filter)?;
    let is_plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal() && !is_plain && !json);
    // Whoever came first keeps the logs.
    if json {
        lines.fmt_fields(JsonFields::new()).event_format(JsonLines).try_init().ok();
    } else {
        lines.with_target(false).try_init().ok();
    }
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, said = own_words(panic.payload()), "a panic");
    }));
    Ok(())
}

/// Logs a sentence of whoever runs the house.
pub fn tell(text: &str) {
    tracing::info!("{text}");
}

/// Returns what a panic said, if that is a text of ours: one that was put together may hold what a
/// guest has written.
fn own_words(payload: &(dyn Any + Send)) -> &'static str {
    payload.downcast_ref::<&'static str>().copied().unwrap_or("(not told: it may be personal)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_words_of_a_panic_are_told() {
        let guest = "NOVAK, JANA".to_owned();
        assert_eq!(own_words(&"no room"), "no room");
        assert!(!own_words(&format!("no room for {guest}")).contains("NOVAK"));
    }

    #[test]
    fn a_filter_that_can_not_be_read_is_refused() {
        assert!(init(false, "hotel=nonsense").is_err());
    }
}
