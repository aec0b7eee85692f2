//! What a browser asks for. [`read`] is the entry point.

use std::io::{self, BufRead, BufReader, Read};
use std::net::TcpStream;

/// The longest request that is read, in bytes. Browsers send about one kilobyte.
const LONGEST_REQUEST: u64 = 64 * 1024;

/// A request as far as it matters here.
pub(super) struct Request {
    /// Its first line, such as `GET /sub/path/ HTTP/1.1`.
    pub line: String,
    /// Whether the browser reads Brotli.
    pub takes_brotli: bool,
    /// Whether the browser asks for what it will show, in a tab or in a frame.
    pub opens_page: bool,
}

impl Request {
    /// The path and what follows it, as the browser wrote them.
    pub fn url(&self) -> &str {
        self.line
            .split_ascii_whitespace()
            .nth(1)
            .unwrap_or_default()
    }
}

/// Reads a request to the end of its head, or nothing where the browser closed
/// the connection without a request.
pub(super) fn read(connection: &TcpStream) -> io::Result<Option<Request>> {
    let mut lines = BufReader::new(connection.take(LONGEST_REQUEST)).lines();
    let Some(line) = lines.next().transpose()? else {
        return Ok(None);
    };
    let (mut takes_brotli, mut opens_page) = (false, false);
    for header in lines {
        let header = header?.to_ascii_lowercase();
        if header.is_empty() {
            break;
        }
        if let Some(accepted) = header.strip_prefix("accept-encoding:") {
            takes_brotli = accepted.split(',').any(|one| one.trim() == "br");
        }
        if let Some(destination) = header.strip_prefix("sec-fetch-dest:") {
            opens_page = matches!(destination.trim(), "document" | "iframe" | "frame");
        }
    }
    Ok(Some(Request {
        line,
        takes_brotli,
        opens_page,
    }))
}

/// Undoes percent-encoding; nothing where it is not valid UTF-8 afterwards.
pub(super) fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        if first != b'%' {
            bytes.push(first);
            continue;
        }
        let (digits, tail) = rest.split_at_checked(2)?;
        let digits = str::from_utf8(digits).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = tail;
    }
    String::from_utf8(bytes).ok()
}
