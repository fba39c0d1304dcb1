//! Requests as the proxy reads them: so much of HTTP/1.1 as tells where one ends.

use std::io::Read;

/// The largest request that is taken: a batch of a thousand commands.
const LEN_MAX: usize = 8 * 1024 * 1024;

/// A request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    head: String,
    /// The body.
    pub body: Vec<u8>,
}

impl Asked {
    /// Returns the method.
    pub fn method(&self) -> &str {
        self.head.split(' ').next().unwrap_or_default()
    }

    /// Returns the path with its query.
    pub fn path(&self) -> &str {
        self.head.split(' ').nth(1).unwrap_or_default()
    }

    /// Returns a header by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.head.lines().skip(1).filter_map(|line| line.split_once(':'));
        let found = headers.find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim())
    }

    /// Sets a header in place of all of its name.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        let is_other = |line: &&str| {
            !line.is_empty()
                && !line.split(':').next().unwrap_or_default().eq_ignore_ascii_case(name)
        };
        let set = format!("{name}: {value}");
        let lines: Vec<&str> =
            self.head.lines().filter(is_other).chain([set.as_str(), "", ""]).collect();
        self.head = lines.join("\r\n");
        self
    }

    /// Returns the bytes that reach a server: what came, and that the connection ends with the answer.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let kept = self.head.lines().filter(|line| {
            let name = line.split(':').next().unwrap_or_default();
            !line.is_empty() && !name.eq_ignore_ascii_case("connection")
        });
        let lines: Vec<&str> = kept.chain(["connection: close", "", ""]).collect();
        let mut bytes = lines.join("\r\n").into_bytes();
        bytes.extend_from_slice(&self.body);
        bytes
    }
}

/// Reads a request; none if the other end leaves before it is whole, or sends something else.
pub(super) fn read_request(stream: &mut impl Read) -> Option<Asked> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
        read_more(stream, &mut bytes)?;
    };
    let head = std::str::from_utf8(&bytes[..end]).ok()?.to_owned();
    let body = bytes.split_off(end);
    let mut asked = Asked { head, body };
    let length = asked.header("content-length").unwrap_or("0").parse().ok()?;
    while asked.body.len() < length {
        read_more(stream, &mut asked.body)?;
    }
    Some(asked)
}

/// Returns an answer that says another moment in its `Date`.
pub(super) fn dated(answer: &[u8], date: &str) -> Vec<u8> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(answer.len());
    let (head, rest) = answer.split_at(end);
    let head = String::from_utf8_lossy(head);
    let is_other =
        |line: &&str| !line.split(':').next().unwrap_or_default().eq_ignore_ascii_case("date");
    let date = format!("date: {date}");
    let lines: Vec<&str> = head.lines().filter(is_other).chain([date.as_str()]).collect();
    [lines.join("\r\n").as_bytes(), rest].concat()
}

fn read_more(stream: &mut impl Read, bytes: &mut Vec<u8>) -> Option<()> {
    let mut piece = [0; 8_192];
    let count = stream.read(&mut piece).ok().filter(|count| *count > 0)?;
    bytes.extend_from_slice(&piece[..count]);
    (bytes.len() <= LEN_MAX).then_some(())
}
