//! The books: verified on a running house, found out when somebody changed the file behind its back,
//! and made anew from the log alone.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::types::Value as Cell;
use serde_json::Value;

use crate::harness::{Home, Said, Server, on_postgres};
use crate::world::Desk;

/// Lives through every verb, so that every kind of event is in the log.
fn live(desk: &Desk) {
    let home = &desk.home;
    let run = |line: String| {
        home.typed(&line).expect(0);
    };
    let gone = desk.book_in_house("STD");
    run(format!("move {gone} 109"));
    run(format!("check-out {gone}"));
    run(format!("revert {gone}"));
    run(format!("check-out {gone}"));
    desk.book_in_house("DLX");
    let absent = desk.book_confirmed("STD");
    run(format!("assign {absent} 105"));
    run(format!("no-show {absent} --accept-fee 129.00"));
    let moved = desk.book("STD +2d+2n --rate BAR --requests \"high floor\"");
    run(format!("update {moved} --stay +3d+4n --requests \"quiet room\""));
    run(format!("confirm {moved}"));
    run(format!("assign {moved} 104"));
    let group = desk.book("STD +5d+2n --rate BAR --rooms 3");
    run(format!("assign {group} 106"));
    run(format!("split {group} --rooms 2,3 --guest \"LI, WEI\""));
    let undone = desk.book("STD +6d+2n --rate BAR");
    run(format!("cancel {undone} --yes"));
    run(format!("revert {undone}"));
    run(format!("decline {undone} --reason no-room"));
    let given_up = desk.book("DLX +6d+2n --rate BAR --hold 20m");
    run(format!("release {given_up}"));
    desk.book("DLX +8d+2n --rate BAR --hold 20m --rooms 2");
    let waiting = "waitlist add BER-ADLER DLX +9d+2n --rate BAR --guest \"OKAFOR, ADA\" -o ids";
    let waiting = home.typed(waiting);
    waiting.expect(0);
    let waiting = waiting.stdout.trim();
    run(format!("waitlist offer {waiting}"));
    run(format!("book {waiting} --guarantee agency"));
    run(format!("api POST bookings --data {}", kept_offline(home).display()));
    run("update ~K7Q2 --stay +12d+2n".to_owned());
    house(home);
    let guest = text(&home.json("guests add \"LI, WEI\"")["id"]);
    run(format!("guests set {guest} --phone +493012345"));
    run("users set ann --role agent --hotel BER-ADLER".to_owned());
    run("users set ann --inactive".to_owned());
    let token = text(&home.json("tokens issue ann")["id"]);
    run(format!("tokens revoke {token} --yes"));
}

/// Writes what books a room under the code that a client gave it.
fn kept_offline(home: &Home) -> PathBuf {
    let stay = home.json("book BER-ADLER STD +11d+2n --rate BAR --guest \"LI, WEI\" --dry-run");
    let body = serde_json::json!({
        "hotel": "BER-ADLER", "stay": stay["booking"]["stay"], "rate_plan": "BAR",
        "rooms": [{ "room_type": "STD" }], "guarantee": "agency", "provisional": "~K7Q2",
        "guest": { "new": { "family": "LI", "given": "WEI" } },
    });
    let file = home.path().join("kept.json");
    std::fs::write(&file, body.to_string()).expect("a file");
    file
}

/// Changes what the hotels sell.
fn house(home: &Home) {
    for line in [
        "hotels set BER-ADLER --amenity wifi,sauna",
        "hotels remove TYO-UENO --yes",
        "room-types add BER-ADLER FAM --name Family --adults 2 --children 3",
        "room-types add BER-ADLER TMP --name Passing --adults 2",
        "room-types remove BER-ADLER TMP --yes",
        "room-types set BER-ADLER FAM --name Families",
        "rooms add BER-ADLER FAM 301..303",
        "inventory open BER-ADLER FAM today+30n",
        "rates set BER-ADLER BAR FAM today+30n 99",
        "rooms remove BER-ADLER 303 --yes",
        "rooms add BER-ADLER DLX 112",
        "rates plan-add BER-ADLER TMP --name Passing --payment prepaid",
        "rates set BER-ADLER TMP FAM today+5n 200",
        "rates plan-remove BER-ADLER TMP --yes",
        "rates set BER-ADLER BAR STD +20d+2n 150 --min-stay 2",
        "inventory close BER-ADLER DLX +10d+2n",
        "inventory overbook BER-ADLER DLX +12d+2n 10%",
        "rooms out-of-order BER-ADLER 201 +12d+4n",
        "rooms in-order BER-ADLER 201 +13d+1n",
    ] {
        home.typed(line).expect(0);
    }
    let mut plan = home.json("rates plans BER-ADLER")[0].clone();
    plan["name"] = "Advance purchase".into();
    let file = home.path().join("plan.json");
    std::fs::write(&file, plan.to_string()).expect("a file");
    let path = format!("hotels/BER-ADLER/rate-plans/{}", text(&plan["code"]));
    home.typed(&format!("api PUT {path} --data {}", file.display())).expect(0);
    // Sold out, then a room breaks: more is taken than may be sold, and that is lawful.
    home.typed("book BER-ADLER FAM today+1n --rooms 2 --rate BAR --guest \"LI, WEI\"").expect(0);
    home.typed("rooms out-of-order BER-ADLER 301 today+1n").expect(0);
}

/// Every type of event but `booking.expired`, which only time brings.
const KINDS: usize = 36;

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// Tells that there is no file to change, and says so.
#[expect(clippy::print_stdout, reason = "whoever runs the tests is to read it")]
fn skipped() -> bool {
    if on_postgres() {
        println!("skipped: these books are in no file");
    }
    on_postgres()
}

/// Returns the file of a home's server.
fn database(home: &Home) -> PathBuf {
    home.path().join("data/server/hotel.db")
}

/// Copies a database that nobody has open.
fn copied(from: &Path, name: &str) -> PathBuf {
    let to = from.with_file_name(name);
    std::fs::copy(from, &to).expect("a copy");
    to
}

/// Changes a file behind the house's back.
fn tamper(path: &Path, sql: &str) {
    let connection = Connection::open(path).expect("the database");
    connection.execute_batch("PRAGMA foreign_keys = OFF").expect("no more rules");
    connection.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("all in one");
}

/// Lets a server serve a file, and verifies it.
fn verified(home: &Home, path: &Path) -> Said {
    let server = Server::start_with(home, &["--database".as_ref(), path.as_os_str()]);
    let said = home.typed(&format!("admin verify --json --server {}", server.url));
    assert_eq!(server.stop(), Some(0));
    said
}

/// A way to tamper, and what has to be found first: table, field, and how many differences at most.
struct Case {
    sql: &'static str,
    table: &'static str,
    field: &'static str,
    count_max: u64,
}

const fn case(sql: &'static str, table: &'static str, field: &'static str, count_max: u64) -> Case {
    Case { sql, table, field, count_max }
}

const CASES: &[Case] = &[
    case(
        "UPDATE inventory SET sold = sold + 1 WHERE hotel = 'BER-SPREE' AND room_type = 'STD' \
         AND night = (SELECT max(night) FROM inventory WHERE hotel = 'BER-SPREE')",
        "inventory",
        "sold",
        1,
    ),
    case(
        "UPDATE inventory SET held = held - 1 WHERE (hotel, room_type, night) = \
         (SELECT hotel, room_type, night FROM inventory WHERE held > 0 LIMIT 1)",
        "inventory",
        "held",
        1,
    ),
    case(
        "DELETE FROM inventory WHERE (hotel, room_type, night) = \
         (SELECT hotel, room_type, max(night) FROM inventory WHERE hotel = 'BER-SPREE')",
        "inventory",
        "",
        1,
    ),
    case(
        "UPDATE booking SET state = 'cancelled' WHERE number = \
         (SELECT min(number) FROM booking WHERE state = 'confirmed')",
        "booking",
        "state",
        1,
    ),
    case(
        "UPDATE booking SET total_minor = total_minor - 100 WHERE number = \
         (SELECT min(number) FROM booking WHERE total_minor > 100)",
        "booking",
        "total_minor",
        1,
    ),
    case(
        "UPDATE booking SET body = json_set(body, '$.price.total_minor', 1) WHERE number = \
         (SELECT max(number) FROM booking WHERE body IS NOT NULL)",
        "booking",
        "price.total_minor",
        1,
    ),
    case(
        "UPDATE booking SET provisional = '~AAAA' WHERE provisional = '~K7Q2'",
        "booking",
        "provisional",
        1,
    ),
    case("UPDATE booking SET provisional = '~K7Q2' WHERE number = 1", "booking", "provisional", 1),
    // A body beside the event that opened a booking, and another than that tells.
    case(
        "UPDATE booking SET body = (SELECT json_set(event.data -> '$.opened', '$.fee_minor', 1) \
         FROM event WHERE event.booking = booking.number ORDER BY event.position LIMIT 1) \
         WHERE number = (SELECT max(number) FROM booking WHERE body IS NULL)",
        "booking",
        "fee_minor",
        1,
    ),
    case("DELETE FROM booking WHERE number = (SELECT max(number) FROM booking)", "booking", "", 1),
    case(
        "DROP TRIGGER event_is_never_deleted; DELETE FROM event WHERE position = \
         (SELECT position FROM event WHERE type = 'booking.room_assigned' LIMIT 1)",
        "event",
        "sequence",
        9,
    ),
    case(
        "DROP TRIGGER event_is_never_deleted; \
         DELETE FROM event WHERE position = (SELECT max(position) FROM event)",
        "stream",
        "sequence",
        9,
    ),
    case(
        "DROP TRIGGER event_is_never_changed; \
         UPDATE event SET recorded_at = recorded_at - 1000000000 WHERE position = 50",
        "event",
        "recorded_at",
        2,
    ),
    case(
        "DELETE FROM room_night WHERE (hotel, night, room) = \
         (SELECT hotel, night, room FROM room_night WHERE booking IS NOT NULL LIMIT 1)",
        "room_night",
        "booking",
        1,
    ),
    case(
        "INSERT INTO room_night (hotel, night, room, booking) \
         SELECT hotel, night + 300, room, booking FROM room_night WHERE booking IS NOT NULL LIMIT 1",
        "room_night",
        "booking",
        1,
    ),
    case("DELETE FROM room_night WHERE booking IS NULL", "room_night", "", 9),
    case(
        "UPDATE rate_night SET minor = minor + 1 WHERE (hotel, rate_plan, room_type, night) = \
         (SELECT hotel, rate_plan, room_type, night FROM rate_night LIMIT 1)",
        "rate_night",
        "minor",
        1,
    ),
    case("UPDATE room SET room_type = 'DLX' WHERE number = '101'", "room", "room_type", 3),
    case("UPDATE hotel SET body = json_set(body, '$.stars', 1)", "hotel", "stars", 3),
    case("UPDATE user SET role = 'admin' WHERE name = 'ann'", "user", "role", 1),
    case("UPDATE token SET revoked = 0 WHERE revoked = 1", "token", "revoked", 1),
    case(
        "UPDATE guest SET version = 7 WHERE id = (SELECT min(id) FROM guest)",
        "guest",
        "version",
        1,
    ),
    case("DELETE FROM guest WHERE id = (SELECT min(id) FROM guest)", "guest", "", 1),
    case(
        "UPDATE command SET etag = 99 WHERE (principal, key) = \
         (SELECT principal, key FROM command WHERE booking IS NOT NULL LIMIT 1)",
        "command",
        "etag",
        1,
    ),
    case("UPDATE stream SET sequence = sequence + 1 WHERE hotel = ''", "stream", "sequence", 1),
];

#[test]
fn whoever_changes_the_file_is_found_out() {
    if skipped() {
        return;
    }
    let desk = Desk::open();
    live(&desk);
    let Desk { home, server } = desk;
    let said = home.typed("admin verify");
    said.expect(0);
    assert!(said.stdout.contains(" nights: all as the log says\n"), "{said:?}");
    assert!(said.stdout.contains("\n1 night has more taken than may be sold"), "{said:?}");
    let log = home.typed("events list --limit 200 -o jsonl --fields type");
    let kinds: BTreeSet<&str> = log.stdout.lines().collect();
    assert_eq!(kinds.len(), KINDS, "{kinds:?}");
    assert_eq!(server.stop(), Some(0));
    let original = database(&home);
    for (place, case) in CASES.iter().enumerate() {
        let path = copied(&original, &format!("case-{place}.db"));
        tamper(&path, case.sql);
        let said = verified(&home, &path);
        assert_eq!(said.code, Some(1), "{}: {said:?}", case.sql);
        let report: Value = serde_json::from_str(&said.stdout).expect("a report");
        let first = &report["first"];
        assert_eq!(first["table"], case.table, "{}: {report}", case.sql);
        assert_eq!(first["field"], case.field, "{}: {report}", case.sql);
        let count = report["differences"].as_u64().expect("a number");
        assert!((1..=case.count_max).contains(&count), "{}: {report}", case.sql);
    }
    // The control of the control: the file that nobody touched.
    verified(&home, &copied(&original, "untouched.db")).expect(0);
}

#[test]
fn a_difference_says_both_sides_and_only_administrators_ask() {
    if skipped() {
        return;
    }
    let desk = Desk::open();
    let code = desk.book_in_house("STD");
    let night = desk.home.json("inventory show BER-ADLER STD today+1n")[0]["date"].clone();
    let night = text(&night);
    desk.home.typed("users set bob --role manager").expect(0);
    let secret = text(&desk.home.json("tokens issue bob")["secret"]);
    let refused = desk.home.command().args(["admin", "verify"]).env("HOTEL_TOKEN", secret).output();
    assert_eq!(refused.expect("the binary runs").status.code(), Some(5));
    let Desk { home, server } = desk;
    assert_eq!(server.stop(), Some(0));
    let path = copied(&database(&home), "changed.db");
    tamper(&path, "UPDATE inventory SET sold = sold + 1 WHERE sold > 0");
    let report = verified(&home, &path);
    report.expect(1);
    let words = format!("inventory BER-ADLER/STD/{night}, sold: the log says 1, the table 2");
    assert!(report.stderr.contains(&words), "{report:?}");
    let path = copied(&database(&home), "changed-again.db");
    tamper(&path, "DELETE FROM room_night");
    let report = verified(&home, &path);
    let words =
        format!("room_night BER-ADLER/{night}/101, booking: the log says {code}, the table");
    assert!(report.stderr.contains(&words), "{report:?}");
}

/// Returns every row of every table, but for when the schema was made.
fn tables(path: &Path) -> Vec<(String, Vec<Vec<Cell>>)> {
    let connection = Connection::open(path).expect("the database");
    let names = "SELECT name FROM sqlite_schema WHERE type = 'table' \
                 AND name NOT LIKE 'sqlite_%' AND name <> 'refinery_schema_history' ORDER BY name";
    let mut statement = connection.prepare(names).expect("the schema");
    let names = statement.query_map([], |row| row.get::<_, String>(0)).expect("names");
    let names: Vec<String> = names.map(|name| name.expect("a name")).collect();
    let rows_of = |name: &String| {
        let sql = format!("SELECT * FROM {name}");
        let mut statement = connection.prepare(&sql).expect("a table");
        let columns = statement.column_count();
        let read = |row: &rusqlite::Row<'_>| (0..columns).map(|column| row.get(column)).collect();
        let rows = statement.query_map([], read).expect("rows");
        rows.collect::<Result<Vec<Vec<Cell>>, _>>().expect("cells")
    };
    names.iter().map(|name| (name.clone(), rows_of(name))).collect()
}

fn same_tables(one: &Path, other: &Path) {
    for ((name, rows), (other_name, other_rows)) in tables(one).into_iter().zip(tables(other)) {
        assert_eq!(name, other_name);
        assert_eq!(rows.len(), other_rows.len(), "{name}");
        for (row, other_row) in rows.iter().zip(&other_rows) {
            assert_eq!(row, other_row, "{name}");
        }
    }
}

#[test]
fn a_house_is_made_anew_from_its_log() {
    if skipped() {
        return;
    }
    let desk = Desk::open();
    live(&desk);
    let Desk { home, server } = desk;
    let from = database(&home);
    let rebuild = |from: &Path, to: &Path| {
        let (from, to) = (from.display().to_string(), to.display().to_string());
        home.run(&["admin", "rebuild", "--from", &from, "--to", &to])
    };
    // Beside the running server, which goes on afterwards.
    let beside = from.with_file_name("beside.db");
    rebuild(&from, &beside).expect(0);
    home.typed("admin verify").expect(0);
    assert_eq!(server.stop(), Some(0));
    same_tables(&from, &beside);
    let ruined = copied(&from, "ruined.db");
    tamper(
        &ruined,
        "DELETE FROM room_night; DELETE FROM rate_night; DELETE FROM stream; \
         DELETE FROM room; UPDATE hotel SET body = json_set(body, '$.stars', 1); \
         UPDATE inventory SET sold = 0, held = 0, closed = 1; \
         UPDATE token SET revoked = 0; UPDATE user SET role = 'admin'; \
         DELETE FROM booking WHERE number % 2 = 0; UPDATE booking SET fee_minor = 0, \
         provisional = NULL",
    );
    verified(&home, &copied(&ruined, "ruined-too.db")).expect(1);
    let whole = from.with_file_name("whole.db");
    let said = rebuild(&ruined, &whole);
    said.expect(0);
    assert!(said.stdout.contains("all as the log says"), "{said:?}");
    same_tables(&from, &whole);
    verified(&home, &whole).expect(0);
    let again = rebuild(&ruined, &whole);
    again.expect(11);
    assert!(again.stderr.contains("is there already"), "{again:?}");
    same_tables(&from, &whole);
    // What the log does not hold can't be made anew, and the report says so.
    tamper(&ruined, "DELETE FROM guest");
    let nameless = from.with_file_name("nameless.db");
    let said = rebuild(&ruined, &nameless);
    said.expect(1);
    assert!(said.stderr.contains("guest "), "{said:?}");
}
