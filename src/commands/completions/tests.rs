use std::fs;
use std::path::Path;

use super::*;

/// Compares a committed script with the one of now, or rewrites it if `HOTEL_REGENERATE=1`.
fn check(shell: Shell, name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions").join(name);
    let current = script(shell).expect("a script");
    if std::env::var_os("HOTEL_REGENERATE").is_some_and(|value| value == "1") {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
        fs::write(&path, &current).expect("written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == current,
        "completions/{name} is not current: HOTEL_REGENERATE=1 cargo test -p hotel completions"
    );
}

#[test]
fn the_committed_completions_are_current() {
    check(Shell::Bash, "hotel.bash");
    check(Shell::Zsh, "_hotel");
    check(Shell::Fish, "hotel.fish");
    check(Shell::PowerShell, "_hotel.ps1");
    check(Shell::Elvish, "hotel.elv");
}
