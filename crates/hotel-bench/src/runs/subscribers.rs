//! A thousand who follow everything that happens: whether all keep up, and what that takes.

use std::time::Duration;

use super::stream::Growing;
use super::{Site, progress};
use crate::error::BenchError;
use crate::figures::{count, real, rounded};
use crate::machine::memory_mib;
use crate::readers::Readers;
use crate::report::{Figures, Report};
use crate::role::Question;

/// Streams a user may have open; each of so many readers is one user's.
const STREAMS_OF_ONE: usize = 20;

/// Of so many readers one looks how old events are.
const ONE_LOOKS_OF: usize = 50;

/// How long tokens may take to make.
const TOKENS_MAX: Duration = Duration::from_secs(30);

/// Measures it.
pub(crate) fn run(
    site: &Site,
    readers: usize,
    rate: u32,
    seconds: f64,
) -> Result<Report, BenchError> {
    let mut report = site.report("subscribers")?;
    report.settings.put("readers", readers).put("rate", rate).put("seconds", seconds);
    let mut growing = Growing::start(site, &mut report)?;
    let users = readers.div_ceil(STREAMS_OF_ONE);
    let answer = growing.server.ask(&Question::Tokens { users }, TOKENS_MAX)?;
    let secrets: Vec<String> = serde_json::from_value(answer["secrets"].clone())?;
    let of_readers = secrets.iter().flat_map(|secret| std::iter::repeat_n(secret, STREAMS_OF_ONE));
    let tokens: Vec<String> = of_readers.take(readers).cloned().collect();
    let before = growing.head()?;
    let pid = growing.server.pid();
    let alone_mib = memory_mib(pid, "VmRSS").unwrap_or_default();
    progress(&format!("subscribers: {readers} connect"));
    let following = Readers::start(growing.server.door().address, &tokens, before, ONE_LOOKS_OF)?;
    progress(&format!("subscribers: {rate} events a second for {seconds} s"));
    let series = growing.grow(rate, seconds)?;
    let peak_mib = memory_mib(pid, "VmHWM").unwrap_or_default();
    let last = growing.head()?;
    let heard = following.finish(last)?;
    let (fewest, most) = heard.events;
    if (fewest, most) != (last - before, last - before) {
        report.fault(format!("readers were told {fewest} to {most} events, of {}", last - before));
    }
    let mut figures = Figures::default();
    figures
        .put("events_each", fewest)
        .put("told_per_second", rounded(f64::from(rate) * real(count(readers)), 0))
        .put("p50_ms", rounded(heard.ages.quantile_ms(0.5), 1))
        .put("p99_ms", rounded(heard.ages.quantile_ms(0.99), 1))
        .put("max_ms", rounded(heard.ages.longest_ms(), 1))
        .put("server_alone_mib", rounded(alone_mib, 1))
        .put("server_peak_mib", rounded(peak_mib, 1));
    series.shares_into(&mut figures);
    series.blame("subscribers", &mut report);
    if !heard.is_all {
        report.fault("some readers never heard all of it");
    }
    report.row("subscribers", figures);
    growing.end("subscribers", &mut report)?;
    Ok(report)
}
