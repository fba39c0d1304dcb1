//! A real house's history: imported though everything is killed again and again, verified, and reported
//! to the cent as a second opinion in another language has it. Made-up lines stand in for the published
//! data unless those are named: `HOTEL_BOOKING_DEMAND` is their path, or `1` for where they lie beside
//! this checkout. `HOTEL_SEED` makes other moments.

use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::dice::number;
use crate::harness::{Home, Server};
use crate::import::{SMALL, agree, head, second_opinion, timeless};

/// A history, and what is asked about it.
struct History {
    file: PathBuf,
    capacities: [&'static str; 2],
    months: &'static [&'static str],
    /// Times that something is killed, and the events at most that pass before each.
    kills: u64,
    events_max: u64,
}

impl History {
    fn made_up() -> Self {
        Self {
            file: SMALL.into(),
            capacities: ["Quay Hotel=3", "Dune Resort Hotel=2"],
            // The whole of it is on sale; of other months, days on which nobody slept are not.
            months: &["2016-08"],
            kills: 4,
            events_max: 100,
        }
    }

    fn published() -> Option<Self> {
        let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/hotel_bookings.csv.gz");
        let named = std::env::var("HOTEL_BOOKING_DEMAND").ok()?;
        Some(Self {
            file: if named == "1" { beside.into() } else { named.into() },
            capacities: ["City Hotel=226", "Resort Hotel=187"],
            months: &["2016-08", "2016-01"],
            kills: 8,
            events_max: 60_000,
        })
    }

    fn words(&self) -> Vec<String> {
        let words = ["import".to_owned(), self.file.display().to_string()];
        let layout = ["--layout", "booking-demand", "--json"].map(str::to_owned);
        let capacities = self.capacities.iter().flat_map(|it| ["--capacity", it]);
        words.into_iter().chain(layout).chain(capacities.map(str::to_owned)).collect()
    }

    fn start(&self, home: &Home) -> Child {
        let mut import = home.command();
        import.args(self.words()).stdout(Stdio::null()).stderr(Stdio::null());
        import.spawn().expect("the binary runs")
    }

    fn summary(&self, home: &Home, more: &[&str]) -> Value {
        let mut words = self.words();
        words.extend(more.iter().map(|&word| word.to_owned()));
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let said = home.run(&words);
        said.expect(0);
        serde_json::from_str(&said.stdout).unwrap_or_else(|error| panic!("{error}: {said:?}"))
    }
}

/// Starts the server of a home, and has the home's profile name it: its port is another each time.
fn serve(home: &Home) -> Server {
    let server = Server::start(home);
    home.typed(&format!("config set server {}", server.url)).expect(0);
    server
}

/// Waits until the log has grown by some events, or nobody is left to make it grow.
fn until_grown(home: &Home, events: u64, import: &mut Child) {
    let start = head(home);
    while head(home) < start + events && import.try_wait().expect("a state").is_none() {
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Imports a history, killing the import and the server in turn, and returns what came of it.
#[expect(clippy::print_stdout, reason = "a failure can be made again")]
fn in_pieces(home: &Home, history: &History) -> Value {
    let seed = number("HOTEL_SEED", 20_261_121);
    println!("HOTEL_SEED={seed}");
    let mut server = serve(home);
    for kill in 1..=history.kills {
        let mut import = history.start(home);
        let roll = seed.wrapping_mul(kill).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33;
        until_grown(home, roll % history.events_max, &mut import);
        if kill % 2 == 0 {
            server.kill();
            import.kill().expect("kill -9");
            server = serve(home);
        } else {
            import.kill().expect("kill -9");
        }
        import.wait().expect("an end");
    }
    let summary = history.summary(home, &[]);
    let events = head(home);
    let again = history.summary(home, &[]);
    assert_eq!(timeless(&again), timeless(&summary));
    assert_eq!(head(home), events, "the second run changed something");
    let said = home.typed("admin verify --json");
    said.expect(0);
    let verified: Value = serde_json::from_str(&said.stdout).expect("a report");
    assert_eq!((&verified["differences"], &verified["overfull_nights"]), (&0.into(), &0.into()));
    assert_eq!(verified["bookings"], summary["accepted"]);
    check_months(home, history);
    assert_eq!(server.stop(), Some(0));
    summary
}

/// Compares reports with the second opinion, to the cent.
fn check_months(home: &Home, history: &History) {
    let Some(opinion) = second_opinion(&history.file, &history.capacities, history.months) else {
        return;
    };
    for month in history.months {
        let report = home.json(&format!("report revenue --month {month} --by hotel"));
        for row in report["rows"].as_array().expect("rows") {
            let code = row["group"].as_str().expect("a hotel");
            let hotel = home.json(&format!("hotels show {code}"));
            let name = hotel["name"].as_str().expect("a name");
            let told = &opinion["months"][name][month];
            assert_eq!(row["sold"], told["rooms_sold"], "{name} {month}");
            for (field, cents) in [
                ("room_revenue", "revenue_cents"),
                ("adr", "adr_cents"),
                ("revpar", "revpar_cents"),
            ] {
                assert_eq!(row[field]["minor"], told[cents], "{field} of {name} {month}: {row}");
            }
        }
        assert_eq!(report["rows"].as_array().map(Vec::len), Some(2), "{report}");
    }
}

fn check(history: &History) {
    let dry = history.summary(&Home::new(), &["--dry-run"]);
    if let Some(opinion) = second_opinion(&history.file, &history.capacities, &[]) {
        agree(&dry, &opinion);
    }
    let told = in_pieces(&Home::new(), history);
    assert_eq!(timeless(&told), timeless(&dry));
}

#[test]
fn a_history_survives_every_kill_and_is_reported_to_the_cent() {
    check(&History::made_up());
}

/// It takes minutes without optimisation, so it is not done unasked.
#[test]
fn the_published_history_survives_every_kill_and_is_reported_to_the_cent() {
    match History::published() {
        Some(history) => check(&history),
        None => println!("skipped: HOTEL_BOOKING_DEMAND names no file (1 is the one beside)"),
    }
}
