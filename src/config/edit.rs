//! Changing one line of `config.toml` and leaving the rest, comments too, as its owner wrote it.

/// Returns the text with `key = value` in a section, or above all sections if there is none.
pub(super) fn set_line(text: &str, section: Option<&str>, key: &str, value: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let line = format!("{key} = {}", toml::Value::String(value.to_owned()));
    let Some(range) = section_range(&lines, section) else {
        if lines.last().is_some_and(|last| !last.trim().is_empty()) {
            lines.push(String::new());
        }
        lines.push(format!("[{}]", section.unwrap_or_default()));
        lines.push(line);
        return joined(&lines);
    };
    if let Some(at) = key_line(&lines, &range, key) {
        lines[at] = line;
    } else {
        // Behind the last line of the section that says something, before the blank ones.
        let filled = range.clone().rev().find(|at| !lines[*at].trim().is_empty());
        lines.insert(filled.map_or(range.start, |at| at + 1), line);
    }
    joined(&lines)
}

/// Returns the text without a key of a section.
pub(super) fn remove_line(text: &str, section: Option<&str>, key: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = section_range(&lines, section).and_then(|range| key_line(&lines, &range, key));
    if let Some(at) = at {
        lines.remove(at);
    }
    joined(&lines)
}

/// Returns the text without a section and the lines that say something in it.
pub(super) fn remove_section(text: &str, section: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if let Some(range) = section_range(&lines, Some(section)) {
        lines.drain(range.start - 1..range.end);
    }
    joined(&lines)
}

fn joined(lines: &[String]) -> String {
    lines.iter().map(String::as_str).flat_map(|line| [line, "\n"]).collect()
}

/// Returns the lines behind a section's header up to the next header; without a name, those above
/// the first header.
fn section_range(lines: &[String], section: Option<&str>) -> Option<std::ops::Range<usize>> {
    let start = match section {
        Some(section) => {
            lines.iter().position(|line| header_of(line) == Some(section.to_owned()))? + 1
        }
        None => 0,
    };
    let length = lines[start..].iter().position(|line| header_of(line).is_some());
    Some(start..length.map_or(lines.len(), |length| start + length))
}

/// Returns `profile.local` for `[ profile."local" ] # desk`.
fn header_of(line: &str) -> Option<String> {
    let inner = line.trim().strip_prefix('[')?.split(']').next()?;
    Some(inner.chars().filter(|letter| !matches!(letter, ' ' | '\t' | '"' | '\'')).collect())
}

fn key_line(lines: &[String], range: &std::ops::Range<usize>, key: &str) -> Option<usize> {
    range.clone().find(|at| {
        let name = lines[*at].split_once('=').map(|(name, _)| name.trim());
        name.is_some_and(|name| name.trim_matches(['"', '\'']) == key)
    })
}
