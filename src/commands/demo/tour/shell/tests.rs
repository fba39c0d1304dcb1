use super::*;

fn said(text: &str) -> Said {
    Said { exit: Some(0), text: text.to_owned() }
}

#[test]
fn words_that_a_shell_would_take_apart_are_quoted() {
    assert_eq!(
        typed(&["book", "BER-ADLER", "DLX", "2026-12-24+2n", "--guest", "佐藤, 美咲"]),
        "$ hotel book BER-ADLER DLX 2026-12-24+2n --guest \"佐藤, 美咲\""
    );
    assert_eq!(
        typed(&["update", "7F3K2QXD", "--requests", ""]),
        "$ hotel update 7F3K2QXD --requests \"\""
    );
}

#[test]
fn the_code_is_the_word_behind_what_was_done() {
    let code = BookingCode::from_value(1_234_567).expect("a code");
    let text = format!("Fri 5 Dec -> Sun 7 Dec\nheld {code}  BER-ADLER  DLX\nhint: hotel book 1\n");
    assert_eq!(said(&text).code(), Some(code));
    assert_eq!(said("error: DLX is sold out\n").code(), None);
}

#[test]
fn what_follows_is_read_to_the_end_of_its_line() {
    let preview = said("would be cancelled\nthe fee would be EUR 12.00\nnothing was changed\n");
    assert_eq!(preview.after("the fee would be "), Some("EUR 12.00"));
    assert_eq!(preview.after("the total is "), None);
}
