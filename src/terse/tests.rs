use serde_json::{Value, json};

use super::*;

fn session() -> Session {
    // A Wednesday.
    Session::new("2026-12-02".parse().unwrap())
}

/// Types a line; each command it stands for is told to have come to what `answer` says.
fn typed(
    session: &mut Session,
    line: &str,
    answer: impl Fn(&str) -> Value,
) -> Result<Vec<String>, Refusal> {
    let mut long = Vec::new();
    for placed in read(line)? {
        let mut due = session.steps(&placed)?;
        while !due.is_empty() {
            let Step::Run(run) = due.remove(0) else { continue };
            long.push(run.long().strip_prefix("hotel ").unwrap().to_owned());
            let more = session.learn(&run, &answer(&run.words.join(" ")));
            due.splice(0..0, more);
        }
    }
    Ok(long)
}

/// What a house would say.
fn house(words: &str) -> Value {
    let stay = json!({ "check_in": "2026-12-04", "check_out": "2026-12-06" });
    let booking = |state: &str| json!({ "code": "7F3K2QXD", "state": state, "stay": stay });
    match words.split(' ').next().unwrap_or_default() {
        "search" => json!([{ "n": 1, "stay": stay }, { "n": 2, "stay": stay }]),
        "book" if words.contains("--hold") => json!({ "booking": booking("held") }),
        "book" => json!({ "booking": booking("requested") }),
        "show" => booking("requested"),
        "update" => {
            json!({ "booking": booking("requested"), "dry_run": words.contains("--dry-run"),
            "total": { "minor": 31_800, "currency": "EUR" } })
        }
        "list" => json!([{ "code": "9Q2M4T7X" }]),
        "todo" if words.contains("--counts") => json!([]),
        "todo" => json!([
            { "reason": "requested", "booking": "AAAA", "what": "one" },
            { "reason": "conflict", "op": 41, "what": "two" },
            { "reason": "overbooked", "what": "three" },
        ]),
        _ => Value::Null,
    }
}

/// Types lines one after another, and checks what the last one stands for.
#[track_caller]
fn check(lines: &[&str], expect: &[&str]) {
    let mut session = session();
    let (last, before) = lines.split_last().unwrap();
    for line in before {
        typed(&mut session, line, house).unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
    }
    let long = typed(&mut session, last, house).unwrap_or_else(|refusal| panic!("{refusal}"));
    assert_eq!(long, expect, "{lines:?}");
}

#[test]
fn a_search_is_a_place_and_nights_and_keeps_what_is_left_out() {
    for (line, expect) in [
        ("ber fri+2", "search BER fri+2n"),
        ("BER FRI+2N", "search BER fri+2n"),
        ("a ber-adler fri+2", "search BER-ADLER fri+2n"),
        ("A Berlin 24dec+3", "search Berlin 24dec+3n"),
        ("new york tomorrow..sun", "search 'new york' tomorrow..sun"),
        ("st. moritz fri+2", "search 'st. moritz' fri+2n"),
        ("sun fri+2", "search SUN fri+2n"),
        (
            "ber +7d+2 3+1 *2 --stars 4",
            "search BER +7d+2n --adults 3 --children 1 --rooms 2 --stars 4",
        ),
        ("ber 2026-12-24+3", "search BER 2026-12-24+3n"),
        // Letters of verbs begin places as well.
        ("er fri+2", "search ER fri+2n"),
        ("qn fri+2", "search QN fri+2n"),
        ("nyc fri+2", "search NYC fri+2n"),
        ("paris fri+2", "search paris fri+2n"),
        ("s1 fri+2", "search S1 fri+2n"),
        ("a split fri+2", "search split fri+2n"),
    ] {
        check(&[line], &[expect]);
    }
    let first = "ber fri+2 3";
    for (line, expect) in [
        ("a", "search BER fri+2n --adults 3"),
        ("a +7d", "search BER +7d+2n --adults 3"),
        ("sat+3", "search BER sat+3n --adults 3"),
        ("24dec", "search BER 24dec+2n --adults 3"),
        ("a muc", "search MUC fri+2n --adults 3"),
        (">", "search BER 2026-12-05+2n --adults 3"),
        (">7", "search BER 2026-12-11+2n --adults 3"),
        ("<", "search BER 2026-12-03+2n --adults 3"),
        ("+1", "search BER 2026-12-04+3n --adults 3"),
        ("-1", "search BER 2026-12-04+1n --adults 3"),
        ("t dlx", "search BER fri+2n --adults 3 --room-type DLX"),
    ] {
        check(&[first, line], &[expect]);
    }
    check(&[first, "t dlx", "muc fri+2"], &["search MUC fri+2n --adults 3"]);
    check(&[first, "i", "a"], &["search BER fri+2n"]);
    check(&["search TYO fri+1n --stars 4", "a"], &["search TYO fri+1n --stars 4"]);
}

#[test]
fn nights_nobody_told_of_are_reckoned_from_today() {
    let mut session = session();
    let nothing = |_: &str| json!([]);
    typed(&mut session, "ber fri+2", nothing).unwrap();
    assert_eq!(typed(&mut session, ">", nothing).unwrap(), ["search BER 2026-12-05+2n"]);
    assert_eq!(typed(&mut session, ">", nothing).unwrap(), ["search BER 2026-12-06+2n"]);
}

#[test]
fn a_sale_is_a_hold_until_it_ends() {
    check(&["ber fri+2", "1"], &["book 1 --hold 10m"]);
    check(&["s3*2"], &["book 3 --rooms 2 --hold 10m"]);
    let end = "book 7F3K2QXD --guest 'KELLY, JOE' --phone 0301234567";
    check(&["1", "nKELLY/JOE;p0301234567", "e"], &[end]);
    check(&["1", "n Kelly / Joe", "er"], &["book 7F3K2QXD --guest 'Kelly, Joe'", "show 7F3K2QXD"]);
    check(
        &["1", "nO'Brien/Pat", "mpat@x.ie", "r quiet;; high up", "g", "e"],
        &["book 7F3K2QXD --guest \"O'Brien, Pat\" --email pat@x.ie --requests 'quiet; high up' \
           --guarantee agency"],
    );
    check(&["1", "i"], &["release 7F3K2QXD"]);
    check(&["1", "nKELLY/JOE", "e", "i"], &[]);
    // Who was named for one sale is not for the next.
    let mut session = session();
    typed(&mut session, "1;nKELLY/JOE;e;1", house).unwrap();
    assert_eq!((session.holds(), session.guest()), (vec!["7F3K2QXD"], None));
    assert!(typed(&mut session, "e", house).is_err());
    assert_eq!(session.leave().len(), 1);
    assert_eq!(session.leave(), []);
}

#[test]
fn what_waits_for_the_link_is_sold_and_not_held() {
    let mut session = session();
    let waits = |_: &str| json!({ "op": 7, "provisional": "~K7Q2" });
    typed(&mut session, "2*3;nKELLY/JOE", waits).unwrap();
    let long = typed(&mut session, "e", waits).unwrap();
    assert_eq!(long, ["queue drop 7", "book 2 --rooms 3 --guest 'KELLY, JOE'"]);
    assert!(session.holds().is_empty());
    assert_eq!(session.booking().unwrap().code, "~K7Q2");
    typed(&mut session, "1", waits).unwrap();
    assert_eq!(typed(&mut session, "i", waits).unwrap(), ["queue drop 7"]);
}

#[test]
fn outright_nothing_is_held_before_the_end() {
    let mut session = Session::outright("2026-12-02".parse().unwrap());
    assert_eq!(typed(&mut session, "1;3*2;nKELLY/JOE", house).unwrap(), Vec::<String>::new());
    let long = typed(&mut session, "e", house).unwrap();
    let expect = ["book 1 --guest 'KELLY, JOE'", "book 3 --rooms 2 --guest 'KELLY, JOE'"];
    assert_eq!(long, expect);
    assert!(session.holds().is_empty() && session.guest().is_none());
}

#[test]
fn a_booking_is_changed_at_the_price_that_was_shown() {
    let shown = "*7f3k2qxd";
    check(&[shown], &["show 7F3K2QXD"]);
    check(&["*-KEL"], &["list --name KEL", "show 9Q2M4T7X"]);
    for (line, expect) in [
        ("*", "show 7F3K2QXD"),
        ("h", "history 7F3K2QXD"),
        ("x", "cancel 7F3K2QXD"),
        ("+1", "update 7F3K2QXD --nights 3 --dry-run"),
        ("-1", "update 7F3K2QXD --nights 1 --dry-run"),
        (">", "update 7F3K2QXD --stay 2026-12-05+2n --dry-run"),
        ("t DLX", "update 7F3K2QXD --room-type DLX --dry-run"),
    ] {
        check(&[shown, line], &[expect]);
    }
    let agreed = "update 7F3K2QXD --nights 3 --max-price 'EUR 318.00'";
    check(&[shown, "+1", "y"], &[agreed]);
    check(&[shown, "+1;y"], &["update 7F3K2QXD --nights 3 --dry-run", agreed]);
    check(&[shown, "+1", "?", "y"], &[agreed]);
    // Whatever comes in between, what was shown is not agreed to any more.
    let mut session = session();
    for line in [shown, "+1", "h"] {
        typed(&mut session, line, house).unwrap();
    }
    assert!(typed(&mut session, "y", house).is_err());
    // A new search is what is moved from then on.
    check(&[shown, "ber fri+2", ">"], &["search BER 2026-12-05+2n"]);
}

#[test]
fn a_queue_is_worked_off_one_by_one() {
    check(&["q"], &["todo --counts"]);
    check(&["q requested"], &["todo requested", "show AAAA"]);
    check(&["q req --hotel BER-ADLER"], &["todo requested --hotel BER-ADLER", "show AAAA"]);
    check(&["q req", "qn"], &["queue show 41"]);
    check(&["q req", "qn", "qn"], &[]);
    check(&["q req", "qd", "qn", "qn"], &["show AAAA"]);
    check(&["q req", "qx"], &[]);
    let mut session = session();
    typed(&mut session, "q req;qn;qn;qn", house).unwrap();
    assert_eq!(session.place_in_queue(), Some((3, 3)));
    typed(&mut session, "qx", house).unwrap();
    assert!(typed(&mut session, "qn", house).is_err());
}

#[test]
fn a_full_command_is_itself_and_is_learned_from() {
    check(&["hotel show 7F3K2QXD"], &["show 7F3K2QXD"]);
    check(&["book 1 --guest 'LI, WEI; DR'"], &["book 1 --guest 'LI, WEI; DR'"]);
    check(&["show 7F3K2QXD", "h"], &["history 7F3K2QXD"]);
    check(&["1", "nA/B", "release 7F3K2QXD", "i"], &["release 7F3K2QXD"]);
    assert!(is_cli("'book' 'BER-ADLER'") && is_cli("--json list") && !is_cli("-1"));
    assert!(is_cli("todo") && is_cli("hotel") && !is_cli("ber fri+2") && !is_cli("e"));
    assert_eq!(read("list 'x").unwrap_err().rule, "a quote is open");
}

/// Checks that a line is refused at a place, and that the refusal says a way on.
#[track_caller]
fn refuses(before: &str, line: &str, at: usize, rule: &str) {
    let mut session = session();
    typed(&mut session, before, house).unwrap();
    let refusal = typed(&mut session, line, house).unwrap_err();
    assert_eq!(refusal.at, at, "{line}: {refusal}");
    assert!(refusal.rule.contains(rule), "{line}: {refusal}");
    assert!(!refusal.can.is_empty(), "{line}: {refusal}");
}

#[test]
fn a_refusal_names_the_place_the_rule_and_what_can_stand_there() {
    for (before, line, at, rule) in [
        ("", "ber fri+2x", 4, "not a number of nights"),
        ("", "ber 03/04+2", 4, "ambiguous"),
        ("", "ber fri+2 0", 10, "after the dates stand adults"),
        ("", "ber fri+2 2 *99", 12, "how many rooms"),
        ("", "ber fri", 0, "does not say how long"),
        ("", "fri+2", 0, "no place was named"),
        ("", "a ber", 0, "no nights were named"),
        ("", "a", 0, "no place was named"),
        ("", ">", 0, "no nights were named"),
        ("", ">x", 1, "stands a number"),
        ("", "0", 0, "counted from 1"),
        ("", "3*0", 2, "how many rooms"),
        ("", "*", 0, "no booking at hand"),
        ("", "h;x", 0, "no booking at hand"),
        ("", "y", 0, "no change was shown"),
        ("", "*7F3K2QXS", 1, "check character"),
        ("", "*-", 2, "the name is missing"),
        ("", "e", 0, "nothing is held"),
        ("1", "e", 0, "nobody is named"),
        ("1", "nKELLY/JOE;  e;  zz", 17, "no entry begins so"),
        ("", "n KELLY", 1, "a stroke"),
        ("", "p home", 1, "begins with a digit"),
        ("", "m joe", 1, "has an @"),
        ("", "qn", 0, "no queue"),
        ("", "q zz", 2, "no such reason"),
        ("", "q o", 2, "more than one"),
        ("", "hello", 0, "no entry begins so"),
        ("", "übung", 0, "no entry begins so"),
        ("", "t a/b", 2, "not a room type"),
    ] {
        refuses(before, line, at, rule);
    }
    check(&["*7F3K2QXD"], &["show 7F3K2QXD"]);
    refuses("*7F3K2QXD", "1;-2", 2, "at least one night");
}

#[test]
fn a_line_is_read_whole_before_any_of_it_is_done() {
    let mut session = session();
    let done = std::cell::Cell::new(0);
    let counting = |words: &str| {
        done.set(done.get() + 1);
        house(words)
    };
    assert!(typed(&mut session, "ber fri+2;1;zz", counting).is_err());
    assert_eq!(done.get(), 0);
}

#[test]
fn whatever_was_begun_can_go_on() {
    let forms = |prefix: &str| -> Vec<String> {
        follow(prefix).into_iter().map(|follow| follow.form).collect()
    };
    assert!(forms("").len() > 20);
    assert_eq!(
        forms("q "),
        Vec::from(
            crate::commands::todo::needs::Reason::ALL
                .map(|reason| format!("q {}", reason.as_str())),
        )
    );
    assert_eq!(forms("q unas"), ["q unassigned"]);
    assert_eq!(forms("q"), ["q", "q requested", "qn", "qd", "qx"]);
    assert_eq!(forms("1;e"), ["e", "er"]);
    assert_eq!(forms("ber "), ["fri+2", "24dec+3", "tomorrow..sun", "+7d+2"]);
    assert_eq!(forms("ber fri+2 "), ["2+1", "*2", "--stars 4"]);
    assert_eq!(forms("nKEL"), ["nKELLY/JOE"]);
    assert!(forms("searc").contains(&"search".to_owned()));
    assert_eq!(forms("search "), Vec::<String>::new(), "the command completes itself");
    // Every form can be typed as it is shown.
    for follow in follow("") {
        assert!(read(&follow.form).is_ok(), "{}", follow.form);
    }
}

#[test]
fn no_file_remembers_a_guest() {
    for line in [
        "nKELLY/JOE",
        "1;nKELLY/JOE;e",
        "p0301234567",
        "mjoe@x.de",
        "r late, Mr Kelly",
        "*-KEL",
        "book 1 --guest 'KELLY, JOE'",
        "hotel update 7F3K2QXD --requests=quiet",
        "list --name KEL",
        "guests list",
        "ber fri+2 --promo KELLY",
        "zz KELLY",
        "book 1 --guest 'KELLY",
    ] {
        assert!(is_personal(line), "{line}");
    }
    for line in
        ["ber fri+2", "1", "e", "*7F3K2QXD", "q requested", "list --hotel BER-ADLER", "+1;y"]
    {
        assert!(!is_personal(line), "{line}");
    }
}

/// Counts what is typed: every character, and Enter after each line.
fn keys(lines: &[&str]) -> usize {
    lines.iter().map(|line| line.chars().count() + 1).sum()
}

#[test]
fn a_sale_takes_few_keys() {
    let held = ["ber fri+2", "1"];
    check(&held, &["book 1 --hold 10m"]);
    assert!(keys(&held) <= 14, "{}", keys(&held));
    let sold = ["ber fri+2", "1", "nkelly/joe;p0301234567;e"];
    check(&sold, &["book 7F3K2QXD --guest 'kelly, joe' --phone 0301234567"]);
    assert!(keys(&sold) <= 40, "{}", keys(&sold));
    for (line, most) in [(">", 2), ("h", 2), ("qn", 3), ("+1;y", 5), ("*7F3K2QXD", 10)] {
        assert!(keys(&[line]) <= most, "{line}");
    }
    assert_eq!((keys(&held), keys(&sold)), (12, 37));
}
