//! Namespaces reach this machine, can be cut off, and go with their owner.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

use hotel_rig::{Namespace, Postgres};

use crate::holder;
use crate::wait::until;

/// Where the echo inside listens; nobody else is there.
const ECHO_PORT: u16 = 7_000;

/// Returns whether there is nothing to test with, and says so.
#[expect(clippy::print_stderr, reason = "whoever runs the tests is to read it")]
fn skipped() -> bool {
    let skipped = !Namespace::available();
    if skipped {
        eprintln!("skipped: no network namespaces without root");
    }
    skipped
}

#[test]
fn a_database_outside_is_reached_until_the_cable_is_cut() {
    if skipped() || !Postgres::available() {
        return;
    }
    let namespace = Namespace::start().unwrap();
    let server =
        Postgres::builder().in_memory().listen_also(namespace.outside().into()).start().unwrap();
    let url = server.url_at(namespace.outside().into());
    let reaches = || {
        let mut psql = namespace.command("psql");
        psql.env("PGCONNECT_TIMEOUT", "2").args(["-X", "-c", "SELECT 1", "-d", &url]);
        psql.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().success()
    };
    assert!(reaches());
    namespace.cut().unwrap();
    assert!(!reaches());
    namespace.heal().unwrap();
    assert!(reaches());
}

#[test]
fn a_connection_that_is_cut_hangs_and_goes_on_when_it_is_healed() {
    if holder::is_holder() {
        let listener = TcpListener::bind(("0.0.0.0", ECHO_PORT)).unwrap();
        std::thread::spawn(move || {
            let mut stream = listener.accept().unwrap().0;
            std::io::copy(&mut stream.try_clone().unwrap(), &mut stream).unwrap();
        });
        return holder::hold("an echo");
    }
    if skipped() {
        return;
    }
    let namespace = Namespace::start().unwrap();
    let test = "net::a_connection_that_is_cut_hangs_and_goes_on_when_it_is_healed";
    let (mut echo, _) = holder::start(test, |program| namespace.command(program));
    let mut stream = TcpStream::connect((namespace.inside(), ECHO_PORT)).unwrap();
    let mut answer = [0; 4];
    stream.write_all(b"open").unwrap();
    stream.read_exact(&mut answer).unwrap();

    namespace.cut().unwrap();
    stream.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
    stream.write_all(b"half").unwrap();
    let error = stream.read_exact(&mut answer).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WouldBlock);

    namespace.heal().unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"half");
    // The namespace takes those who run in it along.
    drop(namespace);
    assert!(!echo.wait().unwrap().success());
}

#[test]
fn nothing_is_left_of_a_namespace_whose_owner_is_killed() {
    static HELD: OnceLock<Namespace> = OnceLock::new();
    if holder::is_holder() {
        let namespace = HELD.get_or_init(|| Namespace::start().unwrap());
        return holder::hold(&namespace.outside().to_string());
    }
    if skipped() {
        return;
    }
    let test = "net::nothing_is_left_of_a_namespace_whose_owner_is_killed";
    let (mut owner, address) = holder::start(test, |program| Command::new(program));
    let is_there = || {
        let addresses = Command::new("ip").arg("addr").output().unwrap();
        String::from_utf8(addresses.stdout).unwrap().contains(&format!("{address}/"))
    };
    assert!(is_there());
    owner.kill().unwrap();
    owner.wait().unwrap();
    until("the namespace is gone", || !is_there());
}
