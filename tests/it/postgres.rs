//! A Postgres that is not as it should be: a sentence at the start, 503 while it lasts, and work again as
//! soon as it is back.

use std::time::{Duration, Instant};

use hotel_rig::Postgres;
use hotel_rig::postgres::psql;
use serde_json::{Value, json};

use crate::harness::{Home, Said, Server, token};

/// How soon after the return of its database a house has to work again.
const RECOVERY_MAX: Duration = Duration::from_secs(5);

/// How soon a request is answered whatever the database does.
const ANSWER_MAX: Duration = Duration::from_secs(15);

fn serve(url: &str) -> Said {
    Home::new().run(&["serve", "--listen", "127.0.0.1:0", "--database", url, "--no-color"])
}

/// Starts a server over a database that can't be used, and returns what it said.
fn refused(url: &str) -> String {
    let said = serve(url);
    said.expect_not(0);
    assert_eq!(said.stdout, "", "{said:#?}");
    assert!(said.stderr.contains("[serve.failed]"), "{said:#?}");
    assert!(!said.stderr.contains("panicked"), "{said:#?}");
    said.stderr
}

#[test]
fn a_postgres_that_can_not_be_used_is_told_in_a_sentence_and_left_as_it_is() {
    let gone = hotel_rig::ports::free().expect("a port");
    let nobody = refused(&format!("postgres://hotel@127.0.0.1:{gone}/hotel"));
    assert!(nobody.contains("refused"), "{nobody}");
    let url = Postgres::for_tests();
    let unknown = refused(&url.replace("hotel@", "somebody@"));
    assert!(unknown.contains("\"somebody\" does not exist"), "{unknown}");
    let (server, _) = url.rsplit_once('/').expect("a database");
    let nowhere = refused(&format!("{server}/nowhere"));
    assert!(nowhere.contains("\"nowhere\" does not exist"), "{nowhere}");
    let elsewhere = refused("postgres://hotel@db.example.com/hotel?sslmode=disable");
    assert!(elsewhere.contains("clear text"), "{elsewhere}");

    psql(&url, "CREATE TABLE booking (mine text); INSERT INTO booking VALUES ('all of it')")
        .unwrap();
    let foreign = refused(&url);
    assert!(foreign.contains("tables that are not ours"), "{foreign}");
    assert_eq!(psql(&url, "SELECT mine FROM booking").unwrap(), "all of it");
    assert_eq!(
        psql(&url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").unwrap(),
        "1"
    );
}

#[test]
fn tables_of_a_newer_version_are_refused_unless_it_says_that_they_fit() {
    let url = Postgres::for_tests();
    let home = Home::new();
    let over = ["--database".as_ref(), url.as_ref()];
    assert_eq!(Server::start_with(&home, &over).stop(), Some(0));
    psql(
        &url,
        "INSERT INTO refinery_schema_history (version, name, applied_on, checksum) \
         VALUES (9999, 'future', '2030-01-01T00:00:00Z', '0')",
    )
    .unwrap();
    let works_from = |version: i64| {
        let say = format!("UPDATE meta SET value = int8send({version}) WHERE name = 'works_from'");
        psql(&url, &say).unwrap();
    };
    works_from(9999);
    let newer = refused(&url);
    assert!(newer.contains("schema version 9999"), "{newer}");
    works_from(1);
    assert_eq!(Server::start_with(&home, &over).stop(), Some(0));
    psql(&url, "DELETE FROM meta WHERE name = 'works_from'").unwrap();
    assert!(refused(&url).contains("schema version 9999"));
}

/// A house over a Postgres of its own, that somebody asks for things.
struct Asked {
    http: reqwest::Client,
    server: Server,
    token: String,
    postgres: Postgres,
    _home: Home,
}

impl Asked {
    fn new() -> Self {
        let postgres = Postgres::builder().in_memory().start().expect("a Postgres");
        let home = Home::new();
        let url = postgres.url();
        let server = Server::start_with(&home, &["--database".as_ref(), url.as_ref()]);
        let http = reqwest::Client::builder().timeout(ANSWER_MAX).build().expect("HTTP");
        let token = token(&home);
        Self { http, server, token, postgres, _home: home }
    }

    async fn get(&self, path: &str) -> (u16, Value) {
        let request = self.http.get(format!("{}{path}", self.server.url)).bearer_auth(&self.token);
        let answer = request.send().await.expect("an answer in time");
        (answer.status().as_u16(), answer.json().await.unwrap_or_default())
    }

    /// Registers a guest: a write, always under the same key.
    async fn write(&self, key: &str) -> u16 {
        let request = self
            .http
            .post(format!("{}/v1/registrations", self.server.url))
            .bearer_auth(&self.token)
            .header("Idempotency-Key", key)
            .json(&json!({ "family": "LI", "given": "WEI" }));
        let answer = request.send().await.expect("an answer in time");
        let status = answer.status().as_u16();
        if status == 503 {
            assert!(answer.headers().contains_key("retry-after"), "503 without Retry-After");
            let problem: Value = answer.json().await.expect("JSON");
            assert_eq!(problem["code"], "store.unavailable", "{problem}");
        }
        status
    }

    /// Has the database fail and come back, and returns how soon after that the house worked again.
    async fn survive(&self, what: &str, fail: impl FnOnce(), restore: impl FnOnce()) {
        let key = format!("while-{what}");
        assert_eq!(self.write(&format!("before-{what}")).await, 201);
        fail();
        assert_eq!(self.write(&key).await, 503, "{what}");
        assert_eq!(self.get("/livez").await.0, 200, "{what}: it lives whatever its database does");
        assert_eq!(self.get("/readyz").await.0, 503, "{what}");
        restore();
        let began = Instant::now();
        while self.write(&key).await != 201 || self.get("/readyz").await.0 != 200 {
            assert!(began.elapsed() < RECOVERY_MAX, "{what}: it does not come back by itself");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(self.get("/v1/hotels").await.0, 200, "{what}");
        // However often it was sent, it took effect once.
        let sql = format!("SELECT count(*) FROM command WHERE key = '{key}'");
        assert_eq!(self.postgres.psql(&sql).expect("an answer"), "1", "{what}");
    }

    fn sql(&self, sql: &str) {
        self.postgres.psql(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    /// Ends the sessions of the house, so that the next ones find what has changed.
    fn hang_up(&self) {
        self.sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
             WHERE application_name LIKE 'hotel%' AND pid <> pg_backend_pid()",
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_house_outlives_whatever_befalls_its_postgres() {
    let house = Asked::new();
    house
        .survive(
            "killed",
            || house.postgres.kill().expect("kill -9"),
            || house.postgres.restart().expect("it starts again"),
        )
        .await;
    house.survive("paused", || house.postgres.pause(), || house.postgres.resume()).await;
    house
        .survive(
            "read-only",
            || {
                house.sql("ALTER ROLE hotel SET default_transaction_read_only = on");
                house.hang_up();
            },
            || {
                let again = "BEGIN READ WRITE; \
                         ALTER ROLE hotel RESET default_transaction_read_only; COMMIT";
                house.sql(again);
                house.hang_up();
            },
        )
        .await;
}
