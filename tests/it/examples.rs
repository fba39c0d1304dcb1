//! The examples of every help text run as they are written, against a furnished house. A booking code
//! in them stands for a booking in the state that the command is for.

use hotel_rig::Proxy;
use hotel_rig::proxy::{Fault, Reply};

use crate::harness::{Said, on_postgres, words};
use crate::world::Desk;

/// The code that the help texts use.
const CODE: &str = "7F3K2QXD";

/// Commands whose examples can't run here: they serve, or write into the caller's shell.
const NOT_RUN: [&str; 4] = ["serve", "demo", "profile add", "profile remove"];

/// The id that the help texts use.
const ID: &str = "01936f0e-7b1c-7a3e-9d2f-1f0c5a6b7c8d";

/// The target of events that the help texts use.
const TARGET: &str = "http://127.0.0.1:8080/hooks";

/// A secret to sign with.
const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/// Returns every command of the binary, as words.
fn commands(desk: &Desk, path: &[String]) -> Vec<Vec<String>> {
    let help = help(desk, path);
    let mut found = vec![path.to_vec()];
    let listed = help
        .stdout
        .lines()
        .skip_while(|line| !line.starts_with("Commands:"))
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    for line in listed {
        let name = line.split_whitespace().next().unwrap_or_default();
        if name != "help" {
            let mut deeper = path.to_vec();
            deeper.push(name.to_owned());
            found.extend(commands(desk, &deeper));
        }
    }
    found
}

fn help(desk: &Desk, path: &[String]) -> Said {
    let mut args: Vec<&str> = path.iter().map(String::as_str).collect();
    args.push("--help");
    let said = desk.home.run(&args);
    said.expect(0);
    said
}

/// Makes a booking in the state that a command is for.
fn booking_for(desk: &Desk, line: &[String]) -> String {
    let room_type = if line.iter().any(|word| word == "DLX") { "DLX" } else { "STD" };
    let nth = line.get(1).map_or("", String::as_str);
    match (line.first().map_or("", String::as_str), nth) {
        ("release" | "book", _) => desk.book("STD +60d+2n --rate BAR --hold 20m"),
        ("waitlist", "offer" | "release") => {
            let said = desk
                .home
                .typed("waitlist add BER-ADLER STD +60d+2n --rate BAR --guest \"LI, WEI\" -o ids");
            said.expect(0);
            said.stdout.trim().to_owned()
        }
        ("split", _) => desk.book("STD +60d+2n --rate BAR --rooms 2"),
        ("check-in" | "no-show", _) => desk.book_confirmed(room_type),
        ("check-out" | "move", _) => desk.book_in_house(room_type),
        ("assign", _) => {
            let code = desk.book_confirmed(room_type);
            if line.iter().any(|word| word == "--off") {
                desk.home.typed(&format!("assign {code} 110")).expect(0);
            }
            code
        }
        ("revert", _) => {
            let code = desk.book("STD +60d+2n --rate BAR");
            desk.home.typed(&format!("cancel {code} --yes")).expect(0);
            code
        }
        _ => desk.book("STD +60d+2n --rate BAR"),
    }
}

#[test]
fn every_example_in_the_help_runs() {
    let desk = Desk::open();
    desk.home.typed("rooms add BER-ADLER STD 301..350").expect(0);
    let target = Proxy::alone(|_| Fault::Answer(Reply::status(204))).expect("a target");
    let mut ran = 0;
    for path in commands(&desk, &[]) {
        let name = path.join(" ");
        let text = help(&desk, &path).stdout;
        assert!(text.contains("\n  $ hotel "), "`hotel {name} --help` has no example");
        if NOT_RUN.contains(&name.as_str()) {
            continue;
        }
        // What goes to another machine can't go there from here; and on Postgres there is no file of the
        // server's.
        let can_run = |line: &&String| {
            !(line.contains("db.example.com") || on_postgres() && line.contains("hotel.db"))
        };
        for line in examples(&text).iter().filter(can_run) {
            run(&desk, &target, line);
            ran += 1;
        }
    }
    assert!(ran > 60, "only {ran} examples were found");
}

/// Returns the examples of a help text, each on one line however the text was wrapped.
fn examples(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.lines() {
        if let Some(example) = line.strip_prefix("  $ hotel ") {
            found.push(example.to_owned());
            goes_on = true;
        } else if goes_on && line.starts_with("  ") && !line.starts_with("  hotel ") {
            let example = found.last_mut().expect("the line before");
            example.push(' ');
            example.push_str(line.trim());
        } else {
            goes_on = false;
        }
    }
    found
}

/// Returns the id of a token nobody uses, or of a guest who was changed twice.
fn id_for(desk: &Desk, line: &[String]) -> String {
    let text = |value: serde_json::Value| value.as_str().expect("an id").to_owned();
    if line[0] == "tokens" {
        return text(desk.home.json("tokens issue admin")["id"].clone());
    }
    let guest = text(desk.home.json("guests add \"LI, WEI\"")["id"].clone());
    desk.home.typed(&format!("guests set {guest} --phone +493012345")).expect(0);
    desk.home.typed(&format!("guests set {guest} --note \"late arrival\"")).expect(0);
    guest
}

/// The number of an operation that the help texts use.
const OP: &str = "7";

/// The file of operations that the help texts use.
const FILE: &str = "monday.jsonl";

/// The file of commands that the help texts use.
const BATCH: &str = "monday.csv";

/// Makes an operation in the state that a command is for, and returns its number.
fn operation_for(desk: &Desk, verb: &str) -> String {
    let home = &desk.home;
    let line = "book BER-ADLER DLX +60d+2n --rate BAR --max-price 900 --guest \"LI, WEI\" \
                --guarantee agency --offline only -o json --error-format human";
    let said = home.typed(line);
    said.expect(8);
    let row: serde_json::Value = serde_json::from_str(&said.stdout).expect("an operation");
    let op = row["op"].to_string();
    match verb {
        "release" => drop(home.typed(&format!("queue hold {op}"))),
        "resolve" | "diff" => {
            home.typed(&format!("queue hold {op}")).expect(0);
            home.typed("inventory close BER-ADLER DLX +60d+2n").expect(0);
            home.typed(&format!("queue release {op}")).expect(0);
            home.typed("queue run").expect(6);
            home.typed("inventory open BER-ADLER DLX +60d+2n").expect(0);
        }
        _ => {}
    }
    op
}

fn run(desk: &Desk, target: &Proxy, line: &str) {
    let mut line = words(line);
    if line[0] == "queue" && line.iter().any(|word| word == OP) {
        let op = operation_for(desk, &line[1]);
        line.iter_mut().filter(|word| *word == OP).for_each(|word| op.clone_into(word));
    }
    if line.iter().any(|word| word == BATCH) {
        let file = desk.home.path().join(BATCH);
        std::fs::write(&file, "command\nlist\nhotels list\n").expect("a file");
        let name = file.to_str().expect("a name");
        line.iter_mut().filter(|word| *word == BATCH).for_each(|word| name.clone_into(word));
    }
    if line.starts_with(&["queue".to_owned(), "run".to_owned()]) {
        // What the examples before left for a person to decide.
        for op in desk.home.typed("queue ls -o ids").stdout.lines() {
            desk.home.typed(&format!("queue drop {op}")).expect(0);
        }
    }
    if line.iter().any(|word| word == FILE) {
        let file = desk.home.path().join(FILE);
        std::fs::write(&file, desk.home.typed("queue export").stdout).expect("a file");
        let name = file.to_str().expect("a name");
        line.iter_mut().filter(|word| *word == FILE).for_each(|word| name.clone_into(word));
    }
    for word in line.iter_mut().filter(|word| *word == TARGET) {
        *word = format!("{}/hooks", target.url());
    }
    if line.iter().any(|word| word == CODE) {
        let code = booking_for(desk, &line);
        for word in line.iter_mut().filter(|word| *word == CODE) {
            word.clone_from(&code);
        }
    }
    if line.iter().any(|word| word == ID) {
        let id = id_for(desk, &line);
        for word in line.iter_mut().filter(|word| *word == ID) {
            word.clone_from(&id);
        }
    }
    for (name, place) in [("hotel.db", "data/server/hotel.db"), ("new.db", "new.db")] {
        let is_named = |word: &String| word.strip_prefix("sqlite:").unwrap_or(word) == name;
        for word in line.iter_mut().filter(|word| is_named(word)) {
            *word = desk.home.path().join(place).display().to_string();
            // Each example begins where nothing is yet.
            if name == "new.db" {
                std::fs::remove_file(&*word).ok();
            }
        }
    }
    let output = desk.home.command().args(&line).env("HOTEL_WEBHOOK_SECRET", SECRET).output();
    Said::from_output(&line, output.expect("the binary runs")).expect(0);
}
