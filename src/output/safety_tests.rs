use serde_json::json;

use super::delimited;
use super::safe_text::{SafeText, is_unsafe};
use super::style::ColorChoice;
use super::tree::{Tree, json_text};

/// What must not reach a terminal, written down a second time and in another way.
fn may_reach_a_terminal(character: char) -> bool {
    let number = u32::from(character);
    let is_c0_del_c1 = number < 0x20 || (0x7f..0xa0).contains(&number);
    let is_bidi = (0x202a..=0x202e).contains(&number)
        || (0x2066..=0x2069).contains(&number)
        || number == 0x200e
        || number == 0x200f;
    let is_tag = (0xe0000..=0xe007f).contains(&number);
    !(is_c0_del_c1 || is_bidi || is_tag)
}

#[test]
fn no_character_gets_past_the_sanitiser() {
    for character in '\0'..=char::MAX {
        let raw = format!("a{character}b");
        let line = SafeText::line(&raw);
        assert!(line.as_str().chars().all(may_reach_a_terminal), "{character:?}");
        let lines = SafeText::multi_line(&raw);
        assert!(
            lines.as_str().chars().all(|safe| safe == '\n' || may_reach_a_terminal(safe)),
            "{character:?}"
        );
        // Making it safe twice changes nothing, and what is harmless stays as it is.
        assert_eq!(SafeText::line(line.as_str()), line, "{character:?}");
        if !is_unsafe(character) {
            assert_eq!(line.as_str(), raw, "{character:?}");
        }
    }
    assert_eq!(SafeText::line("\u{1b}[31m\u{7f}\n").as_str(), "␛[31m\\u{7f}\\u{a}");
}

#[test]
fn json_says_every_character_and_none_acts() {
    for character in '\0'..=char::MAX {
        let raw = format!("a{character}b");
        let text = json_text(&raw).unwrap();
        assert!(text.chars().all(may_reach_a_terminal), "{character:?}");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), raw, "{character:?}");
    }
}

#[test]
fn a_tree_keeps_the_order_and_the_numbers() {
    let text = r#"{"z":1,"a":[-2,1.5,18446744073709551615,null,true],"m":{"y":"","b":{}}}"#;
    let tree: Tree = serde_json::from_str(text).unwrap();
    assert_eq!(json_text(&tree).unwrap(), text);
    assert_eq!(tree.get("a.1"), Some(&Tree::of(&1.5).unwrap()));
    assert_eq!(tree.get("m.y.x"), None);
    assert_eq!(tree.names(), ["z", "a", "m", "m.y", "m.b"]);
}

#[test]
fn numbers_are_not_guarded_and_formulas_are() {
    let cell = |value: serde_json::Value| {
        let line = vec![vec![Tree::of(&value).unwrap()]];
        delimited::csv_text(&line).unwrap().trim_end().to_owned()
    };
    for (value, expect) in [
        (json!(-12), "-12"),
        (json!("-12.50"), "-12.50"),
        (json!("+49"), "+49"),
        (json!("-12.5.0"), "'-12.5.0"),
        (json!("+49 30 1234"), "'+49 30 1234"),
        (json!("=1+1"), "'=1+1"),
        (json!("@SUM"), "'@SUM"),
        (json!("-"), "'-"),
        (json!("\tx"), "'\\u{9}x"),
        (json!("\rx"), "'\\u{d}x"),
        (json!("a\nb"), "\"a\nb\""),
        (json!("a\"b"), "\"a\"\"b\""),
        (json!(null), "\"\""),
        (json!(true), "true"),
        (json!([1, 2]), "\"[1,2]\""),
    ] {
        assert_eq!(cell(value.clone()), expect, "{value}");
    }
}

#[test]
fn colour_is_decided_by_flag_then_environment_then_terminal() {
    let set = Some("1".as_ref());
    let empty = Some("".as_ref());
    for (choice, is_terminal, no_color, term, expect) in [
        (ColorChoice::Auto, true, None, None, true),
        (ColorChoice::Auto, false, None, None, false),
        (ColorChoice::Auto, true, set, None, false),
        (ColorChoice::Auto, true, empty, None, true),
        (ColorChoice::Auto, true, None, Some("dumb".as_ref()), false),
        (ColorChoice::Always, false, set, None, true),
        (ColorChoice::Never, true, None, None, false),
    ] {
        assert_eq!(choice.resolve(is_terminal, no_color, term), expect, "{choice:?} {is_terminal}");
    }
}
