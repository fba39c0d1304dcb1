//! The balancer spreads, notices, drains, repeats only what it may, and goes with its owner.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use hotel_rig::Balancer;

use crate::wait::until;

/// Returns whether there is nothing to test with, and says so.
#[expect(clippy::print_stderr, reason = "whoever runs the tests is to read it")]
fn skipped() -> bool {
    let skipped = !Balancer::available();
    if skipped {
        eprintln!("skipped: HAProxy is not installed and cannot be fetched");
    }
    skipped
}

/// What a server is to do.
#[derive(Default)]
struct Orders {
    /// Say that it is not ready.
    unready: AtomicBool,
    /// Hang up instead of answering.
    rude: AtomicBool,
    /// End the streams.
    ending: AtomicBool,
}

/// A server that says its name, or streams, or hangs up.
struct Backend {
    name: &'static str,
    address: SocketAddr,
    orders: Arc<Orders>,
}

impl Backend {
    fn start(name: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let backend = Self { name, address, orders: Arc::default() };
        let orders = Arc::clone(&backend.orders);
        // It ends with the process.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let orders = Arc::clone(&orders);
                thread::spawn(move || answer(stream, name, &orders));
            }
        });
        backend
    }

    fn be(&self, ready: bool, balancer: &Balancer) {
        self.orders.unready.store(!ready, Ordering::SeqCst);
        until("the balancer has noticed", || balancer.is_up(self.address) == ready);
    }
}

fn answer(mut stream: TcpStream, name: &str, orders: &Orders) -> Option<()> {
    let is = |order: &AtomicBool| order.load(Ordering::SeqCst);
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    let first = lines.next()?.ok()?;
    while !lines.next()?.ok()?.is_empty() {}
    let mut say = |status: &str, body: &str| {
        let length = body.len();
        let head = format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}");
        write!(stream, "{head}\r\n\r\n{body}").ok()
    };
    if first.contains("/readyz") {
        say(if is(&orders.unready) { "503 Unready" } else { "200 OK" }, "")
    } else if first.contains("/stream") {
        stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nopen\n").ok()?;
        until("the stream is to end", || is(&orders.ending));
        stream.write_all(b"end\n").ok()
    } else if is(&orders.rude) {
        None
    } else {
        say("200 OK", name)
    }
}

fn ask(balancer: &Balancer, head: &str) -> std::io::Result<(String, String)> {
    let mut stream = TcpStream::connect(balancer.address())?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    write!(stream, "{head}\r\nHost: hotel\r\nConnection: close\r\n\r\n")?;
    let mut text = String::new();
    stream.read_to_string(&mut text)?;
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    Ok((head.split(' ').nth(1).unwrap_or_default().to_owned(), body.to_owned()))
}

fn who(balancer: &Balancer) -> String {
    let (status, body) = ask(balancer, "GET /who HTTP/1.1").expect("an answer");
    assert_eq!(status, "200");
    body
}

#[test]
fn only_who_is_ready_gets_requests() {
    if skipped() {
        return;
    }
    let (one, two) = (Backend::start("one"), Backend::start("two"));
    let balancer = Balancer::start(&[one.address, two.address]).unwrap();
    assert_ne!(who(&balancer), who(&balancer));
    one.be(false, &balancer);
    assert!((0..6).all(|_| who(&balancer) == two.name));
    one.be(true, &balancer);
    assert_ne!(who(&balancer), who(&balancer));
}

#[test]
fn a_server_that_is_gone_is_gone_round() {
    if skipped() {
        return;
    }
    let here = Backend::start("here");
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let balancer = Balancer::start(&[gone, here.address]).unwrap();
    assert!((0..20).all(|_| who(&balancer) == "here"));
}

#[test]
fn a_stream_ends_when_its_server_says_so() {
    if skipped() {
        return;
    }
    let (one, two) = (Backend::start("one"), Backend::start("two"));
    let balancer = Balancer::start(&[one.address, two.address]).unwrap();
    let mut stream = TcpStream::connect(balancer.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream.write_all(b"GET /stream HTTP/1.1\r\nHost: hotel\r\n\r\n").unwrap();
    let mut lines = BufReader::new(stream).lines().map(Result::unwrap);
    assert!(lines.any(|line| line == "open"));
    one.be(false, &balancer);
    two.be(false, &balancer);
    one.orders.ending.store(true, Ordering::SeqCst);
    two.orders.ending.store(true, Ordering::SeqCst);
    assert!(lines.any(|line| line == "end"));
}

#[test]
fn what_may_have_been_done_is_repeated_only_if_it_has_a_key() {
    if skipped() {
        return;
    }
    let (rude, kind) = (Backend::start("rude"), Backend::start("kind"));
    rude.orders.rude.store(true, Ordering::SeqCst);
    let backends = [rude.address, kind.address];
    let bare = "POST /book HTTP/1.1\r\nContent-Length: 0";
    let keyed = format!("{bare}\r\nIdempotency-Key: one");
    let failures = |balancer: &Balancer, head: &str| {
        let answers = (0..6).map(|_| ask(balancer, head).expect("an answer").0);
        answers.filter(|status| status == "502").count()
    };
    let once = Balancer::start(&backends).unwrap();
    assert_eq!((failures(&once, bare), failures(&once, &keyed)), (3, 3));
    let retrying = Balancer::start_retrying(&backends).unwrap();
    assert_eq!((failures(&retrying, bare), failures(&retrying, &keyed)), (3, 0));
}

#[test]
fn a_balancer_comes_back_where_it_was() {
    if skipped() {
        return;
    }
    let backend = Backend::start("one");
    let balancer = Balancer::start(&[backend.address]).unwrap();
    balancer.kill().unwrap();
    assert!(ask(&balancer, "GET /who HTTP/1.1").is_err());
    balancer.restart().unwrap();
    assert_eq!(who(&balancer), "one");
    let address = balancer.address();
    drop(balancer);
    assert!(TcpStream::connect(address).is_err());
}
