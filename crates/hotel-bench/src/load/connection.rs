//! One kept-alive connection: bytes out, one answer in. Knows nothing of what is asked.

use std::io::{self, ErrorKind, Read as _, Write as _};
use std::net::SocketAddr;
use std::ops::Range;
use std::time::Instant;

use mio::net::TcpStream;

/// Room for an answer at first: a booking; it grows for more.
const INPUT_LEN: usize = 8 * 1024;

/// The largest answer that is taken: a bulk of a thousand, with room to spare.
const INPUT_LEN_MAX: usize = 16 * 1024 * 1024;

/// The most headers of an answer.
const HEADERS_MAX: usize = 32;

/// A request under way.
#[derive(Clone, Copy, Debug)]
pub(super) struct UnderWay {
    /// Its kind.
    pub(super) kind: usize,
    /// When its time began to count.
    pub(super) since: Instant,
}

/// A connection.
pub(super) struct Connection {
    stream: TcpStream,
    unsent: Vec<u8>,
    input: Vec<u8>,
    filled: usize,
    expected: Option<(u16, Range<usize>)>,
    /// What is waited for.
    pub(super) under_way: Option<UnderWay>,
}

impl Connection {
    /// Connects.
    pub(super) fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = std::net::TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_nonblocking(true)?;
        Ok(Self {
            stream: TcpStream::from_std(stream),
            unsent: Vec::new(),
            input: vec![0; INPUT_LEN],
            filled: 0,
            expected: None,
            under_way: None,
        })
    }

    /// Returns what is watched.
    pub(super) fn stream(&mut self) -> &mut TcpStream {
        &mut self.stream
    }

    /// Sends a request, or as much of it as goes out now.
    pub(super) fn send(&mut self, bytes: &[u8], under_way: UnderWay) -> io::Result<()> {
        self.under_way = Some(under_way);
        let sent = match self.stream.write(bytes) {
            Ok(sent) => sent,
            Err(error) if error.kind() == ErrorKind::WouldBlock => 0,
            Err(error) => return Err(error),
        };
        self.unsent.extend_from_slice(&bytes[sent..]);
        Ok(())
    }

    /// Sends what could not be sent before.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        while !self.unsent.is_empty() {
            match self.stream.write(&self.unsent) {
                Ok(sent) => drop(self.unsent.drain(..sent)),
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Reads what came, and returns the status and the body once the answer is whole.
    pub(super) fn receive(&mut self) -> io::Result<Option<(u16, &[u8])>> {
        self.read()?;
        if self.expected.is_none() {
            self.expected = head(&self.input[..self.filled])?;
        }
        let Some((status, body)) = self.expected.clone() else { return Ok(None) };
        if self.filled < body.end {
            return Ok(None);
        }
        if self.filled > body.end {
            return Err(io::Error::other("more came than was asked for"));
        }
        self.expected = None;
        self.filled = 0;
        Ok(Some((status, &self.input[body])))
    }

    fn read(&mut self) -> io::Result<()> {
        loop {
            if self.filled == self.input.len() {
                if self.input.len() >= INPUT_LEN_MAX {
                    return Err(io::Error::other("the answer is too long"));
                }
                self.input.resize(self.input.len() * 2, 0);
            }
            match self.stream.read(&mut self.input[self.filled..]) {
                Ok(0) => return Err(io::Error::other("the server closed the connection")),
                Ok(read) => self.filled += read,
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                Err(error) => return Err(error),
            }
            // A short read has emptied the socket: the next bytes will be announced.
            if self.filled < self.input.len() {
                return Ok(());
            }
        }
    }
}

/// Reads the head of an answer once it is whole: its status, and where the body is.
fn head(bytes: &[u8]) -> io::Result<Option<(u16, Range<usize>)>> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS_MAX];
    let mut response = httparse::Response::new(&mut headers);
    let parsed = response.parse(bytes).map_err(io::Error::other)?;
    let httparse::Status::Complete(start) = parsed else { return Ok(None) };
    let status = response.code.unwrap_or(0);
    let length = response
        .headers
        .iter()
        .find(|header| header.name.eq_ignore_ascii_case("content-length"))
        .and_then(|header| std::str::from_utf8(header.value).ok()?.parse::<usize>().ok())
        .ok_or_else(|| io::Error::other("the answer does not say how long it is"))?;
    Ok(Some((status, start..start + length)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_says_where_the_body_is() {
        let answer = b"HTTP/1.1 201 Created\r\nContent-Length: 5\r\netag: \"1\"\r\n\r\nhello";
        let (status, body) = head(answer).unwrap().unwrap();
        assert_eq!((status, &answer[body]), (201, &b"hello"[..]));
    }

    #[test]
    fn half_a_head_is_none() {
        assert_eq!(head(b"HTTP/1.1 201 Created\r\nContent-Le").unwrap(), None);
        assert_eq!(head(b"").unwrap(), None);
    }

    #[test]
    fn an_answer_of_unknown_length_is_refused() {
        assert!(head(b"HTTP/1.1 200 OK\r\n\r\n").is_err());
    }
}
