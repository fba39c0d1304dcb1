//! What waits, in which order, and what becomes of it (ux.md 2.3).

use hotel_rig::proxy::{Fault, Reply};

use super::Link;
use crate::harness::{Home, Server};

const GUEST: &str = "--guest \"OKAFOR, ADA\" --guarantee agency";

#[test]
fn rules_1_2_5_and_14_a_booking_waits_under_a_code_that_holds_for_ever() {
    let link = Link::new();
    link.json("search BER-ADLER +30d+2n");
    link.cut();
    let booked = link.typed(&format!("book BER-ADLER STD +30d+2n --rate BAR {GUEST}"));
    booked.expect(8);
    assert!(booked.stderr.contains("REQUESTED, not confirmed"), "{booked:?}");
    let row = link.json("queue ls")[0].clone();
    let code = row["provisional"].as_str().expect("a code").to_owned();
    assert!(code.starts_with('~') && booked.stdout.contains(&code), "{booked:?}");
    assert_eq!((&row["state"], &row["pending"]), (&"queued".into(), &true.into()));
    // Later changes name it by that code, and wait behind it.
    link.waits(&format!("cancel {code} --yes"));
    let short = link.typed("status --short");
    assert_eq!(short.stdout, "2~\n");
    link.mend();
    let run = link.typed("queue run -o jsonl");
    run.expect(0);
    let done: Vec<&str> =
        run.stdout.lines().filter(|input| input.contains("\"applied\"")).collect();
    assert_eq!(done.len(), 2, "{run:?}");
    assert_eq!(link.json(&format!("show {code}"))["state"], "cancelled");
    assert_eq!((link.count("booking.requested"), link.count("booking.cancelled")), (1, 1));
    assert_eq!(link.typed("status --short").stdout, "");
    // The change tells since when it waited.
    let events = link.json("events list --type booking.cancelled --last 1");
    assert!(events[0]["enqueuedat"].is_string(), "{events}");
}

#[test]
fn rule_3_what_may_not_wait_fails_and_is_not_kept() {
    let link = Link::new();
    let code = link.desk.book("STD +30d+2n --rate BAR");
    link.json(&format!("show {code}"));
    link.cut();
    for input in [
        format!("confirm {code}"),
        "rates set BER-ADLER BAR STD +20d+2n 150".to_owned(),
        "users set mia --role agent".to_owned(),
        // Nobody agreed to a price.
        format!("book BER-ADLER STD +31d+2n --rate BAR {GUEST}"),
        format!("book BER-ADLER DLX +30d+2n {GUEST}"),
    ] {
        link.typed(&input).expect(9);
    }
    assert_eq!(link.json("queue ls"), serde_json::json!([]));
    let booking = link.waits(&format!("book BER-ADLER DLX +30d+2n --max-price 900EUR {GUEST}"));
    assert_eq!(booking["state"], "queued");
    for input in [
        format!("update {code} --nights 3"),
        format!("check-in {code}"),
        format!("assign {code} 101"),
    ] {
        link.waits(&input);
    }
    link.typed(&format!("cancel {code} --yes --offline fail")).expect(6);
    let other = format!("book BER-ADLER DLX +30d+2n --max-price 900EUR {GUEST} --offline fail");
    link.typed(&other).expect(9);
    assert_eq!(link.typed("status --short").stdout, "4~\n");
}

#[test]
fn a_server_that_is_not_there_is_no_reason_to_wait_for_it() {
    let link = Link::new();
    let home = link.home();
    let port = hotel_rig::ports::free().expect("a port");
    let server = format!("--server http://127.0.0.1:{port}");
    let input = format!("book BER-ADLER DLX 2027-03-01+2n --max-price 900EUR {GUEST} {server}");
    home.typed(&input.replace("2027-03-01", "+30d")).expect(9);
    let booked = home.typed(&input);
    booked.expect(8);
    assert!(booked.stderr.contains("can't be reached"), "{booked:?}");
}

#[test]
fn rule_2_only_is_never_sent_and_what_is_recalled_tells_its_age() {
    let link = Link::new();
    let code = link.desk.book("STD +30d+2n --rate BAR");
    link.typed(&format!("show {code} --offline only")).expect(9);
    let fresh = link.json(&format!("show {code}"));
    assert!(fresh.get("stale_since").is_none());
    let asked = link.proxy.asked().len();
    let old = link.json(&format!("show {code} --offline only"));
    assert!(old["stale_since"].is_string() && old["state"] == fresh["state"], "{old}");
    let told = link.typed(&format!("show {code} --offline only"));
    assert!(told.stderr.contains("as of"), "{told:?}");
    let moved = link.waits(&format!("update {code} --nights 3 --offline only"));
    link.typed(&format!("cancel {code} --dry-run --offline only")).expect(9);
    assert_eq!(link.proxy.asked().len(), asked, "nothing was asked");
    // Any command that reaches the house sends what waits.
    link.json("whoami");
    assert_eq!(link.state(&moved["op"]), "applied");
}

#[test]
fn rule_6_what_is_refused_keeps_back_what_stands_upon_it_and_nothing_else() {
    let link = Link::new();
    link.elsewhere("inventory close BER-ADLER DLX +30d+2n").expect(0);
    link.cut();
    let first = link.waits(&format!("book BER-ADLER DLX +30d+2n --max-price 900EUR {GUEST}"));
    let code = first["provisional"].as_str().expect("a code").to_owned();
    let upon = link.waits(&format!("cancel {code} --yes"));
    let told = link.waits(&format!(
        "book BER-ADLER STD +40d+1n --max-price 900EUR {GUEST} --after-op {}",
        upon["op"]
    ));
    let other = link.waits(&format!("book BER-ADLER STD +30d+2n --max-price 900EUR {GUEST}"));
    link.mend();
    link.typed("queue run").expect(6);
    assert_eq!(link.state(&first["op"]), "conflict");
    assert_eq!(
        (link.state(&upon["op"]), link.state(&told["op"])),
        ("blocked".into(), "blocked".into())
    );
    assert_eq!(link.state(&other["op"]), "applied");
    // Giving the booking up gives up what stands upon it, and lets go what only came after it.
    link.typed(&format!("queue drop {}", first["op"])).expect(0);
    link.typed("queue run").expect(0);
    assert_eq!(
        (link.state(&upon["op"]), link.state(&told["op"])),
        ("dropped".into(), "applied".into())
    );
}

#[test]
fn rule_10_nothing_is_lost_while_the_token_is_not_known_and_only_its_user_goes_on() {
    let link = Link::new();
    let home = link.home();
    home.typed("users set mia --role agent").expect(0);
    home.typed("users set ben --role agent").expect(0);
    let token = |name: &str| {
        let issued = home.json(&format!("tokens issue {name}"));
        (issued["secret"].as_str().expect("a token").to_owned(), issued["id"].clone())
    };
    let typed_as = |token: &str, input: &str| {
        let input = format!("{input} --server {}", link.proxy.url());
        let words = crate::harness::words(&input);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        home.run_in(&words, &[("HOTEL_TOKEN", token)])
    };
    let (mia, id) = token("mia");
    let (ben, _) = token("ben");
    typed_as(&mia, "whoami").expect(0);
    typed_as(&mia, "hotels show BER-ADLER").expect(0);
    let book = format!("book BER-ADLER STD +30d+2n --max-price 900EUR {GUEST}");
    link.cut();
    typed_as(&mia, &book).expect(8);
    link.mend();
    typed_as(&mia, "queue run").expect(0);
    link.cut();
    typed_as(&mia, &book).expect(8);
    typed_as(&mia, &book).expect(8);
    link.mend();
    home.typed(&format!("tokens revoke {} --yes", id.as_str().expect("an id"))).expect(0);
    let waiting = || link.json("queue ls").as_array().expect("rows").clone();
    typed_as(&mia, "queue run").expect(4);
    assert!(waiting().iter().all(|row| row["state"] == "paused"), "{:?}", waiting());
    typed_as(&ben, "queue run").expect(0);
    assert_eq!(waiting().len(), 2, "they are not ben's");
    let first = waiting()[0]["op"].clone();
    typed_as(&ben, &format!("queue adopt {first}")).expect(0);
    let (again, _) = token("mia");
    typed_as(&again, "queue run").expect(0);
    assert_eq!(waiting().len(), 1, "one is ben's now");
    typed_as(&ben, "queue run").expect(0);
    assert_eq!((waiting().len(), link.count("booking.requested")), (0, 3));
}

#[test]
fn rule_13_what_could_not_be_sent_in_time_is_never_sent() {
    let link = Link::new();
    link.cut();
    let op = link
        .waits(&format!("book BER-ADLER STD +30d+2n --max-price 900EUR {GUEST} --expires 4h"))["op"]
        .clone();
    super::journal(link.home().path())
        .execute(
            "UPDATE operation SET expires_at = expires_at - 14400000000 WHERE seq = ?1",
            [op.as_i64()],
        )
        .expect("four hours later");
    let usual = link.waits(&format!("book BER-ADLER STD 2027-03-01+2n --max-price 900EUR {GUEST}"));
    let until = usual["expires_at"].as_str().expect("a moment").to_owned();
    assert!(until.starts_with("2027-03-0"), "on the day of arrival: {until}");
    link.typed(&format!("queue drop {}", usual["op"])).expect(0);
    link.mend();
    link.typed("queue run").expect(0);
    assert_eq!(link.state(&op), "expired");
    assert_eq!(link.count("booking.requested"), 0);
}

#[test]
fn operations_move_to_another_machine_and_are_done_once() {
    let link = Link::new();
    link.cut();
    let input = format!("book BER-ADLER STD +30d+2n --rate BAR --max-price 900EUR {GUEST}");
    let booked = link.waits(&input);
    link.waits(&format!("cancel {} --yes", booked["provisional"].as_str().expect("a code")));
    let exported = link.typed("queue export");
    exported.expect(0);
    let other = Home::new();
    let file = other.path().join("queue.jsonl");
    std::fs::write(&file, &exported.stdout).expect("a file");
    let token = crate::harness::token(link.home());
    let there = |input: &str| {
        let input = format!("{input} --server {}", link.proxy.url());
        let words = crate::harness::words(&input);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        other.run_in(&words, &[("HOTEL_TOKEN", &token)])
    };
    for _ in 0..2 {
        there(&format!("queue import {}", file.display())).expect(0);
    }
    link.mend();
    there("queue run").expect(0);
    let again = link.typed("queue run -o jsonl");
    assert_eq!(again.code, Some(0), "{again:?}");
    assert_eq!((link.count("booking.requested"), link.count("booking.cancelled")), (1, 1));
}

#[test]
fn what_answers_and_is_no_house_is_never_taken_for_a_success() {
    let link = Link::new();
    let answers = [
        (Reply::page(200), "in_doubt"),
        (Reply::page(403), "queued"),
        (Reply::redirect("http://127.0.0.1:9/"), "queued"),
        (Reply::status(200).saying(b"{\"booking\":"), "in_doubt"),
        (Reply::garbage(b"\x16\x03\x01\x02\x00"), "in_doubt"),
        (Reply::status(502), "in_doubt"),
    ];
    let mut count = 0;
    for (answer, state) in answers {
        link.proxy.plan(move |_| Fault::Answer(answer.clone()));
        let input = format!("book BER-ADLER STD +30d+1n --rate BAR --max-price 900EUR {GUEST}");
        let op = link.waits(&input);
        assert_eq!(op["state"], state, "{op}");
        link.proxy.plan(|_| Fault::Pass);
        link.typed("queue run").expect(0);
        count += 1;
        assert_eq!(link.count("booking.requested"), count);
    }
}

#[test]
fn a_journal_that_can_not_be_written_keeps_changes_from_being_sent() {
    let link = Link::new();
    let home = link.home();
    let code = link.desk.book("STD +30d+2n --rate BAR");
    let path = super::journal_path(home.path());
    let kept = std::fs::read(&path).expect("the journal");
    for beside in ["-wal", "-shm"] {
        std::fs::remove_file(format!("{}{beside}", path.display())).ok();
    }
    std::fs::write(
        &path,
        b"this is none, and longer than a header would be: a hundred bytes at least, and some",
    )
    .expect("a file");
    let refused = link.typed(&format!("cancel {code} --yes --json"));
    refused.expect_problem(11, "local.broken");
    link.json(&format!("show {code}"));
    assert_eq!(link.desk.state(&code), "requested", "nothing was sent");
    // Who has no other way says so.
    link.typed(&format!("cancel {code} --yes --no-journal")).expect(0);
    assert_eq!(link.desk.state(&code), "cancelled");
    std::fs::write(&path, kept).expect("the journal again");
}

#[test]
fn the_house_may_be_another_process_when_what_waits_is_sent() {
    let link = Link::new();
    link.cut();
    let op = link.waits(&format!("book BER-ADLER STD +30d+2n --max-price 900EUR {GUEST}"));
    let Link { desk, proxy, is_up } = link;
    let home = desk.home.clone();
    desk.server.kill();
    let server = Server::start(&home);
    proxy.lead_to(server.address());
    let link = Link { desk: crate::world::Desk { home, server }, proxy, is_up };
    link.mend();
    link.typed("queue run").expect(0);
    assert_eq!(link.state(&op["op"]), "applied");
}

#[test]
fn the_shell_is_offered_what_was_seen_and_what_waits_without_a_question_to_the_server() {
    let link = Link::new();
    let code = link.desk.book("STD +30d+2n --rate BAR");
    link.json(&format!("show {code}"));
    link.typed("sync BER-ADLER").expect(0);
    link.cut();
    let op = link.waits(&format!("book BER-ADLER DLX +30d+2n --max-price 900EUR {GUEST}"));
    let provisional = op["provisional"].as_str().expect("a code").to_owned();
    let asked = link.proxy.asked().len();
    let offered = |words: &[&str]| {
        let words: Vec<&str> = ["--", "hotel"].iter().chain(words).copied().collect();
        let env = [("COMPLETE", "fish"), ("HOTEL_SERVER", &*link.proxy.url())];
        let said = link.home().run_in(&words, &env);
        said.expect(0);
        said.stdout
    };
    let bookings = offered(&["show", &code[..3]]);
    assert!(bookings.contains(&code) && bookings.contains("NOVAK"), "{bookings}");
    assert!(offered(&["show", "nov"]).contains(&code), "by the guest's name");
    assert!(offered(&["cancel", "~"]).contains(&provisional));
    assert!(offered(&["inventory", "show", "ber-"]).contains("BER-ADLER"));
    assert!(offered(&["book", "BER-ADLER", "D"]).contains("DLX"));
    assert!(offered(&["search", "x", "today", "--rate-plan", ""]).contains("ADV"));
    let number = op["op"].to_string();
    assert!(offered(&["queue", "show", &number]).contains(&number));
    assert_eq!(link.proxy.asked().len(), asked, "nothing was asked");
    // And `sync` has what a shift needs.
    for line in
        ["hotels show BER-ADLER", "room-types list BER-ADLER", "list --hotel BER-ADLER --in-house"]
    {
        let recalled = link.typed(line);
        recalled.expect(0);
        assert!(recalled.stderr.contains("as of"), "{recalled:?}");
    }
}

#[test]
fn rule_3_a_note_waits_like_any_other_change_of_what_was_seen_and_of_what_waits_itself() {
    let link = Link::new();
    let code = link.desk.book("STD +30d+2n --rate BAR");
    link.json(&format!("show {code}"));
    link.cut();
    let seen = link.waits(&format!("update {code} --requests 'quiet room'"));
    let booked = link.waits(&format!("book BER-ADLER DLX +30d+2n --max-price 900EUR {GUEST}"));
    let provisional = booked["provisional"].as_str().expect("a code").to_owned();
    let unseen = link.waits(&format!("update {provisional} --requests 'late arrival'"));
    // How many nights it would have then nobody here knows.
    link.typed(&format!("update {provisional} --nights 3")).expect(9);
    link.mend();
    link.typed("queue run").expect(0);
    for (op, state) in [(&seen, "applied"), (&booked, "applied"), (&unseen, "superseded")] {
        assert_eq!(link.state(&op["op"]), state, "unseen it is made upon what is the case then");
    }
    assert_eq!(link.json(&format!("show {code}"))["requests"], "quiet room");
    assert_eq!(link.json(&format!("show {provisional}"))["requests"], "late arrival");
}

#[test]
fn what_happens_offline_may_be_set_once_for_all_and_a_flag_says_otherwise() {
    let link = Link::new();
    let input = format!("book BER-ADLER DLX +30d+2n --max-price 900EUR {GUEST}");
    let run = |input: &str, mode: &str| {
        let input = format!("{input} --server {}", link.proxy.url());
        let words = crate::harness::words(&input);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        link.home().run_in(&words, &[("HOTEL_OFFLINE", mode)])
    };
    run(&input, "only").expect(8);
    link.cut();
    run(&input, "fail").expect(9);
    run(&format!("{input} --offline queue"), "fail").expect(8);
    link.typed("config set offline fail").expect(0);
    link.typed(&input).expect(9);
    link.typed("config unset offline").expect(0);
    link.typed(&input).expect(8);
    assert_eq!(link.typed("status --short").stdout, "3~\n");
}
