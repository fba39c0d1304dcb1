//! `hotel report` through the binary: bookings in every end of their lives, and the figures they must come
//! to, reckoned by hand.

use std::path::PathBuf;

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::harness::{Said, Server, words};
use crate::world::Desk;

/// A house with one booking of each kind at BER-ADLER, whose rate is 129.00 a night and which has 18
/// rooms: all made today, and nothing at the other hotels.
fn busy() -> Desk {
    let desk = Desk::open();
    let home = &desk.home;
    // Left on the day of arrival: keeps the first night.
    let left = desk.book_in_house("STD");
    home.typed(&format!("check-out {left}")).expect(0);
    // Three nights to come.
    desk.book_confirmed("DLX");
    // Never came: keeps tonight, gives two nights back, and owes the first.
    let absent = desk.book_confirmed("STD");
    home.typed(&format!("no-show {absent} --accept-fee 129.00")).expect(0);
    // Cancelled for nothing, five days ahead of two nights.
    let given_up = desk.book("STD +5d+2n --rate BAR");
    home.typed(&format!("cancel {given_up} --yes")).expect(0);
    // Two rooms, six days ahead, one night; and what is no sale.
    desk.book("DLX +6d+1n --rate BAR --rooms 2");
    desk.book("STD +6d+1n --rate BAR --hold 20m");
    // A guest of the house.
    let stay = home.json("report pickup --hotel BER-ADLER --from +1d --to +2d");
    let body = json!({
        "hotel": "BER-ADLER", "rate_plan": "BAR", "rooms": [{ "room_type": "STD" }],
        "stay": { "check_in": stay["from"], "check_out": stay["to"] },
        "guest": { "new": { "family": "LI", "given": "WEI" } },
        "agreed_rate": { "minor": 0, "currency": "EUR" },
        "origin": { "segment": "house", "channel": "direct", "country": "DE" },
    });
    let file = home.path().join("guest.json");
    std::fs::write(&file, body.to_string()).expect("a file");
    home.run(&["api", "POST", "bookings", "--data", &file.display().to_string()]).expect(0);
    desk
}

fn first_day(report: &Value) -> Date {
    report["from"].as_str().expect("a date").parse().expect("a date")
}

#[test]
fn occupancy_adr_and_revpar_are_those_reckoned_by_hand() {
    let desk = busy();
    let report =
        desk.home.json("report occupancy --hotel BER-ADLER --from today --to +8d --by day");
    let rows = report["rows"].as_array().expect("rows");
    let euros = |minor: i64| json!({ "minor": minor, "currency": "EUR" });
    let today = first_day(&report);
    // Day, sold, complimentary, no-show, occupancy, revenue, RevPAR.
    let nights = [
        (0, 2, 0, 1, 1_111, 25_800, 1_433),
        (1, 1, 1, 0, 556, 12_900, 717),
        (2, 1, 0, 0, 556, 12_900, 717),
        (3, 0, 0, 0, 0, 0, 0),
        (6, 2, 0, 0, 1_111, 25_800, 1_433),
    ];
    for (day, sold, complimentary, no_show, occupancy, revenue, revpar) in nights {
        let adr = if sold == 0 { Value::Null } else { euros(12_900) };
        let expected = json!({
            "group": today.saturating_add(i64::from(day).days()).to_string(), "currency": "EUR",
            "available": 18, "sold": sold, "complimentary": complimentary, "no_show": no_show,
            "occupancy_bp": occupancy, "room_revenue": euros(revenue), "adr": adr,
            "revpar": euros(revpar),
        });
        assert_eq!(rows[usize::try_from(day).expect("a day")], expected);
    }
    let total = &report["totals"][0];
    assert_eq!((&total["available"], &total["sold"]), (&json!(144), &json!(6)), "{total}");
    assert_eq!(total["revpar"], euros(538), "77,400 by 144 is 537.5, and halves go up");
    let table =
        desk.home.typed("report occupancy --hotel BER-ADLER --from today --to +2d -o table");
    let total = table.stdout.lines().last().expect("a total").to_owned();
    let words: Vec<&str> = total.split_whitespace().collect();
    let expected = ["total", "36", "3", "1", "1", "8.3", "%", "387.00", "129.00", "10.75", "EUR"];
    assert_eq!(words, expected, "{table:?}");
}

#[test]
fn what_was_given_up_and_how_early_guests_book_are_counted() {
    let desk = busy();
    let home = &desk.home;
    let range = "--hotel BER-ADLER --from today --to +8d";
    let report = home.json(&format!("report cancellations {range} --by hotel"));
    assert_eq!(
        report["rows"],
        json!([{
            "group": "BER-ADLER", "currency": "EUR", "bookings": 6, "cancelled": 1, "no_shows": 1,
            "cancelled_bp": 1_667, "nights_lost": 5,
            "revenue_lost": { "minor": 64_500, "currency": "EUR" },
            "fees": { "minor": 12_900, "currency": "EUR" },
        }])
    );
    let report = home.json(&format!("report lead-time {range}"));
    let counted = |group: &str| {
        let rows = report["rows"].as_array().expect("rows").iter();
        rows.filter(|row| row["group"] == group).map(|row| row["bookings"].as_i64()).collect()
    };
    let spans: [Vec<Option<i64>>; 4] = ["0", "1-3", "4-7", "366+"].map(counted);
    assert_eq!(spans, [vec![Some(3)], vec![Some(1)], vec![Some(2)], vec![Some(0)]]);
    // 0, 0, 0, 1, 5, 6: on average two days, in the middle half a day.
    let total = &report["totals"][0];
    assert_eq!((&total["average_tenths"], &total["median_tenths"]), (&json!(20), &json!(5)));
    let report = home.json(&format!("report revenue {range} --by channel"));
    let rows = report["rows"].as_array().expect("rows");
    assert_eq!((rows.len(), &rows[1]["room_revenue"]["minor"]), (2, &json!(0)), "{report}");
    assert_eq!((&rows[0]["group"], &rows[0]["sold"]), (&json!("cli"), &json!(6)));
    assert_eq!(rows[0]["fees"]["minor"], 12_900);
}

#[test]
fn pickup_looks_back_from_now_or_from_a_past_day() {
    let desk = busy();
    let range = "--hotel BER-ADLER --from today --to +8d --by month";
    let sum = |report: &Value, field: &str| report["totals"][0][field].clone();
    let now = desk.home.json(&format!("report pickup {range}"));
    assert_eq!((sum(&now, "on_books"), sum(&now, "picked_up")), (json!(6), json!(6)), "{now}");
    assert_eq!(sum(&now, "revenue_picked_up")["minor"], 77_400);
    let today = first_day(&now);
    // Given up today, what was given up is off the books at the end of today as well.
    let at_end = desk.home.json(&format!("report pickup {range} --as-of {today}"));
    assert_eq!(sum(&at_end, "on_books"), 6);
    let yesterday = today.yesterday().expect("a day");
    let before = desk.home.json(&format!("report pickup {range} --as-of {yesterday}"));
    assert_eq!((sum(&before, "on_books"), sum(&before, "picked_up")), (json!(0), json!(0)));
}

#[test]
fn taxes_are_taken_out_and_currencies_kept_apart() {
    let desk = Desk::open();
    let home = &desk.home;
    let mut hotel = home.json("hotels show BER-ADLER");
    hotel["taxes"] = json!([
        { "code": "VAT", "rate": { "percent": { "basis_points": 700 } }, "included": true },
        { "code": "CITY", "rate": { "per_night": { "minor": 500 } } },
    ]);
    let file = home.path().join("hotel.json");
    std::fs::write(&file, hotel.to_string()).expect("a file");
    home.run(&["hotels", "set", "BER-ADLER", "--file", &file.display().to_string()]).expect(0);
    // Well within what is asked for, since each place has a date of its own.
    desk.book("STD +4d+2n --rate BAR");
    let tokyo = "book TYO-UENO STD +5d+1n --rate BAR --guest \"LI, WEI\" -o ids";
    home.typed(tokyo).expect(0);
    let csv = home.typed("report revenue --from +1d --to +9d --by hotel -o csv");
    csv.expect(0);
    // 258.00 with 7 % in it is 241.12 without: 120.56 a night.
    assert_eq!(
        csv.stdout,
        "group,sold,room_revenue,fees,adr,revpar,currency\r\n\
         BER-ADLER,2,241.12,0.00,120.56,1.67,EUR\r\n\
         BER-SPREE,0,0.00,0.00,,0.00,EUR\r\n\
         TYO-UENO,1,18000,0,18000,125,JPY\r\n"
    );
    let totals = home.json("report revenue --from +1d --to +9d")["totals"].clone();
    let currencies: Vec<_> = totals.as_array().expect("totals").iter().collect();
    assert_eq!(currencies.len(), 2, "{totals}");
    assert_eq!(currencies[1]["room_revenue"], json!({ "minor": 18_000, "currency": "JPY" }));
}

/// Finds the file of the read model.
fn read_model(folder: PathBuf) -> Option<PathBuf> {
    std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).find_map(|path| {
        if path.is_dir() {
            return read_model(path);
        }
        path.to_string_lossy().ends_with(".reports.db").then_some(path)
    })
}

#[test]
fn a_read_model_that_is_deleted_is_made_anew_from_the_log() {
    let desk = busy();
    let Desk { home, server } = desk;
    let asked = "report occupancy --hotel BER-ADLER --from today --to +8d";
    let before = home.json(asked);
    assert_eq!(server.stop(), Some(0));
    let file = read_model(home.path().to_owned()).expect("the read model");
    std::fs::remove_file(&file).expect("it can be deleted");
    let server = Server::start(&home);
    let url = server.url.clone();
    let again = home.json(&format!("{asked} --server {url}"));
    assert_eq!(again, before);
    assert!(file.exists());
    std::fs::write(&file, "no database").ok();
    drop(server);
    let server = Server::start(&home);
    assert_eq!(home.json(&format!("{asked} --server {}", server.url)), before);
}

#[test]
fn a_chart_is_drawn_and_written_as_a_picture() {
    let desk = busy();
    let home = &desk.home;
    let asked = "report revenue --hotel BER-ADLER --from today --to +8d --by day";
    let piped = home.typed(&format!("{asked} --chart"));
    piped.expect(0);
    assert!(
        piped.stdout.contains("Room revenue in EUR") && piped.stdout.contains('█'),
        "{piped:?}"
    );
    assert!(!home.typed(asked).stdout.contains('█'), "a pipe gets none unless it asks");
    let mut terminal = home.command();
    let words = words(asked);
    terminal.args(&words).env("HOTEL_FORCE_TTY", "100").env("HOTEL_ASCII", "true");
    let shown = Said::from_output(&words, terminal.output().expect("the binary runs"));
    shown.expect(0);
    assert!(shown.stdout.contains("###") && shown.stdout.is_ascii(), "{shown:?}");
    let picture = home.path().join("revenue.svg");
    home.typed(&format!("{asked} --svg {}", picture.display())).expect(0);
    let svg = std::fs::read_to_string(&picture).expect("the picture");
    assert!(svg.starts_with("<?xml") && svg.ends_with("</svg>\n"), "{svg}");
    assert!(svg.contains("<title id=\"title\">Room revenue in EUR</title>"), "{svg}");
    assert_eq!(svg.matches("<rect ").count(), 5, "the ground, and a bar for each day that earns");
    let nowhere = home.path().join("revenue.svg/inside.svg");
    home.typed(&format!("{asked} --svg {} --json", nowhere.display())).expect(11);
}

#[test]
fn a_wrong_question_names_its_field() {
    let desk = Desk::open();
    let home = &desk.home;
    for (line, field) in [
        ("report occupancy --from 2026-12-02 --to 2026-12-01", "to"),
        ("report revenue --from 2020-01-01 --to 2026-01-01", "from"),
        ("api GET reports/occupancy --query by=moon", "by"),
        ("api GET reports/occupancy --query days=7", "days"),
        ("api GET reports/lead-time --query as_of=2026-01-01", "as_of"),
        ("api GET reports/pickup --query days=0", "days"),
        ("api GET reports/revenue --query hotel=", "hotel"),
    ] {
        let said = home.typed(&format!("{line} --json"));
        let error: Value = serde_json::from_str(&said.stderr).expect("JSON on stderr");
        assert_eq!(error["error"]["field"], field, "{said:?}");
        assert_eq!(error["error"]["code"], "request.query", "{said:?}");
    }
    home.typed("report occupancy --chart --json").expect_problem(2, "usage.arguments");
    home.typed("report occupancy --month 2026-13 --json").expect_problem(2, "usage.invalid_value");
}

#[test]
fn a_report_reaches_no_further_than_its_reader() {
    let desk = busy();
    let home = &desk.home;
    home.typed("users set mia --role agent --hotel BER-SPREE").expect(0);
    let issued = home.json("tokens issue mia");
    let secret = issued["secret"].as_str().expect("a secret");
    let as_mia = |line: &str| {
        let words = words(line);
        let output = home.command().args(&words).env("HOTEL_TOKEN", secret).output();
        Said::from_output(&words, output.expect("the binary runs"))
    };
    let own = as_mia("report occupancy --json");
    own.expect(0);
    let report: Value = serde_json::from_str(&own.stdout).expect("JSON");
    assert_eq!(report["hotels"], json!(["BER-SPREE"]));
    assert_eq!(report["totals"][0]["sold"], 0);
    as_mia("report occupancy --hotel BER-ADLER --json").expect_problem(3, "hotel.not_found");
}
