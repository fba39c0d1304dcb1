//! The machine: what it is, and what processes take of it. Reads `/proc`; elsewhere it knows nothing.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::error::{BenchError, Doing as _};
use crate::figures::{median, real, rounded};
use crate::report::Figures;

/// Ticks a second of `/proc/PID/stat`: fixed by the kernel's interface to programs.
const TICKS_A_SECOND: f64 = 100.0;

/// Writes tried to learn what one fsync costs.
const FSYNC_TRIALS: usize = 40;

/// The share of the machine beyond which others disturb what is measured.
pub(crate) const OTHERS_SHARE_MAX: f64 = 0.1;

/// The share of the machine beyond which the client may be what was measured.
const CLIENT_SHARE_MAX: f64 = 0.4;

/// Returns how many cores there are.
pub(crate) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Describes the machine, and the disk under a folder.
pub(crate) fn describe(folder: &Path) -> Result<Figures, BenchError> {
    let mut figures = Figures::default();
    figures
        .put("cores", cores())
        .put("processor", processor())
        .put("filesystem", filesystem(folder))
        .put("fsync_ms", rounded(fsync_ms(folder)?, 3))
        .put("server_logs", "off");
    Ok(figures)
}

fn processor() -> String {
    let text = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("model name"));
    line.map_or("unknown", |rest| rest.trim_start_matches([' ', '\t', ':'])).to_owned()
}

/// Returns the kind of file system a folder lies on: that of the longest mount point above it.
fn filesystem(folder: &Path) -> String {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let mounts = fs::read_to_string("/proc/mounts").unwrap_or_default();
    mounts
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ').skip(1);
            Some((words.next()?, words.next()?))
        })
        .filter(|(point, _)| folder.starts_with(point))
        .max_by_key(|(point, _)| point.len())
        .map_or("unknown", |(_, kind)| kind)
        .to_owned()
}

/// Returns what appending a page and making it last costs, in milliseconds.
fn fsync_ms(folder: &Path) -> Result<f64, BenchError> {
    let path = folder.join("fsync-trial");
    let mut file = File::create(&path).doing("write into the folder")?;
    let mut trials = Vec::with_capacity(FSYNC_TRIALS);
    for _ in 0..FSYNC_TRIALS {
        let began = Instant::now();
        file.write_all(&[0; 4096]).and_then(|()| file.sync_data()).doing("make a file last")?;
        trials.push(began.elapsed().as_secs_f64() * 1e3);
    }
    fs::remove_file(&path).doing("remove a file")?;
    Ok(median(trials))
}

/// Returns ticks in a line of `/proc/PID/stat`: user and system time together; with four fields, also
/// that of children that have ended.
fn ticks_of(stat: &str, fields: usize) -> Option<u64> {
    // The name in brackets may hold blanks; what follows the last bracket does not.
    let counts = stat.rsplit_once(')')?.1.split_ascii_whitespace().skip(11).take(fields);
    counts.map(|ticks| ticks.parse::<u64>().ok()).sum()
}

fn ticks(stat: &str) -> Option<u64> {
    ticks_of(stat, 2)
}

fn process_ticks(pid: u32) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    ticks(&stat).unwrap_or(0)
}

/// Returns what the threads of a process that have a name have used.
fn thread_ticks(pid: u32, name: &str) -> u64 {
    let tasks = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    tasks
        .filter_map(|task| fs::read_to_string(task.path().join("stat")).ok())
        .filter(|stat| stat.contains(&format!("({name})")))
        .filter_map(|stat| ticks(&stat))
        .sum()
}

/// Returns a field of `/proc/PID/status` that is in KiB, in MiB.
pub(crate) fn memory_mib(pid: u32, field: &str) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(field))?;
    let kib: u64 = line.trim_start_matches(':').trim().strip_suffix(" kB")?.parse().ok()?;
    Some(real(kib) / 1024.0)
}

/// Returns what the whole machine has used: the busy fields of the first line of `/proc/stat`, and
/// what the host took away.
fn machine_ticks(stat: &str) -> u64 {
    let line = stat.lines().next().unwrap_or_default();
    let fields = line.split_ascii_whitespace().skip(1).take(8).enumerate();
    // The fourth and the fifth are idle time.
    let busy = fields.filter(|(place, _)| !matches!(place, 3 | 4));
    busy.filter_map(|(_, ticks)| ticks.parse::<u64>().ok()).sum()
}

/// What client, server, its lane and all together had used at a moment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    at: Instant,
    client: u64,
    server: u64,
    lane: u64,
    all: u64,
    is_one_process: bool,
}

impl Reading {
    /// Takes it now.
    pub(crate) fn now(server: u32) -> Self {
        Self {
            is_one_process: server == std::process::id(),
            at: Instant::now(),
            client: process_ticks(std::process::id()),
            server: process_ticks(server),
            lane: thread_ticks(server, "lane"),
            all: machine_ticks(&fs::read_to_string("/proc/stat").unwrap_or_default()),
        }
    }

    /// Returns what was used between this reading and a later one.
    pub(crate) fn until(&self, later: &Self) -> Shares {
        let cores = real(crate::figures::count(cores()));
        let all = later.at.duration_since(self.at).max(Duration::from_millis(1));
        let core_ticks = all.as_secs_f64() * TICKS_A_SECOND;
        let used = |before: u64, after: u64| real(after.saturating_sub(before)) / core_ticks;
        let client = used(self.client, later.client) / cores;
        let server = used(self.server, later.server) / cores;
        let ours = if later.is_one_process { client } else { client + server };
        let others = used(self.all, later.all) / cores - ours;
        Shares { client, server, lane: used(self.lane, later.lane), others: others.max(0.0) }
    }
}

/// A whole run, to tell in the end how much of the machine was somebody else's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vigil {
    began: Instant,
    ours: u64,
    all: u64,
}

impl Vigil {
    /// Begins.
    pub(crate) fn begin() -> Self {
        let (ours, all) = Self::read();
        Self { began: Instant::now(), ours, all }
    }

    fn read() -> (u64, u64) {
        let own = fs::read_to_string("/proc/self/stat").unwrap_or_default();
        let all = fs::read_to_string("/proc/stat").unwrap_or_default();
        (ticks_of(&own, 4).unwrap_or(0), machine_ticks(&all))
    }

    /// Returns what others used since it began, of the whole machine; call it once all children have
    /// ended.
    pub(crate) fn others(&self) -> f64 {
        let (ours, all) = Self::read();
        let others = all.saturating_sub(self.all).saturating_sub(ours.saturating_sub(self.ours));
        let seconds = self.began.elapsed().max(Duration::from_millis(1)).as_secs_f64();
        real(others) / (seconds * TICKS_A_SECOND * real(crate::figures::count(cores())))
    }
}

/// How much was used over a time.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Shares {
    /// By the client, of the whole machine.
    pub(crate) client: f64,
    /// By the server, of the whole machine.
    pub(crate) server: f64,
    /// By the engine's lane, of one core.
    pub(crate) lane: f64,
    /// By anything else that runs here, of the whole machine: it should be next to nothing.
    pub(crate) others: f64,
}

impl Shares {
    /// Tells whether the client took so much that it may be what was measured.
    pub(crate) fn is_client_bound(&self) -> bool {
        self.client > CLIENT_SHARE_MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_read_behind_any_name() {
        let stat = "42 (a ) b) S 1 42 42 0 -1 4194560 1 0 0 0 150 25 4 3 20 0 4 0 1 1 1";
        assert_eq!(ticks(stat), Some(175));
        assert_eq!(ticks_of(stat, 4), Some(182));
        assert_eq!(ticks("42 (x"), None);
    }

    #[test]
    fn idle_time_is_not_used() {
        assert_eq!(machine_ticks("cpu  1 2 3 1000 1000 4 5 6 7 8\ncpu0 9 9 9"), 21);
    }

    #[test]
    fn shares_are_of_the_machine_and_of_one_core() {
        let at = Instant::now();
        let before =
            Reading { at, client: 0, server: 100, lane: 10, all: 500, is_one_process: false };
        let after =
            Reading { at: at + Duration::from_secs(1), server: 200, lane: 60, all: 630, ..before };
        let shares = before.until(&after);
        let cores = real(crate::figures::count(cores()));
        assert!((shares.server - 1.0 / cores).abs() < 1e-9);
        assert!((shares.lane - 0.5).abs() < 1e-9);
        assert!((shares.others - 0.3 / cores).abs() < 1e-9);
        assert!(!shares.is_client_bound());
    }
}
