//! A booking agent's desk: every verb, every exit code, every refusal, through the binary.

use crate::harness::{HOTEL, Home, Said};
use crate::world::Desk;

#[test]
fn a_days_work_from_search_to_check_out() {
    let desk = Desk::open();
    let home = &desk.home;
    let found = home.typed("search Berlin today+2n --room-type STD --rate-plan BAR --sort hotel");
    found.expect(0);
    assert!(found.stdout.contains("BER-ADLER"), "{found:?}");
    let booked = home.typed("book 1 --guest \"LI, WEI\" --guarantee agency -o ids");
    booked.expect(0);
    let code = booked.stdout.trim();
    let shown = home.typed(&format!("show {code}"));
    shown.expect(0);
    assert!(shown.stdout.contains("LI") && shown.stdout.contains("requested"), "{shown:?}");
    let longer = home.json(&format!("update {code} --stay today+3n --dry-run"));
    assert_eq!(longer["dry_run"], true);
    assert_eq!(home.json(&format!("show {code}"))["version"], 1, "a preview changes nothing");
    home.typed(&format!("update {code} --stay today+3n")).expect(0);
    home.typed(&format!("confirm {code}")).expect(0);
    home.typed(&format!("check-in {code}")).expect(0);
    let room = home.json(&format!("show {code}"))["rooms"][0]["room"].clone();
    assert_eq!(room, "101");
    home.typed(&format!("move {code} 104")).expect(0);
    home.typed(&format!("revert {code}")).expect_not(0);
    let leave = home.json(&format!("check-out {code} --dry-run"));
    assert_eq!(leave["booking"]["state"], "checked_out");
    home.typed(&format!("check-out {code}")).expect(0);
    home.typed(&format!("revert {code}")).expect(0);
    assert_eq!(desk.state(code), "in_house");
    let history = home.typed(&format!("history {code}"));
    history.expect(0);
    for word in ["requested", "amended", "confirmed", "checked_in", "room_moved", "reverted"] {
        assert!(history.stdout.contains(word), "{word}: {history:?}");
    }
    let tail = home.typed("tail -n 5 --count 5 -o jsonl");
    tail.expect(0);
    assert_eq!(tail.stdout.lines().count(), 5, "{tail:?}");
    assert_eq!(desk.server.stop(), Some(0));
}

#[test]
fn cancelling_shows_the_fee_and_takes_it_only_when_it_is_accepted() {
    let desk = Desk::open();
    let code = desk.book("STD today+2n --rate ADV");
    let preview = desk.home.json(&format!("cancel {code} --dry-run"));
    let fee = preview["fee"]["minor"].as_i64().expect("a fee");
    assert!(fee > 0, "{preview}");
    let refused = desk.home.typed(&format!("cancel {code} --yes --json"));
    refused.expect_problem(6, "fee.not_accepted");
    let amount = format!("{}.{:02}", fee / 100, fee % 100);
    desk.home.typed(&format!("cancel {code} --accept-fee {amount}")).expect(0);
    assert_eq!(desk.state(&code), "cancelled");
    desk.home.typed(&format!("revert {code}")).expect(0);
    assert_eq!(desk.state(&code), "requested");
}

#[test]
fn holds_the_waiting_list_and_the_other_ends_of_a_booking() {
    let desk = Desk::open();
    let home = &desk.home;
    let hold = desk.book("DLX today+2n --rate BAR --hold 20m --rooms 6");
    assert_eq!(desk.state(&hold), "held");
    let waiting =
        home.typed("waitlist add BER-ADLER DLX today+2n --rate BAR --guest \"OKAFOR, ADA\" -o ids");
    waiting.expect(0);
    let waiting = waiting.stdout.trim();
    home.typed(&format!("waitlist offer {waiting} --json"))
        .expect_problem(6, "availability.sold_out");
    home.typed(&format!("release {hold}")).expect(0);
    home.typed(&format!("waitlist offer {waiting}")).expect(0);
    home.typed(&format!("book {waiting} --guarantee agency")).expect(0);
    assert_eq!(desk.state(waiting), "requested");
    home.typed(&format!("decline {waiting} --reason no-room")).expect(0);
    assert_eq!(desk.state(waiting), "declined");
    let absent = desk.book_confirmed("STD");
    home.typed(&format!("assign {absent} 105")).expect(0);
    let fee = home.json(&format!("no-show {absent} --dry-run"))["fee"]["minor"].clone();
    assert_eq!(fee, 12_900, "the plan charges the first night");
    home.typed(&format!("no-show {absent} --yes --json")).expect_problem(6, "fee.not_accepted");
    home.typed(&format!("no-show {absent} --accept-fee 129.00")).expect(0);
    assert_eq!(desk.state(&absent), "no_show");
    let group = desk.book("STD +5d+2n --rate BAR --rooms 3");
    home.typed(&format!("split {group} --rooms 2,3 --guest \"LI, WEI\"")).expect(0);
    assert_eq!(home.json(&format!("show {group}"))["rooms"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_house_is_furnished_and_changed_by_commands() {
    let desk = Desk::open();
    let home = &desk.home;
    home.typed("inventory close BER-ADLER DLX +10d+2n").expect(0);
    let closed = "book BER-ADLER DLX +10d+1n --rate BAR --guest \"LI, WEI\" --json";
    home.typed(closed).expect_problem(6, "availability.closed");
    home.typed("inventory open BER-ADLER DLX +10d+2n").expect(0);
    home.typed("inventory overbook BER-ADLER DLX +10d+2n +2").expect(0);
    let nights = home.json("inventory show BER-ADLER DLX +10d+2n");
    assert_eq!(nights[0]["left"], 8, "{nights}");
    home.typed("rooms out-of-order BER-ADLER 201 +10d+2n").expect(0);
    let nights = home.json("inventory show BER-ADLER DLX +10d+2n");
    assert_eq!(nights[0]["left"], 7, "{nights}");
    desk.book("STD +1d+1n --rate BAR");
    home.typed("rooms chart BER-ADLER").expect(0);
    home.typed("rooms in-order BER-ADLER 201 +10d+2n").expect(0);
    home.typed("rates set BER-ADLER BAR STD +20d+2n 150 --min-stay 2").expect(0);
    let short = "book BER-ADLER STD +20d+1n --rate BAR --guest \"LI, WEI\" --json";
    home.typed(short).expect_problem(6, "restriction.min_stay");
    for line in [
        "hotels list",
        "hotels show BER-ADLER",
        "room-types list BER-ADLER",
        "rooms list BER-ADLER",
        "rates plans BER-ADLER",
        "rates show BER-ADLER",
        "inventory show BER-ADLER",
        "guests list",
        "users list",
        "tokens list",
        "profile list",
        "config list",
        "whoami",
        "doctor",
        "api GET /v1/me",
        "list",
        "events list",
        "completions bash",
        "man",
        "help exit-codes",
        "help errors",
        "help dates",
        "help formats",
        "help environment",
    ] {
        let said = home.typed(line);
        said.expect(0);
        assert!(!said.stdout.is_empty(), "`hotel {line}` said nothing");
    }
}

#[test]
fn agents_see_and_do_what_their_role_and_scope_allow() {
    let desk = Desk::open();
    let home = &desk.home;
    let code = desk.book("STD +1d+1n --rate BAR");
    home.typed("users set mia --role agent --hotel BER-SPREE").expect(0);
    home.typed("users set ben --role agent").expect(0);
    let as_user = |name: &str, line: &str| -> Said {
        let issued = home.json(&format!("tokens issue {name}"));
        let secret = issued["secret"].as_str().expect("a secret").to_owned();
        let words = crate::harness::words(line);
        let output = home.command().args(&words).env("HOTEL_TOKEN", secret).output();
        Said::from_output(&words, output.expect("the binary runs"))
    };
    as_user("mia", &format!("show {code} --json")).expect_problem(3, "booking.not_found");
    let elsewhere = "book BER-ADLER STD +1d+1n --rate BAR --guest \"LI, WEI\" --json";
    as_user("mia", elsewhere).expect_not(0);
    as_user("ben", &format!("show {code}")).expect(0);
    as_user("ben", &format!("confirm {code} --json")).expect_problem(5, "forbidden.role");
    let nobody = home.command().args(["list", "--json"]).env("HOTEL_TOKEN", "htl_nobody").output();
    Said::from_output(&["list".to_owned()], nobody.expect("the binary runs")).expect(4);
}

#[test]
fn every_kind_of_failure_has_its_exit_code_and_one_line_of_json() {
    let desk = Desk::open();
    let home = &desk.home;
    let code = desk.book("STD +1d+1n --rate BAR");
    for (line, exit, problem) in [
        ("frobnicate --json", 2, "usage.unknown_command"),
        ("show 7F3K2QXD --json", 3, "booking.not_found"),
        ("hotels show NOWHERE --json", 3, "hotel.not_found"),
        (
            "book BER-ADLER STD +1d+1n --rate BAR --guest \"A, B\" --max-price 1 --json",
            6,
            "price.moved",
        ),
        ("book BER-ADLER STD +1d+1n --rate ADV --guest \"A, B\" --json", 7, "guarantee.required"),
    ] {
        home.typed(line).expect_problem(exit, problem);
    }
    let again = format!("revert {code} --json");
    home.typed(&again).expect_problem(6, "booking.not_revertible");
    let waited = home.typed("tail --type no.such.event --timeout 1s");
    waited.expect(124);
    let card = "book BER-ADLER STD +1d+1n --rate BAR --guest \"A, B\" \
                --requests \"card 4111 1111 1111 1111\" --json";
    home.typed(card).expect_not(0);
    let home = desk.home.clone();
    assert_eq!(desk.server.stop(), Some(0));
    let offline = home.typed("list --json");
    offline.expect(9);
    let nowhere = Home::new();
    nowhere.typed("list --json").expect_not(0);
}

#[test]
fn a_repeated_command_takes_effect_once() {
    let desk = Desk::open();
    let line =
        "book BER-ADLER STD +1d+1n --rate BAR --guest \"LI, WEI\" --idempotency-key k1 -o ids";
    let first = desk.home.typed(line);
    let again = desk.home.typed(line);
    first.expect(0);
    again.expect(0);
    assert_eq!(first.stdout, again.stdout);
    let other = line.replace("LI, WEI", "LI, MEI").replace("-o ids", "--json");
    desk.home.typed(&other).expect_problem(7, "idempotency.key_reused");
}

#[test]
fn text_from_outside_never_reaches_the_terminal_raw() {
    let desk = Desk::open();
    let hostile = "EVIL\u{1b}[2J\u{9b}31m\u{202e}\u{e0041}, X\rY";
    let mut command = desk.home.command();
    command.args(["book", "BER-ADLER", "STD", "+1d+1n", "--rate", "BAR", "--guest", hostile]);
    let booked = Said::from_output(&[], command.args(["-o", "ids"]).output().expect("it runs"));
    booked.expect(0);
    let code = booked.stdout.trim();
    for line in [
        format!("show {code}"),
        format!("show {code} -o yaml"),
        format!("show {code} --json"),
        "list".to_owned(),
        "list -o csv".to_owned(),
        "guests list".to_owned(),
        "rooms chart BER-ADLER".to_owned(),
    ] {
        let mut command = desk.home.command();
        command.args(crate::harness::words(&line)).env("HOTEL_FORCE_TTY", "120");
        let said = Said::from_output(&[], command.output().expect("it runs"));
        said.expect(0);
        // CSV ends its lines with CR LF, and colours are escape sequences of our own.
        let text = said.stdout.replace("\r\n", "\n");
        for raw in ["\u{1b}[2J", "\u{9b}", "\u{202e}", "\u{e0041}", "\r"] {
            assert!(!text.contains(raw), "{line}: {said:?}");
        }
    }
}

#[test]
fn the_version_is_told_without_a_home() {
    let output = std::process::Command::new(HOTEL).arg("--version").env_clear().output();
    let said = Said::from_output(&[], output.expect("the binary runs"));
    said.expect(0);
    assert_eq!(said.stdout.trim(), format!("hotel {}", env!("CARGO_PKG_VERSION")));
}
