//! A replica that follows the house's database: lists are read there, and nobody notices that it is behind,
//! gone, or no replica any more.

use std::time::{Duration, Instant};

use hotel_rig::postgres::psql;
use hotel_rig::{Postgres, ports};
use serde_json::{Value, json};

use crate::harness::{Home, Server, token};

/// How soon a replica that is well again is read again.
const BACK_MAX: Duration = Duration::from_secs(10);

/// How long a read may take whatever the replica does: far less than it takes to give a database up.
const ANSWER_MAX: Duration = Duration::from_secs(3);

/// How often somebody writes and then looks.
const ROUNDS: u32 = 60;

/// Two instances over one Postgres, of which the first reads at a replica too.
struct House {
    http: reqwest::Client,
    instances: [Server; 2],
    metrics: String,
    token: String,
    /// The database, as the replica has it.
    there: String,
    replica: Postgres,
    _primary: Postgres,
    _homes: [Home; 2],
}

impl House {
    fn start() -> Self {
        let primary = Postgres::builder().in_memory().start().expect("a Postgres");
        let replica = primary.replica().expect("a replica");
        let url = primary.database().expect("a database");
        let there = replica.url_of(&url);
        Self::reading(primary, replica, &url, there)
    }

    /// Starts the instances; the first reads at `there`.
    fn reading(primary: Postgres, replica: Postgres, url: &str, there: String) -> Self {
        let homes = [Home::new(), Home::new()];
        let metrics = format!("127.0.0.1:{}", ports::free().expect("a port"));
        let options = ["--database", url, "--database-replica", &there];
        let options = options.into_iter().chain(["--metrics-listen", &metrics]);
        let options: Vec<_> = options.map(AsRef::as_ref).collect();
        let reader = Server::start_with(&homes[0], &options);
        let instances = [reader, Server::start_with(&homes[1], &options[..2])];
        let token = token(&homes[0]);
        let http = reqwest::Client::builder().timeout(ANSWER_MAX).build().expect("HTTP");
        let metrics = format!("http://{metrics}/metrics");
        Self { http, instances, metrics, token, there, replica, _primary: primary, _homes: homes }
    }

    /// Registers a guest of a name through an instance.
    async fn register(&self, instance: usize, family: &str) {
        let request = self
            .http
            .post(format!("{}/v1/registrations", self.instances[instance].url))
            .bearer_auth(&self.token)
            .header("Idempotency-Key", format!("of-{family}"))
            .json(&json!({ "family": family, "given": "WEI" }));
        assert_eq!(request.send().await.expect("an answer").status(), 201, "{family}");
    }

    /// Reads a list from the instance that has a replica.
    async fn list(&self, path: &str) -> Vec<Value> {
        let request =
            self.http.get(format!("{}{path}", self.instances[0].url)).bearer_auth(&self.token);
        let answer = request.send().await.expect("an answer in time");
        assert_eq!(answer.status(), 200, "{path}");
        let page: Value = answer.json().await.expect("JSON");
        page["items"].as_array().expect("a page").clone()
    }

    /// Registers a guest through an instance, and looks at once whether the list has him.
    async fn write_and_look(&self, instance: usize, family: &str) {
        self.register(instance, family).await;
        let listed = self.list(&format!("/v1/guests?name={family}")).await;
        assert_eq!(listed.len(), 1, "{family} is not in the list");
    }

    /// Returns the value of a series, 0 before it begins.
    async fn counted(&self, series: &str) -> u64 {
        let answer = self.http.get(&self.metrics).send().await.expect("the counts");
        let text = answer.text().await.expect("text");
        let value = text.lines().find_map(|line| line.strip_prefix(series)?.strip_prefix(' '));
        value.map_or(0, |value| value.parse().expect("a number"))
    }

    async fn read_at(&self, place: &str) -> u64 {
        self.counted(&format!("hotel_store_reads_total{{place=\"{place}\"}}")).await
    }

    async fn passed_over(&self, reason: &str) -> u64 {
        self.counted(&format!("hotel_replica_passed_over_total{{reason=\"{reason}\"}}")).await
    }

    /// Waits until lists come from the replica, which they do by themselves.
    async fn until_the_replica_is_read(&self) {
        let (began, before) = (Instant::now(), self.read_at("replica").await);
        while self.read_at("replica").await == before {
            assert!(began.elapsed() < BACK_MAX, "the replica is not read");
            self.list("/v1/guests").await;
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    fn at_the_replica(&self, sql: &str) -> String {
        psql(&self.there, sql).unwrap_or_else(|error| panic!("{sql}: {error}"))
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_are_read_at_a_replica_and_have_all_that_anybody_was_told() {
    let house = House::start();
    house.until_the_replica_is_read().await;
    let before = house.read_at("replica").await;
    for round in 0..ROUNDS {
        // Through whichever instance it was written: the other knows nothing of it yet.
        house.write_and_look((round % 2) as usize, &format!("LI{round:03}")).await;
    }
    let read = house.read_at("replica").await - before;
    assert!(read >= u64::from(ROUNDS) / 4, "{read} of {ROUNDS} lists came from the replica");
    // Other lists, charts and reports come from there too, and the log as far as it is old.
    let before = house.read_at("replica").await;
    for path in ["/v1/bookings", "/v1/events?after=0&limit=5", "/v1/guests?limit=5"] {
        house.until_the_replica_is_read().await;
        let (there, listed) = (house.read_at("replica").await, house.list(path).await);
        let expect = if path.starts_with("/v1/bookings") { 0 } else { 5 };
        assert_eq!(listed.len(), expect, "{path}");
        let passed = house.passed_over("behind").await + house.passed_over("down").await;
        assert!(house.read_at("replica").await > there || passed > 0, "{path} was read elsewhere");
    }
    assert!(house.read_at("replica").await > before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_replica_that_stands_still_is_passed_over_and_nobody_reads_what_is_old() {
    let house = House::start();
    house.until_the_replica_is_read().await;
    house.at_the_replica("SELECT pg_wal_replay_pause()");
    for round in 0..5 {
        house.write_and_look(round % 2, &format!("NEW{round}")).await;
    }
    // It answers, and does not know what everybody else does.
    let old = house.at_the_replica("SELECT count(*) FROM guest WHERE family LIKE 'NEW%'");
    assert_eq!(old, "0");
    assert!(house.passed_over("behind").await > 0);
    house.at_the_replica("SELECT pg_wal_replay_resume()");
    house.until_the_replica_is_read().await;
    assert_eq!(house.list("/v1/guests?name=NEW").await.len(), 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_read_fails_where_a_replica_dies_hangs_or_is_promoted() {
    let house = House::start();
    house.until_the_replica_is_read().await;
    house.replica.kill().expect("kill -9");
    for round in 0..20 {
        house.write_and_look(round % 2, &format!("DEAD{round}")).await;
    }
    assert!(house.passed_over("down").await > 0);
    house.replica.restart().expect("it starts again");
    house.until_the_replica_is_read().await;
    house.replica.pause();
    for round in 0..20 {
        house.write_and_look(round % 2, &format!("HUNG{round}")).await;
    }
    house.replica.resume();
    house.until_the_replica_is_read().await;
    // From here on it goes its own way.
    assert_eq!(house.at_the_replica("SELECT pg_promote()"), "t");
    let before = house.read_at("replica").await;
    for round in 0..5 {
        house.write_and_look(round % 2, &format!("APART{round}")).await;
    }
    assert_eq!(house.read_at("replica").await, before, "what is no replica was read");
    assert!(house.passed_over("foreign").await > 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_replica_of_this_house_is_never_read() {
    let check = async |of: &str, there: &dyn Fn(&Postgres, &Postgres, &str) -> String| {
        let primary = Postgres::builder().in_memory().start().expect("a Postgres");
        let replica = primary.replica().expect("a replica");
        let url = primary.database().expect("a database");
        let there = there(&primary, &replica, &url);
        let house = House::reading(primary, replica, &url, there);
        house.write_and_look(0, "LI").await;
        house.write_and_look(1, "NOVAK").await;
        assert_eq!(house.read_at("replica").await, 0, "{of}");
        let passed = (house.passed_over("foreign").await, house.passed_over("down").await);
        assert!(passed.0 + passed.1 > 0, "{of}");
        passed.0
    };
    // Of another house, which is made as the first was and so has the same numbers but one.
    let other = Postgres::builder().in_memory().start().expect("another Postgres");
    let of_other = other.replica().expect("its replica");
    let theirs = of_other.url_of(&other.database().expect("a database"));
    let another = |_: &Postgres, _: &Postgres, _: &str| theirs.clone();
    assert!(check("another server", &another).await > 0);
    let itself = |_: &Postgres, _: &Postgres, url: &str| url.to_owned();
    assert!(check("the database itself", &itself).await > 0);
    let beside = |_: &Postgres, replica: &Postgres, _: &str| replica.url();
    assert!(check("another database of the replica", &beside).await > 0);
    let gone = ports::free().expect("a port");
    let nobody =
        |_: &Postgres, _: &Postgres, _: &str| format!("postgres://hotel@127.0.0.1:{gone}/x");
    assert_eq!(check("nobody", &nobody).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_replica_that_stayed_with_an_old_primary_is_never_read() {
    let old = Postgres::builder().in_memory().start().expect("a Postgres");
    let url = old.database().expect("a database");
    let (new, left) = (old.replica().expect("a replica"), old.replica().expect("another"));
    assert_eq!(new.psql("SELECT pg_promote()").expect("an answer"), "t");
    // The old one lives on, and gets further than the new one has come.
    old.psql("CREATE TABLE more AS SELECT generate_series(1, 200000)").expect("more");
    let (url, there) = (new.url_of(&url), left.url_of(&url));
    let house = House::reading(new, left, &url, there);
    house.write_and_look(0, "LI").await;
    house.write_and_look(1, "NOVAK").await;
    assert_eq!(house.read_at("replica").await, 0);
    assert!(house.passed_over("foreign").await > 0);
}

#[test]
fn a_replica_is_a_postgres_beside_a_postgres() {
    let home = Home::new();
    let file = home.path().join("hotel.db").display().to_string();
    for (database, replica) in
        [(file.as_str(), "postgres://hotel@db/hotel"), ("postgres://hotel@127.0.0.1:1/x", &file)]
    {
        let line = ["serve", "--listen", "127.0.0.1:0", "--no-color", "--database", database];
        let line: Vec<&str> = line.into_iter().chain(["--database-replica", replica]).collect();
        let said = home.run(&line);
        said.expect_not(0);
        assert!(said.stderr.contains("can be no replica"), "{said:#?}");
    }
}
