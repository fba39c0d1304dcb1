//! What a reader relies on: forbidden imports, sizes of files, folders that ARCHITECTURE.md names.

use std::path::{Path, PathBuf};

/// Lines of a source file at most; tests may be longer, for they are tables.
const LINES_MAX: usize = 400;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn check(folder: &str, forbidden: &[&str], except: &[&str]) {
    for path in sources(&root().join(folder)) {
        let name = path.strip_prefix(root()).expect("inside").display().to_string();
        if except.iter().any(|part| name.contains(part)) {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a source file");
        for word in forbidden {
            assert!(!text.contains(word), "{name} must not know `{word}`");
        }
    }
}

#[test]
fn rooms_know_only_whom_they_may() {
    let io =
        ["std::fs", "std::net", "tokio", "rusqlite", "reqwest", "axum", "SystemTime", "async "];
    check("crates/hotel-core/src", &io, &[]);
    check("crates/hotel-server/src", &["clap::", "println!", "comfy_table"], &[]);
    let sql = ["rusqlite::", "SELECT ", "INSERT INTO"];
    check("crates/hotel-server/src", &sql, &["src/store/", "tests"]);
    check("src/commands", &["reqwest::Client", "rusqlite", "SELECT "], &[]);
    let may_name_the_server =
        ["commands/serve", "commands/demo", "commands/admin", "commands/help"];
    check("src", &["hotel_server"], &may_name_the_server);
    check("src/api", &["println!", "crate::output", "rusqlite"], &[]);
    check("src/webhooks", &["println!", "crate::output", "rusqlite", "SELECT "], &["tests"]);
    check("src/cache", &["println!", "crate::output", "crate::api", "reqwest"], &[]);
}

#[test]
fn no_file_outgrows_its_name() {
    for folder in ["src", "crates"] {
        for path in sources(&root().join(folder)) {
            let lines = std::fs::read_to_string(&path).expect("a source file").lines().count();
            let is_test = path.display().to_string().contains("tests");
            assert!(is_test || lines <= LINES_MAX, "{} has {lines} lines", path.display());
        }
    }
}

#[test]
fn the_architecture_names_what_is_there() {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the map");
    let named = text.split('`').skip(1).step_by(2).filter(|name| {
        (name.starts_with("crates/") || name.starts_with("src/") || name.starts_with("tests/"))
            && !name.contains(' ')
    });
    for name in named {
        assert!(root().join(name).exists(), "ARCHITECTURE.md names {name}, which is not there");
    }
}
