use proptest::prelude::*;

use crate::ids::provisional::{BookingRef, ProvisionalCode};
use crate::ids::{
    BookingCode, BookingCodeError, HotelCode, IdempotencyKey, LONG_CODES, SHORT_CODES,
};
use crate::text::{Note, holds_card_number};

#[test]
fn codes_are_short_upper_case_and_plain() {
    for (text, code) in [
        ("ber-adler", Some("BER-ADLER")),
        ("1", Some("1")),
        ("A23456789012345", Some("A23456789012345")),
    ] {
        assert_eq!(text.parse::<HotelCode>().ok().map(|code| code.to_string()).as_deref(), code);
    }
    for text in ["", "-A", "A B", "Ä", "A234567890123456", "A\u{1b}"] {
        assert!(text.parse::<HotelCode>().is_err(), "{text:?}");
    }
}

#[test]
fn booking_codes_are_read_as_people_write_them() {
    let code = BookingCode::from_value(123_456_789).unwrap();
    let text = code.to_string();
    assert_eq!(text.len(), 8);
    let spoken = format!("{}-{}", &text[..4].to_lowercase(), &text[4..]);
    assert_eq!(spoken.parse(), Ok(code));
    assert_eq!(text.replace('0', "o").replace('1', "l").parse(), Ok(code));
    assert_eq!("ABC".parse::<BookingCode>(), Err(BookingCodeError::Length));
    assert_eq!("ABCDEFGU".parse::<BookingCode>(), Err(BookingCodeError::Letter));
    assert!(BookingCode::from_value(SHORT_CODES + LONG_CODES).is_none());
}

proptest! {
    #[test]
    fn every_code_is_read_back(value in 0..SHORT_CODES + LONG_CODES) {
        let code = BookingCode::from_value(value).unwrap();
        prop_assert_eq!(code.to_string().parse(), Ok(code));
    }

    #[test]
    fn a_mistyped_letter_or_a_swap_is_noticed(
        value in 0..SHORT_CODES,
        place in 0usize..8,
        letter in 0usize..31,
    ) {
        // `0` for `Z` is the one slip a check modulo 31 can't see, so `Z` takes no part.
        let alphabet = b"0123456789ABCDEFGHJKMNPQRSTVWXY";
        let text = BookingCode::from_value(value).unwrap().to_string().into_bytes();
        let mut slip = text.clone();
        slip[place] = alphabet[letter];
        if slip != text && text[place] != b'Z' {
            let slip = String::from_utf8(slip).unwrap();
            prop_assert_eq!(slip.parse::<BookingCode>(), Err(BookingCodeError::Check));
        }
        let mut swap = text.clone();
        let next = (place + 1) % 7;
        let place = place % 7;
        let both_count = (text[place] == b'0' && text[next] == b'Z')
            || (text[place] == b'Z' && text[next] == b'0');
        if place + 1 == next && text[place] != text[next] && !both_count {
            swap.swap(place, next);
            let swap = String::from_utf8(swap).unwrap();
            prop_assert_eq!(swap.parse::<BookingCode>(), Err(BookingCodeError::Check));
        }
    }
}

#[test]
fn card_numbers_never_enter_a_text() {
    for text in ["4111 1111 1111 1111", "card 5555-5555-5555-4444 please", "378282246310005"] {
        assert!(holds_card_number(text), "{text}");
        assert!(text.parse::<Note>().is_err());
    }
    for text in ["4111 1111 1111 1112", "+49 30 1234567", "2026-12-24 2026-12-27", "1234567890123"]
    {
        assert!(!holds_card_number(text), "{text}");
    }
}

#[test]
fn idempotency_keys_come_bare_or_quoted() {
    let key = |text: &str| IdempotencyKey::try_from(text.to_owned()).ok();
    assert_eq!(key("\"abc\""), key("abc"));
    assert!(key("").is_none() && key("a b").is_none() && key(&"x".repeat(256)).is_none());
}

#[test]
fn provisional_codes_are_read_as_people_write_them_and_never_taken_for_booking_codes() {
    let read = |text: &str| text.parse::<ProvisionalCode>().ok().map(String::from);
    for (text, code) in [
        ("~K7Q2", Some("~K7Q2")),
        ("~k7q2", Some("~K7Q2")),
        ("~oil1-2345", Some("~01112345")),
        ("~K7Q", None),
        ("~K7Q2K7Q2K", None),
        ("K7Q2", None),
        ("~K7QU", None),
        ("~~K7Q2", None),
        ("~", None),
        ("~K7Q\u{1b}", None),
    ] {
        assert_eq!(read(text).as_deref(), code, "{text:?}");
    }
    assert!("~7F3K2QXD".parse::<BookingCode>().is_err());
    let named = |text: &str| text.parse::<BookingRef>().ok();
    assert_eq!(named("~k7q2"), Some(BookingRef::Provisional("~K7Q2".parse().unwrap())));
    let code = BookingCode::from_value(123_456_789).unwrap();
    assert_eq!(named(&code.to_string()), Some(code.into()));
    assert_eq!((named("~ABC"), named("ABCD")), (None, None));
}

proptest! {
    #[test]
    fn every_name_of_a_booking_is_read_back(letters in "[0-9A-HJKMNP-TV-Z]{4,8}") {
        let name: BookingRef = format!("~{letters}").parse().unwrap();
        let json = serde_json::to_string(&name).unwrap();
        prop_assert_eq!(&json, &format!("\"~{letters}\""));
        prop_assert_eq!(serde_json::from_str::<BookingRef>(&json).unwrap(), name);
    }
}
