//! A Postgres that is not as it should be: a sentence at the start, 503 while it lasts, and work again as
//! soon as it is back.

use std::process::Command;
use std::time::{Duration, Instant};

use hotel_rig::Postgres;
use hotel_rig::postgres::psql;
use serde_json::{Value, json};
use tokio_postgres::Client;

use crate::harness::{Home, Said, Server, connect, token};

/// How soon after the return of its database a house has to work again.
const RECOVERY_MAX: Duration = Duration::from_secs(5);

/// How soon a request is answered whatever the database does.
const ANSWER_MAX: Duration = Duration::from_secs(15);

/// How soon a start ends that can't come to anything.
const START_MAX: Duration = Duration::from_secs(20);

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

#[test]
fn the_history_of_another_program_is_not_taken_for_ours() {
    let url = Postgres::for_tests();
    let history = "CREATE TABLE refinery_schema_history (version int4 PRIMARY KEY, \
         name varchar(255), applied_on varchar(255), checksum varchar(255)); \
         INSERT INTO refinery_schema_history VALUES (77, 'ledger', '2030-01-01T00:00:00Z', '5')";
    psql(&url, &format!("{history}; CREATE TABLE ledger (mine text)")).unwrap();
    let foreign = refused(&url);
    assert!(foreign.contains("tables that are not ours"), "{foreign}");
    let tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";
    assert_eq!(psql(&url, tables).unwrap(), "2");
}

/// The user whom a server asks for a password, and the password.
const CLERK: &str = "clerk";
const PASSWORD: &str = "open-sesame";

/// A Postgres that asks its clerk for a password, and a database of his.
struct Guarded {
    postgres: Postgres,
    /// The URL of the database for the clerk.
    url: String,
    /// The URL of the same for somebody who is trusted.
    books: String,
}

impl Guarded {
    fn start() -> Self {
        let postgres = Postgres::builder().in_memory().asking(CLERK).start().expect("a Postgres");
        let books = postgres.database().expect("a database");
        psql(
            &books,
            &format!(
                "CREATE ROLE {CLERK} LOGIN PASSWORD '{PASSWORD}'; GRANT ALL ON SCHEMA public TO {CLERK}"
            ),
        )
        .expect("a clerk");
        let url = books.replace("hotel@", &format!("{CLERK}@"));
        Self { postgres, url, books }
    }
}

#[test]
fn a_wrong_password_is_told_with_the_way_on_and_never_shown() {
    let guarded = Guarded::start();
    let serve = ["serve", "--listen", "127.0.0.1:0", "--database", &guarded.url, "--no-color"];
    for (env, expect) in [
        (
            &[("PGPASSWORD", "close-sesame")][..],
            "password authentication failed for user \"clerk\"",
        ),
        (&[][..], "password missing"),
    ] {
        let said = Home::new().run_in(&serve, env);
        said.expect_not(0);
        for text in [expect, "[serve.failed]", "PGPASSWORD", "PGPASSFILE"] {
            assert!(said.stderr.contains(text), "{text}: {said:#?}");
        }
        assert!(!said.stderr.contains("sesame"), "{said:#?}");
    }
    let home = Home::new();
    let options = ["--database".as_ref(), guarded.url.as_ref()];
    let server = Server::start_in(&home, &options, &[("PGPASSWORD", PASSWORD)]);
    assert_eq!(server.stop(), Some(0));
}

#[cfg(unix)]
#[test]
fn a_copy_takes_a_password_from_where_serve_does_and_from_no_argument() {
    use std::os::unix::fs::PermissionsExt;
    let (guarded, home) = (Guarded::start(), Home::new());
    let file = format!("sqlite:{}", home.path().join("old.db").display());
    let old = ["--database".as_ref(), file.as_ref()];
    assert_eq!(Server::start_with(&home, &old).stop(), Some(0));
    let copy = |from: &str, to: &str, env: &[(&str, &str)]| {
        let said = home.run_in(&["admin", "copy", "--from", from, "--to", to, "--no-color"], env);
        assert!(!said.stderr.contains("sesame"), "{said:#?}");
        said
    };
    let told = guarded.url.replace("clerk@", &format!("clerk:{PASSWORD}@"));
    let hidden = format!("{}?password={PASSWORD}", guarded.url);
    for (from, to, flag) in
        [(file.as_str(), told.as_str(), "--to"), (&hidden, "sqlite:new.db", "--from")]
    {
        let said = copy(from, to, &[]);
        said.expect(2);
        for text in ["can be read by every user", "[config.value]", flag, "PGPASSFILE"] {
            assert!(said.stderr.contains(text), "{text}: {said:#?}");
        }
    }
    let unasked = copy(&file, &guarded.url, &[]);
    unasked.expect_not(0);
    assert!(unasked.stderr.contains("password missing"), "{unasked:#?}");
    copy(&file, &guarded.url, &[("PGPASSWORD", PASSWORD)]).expect(0);
    // The way back, with the password from the file.
    let pgpass = home.path().join("pgpass");
    std::fs::write(&pgpass, format!("*:*:*:{CLERK}:{PASSWORD}\n")).expect("a file");
    let env = [("PGPASSFILE", pgpass.to_str().expect("a path"))];
    let back = format!("sqlite:{}", home.path().join("back.db").display());
    let mode = |mode| std::fs::set_permissions(&pgpass, PermissionsExt::from_mode(mode));
    mode(0o644).expect("a mode");
    let exposed = copy(&guarded.url, &back, &env);
    assert!(exposed.stderr.contains("[config.secret_exposed]"), "{exposed:#?}");
    mode(0o600).expect("a mode");
    copy(&guarded.url, &back, &env).expect(0);
}

/// A house over a Postgres of its own, that somebody asks for things.
struct Asked {
    http: reqwest::Client,
    server: Server,
    token: String,
    postgres: Postgres,
    /// The URL of its database for somebody who may do everything.
    books: String,
    _home: Home,
}

impl Asked {
    fn new() -> Self {
        let postgres = Postgres::builder().in_memory().start().expect("a Postgres");
        let url = postgres.url();
        Self::over(postgres, (&url, url.clone()), &[])
    }

    fn over(postgres: Postgres, (url, books): (&str, String), env: &[(&str, &str)]) -> Self {
        let home = Home::new();
        let server = Server::start_in(&home, &["--database".as_ref(), url.as_ref()], env);
        let http = reqwest::Client::builder().timeout(ANSWER_MAX).build().expect("HTTP");
        let token = token(&home);
        Self { http, server, token, postgres, books, _home: home }
    }

    async fn get(&self, path: &str) -> (u16, Value) {
        let request = self.http.get(format!("{}{path}", self.server.url)).bearer_auth(&self.token);
        let answer = request.send().await.expect("an answer in time");
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        assert!(status != 503 || headers.contains_key("retry-after"), "503 without Retry-After");
        (status, answer.json().await.unwrap_or_default())
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

    /// Reads lists more than there are connections for, all at once, and returns what came.
    async fn crowd_of_reads(&self) -> Vec<u16> {
        let reads = (0..CROWD).map(|_| async { self.get("/v1/bookings").await.0 });
        futures_util::future::join_all(reads).await
    }

    /// Has the database fail and come back, and looks that the house says so meanwhile, and how soon
    /// after that it works again.
    async fn survive<T>(
        &self,
        (what, ready): (&str, u16),
        fail: impl AsyncFnOnce() -> T,
        restore: impl AsyncFnOnce(T),
    ) {
        let key = format!("while-{what}");
        assert_eq!(self.write(&format!("before-{what}")).await, 201);
        let failed = fail().await;
        assert_eq!(self.write(&key).await, 503, "{what}");
        assert_eq!(self.get("/livez").await.0, 200, "{what}: it lives whatever its database does");
        assert_eq!(self.get("/readyz").await.0, ready, "{what}");
        restore(failed).await;
        let began = Instant::now();
        while self.write(&key).await != 201 || self.get("/readyz").await.0 != 200 {
            assert!(began.elapsed() < RECOVERY_MAX, "{what}: it does not come back by itself");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(self.get("/v1/hotels").await.0, 200, "{what}");
        assert_eq!(self.crowd_of_reads().await, [200; CROWD], "{what}");
        // However often it was sent, it took effect once.
        let sql = format!("SELECT count(*) FROM command WHERE key = '{key}'");
        assert_eq!(psql(&self.books, &sql).expect("an answer"), "1", "{what}");
    }

    fn sql(&self, sql: &str) -> String {
        psql(&self.books, sql).unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    /// Ends the sessions of the house, so that the next ones find what has changed.
    fn hang_up(&self) {
        self.sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
             WHERE application_name LIKE 'hotel%' AND pid <> pg_backend_pid()",
        );
    }

    /// Takes every connection that the server has, those of the house too.
    async fn crowd_out(&self) -> Vec<Client> {
        let url = format!("{}?application_name=crowd", self.books);
        let mut crowd = vec![connect(&url).await.expect("a connection")];
        loop {
            crowd[0].query(LEAVE, &[]).await.expect("an answer");
            while let Ok(client) = connect(&url).await {
                crowd.push(client);
            }
            let others = crowd[0].query_one(OTHERS, &[]).await.expect("an answer");
            if others.get::<_, i64>("count") == 0 {
                return crowd;
            }
        }
    }

    /// Holds a table as `LOCK TABLE` does, until what this returns is dropped.
    async fn hold(&self, tables: &str) -> Client {
        let client = connect(&self.books).await.expect("a connection");
        let lock = format!("BEGIN; LOCK TABLE {tables} IN ACCESS EXCLUSIVE MODE");
        client.batch_execute(&lock).await.expect("a lock");
        client
    }
}

/// More reads at once than a house has connections for.
const CROWD: usize = 24;

const LEAVE: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
     WHERE backend_type = 'client backend' AND application_name <> 'crowd'";

const OTHERS: &str = "SELECT count(*) FROM pg_stat_activity \
     WHERE backend_type = 'client backend' AND application_name <> 'crowd'";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_house_outlives_whatever_befalls_its_postgres() {
    let house = Asked::new();
    house
        .survive(
            ("killed", 503),
            async || house.postgres.kill().expect("kill -9"),
            async |()| house.postgres.restart().expect("it starts again"),
        )
        .await;
    house
        .survive(
            ("paused", 503),
            async || house.postgres.pause(),
            async |()| house.postgres.resume(),
        )
        .await;
    house
        .survive(
            ("read-only", 503),
            async || {
                house.sql("ALTER ROLE hotel SET default_transaction_read_only = on");
                house.hang_up();
            },
            async |()| {
                let again = "BEGIN READ WRITE; \
                         ALTER ROLE hotel RESET default_transaction_read_only; COMMIT";
                house.sql(again);
                house.hang_up();
            },
        )
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_house_outlives_a_postgres_that_has_no_connection_left() {
    let few = Postgres::builder().in_memory().setting("max_connections", "20").start();
    let few = few.expect("a Postgres");
    let url = few.url();
    let house = Asked::over(few, (&url, url.clone()), &[]);
    house
        .survive(
            ("crowded", 503),
            async || {
                let crowd = house.crowd_out().await;
                assert_eq!(house.crowd_of_reads().await, [503; CROWD]);
                // Who starts meanwhile is told what to do.
                let refused = refused(&url);
                for text in ["too many clients", "max_connections"] {
                    assert!(refused.contains(text), "{refused}");
                }
                crowd
            },
            async |crowd| drop(crowd),
        )
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_house_outlives_a_postgres_that_keeps_it_waiting() {
    let house = Asked::new();
    house
        .survive(
            ("locked", 503),
            async || {
                let locked = house.hold("stream, feed, booking").await;
                assert_eq!(house.crowd_of_reads().await, [503; CROWD]);
                let refused = refused(&house.books);
                assert!(refused.contains("lock timeout"), "{refused}");
                locked
            },
            async |locked| drop(locked),
        )
        .await;
    let slow = "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS \
         $$ BEGIN PERFORM pg_sleep(3600); RETURN NULL; END $$; \
         CREATE TRIGGER slow BEFORE INSERT ON command EXECUTE FUNCTION slow()";
    house
        .survive(
            ("slow", 200),
            async || house.sql(slow),
            async |_| drop(house.sql("DROP FUNCTION slow CASCADE")),
        )
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sessions_that_hang_are_given_up_for_others() {
    let house = Asked::new();
    assert_eq!(house.write("before").await, 201);
    assert_eq!(house.crowd_of_reads().await, [200; CROWD]);
    assert_eq!(house.get("/readyz").await.0, 200);
    // Only who holds nothing is stopped: what others wait for is another matter.
    let idle = "SELECT pid FROM pg_stat_activity \
         WHERE application_name LIKE 'hotel%' AND state = 'idle'";
    let stopped: Vec<String> = house.sql(idle).lines().map(str::to_owned).collect();
    assert!(stopped.len() > 2, "{stopped:?}");
    tell("-STOP", &stopped);
    let (written, read) = tokio::join!(house.write("while"), house.crowd_of_reads());
    assert!([201, 503].contains(&written), "{written}");
    assert!(read.iter().all(|status| [200, 503].contains(status)), "{read:?}");
    // Nobody lets them go on; what is asked from now on is asked over new ones.
    let began = Instant::now();
    while house.write("while").await != 201 || house.get("/readyz").await.0 != 200 {
        assert!(began.elapsed() < RECOVERY_MAX, "the house hangs with its sessions");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(house.crowd_of_reads().await, [200; CROWD]);
    tell("-CONT", &stopped);
    assert_eq!(house.sql("SELECT count(*) FROM command WHERE key = 'while'"), "1");
}

/// Sends processes a signal.
fn tell(signal: &str, processes: &[String]) {
    let done = Command::new("kill").arg(signal).args(processes).status().expect("kill");
    assert!(done.success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_house_outlives_a_password_that_is_changed_under_it() {
    let Guarded { postgres, url, books } = Guarded::start();
    let house = Asked::over(postgres, (&url, books), &[("PGPASSWORD", PASSWORD)]);
    let change = |password: &str| {
        house.sql(&format!("ALTER ROLE {CLERK} PASSWORD '{password}'"));
        house.hang_up();
    };
    house
        .survive(("changed", 503), async || change("close-sesame"), async |()| change(PASSWORD))
        .await;
}

#[test]
fn a_start_over_a_postgres_that_hangs_comes_to_an_end() {
    let url = Postgres::for_tests();
    let home = Home::new();
    let over = ["--database".as_ref(), url.as_ref()];
    assert_eq!(Server::start_with(&home, &over).stop(), Some(0));
    let hangs = "ALTER TABLE stream RENAME TO asleep; CREATE VIEW stream AS \
         SELECT asleep.* FROM asleep WHERE pg_sleep(3600) IS NOT NULL";
    psql(&url, hangs).unwrap();
    let began = Instant::now();
    let hung = refused(&url);
    assert!(hung.contains("no answer in time"), "{hung}");
    assert!(began.elapsed() < START_MAX, "{:?}", began.elapsed());
}
