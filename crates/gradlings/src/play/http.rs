//! As much of HTTP/1.1 as a page on this machine needs: a request read within bounds, an answer written whole.
//!
//! By hand, because a crate would add more to a student's first build than these lines do, and its reader would have to
//! be bounded from outside all the same.

use std::fmt::Write as _;
use std::io::{self, BufRead, Read, Write};

/// The longest head of a request, in bytes.
pub(super) const MOST_HEAD: usize = 16 << 10;
/// The longest body of a request, in bytes.
pub(super) const MOST_BODY: usize = 4 << 20;

/// A request.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// `GET`, `POST` or another.
    pub(super) method: String,
    /// The path as it was sent, without what follows a `?`.
    pub(super) path: String,
    /// The headers: small letters for the names, in order.
    headers: Vec<(String, String)>,
    /// The body.
    pub(super) body: Vec<u8>,
}

/// Why there is no request.
#[derive(Debug)]
pub(super) enum Refused {
    /// The other side has closed the line between two requests, or was silent for too long.
    Gone,
    /// It is answered with this status, and the line is closed.
    Status(u16),
}

impl From<io::Error> for Refused {
    fn from(_: io::Error) -> Self {
        Self::Gone
    }
}

impl Request {
    /// Reads the next request of a line.
    pub(super) fn read(line: &mut impl BufRead) -> Result<Self, Refused> {
        let head = read_head(line)?;
        let text = std::str::from_utf8(&head).map_err(|_| Refused::Status(400))?;
        let mut lines = text.split("\r\n");
        let words: Vec<&str> = lines.next().unwrap_or_default().split(' ').collect();
        let [method, target, "HTTP/1.1"] = words[..] else { return Err(Refused::Status(400)) };
        let mut headers = Vec::new();
        for header in lines.filter(|header| !header.is_empty()) {
            let (name, value) = header.split_once(':').ok_or(Refused::Status(400))?;
            // A name with a blank, or one that goes on, is how proxies are fooled.
            if name.is_empty() || name.contains(|c: char| c.is_whitespace() || c.is_control()) {
                return Err(Refused::Status(400));
            }
            headers.push((name.to_ascii_lowercase(), value.trim().to_string()));
        }
        let path = target.split('?').next().unwrap_or_default().to_string();
        let mut request = Self { method: method.to_string(), path, headers, body: Vec::new() };
        if request.has("transfer-encoding") {
            return Err(Refused::Status(411));
        }
        let length = match request.header("content-length")? {
            None => 0,
            Some(length) => length.parse::<usize>().map_err(|_| Refused::Status(400))?,
        };
        if length > MOST_BODY {
            return Err(Refused::Status(413));
        }
        // As it comes, so that nobody makes room for what they only announce.
        line.take(length as u64).read_to_end(&mut request.body)?;
        if request.body.len() < length { Err(Refused::Gone) } else { Ok(request) }
    }

    fn has(&self, name: &str) -> bool {
        self.headers.iter().any(|(known, _)| known == name)
    }

    /// The value of a header that may be there once.
    pub(super) fn header(&self, name: &str) -> Result<Option<&str>, Refused> {
        let mut values = self.headers.iter().filter(|(known, _)| known == name);
        let value = values.next().map(|(_, value)| value.as_str());
        if values.next().is_some() { Err(Refused::Status(400)) } else { Ok(value) }
    }
}

/// The bytes up to the empty line, which is read, too.
fn read_head(line: &mut impl BufRead) -> Result<Vec<u8>, Refused> {
    let mut head = Vec::new();
    loop {
        let room = (MOST_HEAD + 1 - head.len()) as u64;
        let before = head.len();
        line.by_ref().take(room).read_until(b'\n', &mut head)?;
        if head.len() > MOST_HEAD {
            return Err(Refused::Status(431));
        }
        if !head.ends_with(b"\n") {
            return Err(Refused::Gone);
        }
        match &head[before..] {
            b"\r\n" if before > 0 => return Ok(head),
            // A stray line before a request.
            b"\r\n" => head.clear(),
            written if !written.ends_with(b"\r\n") => return Err(Refused::Status(400)),
            _ => {}
        }
    }
}

/// An answer.
pub(super) struct Answer {
    /// Its status.
    pub(super) status: u16,
    /// The type of its content.
    pub(super) of_type: &'static str,
    /// Its content.
    pub(super) content: Vec<u8>,
}

/// What every answer says: nothing in a page is from elsewhere, and nobody else reads it.
const HEADERS: &str = "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' \
                       data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n\
                       X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-store\r\n\
                       Cross-Origin-Resource-Policy: same-origin\r\n";

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        411 => "Length Required",
        413 => "Content Too Large",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        _ => "Bad Request",
    }
}

impl Answer {
    /// One plain sentence.
    pub(super) fn sentence(status: u16, words: &str) -> Self {
        let content = format!("{words}\n").into_bytes();
        Self { status, of_type: "text/plain; charset=utf-8", content }
    }

    /// Writes it whole. With `is_last` the line is closed behind it.
    pub(super) fn write(&self, line: &mut impl Write, is_last: bool) -> io::Result<()> {
        let Self { status, of_type, content } = self;
        let mut head =
            format!("HTTP/1.1 {status} {}\r\nContent-Type: {of_type}\r\n", reason(*status));
        let _ = write!(head, "Content-Length: {}\r\n{HEADERS}", content.len());
        head += if is_last { "Connection: close\r\n\r\n" } else { "\r\n" };
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(content);
        line.write_all(&bytes)
    }
}

/// Begins an answer that goes on for as long as the page is open.
pub(super) fn begin_events(line: &mut impl Write) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n{HEADERS}Connection: close\r\n\r\n"
    );
    line.write_all(head.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Request, u16> {
        Request::read(&mut text.as_bytes()).map_err(|refused| match refused {
            Refused::Status(status) => status,
            Refused::Gone => 0,
        })
    }

    #[test]
    fn a_request_is_read_to_its_end_and_no_further() {
        let text = "POST /t/ask?x HTTP/1.1\r\nHost: a\r\ncontent-LENGTH: 2\r\n\r\n{}GET / HTTP/1.1\r\n\r\n";
        let mut line = text.as_bytes();
        let first = Request::read(&mut line).unwrap();
        assert_eq!((first.method.as_str(), first.path.as_str()), ("POST", "/t/ask"));
        assert_eq!(first.body, b"{}");
        assert_eq!(first.header("host").unwrap(), Some("a"));
        assert_eq!(Request::read(&mut line).unwrap().path, "/");
        assert!(matches!(Request::read(&mut line), Err(Refused::Gone)));
    }

    #[test]
    fn what_is_malformed_or_too_large_is_refused_before_it_is_read() {
        let long = "x".repeat(MOST_HEAD);
        let length = MOST_BODY + 1;
        for (text, status) in [
            ("GET /\r\n\r\n".to_string(), 400),
            ("GET / HTTP/1.0\r\n\r\n".into(), 400),
            ("GET / HTTP/1.1\nHost: a\n\n".into(), 400),
            ("GET / HTTP/1.1\r\nHost\r\n\r\n".into(), 400),
            ("GET / HTTP/1.1\r\nHo st: a\r\n\r\n".into(), 400),
            ("GET / HTTP/1.1\r\n\u{1}: a\r\n\r\n".into(), 400),
            (format!("GET /{long} HTTP/1.1\r\n\r\n"), 431),
            (format!("POST / HTTP/1.1\r\nContent-Length: {length}\r\n\r\n"), 413),
            ("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n".into(), 400),
            ("POST / HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc".into(), 400),
            ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n".into(), 411),
            ("POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc".into(), 0),
            ("GET / HT".into(), 0),
        ] {
            assert_eq!(read(&text).unwrap_err(), status, "{text:.60}");
        }
    }
}
