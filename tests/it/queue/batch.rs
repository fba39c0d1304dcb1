//! Batches: each command once, however often the file is run (ux.md 2.3, rule 17).

use serde_json::Value;

use super::Link;

const SALE: &str = "--rate BAR --max-price 900EUR --guest 'LI, WEI' --guarantee agency";

fn run(link: &Link, lines: &[String], more: &str) -> (Option<i32>, Vec<Value>) {
    let file = link.home().path().join("monday.jsonl");
    let text: String = lines
        .iter()
        .map(|line| serde_json::json!({ "command": line }).to_string() + "\n")
        .collect();
    std::fs::write(&file, text).expect("a file");
    let said =
        link.typed(&format!("batch {} {more} -o jsonl --error-format human", file.display()));
    let records = said.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON"));
    (said.code, records.collect())
}

fn states(records: &[Value]) -> Vec<&str> {
    records.iter().map(|record| record["state"].as_str().expect("a state")).collect()
}

#[test]
fn a_batch_that_is_run_again_does_only_what_is_missing() {
    let link = Link::new();
    let mut lines: Vec<String> =
        (0..3).map(|_| format!("book BER-ADLER STD +30d+1n {SALE}")).collect();
    lines.insert(1, "inventory close BER-ADLER DLX +30d+1n".to_owned());
    lines.insert(2, format!("book BER-ADLER DLX +30d+1n {SALE}"));
    let (code, records) = run(&link, &lines, "");
    assert_eq!((code, states(&records)), (Some(10), vec!["done", "done", "failed"]));
    assert_eq!(records[2]["error"], "availability.closed");
    let (code, records) = run(&link, &lines, "--continue-on-error");
    let again = ["done_before", "done_before", "failed", "done", "done"];
    assert_eq!((code, states(&records)), (Some(10), again.to_vec()), "{records:?}");
    assert_eq!(link.count("booking.requested"), 3);
    // What was refused is asked again, and lines that come in between change nothing of the others.
    lines.insert(2, "inventory open BER-ADLER DLX +30d+1n".to_owned());
    let (code, records) = run(&link, &lines, "");
    let mended = ["done_before", "done_before", "done", "done", "done_before", "done_before"];
    assert_eq!((code, states(&records)), (Some(0), mended.to_vec()), "{records:?}");
    assert_eq!(link.count("booking.requested"), 4);
    let (code, records) = run(&link, &lines, "");
    assert_eq!((code, records.len()), (Some(0), 6));
    assert!(records.iter().all(|record| record["state"] == "done_before"), "{records:?}");
}

#[test]
fn a_batch_works_offline_line_by_line() {
    let link = Link::new();
    let lines: Vec<String> = (0..3).map(|_| format!("book BER-ADLER STD +30d+1n {SALE}")).collect();
    link.cut();
    for _ in 0..2 {
        let (code, records) = run(&link, &lines, "");
        assert_eq!((code, states(&records)), (Some(8), vec!["queued"; 3]));
    }
    link.mend();
    link.typed("queue run").expect(0);
    let (code, records) = run(&link, &lines, "");
    assert_eq!((code, states(&records)), (Some(0), vec!["done_before"; 3]));
    assert_eq!(link.count("booking.requested"), 3);
}

#[test]
fn what_stands_in_no_batch_and_too_many_failures() {
    let link = Link::new();
    let lines =
        ["batch x.csv", "tail", "list", "no such thing", "cancel 7F3K2QXD"].map(str::to_owned);
    let (code, records) = run(&link, &lines, "--max-failures 2");
    assert_eq!((code, states(&records)), (Some(10), vec!["failed", "failed", "done", "failed"]));
    let (code, records) = run(&link, &["list 'x".to_owned()], "");
    assert_eq!((code, records.len()), (Some(2), 0), "nothing is half done");
}

#[test]
fn what_was_booked_instead_is_not_booked_again() {
    let link = Link::new();
    link.elsewhere("inventory close BER-ADLER DLX +30d+1n").expect(0);
    let lines = [format!("book BER-ADLER DLX +30d+1n {SALE} --or-room-type STD")];
    for state in ["done", "done_before"] {
        let (code, records) = run(&link, &lines, "");
        assert_eq!((code, states(&records)), (Some(0), vec![state]), "{records:?}");
    }
    // By hand as well: who repeats the first wish hears what came of it.
    let by_hand = format!("{} --idempotency-key mine", lines[0].replace("+30d", "+31d"));
    link.elsewhere("inventory close BER-ADLER DLX +31d+1n").expect(0);
    link.typed(&by_hand).expect(0);
    link.typed(&by_hand).expect(0);
    assert_eq!(link.count("booking.requested"), 2);
}

#[test]
fn a_price_that_was_seen_is_agreed_to_only_where_no_key_was_given() {
    // A change of one's own under the same key would be made beside the one that waits.
    let link = Link::new();
    link.json("search BER-ADLER +30d+1n --room-type STD --rate-plan BAR");
    let wish = "book BER-ADLER STD +30d+1n --rate BAR --guest 'LI, WEI' --guarantee agency";
    link.cut();
    let (code, records) = run(&link, &[wish.to_owned()], "");
    assert_eq!((code, states(&records)), (Some(10), vec!["failed"]), "{records:?}");
    link.mend();
    let (code, _) = run(&link, &[wish.to_owned()], "");
    link.typed("queue run").expect(0);
    assert_eq!((code, link.count("booking.requested")), (Some(0), 1));
}
