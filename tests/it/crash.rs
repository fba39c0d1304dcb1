//! An acknowledged booking survives `kill -9`. The server is killed again and again under load; a
//! ledger of what it acknowledged is then compared with what it has.
//!
//! `HOTEL_CRASHES` sets how often (200 without it), `HOTEL_SEED` repeats a run.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use serde_json::{Value, json};

use crate::dice::{Dice, number};
use crate::harness::{Home, Server, on_postgres, token};

const WORKERS: usize = 8;
const NIGHTS: u64 = 28;

/// What was asked and what was heard, by idempotency key.
#[derive(Default)]
struct Ledger {
    /// Acknowledged: the booking's code, or none for a refusal, with the whole answer.
    answered: BTreeMap<String, (Option<String>, String)>,
    /// Sent and never answered: may have happened or not.
    in_doubt: BTreeMap<String, Value>,
}

fn opened(ledger: &Mutex<Ledger>) -> MutexGuard<'_, Ledger> {
    ledger.lock().expect("no worker panicked")
}

struct Partner {
    http: reqwest::Client,
    url: String,
    token: String,
    ledger: Arc<Mutex<Ledger>>,
}

impl Partner {
    async fn post(&self, path: &str, key: &str, body: &Value) -> Option<(u16, String)> {
        let request = self
            .http
            .post(format!("{}/v1/{path}", self.url))
            .bearer_auth(&self.token)
            .header("Idempotency-Key", key)
            .json(body);
        let answer = request.send().await.ok()?;
        let status = answer.status().as_u16();
        Some((status, answer.text().await.ok()?))
    }

    async fn get(&self, path: &str) -> Value {
        let request = self.http.get(format!("{}/v1/{path}", self.url)).bearer_auth(&self.token);
        request.send().await.expect("an answer").json().await.expect("JSON")
    }

    /// Sends a booking and writes down what was heard; false once the server is gone.
    async fn book(&self, key: &str, body: &Value) -> bool {
        opened(&self.ledger).in_doubt.insert(key.to_owned(), body.clone());
        let Some((status, text)) = self.post("bookings", key, body).await else { return false };
        let code = match status {
            201 => {
                let outcome: Value = serde_json::from_str(&text).expect("JSON");
                Some(outcome["booking"]["code"].as_str().expect("a code").to_owned())
            }
            409 => None,
            503 => return true,
            other => panic!("{other}: {text}"),
        };
        let mut ledger = opened(&self.ledger);
        ledger.in_doubt.remove(key);
        let before = ledger.answered.insert(key.to_owned(), (code.clone(), text.clone()));
        if let Some(before) = before {
            assert_eq!(before, (code, text), "a repeated command was answered otherwise");
        }
        true
    }
}

fn request(dice: &mut Dice) -> Value {
    let first = 1 + dice.roll(NIGHTS - 3);
    let nights = 1 + dice.roll(3);
    let room_type = if dice.roll(4) == 0 { "ONE" } else { "STD" };
    json!({
        "hotel": "BER-ADLER", "rate_plan": "BAR", "rooms": [{ "room_type": room_type }],
        "stay": {
            "check_in": format!("2029-02-{first:02}"),
            "check_out": format!("2029-02-{:02}", first + nights),
        },
        "guest": { "new": { "family": "LI", "given": "WEI" } },
    })
}

/// Makes a hotel with one room of type ONE and a thousand of type STD.
fn furnish(home: &Home) {
    for line in [
        "hotels add BER-ADLER --name Adler --city Berlin --city-code BER --country DE \
         --zone Europe/Berlin --at 52.52,13.40 --stars 4 --currency EUR --auto-confirm true",
        "room-types add BER-ADLER ONE --name One --adults 2 --people 2",
        "room-types add BER-ADLER STD --name Standard --adults 2 --people 2",
        "rooms add BER-ADLER ONE 1",
        "rooms add BER-ADLER STD 1001..2000",
        "rates plan-add BER-ADLER BAR --name Best --payment at-hotel",
        "rates set BER-ADLER BAR ONE,STD 2029-02-01..2029-03-01 100.00",
        "inventory open BER-ADLER 2029-02-01..2029-03-01",
    ] {
        home.typed(line).expect(0);
    }
}

/// Runs one life of the server: load until the kill, at a moment the dice choose.
async fn one_life(home: &Home, token: &str, ledger: &Arc<Mutex<Ledger>>, life: u64, seed: u64) {
    let server = Server::start(home);
    let partner = Arc::new(Partner {
        http: reqwest::Client::new(),
        url: server.url.clone(),
        token: token.to_owned(),
        ledger: Arc::clone(ledger),
    });
    let doubts: Vec<(String, Value)> = opened(ledger).in_doubt.clone().into_iter().collect();
    let workers: Vec<_> = (0..WORKERS)
        .map(|worker| {
            let partner = Arc::clone(&partner);
            // What is in doubt is asked again first, with the same key and the same bytes.
            let mut again: Vec<_> = doubts.iter().skip(worker).step_by(WORKERS).cloned().collect();
            tokio::spawn(async move {
                let mut dice = Dice(seed ^ (life << 8) ^ worker as u64);
                for number in 0.. {
                    let (key, body) = again.pop().unwrap_or_else(|| {
                        (format!("life-{life}-worker-{worker}-{number}"), request(&mut dice))
                    });
                    if !partner.book(&key, &body).await {
                        return;
                    }
                }
            })
        })
        .collect();
    let mut dice = Dice(seed ^ life);
    // Over there a lane first has to connect, and prepare what it says.
    let life_ms_max = if on_postgres() { 400 } else { 80 };
    tokio::time::sleep(Duration::from_millis(5 + dice.roll(life_ms_max))).await;
    server.kill();
    for worker in workers {
        worker.await.expect("a worker");
    }
}

/// Compares the ledger with a house, and returns what does not fit.
async fn reconcile(partner: &Partner) -> Vec<String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let (mut after, mut position) = (0, 0);
    loop {
        let page = partner.get(&format!("events?after={after}&limit=200")).await;
        let events = page["items"].as_array().unwrap_or_else(|| panic!("{page}")).clone();
        if events.is_empty() {
            break;
        }
        for event in events {
            position += 1;
            assert_eq!(event["position"], position, "the feed has a gap");
            after = position;
            if event["type"] == "booking.confirmed" {
                let code = event["subject"].as_str().expect("a code").to_owned();
                let cause = event["causationid"].to_string();
                assert_eq!(found.insert(code.clone(), cause), None, "{code} was sold twice");
            }
        }
    }
    let ledger = opened(&partner.ledger);
    let acknowledged: BTreeSet<&String> =
        ledger.answered.values().filter_map(|(code, _)| code.as_ref()).collect();
    let mut wrong: Vec<String> = acknowledged
        .iter()
        .filter(|code| !found.contains_key(**code))
        .map(|code| format!("lost: {code} was acknowledged and is not there"))
        .collect();
    wrong.extend(
        found
            .keys()
            .filter(|code| !acknowledged.contains(code))
            .map(|code| format!("too many: {code} is there and nobody asked for it")),
    );
    wrong
}

async fn oversold(partner: &Partner) -> Vec<String> {
    let path = "hotels/BER-ADLER/inventory?from=2029-02-01&to=2029-03-01";
    let nights = partner.get(path).await;
    let nights = nights["items"].as_array().expect("items");
    assert_eq!(nights.len(), 56, "28 nights of two room types");
    nights
        .iter()
        .filter(|night| night["left"].as_i64().expect("a number") < 0)
        .map(|night| format!("oversold: {night}"))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_acknowledged_booking_survives_kill_9() {
    let (lives, seed) = (number("HOTEL_CRASHES", 200), number("HOTEL_SEED", 20_261_121));
    println!("HOTEL_CRASHES={lives} HOTEL_SEED={seed}");
    let home = Home::new();
    let server = Server::start(&home);
    furnish(&home);
    assert_eq!(server.stop(), Some(0));
    let token = token(&home);
    let ledger = Arc::new(Mutex::new(Ledger::default()));
    let mut old = OsString::new();
    for life in 0..lives {
        one_life(&home, &token, &ledger, life, seed).await;
        if life == lives / 2 {
            old = copied_books(&home);
        }
    }
    let partner_of = |server: &Server| Partner {
        http: reqwest::Client::new(),
        url: server.url.clone(),
        token: token.clone(),
        ledger: Arc::clone(&ledger),
    };
    let server = Server::start(&home);
    let partner = partner_of(&server);
    let doubts = opened(&ledger).in_doubt.clone();
    for (key, body) in doubts {
        assert!(partner.book(&key, &body).await, "the last server answers");
    }
    assert_eq!(reconcile(&partner).await, Vec::<String>::new(), "HOTEL_SEED={seed}");
    assert_eq!(oversold(&partner).await, Vec::<String>::new(), "HOTEL_SEED={seed}");
    let answered = opened(&ledger).answered.len();
    println!("{lives} kills, {answered} answers, 0 lost, 0 nights sold twice");
    assert!(answered as u64 > lives, "the load was too thin to show anything");
    server.kill();
    // The negative control: a house that forgot what it said half-way must be found out.
    let forgetful = Server::start_with(&home, &["--database".as_ref(), &old]);
    let wrong = reconcile(&partner_of(&forgetful)).await;
    assert!(wrong.iter().any(|line| line.starts_with("lost:")), "the reconciler is blind");
}

/// Copies the books of a house that has been killed, and returns where the copy is.
fn copied_books(home: &Home) -> OsString {
    if let Some(url) = home.database() {
        return hotel_rig::postgres::copy_database(url).expect("a copy").into();
    }
    let (from, to) = (home.path().join("data/server/hotel.db"), home.path().join("old.db"));
    for ending in ["", "-wal"] {
        let (mut source, mut target) = (from.as_os_str().to_owned(), to.as_os_str().to_owned());
        source.push(ending);
        target.push(ending);
        std::fs::copy(source, target).expect("a copy");
    }
    to.into()
}
