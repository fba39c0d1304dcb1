//! What waits is seen in lists as if it were done (ux.md 2.3, rule 14).

use serde_json::{Value, json};

use super::Link;

const TERMS: &str = "--rate BAR --max-price 900EUR --guarantee agency";

/// Returns the rows of a list.
fn rows(link: &Link, input: &str) -> Vec<Value> {
    link.json(input).as_array().expect("rows").clone()
}

/// Returns the row of a booking.
fn row<'a>(rows: &'a [Value], code: &str) -> Option<&'a Value> {
    rows.iter().find(|row| row["code"] == code)
}

#[test]
fn rule_14_a_booking_that_waits_is_a_row_of_its_own_where_it_belongs() {
    let link = Link::new();
    link.desk.book("STD +30d+2n --rate BAR");
    let lists = [
        ("list", true),
        ("list --hotel BER-ADLER --arrivals +30d", true),
        ("list --name oka --state requested", true),
        ("list --no-pending", false),
        ("list --hotel BER-SPREE", false),
        ("list --hotel BER-ADLER --arrivals +31d", false),
        ("list --hotel BER-ADLER --departures +31d", false),
        ("list --name nov", false),
        ("list --in-house", false),
    ];
    for (line, _) in lists {
        link.json(line);
    }
    link.cut();
    let op = link.waits(&format!("book BER-ADLER DLX +30d+2n {TERMS} --guest 'OKAFOR, ADA'"));
    let code = op["provisional"].as_str().expect("a code");
    for (line, is_there) in lists {
        let rows = rows(&link, line);
        assert_eq!(row(&rows, code).is_some(), is_there, "{line}: {rows:?}");
    }
    let rows = rows(&link, "list");
    assert_eq!(rows[0]["code"], code, "the newest is the first");
    assert_eq!(
        [&rows[0]["pending"], &rows[0]["op"], &rows[0]["total"], &rows[0]["price_max"]["minor"]],
        [&json!(true), &op["op"], &Value::Null, &json!(90_000)]
    );
    assert_eq!((&rows[0]["rooms"], &rows[0]["version"]), (&json!("1 DLX"), &Value::Null));
    assert!(rows[1].get("pending").is_none() && rows[1].get("op").is_none(), "{rows:?}");
    assert_eq!(link.typed("list -o ids").stdout.lines().next(), Some(code));
    let told = link.typed("list");
    assert!(told.stdout.contains(code) && !told.stderr.contains("more changes"), "{told:?}");
    // A place on the waiting list too, and one that the house refused.
    link.waits("waitlist add BER-ADLER DLX +40d+1n --rate BAR --guest 'LI, WEI'");
    link.elsewhere("inventory close BER-ADLER DLX +30d+2n").expect(0);
    link.mend();
    link.typed("queue run").expect(6);
    let mut command = link.home().command();
    command.args(["list", "--server", &link.proxy.url()]).env("HOTEL_FORCE_TTY", "160");
    let output = command.output().expect("the binary runs");
    let shown = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(shown.contains(&format!("! {code}")), "{shown}");
    assert!(!shown.contains("~ "), "what was done waits no more: {shown}");
}

#[test]
fn rule_14_a_change_that_waits_is_seen_in_its_row_and_moves_it_between_lists() {
    let link = Link::new();
    let code = link.desk.book("STD +30d+2n --rate BAR");
    let other = link.desk.book("STD +35d+2n --rate BAR");
    let unseen = link.desk.book("STD +36d+1n --rate BAR");
    let inside = link.desk.book_in_house("STD");
    let before = rows(&link, "list");
    for code in [&code, &other, &inside] {
        link.json(&format!("show {code}"));
    }
    for line in ["list --in-house", "list --state cancelled", "list --name nobody"] {
        link.json(line);
    }
    link.cut();
    link.waits(&format!("update {code} --nights 3 --guest 'OKAFOR, ADA'"));
    let room = link.waits(&format!("assign {code} 101"));
    let gone = link.waits(&format!("cancel {other} --yes"));
    link.waits(&format!("check-out {inside}"));
    link.waits(&format!("cancel {unseen} --yes"));
    let now = rows(&link, "list");
    let changed = row(&now, &code).expect("the booking");
    assert!(changed["stay"]["check_out"].is_string());
    assert_ne!(changed["stay"], row(&before, &code).expect("the booking")["stay"]);
    assert_eq!(
        [&changed["guest_name"], &changed["rooms"], &changed["pending"], &changed["op"]],
        [&json!("OKAFOR, ADA"), &json!("101"), &json!(true), &room["op"]]
    );
    assert_eq!(changed["total"], Value::Null, "only the house knows what it costs");
    let cancelled = row(&now, &other).expect("the booking");
    assert_eq!((&cancelled["state"], &cancelled["op"]), (&json!("cancelled"), &gone["op"]));
    assert_eq!(rows(&link, "list --no-pending").len(), before.len());
    let plain = rows(&link, "list --no-pending");
    assert_eq!(
        row(&plain, &code).expect("the booking")["stay"],
        row(&before, &code).unwrap()["stay"]
    );
    // Into the list of what is cancelled it comes; out of that of guests in the house it is not taken, but
    // marked.
    let cancelled = link.typed("list --state cancelled --json");
    let listed: Value = serde_json::from_str(&cancelled.stdout).expect("JSON");
    assert_eq!(listed.as_array().map(Vec::len), Some(1), "{listed}");
    assert_eq!(listed[0]["code"], *other);
    let inside_now = rows(&link, "list --in-house");
    assert_eq!(row(&inside_now, &inside).expect("the guest")["state"], "checked_out");
    // Of what nobody here has seen, only that it waits can be said.
    let other_list = link.typed("list --name nobody");
    assert!(other_list.stderr.contains("~ 1 more changes wait"), "{other_list:?}");
    link.mend();
    link.typed("queue run").expect_not(9);
    let done = rows(&link, "list");
    assert_eq!(row(&done, &other).expect("the booking").get("pending"), None);
    assert_eq!(row(&done, &code).expect("the booking")["rooms"], "101");
}
