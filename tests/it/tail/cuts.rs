//! Rules 1 and 4, where a line can be cut: at the end of every event, inside each, between the two line
//! ends that close it, and wherever else a long run has the time for.

use std::collections::VecDeque;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use hotel_rig::Proxy;
use hotel_rig::proxy::Fault;

use super::feed::{address, is_stream};
use super::{head, positions, records, resumes};
use crate::harness::{Home, token};
use crate::world::Desk;

/// Tails at once: most of the time each waits for its next attempt, and one user may have 20 streams.
const AT_ONCE: usize = 10;

/// Reads the bytes of a stream up to the end of an event.
fn stream_up_to(server: SocketAddr, home: &Home, last: u64) -> Vec<u8> {
    let mut stream = TcpStream::connect(server).expect("a server");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a limit");
    let request = format!(
        "GET /v1/events?after=0 HTTP/1.1\r\nhost: hotel\r\naccept: text/event-stream\r\n\
         authorization: Bearer {}\r\nconnection: close\r\n\r\n",
        token(home)
    );
    stream.write_all(request.as_bytes()).expect("a request");
    let (mut bytes, mut piece) = (Vec::new(), [0; 16 * 1024]);
    let id = format!("-{last}\n");
    loop {
        let text = String::from_utf8_lossy(&bytes);
        let begins = text.find(&id);
        if begins.is_some_and(|at| text[at..].contains("\n\n")) {
            return bytes;
        }
        let count = stream.read(&mut piece).expect("the stream goes on");
        assert!(count > 0, "the stream ended: {text}");
        bytes.extend_from_slice(&piece[..count]);
    }
}

/// Returns where frames begin and end among the bytes of a stream, the greeting being the first.
fn frames(bytes: &[u8]) -> Vec<(usize, usize)> {
    let find = |what: &[u8], from: usize| {
        let found = bytes[from..].windows(what.len()).position(|piece| piece == what)?;
        Some(from + found)
    };
    let (mut frames, mut from) = (Vec::new(), 0);
    while let Some(begin) = find(b"\nid: ", from)
        && let Some(end) = find(b"\n\n", begin)
    {
        frames.push((begin + 1, end + 2));
        from = end + 2;
    }
    frames
}

/// Returns where to cut: so many bytes are let through. A first connection that breaks before its stream
/// has begun is a failure, and another matter.
fn cuts(bytes: &[u8], events: u64) -> VecDeque<usize> {
    // A greeting, and the events.
    let wanted = usize::try_from(events).expect("a number") + 1;
    let frames: Vec<_> = frames(bytes).into_iter().take(wanted).collect();
    assert_eq!(frames.len(), wanted);
    let of_frame = |(begin, end): &(usize, usize)| {
        // In its id, in its data, before and between its two line ends, behind them.
        [begin + 6, usize::midpoint(*begin, *end), end - 2, end - 1, *end]
    };
    let mut cuts: VecDeque<usize> = frames.iter().flat_map(of_frame).collect();
    // A long run goes everywhere else as well.
    let more = usize::try_from(resumes(0)).expect("a number").saturating_sub(cuts.len());
    let (begin, end) = (frames[0].0, frames[wanted - 1].1);
    cuts.extend((1..=more).map(|part| begin + (end - begin) * part / (more + 1)));
    cuts
}

/// Follows the feed over a line that is cut once, and returns what was told.
fn told_over(server: SocketAddr, home: &Home, cut: usize, events: u64) -> Vec<u64> {
    let mut cuts = vec![cut];
    let proxy = Proxy::start(server, move |asked| {
        let cut = if is_stream(asked) { cuts.pop() } else { None };
        cut.map_or(Fault::Pass, Fault::CutAnswer)
    });
    let proxy = proxy.expect("a proxy");
    let line = format!("tail --after 0 --count {events} -o jsonl --server {}", proxy.url());
    let said = home.typed(&line);
    said.expect(0);
    let streams = proxy.asked().iter().filter(|asked| is_stream(asked)).count();
    // Behind the last event there is nothing left to go on for.
    assert!((1..=2).contains(&streams), "cut after {cut} bytes: {streams} streams");
    positions(&records(&said.stdout))
}

#[test]
fn rules_1_and_4_a_line_cut_at_every_end_of_an_event_and_inside_each_tells_all_of_it_once() {
    let desk = Desk::open();
    let (server, events) = (address(&desk.server), head(&desk.home).min(24));
    let bytes = stream_up_to(server, &desk.home, events);
    let cuts = cuts(&bytes, events);
    let tried = cuts.len();
    let (left, faults) = (Arc::new(Mutex::new(cuts)), Arc::new(Mutex::new(Vec::new())));
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            let (left, faults, home) = (Arc::clone(&left), Arc::clone(&faults), desk.home.clone());
            scope.spawn(move || {
                let next = || left.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
                while let Some(cut) = next() {
                    let told = told_over(server, &home, cut, events);
                    if told != (1..=events).collect::<Vec<_>>() {
                        faults.lock().expect("the list").push((cut, told));
                    }
                }
            });
        }
    });
    let faults = faults.lock().expect("the list");
    assert!(faults.is_empty(), "{} of {tried} cuts: {faults:?}", faults.len());
    assert!(tried as u64 >= 5 * events, "{tried} cuts");
}
