//! The proxy does to each request what is planned, and nothing else; the same seed plans the same.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use hotel_rig::proxy::{Asked, Fault, Faults, Proxy, Reply};

const ANSWER: &str = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\nconnection: close\r\n\r\n0123456789";

/// A server that answers everything alike, and remembers the bytes that reached it.
#[derive(Clone)]
struct Server {
    address: SocketAddr,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let server = Self { address, heard: Arc::default() };
        let heard = Arc::clone(&server.heard);
        // It ends with the process.
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let mut text = String::new();
                let mut piece = [0; 1_024];
                while !text.ends_with("hello") {
                    match stream.read(&mut piece) {
                        Ok(count @ 1..) => {
                            text.push_str(&String::from_utf8_lossy(&piece[..count]));
                        }
                        Ok(_) | Err(_) => break,
                    }
                }
                let is_whole = text.ends_with("hello");
                heard.lock().expect("the list").push(text);
                if is_whole {
                    stream.write_all(ANSWER.as_bytes()).ok();
                }
            }
        });
        server
    }

    fn heard(&self) -> Vec<String> {
        self.heard.lock().expect("the list").clone()
    }
}

/// Asks something through a proxy, and returns all that came back.
fn ask(proxy: &Proxy) -> String {
    let mut stream = TcpStream::connect(proxy.address()).expect("a proxy");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a limit");
    let request = "POST /book?x=1 HTTP/1.1\r\nHost: hotel\r\nContent-Length: 5\r\n\r\nhello";
    stream.write_all(request.as_bytes()).expect("a request");
    let mut answer = Vec::new();
    drop(stream.read_to_end(&mut answer));
    String::from_utf8_lossy(&answer).into_owned()
}

/// Does one thing to one request: what came back, and what had reached the server.
fn once(fault: Fault) -> (String, Vec<String>) {
    let server = Server::start();
    let proxy = Proxy::start(server.address, move |_| fault.clone()).expect("a proxy");
    let answer = ask(&proxy);
    (answer, server.heard())
}

#[test]
fn what_is_passed_on_arrives_whole_both_ways() {
    let (answer, heard) = once(Fault::Pass);
    assert_eq!(answer, ANSWER);
    assert_eq!(heard.len(), 1);
    assert!(heard[0].starts_with("POST /book?x=1 HTTP/1.1\r\nHost: hotel\r\n"), "{heard:?}");
    assert!(heard[0].ends_with("\r\n\r\nhello"), "{heard:?}");
}

#[test]
fn each_fault_reaches_as_far_as_it_says() {
    let pause = Duration::from_millis(60);
    let began = Instant::now();
    assert_eq!(once(Fault::Delay(pause)).0, ANSWER);
    assert!(began.elapsed() >= pause);
    for after in [0, 1, 40, ANSWER.len() - 1] {
        let (answer, heard) = once(Fault::CutAnswer(after));
        assert_eq!((answer.as_str(), heard.len()), (&ANSWER[..after], 1), "after {after}");
    }
    for after in [1, 20] {
        let (answer, heard) = once(Fault::CutRequest(after));
        assert_eq!(answer, "");
        assert!(heard.iter().all(|text| text.len() <= after), "{heard:?}");
    }
    let (answer, heard) = once(Fault::LoseAnswer);
    assert_eq!((answer.as_str(), heard.len()), ("", 1));
    let (answer, heard) = once(Fault::Twice);
    assert_eq!((answer.as_str(), heard.len()), (ANSWER, 2));
    assert_eq!(heard[0], heard[1]);
    assert_eq!(once(Fault::Refuse), (String::new(), Vec::new()));
}

#[test]
fn what_something_else_answers_never_reaches_the_server() {
    let (answer, heard) = once(Fault::Answer(Reply::status(503).with("retry-after", "1")));
    assert!(answer.starts_with("HTTP/1.1 503 ") && answer.contains("\r\nretry-after: 1\r\n"));
    assert!(heard.is_empty());
    let (page, _) = once(Fault::Answer(Reply::page(200)));
    assert!(page.contains("text/html") && page.ends_with("</html>"), "{page}");
    let (away, _) = once(Fault::Answer(Reply::redirect("https://elsewhere.example/")));
    assert!(away.contains("302") && away.contains("location: https://elsewhere.example/"));
    assert_eq!(once(Fault::Answer(Reply::garbage(b"???"))).0, "???");
}

#[test]
fn who_is_left_hanging_is_let_go_with_the_proxy_or_when_it_is_cut() {
    let proxy = Proxy::alone(|_| Fault::Hang).expect("a proxy");
    let (address, url) = (proxy.address(), proxy.url());
    assert_eq!(url, format!("http://{address}"));
    let hang = || {
        let mut stream = TcpStream::connect(address).expect("a proxy");
        stream.write_all(b"GET / HTTP/1.1\r\n\r\n").expect("a request");
        stream.set_read_timeout(Some(Duration::from_millis(50))).expect("a limit");
        assert!(stream.read(&mut [0; 1]).is_err(), "it was answered");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a limit");
        stream
    };
    let mut first = hang();
    proxy.cut();
    assert_eq!(first.read(&mut [0; 1]).expect("an end"), 0);
    let mut second = hang();
    drop(proxy);
    assert_eq!(second.read(&mut [0; 1]).expect("an end"), 0);
    assert!(TcpStream::connect(address).is_err());
}

#[test]
fn a_proxy_leads_where_it_is_told_and_remembers_what_was_asked() {
    let (one, two) = (Server::start(), Server::start());
    let proxy = Proxy::start(one.address, |_| Fault::Pass).expect("a proxy");
    ask(&proxy);
    proxy.lead_to(two.address);
    ask(&proxy);
    proxy.plan(|asked| {
        assert_eq!((asked.method(), asked.header("host")), ("POST", Some("hotel")));
        Fault::Refuse
    });
    ask(&proxy);
    assert_eq!((one.heard().len(), two.heard().len()), (1, 1));
    let asked: Vec<Asked> = proxy.asked();
    assert_eq!(asked.len(), 3);
    assert!(asked.iter().all(|asked| asked.path() == "/book?x=1" && asked.body == b"hello"));
    let nobody = Proxy::alone(|_| Fault::Pass).expect("a proxy");
    assert!(ask(&nobody).starts_with("HTTP/1.1 502 "));
}

#[test]
fn the_same_seed_plans_the_same_and_another_one_something_else() {
    let proxy = Proxy::alone(|_| Fault::Refuse).expect("a proxy");
    ask(&proxy);
    let asked = proxy.asked().remove(0);
    let plan = |seed, percent| -> Vec<Fault> {
        let mut faults = Faults::of(seed, percent);
        (0..400).map(|_| faults.next(&asked)).collect()
    };
    assert_eq!(plan(7, 50), plan(7, 50));
    assert_ne!(plan(7, 50), plan(8, 50));
    assert!(plan(7, 0).iter().all(|fault| *fault == Fault::Pass));
    let faulty = plan(7, 50).iter().filter(|fault| **fault != Fault::Pass).count();
    assert!((140..260).contains(&faulty), "{faulty}");
}
