//! `hotel import` through the binary: the same counts as a second opinion in another language, the same in a
//! dry run, nothing twice, and a sentence for every file that can't be.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::harness::{Home, Said, Server, token};
use crate::world::Desk;

/// Two hundred lines in the layout of the booking demand data, made up; the awkward ones come first.
pub(crate) const SMALL: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/booking_demand_small.csv");

/// The second opinion.
const CHECK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/check_booking_demand.py");

const DEMAND: [&str; 6] = [
    "--layout",
    "booking-demand",
    "--capacity",
    "Quay Hotel=3",
    "--capacity",
    "Dune Resort Hotel=2",
];

fn import(home: &Home, file: &str, more: &[&str]) -> Said {
    let mut args = vec!["import", file];
    args.extend(DEMAND);
    args.extend(more);
    home.run(&args)
}

fn summary(home: &Home, file: &str, more: &[&str]) -> Value {
    let said = import(home, file, &[more, &["--json"]].concat());
    said.expect(0);
    serde_json::from_str(&said.stdout).unwrap_or_else(|error| panic!("{error}: {said:?}"))
}

/// Asks the second opinion; none without Python, which is said.
#[expect(clippy::print_stdout, reason = "a test that is left out says so")]
pub(crate) fn second_opinion(file: &Path, capacities: &[&str], months: &[&str]) -> Option<Value> {
    let mut command = Command::new("python3");
    command.arg(CHECK).arg(file);
    for capacity in capacities {
        command.args(["--capacity", capacity]);
    }
    for month in months {
        command.args(["--month", month]);
    }
    match command.output() {
        Ok(output) => {
            assert!(output.status.success(), "{output:?}");
            Some(serde_json::from_slice(&output.stdout).expect("JSON"))
        }
        Err(error) => {
            println!("skipped: no second opinion without python3 ({error})");
            None
        }
    }
}

/// Asserts that an import came to what the second opinion says.
pub(crate) fn agree(summary: &Value, opinion: &Value) {
    for count in ["lines", "accepted", "refused"] {
        assert_eq!(summary[count], opinion[count], "{count}");
    }
    for hotel in summary["hotels"].as_array().expect("hotels") {
        let name = hotel["name"].as_str().expect("a name");
        assert_eq!(hotel["refused_by_reason"], opinion["refused_by_hotel"][name], "{name}");
    }
    let warnings = summary["warnings"].as_object().expect("warnings");
    let known = warnings.iter().filter(|(kind, _)| *kind != "crowd");
    let expected = opinion["warnings"].as_object().expect("warnings");
    assert!(known.eq(expected.iter()), "{warnings:?} {expected:?}");
}

/// Returns a summary without what differs from run to run.
pub(crate) fn timeless(summary: &Value) -> Value {
    let mut summary = summary.clone();
    for field in ["dry_run", "commands", "replayed", "seconds"] {
        summary.as_object_mut().expect("an object").remove(field);
    }
    summary
}

/// Returns the position of the newest event.
pub(crate) fn head(home: &Home) -> u64 {
    position(&home.typed("tail -n 1 --count 1 -o jsonl"))
}

fn position(said: &Said) -> u64 {
    said.expect(0);
    let event: Value = serde_json::from_str(said.stdout.trim()).expect("JSON");
    event["position"].as_u64().unwrap_or_else(|| panic!("{event}"))
}

#[test]
fn a_dry_run_agrees_with_a_second_opinion() {
    let home = Home::new();
    let dry = summary(&home, SMALL, &["--dry-run"]);
    assert_eq!(dry["hotels"][0]["hotel"], "QUAY-HOTEL");
    assert!(dry["refused_by_reason"]["sold_out"].as_u64() > Some(0), "{dry}");
    assert_eq!(dry["refused_by_reason"]["no_nights"], 2);
    if let Some(opinion) =
        second_opinion(Path::new(SMALL), &["Quay Hotel=3", "Dune Resort Hotel=2"], &[])
    {
        agree(&dry, &opinion);
    }
}

#[test]
fn a_history_is_told_once() {
    let home = Home::new();
    let server = Server::start(&home);
    let report = home.path().join("refused.csv");
    let report = report.to_str().expect("a path");
    let first = summary(&home, SMALL, &["--report", report]);
    assert_eq!(first["replayed"], 0);
    assert_eq!(timeless(&first), timeless(&summary(&home, SMALL, &["--dry-run"])));
    check_report(report, &first);
    check_bookings(&home);
    let before = head(&home);
    let packed = home.path().join("packed.csv.gz");
    pack(&std::fs::read(SMALL).expect("the file"), &packed);
    let again = summary(&home, packed.to_str().expect("a path"), &[]);
    assert_eq!(again["replayed"], again["commands"], "the same lines, whatever they come in");
    assert_eq!(timeless(&again), timeless(&first));
    assert_eq!(head(&home), before, "a second run changes nothing");
    let other = home.typed("users set mia --role admin");
    other.expect(0);
    let mia = home.json("tokens issue mia")["secret"].as_str().expect("a token").to_owned();
    let mut args = vec!["import", SMALL, "--json"];
    args.extend(DEMAND);
    let output = home.command().args(&args).env("HOTEL_TOKEN", mia).output().expect("a run");
    let said = Said::from_output(&[], output);
    let problem = said.expect_problem(6, "catalogue.exists");
    assert!(problem["error"]["why"][0].as_str().expect("a reason").contains("admin"), "{problem}");
    assert_eq!(head(&home), before + 2, "somebody else's second run changes nothing either");
    assert_eq!(server.stop(), Some(0));
}

fn check_report(report: &str, summary: &Value) {
    let text = std::fs::read_to_string(report).expect("the report");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("line,hotel,reason,detail"));
    assert_eq!(lines.clone().count() as u64, summary["refused"].as_u64().expect("a number"));
    let numbers: Vec<u64> =
        lines.map(|line| line.split(',').next().expect("a line").parse().expect("one")).collect();
    assert!(numbers.is_sorted(), "{numbers:?}");
    assert!(text.contains("9,Quay Hotel,no_nights,the stay has no night"), "{text}");
    assert!(
        text.contains("5,Quay Hotel,sold_out,ROOM is sold out at QUAY-HOTEL on 2016-08-"),
        "{text}"
    );
}

fn check_bookings(home: &Home) {
    let find = |line: u64| {
        let rows = home.json("list --hotel QUAY-HOTEL --name LINE --all");
        let name = format!("LINE, {line}");
        let rows = rows.as_array().expect("rows").clone();
        rows.into_iter().find(|row| row["guest_name"] == name.as_str())
    };
    let booked = find(2).expect("line 2 is a booking");
    assert_eq!(booked["state"], "checked_out");
    assert_eq!(booked["created_at"], "2016-07-21T11:00:00Z", "noon in Lisbon, of its own day");
    assert!(find(3).is_some(), "an exact duplicate is a booking of its own");
    assert_eq!(find(4).expect("line 4")["state"], "cancelled");
    assert!(find(5).is_none() && find(9).is_none());
    let code = find(12).expect("line 12")["code"].as_str().expect("a code").to_owned();
    let shown = home.json(&format!("show {code}"));
    assert_eq!(shown["origin"]["segment"], "Online TA");
    assert_eq!(shown["origin"]["meals"], "half_board");
    assert_eq!(shown["requests"], "reserved A, assigned A; 2 special requests; 1 baby");
    assert_eq!(shown["rooms"][0]["occupancy"]["adults"], 1);
    assert_eq!(shown["rooms"][0]["occupancy"]["children"], 2);
    let negative = find(13).expect("line 13")["code"].as_str().expect("a code").to_owned();
    assert_eq!(home.json(&format!("show {negative}"))["price"]["total_minor"], 0);
}

fn pack(bytes: &[u8], path: &Path) {
    let file = std::fs::File::create(path).expect("a file");
    let mut encoder = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
    encoder.write_all(bytes).expect("written");
    encoder.finish().expect("finished");
}

/// Writes a history that takes a while: the small one, again and again.
fn long_history(home: &Home) -> PathBuf {
    let text = std::fs::read_to_string(SMALL).expect("the file");
    let (header, lines) = text.split_once('\n').expect("a header");
    let path = home.path().join("long.csv");
    std::fs::write(&path, format!("{header}\n{}", lines.repeat(15))).expect("written");
    path
}

const LONG: [&str; 6] = [
    "--layout",
    "booking-demand",
    "--capacity",
    "Quay Hotel=30",
    "--capacity",
    "Dune Resort Hotel=20",
];

fn start(home: &Home, file: &Path) -> Child {
    start_with(home, file, &[])
}

fn start_with(home: &Home, file: &Path, more: &[&str]) -> Child {
    home.command()
        .arg("import")
        .arg(file)
        .args(LONG)
        .args(["--json", "--error-format", "human"])
        .args(more)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs")
}

/// Waits until the log has grown by some events, so that the import is in its middle.
fn until_under_way(home: &Home, events: u64) {
    let start = head(home);
    for _ in 0..600 {
        if head(home) >= start + events {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("the import does not get under way");
}

#[test]
fn an_import_that_was_killed_goes_on_where_it_was() {
    let whole = Home::new();
    let file = long_history(&whole);
    let server = Server::start(&whole);
    let ended = start(&whole, &file).wait_with_output().expect("an end");
    let unbroken = Said::from_output(&[], ended);
    unbroken.expect(0);
    let (unbroken, unbroken_head) =
        (serde_json::from_str::<Value>(&unbroken.stdout).expect("JSON"), head(&whole));
    drop(server);

    let home = Home::new();
    let server = Server::start(&home);
    let mut killed = start(&home, &file);
    until_under_way(&home, 300);
    killed.kill().expect("kill -9");
    killed.wait().expect("an end");
    let stopped = start(&home, &file);
    until_under_way(&home, 300);
    let id = stopped.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().expect("kill").success());
    let said = Said::from_output(&[], stopped.wait_with_output().expect("an end"));
    said.expect(130);
    assert!(said.stderr.contains("the same command once more goes on from there"), "{said:?}");
    let cut_off = start(&home, &file);
    until_under_way(&home, 300);
    server.kill();
    let said = Said::from_output(&[], cut_off.wait_with_output().expect("an end"));
    said.expect(9);
    assert!(said.stderr.contains("goes on from there"), "{said:?}");
    let server = Server::start(&home);
    let more = ["--server", &server.url];
    let ended = start_with(&home, &file, &more).wait_with_output().expect("an end");
    let said = Said::from_output(&[], ended);
    said.expect(0);
    let resumed: Value = serde_json::from_str(&said.stdout).expect("JSON");
    assert_eq!(timeless(&resumed), timeless(&unbroken));
    assert!(resumed["replayed"].as_u64() > Some(600), "{resumed}");
    let newest = home.typed(&format!("tail -n 1 --count 1 -o jsonl --server {}", server.url));
    assert_eq!(position(&newest), unbroken_head, "the same events, none twice");
}

/// Runs a file that can't be, and asserts what is said and where.
fn check(name: &str, content: &[u8], place: &str, what: &str) {
    let home = Home::new();
    let path = home.path().join("bad.csv");
    std::fs::write(&path, content).expect("written");
    let said = import(&home, path.to_str().expect("a path"), &["--dry-run"]);
    said.expect(2);
    assert!(said.stderr.contains(place), "{name}: {said:#?}");
    assert!(said.stderr.contains(what), "{name}: {said:#?}");
    assert!(said.stderr.contains("nothing was imported"), "{name}: {said:#?}");
    assert!(said.stderr.len() < 3_000, "{name}: it says too much");
}

#[test]
fn a_file_that_can_not_be_is_refused_with_line_and_column() {
    let text = std::fs::read_to_string(SMALL).expect("the file");
    let lines: Vec<&str> = text.lines().collect();
    let with = |old: &str, new: &str| text.replacen(old, new, 1).into_bytes();
    check("empty", b"", "line 1", "the file is empty");
    check(
        "no CSV",
        b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n",
        "line 1, column 1 (%PDF-1.4)",
        "no such column",
    );
    check("binary", b"\x00\xff\xfe\x01", "line 1", "no CSV of text");
    check("other columns", b"a;b;c\n1;2;3\n", "line 1, column 1 (a;b;c)", "no such column");
    check("a column less", &with(",adr,", ","), "line 1", "the column adr is missing");
    check("twice", &with("babies", "adults"), "line 1, column 12 (adults)", "there twice");
    let cut = &text[..text.len() - 60];
    let place = format!("line {}, column ", lines.len());
    check("cut off", cut.as_bytes(), &place, "the file ends in the middle");
    let long = with("No Deposit", &"x".repeat(1_000_000));
    check("a long field", &long, "line 2, column 23 (deposit_type)", "1000000 bytes");
    let open = with("No Deposit", "\"No Deposit");
    check("an open quotation mark", &open, "line 2, column 23", "quotation mark");
    let mut broken = text.clone().into_bytes();
    let at = text.find("Online TA").expect("a segment");
    broken[at] = 0xff;
    check("no UTF-8", &broken, "line 2, column 15 (market_segment)", "no UTF-8");
    let february = with("2016,February,9,29", "2015,February,9,29");
    check("no such day", &february, "line 17, column 7", "there is no 29 February 2015");
    let status = with("Check-Out,2016-08-13", "Check-Out,2016-13-08");
    check("no such month", &status, "line 2, column 32 (reservation_status_date)", "no date");
    let wide = with(lines[3], &format!("{},more", lines[3]));
    check("a column more", &wide, "line 4", "33 columns, the header 32");
    check("no number", &with(",2,0,0,BB", ",two,0,0,BB"), "line 2, column 10 (adults)", "`two`");
    check("no state", &with("Check-Out", "Gone"), "line 2, column 31", "`Gone` is not");
    check("no rate", &with(",80,", ",1e9,"), "line 2, column 28 (adr)", "no amount");
    let home = Home::new();
    let packed = home.path().join("cut.csv.gz");
    pack(text.as_bytes(), &packed);
    let bytes = std::fs::read(&packed).expect("the file");
    check("cut gzip", &bytes[..bytes.len() / 2], "line ", "the file ends in the middle");
}

#[test]
fn capacities_must_fit_the_file() {
    let home = Home::new();
    let run = |more: &[&str]| {
        let mut args = vec!["import", SMALL, "--layout", "booking-demand", "--dry-run"];
        args.extend(more);
        home.run(&args)
    };
    let said = run(&["--capacity", "Quay Hotel=3"]);
    said.expect(2);
    assert!(said.stderr.contains("--capacity \"Dune Resort Hotel=ROOMS\""), "{said:?}");
    assert!(!said.stderr.contains("Quay Hotel=ROOMS"), "{said:?}");
    let said = run(&["--capacity", "City Hotel=226"]);
    said.expect(2);
    assert!(said.stderr.contains("the file has no hotel City Hotel"), "{said:?}");
    for text in ["Quay Hotel", "Quay Hotel=", "Quay Hotel=0", "Quay Hotel=many", "=3"] {
        run(&["--capacity", text]).expect(2);
    }
    let twice = ["--capacity", "Quay Hotel=3", "--capacity", "QUAY-HOTEL=3"];
    run(&twice).expect(2);
}

#[test]
fn a_hotel_that_is_there_and_does_not_fit_is_left_alone() {
    let home = Home::new();
    let server = Server::start(&home);
    home.typed(
        "hotels add QUAY-HOTEL --name Quay --city Tokyo --city-code TYO --country JP \
         --zone Asia/Tokyo --at 35.71,139.77 --currency JPY",
    )
    .expect(0);
    let before = head(&home);
    import(&home, SMALL, &["--json"]).expect_problem(6, "catalogue.exists");
    assert_eq!(head(&home), before);
    assert_eq!(server.stop(), Some(0));
    let said = import(&home, SMALL, &["--json"]);
    let problem = said.expect_problem(9, "network.unreachable");
    assert_eq!(problem["error"]["outcome"], "not_applied");
}

#[test]
fn the_model_of_the_own_layout_is_told_to_a_house_that_is_there() {
    let desk = Desk::open();
    let home = &desk.home;
    let said = home.typed("import --template");
    said.expect(0);
    let file = home.path().join("bookings.csv");
    std::fs::write(&file, &said.stdout).expect("written");
    let file = file.to_str().expect("a path");
    let dry =
        format!("import {file} --dry-run --capacity BER-ADLER/DLX=6 --capacity BER-ADLER/STD=12");
    assert_eq!(home.json(&dry)["accepted"], 2);
    home.typed(&format!("import {file} --dry-run")).expect(2);
    home.typed("inventory open BER-ADLER 2026-02-01..2026-03-01").expect(0);
    let told = home.json(&format!("import {file}"));
    assert_eq!((&told["accepted"], &told["refused"]), (&2.into(), &0.into()), "{told}");
    assert_eq!(told["steps_refused"], serde_json::json!({}), "{told}");
    let rows = home.json("list --hotel BER-ADLER --arrivals 2026-02-06");
    let states: Vec<&str> =
        rows.as_array().expect("rows").iter().filter_map(|row| row["state"].as_str()).collect();
    assert_eq!(states, ["cancelled", "checked_out"], "{rows}");
    let again = home.json(&format!("import {file}"));
    assert_eq!(again["replayed"], again["commands"]);
    let elsewhere = said.stdout.replace("BER-ADLER", "NOWHERE");
    let other = home.path().join("elsewhere.csv");
    std::fs::write(&other, elsewhere).expect("written");
    let said = home.run(&["import", other.to_str().expect("a path"), "--json"]);
    said.expect_problem(2, "usage.arguments");
    assert!(!token(home).is_empty());
}
