//! Whole processes of the shipped binary: what a command costs before it does anything.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use wait4::Wait4 as _;

use super::{Site, progress};
use crate::child::{Server, Wish};
use crate::day::Day;
use crate::driven::Driven;
use crate::error::{BenchError, Doing as _};
use crate::figures::{median, ratio, real, rounded};
use crate::load::Span;
use crate::report::{Figures, Report};
use crate::shipped::{command, find};
use crate::world::World;

/// The hidden word that makes this program a small one that starts others: what a process is said to
/// have taken at most includes what its parent had when it was started.
pub(crate) const SPAWNER_ROLE: &str = "spawner-role";

/// Processes started of each kind.
const TIMES: usize = 100;

/// Measures it.
pub(crate) fn run(site: &Site) -> Result<Report, BenchError> {
    let mut report = site.report("startup")?;
    report.settings.put("times", TIMES);
    let hotel = find()?;
    let server = Server::start(site, Wish::of(World::ROOMY))?;
    let code = some_booking(&server)?;
    let home = tempfile::tempdir_in(&site.folder).doing("make a home")?;
    let hotel = hotel.display().to_string();
    let all: [(&str, Vec<&str>); 3] = [
        ("true", vec!["true"]),
        ("version", vec![&hotel, "--version"]),
        ("show", vec![&hotel, "show", &code]),
    ];
    let mut of_true = 0.0;
    for (name, words) in all {
        progress(&format!("startup: {name}"));
        let address = format!("http://{}", server.ready.address);
        let who = Who { home: home.path(), address: &address, token: &server.ready.token };
        let found = spawned(who, Ends { times: TIMES, code: 0 }, &words)?;
        let ms = found["p50_ms"].as_f64().unwrap_or_default();
        if name == "true" {
            of_true = ms;
        }
        let mut figures = Figures::default();
        put(&found, &mut figures);
        figures.put("of_true", rounded(ratio(ms, of_true), 1));
        blame(name, &found, &mut report);
        report.row(name, figures);
    }
    drop(server.stop()?);
    Ok(report)
}

/// Makes bookings and returns the code of one.
fn some_booking(server: &Server) -> Result<String, BenchError> {
    let first_night = server.ready.first_night;
    let mut day = Day::new(&server.door(), &World::ROOMY, first_night, &mut Site::sources());
    day.only_book(true);
    let mut driven = Driven::new(server, day);
    driven.round(1, Span::of(Duration::from_millis(200)))?;
    let code = driven.traffic.some_code().map(str::to_owned);
    code.ok_or_else(|| BenchError::said("no booking could be made"))
}

/// Who a program is run as.
#[derive(Clone, Copy)]
pub(crate) struct Who<'a> {
    /// Where it keeps what it keeps.
    pub(crate) home: &'a Path,
    /// The address of its server.
    pub(crate) address: &'a str,
    /// The proof of who it is.
    pub(crate) token: &'a str,
}

/// How often a program is run, and how it is to end.
#[derive(Clone, Copy)]
pub(crate) struct Ends {
    /// So often.
    pub(crate) times: usize,
    /// With this code.
    pub(crate) code: i32,
}

/// Runs a program many times, one after another, and returns how long each took and how much.
pub(crate) fn spawned(
    who: Who<'_>,
    Ends { times, code }: Ends,
    words: &[&str],
) -> Result<Value, BenchError> {
    let program = std::env::current_exe().doing("find this program")?;
    let output = command(&program, who.home)
        .args([SPAWNER_ROLE, "--times", &times.to_string(), "--code", &code.to_string(), "--"])
        .args(words)
        .env("HOTEL_SERVER", who.address)
        .env("HOTEL_TOKEN", who.token)
        .stderr(Stdio::inherit())
        .output()
        .doing("start the starter")?;
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Puts what was found of processes among the figures.
pub(crate) fn put(found: &Value, figures: &mut Figures) {
    for name in ["p50_ms", "p99_ms", "peak_mib"] {
        figures.put(name, found[name].clone());
    }
}

/// Notes a fault if one of them ended otherwise than it should.
pub(crate) fn blame(name: &str, found: &Value, report: &mut Report) {
    let failed = found["failed"].as_u64().unwrap_or_default();
    if failed > 0 {
        report.fault(format!("{name}: {failed} failed: {}", found["said"]));
    }
}

/// Starts a program many times, one after another, and says how long each took and how much.
pub(crate) fn spawn(count: usize, code: i32, words: &[String]) -> Result<(), BenchError> {
    let (mut times, mut peak, mut failed, mut said) = (Vec::new(), 0, 0, String::new());
    let (program, args) =
        words.split_first().ok_or_else(|| BenchError::said("there is no program to run"))?;
    // The first one finds nothing in the caches yet; it does not count.
    for place in 0..=count {
        let began = Instant::now();
        let mut child = Command::new(program)
            .args(args)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .doing(&format!("run {program}"))?;
        let stderr = child.stderr.take();
        let used = child.wait4().doing("wait for a process")?;
        let took = began.elapsed().as_secs_f64() * 1e3;
        if place == 0 {
            continue;
        }
        times.push(took);
        peak = used.rusage.maxrss.max(peak);
        if used.status.code() != Some(code) {
            failed += 1;
            said = stderr.and_then(|err| std::io::read_to_string(err).ok()).unwrap_or_default();
        }
    }
    times.sort_by(f64::total_cmp);
    let slow = times.get(count * 99 / 100).copied().unwrap_or_default();
    let found = json!({
        "p50_ms": rounded(median(times), 2),
        "p99_ms": rounded(slow, 2),
        "peak_mib": rounded(real(peak) / 1024.0 / 1024.0, 1),
        "failed": failed,
        "said": said,
    });
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, &found)?;
    Ok(())
}
