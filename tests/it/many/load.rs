//! The load: hotels with few rooms and many, and those who book, hold, guarantee, amend and cancel.

use serde_json::{Value, json};

use super::cluster::Cluster;
use super::partner::{Heard, Order, Partner};
use crate::dice::Dice;

/// The hotels.
pub(crate) const HOTELS: [&str; 6] =
    ["BER-ADLER", "BER-SPREE", "BER-DACHS", "BER-FALKE", "BER-IGEL", "BER-LUCHS"];

/// The month that is sold.
const NIGHTS: u64 = 28;

/// The nights of it, as a query asks for them.
pub(crate) const ALL_NIGHTS: &str = "from=2029-02-01&to=2029-03-01";

/// Bookings that one client remembers and changes.
const REMEMBERED_MAX: usize = 40;

/// Furnishes the hotels: one room of type ONE, two of type TWO, and more of type STD than are sold.
pub(crate) fn furnish(cluster: &Cluster) {
    for hotel in HOTELS {
        for line in [
            "hotels add HOTEL --name Adler --city Berlin --city-code BER --country DE \
             --zone Europe/Berlin --at 52.52,13.40 --stars 4 --currency EUR --auto-confirm true",
            "room-types add HOTEL ONE --name One --adults 2 --people 2",
            "room-types add HOTEL TWO --name Two --adults 2 --people 2",
            "room-types add HOTEL STD --name Standard --adults 2 --people 2",
            "rooms add HOTEL ONE 1",
            "rooms add HOTEL TWO 2..3",
            "rooms add HOTEL STD 101..110",
            "rates plan-add HOTEL BAR --name Best --payment at-hotel",
            "rates set HOTEL BAR ONE,TWO,STD 2029-02-01..2029-03-01 100.00",
            "inventory open HOTEL 2029-02-01..2029-03-01",
            "inventory overbook HOTEL STD 2029-02-01..2029-03-01 100000",
        ] {
            cluster.typed(&line.replace("HOTEL", hotel));
        }
    }
}

/// Returns a stay of some nights.
pub(crate) fn stay(dice: &mut Dice) -> Value {
    let first = 1 + dice.roll(NIGHTS - 3);
    let last = first + 1 + dice.roll(3);
    json!({ "check_in": format!("2029-02-{first:02}"), "check_out": format!("2029-02-{last:02}") })
}

/// Returns the command that books or holds a room of a type.
pub(crate) fn booking(dice: &mut Dice, room_type: &str, hold_minutes: Option<u32>) -> Order {
    let mut body = json!({
        "hotel": dice.one_of(&HOTELS), "rate_plan": "BAR", "stay": stay(dice),
        "rooms": [{ "room_type": room_type }],
        "guest": { "new": { "family": "LI", "given": "WEI" } },
    });
    if let Some(minutes) = hold_minutes {
        body["intent"] = json!({ "hold": { "minutes": minutes } });
    }
    Order::post("bookings", &body)
}

/// A client that books and changes what it booked, until everybody is told to stop.
pub(crate) async fn client(partner: Partner, seed: u64) {
    let mut dice = Dice(seed);
    let mut mine: Vec<(String, u64)> = Vec::new();
    while !partner.is_stopped() {
        let order = next(&mut dice, &mine);
        let heard = if dice.roll(5) == 0 {
            partner.settle_many(&mut dice, &order).await
        } else {
            partner.settle(&order).await
        };
        remember(&mut mine, &order, &heard);
        if dice.roll(10) == 0 {
            let hotel = dice.one_of(&HOTELS);
            let path = format!("hotels/{hotel}/inventory?room_type=ONE&{ALL_NIGHTS}");
            // A read that fails is no loss.
            partner.get(partner.balancer(), &path).await;
        }
    }
}

fn next(dice: &mut Dice, mine: &[(String, u64)]) -> Order {
    let hot = ["ONE", "TWO", "STD", "STD"];
    if mine.is_empty() || dice.roll(100) < 40 {
        let room_type = *dice.one_of(&hot);
        let hold = (dice.roll(4) == 0).then_some(1);
        return booking(dice, room_type, hold);
    }
    let (code, version) = dice.one_of(mine).clone();
    let order = match dice.roll(6) {
        0 | 1 => Order::amend(&code, &json!({ "stay": stay(dice) })),
        2 => Order::amend(&code, &json!({ "requests": format!("wish {}", dice.roll(1_000)) })),
        3 => Order::post(format!("bookings/{code}/guarantee"), &json!({ "guarantee": "agency" })),
        _ => Order::post(format!("bookings/{code}/cancel"), &json!({})),
    };
    // Some mean a version that is no more, or is not yet.
    order.if_match(if dice.roll(12) == 0 { version + 1 } else { version })
}

fn remember(mine: &mut Vec<(String, u64)>, order: &Order, heard: &Heard) {
    if !heard.is_done() {
        // What others changed, or what is over, is of no more use.
        mine.retain(|(code, _)| !order.path.contains(code.as_str()));
        return;
    }
    let outcome = heard.json();
    let code = outcome["booking"]["code"].as_str().expect("a code").to_owned();
    let version = outcome["booking"]["version"].as_u64().expect("a version");
    mine.retain(|(known, _)| *known != code);
    mine.push((code, version));
    if mine.len() > REMEMBERED_MAX {
        mine.remove(0);
    }
}
