//! What may be done to a request.

use std::time::Duration;

use super::Asked;
use crate::Dice;

/// What is done to a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// Nothing.
    Pass,
    /// It is passed on after a while.
    Delay(Duration),
    /// So many bytes of it reach the server, then both ends are cut off.
    CutRequest(usize),
    /// It reaches the server, and so many bytes of the answer the client; then both ends are cut off.
    CutAnswer(usize),
    /// It reaches the server and is answered, and nothing of that reaches the client.
    LoseAnswer,
    /// It reaches the server twice, one after the other; the second answer reaches the client.
    Twice,
    /// The connection is closed without a word.
    Refuse,
    /// It never reaches the server, and is never answered.
    Hang,
    /// It is passed on, and the answer says another moment in its `Date`, as a house whose clock is another.
    Dated(String),
    /// It never reaches the server; something else answers.
    Answer(Reply),
}

/// An answer of something that is not the server.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    is_raw: bool,
}

impl Reply {
    /// An empty answer.
    pub fn status(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new(), is_raw: false }
    }

    /// The page of a portal that wants its terms accepted first, or of a proxy that is at a loss.
    pub fn page(status: u16) -> Self {
        let body = b"<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>".to_vec();
        Self { body, ..Self::status(status) }.with("content-type", "text/html; charset=utf-8")
    }

    /// An answer that leads somewhere else.
    pub fn redirect(to: &str) -> Self {
        Self::status(302).with("location", to)
    }

    /// Bytes that are no answer at all.
    pub fn garbage(bytes: &[u8]) -> Self {
        Self { body: bytes.to_vec(), is_raw: true, ..Self::status(0) }
    }

    /// Adds a header.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sets the body.
    #[must_use]
    pub fn saying(mut self, body: &[u8]) -> Self {
        self.body = body.to_vec();
        self
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        if self.is_raw {
            return self.body.clone();
        }
        let headers = self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n"));
        let (status, length) = (self.status, self.body.len());
        let mut bytes = format!(
            "HTTP/1.1 {status} X\r\nconnection: close\r\ncontent-length: {length}\r\n{}\r\n",
            headers.collect::<String>()
        )
        .into_bytes();
        bytes.extend_from_slice(&self.body);
        bytes
    }
}

/// Faults by chance: the same ones for the same seed, whatever is asked.
#[derive(Clone, Debug)]
pub struct Faults {
    dice: Dice,
    share: u64,
}

impl Faults {
    /// Makes faults of a seed; so many requests of a hundred get one, the others are passed on.
    pub fn of(seed: u64, percent: u8) -> Self {
        Self { dice: Dice(seed), share: percent.min(100).into() }
    }

    fn bytes(&mut self, most: u64) -> usize {
        usize::try_from(self.dice.roll(most)).unwrap_or(0)
    }

    /// Returns what is done to the next request. Nothing that makes a client wait for longer than a moment:
    /// a client that hangs is a test of its own.
    pub fn next(&mut self, _asked: &Asked) -> Fault {
        if self.dice.roll(100) >= self.share {
            return Fault::Pass;
        }
        match self.dice.roll(9) {
            0 => Fault::Delay(Duration::from_millis(self.dice.roll(20))),
            1 => Fault::CutRequest(self.bytes(1_500)),
            2 => Fault::CutAnswer(self.bytes(3_000)),
            3 => Fault::LoseAnswer,
            4 => Fault::Twice,
            5 => Fault::Refuse,
            6 => Fault::Answer(Reply::status([500, 502, 503, 504][self.bytes(4)])),
            7 => Fault::Answer(Reply::page(200)),
            _ => Fault::Answer(Reply::garbage(b"\x16\x03\x01\x02\x00\x01\x00\x01")),
        }
    }
}
