//! Every run that a goal needs, each in a process of its own, and the table of goals.

use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::{Site, progress};
use crate::error::{BenchError, Doing as _};
use crate::goals::{GOALS, Goal};
use crate::report::{Figures, Report};

/// Measures all of it; without a file to replay, that is left out.
pub(crate) fn run(site: &Site, file: Option<&Path>, strict: bool) -> Result<Report, BenchError> {
    let mut report = site.report("goals")?;
    let mut whats: Vec<&'static str> = Vec::new();
    for goal in GOALS {
        if !whats.contains(&goal.what) {
            whats.push(goal.what);
        }
    }
    for what in whats {
        progress(&format!("goals: {what}"));
        let found = match (what, file) {
            ("replay", None) => Err(BenchError::said("no --file to replay")),
            ("replay", Some(file)) => measured(site, &[what, "--file", &file.to_string_lossy()]),
            ("bookings", _) => measured(site, &[what, "--connections", "256"]),
            ("open-loop", _) => measured(site, &[what, "--rate", "2500"]),
            _ => measured(site, &[what]),
        };
        let found = found.unwrap_or_else(|error| {
            report.fault(format!("{what}: {}", crate::error::in_full(&error)));
            Value::Null
        });
        for fault in found["faults"].as_array().into_iter().flatten() {
            report.fault(format!("{what}: {}", fault.as_str().unwrap_or_default()));
        }
        for goal in GOALS.iter().filter(|goal| goal.what == what) {
            tell(goal, &found, strict, &mut report);
        }
    }
    Ok(report)
}

/// Runs this program once more and returns its report.
fn measured(site: &Site, words: &[&str]) -> Result<Value, BenchError> {
    let program = std::env::current_exe().doing("find this program")?;
    let output = Command::new(program)
        .args(words)
        .arg("--folder")
        .arg(&site.folder)
        .args(site.postgres.as_ref().map_or(&[][..], |_| &["--database", "postgres"]))
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .doing("run this program")?;
    if output.stdout.is_empty() {
        return Err(BenchError::said("it could not be measured; why stands on stderr"));
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn tell(goal: &Goal, found: &Value, strict: bool, report: &mut Report) {
    let rows = found["rows"].as_array().into_iter().flatten();
    let row = rows.into_iter().find(|row| row["name"] == goal.row).unwrap_or(&Value::Null);
    let figure = row[goal.figure].as_f64();
    let is_met = figure.is_some_and(|figure| goal.bound.is_met(figure));
    let mut figures = Figures::default();
    figures
        .put("measured", figure.map_or(Value::Null, |_| row[goal.figure].clone()))
        .put("goal", goal.bound.to_string())
        .put("verdict", if is_met { "met" } else { "NOT MET" })
        .put("client_bound", row["client_bound"].clone())
        .put("others_cpu", found["machine"]["others_cpu"].clone());
    let name = format!("{} {} {}", goal.what, goal.row, goal.figure);
    if strict && !is_met {
        report.fault(format!("{name}: {} is not met", goal.bound));
    }
    report.row(name, figures);
}
