//! Two years of a real house's bookings, told to the shipped binary by the shipped binary.

use std::fs::File;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::{Site, progress};
use crate::child::Guarded;
use crate::error::{BenchError, Doing as _};
use crate::figures::{ratio, real, rounded};
use crate::ground::{look, stored};
use crate::machine::memory_mib;
use crate::report::{Figures, Report};
use crate::shipped::{Serve, command, find};

/// How long it may take at most.
const IMPORT_MAX: Duration = Duration::from_mins(15);

/// Measures it.
pub(crate) fn run(site: &Site, file: &Path) -> Result<Report, BenchError> {
    let mut report = site.report("replay")?;
    report.settings.put("file", file.display().to_string());
    let file = file.canonicalize().doing(&format!("read {}", file.display()))?;
    let hotel = find()?;
    let server = Serve::start(&hotel, &site.folder)?;
    progress("replay: the import runs");
    let said = server.home().join("import.json");
    let out = File::create(&said).doing("keep what the import says")?;
    let began = Instant::now();
    let child = command(&hotel, server.home())
        .args(["import", "--layout", "booking-demand"])
        .arg(&file)
        .args(["--capacity", "City Hotel=226", "--capacity", "Resort Hotel=187", "-o", "json"])
        .stdout(out)
        .stderr(Stdio::inherit())
        .spawn()
        .doing("start the import")?;
    let mut import = Guarded::new(child);
    let ended = import.wait_at_most(IMPORT_MAX)?;
    let seconds = began.elapsed().as_secs_f64();
    let peak = memory_mib(server.pid(), "VmHWM").unwrap_or_default();
    match ended {
        Some(status) if status.success() => {}
        Some(status) => report.fault(format!("the import ended with {status}")),
        None => report.fault("the import did not end in time"),
    }
    let text = std::fs::read_to_string(&said).doing("read what the import said")?;
    let summary: Value = serde_json::from_str(&text).unwrap_or_default();
    let told = |name: &str| summary[name].as_u64().unwrap_or_default();
    let (lines, accepted) = (told("lines"), told("accepted"));
    let found = stored(&look(&server.database())?)?;
    if accepted == 0 || accepted != found.bookings {
        report.fault(format!("{accepted} lines were accepted, but {found:?} is stored"));
    }
    let mut figures = Figures::default();
    figures
        .put("wall_s", rounded(seconds, 1))
        .put("server_peak_mib", rounded(peak, 1))
        .put("lines", lines)
        .put("accepted", accepted)
        .put("refused", told("refused"))
        .put("commands", told("commands"))
        .put("commands_per_second", rounded(ratio(real(told("commands")), seconds), 0));
    report.row("replay", figures);
    drop(import);
    server.stop()?;
    Ok(report)
}
