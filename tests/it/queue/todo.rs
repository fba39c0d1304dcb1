//! What needs the agent: every reason that a house can have, and what is at hand without it.

use serde_json::Value;

use super::Link;

/// Returns the reasons and bookings of what needs the agent.
fn todo(link: &Link, rest: &str) -> Vec<(String, String)> {
    let rows = link.json(&format!("todo {rest}"));
    let word = |row: &Value, name: &str| row[name].as_str().unwrap_or_default().to_owned();
    let rows = rows.as_array().expect("rows").iter();
    rows.map(|row| (word(row, "reason"), word(row, "booking"))).collect()
}

fn count(link: &Link, reason: &str) -> u64 {
    let counts = link.json("todo --counts");
    let counts = counts.as_array().expect("counts");
    let of = counts.iter().find(|count| count["reason"] == reason).expect("the reason");
    of["count"].as_u64().expect("a number")
}

#[test]
fn every_reason_is_told_until_it_is_settled() {
    let link = Link::new();
    let desk = &link.desk;
    assert_eq!(todo(&link, ""), []);
    let asked = desk.book("STD +30d+2n --rate BAR");
    let held = desk.book("STD +30d+2n --rate BAR --hold 20m");
    desk.book("STD +30d+2n --rate BAR --hold 2h");
    let arrives = desk.book_confirmed("STD");
    let with_room = desk.book_confirmed("STD");
    link.elsewhere(&format!("assign {with_room} 101")).expect(0);
    let waits = link.json(
        "waitlist add BER-ADLER DLX +30d+2n --rate BAR --guest 'LI, WEI'",
    )["booking"]["code"]
        .as_str()
        .expect("a code")
        .to_owned();
    let expect = [
        ("hold", &held),
        ("unassigned", &arrives),
        ("due-in", &with_room),
        ("requested", &asked),
        ("waitlist", &waits),
    ]
    .map(|(reason, code)| (reason.to_owned(), code.clone()));
    assert_eq!(todo(&link, ""), expect);
    assert_eq!(todo(&link, "requested"), [expect[3].clone()]);
    assert_eq!(todo(&link, "--hotel BER-SPREE"), []);
    assert_eq!(todo(&link, "--day today"), expect[1..3]);
    // The room is gone: nobody needs to look at who waits for it.
    link.elsewhere("inventory close BER-ADLER DLX +31d+1n").expect(0);
    link.elsewhere(&format!("confirm {asked}")).expect(0);
    link.elsewhere(&format!("release {held}")).expect(0);
    link.elsewhere(&format!("check-in {with_room}")).expect(0);
    link.elsewhere(&format!("assign {arrives} 102")).expect(0);
    assert_eq!(todo(&link, ""), [("due-in".to_owned(), arrives.clone())]);
    // The whole type breaks: who has booked it has no room.
    desk.book("DLX +2d+1n --rate BAR");
    for room in 201..=206 {
        link.elsewhere(&format!("rooms out-of-order BER-ADLER {room} +2d+1n")).expect(0);
    }
    let rows = link.json("todo overbooked");
    assert_eq!((rows.as_array().map(Vec::len), &rows[0]["rooms"]), (Some(1), &"1 DLX".into()));
    assert_eq!((count(&link, "overbooked"), count(&link, "hold")), (1, 0));
}

#[test]
fn a_conflict_is_told_and_the_rest_comes_from_memory_without_a_link() {
    let link = Link::new();
    let asked = link.desk.book("STD +30d+2n --rate BAR");
    let expect = ("requested".to_owned(), asked.clone());
    assert_eq!(todo(&link, ""), std::slice::from_ref(&expect));
    link.cut();
    let said = link.typed("todo -o json");
    said.expect(0);
    let rows: Value = serde_json::from_str(&said.stdout).expect("JSON");
    assert_eq!(rows[0]["booking"], asked.as_str());
    assert!(rows[0]["stale_since"].is_string(), "{rows}");
    let never_asked = link.typed("todo hold --hotel TYO-UENO");
    never_asked.expect(9);
    link.waits(
        "book BER-ADLER DLX +30d+2n --rate BAR --max-price 900EUR --guest 'LI, WEI' \
         --guarantee agency",
    );
    link.elsewhere("inventory close BER-ADLER DLX +30d+2n").expect(0);
    link.mend();
    link.typed("queue run").expect(6);
    let rows = link.json("todo conflict");
    let row = &rows[0];
    let told = (&row["guest"], &row["hotel"], &row["rooms"]);
    assert_eq!(told, (&"LI, WEI".into(), &"BER-ADLER".into(), &"1 DLX".into()));
    assert_eq!(link.state(&row["op"]), "conflict");
    assert_eq!(todo(&link, "").len(), 2);
}
