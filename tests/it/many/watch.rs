//! Those who look over the house's shoulder, into the database itself: the watcher, who looks for nights
//! sold twice, and a reader of the log who does it the naive way.

use std::collections::BTreeSet;
use std::time::Duration;

use tokio::sync::watch;
use tokio_postgres::{Client, Error};

use crate::harness::connect;

/// How often the watcher looks.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// Every so many looks the bookings are counted too.
const COUNT_EVERY: u64 = 50;

/// How often the naive reader looks.
const READ_EVERY: Duration = Duration::from_millis(2);

/// How many findings are kept to be shown.
const SHOWN_MAX: usize = 20;

/// Nights on which more is taken than may be sold. What is sellable is reckoned here anew.
const OVERSOLD: &str = "SELECT format('oversold: %s %s %s: %s of %s', hotel, room_type, night, \
     sold + held, sellable) FROM (SELECT *, physical - out_of_order + overbook_rooms \
       + floor(physical * overbook_share / 10000.0) AS sellable FROM inventory) AS reckoned \
     WHERE sold + held > sellable";

/// Nights whose counts are not those of the bookings that live: one statement, so one snapshot.
const MISCOUNTED: &str = "WITH stay AS ( \
       SELECT booking.hotel, room.value ->> 'room_type' AS room_type, night::date AS night, \
         count(*) FILTER (WHERE booking.state = 'held') AS held, \
         count(*) FILTER (WHERE booking.state <> 'held') AS sold \
       FROM booking \
       JOIN event ON event.hotel = booking.hotel AND event.sequence = booking.told[1] \
       CROSS JOIN jsonb_array_elements(coalesce(booking.body::jsonb, \
         event.data::jsonb -> 'opened') -> 'rooms') AS room \
       CROSS JOIN generate_series(check_in, check_out - 1, interval '1 day') AS night \
       WHERE booking.state IN \
         ('held', 'requested', 'confirmed', 'in_house', 'checked_out', 'no_show') \
       GROUP BY 1, 2, 3) \
     SELECT format('miscounted: %s %s %s: %s sold and %s held, but %s and %s by the bookings', \
       hotel, room_type, night, inventory.sold, inventory.held, stay.sold, stay.held) \
     FROM inventory FULL JOIN stay USING (hotel, room_type, night) \
     WHERE (coalesce(inventory.sold, 0), coalesce(inventory.held, 0)) \
       <> (coalesce(stay.sold, 0), coalesce(stay.held, 0))";

/// What the watcher saw.
#[derive(Default)]
pub(crate) struct Seen {
    /// Snapshots in which the nights were looked at.
    pub(crate) snapshots: u64,
    /// Those of them in which the bookings were counted.
    pub(crate) counts: u64,
    /// What must not be.
    pub(crate) wrong: Vec<String>,
}

/// Looks at every night again and again until it is stopped, and then once more.
pub(crate) async fn watch(url: String, mut stop: watch::Receiver<bool>) -> Seen {
    let mut seen = Seen::default();
    let mut client = None;
    loop {
        let is_last = *stop.borrow();
        let looked = match client.take() {
            Some(client) => look(&client, &mut seen, is_last).await.map(|()| client),
            None => connect(&url).await,
        };
        let is_done = looked.is_ok() && client_was_there(&seen, is_last);
        // A database that is away is nobody's fault but the test's.
        client = looked.ok();
        if is_done {
            return seen;
        }
        drop(tokio::time::timeout(LOOK_EVERY, stop.wait_for(|stop| *stop && !is_last)).await);
    }
}

/// Tells whether the last look, which counts, has been taken.
fn client_was_there(seen: &Seen, is_last: bool) -> bool {
    is_last && seen.counts > 0
}

async fn look(client: &Client, seen: &mut Seen, is_last: bool) -> Result<(), Error> {
    let counts = is_last || seen.snapshots.is_multiple_of(COUNT_EVERY);
    let mut found = client.query(OVERSOLD, &[]).await?;
    seen.snapshots += 1;
    if counts {
        found.extend(client.query(MISCOUNTED, &[]).await?);
        seen.counts += 1;
    }
    seen.wrong.extend(found.iter().map(|row| row.get::<_, String>(0)));
    seen.wrong.truncate(SHOWN_MAX);
    Ok(())
}

/// Reads the log as if names were given in the order of commits: what is above the last that was seen.
/// Returns the batches it saw.
pub(crate) async fn read_naively(url: String, mut stop: watch::Receiver<bool>) -> BTreeSet<i64> {
    let (mut seen, mut client) = (BTreeSet::new(), None);
    while !*stop.borrow() {
        let last = seen.last().copied().unwrap_or(0);
        let above = "SELECT id FROM batch WHERE id > $1";
        client = match client.take() {
            None => connect(&url).await.ok(),
            Some(client) => match Client::query(&client, above, &[&last]).await {
                Ok(rows) => {
                    seen.extend(rows.iter().map(|row| row.get::<_, i64>(0)));
                    Some(client)
                }
                Err(_) => None,
            },
        };
        drop(tokio::time::timeout(READ_EVERY, stop.wait_for(|stop| *stop)).await);
    }
    seen
}

/// Returns how many batches are in the log below the last one that a naive reader saw.
pub(crate) async fn below(url: &str, last: i64) -> usize {
    let client = connect(url).await.expect("a connection");
    let row = client.query_one("SELECT count(*) FROM batch WHERE id <= $1", &[&last]).await;
    usize::try_from(row.expect("a count").get::<_, i64>(0)).expect("a count")
}
