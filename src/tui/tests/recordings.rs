//! The screens that README.md and docs/desk.md show are what is drawn: `HOTEL_REGENERATE=1` records them anew.

use super::bench::Bench;

/// What is shown where: the file, the name of the recording, the keys that lead there.
const RECORDINGS: [(&str, &str, &str); 6] = [
    ("README.md", "today", ""),
    ("README.md", "search", "2ber fri+2⏎ j"),
    ("docs/desk.md", "booking", "⏎"),
    ("docs/desk.md", "question", "⏎X"),
    ("docs/desk.md", "queue", "5"),
    ("docs/desk.md", "keys", "?"),
];

/// As wide as a page.
const SIZE: (u16, u16) = (100, 26);

fn recorded(text: &str, name: &str, keys: &str) -> String {
    let mut bench = Bench::open(SIZE);
    bench.type_in(keys);
    let (begin, end) = (format!("<!-- screen: {name} -->\n"), "<!-- end of screen -->");
    let start = text.find(&begin).unwrap_or_else(|| panic!("no place for {name}")) + begin.len();
    let rest = &text[start..];
    let after = &rest[rest.find(end).expect("an end")..];
    format!("{}```text\n{}```\n{after}", &text[..start], bench.screen())
}

#[test]
fn the_screens_that_are_shown_are_current() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for (file, name, keys) in RECORDINGS {
        let path = root.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        let now = recorded(&text, name, keys);
        if std::env::var_os("HOTEL_REGENERATE").is_some() {
            std::fs::write(&path, now).unwrap();
        } else {
            assert!(
                text == now,
                "{file}: {name} is not current: HOTEL_REGENERATE=1 cargo test -p hotel current"
            );
        }
    }
}
