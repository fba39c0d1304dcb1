//! How long it takes until the shipped `hotel tail` has written a line about what was decided, at a
//! thousand events a second.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;
use std::sync::mpsc::channel;
use std::time::Duration;

use hotel_server::clock::{Clock as _, SystemClock};
use serde::Deserialize;

use super::stream::Growing;
use super::{Site, progress};
use crate::child::Guarded;
use crate::error::{BenchError, Doing as _};
use crate::figures::{Latencies, rounded};
use crate::machine::memory_mib;
use crate::readers::age;
use crate::report::{Figures, Report};
use crate::shipped::{command, find};

/// How long a line may take to come.
const LINE_MAX: Duration = Duration::from_secs(30);

/// What is read of a line.
#[derive(Deserialize)]
struct Line<'a> {
    time: &'a str,
    position: u64,
}

/// Measures it.
pub(crate) fn run(site: &Site, rate: u32, seconds: f64) -> Result<Report, BenchError> {
    let mut report = site.report("tail")?;
    report.settings.put("rate", rate).put("seconds", seconds);
    let hotel = find()?;
    let mut growing = Growing::start(site, &mut report)?;
    let before = growing.head()?;
    let home = growing.server.ground().folder().join("desk");
    let door = growing.server.door();
    let mut child = command(&hotel, &home)
        .args(["tail", "-o", "jsonl", "--after", &before.to_string()])
        .env("HOTEL_SERVER", format!("http://{}", door.address))
        .env("HOTEL_TOKEN", &door.token)
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .doing("start the tail")?;
    let stdout = child.stdout.take();
    let tail = Guarded::new(child);
    let (heard, lines) = channel();
    std::thread::spawn(move || {
        for line in stdout.into_iter().flat_map(|out| BufReader::new(out).lines()).flatten() {
            // The moment is the one at which it could be read.
            if heard.send((line, SystemClock.now())).is_err() {
                return;
            }
        }
    });
    progress(&format!("tail: {rate} a second for {seconds} s"));
    let series = growing.grow(rate, seconds)?;
    let last = growing.head()?;
    let (mut ages, mut expected) = (Latencies::default(), before + 1);
    while expected <= last {
        let (line, now) = lines
            .recv_timeout(LINE_MAX)
            .map_err(|_| BenchError::said(format!("no line came for event {expected}")))?;
        let Line { time, position } = serde_json::from_str(&line)?;
        if position != expected {
            report.fault(format!("event {position} was told in the place of {expected}"));
        }
        expected = position + 1;
        if let Some(age) = age(time, now) {
            ages.record(age);
        }
    }
    let mut figures = Figures::default();
    figures
        .put("events", last - before)
        .put("p50_ms", rounded(ages.quantile_ms(0.5), 3))
        .put("p99_ms", rounded(ages.quantile_ms(0.99), 3))
        .put("max_ms", rounded(ages.longest_ms(), 3))
        .put("tail_peak_mib", rounded(memory_mib(tail.id(), "VmHWM").unwrap_or_default(), 1));
    series.shares_into(&mut figures);
    series.blame("tail", &mut report);
    report.row("tail", figures);
    drop(tail);
    growing.end("tail", &mut report)?;
    Ok(report)
}
