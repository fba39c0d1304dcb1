//! The shell in a real terminal: what is typed, and what its screen shows.

use crate::terminal::Terminal;
use crate::world::Desk;

fn count(desk: &Desk, state: &str) -> usize {
    desk.home.json(&format!("list --state {state}")).as_array().expect("rows").len()
}

#[test]
fn a_sale_is_typed_and_left_and_the_history_knows_no_guest() {
    let desk = Desk::open();
    let mut terminal = Terminal::open(desk.home.path(), &["shell"]);
    terminal.prompts("hotel>");
    terminal.press("ber-adler fri+2\r");
    terminal.shows("$ hotel search BER-ADLER fri+2n");
    terminal.prompts("hotel  BER-ADLER  fri+2n>");
    // What was begun is completed, and what was typed before is at hand.
    terminal.press("q una\t\r");
    terminal.shows("nothing needs you");
    terminal.prompts("hotel  BER-ADLER  fri+2n>");
    terminal.press("\u{1b}[A");
    terminal.prompts("hotel  BER-ADLER  fri+2n> q unassigned");
    terminal.press("\u{3}");
    terminal.prompts("hotel  BER-ADLER  fri+2n>");
    terminal.press("1\r");
    terminal.prompts("hotel  BER-ADLER  fri+2n  1 held>");
    terminal.press("nKelly/Joe; p0301234567\r");
    terminal.prompts("hotel  BER-ADLER  fri+2n  1 held  Kelly, Joe>");
    assert_eq!(count(&desk, "held"), 1);
    terminal.press("\u{4}");
    assert_eq!(terminal.ends(), 0);
    assert_eq!((count(&desk, "held"), count(&desk, "released")), (0, 1));
    let history = desk.home.path().join("state/profiles/local/history");
    let history = std::fs::read_to_string(history).expect("a history");
    assert_eq!(history, "ber-adler fri+2\nq unassigned\n1\n");
    // The next shell remembers, unless it is told not to.
    let mut terminal = Terminal::open(desk.home.path(), &["shell"]);
    terminal.prompts("hotel>");
    terminal.press("\u{1b}[A\u{1b}[A");
    terminal.prompts("hotel> q unassigned");
    terminal.press("\u{3}");
    terminal.prompts("hotel>");
    terminal.press("\u{4}");
    assert_eq!(terminal.ends(), 0);
    let mut terminal = Terminal::open(desk.home.path(), &["shell", "--no-history"]);
    terminal.prompts("hotel>");
    terminal.press("\u{1b}[Aber");
    terminal.prompts("hotel> ber");
    terminal.press("\u{3}");
    terminal.prompts("hotel>");
    terminal.press("exit\r");
    assert_eq!(terminal.ends(), 0);
}

#[test]
fn a_question_is_asked_and_a_shell_that_is_told_to_stop_gives_back_what_it_holds() {
    let desk = Desk::open();
    let code = desk.book("STD +30d+2n --rate BAR");
    let mut terminal = Terminal::open(desk.home.path(), &["shell"]);
    terminal.prompts("hotel>");
    // What is typed ahead is not lost.
    terminal.press(&format!("*{code}\rx\r"));
    terminal.shows("It costs nothing.");
    terminal.press("y\r");
    terminal.shows("no fee");
    terminal.prompts(&format!("hotel  {code}>"));
    assert_eq!(desk.state(&code), "cancelled");
    terminal.press("ber-adler fri+2;1\r");
    terminal.prompts("hotel  BER-ADLER  fri+2n  1 held>");
    let id = terminal.process();
    let told = std::process::Command::new("kill").args(["-TERM", &id.to_string()]).status();
    assert!(told.expect("kill -TERM").success());
    assert_eq!(terminal.ends(), 143);
    assert_eq!((count(&desk, "held"), count(&desk, "released")), (0, 1));
}
