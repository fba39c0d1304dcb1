//! What the house refuses is for a person to decide (ux.md 2.3, rule 8).

use super::Link;

const GUEST: &str = "--guest \"OKAFOR, ADA\" --guarantee agency";

#[test]
fn sold_out_shows_what_can_be_had_with_prices_and_takes_it_by_word() {
    let link = Link::new();
    link.cut();
    let op =
        link.waits(&format!("book BER-ADLER DLX +30d+2n --max-price 900EUR {GUEST}"))["op"].clone();
    link.elsewhere("inventory close BER-ADLER DLX +30d+2n").expect(0);
    link.mend();
    link.typed("queue run").expect(6);
    let shown = link.json(&format!("queue show {op}"));
    let alternatives = shown["conflict"]["alternatives"].as_array().expect("alternatives").clone();
    assert!(alternatives.iter().any(|offer| offer["room_type"] == "STD"), "{shown}");
    assert_eq!(link.count("booking.requested"), 0, "nothing is sold without a word");
    let told = link.typed(&format!("queue show {op}"));
    assert!(told.stdout.contains("STD") && told.stderr.contains("--alt 1"), "{told:?}");
    link.typed(&format!("queue resolve {op} --alt 99")).expect(2);
    let taken = link.json(&format!("queue resolve {op} --alt 1"));
    assert_eq!(taken["state"], "applied");
    assert_ne!(taken["op"], op, "a new operation with a new key");
    assert_eq!(link.state(&op), "superseded");
    assert_eq!(link.count("booking.requested"), 1);
}

#[test]
fn a_price_that_moved_is_paid_only_by_word() {
    let link = Link::new();
    link.json("search BER-ADLER +30d+1n --room-type STD --rate-plan BAR");
    link.cut();
    let op = link.waits(&format!("book 1 {GUEST}"))["op"].clone();
    link.elsewhere("rates set BER-ADLER BAR STD +30d+1n 199").expect(0);
    link.mend();
    link.typed("queue run").expect(6);
    let shown = link.json(&format!("queue show {op}"));
    assert_eq!(shown["conflict"]["price"]["minor"], 19_900, "{shown}");
    assert_eq!(link.json(&format!("queue resolve {op} --mine"))["state"], "applied");
}

#[test]
fn another_field_is_changed_upon_the_others_and_the_same_one_is_not() {
    let link = Link::new();
    let code = link.desk.book("STD +30d+2n --rate BAR");
    link.json(&format!("show {code}"));
    link.cut();
    let nights = link.waits(&format!("update {code} --nights 3"));
    link.elsewhere(&format!("update {code} --requests \"quiet room\"")).expect(0);
    link.mend();
    link.typed("queue run").expect(0);
    assert_eq!(link.state(&nights["op"]), "superseded", "sent again upon what is the case now");
    let now = link.json(&format!("show {code}"));
    assert_eq!(now["requests"], "quiet room");
    let left = now["stay"]["check_out"].clone();
    link.cut();
    let mine = link.waits(&format!("update {code} --nights 4"))["op"].clone();
    link.elsewhere(&format!("update {code} --nights 1")).expect(0);
    let theirs = link.desk.home.json(&format!("show {code}"))["stay"].clone();
    assert_ne!(theirs["check_out"], left);
    link.mend();
    link.typed("queue run").expect(6);
    let diff = link.json(&format!("queue diff {mine}"));
    assert_eq!(diff["clashes"][0]["field"], "stay");
    assert_eq!(diff["clashes"][0]["theirs"], theirs);
    link.json(&format!("queue resolve {mine} --mine"));
    assert_ne!(link.json(&format!("show {code}"))["stay"], theirs);
}

#[test]
fn a_fee_that_came_meanwhile_and_a_booking_cancelled_meanwhile() {
    let link = Link::new();
    let costly = link.desk.book("STD today+2n --rate ADV");
    let gone = link.desk.book("STD +30d+2n --rate BAR");
    link.json(&format!("show {gone}"));
    link.cut();
    let fee = link.waits(&format!("cancel {costly} --yes"))["op"].clone();
    let change = link.waits(&format!("update {gone} --nights 3"))["op"].clone();
    let same = link.waits(&format!("cancel {gone} --yes"))["op"].clone();
    link.elsewhere(&format!("cancel {gone} --yes")).expect(0);
    link.mend();
    link.typed("queue run").expect(6);
    assert_eq!(link.desk.state(&costly), "requested", "a fee is never charged by itself");
    let shown = link.json(&format!("queue show {fee}"));
    assert!(shown["conflict"]["fee"]["minor"].as_i64().is_some_and(|fee| fee > 0), "{shown}");
    assert_eq!(link.json(&format!("queue resolve {fee} --mine"))["state"], "applied");
    let left = link.json("queue ls");
    let row = left.as_array().expect("rows").iter().find(|row| row["verb"] == "update");
    let row = row.expect("the change needs a word").clone();
    assert!(row["op"] == change || row["supersedes"] == change, "{row}");
    link.typed(&format!("queue resolve {} --theirs", row["op"])).expect(0);
    link.typed("queue run").expect(0);
    assert_eq!(link.state(&same), "noop", "it was so already");
}

#[test]
fn instructions_that_travel_with_a_booking_are_followed_in_order() {
    let link = Link::new();
    link.elsewhere("inventory close BER-ADLER DLX +30d+2n").expect(0);
    let both = "--max-price 900EUR --or-room-type STD --or-waitlist";
    // Online at once, and offline at replay.
    link.typed(&format!("book BER-ADLER DLX +30d+2n {both} {GUEST}")).expect(0);
    link.cut();
    let op = link.waits(&format!("book BER-ADLER DLX +30d+2n {both} {GUEST}"));
    let code = op["provisional"].as_str().expect("a code").to_owned();
    let upon = link.waits(&format!("check-in {code}"))["op"].clone();
    link.mend();
    link.typed("queue run").expect(6);
    let booked = link.json(&format!("show {code}"));
    assert_eq!(
        (&booked["state"], &booked["rooms"][0]["room_type"]),
        (&"requested".into(), &"STD".into())
    );
    assert_eq!(link.state(&upon), "conflict", "it was sent after the booking, and too early");
    link.typed(&format!("queue drop {upon}")).expect(0);
    link.elsewhere("inventory close BER-ADLER STD +30d+2n").expect(0);
    link.cut();
    let op = link.waits(&format!("book BER-ADLER DLX +30d+2n {both} {GUEST}"));
    let code = op["provisional"].as_str().expect("a code").to_owned();
    link.mend();
    link.typed("queue run").expect(0);
    assert_eq!(link.json(&format!("show {code}"))["state"], "waitlisted");
}

#[test]
fn an_operation_is_edited_before_it_is_sent_and_kept_back_by_word() {
    let link = Link::new();
    link.cut();
    let op =
        link.waits(&format!("book BER-ADLER DLX +30d+2n --max-price 900EUR {GUEST}"))["op"].clone();
    link.typed(&format!("queue hold {op}")).expect(0);
    link.mend();
    link.typed("queue run").expect(0);
    assert_eq!(link.state(&op), "held");
    link.typed(&format!("queue edit {op} --set rooms.0.room_type=\"no such\"")).expect(2);
    let edited = link.json(&format!("queue edit {op} --set rooms.0.room_type=STD"));
    assert_ne!(
        edited["idempotency_key"],
        link.json(&format!("queue show {op}"))["idempotency_key"]
    );
    link.typed("queue run").expect(0);
    let code = edited["provisional"].as_str().expect("a code");
    assert_eq!(link.json(&format!("show {code}"))["rooms"][0]["room_type"], "STD");
    link.typed(&format!("queue edit {} --set requests=x", edited["op"])).expect(6);
    link.typed("queue show 999").expect(3);
}

/// Runs a line at a terminal; an answer is typed at each question.
fn at_a_terminal(link: &Link, input: &str, editor: &str, answers: &str) -> (Option<i32>, String) {
    use std::io::Write as _;
    use std::process::Stdio;
    let input = format!("{} {input} --server {}", crate::harness::HOTEL, link.proxy.url());
    let mut child = std::process::Command::new("script")
        .args(["-qec", &input, "/dev/null"])
        .env_clear()
        .env("HOTEL_HOME", link.home().path())
        .env("PATH", "/usr/bin:/bin")
        .env("TERM", "dumb")
        .env("VISUAL", editor)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("script runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(answers.as_bytes()).expect("answers");
    let output = child.wait_with_output().expect("an end");
    drop(stdin);
    (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn an_operation_is_edited_in_the_agents_own_editor() {
    let link = Link::new();
    link.cut();
    let op =
        link.waits(&format!("book BER-ADLER DLX +30d+2n --max-price 900EUR {GUEST}"))["op"].clone();
    let input = format!("queue edit {op}");
    link.typed(&format!("{input} --json")).expect_problem(2, "usage.missing_argument");
    let editor = |name: &str, script: &str| {
        let path = link.home().path().join(name);
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("an editor");
        let is_set = std::process::Command::new("chmod").arg("+x").arg(&path).status();
        assert!(is_set.is_ok_and(|status| status.success()));
        path.display().to_string()
    };
    // Left as it is, broken off, and never understood: nothing changes.
    let spoils = editor("spoils", "echo nonsense >\"$1\"");
    for (editor, answers, code) in [("true", "", 0), ("false", "", 11), (&*spoils, "n\n", 130)] {
        let (ended, said) = at_a_terminal(&link, &input, editor, answers);
        assert_eq!(ended, Some(code), "{editor}: {said}");
        assert_eq!(link.state(&op), "queued");
    }
    let left =
        std::fs::read_dir(super::journal_path(link.home().path()).parent().expect("a folder"));
    let names = left.expect("files").flatten().map(|file| file.file_name());
    assert!(names.into_iter().all(|name| !name.to_string_lossy().starts_with("edit-")));
    let mends = editor("mends", "sed -i s/DLX/STD/ \"$1\"");
    let (ended, said) = at_a_terminal(&link, &input, &mends, "");
    assert_eq!(ended, Some(0), "{said}");
    assert_eq!(link.state(&op), "superseded");
    link.mend();
    link.typed("queue run").expect(0);
    let code = link.json("queue log -n 1")[0]["booking"].as_str().expect("a code").to_owned();
    assert_eq!(link.json(&format!("show {code}"))["rooms"][0]["room_type"], "STD");
}
