//! Lines of earlier, one file a profile. Knows nothing of guests: a line that may name one is not kept.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use crate::files::{Access, write_atomic};
use crate::paths::Paths;
use crate::terse::is_personal;

/// A few weeks of an agent's work; older lines are forgotten.
pub(super) const LINES_MAX: usize = 2_000;

/// The file of a profile.
#[derive(Debug, Clone)]
pub(super) struct History {
    path: PathBuf,
}

impl History {
    /// Names the file of a profile; it does not have to exist.
    pub(super) fn of(paths: &Paths, profile: &str) -> Self {
        Self { path: paths.state_dir().join("profiles").join(profile).join("history") }
    }

    /// Returns the lines, oldest first. Without a file that can be read there are none.
    pub(super) fn lines(&self) -> Vec<String> {
        let text = fs::read_to_string(&self.path).unwrap_or_default();
        let count = text.lines().count();
        text.lines().skip(count.saturating_sub(LINES_MAX)).map(str::to_owned).collect()
    }

    /// Adds a line, unless it may name a guest. A history that can't be kept is no reason to stop.
    pub(super) fn add(&self, line: &str) {
        if is_personal(line) || line.contains('\n') {
            return;
        }
        let mut lines = self.lines();
        if lines.last().is_some_and(|last| last == line) {
            return;
        }
        // Now and then what is too old is dropped; in between a line is only added.
        if !self.path.exists() || lines.len() >= LINES_MAX {
            lines.push(line.to_owned());
            let kept = &lines[lines.len().saturating_sub(LINES_MAX / 2)..];
            let text = kept.join("\n") + "\n";
            write_atomic(&self.path, text.as_bytes(), Access::Private).ok();
            return;
        }
        if let Ok(mut file) = fs::OpenOptions::new().append(true).open(&self.path) {
            file.write_all(format!("{line}\n").as_bytes()).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_kept_and_those_about_guests_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let history = History::of(&Paths::under(folder.path()), "desk");
        assert!(history.lines().is_empty());
        let lines =
            ["ber fri+2", "1", "1", "1;nKelly/Joe;e", "book 1 --guest 'LI, WEI'", "e", "*-KEL"];
        for line in lines {
            history.add(line);
        }
        assert_eq!(history.lines(), ["ber fri+2", "1", "e"]);
        for number in 0..LINES_MAX {
            history.add(&format!("s{}", 1 + number % 900));
        }
        let lines = history.lines();
        assert!(lines.len() <= LINES_MAX && lines.len() >= LINES_MAX / 2, "{}", lines.len());
    }
}
