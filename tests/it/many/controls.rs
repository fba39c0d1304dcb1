//! What the watcher must see where the house is not as it should be.

use futures_util::future::join_all;
use tokio::sync::watch;
use tokio::task::spawn_blocking;
use tokio_postgres::Client;

use super::cluster::{Cluster, Manner, skipped};
use super::{load, say, watch as watcher};
use crate::harness::connect;

/// Those who sell behind the house's back.
const SELLERS: usize = 8;

/// How often each of them tries.
const TRIES: u32 = 40;

/// Rooms on a night that all of them want.
const LEFT: &str = "SELECT physical - sold - held FROM inventory \
     WHERE hotel = 'BER-ADLER' AND room_type = 'TWO' AND night = $1::text::date";

const SELL: &str = "UPDATE inventory SET sold = sold + 1 \
     WHERE hotel = 'BER-ADLER' AND room_type = 'TWO' AND night = $1::text::date";

/// The second fence, taken away.
const NO_FENCE: &str = "DROP TRIGGER no_night_sold_twice_update ON inventory; \
     DROP TRIGGER no_night_sold_twice_insert ON inventory";

/// Sells what is left as somebody would who looks first and then writes; tells how often the database
/// refused.
async fn sell(client: Client) -> u32 {
    let mut refused = 0;
    for number in 0..TRIES {
        let night = format!("2029-02-{:02}", 1 + number % 28);
        let row = client.query_one(LEFT, &[&night]).await.expect("a night");
        if row.get::<_, i32>(0) > 0 {
            refused += u32::from(client.execute(SELL, &[&night]).await.is_err());
        }
    }
    refused
}

/// Has everybody sell at once, and returns how often they were refused and what the watcher then sees.
async fn attack(database: &str) -> (u32, Vec<String>) {
    let sellers = (0..SELLERS).map(|_| async {
        let client = connect(database).await.expect("a connection");
        tokio::spawn(sell(client)).await.expect("a seller")
    });
    let refused = join_all(sellers).await.iter().sum();
    let (stop, stopped) = watch::channel(true);
    let seen = watcher::watch(database.to_owned(), stopped).await;
    drop(stop);
    (refused, seen.wrong)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_looks_first_and_then_sells_is_stopped_by_the_fence_alone() {
    if skipped() {
        return;
    }
    let cluster = spawn_blocking(|| {
        let cluster = Cluster::start(Manner::default());
        load::furnish(&cluster);
        // Nobody else sells meanwhile.
        cluster.instances.iter().for_each(super::cluster::Instance::kill);
        cluster
    });
    let cluster = cluster.await.expect("a cluster");
    let oversold = |wrong: &[String]| wrong.iter().any(|line| line.starts_with("oversold"));
    let (refused, wrong) = attack(&cluster.database).await;
    assert!(refused > 0, "nobody came between a look and a sale");
    assert!(!oversold(&wrong), "{wrong:?}");
    // Nobody asked for these rooms, and that is seen too.
    assert!(wrong.iter().any(|line| line.starts_with("miscounted")), "{wrong:?}");
    let client = connect(&cluster.database).await.expect("a connection");
    client.batch_execute(NO_FENCE).await.expect("no fence");
    client.batch_execute("UPDATE inventory SET sold = 0").await.expect("nothing sold");
    let (unfenced, wrong) = attack(&cluster.database).await;
    assert_eq!(unfenced, 0);
    assert!(oversold(&wrong), "the watcher is blind: {wrong:?}");
    say(format_args!("refused {refused} times with the fence, oversold without it: {}", wrong[0]));
}
