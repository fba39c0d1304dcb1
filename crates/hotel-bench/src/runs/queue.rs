//! What the journal costs, by the shipped binary: a booking where nobody can be asked, the waits for the disk of
//! one that is sent, and how fast what waited is sent beside the same commands sent at once.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::json;

use super::startup::{Ends, Who, blame, put, spawned};
use super::{Site, progress};
use crate::child::{Guarded, Server, Wish};
use crate::driven::Books;
use crate::error::{BenchError, Doing as _};
use crate::figures::{count as count_of, median, ratio, real, rounded};
use crate::keys::Keys;
use crate::orders::{Field, Orders, RATE_PLAN, ROOM_TYPES, STAY_NIGHTS, hotel_code};
use crate::report::{Figures, Report};
use crate::shipped::{command, find};
use crate::world::World;

/// How long a batch or a replay may take at most.
const RUN_MAX: Duration = Duration::from_mins(15);

/// The exit code of a change that waits.
const WAITS: i32 = 8;

/// What asks for the disk.
const SYNCS: [&str; 3] = ["fsync(", "fdatasync(", "sync_file_range("];

/// The binary, and where it is run.
struct Desk {
    hotel: PathBuf,
    home: tempfile::TempDir,
    server: Server,
    orders: Orders,
    field: Field,
}

/// Measures it.
pub(crate) fn run(site: &Site, count: usize, times: usize) -> Result<Report, BenchError> {
    let mut report = site.report("queue")?;
    report.settings.put("count", count).put("times", times);
    let hotel = find()?;
    let server = Server::start(site, Wish::of(World::ROOMY))?;
    let mut books = Books::open(&server)?;
    let field = server.field();
    let home = tempfile::tempdir_in(&site.folder).doing("make a home")?;
    let orders = Orders::new(field, Keys::new(jiff::Timestamp::UNIX_EPOCH, 7), 7);
    let mut desk = Desk { hotel, home, server, orders, field };
    let sent = fsyncs(&mut desk, times.min(50), &mut report)?;
    books.confirm(sent, STAY_NIGHTS);
    replay(&mut desk, count, &mut report)?;
    books.confirm(2 * count_of(count), STAY_NIGHTS);
    books.balance("queue", &desk.server, &mut report)?;
    offline(desk, times, &mut report)?;
    Ok(report)
}

impl Desk {
    /// Returns the words of the next booking.
    fn next(&mut self) -> Vec<String> {
        let order = self.orders.next();
        let arrival = i64::try_from(order.arrival).unwrap_or_default();
        let first = self.field.first_night.saturating_add(jiff::Span::new().days(arrival));
        let name = |letters: &[u8]| String::from_utf8_lossy(letters).into_owned();
        let guest = format!("{}, {}", name(&order.family), name(&order.given));
        let (hotel, room_type) = (hotel_code(order.hotel), ROOM_TYPES[order.room_type]);
        let stay = format!("{first}+{STAY_NIGHTS}n");
        ["book", &hotel, room_type, &stay, "--rate", RATE_PLAN, "--max-price", "9000000EUR"]
            .into_iter()
            .chain(["--guarantee", "agency", "--guest", &guest])
            .map(str::to_owned)
            .collect()
    }

    fn command(&self, program: &Path) -> std::process::Command {
        let mut command = command(program, self.home.path());
        command
            .env("HOTEL_SERVER", format!("http://{}", self.server.ready.address))
            .env("HOTEL_TOKEN", &self.server.ready.token);
        command
    }

    /// Runs the binary to its end, and returns how long it took.
    fn timed(&self, words: &[&str], code: i32) -> Result<Duration, BenchError> {
        let began = Instant::now();
        let child = self
            .command(&self.hotel)
            .args(words)
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()
            .doing("start the client")?;
        let ended = Guarded::new(child).wait_at_most(RUN_MAX)?;
        let took = began.elapsed();
        match ended.and_then(|status| status.code()) {
            Some(ended) if ended == code => Ok(took),
            Some(ended) => Err(BenchError::said(format!("{words:?} ended with {ended}"))),
            None => Err(BenchError::said(format!("{words:?} did not end in time"))),
        }
    }
}

/// Whole processes that book when the server is gone: what is asked for is on the disk, and waits.
fn offline(mut desk: Desk, times: usize, report: &mut Report) -> Result<(), BenchError> {
    progress("queue: book offline");
    let address = format!("http://{}", desk.server.ready.address);
    let token = desk.server.ready.token.clone();
    let hotel = desk.hotel.display().to_string();
    let bookings = [desk.next(), desk.next()];
    let home = desk.home;
    drop(desk.server.stop()?);
    let home = home.path();
    let modes = [("book offline", None), ("book --offline only", Some("only"))];
    for ((name, more), booking) in modes.into_iter().zip(bookings) {
        let words: Vec<&str> = std::iter::once(hotel.as_str())
            .chain(booking.iter().map(String::as_str))
            .chain(more.map(|_| "--offline"))
            .chain(more)
            .collect();
        let who = Who { home, address: &address, token: &token };
        let found = spawned(who, Ends { times, code: WAITS }, &words)?;
        let mut figures = Figures::default();
        put(&found, &mut figures);
        blame(name, &found, report);
        report.row(name, figures);
    }
    Ok(())
}

/// Counts what a booking that is sent asks of the disk, with the journal and without; returns how many were
/// made. Each is a process of its own, watched by `strace`, which sees every call of every thread.
fn fsyncs(desk: &mut Desk, times: usize, report: &mut Report) -> Result<u64, BenchError> {
    progress("queue: fsyncs");
    // The journal is made by the first.
    let first = desk.next();
    desk.timed(&first.iter().map(String::as_str).collect::<Vec<_>>(), 0)?;
    let mut made = 1;
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for _ in 0..times {
        for (more, counts) in [(None, &mut with), (Some("--no-journal"), &mut without)] {
            let Some(count) = watched(desk, more)? else {
                report.row("fsyncs", Figures::default());
                progress("queue: strace is not there, or not allowed: fsyncs were not counted");
                return Ok(made);
            };
            counts.push(count);
            made += 1;
        }
    }
    let mean = |counts: &[u64]| ratio(real(counts.iter().sum()), real(count_of(counts.len())));
    let middle = |counts: &[u64]| median(counts.iter().map(|count| real(*count)));
    let mut figures = Figures::default();
    figures
        .put("with", rounded(middle(&with), 1))
        .put("without", rounded(middle(&without), 1))
        .put("more", rounded(middle(&with) - middle(&without), 1))
        .put("more_mean", rounded(mean(&with) - mean(&without), 2))
        .put("with_max", with.iter().max().copied().unwrap_or_default());
    report.row("fsyncs", figures);
    Ok(made)
}

/// Books under `strace`, and returns how often it asked for the disk; none where it can't be watched.
fn watched(desk: &mut Desk, more: Option<&str>) -> Result<Option<u64>, BenchError> {
    let log = desk.home.path().join("strace.log");
    let words = desk.next();
    let ended = desk
        .command(Path::new("strace"))
        .args(["-f", "-e", "trace=fsync,fdatasync,sync_file_range", "-o"])
        .arg(&log)
        .arg(&desk.hotel)
        .args(&words)
        .args(more)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if !ended.is_ok_and(|status| status.success()) {
        return Ok(None);
    }
    let log = std::fs::read_to_string(&log).doing("read what strace saw")?;
    let asks = |line: &&str| SYNCS.iter().any(|call| line.contains(call));
    Ok(Some(count_of(log.lines().filter(asks).count())))
}

/// Sends commands at once, and as many that waited, each from one process.
fn replay(desk: &mut Desk, count: usize, report: &mut Report) -> Result<(), BenchError> {
    let file = desk.home.path().join("bookings.jsonl");
    let lines: Vec<String> =
        (0..count).map(|_| json!({ "command": line(&desk.next()) }).to_string() + "\n").collect();
    std::fs::write(&file, lines.concat()).doing("write the commands")?;
    let file = file.display().to_string();
    progress(&format!("queue: {count} at once"));
    let online = desk.timed(&["batch", &file, "--id", "online", "-o", "jsonl"], 0)?;
    progress(&format!("queue: {count} that wait"));
    let only = ["batch", &file, "--id", "waits", "-o", "jsonl", "--offline", "only"];
    let entered = desk.timed(&only, WAITS)?;
    progress(&format!("queue: {count} are sent"));
    let sent = desk.timed(&["queue", "run", "-o", "jsonl"], 0)?;
    let rate = |took: Duration| ratio(real(count_of(count)), took.as_secs_f64());
    for (name, took) in [("online", online), ("entered", entered), ("replay", sent)] {
        let mut figures = Figures::default();
        figures
            .put("wall_s", rounded(took.as_secs_f64(), 2))
            .put("per_second", rounded(rate(took), 0))
            .put("of_online", rounded(ratio(rate(took), rate(online)), 2));
        report.row(name, figures);
    }
    Ok(())
}

/// Returns words as a line that is split at blanks outside quotes.
fn line(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    quoted.join(" ")
}
