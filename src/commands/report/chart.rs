//! A chart as lines of text: bars beside their labels, or columns where many points follow each other
//! in time. Knows no terminal; it is told how wide it may be, and whether its signs are ASCII.

use super::series::{Point, Series};
use crate::output::safe_text::SafeText;

/// More points in time than this stand as columns.
const BARS_MAX: usize = 16;

/// A label is cut to this width.
const LABEL_WIDTH_MAX: usize = 24;

/// A longer bar says no more.
const BAR_WIDTH_MAX: usize = 60;

/// A shorter one says nothing.
const BAR_WIDTH_MIN: usize = 8;

/// Lines of the columns.
const HEIGHT: usize = 8;

/// A column and the gap after it, at most.
const SLOT_WIDTH_MAX: usize = 4;

/// Parts of a bar's last block, from nothing to all but whole.
const PARTS_RIGHT: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// Parts of a column's highest block.
const PARTS_UP: [&str; 8] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇"];

/// Draws a series.
pub(super) fn chart_lines(series: &Series, width: usize, ascii: bool) -> Vec<String> {
    let mut lines = vec![format!("{}, {}", series.title, series.period)];
    if series.is_time && series.points.len() > BARS_MAX {
        columns(series, width, ascii, &mut lines);
    } else {
        bars(series, width, ascii, &mut lines);
    }
    lines
}

/// Draws a bar a point.
fn bars(series: &Series, width: usize, ascii: bool, lines: &mut Vec<String>) {
    let rows: Vec<(String, String)> =
        series.points.iter().map(|point| (label_of(point), value_of(series, point))).collect();
    let width_of = |text: &str| SafeText::line(text).width();
    let label_width = rows.iter().map(|(label, _)| width_of(label)).max().unwrap_or(0);
    let value_width = rows.iter().map(|(_, value)| width_of(value)).max().unwrap_or(0);
    let bar_width =
        width.saturating_sub(label_width + value_width + 5).clamp(BAR_WIDTH_MIN, BAR_WIDTH_MAX);
    for ((label, value), point) in rows.iter().zip(&series.points) {
        let label_gap = " ".repeat(label_width - width_of(label));
        let eighths = scaled(point.value, series.top(), bar_width * 8);
        let value_gap = " ".repeat(value_width - width_of(value));
        let line = format!(" {label}{label_gap}  {value_gap}{value}  {}", bar(eighths, ascii));
        lines.push(line.trim_end().to_owned());
    }
}

fn bar(eighths: usize, ascii: bool) -> String {
    if ascii {
        return "#".repeat(((eighths + 4) / 8).max(usize::from(eighths > 0)));
    }
    let part = PARTS_RIGHT.get(eighths % 8).copied().unwrap_or_default();
    format!("{}{part}", "█".repeat(eighths / 8))
}

/// Draws a column a point, or one for several where they are too many.
fn columns(series: &Series, width: usize, ascii: bool, lines: &mut Vec<String>) {
    let top_text = series.unit.text(series.top());
    let axis_width = top_text.chars().count() + 2;
    let space = width.saturating_sub(axis_width + 1).max(HEIGHT);
    let per_column = series.points.len().div_ceil(space);
    let values: Vec<Option<i64>> = series.points.chunks(per_column).map(average).collect();
    let slot = (space / values.len().max(1)).clamp(1, SLOT_WIDTH_MAX);
    let heights: Vec<usize> =
        values.iter().map(|value| scaled(*value, series.top(), HEIGHT * 8)).collect();
    for level in (0..HEIGHT).rev() {
        let axis = match level {
            _ if level == HEIGHT - 1 => top_text.clone(),
            0 => "0".to_owned(),
            _ => String::new(),
        };
        let mut line = format!("{axis:>axis_width$} ");
        for height in &heights {
            let block = block(height.saturating_sub(level * 8), ascii);
            line.push_str(&block.repeat((slot - 1).max(1)));
            line.push_str(&" ".repeat(slot - (slot - 1).max(1)));
        }
        lines.push(line.trim_end().to_owned());
    }
    let ends = (series.points.first().map(label_of), series.points.last().map(label_of));
    let (first, last) = (ends.0.unwrap_or_default(), ends.1.unwrap_or_default());
    let gap = (values.len() * slot).saturating_sub(first.chars().count() + last.chars().count());
    let indent = " ".repeat(axis_width + 1);
    lines.push(format!("{indent}{first}{}{last}", " ".repeat(gap.max(2))));
    if per_column > 1 {
        lines.push(format!("{indent}a column is the average of {per_column}"));
    }
}

fn block(eighths: usize, ascii: bool) -> &'static str {
    match (eighths, ascii) {
        (8.., true) => "#",
        (4.., true) => ":",
        (1.., true) => ".",
        (0, true) => " ",
        (8.., false) => "█",
        (_, false) => PARTS_UP.get(eighths).copied().unwrap_or(" "),
    }
}

/// Returns the average of points that have a value.
fn average(points: &[Point]) -> Option<i64> {
    let values: Vec<i64> = points.iter().filter_map(|point| point.value).collect();
    let count = i64::try_from(values.len()).ok().filter(|count| *count > 0)?;
    Some(values.iter().sum::<i64>() / count)
}

/// Returns how far a value reaches on a scale; whatever is more than nothing can be seen.
fn scaled(value: Option<i64>, top: i64, scale: usize) -> usize {
    let value = value.unwrap_or(0).max(0);
    let scale = i128::try_from(scale).unwrap_or(0);
    let reach = (i128::from(value) * scale + i128::from(top) / 2) / i128::from(top.max(1));
    usize::try_from(reach).unwrap_or(0).max(usize::from(value > 0))
}

fn label_of(point: &Point) -> String {
    let label = SafeText::line(&point.label);
    if label.width() <= LABEL_WIDTH_MAX {
        return label.to_string();
    }
    let mut cut = String::new();
    for character in label.as_str().chars() {
        if SafeText::line(&cut).width() + 2 > LABEL_WIDTH_MAX {
            break;
        }
        cut.push(character);
    }
    cut
}

fn value_of(series: &Series, point: &Point) -> String {
    point.value.map_or_else(|| "-".to_owned(), |value| series.unit.text(value))
}
