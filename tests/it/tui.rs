//! The desk in a real terminal against a real house: keys are typed and the screen is read.

use crate::harness::Server;
use crate::terminal::Terminal;
use crate::world::Desk;

/// Esc.
const ESC: &str = "\u{1b}";

/// Opens the desk, and waits until the house has answered.
fn open(desk: &Desk) -> Terminal {
    let mut terminal = Terminal::open(desk.home.path(), &[]);
    terminal.shows("LIVE");
    terminal.shows("BER-ADLER");
    terminal.shows("In house 0");
    terminal
}

fn leave(mut terminal: Terminal) {
    terminal.press("\u{3}");
    assert_eq!(terminal.ends(), 0);
}

/// Searches, and books the selected offer for a guest; returns once the booking is open.
fn book(terminal: &mut Terminal, search: &str, guest: &str) {
    terminal.press(&format!("2{search}\r"));
    terminal.shows("Offers");
    terminal.press("\r");
    terminal.shows("FAMILY, GIVEN");
    terminal.press(&format!("{guest}\t0301234567\r"));
    terminal.shows("[ Cancel ]");
    terminal.press("y");
    terminal.shows("History");
}

#[test]
fn a_whole_life_of_a_booking_by_keys() {
    let desk = Desk::open();
    let mut terminal = open(&desk);
    book(&mut terminal, "ber-adler today+2 --rate-plan BAR --room-type STD", "Kelly/Joe");
    terminal.shows("requested  v1");
    terminal.press("c");
    terminal.shows("confirmed  v2");
    terminal.press("a");
    terminal.shows("its number, as 311");
    terminal.press("101\r");
    terminal.shows("101  2 people");
    terminal.press("i");
    terminal.shows("in house  v4");
    terminal.press(">");
    terminal.shows("total EUR 258.00 -> EUR 387.00");
    terminal.press("y");
    terminal.shows("3 nights");
    // What was done is in the log, as the line that does the same.
    terminal.press("@");
    terminal.shows("what was done");
    terminal.shows("--nights 3 --yes");
    terminal.press(ESC);
    terminal.hides("what was done");
    terminal.press("o");
    terminal.shows("[ Cancel ]");
    terminal.press("\r");
    terminal.shows("in house  v5");
    terminal.press("o");
    terminal.shows("then checked out");
    terminal.press("y");
    terminal.shows("checked out  v6");
    leave(terminal);
    let bookings = desk.home.json("list --name Kelly");
    assert_eq!(bookings[0]["state"], "checked_out");
}

#[test]
fn a_link_that_goes_and_comes_back_loses_nothing() {
    let desk = Desk::open();
    let code = desk.book_confirmed("STD");
    let mut terminal = Terminal::open(desk.home.path(), &[]);
    terminal.shows("LIVE");
    terminal.shows("NOVAK");
    let address = desk.server.address().to_string();
    let Desk { home, server } = desk;
    server.kill();
    terminal.shows("OFFLINE");
    // What was seen is still there, and what is changed waits.
    terminal.press("\r");
    terminal.shows(&code);
    terminal.press("i");
    terminal.shows("~1");
    let _server = Server::start_at(&home, &address, (&[], &[]));
    terminal.shows("LIVE");
    terminal.shows("in house  v3");
    leave(terminal);
    let shown = home.json(&format!("show {code}"));
    assert_eq!((&shown["state"], &shown["version"]), (&"in_house".into(), &3.into()));
}

#[test]
fn two_agents_see_each_other_and_race_for_the_last_room() {
    let desk = Desk::open();
    desk.home.typed("inventory overbook BER-ADLER DLX +40d+1n -5").expect(0);
    let (mut first, mut second) = (open(&desk), open(&desk));
    for terminal in [&mut first, &mut second] {
        terminal.press("2ber-adler +40d+1n --room-type DLX --rate-plan BAR\r");
        terminal.shows("Offers 1");
        terminal.press("\r");
        terminal.shows("FAMILY, GIVEN");
        terminal.press("Kelly/Joe\r");
        terminal.shows("[ Cancel ]");
    }
    second.press("y");
    second.shows("requested  v1");
    first.press("y");
    first.shows("sold out");
    assert_eq!(desk.home.json("list --name Kelly").as_array().map(Vec::len), Some(1));
    leave(first);
    // What one does the other sees, without a key.
    second.press("3");
    second.shows("requested");
    desk.home.typed("book BER-ADLER STD today+1n --rate BAR --guest \"OKAFOR, ADA\"").expect(0);
    second.shows("OKAFOR");
    leave(second);
}

#[test]
fn a_terminal_is_given_back_and_a_small_one_is_told_so() {
    let desk = Desk::open();
    let mut terminal = open(&desk);
    terminal.resize(20, 60);
    terminal.shows("hotel needs 80x24, this is 60x20");
    terminal.resize(24, 80);
    terminal.shows("Arrivals");
    terminal.press("?");
    terminal.shows("type to narrow");
    terminal.press(ESC);
    terminal.hides("type to narrow");
    terminal.press("q");
    assert_eq!(terminal.ends(), 0);
}
